"""Files of the fonts that ship with the application."""

from pathlib import Path

from customs_app.domain.errors import CustomsError
from customs_app.domain.text import Message
from customs_app.paths import FONTS


class FontError(CustomsError):
    """A font of the application is missing or damaged: nothing can be set in it."""


def font_file(name: str) -> Path:
    """The file of a font by its name (`NotoSans-Regular`); FontError where it is not there."""
    path = FONTS / f"{name}.ttf"
    if not path.is_file():
        raise unreadable(path)
    return path


def unreadable(path: Path) -> FontError:
    """What is said of a font that cannot be read."""
    return FontError(
        Message("The font {path} is missing or damaged. Install the application again.", {"path": str(path)})
    )
