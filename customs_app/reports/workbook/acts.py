"""The sheet of acts to amend: what is known of them, and the worklist of those that are not."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.dossier.result import ActLine, Dossier, DossierMeasure
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.workbook.lists import define
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import A3, keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import lines, said
from customs_app.reports.workbook.tints import mark_text

ACT = "act_to_amend"
"""The name of the column of acts."""


def not_known(words: Words) -> str:
    """What stands in place of an act that nobody has named yet."""
    return words.text("article not known")


def write_acts(page: Page, content: Content, dossier: Dossier) -> None:
    """Write one row for each act of each measure in each country."""
    words = page.words
    title = words.text("Acts to amend")
    page.line(title, Kind.TITLE)
    unknown = sum(act.text is None for *_, act in acts_of(dossier))
    page.line(
        words.count(
            "The article is not known in {n} row: that row is to be worked on.",
            "The article is not known in {n} rows: those are to be worked on.",
            unknown,
        ),
        Kind.LABEL,
    )
    t = words.text
    columns = (
        Column(t("No."), 5, 6, Kind.SHORT),
        Column(t("Measure"), 20, 40, Kind.STRONG),
        Column(t("Country"), 10, 18),
        Column(t("Step nos."), 7, 12, Kind.SHORT),
        Column(t("Act"), 30, 60, Kind.FILL),
        Column(t("What to change in it"), 30, 60, Kind.FILL),
        Column(t("Evidence"), 9, 12, Kind.SHORT),
        Column(t("Sources"), 9, 12),
        Column(t("Place in the source"), 12, 36),
        Column(t("Named by"), 12, 18),
    )
    head = page.row
    page.head(columns)
    page.rows(columns, _rows(dossier, words))
    keep_in_sight(page, head, len(columns), fixed=3)
    if page.row > head + 1:
        define(page.sheet, ACT, f"$E${head + 1}:$E${page.row - 1}")
        mark_text(page.sheet, f"E{head + 1}:E{page.row - 1}", not_known(words), LIGHT.bad)
    print_pages(page, title, content.edition, A3)


def acts_of(dossier: Dossier) -> Iterator[tuple[DossierMeasure, str, ActLine]]:
    """Each act with its measure and country, in order of print."""
    for measure in dossier.measures:
        for part in measure.parts:
            for act in part.acts:
                yield measure, part.country, act


def _rows(dossier: Dossier, words: Words) -> Iterator[Sequence[Plain | As]]:
    for measure, country, act in acts_of(dossier):
        yield (
            measure.number,
            measure.title.text,
            said(dossier.reference.countries[country].name, words),
            ", ".join(map(str, act.numbers)),
            act.text or not_known(words),
            act.change or None,
            label(act.evidence, words) if act.evidence else None,
            lines(source for source, _ in act.sources),
            lines(locator for _, locator in act.sources),
            words.text("delegation") if act.own is not None else words.text("catalogue"),
        )
