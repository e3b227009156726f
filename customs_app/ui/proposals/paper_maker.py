"""Reads a proposal and writes its pages, beside the event loop."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.proposal import Proposal
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.reports.content import saved_proposal_content
from customs_app.reports.dossier import dossier
from customs_app.ui.newest import Desk
from customs_app.ui.preview.press import PaperMaker, Written

_GIVE_WAY_S = 0.15


@dataclass(frozen=True, slots=True)
class ProposalWanted:
    """A proposal of the catalogue at a path, with the marks that `who` sees.

    It is read with its texts in one language, and printed in the other.
    """

    path: Path
    proposal: Proposal
    texts: Language
    language: Language
    who: Reviewer


def proposal_maker(parent: QObject) -> PaperMaker:
    """Makes the pages of a ProposalWanted; its `told` carries the Dossier as soon as it is there."""
    return PaperMaker(parent, "pages of the proposal", _write)


def _write(wanted: ProposalWanted, path: Path, desk: Desk) -> Written:
    with open_catalogue(wanted.path, read_only=True) as catalogue:
        desk.tell(dossier(catalogue, wanted.proposal, wanted.texts, wanted.who))
        # The window shows what was read: both at once would hold each other up.
        desk.give_way(_GIVE_WAY_S)
        content = saved_proposal_content(catalogue, wanted.proposal, who=wanted.who)
    desk.go_on()
    from customs_app.reports.proposal_pdf import write_proposal  # noqa: PLC0415 - not at start

    # Meanwhile pictures are made of the pages that still stand.
    write_proposal(content, path, wanted.language, lambda _done, _of: desk.go_on())
    return Written(wanted.language, content.edition.sha256[:8])
