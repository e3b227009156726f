from dataclasses import replace

import pytest

from customs_app.analysis.evidence_digest import digest
from customs_app.analysis.findings import findings
from customs_app.domain.codes import Channel, Role
from customs_app.domain.figures import Range, TimeFigure
from customs_app.domain.procedure import Agency, DocumentUse, FullProcedure, Source
from customs_app.domain.reference import Reference
from customs_app.domain.review import EvidenceRow, Finding
from customs_app.domain.text import Text
from tests.analysis.rules.planted import found, only, procedure, reference, step


def sourced() -> Reference:
    return replace(reference(), sources={"S1": Source("S1", "The law"), "S2": Source("S2", "The guide")})


def twice() -> FullProcedure:
    """The same invoice for two bodies, and a step that has nothing to do with it."""
    return procedure(
        step("DCL-05", takes="invoice"),
        step("CRT-05", "vet", takes="invoice", gives="permit"),
        step("REL-01", gives="receipt"),
    )


@pytest.fixture
def finding() -> Finding:
    return only("R01", twice(), ref=sourced())


def changed(full: FullProcedure, step_id: str, **values: object) -> FullProcedure:
    steps = tuple(replace(one, **values) if one.id == step_id else one for one in full.steps)
    return replace(full, steps=steps)


def test_the_same_rows_have_the_same_digest(finding):
    first = digest(finding, [twice()], sourced())
    assert first == digest(finding, [procedure(country="BB"), twice()], sourced())
    assert len(first) == 64


@pytest.mark.parametrize(
    "values",
    [
        {"channel": Channel.ONLINE},
        {"time": TimeFigure(Range(typ=2.0))},
        {"legal_basis": "Art. 2"},
        {"title": Text("DCL-05", "Подать")},
        {"condition": Text("where chosen")},
        {"note": "electronic since 2026"},
        {"agency_id": "plant"},
        {"depends_on": ("AA3",)},
        {"locator": "p. 2"},
    ],
)
def test_a_change_of_a_step_in_the_evidence_is_seen(finding, values):
    before = digest(finding, [twice()], sourced())
    assert digest(finding, [changed(twice(), "AA1", **values)], sourced()) != before


def test_a_step_that_is_not_in_the_evidence_changes_nothing(finding):
    before = digest(finding, [twice()], sourced())
    assert digest(finding, [changed(twice(), "AA3", channel=Channel.ONLINE)], sourced()) == before


def test_a_step_s_number_changes_nothing(finding):
    before = digest(finding, [twice()], sourced())
    assert digest(finding, [changed(twice(), "AA2", seq=7)], sourced()) == before


def test_what_a_step_does_with_documents_is_part_of_it_in_any_order(finding):
    full = twice()
    before = digest(finding, [full], sourced())
    uses = dict(full.uses)
    uses["AA2"] = tuple(reversed(uses["AA2"]))
    assert digest(finding, [replace(full, uses=uses)], sourced()) == before
    uses["AA2"] = (*full.uses["AA2"], DocumentUse("AA2", "cmr", Role.SHOWN))
    assert digest(finding, [replace(full, uses=uses)], sourced()) != before
    uses["AA2"] = (replace(full.uses["AA2"][0], copies=2), *full.uses["AA2"][1:])
    assert digest(finding, [replace(full, uses=uses)], sourced()) != before


def test_documents_agencies_and_sources_are_part_of_it(finding):
    base = sourced()
    before = digest(finding, [twice()], base)
    invoice = replace(base.documents["invoice"], code="325")
    assert (
        digest(finding, [twice()], replace(base, documents={**base.documents, "invoice": invoice})) != before
    )
    vet = Agency("vet", "AA", Text("The new vet"), kind=base.agencies["vet"].kind)
    assert digest(finding, [twice()], replace(base, agencies={**base.agencies, "vet": vet})) != before
    law = replace(base.sources["S1"], year="2027")
    assert digest(finding, [twice()], replace(base, sources={**base.sources, "S1": law})) != before
    other = replace(base.documents["cmr"], code="325")
    assert digest(finding, [twice()], replace(base, documents={**base.documents, "cmr": other})) == before


def test_a_step_that_is_gone_is_seen(finding):
    before = digest(finding, [twice()], sourced())
    full = twice()
    assert digest(finding, [replace(full, steps=full.steps[:1])], sourced()) != before


def test_a_line_of_evidence_more_is_seen(finding):
    before = digest(finding, [twice()], sourced())
    more = replace(finding, evidence=(*finding.evidence, EvidenceRow(None, None, "S2", "BB-P")))
    assert digest(more, [twice()], sourced()) != before
    turned = replace(finding, evidence=tuple(reversed(finding.evidence)))
    assert digest(turned, [twice()], sourced()) == before


def test_a_peer_that_lives_without_the_step_is_part_of_it():
    own = procedure(step("CRT-03", "vet"), step("REL-01"))
    peers = [procedure(step("REL-01"), country=country) for country in ("BB", "CC", "DD", "EE")]
    one = found("R06", own, *peers)[0]
    before = digest(one, [own, *peers], reference())
    moved = replace(peers[0], procedure=replace(peers[0].procedure, goods=Text("live animals")))
    assert digest(one, [own, moved, *peers[1:]], reference()) != before
    known = replace(peers[0], procedure=replace(peers[0].procedure, volume_per_year=5000.0))
    assert digest(one, [own, known, *peers[1:]], reference()) == before


def test_findings_of_the_starting_catalogue_have_digests_of_their_own(catalogue):
    everything = catalogue.full_procedures(countries=["UZ"])
    base = catalogue.reference()
    every = findings(everything, base, peers=catalogue.full_procedures())
    assert len({digest(one, everything, base) for one in every}) == len(every) > 10
