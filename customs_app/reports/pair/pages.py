"""The pair on paper: what the two are and come to, the rows side by side, fields that differ, sources."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from customs_app.analysis.align import field_label
from customs_app.domain.job import Progress
from customs_app.domain.text import Language
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import label
from customs_app.language.words import Words, words
from customs_app.reports.edition import edition_line
from customs_app.reports.pair.lines import PairLine, StepLook, Tie, counts, lines_of
from customs_app.reports.pair.paper import PairPaper
from customs_app.reports.pair.texts import (
    about,
    between,
    heads,
    pair_name,
    remarks,
    signs_said,
    state_text,
    way,
)
from customs_app.reports.pair.wording import subject_text
from customs_app.reports.proposal_pdf.engine import Flowable, HexColor, Spacer
from customs_app.reports.proposal_pdf.fonts import FontSet
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, Paper, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.sources_table import sources_table
from customs_app.reports.proposal_pdf.styles import MM, Align, alone
from customs_app.reports.proposal_pdf.tables import Command, figures_row, group_commands, table
from customs_app.reports.proposal_pdf.title_page import Accent
from customs_app.reports.seen_marks import blind_line

_TEXT, _WIDE = text_width(Leaf.TEXT), text_width(Leaf.WIDE)
_NUMBER, _WAY, _TIME, _BETWEEN = 9 * MM, 23 * MM, 21 * MM, 44 * MM


def build(paper: PairPaper, path: Path, language: Language, progress: Progress) -> None:
    """Write the pages into `path`; what `progress` raises ends the work."""
    setter = Typesetter(FontSet(), words(language))
    said = setter.words
    title = said.say(paper.title)
    pages = Paper(path, setter, title, said.text("Shanghai Cooperation Organisation"))
    pages.running = (title, label(paper.case.kind, said))
    pages.foot = edition_line(paper.edition, said)
    lines = lines_of(paper.answer, said)
    story = [
        *_head(paper, setter),
        *_rows(paper, lines, setter),
        *_fields(paper, lines, setter),
        *_sources(paper, setter),
    ]
    pages.make(story, progress)


def _head(paper: PairPaper, setter: Typesetter) -> Iterator[Flowable]:
    said, styles, answer = setter.words, setter.styles, paper.answer
    yield Bookmark("title", said.text("Title page"))
    yield setter.cell(said.text("Shanghai Cooperation Organisation"), styles.organisation, most=2)
    yield Accent()
    yield setter.cell(said.say(paper.title), styles.title, most=6)
    kind = [subject_text(answer, said, by=" – "), label(paper.case.kind, said)]
    if answer.basis is not None:
        kind.append(label(answer.basis, said))
    yield setter.cell(" · ".join(kind), styles.subtitle, most=3)
    yield Spacer(1, 6 * MM)
    yield _figures(paper, setter)
    yield Spacer(1, 4 * MM)
    names = heads(answer, said)
    rows: list[list[Flowable]] = [[setter.cell(one, styles.head) for one in ("", *names)]]
    left = styles.cell.toned(LIGHT.text2)
    rows += [
        [setter.cell(name, left), setter.cell(one), setter.cell(other)]
        for name, one, other in about(paper, said)
    ]
    yield table(rows, [34 * MM, (_TEXT - 34 * MM) / 2, (_TEXT - 34 * MM) / 2])
    yield Spacer(1, 3 * MM)
    for one in (*remarks(answer, said), blind_line(paper.blind_steps, said)):
        if one:
            yield setter.para(one, styles.body)
    if paper.older is None:
        state = said.named(said.text("State of the catalogue"), state_text(paper.edition, said))
        yield setter.para(state, styles.note)


def _figures(paper: PairPaper, setter: Typesetter) -> Flowable:
    """How the pairs fall out, and how many of them an official has set by hand."""
    said, styles, pairs = setter.words, setter.styles, paper.answer.alignment.pairs
    found = counts(pairs)
    figures = [
        (found.differ, said.text("differ")),
        (found.same, said.text("with no known difference")),
        (found.alone, said.text("on one side only")),
    ]
    by_hand = sum(pair.pinned for pair in pairs)
    if by_hand:
        figures.append((by_hand, said.text("set by hand")))
    columns: list[list[Flowable]] = [
        [setter.cell(str(n), styles.lead), setter.cell(what, styles.cell_bold, most=2)] for n, what in figures
    ]
    return figures_row(columns, _TEXT)


def _rows(paper: PairPaper, lines: Sequence[PairLine], setter: Typesetter) -> Iterator[Flowable]:
    said, styles = setter.words, setter.styles
    name = said.text("Step by step")
    yield from new_page(Leaf.WIDE)
    yield Bookmark("steps", name)
    yield setter.para(name, styles.heading)
    yield setter.para(signs_said(said), styles.note)
    left, right = heads(paper.answer, said)
    own = (said.text("Way"), said.text("Time (h)"))
    head = (said.text("No."), left, *own, said.text("What differs"), said.text("No."), right, *own)
    aligned = {3: Align.RIGHT, 4: Align.MIDDLE, 8: Align.RIGHT}
    rows: list[list[Flowable]] = [
        [
            setter.cell(text, styles.head.aligned(aligned.get(place, Align.LEFT)))
            for place, text in enumerate(head)
        ]
    ]
    commands: list[Command] = []
    for number, line in enumerate(lines, 1):
        rows.append([*_step(line.left, setter), _between(line, setter), *_step(line.right, setter)])
        commands += _look(number, line)
    title = (_WIDE - 2 * (_NUMBER + _WAY + _TIME) - _BETWEEN) / 2
    side = [_NUMBER, title, _WAY, _TIME]
    yield table(rows, [*side, _BETWEEN, *side], extra=commands)


def _look(number: int, line: PairLine) -> list[Command]:
    """The ground of a row that differs, and what keeps the rows of one pair together."""
    commands: list[Command] = []
    if line.differs:
        ground = LIGHT.warnbg if line.tie in (Tie.DIFFERS, Tie.MORE) else LIGHT.group
        commands.append(("BACKGROUND", (4, number), (4, number), HexColor(ground)))
    if line.part + 1 < line.parts:
        commands.append(("NOSPLIT", (0, number), (-1, number + 1)))
    return commands


def _between(line: PairLine, setter: Typesetter) -> Flowable:
    return setter.cell(between(line, setter.words), setter.styles.cell.aligned(Align.MIDDLE))


def _step(look: StepLook | None, setter: Typesetter) -> list[Flowable]:
    said, styles = setter.words, setter.styles
    if look is None:
        return [setter.cell("") for _ in range(4)]
    title = [Span(look.title)]
    if look.tag:
        title.append(Span(f" {look.tag}", colour=LIGHT.text3))
    if look.condition:
        condition = said.text("If: {condition}", condition=look.condition)
        title.append(Span(f"\n{condition}", colour=LIGHT.text3))
    return [
        setter.cell(look.number, styles.cell_bold),
        setter.cell(tuple(title)),
        setter.cell(way(look, said), styles.fine),
        setter.cell(look.time, styles.cell.aligned(Align.RIGHT)),
    ]


def _fields(paper: PairPaper, lines: Sequence[PairLine], setter: Typesetter) -> Iterator[Flowable]:
    """What both sides say where they differ, pair by pair."""
    said, styles = setter.words, setter.styles
    name = said.text("What differs, field by field")
    yield from new_page(Leaf.TEXT)
    yield Bookmark("fields", name)
    yield setter.para(name, styles.heading)
    left, right = heads(paper.answer, said)
    rows: list[list[Flowable]] = [
        [
            setter.cell(text, styles.head)
            for text in (said.text("Field"), left, right, said.text("Source nos."))
        ]
    ]
    commands: list[Command] = []
    for line in lines:
        own = _field_rows(line, paper, setter) if line.begins and line.pair.left and line.pair.right else []
        if own:
            commands += group_commands(len(rows), LIGHT.warn)
            steps = setter.cell(pair_name(line, paper, said, by=" – "), styles.cell_bold)
            rows += [[steps, *(setter.cell("") for _ in range(3))], *own]
    if len(rows) == 1:
        yield setter.para(said.text("No field is known to differ."), styles.body)
        return
    side = (_TEXT - 25 * MM - 18 * MM) / 2
    yield table(rows, [25 * MM, side, side, 18 * MM], extra=commands)


def _field_rows(line: PairLine, paper: PairPaper, setter: Typesetter) -> list[list[Flowable]]:
    said, styles = setter.words, setter.styles
    return [
        [
            setter.cell(field_label(row.field, said), styles.cell.toned(LIGHT.text2)),
            setter.cell(row.left),
            setter.cell(row.right),
            setter.cell(_cited(row.left_sources, row.right_sources, paper, said), styles.fine),
        ]
        for row in paper.field_rows(line, said)
        if row.field in line.pair.fields
    ]


def _cited(left: Sequence[str], right: Sequence[str], paper: PairPaper, said: Words) -> str:
    """The numbers of the sources of both sides: `3 | 14, 15`."""
    sides = (said.list_of(tuple(map(str, paper.numbers_of(ids)))) for ids in (left, right))
    return " | ".join(one or "–" for one in sides)


def _sources(paper: PairPaper, setter: Typesetter) -> Iterator[Flowable]:
    name = setter.words.text("Sources")
    yield Bookmark("sources", name)
    yield setter.para(name, alone(setter.styles.part))
    if paper.sources:
        yield sources_table(paper.sources, setter, _TEXT)
    else:
        yield setter.para(setter.words.text("No source is recorded."), setter.styles.body)
