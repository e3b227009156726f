"""What to know before an export."""

from customs_app.analysis.dossier.result import Dossier
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import EditStep, RewriteText, SetMark, SetTerms
from customs_app.domain.codes import Verdict
from customs_app.domain.dossier import Terms
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.dossier import dossier
from customs_app.ui.proposals.checks import NOTE, STALE, Check, checks
from tests.ui.proposals.planted import (
    IDS,
    MARKS,
    OTHER,
    SUGGESTED,
    WHO,
    lacking_law,
    made,
    mark,
    save,
    step_ids,
)

EN = words(Language.EN)


def _checks(shown: Dossier) -> dict[str, Check]:
    return {EN.say(check.message): check for check in checks(shown)}


def test_without_marks_the_review_is_the_way_on(catalogue: Catalogue) -> None:
    (check,) = checks(dossier(catalogue, MARKS, Language.EN, WHO))
    assert EN.say(check.message) == "No agreed marks yet"
    assert check.review


def test_keep_alone_is_no_agreed_change(catalogue: Catalogue) -> None:
    mark(catalogue, step_ids(catalogue)[0], Verdict.KEEP)
    assert list(_checks(dossier(catalogue, MARKS, Language.EN, WHO))) == ["No agreed marks yet"]


def test_steps_without_law_are_named_with_their_numbers(catalogue: Catalogue) -> None:
    lacking = lacking_law(catalogue)
    mark(catalogue, lacking)
    number = catalogue.full_procedure(IDS[1]).number(lacking)
    check = _checks(dossier(catalogue, MARKS, Language.EN, WHO))[f"1 step without a legal basis: UZ {number}"]
    assert (check.part, check.country) == ("measure-1", "UZ")


def test_a_named_article_is_a_legal_basis(catalogue: Catalogue) -> None:
    lacking = lacking_law(catalogue)
    catalogue.run(SetMark(lacking, Verdict.REMOVE, "Known", article="Decree 283"), WHO)
    found = _checks(dossier(catalogue, MARKS, Language.EN, WHO))
    assert not any("legal basis" in sentence for sentence in found)


def test_a_stale_mark_leads_to_its_measure(catalogue: Catalogue) -> None:
    step = step_ids(catalogue, law=True)[0]
    mark(catalogue, step)
    catalogue.run(EditStep(step, {"title_en": "Another title"}), WHO)
    number = catalogue.full_procedure(IDS[0]).number(step)
    check = _checks(dossier(catalogue, MARKS, Language.EN, WHO))[f"1 mark is stale: KZ {number}"]
    assert (check.kind, check.part, check.country) == (STALE, "measure-1", "KZ")


def test_reviewers_who_disagree(catalogue: Catalogue) -> None:
    step = step_ids(catalogue, law=True)[0]
    mark(catalogue, step, Verdict.REMOVE)
    assert not any("disagree" in said for said in _checks(dossier(catalogue, MARKS, Language.EN, WHO)))
    mark(catalogue, step, Verdict.ONLINE, OTHER)
    number = catalogue.full_procedure(IDS[0]).number(step)
    check = _checks(dossier(catalogue, MARKS, Language.EN, WHO))[f"Reviewers disagree on 1 step: KZ {number}"]
    assert check.step == (IDS[0], step)


def test_suggestions_are_called_undecided_and_time_unknown_is_counted(catalogue: Catalogue) -> None:
    shown = dossier(catalogue, SUGGESTED, Language.EN, WHO)
    found = _checks(shown)
    assert found["Suggestions: nobody has decided on them yet"].kind == NOTE
    unknown = [
        one.number
        for one in shown.measures
        if all(effect.effect.saved.elapsed is None for part in one.parts for effect in part.effects)
    ]
    said = [sentence for sentence in found if sentence.startswith("Time saved unknown")]
    assert said == (
        [f"Time saved unknown: {len(unknown)} measure{'s' * (len(unknown) > 1)}"] if unknown else []
    )
    assert any(sentence.startswith("No body or term named: ") for sentence in found)


def test_a_body_and_a_term_settle_what_is_asked(catalogue: Catalogue) -> None:
    proposal = made(catalogue)
    key = dossier(catalogue, proposal, Language.EN, WHO).measures[0].key
    asked = "No body or term named: 1 measure in a country"
    assert asked in _checks(dossier(catalogue, proposal, Language.EN, WHO))
    catalogue.run(SetTerms(proposal.id, key, "KZ", Terms(body="A new body", months=6)), WHO)
    assert asked not in _checks(dossier(catalogue, proposal, Language.EN, WHO))


def test_a_text_whose_figures_changed_is_led_to(catalogue: Catalogue) -> None:
    proposal = made(catalogue)
    part = dossier(catalogue, proposal, Language.EN, WHO).measures[0].parts[0]
    catalogue.run(RewriteText(proposal.id, part.now.place, "In my words.", part.now.draft), WHO)
    assert not any(
        "Figures changed" in said for said in _checks(dossier(catalogue, proposal, Language.EN, WHO))
    )
    catalogue.run(EditStep(part.steps[0], {"title_en": "Another title"}), WHO)
    check = _checks(dossier(catalogue, proposal, Language.EN, WHO))["Figures changed under 1 rewritten text"]
    assert (check.kind, check.part, check.country) == (STALE, "measure-1", part.country)
    assert save(catalogue, MARKS) != proposal.id
