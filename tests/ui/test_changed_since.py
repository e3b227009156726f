"""What a stale mark says has changed: names and labels, never codes and ids."""

from dataclasses import replace

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.steps import EditStep
from customs_app.catalogue.commands.uses import SetUse
from customs_app.domain.codes import Form, Role, Verdict
from customs_app.domain.review import Mark, Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.ui.changed_since import changed_since

WHO = Reviewer("A. Karimova", "Secretariat")
ROAD = "UZ-P-import-road"
STEP = f"{ROAD}-13"


def _says(catalogue: Catalogue, language: Language = Language.EN) -> tuple[str, ...]:
    (mark,) = catalogue.marks([ROAD])
    return changed_since(mark, catalogue.full_procedure(ROAD), catalogue.reference(), words(language))


@pytest.mark.parametrize(
    ("column", "before", "after", "says"),
    [
        ("channel", "in_person", "online", "Channel: in person → online"),
        ("evidence", "survey", "official", "Evidence: survey → official"),
        ("time_kind", "duration", "limit", "Kind of time: duration → limit"),
        ("cost_kind", "fee", "rate", "Kind of cost: fee → rate"),
        ("time_typ_h", 1500.5, 160, "Typical: 1,500.5 → 160"),
        ("visits", 2, 1, "Visits: 2 → 1"),
        ("time_covers", f"{STEP};{ROAD}-11", None, "Spans steps: 11, 13 → none"),
        ("depends_on", f"{ROAD}-01", f"{ROAD}-02", "After steps: 1 → 2"),
        ("legal_basis", None, "Article 1", "Legal basis: unknown → Article 1"),
        ("legal_basis", "x" * 80, None, f"Legal basis: {'x' * 60}… → unknown"),
    ],
)
def test_each_column_is_said_in_words(
    catalogue: Catalogue, column: str, before: object, after: object, says: str
) -> None:
    catalogue.run(EditStep(STEP, {column: before}), WHO)
    catalogue.run(SetMark(STEP, Verdict.ONLINE, "portal"), WHO)
    catalogue.run(EditStep(STEP, {column: after}), WHO)
    assert _says(catalogue) == (says,)


def test_agencies_and_activities_and_sources_are_named(catalogue: Catalogue) -> None:
    reference, step = catalogue.reference(), catalogue.full_procedure(ROAD).step(STEP)
    other = next(
        one for one in reference.agencies.values() if one.country == "UZ" and one.id != step.agency_id
    )
    activity = next(one for one in reference.activities.values() if one.code != step.activity)
    source = next(one for one in reference.sources.values() if one.id not in step.source_ids)
    catalogue.run(
        EditStep(STEP, {"agency_id": other.id, "activity": activity.code, "source_id": source.id}), WHO
    )
    catalogue.run(SetMark(STEP, Verdict.ONLINE, "portal"), WHO)
    catalogue.run(
        EditStep(
            STEP, {"agency_id": step.agency_id, "activity": step.activity, "source_id": step.source_ids[0]}
        ),
        WHO,
    )
    was, now = _cut(source.title), _cut(reference.sources[step.source_ids[0]].title)
    assert step.agency_id is not None
    agency = reference.agencies[step.agency_id].name.en
    assert set(_says(catalogue)) == {
        f"Activity: {activity.name.en} → {reference.activities[step.activity].name.en}",
        f"Agency: {other.name.en} → {agency}",
        f"Sources: {was} → {now}",
    }
    assert any(activity.name.zh in says for says in _says(catalogue, Language.ZH))


def _cut(title: str) -> str:
    return title if len(title) <= 60 else f"{title[:60]}…"


def test_what_a_step_does_with_a_document_is_said_in_words(catalogue: Catalogue) -> None:
    full = catalogue.full_procedure(ROAD)
    use = next(use for uses in full.uses.values() for use in uses)
    catalogue.run(SetUse(use.step_id, use.document_id, Role.INPUT, Form.ORIGINAL, 2), WHO)
    catalogue.run(SetMark(use.step_id, Verdict.SUBMIT_ONCE, "twice", document_id=use.document_id), WHO)
    catalogue.run(SetUse(use.step_id, use.document_id, Role.INPUT, Form.ELECTRONIC, None), WHO)
    assert _says(catalogue) == ("handed in: original, 2 → electronic",)


def test_what_is_no_longer_there_has_no_name(catalogue: Catalogue) -> None:
    full, reference = catalogue.full_procedure(ROAD), catalogue.reference()
    stood = {
        "agency_id": "UZ-A-gone",
        "depends_on": "gone-1",
        "issuer_agency_id": "UZ-A-gone",
        "name_en": "Permit",
    }
    stands = {"name_en": "Licence", "code": "911"}
    mark = Mark(
        "m", STEP, Verdict.KEEP, "", WHO, "2026-01-01", as_stood=stood, stale=("agency_id", "depends_on")
    )
    english = words(Language.EN)
    gone = "what is no longer there"
    assert changed_since(mark, full, reference, english) == (
        f"Agency: {gone} → unknown",
        f"After steps: {gone} → none",
    )
    of_document = replace(mark, document_id="D", stale=("issuer_agency_id", "name_en", "code"), stands=stands)
    assert changed_since(of_document, full, reference, english) == (
        f"Issued by: {gone} → unknown",
        "Name: Permit → Licence",
        "Code: unknown → 911",
    )
