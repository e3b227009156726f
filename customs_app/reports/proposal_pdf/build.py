"""Lays out the parts of the proposal, in their order."""

from pathlib import Path

from customs_app.analysis.dossier.result import Dossier
from customs_app.domain.job import Progress, share
from customs_app.domain.proposal import ProposalStatus
from customs_app.domain.text import Language
from customs_app.language.labels import delegation_name
from customs_app.language.words import N_, Words, words
from customs_app.reports.content import Content
from customs_app.reports.edition import edition_line
from customs_app.reports.proposal_pdf.annexes import evidence, laws
from customs_app.reports.proposal_pdf.comparison_table import comparison_table
from customs_app.reports.proposal_pdf.contents import contents
from customs_app.reports.proposal_pdf.differences import differences
from customs_app.reports.proposal_pdf.distance_part import distance_part
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.fonts import FontSet
from customs_app.reports.proposal_pdf.indicators_part import indicators_part
from customs_app.reports.proposal_pdf.marked_steps import marked_steps
from customs_app.reports.proposal_pdf.measures import measures
from customs_app.reports.proposal_pdf.open_points import open_points
from customs_app.reports.proposal_pdf.page import Paper
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.parcels_part import parcels_part
from customs_app.reports.proposal_pdf.pictures_part import pictures_part
from customs_app.reports.proposal_pdf.positions import positions, signatures
from customs_app.reports.proposal_pdf.rekeyed import rekeyed
from customs_app.reports.proposal_pdf.sources import sources
from customs_app.reports.proposal_pdf.summary import summary
from customs_app.reports.proposal_pdf.title_page import title_page

_STATUS = {
    ProposalStatus.DRAFT: N_("Draft for the meeting"),
    ProposalStatus.CIRCULATED: N_("Circulated to the delegations"),
    ProposalStatus.ADOPTED: N_("Adopted"),
    ProposalStatus.WITHDRAWN: N_("Withdrawn"),
}
_COMPARED = (comparison_table, differences, distance_part, indicators_part, parcels_part, rekeyed)


def build(content: Content, path: Path, language: Language, progress: Progress) -> None:
    """Write the pages into `path`; what `progress` raises ends the work."""
    said = words(language)
    setter = Typesetter(FontSet(), said)
    dossier = content.dossier(said, share(progress, 0, 20))
    title = said.say(content.title) if dossier is None else dossier.title.text
    delegation = content.proposal.delegation if content.proposal else ""
    author = delegation_name(delegation, content.reference.countries, said)
    paper = Paper(path, setter, title, author or said.text("Shanghai Cooperation Organisation"))
    paper.running = (title, _status(content, said))
    paper.foot = edition_line(content.edition, said)
    story = _story(content, dossier, setter, share(progress, 20, 50))
    paper.make(story, share(progress, 50, 100))


def _story(
    content: Content, dossier: Dossier | None, setter: Typesetter, progress: Progress
) -> list[Flowable]:
    """The blocks of all parts, in their order."""
    first = [*title_page(content, dossier, setter), *summary(content, dossier, setter)]
    # Procedures along a corridor do different things: they are not set side by side.
    compared = content.corridor is None
    story = [block for part in _COMPARED for block in part(content, setter)] if compared else []
    story += measures(content, dossier, setter, progress)
    story += marked_steps(content, setter)
    story += open_points(content, dossier, setter)
    if dossier is not None:
        story += [*positions(dossier, setter), *signatures(dossier, setter)]
        story += [*laws(content, dossier, setter), *evidence(content, dossier, setter)]
    story += [*(pictures_part(content, setter) if compared else []), *sources(content, setter)]
    return [*first, *contents(story, setter), *story]


def _status(content: Content, said: Words) -> str:
    status = content.proposal.status if content.proposal else ProposalStatus.DRAFT
    return said.text(_STATUS[status])
