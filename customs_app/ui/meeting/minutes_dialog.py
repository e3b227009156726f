"""Asks of which meeting the minutes are to be written, in which language, and as what."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from customs_app.domain.meeting import Meeting
from customs_app.domain.text import Language, Message
from customs_app.language.moments import local_day
from customs_app.language.words import N_
from customs_app.ui.frame.bars import LANGUAGES
from customs_app.ui.meeting.leave_panel import Way
from customs_app.ui.meeting.minutes import source_of, write_minutes
from customs_app.ui.preview.window import show_paper
from customs_app.ui.session import Session

if TYPE_CHECKING:
    from customs_app.ui.main_window import MainWindow

_FORMS = ((Way.PDF, N_("PDF")), (Way.EXCEL, N_("Excel workbook")))


class MinutesDialog(QDialog):
    """The meetings of the catalogue, the newest first; `chosen` is what was chosen.

    `preview_wanted` is emitted when the minutes are to be looked at first.
    """

    preview_wanted = Signal()

    def __init__(self, session: Session, meetings: Sequence[Meeting], parent: QWidget) -> None:
        super().__init__(parent)
        text, language = session.words.text, session.language
        self._meetings = tuple(sorted(meetings, key=lambda one: one.started_at, reverse=True))
        self.setObjectName("minutes_dialog")
        self.setWindowTitle(text("Minutes of a meeting"))
        self.setMinimumWidth(520)
        self.meeting, self.form, self.language = QComboBox(), QComboBox(), QComboBox()
        for meeting in self._meetings:
            begun = local_day(meeting.started_at, language)
            state = text("{day}, goes on", day=begun) if meeting.ended_at is None else begun
            self.meeting.addItem(f"{meeting.title} ({state})")
        for _, title in _FORMS:
            self.form.addItem(text(title))
        for called in LANGUAGES.values():
            self.language.addItem(called)
        self.language.setCurrentIndex(list(LANGUAGES).index(language))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, box, title in (
            ("minutes_meeting", self.meeting, text("Meeting")),
            ("minutes_form", self.form, text("Save as")),
            ("minutes_language", self.language, text("Language of the minutes")),
        ):
            box.setObjectName(name)
            box.setAccessibleName(title)
            form.addRow(title, box)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Save).setObjectName("minutes_save")
        look = buttons.addButton(text("Preview…"), QDialogButtonBox.ButtonRole.ActionRole)
        look.setObjectName("minutes_preview")
        look.setToolTip(text("Look at the pages, and print them"))
        look.clicked.connect(lambda _checked=False: self.preview_wanted.emit())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(buttons)

    @property
    def chosen(self) -> tuple[Way, str, Language]:
        """As what, of which meeting (id), and in which language."""
        return (
            _FORMS[self.form.currentIndex()][0],
            self._meetings[self.meeting.currentIndex()].id,
            list(LANGUAGES)[self.language.currentIndex()],
        )


def ask_minutes(window: "MainWindow") -> None:
    """Ask which minutes are to be written, and write them."""
    session = window.session
    meetings = session.catalogue.meetings()
    if not meetings:
        session.tell(Message(N_("No meeting was held in this catalogue yet: F11 starts one")))
        return
    dialog = MinutesDialog(session, meetings, window)

    def finished(result: int) -> None:
        chosen = dialog.chosen
        dialog.deleteLater()
        if result == QDialog.DialogCode.Accepted and window.current is not None:
            write_minutes(window.current, *chosen)

    def look() -> None:
        _, meeting_id, language = dialog.chosen
        dialog.reject()
        source = source_of(window.current, meeting_id, language) if window.current is not None else None
        if source is not None and window.current is not None:
            show_paper(window.current, source)

    dialog.preview_wanted.connect(look)
    dialog.finished.connect(finished)
    dialog.open()
