"""What the review says at the foot of the window, and its keys."""

from collections.abc import Sequence

from customs_app.domain.review import Finding
from customs_app.language.words import Words
from customs_app.ui.review.reading import Reading


def found_text(findings: Sequence[Finding], reading: Reading, words: Words) -> str:
    """How many findings there are, and how many of them are marked or dismissed."""
    n, marked = len(findings), sum(map(reading.book.marked, findings))
    aside = len(reading.dismissals.keys & {one.key for one in findings})
    parts = [
        words.count("{n} finding", "{n} findings", n),
        words.count("{n} marked", "{n} marked", marked),
    ]
    if aside:
        parts.append(words.count("{n} dismissed", "{n} dismissed", aside))
    return " · ".join(parts)


def short_keys(words: Words, *, of_marks: bool) -> str:
    """The most useful keys, of the table of marks or of the findings."""
    if of_marks:
        return words.text("↑ ↓ mark · Enter step in the catalogue · M findings")
    return words.text("↑ ↓ finding · 1–8 verdict · A accept · 0 not redundant · E evidence · / filter")


def keys(words: Words) -> Sequence[tuple[str, str]]:
    """Keys that are no actions, with what they do."""
    text = words.text
    return (
        ("↑ ↓", text("Finding before, finding after")),
        ("Enter", text("Record the verdict and go on")),
        ("← →", text("In the evidence: step before, step after")),
        ("Esc", text("From the reason back to the list; the text stays")),
    )
