"""The keys of the proposals workspace, in words."""

from collections.abc import Sequence

from customs_app.language.words import Words


def keys_line(words: Words, *, opened: bool) -> str:
    """The most useful keys, for the status bar."""
    if not opened:
        return words.text("Ctrl+Shift+N new proposal")
    return words.text(
        "Ctrl+↑ ↓ measure · Alt+1–9 country · Ctrl+P print · Ctrl+E export · Ctrl+Shift+E again"
    )


def keys_sheet(words: Words) -> Sequence[tuple[str, str]]:
    """Keys that are no actions, with what they do."""
    text = words.text
    return (
        ("Alt+1 … 9", text("Country of the measure")),
        ("← →", text("Fold and unfold the measures, in the list of parts")),
        ("Space", text("Leave the measure out, or take it in, in the table of measures")),
        ("PgUp, PgDn", text("Page before, page after, in the preview")),
        ("Ctrl+F, F3, Shift+F3", text("Find in the paper, next hit, hit before, in the preview")),
        ("Ctrl+G", text("Go to page, in the preview")),
        ("+ − 0 W P", text("Larger, smaller, 100 %, fit width, whole page, in the preview")),
        ("S, D", text("Thumbnails and contents, facing pages, in the preview")),
        ("Esc", text("Out of a text, which is written first")),
    )
