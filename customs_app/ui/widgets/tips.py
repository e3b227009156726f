"""Tooltips: of cells that are cut, and of texts that are shown as they are written."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex
PADDING = 6

_ONE_LINE = 120
_LONGEST = 1500


def plain(text: str) -> str:
    """What to give to a tooltip, so that a text of the catalogue is shown as it is written.

    Qt would format what looks like tags, and would show a long text as one line as wide as it is.
    """
    if "<" not in text and len(text) <= _ONE_LINE:
        return text
    shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
    for sign, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\n", "<br>")):
        shown = shown.replace(sign, written)
    return f"<span>{shown}</span>"


class TipDelegate(QStyledItemDelegate):
    """Shows the whole text of a cell as tooltip where it is cut and the model has none of its own."""

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the tooltip."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        from PySide6.QtWidgets import QToolTip  # noqa: PLC0415 - not at start

        tip = index.data(Qt.ItemDataRole.ToolTipRole)
        if not tip and self._is_cut(option, index):
            tip = index.data()
        QToolTip.showText(event.globalPos(), plain(str(tip or "")), view, option.rect)
        return True

    @staticmethod
    def _is_cut(option: QStyleOptionViewItem, index: Index) -> bool:
        text = index.data()
        wide = option.rect.width() - 2 * PADDING
        return isinstance(text, str) and option.fontMetrics.horizontalAdvance(text) > wide
