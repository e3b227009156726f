"""Proposals and marks to work with."""

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import SaveProposal, SetMark
from customs_app.domain.codes import Mode, Regime, Verdict
from customs_app.domain.proposal import MadeFrom, Proposal, ProposalStatus
from customs_app.domain.review import Reviewer

WHO = Reviewer("A. Karimova", "Secretariat")
OTHER = Reviewer("Aigerim S.", "KZ")
LONG_MS = 60_000
IDS = ("KZ-P-import-road", "UZ-P-import-road")
MARKS = Proposal("", "Road import without repeats", ProposalStatus.DRAFT, Regime.IMPORT, Mode.ROAD, IDS)
SUGGESTED = Proposal(
    "",
    "What the rules suggest",
    ProposalStatus.DRAFT,
    Regime.IMPORT,
    Mode.ROAD,
    IDS,
    made_from=MadeFrom.FINDINGS,
)


def step_ids(catalogue: Catalogue, procedure_id: str = IDS[0], *, law: bool | None = None) -> list[str]:
    """Ids of a procedure's steps, those with or without a legal basis where that is asked."""
    steps = catalogue.full_procedure(procedure_id).steps
    return [step.id for step in steps if law is None or bool(step.legal_basis) is law]


def mark(catalogue: Catalogue, step_id: str, verdict: Verdict = Verdict.REMOVE, who: Reviewer = WHO) -> None:
    """Let a reviewer mark a step."""
    catalogue.run(SetMark(step_id, verdict, "The single window knows it already"), who)


def save(catalogue: Catalogue, proposal: Proposal) -> str:
    """Save a proposal; its id."""
    new_id = catalogue.run(SaveProposal(proposal), WHO).new_id
    assert new_id is not None
    return new_id


def made(catalogue: Catalogue, verdict: Verdict = Verdict.ONLINE) -> Proposal:
    """A saved proposal with one measure in one country: a step with a law is marked."""
    mark(catalogue, step_ids(catalogue, law=True)[2], verdict)
    proposal_id = save(catalogue, MARKS)
    return next(one for one in catalogue.proposals() if one.id == proposal_id)


def lacking_law(catalogue: Catalogue) -> str:
    """A step of Uzbekistan that asks a trader for documents, and of which no law is on record."""
    full = catalogue.full_procedure(IDS[1])
    return next(step.id for step in full.steps if not step.legal_basis and step.seq > 10)
