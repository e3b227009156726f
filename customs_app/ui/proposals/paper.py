"""The parts of a proposal, by the keys under which its paper names their places."""

from customs_app.domain.dossier import TextKind

TITLE, SUMMARY, COMPARISON, MEASURES, SOURCES = "title", "summary", "comparison", "measures", "sources"
SAVINGS, LAWS, POSITIONS, DISSENT = "savings", "laws", "positions", "dissent"
COMMENTS, HISTORY = "comments", "history"
"""Keys of the parts of a proposal, by which the paper names their places; the last two are not in it."""
TABLES = (COMPARISON, MEASURES, SAVINGS, LAWS, POSITIONS, DISSENT, SOURCES, COMMENTS, HISTORY)
"""Parts that are tables in the window."""

FRONT_PARTS = {
    TextKind.TITLE: TITLE,
    TextKind.PROBLEM: SUMMARY,
    TextKind.SUMMARY: SUMMARY,
    TextKind.ASKED: SUMMARY,
}
"""In which part the texts of the whole proposal stand."""


def measure_key(number: int) -> str:
    """The key of the part that is one measure, counted from 1."""
    return f"measure-{number}"
