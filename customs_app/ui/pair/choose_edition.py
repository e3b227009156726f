"""Asks for a frozen edition in which a procedure is to be set against itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from customs_app.domain.edition import Edition
from customs_app.domain.procedure import Procedure
from customs_app.language.labels import delegation_name
from customs_app.language.numbers import day
from customs_app.language.words import N_
from customs_app.ui.frame.editions import known
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.rows import RowsModel, RowsTable
from customs_app.ui.widgets.small import show_if

TITLE, DATE, WHO, WHAT = range(4)


class EditionsModel(RowsModel[Edition]):
    """Title, day, who froze it, and what is frozen."""

    heads = (N_("Title"), N_("Date"), N_("Frozen by"), N_("What is frozen"))

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session.words, parent)
        self._countries = session.catalogue.reference().countries

    def text(self, row: Edition, column: int) -> str:
        """What a cell shows."""
        words = self.words
        if column == TITLE:
            return row.title
        if column == DATE:
            return day(row.at[:10], words.language)
        if column == WHO:
            return f"{row.who.name}, {delegation_name(row.who.delegation, self._countries, words)}"
        if row.proposal_id is None:
            return words.text("the whole catalogue")
        return words.text("what one proposal cites")

    def tip(self, row: Edition, _column: int) -> str:
        """The title whole, and the hash."""
        return f"{row.title}\nSHA-256 {row.sha256}"


class ChooseEdition(QDialog):
    """The editions of the file that is worked in; `taken` carries the id of the one that was taken."""

    taken = Signal(str)

    def __init__(self, session: Session, procedure: Procedure, parent: QWidget) -> None:
        super().__init__(parent)
        words, open_now = session.words, session.edition
        self.setObjectName("choose_edition")
        self.setWindowTitle(words.text("Compare step by step"))
        self.resize(820, 320)
        said = wrapped(
            words.text("With which edition is “{title}” to be compared?", title=procedure.title),
            role="second",
        )
        found = [one for one in known(session) if open_now is None or one.id != open_now.id]
        self.none = wrapped(words.text("No edition yet: nothing has been frozen."))
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table = RowsTable(
            session,
            EditionsModel(session, self),
            "choose_edition_table",
            words.text("Edition"),
            stretch=TITLE,
            widths={DATE: 150, WHO: 190, WHAT: 170},
        )
        self.table.show_rows(found, lambda edition: edition.id)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(words.text("Compare step by step"))
        self.ok.setProperty("primary", "true")
        self.ok.setEnabled(bool(found))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.addWidget(said)
        for widget in (self.table, self.none):
            column.addWidget(widget, 1)
        column.addWidget(buttons)
        show_if(said, bool(found))
        show_if(self.table, bool(found))
        show_if(self.none, not found)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        self.table.opened.connect(lambda _edition: self._take())
        self.table.setFocus()

    def _take(self) -> None:
        row = self.table.row
        if row is not None:
            self.accept()
            self.taken.emit(row.id)


def choose_edition(session: Session, procedure_id: str, parent: QWidget) -> ChooseEdition:
    """Open the question for an edition to set the procedure (id) against."""
    rows = session.catalogue.procedures()
    procedure = next(row.procedure for row in rows if row.procedure.id == procedure_id)
    dialog = ChooseEdition(session, procedure, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
