"""The first page: what is proposed, for which countries, on which edition of the catalogue."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from customs_app.analysis.dossier.result import Dossier
from customs_app.domain.codes import Position
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.proposal import MadeFrom
from customs_app.domain.reference import Country
from customs_app.domain.text import Language
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import delegation_name, label
from customs_app.language.norms import norm_name
from customs_app.language.numbers import day
from customs_app.language.words import N_, Words
from customs_app.reports.content import Content
from customs_app.reports.edition import frozen_edition
from customs_app.reports.proposal_pdf.block import Block
from customs_app.reports.proposal_pdf.engine import Flowable, Spacer
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, leaf_room, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.styles import MM, Align, Style
from customs_app.reports.proposal_pdf.tables import bare_table, stack_height, table
from customs_app.reports.proposal_pdf.texts import said

_NAMES = 42 * MM
_LANGUAGES = {Language.EN: N_("English"), Language.RU: N_("Russian"), Language.ZH: N_("Chinese")}


def title_page(
    setter: Typesetter, head: Sequence[Flowable], edition: Flowable, countries: Callable[[int], Flowable]
) -> list[Flowable]:
    """The blocks of the title page, spread over it; `countries` gives their table with so many lines each."""
    room = leaf_room(Leaf.TITLE, setter) - 1
    for lines in (6, 4, 3, 2, 1):
        listed = countries(lines)
        left = room - stack_height([*head, listed, edition], text_width(Leaf.TITLE))
        if left >= 0:
            break
    # What room there is goes over the title, up to the sight of a title page, and over the edition.
    above = max(0.0, min(left * 0.6, 24 * MM))
    between = max(0.0, left - above)
    bookmark, *others = head
    return [bookmark, Spacer(1, above), *others, listed, Spacer(1, between), edition]


def title_head(content: Content, dossier: Dossier | None, setter: Typesetter) -> list[Flowable]:
    """What the paper is, over the table of countries; its bookmark first."""
    words, styles = setter.words, setter.styles
    title = words.say(content.title) if dossier is None else dossier.title.text
    n = len(content.countries)
    subtitle = words.count(
        "Proposal for a harmonised procedure, prepared for {n} member state",
        "Proposal for a harmonised procedure, prepared for {n} member states",
        n,
    )
    return [
        Bookmark("title", words.text("Title page")),
        setter.cell(_organisation(content, words), styles.organisation, most=2),
        Accent(),
        setter.cell(title, styles.title, most=6),
        setter.cell(subtitle, styles.subtitle, most=3),
        *_about(dossier, setter),
        Spacer(1, 8 * MM),
    ]


class Accent(Block):
    """The short coloured rule over the title."""

    def size(self, _width: float) -> tuple[float, float]:
        """Width and height in points."""
        return 14 * MM, 11 * MM

    def draw(self) -> None:
        """Draw the rule."""
        self.canv.setFillColor(LIGHT.accent)
        self.canv.rect(0, 5.5 * MM, 14 * MM, 2.2, stroke=0, fill=1)


def _about(dossier: Dossier | None, setter: Typesetter) -> list[Flowable]:
    """Number, day, status and mandate of a proposal, as far as they are stated."""
    if dossier is None:
        return []
    words, styles = setter.words, setter.styles
    proposal = dossier.proposal
    norms = [norm_name(one, words) for one in dossier.mandate]
    mandate = [*([proposal.mandate.strip()] if proposal.mandate and proposal.mandate.strip() else []), *norms]
    rows = [
        (words.text("Number"), proposal.number or ""),
        (words.text("Date"), day(proposal.day, words.language) if proposal.day else ""),
        (words.text("Status"), label(proposal.status, words)),
        (words.text("Mandate"), "\n".join(mandate)),
    ]
    left = styles.cell.toned(LIGHT.text2)
    cells = [[setter.cell(name, left), setter.cell(text, most=8)] for name, text in rows if text]
    made = bare_table(cells, [_NAMES, text_width(Leaf.TITLE) - _NAMES])
    return [Spacer(1, 5 * MM), made]


def _agreement(dossier: Dossier | None, words: Words) -> Iterator[tuple[str, str]]:
    """How many delegations take which position on the proposal as a whole."""
    if dossier is None or not dossier.positions:
        return
    stated = Counter(held.stated.position for held in dossier.positions if held.stated is not None)
    counts = [f"{label(one, words)} {stated[one]}" for one in Position if stated[one]]
    if silent := sum(held.stated is None for held in dossier.positions):
        counts.append(f"{words.text('not stated')} {silent}")
    yield words.text("Positions of delegations"), " · ".join(counts)


def _organisation(content: Content, words: Words) -> str:
    organisation = words.text("Shanghai Cooperation Organisation")
    delegation = content.proposal.delegation.strip() if content.proposal else ""
    if not delegation:
        return organisation
    return f"{organisation} · {delegation_name(delegation, content.reference.countries, words)}"


def title_countries(content: Content, setter: Typesetter, lines: int) -> Flowable:
    """The countries and their procedures, cut after so many lines each."""
    rows = [_country_row(country, full, setter, lines) for country, full in content.procedures()]
    widths = [10 * MM, 36 * MM, 25 * MM, 0, 17 * MM]
    widths[3] = text_width(Leaf.TITLE) - sum(widths)
    return table(rows, widths, head=0)


def _country_row(country: Country, full: FullProcedure, setter: Typesetter, lines: int) -> list[Flowable]:
    words, styles = setter.words, setter.styles
    procedure = full.procedure
    variant = said(procedure.title, words)
    if procedure.goods is not None:
        variant = (*variant, *(replace(span, colour=LIGHT.text3) for span in _goods(full, words)))
    steps = words.count("{n} step", "{n} steps", len(full.steps))
    return [
        setter.cell(country.iso2, styles.cell_bold),
        setter.cell(said(country.name, words)),
        setter.cell(country.name_local or "", styles.cell.toned(LIGHT.text2)),
        setter.cell(variant, most=lines),
        setter.cell(steps, styles.cell.aligned(Align.RIGHT)),
    ]


def _goods(full: FullProcedure, words: Words) -> Iterator[Span]:
    yield Span(" · ")
    yield from said(full.procedure.goods, words)
    if full.procedure.as_of:
        yield Span(" · " + words.text("as of {date}", date=full.procedure.as_of))


def title_edition(content: Content, dossier: Dossier | None, setter: Typesetter) -> Flowable:
    """On which edition of the catalogue the paper rests, and how it was made."""
    words, styles = setter.words, setter.styles
    edition = content.edition
    counts = words.text(
        "{date} · {procedures} · {steps}",
        date=day(edition.date, words.language),
        procedures=words.count("{n} procedure", "{n} procedures", edition.counts.procedures),
        steps=words.count("{n} step", "{n} steps", edition.counts.steps),
    )
    pairs: list[tuple[str, Flowable]] = [
        *((name, setter.cell(text, most=3)) for name, text in _agreement(dossier, words)),
        *((name, setter.cell(title)) for name, title in frozen_edition(edition, words)),
        (words.text("Edition of the catalogue"), setter.cell(counts)),
        (words.text("SHA-256"), Hash(setter, edition.sha256, styles.cell)),
        (words.text("Case"), setter.cell(label(content.comparison.case.kind, words))),
        (words.text("Measures made of"), setter.cell(label(_made_from(content), words))),
        (words.text("Languages"), setter.cell(_languages(setter))),
    ]
    left = styles.cell.toned(LIGHT.text2)
    rows = [[setter.cell(name, left), value] for name, value in pairs]
    return bare_table(rows, [_NAMES, text_width(Leaf.TITLE) - _NAMES])


def _languages(setter: Typesetter) -> str:
    words, second = setter.words, setter.second
    if second is not None:
        return words.text(
            "{language} and {second}, side by side", language=_own(words, words), second=_own(second, words)
        )
    others = tuple(words.text(name) for one, name in _LANGUAGES.items() if one is not words.language)
    return words.text("{language}; also printed in {others}", language=_own(words, words), others=others)


def _own(one: Words, words: Words) -> str:
    return words.text(_LANGUAGES[one.language])


def _made_from(content: Content) -> MadeFrom:
    return MadeFrom.FINDINGS if content.from_findings else MadeFrom.MARKS


class Hash(Block):
    """A checksum in two lines of a font in which its signs cannot be mistaken."""

    def __init__(self, setter: Typesetter, text: str, style: Style) -> None:
        super().__init__()
        self._setter = setter
        self._halves = (text[: len(text) // 2], text[len(text) // 2 :])
        self._style = style

    def size(self, width: float) -> tuple[float, float]:
        """Width taken and height needed, in points."""
        return width, 2 * self._style.leading

    def draw(self) -> None:
        """Draw both lines."""
        y = 2 * self._style.leading - self._style.size * 1.05
        for half in self._halves:
            block = self.canv.beginText(0, y)
            block.setFont(self._setter.fonts.mono.name, self._style.size)
            block.setFillColor(self._style.colour)
            block.textOut(half)
            self.canv.drawText(block)
            y -= self._style.leading
