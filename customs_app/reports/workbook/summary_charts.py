"""Charts of the first sheet, and what must be said beside them to keep them honest."""

from collections.abc import Sequence
from itertools import cycle

from customs_app.domain.codes import Stage
from customs_app.domain.text import Text
from customs_app.figures.stage_hours import StageHours, Stages, stage_hours
from customs_app.figures.time_by_stage import stage_names
from customs_app.figures.tokens import LIGHT
from customs_app.language.numbers import money
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.workbook.chart import Bar, write_bars, write_stacks
from customs_app.reports.workbook.page import Column, Page
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.summary_tables import ends, known
from customs_app.reports.workbook.texts import lines, said

_WIDE = 13
_SEVERAL = 2
_GREYS = ("#4A525E", "#7D8794", "#A6AEB9", "#CDD2D9")


def write_like_for_like(page: Page, content: Content) -> None:
    """Write the totals over what every country has a figure for, and their chart; or why there are none."""
    words, alike = page.words, content.comparison.like_for_like
    page.line(words.text("Like for like"), Kind.SECTION)
    reasons = [words.say(reason) for reason in (alike.no_time, alike.no_cost) if reason is not None]
    for reason in dict.fromkeys(reasons):
        page.note(reason, _WIDE)
    if alike.elapsed:
        _write_times(page, content)
    if alike.cost:
        _write_costs(page, content)
    page.end_row()


def write_stages(page: Page, content: Content) -> None:
    """Write typical hours by stage of the work, a bar a country; those without any are left out by name."""
    words, comparison = page.words, content.comparison
    page.line(words.text("Time by stage"), Kind.SECTION)
    page.note(
        words.text(
            "All that is counted. Countries have figures for different steps, so these bars say nothing "
            "about who is faster."
        ),
        _WIDE,
    )
    found = {
        country.iso2: stage_hours(full, comparison.case, content.reference)
        for country, full in content.procedures()
    }
    named = {country.iso2: said(country.name, words) or country.iso2 for country in content.countries}
    unknown = tuple(named[iso2] for iso2, one in found.items() if not one.hours)
    if unknown:
        page.note(
            words.text("Left out, because no typical time is known: {countries}.", countries=unknown), _WIDE
        )
    spans = sorted({_span(key) for one in found.values() for key in one.hours}, key=_order)
    if not spans:
        return
    heads = (words.text("Country"), *(stage_names(span, words) for span in spans))
    rows = [
        (
            f"{named[iso2]} ({words.text('{n} of {of}', n=one.covered.n, of=one.covered.of)})",
            *(_hours(one, span) for span in spans),
        )
        for iso2, one in found.items()
        if one.hours
    ]
    title = words.text("Typical hours by stage (steps counted of steps of the case)")
    write_stacks(page, title, heads, rows, _colours(spans))


def _order(stages: Stages) -> tuple[int, ...]:
    every = tuple(Stage)
    return tuple(every.index(stage) for stage in stages)


def _span(stages: Stages) -> Stages:
    """The first and the last of the stages that one figure spans."""
    return stages if len(stages) < _SEVERAL else (stages[0], stages[-1])


def _hours(one: StageHours, span: Stages) -> float | None:
    hours = [value for key, value in one.hours.items() if _span(key) == span]
    return sum(hours) if hours else None


def _colours(spans: Sequence[Stages]) -> list[str]:
    """Those of the stages; figures for several stages are grey, from dark to light."""
    greys = cycle(_GREYS)
    return [LIGHT.stage[span[0]] if len(span) == 1 else next(greys) for span in spans]


def _write_times(page: Page, content: Content) -> None:
    words, alike = page.words, content.comparison.like_for_like
    page.note(
        words.text(
            "Elapsed time over the activities that have a counted time in every country: {activities}.",
            activities=_names(content, alike.time_activities),
        ),
        _WIDE,
    )
    columns = (
        Column(words.text("Country"), 16, 20, Kind.STRONG),
        Column(words.text("Elapsed, least (hours)"), 9, 32, Kind.FIGURE),
        Column(words.text("Elapsed, typical (hours)"), 9, 10.5, Kind.FIGURE),
        Column(words.text("Elapsed, most (hours)"), 9, 10.5, Kind.FIGURE),
    )
    page.head(columns)
    page.rows(
        columns,
        ((said(country.name, words), *ends(alike.elapsed[country.iso2])) for country in content.countries),
    )
    page.end_row()
    bars = [
        Bar(said(country.name, words) or country.iso2, full.procedure.title[words.language], hours)
        for country, full in content.procedures()
        if (hours := alike.elapsed[country.iso2].typ) is not None
    ]
    write_bars(page, words.text("Like for like: elapsed time, typical, hours"), _heads(words), bars)


def _write_costs(page: Page, content: Content) -> None:
    words, alike = page.words, content.comparison.like_for_like
    page.note(
        words.text(
            "Fees over the activities that have a counted cost in every country: {activities}.",
            activities=_names(content, alike.cost_activities),
        ),
        _WIDE,
    )
    columns = (
        Column(words.text("Country"), 16, 20, Kind.STRONG),
        Column(words.text("Fees, own currencies"), 16, 32, Kind.FIGURE),
    )
    page.head(columns)
    page.rows(
        columns,
        (
            (
                said(country.name, words),
                known(lines(money(one, words.language) for one in alike.cost[country.iso2])),
            )
            for country in content.countries
        ),
    )


def _names(content: Content, codes: tuple[str, ...]) -> tuple[Text, ...]:
    return tuple(content.reference.activities[code].name for code in codes)


def _heads(words: Words) -> tuple[str, str, str]:
    return words.text("Country"), words.text("Procedure"), words.text("Elapsed, typical (hours)")
