"""Asks for a procedure to be set against another one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from customs_app.domain.procedure import Procedure, ProcedureRow
from customs_app.domain.reference import Reference
from customs_app.language.country_names import country_name
from customs_app.language.labels import label
from customs_app.language.words import N_, Words
from customs_app.ui.filtering import text_passes
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.rows import RowsModel, RowsTable

_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
COUNTRY, KIND, TITLE, STEPS = range(4)


@dataclass(frozen=True, slots=True)
class Offer:
    """A procedure that may be taken, worded."""

    procedure_id: str
    country: str
    kind: str
    title: str
    steps: int


def offers(
    rows: Sequence[ProcedureRow], near: Procedure, reference: Reference, words: Words
) -> tuple[Offer, ...]:
    """All procedures but one, those most like it first: of its regime and mode, then of its country."""

    def far(row: ProcedureRow) -> tuple[bool, bool, bool]:
        one = row.procedure
        return (
            (one.regime, one.mode) != (near.regime, near.mode),
            one.regime is not near.regime,
            one.country != near.country,
        )

    others = [row for row in rows if row.procedure.id != near.id]
    return tuple(_offer(row, reference, words) for row in sorted(others, key=far))


def _offer(row: ProcedureRow, reference: Reference, words: Words) -> Offer:
    one, language = row.procedure, words.language
    title = [one.title[language]]
    if one.goods is not None:
        title.append(one.goods[language])
    title.append(label(one.view, words))
    return Offer(
        one.id,
        country_name(one.country, reference, words),
        f"{label(one.regime, words)} · {label(one.mode, words)}",
        " · ".join(title),
        row.steps,
    )


class OffersModel(RowsModel[Offer]):
    """Country, regime and mode, title, number of steps."""

    heads = (N_("Country"), N_("Regime and mode"), N_("Procedure"), N_("Steps"))
    figures = frozenset({STEPS})

    def text(self, row: Offer, column: int) -> str:
        """What a cell shows."""
        return (row.country, row.kind, row.title, str(row.steps))[column]


class ChooseProcedure(QDialog):
    """A filter above the list; `taken` carries the id of the procedure that was taken.

    `edition_taken` carries the id of the edition that was taken instead.
    """

    taken = Signal(str)
    edition_taken = Signal(str)

    def __init__(self, session: Session, near: Procedure, parent: QWidget) -> None:
        super().__init__(parent)
        words = session.words
        catalogue = session.catalogue
        self._session, self._near = session, near
        self.setObjectName("choose_procedure")
        self.setWindowTitle(words.text("Compare step by step"))
        self.resize(780, 520)
        self._every = offers(catalogue.procedures(), near, catalogue.reference(), words)
        said = wrapped(
            words.text("With which procedure is “{title}” to be compared?", title=near.title), role="second"
        )
        self.filter = _Filter(self)
        self.filter.setObjectName("choose_procedure_filter")
        self.filter.setPlaceholderText(words.text("Country, regime, words of the title"))
        self.filter.setAccessibleName(words.text("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.model = OffersModel(words, self)
        self.table = RowsTable(
            session,
            self.model,
            "choose_procedure_table",
            words.text("Procedures"),
            stretch=TITLE,
            widths={COUNTRY: 150, KIND: 170, STEPS: 60},
        )
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(words.text("Compare step by step"))
        self.ok.setProperty("primary", "true")
        edition = buttons.addButton(
            words.text("Compare with an edition…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        edition.setObjectName("choose_procedure_edition")
        edition.clicked.connect(self._ask_edition)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        for widget in (said, self.filter):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        self.table.opened.connect(lambda _offer: self._take())
        self.filter.textChanged.connect(self._show)
        self.filter.stepped.connect(self.table.keyPressEvent)
        self._show("")
        self.filter.setFocus()

    def _show(self, text: str) -> None:
        shown = [
            one
            for one in self._every
            if text_passes(f"{one.country} {one.kind} {one.title}".casefold(), text)
        ]
        self.table.show_rows(shown, lambda offer: offer.procedure_id)
        self.ok.setEnabled(bool(shown))

    def _take(self) -> None:
        row = self.table.row
        if row is not None:
            self.accept()
            self.taken.emit(row.procedure_id)

    def _ask_edition(self) -> None:
        from customs_app.ui.pair.choose_edition import choose_edition  # noqa: PLC0415 - asked for seldom

        dialog = choose_edition(self._session, self._near.id, self)
        dialog.taken.connect(self._take_edition)

    def _take_edition(self, edition: str) -> None:
        self.accept()
        self.edition_taken.emit(edition)


class _Filter(QLineEdit):
    """↑ and ↓ move in the list below while one types."""

    stepped = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand keys that move on to the list."""
        if event.key() in _DOWN:
            self.stepped.emit(event)
        else:
            super().keyPressEvent(event)


def choose_procedure(session: Session, near: str, parent: QWidget) -> ChooseProcedure:
    """Open the question for a procedure to be set against the one with the id `near`."""
    rows = session.catalogue.procedures()
    procedure = next(row.procedure for row in rows if row.procedure.id == near)
    dialog = ChooseProcedure(session, procedure, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
