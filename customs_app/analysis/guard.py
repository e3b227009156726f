"""The control-purpose guard: what a step protects, and what still protects it without the step."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from customs_app.analysis.rules.common import exclusive
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.text import Message
from customs_app.language.words import N_, Words


class Risk(StrEnum):
    """What a control protects."""

    REVENUE = "revenue"
    HEALTH = "health"
    PLANT_ANIMAL = "plant_animal"
    SECURITY = "security"
    PRODUCT_SAFETY = "product_safety"
    INTELLECTUAL_PROPERTY = "intellectual_property"
    STATISTICS = "statistics"


_LABELS: Mapping[Risk, str] = {
    Risk.REVENUE: N_("Revenue"),
    Risk.HEALTH: N_("Health"),
    Risk.PLANT_ANIMAL: N_("Plant or animal health"),
    Risk.SECURITY: N_("Security"),
    Risk.PRODUCT_SAFETY: N_("Product safety"),
    Risk.INTELLECTUAL_PROPERTY: N_("Intellectual property"),
    Risk.STATISTICS: N_("Statistics"),
}

_R, _H, _P, _S = Risk.REVENUE, Risk.HEALTH, Risk.PLANT_ANIMAL, Risk.SECURITY
_SAFE, _IP, _STAT = Risk.PRODUCT_SAFETY, Risk.INTELLECTUAL_PROPERTY, Risk.STATISTICS

RISKS: Mapping[str, tuple[Risk, ...]] = {
    "PRE-01": (_R,),
    "PRE-03": (_R,),
    "PRE-04": (_S, _SAFE),
    "PRE-05": (_R, _STAT),
    "CRT-01": (_R,),
    "CRT-02": (_P,),
    "CRT-03": (_P, _H),
    "CRT-04": (_H,),
    "CRT-05": (_SAFE,),
    "CRT-06": (_P,),
    "CRT-07": (_H, _P, _SAFE),
    "CRT-08": (_R, _SAFE),
    "CRT-09": (_SAFE,),
    "TRN-03": (_R,),
    "TRN-04": (_R, _S),
    "TRN-07": (_R,),
    "DCL-01": (_S,),
    "DCL-02": (_R, _S),
    "DCL-03": (_R,),
    "DCL-05": (_R, _STAT),
    "DCL-06": (_R, _SAFE, _STAT),
    "DCL-07": (_R, _STAT),
    "DCL-08": (_R, _S),
    "DCL-09": (_R,),
    "PAY-01": (_R,),
    "INS-01": (_R, _S),
    "INS-02": (_R, _S, _SAFE, _IP),
    "INS-03": (_R, _S),
    "INS-04": (_P,),
    "INS-05": (_P, _H),
    "INS-06": (_H,),
    "INS-07": (_S, _H),
    "INS-08": (_S,),
    "INS-09": (_S,),
    "INS-10": (_SAFE,),
    "BRD-02": (_S,),
    "BRD-03": (_R, _S),
    "BRD-05": (_R, _P),
    "BRD-06": (_R, _S),
    "REL-01": (_R,),
    "REL-02": (_R,),
    "REL-03": (_R, _STAT),
    "AFT-01": (_R,),
    "AFT-03": (_R,),
}
"""Which risks an activity controls; an activity that is not here controls none of them."""

_UNCHECKED = frozenset(
    {"PRE-01", "PRE-03", "TRN-04", "DCL-02", "DCL-03", "DCL-05", "REL-01", "REL-02", "AFT-03"}
)
"""Activities that serve a control but check nothing: without the check of another step they cover no risk.

Statistics are the exception: data that are lodged are there to be counted.
"""


@dataclass(frozen=True, slots=True)
class GuardRow:
    """One risk that a step controls, and the ids of other steps that control it too.

    `covered_by` are steps that every consignment meets which meets the step itself; `sometimes_by` are
    those that only some of them meet.
    """

    risk: Risk
    covered_by: tuple[str, ...]
    sometimes_by: tuple[str, ...] = ()

    @property
    def sole(self) -> bool:
        """Whether the step is the sole safeguard: without it the risk is covered at most sometimes."""
        return not self.covered_by


def guard(full: FullProcedure, step_id: str) -> tuple[GuardRow, ...]:
    """The risks that a step controls and what covers each without it; KeyError for an unknown step.

    Empty for a step that controls none of the risks.
    """
    step = full.step(step_id)
    return tuple(_row(full, step, risk) for risk in RISKS.get(step.activity, ()))


def risk_label(risk: Risk, words: Words) -> str:
    """The name of a risk in a language."""
    return words.text(_LABELS[risk])


def risk_message(risk: Risk) -> Message:
    """The name of a risk as a message, to stand inside another one."""
    return Message(_LABELS[risk])


def _row(full: FullProcedure, step: Step, risk: Risk) -> GuardRow:
    others = [
        other
        for other in full.steps
        if other.id != step.id and _checks(other.activity, risk) and not exclusive(step, other)
    ]
    always = tuple(other.id for other in others if _always_met(other, step))
    return GuardRow(risk, always, tuple(other.id for other in others if other.id not in always))


def _checks(activity: str, risk: Risk) -> bool:
    return risk in RISKS.get(activity, ()) and (risk is Risk.STATISTICS or activity not in _UNCHECKED)


def _always_met(other: Step, step: Step) -> bool:
    """Whether a consignment that meets `step` surely meets `other`."""
    same_choice = other.choice is None or other.choice == step.choice
    same_condition = other.condition is None or (
        step.condition is not None and other.condition.en == step.condition.en
    )
    return same_choice and same_condition
