"""Texts of figures: each sign of the look, and the sentence behind it."""

import dataclasses
import gettext

import pytest

from customs_app.analysis.case import BASE, WORST, Case
from customs_app.analysis.counting import counted_costs, counted_times
from customs_app.analysis.rows import Cell, rows
from customs_app.domain.codes import CostKind, Mode, Regime, Stage, TimeKind
from customs_app.domain.figures import CostFigure, Coverage, Range, TimeFigure
from customs_app.domain.procedure import FullProcedure, Procedure, Step
from customs_app.domain.reference import Activity
from customs_app.domain.text import Language, Text
from customs_app.figures.figure_text import (
    cell_cost_text,
    cell_text,
    cost_text,
    count_text,
    explain_cell,
    explain_cell_cost,
    explain_cost,
    explain_time,
    time_text,
    visits_text,
)
from customs_app.language.words import Words, words

EN = words(Language.EN)


class _Dictionary(gettext.NullTranslations):
    def __init__(self, known: dict[str, str]) -> None:
        super().__init__()
        self._known = known

    def gettext(self, message: str) -> str:
        return self._known.get(message, message)


RU = Words(Language.RU, _Dictionary({"in {step}": "в {step}", "{hours} lead": "за {hours}"}))
ZH = Words(Language.ZH, _Dictionary({"in {step}": "计入 {step}", "{hours} lead": "提前 {hours}"}))


def _procedure(*figures: TimeFigure | CostFigure) -> FullProcedure:
    """A procedure with steps numbered 11, 12, ... that carry these figures."""
    steps = []
    for seq, figure in enumerate(figures, 11):
        step = Step(f"s{seq}", "p", seq, Text(f"Step {seq}"), "DCL-01")
        field = "time" if isinstance(figure, TimeFigure) else "cost"
        steps.append(dataclasses.replace(step, **{field: figure}))
    return FullProcedure(Procedure("p", "UZ", Regime.IMPORT, Text("P"), Mode.ROAD), tuple(steps), {})


def _times(*figures: TimeFigure, in_: Words = EN) -> list[str]:
    full = _procedure(*figures)
    counted = counted_times(full, full.steps)
    return [time_text(counted[step.id], full, in_) for step in full.steps]


def _costs(*figures: CostFigure, in_: Words = EN) -> list[str]:
    full = _procedure(*figures)
    counted = counted_costs(full, full.steps)
    return [cost_text(counted[step.id], full, in_) for step in full.steps]


AGGREGATE = TimeFigure(Range(typ=150), TimeKind.AGGREGATE, ("s11", "s12"))


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (TimeFigure(Range(typ=168), TimeKind.DURATION), "168"),
        (TimeFigure(Range(2, 3, 4), TimeKind.DURATION), "2 – 4"),
        (TimeFigure(Range(min=2, max=4), TimeKind.DURATION), "2 – 4"),
        (TimeFigure(Range(max=24), TimeKind.LIMIT), "≤ 24"),
        (TimeFigure(Range(typ=24), TimeKind.LIMIT), "≤ 24"),
        (TimeFigure(Range(typ=2), TimeKind.LEAD), "2 lead"),
        (TimeFigure(Range(min=2), TimeKind.LEAD), "2 lead"),
        (TimeFigure(Range(min=2, max=4), TimeKind.LEAD), "2 – 4 lead"),
        (TimeFigure(Range(typ=150), TimeKind.AGGREGATE), "([150])"),
        (TimeFigure(Range(typ=150)), "(150)"),
        (TimeFigure(), "?"),
        (TimeFigure(Range(typ=0), TimeKind.DURATION), "0"),
        (TimeFigure(Range(typ=1 / 60), TimeKind.DURATION), "0.02"),
        (TimeFigure(Range(typ=1234.5), TimeKind.DURATION), "1,234.5"),
    ],
)
def test_time_of_a_step_alone(figure: TimeFigure, text: str):
    assert _times(figure) == [text]


def test_aggregate_and_what_lies_inside_it():
    assert _times(AGGREGATE, TimeFigure()) == ["[150]", "in 11"]


def test_own_time_inside_an_aggregate_stands_in_brackets():
    assert _times(AGGREGATE, TimeFigure(Range(typ=5), TimeKind.DURATION)) == ["[150]", "(5)"]


