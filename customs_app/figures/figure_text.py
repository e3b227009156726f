"""Figures as the short texts of the look: `168`, `2 – 4`, `≤ 24`, `2 lead`, `[150]`, `in 13`, `(7 USD)`, `?`.

Times are elapsed hours, without their unit: it stands in the head of the column. Steps are named by
their number, `seq`. The window, the workbook and the PDF all take the texts from here.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from customs_app.analysis.counting import CountedCost, CountedTime, Counting
from customs_app.analysis.totals import add_up
from customs_app.domain.codes import CostKind, TimeKind
from customs_app.domain.figures import Coverage, Range
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.language.numbers import money, number, span
from customs_app.language.words import Words

if TYPE_CHECKING:  # only the cells of a comparison need it
    from customs_app.analysis.rows import Cell

UNKNOWN = "?"
ABSENT = "–"
_APART = (Counting.RATE, Counting.INSIDE, Counting.UNADDED)


def hours_text(hours: Range | None, words: Words) -> str:
    """A time in hours without a sign of its kind; `?` where nothing is known."""
    return UNKNOWN if hours is None else span(hours, words.language)


def time_text(counted: CountedTime, full: FullProcedure, words: Words) -> str:
    """A step's time in hours, with the sign of how it counts."""
    own = hours_text(counted.recorded, words)
    match counted.state:
        case Counting.AGGREGATE:
            return f"[{own}]"
        case Counting.INSIDE:
            return inside_text(counted.aggregate_id, full, words) if counted.recorded is None else f"({own})"
        case Counting.LEAD:
            return words.text("{hours} lead", hours=_lead_hours(counted, words))
        case Counting.UNADDED:
            spans = full.step(counted.step_id).time.kind is TimeKind.AGGREGATE
            return f"([{own}])" if spans else f"({own})"
        case _:
            # A limit has a maximum alone, which shows as `≤ 24`; what is unknown shows as `?`.
            return own


def time_said(counted: CountedTime, full: FullProcedure, words: Words) -> str:
    """A step's time with its sign and unit: `[150 h]`, `≤ 24 h`, `in 13`; of a lead time the hours alone."""
    if counted.state is Counting.LEAD:
        return words.text("{hours} h", hours=_lead_hours(counted, words))
    return with_unit(time_text(counted, full, words), words)


def with_unit(text: str, words: Words) -> str:
    """The short text of a time with its unit, inside the brackets where it has some."""
    for open_, close in (("([", "])"), ("[", "]"), ("(", ")")):
        if text.startswith(open_) and text.endswith(close):
            inner = text[len(open_) : -len(close)]
            return f"{open_}{words.text('{hours} h', hours=inner)}{close}"
    return text if text[:1].isalpha() else words.text("{hours} h", hours=text)


def cost_text(counted: CountedCost, full: FullProcedure, words: Words) -> str:
    """A step's cost with its currency (ISO 4217), or per cent, with the sign of how it counts."""
    own = _amount(counted, full, words)
    if counted.rate is not None:
        own = f"{number(counted.rate, words.language)} %"
    match counted.state:
        case Counting.AGGREGATE:
            return f"[{own}]"
        case Counting.INSIDE:
            if counted.recorded is None and counted.rate is None:
                return inside_text(counted.aggregate_id, full, words)
            return f"({own})"
        case Counting.UNADDED:
            spans = full.step(counted.step_id).cost.kind is CostKind.AGGREGATE
            return f"([{own}])" if spans else f"({own})"
        case _:
            return own


def cell_text(cell: "Cell | None", full: FullProcedure, words: Words) -> str:
    """The time of one cell of a comparison; `full` is the procedure of its country, `–` is no such step.

    Several steps stand as one figure, along their longest path; `+ ?` says that some of them are unknown.
    """
    if cell is None:
        return ABSENT
    counted = _counted(cell)
    if len(counted) == 1:
        return time_text(counted[0], full, words)
    states = {time.state for time in counted}
    if cell.hours is not None:
        text = hours_text(cell.hours, words)
        text = f"[{text}]" if Counting.AGGREGATE in states else text
        return f"{text} + {UNKNOWN}" if Counting.UNKNOWN in states else text
    for state in (Counting.INSIDE, Counting.LEAD, Counting.UNADDED):
        texts = dict.fromkeys(time_text(time, full, words) for time in counted if time.state is state)
        if texts:
            return words.list_of(tuple(texts))
    return UNKNOWN


