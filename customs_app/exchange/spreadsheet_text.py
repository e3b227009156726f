"""Text in a CSV cell that a spreadsheet must not take for a formula.

A spreadsheet computes a cell that begins with one of the signs below. Such a text goes out with an
apostrophe before it, which is taken off when it comes in. A text that has apostrophes of its own before
such a sign gets one more, so that every text comes back as it was.
"""

import re

_LIVE = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def guarded(text: str) -> str:
    """The text as it stands in a CSV cell."""
    return f"'{text}" if _LIVE.match(text) else text


def unguarded(cell: str) -> str:
    """The text that a CSV cell stands for."""
    return cell[1:] if cell.startswith("'") and _LIVE.match(cell) else cell
