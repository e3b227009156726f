"""Plain lists of a proposal: what is compared, dissent, sources, comments, history."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from customs_app.analysis.dossier.result import Dossier, DossierMeasure, Objection
from customs_app.catalogue.results import Entry
from customs_app.domain.dossier import ProposalComment
from customs_app.domain.procedure import FullProcedure, Source
from customs_app.domain.reference import Reference
from customs_app.language.labels import delegation_name, label
from customs_app.language.moments import local_day, moment
from customs_app.language.numbers import said_day
from customs_app.language.words import N_
from customs_app.ui.widgets.rows import RowsModel


class ComparedModel(RowsModel[FullProcedure]):
    """One row a procedure that the proposal is about."""

    heads: ClassVar[tuple[str, ...]] = (
        N_("Country"), N_("Procedure"), N_("Steps"), N_("As of"), N_("Sources"),
    )  # fmt: skip
    figures: ClassVar[frozenset[int]] = frozenset({2, 4})

    def text(self, row: FullProcedure, column: int) -> str:
        """What a cell shows."""
        procedure, language = row.procedure, self.words.language
        as_of = procedure.as_of or ""
        return (
            procedure.country,
            procedure.title[language],
            str(len(row.steps)),
            as_of,
            str(len(procedure.source_ids)),
        )[column]


@dataclass(frozen=True, slots=True)
class Said:
    """A dissent of a meeting, with the measure it stands against."""

    measure: DossierMeasure
    objection: Objection


class DissentModel(RowsModel[Said]):
    """One row a dissent."""

    heads: ClassVar[tuple[str, ...]] = (
        N_("Delegation"), N_("Position"), N_("Reason"), N_("Measure"), N_("Step"), N_("Date"),
    )  # fmt: skip
    figures: ClassVar[frozenset[int]] = frozenset({3})
    reference: Reference | None = None

    def text(self, row: Said, column: int) -> str:
        """What a cell shows."""
        words, dissent = self.words, row.objection.dissent
        countries = self.reference.countries if self.reference is not None else {}
        return (
            delegation_name(dissent.delegation, countries, words),
            label(dissent.position, words),
            dissent.reason or "",
            str(row.measure.number),
            f"{row.objection.country} {row.objection.number}",
            local_day(row.objection.decision.at, words.language),
        )[column]

    def tip(self, row: Said, column: int) -> str:
        """The whole text; of the measure its title."""
        return row.measure.title.text if column == 3 else self.text(row, column)


def dissents_of(dossier: Dossier) -> Iterator[Said]:
    """The dissents against what the measures propose, in order of print."""
    for measure in dossier.measures:
        for objection in measure.objections:
            yield Said(measure, objection)


class SourcesModel(RowsModel[Source]):
    """One row a source that the proposal cites."""

    heads: ClassVar[tuple[str, ...]] = (N_("Source"), N_("Title"), N_("Publisher"), N_("Year"), N_("Read on"))

    def text(self, row: Source, column: int) -> str:
        """What a cell shows."""
        read = said_day(row.accessed, self.words.language) if row.accessed else ""
        return (row.id, row.title, row.publisher or "", row.year or "", read)[column]

    def tip(self, row: Source, column: int) -> str:
        """The whole text; of the title the address too."""
        text = self.text(row, column)
        return f"{text}\n{row.url}" if column == 1 and row.url else text


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, and the measure it is about; None where it is about the whole proposal."""

    comment: ProposalComment
    measure: DossierMeasure | None


class CommentsModel(RowsModel[Remark]):
    """One row a comment."""

    heads: ClassVar[tuple[str, ...]] = (N_("Date"), N_("Who"), N_("About"), N_("Comment"))

    def text(self, row: Remark, column: int) -> str:
        """What a cell shows."""
        words, comment = self.words, row.comment
        about = words.text("the whole proposal")
        if row.measure is not None:
            about = words.text(
                "{number}. {title}", number=str(row.measure.number), title=row.measure.title.text
            )
        return (
            moment(comment.at, words.language),
            f"{comment.reviewer.name}, {comment.reviewer.delegation}",
            about,
            " ".join(comment.text.split()),
        )[column]

    def tip(self, row: Remark, column: int) -> str:
        """The whole text."""
        return row.comment.text if column == 3 else self.text(row, column)


def comments_of(dossier: Dossier) -> tuple[Remark, ...]:
    """All comments, the newest first."""
    found = [Remark(comment, None) for comment in dossier.comments]
    for measure in (*dossier.measures, *dossier.left_out):
        found += [Remark(comment, measure) for comment in measure.comments]
    return tuple(sorted(found, key=lambda one: one.comment.at, reverse=True))


_STATES = {"undone": N_("taken back"), "dropped": N_("taken back")}
_KINDS = {"undo": N_("undo: {what}"), "redo": N_("redo: {what}")}


class HistoryModel(RowsModel[Entry]):
    """One row an entry of the journal."""

    heads: ClassVar[tuple[str, ...]] = (N_("Date"), N_("Who"), N_("What"), N_("State"))

    def text(self, row: Entry, column: int) -> str:
        """What a cell shows."""
        words, what = self.words, self.words.say(row.label)
        if row.kind in _KINDS:
            what = words.text(_KINDS[row.kind], what=what)
        state = words.text(_STATES[row.state]) if row.state in _STATES else ""
        return (
            moment(row.at, words.language),
            f"{row.reviewer.name}, {row.reviewer.delegation}",
            what,
            state,
        )[column]
