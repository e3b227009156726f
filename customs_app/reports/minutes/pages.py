"""The minutes on paper: what the meeting was, what it decided, what was noted, what stays open."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from customs_app.domain.job import Progress
from customs_app.domain.text import Language
from customs_app.figures.signs import verdict_sign
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import delegation_name, label
from customs_app.language.moments import clock
from customs_app.language.words import words
from customs_app.reports.edition import edition_line
from customs_app.reports.minutes import texts
from customs_app.reports.minutes.content import Minuted, Minutes
from customs_app.reports.minutes.decisions_table import decisions_table
from customs_app.reports.proposal_pdf.engine import CondPageBreak, Flowable, Spacer
from customs_app.reports.proposal_pdf.fonts import FontSet
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, Paper, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.signs import Sign
from customs_app.reports.proposal_pdf.styles import MM, Align
from customs_app.reports.proposal_pdf.tables import bare_table, figures_row, table
from customs_app.reports.proposal_pdf.texts import said
from customs_app.reports.proposal_pdf.title_page import Accent, Hash

_WIDTH = text_width(Leaf.TEXT)
_ROOM = 34 * MM


def build(minutes: Minutes, path: Path, language: Language, progress: Progress) -> None:
    """Write the pages into `path`; what `progress` raises ends the work."""
    setter = Typesetter(FontSet(), words(language))
    in_words = setter.words
    title = in_words.say(minutes.title)
    author = delegation_name(minutes.meeting.chair.delegation, minutes.reference.countries, in_words)
    paper = Paper(path, setter, title, author)
    state = (
        in_words.text("The meeting goes on")
        if minutes.meeting.ended_at is None
        else in_words.text("The minutes are closed")
    )
    paper.running = (title, state)
    paper.foot = edition_line(minutes.edition, in_words)
    story = [block for part in _PARTS for block in part(minutes, setter)]
    paper.make(story, progress)


def _head(minutes: Minutes, setter: Typesetter) -> Iterator[Flowable]:
    in_words, styles, meeting = setter.words, setter.styles, minutes.meeting
    text = in_words.text
    yield Bookmark("head", text("The meeting"))
    yield setter.cell(text("Shanghai Cooperation Organisation"), styles.organisation, most=2)
    yield Accent()
    yield setter.cell(text("Minutes of the meeting"), styles.subtitle, most=2)
    yield setter.cell(meeting.title, styles.title, most=6)
    yield Spacer(1, 4 * MM)
    own = texts.delegations(meeting.delegations, minutes.reference, in_words)
    about = [
        (text("Time"), texts.when(minutes, in_words)),
        (text("Chair"), texts.person(meeting.chair, minutes.reference, in_words)),
        (text("Delegations"), own),
    ]
    about += [
        (
            text("Round {n} opened", n=one.number),
            in_words.list_of(
                (
                    clock(one.opened_at or meeting.started_at),
                    texts.person(one.opened_by or one.started_by, minutes.reference, in_words),
                )
            ),
        )
        for one in minutes.rounds
    ]
    left = styles.cell.toned(LIGHT.text2)
    rows: list[list[Flowable]] = [[setter.cell(name, left), setter.cell(value)] for name, value in about]
    rows.append([setter.cell(text("SHA-256"), left), Hash(setter, minutes.edition.sha256, styles.cell)])
    yield bare_table(rows, [34 * MM, _WIDTH - 34 * MM])
    yield Spacer(1, 4 * MM)
    yield _leads(minutes, setter)


def _leads(minutes: Minutes, setter: Typesetter) -> Flowable:
    text, styles = setter.words.text, setter.styles
    dissent = sum(bool(line.dissents) for line in minutes.lines)
    figures = (
        (len(minutes.lines), text("steps on the agenda")),
        (len(minutes.decided), text("decided")),
        (dissent, text("with dissent")),
        (len(minutes.open_points), text("not decided")),
    )
    row: list[list[Flowable]] = [
        [setter.cell(str(n), styles.lead), setter.cell(what, styles.cell_bold, most=2)] for n, what in figures
    ]
    return figures_row(row, _WIDTH)


def _agenda(minutes: Minutes, setter: Typesetter) -> Iterator[Flowable]:
    in_words, styles = setter.words, setter.styles
    yield setter.para(in_words.text("Agenda"), styles.part)
    rows: list[list[Flowable]] = []
    for full in minutes.procedures:
        own = [line for line in minutes.lines if line.item.full is full]
        country = minutes.reference.countries[full.procedure.country]
        count = in_words.count("{n} step", "{n} steps", len(own))
        rows.append(
            [
                setter.cell(country.iso2, styles.cell_bold),
                setter.cell(said(country.name, in_words)),
                setter.cell(said(full.procedure.title, in_words), most=4),
                setter.cell(count, styles.cell.aligned(Align.RIGHT)),
            ]
        )
    if rows:
        yield table(rows, [10 * MM, 40 * MM, _WIDTH - 72 * MM, 22 * MM], head=0)


def _by_verdict(minutes: Minutes, setter: Typesetter) -> Iterator[Flowable]:
    in_words, styles = setter.words, setter.styles
    yield setter.para(in_words.text("Decisions by verdict"), styles.part)
    if not minutes.by_verdict:
        yield setter.para(in_words.text("Nothing was decided."), styles.statement)
        return
    head = ["", in_words.text("Verdict"), in_words.text("Number"), in_words.text("Steps")]
    rows: list[list[Flowable]] = [[setter.cell(name, styles.head) for name in head]]
    for verdict, lines in minutes.by_verdict.items():
        rows.append(
            [
                Sign(setter, verdict_sign(verdict, LIGHT, in_words), styles.cell),
                setter.cell(label(verdict, in_words), styles.cell_bold),
                setter.cell(str(len(lines))),
                setter.cell(texts.numbers_decided(minutes, verdict, in_words), most=12),
            ]
        )
    yield table(rows, [7 * MM, 50 * MM, 20 * MM, _WIDTH - 77 * MM])


def _decisions(minutes: Minutes, setter: Typesetter) -> Iterator[Flowable]:
    if not minutes.decided:
        return
    title = setter.words.text("Decisions")
    yield from new_page(Leaf.VERDICTS)
    yield Bookmark("decisions", title)
    yield setter.para(title, setter.styles.heading)
    yield decisions_table(minutes, setter)


def _notes(minutes: Minutes, setter: Typesetter) -> Iterator[Flowable]:
    in_words, styles = setter.words, setter.styles
    noted = [(line, note) for line in minutes.lines for note in line.notes]
    every: list[tuple[Minuted | None, str, str, str]] = [
        (line, note.at, note.text, texts.person(note.reviewer, minutes.reference, in_words))
        for line, note in noted
    ]
    every += [
        (None, note.at, note.text, texts.person(note.reviewer, minutes.reference, in_words))
        for note in minutes.notes
    ]
    if not every:
        return
    title = in_words.text("Notes")
    yield CondPageBreak(_ROOM)
    yield Bookmark("notes", title)
    yield setter.para(title, styles.part)
    head = [in_words.text("Time"), in_words.text("Step"), in_words.text("Note"), in_words.text("By")]
    rows: list[list[Flowable]] = [[setter.cell(name, styles.head) for name in head]]
    for line, at, text, by in sorted(every, key=lambda one: one[1]):
        rows.append(
            [
                setter.cell(clock(at)),
                setter.cell(texts.numbers(minutes, [line], in_words) if line is not None else "–"),
                setter.cell(text),
                setter.cell(by, styles.fine, most=6),
            ]
        )
    yield table(rows, [14 * MM, 16 * MM, _WIDTH - 72 * MM, 42 * MM])


def _open_points(minutes: Minutes, setter: Typesetter) -> Iterator[Flowable]:
    in_words, styles = setter.words, setter.styles
    title = in_words.text("Open points")
    yield CondPageBreak(_ROOM)
    yield Bookmark("open", title)
    yield setter.para(title, styles.part)
    if not minutes.open_points:
        yield setter.para(in_words.text("None: all steps of the agenda are decided."), styles.statement)
        return
    rest = in_words.count(
        "{n} step of the agenda was not decided.",
        "{n} steps of the agenda were not decided.",
        len(minutes.open_points),
    )
    yield setter.para(rest, styles.statement)
    rows: list[list[Flowable]] = [
        [
            setter.cell(texts.numbers(minutes, [line], in_words), styles.cell_bold),
            setter.cell(said(line.item.step.title, in_words), most=6),
        ]
        for line in minutes.open_points
    ]
    yield table(rows, [16 * MM, _WIDTH - 16 * MM], head=0)


def _signatures(minutes: Minutes, setter: Typesetter) -> Iterator[Flowable]:
    in_words, styles, meeting = setter.words, setter.styles, minutes.meeting
    names = [
        (in_words.text("Chair"), texts.person(meeting.chair, minutes.reference, in_words)),
        *(
            (in_words.text("Delegation"), texts.delegations([one], minutes.reference, in_words))
            for one in meeting.delegations
        ),
    ]
    left = styles.cell.toned(LIGHT.text2)
    rows: list[Sequence[Flowable]] = [
        [setter.cell(role, left), setter.cell(name, most=3), setter.cell("")] for role, name in names
    ]
    yield CondPageBreak(_ROOM)
    yield Bookmark("signatures", in_words.text("Signatures"))
    yield setter.para(in_words.text("Signatures"), styles.part)
    yield table(rows, [30 * MM, 70 * MM, _WIDTH - 100 * MM], head=0, extra=_SIGN_ROOM)


_SIGN_ROOM = (("TOPPADDING", (0, 0), (-1, -1), 14),)
_PARTS = (_head, _agenda, _by_verdict, _decisions, _notes, _open_points, _signatures)
