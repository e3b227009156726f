"""Alignment of every two of ten procedures of 60 steps, beside difflib's ratio on the same titles.

python -m benchmarks.alignment   from the top of the checkout, in the virtual environment .venv
"""

import difflib
import random
import sys
import time
from dataclasses import dataclass
from itertools import combinations
from statistics import median

from benchmarks import side_by_side
from customs_app.analysis.align import align_all
from customs_app.analysis.align.likeness import normalised
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.procedure import FullProcedure, Procedure, Step
from customs_app.domain.text import Text

COUNTRIES, STEPS, SEED = 10, 60, 20261124


def made(catalogue: Catalogue) -> list[FullProcedure]:
    """Ten procedures of 60 steps each, of titles and activities that the catalogue has, always the same."""
    known = sorted(
        (one.activity, one.title.en, one.condition.en if one.condition else "")
        for full in catalogue.full_procedures(regime=Regime.IMPORT)
        for one in full.steps
    )
    draws = random.Random(SEED)
    found: list[FullProcedure] = []
    for number in range(COUNTRIES):
        own = Procedure(f"P{number}", f"X{number}", Regime.IMPORT, Text("Import"), Mode.ROAD)
        # Drawn in order of activities, and one in five somewhere else, as real procedures are.
        drawn = sorted(draws.sample(known, STEPS), key=lambda one: (draws.random() < 0.2, one[0]))
        steps = tuple(
            Step(f"P{number}-{n}", own.id, n, Text(title), code, condition=Text(said) if said else None)
            for n, (code, title, said) in enumerate(drawn, 1)
        )
        found.append(FullProcedure(own, steps, {}))
    return found


def difflib_ratio(procedures: list[FullProcedure], pairs: slice) -> float:
    """Seconds that difflib's ratio takes over every two titles of some of the pairs of procedures."""
    titles = [[normalised(one.title.en) for one in full.steps] for full in procedures]
    began = time.perf_counter()
    for one, other in list(combinations(titles, 2))[pairs]:
        matcher = difflib.SequenceMatcher(autojunk=False)
        for right in other:
            matcher.set_seq2(right)
            for left in one:
                matcher.set_seq1(left)
                matcher.ratio()
    return time.perf_counter() - began


def all_titles(procedures: list[FullProcedure]) -> None:
    """What difflib's ratio is asked for, done as the alignment does it: every two titles of all pairs."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    titles = [[normalised(one.title.en) for one in full.steps] for full in procedures]
    for one, other in combinations(titles, 2):
        process.cdist(one, other, scorer=fuzz.ratio)


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds for all 45 pairs, one of each round in turn.

    `pairs` aligns, `fields` compares the fields too, `titles` compares every two titles and nothing else,
    `difflib` does the latter by difflib's ratio (a third of the pairs each round, counted threefold).
    """

    pairs: tuple[float, ...]
    fields: tuple[float, ...]
    titles: tuple[float, ...]
    difflib: tuple[float, ...]

    def times_as_fast(self, ours: tuple[float, ...]) -> float:
        """How many times as fast as difflib, round by round."""
        return median(other / own for own, other in zip(ours, self.difflib, strict=True))


def measured(catalogue: Catalogue) -> Measured:
    """Measure in three rounds."""
    procedures, reference = made(catalogue), catalogue.reference()
    align_all(procedures)  # loads numpy
    rounds: list[tuple[float, ...]] = []
    for number in range(3):
        own = [
            median(side_by_side.seconds(job, 7))
            for job in (
                lambda: align_all(procedures),
                lambda: align_all(procedures, (), reference),
                lambda: all_titles(procedures),
            )
        ]
        rounds.append((*own, 3 * difflib_ratio(procedures, slice(15 * number, 15 * number + 15))))
    return Measured(*zip(*rounds, strict=True))


def lines(catalogue: Catalogue) -> list[tuple[str, str, str, str, str]]:
    """What, ours, beside it, ratio and goal, as the table of all benchmarks has them."""
    found = measured(catalogue)

    def ms(values: tuple[float, ...]) -> str:
        return f"{median(values) * 1000:.1f} ms"

    beside = f"difflib's ratio of all their titles: {median(found.difflib):.1f} s"
    return [
        ("align every two of ten countries by 60 steps, fields compared", ms(found.fields), "", "",
         "under 100 ms, drawing included"),
        ("the same without fields", ms(found.pairs), beside,
         f"{found.times_as_fast(found.pairs):.0f} times as fast", "at least 500 times"),
        ("liken all titles of the same pairs", ms(found.titles), beside,
         f"{found.times_as_fast(found.titles):.0f} times as fast", "at least 500 times"),
    ]  # fmt: skip


if __name__ == "__main__":
    import tempfile
    from pathlib import Path

    from customs_app.catalogue.file import create, open_catalogue

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.customs"
        create(path)
        with open_catalogue(path) as opened:
            for line in lines(opened):
                sys.stdout.write(f"{' | '.join(line)}\n")
