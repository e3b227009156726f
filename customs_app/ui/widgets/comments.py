"""What is said under a mark, and a field in which to say something."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from customs_app.domain.meeting import Comment
from customs_app.domain.review import Mark
from customs_app.language.labels import delegation_name
from customs_app.language.numbers import day
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.small import link, show_if

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Comments(QWidget):
    """The comments under one mark, the oldest first; one's own can be worded anew or taken back.

    What is typed and not said yet is kept until it is, and is there again when the mark is.
    """

    def __init__(self, session: Session, mark: Mark) -> None:
        super().__init__()
        self._session, self._words, self._mark = session, session.words, mark
        self._rows: list[_CommentRow] = []
        self.setObjectName("mark_comments")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        self._said = QVBoxLayout()
        self._said.setSpacing(2)
        column.addLayout(self._said)
        if session.catalogue.read_only:
            return
        text = self._words.text
        self.add = link("comment_add", text("Comment"), self._open, text("Say something under this mark"))
        self.field = CommentField(session, mark.id, text("Comment"))
        self.field.said.connect(self._say)
        self.field.left.connect(self._close)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.field)
        self._show_field(opened=self.field.has_draft)

    def show_comments(self, comments: Sequence[Comment]) -> None:
        """Show these comments; rows of those that are shown already stay, somebody may be writing in one."""
        rows = {row.comment.id: row for row in self._rows if row.comment in comments}
        for row in self._rows:
            if row.comment.id not in rows:
                row.hide()
                row.deleteLater()
        self._rows = [rows.get(one.id) or _CommentRow(self._session, one) for one in comments]
        for place, row in enumerate(self._rows):
            if self._said.indexOf(row) != place:
                self._said.insertWidget(place, row)

    def _open(self) -> None:
        self._show_field(opened=True)
        self.field.edit.setFocus()

    def _close(self) -> None:
        self._show_field(opened=False)
        self.add.setFocus()

    def _show_field(self, *, opened: bool) -> None:
        show_if(self.field, opened)
        show_if(self.add, not opened)

    def _say(self, text: str) -> None:
        from customs_app.catalogue.commands.comments import AddComment  # noqa: PLC0415 - not at start

        if self._session.run(AddComment(self._mark.id, text)) is None:
            self.field.put(text)
        else:
            self._close()


def by_mark(session: Session, marks: Sequence[Mark]) -> Mapping[str, Sequence[Comment]]:
    """The comments under these marks, by mark id."""
    found: dict[str, list[Comment]] = {}
    for comment in session.catalogue.comments([mark.id for mark in marks]) if marks else ():
        found.setdefault(comment.mark_id, []).append(comment)
    return found


class _CommentRow(QWidget):
    """One comment: who, when, what."""

    def __init__(self, session: Session, comment: Comment) -> None:
        super().__init__()
        self._session, self.comment = session, comment
        words = session.words
        self.setObjectName("comment")
        delegation = delegation_name(
            comment.reviewer.delegation, session.catalogue.reference().countries, words
        )
        by = f"{comment.reviewer.name} · {delegation} · {day(comment.at, words.language)}"
        self._said = wrapped(comment.text)
        self._said.setObjectName("comment_text")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 2, 0, 2)
        self._column.setSpacing(1)
        self._column.addWidget(wrapped(by, role="small"))
        self._column.addWidget(self._said)
        if comment.reviewer == session.who and not session.catalogue.read_only:
            self._add_own()

    def _add_own(self) -> None:
        text = self._session.words.text
        self._field = CommentField(self._session, self.comment.id, text("Comment"))
        self._field.said.connect(self._edit)
        self._field.left.connect(lambda: self._show_field(opened=False))
        self._ways = QWidget()
        row = QHBoxLayout(self._ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(link("comment_edit", text("Change"), self._open))
        row.addWidget(link("comment_remove", text("Take back"), self._remove))
        row.addStretch()
        self._column.addWidget(self._ways)
        self._column.addWidget(self._field)
        self._show_field(opened=self._field.has_draft)

    def _open(self) -> None:
        if not self._field.has_draft:
            self._field.put(self.comment.text)
        self._show_field(opened=True)
        self._field.edit.setFocus()

    def _show_field(self, *, opened: bool) -> None:
        show_if(self._field, opened)
        show_if(self._ways, not opened)
        show_if(self._said, not opened)

    def _edit(self, text: str) -> None:
        from customs_app.catalogue.commands.comments import EditComment  # noqa: PLC0415 - not at start

        if self._session.run(EditComment(self.comment.id, text)) is None:
            self._field.put(text)

    def _remove(self) -> None:
        from customs_app.catalogue.commands.comments import RemoveComment  # noqa: PLC0415 - not at start

        self._session.run(RemoveComment(self.comment.id))


class CommentField(QWidget):
    """`said` carries the text that Enter or the button records; `left` when Esc leaves, the text stays."""

    said = Signal(str)
    left = Signal()

    def __init__(self, session: Session, key: str, says: str) -> None:
        super().__init__()
        self._key = key
        self._drafts: dict[str, str] = session.drafts("comments")
        text = session.words.text
        self.setObjectName("comment_field")
        self.edit = QPlainTextEdit()
        self.edit.setObjectName("comment_edit_text")
        self.edit.setAccessibleName(says)
        self.edit.setPlaceholderText(text("Enter records, Shift+Enter begins a line"))
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(64)
        self.edit.installEventFilter(self)
        self._record = QPushButton(text("Record"))
        self._record.setObjectName("comment_record")
        self._record.clicked.connect(self._say)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        column.addWidget(self.edit)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._record)
        row.addWidget(
            link("comment_leave", text("Back"), self.left.emit, text("What you wrote is kept (Esc)"))
        )
        row.addStretch()
        column.addLayout(row)
        self.edit.setPlainText(self._drafts.get(key, ""))
        self.edit.textChanged.connect(self._on_text)
        self._on_text()

    @property
    def has_draft(self) -> bool:
        """Whether something is written that is not said yet."""
        return bool(self._drafts.get(self._key))

    def put(self, text: str) -> None:
        """Put a text into the field."""
        self.edit.setPlainText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter records, Shift+Enter begins a line, Esc leaves."""
        if watched is self.edit and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._say()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _say(self) -> None:
        text = self.edit.toPlainText().strip()
        if text:
            self.edit.clear()
            self.said.emit(text)

    def _on_text(self) -> None:
        text = self.edit.toPlainText()
        if text.strip():
            self._drafts[self._key] = text
        else:
            self._drafts.pop(self._key, None)
        self._record.setEnabled(bool(text.strip()))
