"""The search box over everything, with its results in a list below while one types."""

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
    QTimer,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from customs_app.catalogue.results import Hit
from customs_app.domain.errors import CustomsError
from customs_app.figures import tokens
from customs_app.language.words import N_
from customs_app.ui import fonts
from customs_app.ui.icons import icon, paint_icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import badge_width, paint_badge

WIDTH = 440
_LIMIT = 60
_SHOWN = 14
_WAIT_MS = 60
_HIT = Qt.ItemDataRole.UserRole + 1
_ROW = 26

_KINDS: tuple[tuple[str, str, str], ...] = (
    ("procedure", "library", N_("Procedures")),
    ("step", "workflow", N_("Steps")),
    ("document", "file-text", N_("Documents")),
    ("agency", "users", N_("Agencies")),
    ("location", "route", N_("Places")),
    ("activity", "table-2", N_("Activities")),
    ("standard", "scale", N_("Standards")),
    ("corridor", "route", N_("Corridors")),
    ("country", "languages", N_("Countries")),
    ("source", "book-marked", N_("Sources")),
)
_ICONS = {kind: picture for kind, picture, _ in _KINDS}


class SearchBox(QLineEdit):
    """One line over everything: results while typing, Enter goes there, Esc closes."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        words = session.words
        self.setObjectName("search")
        self.setFixedWidth(WIDTH)
        self.setPlaceholderText(words.text("Search steps, documents, law, sources"))
        self.setAccessibleName(words.text("Search everything"))
        self.setToolTip(words.text("Search everything") + " (Ctrl+K)")
        self.setClearButtonEnabled(False)
        self.addAction(icon("search", session.palette), QLineEdit.ActionPosition.LeadingPosition)
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(self.search_now)
        self.textEdited.connect(self._on_edited)
        self.results = _Results(session, self)
        self.results.list.clicked.connect(self._on_clicked)

    def search_now(self) -> None:
        """Look for the words that stand in the box, and show what is found."""
        text = self.text().strip()
        if not text:
            self.results.hide()
            return
        try:
            hits = self._session.catalogue.search(text, _LIMIT)
        except CustomsError as error:
            self._session.tell(error.message, bad=True)
            return
        self.results.show_hits(hits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the results and choose one without leaving the box."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if self.results.isVisible():
                self.results.hide()
            else:
                self.clear()
                self.clearFocus()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self.results.walk(key)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._wait.isActive():
                self._wait.stop()
                self.search_now()
            self._go(self.results.current())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the results when the focus goes elsewhere."""
        super().focusOutEvent(event)
        if not self.results.isActiveWindow():
            self.results.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, and its key at the right edge as long as it is empty."""
        super().paintEvent(event)
        if self.text():
            return
        painter = QPainter(self)
        width = badge_width("Ctrl+K")
        place = QPointF(self.width() - width - 6, self.height() / 2)
        paint_badge(painter, place, "Ctrl+K", self._session.palette, plain=True)
        painter.end()

    def _on_edited(self, _text: str) -> None:
        self._wait.start()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._go(index.data(_HIT))

    def _go(self, hit: object) -> None:
        if not isinstance(hit, Hit):
            return
        self.results.hide()
        self.clear()
        go_to_hit(self._session, hit)


def go_to_hit(session: Session, hit: Hit) -> None:
    """Show what a search has found in the workspace where it belongs."""
    if hit.kind == "corridor":
        session.go_to("corridors", None, hit.row_id)
    elif hit.kind == "activity":
        session.go_to("compare", None, hit.row_id)
    elif hit.kind == "step":
        session.go_to("catalogue", hit.procedure_id, hit.row_id)
    else:
        session.go_to("catalogue", hit.procedure_id)
        session.select(hit)


class _Results(QFrame):
    def __init__(self, session: Session, box: SearchBox) -> None:
        super().__init__(box, Qt.WindowType.ToolTip)
        self._session, self._box = session, box
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

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show hits in groups of their kinds, the best group first; a sentence where there are none."""
        self._model.clear()
        for kind in dict.fromkeys(hit.kind for hit in hits):
            self._model.appendRow(self._group(kind))
            for hit in hits:
                if hit.kind == kind:
                    item = QStandardItem(hit.title[self._session.language])
                    item.setData(hit, _HIT)
                    item.setToolTip(item.text())
                    self._model.appendRow(item)
        if not hits:
            self._model.appendRow(_unselectable(self._session.words.text("Nothing found")))
        self._place()
        self.walk(Qt.Key.Key_Down)

    def walk(self, key: int) -> None:
        """Make the next or the last hit the current one."""
        rows = [row for row in range(self._model.rowCount()) if self._model.index(row, 0).data(_HIT)]
        if not rows:
            return
        current = self.list.currentIndex().row()
        at = rows.index(current) if current in rows else -1
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}[
            Qt.Key(key)
        ]
        row = rows[max(0, min(len(rows) - 1, at + step))]
        self.list.setCurrentIndex(self._model.index(row, 0))

    def current(self) -> object:
        """The current hit, or None."""
        return self.list.currentIndex().data(_HIT) if self.isVisible() else None

    def _group(self, kind: str) -> QStandardItem:
        title = next((title for name, _, title in _KINDS if name == kind), kind)
        return _unselectable(self._session.words.text(title))

    def _place(self) -> None:
        shown = min(self._model.rowCount(), _SHOWN)
        corner = self._box.mapToGlobal(QPoint(0, self._box.height() + 2))
        self.setGeometry(QRect(corner, QSize(max(self._box.width(), 560), shown * _ROW + 4)))
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
        """Paint kind, country and title; a group as a small heading."""
        palette = self._session.palette
        box: QRect = option.rect
        hit = index.data(_HIT)
        painter.save()
        if not isinstance(hit, Hit):
            painter.fillRect(box, QColor(palette.group))
            painter.setFont(fonts.font(tokens.SMALL, bold=True))
            painter.setPen(QColor(palette.text2))
            inner = box.adjusted(8, 0, -8, 0)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, index.data())
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = palette.on_sel if chosen else palette.text
        painter.fillRect(box, QColor(palette.sel if chosen else palette.base))
        middle = box.y() + box.height() / 2
        soft = palette.on_sel if chosen else palette.text2
        paint_icon(painter, QRectF(box.x() + 8, middle - 8, 16, 16), _ICONS.get(hit.kind, "info"), soft)
        left = box.x() + 32.0
        if hit.country:
            paint_badge(painter, QPointF(left, middle), hit.country, palette)
        left += 34
        painter.setFont(fonts.font(tokens.TABLE))
        painter.setPen(QColor(ink))
        room = box.right() - 8 - left
        text = QFontMetrics(painter.font()).elidedText(index.data(), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(
            QRectF(left, box.y(), room, box.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            text,
        )
        painter.restore()


def focus_search(box: SearchBox) -> None:
    """Put the cursor into the search box with its words selected."""
    box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    box.selectAll()
