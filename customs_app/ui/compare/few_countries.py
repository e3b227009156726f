"""What stands instead of the matrix where fewer than two countries answer: the questions that more answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from customs_app.language.labels import label
from customs_app.ui.compare.bar import MODES
from customs_app.ui.compare.loader import Answer
from customs_app.ui.compare.question import FEWEST
from customs_app.ui.session import Session


class FewCountries(QWidget):
    """A sentence, and a button for each regime and mode that can be compared.

    `chosen` carries the regime and the mode; all countries are wanted then.
    """

    chosen = Signal(object, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setObjectName("compare_few")
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        sentence = session.words.text("Choose at least two countries with this regime and mode")
        self.setAccessibleName(sentence)
        self._sentence = QLabel(sentence)
        self._sentence.setProperty("role", "second")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._place = QHBoxLayout()
        self._place.addStretch()
        self._place.addStretch()
        self._buttons: QWidget | None = None
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._sentence)
        column.addLayout(self._place)
        column.addStretch(3)

    def show_answer(self, answer: Answer) -> None:
        """Offer what can be compared."""
        if self._buttons is not None:
            self._buttons.hide()
            self._buttons.deleteLater()
        self._buttons = self._make_buttons(answer)
        self._place.insertWidget(1, self._buttons)

    def _make_buttons(self, answer: Answer) -> QWidget:
        words = self._session.words
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        row = 0
        for regime, modes in answer.offers.items():
            able = {mode: len(countries) for mode, countries in modes.items() if len(countries) >= FEWEST}
            if not able:
                continue
            grid.addWidget(QLabel(label(regime, words)), row, 0)
            for place, (mode, countries) in enumerate(able.items(), 1):
                counted = words.count("{n} country", "{n} countries", countries)
                button = QPushButton(f"{words.text(MODES[mode])} · {counted}")
                button.setObjectName(f"few_{regime}_{mode}")
                button.clicked.connect(
                    lambda _checked=False, regime=regime, mode=mode: self.chosen.emit(regime, mode)
                )
                grid.addWidget(button, row, place)
            row += 1
        return holder
