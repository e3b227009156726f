"""What the workbook and the printed proposal say, read once from the catalogue for both."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from customs_app.analysis.blind import Seen
from customs_app.analysis.case import Case
from customs_app.analysis.compare import Comparison, compare
from customs_app.analysis.data_matrix import DataMatrix, data_matrix
from customs_app.analysis.dossier.build import Given, build, ordered
from customs_app.analysis.dossier.result import Dossier
from customs_app.analysis.findings import findings
from customs_app.analysis.measures import Measure, measures_from_findings, measures_from_marks
from customs_app.analysis.money import Converted, convert
from customs_app.analysis.tolerance import Tolerance
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.corridor import Block, Corridor
from customs_app.domain.dossier import ProposalParts
from customs_app.domain.errors import InputError
from customs_app.domain.job import Progress, no_progress
from customs_app.domain.meeting import Decision
from customs_app.domain.procedure import FullProcedure, Source, Step
from customs_app.domain.proposal import MadeFrom, Proposal, ProposalStatus
from customs_app.domain.reference import Country, ExchangeRate, Reference
from customs_app.domain.review import Mark, Reviewer
from customs_app.domain.text import Message
from customs_app.language.words import Words
from customs_app.reports.beside import NOTHING, Beside, beside
from customs_app.reports.dossier import About, subject_of
from customs_app.reports.edition import Edition, edition_of
from customs_app.reports.seen_marks import seen_marks
from customs_app.reports.subject import Subject, compared
from customs_app.reports.titles import comparison_title, proposal_title


class ContentKind(StrEnum):
    """Which of the two papers is printed."""

    COMPARISON = "comparison"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that both exporters print.

    `comparison.countries` gives the order of the countries (ISO 3166 alpha-2) everywhere, and
    `comparison.procedures` their procedures with all steps. `marks` are those on the steps printed, but
    for those that a blind round hides; `blind_steps` is on how many steps it hides some.
    `data` is the matrix of data elements by documents, one column a country in that order.
    `measures` is empty for a comparison; those of a proposal stand in its order, and `left_out` are those
    that it leaves out. `parts` is what officials have added to it, `decisions` are those of meetings on the
    steps printed, oldest first. `sources` are those that something printed cites, in order of
    first citing. `converted` has each country's fees of the case in `currency` (ISO 4217), with the days
    of the rates and what has no rate; `rates` are the exchange rates it took, in order of currency.
    A proposal about a `corridor` is about the procedures `along` it, of which a country may have several;
    they do different things and are not set side by side: `comparison` then holds the longest of each
    country for its case and countries alone, and `data`, `converted` and `beside` are empty. `blocks` are
    those of the corridor, also those without a procedure.
    Figures within the `tolerance` count as equal. `beside` is what stands beside the comparison and is no
    part of its totals.
    """

    kind: ContentKind
    title: Message
    comparison: Comparison
    marks: tuple[Mark, ...]
    blind_steps: int
    data: DataMatrix
    measures: tuple[Measure, ...]
    from_findings: bool
    proposal: Proposal | None
    reference: Reference
    sources: tuple[Source, ...]
    currency: str
    tolerance: Tolerance
    converted: Mapping[str, Converted]
    rates: tuple[ExchangeRate, ...]
    beside: Beside
    edition: Edition
    left_out: tuple[Measure, ...] = ()
    parts: ProposalParts = field(default_factory=ProposalParts)
    decisions: tuple[Decision, ...] = ()
    corridor: Corridor | None = None
    along: tuple[FullProcedure, ...] = ()
    blocks: tuple[Block, ...] = ()

    def dossier(self, words: Words, progress: Progress = no_progress) -> Dossier | None:
        """The dossier of the proposal in the language of the words; None for a comparison.

        `progress` is told measure by measure; Cancelled ends it.
        """
        if self.kind is not ContentKind.PROPOSAL:
            return None
        given = Given(
            proposal=self.proposal or self._draft(),
            title=self.title,
            corridor=self.corridor,
            procedures=tuple(full for _, full in self.procedures()),
            measures=(*self.measures, *self.left_out),
            marks=self.marks,
            decisions=self.decisions,
            parts=self.parts,
            reference=self.reference,
            from_findings=self.from_findings,
            blind_steps=self.blind_steps,
        )
        return build(given, words, progress)

    def _draft(self) -> Proposal:
        """The proposal that nobody has saved."""
        return Proposal(
            id="",
            title="",
            status=ProposalStatus.DRAFT,
            regime=self.regime,
            mode=self.mode,
            procedures=tuple(full.procedure.id for _, full in self.procedures()),
            case_kind=self.comparison.case.kind,
            made_from=MadeFrom.FINDINGS if self.from_findings else MadeFrom.MARKS,
        )

    @property
    def regime(self) -> Regime:
        """The regime that is compared."""
        return self.comparison.regime

    @property
    def mode(self) -> Mode:
        """The mode of transport that is compared."""
        return self.comparison.mode

    @property
    def countries(self) -> tuple[Country, ...]:
        """The countries in order of print."""
        return tuple(self.reference.countries[iso2] for iso2 in self.comparison.countries)

    def procedures(self) -> Iterator[tuple[Country, FullProcedure]]:
        """Each procedure printed with its country, in order of print."""
        compared = (self.comparison.procedures[iso2] for iso2 in self.comparison.countries)
        for full in self.along or compared:
            yield self.reference.countries[full.procedure.country], full

    def step_place(self, step_id: str) -> tuple[Country, FullProcedure, Step]:
        """Where a printed step stands; KeyError for a step that is not printed."""
        for country, full in self.procedures():
            for step in full.steps:
                if step.id == step_id:
                    return country, full, step
        raise KeyError(step_id)


