"""Which findings save the most time, and which of them still do where times are not quite as recorded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np  # noqa: TID253 - this module is loaded only where times are drawn
from numpy.typing import NDArray  # noqa: TID253

from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.counting import CountedTime, Counting, counted_times
from customs_app.analysis.to_be.apply import apply
from customs_app.analysis.to_be.case_totals import taken
from customs_app.analysis.to_be.drawn import Deck
from customs_app.analysis.to_be.longest import Weight, longest
from customs_app.analysis.to_be.merged_times import merged_parts
from customs_app.analysis.to_be.of_finding import verdicts_of
from customs_app.analysis.to_be.shapes import Draws
from customs_app.domain.codes import CaseKind, Verdict
from customs_app.domain.figures import Range
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding

TOP = 10
"""How many findings are the top."""
_LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class Ranked:
    """A finding among those with a known saving in time.

    `saving_h` is what it saves along the longest path for a consignment that meets its steps, in hours: by
    the recorded times, and the tenth and ninetieth percentile where times vary. `rank` is that by the
    recorded times, 1 for the most; `best` and `worst` are its first and last rank in any draw, and
    `stays_on_top` is the share of draws in which it is among the first ten.
    """

    finding_key: str
    saving_h: Range
    rank: int
    stays_on_top: float
    best: int
    worst: int


def rank(
    findings: Sequence[Finding],
    procedures: Iterable[FullProcedure],
    reference: Reference,
    *,
    spread: float = 0.3,
    draws: int = 1000,
    seed: int = 1,
) -> tuple[Ranked, ...]:
    """The findings by what they save of the longest path, the most first.

    Each time varies by at most the share `spread` up or down, all values alike, independently of the
    others; the same step has the same luck in all findings. A finding of which no saving in time is known
    is not ranked. `procedures` must hold those that the findings speak of.
    """
    varied = _Varied(Deck(draws, seed), spread)
    by_id = {full.procedure.id: full for full in procedures}
    place = {step.id: full for full in by_id.values() for step in full.steps}
    known = {}
    for finding in findings:
        saved = _saved(finding, by_id, place, reference, varied=varied)
        if saved is not None and saved.max() > _LEAST:
            known[finding.key] = saved
    if not known:
        return ()
    keys = sorted(known, key=lambda key: (-known[key][0], key))
    savings = np.stack([known[key] for key in keys])
    ranks = _ranks(savings[:, 1:])
    least, most = np.percentile(savings[:, 1:], (10, 90), axis=1)
    return tuple(
        Ranked(
            finding_key=key,
            saving_h=_range(least[row], savings[row, 0], most[row]),
            rank=row + 1,
            stays_on_top=float(np.mean(ranks[row] <= TOP)),
            best=int(ranks[row].min()),
            worst=int(ranks[row].max()),
        )
        for row, key in enumerate(keys)
    )


@dataclass(frozen=True, slots=True)
class _Varied:
    """Draws of factors around 1; the first is 1 itself, for the times as they are recorded."""

    deck: Deck
    share: float

    def weight(self, time: CountedTime) -> Weight:
        """Typical hours of a step in each draw."""
        hours = time.hours
        typ = None if hours is None else hours.typ if hours.typ is not None else hours.min
        return 0.0 if not typ else typ * self.factor(time.step_id)

    def factor(self, name: str) -> Draws:
        """Factors of a step."""
        return np.concatenate(([1.0], 1.0 + self.share * (2.0 * self.deck.uniform(name) - 1.0)))

    def whole(self, values: Weight) -> Draws:
        """One value a draw, the first by the recorded times."""
        return np.broadcast_to(np.asarray(values, dtype=np.float64), (self.deck.draws + 1,))


def _saved(
    finding: Finding,
    procedures: Mapping[str, FullProcedure],
    place: Mapping[str, FullProcedure],
    reference: Reference,
    *,
    varied: _Varied,
) -> Draws | None:
    """Hours that following a finding saves in each draw; None where it changes no time that is known."""
    if any(place[step_id].procedure.id != finding.procedure for step_id in finding.steps if step_id in place):
        return _of_two_sides(finding, place, varied)
    full = procedures[finding.procedure]
    case = Case(CaseKind.BASE, frozenset(finding.steps))
    today = counted_times(full, steps_of_case(full, case))
    weights = {step_id: varied.weight(time) for step_id, time in today.items()}
    before = longest(full, today, weights)
    if finding.rule == "R13":
        return varied.whole(before) - varied.whole(_as_elsewhere(finding, full, weights, varied))
    applied = verdicts_of(finding, procedures)
    if not applied or not any(one.document_id is None and one.verdict in _SAVE_TIME for one in applied):
        return None
    to_be = apply(full, applied, reference, case=case)
    took = taken(to_be, case)
    after = {
        step_id: varied.weight(time) for step_id, time in counted_times(to_be.counted, took.timed).items()
    }
    for into, parts in merged_parts(to_be).items():
        both = [varied.whole(weights[one]) for one in (into, *parts) if one in weights]
        if into in after and both:
            after[into] = np.max(both, axis=0)
    return varied.whole(before) - varied.whole(longest(to_be.counted, after, after))


_SAVE_TIME = (Verdict.REMOVE, Verdict.MERGE, Verdict.PARALLEL)
"""Verdicts that save a time that is known; a step that moves online keeps its recorded time."""


def _as_elsewhere(
    finding: Finding, full: FullProcedure, weights: Mapping[str, Weight], varied: _Varied
) -> Weight:
    """The longest path where a slow step takes as long as elsewhere, and never longer than here."""
    step_id = finding.steps[0]
    hours = finding.saving.hours
    if hours is None or hours.typ is None or step_id not in weights:
        return longest(full, weights, weights)
    here = varied.whole(weights[step_id])
    elsewhere = max(0.0, here[0] - hours.typ) * varied.factor(finding.key)
    return longest(full, weights, {**weights, step_id: np.minimum(here, elsewhere)})


def _of_two_sides(finding: Finding, place: Mapping[str, FullProcedure], varied: _Varied) -> Draws | None:
    """What one control in place of two saves, each in a procedure of its own: all but the longest."""
    if finding.saving.hours is None:
        return None
    own = []
    for step_id in finding.steps:
        time = counted_times(place[step_id], place[step_id].steps)[step_id] if step_id in place else None
        if time is None or time.state is not Counting.OWN:
            return None
        own.append(varied.whole(varied.weight(time)))
    together = np.stack(own)
    all_but_longest: Draws = together.sum(axis=0) - together.max(axis=0)
    return all_but_longest


def _ranks(savings: Draws) -> NDArray[np.intp]:
    """The rank of each row in each draw, from 1; rows that save alike keep their order."""
    order = np.argsort(-savings, axis=0, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(1, len(savings) + 1)[:, None], axis=0)
    return ranks


def _range(least: float, typ: float, most: float) -> Range:
    low, high = min(least, typ), max(most, typ)
    return Range(round(float(low), 6) + 0.0, round(float(typ), 6) + 0.0, round(float(high), 6) + 0.0)
