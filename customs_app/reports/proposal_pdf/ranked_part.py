"""The differences by what lies between the countries: hours first, then money, unknown ones last."""

from collections.abc import Sequence

from customs_app.analysis.ranked import RankedDifference
from customs_app.figures.tokens import LIGHT
from customs_app.reports.beside_texts import effect_text, why_text
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import CondPageBreak, Flowable
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.predicates import codes_of, predicate
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.styles import MM, Align, alone
from customs_app.reports.proposal_pdf.tables import table
from customs_app.reports.proposal_pdf.texts import said

_ROOM = 60 * MM


def ranked_differences(content: Content, setter: Typesetter) -> list[Flowable]:
    """The blocks of the differences of which an effect is known; none where there is none."""
    words, styles = setter.words, setter.styles
    shown = [one for one in content.beside.ranked if effect_text(one, words)]
    if not shown:
        return []
    name = words.text("Differences by their effect")
    note = words.text(
        "What lies between the two countries that a difference sets apart most, for one consignment of the "
        "case. Only own durations and own fees count, never limits or aggregates; what lies between need not "
        "come from the difference alone. Of {n} of {of} differences it is known.",
        n=len(shown),
        of=len(content.beside.ranked),
    )
    heads = (words.text("No."), words.text("Difference"), words.text("Between the countries"))
    rows: list[list[Flowable]] = [[setter.cell(text, styles.head) for text in heads]]
    rows += _rows(shown, content, setter)
    return [
        CondPageBreak(_ROOM),
        Bookmark("ranked", name, 1),
        setter.para(name, alone(styles.part)),
        setter.para(note, styles.note),
        table(rows, [9 * MM, text_width(Leaf.TEXT) - 75 * MM, 66 * MM]),
    ]


def _rows(shown: Sequence[RankedDifference], content: Content, setter: Typesetter) -> list[list[Flowable]]:
    words, styles = setter.words, setter.styles
    codes = codes_of(content)
    rows: list[list[Flowable]] = []
    for number, one in enumerate(shown, 1):
        activity = content.reference.activities.get(one.difference.activity)
        what = [Span(f"{predicate(one.difference, codes, words)}")]
        if activity is not None:
            what = [*said(activity.name, words, bold=True), Span("\n"), *what]
        effect = [Span(effect_text(one, words), bold=True)]
        if why := why_text(one, words):
            effect.append(Span(f"\n{why}", colour=LIGHT.text3))
        rows.append(
            [
                setter.cell(str(number), styles.cell.aligned(Align.RIGHT)),
                setter.cell(tuple(what)),
                setter.cell(tuple(effect)),
            ]
        )
    return rows
