"""On what terms a country changes what a measure asks: cost, funds, responsible body, term."""

from datetime import date

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from customs_app.domain.dossier import Funds, Terms
from customs_app.domain.errors import InputError
from customs_app.domain.figures import Money
from customs_app.language.labels import label
from customs_app.language.numbers import number, read_number
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.measure.parts import DetailPart
from customs_app.ui.proposals.measure.place import MeasurePlace
from customs_app.ui.proposals.wrong import say_wrong
from customs_app.ui.widgets.combo import ComboBox
from customs_app.ui.widgets.small import take_any_length
from customs_app.ui.widgets.tips import plain

_OTHER, _DAY, _MONTHS = "other", "day", "months"
_NARROW = 96
_MOST_MONTHS = 1200


class TermsPart(DetailPart):
    """Each field is written into the journal when the cursor leaves it, or when another entry is chosen."""

    def __init__(self, edits: Edits) -> None:
        text = edits.session.words.text
        super().__init__(edits.session, "terms", text("Cost, funds and term"))
        self._edits = edits
        self._place: MeasurePlace | None = None
        self._wrong = ""
        self.amount = self._field("terms_amount", text("Cost of the change"), text("not known"))
        self.currency = ComboBox("terms_currency", text("Currency"))
        self.funds = ComboBox("terms_funds", text("Source of funds"), shortest=12)
        self.note = self._field(
            "terms_note", text("Which fund or programme"), text("Which fund or programme")
        )
        self.body_ = ComboBox("terms_body", text("Responsible body"), shortest=12)
        self.own_body = self._field("terms_own_body", text("Responsible body"), text("Name of the body"))
        self.kind = ComboBox("terms_kind", text("Term"), shortest=12)
        self.when = self._field("terms_when", text("Term"), "")
        self._fill()
        self._lay_out()
        for box in (self.currency, self.funds, self.body_, self.kind):
            box.activated.connect(lambda _row: self._on_chosen())

    def show_place(self, place: MeasurePlace) -> None:
        """Show the terms in a country; of the same one, what is being written stays."""
        same = self._place is not None and (self._place.key, self._place.country) == (
            place.key,
            place.country,
        )
        before = self._place.part.terms if self._place is not None and same else None
        self._place = place
        if not same:
            self._fill_country(place)
        if before != place.part.terms:
            self._show(place.part.terms)
        for widget in self._widgets:
            widget.setEnabled(self._edits.editable)
        self._say(place.part.terms)

    def commit(self) -> None:
        """Write what was typed, unless it cannot be read; then it says so and stays."""
        place = self._place
        if place is None or not self._edits.editable:
            return
        terms = self._read()
        if terms is not None and terms != place.part.terms:
            self._edits.set_terms(place.key, place.country, terms)

    # -- inside

    def _field(self, name: str, says: str, placeholder: str) -> QLineEdit:
        field = take_any_length(QLineEdit())
        field.setObjectName(name)
        field.setAccessibleName(says)
        field.setToolTip(plain(says))
        field.setPlaceholderText(placeholder)
        field.editingFinished.connect(self.commit)
        return field

    def _fill(self) -> None:
        text = self.words.text
        self.funds.addItem(text("not known"), "")
        for funds in Funds:
            self.funds.addItem(label(funds, self.words), funds)
        for name, value in (
            (text("no term yet"), ""),
            (text("until a day"), _DAY),
            (text("months after adoption"), _MONTHS),
        ):
            self.kind.addItem(name, value)

    def _fill_country(self, place: MeasurePlace) -> None:
        reference, words = place.dossier.reference, self.words
        own = reference.countries[place.country].currency
        codes = dict.fromkeys(code for code in (own, "USD", *sorted(reference.rates)) if code)
        self.currency.clear()
        for code in codes:
            self.currency.addItem(code, code)
        self.body_.clear()
        self.body_.addItem(words.text("not known"), "")
        agencies = [one for one in reference.agencies.values() if one.country == place.country]
        for agency in sorted(agencies, key=lambda one: one.name[words.language]):
            self.body_.addItem(agency.name[words.language], agency.id)
        self.body_.addItem(words.text("another body…"), _OTHER)

    def _show(self, terms: Terms) -> None:
        language = self.words.language
        self.amount.setText(number(terms.cost.amount, language) if terms.cost is not None else "")
        if terms.cost is not None:
            if self.currency.findData(terms.cost.currency) < 0:
                self.currency.addItem(terms.cost.currency, terms.cost.currency)
            self.currency.setCurrentIndex(self.currency.findData(terms.cost.currency))
        self.funds.setCurrentIndex(self.funds.findData(terms.funds or ""))
        self.note.setText(terms.funds_note or "")
        self.body_.setCurrentIndex(self.body_.findData(terms.agency_id or (_OTHER if terms.body else "")))
        self.own_body.setText(terms.body or "")
        kind = _DAY if terms.due else _MONTHS if terms.months else ""
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.when.setText(terms.due or (str(terms.months) if terms.months else ""))
        self._show_fields()

    def _show_fields(self) -> None:
        """Show the fields for what was chosen."""
        self.own_body.setVisible(self.body_.currentData() == _OTHER)
        self.note.setVisible(bool(self.funds.currentData()))
        kind = self.kind.currentData()
        self.when.setVisible(bool(kind))
        self.when.setPlaceholderText("2027-12-31" if kind == _DAY else "12")

    def _on_chosen(self) -> None:
        before = self.when.isHidden()
        self._show_fields()
        for field, shown in ((self.own_body, self.body_.currentData() == _OTHER), (self.when, before)):
            if shown and not field.isHidden() and not field.text():
                field.setFocus()
        self.commit()

    def _read(self) -> Terms | None:
        """The terms as they are written; None where one of the fields cannot be read."""
        cost, cost_read = self._read_cost()
        due, months, term_read = self._read_term()
        if not (cost_read and term_read):
            return None
        chosen = self.body_.currentData()
        funds = self.funds.currentData()
        return Terms(
            cost=cost,
            funds=Funds(funds) if funds else None,
            funds_note=(self.note.text().strip() or None) if funds else None,
            agency_id=str(chosen) if chosen and chosen != _OTHER else None,
            body=(self.own_body.text().strip() or None) if chosen == _OTHER else None,
            due=due,
            months=months,
        )

    def _read_cost(self) -> tuple[Money | None, bool]:
        text = self.amount.text().strip()
        cost: Money | None = None
        wrong = ""
        if text:
            try:
                cost = Money(read_number(text, self.words.language), str(self.currency.currentData()))
            except InputError:
                wrong = self.words.text("A number is expected, such as 120000")
        say_wrong(self.amount, wrong)
        return cost, not wrong

    def _read_term(self) -> tuple[str | None, int | None, bool]:
        text, kind = self.when.text().strip(), self.kind.currentData()
        due: str | None = None
        months: int | None = None
        wrong = ""
        if text and kind == _DAY:
            try:
                due = date.fromisoformat(text).isoformat()
            except ValueError:
                wrong = self.words.text("A day is expected, such as 2027-12-31")
        elif text and kind == _MONTHS:
            if text.isdecimal() and 0 < int(text) <= _MOST_MONTHS:
                months = int(text)
            else:
                wrong = self.words.text("A whole number of months is expected")
        say_wrong(self.when, wrong)
        return due, months, not wrong

    def _say(self, terms: Terms) -> None:
        known = sum(
            one is not None
            for one in (terms.cost, terms.funds, terms.agency_id or terms.body, terms.due or terms.months)
        )
        self.band.set_note("" if known == 4 else self.words.text("{n} of 4 known", n=str(known)))

    @property
    def _widgets(self) -> tuple[QWidget, ...]:
        return (
            *(self.amount, self.currency, self.funds, self.note),
            *(self.body_, self.own_body, self.kind, self.when),
        )

    def _lay_out(self) -> None:
        text = self.words.text
        grid = QGridLayout(self.body)
        grid.setContentsMargins(12, 8, 12, 10)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(3)
        self.currency.setMinimumWidth(_NARROW)
        self.when.setMaximumWidth(2 * _NARROW)
        cells = (
            (text("Cost of the change"), (self.amount, self.currency)),
            (text("Source of funds"), (self.funds, self.note)),
            (text("Responsible body"), (self.body_, self.own_body)),
            (text("Term"), (self.kind, self.when)),
        )
        for at, (title, widgets) in enumerate(cells):
            name = QLabel(title)
            name.setProperty("role", "small")
            row = QHBoxLayout()
            row.setSpacing(6)
            for widget in widgets:
                row.addWidget(widget, 0 if widget is self.currency else 1)
            grid.addWidget(name, 2 * (at // 2), at % 2)
            grid.addLayout(row, 2 * (at // 2) + 1, at % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
