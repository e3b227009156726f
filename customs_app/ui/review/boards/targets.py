"""The table of what was marked: steps and documents with the verdicts of the delegations."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker

from customs_app.analysis.agreement import TargetAgreement
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.language.labels import delegation_name, label
from customs_app.language.words import N_
from customs_app.ui.review.boards.opinions import Opinion, OpinionsDelegate, opinions_of, said
from customs_app.ui.session import Session
from customs_app.ui.widgets.rows import ROW_ROLE, Index, RowsModel, RowsTable

COUNTRY, NUMBER, TARGET, OPINIONS, MOST, AGREE, DISSENT = range(7)
_WIDTHS = {COUNTRY: 62, NUMBER: 38, OPINIONS: 190, MOST: 120, AGREE: 96, DISSENT: 140}
_NARROWEST, _WIDEST = 150, 300
_NAME = "agreement_targets"


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A step, or a document of it, with its agreement."""

    full: FullProcedure
    step: Step
    target: TargetAgreement
    opinions: tuple[Opinion, ...]

    @property
    def key(self) -> tuple[str, str | None]:
        """What it is about."""
        return self.target.step_id, self.target.document_id


def rows_of(
    targets: Sequence[TargetAgreement], procedure_of: Mapping[str, FullProcedure]
) -> tuple[TargetRow, ...]:
    """The rows of these targets, in order."""
    rows = []
    for target in targets:
        full = procedure_of[target.step_id]
        rows.append(TargetRow(full, full.step(target.step_id), target, opinions_of(target)))
    return tuple(rows)


class TargetsModel(RowsModel[TargetRow]):
    """One row a target."""

    heads = (
        N_("Country"),
        "#",
        N_("Step or document"),
        N_("Verdicts by delegation"),
        N_("Most want"),
        N_("Agree"),
        N_("Dissent"),
    )
    figures = frozenset({NUMBER})
    reference: Reference | None = None

    def text(self, row: TargetRow, column: int) -> str:
        """What a cell shows."""
        return _TEXTS[column](self, row)

    def tip(self, row: TargetRow, column: int) -> str:
        """Verdicts by the delegations' names, and what has changed since."""
        if column == AGREE and row.target.majority is None:
            return self.words.text("no majority")
        if column not in (TARGET, OPINIONS, DISSENT):
            return ""
        lines = [self.text(row, column)]
        if row.target.stale:
            n = len(row.target.stale)
            lines.append(self.words.count("{n} mark is stale", "{n} marks are stale", n))
        return "\n".join(filter(None, lines))

    def opinions(self, row: TargetRow) -> str:
        """The verdicts with the names of their delegations."""
        return said(row.opinions, self._name, self.words)

    def most(self, row: TargetRow) -> str:
        """What most want."""
        majority = row.target.majority
        return label(majority, self.words) if majority else self.words.text("no majority")

    def agree(self, row: TargetRow) -> str:
        """How many want what most want; no verdict has more than the others where it is a tie."""
        target = row.target
        if target.majority is None:
            return self.words.text("a tie")
        return self.words.text("{n} of {of}", n=len(target.agree), of=len(target.verdicts))

    def dissent(self, row: TargetRow) -> str:
        """Who wants something else."""
        return self.words.list_of(tuple(map(self._name, row.target.dissent)))

    def title(self, row: TargetRow) -> str:
        """The step, and the document where it is about one."""
        language, document_id = self.words.language, row.target.document_id
        if document_id is None:
            return row.step.title[language]
        document = self.reference.documents.get(document_id) if self.reference else None
        return f"{row.step.title[language]} · {document.name[language] if document else document_id}"

    def _name(self, delegation: str) -> str:
        countries = self.reference.countries if self.reference else {}
        return delegation_name(delegation, countries, self.words)


_TEXTS: Mapping[int, Callable[[TargetsModel, TargetRow], str]] = {
    COUNTRY: lambda _, row: row.full.procedure.country,
    NUMBER: lambda _, row: str(row.step.seq),
    TARGET: TargetsModel.title,
    OPINIONS: TargetsModel.opinions,
    MOST: TargetsModel.most,
    AGREE: TargetsModel.agree,
    DISSENT: TargetsModel.dissent,
}


class TargetsTable(RowsTable[TargetRow]):
    """Signs for the verdicts; their column is as wide as they are, up to a measure."""

    def __init__(self, session: Session, model: TargetsModel) -> None:
        says = session.words.text("Steps and documents with the verdicts on them")
        kept = dict(session.columns.get(_NAME, {}))
        super().__init__(session, model, _NAME, says, stretch=TARGET, widths=_WIDTHS, badges=(COUNTRY,))
        # The signs tell it already; whoever wants it in words too chooses the columns.
        for column in (MOST, DISSENT):
            if f"hidden {column}" not in kept:
                self.setColumnHidden(column, True)
        self._fits = str(OPINIONS) not in kept
        self.signs = OpinionsDelegate(session.palette, session.words, _opinions, self)
        self.setItemDelegateForColumn(OPINIONS, self.signs)

    def show_targets(self, rows: Sequence[TargetRow]) -> None:
        """Show these; the current one stays current."""
        if self._fits and rows:
            needed = max(self.signs.needed(row.opinions) for row in rows)
            with QSignalBlocker(self.horizontalHeader()):
                self.horizontalHeader().resizeSection(OPINIONS, min(max(_NARROWEST, needed), _WIDEST))
        self.show_rows(rows, _key)


def _key(row: TargetRow) -> tuple[str, str | None]:
    return row.key


def _opinions(index: Index) -> Sequence[Opinion]:
    row = index.data(ROW_ROLE)
    return row.opinions if isinstance(row, TargetRow) else ()
