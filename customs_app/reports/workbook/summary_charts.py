"""Charts of the first sheet, and what must be said beside them to keep them honest."""

from customs_app.domain.text import Text
from customs_app.language.numbers import money
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.workbook.chart import Bar, write_bars
from customs_app.reports.workbook.page import Column, Page
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.summary_tables import ends, known
from customs_app.reports.workbook.texts import lines, said

_WIDE = 13


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


def write_elapsed(page: Page, content: Content) -> None:
    """Write the chart of typical elapsed time; countries without one are left out by name."""
    words = page.words
    totals = content.comparison.totals
    bars: list[Bar] = []
    unknown: list[str] = []
    for country, full in content.procedures():
        one = totals[country.iso2]
        name = said(country.name, words) or country.iso2
        if one.elapsed.typ is None:
            unknown.append(name)
        else:
            rests = words.text("{n} of {of}", n=one.time_covered.n, of=one.time_covered.of)
            bars.append(Bar(f"{name} ({rests})", full.procedure.title[words.language], one.elapsed.typ))
    page.line(words.text("Elapsed time by country"), Kind.SECTION)
    page.note(
        words.text(
            "These totals rest on different numbers of steps, given in brackets: 2 of 16 means that 2 of the "
            "16 steps of the case have a counted time. A short bar may only be a short list of figures; "
            "this is no ranking."
        ),
        _WIDE,
    )
    if unknown:
        page.note(
            words.text("Left out, because no typical time is known: {countries}.", countries=tuple(unknown)),
            _WIDE,
        )
    if bars:
        title = words.text("Elapsed time, typical, hours (steps counted of steps of the case)")
        write_bars(page, title, _heads(words), bars)


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
