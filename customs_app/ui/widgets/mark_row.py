"""A mark as the inspectors show it, with what has changed since it was made and what is said of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.analysis.changed_fields import changed_lines
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.figures.signs import verdict_sign
from customs_app.language.labels import delegation_name, label
from customs_app.language.numbers import day
from customs_app.ui.icons import icon_pixmap
from customs_app.ui.session import Session
from customs_app.ui.widgets.comments import Comments
from customs_app.ui.widgets.labels import SignLabel, wrapped
from customs_app.ui.widgets.small import link

_LONGEST = 60
"""Signs of a value that has changed; the whole of it stands in the step."""


class MarkRow(QWidget):
    """One mark: sign, verdict and target, by whom and when, reason, what has changed since.

    `comments` stand below it; whoever makes the row fills them.
    """

    change_asked = Signal(object)
    remove_asked = Signal(str)
    confirm_asked = Signal(str)

    def __init__(self, session: Session, mark: Mark, full: FullProcedure, reference: Reference) -> None:
        super().__init__()
        self._session, self._words, self._mark = session, session.words, mark
        self.setObjectName("mark_row")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(8)
        sign = verdict_sign(mark.verdict, session.palette, self._words, stale=bool(mark.stale))
        row.addWidget(SignLabel(sign), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        row.addLayout(column, 1)
        title = wrapped(self._title(full, reference))
        title.setObjectName("mark_title")
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        column.addWidget(title)
        column.addWidget(wrapped(self._by(), role="small"))
        if mark.reason:
            reason = wrapped(mark.reason, role="second")
            reason.setObjectName("mark_row_reason")
            column.addWidget(reason)
        if mark.article:
            column.addWidget(wrapped(mark.article, role="small"))
        if mark.stale:
            column.addLayout(self._stale(full, reference))
        if mark.reviewer == session.who and not session.catalogue.read_only:
            column.addLayout(self._own())
        self.comments = Comments(session, mark)
        column.addWidget(self.comments)

    def _title(self, full: FullProcedure, reference: Reference) -> str:
        words, mark = self._words, self._mark
        parts = [label(mark.verdict, words)]
        if mark.merge_into is not None:
            numbers = [step.seq for step in full.steps if step.id == mark.merge_into]
            parts += [words.text("step {n}", n=str(n)) for n in numbers]
        if mark.document_id is not None:
            document = reference.documents.get(mark.document_id)
            parts.append(document.name[words.language] if document else mark.document_id)
        return " · ".join(parts)

    def _by(self) -> str:
        words, mark = self._words, self._mark
        countries = self._session.catalogue.reference().countries
        delegation = delegation_name(mark.reviewer.delegation, countries, words)
        return f"{mark.reviewer.name} · {delegation} · {day(mark.at, words.language)}"

    def _stale(self, full: FullProcedure, reference: Reference) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        picture = QLabel()
        palette = self._session.palette
        picture.setPixmap(icon_pixmap("history", palette.warn, 14, self.devicePixelRatioF()))
        changed = changed_lines(self._mark, full, reference, self._words, longest=_LONGEST)
        says = wrapped("\n".join((self._words.text("Changed since:"), *changed)), role="warn")
        says.setObjectName("mark_stale")
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(says, 1)
        return row

    def _own(self) -> QVBoxLayout:
        """What can be done about one's own mark; to confirm it stands apart, there is no room beside."""
        text, mark = self._words.text, self._mark
        column, row = QVBoxLayout(), QHBoxLayout()
        column.setSpacing(0)
        if mark.stale:
            confirm = link(
                "mark_confirm",
                text("Confirm anew"),
                lambda: self.confirm_asked.emit(mark.id),
                text("It holds for the step as it stands now"),
            )
            column.addWidget(confirm, 0, Qt.AlignmentFlag.AlignLeft)
        row.setSpacing(10)
        row.addWidget(link("mark_change", text("Change"), lambda: self.change_asked.emit(mark.document_id)))
        row.addWidget(link("mark_remove", text("Take back"), lambda: self.remove_asked.emit(mark.id)))
        row.addStretch()
        column.addLayout(row)
        return column
