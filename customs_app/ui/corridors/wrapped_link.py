"""A link of as many lines as its text needs, with an icon before it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from customs_app.ui.icons import paint_icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.wrapped_button import WrappedButton


class WrappedLink(WrappedButton):
    """Text and icon in the colour of links."""

    def __init__(self, session: Session, name: str, text: str, picture: str) -> None:
        super().__init__(session, name, text, left=20, right=4)
        self._picture = picture

    def paint_signs(self, painter: QPainter, *, hovered: bool) -> str:
        """Paint the icon."""
        colours = self.session.palette
        ink = colours.on_accentbg if hovered and colours.outlined else colours.accent
        paint_icon(painter, QRectF(2, 4, 13, 13), self._picture, ink)
        return ink
