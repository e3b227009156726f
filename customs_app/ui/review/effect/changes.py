"""The list of changes: each verdict with what it does, and what is left as it is and why."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from customs_app.analysis.opinions import Target
from customs_app.analysis.to_be.change import Outcome
from customs_app.domain.codes import Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Saving
from customs_app.figures.figure_text import UNKNOWN
from customs_app.figures.qt_painter import paint
from customs_app.figures.signs import verdict_sign
from customs_app.language.labels import label
from customs_app.language.words import N_, Words
from customs_app.ui.review.effect.asked import OneEffect
from customs_app.ui.review.saving import saving_words
from customs_app.ui.session import Session
from customs_app.ui.widgets.delegates import CellDelegate, centred, ink_palette
from customs_app.ui.widgets.rows import Index, RowsModel, RowsTable

VERDICT, NUMBER, TARGET, DOES, SAVES = range(5)
_WIDTHS = {VERDICT: 40, NUMBER: 34, TARGET: 170, SAVES: 104}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A verdict and what comes of it; without a verdict something that is left as it is."""

    full: FullProcedure
    step: Step
    document: str | None
    verdict: Verdict | None
    does: str
    saves: str = ""
    stale: bool = False
    idle: bool = False

    @property
    def key(self) -> Target:
        """What it is about."""
        return self.step.id, self.document


def change_rows(found: OneEffect, words: Words) -> tuple[ChangeRow, ...]:
    """What is applied in order of work, then what is contested, then what waits for a second delegation."""
    full, stale = found.full, set(found.chosen.stale)
    rows = []
    for change in found.effect.changes:
        applied = change.applied
        old = stale.intersection((*applied.mark_ids, applied.decision_id or ""))
        does = words.say(change.message)
        if old:
            does += " " + words.text("The mark is stale: the step has changed since.")
        rows.append(
            ChangeRow(
                full,
                full.step(change.step_id),
                change.document_id,
                change.verdict,
                does,
                _saves(change.saves, words) if change.outcome is Outcome.CHANGED else "",
                bool(old),
                change.outcome is not Outcome.CHANGED,
            )
        )
    for targets, why in (
        (
            found.chosen.contested,
            words.text("Contested: delegations want different things; it stays as it is."),
        ),
        (found.chosen.single, words.text("Marked by one delegation alone: not agreed; it stays as it is.")),
    ):
        rows += [
            ChangeRow(full, full.step(step_id), document, None, why, idle=True)
            for step_id, document in targets
        ]
    return tuple(rows)


def _saves(saving: Saving, words: Words) -> str:
    """What falls away for sure; `?` where that is unknown."""
    some = replace(
        saving, visits=saving.visits or None, documents=saving.documents or None, cost=saving.cost or None
    )
    known, _ = saving_words(some, words)
    if known:
        return words.list_of(tuple(known))
    lacks = None in (saving.hours, saving.cost, saving.documents, saving.visits)
    return UNKNOWN if lacks else words.text("nothing")


class ChangesModel(RowsModel[ChangeRow]):
    """One row a verdict."""

    heads = ("", "#", N_("Step or document"), N_("What it does"), N_("Falls away"))
    figures = frozenset({NUMBER})
    reference: Reference | None = None

    def text(self, row: ChangeRow, column: int) -> str:
        """What a cell shows."""
        if column == VERDICT:
            return label(row.verdict, self.words) if row.verdict is not None else "≠"
        return (str(row.step.seq), self._title(row), row.does, row.saves)[column - 1]

    def tip(self, row: ChangeRow, column: int) -> str:
        """Cells that may be cut, in full."""
        return "" if column == NUMBER else self.text(row, column)

    def _title(self, row: ChangeRow) -> str:
        language = self.words.language
        if row.document is None:
            return row.step.title[language]
        document = self.reference.documents.get(row.document) if self.reference else None
        return document.name[language] if document else row.document


class _SignDelegate(CellDelegate):
    """The sign of the verdict, dashed where it is stale; `≠` where nothing is agreed."""

    def __init__(self, session: Session, table: "RowsTable[ChangeRow]") -> None:
        super().__init__(session.palette, table)
        self._words, self._table = session.words, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        row = self._table.rows_model.rows[index.row()]
        super().paint(painter, option, index)
        if row.verdict is not None:
            inked = ink_palette(option, self._colours)
            sign = verdict_sign(row.verdict, inked, self._words, stale=row.stale)
            paint(painter, centred(option.rect, 16, 16), sign)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The sign stands for the name."""
        super().initStyleOption(option, index)
        if self._table.rows_model.rows[index.row()].verdict is not None:
            option.text = ""


def changes_table(session: Session, model: ChangesModel) -> RowsTable[ChangeRow]:
    """The table of the changes."""
    says = session.words.text("What the verdicts change")
    table = RowsTable(session, model, "effect_changes", says, stretch=DOES, widths=_WIDTHS)
    table.setItemDelegateForColumn(VERDICT, _SignDelegate(session, table))
    return table
