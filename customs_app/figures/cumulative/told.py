"""What a chart of time step by step says of a step, in words and as a table."""

from collections.abc import Mapping

from customs_app.analysis.corridor.result import Chain, ChainBlock, ChainPoint
from customs_app.analysis.counting import CountedTime
from customs_app.domain.figures import Range
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.text import Message
from customs_app.figures.figure_text import explain_time, time_text
from customs_app.figures.picture import PictureTable
from customs_app.language.numbers import number
from customs_app.language.words import Words


def counted(point: ChainPoint) -> CountedTime:
    """How the step counts, as everywhere."""
    return CountedTime(
        point.step_id, point.own, point.state, point.aggregate_id, point.derived, point.recorded
    )


def point_text(point: ChainPoint, full: FullProcedure, words: Words) -> str:
    """The step's time with the sign of how it counts."""
    return time_text(counted(point), full, words)


def point_tooltip(point: ChainPoint, full: FullProcedure, once: Mapping[str, Message], words: Words) -> str:
    """The step, its time, and when it is done; `once`: whose (step ids) is counted elsewhere."""
    step = full.step(point.step_id)
    done = words.text(
        "Done after {least} h at least, {typical} h typically, {most} h at most.",
        least=_hours(point.cumulative.min, words),
        typical=_hours(point.cumulative.typ, words),
        most=_hours(point.cumulative.max, words),
    )
    title = f"{full.procedure.country} {step.seq} {step.title[words.language]}"
    elsewhere = [words.say(once[point.step_id])] if point.step_id in once else []
    return "\n".join([title, explain_time(counted(point), full, words), *elsewhere, done])


def table_of(chain: Chain, words: Words) -> PictureTable:
    """One row a step, with gaps between them as rows of their own."""
    head = (
        words.text("Country"), "#", words.text("Step"), words.text("Time, h"),
        words.text("Elapsed, least (hours)"), words.text("Elapsed, typical (hours)"),
        words.text("Elapsed, most (hours)"),
    )  # fmt: skip
    blocks = {block.block.key: block for block in chain.blocks}
    rows: list[tuple[str, ...]] = []
    gaps = list(chain.gaps)
    for point in chain.points:
        while gaps and gaps[0].index <= point.index:
            gap = gaps.pop(0)
            rows.append((_country(gap.block_key, blocks), "–", words.say(gap.message), *["?"] * 4))
        rows.append(_row(point, blocks, words))
    rows += [(_country(gap.block_key, blocks), "–", words.say(gap.message), *["?"] * 4) for gap in gaps]
    return PictureTable(head, tuple(rows))


def _row(point: ChainPoint, blocks: Mapping[str, ChainBlock], words: Words) -> tuple[str, ...]:
    full = blocks[point.block_key].block.procedure
    if full is None:  # a point is a step of a procedure
        raise ValueError(point.block_key)
    hours = point.cumulative
    return (
        full.procedure.country,
        str(point.number),
        full.step(point.step_id).title[words.language],
        point_text(point, full, words),
        *(_hours(value, words) for value in (hours.min, hours.typ, hours.max)),
    )


def _country(key: str, blocks: Mapping[str, ChainBlock]) -> str:
    return blocks[key].block.country if key in blocks else "–"


def _hours(value: float | None, words: Words) -> str:
    return "?" if value is None else number(value, words.language)


def known_most(hours: Range) -> float:
    """The greatest that is known; 0 where nothing is."""
    return max((value for value in (hours.min, hours.typ, hours.max) if value is not None), default=0.0)
