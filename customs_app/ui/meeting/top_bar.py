"""The head of meeting mode: whose procedure it is, the meeting, and whether all is saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from customs_app.domain.procedure import Procedure
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message
from customs_app.language.numbers import said_day
from customs_app.ui.meeting.chips import Chip, Picture
from customs_app.ui.meeting.foot import Hints
from customs_app.ui.meeting.scale import CAPTION, Scale
from customs_app.ui.meeting.text_box import Run, TextBox
from customs_app.ui.session import Session


class TopBar(QWidget):
    """Country, procedure and meeting at the left; day of the record, saved and Esc at the right."""

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        palette, language = session.palette, session.language
        self.setObjectName("meeting_top")
        self._scale = Scale()
        self._chip = Chip(palette)
        self.title = TextBox(palette, language)
        self.title.setObjectName("meeting_procedure")
        self._as_of = TextBox(palette, language)
        self._sign = Picture(palette, 18, 18)
        self.saved = TextBox(palette, language)
        self.saved.setObjectName("meeting_saved")
        self._esc = _Leave(session)
        self._esc.pressed.connect(self.left)
        self._row = QHBoxLayout(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(self._chip, 0, middle)
        self._row.addWidget(self.title, 1, middle)
        self._row.addWidget(self._as_of, 0, middle)
        self._row.addWidget(self._sign, 0, middle)
        self._row.addWidget(self.saved, 0, middle)
        self._row.addWidget(self._esc, 0, middle)
        session.saved.connect(self.show_saved)

    def show_procedure(self, procedure: Procedure, meeting: str, reference: Reference, scale: Scale) -> None:
        """Show whose procedure is gone through in which meeting."""
        words = self._session.words
        self._scale = scale
        country = reference.countries[procedure.country]
        name = country.name[words.language]
        local = f" · {country.name_local}" if country.name_local and country.name_local != name else ""
        self._chip.show_code(procedure.country, name, scale)
        title = procedure.title[words.language]
        runs = [Run(title, bold=True), Run(f"   {name}{local}", "text2")]
        if meeting != title:
            runs.append(Run(f"   {meeting}", "text3"))
        self.title.set_font(scale.font(13))
        self.title.show_runs(runs)
        self._show_day(procedure, scale)
        self.saved.set_font(scale.font(CAPTION))
        self.show_saved(None)
        self._esc.show_hints((((("Esc",), words.text("leave"))),), scale)
        self._row.setContentsMargins(scale.px(32), scale.px(9), scale.px(32), scale.px(9))
        self._row.setSpacing(scale.px(14))

    def show_saved(self, reason: Message | None) -> None:
        """Say that all is saved, or why it is not."""
        words = self._session.words
        if reason is None:
            self._sign.show_icon("check", "good")
            self.saved.show_text(words.text("saved"), "good")
        else:
            self._sign.show_icon("triangle-alert", "bad")
            self.saved.show_text(words.say(reason), "bad")
        self._sign.set_side(self._scale.px(18), self._scale.px(24))
        self.saved.setFixedWidth(min(self.saved.natural_width(), self._scale.px(420)))

    def _show_day(self, procedure: Procedure, scale: Scale) -> None:
        words, as_of = self._session.words, procedure.as_of
        text = ""
        if as_of:
            text = words.text("as of {day}", day=said_day(as_of, words.language))
        self._as_of.set_font(scale.font(CAPTION))
        self._as_of.show_text(text, "text2")
        self._as_of.setFixedWidth(self._as_of.natural_width() if text else 0)


class _Leave(Hints):
    """The key that leaves, which can be clicked too."""

    pressed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session.palette)
        self.setObjectName("meeting_leave")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(session.words.text("Leave the meeting (Esc)"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()
