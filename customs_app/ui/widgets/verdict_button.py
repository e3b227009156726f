"""A button that chooses a verdict: its sign, its short name, and the key that does the same."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from customs_app.domain.codes import Verdict
from customs_app.figures import tokens
from customs_app.figures.qt_painter import paint
from customs_app.figures.signs import verdict_sign
from customs_app.language.labels import label
from customs_app.language.words import N_
from customs_app.ui import fonts
from customs_app.ui.session import Session

SHORT_NAMES = {
    Verdict.KEEP: N_("Keep"),
    Verdict.REMOVE: N_("Remove"),
    Verdict.MERGE: N_("Merge"),
    Verdict.SUBMIT_ONCE: N_("Submit once"),
    Verdict.PARALLEL: N_("In parallel"),
    Verdict.ONLINE: N_("Online"),
    Verdict.RISK_BASED: N_("By risk only"),
    Verdict.LAW_FIRST: N_("Law first"),
}
_HEIGHT, _KEY = 30, 17
_TINT = 0.12


class VerdictButton(QAbstractButton):
    """Checked, it is tinted and framed in the colour of its verdict, and its name is bold.

    Its name is the short one where `text` gives no other; `name` begins the name by which tests find it.
    """

    def __init__(
        self, verdict: Verdict, key: str, session: Session, *, name: str, text: str | None = None
    ) -> None:
        super().__init__()
        self.verdict = verdict
        self._key, self._colours = key, session.palette
        self._sign = verdict_sign(verdict, session.palette, session.words)
        self._font, self._bold = fonts.font(tokens.BODY), fonts.font(tokens.BODY, bold=True)
        self._caption = fonts.font(tokens.CAPTION)
        says = label(verdict, session.words)
        self.setObjectName(f"{name}_{verdict.value}")
        self.setText(session.words.text(SHORT_NAMES[verdict]) if text is None else text)
        self.setToolTip(f"{says} ({key})")
        self.setAccessibleName(says)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """As wide as its name, its sign and its key."""
        wide = QFontMetrics(self._bold).horizontalAdvance(self.text())
        return QSize(10 + 16 + 8 + wide + 8 + _KEY + 8, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, on = self._colours, self.isChecked()
        hue = colours.verdict[self.verdict]
        ground = colours.base
        if on and not colours.outlined:
            ground = _mixed(colours.base, hue, _TINT)
        elif self.underMouse() and self.isEnabled() and not colours.outlined:
            ground = colours.accentbg
        pen = QPen(QColor(hue if on else colours.ctl if self.isEnabled() else colours.line2), 2 if on else 1)
        inset = 1.0 if on else 0.5
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 3, 3)
        if not self.isEnabled():
            painter.setOpacity(0.55)
        paint(painter, QRectF(8, (self.height() - 16) / 2, 16, 16), self._sign)
        self._paint_name(painter, bold=on)
        self._paint_key(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 1 + colours.ring))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def _paint_name(self, painter: QPainter, *, bold: bool) -> None:
        font = self._bold if bold else self._font
        painter.setFont(font)
        painter.setPen(QColor(self._colours.text))
        room = self.width() - 30 - _KEY - 9
        name = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(30, 0, room + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_key(self, painter: QPainter) -> None:
        colours = self._colours
        box = QRectF(self.width() - _KEY - 6.5, (self.height() - _KEY) / 2 + 0.5, _KEY - 1, _KEY - 1)
        painter.setPen(QColor(colours.line2))
        painter.setBrush(QColor(colours.base))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(self._caption)
        painter.setPen(QColor(colours.text2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)


def _mixed(ground: str, hue: str, share: float) -> str:
    """A colour with a share of another in it."""
    one, other = QColor(ground), QColor(hue)
    parts = (
        round(a + (b - a) * share)
        for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*parts).name()
