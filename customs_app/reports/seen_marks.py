"""The marks of a catalogue that somebody may see, and how papers say that there are others."""

from collections.abc import Collection

from customs_app.analysis.blind import Seen, seen
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import RoundState
from customs_app.domain.review import Reviewer
from customs_app.language.words import Words


def seen_marks(
    catalogue: Catalogue, who: Reviewer | None, procedure_ids: Collection[str] | None = None
) -> Seen:
    """The marks on steps of the procedures (None: of all) that `who` sees, and who else has marked.

    Nobody (None) sees no mark in a blind round. CatalogueError where the file fails.
    """
    marks = catalogue.marks(procedure_ids)
    rounds = [one for one in catalogue.rounds() if one.state is RoundState.BLIND]
    if not rounds:
        return Seen(marks, {})
    return seen(marks, rounds, who, catalogue.procedure_of({mark.step_id for mark in marks}))


def blind_line(steps: int, words: Words) -> str:
    """That marks of others are left out, on so many steps; empty where there are none."""
    if not steps:
        return ""
    return words.count(
        "Marks of others on {n} step are left out: their round is still blind.",
        "Marks of others on {n} steps are left out: their round is still blind.",
        steps,
    )
