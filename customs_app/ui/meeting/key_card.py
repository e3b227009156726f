"""One of the eight keys of a verdict, as a card with digit, sign and name."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from customs_app.domain.codes import Verdict
from customs_app.figures.qt_painter import paint
from customs_app.figures.signs import verdict_sign
from customs_app.figures.tokens import on_chosen
from customs_app.language.labels import label
from customs_app.ui.meeting.scale import CAPTION, Scale
from customs_app.ui.session import Session

_HEIGHT, _SIGN, _PAD, _ABOVE = 112, 36, 10, 54
_LEAST = 11.0
_NAME = 13.0
_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class KeyCard(QAbstractButton):
    """Digit at the upper left, the sign, the name below; framed where it is what was decided."""

    def __init__(self, verdict: Verdict, digit: str, session: Session) -> None:
        super().__init__()
        words = session.words
        self._session, self._digit, self.verdict = session, digit, verdict
        self._scale = Scale()
        self._name = label(verdict, words)
        self.setObjectName(f"meeting_verdict_{verdict}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its digit does the same wherever one is
        self.setAccessibleName(self._name)
        self.setToolTip(f"{self._name} ({digit})")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_scale(self, scale: Scale) -> None:
        """Take another size."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._scale.px(96), self._scale.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow; its name then takes more lines."""
        return QSize(self._scale.px(60), self._scale.px(_HEIGHT))

    @property
    def least_width(self) -> int:
        """From which width on its name is not cut, in pixels."""
        metrics = QFontMetricsF(_smallest(self._scale))
        return round(max(map(metrics.horizontalAdvance, self._name.split())) + self._scale.px(8)) + 4

    def hasHeightForWidth(self) -> bool:
        """It has."""
        return True

    def heightForWidth(self, width: int) -> int:
        """High enough for the name in its smallest type."""
        px = self._scale.px
        box = QRectF(0, 0, width - px(8), 10_000)
        metrics = QFontMetricsF(_smallest(self._scale))
        needed = metrics.boundingRect(box, int(_CENTRED | Qt.TextFlag.TextWordWrap), self._name).height()
        return max(px(_HEIGHT), px(_ABOVE) + round(needed) + px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, digit, sign and name."""
        colours, px, chosen = self._session.palette, self._scale.px, self.isChecked()
        ink = on_chosen(colours) if chosen else colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = colours.sel if chosen else colours.accentbg if self.underMouse() else colours.base
        if self.underMouse() and not chosen:
            ink = on_chosen(colours) if colours.outlined else colours
        painter.setBrush(QColor(ground))
        edge = 2 if chosen else 1
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.ctl), edge))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), 4, 4)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        painter.setPen(QColor(ink.text2))
        painter.setFont(self._scale.font(CAPTION, bold=True))
        painter.drawText(QPointF(px(_PAD), px(8) + QFontMetricsF(painter.font()).ascent()), self._digit)
        side = px(_SIGN)
        sign = verdict_sign(self.verdict, ink, self._session.words)
        paint(painter, QRectF((self.width() - side) / 2, px(14), side, side), sign)
        self._paint_name(
            painter,
            QRectF(px(4), px(_ABOVE), self.width() - px(8), self.height() - px(_ABOVE + 4)),
            ink.text,
            chosen,
        )
        painter.end()

    def _paint_name(self, painter: QPainter, box: QRectF, ink: str, bold: bool) -> None:
        """Paint the name in as large a type as lets it stand whole in its box."""
        flags = _CENTRED | Qt.TextFlag.TextWordWrap
        points = _NAME
        while True:
            font = self._scale.font(points, bold=bold)
            metrics = QFontMetricsF(font)
            widest = max(metrics.horizontalAdvance(word) for word in self._name.split() or [""])
            needed = metrics.boundingRect(box, int(flags), self._name).height()
            if (widest <= box.width() and needed <= box.height()) or font.pointSizeF() <= _LEAST:
                break
            points -= 0.5
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(box, int(flags), self._name)


def _smallest(scale: Scale) -> QFont:
    font = scale.font(_NAME, bold=True)
    font.setPointSizeF(_LEAST)
    return font
