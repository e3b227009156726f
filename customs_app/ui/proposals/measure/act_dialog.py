"""Asks for a law to amend: what it is, what to change in it, which step rests on it, where it is recorded."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from customs_app.domain.dossier import OwnAct
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.measure.place import MeasurePlace
from customs_app.ui.proposals.plain_text import text_of
from customs_app.ui.widgets.combo import ComboBox
from customs_app.ui.widgets.small import take_any_length
from customs_app.ui.widgets.tips import plain


class ActDialog(QDialog):
    """What is typed and not recorded is there again when the same act is asked for once more."""

    def __init__(self, edits: Edits, place: MeasurePlace, act: OwnAct, parent: QWidget) -> None:
        super().__init__(parent)
        self._edits, self._place, self._before = edits, place, act
        self._key = ("act", edits.proposal_id, act.measure, act.country, act.id, act.step_id)
        text = edits.session.words.text
        self.setObjectName("act_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("Act to amend"))
        self.setMinimumWidth(560)
        self.act = QPlainTextEdit(edits.drafts.get(self._key, act.act))
        self.act.setObjectName("act_text")
        self.act.setFixedHeight(62)
        self.act.setTabChangesFocus(True)
        self.act.setPlaceholderText(text("Law, its number and date, the article"))
        self.change = QPlainTextEdit(edits.drafts.get((*self._key, "change"), act.change or ""))
        self.change.setObjectName("act_change")
        self.change.setFixedHeight(62)
        self.change.setTabChangesFocus(True)
        self.step = ComboBox("act_step", text("Step that rests on it"), shortest=30)
        self.source = ComboBox("act_source", text("Source"), shortest=30)
        self.locator = take_any_length(QLineEdit(act.locator or ""))
        self.locator.setObjectName("act_locator")
        self.locator.setPlaceholderText(text("Page, article, address of the place"))
        self._fill()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setObjectName("act_ok")
        self.ok.setText(text("Record"))
        self.ok.setProperty("primary", "true")
        self.act.textChanged.connect(self._check)
        self.change.textChanged.connect(self._keep)
        self._lay_out()
        self._check()

    @property
    def asked(self) -> OwnAct:
        """The act as it was asked for."""
        before = self._before
        step, source = self.step.currentData(), self.source.currentData()
        return OwnAct(
            before.id,
            before.measure,
            before.country,
            text_of(self.act).strip(),
            text_of(self.change).strip() or None,
            str(step) if step else None,
            str(source) if source else None,
            self.locator.text().strip() or None,
        )

    def accept(self) -> None:
        """Record the act; where that is refused the dialog stays, with all that was typed."""
        if self._edits.put_act(self.asked):
            for key in (self._key, (*self._key, "change")):
                self._edits.drafts.pop(key, None)
            super().accept()

    def _fill(self) -> None:
        words, place = self._edits.session.words, self._place
        self.step.addItem(words.text("no single step"), "")
        for step_id in place.part.steps:
            found = place.step_of(step_id)
            if found is not None:
                title = found[1].title[words.language]
                said = words.text("{number}. {title}", number=str(found[1].seq), title=title)
                self.step.addItem(said, step_id)
        self.step.setCurrentIndex(max(0, self.step.findData(self._before.step_id)))
        self.source.addItem(words.text("not recorded"), "")
        sources = place.dossier.reference.sources
        own = [one for one in sources.values() if one.country == place.country]
        named = sources.get(self._before.source_id or "")
        if named is not None and named not in own:
            own.insert(0, named)
        for source in own:
            self.source.addItem(f"{source.id} {source.title}", source.id)
            self.source.setItemData(self.source.count() - 1, plain(source.title), Qt.ItemDataRole.ToolTipRole)
        self.source.setCurrentIndex(max(0, self.source.findData(self._before.source_id)))

    def _lay_out(self) -> None:
        text = self._edits.session.words.text
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        for title, field in (
            (text("Act"), self.act),
            (text("What to change"), self.change),
            (text("Step that rests on it"), self.step),
            (text("Source"), self.source),
            (text("Where in the source"), self.locator),
        ):
            field.setAccessibleName(title)
            form.addRow(title, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(self._buttons)

    def _check(self) -> None:
        there = bool(text_of(self.act).strip())
        self.ok.setEnabled(there)
        self.ok.setToolTip("" if there else self._edits.session.words.text("Name the act first"))
        self._keep()

    def _keep(self) -> None:
        for key, field, before in (
            (self._key, self.act, self._before.act),
            ((*self._key, "change"), self.change, self._before.change or ""),
        ):
            if text_of(field) != before:
                self._edits.drafts[key] = text_of(field)
            else:
                self._edits.drafts.pop(key, None)
