"""The foot of the window: progress of long work, sentences about what happened, and the status bar."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QVBoxLayout, QWidget

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.frame.docks import small_button
from customs_app.ui.icons import icon, icon_pixmap
from customs_app.ui.session import NOBODY, Notice, Session
from customs_app.ui.tasks import Task
from customs_app.ui.widgets.labels import ElidedLabel


class Foot(QWidget):
    """Two strips that stand above the status bar when there is something to say."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("foot")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.progress = ProgressStrip(session)
        self.notice = NoticeStrip(session)
        column.addWidget(self.notice)
        column.addWidget(self.progress)


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
        tasks = session.tasks
        tasks.started.connect(self._on_started)
        tasks.progressed.connect(self._on_progressed)
        tasks.ended.connect(self._on_ended)
        self.hide()
        if tasks.current is not None:
            self._on_started(tasks.current)

    def _on_started(self, task: Task) -> None:
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
        session.noticed.connect(self.show_notice)
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


class Status(QStatusBar):
    """Who acts, the place in the list, and at the right the keys of the view."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setSizeGripEnabled(False)
        self.setObjectName("status")
        palette = session.palette
        self.who = QPushButton()
        self.who.setObjectName("status_who")
        self.who.setFlat(True)
        self.who.setProperty("link", "true")
        self.who.setFont(fonts.font(tokens.SMALL))
        self.who.setStyleSheet(f"color: {palette.text2};")
        self.who.setIcon(icon("users", palette))
        self.who.setIconSize(QSize(14, 14))
        self.who.setToolTip(session.words.text("Who I am…"))
        self.place = _small(session)
        self.keys = _small(session)
        self._keyboard = QLabel()
        self._keyboard.setPixmap(icon_pixmap("keyboard", palette.text3, 14, self.devicePixelRatioF()))
        self._keyboard.hide()
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.who)
        row.addWidget(self.place)
        right = QWidget()
        keys = QHBoxLayout(right)
        keys.setContentsMargins(0, 0, 10, 0)
        keys.setSpacing(6)
        keys.addWidget(self._keyboard)
        keys.addWidget(self.keys)
        self.addWidget(left)
        self.addPermanentWidget(right)
        session.who_changed.connect(self._show_who)
        self._show_who()

    def show_texts(self, place: str, keys: str) -> None:
        """Show the place in the list, and the keys of the view."""
        self.place.setText(place)
        self.keys.setText(keys)
        self._keyboard.setVisible(bool(keys))

    def _show_who(self) -> None:
        who, words = self._session.who, self._session.words
        if who == NOBODY:
            self.who.setText(words.text("Say who you are"))
            return
        countries = self._session.catalogue.reference().countries
        country = countries.get(who.delegation)
        delegation = country.name[words.language] if country else words.text("Secretariat")
        self.who.setText(f"{delegation} · {who.name}")
        self.who.setAccessibleName(self.who.text())


def _small(session: Session) -> QLabel:
    label = QLabel()
    label.setFont(fonts.font(tokens.SMALL))
    label.setStyleSheet(f"color: {session.palette.text2};")
    return label


def _dress(strip: QWidget) -> None:
    strip.setProperty("surface", "panel")
    strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
