"""The summary on one page."""

from collections.abc import Callable, Iterator

from customs_app.analysis.dossier.result import Dossier
from customs_app.analysis.dossier.sentences import run_on
from customs_app.analysis.measures import Measure
from customs_app.figures.signs import verdict_sign
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import label
from customs_app.language.norms import norm_name
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import CondPageBreak, Flowable, Spacer
from customs_app.reports.proposal_pdf.open_points import unknowns
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, leaf_room, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.savings import Lead, lead_figures, saving_lines
from customs_app.reports.proposal_pdf.signs import Sign
from customs_app.reports.proposal_pdf.styles import MM, Align, alone
from customs_app.reports.proposal_pdf.tables import figures_row, stack_height, table
from customs_app.reports.proposal_pdf.totals_rows import time_rows

_MOST_MEASURES = 12
_FOOT_LEFT = 25 * MM
_WIDTH = text_width(Leaf.VERDICTS)


def summary(content: Content, setter: Typesetter, told: Callable[[int], list[Flowable]]) -> list[Flowable]:
    """The blocks of the summary: as many measures as leave it on one page, or on two in two languages.

    `told` gives the blocks with so many measures.
    """
    leaf = Leaf.VERDICTS if content.measures else Leaf.TEXT
    room = leaf_room(leaf, setter)
    if setter.second is not None:
        # Two languages take a page each, less what the foot of the first may leave empty.
        room += room - _FOOT_LEFT
    most = min(len(content.measures), _MOST_MEASURES)
    blocks = told(most)
    while most > 1 and stack_height(blocks, _WIDTH) > room:
        most -= 1
        blocks = told(most)
    return [*new_page(leaf), *blocks]


def summary_blocks(
    content: Content, dossier: Dossier | None, setter: Typesetter, most: int
) -> list[Flowable]:
    """The blocks of the summary with so many measures, without what marks the place."""
    words, styles = setter.words, setter.styles
    # Two languages may need more room than a page has.
    name = words.text("Summary on one page") if setter.second is None else words.text("Summary")
    blocks: list[Flowable] = [
        Bookmark("summary", name),
        setter.para(name, styles.heading),
        setter.cell(_intro(content, dossier, words), styles.statement, most=12),
        Spacer(1, 5),
    ]
    if content.corridor is None:
        blocks.append(_leads(lead_figures(content, dossier, words), setter))
        if content.measures:
            together = words.text(
                "What single measures save does not add up; these figures are those of all of them together."
            )
            blocks.append(setter.para(together, styles.note))
    if most and dossier is not None:
        title = words.text("Suggestions, not decided") if content.from_findings else words.text("Measures")
        blocks += [*_heading(title, setter), _measures(content, dossier, setter, most)]
        if left := len(content.measures) - most:
            more = words.count(
                "{n} more follows in its own part.", "{n} more follow in their own part.", left
            )
            blocks.append(setter.para(more, styles.note))
    blocks += _known(content, dossier, setter)
    blocks.append(setter.para(words.text("What the meeting must decide"), styles.part))
    for number, sentence in enumerate(_asked(dossier, words), 1):
        blocks.append(setter.cell(f"{number}. {sentence}", styles.statement, most=4))
    blocks.append(setter.para(words.text("What is not known"), styles.part))
    blocks.append(setter.cell(run_on(unknowns(content, dossier, words), words), styles.statement, most=6))
    return blocks


def _heading(title: str, setter: Typesetter) -> list[Flowable]:
    """The title of the measures; on two pages their table may begin on the first."""
    if setter.second is None:
        return [setter.para(title, setter.styles.part)]
    return [CondPageBreak(40 * MM), setter.para(title, alone(setter.styles.part))]


def _known(content: Content, dossier: Dossier | None, setter: Typesetter) -> Iterator[Flowable]:
    """What is known about time; of the procedures along a corridor also about all else."""
    words, styles = setter.words, setter.styles
    yield setter.para(words.text("What is known about time"), styles.part)
    if content.corridor is not None and dossier is not None:
        yield setter.cell(dossier.problem.text, styles.cell, most=40)
        return
    yield _times(content, setter)
    note = words.text(
        "The upper end of a range adds legal limits, the lower one counted times only. Totals of countries "
        "rest on different numbers of steps and are not to be compared directly."
    )
    yield setter.para(note, styles.note)


