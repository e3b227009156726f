"""The bar over the pages: the page and the way to others, their size, and what stands beside them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from customs_app.language.words import N_
from customs_app.ui.icons import icon
from customs_app.ui.preview.page_field import PageField
from customs_app.ui.preview.zoom import STEPS, Fit, Zoom, zoom_of
from customs_app.ui.session import Session
from customs_app.ui.widgets.combo import ComboBox

_FITS = {Fit.WIDTH: N_("Fit width"), Fit.PAGE: N_("Whole page")}


class PreviewBar(QWidget):
    """`zoom_chosen` carries a Zoom, `stepped` 1 or -1; the toggles are for whoever owns the bar."""

    zoom_chosen = Signal(object)
    stepped = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        text = session.words.text
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.side = self._toggle("preview_side", "panel-left", text("Thumbnails and contents (S)"))
        self.before = self._button("page_before", "chevron-left", text("Page before"))
        self.after = self._button("page_after", "chevron-right", text("Page after"))
        self.place = PageField(session.words)
        self.zoom = ComboBox("preview_zoom", text("Size of the pages"), shortest=10)
        for fit, name in _FITS.items():
            self.zoom.addItem(text(name), fit)
        for step in STEPS:
            self.zoom.addItem(text("{percent} %", percent=str(step)), step)
        self.zoom.setMaxVisibleItems(len(STEPS) + len(_FITS))
        self.facing = self._toggle("preview_facing", "book-open", text("Facing pages (D)"))
        self.search = self._toggle("preview_search", "search", text("Find in the paper (Ctrl+F)"))
        self.before.clicked.connect(lambda _=False: self.stepped.emit(-1))
        self.after.clicked.connect(lambda _=False: self.stepped.emit(1))
        self.zoom.activated.connect(lambda _: self._choose_zoom())
        self._lay_out()

    def show_place(self, page: int, of: int) -> None:
        """Say which page of how many is seen; without pages there is nothing to do with them."""
        self.place.show_place(page, of)
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page + 1 < of)
        for widget in (self.zoom, self.facing, self.search):
            widget.setEnabled(of > 0)

    def show_zoom(self, zoom: Zoom) -> None:
        """Say how large the pages are shown."""
        self.zoom.setCurrentIndex(self.zoom.findData(str(zoom) if isinstance(zoom, Fit) else zoom))

    def _choose_zoom(self) -> None:
        # The box gives back a text where it was given a fit.
        self.zoom_chosen.emit(zoom_of(self.zoom.currentData(), Fit.WIDTH))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 7, 8, 7)
        row.setSpacing(3)
        for widget in (self.side, self.before, self.place, self.after):
            row.addWidget(widget)
        row.addSpacing(3)
        row.addWidget(self.zoom)
        row.addWidget(self.facing)
        row.addWidget(self.search)
        row.addStretch(1)

    def _button(self, name: str, picture: str, says: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setIcon(icon(picture, self._session.palette))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(says)
        button.setAccessibleName(says)
        return button

    def _toggle(self, name: str, picture: str, says: str) -> QToolButton:
        button = self._button(name, picture, says)
        button.setCheckable(True)
        return button
