"""What the cells of an office's workbook offer to choose from."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.tables import Column
from customs_app.exchange.office_workbook import layout
from customs_app.language.words import Words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FIRST = 4


class Lists:
    """The lists on the hidden sheet, each written once; ids are offered from the sheets that hold them."""

    def __init__(
        self, hidden: "Worksheet", titles: Mapping[str, str], catalogue: Catalogue, chosen: Words
    ) -> None:
        self._hidden = hidden
        self._titles = titles
        self._chosen = chosen
        self._written: dict[str, str] = {}
        self.activities = {
            code: f"{code}{layout.BETWEEN}{activity.name[chosen.language]}"
            for code, activity in catalogue.reference().activities.items()
        }

    def shown(self, column: Column) -> Mapping[str, str]:
        """How the coded values of a column stand in its cells; empty where it has none."""
        if column.codes is not None:
            return layout.labels(column.codes, self._chosen.language)
        return self.activities if column.refers_to == "activity" else {}

    def range_of(self, column: Column) -> str | None:
        """The range that lists what a cell of the column may hold; None where it holds anything."""
        if column.many:
            return None
        if column.refers_to is not None and column.refers_to != "activity":
            title = self._titles[column.refers_to].replace("'", "''")
            return f"'{title}'!$A${layout.FIRST_ROW}:$A${layout.LAST_ROW}"
        shown = self.shown(column)
        if not shown:
            return None
        name = column.codes.__name__ if column.codes is not None else "activity"
        if name not in self._written:
            self._written[name] = self._write(name, tuple(shown.values()))
        return self._written[name]

    def _write(self, name: str, values: tuple[str, ...]) -> str:
        from openpyxl.utils import get_column_letter

        place = _FIRST + len(self._written)
        self._hidden.cell(1, place, name)
        for row, value in enumerate(values, 2):
            self._hidden.cell(row, place, value).data_type = "s"
        letter = get_column_letter(place)
        return f"'{layout.MARKER}'!${letter}$2:${letter}${len(values) + 1}"
