"""The table of decisions: what was decided on which step, why, with which votes, and who dissents."""

from collections.abc import Iterator

from customs_app.analysis.changed_fields import changed_lines
from customs_app.domain.meeting import Decision
from customs_app.figures.signs import position_sign, verdict_sign
from customs_app.figures.tokens import LIGHT
from customs_app.language.moments import clock
from customs_app.reports.minutes import texts
from customs_app.reports.minutes.content import Minuted, Minutes
from customs_app.reports.proposal_pdf.engine import Flowable, Spacer
from customs_app.reports.proposal_pdf.page import Leaf, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.signs import Sign
from customs_app.reports.proposal_pdf.styles import MM
from customs_app.reports.proposal_pdf.tables import Command, bare_table, group_commands, table
from customs_app.reports.proposal_pdf.texts import said

_WIDTH = text_width(Leaf.VERDICTS)
_WIDTHS = (10 * MM, 46 * MM, 0.0, 38 * MM, 18 * MM)
_SAID = _WIDTH - sum(_WIDTHS)
_LINES = 18
_SIGN_WIDTH = 6 * MM


def decisions_table(minutes: Minutes, setter: Typesetter) -> Flowable:
    """One row a decision, in the order of the agenda; a row of its own names each of several procedures."""
    words, styles = setter.words, setter.styles
    head = [
        words.text("No."),
        words.text("Step"),
        words.text("Decided, and why"),
        words.text("Marks before"),
        words.text("Time"),
    ]
    rows: list[list[Flowable | list[Flowable] | str]] = [[setter.cell(name, styles.head) for name in head]]
    extra: list[Command] = []
    before: object = None
    for line, decision in minutes.said():
        full = line.item.full
        if full is not before and len(minutes.procedures) > 1:
            extra += group_commands(len(rows), LIGHT.ctl)
            name = texts.procedure_name(full, minutes.reference, words)
            rows.append([setter.cell(name, styles.cell_bold, most=2), "", "", "", ""])
        before = full
        rows.append(_row(line, decision, minutes, setter))
    widths = [width or _SAID for width in _WIDTHS]
    return table(rows, widths, extra=extra)


def _row(
    line: Minuted, decision: Decision, minutes: Minutes, setter: Typesetter
) -> list[Flowable | list[Flowable] | str]:
    words, styles = setter.words, setter.styles
    step: tuple[Span, ...] = said(line.item.step.title, words)
    document = texts.target(decision, minutes, words)
    if document:
        step = (*step, Span(f"\n{words.text('document: {name}', name=document)}", colour=LIGHT.text2))
    time = clock(decision.at)
    if decision.reviewer != minutes.meeting.chair:
        time = f"{time}\n{texts.person(decision.reviewer, minutes.reference, words)}"
    return [
        setter.cell(str(line.item.step.seq), styles.cell_bold),
        setter.cell(step, most=12),
        list(_said(line, decision, minutes, setter)),
        setter.cell("\n".join(_votes(decision, minutes, setter)), styles.fine, most=14),
        setter.cell(time, styles.fine, most=6),
    ]


def _votes(decision: Decision, minutes: Minutes, setter: Typesetter) -> Iterator[str]:
    words = setter.words
    yield from texts.votes_lines(decision, minutes.reference, words)
    agreed = texts.agreement(decision, words)
    if agreed:
        yield words.text("as decided: {share}", share=agreed)


def _said(line: Minuted, decision: Decision, minutes: Minutes, setter: Typesetter) -> Iterator[Flowable]:
    """Sign and verdict, the step merged into, reason, article, what has changed since, and the dissents."""
    words, styles = setter.words, setter.styles
    sign = verdict_sign(decision.verdict, LIGHT, words, stale=bool(decision.stale))
    verdict = Span(texts.verdict(decision, line.item.full, words), bold=True)
    yield _with_sign(Sign(setter, sign, styles.cell), (verdict,), setter, 4)
    if decision.reason:
        yield setter.cell(decision.reason, most=_LINES)
    if decision.article:
        yield setter.cell(decision.article, styles.cell.toned(LIGHT.text2), most=4)
    if decision.stale:
        changed = words.clauses(changed_lines(decision, line.item.full, minutes.reference, words))
        note = words.text("Changed since: {fields}", fields=changed)
        yield setter.cell(note, styles.cell.toned(LIGHT.warn), most=6)
    for dissent in decision.dissents:
        yield Spacer(1, 2)
        position = Sign(setter, position_sign(dissent.position, LIGHT, words), styles.cell)
        text = Span(texts.dissent_line(dissent, minutes.reference, words))
        yield _with_sign(position, (text,), setter, 8)


def _with_sign(sign: Sign, text: tuple[Span, ...], setter: Typesetter, most: int) -> Flowable:
    width = _SAID - 2 * 3 - _SIGN_WIDTH
    return bare_table([[sign, setter.cell(text, most=most)]], [_SIGN_WIDTH, width])
