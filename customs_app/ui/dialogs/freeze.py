"""Asks for the title of an edition, and freezes it."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from customs_app.catalogue.editions import LONGEST_TITLE
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.edition import Edition
from customs_app.domain.job import Progress
from customs_app.domain.proposal import Proposal
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Message
from customs_app.language.numbers import day
from customs_app.language.words import N_
from customs_app.ui.session import NOBODY, Session
from customs_app.ui.tasks import Owner, run_task


class FreezeDialog(QDialog):
    """The title under which the whole catalogue, or what a proposal cites, is frozen."""

    def __init__(self, session: Session, proposal: Proposal | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        text = session.words.text
        self.setObjectName("freeze")
        self.setWindowTitle(text("Freeze as an edition"))
        what = (
            text("The whole catalogue is frozen as it is now, with all marks and proposals.")
            if proposal is None
            else text(
                "The proposal “{title}” is frozen as it is now, with the procedures and opinions that it "
                "rests on.",
                title=proposal.title,
            )
        )
        sentence = QLabel(
            f"{what} "
            + text(
                "Later changes do not alter an edition, and it cannot be deleted. Its hash stands on "
                "every page that is printed of it."
            )
        )
        sentence.setWordWrap(True)
        sentence.setObjectName("freeze_what")
        self.title = QLineEdit(_proposed(session, proposal))
        self.title.setObjectName("freeze_title")
        self.title.setAccessibleName(text("Title of the edition"))
        self.title.setMaxLength(LONGEST_TITLE)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._freeze = self._buttons.addButton(text("Freeze"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._freeze.setObjectName("freeze_yes")
        self._freeze.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(text("Title of the edition"), self.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(sentence)
        column.addLayout(form)
        column.addWidget(self._buttons)
        self.setMinimumWidth(520)
        self.title.textChanged.connect(self._allow)
        self._allow()
        self.title.selectAll()
        self.title.setFocus()

    def _allow(self) -> None:
        self._freeze.setEnabled(bool(self.title.text().strip()))


def _proposed(session: Session, proposal: Proposal | None) -> str:
    words = session.words
    today = day(date.today().isoformat(), words.language)
    if proposal is not None:
        return f"{proposal.title[: LONGEST_TITLE - 30].rstrip()}, {today}"
    return words.text("As reviewed on {date}", date=today)


def ask_freeze(owner: Owner, proposal: Proposal | None = None) -> FreezeDialog | None:
    """Ask for a title, and freeze the catalogue or a proposal beside the event loop; None where refused."""
    session = owner.session
    if session.refuses_changes():
        return None
    if session.who == NOBODY and session.ask_who is not None:
        session.who = session.ask_who()
    if session.who == NOBODY:
        session.tell(Message(N_("Nothing was frozen: say first who you are")), bad=True)
        return None
    dialog = FreezeDialog(session, proposal, owner if isinstance(owner, QWidget) else None)

    def finished(result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            _freeze(owner, dialog.title.text(), session.who, proposal)
        dialog.deleteLater()

    dialog.finished.connect(finished)
    dialog.open()
    return dialog


def _freeze(owner: Owner, title: str, who: Reviewer, proposal: Proposal | None) -> None:
    session = owner.session

    def job(file: Path, progress: Progress) -> object:
        progress(0, 1)
        with open_catalogue(file) as catalogue:
            return catalogue.freeze(title, who, proposal.id if proposal is not None else None)

    def done(made: object) -> None:
        if isinstance(made, Edition):
            values = {"title": made.title, "hash": f"{made.sha256[:16]} … {made.sha256[-8:]}"}
            session.tell(Message(N_("“{title}” is frozen. SHA-256 {hash}"), values))

    run_task(owner, job, done, title=session.words.text("Freezing an edition"))
