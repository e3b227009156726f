"""Common procedures and distances: made cases with known answers, and what holds of any."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_app.analysis.align.fields import DocumentKey
from customs_app.analysis.distance import ChangeKind, common, distance, distances, kind_label
from customs_app.domain.codes import Channel, Role
from customs_app.domain.procedure import Document, DocumentUse, FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.text import Language, Text
from customs_app.language.words import words
from tests.analysis.made import procedure, reference, step

EN = words(Language.EN)
ACTIVITIES = ("A", "B", "C", "D")


def listed() -> Reference:
    base = reference(*ACTIVITIES)
    names = {"inv": ("380", "Invoice"), "cmr": ("730", "CMR"), "odd": (None, "Letter of the governor"),
             "dec": ("929", "Declaration")}  # fmt: skip
    documents = {key: Document(key, "KZ", Text(name), code=code) for key, (code, name) in names.items()}
    return Reference(**{name: getattr(base, name) for name in Reference.__slots__} | {"documents": documents})


def made(said: str, country: str, uses: dict[str, list[str]] | None = None) -> FullProcedure:
    """`A:paper B:online<A`: activities in order, with their channel and what they wait for."""
    steps = []
    for one in said.split():
        rest, _, after = one.partition("<")
        name, _, channel = rest.partition(":")
        steps.append(
            step(name, after.replace(",", " "), activity=name, channel=Channel(channel) if channel else None)
        )
    handed = {name: [(document, Role.INPUT) for document in own] for name, own in (uses or {}).items()}
    return procedure(*steps, country=country, uses=handed)


def said(full: FullProcedure, *others: FullProcedure, like: str | None = None) -> list[tuple[str, str]]:
    every = {one.procedure.country: one for one in (full, *others)}
    own = distance(full, common(every, listed(), like), listed())
    return [(change.kind.value, EN.say(change.message)) for change in own.changes]


def test_the_median_has_what_half_of_the_countries_have() -> None:
    found = common(
        {"KZ": made("A:online B", "KZ"), "UZ": made("A:online C", "UZ"), "CN": made("A:paper C", "CN"),
         "TJ": made("D", "TJ")}, listed(),
    )  # fmt: skip
    assert [(one.activity, one.have, one.of, one.channel) for one in found.activities] == [
        ("A", 3, 4, Channel.ONLINE), ("C", 2, 4, None),
    ]  # fmt: skip


def test_activities_are_added_and_dropped() -> None:
    assert said(made("A B", "KZ"), made("A C", "UZ"), made("A C", "CN")) == [
        ("add", "Add: Do C (in 2 of 3 countries)."),
        ("drop", "Drop: Do B (in 1 of 3 countries)."),
    ]


def test_a_chosen_country_is_what_the_others_come_to_and_is_nowhere_away() -> None:
    every = {"KZ": made("A B", "KZ"), "UZ": made("A C", "UZ"), "CN": made("A C", "CN")}
    found = distances(every, common(every, listed(), "KZ"), listed())
    assert [(one.country, len(one.changes)) for one in found.countries] == [("KZ", 0), ("CN", 2), ("UZ", 2)]
    assert found.least == found.most == ("CN", "UZ")
    assert distances(every, common(every, listed(), "CN"), listed()).least == ("UZ",)
    with pytest.raises(KeyError):
        common(every, listed(), "RU")


def test_a_heavier_channel_changes_a_lighter_one_stays_and_an_unknown_one_is_said() -> None:
    others = made("A:online", "UZ"), made("A:online", "CN")
    assert said(made("A:paper", "KZ"), *others) == [("channel", "Do A: paper → online.")]
    assert said(made("A:automatic", "KZ"), *others) == []
    every = {one.procedure.country: one for one in (made("A", "KZ"), *others)}
    own = distance(every["KZ"], common(every, listed()), listed())
    assert own.changes == ()
    assert [EN.say(one) for one in own.unknown] == ["How it is done is not recorded: Do A."]


def test_where_no_channel_leads_none_is_asked_for() -> None:
    assert said(made("A:paper", "KZ"), made("A:online", "UZ")) == []


def test_documents_are_counted_once_for_the_procedure_and_not_with_their_activity() -> None:
    asks = made("A B", "UZ", {"A": ["inv"], "B": ["inv"]}), made("A B", "CN", {"A": ["inv"]})
    assert said(made("A B", "KZ", {"B": ["cmr", "odd", "dec"]}), *asks) == [
        ("document_add", "Ask for a document: Invoice (in 2 of 3 countries)."),
        ("document_drop", "No longer ask for a document: CMR (in 1 of 3 countries)."),
    ]
    # C goes, and the document with it; A comes, and its document with it.
    asks = made("A B", "UZ", {"A": ["inv"]}), made("A B", "CN", {"A": ["inv"]})
    assert [kind for kind, _ in said(made("B C", "KZ", {"C": ["cmr"]}), *asks)] == ["add", "drop"]


def test_a_document_comes_and_goes_with_the_activity_that_issues_it() -> None:
    def issuing(country: str, activities: str) -> FullProcedure:
        full = made(activities, country, {"A": ["inv"]})
        uses = dict(full.uses)
        if "B" in activities:
            uses["B"] = (DocumentUse("B", "inv", Role.OUTPUT),)
        else:
            uses["A"] = (DocumentUse("A", "cmr", Role.INPUT),)
        return FullProcedure(full.procedure, full.steps, uses)

    both, without = issuing("KZ", "B A"), issuing("UZ", "A")
    assert [kind for kind, _ in said(without, both, issuing("CN", "B A"))] == ["add", "document_drop"]
    assert [kind for kind, _ in said(both, without, issuing("CN", "A"))] == ["drop", "document_add"]


def test_documents_that_are_not_recorded_are_no_change() -> None:
    every = {
        "KZ": made("A", "KZ"),
        "UZ": made("A", "UZ", {"A": ["inv"]}),
        "CN": made("A", "CN", {"A": ["odd"]}),
    }
    found = common(every, listed())
    assert [(one.key, one.have, one.of) for one in found.documents] == [(DocumentKey(True, "380"), 1, 2)]
    own = distance(every["KZ"], found, listed())
    assert (own.changes, len(own.unknown)) == ((), 1)
    assert EN.say(distance(every["CN"], found, listed()).unknown[0]) == (
        "1 document has no international code and is not compared: Letter of the governor."
    )
    like = common(every, listed(), "KZ")  # a country without documents asks nobody to ask for none
    assert distance(every["UZ"], like, listed()).changes == ()


def test_an_activity_that_waits_for_what_it_should_come_before_changes_its_place() -> None:
    others = made("A B<A C<B", "UZ"), made("A B<A C<B", "CN")
    assert said(made("C A<C B<A", "KZ"), *others) == [("order", "Change the order to: Do A, Do B, Do C.")]
    assert said(made("C A B<A", "KZ"), *others) == []  # C waits for nothing: it may be done at any time
    assert said(made("A C<A B<A", "KZ"), *others) == []
    every = {one.procedure.country: one for one in (made("A B C", "KZ"), *others)}
    assert len(distance(every["KZ"], common(every, listed()), listed()).unknown) == 1


def test_a_thinly_recorded_procedure_is_said_to_be_one() -> None:
    every = {"KZ": made("A", "KZ"), "UZ": made("A B C", "UZ"), "CN": made("A B C", "CN")}
    found = distances(every, common(every, listed()), listed())
    assert [one.activities for one in found.countries] == [3, 3, 1]
    assert [EN.say(one) for one in found.countries[2].unknown] == [
        "Few activities are recorded (1): what seems to be missing may only not be recorded."
    ]
    assert not found.countries[0].unknown


def test_what_the_trader_does_anyway_is_not_counted() -> None:
    assert said(made("A PRE-02", "KZ"), made("A TRN-01", "UZ"), made("A TRN-01", "CN")) == []


@st.composite
def _procedure(draw: st.DrawFn, country: str) -> FullProcedure:
    own = draw(st.permutations(draw(st.lists(st.sampled_from(ACTIVITIES), unique=True, min_size=1))))
    channels = st.sampled_from(("", ":online", ":paper"))
    text = []
    for place, name in enumerate(own):
        after = draw(st.sets(st.sampled_from(own[:place]))) if place else ()
        text.append(f"{name}{draw(channels)}{'<' if after else ''}{','.join(after)}")
    documents = st.lists(st.sampled_from(("inv", "cmr", "odd")), unique=True, max_size=2)
    return made(" ".join(text), country, {name: draw(documents) for name in own})


@settings(max_examples=150, deadline=None)
@given(st.tuples(*(_procedure(country) for country in ("KZ", "UZ", "CN", "TJ"))), st.booleans())
def test_presence_is_what_counting_by_hand_gives_and_the_model_moves_nowhere(four, chosen: bool) -> None:
    every = {one.procedure.country: one for one in four}
    found = distances(every, common(every, listed(), "UZ" if chosen else None), listed())
    has = {iso2: {one.activity for one in full.steps} for iso2, full in every.items()}
    wanted = (
        has["UZ"]
        if chosen
        else {code for code in ACTIVITIES if sum(code in own for own in has.values()) * 2 >= len(has)}
    )
    numbers = [len(one.changes) for one in found.countries]
    assert numbers == sorted(numbers)
    for one in found.countries:
        counts = one.counts
        assert counts[ChangeKind.ADD] == len(wanted - has[one.country])
        assert counts[ChangeKind.DROP] == len(has[one.country] - wanted)
        assert sum(counts.values()) == len(one.changes)
        assert counts[ChangeKind.ORDER] < len(has[one.country] & wanted) or not counts[ChangeKind.ORDER]
        if chosen and one.country == "UZ":
            assert not one.changes


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len({kind_label(kind, EN) for kind in ChangeKind}) == len(ChangeKind)


def test_road_imports_of_the_starting_catalogue(catalogue) -> None:
    every = {
        full.procedure.country: full
        for full in catalogue.full_procedures(
            ids=[f"{iso2}-P-import-road" for iso2 in ("RU", "BY", "KZ", "UZ")]
        )
    }
    known = catalogue.reference()
    found = distances(every, common(every, known), known)
    assert {one.country for one in found.countries[:2]} == {"BY", "RU"}
    uz = next(one for one in found.countries if one.country == "UZ")
    assert "Drop: Pay road or vehicle charges (in 1 of 4 countries)." in [
        EN.say(change.message) for change in uz.changes
    ]
