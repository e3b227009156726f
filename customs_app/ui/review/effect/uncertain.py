"""How sure the elapsed time is: the bars, what they rest on, and how times are spread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customs_app.figures import tokens
from customs_app.ui.review.effect.percentiles import Bar, PercentileBars
from customs_app.ui.session import Session
from customs_app.ui.widgets.choice_button import ChoiceButton
from customs_app.ui.widgets.labels import wrapped

if TYPE_CHECKING:  # it brings numpy along, which is loaded in the thread
    from customs_app.analysis.to_be.uncertainty import Pair, Spread

PERT, TRIANGULAR = "pert", "triangular"


class UncertainPanel(QWidget):
    """`shape_chosen` carries PERT or TRIANGULAR."""

    shape_chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._words = session.words
        text = self._words.text
        self.setObjectName("effect_uncertain")
        self.setAccessibleName(text("How sure the time is"))
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bars = PercentileBars(session)
        self.shape = ChoiceButton(
            session, "effect_shape", text("How times are spread between least and most")
        )
        self.basis = wrapped(role="small")
        self.basis.setObjectName("effect_draws")
        self.said = wrapped(role="second")
        self.said.setObjectName("effect_drawn")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.shape)
        row.addWidget(self.basis, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(6)
        for part in (row, self.said):
            inner = QHBoxLayout()
            inner.setContentsMargins(12, 0, 12, 0)
            if isinstance(part, QWidget):
                inner.addWidget(part)
            else:
                inner.addLayout(part)
            column.addLayout(inner)
            if part is row:
                column.addWidget(self.bars)
        column.addStretch()
        self.shape.chosen.connect(lambda shape: self.shape_chosen.emit(str(shape)))
        self.setMinimumHeight(6 * tokens.ROW)

    def show_waiting(self, shape: str) -> None:
        """Say that times are being drawn."""
        self._show_shape(shape)
        self.bars.show_bars(())
        self.basis.setText(self._words.text("Times are being drawn…"))
        self.said.setText("")

    def show_pair(self, pair: "Pair", shape: str) -> None:
        """Show what came of the draws."""
        from customs_app.analysis.to_be.drawn_sentences import say_pair  # noqa: PLC0415 - not at start

        words = self._words
        self._show_shape(shape)
        self.basis.setText(
            words.text(
                "10th to 90th percentile of {draws} draws, seed {seed}; the stroke is the middle.",
                draws=pair.as_is.draws,
                seed=str(pair.as_is.seed),
            )
        )
        self.bars.show_bars(
            (
                _bar(words.text("As it is"), pair.as_is),
                _bar(words.text("To be"), pair.to_be),
                _bar(words.text("Saving"), pair.saving),
            )
        )
        self.said.setText("\n".join(words.say(one) for one in say_pair(pair)))

    def _show_shape(self, shape: str) -> None:
        text = self._words.text
        names = (
            (PERT, text("PERT: close to typical")),
            (TRIANGULAR, text("Triangular: reaches further out")),
        )
        self.shape.show_entries(names, shape)


def _bar(name: str, spread: "Spread") -> Bar:
    return Bar(name, spread.p10, spread.p50, spread.p90)
