"""The form in the inspector in which all fields of a step are edited, or a new step is written."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message
from customs_app.language.words import Words
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.catalogue.step_fields import FieldRow
from customs_app.ui.catalogue.step_form import Choices, choices, shown_values, sources, values_to_write
from customs_app.ui.step_columns import SECTIONS, Field, FieldKind

Draft = Mapping[str, str]
"""What stands in the fields: column of steps.csv -> text."""
NEW = ""
"""Stands for the id of a step that is not written yet."""


class StepEditor(QWidget):
    """All fields of one step. `saved` carries step id (NEW for a new one) and the values to write.

    What is typed and not saved is kept as a draft when the form is left, and is there again when it
    is opened for the same step.
    """

    saved = Signal(str, object)
    done = Signal()

    def __init__(self, words: Words, drafts: dict[tuple[str, str], Draft]) -> None:
        super().__init__()
        self._words = words
        self._full: FullProcedure | None = None
        self._key = ("", NEW)
        self._was: dict[str, str] = {}
        self._drafts = drafts
        self._rows: dict[str, FieldRow] = {}
        self._built_for: tuple[Reference, str] | None = None
        self.setObjectName("step_editor")
        self.setAccessibleName(words.text("Edit the step"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._foot())

    # -- what the inspector tells it

    def open(self, opened: OpenProcedure, step: Step | None, column: str = "title_en") -> None:
        """Show a step for editing, or an empty form for a new one; the cursor in a column's field."""
        country = opened.full.procedure.country
        self._build(opened.reference, country)
        self._full = opened.full
        self._key = (opened.full.procedure.id, step.id if step else NEW)
        self._was = shown_values(step, opened.full, self._words) if step else dict.fromkeys(self._rows, "")
        self._show({**self._was, **self._drafts.get(self._key, {})})
        self.complain("")
        self._say_state()
        row = self._rows[column]
        row.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(row)

    def save(self) -> None:
        """Save what was changed where every field can be read; else say at each what is wrong."""
        if self._full is None:
            return
        values, wrong = values_to_write(self._typed(), self._was, self._full, self._words)
        self.complain_fields(wrong)
        if wrong:
            self.complain(self._words.count("{n} field is wrong", "{n} fields are wrong", len(wrong)))
            return
        self._keep()
        if values:
            self.saved.emit(self._key[1], values)
        else:
            self.done.emit()

    def written(self) -> None:
        """What was saved is in the catalogue: forget the draft and go back."""
        self._drafts.pop(self._key, None)
        self._was = self._typed() if self._key[1] != NEW else dict.fromkeys(self._rows, "")
        self.done.emit()

    def complain(self, says: str) -> None:
        """Say why the catalogue did not take it."""
        self._says.setText(says)
        self._says.setVisible(bool(says))

    def leave(self) -> None:
        """Go back; what was typed is kept."""
        self._keep()
        self.done.emit()

    def keep(self) -> None:
        """Keep what was typed for when the form is opened again."""
        if self._full is not None:
            self._keep()

    def discard(self) -> None:
        """Throw away what was typed."""
        self._drafts.pop(self._key, None)
        self._show(self._was)
        self.complain_fields({})
        self.complain("")
        self._say_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    # -- building and contents

    def _foot(self) -> QWidget:
        text = self._words.text
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(10, 6, 10, 8)
        self._says = QLabel()
        self._says.setObjectName("step_editor_says")
        self._says.setProperty("role", "bad")
        self._says.setWordWrap(True)
        self._says.hide()
        column.addWidget(self._says)
        row = QHBoxLayout()
        for name, label, slot, tip in (
            ("save", text("Save"), self.save, text("Save (Enter)")),
            ("back", text("Back"), self.leave, text("Back to the step; what you typed is kept (Esc)")),
            ("discard", text("Discard"), self.discard, text("Throw away what was typed")),
        ):
            button = QPushButton(label)
            button.setObjectName(f"step_editor_{name}")
            button.setToolTip(tip)
            button.clicked.connect(slot)
            button.setProperty("primary", "true" if name == "save" else "false")
            row.addWidget(button)
            setattr(self, f"_{name}", button)
        row.addStretch()
        column.addLayout(row)
        return foot

    _discard: QPushButton

    def _build(self, reference: Reference, country: str) -> None:
        if self._built_for == (reference, country):
            return
        self._built_for = (reference, country)
        self._rows = {}
        form = QWidget()
        form.setProperty("surface", "panel")
        column = QVBoxLayout(form)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        for title, fields in SECTIONS:
            heading = QLabel(self._words.text(title))
            heading.setProperty("role", "heading")
            column.addWidget(heading)
            for field in fields:
                row = FieldRow(field, self._offered(field, country, reference), self._words)
                row.entered.connect(self.save)
                row.typed.connect(self._say_state)
                self._rows[field.column] = row
                column.addWidget(row)
        column.addStretch()
        self._scroll.setWidget(form)

    def _offered(self, field: Field, country: str, reference: Reference) -> Choices:
        if field.kind is FieldKind.CHOICE:
            return choices(field.column, country, reference, self._words)
        return sources(country, reference) if field.kind is FieldKind.SOURCES else ()

    def _typed(self) -> dict[str, str]:
        return {column: row.text for column, row in self._rows.items()}

    def _show(self, texts: Mapping[str, str]) -> None:
        for column, row in self._rows.items():
            row.text = texts.get(column, "")
            row.complain("")

    def _changed(self) -> bool:
        return any(text != self._was.get(column, "") for column, text in self._typed().items())

    def _keep(self) -> None:
        changed = {
            column: text for column, text in self._typed().items() if text != self._was.get(column, "")
        }
        if changed:
            self._drafts[self._key] = changed
        else:
            self._drafts.pop(self._key, None)

    def _say_state(self) -> None:
        self._discard.setEnabled(self._changed())

    def complain_fields(self, wrong: Mapping[str, Message]) -> None:
        """Say at each field what is wrong with it; the cursor goes to the first."""
        for column, row in self._rows.items():
            row.complain(self._words.say(wrong[column]) if column in wrong else "")
        first = next((self._rows[column] for column in self._rows if column in wrong), None)
        if first is not None:
            first.control.setFocus()
            self._scroll.ensureWidgetVisible(first)