def test_russian_and_chinese_forms():
    figures = (AGGREGATE, TimeFigure(), TimeFigure(Range(typ=2.5), TimeKind.LEAD))
    assert _times(*figures, in_=RU) == ["[150]", "в 11", "за 2,5"]
    assert _times(*figures, in_=ZH) == ["[150]", "计入 11", "提前 2.5"]


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (CostFigure(7, "USD", None, CostKind.FEE), "7\u00a0USD"),
        (CostFigure(7.5, "USD", None, CostKind.BAND), "7.5\u00a0USD"),
        (CostFigure(0.2, None, None, CostKind.RATE), "0.2 %"),
        (CostFigure(242, "USD", None, CostKind.AGGREGATE), "([242\u00a0USD])"),
        (CostFigure(7, "USD"), "(7\u00a0USD)"),
        (CostFigure(7, None, None, CostKind.FEE), "(7)"),
        (CostFigure(0, "USD", None, CostKind.FEE), "0\u00a0USD"),
        (CostFigure(), "?"),
    ],
)
def test_cost_of_a_step_alone(figure: CostFigure, text: str):
    assert _costs(figure) == [text]


def test_cost_inside_an_aggregate():
    aggregate = CostFigure(242, "USD", None, CostKind.AGGREGATE, ("s11", "s12", "s13", "s14"))
    inside = (
        CostFigure(),
        CostFigure(7, "USD", None, CostKind.FEE),
        CostFigure(1, None, None, CostKind.RATE),
    )
    assert _costs(aggregate, *inside) == ["[242\u00a0USD]", "in 11", "(7\u00a0USD)", "(1 %)"]


def test_sentences_of_times():
    full = _procedure(
        TimeFigure(Range(typ=150), TimeKind.AGGREGATE, ("s11", "s12", "s13")),
        TimeFigure(),
        TimeFigure(Range(typ=5), TimeKind.DURATION),
        TimeFigure(Range(min=2, max=4), TimeKind.DURATION),
        TimeFigure(Range(max=24), TimeKind.LIMIT),
        TimeFigure(Range(typ=2), TimeKind.LEAD),
        TimeFigure(Range(typ=9), TimeKind.AGGREGATE),
        TimeFigure(Range(typ=9)),
        TimeFigure(),
    )
    counted = counted_times(full, full.steps)
    assert [explain_time(counted[step.id], full, EN) for step in full.steps] == [
        "150 h for steps 11, 12, 13 together; counted once, here.",
        "Contained in the figure of step 11, which stands for steps 11, 12, 13 together.",
        "Contained in the figure of step 11, which stands for steps 11, 12, 13 together. "
        "Its own 5 h are not added.",
        "2 – 4 (typically 3) h for this step. The typical time is derived: the mean of least and most.",
        "At most 24 h by law or rule: it counts towards the most, not towards the typical time.",
        "To be done at least 2 h before: a lead time, never added.",
        "9 h for several steps, which the source does not name or which count elsewhere: shown, never added.",
        "9 h, of a kind that is not recorded: shown, never added.",
        "No source gives a time for this step: unknown, not zero.",
    ]


def test_sentences_of_costs():
    full = _procedure(
        CostFigure(242, "USD", None, CostKind.AGGREGATE, ("s11", "s12", "s13")),
        CostFigure(),
        CostFigure(7, "USD", None, CostKind.FEE),
        CostFigure(8, "USD", None, CostKind.FEE),
        CostFigure(9, "USD", None, CostKind.BAND),
        CostFigure(0.2, None, None, CostKind.RATE),
        CostFigure(9, "USD", None, CostKind.AGGREGATE),
        CostFigure(),
    )
    counted = counted_costs(full, full.steps)
    assert [explain_cost(counted[step.id], full, EN) for step in full.steps] == [
        "242\u00a0USD for steps 11, 12, 13 together; counted once, here.",
        "Contained in the figure of step 11, which stands for steps 11, 12, 13 together.",
        "Contained in the figure of step 11, which stands for steps 11, 12, 13 together. "
        "Its own 7\u00a0USD are not added.",
        "8\u00a0USD for this step.",
        "9\u00a0USD: one band of a scale.",
        "A rate of 0.2 %: listed apart, never added to amounts.",
        "9\u00a0USD: the source does not say for which steps, or as what; shown, never added.",
        "No source gives a cost for this step: unknown, not free.",
    ]


