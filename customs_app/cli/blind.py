"""What the console says of marks that a blind round hides: it has no reviewer, so none of them are shown."""

from customs_app.cli.console import say
from customs_app.language.words import Words
from customs_app.reports.seen_marks import blind_line


def say_blind(steps: int, words: Words) -> None:
    """Say on the error stream that marks on so many steps are left out, where there are any."""
    line = blind_line(steps, words)
    if line:
        say(line, error=True)
