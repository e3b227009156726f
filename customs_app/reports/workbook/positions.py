"""The sheet of positions: where each delegation stands on each measure, to be filled in at the meeting."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.dossier.result import Dossier, DossierMeasure, Held
from customs_app.language.labels import delegation_name, label
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.workbook.lists import POSITIONS, choose_from, define
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import lines

POSITION = "position_stated"
"""The name of the column of positions."""


def write_positions(page: Page, content: Content, dossier: Dossier) -> None:
    """Write one row for each delegation and measure; those on the whole proposal come first."""
    words = page.words
    title = words.text("Positions of the delegations")
    page.line(title, Kind.TITLE)
    page.line(
        words.text(
            "A mark on a step is no position: who has marked alike has still to say where it stands. "
            "An empty cell: nothing said yet."
        ),
        Kind.LABEL,
    )
    t = words.text
    columns = (
        Column(t("No."), 5, 6, Kind.SHORT),
        Column(t("Measure"), 26, 50, Kind.STRONG),
        Column(t("Delegation"), 16, 28),
        Column(t("Position"), 18, 26, Kind.FILL),
        Column(t("Reason"), 40, 70, Kind.FILL),
        Column(t("Its marks ask"), 16, 30),
        Column(t("Dissent at a meeting"), 20, 44),
    )
    head = page.row
    page.head(columns)
    page.rows(columns, _rows(dossier, words))
    keep_in_sight(page, head, len(columns), fixed=3)
    first, last = head + 1, page.row - 1
    if last >= first:
        define(page.sheet, POSITION, f"$D${first}:$D${last}")
        choose_from(
            page.sheet,
            f"D{first}:D{last}",
            POSITIONS,
            title=t("Position"),
            message=t("Choose from the list; against and with a reservation need a reason."),
        )
    print_pages(page, title, content.edition)


def positions_of(dossier: Dossier) -> Iterator[tuple[DossierMeasure | None, Held]]:
    """Each delegation with the measure; None is the whole proposal."""
    for held in dossier.positions:
        yield None, held
    for measure in dossier.measures:
        for held in measure.positions:
            yield measure, held


def _rows(dossier: Dossier, words: Words) -> Iterator[Sequence[Plain | As]]:
    countries = dossier.reference.countries
    for measure, held in positions_of(dossier):
        stated = held.stated
        yield (
            measure.number if measure else None,
            measure.title.text if measure else words.text("The proposal as a whole"),
            delegation_name(held.delegation, countries, words) or held.delegation,
            label(stated.position, words) if stated else None,
            stated.reason if stated else None,
            lines(label(verdict, words) for verdict in held.marked),
            lines(_dissents(measure, held, words)) if measure else None,
        )


def _dissents(measure: DossierMeasure, held: Held, words: Words) -> Iterator[str]:
    for objection in measure.objections:
        dissent = objection.dissent
        if dissent.delegation == held.delegation:
            said = words.named(label(dissent.position, words), dissent.reason)
            yield words.text("Step {step}: {said}", step=objection.number, said=said)
