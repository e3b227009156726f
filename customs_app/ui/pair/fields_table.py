"""Field by field of a pair: both sides' words beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QModelIndex, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QStyle, QStyleOptionViewItem, QTableView, QWidget

from customs_app.analysis.align import field_label
from customs_app.domain.alignment import FieldRow, FieldState
from customs_app.figures import tokens
from customs_app.figures.tokens import Palette
from customs_app.language.words import N_, Words
from customs_app.reports.pair.answer import LEFT, RIGHT
from customs_app.ui import fonts
from customs_app.ui.session import Session
from customs_app.ui.widgets.painting import colour_of
from customs_app.ui.widgets.rows import ROW_ROLE, RowsModel
from customs_app.ui.widgets.table import copy_action
from customs_app.ui.widgets.tips import Index, TipDelegate

_NAME_WIDTH = 86
_EDGE, _PAD_X, _PAD_Y = 3, 6, 4
_KEPT = 400
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
SIDES = ("", LEFT, RIGHT)


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands above the two sides."""

    left: str
    right: str


class FieldsModel(RowsModel[FieldRow]):
    """Field, left, right."""

    heads = (N_("Field"), "", "")

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.sides = Heads("", "")

    def show_fields(self, rows: Sequence[FieldRow], sides: Heads) -> None:
        """Show these fields under these heads."""
        self.sides = sides
        self.show_rows(rows)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """The name of the step of a side."""
        shown = (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole))
        if orientation is Qt.Orientation.Horizontal and section > 0 and role in shown:
            return self.sides.left if section == 1 else self.sides.right
        return super().headerData(section, orientation, role)

    def text(self, row: FieldRow, column: int) -> str:
        """The name of the field, or what a side says."""
        return (field_label(row.field, self.words), row.left, row.right)[column]

    def spoken(self, row: FieldRow, column: int) -> str:
        """A side's words, unknown and different in words too."""
        said = self.text(row, column)
        if column == 0:
            return said
        if said == "?":
            said = self.words.text("unknown")
        if not said:
            return self.words.text("no such step")
        if row.state is FieldState.DIFFERS:
            return self.words.text("{what}, different from the other side", what=said)
        return said


class FieldsTable(QTableView):
    """As high as its rows; `sources_asked` carries the side (`left`, `right`) whose sources are asked for."""

    sources_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.fields = FieldsModel(session.words, self)
        self.setObjectName("pair_fields")
        self.setAccessibleName(session.words.text("Field by field"))
        self.setModel(self.fields)
        self._delegate = _FieldDelegate(session.palette, self)
        self.setItemDelegate(self._delegate)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        header = self.horizontalHeader()
        header.setFixedHeight(tokens.HEADER)
        header.setFont(fonts.font(tokens.SMALL, bold=True))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(16)
        self.addAction(copy_action(self, session))

    def show_fields(self, rows: Sequence[FieldRow], sides: Heads) -> None:
        """Show these fields under these heads, at the height that they need."""
        self.fields.show_fields(rows, sides)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out, and find the heights anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Not while the layout around is at work: it would not see the new height.
            QTimer.singleShot(0, self, self._fit)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on what a side says asks for its sources."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and len(self.selectedIndexes()) == 1:
            self._ask(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space or Enter ask for the sources of the side."""
        if event.key() in _ENTER:
            self._ask(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid() and index.column() > 0:
            self.sources_asked.emit(SIDES[index.column()])

    def _fit(self) -> None:
        width, rows = self.viewport().width(), self.fields.rows
        # A side without a step needs no room.
        shown = [
            column for column in (1, 2) if not rows or any(self.fields.text(row, column) for row in rows)
        ]
        for column in (1, 2):
            self.setColumnHidden(column, column not in shown)
        side = max(60, (width - _NAME_WIDTH) // max(1, len(shown)))
        self.setColumnWidth(0, _NAME_WIDTH)
        for column in shown:
            last = column == shown[-1]
            wide = width - _NAME_WIDTH - side * (len(shown) - 1) if last else side
            self.setColumnWidth(column, max(60, wide))
        height = self.horizontalHeader().height() + 2
        for row in range(len(rows)):
            own = self._delegate.height(rows[row], self.fields, side)
            self.setRowHeight(row, own)
            height += own
        self.setFixedHeight(height)


class _Wrapped:
    """Texts in a font, wrapped at words, or inside a word where it alone is too long; remembered."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._known: dict[tuple[str, int], QTextLayout] = {}

    def laid(self, text: str, width: int) -> QTextLayout:
        """The text in lines of a width."""
        known = self._known.get((text, width))
        if known is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            known = self._known[text, width] = self._lay(text, width)
        return known

    def height(self, text: str, width: int) -> int:
        """The height of all lines."""
        return ceil(self.laid(text, width).boundingRect().height())

    def _lay(self, text: str, width: int) -> QTextLayout:
        layout = QTextLayout(text.replace("\n", "\u2028"), self._font)
        layout.setTextOption(self._option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout


class _FieldDelegate(TipDelegate):
    """Wraps the words; differing ones have a ground and an edge of their own."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = palette
        self._plain = _Wrapped(fonts.tabular(tokens.TABLE))
        self._small = _Wrapped(fonts.font(tokens.SMALL))

    def height(self, row: FieldRow, model: FieldsModel, side: int) -> int:
        """The height of a row whose sides are so wide."""
        sides = (self._plain.height(model.text(row, column), _room(side)) for column in (1, 2))
        name = self._small.height(model.text(row, 0), _room(_NAME_WIDTH))
        return max(24, 2 * _PAD_Y + 1 + max(name, *sides))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Heights are those that `height` gives."""
        return QSize(super().sizeHint(option, index).width(), option.rect.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, FieldRow):
            return
        painter.save()
        colours, rect = self._colours, option.rect
        name = index.column() == 0
        view = self.parent()
        focused = isinstance(view, QWidget) and view.hasFocus()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and focused
        differs = row.state is FieldState.DIFFERS and not name
        ground = colours.panel if name else colours.warnbg if differs else colours.base
        painter.fillRect(rect, colour_of(colours.sel if chosen else ground))
        if differs:
            painter.fillRect(rect.x(), rect.y(), _EDGE, rect.height() - 1, colour_of(colours.warn))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colour_of(colours.line))
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), colour_of(colours.line))
        text = str(index.data() or "")
        ink = colours.text2 if name else colours.text3 if text == "?" else colours.text
        painter.setPen(colour_of(colours.on_sel if chosen else ink))
        laid = (self._small if name else self._plain).laid(text, _room(rect.width()))
        laid.draw(painter, QPointF(rect.x() + _EDGE + _PAD_X, rect.y() + _PAD_Y))
        painter.restore()

    @staticmethod
    def _is_cut(_option: QStyleOptionViewItem, _index: Index) -> bool:
        return False  # words are wrapped, never cut


def _room(width: int) -> int:
    return max(20, width - _EDGE - 2 * _PAD_X)
