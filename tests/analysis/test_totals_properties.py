"""What holds of the totals of every procedure."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from customs_app.analysis.case import BASE, WORST
from customs_app.analysis.totals import totals
from customs_app.domain.codes import TimeKind
from customs_app.domain.figures import Range, TimeFigure
from customs_app.domain.procedure import FullProcedure, Step

from .made import fee, procedure, step

# Each strategy is made once: made anew at each draw, they take longer than what is tested.
_HOURS = st.integers(0, 100_000).map(lambda hundredths: hundredths / 100)
_NAMES = [str(number) for number in range(1, 10)]
_AFTER = [
    st.lists(st.sampled_from(_NAMES[:count] or [""]), max_size=min(count, 3), unique=True)
    for count in range(10)
]
_COUNT, _HALF = st.integers(1, 9), st.booleans()


def _time(ends: list[float], kind: TimeKind | None, *known: bool) -> TimeFigure:
    least, typ, most = (end if keep else None for end, keep in zip(sorted(ends), known, strict=True))
    return TimeFigure(Range(least, typ, most), kind)


_STEPS = st.fixed_dictionaries({
    "time": st.builds(
        _time,
        st.lists(_HOURS, min_size=3, max_size=3),
        st.sampled_from([TimeKind.DURATION, TimeKind.LIMIT, TimeKind.LEAD, None]),
        *(_HALF, _HALF, _HALF),
    ),
    "condition": st.sampled_from([None, None, "if"]),
    "choice": st.sampled_from([None, None, "c:a", "c:b"]),
    "cost": st.one_of(st.none(), _HOURS).map(fee),
})  # fmt: skip


@st.composite
def _procedures(draw: st.DrawFn, choices: bool = True, circles: bool = True) -> FullProcedure:
    """Any procedure; at most one aggregate, over unconditional steps."""
    names = _NAMES[: draw(_COUNT)]
    steps: list[Step] = []
    for name in names:
        values = draw(_STEPS)
        if not choices:
            values["choice"] = None
        after = draw(_AFTER[len(names) if circles else len(steps)])
        steps.append(step(name, " ".join(after), **values))
    always = [one.id for one in steps if one.condition is None and one.choice is None]
    if always and draw(_HALF):
        span = draw(st.lists(st.sampled_from(always), min_size=1, unique=True))
        at = names.index(span[0])
        steps[at] = replace(
            steps[at], time=TimeFigure(Range(None, draw(_HOURS), None), TimeKind.AGGREGATE, tuple(span))
        )
    return procedure(*steps)


def _ends(hours: Range) -> tuple[float | None, float | None, float | None]:
    return (hours.min, hours.typ, hours.max)


@given(_procedures())
def test_the_sum_is_never_less_than_the_longest_path(full: FullProcedure) -> None:
    for case in (BASE, WORST):
        total = totals(full, case)
        for elapsed, effort in zip(_ends(total.elapsed), _ends(total.effort), strict=True):
            assert (elapsed is None) == (effort is None)
            assert elapsed is None or effort is None or effort >= elapsed


@given(_procedures())
def test_least_typical_and_most_stand_in_order(full: FullProcedure) -> None:
    for case in (BASE, WORST):
        for hours in (totals(full, case).elapsed, totals(full, case).effort):
            known = [end for end in _ends(hours) if end is not None]
            assert known == sorted(known)


@given(_procedures(), st.data())
def test_an_unknown_step_changes_no_total_but_lowers_the_coverage(full: FullProcedure, data) -> None:
    after = data.draw(st.sampled_from(["", *(one.id for one in full.steps)]))
    more = procedure(*full.steps, step("new", after))
    for case in (BASE, WORST):
        was, now = totals(full, case), totals(more, case)
        assert (now.elapsed, now.effort, now.cost) == (was.elapsed, was.effort, was.cost)
        assert now.time_covered.n == was.time_covered.n
        assert now.time_covered.of == was.time_covered.of + 1
        assert now.cost_covered.of == was.cost_covered.of + 1


@given(_procedures(choices=False, circles=False))
def test_the_worst_case_lasts_no_less_than_the_base_case(full: FullProcedure) -> None:
    base, worst = totals(full, BASE), totals(full, WORST)
    assert worst.steps >= base.steps
    for less, more in zip(_ends(base.elapsed), _ends(worst.elapsed), strict=True):
        assert less is None or (more is not None and more >= less - 1e-9)


@given(_procedures(circles=False))
def test_the_worst_case_takes_no_option_that_shortens_the_most(full: FullProcedure) -> None:
    base, worst = totals(full, BASE).elapsed.max, totals(full, WORST).elapsed.max
    assert base is None or (worst is not None and worst >= base - 1e-9)


@given(_procedures())
def test_the_path_is_as_long_as_the_elapsed_time(full: FullProcedure) -> None:
    total = totals(full, WORST)
    assert len(set(total.path)) == len(total.path)
    assert bool(total.path) == (total.elapsed.typ is not None or total.elapsed.max is not None)