def _asked(dossier: Dossier | None, words: Words) -> list[str]:
    """What the meeting is asked to do, as window and workbook say it."""
    asked = dossier.asked.text if dossier is not None else ""
    lines = [line for line in asked.split("\n") if line.strip()]
    return lines or [words.text("Review the procedures and mark what is redundant, each mark with a reason.")]


def _intro(content: Content, dossier: Dossier | None, words: Words) -> str:
    own = content.proposal.summary if content.proposal else None
    written = dossier is not None and (dossier.summary.rewritten or bool(own and own.strip()))
    if dossier is not None and (written or content.corridor is not None):
        return dossier.summary.text.strip()
    n = len(content.comparison.countries)
    if not content.measures and content.blind_steps:
        # What is not known names the marks that a blind round hides.
        return words.count(
            "The procedure of {n} country is set out on the reference list of activities: this paper "
            "compares and proposes nothing.",
            "The procedures of {n} countries are set side by side on the reference list of activities: this "
            "paper compares and proposes nothing.",
            n,
        )
    if not content.measures:
        return words.count(
            "The procedure of {n} country is set out on the reference list of activities. No change has been "
            "marked yet: this paper compares and proposes nothing.",
            "The procedures of {n} countries are set side by side on the reference list of activities. No "
            "change has been marked yet: this paper compares and proposes nothing.",
            n,
        )
    count = len(content.measures)
    if content.from_findings:
        return words.count(
            "The rules suggest {n} simplification in the procedures compared. It is a suggestion from the "
            "records: nobody has decided on it.",
            "The rules suggest {n} simplifications in the procedures compared. They are suggestions from the "
            "records: nobody has decided on them.",
            count,
        )
    return words.count(
        "{n} measure results from the marks of the reviewers, each with a reason and the act it touches.",
        "{n} measures result from the marks of the reviewers, each with a reason and the acts it touches.",
        count,
    )


def _leads(leads: list[Lead], setter: Typesetter) -> Flowable:
    styles = setter.styles
    row: list[list[Flowable]] = [
        [
            setter.cell(lead.value, styles.lead, most=3),
            setter.cell(lead.what, styles.cell_bold, most=2),
            setter.cell(lead.why, styles.fine.toned(LIGHT.text3), most=4),
        ]
        for lead in leads
    ]
    return figures_row(row, _WIDTH)


def _measures(content: Content, dossier: Dossier, setter: Typesetter, most: int) -> Flowable:
    words, styles = setter.words, setter.styles
    head = [
        "",
        words.text("Suggestion") if content.from_findings else words.text("Measure"),
        words.text("Countries"),
        words.text("Saves a consignment"),
        words.text("Standard"),
    ]
    rows: list[list[Flowable]] = [[setter.cell(title, styles.head) for title in head]]
    for number, measure in enumerate(content.measures[:most], 1):
        sign = verdict_sign(measure.verdict, LIGHT, words)
        rows.append(
            [
                Sign(setter, sign, styles.cell),
                setter.cell(Span(f"{number}. {words.say(measure.title)}", bold=True), most=6),
                setter.cell(words.list_of(measure.countries), most=3),
                setter.cell(saving_lines(dossier.measure(measure.key), words), most=6),
                setter.cell(_standard(measure, content, words), styles.fine, most=6),
            ]
        )
    widths = [7 * MM, 0, 30 * MM, 40 * MM, 36 * MM]
    widths[1] = _WIDTH - sum(widths)
    return table(rows, widths, pad=3)


def _standard(measure: Measure, content: Content, words: Words) -> str:
    """The first of the norms on which a measure leans; its own part names them all."""
    for standard_id in measure.standards:
        if standard_id in content.reference.standards:
            return norm_name(content.reference.standards[standard_id], words)
    return ""


def _times(content: Content, setter: Typesetter) -> Flowable:
    words, styles = setter.words, setter.styles
    countries = content.comparison.countries
    right = styles.fine.aligned(Align.RIGHT)
    head = [setter.cell(label(content.comparison.case.kind, words), styles.head)]
    head += [setter.cell(iso2, styles.head.aligned(Align.RIGHT)) for iso2 in countries]
    rows: list[list[Flowable]] = [list(head)]
    for title, values in time_rows(content, words):
        rows.append(
            [setter.cell(title, styles.fine), *(setter.cell(values[iso2], right) for iso2 in countries)]
        )
    first = 40 * MM
    column = min((_WIDTH - first) / len(countries), 22 * MM)
    return table(rows, [first, *[column] * len(countries)], pad=3)
