"""What stands in place of votes and keys while something is asked: a heading, fields, and their keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customs_app.figures.shapes import Drawing
from customs_app.ui.meeting.chips import Picture
from customs_app.ui.meeting.edits import TextEdit
from customs_app.ui.meeting.foot import Hint
from customs_app.ui.meeting.scale import FACT, Scale
from customs_app.ui.meeting.text_box import TextBox
from customs_app.ui.session import Session


class Panel(QWidget):
    """The base: `handed` carries what was entered, `left` comes when it is put off."""

    handed = Signal(object)
    left = Signal()

    def __init__(self, session: Session, name: str) -> None:
        super().__init__()
        self.session, self.words = session, session.words
        self.setObjectName(name)
        self._sign = Picture(session.palette, 24, 24)
        self.heading = TextBox(session.palette, session.language)
        self.heading.setObjectName(f"{name}_heading")
        self.lacking = TextBox(session.palette, session.language)
        self.lacking.setObjectName(f"{name}_lacking")
        self.scale = Scale()
        head = QHBoxLayout()
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.heading, 1)
        self.body = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addLayout(self.body, 1)
        self._column.addWidget(self.lacking)

    def hints(self) -> Sequence[Hint]:
        """Keys that can be used in it."""
        text = self.words.text
        return (
            (("Enter",), text("record")),
            (("Shift+Enter",), text("new line")),
            (("Tab",), text("next field")),
            (("Esc",), text("back; what is written stays")),
        )

    def set_scale(self, scale: Scale) -> None:
        """Take another size."""
        self.scale = scale
        self._sign.set_side(scale.px(24), scale.px(28))
        self.heading.set_font(scale.font(FACT, bold=True))
        self.lacking.set_font(scale.font(13))
        self._column.setContentsMargins(scale.px(32), scale.px(14), scale.px(32), scale.px(12))
        self._column.setSpacing(scale.px(8))
        self.body.setSpacing(scale.px(8))

    def begin(self) -> None:
        """Give the focus to the first field."""
        raise NotImplementedError

    def show_heading(self, text: str, *, sign: Drawing | None = None, icon: str = "info") -> None:
        """Say what is asked."""
        self.heading.show_text(text, bold=True)
        if sign is not None:
            self._sign.show_drawing(sign)
        else:
            self._sign.show_icon(icon)

    def show_lacking(self, text: str) -> None:
        """Say what is still missing; nothing where all is there."""
        self.lacking.show_text(text, "warn")
        self.lacking.setVisible(bool(text))


class NotePanel(Panel):
    """A line for the minutes; `handed` carries its text."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "meeting_note_panel")
        self.edit = TextEdit("meeting_note", self.words.text("Note"))
        self.edit.entered.connect(self._hand)
        self.edit.left.connect(self.left)
        self.body.addWidget(self.edit)
        self.show_lacking("")

    def set_scale(self, scale: Scale) -> None:
        """Take another size."""
        super().set_scale(scale)
        self.edit.set_scale(scale, 3)

    def show_note(self, about: str, draft: str) -> None:
        """Ask for a note about something."""
        self.show_heading(about, icon="notebook-pen")
        self.edit.put(draft)

    def begin(self) -> None:
        """Write."""
        self.edit.setFocus()

    def _hand(self) -> None:
        if self.edit.text:
            self.handed.emit(self.edit.text)
        else:
            self.left.emit()


class QuestionPanel(Panel):
    """A question that Enter answers with yes; `handed` carries what it was about."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "meeting_question")
        self._about: object = None
        self._yes = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more = TextBox(session.palette, session.language)
        self.body.addWidget(self.more)
        self.body.addStretch(1)
        self.show_lacking("")

    def hints(self) -> Sequence[Hint]:
        """Yes and no."""
        return ((("Enter",), self._yes), (("Esc",), self.words.text("no, back")))

    def set_scale(self, scale: Scale) -> None:
        """Take another size."""
        super().set_scale(scale)
        self.more.set_font(scale.font(FACT))

    def ask(self, question: str, more: str, yes: str, about: object) -> None:
        """Ask something; `yes` says what Enter does."""
        self._yes, self._about = yes, about
        self.show_heading(question)
        self.more.show_text(more)
        self.setAccessibleName(f"{question} {more}")

    def begin(self) -> None:
        """Wait for the answer."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the answer."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.handed.emit(self._about)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
