"""What the console says of marks that a blind round hides: it has no reviewer, so none of them are shown."""

from customs_app.cli.console import say
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.seen_marks import blind_line


def say_blind(content: Content, words: Words) -> None:
    """Say on the error stream how many marks are left out, where there are any."""
    line = blind_line(content.blind_steps, words)
    if line:
        say(line, error=True)
