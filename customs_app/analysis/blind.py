"""Which marks a reviewer sees: in a blind round his or her own alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from customs_app.domain.codes import RoundState
from customs_app.domain.record import record
from customs_app.domain.review import Mark, Reviewer

if TYPE_CHECKING:
    from customs_app.domain.meeting import Round


@record(frozen=True, slots=True)
class Seen:
    """The marks that somebody sees, in the order in which they were given, and who else has marked.

    `hidden` has ids of steps as keys: those whose marks on the step, or on a document of it, are not seen,
    each once, in order of their first mark. It says that they have marked and nothing of what.
    """

    marks: tuple[Mark, ...]
    hidden: Mapping[str, tuple[Reviewer, ...]]


def seen(
    marks: Iterable[Mark], rounds: Iterable[Round], who: Reviewer | None, procedure_of: Mapping[str, str]
) -> Seen:
    """What `who` sees of the marks; nobody's own where it is None, as in an export.

    `procedure_of` maps the id of a step to that of its procedure. As long as one round that takes in a
    procedure is blind, only one's own marks on its steps are seen, also of those made before the round
    began: what is known of others leads an opinion astray whenever it was said. Own is what the same
    person marked for the same delegation. A mark on a step of no known procedure is held to be in every
    blind round.
    """
    blind = [one for one in rounds if one.state is RoundState.BLIND]
    shown: list[Mark] = []
    hidden: dict[str, dict[Reviewer, None]] = {}
    for mark in marks:
        procedure = procedure_of.get(mark.step_id)
        if mark.reviewer == who or not any(procedure is None or one.takes_in(procedure) for one in blind):
            shown.append(mark)
        else:
            hidden.setdefault(mark.step_id, {})[mark.reviewer] = None
    return Seen(tuple(shown), {step: tuple(reviewers) for step, reviewers in hidden.items()})
