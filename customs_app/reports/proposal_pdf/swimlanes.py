"""A measure in a picture: the steps it touches in one country as they are and as they would be."""

from collections.abc import Sequence

from customs_app.analysis.measures import Measure
from customs_app.analysis.to_be.apply import apply
from customs_app.analysis.to_be.change import Outcome
from customs_app.analysis.to_be.of_measures import verdicts_of_measures
from customs_app.domain.procedure import FullProcedure
from customs_app.figures.before_after import Diagrams
from customs_app.figures.measure import shipped_fonts
from customs_app.figures.shapes import Drawing
from customs_app.figures.style import Style
from customs_app.figures.tokens import LIGHT
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.page import Leaf, leaf_room, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.picture_block import POINT, PictureBlock

LEAST = 0.56
"""Points a logical pixel: smaller letters than those of 6 points could not be read on paper."""
_MOST = 10
"""So many steps stand in one picture, those of the measure before those beside them."""


def swimlanes(
    measure: Measure, content: Content, setter: Typesetter
) -> tuple[str, Flowable, PictureBlock] | None:
    """The country of the procedure where a measure touches most, the title and the picture; or None.

    A procedure whose picture would be too small to be read is passed over: its steps stand in the text.
    """
    most = sorted(content.procedures(), key=lambda one: -len(_own(measure, one[1])))
    for country, full in most:
        drawing = _picture(measure, full, content, setter)
        if drawing is not None:
            name = country.name[setter.words.language]
            title = setter.words.text("{country}: now, and as it would be", country=name)
            block = PictureBlock(setter, drawing, height=_room(setter))
            return country.iso2, setter.para(title, setter.styles.caption), block
    return None


def _own(measure: Measure, full: FullProcedure) -> list[str]:
    """The steps of a procedure that a measure touches."""
    touched = measure.steps.get(full.procedure.country, ())
    return [step.id for step in full.steps if step.id in touched]


def _room(setter: Typesetter) -> float:
    return leaf_room(Leaf.MEASURES, setter) * 0.9


def _picture(measure: Measure, full: FullProcedure, content: Content, setter: Typesetter) -> Drawing | None:
    """The picture with the steps around those of the measure, else with these alone, if it can be read."""
    if not (own := _own(measure, full)):
        return None
    applied, contested = verdicts_of_measures([measure], full)
    case = content.comparison.case
    to_be = apply(full, applied, content.reference, case=case, contested=contested)
    if all(change.outcome is not Outcome.CHANGED for change in to_be.changes):
        return None
    style = Style(LIGHT, setter.words, shipped_fonts(), content.reference)
    for only in dict.fromkeys((_around(own, full), tuple(own))):
        diagrams = Diagrams(to_be, style, case, only, narrow=True)
        # Most of what is too large is so before it is drawn.
        if _readable(diagrams.width, diagrams.least_height, setter):
            drawing = diagrams.drawing()
            if _readable(drawing.width, drawing.height, setter):
                return drawing
    return None


def _readable(width: float, height: float, setter: Typesetter) -> bool:
    return min(POINT, text_width(Leaf.MEASURES) / width, _room(setter) / height) >= LEAST


def _around(own: Sequence[str], full: FullProcedure) -> tuple[str, ...]:
    """The steps of the measure, and those just before and after them as far as there is room."""
    before = {one for step_id in own for one in full.step(step_id).depends_on}
    after = {
        step.id
        for step in full.steps
        if not before.isdisjoint(step.depends_on) or set(own) & set(step.depends_on)
    }
    taken = list(own)[:_MOST]
    for step in full.steps:
        if len(taken) < _MOST and step.id in before | after and step.id not in taken:
            taken.append(step.id)
    return tuple(step.id for step in full.steps if step.id in taken)
