"""What mutual recognition, or one transit document for the whole way, would spare a consignment.

The hours are those of the steps that fall away, not of the journey: what runs beside them stays. What no
source tells of a step is unknown, never nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.corridor.again import HandedAgain
from customs_app.analysis.corridor.data_again import DataAgain
from customs_app.analysis.corridor.guarantees import GuaranteeKind, guarantee_steps
from customs_app.analysis.json_values import covered_json, money_json, range_json
from customs_app.analysis.ranges import added
from customs_app.analysis.rules.common import activity_name
from customs_app.analysis.rules.saving import add_money, own_cost, own_hours
from customs_app.domain.corridor import Block
from customs_app.domain.figures import Coverage, Money, Range
from customs_app.domain.indicators import Membership
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding
from customs_app.domain.text import Message
from customs_app.language.words import Words


class Measure(StrEnum):
    """What the countries of a corridor could do together."""

    ONE_TRANSIT_DOCUMENT = "one_transit_document"
    ONE_GUARANTEE = "one_guarantee"
    RECOGNISED_CERTIFICATES = "recognised_certificates"
    JOINT_CONTROL = "joint_control"
    DOCUMENTS_ONCE = "documents_once"
    DATA_ONCE = "data_once"


@dataclass(frozen=True, slots=True)
class ChainStep:
    """A step of a block; `number` is its `seq`, `in_case` says that the case takes it."""

    block_key: str
    country: str
    step_id: str
    number: int
    in_case: bool


@dataclass(frozen=True, slots=True)
class JointSaving:
    """What one measure would spare one consignment.

    `falls_away` are the steps that would go, on any condition; `kept` those of the same work that stay.
    `hours` and `cost` are sums over those that fall away in the case and have a figure of their own, None
    where none has; `hours_known` and `cost_known` are how many have one, of how many. `times` counts what is
    asked again: documents or data elements; None where the measure counts steps alone. `standards` are ids
    of articles it leans on, `doubt` says why it may be less.
    """

    measure: Measure
    summary: Message
    kept: tuple[ChainStep, ...]
    falls_away: tuple[ChainStep, ...]
    hours: Range | None
    hours_known: Coverage
    cost: tuple[Money, ...] | None
    cost_known: Coverage
    times: int | None
    standards: tuple[str, ...]
    doubt: Message


_TRANSIT = "DCL-08"
_CERTIFICATES = ("CRT-02", "CRT-03", "CRT-04", "CRT-05", "CRT-07")
"""Certificates and tests that one country could take over from another; origin is told by one alone."""


@dataclass(frozen=True, slots=True)
class _Met:
    """A step of a block, with what its figures are counted in."""

    block: Block
    full: FullProcedure
    step: Step
    in_case: bool

    def told(self) -> ChainStep:
        """The step as it is told."""
        return ChainStep(self.block.key, self.block.country, self.step.id, self.step.seq, self.in_case)


def joint_savings(
    blocks: Sequence[Block],
    case: Case,
    reference: Reference,
    found: tuple[HandedAgain, DataAgain, Sequence[Finding]],
    memberships: Mapping[str, Membership] | None = None,
) -> tuple[JointSaving, ...]:
    """The measures that would spare something on this chain, each by itself: never add them up.

    `found` is what the chain hands over again, asks again and controls twice.
    """
    again, data, controls = found
    steps = _steps(blocks, case)
    measures = [
        _transit(steps, memberships or {}),
        _guarantee(steps, blocks, case, reference),
        *(_certificate(steps, code, reference) for code in _CERTIFICATES),
        *_controls(steps, controls),
        _documents(again),
        _data(data),
    ]
    return tuple(one for one in measures if one is not None)


def _steps(blocks: Sequence[Block], case: Case) -> tuple[_Met, ...]:
    found = []
    for block in blocks:
        if block.procedure is not None:
            taken = {step.id for step in steps_of_case(block.procedure, case)}
            found += [_Met(block, block.procedure, step, step.id in taken) for step in block.procedure.steps]
    return tuple(found)


def _transit(steps: Iterable[_Met], memberships: Mapping[str, Membership]) -> JointSaving | None:
    lodged = [one for one in steps if one.step.activity == _TRANSIT]
    countries = _countries(lodged)
    return _first_kept(
        Measure.ONE_TRANSIT_DOCUMENT,
        Message(
            "One transit document for the whole way: today a declaration is lodged in {n} countries",
            {"n": len(countries)},
        ),
        lodged,
        ("TFA-11.6", "TFA-11.16", "TFA-10.7"),
        _transit_doubt(countries, memberships),
    )


def _transit_doubt(countries: Sequence[str], memberships: Mapping[str, Membership]) -> Message:
    known = [memberships[iso2] for iso2 in countries if iso2 in memberships]
    unions = [one.customs_union for one in known if one.customs_union]
    if len(set(unions)) < len(unions):
        return Message(
            "Countries of one customs union are among them: within it one declaration may hold already,"
            " though the catalogue describes each country as if the goods entered the union there."
        )
    if len(known) == len(countries) and all(one.tir for one in known):
        return Message("All of them are parties to TIR: its carnet can be this document already.")
    return Message(
        "Not every country on the way is known to be a party to TIR: an agreement is needed first."
    )


def _guarantee(
    steps: Iterable[_Met], blocks: Sequence[Block], case: Case, reference: Reference
) -> JointSaving | None:
    asked = {
        (block.key, one.step_id)
        for block in blocks
        for one in guarantee_steps(block, case, reference)
        if one.kind is GuaranteeKind.SECURITY
    }
    given = [one for one in steps if (one.block.key, one.step.id) in asked]
    return _first_kept(
        Measure.ONE_GUARANTEE,
        Message(
            "One security for the whole way: today it is given in {n} countries",
            {"n": len(_countries(given))},
        ),
        given,
        ("TFA-11.11",),
        Message("Each country must be able to rely on a guarantor of another one."),
    )


def _certificate(steps: Iterable[_Met], code: str, reference: Reference) -> JointSaving | None:
    obtained = [one for one in steps if one.step.activity == code]
    return _first_kept(
        Measure.RECOGNISED_CERTIFICATES,
        Message(
            "Papers of one country taken by the others: “{activity}” is done in {n} countries",
            {"activity": activity_name(code, reference), "n": len(_countries(obtained))},
        ),
        obtained,
        ("CPTA-8",),
        Message("The rules behind the papers may differ: they must be found equal first."),
    )


def _controls(steps: Sequence[_Met], both: Iterable[Finding]) -> Iterator[JointSaving]:
    """One control for both sides; what it saves is what the rule says."""
    for finding in both:
        entering = set(finding.steps)
        leaving = {row.step for row in finding.evidence if row.step} - entering
        hours = finding.saving.hours
        yield JointSaving(
            measure=Measure.JOINT_CONTROL,
            summary=finding.summary,
            kept=_told(steps, leaving),
            falls_away=_told(steps, entering),
            hours=hours,
            hours_known=Coverage(int(hours is not None), 1),
            cost=finding.saving.cost,
            cost_known=Coverage(int(finding.saving.cost is not None), 1),
            times=None,
            standards=finding.standard,
            doubt=finding.doubt,
        )


def _told(steps: Iterable[_Met], ids: Collection[str]) -> tuple[ChainStep, ...]:
    return tuple(one.told() for one in steps if one.step.id in ids)


def _countries(steps: Iterable[_Met]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.block.country for one in steps))


def _first_kept(
    measure: Measure, summary: Message, steps: Sequence[_Met], standards: tuple[str, ...], doubt: Message
) -> JointSaving | None:
    """Steps of one kind in several countries: those of the first stay, the others fall away."""
    countries = _countries(steps)
    if len(countries) < 2:
        return None
    falling = [one for one in steps if one.block.country != countries[0]]
    counted = [one for one in falling if one.in_case]
    hours = [own for one in counted if (own := own_hours(one.full, one.step)) is not None]
    costs = [fee for one in counted if (fee := own_cost(one.full, one.step)) is not None]
    return JointSaving(
        measure=measure,
        summary=summary,
        kept=tuple(one.told() for one in steps if one.block.country == countries[0]),
        falls_away=tuple(one.told() for one in falling),
        hours=added(hours) if hours else None,
        hours_known=Coverage(len(hours), len(counted)),
        cost=add_money(costs) if costs else None,
        cost_known=Coverage(len(costs), len(counted)),
        times=None,
        standards=standards,
        doubt=doubt,
    )


def _documents(again: HandedAgain) -> JointSaving | None:
    several = [
        row
        for row in again.rows
        if row.times > 1 and len(row.asked_in) > 1 and not row.document.one_a_country
    ]
    if not several:
        return None
    return _counted(
        Measure.DOCUMENTS_ONCE,
        Message(
            "Documents handed over once and passed on: {documents}",
            {"documents": tuple(row.document.name for row in several)},
        ),
        sum(row.times - 1 for row in several),
        ("TFA-10.1", "TFA-10.4", "UNCEFACT-33"),
        Message("A document may have changed on the way, or its original be needed."),
    )


def _data(data: DataAgain) -> JointSaving | None:
    again = sum(len(border.again) for border in data.borders)
    if not again:
        return None
    return _counted(
        Measure.DATA_ONCE,
        Message("Data given once and sent on to the next customs"),
        again,
        ("TFA-12.2", "CPTA-8", "UNCEFACT-34"),
        Message("It counts what the public forms ask for, not what is typed by hand."),
    )


def _counted(
    measure: Measure, summary: Message, times: int, standards: tuple[str, ...], doubt: Message
) -> JointSaving:
    """A measure that spares no whole step: how many hours it saves is unknown."""
    none = Coverage(0, 0)
    return JointSaving(measure, summary, (), (), None, none, None, none, times, standards, doubt)


def savings_json(found: Iterable[JointSaving], words: Words) -> list[dict[str, Any]]:
    """The measures for programs; sentences in the language of `words`, unknown is None."""
    return [
        {
            "measure": one.measure.value,
            "summary": words.say(one.summary),
            "kept": [step.step_id for step in one.kept],
            "falls_away": [{"step": step.step_id, "in_case": step.in_case} for step in one.falls_away],
            "hours": range_json(one.hours),
            "hours_known": covered_json(one.hours_known),
            "cost": None if one.cost is None else money_json(one.cost),
            "cost_known": covered_json(one.cost_known),
            "times": one.times,
            "standards": list(one.standards),
            "doubt": words.say(one.doubt),
        }
        for one in found
    ]
