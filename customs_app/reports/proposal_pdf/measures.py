"""The measures: what each changes, where, why, by which act and standard, and what it saves."""

from customs_app.analysis.measures import Measure
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.review import Finding, Mark, Saving
from customs_app.figures.figure_text import UNKNOWN
from customs_app.figures.signs import verdict_sign
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import delegation_name, label
from customs_app.language.norms import norm_name
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import CondPageBreak, Flowable
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.savings import saving_text
from customs_app.reports.proposal_pdf.signs import Sign
from customs_app.reports.proposal_pdf.styles import MM
from customs_app.reports.proposal_pdf.swimlanes import swimlanes
from customs_app.reports.proposal_pdf.tables import bare_table, stack_height, table
from customs_app.reports.proposal_pdf.texts import numbers_of, one_or_more, said
from customs_app.reports.seen_marks import blind_line

LINES = 40
"""A cell of a measure's table is cut after so many lines."""
_STEPS = 4


def measures(content: Content, setter: Typesetter) -> list[Flowable]:
    """The blocks of the measures, on pages of their own."""
    words, styles = setter.words, setter.styles
    name = words.text("Suggestions of the rules") if content.from_findings else words.text("Measures")
    blocks: list[Flowable] = [
        *new_page(Leaf.VERDICTS if content.measures else Leaf.TEXT),
        Bookmark("measures", name),
        setter.para(name, styles.heading),
    ]
    if note := _note(content, words):
        blocks.append(setter.para(note, styles.body))
    for number, measure in enumerate(content.measures, 1):
        blocks.extend(_measure(number, measure, content, setter))
    return blocks


def _note(content: Content, words: Words) -> str:
    if content.from_findings and content.measures:
        return words.text(
            "Rules have found these in the recorded steps. Nobody has decided on them; each says why it "
            "may be wrong."
        )
    if content.from_findings:
        return words.text("The rules suggest nothing for these procedures.")
    if not content.measures:
        hidden = blind_line(content.blind_steps, words)
        return hidden or words.text(
            "No step or document has been marked for a change: there are no measures."
        )
    return ""


def _measure(number: int, measure: Measure, content: Content, setter: Typesetter) -> list[Flowable]:
    words, styles = setter.words, setter.styles
    title = words.say(measure.title)
    kind = (
        words.text("Suggestion {number}. {title}", number=str(number), title=title)
        if content.from_findings
        else words.text("Measure {number}. {title}", number=str(number), title=title)
    )
    sign = verdict_sign(measure.verdict, LIGHT, words)
    heading = bare_table(
        [[Sign(setter, sign, styles.measure, 13), setter.cell(kind, styles.measure, most=6)]],
        [18.0, text_width(Leaf.VERDICTS) - 18],
    )
    heading.spaceBefore, heading.spaceAfter = 10, 2
    about = _about(measure, content, setter)
    rows = _rows(number, measure, content, setter)
    # A heading stands on the page of at least the first country.
    first = stack_height([heading, about, table(rows[:2], _widths())], text_width(Leaf.VERDICTS))
    return [
        CondPageBreak(first + 12),
        Bookmark(f"measure-{number}", kind, 1),
        heading,
        about,
        table(rows, _widths()),
        *swimlanes(measure, content, setter),
    ]


def _about(measure: Measure, content: Content, setter: Typesetter) -> Flowable:
    """Countries and standards, over the table of the measure."""
    words, styles = setter.words, setter.styles
    names = tuple(said_name(iso2, content, words) for iso2 in measure.countries)
    rows: list[tuple[str, tuple[Span, ...]]] = [(words.text("Countries"), (Span(words.list_of(names)),))]
    for standard_id in measure.standards:
        if standard_id not in content.reference.standards:
            continue
        standard = content.reference.standards[standard_id]
        text = (Span(words.named(norm_name(standard, words), "")), *said(standard.title, words))
        rows.append((words.text("Standard") if len(rows) == 1 else "", text))
    left = styles.cell.toned(LIGHT.text2)
    made = bare_table(
        [[setter.cell(name, left), setter.cell(text, most=6)] for name, text in rows],
        [22 * MM, text_width(Leaf.VERDICTS) - 22 * MM],
    )
    made.spaceAfter = 3
    return made


def said_name(iso2: str, content: Content, words: Words) -> str:
    """The name of a country in the language of the paper."""
    return content.reference.countries[iso2].name[words.language]


