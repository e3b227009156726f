"""Names of coded values, to be worded by `Words.text`."""

from collections.abc import Mapping
from enum import StrEnum

from customs_app.domain.codes import (
    AgencyKind,
    Basis,
    CaseKind,
    Channel,
    Confidence,
    CostKind,
    Evidence,
    Form,
    LocationKind,
    MadeFrom,
    Mode,
    Position,
    ProposalStatus,
    Regime,
    Role,
    RoundState,
    Stage,
    TimeKind,
    Verdict,
    View,
)
from customs_app.domain.dossier import Funds
from customs_app.domain.reference import Country
from customs_app.domain.review import SECRETARIAT
from customs_app.domain.text import Message
from customs_app.language.words import N_, Words

_LABELS: tuple[tuple[StrEnum, str], ...] = (
    (Regime.IMPORT, N_("Import")),
    (Regime.EXPORT, N_("Export")),
    (Regime.TRANSIT, N_("Transit")),
    (Regime.BORDER_CROSSING, N_("Border crossing")),
    (Regime.PARCEL_IMPORT, N_("Parcel import")),
    (Regime.TEMPORARY_ADMISSION, N_("Temporary admission")),
    (Mode.ROAD, N_("Road")),
    (Mode.RAIL, N_("Rail")),
    (Mode.SEA, N_("Sea")),
    (Mode.AIR, N_("Air")),
    (Mode.ANY, N_("Any mode")),
    (View.DETAILED, N_("detailed view")),
    (View.STAGES, N_("view by stages")),
    (Stage.PREPARE, N_("Prepare")),
    (Stage.CERTIFY, N_("Certify")),
    (Stage.TRANSPORT, N_("Transport")),
    (Stage.DECLARE, N_("Declare")),
    (Stage.PAY, N_("Pay")),
    (Stage.INSPECT, N_("Inspect")),
    (Stage.BORDER, N_("Border")),
    (Stage.RELEASE, N_("Release")),
    (Stage.AFTER, N_("After release")),
    (Channel.AUTOMATIC, N_("automatic")),
    (Channel.ONLINE, N_("online")),
    (Channel.MIXED, N_("mixed")),
    (Channel.PAPER, N_("paper")),
    (Channel.IN_PERSON, N_("in person")),
    (AgencyKind.CUSTOMS, N_("Customs")),
    (AgencyKind.BORDER_GUARD, N_("Border guard")),
    (AgencyKind.PHYTOSANITARY, N_("Plant health")),
    (AgencyKind.VETERINARY, N_("Veterinary")),
    (AgencyKind.SANITARY, N_("Sanitary")),
    (AgencyKind.STANDARDS, N_("Standards body")),
    (AgencyKind.TRANSPORT, N_("Transport authority")),
    (AgencyKind.BANK, N_("Bank")),
    (AgencyKind.CHAMBER, N_("Chamber of commerce")),
    (AgencyKind.TAX, N_("Tax")),
    (AgencyKind.TRADE_MINISTRY, N_("Trade ministry")),
    (AgencyKind.SINGLE_WINDOW, N_("Single window")),
    (AgencyKind.BROKER, N_("Broker")),
    (AgencyKind.TERMINAL, N_("Terminal")),
    (AgencyKind.CARRIER, N_("Carrier")),
    (AgencyKind.TRADER, N_("Trader")),
    (AgencyKind.POLICE, N_("Police")),
    (AgencyKind.OTHER, N_("Other body")),
    (LocationKind.BORDER_ROAD, N_("road border crossing")),
    (LocationKind.BORDER_RAIL, N_("rail border crossing")),
    (LocationKind.SEAPORT, N_("seaport")),
    (LocationKind.AIRPORT, N_("airport")),
    (LocationKind.DRY_PORT, N_("dry port")),
    (LocationKind.INLAND_CUSTOMS, N_("inland customs office")),
    (LocationKind.LOGISTICS_CENTRE, N_("logistics centre")),
    (TimeKind.DURATION, N_("duration")),
    (TimeKind.LIMIT, N_("limit")),
    (TimeKind.LEAD, N_("lead time")),
    (TimeKind.AGGREGATE, N_("aggregate")),
    (CostKind.FEE, N_("fee")),
    (CostKind.BAND, N_("one band of a scale")),
    (CostKind.RATE, N_("rate")),
    (CostKind.AGGREGATE, N_("aggregate")),
    (Evidence.MEASURED, N_("measured")),
    (Evidence.OFFICIAL, N_("official")),
    (Evidence.SURVEY, N_("survey")),
    (Evidence.GUIDE, N_("guide")),
    (Evidence.DERIVED, N_("derived")),
    (Role.INPUT, N_("handed in")),
    (Role.OUTPUT, N_("issued")),
    (Role.SHOWN, N_("shown")),
    (Form.ORIGINAL, N_("original")),
    (Form.COPY, N_("copy")),
    (Form.ELECTRONIC, N_("electronic")),
    (Verdict.KEEP, N_("Keep")),
    (Verdict.REMOVE, N_("Remove")),
    (Verdict.MERGE, N_("Merge into another")),
    (Verdict.SUBMIT_ONCE, N_("Submit once")),
    (Verdict.PARALLEL, N_("Do in parallel")),
    (Verdict.ONLINE, N_("Move online")),
    (Verdict.RISK_BASED, N_("Risk-based only")),
    (Verdict.LAW_FIRST, N_("Change the law first")),
    (Confidence.HIGH, N_("high")),
    (Confidence.MEDIUM, N_("medium")),
    (Confidence.LOW, N_("low")),
    (ProposalStatus.DRAFT, N_("Draft")),
    (ProposalStatus.CIRCULATED, N_("Circulated")),
    (ProposalStatus.ADOPTED, N_("Adopted")),
    (ProposalStatus.WITHDRAWN, N_("Withdrawn")),
    (RoundState.BLIND, N_("blind")),
    (RoundState.OPEN, N_("opened")),
    (Basis.MINE, N_("My marks")),
    (Basis.PROPOSED, N_("What most delegations want")),
    (Basis.AGREED, N_("What the meeting decided")),
    (Position.FOR, N_("for")),
    (Position.RESERVE, N_("for, with a reservation")),
    (Position.CONSIDERING, N_("under consideration")),
    (Position.AGAINST, N_("against")),
    (MadeFrom.MARKS, N_("Marks of the reviewers")),
    (MadeFrom.FINDINGS, N_("Suggestions of the rules")),
    (Funds.NATIONAL_BUDGET, N_("National budget")),
    (Funds.DEVELOPMENT_INSTITUTION, N_("Development institution")),
    (Funds.OTHER, N_("Other source of funds")),
    (CaseKind.BASE, N_("Base case")),
    (CaseKind.WORST, N_("Worst case")),
)

# Two enums may spell a value alike ("online" is a channel and a verdict), and such members are equal as
# text: the look-up goes by class and name.
_BY_MEMBER = {(type(code), code.name): label for code, label in _LABELS}


def label(code: StrEnum, words: Words) -> str:
    """The name of a coded value in a language."""
    return words.text(_BY_MEMBER[type(code), code.name])


def label_message(code: StrEnum) -> Message:
    """The name of a coded value as a message, to stand inside another one."""
    return Message(_BY_MEMBER[type(code), code.name])


_RATE_KINDS = {"market": N_("market rate"), "office": N_("set by an office")}


def rate_label(kind: str | None, words: Words) -> str:
    """The name of a kind of exchange rate; a kind that is no code of ours stands as it is, `?` is unknown."""
    return words.text(_RATE_KINDS[kind]) if kind in _RATE_KINDS else kind or "?"


def delegation_name(delegation: str, countries: Mapping[str, Country], words: Words) -> str:
    """For whom somebody speaks: a country by its name, the Secretariat, or the name as it was written."""
    if delegation in countries:
        return countries[delegation].name[words.language]
    return words.text("Secretariat") if delegation == SECRETARIAT else delegation
