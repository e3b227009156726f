"""What to know before an export: a line for each remark, which leads to what it speaks of."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.ui.icons import icon_pixmap
from customs_app.ui.proposals.checks import NOTE, Check
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import ElidedLabel
from customs_app.ui.widgets.small import heading
from customs_app.ui.widgets.tips import plain


class ChecksView(QWidget):
    """The remarks under a heading; `chosen` carries the Check that was clicked."""

    chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self.setObjectName("proposal_checks")
        self.setAccessibleName(self._words.text("Before export"))
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._count = QLabel()
        self._count.setObjectName("proposal_checks_count")
        self._count.setProperty("role", "small")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(heading(self._words.text("Before export")))
        head.addWidget(self._count)
        head.addStretch(1)
        self._lines: list[CheckLine] = []
        self._shown: tuple[Check, ...] | None = None
        self._place = QVBoxLayout()
        self._place.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(3)
        column.addLayout(head)
        column.addLayout(self._place)

    def show_checks(self, checks: tuple[Check, ...] | None) -> None:
        """Show these remarks; None as long as they are being looked for."""
        words = self._words
        if checks is not None and checks == self._shown:
            return
        self._shown = checks
        for line in self._lines:
            self._place.removeWidget(line)
            line.deleteLater()
        self._lines = [CheckLine(self._session, check) for check in checks or ()]
        for line in self._lines:
            line.pressed.connect(self.chosen)
            self._place.addWidget(line)
        n = len(self._lines)
        said = words.count("{n} remark", "{n} remarks", n) if n else words.text("nothing to remark")
        self._count.setText(said if checks is not None else "…")


class CheckLine(QWidget):
    """One remark: by click, Space or Enter it leads to what it speaks of."""

    pressed = Signal(object)

    def __init__(self, session: Session, check: Check) -> None:
        super().__init__()
        self.check = check
        text = session.words.say(check.message)
        palette = session.palette
        self.setObjectName("proposal_check")
        self.setProperty("ringed", "true")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        sign = QLabel()
        colour = palette.text3 if check.kind == NOTE else palette.warn
        sign.setPixmap(icon_pixmap(check.kind, colour, 14, self.devicePixelRatioF()))
        self._label = ElidedLabel(text)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setToolTip(plain(text))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(7)
        row.addWidget(sign)
        row.addWidget(self._label, 1)

    def sizeHint(self) -> QSize:
        """A line of text."""
        return QSize(120, 22)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(self.check)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead there by Space and Enter."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit(self.check)
        else:
            super().keyPressEvent(event)
