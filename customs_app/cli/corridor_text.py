"""A chained corridor as text for a terminal: blocks, totals, where the hours go, papers asked for again."""

from collections.abc import Iterator

from customs_app.analysis.corridor.again import AgainUse
from customs_app.analysis.corridor.result import ChainBlock, ChainTotals
from customs_app.cli.console import table
from customs_app.domain.corridor import Block, GapKind
from customs_app.domain.figures import Coverage, Range
from customs_app.figures.figure_text import ABSENT, UNKNOWN
from customs_app.language.corridor_names import gap_name, role_name
from customs_app.language.labels import label
from customs_app.language.numbers import money, number, span
from customs_app.language.words import Words
from customs_app.reports.corridor.texts import (
    country_name,
    gap_said,
    places_of,
    point_figure,
    saving_said,
    way,
    work_name,
)
from customs_app.reports.corridor.what_if_texts import figures_said, left_out_steps
from customs_app.reports.corridor_content import CorridorContent


def corridor_text(content: CorridorContent, words: Words) -> str:
    """The whole chain, a blank line between its parts."""
    head = f"{content.corridor.name[words.language]} · {label(content.chain.case.kind, words)}"
    parts = [head, *_blocks(content, words), *_totals(content, words), *_not_in_it(content, words)]
    parts += _timed(content, words)
    parts += [*_hours(content, words), *_papers(content, words), *_savings(content, words)]
    return "\n\n".join([*parts, *_what_if(content, words)])


def _blocks(content: CorridorContent, words: Words) -> Iterator[str]:
    head = (
        words.text("Country"),
        words.text("Part of the chain"),
        words.text("Places"),
        words.text("Procedure"),
        words.text("Timed"),
        words.text("Elapsed, h"),
        words.text("Since the start, h"),
    )
    yield table(head, [_block(part, content, words) for part in content.chain.blocks], frozenset({4, 5, 6}))
    yield "\n".join(
        f"  {words.named(_named(part.block, content, words), words.say(part.block.why))}"
        for part in content.chain.blocks
    )


def _block(part: ChainBlock, content: CorridorContent, words: Words) -> tuple[str, ...]:
    block = part.block
    known = part.totals is not None
    return (
        country_name(block.country, content.reference, words),
        role_name(block.role, words),
        way(places_of(block.places, words)) or ABSENT,
        _procedure(block, words),
        f"{part.covered.n}/{part.covered.of}" if known else ABSENT,
        span(part.elapsed, words.language) if known else ABSENT,
        span(part.end, words.language),
    )


def _named(block: Block, content: CorridorContent, words: Words) -> str:
    return words.list_of(
        (country_name(block.country, content.reference, words), role_name(block.role, words))
    )


def _procedure(block: Block, words: Words) -> str:
    if block.procedure is None:
        return gap_said(block, words)
    return block.procedure.procedure.title[words.language]


def _totals(content: CorridorContent, words: Words) -> Iterator[str]:
    totals = content.chain.totals
    lines = [
        words.named(words.text("Elapsed"), _hours_said(totals.elapsed, words)),
        words.named(words.text("Effort"), _hours_said(totals.effort, words)),
        words.named(words.text("Known"), words.clauses(_known(totals, words))),
        words.named(
            words.text("Fees, apart by currency"),
            " + ".join(money(amount, words.language) for amount in totals.cost) or UNKNOWN,
        ),
    ]
    yield "\n".join(lines)
    yield words.text(
        "Elapsed is the longest path through the steps of each block, one block after the other."
    )


def _hours_said(hours: Range, words: Words) -> str:
    if not hours.known:
        return UNKNOWN
    shown = span(hours, words.language)
    if hours.typ is None or number(hours.typ, words.language) == shown:
        return words.text("{hours} h", hours=shown)
    return words.text("{range} h, typically {hours}", range=shown, hours=number(hours.typ, words.language))


def _known(totals: ChainTotals, words: Words) -> list[str]:
    said = [
        _covered(totals.time_covered, words),
        words.text("{n} of {of} a fee", n=totals.cost_covered.n, of=totals.cost_covered.of),
    ]
    if totals.aggregates:
        said.append(
            words.count("{n} figure for several steps", "{n} figures for several steps", totals.aggregates)
        )
    if totals.limits:
        said.append(words.count("{n} legal limit", "{n} legal limits", totals.limits))
    if totals.derived:
        said.append(words.count("{n} derived figure", "{n} derived figures", totals.derived))
    return said


