"""Documents of a step in the inspector, with their code, form, role and marks."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics

from customs_app.domain.codes import Form, Role
from customs_app.domain.procedure import DocumentUse, Step
from customs_app.domain.review import Mark
from customs_app.figures import tokens
from customs_app.figures.signs import verdict_sign
from customs_app.language.labels import label
from customs_app.ui import fonts
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.session import Session
from customs_app.ui.widgets.lines import Line, LinesView
from customs_app.ui.widgets.section import Section
from customs_app.ui.widgets.small import link

_ICONS = {Role.INPUT: "log-in", Role.OUTPUT: "log-out", Role.SHOWN: "eye"}
_MARK_WIDTH = 18


class DocumentsSection(Section):
    """What the step does with documents. `mark_asked` carries a document's id, `add_asked` nothing."""

    mark_asked = Signal(str)
    add_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session, "documents", session.words.text("Documents"))
        self.view = LinesView("step_documents", session.words.text("Documents"), session.palette)
        self.view.opened.connect(self._on_opened)
        words, metrics = session.words, QFontMetrics(fonts.tabular(tokens.SMALL))
        forms = (label(form, words) for form in Form)
        self._form_width = max(metrics.horizontalAdvance(form) for form in forms) + 2
        self._code_width = metrics.horizontalAdvance(words.text("no code")) + 2
        self.body.addWidget(self.view)
        self.add = link(
            "add_document",
            session.words.text("+ Document"),
            self.add_asked.emit,
            session.words.text("Say that the step handles a document"),
        )
        self.beside.addWidget(self.add)

    @property
    def current(self) -> DocumentUse | None:
        """The document that is current in the list."""
        use = self.view.current
        return use if isinstance(use, DocumentUse) else None

    def show_step(self, opened: OpenProcedure, step: Step) -> None:
        """Show the documents of a step."""
        uses = sorted(opened.full.uses.get(step.id, ()), key=lambda use: list(Role).index(use.role))
        marks = opened.marks_of(step.id)
        self.view.show_lines([self._line(opened, use, marks) for use in uses])
        self.view.setVisible(bool(uses))
        self.add.setVisible(not self.session.catalogue.read_only)
        self.count.setText(self._counted(uses) or self.words.text("none recorded"))

    def _counted(self, uses: Iterable[DocumentUse]) -> str:
        words, roles = self.words, [use.role for use in uses]
        parts = []
        if n := roles.count(Role.INPUT):
            parts.append(words.count("{n} in", "{n} in", n))
        if n := roles.count(Role.OUTPUT):
            parts.append(words.count("{n} out", "{n} out", n))
        if n := roles.count(Role.SHOWN):
            parts.append(words.count("{n} shown", "{n} shown", n))
        return " · ".join(parts)

    def _line(self, opened: OpenProcedure, use: DocumentUse, marks: Iterable[Mark]) -> Line:
        words, palette = self.words, self.session.palette
        document = opened.reference.documents.get(use.document_id)
        name = document.name.shown(words.language) if document else None
        form = label(use.form, words) if use.form else "?"
        code = document.code if document and document.code else words.text("no code")
        copies = "" if use.copies is None else words.count("{n} copy", "{n} copies", use.copies)
        local = document.name_local if document and document.name_local else ""
        shown = name.text if name else use.document_id
        tip = [
            shown,
            local,
            f"{label(use.role, words)} · {form if use.form else words.text('form unknown')}",
            copies,
        ]
        own = [mark for mark in marks if mark.document_id == use.document_id]
        tip += [f"{label(mark.verdict, words)}: {mark.reason}" for mark in own]
        signs = tuple(verdict_sign(mark.verdict, palette, words, stale=bool(mark.stale)) for mark in own[:2])
        return Line(
            text=shown,
            tip="\n".join(part for part in tip if part),
            about=use,
            icon=_ICONS[use.role],
            tag="EN" if name and name.language is not words.language else "",
            right=((code, self._code_width), (form, self._form_width)),
            marks=signs,
            room=_MARK_WIDTH,
        )

    def _on_opened(self, use: object) -> None:
        if isinstance(use, DocumentUse):
            self.mark_asked.emit(use.document_id)