@dataclass(frozen=True, slots=True)
class _Paper:
    """What one paper has of its own."""

    kind: ContentKind
    title: Message
    measures: tuple[Measure, ...] = ()
    from_findings: bool = False
    proposal: Proposal | None = None
    left_out: tuple[Measure, ...] = ()
    parts: ProposalParts = field(default_factory=ProposalParts)
    decisions: tuple[Decision, ...] = ()
    about: About | None = None


def comparison_content(catalogue: Catalogue, subject: Subject, *, who: Reviewer | None = None) -> Content:
    """A comparison of the countries' procedures, ready to print for `who`.

    In a blind round `who` sees no marks but his or her own; nobody (None) sees none. InputError where no
    country has such a procedure. CatalogueError where the file fails.
    """
    comparison, marks = compared(catalogue, subject, who)
    title = comparison_title(comparison.regime, comparison.mode)
    return _content(catalogue, subject, comparison, marks, _Paper(ContentKind.COMPARISON, title))


def proposal_content(
    catalogue: Catalogue,
    subject: Subject,
    *,
    who: Reviewer | None = None,
    proposal: Proposal | None = None,
    use_findings: bool = False,
) -> Content:
    """A proposal made of the marks on the countries' procedures, or of what the rules suggest.

    As `comparison_content`; `proposal` gives the title page. Where it is about certain procedures, ask
    `saved_proposal_content`.
    """
    comparison, marks = compared(catalogue, subject, who)
    title = proposal_title(comparison.regime, comparison.mode)
    if proposal is not None and proposal.title:
        title = Message("{title}", {"title": proposal.title})
    procedures = tuple(comparison.procedures.values())
    decisions = catalogue.decisions([full.procedure.id for full in procedures])
    measures = _measures(catalogue, procedures, marks, decisions, use_findings=use_findings)
    parts = catalogue.proposal_parts(proposal.id) if proposal is not None and proposal.id else ProposalParts()
    taken, left_out = ordered(measures, parts)
    paper = _Paper(ContentKind.PROPOSAL, title, taken, use_findings, proposal, left_out, parts, decisions)
    return _content(catalogue, subject, comparison, marks, paper)


def saved_proposal_content(
    catalogue: Catalogue,
    proposal: Proposal,
    *,
    who: Reviewer | None = None,
    currency: str = "USD",
    use_findings: bool = False,
) -> Content:
    """The content of a saved proposal: its own procedures, regime, mode and case.

    `use_findings` takes what the rules suggest also where the proposal is made of marks. InputError where
    none of its procedures is there any more: other countries than those it speaks of must not take their
    place.
    """
    from_findings = use_findings or proposal.made_from is MadeFrom.FINDINGS
    if proposal.corridor_id is not None and proposal.corridor_id in catalogue.reference().corridors:
        return _corridor_content(catalogue, proposal, who, currency, from_findings)
    ids = set(proposal.procedures)
    rows = [row.procedure for row in catalogue.procedures() if row.procedure.id in ids]
    if ids and not rows:
        gone = Message("None of the procedures that the proposal is about is in the catalogue any more.")
        raise InputError(gone)
    chosen = {procedure.country: procedure.id for procedure in rows}
    return proposal_content(
        catalogue,
        Subject(
            regime=proposal.regime,
            mode=proposal.mode,
            countries=tuple(chosen) or None,
            chosen=chosen,
            case=proposal.case_kind,
            currency=currency,
        ),
        who=who,
        proposal=proposal,
        use_findings=from_findings,
    )


