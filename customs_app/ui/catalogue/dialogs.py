"""Dialogs: a new procedure, a document of a step, and the question before a step is deleted."""

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from customs_app.domain.codes import Form, Mode, Regime, Role
from customs_app.domain.procedure import DocumentUse, Step
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.session import Session


class _FormDialog(QDialog):
    """A form with OK and Cancel; OK can be pressed when `complete` says so."""

    def __init__(self, words: Words, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = words
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        column.addLayout(self.form)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setObjectName(f"{name}_ok")
        self.ok.setProperty("primary", "true")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def field(self, widget: QWidget, name: str, title: str) -> None:
        """Put a named widget into the form."""
        widget.setObjectName(name)
        widget.setAccessibleName(title)
        self.form.addRow(title, widget)


class NewProcedureDialog(_FormDialog):
    """Asks for what a new procedure must have: country, regime, mode, title."""

    def __init__(self, session: Session, country: str | None, parent: QWidget) -> None:
        text = session.words.text
        super().__init__(session.words, "new_procedure", text("New procedure"), parent)
        language = session.words.language
        self._country, self._regime, self._mode = QComboBox(), QComboBox(), QComboBox()
        countries = session.catalogue.reference().countries.values()
        for one in sorted(countries, key=lambda one: one.name[language].casefold()):
            self._country.addItem(one.name[language], one.iso2)
        if country is not None:
            self._country.setCurrentIndex(max(0, self._country.findData(country)))
        for regime in Regime:
            self._regime.addItem(label(regime, session.words), regime)
        for mode in Mode:
            self._mode.addItem(label(mode, session.words), mode)
        self._titles = {
            "title_en": (QLineEdit(), text("Title, English")),
            "title_ru": (QLineEdit(), text("Title, Russian")),
            "title_zh": (QLineEdit(), text("Title, Chinese")),
            "goods": (QLineEdit(), text("Goods, English")),
        }
        self.field(self._country, "new_procedure_country", text("Country"))
        self.field(self._regime, "new_procedure_regime", text("Regime"))
        self.field(self._mode, "new_procedure_mode", text("Mode of transport"))
        for column, (line, title) in self._titles.items():
            self.field(line, f"new_procedure_{column}", title)
            line.textChanged.connect(self._check)
        self._titles["title_en"][0].setFocus()
        self._check()

    @property
    def country(self) -> str:
        """ISO 3166 code of the chosen country."""
        return str(self._country.currentData())

    @property
    def values(self) -> dict[str, str | None]:
        """Columns of procedures.csv."""
        texts = {column: line.text().strip() or None for column, (line, _) in self._titles.items()}
        return {
            "regime": str(self._regime.currentData()), "mode": str(self._mode.currentData()),
            "view": "detailed", **texts,
        }  # fmt: skip

    def _check(self) -> None:
        missing = not self._titles["title_en"][0].text().strip()
        self.ok.setEnabled(not missing)
        self.ok.setToolTip(self.words.text("Write an English title first") if missing else "")


class DocumentDialog(_FormDialog):
    """Asks which document a step handles, and how."""

    def __init__(self, words: Words, opened: OpenProcedure, step: Step, parent: QWidget) -> None:
        title = words.text("Document of step {n}", n=str(step.seq))
        super().__init__(words, "step_document", title, parent)
        self._step = step
        self._document, self._role, self._form, self._copies = (
            QComboBox(),
            QComboBox(),
            QComboBox(),
            QSpinBox(),
        )
        own = [
            one for one in opened.reference.documents.values() if one.country == opened.full.procedure.country
        ]
        for document in sorted(own, key=lambda one: one.name[words.language].casefold()):
            code = f"  ({document.code})" if document.code else ""
            self._document.addItem(document.name[words.language] + code, document.id)
        for role in Role:
            self._role.addItem(label(role, words), role)
        self._form.addItem(words.text("Unknown"), None)
        for form in Form:
            self._form.addItem(label(form, words), form)
        self._copies.setSpecialValueText(words.text("Unknown"))
        self._copies.setRange(0, 99)
        self.field(self._document, "step_document_name", words.text("Document"))
        self.field(self._role, "step_document_role", words.text("Role"))
        self.field(self._form, "step_document_form", words.text("Form"))
        self.field(self._copies, "step_document_copies", words.text("Copies"))
        self.ok.setEnabled(bool(own))

    @property
    def use(self) -> DocumentUse:
        """What was chosen."""
        form = self._form.currentData()
        return DocumentUse(
            self._step.id, str(self._document.currentData()), Role(self._role.currentData()),
            Form(form) if form else None, self._copies.value() or None,
        )  # fmt: skip


def what_goes(words: Words, opened: OpenProcedure, step: Step) -> list[str]:
    """What is lost or changed with a step, one sentence a line."""
    says = []
    if n := len(opened.full.uses.get(step.id, ())):
        says.append(
            words.count(
                "{n} document of this step goes with it.", "{n} documents of this step go with it.", n
            )
        )
    if n := len(opened.marks_of(step.id)):
        says.append(words.count("{n} mark goes with it.", "{n} marks go with it.", n))
    if followers := opened.followers(step.id):
        numbers = words.list_of(tuple(str(n) for n in opened.numbers(one.id for one in followers)))
        says.append(words.text("Steps {steps} will wait for what it waited for.", steps=numbers))
    spanning = [
        other.id
        for other in opened.full.steps
        if other.id != step.id and step.id in (*other.time.covers, *other.cost.covers)
    ]
    if spanning:
        numbers = words.list_of(tuple(str(n) for n in opened.numbers(spanning)))
        says.append(words.text("The aggregate of step {steps} will no longer span it.", steps=numbers))
    says.append(words.text("It can be undone (Ctrl+Z)."))
    return says
