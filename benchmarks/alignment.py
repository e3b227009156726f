"""Alignment of every two of ten procedures of 60 steps, beside difflib's ratio on the same titles.

python -m benchmarks.alignment   from the top of the checkout, in the virtual environment .venv
"""

import difflib
import random
import sys
import time
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


def difflib_ratio(procedures: list[FullProcedure], pairs: int) -> float:
    """Seconds that difflib's ratio takes over every two titles of so many pairs of procedures."""
    titles = [[normalised(one.title.en) for one in full.steps] for full in procedures]
    began = time.perf_counter()
    for one, other in list(combinations(titles, 2))[:pairs]:
        matcher = difflib.SequenceMatcher(autojunk=False)
        for right in other:
            matcher.set_seq2(right)
            for left in one:
                matcher.set_seq1(left)
                matcher.ratio()
    return time.perf_counter() - began


def measured(catalogue: Catalogue, rounds: int = 3) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Seconds of our alignment of all 45 pairs, and of difflib's ratio over them, in turn."""
    procedures = made(catalogue)
    align_all(procedures)  # loads numpy
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(median(side_by_side.seconds(lambda: align_all(procedures), 7)))
        theirs.append(difflib_ratio(procedures, 45))
    return tuple(ours), tuple(theirs)


if __name__ == "__main__":
    import tempfile
    from pathlib import Path

    from customs_app.catalogue.file import create, open_catalogue

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.customs"
        create(path)
        with open_catalogue(path) as opened:
            ours, theirs = measured(opened)
    sys.stdout.write(
        f"alignment of 45 pairs of 60 steps: {median(ours) * 1000:.1f} ms, difflib's ratio "
        f"{median(theirs):.1f} s, "
        f"{median(b / a for a, b in zip(ours, theirs, strict=True)):.0f} times as fast\n"
    )