def _corridor_content(
    catalogue: Catalogue, proposal: Proposal, who: Reviewer | None, currency: str, from_findings: bool
) -> Content:
    """The content of a proposal about a corridor: the procedures of all its blocks."""
    reference = catalogue.reference()
    about = subject_of(catalogue, proposal, reference)
    ids = [full.procedure.id for full in about.procedures]
    seen = seen_marks(catalogue, who, ids)
    longest: dict[str, FullProcedure] = {}
    for full in sorted(about.procedures, key=lambda one: -len(one.steps)):
        longest.setdefault(full.procedure.country, full)
    order = tuple(dict.fromkeys(full.procedure.country for full in about.procedures))
    comparison = compare(
        {iso2: longest[iso2] for iso2 in order},
        reference,
        Case(proposal.case_kind),
        regime=proposal.regime,
        mode=proposal.mode,
        marks=seen.marks,
    )
    decisions = catalogue.decisions(ids)
    measures = _measures(catalogue, about.procedures, seen, decisions, use_findings=from_findings)
    parts = catalogue.proposal_parts(proposal.id) if proposal.id else ProposalParts()
    taken, left_out = ordered(measures, parts)
    title = Message("{title}", {"title": proposal.title}) if proposal.title else about.title
    paper = _Paper(
        ContentKind.PROPOSAL, title, taken, from_findings, proposal, left_out, parts, decisions, about
    )
    subject = Subject(proposal.regime, proposal.mode, order, case=proposal.case_kind, currency=currency)
    return _content(catalogue, subject, comparison, seen, paper)


def _measures(
    catalogue: Catalogue,
    procedures: tuple[FullProcedure, ...],
    seen: Seen,
    decisions: tuple[Decision, ...],
    *,
    use_findings: bool,
) -> tuple[Measure, ...]:
    reference = catalogue.reference()
    if use_findings:
        # Countries that are not printed serve as a measure all the same, as in the window.
        found = findings(procedures, reference, peers=catalogue.full_procedures())
        return measures_from_findings(found, procedures, reference)
    return measures_from_marks(seen.marks, procedures, reference, decisions)


def cited(source_ids: Iterable[str | None], reference: Reference) -> tuple[Source, ...]:
    """The sources of these ids, each once, in order of first citing; an unknown id is passed over."""
    return tuple(
        reference.sources[source_id]
        for source_id in dict.fromkeys(source_ids)
        if source_id is not None and source_id in reference.sources
    )


def _content(
    catalogue: Catalogue, subject: Subject, comparison: Comparison, marks: Seen, paper: _Paper
) -> Content:
    reference = catalogue.reference()
    compared = paper.about is None
    along = () if paper.about is None else paper.about.procedures
    printed = along or tuple(comparison.procedures[iso2] for iso2 in comparison.countries)
    converted = {
        iso2: convert(totals.cost, subject.currency, reference.rates)
        for iso2, totals in comparison.totals.items()
        if compared
    }
    used = {rate.currency: rate for one in converted.values() for rate in one.rates}
    rates = tuple(used[code] for code in sorted(used))
    data = data_matrix(printed if compared else (), reference)
    told = beside(catalogue, comparison) if compared else NOTHING
    rows = (row for measure in paper.measures for finding in measure.findings for row in finding.evidence)
    ids = [
        *_cited_by(printed, reference),
        *_sources_of_forms(data, reference),
        *(row.source for row in rows),
        *(rate.source_id for rate in rates),
        *(act.source_id for act in paper.parts.acts),
        *told.cited(),
    ]
    return Content(
        kind=paper.kind,
        title=paper.title,
        comparison=comparison,
        marks=marks.marks,
        blind_steps=len(marks.hidden),
        data=data,
        measures=paper.measures,
        from_findings=paper.from_findings,
        proposal=paper.proposal,
        reference=reference,
        sources=cited(ids, reference),
        currency=subject.currency,
        tolerance=subject.tolerance,
        converted=converted,
        rates=rates,
        beside=told,
        edition=edition_of(catalogue),
        left_out=paper.left_out,
        parts=paper.parts,
        decisions=paper.decisions,
        corridor=None if paper.about is None else paper.about.corridor,
        along=along,
        blocks=() if paper.about is None else paper.about.blocks,
    )


def _cited_by(procedures: Iterable[FullProcedure], reference: Reference) -> Iterator[str | None]:
    """Sources of the procedures, of their steps, and of the documents that these handle."""
    for full in procedures:
        yield from full.procedure.source_ids
        for step in full.steps:
            yield from step.source_ids
            for use in full.uses.get(step.id, ()):
                yield reference.documents[use.document_id].source_id


def _sources_of_forms(data: DataMatrix, reference: Reference) -> Iterator[str | None]:
    """Sources of the boxes of the forms that count in the matrix."""
    for form in dict.fromkeys(use.form for column in data.columns for use in column.forms):
        if form in reference.forms:
            yield from (box.source_id for box in reference.forms[form].boxes)
