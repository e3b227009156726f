"""What to know before an export."""

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import EditStep, SetMark
from customs_app.domain.codes import Verdict
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.content import Content, saved_proposal_content
from customs_app.ui.proposals.checks import NOTE, STALE, Check, checks, marks_in_dispute
from tests.ui.proposals.planted import IDS, MARKS, OTHER, SUGGESTED, WHO, mark, step_ids

EN = words(Language.EN)


def _checks(content: Content) -> dict[str, Check]:
    return {EN.say(check.message): check for check in checks(content)}


def test_without_marks_the_review_is_the_way_on(catalogue: Catalogue) -> None:
    (check,) = checks(saved_proposal_content(catalogue, MARKS))
    assert EN.say(check.message) == "No agreed marks yet"
    assert check.review


def test_keep_alone_is_no_agreed_change(catalogue: Catalogue) -> None:
    mark(catalogue, step_ids(catalogue)[0], Verdict.KEEP)
    found = _checks(saved_proposal_content(catalogue, MARKS))
    assert list(found) == ["No agreed marks yet"]


def test_steps_without_law_are_named_with_their_numbers(catalogue: Catalogue) -> None:
    lacking = step_ids(catalogue, IDS[1], law=False)[0]
    mark(catalogue, lacking)
    number = catalogue.full_procedure(IDS[1]).number(lacking)
    found = _checks(saved_proposal_content(catalogue, MARKS))
    check = found[f"1 step without a legal basis: UZ {number}"]
    assert (check.part, check.country) == ("measure-1", "UZ")


def test_a_named_article_is_a_legal_basis(catalogue: Catalogue) -> None:
    lacking = step_ids(catalogue, IDS[1], law=False)[0]
    catalogue.run(SetMark(lacking, Verdict.REMOVE, "Known", article="Decree 283"), WHO)
    found = _checks(saved_proposal_content(catalogue, MARKS))
    assert not any("legal basis" in sentence for sentence in found)


def test_a_stale_mark_leads_to_its_measure(catalogue: Catalogue) -> None:
    step = step_ids(catalogue, law=True)[0]
    mark(catalogue, step)
    catalogue.run(EditStep(step, {"title_en": "Another title"}), WHO)
    number = catalogue.full_procedure(IDS[0]).number(step)
    check = _checks(saved_proposal_content(catalogue, MARKS))[f"1 mark is stale: KZ {number}"]
    assert (check.kind, check.part, check.country) == (STALE, "measure-1", "KZ")


def test_a_stale_keep_leads_to_the_step(catalogue: Catalogue) -> None:
    step = step_ids(catalogue)[0]
    mark(catalogue, step, Verdict.KEEP)
    catalogue.run(EditStep(step, {"title_en": "Another title"}), WHO)
    (check,) = [one for one in checks(saved_proposal_content(catalogue, MARKS)) if one.kind == STALE]
    assert check.step == (IDS[0], step)
    assert check.part is None


def test_reviewers_who_disagree(catalogue: Catalogue) -> None:
    step = step_ids(catalogue, law=True)[0]
    mark(catalogue, step, Verdict.REMOVE)
    content = saved_proposal_content(catalogue, MARKS)
    assert not marks_in_dispute(content.marks)
    mark(catalogue, step, Verdict.ONLINE, OTHER)
    content = saved_proposal_content(catalogue, MARKS)
    number = catalogue.full_procedure(IDS[0]).number(step)
    assert f"Reviewers disagree on 1 step: KZ {number}" in _checks(content)


def test_suggestions_are_called_undecided_and_time_unknown_is_counted(catalogue: Catalogue) -> None:
    content = saved_proposal_content(catalogue, SUGGESTED)
    found = _checks(content)
    assert found["Suggestions: nobody has decided on them yet"].kind == NOTE
    unknown = [
        number
        for number, measure in enumerate(content.measures, 1)
        if all(saving.hours is None for saving in measure.saving.values())
    ]
    assert unknown
    check = found[f"Time saved unknown: {len(unknown)} measures"]
    assert check.part == f"measure-{unknown[0]}"
