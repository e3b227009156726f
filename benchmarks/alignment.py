"""Alignment of every two of ten procedures of 60 steps, beside difflib's ratio on the same titles.

python -m benchmarks.alignment   from the top of the checkout, in the virtual environment .venv
"""

import difflib
import random
import time
from collections.abc import Callable, Iterator
from itertools import chain, combinations
from statistics import median

from benchmarks import side_by_side
from benchmarks.lines import Line, ms, print_lines
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


def difflib_ratio(titles: list[list[str]]) -> float:
    """Seconds that difflib's ratio takes over every two titles of every two procedures."""
    began = time.perf_counter()
    for one, other in combinations(titles, 2):
        matcher = difflib.SequenceMatcher(autojunk=False)
        for right in other:
            matcher.set_seq2(right)
            for left in one:
                matcher.set_seq1(left)
                matcher.ratio()
    return time.perf_counter() - began


def all_titles(titles: list[list[str]]) -> None:
    """What difflib's ratio is asked for, by the library and the ratio that the alignment uses."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    for one, other in combinations(titles, 2):
        process.cdist(one, other, scorer=fuzz.ratio)


def lines(catalogue: Catalogue) -> Iterator[Line]:
    """All 45 pairs, in three rounds: ours several times, then difflib once."""
    procedures, reference = made(catalogue), catalogue.reference()
    titles = [[normalised(one.title.en) for one in full.steps] for full in procedures]
    jobs: tuple[Callable[[], object], ...] = (
        lambda: align_all(procedures, (), reference),
        lambda: align_all(procedures),
        lambda: all_titles(titles),
    )
    rounds = [([side_by_side.seconds(job) for job in jobs], difflib_ratio(titles)) for _ in range(3)]
    theirs = [other for _, other in rounds]
    beside = f"difflib's ratio of all their titles: {median(theirs):.1f} s"
    beside += f" ({min(theirs):.1f} to {max(theirs):.1f})"
    taken = [ms([*chain.from_iterable(own[job] for own, _ in rounds)]) for job in range(3)]
    faster = [
        f"{median(other / median(own[job]) for own, other in rounds):.0f} times as fast" for job in range(3)
    ]
    yield Line("align every two of ten countries by 60 steps, fields compared", taken[0])
    yield Line("the same without fields", taken[1], beside, faster[1], "at least 500 times")
    what = "that ratio of all titles of the same pairs, by the library that the alignment uses"
    yield Line(what, taken[2], beside, faster[2])


if __name__ == "__main__":
    print_lines(lines)
