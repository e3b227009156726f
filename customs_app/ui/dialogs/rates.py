"""The exchange rates: units of a currency for one US dollar on a day; each office sets its own."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from customs_app.catalogue.commands.rates import SetRate
from customs_app.domain.reference import ExchangeRate
from customs_app.domain.text import Message
from customs_app.language.labels import rate_label
from customs_app.language.numbers import number
from customs_app.language.words import N_
from customs_app.ui.dialogs.lists import ListDialog
from customs_app.ui.session import Session


class RatesDialog(ListDialog):
    """A table of rates whose rate and day are edited in place; each edit is one entry of the journal."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        words = session.words
        heads = [
            words.text(head)
            for head in (N_("Currency"), N_("Units for 1 USD"), N_("Day"), N_("Kind"), N_("Source"))
        ]
        sentence = words.text(
            "Amounts of different currencies are added only through these rates. "
            "Double-click a rate or a day to set your own (a day is written 2026-11-24)."
        )
        title = words.text("Exchange rates")
        super().__init__(parent, session, "rates", title=title, sentence=sentence, heads=heads)
        self._session = session
        edit = self.table.EditTrigger
        by = edit.DoubleClicked | edit.EditKeyPressed | edit.AnyKeyPressed
        self.table.setEditTriggers(edit.NoEditTriggers if session.catalogue.read_only else by)
        self._fill()
        self.table.cellChanged.connect(self._on_edited)

    def _fill(self) -> None:
        blocked = self.table.blockSignals(True)
        self.table.setRowCount(0)
        reference, words = self._session.catalogue.reference(), self._session.words
        for rate in sorted(reference.rates.values(), key=lambda rate: rate.currency):
            source = reference.sources.get(rate.source_id) if rate.source_id else None
            self.add(
                (
                    rate.currency,
                    number(rate.units_per_usd, self._session.language, 6),
                    rate.date,
                    rate_label(rate.kind, words),
                    source.title if source else "",
                )
            )
            self._dress(self.table.rowCount() - 1, rate)
        self.fit()
        self.table.blockSignals(blocked)

    def _dress(self, row: int, rate: ExchangeRate) -> None:
        for column in range(self.table.columnCount()):
            item = self._item(row, column)
            if column not in {1, 2}:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        self._item(row, 1).setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._item(row, 0).setData(Qt.ItemDataRole.UserRole, rate)

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.table.item(row, column)
        if item is None:
            raise LookupError(f"no cell at {row}, {column}")
        return item

    def _on_edited(self, row: int, column: int) -> None:
        rate = self._item(row, 0).data(Qt.ItemDataRole.UserRole)
        if not isinstance(rate, ExchangeRate):
            return
        text = self._item(row, column).text().strip()
        units, day = rate.units_per_usd, rate.date
        try:
            if column == 1:
                units, day = read_number(text), date.today().isoformat()
            else:
                day = date.fromisoformat(text).isoformat()
        except ValueError:
            expected = (
                N_("a number above zero was expected")
                if column == 1
                else N_("a day such as 2026-11-24 was expected")
            )
            self._session.tell(
                Message(N_("{typed}: {expected}"), {"typed": text, "expected": Message(expected)}), bad=True
            )
        else:
            self._session.run(SetRate(rate.currency, units, day))
        self._fill()


def read_number(text: str) -> float:
    """The number above zero that was typed, with a point or a comma; ValueError for anything else."""
    plain = text.replace("\u00a0", "").replace(" ", "")
    plain = plain.replace(",", ".") if plain.count(",") == 1 and "." not in plain else plain.replace(",", "")
    value = float(plain)
    if not 0 < value < float("inf"):
        raise ValueError(text)
    return value
