"""Asks how a meeting is left: for now, for good, and with minutes on paper or in a workbook."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from customs_app.domain.text import Language
from customs_app.ui.frame.bars import LANGUAGES
from customs_app.ui.meeting.edits import Choice, ChoiceList
from customs_app.ui.meeting.foot import Hint
from customs_app.ui.meeting.panels import Panel
from customs_app.ui.meeting.scale import Scale
from customs_app.ui.meeting.text_box import TextBox
from customs_app.ui.session import Session


class Way(StrEnum):
    """What can be done when a meeting is left."""

    LATER = "later"
    END = "end"
    PDF = "pdf"
    EXCEL = "excel"


class LeavePanel(Panel):
    """Ways to leave, and the language of the minutes; `handed` carries the Way."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "meeting_leave_panel")
        text = self.words.text
        self.ways = ChoiceList("meeting_ways", text("What next"), session.palette)
        self.languages = ChoiceList(
            "meeting_minutes_language", text("Language of the minutes"), session.palette
        )
        self._labels = [TextBox(session.palette, session.language) for _ in range(2)]
        row = QHBoxLayout()
        row.setSpacing(24)
        for name, view, share, says in (
            (self._labels[0], self.ways, 5, text("What next")),
            (self._labels[1], self.languages, 3, text("Language of the minutes")),
        ):
            name.show_text(says, "text2")
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(name)
            column.addWidget(view, 1)
            row.addLayout(column, share)
        self.body.addLayout(row, 1)
        self.show_lacking("")
        self.languages.show_choices(
            [Choice(language, called) for language, called in LANGUAGES.items()], session.language
        )
        for view in (self.ways, self.languages):
            view.left.connect(self.left)
        self.ways.taken.connect(self.handed)
        self.languages.taken.connect(lambda _: self.ways.setFocus())

    @property
    def language(self) -> Language:
        """The language in which the minutes are to be written."""
        chosen = self.languages.current
        return chosen if isinstance(chosen, Language) else self.session.language

    def hints(self) -> Sequence[Hint]:
        """How to choose."""
        text = self.words.text
        return (
            (("↑", "↓"), text("choose")),
            (("Enter",), text("do it")),
            (("Tab",), text("language of the minutes")),
            (("Esc",), text("back to the meeting")),
        )

    def set_scale(self, scale: Scale) -> None:
        """Take another size."""
        super().set_scale(scale)
        for view in (self.ways, self.languages):
            view.set_scale(scale)
            view.setMinimumHeight(scale.px(132))
        for name in self._labels:
            name.set_font(scale.font(13))

    def show_ways(self, heading: str, *, ended: bool) -> None:
        """Offer the ways of a meeting that goes on, or has ended."""
        text = self.words.text
        self.show_heading(heading, icon="presentation")
        papers = [
            Choice(Way.PDF, text("Save the minutes as PDF…")),
            Choice(Way.EXCEL, text("Save the minutes as Excel workbook…")),
        ]
        back = Choice(Way.LATER, text("Return to the catalogue"))
        if ended:
            self.ways.show_choices([*papers, back], Way.PDF)
        else:
            later = Choice(Way.LATER, text("Return to the catalogue; the meeting goes on later"))
            end = Choice(Way.END, text("End the meeting: its minutes are closed"))
            self.ways.show_choices([later, end, *papers], Way.LATER)

    def begin(self) -> None:
        """Choose a way."""
        self.ways.setFocus()
