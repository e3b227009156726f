"""The sheet of differences: what sets the countries apart, as sentences, by what lies between them."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.ranked import RankedDifference
from customs_app.domain.figures import Range
from customs_app.language.labels import label
from customs_app.language.numbers import money
from customs_app.language.words import Words
from customs_app.reports.beside_texts import tolerance_text, why_text
from customs_app.reports.content import Content
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import A3, keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import lines, said


def write_differences(page: Page, content: Content) -> None:
    """Write one row for each sentence, the greatest effect first, unknown ones last."""
    words = page.words
    title = words.text("Differences as sentences")
    page.line(title, Kind.TITLE)
    recorded = words.text(
        "Only what is recorded is compared: an unknown channel, time or fee is no difference."
    )
    page.line(f"{recorded} {tolerance_text(content.tolerance, words)}", Kind.LABEL)
    page.line(
        words.text(
            "Apart: what lies between the two countries that a difference sets apart most, for one "
            "consignment of the case; empty is unknown. Limits and aggregates do not count."
        ),
        Kind.LABEL,
    )
    columns = (
        Column(words.text("No."), 5, 6, Kind.SHORT),
        Column(words.text("Stage"), 9, 14),
        Column(words.text("Activity"), 20, 40),
        Column(words.text("Countries"), 16, 40),
        Column(words.text("Difference"), 60, 90),
        Column(words.text("Apart, least (hours)"), 8, 10, Kind.FIGURE),
        Column(words.text("Apart, typical (hours)"), 8, 10, Kind.FIGURE),
        Column(words.text("Apart, most (hours)"), 8, 10, Kind.FIGURE),
        Column(words.text("Apart, fees"), 9, 16, Kind.FIGURE),
        Column(words.text("Why, or through which rates"), 16, 50),
    )
    head = page.row
    page.head(columns)
    page.rows(columns, _rows(content, words))
    keep_in_sight(page, head, len(columns), fixed=0)
    print_pages(page, title, content.edition, A3)


def _rows(content: Content, words: Words) -> Iterator[Sequence[Plain | As]]:
    reference = content.reference
    for number, one in enumerate(content.beside.ranked, 1):
        difference = one.difference
        activity = reference.activities.get(difference.activity)
        names = tuple(reference.countries[iso2].name[words.language] for iso2 in difference.countries)
        yield (
            number,
            As(label(activity.stage, words), activity.stage) if activity else None,
            said(activity.name, words) if activity else words.text("the procedure as a whole"),
            words.list_of(names),
            words.say(difference.message),
            *_apart(one, words),
        )


def _apart(one: RankedDifference, words: Words) -> Sequence[Plain | As]:
    hours = one.hours or Range()
    fees = lines(money(amount, words.language) for amount in one.cost)
    return (hours.min, hours.typ, hours.max, fees, why_text(one, words) or None)
