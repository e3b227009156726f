"""Lays out the parts of the proposal, in their order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
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
from customs_app.reports.proposal_pdf.bilingual import both
from customs_app.reports.proposal_pdf.comparison_table import comparison_table
from customs_app.reports.proposal_pdf.contents import contents, contents_head
from customs_app.reports.proposal_pdf.differences import differences
from customs_app.reports.proposal_pdf.distance_part import distance_part
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.fonts import FontSet
from customs_app.reports.proposal_pdf.indicators_part import indicators_part
from customs_app.reports.proposal_pdf.marked_steps import marked_steps
from customs_app.reports.proposal_pdf.measures import measures
from customs_app.reports.proposal_pdf.open_points import open_points
from customs_app.reports.proposal_pdf.page import Paper, beside
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.parcels_part import parcels_part
from customs_app.reports.proposal_pdf.pictures_part import pictures_part
from customs_app.reports.proposal_pdf.places_part import places_part
from customs_app.reports.proposal_pdf.positions import positions, signatures
from customs_app.reports.proposal_pdf.rekeyed import rekeyed
from customs_app.reports.proposal_pdf.sources import sources
from customs_app.reports.proposal_pdf.summary import summary, summary_blocks
from customs_app.reports.proposal_pdf.title_page import title_countries, title_edition, title_head, title_page

_STATUS = {
    ProposalStatus.DRAFT: N_("Draft for the meeting"),
    ProposalStatus.CIRCULATED: N_("Circulated to the delegations"),
    ProposalStatus.ADOPTED: N_("Adopted"),
    ProposalStatus.WITHDRAWN: N_("Withdrawn"),
}
_COMPARED = (
    comparison_table,
    differences,
    distance_part,
    indicators_part,
    parcels_part,
    places_part,
    rekeyed,
)


@dataclass(frozen=True, slots=True)
class _Voice:
    """One language of the document: what sets it, the dossier in it, and who is told of its measures."""

    setter: Typesetter
    dossier: Dossier | None
    progress: Progress

    def title(self, content: Content) -> str:
        return self.setter.words.say(content.title) if self.dossier is None else self.dossier.title.text


_Part = Callable[[_Voice], list[Flowable]]


def build(content: Content, path: Path, languages: Sequence[Language], progress: Progress) -> None:
    """Write the pages into `path`, in one language or in two side by side.

    What `progress` raises ends the work.
    """
    voices = _voices(content, languages, progress)
    setter = voices[0].setter
    said = setter.words
    title = reduce(beside, (voice.title(content) for voice in voices))
    delegation = content.proposal.delegation if content.proposal else ""
    author = delegation_name(delegation, content.reference.countries, said)
    paper = Paper(path, setter, title, author or said.text("Shanghai Cooperation Organisation"))
    paper.running = (title, reduce(beside, (_status(content, voice.setter.words) for voice in voices)))
    paper.foot = edition_line(content.edition, said)
    paper.make(_story(content, voices), share(progress, 50, 100))


def _voices(content: Content, languages: Sequence[Language], progress: Progress) -> list[_Voice]:
    fonts = FontSet()
    spoken = [words(language) for language in languages]
    made: list[_Voice] = []
    for n, said in enumerate(spoken):
        second = next((other for other in spoken if other is not said), None)
        dossier = content.dossier(said, _part_of(progress, (0, 20), n, len(spoken)))
        told = _part_of(progress, (20, 50), n, len(spoken))
        made.append(_Voice(Typesetter(fonts, said, second), dossier, told))
    return made


def _part_of(progress: Progress, whole: tuple[int, int], n: int, of: int) -> Progress:
    """The progress of the n-th of equal parts of a share."""
    start, end = whole
    step = (end - start) // of
    return share(progress, start + n * step, start + (n + 1) * step)


def _story(content: Content, voices: Sequence[_Voice]) -> list[Flowable]:
    """The blocks of all parts, in their order."""

    def told(part: _Part) -> list[Flowable]:
        return reduce(both, (part(voice) for voice in voices))

    setter, dossier = voices[0].setter, voices[0].dossier
    first = _first(content, setter, told)
    # Procedures along a corridor do different things: they are not set side by side.
    compared = content.corridor is None
    story = told(lambda v: _compared(content, v.setter)) if compared else []
    story += told(lambda v: measures(content, v.dossier, v.setter, v.progress))
    story += told(lambda v: marked_steps(content, v.setter))
    story += told(lambda v: open_points(content, v.dossier, v.setter))
    if dossier is not None:
        story += told(lambda v: _adopted(content, v))
    story += told(lambda v: pictures_part(content, v.setter)) if compared else []
    story += told(lambda v: sources(content, v.setter))
    return [*first, *told(lambda v: contents_head(v.setter)), *contents(story, setter), *story]


def _first(content: Content, setter: Typesetter, told: Callable[[_Part], list[Flowable]]) -> list[Flowable]:
    """The title page and the summary, each as full as its page lets it be."""
    [edition] = told(lambda v: [title_edition(content, v.dossier, v.setter)])
    return [
        *title_page(
            setter,
            told(lambda v: title_head(content, v.dossier, v.setter)),
            edition,
            lambda lines: told(lambda v: [title_countries(content, v.setter, lines)])[0],
        ),
        *summary(
            content, setter, lambda most: told(lambda v: summary_blocks(content, v.dossier, v.setter, most))
        ),
    ]


def _compared(content: Content, setter: Typesetter) -> list[Flowable]:
    """The countries side by side."""
    return [block for part in _COMPARED for block in part(content, setter)]


def _adopted(content: Content, voice: _Voice) -> list[Flowable]:
    """What delegations hold of it, where they sign, and the annexes of a proposal."""
    dossier, setter = voice.dossier, voice.setter
    if dossier is None:
        return []
    blocks = [*positions(dossier, setter), *signatures(dossier, setter)]
    return [*blocks, *laws(content, dossier, setter), *evidence(content, dossier, setter)]


def _status(content: Content, said: Words) -> str:
    status = content.proposal.status if content.proposal else ProposalStatus.DRAFT
    return said.text(_STATUS[status])
