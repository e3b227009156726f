"""The list of countries with a check box each, below its button."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from customs_app.language.country_names import full_name
from customs_app.ui.compare.absent import Reason, absent, reason_text
from customs_app.ui.compare.loader import Answer
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import Badge


class CountriesPopup(QFrame):
    """Stays open while boxes are checked; `changed` carries the countries that are left out."""

    changed = Signal(frozenset)

    def __init__(self, session: Session, answer: Answer, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._session = session
        self.setObjectName("compare_countries_popup")
        self.setAccessibleName(session.words.text("Countries"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet(
            f"#compare_countries_popup {{ background: {session.palette.base};"
            f" border: 1px solid {session.palette.ctl}; }}"
        )
        self._left = frozenset(answer.question.without)
        able = answer.offers.get(answer.question.regime, {}).get(answer.question.mode, ())
        self.boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 8, 12, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        reasons = absent(answer)
        for row, iso2 in enumerate(answer.countries):
            self._add(row, iso2, answer, reasons.get(iso2), can=iso2 in able)
        self._all = self._make_all(able)
        self._grid.addWidget(self._all, len(answer.countries), 0, 1, 3)

    def show_below(self, widget: QWidget) -> None:
        """Open below a button, the focus on the first box."""
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.show()
        first = next((box for box in self.boxes.values() if box.isEnabled()), None)
        if first is not None:
            first.setFocus()

    def _add(self, row: int, iso2: str, answer: Answer, reason: Reason | None, *, can: bool) -> None:
        words = self._session.words
        name = full_name(iso2, answer.reference, words.language)
        box = QCheckBox(name.replace("&", "&&"))
        box.setObjectName(f"compare_country_{iso2}")
        box.setChecked(can and iso2 not in self._left)
        box.setEnabled(can)
        box.toggled.connect(lambda on, iso2=iso2: self._turn(iso2, on=on))
        self.boxes[iso2] = box
        self._grid.addWidget(Badge(iso2, self._session.palette, says=name), row, 0)
        self._grid.addWidget(box, row, 1)
        if reason is not None and reason is not Reason.CHOSEN:
            note = QLabel(reason_text(reason, words))
            note.setProperty("role", "small")
            box.setAccessibleDescription(note.text())
            self._grid.addWidget(note, row, 2)

    def _make_all(self, able: Sequence[str]) -> QPushButton:
        button = QPushButton(self._session.words.text("All that have it"))
        button.setObjectName("compare_all_countries")
        button.setProperty("link", "true")

        def check() -> None:
            for iso2 in able:
                self.boxes[iso2].setChecked(True)

        button.clicked.connect(check)
        return button

    def _turn(self, iso2: str, *, on: bool) -> None:
        self._left = self._left - {iso2} if on else self._left | {iso2}
        self.changed.emit(self._left)
