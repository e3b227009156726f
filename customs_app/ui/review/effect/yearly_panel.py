"""The effect in a year: how many consignments there are, which can be written here, and what that saves."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from customs_app.analysis.to_be.yearly import Yearly
from customs_app.catalogue.commands.procedures import EditProcedure
from customs_app.domain.errors import InputError
from customs_app.domain.procedure import Procedure
from customs_app.language.numbers import number, read_number
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.small import take_any_length

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class YearlyPanel(QWidget):
    """Enter or the button records the volume; Esc brings back what is recorded."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        text = session.words.text
        self._session, self._words = session, session.words
        self._procedure: Procedure | None = None
        self.setObjectName("effect_yearly")
        self.setAccessibleName(text("In a year"))
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.volume = _Field("effect_volume", text("Consignments in a year"))
        self.volume.setMaximumWidth(130)
        self.unit = _Field("effect_unit", text("What is counted, such as lorries or declarations"))
        self.record = QPushButton(text("Record"))
        self.record.setObjectName("effect_record_volume")
        self.record.setProperty("primary", "true")
        self.record.setToolTip(text("Record the volume in the catalogue (Enter)"))
        self.wrong = wrapped(role="bad")
        self.wrong.setObjectName("effect_volume_wrong")
        self.said = wrapped()
        self.said.setObjectName("effect_yearly_said")
        self.why = wrapped(role="warn")
        self.why.setObjectName("effect_yearly_why")
        self._lay_out()
        self.record.clicked.connect(self._record)
        for field in (self.volume, self.unit):
            field.textEdited.connect(lambda _text: self._check())
            field.entered.connect(self._record)
            field.given_up.connect(self._bring_back)

    def _lay_out(self) -> None:
        text = self._words.text
        row = QHBoxLayout()
        row.setSpacing(8)
        for title, field in ((text("Volume per year"), self.volume), (text("Unit"), self.unit)):
            label = QLabel(title)
            label.setProperty("role", "second")
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field, 1 if field is self.unit else 0)
        row.addWidget(self.record)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addLayout(row)
        for label in (self.wrong, self.why, self.said):
            column.addWidget(label)
        column.addStretch()

    def show_yearly(self, procedure: Procedure, yearly: Yearly) -> None:
        """Show the volume of a procedure, and what that saves or why it is not to be told.

        What is being written about the same procedure stays.
        """
        words = self._words
        if self._procedure is None or procedure.id != self._procedure.id or not self._changed():
            self._procedure = procedure
            self._bring_back()
        self._procedure = procedure
        self.why.setText(words.say(yearly.why_unknown) if yearly.why_unknown else "")
        self.why.setVisible(yearly.why_unknown is not None)
        known = [one for one in yearly.sentences if one != yearly.why_unknown]
        self.said.setText("\n".join(words.say(one) for one in known))
        self.said.setVisible(bool(known))
        self._check()

    # -- inside

    def _recorded(self) -> tuple[str, str]:
        procedure = self._procedure
        if procedure is None:
            return "", ""
        volume = procedure.volume_per_year
        shown = "" if volume is None else number(volume, self._words.language)
        return shown, procedure.volume_unit or ""

    def _changed(self) -> bool:
        return (self.volume.text(), self.unit.text()) != self._recorded()

    def _bring_back(self) -> None:
        volume, unit = self._recorded()
        self.volume.setText(volume)
        self.unit.setText(unit)
        self._check()

    def _typed(self) -> float | None:
        """What is written as a number; None for nothing. Raises InputError where it is none."""
        text = self.volume.text().strip()
        return read_number(text, self._words.language) if text else None

    def _check(self) -> None:
        """Say what is wrong with what is written; it can be recorded where nothing is."""
        wrong = ""
        try:
            self._typed()
        except InputError as error:
            wrong = self._words.say(error.message)
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        read_only = self._session.catalogue.read_only
        self.record.setEnabled(
            self._procedure is not None and not wrong and not read_only and self._changed()
        )

    def _record(self) -> None:
        if self._procedure is None or not self.record.isEnabled():
            return
        values = {"volume_per_year": self._typed(), "volume_unit": self.unit.text().strip() or None}
        self._session.run(EditProcedure(self._procedure.id, values))


class _Field(QLineEdit):
    """`entered` on Enter, `given_up` on Esc."""

    entered = Signal()
    given_up = Signal()

    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        take_any_length(self)
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setToolTip(says)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter records, Esc brings back."""
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
