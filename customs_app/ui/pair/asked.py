"""What is asked of two procedures, and what comes of it: read and worked out beside the event loop."""

from dataclasses import dataclass
from pathlib import Path

from customs_app.analysis.case import BASE, WORST
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.review import Reviewer
from customs_app.reports.pair.answer import Answer, as_it_would_be, two_procedures
from customs_app.reports.pair.paper import versions_paper
from customs_app.ui.newest import Desk
from customs_app.ui.session import Beside


@dataclass(frozen=True, slots=True)
class Asked:
    """Two procedures of a catalogue file, asked for by `who`; editions are those of the file `working`.

    Of others' verdicts those alone count that no blind round hides.
    """

    beside: Beside
    path: Path
    who: Reviewer
    working: Path


def answer(asked: Asked, desk: Desk) -> Answer | None:
    """Set the two against each other; None where one of them is gone.

    InputError for an edition that is gone or has not the procedure. CatalogueError where a file fails.
    """
    beside = asked.beside
    case = WORST if beside.worst else BASE
    with open_catalogue(asked.path, read_only=True) as catalogue:
        if beside.basis is not None:
            return as_it_would_be(catalogue, beside.left, beside.basis, asked.who, case, go_on=desk.go_on)
        if beside.edition:
            return _two_versions(asked, catalogue, desk)
        return two_procedures(catalogue, beside.left, beside.right, case, go_on=desk.go_on)


def _two_versions(asked: Asked, newer: Catalogue, desk: Desk) -> Answer:
    from customs_app.catalogue.frozen import open_edition  # noqa: PLC0415 - asked for seldom

    beside = asked.beside
    with open_edition(asked.working, beside.edition, lambda _done, _of: desk.go_on()) as older:
        return versions_paper(older, newer, beside.left, WORST if beside.worst else BASE).answer
