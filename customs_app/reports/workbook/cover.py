"""The first sheet: which paper this is, on what it rests, and the way to the other sheets."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from customs_app.analysis.dossier.result import Dossier
from customs_app.domain.codes import Mode
from customs_app.language.labels import delegation_name, label
from customs_app.language.norms import norm_name
from customs_app.language.numbers import day
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.edition import frozen_edition
from customs_app.reports.workbook.page import Page
from customs_app.reports.workbook.printing import print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import said

_WIDE = 3


class Listed(NamedTuple):
    """A sheet in the table of contents: its name and what it holds."""

    name: str
    about: str


def write_cover(page: Page, content: Content, dossier: Dossier | None, sheets: Sequence[Listed]) -> None:
    """Write the cover; `sheets` are the others in their order."""
    words = page.words
    title = dossier.title.text if dossier is not None else words.say(content.title)
    page.set_widths(34, 84, 12)
    page.end_row()
    page.note(title, _WIDE, Kind.TITLE_ABOVE)
    page.note(_what(dossier, words), _WIDE, Kind.LEAD)
    page.end_row()
    for name, value in _facts(content, dossier, words):
        page.pair(name, value, _WIDE)
    page.end_row()
    page.line(words.text("Sheets of this workbook"), Kind.SECTION)
    for listed in sheets:
        page.put_link(1, listed.name, listed.name)
        page.put(2, listed.about, Kind.PLAIN)
        page.end_row()
    page.end_row()
    if dossier is not None:
        page.note(
            words.text(
                "Cells with a yellow ground are to be filled in: terms, acts to amend, positions. Totals are "
                "formulas and follow what is filled in; the catalogue itself does not change by it."
            ),
            _WIDE,
        )
    page.note(words.text("An unknown figure is shown as “?”; it is not zero and no total adds it."), _WIDE)
    print_pages(page, title, content.edition)
    page.sheet.page_setup.fitToHeight = 1


def _what(dossier: Dossier | None, words: Words) -> str:
    if dossier is None:
        return words.text("Customs procedures of member states, compared activity by activity")
    return words.text("Proposal for the meeting: what may be simplified, why, and under which law")


def _facts(content: Content, dossier: Dossier | None, words: Words) -> Iterator[tuple[str, str]]:
    if dossier is not None:
        yield from _of_proposal(dossier, words)
    if dossier is not None and dossier.corridor is not None:
        yield words.text("Corridor"), dossier.corridor.name[words.language]
    else:
        mode = None if content.mode is Mode.ANY else label(content.mode, words)
        yield (
            words.text("What it is about"),
            words.list_of(tuple(filter(None, (label(content.regime, words), mode)))),
        )
    names = tuple(said(country.name, words) or country.iso2 for country in content.countries)
    yield words.text("Countries"), words.list_of(names)
    yield words.text("Case"), label(content.comparison.case.kind, words)
    yield words.text("Catalogue of"), day(content.edition.date, words.language)
    yield from frozen_edition(content.edition, words)
    yield words.text("SHA-256 of the catalogue"), content.edition.sha256


def _of_proposal(dossier: Dossier, words: Words) -> Iterator[tuple[str, str]]:
    proposal = dossier.proposal
    not_said = words.text("not said yet")
    countries = dossier.reference.countries
    yield words.text("Number"), proposal.number or not_said
    yield words.text("Date"), day(proposal.day, words.language) if proposal.day else not_said
    yield words.text("Status"), label(proposal.status, words)
    yield words.text("Delegation"), delegation_name(proposal.delegation, countries, words) or not_said
    mandate = [proposal.mandate, *(norm_name(one, words) for one in dossier.mandate)]
    yield words.text("Mandate"), "\n".join(filter(None, mandate)) or not_said
    yield (
        words.text("Made of"),
        words.text("Suggestions of the rules")
        if dossier.from_findings
        else words.text("Marks of the reviewers"),
    )
