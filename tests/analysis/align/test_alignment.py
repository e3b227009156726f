"""Alignments against brute force, and what holds of each."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from customs_app.analysis.align import align, align_all
from customs_app.analysis.align.likeness import normalised
from customs_app.domain.alignment import Alignment, PairKind, Pin, Score
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.text import Text
from tests.analysis.made import procedure, reference, step

_TITLES = ("Pay the fee", "Pay duties and taxes", "Check papers", "Lodge the declaration", "Release")


def titled(name: str, activity: str, title: str, condition: str | None = None) -> Step:
    one = step(name, activity=activity, condition=condition)
    fields = {field: getattr(one, field) for field in Step.__slots__}
    return Step(**fields | {"title": Text(title)})


@st.composite
def procedures(draw: st.DrawFn, country: str, most: int = 5) -> FullProcedure:
    count = draw(st.integers(0, most))
    return procedure(
        *(
            titled(
                f"{country}{n}",
                draw(st.sampled_from(("A", "B"))),
                draw(st.sampled_from(_TITLES)),
                draw(st.sampled_from((None, None, "goods on the list"))),
            )
            for n in range(count)
        ),
        country=country,
    )


def tables(left: FullProcedure, right: FullProcedure) -> tuple[list[list[int]], list[list[int]]]:
    """How alike titles and conditions are, worked out step by step."""

    def agree(one: Step, other: Step) -> int:
        said = one.condition, other.condition
        return 2 if said[0] == said[1] else int(None not in said)

    def alike(one: Step, other: Step) -> int:
        return int(fuzz.ratio(normalised(one.title.en), normalised(other.title.en)) + 0.5)

    return tuple([[how(a, b) for b in right.steps] for a in left.steps] for how in (alike, agree))


def brute_force(left: FullProcedure, right: FullProcedure) -> Score:
    """The best score of every way to cut both sides into groups and lone steps, in order."""
    n = len(left.steps)

    likeness, conditions = tables(left, right)

    def group(i: int, size: int, j: int, other: int) -> Score | None:
        ones, others = range(i, i + size), range(j, j + other)
        activities = {left.steps[a].activity for a in ones} | {right.steps[b].activity for b in others}
        if len(activities) > 1:
            return None
        like = sum(likeness[a][b] for a in ones for b in others)
        agree = sum(conditions[a][b] for a in ones for b in others)
        return Score(size + other, 1, like, agree)

    @cache
    def best(i: int, j: int) -> Score:
        if i == n and j == len(right.steps):
            return Score(0, 0, 0, 0)
        found = []
        if i < n:
            found.append(best(i + 1, j))
        if j < len(right.steps):
            found.append(best(i, j + 1))
        sizes = [(1, k) for k in range(1, len(right.steps) - j + 1)] + [(k, 1) for k in range(2, n - i + 1)]
        for size, other in sizes:
            if i + size > n or j + other > len(right.steps):
                continue
            own = group(i, size, j, other)
            if own is not None:
                rest = best(i + size, j + other)
                found.append(Score(*(a + b for a, b in zip(own, rest, strict=True))))
        return max(found)

    return best(0, 0)


def rescored(found: Alignment, left: FullProcedure, right: FullProcedure) -> Score:
    likeness, conditions = tables(left, right)
    at = {one.id: place for side in (left, right) for place, one in enumerate(side.steps)}
    total = [0, 0, 0, 0]
    for pair in found.pairs:
        if pair.left and pair.right and not pair.moved:
            links = [(at[a], at[b]) for a in pair.left for b in pair.right]
            total[0] += len(pair.left) + len(pair.right)
            total[1] += 1
            total[2] += sum(likeness[a][b] for a, b in links)
            total[3] += sum(conditions[a][b] for a, b in links)
    return Score(*total)


@settings(max_examples=300, deadline=None)
@given(procedures("KZ"), procedures("UZ"))
def test_the_best_by_brute_force_is_found(left: FullProcedure, right: FullProcedure) -> None:
    found = align(left, right)
    assert found.score == brute_force(left, right)
    assert rescored(found, left, right) == found.score  # the pairs are those of the score


@settings(max_examples=150, deadline=None)
@given(procedures("KZ", 7), procedures("UZ", 7))
def test_the_other_way_round_gives_the_same_mirrored(left: FullProcedure, right: FullProcedure) -> None:
    known = reference("A", "B")
    there, back = align(left, right, (), known), align(right, left, (), known)
    assert there.score == back.score
    assert {(p.left, p.right, p.moved, p.fields, p.unknown) for p in there.pairs} == {
        (p.right, p.left, p.moved, p.fields, p.unknown) for p in back.pairs
    }


@st.composite
def _pinned(draw: st.DrawFn) -> tuple[FullProcedure, FullProcedure, list[Pin]]:
    left, right = draw(procedures("KZ", 6)), draw(procedures("UZ", 6))
    lefts, rights = [one.id for one in left.steps], [one.id for one in right.steps]
    pins: list[Pin] = []
    if lefts and rights:
        for number in range(draw(st.integers(0, 3))):
            one, other = draw(st.sampled_from(lefts)), draw(st.sampled_from(rights))
            pins.append(
                Pin(f"{number}", one, draw(st.sampled_from((other, other, None))), draw(st.booleans()))
            )
    return left, right, pins


@settings(max_examples=300, deadline=None)
@given(_pinned())
def test_pins_are_honoured_and_each_step_stands_in_one_pair(made) -> None:
    left, right, pins = made
    found = align(left, right, pins)
    assert sorted(s for p in found.pairs for s in p.left) == sorted(s.id for s in left.steps)
    assert sorted(s for p in found.pairs for s in p.right) == sorted(s.id for s in right.steps)
    of_left = {s: p for p in found.pairs for s in p.left}
    held: dict[tuple[str, str | None], Pin] = {}
    for pin in pins:  # each earlier word that a later one gainsays no longer holds
        if pin.right_step is None and pin.linked:
            continue
        held = {
            key: old
            for key, old in held.items()
            if key != (pin.left_step, pin.right_step)
            and not (pin.right_step is None and old.linked and old.left_step == pin.left_step)
            and not (pin.linked and old.right_step is None and old.left_step == pin.left_step)
        }
        held[pin.left_step, pin.right_step] = pin
    linked = [pin for pin in held.values() if pin.linked]
    for pin in held.values():
        pair = of_left[pin.left_step]
        if pin.linked:
            assert pin.right_step in pair.right
            assert pair.pinned
        elif pin.right_step is None:
            assert pair.kind is PairKind.LEFT_ONLY
        elif not any(pin.left_step == p.left_step or pin.right_step == p.right_step for p in linked):
            assert pin.right_step not in pair.right


@given(procedures("KZ"))
def test_a_procedure_against_itself_is_itself(full: FullProcedure) -> None:
    assert [(p.left, p.right, p.moved) for p in align(full, full).pairs] == [
        ((one.id,), (one.id,), False) for one in full.steps
    ]


@settings(max_examples=50, deadline=None)
@given(st.tuples(procedures("KZ"), procedures("UZ"), procedures("CN"), procedures("TJ")))
def test_all_pairs_at_once_are_the_pairs_one_by_one(four) -> None:
    for (one, other), found in align_all(four).items():
        assert found == align(four[one], four[other])


def test_a_step_that_is_moved_a_split_and_a_merger() -> None:
    left = procedure(
        titled("1", "A", "Pay the fee"), titled("2", "B", "Check papers"), titled("3", "C", "Go")
    )
    right = procedure(
        titled("11", "C", "Go"), titled("12", "A", "Pay the fee"), titled("13", "B", "Check papers"),
        titled("14", "B", "Check the papers again"), country="UZ",
    )  # fmt: skip
    pairs = align(left, right).pairs
    assert [(p.left, p.right, p.kind.value, p.moved) for p in pairs] == [
        (("1",), ("12",), "same", False),
        (("2",), ("13", "14"), "split", False),
        (("3",), ("11",), "same", True),
    ]
    assert align(right, left).pairs[-1].kind is PairKind.MERGED


def test_one_step_moved_in_a_version_moves_no_other() -> None:
    names = [titled(str(n), "A", "Pay") for n in range(1, 6)]
    later = procedure(*names[1:], names[0])
    assert [p.left for p in align(procedure(*names), later).pairs if p.moved] == [("1",)]


def test_unlike_titles_of_one_activity_at_other_places_stand_alone_and_name_each_other() -> None:
    left = procedure(titled("1", "A", "Lorry weight"), titled("2", "B", "Pay"), titled("3", "D", "Go"))
    right = procedure(
        titled("11", "B", "Pay"), titled("12", "D", "Go"), titled("13", "A", "Document"), country="UZ"
    )
    first = align(left, right).pairs[0]
    assert (first.kind, first.elsewhere) == (PairKind.LEFT_ONLY, ("13",))


PICTURE = (
    *((1, 1), (2, 2), (None, 3), (3, 4), (4, 5), (5, None), (6, 6), (7, None), (None, 7), (None, 8)),
    *((8, 9), (9, 10), (10, 11), (11, 12), (12, 13), (13, 14), (14, None), (15, 15), (16, None)),
    *((17, None), (18, 16), (19, 17), (20, 18), (21, 19)),
)


def test_road_imports_of_russia_and_belarus_are_aligned_as_officials_see_them(catalogue) -> None:
    left = catalogue.full_procedure("RU-P-import-road")
    right = catalogue.full_procedure("BY-P-import-road")
    pairs = align(left, right).pairs
    rows = [
        (left.number(p.left[0]) if p.left else None, right.number(p.right[0]) if p.right else None)
        for p in pairs
    ]
    assert tuple(rows) == PICTURE
    assert not any(p.moved or len(p.left) > 1 or len(p.right) > 1 for p in pairs)
