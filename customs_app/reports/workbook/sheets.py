"""Which sheets a workbook has, in which order, and what each holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from customs_app.analysis.dossier.result import Dossier, ProcedureEffect
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Country
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.workbook.acts import write_acts
from customs_app.reports.workbook.comparison import write_comparison
from customs_app.reports.workbook.corridor import write_corridor
from customs_app.reports.workbook.cover import Listed, write_cover
from customs_app.reports.workbook.data_demands import write_data_demands
from customs_app.reports.workbook.data_matrix import write_data_matrix
from customs_app.reports.workbook.differences import write_differences
from customs_app.reports.workbook.distance import write_changes, write_distance
from customs_app.reports.workbook.documents import write_documents
from customs_app.reports.workbook.glossary import write_glossary
from customs_app.reports.workbook.indicators import write_indicators
from customs_app.reports.workbook.lists import write_lists
from customs_app.reports.workbook.marks import write_marks
from customs_app.reports.workbook.measures import write_measures
from customs_app.reports.workbook.page import Page
from customs_app.reports.workbook.parcels import write_parcels
from customs_app.reports.workbook.places import write_places
from customs_app.reports.workbook.positions import write_positions
from customs_app.reports.workbook.savings import write_savings
from customs_app.reports.workbook.savings_open import currencies_of
from customs_app.reports.workbook.sources import write_sources
from customs_app.reports.workbook.steps import write_steps
from customs_app.reports.workbook.summary import write_summary
from customs_app.reports.workbook.texts import said
from customs_app.reports.workbook.times_matrix import timed_rows, write_times_matrix
from customs_app.reports.workbook.to_be import Placed, write_to_be

_LAST = 2
_ROOM = 12
"""The longest name of a country beside which the rest of a sheet's name has room."""


