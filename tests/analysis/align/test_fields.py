"""Fields of steps that belong together: what differs, what is not known, what is told."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from customs_app.analysis.align import align, field_label, field_rows
from customs_app.analysis.align.waiting import Before, waits
from customs_app.domain.alignment import Field, FieldState, Pair, PairKind, Pin
from customs_app.domain.codes import AgencyKind, Channel, CostKind, Evidence, Form, Role
from customs_app.domain.procedure import Agency, Document, DocumentUse, FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.text import Language, Text
from customs_app.language.words import words
from tests.analysis.made import AGG, L, fee, hours, procedure, reference, step

EN = words(Language.EN)


def changed(one: Step, **fields: object) -> Step:
    return Step(**{name: getattr(one, name) for name in Step.__slots__} | fields)


def listed() -> Reference:
    base = reference("A", "B")
    names = {
        "k-inv": ("380", "Invoice"), "u-inv": ("380", "Faktura"), "k-cmr": ("730", "CMR"),
        "u-odd": (None, "Paper of the mayor"), "k-odd": (None, "Letter of the governor"),
    }  # fmt: skip
    documents = {key: Document(key, "KZ", Text(name), code=code) for key, (code, name) in names.items()}
    kinds = {"k-cus": AgencyKind.CUSTOMS, "u-cus": AgencyKind.CUSTOMS, "u-bank": AgencyKind.BANK}
    agencies = {key: Agency(key, "KZ", Text(key), kind=kind) for key, kind in kinds.items()}
    fields = {name: getattr(base, name) for name in Reference.__slots__}
    return Reference(**fields | {"documents": documents, "agencies": agencies})


def pair_of(left: Step, right: Step, uses: tuple[dict, dict] = ({}, {})) -> Pair:
    (pair,) = align(made(left, "KZ", uses[0]), made(right, "UZ", uses[1]), reference=listed()).pairs
    return pair


def made(one: Step, country: str, uses: dict) -> FullProcedure:
    full = procedure(one, country=country)
    own = {
        one.id: tuple(DocumentUse(one.id, document, role, form) for document, (role, form) in uses.items())
    }
    return FullProcedure(full.procedure, full.steps, own if uses else {})


def told(**values: object) -> Step:
    return changed(step("k", activity="A"), **values)


def other(**values: object) -> Step:
    return changed(step("u", activity="A"), **values)


def test_each_field_differs_is_alike_or_is_not_known() -> None:
    for field, one, another in (
        (Field.CHANNEL, {"channel": Channel.ONLINE}, {"channel": Channel.PAPER}),
        (Field.TIME, {"time": hours(2)}, {"time": hours(3)}),
        (Field.TIME, {"time": hours(most=2, kind=L)}, {"time": hours(2)}),
        (Field.COST, {"cost": fee(5)}, {"cost": fee(6)}),
        (Field.COST, {"cost": fee(5)}, {"cost": fee(5, "EUR")}),
        (Field.COST, {"cost": fee(5)}, {"cost": fee(5, None, CostKind.RATE)}),
        (Field.AGENCY, {"agency_id": "k-cus"}, {"agency_id": "u-bank"}),
        (Field.VISITS, {"visits": 1}, {"visits": 0}),
        (Field.LAW, {"legal_basis": "Law 1"}, {"legal_basis": "Law 2"}),
    ):
        pair = pair_of(told(**one), other(**another))
        assert (pair.kind, pair.fields, pair.unknown) == (PairKind.DIFFERS, (field,), ())
        pair = pair_of(told(**one), other(**one))
        assert (pair.kind, pair.fields, pair.unknown) == (PairKind.SAME, (), ())
        pair = pair_of(told(**one), other())
        assert (pair.kind, pair.fields, pair.unknown) == (PairKind.SAME, (), (field,))


def test_a_condition_that_is_not_there_is_known() -> None:
    pair = pair_of(told(condition=Text("goods  on the List")), other())
    assert pair.fields == (Field.CONDITION,)
    assert (
        pair_of(told(condition=Text("goods  on the List")), other(condition=Text("goods on the list"))).fields
        == ()
    )


def test_agencies_of_one_kind_titles_and_evidence_set_no_countries_apart() -> None:
    pair = pair_of(
        told(agency_id="k-cus", title=Text("Lodge"), evidence=Evidence.OFFICIAL),
        other(agency_id="u-cus", title=Text("File"), evidence=Evidence.GUIDE),
    )
    assert (pair.kind, pair.fields, pair.unknown) == (PairKind.SAME, (), ())


def test_an_aggregate_is_no_figure_of_one_step() -> None:
    pair = pair_of(told(time=hours(20, kind=AGG, covers=("k",))), other(time=hours(2)))
    assert (pair.fields, pair.unknown) == ((), (Field.TIME,))


def test_documents_are_compared_by_code_role_and_form() -> None:
    def fields(left: dict, right: dict) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
        pair = pair_of(told(), other(), (left, right))
        return pair.fields, pair.unknown

    paper, online, untold = (Role.INPUT, Form.ORIGINAL), (Role.INPUT, Form.ELECTRONIC), (Role.INPUT, None)
    docs = ((Field.DOCUMENTS,), ())
    assert fields({"k-inv": paper}, {"u-inv": paper}) == ((), ())
    assert fields({"k-inv": paper}, {"u-inv": untold}) == ((), ())
    assert fields({"k-inv": paper}, {"u-inv": online}) == docs
    assert fields({"k-inv": paper}, {"u-inv": (Role.SHOWN, None)}) == docs
    assert fields({"k-inv": paper, "k-cmr": paper}, {"u-inv": paper}) == docs
    assert fields({"k-inv": paper}, {}) == ((), (Field.DOCUMENTS,))
    assert fields({"k-inv": (Role.OUTPUT, None)}, {}) == ((), ())  # what is issued has a name of its own
    assert fields({"k-odd": paper}, {"u-odd": paper}) == ((), (Field.DOCUMENTS,))  # names alone do not tell
    assert fields({"k-odd": paper, "k-inv": paper}, {"u-inv": paper}) == docs


def test_two_versions_of_one_step_are_compared_as_they_stand() -> None:
    old = procedure(told(title=Text("Lodge"), evidence=Evidence.GUIDE, agency_id="k-cus"))
    new = procedure(told(title=Text("File"), activity="B", evidence=Evidence.OFFICIAL, agency_id="u-cus"))
    (pair,) = align(old, new, reference=listed()).pairs
    assert pair.kind is PairKind.DIFFERS
    assert pair.fields == (Field.TITLE, Field.ACTIVITY, Field.AGENCY, Field.EVIDENCE)
    with_paper = made(told(), "KZ", {"k-inv": (Role.OUTPUT, None)})
    (pair,) = align(with_paper, procedure(told()), reference=listed()).pairs
    assert (pair.fields, pair.unknown) == ((Field.DOCUMENTS,), ())  # taken away, not unknown


def test_steps_of_one_side_are_taken_together() -> None:
    left = procedure(told(time=hours(5), cost=fee(5), visits=2, channel=Channel.PAPER))
    right = procedure(
        other(time=hours(2), cost=fee(2), visits=1, channel=Channel.ONLINE),
        changed(step("v", "u", activity="A"), time=hours(3), cost=fee(3), visits=1, channel=Channel.PAPER),
        country="UZ",
    )
    (pair,) = align(left, right, reference=listed()).pairs
    assert (pair.kind, pair.fields, pair.unknown) == (PairKind.SPLIT, (), (Field.AFTER,))
    rows = {row.field: row for row in field_rows(pair, left, right, listed(), EN)}
    assert (rows[Field.TIME].left, rows[Field.TIME].right) == (
        "5 h (duration)", "1: 2 h (duration); 2: 3 h (duration)",
    )  # fmt: skip


def test_what_a_step_waits_for_is_compared_through_the_pairs() -> None:
    left = procedure(step("1", activity="A"), step("2", "1", activity="X"), step("3", "2", activity="B"))
    right = procedure(step("11", activity="A"), step("12", "11", activity="B"), country="UZ")
    assert [pair.fields for pair in align(left, right, reference=listed()).pairs] == [(), (), ()]
    loose = procedure(
        step("11", activity="A"), step("12", activity="B"), step("13", "11", activity="C"), country="UZ"
    )
    assert [pair.fields for pair in align(left, loose, reference=listed()).pairs][2] == (Field.AFTER,)


@st.composite
def _graph(draw: st.DrawFn) -> FullProcedure:
    """Steps that wait for some of the others, now and then in circles."""
    count = draw(st.integers(1, 6))
    names = [str(n) for n in range(count)]
    return procedure(
        *(step(name, " ".join(draw(st.sets(st.sampled_from(names), max_size=2)))) for name in names)
    )


@settings(max_examples=200, deadline=None)
@given(_graph(), st.data())
def test_waiting_is_what_brute_force_finds_where_there_is_no_circle(full: FullProcedure, data) -> None:
    count = len(full.steps)
    earlier = procedure(
        *(changed(s, depends_on=tuple(d for d in s.depends_on if int(d) < int(s.id))) for s in full.steps)
    )
    paired = data.draw(st.sets(st.integers(0, count - 1)))
    rows = [((n,), (n,)) if n in paired else ((n,), ()) for n in range(count)]
    reach = [[False] * count for _ in range(count)]  # reach[a][b]: a comes somewhere before b
    for one in earlier.steps:
        for name in one.depends_on:
            reach[int(name)][int(one.id)] = True
    for middle, a, b in product(range(count), repeat=3):
        reach[a][b] |= reach[a][middle] and reach[middle][b]
    found = waits(Before(earlier), rows, 0)
    for n in paired:
        before = {a for a in paired if reach[a][n]}
        nearest = {a for a in before if not any(reach[a][b] for b in before)}
        assert {a for a in range(count) if found[n] >> a & 1} == nearest
    waits(Before(full), rows, 0)  # a circle ends too


def test_rows_tell_both_sides_with_their_sources() -> None:
    left = made(
        told(channel=Channel.ONLINE, time=hours(least=1, most=2), source_ids=("S1",), visits=1),
        "KZ",
        {"k-inv": (Role.INPUT, Form.ORIGINAL)},
    )
    right = made(other(channel=Channel.PAPER, agency_id="u-bank", source_ids=("S2", "S3")), "UZ", {})
    (pair,) = align(left, right, reference=listed()).pairs
    rows = {row.field: row for row in field_rows(pair, left, right, listed(), EN)}
    row = rows[Field.CHANNEL]
    assert (row.left, row.right, row.state) == ("online", "paper", FieldState.DIFFERS)
    assert (row.left_sources, row.right_sources) == (("S1",), ("S2", "S3"))
    row = rows[Field.TIME]
    assert (row.left, row.right, row.state) == ("1 – 2 h (duration)", "?", FieldState.UNKNOWN)
    assert rows[Field.DOCUMENTS].left == "Invoice (handed in, original)"
    assert rows[Field.CONDITION].state is FieldState.SAME
    assert rows[Field.LAW].state is FieldState.UNKNOWN
    assert rows[Field.AGENCY].right == "u-bank (Bank)"
    assert Field.TITLE not in rows


def test_rows_of_two_versions_tell_title_and_evidence_too() -> None:
    old, new = procedure(told(evidence=Evidence.GUIDE)), procedure(told(title=Text("File")))
    (pair,) = align(old, new, reference=listed()).pairs
    rows = {row.field: row for row in field_rows(pair, old, new, listed(), EN)}
    assert (rows[Field.TITLE].right, rows[Field.TITLE].state) == ("File", FieldState.DIFFERS)
    assert rows[Field.ACTIVITY].state is FieldState.SAME
    assert (rows[Field.EVIDENCE].left, rows[Field.EVIDENCE].state) == ("guide", FieldState.UNKNOWN)
    assert list(rows) == [field for field in Field if field in rows]  # in their order


def test_evidence_of_two_countries_is_told_and_sets_no_pair_apart() -> None:
    left = procedure(told(evidence=Evidence.GUIDE))
    right = procedure(other(evidence=Evidence.OFFICIAL), country="UZ")
    (pair,) = align(left, right, reference=listed()).pairs
    rows = {row.field: row.state for row in field_rows(pair, left, right, listed(), EN)}
    assert (pair.kind, rows[Field.EVIDENCE]) == (PairKind.SAME, FieldState.DIFFERS)


def test_a_pinned_pair_of_two_activities_tells_them() -> None:
    left, right = procedure(told()), procedure(other(activity="B"), country="UZ")
    (pair,) = align(left, right, (Pin("p", "k", "u", linked=True),), listed()).pairs
    rows = {row.field: row for row in field_rows(pair, left, right, listed(), EN)}
    row = rows[Field.ACTIVITY]
    assert (row.left, row.right, row.state) == ("Do A", "Do B", FieldState.DIFFERS)


def test_a_step_that_stands_alone_is_told_on_its_side() -> None:
    left, right = procedure(step("k", activity="A")), procedure(step("u", activity="B"), country="UZ")
    first = align(left, right, reference=listed()).pairs[0]
    rows = field_rows(first, left, right, listed(), EN)
    assert {row.state for row in rows} == {FieldState.ALONE}
    assert {row.right for row in rows} == {""}


def test_every_field_has_a_name_of_its_own() -> None:
    assert len({field_label(field, EN) for field in Field}) == len(Field)


def test_road_imports_of_russia_and_belarus_differ_in_eight_pairs(catalogue) -> None:
    left, right = (catalogue.full_procedure(f"{iso2}-P-import-road") for iso2 in ("RU", "BY"))
    pairs = align(left, right, reference=catalogue.reference()).pairs
    kinds = [pair.kind for pair in pairs]
    assert (kinds.count(PairKind.DIFFERS), kinds.count(PairKind.SAME)) == (8, 8)
    fee_of = next(pair for pair in pairs if pair.left == ("RU-P-import-road-19",))
    assert fee_of.fields == (Field.COST, Field.LAW)
