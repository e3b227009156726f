"""Coded values of the catalogue, spelt as in the country folders."""

from enum import StrEnum


class Regime(StrEnum):
    """What the trader wants to do with the goods."""

    IMPORT = "import"
    EXPORT = "export"
    TRANSIT = "transit"
    BORDER_CROSSING = "border_crossing"
    PARCEL_IMPORT = "parcel_import"
    TEMPORARY_ADMISSION = "temporary_admission"


class Mode(StrEnum):
    """Mode of transport."""

    ROAD = "road"
    RAIL = "rail"
    SEA = "sea"
    AIR = "air"
    ANY = "any"


class View(StrEnum):
    """How closely a procedure is described: never add or compare the two kinds."""

    DETAILED = "detailed"
    STAGES = "stages"


class Stage(StrEnum):
    """Stage of the work to which an activity belongs, in order of work."""

    PREPARE = "Prepare"
    CERTIFY = "Certify"
    TRANSPORT = "Transport"
    DECLARE = "Declare"
    PAY = "Pay"
    INSPECT = "Inspect"
    BORDER = "Border"
    RELEASE = "Release"
    AFTER = "After"


class Channel(StrEnum):
    """How a step is done, from the lightest for the trader to the heaviest."""

    AUTOMATIC = "automatic"
    ONLINE = "online"
    MIXED = "mixed"
    PAPER = "paper"
    IN_PERSON = "in_person"


class AgencyKind(StrEnum):
    """Kind of body that does a step, or with which it is done."""

    CUSTOMS = "customs"
    BORDER_GUARD = "border_guard"
    PHYTOSANITARY = "phytosanitary"
    VETERINARY = "veterinary"
    SANITARY = "sanitary"
    STANDARDS = "standards"
    TRANSPORT = "transport"
    BANK = "bank"
    CHAMBER = "chamber"
    TAX = "tax"
    TRADE_MINISTRY = "trade_ministry"
    SINGLE_WINDOW = "single_window"
    BROKER = "broker"
    TERMINAL = "terminal"
    CARRIER = "carrier"
    TRADER = "trader"
    POLICE = "police"
    OTHER = "other"


class LocationKind(StrEnum):
    """Kind of place at which a procedure is done."""

    BORDER_ROAD = "border_road"
    BORDER_RAIL = "border_rail"
    SEAPORT = "seaport"
    AIRPORT = "airport"
    DRY_PORT = "dry_port"
    INLAND_CUSTOMS = "inland_customs"
    LOGISTICS_CENTRE = "logistics_centre"


class TimeKind(StrEnum):
    """What a time figure says; only durations and named aggregates are added."""

    DURATION = "duration"
    LIMIT = "limit"
    LEAD = "lead"
    AGGREGATE = "aggregate"


class CostKind(StrEnum):
    """What a cost figure says; only fees, bands and named aggregates are added."""

    FEE = "fee"
    BAND = "band"
    RATE = "rate"
    AGGREGATE = "aggregate"


class Evidence(StrEnum):
    """Strength of a figure's evidence, from the strongest to the weakest."""

    MEASURED = "measured"
    OFFICIAL = "official"
    SURVEY = "survey"
    GUIDE = "guide"
    DERIVED = "derived"


class Role(StrEnum):
    """What a step does with a document."""

    INPUT = "input"
    OUTPUT = "output"
    SHOWN = "shown"


class Form(StrEnum):
    """In which form a document is handed over."""

    ORIGINAL = "original"
    COPY = "copy"
    ELECTRONIC = "electronic"


class Verdict(StrEnum):
    """What a reviewer decides about a step or document, in the order of the keys 1 to 8."""

    KEEP = "keep"
    REMOVE = "remove"
    MERGE = "merge"
    SUBMIT_ONCE = "submit_once"
    PARALLEL = "parallel"
    ONLINE = "online"
    RISK_BASED = "risk_based"
    LAW_FIRST = "law_first"


class Confidence(StrEnum):
    """How far a finding can be trusted."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class CaseKind(StrEnum):
    """Which steps a total takes: the ordinary consignment, or all that may befall it."""

    BASE = "base"
    WORST = "worst"


class ProposalStatus(StrEnum):
    """How far a proposal has come."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    ADOPTED = "adopted"
    WITHDRAWN = "withdrawn"


class MadeFrom(StrEnum):
    """What the measures of a proposal are made of: decisions of reviewers, or suggestions of the rules."""

    MARKS = "marks"
    FINDINGS = "findings"


class RoundState(StrEnum):
    """Whether marks of others are seen."""

    BLIND = "blind"
    OPEN = "open"


class Position(StrEnum):
    """Where a delegation stands on a decision."""

    FOR = "for"
    RESERVE = "reserve"
    CONSIDERING = "considering"
    AGAINST = "against"


class Basis(StrEnum):
    """Whose verdicts make up the procedure as it would be."""

    MINE = "mine"
    PROPOSED = "proposed"
    AGREED = "agreed"
