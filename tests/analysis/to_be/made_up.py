"""Any procedures, and any verdicts on them."""

from dataclasses import replace

from hypothesis import strategies as st

from customs_app.analysis.to_be.basis import Applied
from customs_app.domain.codes import Channel, CostKind, Role, TimeKind, Verdict
from customs_app.domain.figures import CostFigure, Range, TimeFigure
from customs_app.domain.procedure import FullProcedure
from tests.analysis.made import procedure, step

HOURS = st.floats(0, 100, allow_subnormal=False).map(lambda value: round(value, 2))
DOCUMENTS = ("invoice", "proforma", "cmr", "permit")


@st.composite
def time_figures(draw: st.DrawFn) -> TimeFigure:
    ends = sorted(draw(st.lists(HOURS, min_size=3, max_size=3)))
    known = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
    hours = Range(*(end if keep else None for end, keep in zip(ends, known, strict=True)))
    return TimeFigure(hours, draw(st.sampled_from([TimeKind.DURATION, TimeKind.LIMIT, TimeKind.LEAD, None])))


@st.composite
def cost_figures(draw: st.DrawFn) -> CostFigure:
    amount = draw(st.one_of(st.none(), HOURS))
    kind = draw(st.sampled_from([CostKind.FEE, CostKind.BAND, CostKind.RATE, None]))
    return CostFigure(amount, draw(st.sampled_from(["USD", "KZT"])), None, kind)


@st.composite
def procedures(draw: st.DrawFn, choices: bool = True) -> FullProcedure:
    """Steps that wait for earlier ones; aggregates of time and cost that do not overlap."""
    names = [str(number) for number in range(1, draw(st.integers(1, 7)) + 1)]
    steps = [
        step(
            name,
            " ".join(
                draw(st.lists(st.sampled_from(names[:index]), max_size=3, unique=True)) if index else []
            ),
            time=draw(time_figures()),
            cost=draw(cost_figures()),
            condition=draw(st.sampled_from([None, None, "if", "when"])),
            choice=draw(st.sampled_from([None, None, None, "c:a", "c:b"])) if choices else None,
            channel=draw(st.sampled_from([None, *Channel])),
            visits=draw(st.sampled_from([None, None, 0, 1, 2])),
        )
        for index, name in enumerate(names)
    ]
    for number, place in ((1, "time"), (1, "cost"), (2, "time")):
        span = [name for name in names if draw(st.integers(1, 2)) == number]
        taken = {other for one in steps for other in getattr(one, place).covers}
        span = [name for name in span if name not in taken]
        if span:
            at = names.index(draw(st.sampled_from(span)))
            amount = draw(HOURS)
            figure: object = TimeFigure(Range(typ=amount), TimeKind.AGGREGATE, tuple(span))
            if place == "cost":
                figure = CostFigure(amount, "USD", None, CostKind.AGGREGATE, tuple(span))
            steps[at] = replace(steps[at], **{place: figure})
    uses = {
        name: draw(
            st.lists(
                st.tuples(st.sampled_from(DOCUMENTS), st.sampled_from(list(Role))), max_size=3, unique=True
            )
        )
        for name in names
    }
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
