"""Buttons that choose: a sign, a short name, and the key that does the same."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from customs_app.domain.codes import Verdict
from customs_app.figures import tokens
from customs_app.figures.qt_painter import paint
from customs_app.figures.signs import verdict_sign
from customs_app.figures.tokens import Palette
from customs_app.language.labels import label
from customs_app.language.words import N_
from customs_app.ui import fonts
from customs_app.ui.icons import paint_icon
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
_HEIGHT, _KEY, _GAP = 30, 17, 3
_LEFT, _RIGHT = 30, 6.5
_TINT = 0.12


class ChoiceButton(QAbstractButton):
    """Checked, it is tinted and framed in its colour (`hue`), and its name is bold.

    `picture` is the name of the icon that stands before its name.
    """

    def __init__(self, text: str, key: str, palette: Palette, *, hue: str, picture: str = "") -> None:
        super().__init__()
        self._keys: tuple[str, ...] = (key,)
        self._colours, self._hue, self._picture = palette, hue, picture
        self._font, self._bold = fonts.font(tokens.BODY), fonts.font(tokens.BODY, bold=True)
        self._caption = fonts.font(tokens.CAPTION)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """As wide as its name, its sign and its keys."""
        wide = QFontMetrics(self._bold).horizontalAdvance(self.text())
        return QSize(round(_LEFT + wide + 4 + self._keys_width() + 8), _HEIGHT)

    def paint_sign(self, painter: QPainter, box: QRectF) -> None:
        """Paint what stands before the name."""
        paint_icon(painter, box, self._picture, self._hue)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, on = self._colours, self.isChecked()
        ground = colours.base
        if on and not colours.outlined:
            ground = _mixed(colours.base, self._hue, _TINT)
        elif self.underMouse() and self.isEnabled() and not colours.outlined:
            ground = colours.accentbg
        frame = self._hue if on else colours.ctl if self.isEnabled() else colours.line2
        inset = 1.0 if on else 0.5
        painter.setPen(QPen(QColor(frame), 2 if on else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 3, 3)
        if not self.isEnabled():
            painter.setOpacity(0.55)
        self.paint_sign(painter, QRectF(8, (self.height() - 16) / 2, 16, 16))
        self._paint_name(painter, bold=on)
        self._paint_keys(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 1 + colours.ring))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def _keys_width(self) -> float:
        return len(self._keys) * (_KEY + _GAP) - _GAP

    def _paint_name(self, painter: QPainter, *, bold: bool) -> None:
        font = self._bold if bold else self._font
        painter.setFont(font)
        painter.setPen(QColor(self._colours.text))
        room = int(self.width() - _LEFT - self._keys_width() - 9)
        name = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(_LEFT, 0, room + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_keys(self, painter: QPainter) -> None:
        colours, x = self._colours, self.width() - _RIGHT - self._keys_width()
        painter.setFont(self._caption)
        for key in self._keys:
            box = QRectF(x, (self.height() - _KEY) / 2 + 0.5, _KEY - 1, _KEY - 1)
            painter.setPen(QColor(colours.line2))
            painter.setBrush(QColor(colours.base))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(QColor(colours.text2))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
            x += _KEY + _GAP


class VerdictButton(ChoiceButton):
    """Chooses a verdict; its name is the short one where `text` gives no other.

    `name` begins the name by which tests find it.
    """

    def __init__(
        self, verdict: Verdict, key: str, session: Session, *, name: str, text: str | None = None
    ) -> None:
        palette, words = session.palette, session.words
        shown = words.text(SHORT_NAMES[verdict]) if text is None else text
        super().__init__(shown, key, palette, hue=palette.verdict[verdict])
        self.verdict = verdict
        self._words, self._digit = words, key
        self._sign = verdict_sign(verdict, palette, words)
        self._says = label(verdict, words)
        self.setObjectName(f"{name}_{verdict.value}")
        self.setToolTip(f"{self._says} ({key})")
        self.setAccessibleName(self._says)

    def show_suggested(self, key: str) -> None:
        """Say that this verdict is suggested, with the key that takes the suggestion; empty: it is not."""
        self._keys = (key, self._digit) if key else (self._digit,)
        tip = f"{self._says} ({self._digit})"
        if key:
            tip += "\n" + self._words.text("This is what the finding suggests ({key})", key=key)
        self.setToolTip(tip)
        self.setAccessibleDescription(
            self._words.text("This is what the finding suggests ({key})", key=key) if key else ""
        )
        self.update()

    def paint_sign(self, painter: QPainter, box: QRectF) -> None:
        """Paint the sign of the verdict."""
        paint(painter, box, self._sign)


def _mixed(ground: str, hue: str, share: float) -> str:
    """A colour with a share of another in it."""
    one, other = QColor(ground), QColor(hue)
    parts = (
        round(a + (b - a) * share)
        for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*parts).name()
