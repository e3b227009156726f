"""The foot of the window: progress of long work, sentences about what happened, and the status bar."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStatusBar, QVBoxLayout, QWidget

from customs_app.domain.codes import RoundState
from customs_app.figures import tokens
from customs_app.language.labels import delegation_name
from customs_app.ui import fonts
from customs_app.ui.icons import icon, icon_pixmap
from customs_app.ui.session import NOBODY, Session

if TYPE_CHECKING:
    from customs_app.catalogue.results import Changes
    from customs_app.ui.frame.strips import NoticeStrip, ProgressStrip
    from customs_app.ui.session import Notice
    from customs_app.ui.tasks import Task


class Foot(QWidget):
    """Two strips that stand above the status bar when there is something to say; each is then built."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("foot")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        session.noticed.connect(self._show_notice)
        session.tasks.started.connect(self._show_task)
        if session.tasks.current is not None:
            self._show_task(session.tasks.current)

    @cached_property
    def notice(self) -> NoticeStrip:
        """The sentence about what happened."""
        from customs_app.ui.frame.strips import NoticeStrip  # noqa: PLC0415 - not at start

        strip = NoticeStrip(self._session)
        self._column.insertWidget(0, strip)
        return strip

    @cached_property
    def progress(self) -> ProgressStrip:
        """How far the job at work has come."""
        from customs_app.ui.frame.strips import ProgressStrip  # noqa: PLC0415 - not at start

        strip = ProgressStrip(self._session)
        self._column.addWidget(strip)
        return strip

    def _show_notice(self, notice: Notice) -> None:
        self.notice.show_notice(notice)

    def _show_task(self, task: Task) -> None:
        self.progress.show_task(task)


class Status(QStatusBar):
    """Who acts, the round of review, the place in the list, and at the right the keys of the view."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setSizeGripEnabled(False)
        self.setObjectName("status")
        palette = session.palette
        left, right = QWidget(self), QWidget(self)
        self.who = QPushButton(left)
        self.who.setObjectName("status_who")
        self.who.setFlat(True)
        self.who.setProperty("link", "true")
        self.who.setFont(fonts.font(tokens.SMALL))
        self.who.setProperty("tone", "text2")
        self.who.setIcon(icon("users", palette))
        self.who.setIconSize(QSize(14, 14))
        self.who.setToolTip(session.words.text("Who I am…"))
        self.round = _small(left)
        self.round.setObjectName("status_round")
        self.round.hide()
        self.place = _small(left)
        self.keys = _small(right)
        self._keyboard = QLabel(right)
        self._keyboard.setPixmap(icon_pixmap("keyboard", palette.text3, 14, self.devicePixelRatioF()))
        self._keyboard.hide()
        row = QHBoxLayout(left)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.who)
        row.addWidget(self.round)
        row.addWidget(self.place)
        keys = QHBoxLayout(right)
        keys.setContentsMargins(0, 0, 10, 0)
        keys.setSpacing(6)
        keys.addWidget(self._keyboard)
        keys.addWidget(self.keys)
        self.addWidget(left)
        self.addPermanentWidget(right)
        session.who_changed.connect(self._show_who)
        session.changed.connect(self._on_changed)
        self._show_who()

    def show_texts(self, place: str, keys: str) -> None:
        """Show the place in the list, and the keys of the view."""
        self.place.setText(place)
        self.keys.setText(keys)
        self._keyboard.setVisible(bool(keys))

    def show_round(self) -> None:
        """Say which round of review is under way, or was the last, and whether marks of others are seen."""
        found, words = self._session.round(), self._session.words
        self.round.setVisible(found is not None)
        if found is None:
            return
        if found.state is RoundState.BLIND:
            self.round.setText(words.text("Round {n}, blind", n=str(found.number)))
            tip = words.text("Nobody sees what others mark until the round is opened")
        else:
            self.round.setText(words.text("Round {n}, opened", n=str(found.number)))
            tip = words.text("The marks of all are seen")
        self.round.setToolTip(tip)

    def _on_changed(self, changes: Changes | None) -> None:
        if changes is None or "round" in changes.tables:
            self.show_round()

    def _show_who(self) -> None:
        who, words = self._session.who, self._session.words
        if who == NOBODY:
            self.who.setText(words.text("Say who you are"))
            return
        countries = self._session.catalogue.reference().countries
        self.who.setText(f"{delegation_name(who.delegation, countries, words)} · {who.name}")
        self.who.setAccessibleName(self.who.text())


def _small(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setFont(fonts.font(tokens.SMALL))
    label.setProperty("tone", "text2")
    return label
