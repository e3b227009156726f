"""Documents that steps no longer ask for, or no longer issue, when a measure is done."""

from dataclasses import dataclass

from customs_app.analysis.dossier.result import ProcedureEffect
from customs_app.analysis.dossier.step_lines import Told, shown_uses
from customs_app.domain.codes import Role


@dataclass(frozen=True, slots=True)
class Dropped:
    """Ids of documents that a step that stays no longer asks for, and no longer issues."""

    asked: tuple[str, ...] = ()
    issued: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.asked or self.issued)


def dropped(one: ProcedureEffect, step_id: str, told: Told) -> Dropped:
    """What a step does no longer do with documents; nothing where the step itself is no more."""
    to_be = one.effect.procedure.full
    if all(step.id != step_id for step in to_be.steps):
        return Dropped()
    # A document that is handed in in place of being shown is asked for as before.
    left = {(use.document_id, use.role is Role.OUTPUT) for use in shown_uses(to_be, step_id, told)}
    gone = {
        (use.document_id, use.role is Role.OUTPUT): None
        for use in shown_uses(one.full, step_id, told)
        if (use.document_id, use.role is Role.OUTPUT) not in left
    }
    return Dropped(
        tuple(document for document, issued in gone if not issued),
        tuple(document for document, issued in gone if issued),
    )


def still_asked(one: ProcedureEffect, step_id: str, told: Told) -> frozenset[str]:
    """Ids of documents that a step asks for when the measure is done."""
    uses = shown_uses(one.effect.procedure.full, step_id, told)
    return frozenset(use.document_id for use in uses if use.role is not Role.OUTPUT)
