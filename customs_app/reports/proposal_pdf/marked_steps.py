"""What reviewers have decided, step by step: verdict, reason, who and when, and the act."""

from customs_app.analysis.changed_fields import changed_lines
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Country, Reference
from customs_app.domain.review import Mark
from customs_app.figures.signs import verdict_sign
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import delegation_name, label
from customs_app.language.numbers import day
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import Flowable, Spacer, Table
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.signs import Sign
from customs_app.reports.proposal_pdf.styles import MM
from customs_app.reports.proposal_pdf.tables import table
from customs_app.reports.proposal_pdf.texts import said
from customs_app.reports.seen_marks import blind_line

_LINES = 45
_LONGEST = 60


def marked_steps(content: Content, setter: Typesetter) -> list[Flowable]:
    """The blocks of the marked steps, on pages of their own."""
    words, styles = setter.words, setter.styles
    name = words.text("Marked steps")
    hidden = blind_line(content.blind_steps, words)
    if not content.marks:
        none = setter.para(hidden or words.text("No step has been marked yet."), styles.body)
        return [Spacer(1, 16), Bookmark("marks", name), setter.para(name, styles.heading), none]
    return [
        *new_page(Leaf.VERDICTS),
        Bookmark("marks", name),
        setter.para(name, styles.heading),
        *([setter.para(hidden, styles.body), Spacer(1, 4)] if hidden else []),
        _table(content, setter),
    ]


def _table(content: Content, setter: Typesetter) -> Table:
    words, styles = setter.words, setter.styles
    head = [
        "",
        words.text("No."),
        words.text("Step"),
        "",
        words.text("Verdict and reason"),
        words.text("Decided by"),
        words.text("Act"),
    ]
    rows: list[list[Flowable]] = [[setter.cell(title, styles.head) for title in head]]
    for country, full in content.procedures():
        numbers = {step.id: step.seq for step in full.steps}
        marks = [mark for mark in content.marks if mark.step_id in numbers]
        marks.sort(key=lambda mark: (numbers[mark.step_id], mark.document_id or "", mark.at, mark.id))
        rows.extend(_row(mark, country, full, content, setter) for mark in marks)
    widths = [10 * MM, 9 * MM, 42 * MM, 6 * MM, 0, 29 * MM, 32 * MM]
    widths[4] = text_width(Leaf.VERDICTS) - sum(widths)
    return table(rows, widths)


def _row(
    mark: Mark, country: Country, full: FullProcedure, content: Content, setter: Typesetter
) -> list[Flowable]:
    words, styles = setter.words, setter.styles
    step = full.step(mark.step_id)
    sign = verdict_sign(mark.verdict, LIGHT, words, stale=bool(mark.stale))
    delegation = delegation_name(mark.reviewer.delegation, content.reference.countries, words)
    who = (
        Span(mark.reviewer.name),
        Span(f"\n{delegation}\n{day(mark.at, words.language)}", colour=LIGHT.text3),
    )
    act = mark.article or step.legal_basis
    unknown = Span(words.text("article not known"), colour=LIGHT.warn)
    return [
        setter.cell(country.iso2, styles.cell_bold),
        setter.cell(str(step.seq)),
        setter.cell((*said(step.title, words), *_document(mark, content, words)), most=_LINES),
        Sign(setter, sign, styles.cell),
        setter.cell(_reason(mark, full, content.reference, words), most=_LINES),
        setter.cell(who, most=_LINES),
        setter.cell(act or unknown, most=_LINES),
    ]


def _document(mark: Mark, content: Content, words: Words) -> tuple[Span, ...]:
    if mark.document_id is None or mark.document_id not in content.reference.documents:
        return ()
    name = said(content.reference.documents[mark.document_id].name, words)
    return (Span("\n" + words.text("Document:") + " ", colour=LIGHT.text3), *name)


def _reason(mark: Mark, full: FullProcedure, reference: Reference, words: Words) -> tuple[Span, ...]:
    spans = [Span(label(mark.verdict, words), bold=True)]
    target = {step.id: step for step in full.steps}.get(mark.merge_into or "")
    if target is not None:
        into = words.text("into step {number}", number=str(target.seq))
        spans.append(Span(f" – {into}"))
    spans.append(Span("\n" + mark.reason))
    if mark.stale:
        said_so = words.text("Stale: the step has changed since.")
        changed = changed_lines(mark, full, reference, words, longest=_LONGEST)
        spans.append(Span("\n" + "\n".join((said_so, *changed)), colour=LIGHT.warn))
    return tuple(spans)
