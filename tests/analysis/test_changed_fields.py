"""What a stale mark or decision says has changed: names and labels, never codes and ids."""

from dataclasses import replace

import pytest

from customs_app.analysis.changed_fields import _NAMES, ChangedField, changed_fields, changed_lines
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import Decide, EditStep, RemoveUse, SetMark, SetUse, StartMeeting
from customs_app.catalogue.tables import DOCUMENT, STEP
from customs_app.domain.codes import Form, Role, Verdict
from customs_app.domain.review import Mark, Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import words

WHO = Reviewer("A. Karimova", "Secretariat")
ROAD = "UZ-P-import-road"
STEP_ID = f"{ROAD}-13"


def _says(catalogue: Catalogue, language: Language = Language.EN, longest: int = 0) -> tuple[str, ...]:
    (mark,) = catalogue.marks([ROAD])
    full = catalogue.full_procedure(ROAD)
    return changed_lines(mark, full, catalogue.reference(), words(language), longest=longest)


@pytest.mark.parametrize(
    ("column", "before", "after", "says"),
    [
        ("channel", "in_person", "online", "how it is done: in person → online"),
        ("evidence", "survey", None, "evidence: survey → unknown"),
        ("time_kind", "duration", "limit", "kind of time: duration → limit"),
        ("cost_kind", "fee", "rate", "kind of cost: fee → rate"),
        ("time_typ_h", 1500.5, 160, "typical time: 1,500.5 → 160"),
        ("cost_amount", None, 0.25, "cost: unknown → 0.25"),
        ("visits", 2, 1, "visits: 2 → 1"),
        ("time_covers", f"{STEP_ID};{ROAD}-11", None, "steps of the time: 11, 13 → none"),
        ("depends_on", f"{ROAD}-01", f"{ROAD}-02", "steps before: 1 → 2"),
        ("legal_basis", None, "Article 1", "legal basis: unknown → Article 1"),
        ("condition_ru", "если", "когда", "condition in Russian: если → когда"),
        ("note", "x" * 80, "y", f"note: {'x' * 80} → y"),
    ],
)
def test_each_column_is_said_in_words(
    catalogue: Catalogue, column: str, before: object, after: object, says: str
) -> None:
    catalogue.run(EditStep(STEP_ID, {column: before}), WHO)
    catalogue.run(SetMark(STEP_ID, Verdict.ONLINE, "portal"), WHO)
    assert _says(catalogue) == ()
    catalogue.run(EditStep(STEP_ID, {column: after}), WHO)
    assert _says(catalogue) == (says,)


def test_long_values_are_cut_where_that_is_asked(catalogue: Catalogue) -> None:
    catalogue.run(EditStep(STEP_ID, {"note": "x" * 80}), WHO)
    catalogue.run(SetMark(STEP_ID, Verdict.ONLINE, "portal"), WHO)
    catalogue.run(EditStep(STEP_ID, {"note": "y" * 60}), WHO)
    assert _says(catalogue, longest=60) == (f"note: {'x' * 60}… → {'y' * 60}",)


def test_agencies_and_activities_and_sources_are_named(catalogue: Catalogue) -> None:
    reference, step = catalogue.reference(), catalogue.full_procedure(ROAD).step(STEP_ID)
    other = next(
        one for one in reference.agencies.values() if one.country == "UZ" and one.id != step.agency_id
    )
    activity = next(one for one in reference.activities.values() if one.code != step.activity)
    source = next(one for one in reference.sources.values() if one.id not in step.source_ids)
    assert step.agency_id is not None
    catalogue.run(SetMark(STEP_ID, Verdict.ONLINE, "portal"), WHO)
    catalogue.run(
        EditStep(STEP_ID, {"agency_id": other.id, "activity": activity.code, "source_id": source.id}), WHO
    )
    (mark,) = catalogue.marks([ROAD])
    full = catalogue.full_procedure(ROAD)
    found = {one.column: one for one in changed_fields(mark, full, reference, words(Language.EN))}
    assert found == {
        "agency_id": ChangedField(
            "agency_id", "agency", reference.agencies[step.agency_id].name.en, other.name.en
        ),
        "activity": ChangedField(
            "activity", "activity", reference.activities[step.activity].name.en, activity.name.en
        ),
        "source_id": ChangedField(
            "source_id", "sources", reference.sources[step.source_ids[0]].title, source.title
        ),
    }
    assert any(activity.name[Language.ZH] in says for says in _says(catalogue, Language.ZH))


def test_what_a_step_does_with_a_document_is_said_in_words(catalogue: Catalogue) -> None:
    full = catalogue.full_procedure(ROAD)
    use = next(use for uses in full.uses.values() for use in uses)
    catalogue.run(SetUse(use.step_id, use.document_id, Role.INPUT, Form.ORIGINAL, 2), WHO)
    catalogue.run(SetMark(use.step_id, Verdict.SUBMIT_ONCE, "twice", document_id=use.document_id), WHO)
    catalogue.run(SetUse(use.step_id, use.document_id, Role.INPUT, Form.ELECTRONIC, None), WHO)
    assert _says(catalogue) == ("handed in: original, 2 → electronic",)
    catalogue.run(SetUse(use.step_id, use.document_id, Role.INPUT), WHO)
    assert _says(catalogue) == ("handed in: original, 2 → no form told",)
    catalogue.run(RemoveUse(use.step_id, use.document_id, Role.INPUT), WHO)
    assert _says(catalogue) == ("handed in: original, 2 → none",)


def test_a_decision_says_it_as_a_mark_does(catalogue: Catalogue) -> None:
    meeting = catalogue.run(StartMeeting("M", (ROAD,), ("UZ",)), WHO).new_id
    assert meeting is not None
    catalogue.run(EditStep(STEP_ID, {"channel": "paper"}), WHO)
    catalogue.run(Decide(meeting, STEP_ID, Verdict.ONLINE, "portal"), WHO)
    catalogue.run(EditStep(STEP_ID, {"channel": "online"}), WHO)
    (decision,) = catalogue.decisions()
    full = catalogue.full_procedure(ROAD)
    says = changed_lines(decision, full, catalogue.reference(), words(Language.EN))
    assert says == ("how it is done: paper → online",)


def test_what_is_no_longer_there_is_said_to_be_gone(catalogue: Catalogue) -> None:
    full, reference = catalogue.full_procedure(ROAD), catalogue.reference()
    stood = {"agency_id": "UZ-A-gone", "depends_on": f"gone-1;{ROAD}-02", "issuer_agency_id": "UZ-A-gone"}
    mark = Mark(
        "m", STEP_ID, Verdict.KEEP, "", WHO, "2026-01-01", as_stood=stood, stale=("agency_id", "depends_on")
    )
    english = words(Language.EN)
    assert changed_lines(mark, full, reference, english) == (
        "agency: what is no longer there → unknown",
        "steps before: 2 → none",
    )
    of_document = replace(
        mark,
        document_id="D",
        stale=("issuer_agency_id", "name_en", "un_edifact_1001"),
        stands={"name_en": "Permit"},
    )
    assert changed_lines(of_document, full, reference, english) == (
        "issuing agency: what is no longer there → unknown",
        "name: unknown → Permit",
        "document code: unknown → unknown",
    )


def test_every_column_that_can_be_stale_has_a_name_for_people() -> None:
    columns = {column.name for table in (STEP, DOCUMENT) for column in table.columns}
    assert columns - {"id", "procedure_id", "seq"} == set(_NAMES)
