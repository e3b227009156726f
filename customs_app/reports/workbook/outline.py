"""Groups of rows that fold under the row above them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.worksheet.properties import Outline


def heads_above() -> "Outline":
    """A group's own row stands above it, not below."""
    from openpyxl.worksheet.properties import Outline

    return Outline(summaryBelow=False)
