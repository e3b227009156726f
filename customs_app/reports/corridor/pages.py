"""Lays out the corridor on paper: title with the chain, chart, totals, and what else the way tells."""

from pathlib import Path

from customs_app.domain.job import Progress
from customs_app.domain.text import Language
from customs_app.language.labels import label
from customs_app.language.words import words
from customs_app.reports.corridor.pages_journey import chain_part, chart_page, hours_part, totals_part
from customs_app.reports.corridor.pages_means import borders_part, payments_part, savings_part, secured_part
from customs_app.reports.corridor.pages_repeated import controls_part, data_part, documents_part
from customs_app.reports.corridor.pages_sources import sources_part
from customs_app.reports.corridor.pages_title import title_page
from customs_app.reports.corridor.pages_what_if import what_if_part
from customs_app.reports.corridor.paper import CorridorPaper
from customs_app.reports.edition import edition_line
from customs_app.reports.proposal_pdf.fonts import FontSet
from customs_app.reports.proposal_pdf.page import Paper
from customs_app.reports.proposal_pdf.para import Typesetter

_PARTS = (
    *(title_page, chart_page, chain_part, totals_part, hours_part),
    *(documents_part, data_part, controls_part, secured_part),
    *(payments_part, borders_part, savings_part, what_if_part, sources_part),
)


def build(paper: CorridorPaper, path: Path, language: Language, progress: Progress) -> None:
    """Write the pages into `path`; what `progress` raises ends the work."""
    setter = Typesetter(FontSet(), words(language))
    said = setter.words
    title = said.say(paper.title)
    pages = Paper(path, setter, title, said.text("Shanghai Cooperation Organisation"))
    pages.running = (title, label(paper.chain.case.kind, said))
    pages.foot = edition_line(paper.edition, said)
    pages.make([block for part in _PARTS for block in part(paper, setter)], progress)
