"""The journey on paper: its chart, the chain block by block, what it comes to and what is not in it."""

from customs_app.analysis.corridor.result import ChainBlock, ChainPoint, HoursOf
from customs_app.domain.figures import Range
from customs_app.figures.chain_text import amounts_said, dollars_said
from customs_app.figures.corridor_chart import corridor_chart
from customs_app.figures.figure_text import ABSENT, UNKNOWN, hours_text, visits_text
from customs_app.figures.tokens import LIGHT
from customs_app.language.corridor_names import role_name
from customs_app.language.numbers import number, span
from customs_app.language.words import Words
from customs_app.reports.corridor.paper import CorridorPaper, Place
from customs_app.reports.corridor.texts import (
    country_name,
    gap_said,
    left_out,
    n_of,
    places_of,
    point_figure,
    timed,
    work_name,
)
from customs_app.reports.proposal_pdf.differences import numbered
from customs_app.reports.proposal_pdf.engine import CondPageBreak, Flowable
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, leaf_room, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.picture_block import POINT, PictureBlock
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.styles import MM, Align, alone
from customs_app.reports.proposal_pdf.tables import Command, group_commands, table
from customs_app.reports.proposal_pdf.texts import said

_WIDTH = text_width(Leaf.TEXT)
_ROOM = 45 * MM


