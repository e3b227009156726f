"""Small texts: what is not known is never left out."""

from types import SimpleNamespace
from typing import Any

import pytest

from customs_app.analysis.dossier.result import ActLine
from customs_app.analysis.to_be.saved import Saved
from customs_app.domain.codes import CaseKind, Mode, Regime
from customs_app.domain.figures import Money, Range
from customs_app.domain.proposal import Proposal, ProposalStatus
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.ui.proposals.measure.head import short_saving
from customs_app.ui.proposals.texts import (
    about_proposal,
    act_words,
    acts_count,
    codes_text,
    fees_less,
    fewer,
    hours_less,
    saves_text,
    source_places,
)

EN = words(Language.EN)


def _saved(**values: object) -> Saved:
    named: dict[str, Any] = {
        **dict.fromkeys(("elapsed", "effort", "cost", "documents", "handovers", "shown", "visits")),
        "steps": 0,
        **values,
    }
    return Saved(**named)


def _part(*saved: Saved) -> Any:
    return SimpleNamespace(effects=[SimpleNamespace(effect=SimpleNamespace(saved=one)) for one in saved])


def _measure(*saved: Saved) -> Any:
    return SimpleNamespace(parts=[_part(one) for one in saved])


def _act(text: str | None, *numbers: int) -> ActLine:
    return ActLine("KZ", text, (), numbers, "change it", ())


@pytest.mark.parametrize(
    ("saved", "says"),
    [
        ([_saved()], "? h"),
        ([_saved(handovers=2), _saved(handovers=5)], "2 – 5 doc., ? h"),
        ([_saved(handovers=2), _saved()], "2 + ? doc., ? h"),
        ([_saved(handovers=0, elapsed=Range(0, 0, 0))], "0 h"),
        ([_saved(visits=1, elapsed=Range(1, 2, 3))], "1 vis., 1 – 3 h"),
        ([_saved(elapsed=Range(1, 2, 3)), _saved(elapsed=Range(None, 0.5, None))], "0.5 – 3 h"),
        ([_saved(elapsed=Range(1, 2, 3)), _saved()], "1 – 3 + ? h"),
        ([_saved(elapsed=Range(None, None, 24)), _saved(elapsed=Range(2, None, None))], "? h"),
        ([_saved(handovers=2, more=frozenset({"handovers"})), _saved(handovers=5)], "2 – 5 + ? doc., ? h"),
        ([_saved(elapsed=Range(1, 2, 3), more=frozenset({"elapsed"}))], "1 – 3 + ? h"),
    ],
)
def test_savings_of_a_measure(saved: list[Saved], says: str) -> None:
    assert saves_text(_measure(*saved), EN) == says


def test_acts_of_a_measure() -> None:
    assert acts_count([_act("Art. 1"), _act("Art. 1"), _act("Art. 2")], EN) == "2 acts"
    assert acts_count([_act("Art. 1"), _act(None, 1), _act(None, 2)], EN) == "1 act + 2 ?"
    assert acts_count([_act(None, 1)], EN) == "article not known"
    assert acts_count([], EN) == "–"
    assert act_words(_act("Art. 1", 3), EN) == "Art. 1"
    assert act_words(_act(None, 3), EN) == "step 3: article not known"
    assert act_words(_act(None, 3, 4), EN) == "steps 3, 4: article not known"
    assert source_places((("UZ-S06", "item 1"), ("UZ-S01", None))) == "UZ-S06, item 1; UZ-S01"
    assert source_places(()) == "?"


def test_a_tab_shows_one_figure_or_none() -> None:
    assert short_saving(_part(_saved(handovers=2, visits=1)), EN) == "−2"
    assert short_saving(_part(_saved(visits=1)), EN) == "−1"
    assert short_saving(_part(_saved(elapsed=Range(2, 3, 4))), EN) == "−2 – 4 h"
    assert short_saving(_part(_saved(handovers=1), _saved(handovers=2)), EN) == "−3"
    assert short_saving(_part(_saved(handovers=1), _saved()), EN) == "≥ −1"
    assert short_saving(_part(_saved(visits=1, more=frozenset({"visits"}))), EN) == "≥ −1"
    at_least = _saved(elapsed=Range(2, 3, 4), more=frozenset({"elapsed"}))
    assert short_saving(_part(at_least), EN) == "≥ −2 – 4 h"
    assert short_saving(_part(_saved()), EN) == ""


def test_what_becomes_more_has_another_sign() -> None:
    assert hours_less(None, EN) == "?"
    assert hours_less(Range(0, 0, 0), EN) == "0 h"
    assert hours_less(Range(1, None, 3), EN) == "−1 – 3 h"
    assert hours_less(Range(-3, None, -1), EN) == "+1 – 3 h"
    assert hours_less(Range(-2, None, 5), EN, more=True) == "+2 – −5 h"
    assert hours_less(Range(2, None, 5), EN, more=True) == "≥ −2 – 5 h"
    assert fewer(None) == "?"
    assert fewer(0) == "0"
    assert fewer(3, more=True) == "≥ −3"
    assert fewer(-2) == "+2"
    assert fees_less(None, EN) == "?"
    assert fees_less((), EN) == "0"
    assert fees_less((Money(5, "USD"), Money(3, "EUR")), EN, more=True) == "≥ −5\u00a0USD, −3\u00a0EUR"
    assert fees_less((Money(-5, "USD"),), EN, more=True) == "+5\u00a0USD"


def test_countries_and_what_a_proposal_is_about() -> None:
    assert codes_text(("KZ", "UZ"), EN) == "KZ, UZ"
    assert codes_text(("BY", "CN", "KZ", "UZ"), EN) == "4 countries"
    proposal = Proposal("p", "T", ProposalStatus.ADOPTED, Regime.TRANSIT, None, ("a", "b"), CaseKind.WORST)
    assert about_proposal(proposal, 2, EN) == "Transit · Any mode · 2 countries · Adopted"
    import_ = Proposal("p", "T", ProposalStatus.DRAFT, Regime.IMPORT, Mode.ROAD, ("a",))
    assert about_proposal(import_, 1, EN) == "Import · Road · 1 country · Draft"
