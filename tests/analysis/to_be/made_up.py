"""Any procedures, and any verdicts on them."""

from dataclasses import replace

from hypothesis import strategies as st

from customs_app.analysis.to_be.basis import Applied
from customs_app.domain.codes import Channel, CostKind, Role, TimeKind, Verdict
from customs_app.domain.figures import CostFigure, Range, TimeFigure
from customs_app.domain.procedure import FullProcedure
from tests.analysis.made import procedure, step

# Each strategy is made once: made anew at each draw, they take longer than what is tested.
HOURS = st.integers(0, 10_000).map(lambda hundredths: hundredths / 100)
NAMES = [str(number) for number in range(1, 8)]
EARLIER = [st.lists(st.sampled_from(NAMES[:index] or [""]), max_size=min(index, 3)) for index in range(7)]
DOCUMENTS = ("invoice", "proforma", "cmr", "permit")
USES = st.lists(st.tuples(st.sampled_from(DOCUMENTS), st.sampled_from(list(Role))), max_size=3, unique=True)
SPANS = [st.integers(0, 2**count - 1) for count in range(8)]
COUNT, HALF = st.integers(1, 7), st.booleans()


def time_figure(ends: list[float], kind: TimeKind | None, *known: bool) -> TimeFigure:
    least, typical, most = (end if keep else None for end, keep in zip(sorted(ends), known, strict=True))
    return TimeFigure(Range(least, typical, most), kind)


TIMES = st.builds(
    time_figure,
    st.lists(HOURS, min_size=3, max_size=3),
    st.sampled_from([TimeKind.DURATION, TimeKind.LIMIT, TimeKind.LEAD, None]),
    *(HALF, HALF, HALF),
)
COSTS = st.builds(
    CostFigure,
    st.one_of(st.none(), HOURS),
    st.sampled_from(["USD", "KZT"]),
    st.none(),
    st.sampled_from([CostKind.FEE, CostKind.BAND, CostKind.RATE, None]),
)
STEPS = st.fixed_dictionaries(
    {
        "time": TIMES,
        "cost": COSTS,
        "condition": st.sampled_from([None, None, "if", "when"]),
        "choice": st.sampled_from([None, None, None, "c:a", "c:b"]),
        "channel": st.sampled_from([None, *Channel]),
        "visits": st.sampled_from([None, None, 0, 1, 2]),
    }
)


@st.composite
def procedures(draw: st.DrawFn, choices: bool = True) -> FullProcedure:
    """Steps that wait for earlier ones; aggregates of time and cost that do not overlap."""
    names = NAMES[: draw(COUNT)]
    steps = []
    for index, name in enumerate(names):
        values = draw(STEPS)
        if not choices:
            values["choice"] = None
        steps.append(step(name, " ".join(dict.fromkeys(draw(EARLIER[index]))), **values))
    for place in ("time", "cost", "time"):
        among = draw(SPANS[len(names)])
        span = [name for index, name in enumerate(names) if among >> index & 1]
        taken = {other for one in steps for other in getattr(one, place).covers}
        span = [name for name in span if name not in taken]
        if span:
            at = names.index(draw(st.sampled_from(span)))
            amount = draw(HOURS)
            figure: object = TimeFigure(Range(typ=amount), TimeKind.AGGREGATE, tuple(span))
            if place == "cost":
                figure = CostFigure(amount, "USD", None, CostKind.AGGREGATE, tuple(span))
            steps[at] = replace(steps[at], **{place: figure})
    uses = {name: draw(USES) for name in names}
    return procedure(*steps, uses={name: used for name, used in uses.items() if used})


@st.composite
def verdicts(
    draw: st.DrawFn, full: FullProcedure, among: tuple[Verdict, ...] = tuple(Verdict)
) -> list[Applied]:
    """At most one verdict on each step and each of its documents."""
    names = [one.id for one in full.steps]
    targets = [(name, None) for name in names]
    targets += [(name, use.document_id) for name in names for use in full.uses.get(name, ())]
    chosen = draw(st.lists(st.sampled_from(sorted(set(targets), key=str)), unique=True))
    found = []
    for step_id, document_id in chosen:
        verdict = draw(st.sampled_from(among))
        into = draw(st.sampled_from([None, *names])) if verdict is Verdict.MERGE else None
        found.append(Applied(step_id, document_id, verdict, into))
    return found
