"""The buttons of a picture, for the bar above it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.pictures.page import PicturePage


class PictureTools(QWidget):
    """Smaller, how large it is, larger, whole; as a table; copy and save."""

    def __init__(self, page: PicturePage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        acts = page.acts
        self.zoom = QLabel(self)
        self.zoom.setObjectName(f"{page.objectName()}_zoom")
        self.zoom.setFont(fonts.tabular(tokens.SMALL))
        self.zoom.setProperty("role", "second")
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.zoom.setFixedWidth(self.zoom.fontMetrics().horizontalAdvance("8888 %"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        before = acts.smaller
        for action in (before, acts.larger, acts.fit, acts.as_table, acts.copy, acts.save):
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setObjectName(f"button_{action.objectName()}")
            button.setAccessibleName(action.text().rstrip("…"))
            button.setFixedHeight(tokens.CONTROL)
            button.setIconSize(QSize(16, 16))
            row.addWidget(button)
            if action is before:
                row.addWidget(self.zoom)
        page.view.zoomed.connect(self._show_zoom)
        self._show_zoom()

    def _show_zoom(self) -> None:
        percent = str(round(100 * self._page.view.sight.zoom))
        self.zoom.setText(self._page.words.text("{percent} %", percent=percent))
