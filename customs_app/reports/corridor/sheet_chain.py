"""The sheet of the chain step by step."""

from collections.abc import Iterator, Mapping, Sequence

from customs_app.analysis.case import steps_of_case
from customs_app.analysis.corridor.result import ChainPoint
from customs_app.analysis.counting import CountedCost, counted_costs
from customs_app.domain.codes import Role
from customs_app.domain.figures import Range
from customs_app.figures.figure_text import cost_text
from customs_app.language.corridor_names import role_name
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.corridor.paper import CorridorPaper, Place
from customs_app.reports.corridor.texts import country_name, point_figure
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import A3, keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import lines, numbers_of, said

_FIXED = 5
_Row = Sequence[Plain | As]


def write_chain(page: Page, paper: CorridorPaper) -> None:
    """Write one row a step of the case, in the order of the chain."""
    words = page.words
    title = words.text("The chain step by step")
    page.line(title, Kind.TITLE)
    page.line(
        words.text(
            "Hours since the start end with the step. “Counted as”: ≤ at most by law, [ ] for several steps "
            "together, ( ) shown and not added. An empty cell is unknown: not zero, not free."
        ),
        Kind.LABEL,
    )
    columns = _columns(words)
    head = page.row
    page.head(columns)
    page.rows(columns, _rows(paper, words))
    keep_in_sight(page, head, len(columns), fixed=_FIXED)
    print_pages(page, title, paper.edition, A3, 2)


def _columns(words: Words) -> tuple[Column, ...]:
    t = words.text
    return (
        Column(t("Block"), 5, 7, Kind.SHORT),
        Column(t("Country"), 10, 16),
        Column(t("Part of the chain"), 10, 16),
        Column(t("Step no."), 5, 7, Kind.SHORT),
        Column(t("Step"), 22, 38, Kind.STRONG),
        Column(t("Stage"), 9, 14),
        Column(t("Activity"), 14, 26),
        Column(t("Agency"), 12, 26),
        Column(t("How it is done"), 9, 12, Kind.SHORT),
        Column(t("After steps"), 7, 12, Kind.SHORT),
        Column(t("Time, least (hours)"), 8, 10, Kind.FIGURE),
        Column(t("Time, typical (hours)"), 8, 10, Kind.FIGURE),
        Column(t("Time, most (hours)"), 8, 10, Kind.FIGURE),
        Column(t("Kind of time"), 9, 12, Kind.SHORT),
        Column(t("Counted as (hours)"), 9, 14, Kind.FIGURE),
        Column(t("Since the start, least (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Since the start, typical (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Since the start, most (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Cost"), 9, 14, Kind.FIGURE),
        Column(t("Currency"), 8, 10, Kind.SHORT),
        Column(t("Cost counted as"), 9, 16, Kind.FIGURE),
        Column(t("Documents handed in"), 14, 30),
        Column(t("Documents shown"), 12, 26),
        Column(t("Evidence"), 9, 11, Kind.SHORT),
        Column(t("Source nos."), 8, 12, Kind.SHORT),
        Column(t("Place in the source"), 10, 24),
    )


def _rows(paper: CorridorPaper, words: Words) -> Iterator[_Row]:
    costs: dict[str, Mapping[str, CountedCost]] = {}
    for block in paper.bound:
        if block.procedure is not None:
            paid = steps_of_case(block.procedure, paper.chain.case, "cost", paper.reference.rates)
            costs[block.key] = counted_costs(block.procedure, paid)
    for point, place in paper.points():
        yield (*_what(point, place, paper, words), *_figures(point, place, costs[point.block_key], words),
               *_papers(place, paper, words))  # fmt: skip


def _what(point: ChainPoint, place: Place, paper: CorridorPaper, words: Words) -> _Row:
    step, reference = place.step, paper.reference
    activity = reference.activities[step.activity]
    agency = reference.agencies.get(step.agency_id or "")
    return (
        paper.number(point.block_key),
        country_name(place.block.country, reference, words),
        role_name(place.block.role, words),
        point.number,
        said(step.title, words),
        As(label(activity.stage, words), activity.stage),
        said(activity.name, words),
        said(agency.name, words) if agency else None,
        As(label(step.channel, words), step.channel) if step.channel else As("?", Kind.ABSENT),
        numbers_of(step.depends_on, place.full),
    )


def _figures(point: ChainPoint, place: Place, costs: Mapping[str, CountedCost], words: Words) -> _Row:
    step, counted = place.step, costs.get(place.step.id)
    own = point.recorded or Range()
    is_rate = counted is not None and counted.rate is not None
    return (
        own.min,
        own.typ,
        own.max,
        label(step.time.kind, words) if step.time.kind else None,
        point_figure(point, place.full, words),
        point.cumulative.min,
        point.cumulative.typ,
        point.cumulative.max,
        step.cost.amount,
        "%" if is_rate and not step.cost.currency else step.cost.currency,
        cost_text(counted, place.full, words) if counted else As("–", Kind.ABSENT),
    )


def _papers(place: Place, paper: CorridorPaper, words: Words) -> _Row:
    step = place.step
    uses = place.full.uses.get(step.id, ())

    def named(role: Role) -> str | None:
        documents = (paper.reference.documents[use.document_id] for use in uses if use.role is role)
        return lines(said(document.name, words) for document in documents)

    return (
        named(Role.INPUT),
        named(Role.SHOWN),
        label(step.evidence, words) if step.evidence else None,
        words.list_of(tuple(map(str, paper.numbers_of(step.source_ids)))) or None,
        step.locator,
    )