@dataclass(slots=True)
class Bound:
    """What goes into one workbook. `names` are those of its sheets, `places` where procedures stand as they
    would be; both are filled while it is written."""

    content: Content
    dossier: Dossier | None
    words: Words
    names: list[str] = field(default_factory=list)
    places: dict[str, Placed] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the name wanted, what it holds, and what writes it.

    Those with a higher `late` are written after the others. One without `about` is not listed.
    """

    name: str
    about: str
    write: Callable[[Page], None]
    late: int = 0


def sheets_of(bound: Bound) -> Iterator[Sheet]:
    """The sheets in their order."""
    t = bound.words.text
    # Procedures along a corridor do different things: they are not set side by side.
    compared = bound.content.corridor is None
    sheets = [
        *_of_proposal(bound),
        *(_of_comparison(bound) if compared else ()),
        *(() if compared else _of_corridor(bound)),
        *_of_procedures(bound),
        *(_of_beside(bound) if compared else ()),
        *_of_lists(bound),
    ]
    yield Sheet(t("Cover"), "", lambda page: _cover(page, bound, sheets), late=_LAST)
    yield from sheets


def _cover(page: Page, bound: Bound, sheets: list[Sheet]) -> None:
    listed = [
        Listed(name, sheet.about) for name, sheet in zip(bound.names[1:], sheets, strict=True) if sheet.about
    ]
    write_cover(page, bound.content, bound.dossier, listed)


def _of_proposal(bound: Bound) -> Iterator[Sheet]:
    content, dossier, t = bound.content, bound.dossier, bound.words.text
    if dossier is None or not dossier.measures:
        return
    yield Sheet(
        t("Totals and savings"),
        t("the problem, what is proposed, and what it saves; formulas"),
        lambda page: write_savings(page, content, dossier, bound.places),
        late=1,
    )
    yield Sheet(
        t("Measures"),
        t("text now and text proposed in each country; terms to be filled in"),
        lambda page: write_measures(page, content, dossier),
    )
    yield Sheet(
        t("Acts to amend"),
        t("laws that the measures touch, and those of which the article is not known"),
        lambda page: write_acts(page, content, dossier),
    )
    yield Sheet(
        t("Positions"),
        t("where each delegation stands on each measure; to be filled in"),
        lambda page: write_positions(page, content, dossier),
    )
    for told in dossier.together:
        name = t("{country} now and then", country=_short(told.country, bound))
        yield Sheet(
            name,
            t("the procedure as it is and as it would be, step by step"),
            partial(_to_be, bound=bound, dossier=dossier, told=told),
        )


def _to_be(page: Page, bound: Bound, dossier: Dossier, told: ProcedureEffect) -> None:
    bound.places[told.full.procedure.id] = write_to_be(page, bound.content, dossier, told)


def _short(iso2: str, bound: Bound) -> str:
    """The code of a country, and its name where both leave room for more."""
    name = said(bound.content.reference.countries[iso2].name, bound.words) or ""
    return f"{iso2} {name}" if len(name) <= _ROOM else iso2


def _of_comparison(bound: Bound) -> Iterator[Sheet]:
    content, t = bound.content, bound.words.text
    yield Sheet(
        t("Summary"),
        t("what is known of each country in all, like for like, and by stage"),
        lambda page: write_summary(page, content),
    )
    yield Sheet(
        t("Comparison"),
        t("activities down, countries across"),
        lambda page: write_comparison(page, content),
    )
    if timed := timed_rows(content):
        yield Sheet(
            t("Times by activity"),
            t("typical hours of each activity as numbers"),
            lambda page: write_times_matrix(page, content, timed),
        )


def _of_corridor(bound: Bound) -> Iterator[Sheet]:
    content, t = bound.content, bound.words.text
    yield Sheet(
        t("Corridor"),
        t("the chain of procedures along the way, with its hours"),
        lambda page: write_corridor(page, content),
    )


def _of_procedures(bound: Bound) -> Iterator[Sheet]:
    content, t = bound.content, bound.words.text
    for country, full in content.procedures():
        yield Sheet(
            f"{country.iso2} {said(country.name, bound.words)}",
            t("all that is known of each step of the procedure"),
            partial(_steps, bound=bound, country=country, full=full),
        )
    yield from _of_papers(bound)


def _steps(page: Page, bound: Bound, country: Country, full: FullProcedure) -> None:
    write_steps(page, bound.content, country, full)


def _of_papers(bound: Bound) -> Iterator[Sheet]:
    content, t = bound.content, bound.words.text
    yield Sheet(
        t("Documents"),
        t("each document at each step"),
        lambda page: write_documents(page, content),
    )
    if content.data.rows:
        yield Sheet(
            t("Data matrix"),
            t("data elements, and which documents ask for each"),
            lambda page: write_data_matrix(page, content),
        )
        yield Sheet(
            t("Demands for data"),
            t("each demand for a data element, with its box"),
            lambda page: write_data_demands(page, content),
        )
    yield Sheet(
        t("Marks"),
        t("what reviewers decided, and why"),
        lambda page: write_marks(page, content),
    )


def _of_beside(bound: Bound) -> Iterator[Sheet]:
    content, t = bound.content, bound.words.text
    yield Sheet(
        t("Differences"),
        t("what differs between the countries"),
        lambda page: write_differences(page, content),
    )
    if (found := content.beside.distances) is not None:
        yield Sheet(
            t("Distance"),
            t("how far each country is from what most do"),
            lambda page: write_distance(page, content, found),
        )
        yield Sheet(
            t("Changes to make"),
            t("what each country would change to do as most do"),
            lambda page: write_changes(page, content, found),
        )
    if content.beside.indicators:
        yield Sheet(
            t("Measures of countries"),
            t("what others have measured, with year and source"),
            lambda page: write_indicators(page, content),
        )
    if content.beside.parcels:
        yield Sheet(
            t("Parcels"),
            t("parcel imports of all member states"),
            lambda page: write_parcels(page, content),
        )
    if content.beside.places:
        yield Sheet(
            t("Places"),
            t("Places of the countries compared"),
            lambda page: write_places(page, content),
        )


def _of_lists(bound: Bound) -> Iterator[Sheet]:
    content, dossier, t = bound.content, bound.dossier, bound.words.text
    yield Sheet(
        t("Sources"),
        t("where every figure comes from"),
        lambda page: write_sources(page, content),
    )
    yield Sheet(
        t("Glossary"),
        t("what the terms mean"),
        lambda page: write_glossary(page, content),
    )
    if dossier is not None and dossier.measures:
        yield Sheet(
            t("Lists"),
            "",
            lambda page: write_lists(page, content, currencies_of(dossier)),
        )
