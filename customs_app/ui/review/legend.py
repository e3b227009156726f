"""The legend under the list of findings."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from customs_app.domain.codes import Confidence
from customs_app.figures import tokens
from customs_app.figures.qt_painter import paint
from customs_app.figures.signs import confidence_sign
from customs_app.language.labels import label
from customs_app.ui import fonts
from customs_app.ui.session import Session


class ConfidenceLegend(QWidget):
    """The three bars of the confidences with their words."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._colours, self._words = session.palette, session.words
        self._font = fonts.font(tokens.SMALL)
        self.setObjectName("confidence_legend")
        names = tuple(label(confidence, self._words) for confidence in Confidence)
        self.setAccessibleName(self._words.text("Confidence, from three bars to one: {names}", names=names))
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, 20)

    def minimumSizeHint(self) -> QSize:
        """One line, however narrow."""
        return QSize(60, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the signs and words in a row."""
        painter = QPainter(self)
        painter.setFont(self._font)
        metrics, x = QFontMetrics(self._font), 0.0
        for confidence in Confidence:
            sign = confidence_sign(confidence, self._colours, self._words)
            paint(painter, QRectF(x, (self.height() - 15) / 2, 15, 15), sign)
            name = label(confidence, self._words)
            painter.setPen(QColor(self._colours.text2))
            box = QRectF(x + 20, 0, metrics.horizontalAdvance(name) + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
            x = box.right() + 14
        painter.end()
