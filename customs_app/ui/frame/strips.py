"""The two strips above the status bar: how far long work has come, and a sentence about what happened."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from customs_app.ui.frame.docks import small_button
from customs_app.ui.icons import icon, icon_pixmap
from customs_app.ui.session import Notice, Session
from customs_app.ui.tasks import Task
from customs_app.ui.widgets.labels import ElidedLabel


class ProgressStrip(QWidget):
    """How far the job at work has come, with a button that cancels it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        words = session.words
        self._task: Task | None = None
        self.setObjectName("progress_strip")
        _dress(self)
        self._title = ElidedLabel()
        self.bar = QProgressBar()
        self.bar.setFixedWidth(260)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words.text("Progress"))
        self.cancel = QPushButton(words.text("Cancel"))
        self.cancel.setObjectName("cancel_task")
        self.cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self._title, 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        session.tasks.progressed.connect(self._on_progressed)
        session.tasks.ended.connect(self._on_ended)
        self.hide()

    def show_task(self, task: Task) -> None:
        """Show a job that has begun."""
        self._task = task
        self._title.set_text(task.title)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.show()

    def _on_progressed(self, task: Task, done: int, of: int) -> None:
        if task is self._task:
            self.bar.setRange(0, of)
            self.bar.setValue(done)

    def _on_ended(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.hide()

    def _on_cancel(self) -> None:
        if self._task is not None:
            self.cancel.setEnabled(False)
            self._task.cancel()


class NoticeStrip(QWidget):
    """A sentence about what happened, until it is closed or another takes its place."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        words = session.words
        self._session = session
        self._made: Path | None = None
        self.setObjectName("notice_strip")
        _dress(self)
        self._sign = QLabel()
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.open = QPushButton(words.text("Open"))
        self.open.setObjectName("open_made")
        self.open.clicked.connect(self._on_open)
        self.folder = QPushButton(words.text("Show in folder"))
        self.folder.setObjectName("show_made")
        self.folder.clicked.connect(self._on_folder)
        close = small_button("close_notice")
        close.setIcon(icon("x", session.palette))
        close.setToolTip(words.text("Close"))
        close.setAccessibleName(close.toolTip())
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self.label, 1)
        for button in (self.open, self.folder, close):
            row.addWidget(button)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a sentence."""
        palette = self._session.palette
        name, colour = ("triangle-alert", palette.bad) if notice.bad else ("info", palette.accent)
        self._sign.setPixmap(icon_pixmap(name, colour, 16, self.devicePixelRatioF()))
        text = self._session.words.say(notice.message)
        self.label.setText(text)
        self.label.setAccessibleName(text)
        self._made = notice.made
        for button in (self.open, self.folder):
            button.setVisible(notice.made is not None)
            button.setEnabled(True)
        self.show()

    def _on_open(self) -> None:
        if self._made is not None:
            self.open.setEnabled(QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made))))

    def _on_folder(self) -> None:
        if self._made is not None:
            folder = QUrl.fromLocalFile(str(self._made.parent))
            self.folder.setEnabled(QDesktopServices.openUrl(folder))


def _dress(strip: QWidget) -> None:
    strip.setProperty("surface", "panel")
    strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
