"""Shows a step among its neighbours in the inspector."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from customs_app.figures.qt_painter import paint
from customs_app.figures.shapes import Drawing
from customs_app.ui.widgets.tips import plain


class FlowView(QWidget):
    """A drawing at its own size, in the middle; smaller only where it does not fit."""

    def __init__(self) -> None:
        super().__init__()
        self._drawing: Drawing | None = None
        self.setObjectName("flow")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another drawing, with its words as tooltip and accessible name."""
        self._drawing = drawing
        self.setToolTip(plain(drawing.says))
        self.setAccessibleName(drawing.says)
        self.setFixedHeight(round(drawing.height) + 8)
        self.update()

    def sizeHint(self) -> QSize:
        """The size of the drawing."""
        return QSize(200, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing."""
        if self._drawing is None:
            return
        painter = QPainter(self)
        width = min(self._drawing.width, float(self.width()))
        height = self._drawing.height * width / self._drawing.width
        box = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        paint(painter, box, self._drawing)
        painter.end()