def _widths() -> list[float]:
    widths = [10 * MM, 40 * MM, 0, 42 * MM, 25 * MM]
    widths[2] = text_width(Leaf.VERDICTS) - sum(widths)
    return widths


def _rows(number: int, measure: Measure, content: Content, setter: Typesetter) -> list[list[Flowable]]:
    """The head of a measure's table, and a row for each of its countries."""
    words, styles = setter.words, setter.styles
    head = [
        # Says on each further page which measure goes on there.
        f"{number}.",
        words.text("Steps"),
        words.text("Why"),
        words.text("Act to change"),
        words.text("Saves a consignment"),
    ]
    rows: list[list[Flowable]] = [[setter.cell(title, styles.head) for title in head]]
    rows.extend(
        _row(measure, iso2, content, setter)
        for iso2 in measure.countries
        if iso2 in content.comparison.procedures
    )
    return rows


def _row(measure: Measure, iso2: str, content: Content, setter: Typesetter) -> list[Flowable]:
    words, styles = setter.words, setter.styles
    full = content.comparison.procedures[iso2]
    steps = measure.steps[iso2]
    marks = [mark for mark in measure.marks if mark.step_id in steps]
    findings = [finding for finding in measure.findings if finding.country == iso2]
    return [
        setter.cell(iso2, styles.cell_bold),
        setter.cell(_steps(steps, full, words), most=LINES),
        setter.cell((*_reasons(marks, content, words), *_suggestions(findings, words)), most=LINES),
        setter.cell(_acts(measure, full, words), most=LINES),
        setter.cell(_saving(measure.saving.get(iso2, Saving()), words)),
    ]


def _saving(saving: Saving, words: Words) -> str | Span:
    text = saving_text(saving, words)
    if text != UNKNOWN:
        return text
    return Span(words.text("unknown: no figure of their own is recorded for these steps"), colour=LIGHT.text3)


def _steps(steps: tuple[str, ...], full: FullProcedure, words: Words) -> tuple[Span, ...]:
    """The first steps by number and title, the others by number."""
    known = [step for step in full.steps if step.id in steps]
    spans: list[Span] = []
    for step in known[:_STEPS]:
        spans.append(Span(("\n" if spans else "") + f"{step.seq} ", bold=True))
        spans.extend(said(step.title, words))
    if rest := known[_STEPS:]:
        numbers = numbers_of([step.id for step in rest], full, words)
        more = words.count("and step {numbers}", "and steps {numbers}", one_or_more(rest), numbers=numbers)
        spans.append(Span("\n" + more))
    return tuple(spans)


def _reasons(marks: list[Mark], content: Content, words: Words) -> list[Span]:
    spans: list[Span] = []
    for mark in marks:
        if spans:
            spans.append(Span("\n"))
        # A line of its own: a reason may be read from right to left, and the name after it not.
        delegation = delegation_name(mark.reviewer.delegation, content.reference.countries, words)
        who = words.list_of((mark.reviewer.name, delegation))
        spans += [Span(mark.reason), Span(f"\n– {who}", colour=LIGHT.text3)]
        if mark.stale:
            spans.append(Span("\n" + words.text("Stale: the step has changed since."), colour=LIGHT.warn))
    return spans


def _suggestions(findings: list[Finding], words: Words) -> list[Span]:
    spans: list[Span] = []
    for finding in findings:
        if spans:
            spans.append(Span("\n"))
        origin = words.text(
            "{doubt} (Rule {rule}, confidence: {level})",
            doubt=words.say(finding.doubt),
            rule=finding.rule,
            level=label(finding.confidence, words),
        )
        spans += [Span(words.say(finding.summary)), Span("\n" + origin, colour=LIGHT.text3)]
    return spans


def _acts(measure: Measure, full: FullProcedure, words: Words) -> tuple[Span, ...]:
    acts = [act for act in measure.acts if act.country == full.procedure.country]
    texts = list(dict.fromkeys(act.text for act in acts if act.text))
    open_ = {act.step for act in acts if not act.text}
    spans = [Span("\n".join(texts))] if texts else []
    if open_:
        note = words.count(
            "article not known: step {numbers}",
            "article not known: steps {numbers}",
            one_or_more(open_),
            numbers=numbers_of(open_, full, words),
        )
        spans.append(Span(("\n" if spans else "") + note, colour=LIGHT.warn))
    return tuple(spans) or (Span(words.text("article not known"), colour=LIGHT.warn),)
