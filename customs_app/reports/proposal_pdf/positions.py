"""Where each delegation stands on each measure, why, who dissents, and room for signatures."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.dossier.result import Dossier, DossierMeasure, Held
from customs_app.figures.signs import position_sign
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import delegation_name, label
from customs_app.language.words import Words
from customs_app.reports.proposal_pdf.engine import CondPageBreak, Flowable
from customs_app.reports.proposal_pdf.measures import measure_title
from customs_app.reports.proposal_pdf.page import Bookmark, Leaf, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.position_lines import objection_text
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.signs import Sign
from customs_app.reports.proposal_pdf.styles import MM, Align, alone
from customs_app.reports.proposal_pdf.tables import Command, heading_with, table

_WIDTH = text_width(Leaf.POSITIONS)
_LINES = 40
_COLUMNS = 10
"""So many delegations stand beside each other in one table."""
_SIGN_ROOM: tuple[Command, ...] = (
    ("TOPPADDING", (0, 1), (-1, -1), 16),
    ("VALIGN", (0, 1), (-1, -1), "BOTTOM"),
)


def positions(dossier: Dossier, setter: Typesetter) -> list[Flowable]:
    """The blocks of the positions, of their reasons and of the dissents."""
    words, styles = setter.words, setter.styles
    name = words.text("Positions of delegations")
    blocks: list[Flowable] = [
        *new_page(Leaf.POSITIONS),
        Bookmark("positions", name),
        setter.para(name, styles.heading),
    ]
    if not _stated(dossier):
        blocks.append(setter.para(words.text("No delegation has stated a position yet."), styles.body))
    delegations = list(dict.fromkeys(one.delegation for _, held in _rows(dossier, words) for one in held))
    blocks += [
        _table(dossier, delegations[at : at + _COLUMNS], setter)
        for at in range(0, len(delegations), _COLUMNS)
    ]
    blocks += _reasons(dossier, setter)
    return [*blocks, *_dissents(dossier, setter)]


def signatures(dossier: Dossier, setter: Typesetter) -> list[Flowable]:
    """The blocks of the page on which the delegations sign."""
    words, styles, reference = setter.words, setter.styles, dossier.reference
    name = words.text("Signatures")
    note = words.text(
        "A signature stands for the position that is named beside it, and for the edition at the foot."
    )
    head = [
        "",
        words.text("Delegation"),
        words.text("Position"),
        words.text("Signature, name"),
        words.text("Date"),
    ]
    rows: list[list[Flowable]] = [[setter.cell(title, styles.head) for title in head]]
    for held in dossier.positions:
        country = reference.countries.get(held.delegation)
        own = country.name_local if country is not None else None
        title = delegation_name(held.delegation, reference.countries, words)
        rows.append(
            [
                _sign(held, setter),
                setter.cell((Span(title, bold=True), Span(f"\n{own}" if own else "")), most=_LINES),
                setter.cell(_said(held, words), most=_LINES),
                setter.cell(""),
                setter.cell(""),
            ]
        )
    widths = [8 * MM, 46 * MM, 36 * MM, 0, 26 * MM]
    widths[3] = _WIDTH - sum(widths)
    return [
        *new_page(Leaf.POSITIONS),
        Bookmark("signatures", name),
        setter.para(name, styles.heading),
        setter.para(note, styles.note),
        table(rows, widths, extra=_SIGN_ROOM),
    ]


def _stated(dossier: Dossier) -> bool:
    every = (*dossier.positions, *(held for one in dossier.measures for held in one.positions))
    return any(held.stated is not None for held in every)


def _rows(dossier: Dossier, words: Words) -> Iterator[tuple[str, Sequence[Held]]]:
    """What positions are about, by number, and those who hold them."""
    yield words.text("The whole proposal"), dossier.positions
    for one in dossier.measures:
        yield f"{one.number}. {one.title.text}", one.positions


def _table(dossier: Dossier, delegations: Sequence[str], setter: Typesetter) -> Flowable:
    words, styles = setter.words, setter.styles
    middle = styles.head.aligned(Align.MIDDLE)
    first = setter.cell(words.text("Measure"), styles.head)
    rows: list[list[Flowable]] = [[first, *(setter.cell(one, middle) for one in delegations)]]
    for title, held in _rows(dossier, words):
        by = {one.delegation: one for one in held}
        bold = Span(title, bold=held is dossier.positions)
        rows.append([setter.cell(bold, most=4), *(_sign(by.get(one), setter) for one in delegations)])
    column = min(11 * MM, (_WIDTH - 60 * MM) / len(delegations))
    widths = [_WIDTH - column * len(delegations), *[column] * len(delegations)]
    return table(rows, widths, extra=(("ALIGN", (1, 0), (-1, -1), "CENTER"),))


def _sign(held: Held | None, setter: Typesetter) -> Flowable:
    """The sign of a position; a dash where none is stated."""
    if held is None or held.stated is None:
        return setter.cell("–", setter.styles.cell.toned(LIGHT.text3).aligned(Align.MIDDLE))
    return Sign(setter, position_sign(held.stated.position, LIGHT, setter.words), setter.styles.cell, 9)


def _said(held: Held, words: Words) -> str:
    return words.text("not stated") if held.stated is None else label(held.stated.position, words)


def _reasons(dossier: Dossier, setter: Typesetter) -> Iterator[Flowable]:
    """Each stated position in words, with its reason."""
    words, styles = setter.words, setter.styles
    head = [words.text("Measure"), words.text("Delegation"), "", words.text("Position"), words.text("Reason")]
    rows: list[list[Flowable]] = [[setter.cell(name, styles.head) for name in head]]
    for number, held in enumerate([dossier.positions, *(one.positions for one in dossier.measures)]):
        about = str(dossier.measures[number - 1].number) if number else words.text("all")
        rows.extend(_reason(about, one, dossier, setter) for one in held if one.stated is not None)
    if len(rows) == 1:
        return
    widths = [18 * MM, 38 * MM, 7 * MM, 36 * MM, 0]
    widths[4] = _WIDTH - sum(widths)
    title = setter.para(words.text("Reasons"), alone(styles.part))
    yield from heading_with(title, table(rows, widths), rows, widths)


def _reason(about: str, held: Held, dossier: Dossier, setter: Typesetter) -> list[Flowable]:
    words = setter.words
    reason = held.stated.reason.strip() if held.stated is not None else ""
    return [
        setter.cell(about),
        setter.cell(delegation_name(held.delegation, dossier.reference.countries, words), most=_LINES),
        _sign(held, setter),
        setter.cell(_said(held, words), most=_LINES),
        setter.cell(reason or Span(words.text("no reason given"), colour=LIGHT.text3), most=_LINES),
    ]


def _dissents(dossier: Dossier, setter: Typesetter) -> Iterator[Flowable]:
    """Who did not go along with what meetings decided on steps of the measures."""
    words, styles = setter.words, setter.styles
    told = [(one, objection) for one in dossier.measures for objection in one.objections]
    if not told:
        return
    name = words.text("Dissent")
    yield CondPageBreak(30 * MM)
    yield Bookmark("dissent", name, 1)
    yield setter.para(name, alone(styles.part))
    shown: DossierMeasure | None = None
    for one, objection in told:
        if one is not shown:
            yield setter.para(Span(measure_title(one, dossier.from_findings, words), bold=True), styles.cell)
            shown = one
        yield setter.para(objection_text(objection, dossier.reference, words), styles.statement)
