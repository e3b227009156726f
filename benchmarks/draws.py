"""How long it takes to apply verdicts, to draw uncertain times and to rank findings.

python -m benchmarks.draws       alone, without the window
"""

from collections.abc import Iterator
from random import Random

from benchmarks import side_by_side
from benchmarks.lines import Line, ms, print_lines
from customs_app.analysis.case import BASE
from customs_app.analysis.findings import findings
from customs_app.analysis.to_be.apply import apply
from customs_app.analysis.to_be.basis import Applied
from customs_app.analysis.to_be.effect import effect
from customs_app.analysis.to_be.sensitivity import rank
from customs_app.analysis.to_be.shapes import Shape
from customs_app.analysis.to_be.uncertainty import DRAWS, pair, spread
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Mode, Regime, TimeKind, Verdict
from customs_app.domain.figures import Range, TimeFigure
from customs_app.domain.procedure import FullProcedure, Procedure, Step
from customs_app.domain.text import Text


def sixty_steps() -> FullProcedure:
    """A procedure of sixty steps, each with a spread of its own and up to three steps before it."""
    chance = Random(1)
    steps = []
    for number in range(60):
        ends = sorted(chance.uniform(0.1, 48) for _ in range(3))
        before = chance.sample(range(max(0, number - 8), number), min(number, 3, chance.randint(0, 3)))
        steps.append(
            Step(
                id=f"S{number}",
                procedure_id="P",
                seq=number + 1,
                title=Text(f"Step {number + 1}"),
                activity="DCL-01",
                depends_on=tuple(f"S{other}" for other in before),
                time=TimeFigure(Range(*ends), TimeKind.DURATION),
            )
        )
    return FullProcedure(Procedure("P", "KZ", Regime.IMPORT, Text("Import"), Mode.ROAD), tuple(steps), {})


def lines(catalogue: Catalogue) -> Iterator[Line]:
    """Each job on a procedure of sixty steps, and the ranking on the whole catalogue."""
    full = sixty_steps()
    for shape in Shape:
        taken = side_by_side.seconds(lambda shape=shape: spread(full, BASE, shape=shape), 15)
        yield Line(f"{DRAWS:,} draws of 60 steps ({shape.value})", ms(taken), goal="under 50 ms")
    reference, procedures = catalogue.reference(), catalogue.full_procedures()
    verdicts = [Applied(f"S{number}", None, Verdict.REMOVE) for number in range(0, 60, 6)]
    to_be = apply(full, verdicts, reference)
    taken = side_by_side.seconds(lambda: pair(full, to_be, BASE), 15)
    yield Line(f"{DRAWS:,} draws of 60 steps, as is and to be", ms(taken))
    taken = side_by_side.seconds(lambda: effect(full, verdicts, BASE, reference), 15)
    yield Line("effect of ten verdicts on 60 steps", ms(taken))
    found = findings(procedures, reference)
    taken = side_by_side.seconds(lambda: rank(found, procedures, reference), 3)
    yield Line(f"rank {len(found)} findings of the catalogue, 1,000 draws", ms(taken))


if __name__ == "__main__":
    print_lines(lines)
