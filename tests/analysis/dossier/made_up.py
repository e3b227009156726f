"""Small proposals: a procedure, marks on its steps, and the dossier that is made of them."""

from customs_app.analysis.dossier.build import Given, build
from customs_app.analysis.dossier.result import Dossier
from customs_app.analysis.measures import measures_from_marks
from customs_app.domain.codes import CaseKind, Mode, ProposalStatus, Regime, Verdict
from customs_app.domain.dossier import ProposalParts
from customs_app.domain.job import Progress, no_progress
from customs_app.domain.meeting import Decision
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.proposal import Proposal
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark, Reviewer
from customs_app.domain.text import Language, Message
from customs_app.language.words import words
from tests.analysis.rules.planted import reference

_NO_PARTS = ProposalParts()
WHO = Reviewer("A. Karimova", "AA")
ELSE = Reviewer("Li Wei", "BB")


def mark(step: str, verdict: Verdict, document: str | None = None, **more: object) -> Mark:
    given = {"reason": "because", "reviewer": WHO, "at": "2026-11-24T09:00:00+00:00"} | more
    return Mark(f"M-{step}-{verdict}-{document}", step, verdict, document_id=document, **given)  # type: ignore[arg-type]


def decision(step: str, verdict: Verdict, **more: object) -> Decision:
    given = {"reason": "agreed", "reviewer": ELSE, "at": "2026-11-24T10:00:00+00:00"} | more
    return Decision(
        f"V-{step}-{given['at']}", "MEET", step, verdict, taken_up_at="2026-11-24T10:00:00+00:00", **given
    )  # type: ignore[arg-type]


def dossier_of(
    procedures: FullProcedure | tuple[FullProcedure, ...],
    *marks: Mark,
    decisions: tuple[Decision, ...] = (),
    parts: ProposalParts = _NO_PARTS,
    ref: Reference | None = None,
    language: Language = Language.EN,
    summary: str | None = None,
    case: CaseKind = CaseKind.BASE,
    progress: Progress = no_progress,
) -> Dossier:
    """The dossier of a proposal made of these marks and decisions."""
    every = procedures if isinstance(procedures, tuple) else (procedures,)
    lists = ref or reference()
    proposal = Proposal(
        "P-1", "T", ProposalStatus.DRAFT, Regime.IMPORT, Mode.ROAD, (), case_kind=case, summary=summary
    )
    given = Given(
        proposal=proposal,
        title=Message("Title"),
        corridor=None,
        procedures=every,
        measures=measures_from_marks(marks, every, lists, decisions),
        marks=marks,
        decisions=decisions,
        parts=parts,
        reference=lists,
        from_findings=False,
        blind_steps=0,
    )
    return build(given, words(language), progress)
