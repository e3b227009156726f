"""What the review says at the foot of the window, and its keys."""

from collections.abc import Sequence

from customs_app.domain.review import Finding
from customs_app.language.words import Words
from customs_app.ui.review.mark_book import MarkBook


def found_text(findings: Sequence[Finding], book: MarkBook, words: Words) -> str:
    """How many findings there are, and how many of them are marked."""
    n, marked = len(findings), sum(map(book.marked, findings))
    found = words.count("{n} finding", "{n} findings", n)
    return f"{found} · " + words.count("{n} marked", "{n} marked", marked)


def short_keys(words: Words, *, of_marks: bool) -> str:
    """The most useful keys, of the table of marks or of the findings."""
    if of_marks:
        return words.text("↑ ↓ mark · Enter step in the catalogue · M findings")
    return words.text("↑ ↓ finding · 1–8 verdict · E evidence · / filter")


def keys(words: Words) -> Sequence[tuple[str, str]]:
    """Keys that are no actions, with what they do."""
    text = words.text
    return (
        ("↑ ↓", text("Finding before, finding after")),
        ("Enter", text("Record the verdict and go on")),
        ("← →", text("In the evidence: step before, step after")),
        ("Esc", text("From the reason back to the list; the text stays")),
    )
