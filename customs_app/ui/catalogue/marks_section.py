"""Marks on a step and its documents in the inspector, with what has changed since they were made."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.domain.procedure import Step
from customs_app.domain.review import Mark
from customs_app.figures.signs import verdict_sign
from customs_app.language.labels import label
from customs_app.language.numbers import day
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.catalogue.section import Section
from customs_app.ui.catalogue.small import link
from customs_app.ui.catalogue.step_form import FIELDS
from customs_app.ui.icons import icon_pixmap
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import SignLabel, wrapped

_WITHOUT_OLD = frozenset({"agency_id", "activity", "source_id", "depends_on", "time_covers", "cost_covers"})
_LONGEST = 60


class MarksSection(Section):
    """All marks, one's own with what can be done about them.

    `mark_asked` carries a document's id or None; `remove_asked` and `confirm_asked` a mark's id.
    """

    mark_asked = Signal(object)
    remove_asked = Signal(str)
    confirm_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "marks", session.words.text("Marks"))
        text = session.words.text
        self.add = link(
            "add_mark", text("+ Mark (M)"), lambda: self.mark_asked.emit(None), text("Mark this step (M)")
        )
        self.beside.addWidget(self.add)
        self._rows: list[MarkRow] = []

    def show_step(self, opened: OpenProcedure, step: Step) -> None:
        """Show the marks of a step."""
        marks = opened.marks_of(step.id)
        while self._rows:
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        for mark in reversed(marks):
            row = MarkRow(self.session, opened, mark)
            row.change_asked.connect(self.mark_asked)
            row.remove_asked.connect(self.remove_asked)
            row.confirm_asked.connect(self.confirm_asked)
            self._rows.append(row)
            self.body.addWidget(row)
        self.count.setText(str(len(marks)) if marks else self.words.text("none"))


class MarkRow(QWidget):
    """One mark: sign, verdict and target, by whom and when, reason, what has changed since."""

    change_asked = Signal(object)
    remove_asked = Signal(str)
    confirm_asked = Signal(str)

    def __init__(self, session: Session, opened: OpenProcedure, mark: Mark) -> None:
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
        title = wrapped(self._title(opened))
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
            column.addLayout(self._stale())
        if mark.reviewer == session.who:
            column.addLayout(self._own())

    def _title(self, opened: OpenProcedure) -> str:
        words, mark = self._words, self._mark
        parts = [label(mark.verdict, words)]
        if mark.merge_into is not None:
            numbers = opened.numbers([mark.merge_into])
            parts += [words.text("step {n}", n=str(n)) for n in numbers]
        if mark.document_id is not None:
            document = opened.reference.documents.get(mark.document_id)
            parts.append(document.name[words.language] if document else mark.document_id)
        return " · ".join(parts)

    def _by(self) -> str:
        words, mark = self._words, self._mark
        country = self._session.catalogue.reference().countries.get(mark.reviewer.delegation)
        delegation = country.name[words.language] if country else words.text("Secretariat")
        return f"{mark.reviewer.name} · {delegation} · {day(mark.at, words.language)}"

    def _stale(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        picture = QLabel()
        palette = self._session.palette
        picture.setPixmap(icon_pixmap("history", palette.warn, 14, self.devicePixelRatioF()))
        says = wrapped(
            self._words.text("Changed since: {fields}", fields=tuple(self._changed())), role="warn"
        )
        says.setObjectName("mark_stale")
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(says, 1)
        return row

    def _changed(self) -> list[str]:
        words, mark = self._words, self._mark
        named = []
        for column in mark.stale:
            field = FIELDS.get(column)
            name = words.text(field.label) if field else words.text("the document")
            old = (mark.as_stood or {}).get(column)
            if field is None or column in _WITHOUT_OLD:
                named.append(name)
            elif old is None:
                named.append(words.text("{field} (was unknown)", field=name))
            else:
                shown = old if len(old) <= _LONGEST else f"{old[:_LONGEST]}…"
                named.append(words.text("{field} (was {old})", field=name, old=shown))
        return list(dict.fromkeys(named))

    def _own(self) -> QHBoxLayout:
        text, mark = self._words.text, self._mark
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(link("mark_change", text("Change"), lambda: self.change_asked.emit(mark.document_id)))
        if mark.stale:
            row.addWidget(
                link(
                    "mark_confirm",
                    text("Confirm"),
                    lambda: self.confirm_asked.emit(mark.id),
                    text("It holds for the step as it stands now"),
                )
            )
        row.addWidget(link("mark_remove", text("Take back"), lambda: self.remove_asked.emit(mark.id)))
        row.addStretch()
        return row
