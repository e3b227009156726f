"""The sheets of the distance: how many changes each country needs to a common procedure, and which."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.distance import ChangeKind, Distances, kind_label
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.beside_texts import common_text, distance_note
from customs_app.reports.content import Content
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import lines, said

_WIDE = 8


def write_distance(page: Page, content: Content, found: Distances) -> None:
    """Write one row a country: how many changes of each kind it needs, and what is not known."""
    words = page.words
    title = words.text("Distance to a common procedure")
    page.line(title, Kind.TITLE)
    page.set_widths(24, 12, 12, 12, 12, 12, 12, 12)
    page.note(distance_note(words), _WIDE)
    page.note(common_text(found, content.reference, words), _WIDE)
    columns = (
        Column(words.text("Country"), 14, 24, Kind.STRONG),
        Column(words.text("Changes"), 8, 12, Kind.FIGURE),
        *(Column(kind_label(kind, words), 9, 14, Kind.FIGURE) for kind in ChangeKind),
        Column(words.text("Activities recorded"), 9, 14, Kind.FIGURE),
        Column(words.text("Not recorded, not counted"), 30, 70),
    )
    head = page.row
    page.head(columns)
    page.rows(
        columns,
        (
            (
                said(content.reference.countries[one.country].name, words),
                len(one.changes),
                *one.counts.values(),
                one.activities,
                lines(words.say(message) for message in one.unknown),
            )
            for one in found.countries
        ),
    )
    keep_in_sight(page, head, len(columns), fixed=1)
    print_pages(page, title, content.edition)


def write_changes(page: Page, content: Content, found: Distances) -> None:
    """Write one row a change, country by country, the nearest first."""
    words = page.words
    title = words.text("Changes that bring each country to the common procedure")
    page.line(title, Kind.TITLE)
    columns = (
        Column(words.text("Country"), 14, 24, Kind.STRONG),
        Column(words.text("Kind of change"), 16, 26),
        Column(words.text("Stage"), 9, 14),
        Column(words.text("Activity"), 20, 34),
        Column(words.text("What changes"), 40, 80),
    )
    head = page.row
    page.head(columns)
    page.rows(columns, _changes(content, found, words))
    keep_in_sight(page, head, len(columns), fixed=1)
    print_pages(page, title, content.edition)


def _changes(content: Content, found: Distances, words: Words) -> Iterator[Sequence[Plain | As]]:
    for one in found.countries:
        country = said(content.reference.countries[one.country].name, words)
        for change in one.changes:
            activity = content.reference.activities.get(change.activity)
            yield (
                country,
                kind_label(change.kind, words),
                As(label(activity.stage, words), activity.stage) if activity else None,
                said(activity.name, words) if activity else None,
                words.say(change.message),
            )
