"""The countries of a proposal, each with the procedure that stands for it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from customs_app.domain.procedure import Procedure
from customs_app.language.labels import label
from customs_app.ui.proposals.scope import Offer
from customs_app.ui.session import Session
from customs_app.ui.widgets.combo import ComboBox
from customs_app.ui.widgets.labels import ElidedLabel
from customs_app.ui.widgets.small import link
from customs_app.ui.widgets.tips import plain


class CountriesBox(QWidget):
    """A check for each country on offer; `changed` when the choice did."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self._checks: dict[str, QCheckBox] = {}
        self._variants: dict[str, QComboBox] = {}
        self._only: dict[str, str] = {}
        text = self._words.text
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(link("countries_all", text("All"), lambda: self._check_all(on=True)))
        both.addWidget(link("countries_none", text("None"), lambda: self._check_all(on=False)))
        both.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("countries_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFixedHeight(10 * 28)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(both)
        column.addWidget(self._scroll)

    @property
    def procedures(self) -> tuple[str, ...]:
        """Ids of the procedures of the countries that are checked, by country."""
        return tuple(self._procedure(iso2) for iso2, check in self._checks.items() if check.isChecked())

    def show_offers(self, offers: Sequence[Offer], chosen: Mapping[str, str] | None) -> None:
        """Offer these; `chosen` is country -> procedure id, None checks all that can stand side by side."""
        self._checks, self._variants, self._only = {}, {}, {}
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(1, 160)
        for row, offer in enumerate(offers):
            on = offer.beside if chosen is None else offer.country in chosen
            wanted = (chosen or {}).get(offer.country, offer.procedures[0].id)
            grid.addWidget(self._check(offer, on=on), row, 0)
            grid.addWidget(self._variant(offer, wanted), row, 1)
        grid.setRowStretch(len(offers), 1)
        self._scroll.setWidget(body)
        self.changed.emit()

    def _check(self, offer: Offer, *, on: bool) -> QCheckBox:
        country = self._session.catalogue.reference().countries[offer.country]
        check = QCheckBox(country.name[self._words.language])
        check.setObjectName(f"country_{offer.country}")
        check.setChecked(on)
        check.toggled.connect(lambda _on: self.changed.emit())
        self._checks[offer.country] = check
        return check

    def _variant(self, offer: Offer, wanted: str) -> QWidget:
        names = {procedure.id: self._name(procedure) for procedure in offer.procedures}
        if len(names) == 1:
            self._only[offer.country] = offer.procedures[0].id
            said = ElidedLabel(names[offer.procedures[0].id])
            said.setProperty("role", "second")
            return said
        says = self._words.text("Which procedure of {country}", country=offer.country)
        box = ComboBox(f"variant_{offer.country}", says, shortest=10)
        for row, (procedure_id, name) in enumerate(names.items()):
            box.addItem(name, procedure_id)
            box.setItemData(row, plain(name), Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(box.findData(wanted))
        box.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self._variants[offer.country] = box
        return box

    def _name(self, procedure: Procedure) -> str:
        parts = [procedure.title[self._words.language]]
        if procedure.goods is not None:
            parts.append(procedure.goods[self._words.language])
        parts.append(label(procedure.mode, self._words))
        return " · ".join(parts)

    def _procedure(self, iso2: str) -> str:
        box = self._variants.get(iso2)
        return self._only[iso2] if box is None else str(box.currentData())

    def _check_all(self, *, on: bool) -> None:
        for check in self._checks.values():
            check.setChecked(on)
