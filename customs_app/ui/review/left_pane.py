"""The left side of the review: findings with their filters and legend, or a summary of the marks."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from customs_app.domain.codes import Confidence
from customs_app.figures import tokens
from customs_app.figures.qt_painter import paint
from customs_app.figures.signs import confidence_sign
from customs_app.language.labels import label
from customs_app.ui import fonts
from customs_app.ui.review.filter_bar import FilterBar
from customs_app.ui.review.list_model import FindingsModel
from customs_app.ui.review.list_view import FindingsView
from customs_app.ui.session import Session
from customs_app.ui.widgets.small import Rule

FINDINGS, MARKS = 0, 1


class LeftPane(QWidget):
    """Two tabs: findings, and marks. `tab_changed` carries FINDINGS or MARKS, `filter_changed` nothing."""

    tab_changed = Signal(int)
    filter_changed = Signal()

    def __init__(self, session: Session, marks: QWidget) -> None:
        super().__init__()
        words = session.words
        self._words = words
        self.setObjectName("review_left")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = QTabBar()
        self.tabs.setObjectName("review_tabs")
        self.tabs.setAccessibleName(words.text("What is worked through"))
        self.tabs.setExpanding(True)
        self.tabs.setDrawBase(False)
        self.tabs.addTab(words.text("Findings"))
        self.tabs.addTab(words.text("Marks"))
        self.bar = FilterBar(session)
        self.model = FindingsModel(words, self)
        self.view = FindingsView(session, self.model)
        self.low = QToolButton()
        self.low.setObjectName("show_low")
        self.low.setCheckable(True)
        self.low.setProperty("framed", "true")
        self.low.setFont(fonts.font(tokens.SMALL))
        self.low.setToolTip(words.text("Show low confidence: findings that are often explained otherwise"))
        self.show_low_count(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._findings_page(session))
        self._stack.addWidget(marks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._on_tab)
        self.bar.changed.connect(self.filter_changed)
        self.low.toggled.connect(lambda _: self.filter_changed.emit())
        self.bar.text.installEventFilter(self)

    @property
    def tab(self) -> int:
        """FINDINGS or MARKS."""
        return self.tabs.currentIndex()

    def show_counts(self, findings: int, marks: int) -> None:
        """Say beside the names of the tabs how much they hold."""
        text = self._words.text
        self.tabs.setTabText(FINDINGS, text("Findings {n}", n=findings))
        self.tabs.setTabText(MARKS, text("Marks {n}", n=marks))

    def show_low_count(self, n: int) -> None:
        """Say how many findings of low confidence there are."""
        says = self._words.text("Show low confidence ({n})", n=n)
        self.low.setText(says)
        self.low.setAccessibleName(says)

    def set_low(self, *, shown: bool) -> None:
        """Show low confidence or not, without telling."""
        with QSignalBlocker(self.low):
            self.low.setChecked(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the filter, ↓ and Enter lead into the list; Esc empties it first."""
        if watched is self.bar.text and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.view.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self.bar.text.text():
                    self.bar.text.clear()
                else:
                    self.view.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _findings_page(self, session: Session) -> QWidget:
        page = QWidget()
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 6, 12, 6)
        foot.setSpacing(4)
        foot.addWidget(ConfidenceLegend(session))
        foot.addWidget(self.low, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(Rule(session.palette))
        column.addWidget(self.view, 1)
        column.addWidget(Rule(session.palette))
        column.addLayout(foot)
        return page

    def _on_tab(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)
        self.tab_changed.emit(tab)


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