def cell_cost_text(cell: "Cell | None", full: FullProcedure, words: Words) -> str:
    """The cost of one cell of a comparison, in the case; `full` and `–` as for `cell_text`.

    Of several steps the own fees stand added up per currency, and apart from them the aggregates in
    brackets: `5 EUR + [60 USD]`. After them stands, never added, what is no counted amount: rates, figures
    in aggregates of other cells, figures that do not count. `+ ?` says that some steps are unknown.
    """
    if cell is None:
        return ABSENT
    costs = cell.counted_costs
    if len(costs) == 1:
        return cost_text(costs[0], full, words)
    own = add_up(cost for cost in costs if cost.state is Counting.OWN)
    carried = add_up(cost for cost in costs if cost.state is Counting.AGGREGATE)
    sums = [money(one, words.language) for one in own]
    sums += [f"[{money(one, words.language)}]" for one in carried]
    here = {cost.step_id for cost in costs}
    apart = dict.fromkeys(
        cost_text(cost, full, words)
        for cost in costs
        if cost.state in _APART and not (cost.state is Counting.INSIDE and cost.aggregate_id in here)
    )
    said = [" + ".join(sums), *apart] if sums else [*apart]
    if not said:
        return UNKNOWN
    unknown = any(cost.state is Counting.UNKNOWN for cost in costs)
    return words.list_of(tuple(said)) + (f" + {UNKNOWN}" if unknown else "")


def count_text(cell: "Cell") -> str:
    """How many steps a cell holds, as `×2`; empty for one."""
    return f"×{len(cell.steps)}" if len(cell.steps) > 1 else ""


def visits_text(visits: int | None, covered: Coverage, words: Words) -> str:
    """Visits of a case: `3` where every step's are known, `≥ 2` where some are, `?` where none are said."""
    if visits is None or (visits == 0 and covered.n < covered.of):
        return UNKNOWN
    least = "" if covered.n == covered.of else "≥ "
    return least + number(visits, words.language)


def explain_cell(cell: "Cell", full: FullProcedure, words: Words) -> str:
    """The steps of a cell with their times, a line each."""
    return "\n".join(
        words.named(f"{step.seq} {step.title[words.language]}", explain_time(time, full, words))
        for step, time in zip(cell.steps, cell.times, strict=True)
    )


def explain_cell_cost(cell: "Cell", full: FullProcedure, words: Words) -> str:
    """The steps of a cell with their costs, a line each."""
    return "\n".join(
        words.named(f"{step.seq} {step.title[words.language]}", explain_cost(cost, full, words))
        for step, cost in zip(cell.steps, cell.costs, strict=True)
    )


def inside_text(aggregate_id: str | None, full: FullProcedure, words: Words) -> str:
    """Says that a figure lies inside the aggregate that a step carries: `in 13`."""
    if aggregate_id is None:
        return UNKNOWN
    return words.text("in {step}", step=str(full.number(aggregate_id)))


def explain_time(counted: CountedTime, full: FullProcedure, words: Words) -> str:
    """A step's time and how it counts, as sentences."""
    return _TIME_SENTENCES[counted.state](counted, full, words)


def explain_cost(counted: CountedCost, full: FullProcedure, words: Words) -> str:
    """A step's cost and how it counts, as sentences."""
    return _COST_SENTENCES[counted.state](counted, full, words)


def _counted(cell: "Cell") -> list[CountedTime]:
    among = cell.in_case or tuple(step.id for step in cell.steps)
    return [time for time in cell.times if time.step_id in among]


def _own_time(counted: CountedTime, _full: FullProcedure, words: Words) -> str:
    text = words.text("{hours} h for this step.", hours=_said(counted.recorded, words))
    return text + _derived(counted, words)


def _carried_time(counted: CountedTime, full: FullProcedure, words: Words) -> str:
    text = words.text(
        "{hours} h for steps {steps} together; counted once, here.",
        hours=_said(counted.recorded, words),
        steps=_numbers(full.step(counted.step_id).time.covers, full),
    )
    return text + _derived(counted, words)


def _inside_time(counted: CountedTime, full: FullProcedure, words: Words) -> str:
    carrier = full.step(counted.aggregate_id or "")
    text = _inside(carrier, carrier.time.covers, full, words)
    if counted.recorded is None:
        return text
    return text + " " + words.text("Its own {hours} h are not added.", hours=_said(counted.recorded, words))


def _limit(counted: CountedTime, _full: FullProcedure, words: Words) -> str:
    most = None if counted.recorded is None else counted.recorded.max
    return words.text(
        "At most {hours} h by law or rule: it counts towards the most, not towards the typical time.",
        hours=UNKNOWN if most is None else number(most, words.language),
    )


def _lead(counted: CountedTime, _full: FullProcedure, words: Words) -> str:
    return words.text(
        "To be done at least {hours} h before: a lead time, never added.",
        hours=_lead_hours(counted, words),
    )


