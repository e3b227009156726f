"""The text of an editor as it was written."""

from PySide6.QtWidgets import QPlainTextEdit


def text_of(edit: QPlainTextEdit) -> str:
    """What stands in it; Qt's own plain text would make spaces that do not break into others."""
    return edit.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
