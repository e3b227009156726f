"""Small texts: what is not known is never left out."""

from types import MappingProxyType

import pytest

from customs_app.analysis.measures import Act, Measure
from customs_app.domain.codes import CaseKind, Mode, Regime, Verdict
from customs_app.domain.figures import Money, Range
from customs_app.domain.proposal import Proposal, ProposalStatus
from customs_app.domain.review import Saving
from customs_app.domain.text import Language, Message
from customs_app.language.words import words
from customs_app.ui.proposals.texts import (
    about_proposal,
    acts_text,
    codes_text,
    fees_text,
    saves_text,
    short_saving,
)

EN = words(Language.EN)


def _measure(saving: dict[str, Saving], *acts: str | None) -> Measure:
    return Measure(
        verdict=Verdict.REMOVE,
        activity="DEC-LODGE",
        document=None,
        rule=None,
        title=Message("Remove it"),
        steps=MappingProxyType({iso2: (f"{iso2}-1",) for iso2 in saving}),
        marks=(),
        findings=(),
        standards=(),
        acts=tuple(Act("KZ", f"KZ-{place}", text) for place, text in enumerate(acts)),
        saving=MappingProxyType(saving),
    )


@pytest.mark.parametrize(
    ("saving", "says"),
    [
        ({"KZ": Saving()}, "? h"),
        ({"KZ": Saving(documents=2), "UZ": Saving(documents=5)}, "2 – 5 doc., ? h"),
        ({"KZ": Saving(documents=2), "UZ": Saving()}, "2 + ? doc., ? h"),
        ({"KZ": Saving(visits=1, hours=Range(1, 2, 3))}, "1 vis., 1 – 3 h"),
        ({"KZ": Saving(hours=Range(1, 2, 3)), "UZ": Saving(hours=Range(None, 0.5, None))}, "0.5 – 3 h"),
        ({"KZ": Saving(hours=Range(1, 2, 3)), "UZ": Saving()}, "1 – 3 + ? h"),
        ({"KZ": Saving(hours=Range(None, None, 24)), "UZ": Saving(hours=Range(2, None, None))}, "? h"),
    ],
)
def test_savings_of_a_measure(saving: dict[str, Saving], says: str) -> None:
    assert saves_text(_measure(saving), EN) == says


def test_acts_of_a_measure() -> None:
    one = {"KZ": Saving()}
    assert acts_text(_measure(one, "Art. 1", "Art. 1", "Art. 2"), EN) == "2 acts"
    assert acts_text(_measure(one, "Art. 1", None, None), EN) == "1 act + 2 ?"
    assert acts_text(_measure(one, None), EN) == "article not known"


def test_a_tab_shows_one_figure_or_none() -> None:
    assert short_saving(Saving(documents=2, visits=1), EN) == "−2"
    assert short_saving(Saving(visits=1), EN) == "−1"
    assert short_saving(Saving(hours=Range(2, 3, 4)), EN) == "−2 – 4 h"
    assert short_saving(Saving(), EN) == ""


def test_fees() -> None:
    assert fees_text(Saving(), EN) == "?"
    assert fees_text(Saving(cost=()), EN) == "0"
    assert fees_text(Saving(cost=(Money(7, "USD"), Money(500, "KZT"))), EN) == "−7\u00a0USD + −500\u00a0KZT"


def test_countries_and_what_a_proposal_is_about() -> None:
    assert codes_text(("KZ", "UZ"), EN) == "KZ, UZ"
    assert codes_text(("BY", "CN", "KZ", "UZ"), EN) == "4 countries"
    proposal = Proposal("p", "T", ProposalStatus.ADOPTED, Regime.TRANSIT, None, ("a", "b"), CaseKind.WORST)
    assert about_proposal(proposal, EN) == "Transit · Any mode · 2 countries · Adopted"
    import_ = Proposal("p", "T", ProposalStatus.DRAFT, Regime.IMPORT, Mode.ROAD, ("a",))
    assert about_proposal(import_, EN) == "Import · Road · 1 country · Draft"