DURATION = TimeFigure(Range(typ=3), TimeKind.DURATION)
LIMIT = TimeFigure(Range(max=24), TimeKind.LIMIT)


def _cell(full: FullProcedure, activity: str = "DCL-01", case: Case = BASE) -> Cell | None:
    activities = [
        Activity("DCL-01", Stage.DECLARE, Text("Declare")),
        Activity("PAY-01", Stage.PAY, Text("Pay")),
    ]
    (row,) = [row for row in rows({"UZ": full}, activities, case) if row.activity.code == activity]
    return row.cells["UZ"]


@pytest.mark.parametrize(
    ("figures", "text", "count"),
    [
        ((DURATION,), "3", ""),
        ((TimeFigure(),), "?", ""),
        ((DURATION, DURATION), "3", "×2"),
        ((DURATION, LIMIT), "3 – 24", "×2"),
        ((LIMIT, TimeFigure(), TimeFigure()), "≤ 24 + ?", "×3"),
        ((TimeFigure(), TimeFigure()), "?", "×2"),
        ((TimeFigure(Range(typ=2), TimeKind.LEAD), TimeFigure()), "2 lead", "×2"),
        ((AGGREGATE, TimeFigure()), "[150]", "×2"),
        ((AGGREGATE, TimeFigure(), TimeFigure()), "[150] + ?", "×3"),
        ((TimeFigure(Range(typ=9), TimeKind.AGGREGATE), TimeFigure()), "([9])", "×2"),
    ],
)
def test_cell_of_a_comparison(figures: tuple[TimeFigure, ...], text: str, count: str):
    # No step waits for another, so the longest path is the longest step.
    full = _procedure(*figures)
    cell = _cell(full)
    assert cell is not None
    assert cell_text(cell, full, EN) == text
    assert count_text(cell) == count


def test_cell_whose_steps_lie_in_aggregates_of_other_cells():
    carriers = (
        TimeFigure(Range(typ=150), TimeKind.AGGREGATE, ("s11", "s13")),
        TimeFigure(Range(typ=9), TimeKind.AGGREGATE, ("s12", "s14")),
    )
    full = _procedure(*carriers, TimeFigure(), TimeFigure())
    steps = tuple(
        dataclasses.replace(step, activity="PAY-01") if step.seq > 12 else step for step in full.steps
    )
    full = dataclasses.replace(full, steps=steps)
    cell = _cell(full, "PAY-01")
    assert cell is not None
    assert cell_text(cell, full, EN) == "in 11, in 12"
    assert cell_text(cell, full, RU) == "в 11, в 12"
    assert explain_cell(cell, full, EN) == (
        "13 Step 13: Contained in the figure of step 11, which stands for steps 11, 13 together.\n"
        "14 Step 14: Contained in the figure of step 12, which stands for steps 12, 14 together."
    )


def test_cell_that_does_not_exist():
    assert cell_text(None, _procedure(DURATION), EN) == "–"


@pytest.mark.parametrize(
    ("visits", "covered", "shown"),
    [
        (None, Coverage(0, 5), "?"),
        (0, Coverage(2, 5), "?"),
        (2, Coverage(2, 5), "≥ 2"),
        (0, Coverage(5, 5), "0"),
        (3, Coverage(5, 5), "3"),
    ],
)
def test_visits_say_no_more_than_is_known(visits: int | None, covered: Coverage, shown: str) -> None:
    assert visits_text(visits, covered, words(Language.EN)) == shown


