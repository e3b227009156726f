"""The list of what the search box has found, in groups of its kinds."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from customs_app.catalogue.results import Hit
from customs_app.figures import tokens
from customs_app.language.words import N_
from customs_app.ui import fonts
from customs_app.ui.icons import paint_icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import paint_badge
from customs_app.ui.widgets.tips import plain

_SHOWN = 15
_OF_ONE_KIND = 25
_WIDTH = 640
_HIT = Qt.ItemDataRole.UserRole + 1
_BESIDE = Qt.ItemDataRole.UserRole + 2
_ROW = 26

_KINDS: tuple[tuple[str, str, str], ...] = (
    ("procedure", "library", N_("Procedures")),
    ("step", "workflow", N_("Steps")),
    ("document", "file-text", N_("Documents")),
    ("agency", "building-2", N_("Agencies")),
    ("location", "map-pin", N_("Places")),
    ("activity", "table-2", N_("Activities")),
    ("standard", "scale", N_("Standards")),
    ("corridor", "route", N_("Corridors")),
    ("country", "globe", N_("Countries")),
    ("source", "book-marked", N_("Sources")),
)
_ICONS = {kind: picture for kind, picture, _ in _KINDS}
_TITLES = {kind: title for kind, _, title in _KINDS}


class Results(QFrame):
    """A list below the search box that never takes the focus from it."""

    def __init__(self, session: Session, box: QWidget) -> None:
        super().__init__(box, Qt.WindowType.ToolTip)
        self._session, self._box = session, box
        self._procedures: Mapping[str, str] | None = None
        self.setObjectName("search_results")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setStyleSheet(f"QFrame#search_results {{ border: 1px solid {session.palette.ctl}; }}")
        self.list = QListView()
        self.list.setObjectName("search_list")
        self.list.setAccessibleName(session.words.text("Results of the search"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(_HitDelegate(session, self.list))
        self._model = QStandardItemModel(self)
        self.list.setModel(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.list)
        session.changed.connect(self._forget)

    def show_hits(self, hits: tuple[Hit, ...], *, full: bool) -> None:
        """Show hits by their kinds, the best kind first; `full` = there may be more than were asked for."""
        self._model.clear()
        counts = Counter(hit.kind for hit in hits)
        for kind, count in counts.items():
            self._model.appendRow(_unselectable(self._group(kind, count, full=full)))
            of_kind = [hit for hit in hits if hit.kind == kind]
            for hit in of_kind[:_OF_ONE_KIND]:
                self._model.appendRow(self._item(hit))
        if not hits:
            self._model.appendRow(_unselectable(self._session.words.text("Nothing found")))
        self._place()
        self.walk(Qt.Key.Key_Down)

    def walk(self, key: int) -> None:
        """Make another hit the current one, as an arrow key asks."""
        rows = [row for row in range(self._model.rowCount()) if self.hit(self._model.index(row, 0))]
        if not rows:
            return
        current = self.list.currentIndex().row()
        at = rows.index(current) if current in rows else -1
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(Qt.Key(key), 1)
        index = self._model.index(rows[max(0, min(len(rows) - 1, at + step))], 0)
        self.list.setCurrentIndex(index)
        if index.row() == rows[0]:
            self.list.scrollToTop()

    def current(self) -> Hit | None:
        """The current hit, as long as the list is shown."""
        return self.hit(self.list.currentIndex()) if self.isVisible() else None

    @staticmethod
    def hit(index: QModelIndex) -> Hit | None:
        """The hit in a row, None in that of a heading."""
        hit = index.data(_HIT)
        return hit if isinstance(hit, Hit) else None

    def _group(self, kind: str, count: int, *, full: bool) -> str:
        words = self._session.words
        title = words.text(_TITLES[kind])
        if count > _OF_ONE_KIND:
            if full:
                sentence = N_("{kind}: the first {shown} of more than {all}")
            else:
                sentence = N_("{kind}: the first {shown} of {all}")
            return words.text(sentence, kind=title, shown=_OF_ONE_KIND, all=count)
        return words.text("{kind}: {n}", kind=title, n=count)

    def _item(self, hit: Hit) -> QStandardItem:
        item = QStandardItem(hit.title[self._session.language])
        item.setData(hit, _HIT)
        item.setToolTip(plain(item.text()))
        if hit.kind == "step" and hit.procedure_id is not None:
            item.setData(self._titles().get(hit.procedure_id, ""), _BESIDE)
        return item

    def _titles(self) -> Mapping[str, str]:
        if self._procedures is None:
            language, rows = self._session.language, self._session.catalogue.procedures()
            self._procedures = {row.procedure.id: row.procedure.title[language] for row in rows}
        return self._procedures

    def _forget(self, _changes: object) -> None:
        self._procedures = None

    def _place(self) -> None:
        shown = min(self._model.rowCount(), _SHOWN)
        corner = self._box.mapToGlobal(QPoint(0, self._box.height() + 2))
        self.setGeometry(QRect(corner, QSize(max(self._box.width(), _WIDTH), shown * _ROW + 4)))
        if not self.isVisible():
            self.show()
            self.raise_()


def _unselectable(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


class _HitDelegate(QStyledItemDelegate):
    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are equally high."""
        return QSize(100, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint kind, country, title and procedure; a group as a small heading."""
        painter.save()
        hit = index.data(_HIT)
        if isinstance(hit, Hit):
            self._paint_hit(painter, option, hit, index)
        else:
            self._paint_group(painter, option.rect, str(index.data()))
        painter.restore()

    def _paint_group(self, painter: QPainter, box: QRect, text: str) -> None:
        palette = self._session.palette
        painter.fillRect(box, QColor(palette.group))
        painter.setFont(fonts.font(tokens.SMALL, bold=True))
        painter.setPen(QColor(palette.text2))
        painter.drawText(box.adjusted(8, 0, -8, 0), _LEFT, text)

    def _paint_hit(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        hit: Hit,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        palette, box = self._session.palette, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, QColor(palette.sel if chosen else palette.base))
        middle = box.y() + box.height() / 2
        soft = palette.on_sel if chosen and palette.outlined else palette.text2
        paint_icon(painter, QRectF(box.x() + 8, middle - 8, 16, 16), _ICONS.get(hit.kind, "info"), soft)
        left = box.x() + 32.0
        if hit.country:
            paint_badge(painter, QPointF(left, middle), hit.country, palette)
        left += 34
        painter.setFont(fonts.font(tokens.TABLE))
        room = box.right() - 8 - left
        text = _elided(painter, str(index.data()), room)
        painter.setPen(QColor(palette.on_sel if chosen else palette.text))
        painter.drawText(QRectF(left, box.y(), room, box.height()), _LEFT, text)
        used = QFontMetrics(painter.font()).horizontalAdvance(text) + 16
        painter.setFont(fonts.font(tokens.SMALL))
        painter.setPen(QColor(soft))
        if room - used > _LEAST_BESIDE:
            beside = QRectF(left + used, box.y(), room - used, box.height())
            painter.drawText(beside, _RIGHT, _elided(painter, str(index.data(_BESIDE) or ""), beside.width()))


_LEAST_BESIDE = 60
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT = _LINE | Qt.AlignmentFlag.AlignLeft
_RIGHT = _LINE | Qt.AlignmentFlag.AlignRight


def _elided(painter: QPainter, text: str, room: float) -> str:
    return QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, int(room))
