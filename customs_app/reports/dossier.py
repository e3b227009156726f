"""The dossier of a proposal, read from a catalogue: what window, PDF, workbook and `propose --json` show."""

from dataclasses import dataclass

from customs_app.analysis.corridor.bind import blocks
from customs_app.analysis.dossier.build import Given, build
from customs_app.analysis.dossier.result import Dossier
from customs_app.analysis.findings import findings
from customs_app.analysis.measures import measures_from_findings, measures_from_marks
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import MadeFrom, Mode, ProposalStatus
from customs_app.domain.corridor import Block, Corridor
from customs_app.domain.dossier import ProposalParts
from customs_app.domain.errors import InputError
from customs_app.domain.job import Progress, no_progress
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.proposal import Proposal
from customs_app.domain.reference import Reference
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language, Message
from customs_app.language.words import words
from customs_app.reports.seen_marks import seen_marks
from customs_app.reports.subject import Subject, chosen
from customs_app.reports.titles import proposal_title


def dossier(
    catalogue: Catalogue,
    proposal: Proposal,
    language: Language,
    who: Reviewer | None = None,
    progress: Progress = no_progress,
) -> Dossier:
    """The dossier of a proposal in a language, as `who` may see it.

    It is about the procedures that the proposal names; where it names none, about those that a comparison of
    its regime and mode takes. One about a corridor is about the procedures of its blocks. In a blind round
    `who` sees no marks but his or her own, nobody (None) sees none. InputError where no such procedure is
    in the catalogue any more. CatalogueError where the file fails. `progress` is told measure by measure.
    """
    reference = catalogue.reference()
    subject = subject_of(catalogue, proposal, reference)
    ids = [full.procedure.id for full in subject.procedures]
    seen = seen_marks(catalogue, who, ids)
    from_findings = proposal.made_from is MadeFrom.FINDINGS
    decisions = catalogue.decisions(ids)
    if from_findings:
        # Countries that are not printed serve as a measure all the same, as in the window.
        found = findings(subject.procedures, reference, peers=catalogue.full_procedures())
        measures = measures_from_findings(found, subject.procedures, reference)
    else:
        measures = measures_from_marks(seen.marks, subject.procedures, reference, decisions)
    given = Given(
        proposal=proposal,
        title=subject.title,
        corridor=subject.corridor,
        procedures=subject.procedures,
        measures=measures,
        marks=seen.marks,
        decisions=decisions,
        parts=catalogue.proposal_parts(proposal.id) if proposal.id else ProposalParts(),
        reference=reference,
        from_findings=from_findings,
        blind_steps=len(seen.hidden),
    )
    return build(given, words(language), progress)


def draft_dossier(
    catalogue: Catalogue,
    subject: Subject,
    language: Language,
    *,
    use_findings: bool = False,
    who: Reviewer | None = None,
) -> Dossier:
    """The dossier of a proposal that nobody has saved: that of the procedures of a subject; as `dossier`."""
    found = chosen(catalogue, subject)
    proposal = Proposal(
        id="",
        title="",
        status=ProposalStatus.DRAFT,
        regime=subject.regime,
        mode=subject.mode,
        procedures=tuple(procedure.id for procedure in found.procedures.values()),
        case_kind=subject.case,
        made_from=MadeFrom.FINDINGS if use_findings else MadeFrom.MARKS,
    )
    return dossier(catalogue, proposal, language, who)


@dataclass(frozen=True, slots=True)
class About:
    """The procedures of a proposal in order of print, and its title where it has none of its own.

    With a `corridor` they are those of its `blocks`, of which some may have none.
    """

    procedures: tuple[FullProcedure, ...]
    title: Message
    corridor: Corridor | None = None
    blocks: tuple[Block, ...] = ()


def subject_of(catalogue: Catalogue, proposal: Proposal, reference: Reference) -> About:
    """What a proposal is about; InputError where nothing of it is in the catalogue any more."""
    if proposal.corridor_id is not None and proposal.corridor_id in reference.corridors:
        return _of_corridor(catalogue, reference.corridors[proposal.corridor_id], reference)
    if proposal.procedures:
        ids = dict.fromkeys(proposal.procedures)
    else:
        found = chosen(catalogue, Subject(proposal.regime, proposal.mode))
        ids = dict.fromkeys(procedure.id for procedure in found.procedures.values())
    read = {full.procedure.id: full for full in catalogue.full_procedures(ids=list(ids))}
    if not read:
        raise InputError(
            Message("None of the procedures that the proposal is about is in the catalogue any more.")
        )
    # A saved proposal keeps the order of the catalogue, as its papers do; one that is asked for its own.
    order = read if proposal.id else ids
    procedures = tuple(read[one] for one in order if one in read)
    return About(procedures, proposal_title(proposal.regime, proposal.mode or Mode.ANY))


def _of_corridor(catalogue: Catalogue, corridor: Corridor, reference: Reference) -> About:
    countries = {leg.country for leg in corridor.legs}
    candidates = catalogue.full_procedures(countries=countries) if countries else ()
    bound = blocks(corridor, candidates, reference, catalogue.bindings(corridor.id))
    found = {block.procedure.procedure.id: block.procedure for block in bound if block.procedure is not None}
    if not found:
        raise InputError(
            Message("No procedure is attached to the corridor “{corridor}”.", {"corridor": corridor.name})
        )
    title = Message("Corridor {corridor}: simpler procedures", {"corridor": corridor.name})
    return About(tuple(found.values()), title, corridor, bound)
