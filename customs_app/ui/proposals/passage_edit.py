"""A text of the proposal as it is written: drafted from the catalogue, and edited in place."""

from math import ceil

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from customs_app.analysis.dossier.result import Passage
from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.plain_text import text_of

PAUSE_MS = 2500
"""After so long a pause what was typed is written into the journal."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FRAME = 8


class PassageEdit(QPlainTextEdit):
    """Shows one Passage and writes what is typed into it when the cursor leaves, or after a pause.

    `typed` at each letter, `reached` when the cursor comes in, `left` when Esc leads out (what was typed
    is written first). A text that cannot be recorded stays, and is there again when the passage is.
    """

    typed = Signal()
    reached = Signal()
    left = Signal()

    def __init__(self, edits: Edits, name: str, says: str, *, one_line: bool = False) -> None:
        super().__init__()
        self._edits, self._one_line = edits, one_line
        self._passage: Passage | None = None
        self._key: tuple[object, ...] = ()
        self._shown = ""
        self._quiet = False
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._on_pause)
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setTabChangesFocus(True)
        self.setFont(fonts.font(tokens.LEAD if one_line else tokens.BODY, bold=one_line))
        if one_line:
            self.document().setDocumentMargin(1)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text)

    @property
    def passage(self) -> Passage | None:
        """The passage that is shown, as it was read last."""
        return self._passage

    @property
    def text(self) -> str:
        """What stands in it."""
        return text_of(self)

    @property
    def being_written(self) -> bool:
        """Whether something is typed that is not recorded yet."""
        return self._passage is not None and self.text.strip() != self._shown.strip()

    def show_passage(self, passage: Passage | None) -> None:
        """Show a passage; of the same one, what is being written stays."""
        key = (self._edits.proposal_id, passage.place) if passage is not None else ()
        if key != self._key:
            self.commit()
        stays = key == self._key and self.being_written
        self._passage, self._key = passage, key
        self._shown = passage.text if passage is not None else ""
        if not stays:
            kept = self._edits.drafts.get(key) if key else None
            self._put(kept if kept is not None else self._shown)
        self.setReadOnly(passage is None or not self._edits.editable)

    def commit(self) -> None:
        """Write what was typed."""
        self._pause.stop()
        passage, text = self._passage, self.text.strip()
        if passage is None or not self.being_written or not self._edits.editable:
            return
        if self._key[0] != self._edits.proposal_id:
            return  # of a proposal that is open no more: kept until it is opened again
        shown, self._shown = self._shown, text
        if self._edits.write(passage, text):
            self._edits.drafts.pop(self._key, None)
            if not text:
                self._shown = passage.draft
                self._put(passage.draft)
        else:
            self._shown = shown

    def forget(self) -> None:
        """Give up what was typed and not recorded, and show what is recorded."""
        self._pause.stop()
        self._edits.drafts.pop(self._key, None)
        self._put(self._shown)

    def height_of_text(self) -> int:
        """How high all of the text is as it is broken now."""
        document = self.document()
        high, block = 0.0, document.firstBlock()
        while block.isValid():
            # Not lines times the spacing of the font: letters that another font lends are higher.
            high += self.blockBoundingRect(block).height()
            block = block.next()
        least = self.fontMetrics().lineSpacing()
        return max(least, ceil(high)) + 2 * ceil(document.documentMargin()) + _FRAME

    # -- events

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the cursor has come."""
        super().focusInEvent(event)
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write what was typed when the cursor leaves for another field."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc writes and leads out; so does Enter in a text of one line."""
        if event.key() == Qt.Key.Key_Escape or (self._one_line and event.key() in _ENTER):
            self.commit()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take plain text, into a text of one line without line ends."""
        text = source.text()
        self.textCursor().insertText(" ".join(text.split()) if self._one_line else text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that the text may have become higher."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.typed.emit()

    # -- inside

    def _put(self, text: str) -> None:
        if text == self.text:
            return
        self._quiet = True
        place = min(self.textCursor().position(), len(text))
        self.setPlainText(text)
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(place)
            self.setTextCursor(cursor)
        self._quiet = False
        self.typed.emit()

    def _on_text(self) -> None:
        if self._quiet:
            return
        if self._key and self.being_written:
            self._edits.drafts[self._key] = self.text
            self._pause.start()
        else:
            self._edits.drafts.pop(self._key, None)
            self._pause.stop()
        self.typed.emit()

    def _on_pause(self) -> None:
        # An empty text takes the draft again only when the cursor leaves: somebody may begin anew.
        if self.text.strip():
            self.commit()
