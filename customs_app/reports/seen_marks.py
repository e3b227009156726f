"""The marks of a catalogue that somebody may see, for whatever reads them outside a window's session."""

from collections.abc import Collection

from customs_app.analysis.blind import Seen, seen
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import RoundState
from customs_app.domain.review import Reviewer


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
