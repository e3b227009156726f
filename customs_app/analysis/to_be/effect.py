"""What verdicts change for one consignment."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from customs_app.analysis.case import Case
from customs_app.analysis.opinions import Target
from customs_app.analysis.to_be.apply import apply
from customs_app.analysis.to_be.basis import Applied
from customs_app.analysis.to_be.change import Change, Outcome, ToBe
from customs_app.analysis.to_be.effect_sentences import figure_sentences, remarks
from customs_app.analysis.to_be.saved import Saved, compared
from customs_app.analysis.totals import Totals
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message

__all__ = ["Effect", "Saved", "effect"]


@dataclass(frozen=True, slots=True)
class Effect:
    """A procedure as it is and as it would be, in one case.

    `saved` is the difference for a consignment of the case. `every` is what each such consignment saves
    for sure: without what steps that come only where risk calls for them spare an unknown number of them.
    `figures` say the results in sentences, `remarks` what is to be said besides; `changes` what each
    verdict does.
    """

    as_is: Totals
    to_be: Totals
    saved: Saved
    every: Saved
    procedure: ToBe
    changes: tuple[Change, ...]
    figures: tuple[Message, ...]
    remarks: tuple[Message, ...]

    @property
    def sentences(self) -> tuple[Message, ...]:
        """The results and the remarks, the most important first."""
        return (*self.figures, *self.remarks)


def effect(
    full: FullProcedure,
    applied: Sequence[Applied],
    case: Case,
    reference: Reference,
    *,
    contested: Collection[Target] = (),
    peers: Sequence[FullProcedure] = (),
) -> Effect:
    """What the verdicts change in a case.

    `contested` are targets on which delegations differ: they stay as they are. `peers` are procedures of
    other countries of which online times may be told; they enter no figure.
    """
    to_be = apply(full, applied, reference, case=case, contested=contested)
    found = compared(to_be, case, reference)
    every = found.saved
    if to_be.spared:
        sure = [
            change.applied
            for change in to_be.changes
            if change.outcome is not Outcome.NOTHING and change.step_id not in _spared(to_be, change)
        ]
        every = compared(apply(full, sure, reference, case=case, contested=contested), case, reference).saved
    return Effect(
        as_is=found.as_is,
        to_be=found.to_be,
        saved=found.saved,
        every=every,
        procedure=to_be,
        changes=to_be.changes,
        figures=figure_sentences(to_be, found),
        remarks=remarks(to_be, found, case, contested=contested, peers=peers, reference=reference),
    )


def _spared(to_be: ToBe, change: Change) -> frozenset[str]:
    """Steps that come only where risk calls for them; none where the verdict is on a document."""
    return to_be.spared if change.document_id is None else frozenset()
