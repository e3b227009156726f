"""A section of the inspector that says sentences, each with its icon, rule, place to go and source."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from customs_app.ui.corridors.looks import NoteLook
from customs_app.ui.icons import icon, icon_pixmap
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import Badge, wrapped
from customs_app.ui.widgets.section import Section
from customs_app.ui.widgets.source_line import SourceLine

_AT_ONCE = 8


class NotesSection(Section):
    """Hidden where there is nothing to say; `step_chosen` carries the id of the step that a note is about."""

    step_chosen = Signal(str)

    def __init__(self, session: Session, name: str, title: str) -> None:
        super().__init__(session, name, title)
        self._shown: tuple[NoteLook, ...] = ()
        self._page: QWidget | None = None
        self.heading.setWordWrap(True)
        self.hide()

    def show_notes(self, notes: Sequence[NoteLook]) -> None:
        """Show these sentences; the first ones where they are many, and how many there are besides."""
        self.setVisible(bool(notes))
        if tuple(notes) == self._shown:
            return
        self._shown = tuple(notes)
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for note in notes[:_AT_ONCE]:
            column.addLayout(self._line(note))
        if len(notes) > _AT_ONCE:
            n = len(notes) - _AT_ONCE
            column.addWidget(wrapped(self.words.count("and {n} more", "and {n} more", n), role="small"))
        self.count.setText(str(len(notes)))
        self.body.addWidget(self._page)

    def _line(self, note: NoteLook) -> QHBoxLayout:
        palette = self.session.palette
        row = QHBoxLayout()
        row.setSpacing(6)
        sign = QLabel()
        colour = palette.warn if note.warns else palette.text2
        sign.setPixmap(icon_pixmap(note.icon, colour, 14, self.devicePixelRatioF()))
        sign.setFixedSize(14, 18)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        if note.badge:
            row.addWidget(Badge(note.badge, palette), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(wrapped(note.text))
        if note.below:
            texts.addWidget(wrapped(note.below, role="small"))
        if note.source is not None:
            line = SourceLine(self.session)
            line.show_source(note.source)
            texts.addWidget(line)
        row.addLayout(texts, 1)
        if note.step_id is not None:
            row.addWidget(self._way(note, note.step_id), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _way(self, note: NoteLook, step_id: str) -> QToolButton:
        way = QToolButton()
        way.setObjectName(f"{self.objectName()}_{step_id}")
        way.setIcon(icon("arrow-right", self.session.palette))
        way.setIconSize(QSize(12, 12))
        way.setFixedSize(20, 20)
        way.setAutoRaise(True)
        way.setToolTip(self.words.text("Show this step in the chain"))
        way.setAccessibleName(f"{way.toolTip()}: {note.text}")
        way.clicked.connect(lambda _checked=False: self.step_chosen.emit(step_id))
        return way