def _covered(coverage: Coverage, words: Words) -> str:
    return words.text("{n} of {of} steps have a time", n=coverage.n, of=coverage.of)


def _not_in_it(content: CorridorContent, words: Words) -> Iterator[str]:
    """What the totals leave out or count once, each with its reason."""
    names = {part.block.key: _named(part.block, content, words) for part in content.chain.blocks}
    lines = []
    for gap in content.chain.gaps:
        # A block without a procedure has given its reason already.
        if gap.kind is GapKind.DRIVING:
            lines.append(words.say(gap.message))
        else:
            lines.append(words.named(names[gap.block_key], gap_name(gap.kind, words)))
    lines += [words.say(once.message) for once in content.chain.counted_once]
    if lines:
        yield "\n".join(
            [words.text("Not in the totals, or counted once"), *(f"  - {line}" for line in lines)]
        )


def _timed(content: CorridorContent, words: Words) -> Iterator[str]:
    """The steps of which a time is recorded, and when each is done."""
    blocks = {part.block.key: part.block for part in content.chain.blocks}
    rows = []
    for point in content.chain.points:
        full = blocks[point.block_key].procedure
        if full is None or point.recorded is None:
            continue
        title = full.step(point.step_id).title[words.language]
        rows.append(
            (
                country_name(blocks[point.block_key].country, content.reference, words),
                str(point.number),
                title,
                point_figure(point, full, words),
                span(point.cumulative, words.language),
            )
        )
    if rows:
        head = (
            words.text("Country"),
            words.text("No."),
            words.text("Steps with a time"),
            words.text("Hours"),
            words.text("Since the start, h"),
        )
        yield table(head, rows, frozenset({1, 3, 4}))
        yield words.text("≤ at most by law, [ ] for several steps together, ( ) shown and not added.")


def _hours(content: CorridorContent, words: Words) -> Iterator[str]:
    rows = [
        (
            work_name(one, words),
            span(one.hours, words.language),
            f"{one.covered.n}/{one.covered.of}",
        )
        for one in content.chain.by_kind
    ]
    if rows:
        head = (words.text("Where the hours go"), words.text("Hours"), words.text("Timed"))
        yield table(head, rows, frozenset({1, 2}))


def _papers(content: CorridorContent, words: Words) -> Iterator[str]:
    """Documents that are handed in or shown more than once, by the number of the step in each block."""
    again = content.told.again
    keys = [part.block.key for part in content.chain.blocks if part.totals is not None]
    rows = [
        (
            row.document.name[words.language],
            *(_steps(row.uses.get(key, ()), words) for key in keys),
            str(row.times),
        )
        for row in again.again
        if row.times > 1
    ]
    if not rows:
        return
    by_key = {part.block.key: part.block for part in content.chain.blocks}
    named = [f"{by_key[key].country} {role_name(by_key[key].role, words)}" for key in keys]
    head = (words.text("Document handed over again"), *named, words.text("Times"))
    yield table(head, rows, frozenset({len(head) - 1}))


def _steps(uses: tuple[AgainUse, ...], words: Words) -> str:
    asked = (str(use.number) for use in uses if use.in_case and use.asked)
    return words.list_of(tuple(dict.fromkeys(asked))) or ABSENT


def _savings(content: CorridorContent, words: Words) -> Iterator[str]:
    lines = []
    for one in content.told.savings:
        lines.append(f"  - {words.say(one.summary)}")
        lines += [f"    {spared}" for spared in saving_said(one, words)]
    if lines:
        yield "\n".join([words.text("What could be done once"), *lines])


def _what_if(content: CorridorContent, words: Words) -> Iterator[str]:
    """What the chain comes to without the steps that were asked to be left out, and what comes of each."""
    found = content.what_if
    if found is None:
        return
    head = (
        words.text("What if steps were left out"),
        words.text("As it is"),
        words.text("Without these steps"),
    )
    yield table(head, figures_said(content.chain, found.chain, words), frozenset({1, 2}))
    lines = [
        words.named(
            f"{one.block.country} {one.step.seq} {one.step.title[words.language]}",
            words.say(one.change.message),
        )
        for one in left_out_steps(found.changes, content.blocks)
    ]
    yield "\n".join([words.text("Steps left out"), *(f"  - {line}" for line in lines)])
