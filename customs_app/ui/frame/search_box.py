"""The search box over everything, with its results in a list below while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from customs_app.domain.errors import CustomsError
from customs_app.ui.icons import icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import badge_width, paint_badge

if TYPE_CHECKING:
    from customs_app.catalogue.results import Hit
    from customs_app.ui.frame.search_results import Results

WIDTH = 440
_LIMIT = 200
_WAIT_MS = 60


class SearchBox(QLineEdit):
    """One line over everything: results while typing, Enter goes there, Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._results: Results | None = None
        words = session.words
        self.setObjectName("search")
        self.setFixedWidth(WIDTH)
        self.setPlaceholderText(words.text("Search steps, documents, law, sources"))
        self.setAccessibleName(words.text("Search everything"))
        self.setToolTip(words.text("Search everything") + " (Ctrl+K)")
        looking_glass = self.addAction(
            icon("search", session.palette), QLineEdit.ActionPosition.LeadingPosition
        )
        looking_glass.setObjectName("search_icon")
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(self.search_now)
        self.textEdited.connect(self._on_edited)

    @property
    def results(self) -> Results:
        """The list of results, made at the first search."""
        if self._results is None:
            from customs_app.ui.frame.search_results import Results  # noqa: PLC0415 - not at start

            self._results = Results(self._session, self)
            self._results.list.clicked.connect(self._on_clicked)
        return self._results

    def search_now(self) -> None:
        """Look for the words that stand in the box, and show what is found."""
        text = self.text().strip()
        if not text:
            self._hide()
            return
        try:
            hits = self._session.catalogue.search(text, _LIMIT)
        except CustomsError as error:
            self._session.tell(error.message, bad=True)
            return
        self.results.show_hits(hits, full=len(hits) == _LIMIT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the results and choose one without leaving the box."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if self._results is not None and self._results.isVisible():
                self._hide()
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
        self._hide()

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

    def focus_it(self) -> None:
        """Put the cursor into the box with its words selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _hide(self) -> None:
        if self._results is not None:
            self._results.hide()

    def _on_edited(self, _text: str) -> None:
        self._wait.start()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._go(self.results.hit(index))

    def _go(self, hit: Hit | None) -> None:
        if hit is None:
            return
        self._hide()
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
