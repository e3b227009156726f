"""The verdicts that a measure may ask, for the menu of its head."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon

from customs_app.analysis.dossier.result import DossierMeasure
from customs_app.domain.codes import Verdict
from customs_app.figures.qt_painter import pixmap
from customs_app.figures.signs import verdict_sign
from customs_app.language.labels import label
from customs_app.ui.session import Session
from customs_app.ui.widgets.verdicts import VERDICTS


class VerdictActions(QObject):
    """One action a verdict, chosen in the open menu by the digit that it has everywhere.

    `chosen` carries a Verdict that is another than the measure asks. "Keep" is not among them: a measure
    that changes nothing is left out.
    """

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._group = session, QActionGroup(self)
        self._shown: DossierMeasure | None = None
        self._by_verdict = {
            verdict: self._action(verdict, digit)
            for digit, verdict in enumerate(VERDICTS, start=1)
            if verdict is not Verdict.KEEP
        }

    @property
    def all(self) -> list[QAction]:
        """The actions in the order of their digits."""
        return list(self._by_verdict.values())

    def show_measure(self, measure: DossierMeasure, *, editable: bool) -> None:
        """Tick what the measure asks, and say which verdict its marks or findings ask."""
        self._shown, words = measure, self._session.words
        asked = measure.measure.asked or measure.verdict
        for verdict, action in self._by_verdict.items():
            name = label(verdict, words)
            said = words.text("{verdict} (as is asked)", verdict=name) if verdict is asked else name
            action.setText(f"&{VERDICTS.index(verdict) + 1}  {said}")
            action.setChecked(verdict is measure.verdict)
            # A sign stands where the tick would be: what is asked now is bold.
            font = action.font()
            font.setBold(verdict is measure.verdict)
            action.setFont(font)
            action.setEnabled(editable)

    def _action(self, verdict: Verdict, digit: int) -> QAction:
        words = self._session.words
        name = label(verdict, words)
        action = QAction(f"&{digit}  {name}", self._group)
        action.setObjectName(f"measure_verdict_{verdict.value}")
        action.setCheckable(True)
        action.setToolTip(words.text("Let the measure ask: {verdict}. What is written stays.", verdict=name))
        action.setIcon(QIcon(pixmap(verdict_sign(verdict, self._session.palette, words), 1.0)))
        action.triggered.connect(partial(self._choose, verdict))
        return action

    def _choose(self, verdict: Verdict, _checked: bool = False) -> None:
        if self._shown is not None and verdict is not self._shown.verdict:
            self.chosen.emit(verdict)