def chart_page(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """The chart of hours, on a lying page of its own."""
    words, styles = setter.words, setter.styles
    name = words.text("Hours along the way")
    width = text_width(Leaf.WIDE)
    note = words.text(
        "Thick: the typical time; the band reaches from the least to the most. The upper end adds legal "
        "limits: they say how long it may take, not how long it does. Hatched columns are gaps, which add "
        "nothing because nothing is known of them."
    )
    heading, below = setter.para(name, styles.heading), setter.para(note, styles.note)
    room = leaf_room(Leaf.WIDE, setter) - heading.size(width)[1] - below.size(width)[1] - 16
    picture = corridor_chart(
        paper.chain, paper.reference, LIGHT, words,
        width=width / POINT, height=room / POINT, titled=False,
    )  # fmt: skip
    return [
        *new_page(Leaf.WIDE),
        Bookmark("chart", name),
        heading,
        PictureBlock(setter, picture.drawing, height=room),
        below,
    ]


def chain_part(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """The blocks of the chain as a table."""
    words, styles = setter.words, setter.styles
    name = words.text("The chain, block by block")
    right = styles.head.aligned(Align.RIGHT)
    heads = [
        setter.cell("", styles.head),
        setter.cell(words.text("Part of the chain"), styles.head),
        setter.cell(words.text("Procedure and places"), styles.head),
        setter.cell(words.text("Steps timed"), right),
        setter.cell(words.text("Elapsed, h"), right),
        setter.cell(words.text("Since the start, h"), right),
    ]
    rows: list[list[Flowable]] = [
        list(heads),
        *(_block(n, one, paper, setter) for n, one in enumerate(paper.chain.blocks, 1)),
    ]
    widths = [8 * MM, 33 * MM, 0, 20 * MM, 23 * MM, 25 * MM]
    widths[2] = _WIDTH - sum(widths)
    return [
        *new_page(Leaf.TEXT),
        Bookmark("chain", name),
        setter.para(name, styles.heading),
        table(rows, widths),
    ]


def _block(n: int, one: ChainBlock, paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    words, styles, block = setter.words, setter.styles, one.block
    what = (
        Span(country_name(block.country, paper.reference, words), bold=True),
        Span(f"\n{role_name(block.role, words)}"),
    )
    right = styles.cell.aligned(Align.RIGHT)
    known = block.procedure is not None
    return [
        setter.cell(str(n), styles.cell_bold),
        setter.cell(what),
        setter.cell(_procedure(one, words)),
        setter.cell(n_of(one.covered, words) if known else ABSENT, right),
        setter.cell(hours_text(one.elapsed, words) if known else ABSENT, right),
        setter.cell(span(one.end, words.language), right),
    ]


def _procedure(one: ChainBlock, words: Words) -> tuple[Span, ...]:
    block = one.block
    if block.procedure is None:
        spans: list[Span] = [Span(gap_said(block, words), colour=LIGHT.warn)]
    else:
        spans = list(said(block.procedure.procedure.title, words))
    if names := places_of(block.places, words):
        spans.append(Span("\n" + " › ".join(names), colour=LIGHT.text2))
    why = words.say(block.why)
    chosen = words.text("Proposed: {why}", why=why) if block.proposed and block.procedure else why
    spans.append(Span(f"\n{chosen}", colour=LIGHT.text3))
    if block.elsewhere:
        note = words.text("Recorded at another place: its figures are those of that place.")
        spans.append(Span(f"\n{note}", colour=LIGHT.warn))
    return tuple(spans)


def totals_part(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """What the chain comes to, and below it all that is not in it."""
    words, styles = setter.words, setter.styles
    name = words.text("What the way comes to")
    right = styles.cell.aligned(Align.RIGHT)
    head = [
        setter.cell(words.text("Hours"), styles.head),
        *(
            setter.cell(text, styles.head.aligned(Align.RIGHT))
            for text in (words.text("Least"), words.text("Typical"), words.text("Most"))
        ),
    ]
    totals = paper.chain.totals
    rows: list[list[Flowable]] = [list(head)]
    for title, hours in (
        (words.text("Elapsed: the longest path of each block, one block after the other"), totals.elapsed),
        (words.text("Sum of the steps"), totals.effort),
    ):
        rows.append([setter.cell(title), *(setter.cell(text, right) for text in _ends(hours, words))])
    pairs: list[list[Flowable]] = [
        [setter.cell(title), setter.cell(value, right)] for title, value in _counts(paper, words)
    ]
    blocks: list[Flowable] = [
        CondPageBreak(_ROOM),
        Bookmark("totals", name),
        setter.para(name, alone(styles.part)),
        table(rows, [_WIDTH - 78 * MM, 26 * MM, 26 * MM, 26 * MM]),
        table(pairs, [62 * MM, _WIDTH - 62 * MM], head=0),
    ]
    if missing := left_out(paper, words):
        title = words.text("Not in the totals, or counted once")
        blocks += [setter.para(title, alone(styles.part)), numbered(missing, setter)]
    return blocks


def _ends(hours: Range, words: Words) -> list[str]:
    ends = (hours.min, hours.typ, hours.max)
    return [UNKNOWN if end is None else number(end, words.language) for end in ends]


def _counts(paper: CorridorPaper, words: Words) -> list[tuple[str, str]]:
    totals = paper.chain.totals
    resting = f"{totals.aggregates or ABSENT} · {totals.limits or ABSENT} · {totals.derived or ABSENT}"
    documents = UNKNOWN if totals.documents is None else f"{totals.documents} · {totals.handovers}"
    visits = visits_text(totals.visits, totals.visits_covered, words)
    found = [
        (words.text("Steps with a counted time"), n_of(totals.time_covered, words)),
        (words.text("Of these aggregates · limits · derived"), resting),
        (words.text("Fees, as recorded"), amounts_said(totals.cost, words)),
        (
            words.text("The same in {currency}", currency="USD"),
            dollars_said(totals.cost, paper.converted, words),
        ),
        (words.text("Steps with a counted fee"), n_of(totals.cost_covered, words)),
        (words.text("Documents · times handed in"), documents),
        (words.text("Visits · other steps in person"), f"{visits} · {totals.in_person or ABSENT}"),
        (words.text("Steps with a legal basis"), n_of(totals.law_covered, words)),
    ]
    if totals.rates:
        n = len(totals.rates)
        apart = words.count(
            "{n} step costs a percentage; it is listed apart.",
            "{n} steps cost a percentage; they are listed apart.",
            n,
        )
        found.insert(5, (words.text("Rates in per cent"), apart))
    return found


def hours_part(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    """Where the hours go, and each step of which a time is recorded."""
    words, styles = setter.words, setter.styles
    name = words.text("Where the hours go")
    right = styles.head.aligned(Align.RIGHT)
    heads = [setter.cell(words.text("Kind of work"), styles.head)]
    heads += [
        setter.cell(text, right)
        for text in (
            words.text("Least"), words.text("Typical"), words.text("Most"), words.text("Steps with a time"),
        )
    ]  # fmt: skip
    rows: list[list[Flowable]] = [list(heads)]
    kinds = paper.chain.by_kind
    rows += [_work(one, setter) for one in kinds if one.covered.n or one.hours.known]
    note = words.text("Hours of all steps added up; what runs side by side is not shorter here.")
    if silent := [one for one in kinds if not (one.covered.n or one.hours.known)]:
        names = words.list_of(tuple(f"{work_name(one, words)} ({one.covered.of})" for one in silent))
        note = f"{note} {words.text('No time is recorded of (steps): {kinds}.', kinds=names)}"
    return [
        CondPageBreak(_ROOM),
        Bookmark("hours", name),
        setter.para(name, alone(styles.part)),
        table(rows, [_WIDTH - 110 * MM, 26 * MM, 26 * MM, 26 * MM, 32 * MM]),
        setter.para(note, styles.note),
        *_timed_steps(paper, setter),
    ]


def _work(one: HoursOf, setter: Typesetter) -> list[Flowable]:
    right = setter.styles.cell.aligned(Align.RIGHT)
    ends = _ends(one.hours, setter.words)
    return [
        setter.cell(work_name(one, setter.words)),
        *(setter.cell(text, right) for text in (*ends, n_of(one.covered, setter.words))),
    ]


def _timed_steps(paper: CorridorPaper, setter: Typesetter) -> list[Flowable]:
    words, styles = setter.words, setter.styles
    shown = [(point, place) for point, place in paper.points() if point.recorded is not None]
    if not shown:
        return []
    name = words.text("Steps with a time")
    right = styles.head.aligned(Align.RIGHT)
    heads = [
        setter.cell(words.text("No."), right),
        setter.cell(words.text("Step"), styles.head),
        setter.cell(words.text("Hours"), right),
        setter.cell(words.text("Since the start, h"), right),
        setter.cell(words.text("Source no."), right),
    ]
    rows: list[list[Flowable | str]] = [[*heads]]
    extra: list[Command] = []
    for n, one in enumerate(paper.chain.blocks, 1):
        own = [(point, place) for point, place in shown if point.block_key == one.block.key]
        if own:
            extra += group_commands(len(rows), LIGHT.accent)
            country = country_name(one.block.country, paper.reference, words)
            title = f"{n} {country}, {role_name(one.block.role, words)} · {timed(one.covered, words)}"
            rows.append([setter.cell(title, styles.cell_bold), "", "", "", ""])
            rows += [_timed_step(point, place, paper, setter) for point, place in own]
    note = words.text("≤ at most by law, [ ] for several steps together, ( ) shown and not added.")
    return [
        CondPageBreak(_ROOM),
        Bookmark("steps", name),
        setter.para(name, alone(styles.part)),
        table(rows, [10 * MM, _WIDTH - 89 * MM, 27 * MM, 31 * MM, 21 * MM], extra=extra),
        setter.para(note, styles.note),
    ]


def _timed_step(
    point: ChainPoint, place: Place, paper: CorridorPaper, setter: Typesetter
) -> list[Flowable | str]:
    words = setter.words
    right = setter.styles.cell.aligned(Align.RIGHT)
    return [
        setter.cell(str(point.number), right),
        setter.cell(said(place.step.title, words)),
        setter.cell(point_figure(point, place.full, words), right),
        setter.cell(span(point.cumulative, words.language), right),
        setter.cell(words.list_of(tuple(map(str, paper.numbers_of(place.step.source_ids)))), right),
    ]
