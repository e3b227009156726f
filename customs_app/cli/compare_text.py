"""A comparison as text for a terminal: procedures, totals, matrix, like for like, differences."""

from collections.abc import Iterator

from customs_app.analysis.rows import Cell
from customs_app.analysis.totals import Totals
from customs_app.cli.console import table
from customs_app.domain.figures import Money, Range
from customs_app.domain.procedure import FullProcedure
from customs_app.figures.figure_text import UNKNOWN, cell_cost_text, cell_text, count_text, visits_text
from customs_app.language.labels import label
from customs_app.language.numbers import money, span
from customs_app.language.words import Words
from customs_app.reports.content import Content


def comparison_text(content: Content, words: Words) -> str:
    """The whole comparison, a blank line between its parts."""
    case = label(content.comparison.case.kind, words)
    head = f"{words.say(content.title)} · {case}"
    parts = [head, *_procedures(content, words), *_totals(content, words), *_matrix(content, words)]
    parts += _fees_by_activity(content, words)
    return "\n\n".join([*parts, *_like_for_like(content, words), *_differences(content, words)])


def _procedures(content: Content, words: Words) -> Iterator[str]:
    others = content.comparison.others
    columns = {
        words.text("Country"): [country.name[words.language] for country in content.countries],
        words.text("Procedure"): [full.procedure.title[words.language] for _, full in content.procedures()],
        words.text("Mode"): [
            "" if full.procedure.mode is content.mode else label(full.procedure.mode, words)
            for _, full in content.procedures()
        ],
        words.text("Id"): [full.procedure.id for _, full in content.procedures()],
        words.text("Others like it"): [
            str(len(others.get(iso2, ())) or "") for iso2 in content.comparison.countries
        ],
    }
    # A column that says nothing is left out.
    told = {head: cells for head, cells in columns.items() if any(cells)}
    rows = zip(content.comparison.countries, *told.values(), strict=True)
    yield table(("", *told), rows, frozenset({len(told)}) if any(others.values()) else frozenset())
    for iso2 in content.comparison.left_out:
        name = content.reference.countries[iso2].name
        if iso2 in content.comparison.stages_only:
            yield words.text("{country} is left out: it has only a view by stages.", country=name)
        else:
            yield words.text("{country} is left out: it has no such procedure.", country=name)


def _totals(content: Content, words: Words) -> Iterator[str]:
    totals = content.comparison.totals
    rows = [
        (country.name[words.language], *_total(totals[country.iso2], words)) for country in content.countries
    ]
    head = (
        words.text("Country"),
        words.text("Steps"),
        words.text("Elapsed, h"),
        words.text("Effort, h"),
        words.text("Documents"),
        words.text("Visits"),
        words.text("Known"),
        words.text("Fees"),
    )
    yield table(head, rows, frozenset({1, 2, 3, 4, 5}))
    yield words.text(
        "Elapsed is the longest path through the steps, effort their sum. ? is unknown: not zero, not free."
    )


def _total(total: Totals, words: Words) -> tuple[str, ...]:
    known = [
        words.text("{n} of {of} steps have a time", n=total.time_covered.n, of=total.time_covered.of),
        words.text("{n} of {of} a fee", n=total.cost_covered.n, of=total.cost_covered.of),
    ]
    return (
        str(total.steps),
        span(total.elapsed, words.language),
        span(total.effort, words.language),
        _count(total.documents),
        visits_text(total.visits, total.visits_covered, words),
        words.clauses(known),
        _fees(total.cost, words),
    )


def _count(value: int | None) -> str:
    return UNKNOWN if value is None else str(value)


def _fees(amounts: tuple[Money, ...], words: Words) -> str:
    return " + ".join(money(amount, words.language) for amount in amounts) or UNKNOWN


def _matrix(content: Content, words: Words) -> Iterator[str]:
    comparison = content.comparison
    rows = []
    for row in comparison.rows:
        cells = []
        for iso2 in comparison.countries:
            cell = row.cells[iso2]
            text = cell_text(cell, comparison.procedures[iso2], words)
            many = count_text(cell) if cell is not None else ""
            cells.append(f"{text} {many}" if many else text)
        rows.append((label(row.activity.stage, words), row.activity.name[words.language], *cells))
    head = (words.text("Stage"), words.text("Activity"), *comparison.countries)
    yield table(head, rows, frozenset(range(2, len(head))))
    yield words.text(
        "Hours. – no such step, ? not known, ≤ at most by law, [ ] for several steps together, "
        "( ) shown and not added, ×2 two steps."
    )


def _fees_by_activity(content: Content, words: Words) -> Iterator[str]:
    """The activities for which some country's fee is known, in the countries' own currencies."""
    comparison = content.comparison
    rows = [
        (
            row.activity.name[words.language],
            *(_fee(row.cells[iso2], comparison.procedures[iso2], words) for iso2 in comparison.countries),
        )
        for row in comparison.rows
        if row.fee_known
    ]
    if not rows:
        yield words.text("No source gives a fee for any of these activities.")
        return
    head = (words.text("Fees by activity"), *comparison.countries)
    yield table(head, rows, frozenset(range(1, len(head))))
    yield words.text(
        "Each country’s own currency; activities without a known fee are left out. – no such step, "
        "? not known, not free, [ ] for several steps together, “in 13” in the figure of step 13, "
        "( ) shown and not added, “if” only on a condition."
    )


def _fee(cell: Cell | None, full: FullProcedure, words: Words) -> str:
    text = cell_cost_text(cell, full, words)
    conditional = cell is not None and cell.conditional and text != UNKNOWN
    return f"{words.text('if')} {text}" if conditional else text


def _like_for_like(content: Content, words: Words) -> Iterator[str]:
    alike = content.comparison.like_for_like
    activities = content.reference.activities
    if alike.no_time is not None:
        yield words.say(alike.no_time)
    else:
        names = tuple(activities[code].name for code in alike.time_activities)
        yield words.text("Like for like, time over: {activities}", activities=names)
        yield _ranked(content, {iso2: _hours(hours, words) for iso2, hours in alike.elapsed.items()}, words)
    if alike.no_cost is not None:
        yield words.say(alike.no_cost)
    else:
        names = tuple(activities[code].name for code in alike.cost_activities)
        yield words.text("Like for like, fees over: {activities}", activities=names)
        yield _ranked(content, {iso2: _fees(fees, words) for iso2, fees in alike.cost.items()}, words)


def _hours(hours: Range, words: Words) -> str:
    return words.text("{hours} h", hours=span(hours, words.language))


def _ranked(content: Content, figures: dict[str, str], words: Words) -> str:
    names = {country.iso2: country.name[words.language] for country in content.countries}
    return table(
        (words.text("Country"), words.text("Like for like")),
        [(names[iso2], text) for iso2, text in figures.items()],
        frozenset({1}),
    )


def _differences(content: Content, words: Words) -> Iterator[str]:
    found = content.comparison.differences
    if found:
        lines = [f"  - {words.say(difference.message)}" for difference in found]
        yield "\n".join([words.text("Differences"), *lines])
