"""What the signs of the table mean; folded and unfolded at the foot of the tree."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from customs_app.domain.codes import Evidence
from customs_app.figures import tokens
from customs_app.figures.qt_painter import paint
from customs_app.figures.signs import Covered, coverage_strip, evidence_sign
from customs_app.language.labels import label
from customs_app.language.numbers import number
from customs_app.ui import fonts
from customs_app.ui.icons import icon, paint_icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import badge_width, paint_badge

_LINE = 20


class Legend(QWidget):
    """A heading that folds, and the signs with their words in two columns."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        text = session.words.text
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.button = QToolButton(self)
        self.button.setObjectName("legend_fold")
        self.button.setText(text("Signs"))
        self.button.setAccessibleName(text("Signs"))
        self.button.setToolTip(text("Fold or unfold what the signs mean"))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setIconSize(QSize(12, 12))
        self.button.setFont(fonts.font(tokens.SMALL, bold=True))
        self.button.clicked.connect(lambda: self.set_folded(not self.folded))
        self._signs = _Signs(session, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 6)
        column.setSpacing(2)
        column.addWidget(self.button)
        column.addWidget(self._signs)
        self.set_folded(False)

    @property
    def folded(self) -> bool:
        """Whether only the heading is shown."""
        return self._signs.isHidden()

    def set_folded(self, folded: bool) -> None:
        """Show only the heading, or the signs too."""
        self._signs.setVisible(not folded)
        self.button.setIcon(icon("chevron-right" if folded else "chevron-down", self._session.palette))


class _Signs(QWidget):
    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours, self._words = session.palette, session.words
        self._entries = self._worded()
        self.setFixedHeight(_LINE * ((len(self._entries) + 1) // 2) + 2)
        self.setAccessibleName(self._words.clauses(f"{sign} {says}" for sign, says in self._entries))
        self.setToolTip("\n".join(says for _, says in self._entries))
        self.setObjectName("legend_signs")

    def _worded(self) -> list[tuple[str, str]]:
        text = self._words.text
        return [
            *((evidence.value, label(evidence, self._words)) for evidence in Evidence),
            ("?", text("unknown")),
            (text("if"), text("conditional")),
            (f"[{number(5.5, self._words.language)}]", text("spans steps")),
            (text("in {step}", step="13"), text("counted there")),
            ("≤ 24", text("limit")),
            ("scale", text("fee scale")),
            ("inside", text("in aggregate")),
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the signs in two columns."""
        painter = QPainter(self)
        half = self.width() / 2
        painter.setFont(fonts.font(tokens.SMALL))
        for place, (sign, says) in enumerate(self._entries):
            x, y = 6 + half * (place % 2), _LINE * (place // 2) + _LINE / 2
            x += self._paint_sign(painter, sign, x, y)
            room = int(6 + half * (place % 2) + half - 8 - x)
            font = fonts.font(tokens.SMALL)
            painter.setFont(font)
            painter.setPen(QColor(self._colours.text2))
            shown = QFontMetrics(font).elidedText(says, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(x, y - _LINE / 2, room + 4, _LINE), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def _paint_sign(self, painter: QPainter, sign: str, x: float, y: float) -> float:
        """Paint one sign, its middle left at a point; the width taken."""
        box = QRectF(x, y - 7, 14, 14)
        if sign in {evidence.value for evidence in Evidence}:
            paint(painter, box, evidence_sign(Evidence(sign), self._colours, self._words))
            return 20
        if sign == "scale":
            paint_icon(painter, box, "chart-no-axes-column-increasing", self._colours.text2)
            return 20
        if sign == "inside":
            paint(painter, QRectF(x + 4, y - 5, 6, 10), coverage_strip([Covered.INSIDE], self._colours, ""))
            return 20
        if sign == self._words.text("if"):
            paint_badge(painter, QPointF(x - 4, y), sign, self._colours, plain=True)
            return badge_width(sign)
        font = fonts.font(tokens.SMALL)
        painter.setFont(font)
        painter.setPen(QColor(self._colours.text2))
        width = QFontMetrics(font).horizontalAdvance(sign)
        shift = max(0.0, (14 - width) / 2)
        painter.drawText(
            QRectF(x + shift, y - _LINE / 2, width + 4, _LINE), Qt.AlignmentFlag.AlignVCenter, sign
        )
        return max(20.0, width + 6)