def _lead_hours(counted: CountedTime, words: Words) -> str:
    """A lead time is a least time by itself: where only its least is recorded it needs no `≥`."""
    hours = counted.recorded
    if hours is not None and hours.min is not None and hours.max is None:
        return number(hours.min, words.language)
    return hours_text(hours, words)


def _unadded_time(counted: CountedTime, full: FullProcedure, words: Words) -> str:
    hours = _said(counted.recorded, words)
    if full.step(counted.step_id).time.kind is TimeKind.AGGREGATE:
        return words.text(
            "{hours} h for several steps, which the source does not name or which count elsewhere: "
            "shown, never added.",
            hours=hours,
        )
    return words.text("{hours} h, of a kind that is not recorded: shown, never added.", hours=hours)


def _unknown_time(_counted: CountedTime, _full: FullProcedure, words: Words) -> str:
    return words.text("No source gives a time for this step: unknown, not zero.")


def _own_cost(counted: CountedCost, full: FullProcedure, words: Words) -> str:
    amount = _amount(counted, full, words)
    if full.step(counted.step_id).cost.kind is CostKind.BAND:
        return words.text("{amount}: one band of a scale.", amount=amount)
    return words.text("{amount} for this step.", amount=amount)


def _carried_cost(counted: CountedCost, full: FullProcedure, words: Words) -> str:
    return words.text(
        "{amount} for steps {steps} together; counted once, here.",
        amount=_amount(counted, full, words),
        steps=_numbers(full.step(counted.step_id).cost.covers, full),
    )


def _inside_cost(counted: CountedCost, full: FullProcedure, words: Words) -> str:
    carrier = full.step(counted.aggregate_id or "")
    text = _inside(carrier, carrier.cost.covers, full, words)
    if counted.recorded is None:
        return text
    return text + " " + words.text("Its own {amount} are not added.", amount=_amount(counted, full, words))


def _rate(counted: CountedCost, _full: FullProcedure, words: Words) -> str:
    return words.text(
        "A rate of {rate} %: listed apart, never added to amounts.",
        rate=UNKNOWN if counted.rate is None else number(counted.rate, words.language),
    )


def _unadded_cost(counted: CountedCost, full: FullProcedure, words: Words) -> str:
    return words.text(
        "{amount}: the source does not say for which steps, or as what; shown, never added.",
        amount=_amount(counted, full, words),
    )


def _unknown_cost(_counted: CountedCost, _full: FullProcedure, words: Words) -> str:
    return words.text("No source gives a cost for this step: unknown, not free.")


_TIME_SENTENCES: Mapping[Counting, Callable[[CountedTime, FullProcedure, Words], str]] = {
    Counting.OWN: _own_time,
    Counting.AGGREGATE: _carried_time,
    Counting.INSIDE: _inside_time,
    Counting.LIMIT: _limit,
    Counting.LEAD: _lead,
    Counting.UNADDED: _unadded_time,
    Counting.UNKNOWN: _unknown_time,
}
_COST_SENTENCES: Mapping[Counting, Callable[[CountedCost, FullProcedure, Words], str]] = {
    Counting.OWN: _own_cost,
    Counting.AGGREGATE: _carried_cost,
    Counting.INSIDE: _inside_cost,
    Counting.RATE: _rate,
    Counting.UNADDED: _unadded_cost,
    Counting.UNKNOWN: _unknown_cost,
}


def _derived(counted: CountedTime, words: Words) -> str:
    if not counted.derived:
        return ""
    return " " + words.text("The typical time is derived: the mean of least and most.")


def _inside(carrier: Step, covers: Sequence[str], full: FullProcedure, words: Words) -> str:
    return words.text(
        "Contained in the figure of step {step}, which stands for steps {steps} together.",
        step=str(carrier.seq),
        steps=_numbers(covers, full),
    )


def _amount(counted: CountedCost, full: FullProcedure, words: Words) -> str:
    """The step's own amount; without a currency where none is recorded."""
    if counted.recorded is not None:
        return money(counted.recorded, words.language)
    amount = full.step(counted.step_id).cost.amount
    return UNKNOWN if amount is None else number(amount, words.language)


def _said(hours: Range | None, words: Words) -> str:
    """A range with its typical value where that is not one of its ends."""
    shown = hours_text(hours, words)
    if hours is None or hours.typ is None or hours.typ in (hours.min, hours.max):
        return shown
    return words.text("{range} (typically {hours})", range=shown, hours=number(hours.typ, words.language))


def _numbers(step_ids: Sequence[str], full: FullProcedure) -> tuple[str, ...]:
    """Numbers of the steps that the procedure has, in order of work."""
    among = set(step_ids)
    return tuple(str(step.seq) for step in full.steps if step.id in among)