FEE = CostFigure(7, "USD", None, CostKind.FEE)
EUR = CostFigure(5, "EUR", None, CostKind.FEE)
BAND = CostFigure(2.5, "USD", None, CostKind.BAND)
RATE = CostFigure(0.2, None, None, CostKind.RATE)
NO_KIND = CostFigure(9, "USD")
NONE = CostFigure()
TOGETHER = CostFigure(242, "USD", None, CostKind.AGGREGATE, ("s11", "s12"))
SPARE = CostFigure(26, "USD", None, CostKind.AGGREGATE, ("s13",))


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        ((FEE,), "7\u00a0USD"),
        ((CostFigure(0, "USD", None, CostKind.FEE),), "0\u00a0USD"),
        ((RATE,), "0.2 %"),
        ((NO_KIND,), "(9\u00a0USD)"),
        ((NONE,), "?"),
        ((NONE, NONE), "?"),
        ((FEE, BAND), "9.5\u00a0USD"),
        ((FEE, EUR, FEE), "14\u00a0USD + 5\u00a0EUR"),
        ((FEE, NONE), "7\u00a0USD + ?"),
        ((RATE, NONE), "0.2 % + ?"),
        ((RATE, CostFigure(9, None, None, CostKind.RATE)), "0.2 %, 9 %"),
        ((FEE, RATE, NONE), "7\u00a0USD, 0.2 % + ?"),
        ((FEE, NO_KIND), "7\u00a0USD, (9\u00a0USD)"),
        ((TOGETHER, NONE), "[242\u00a0USD]"),
        ((TOGETHER, FEE), "[242\u00a0USD]"),
        ((TOGETHER, NONE, SPARE), "[268\u00a0USD]"),
        ((TOGETHER, NONE, EUR, NONE), "5\u00a0EUR + [242\u00a0USD] + ?"),
    ],
)
def test_cost_of_a_cell(figures: tuple[CostFigure, ...], text: str):
    full = _procedure(*figures)
    cell = _cell(full)
    assert cell is not None
    assert cell_cost_text(cell, full, EN) == text
    assert cell.fee_known is (text != "?")
    counted = counted_costs(full, full.steps)
    if len(figures) > 1 and cell.cost and len(cell.cost) == 1 and "[" not in text:
        assert text.startswith(f"{cell.cost[0].amount:g}\u00a0"), "the text adds up what the total adds up"
    assert explain_cell_cost(cell, full, EN).splitlines() == [
        f"{step.seq} Step {step.seq}: {explain_cost(counted[step.id], full, EN)}" for step in full.steps
    ]


def test_cost_of_a_cell_whose_steps_lie_in_aggregates_of_other_cells():
    spans = CostFigure(242, "USD", None, CostKind.AGGREGATE, ("s11", "s12", "s13"))
    full = _procedure(spans, NONE, FEE, EUR, NONE)
    steps = tuple(
        dataclasses.replace(step, activity="PAY-01") if step.seq > 11 else step for step in full.steps
    )
    full = dataclasses.replace(full, steps=steps)
    cell = _cell(full, "PAY-01")
    assert cell is not None
    assert cell_cost_text(cell, full, EN) == "5\u00a0EUR, in 11, (7\u00a0USD) + ?"
    assert cell_cost_text(cell, full, ZH) == "5\u00a0EUR、计入 11、(7\u00a0USD) + ?"
    assert cell_cost_text(_cell(full), full, RU) == "[242\u00a0USD]"


def test_cost_of_a_cell_is_that_of_the_steps_that_the_case_pays():
    """Of two options the base case takes the first, the worst the one that costs most, not the longest."""
    full = _procedure(FEE, CostFigure(8, "USD", None, CostKind.FEE))
    lasting = (DURATION, TimeFigure(Range(typ=1), TimeKind.DURATION))
    steps = tuple(
        dataclasses.replace(step, choice=f"lane:{step.id}", time=time)
        for step, time in zip(full.steps, lasting, strict=True)
    )
    full = dataclasses.replace(full, steps=steps)
    in_base, in_worst = _cell(full), _cell(full, case=WORST)
    assert in_base is not None
    assert in_worst is not None
    assert cell_cost_text(in_base, full, EN) == "7\u00a0USD"
    assert in_worst.in_case == ("s11",)
    assert in_worst.paid_in_case == ("s12",)
    assert cell_cost_text(in_worst, full, EN) == "8\u00a0USD"


def test_cost_of_a_cell_outside_the_case_is_that_of_all_its_steps():
    full = _procedure(FEE, FEE)
    steps = tuple(dataclasses.replace(step, condition=Text("If asked")) for step in full.steps)
    full = dataclasses.replace(full, steps=steps)
    cell = _cell(full)
    assert cell is not None
    assert cell.paid_in_case == ()
    assert cell_cost_text(cell, full, EN) == "14\u00a0USD"


def test_cost_of_a_cell_that_does_not_exist():
    assert cell_cost_text(None, _procedure(FEE), EN) == "–"
