"""One field of the step editor: its label, its control, and what is wrong with what it holds."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from customs_app.language.words import Words
from customs_app.ui.catalogue.step_form import Choices
from customs_app.ui.step_columns import Field, FieldKind
from customs_app.ui.widgets.small import take_any_length
from customs_app.ui.widgets.tips import plain

_LABEL_WIDTH = 92


class FieldRow(QWidget):
    """A labelled control over a column of steps.csv; `entered` when Enter is pressed in it."""

    entered = Signal()
    typed = Signal()

    def __init__(self, field: Field, offered: Choices, words: Words) -> None:
        super().__init__()
        self.field = field
        name = words.text(field.label)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        label = QLabel(name + (" *" if field.required else ""))
        label.setProperty("role", "second")
        label.setWordWrap(True)
        label.setFixedWidth(_LABEL_WIDTH)
        label.setContentsMargins(0, 4, 0, 0)
        self.control = self._make(offered)
        self.control.setObjectName(f"step_{field.column}")
        self.control.setAccessibleName(name)
        label.setBuddy(self.control)
        if field.hint:
            self.control.setToolTip(words.text(field.hint))
            if isinstance(self.control, QLineEdit):
                self.control.setPlaceholderText(words.text(field.hint))
        self.control.installEventFilter(self)
        self._wrong = QLabel()
        self._wrong.setProperty("role", "bad")
        self._wrong.setObjectName(f"step_{field.column}_wrong")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.control, 0, 1)
        grid.addWidget(self._wrong, 1, 1)

    @property
    def text(self) -> str:
        """What the field holds: text, a code, or ids separated by `;`."""
        control = self.control
        if isinstance(control, QLineEdit):
            return control.text()
        if isinstance(control, QComboBox):
            return str(control.currentData() or "")
        if isinstance(control, QPlainTextEdit):
            return control.toPlainText()
        return ";".join(self._checked())

    @text.setter
    def text(self, text: str) -> None:
        control = self.control
        control.blockSignals(True)
        if isinstance(control, QLineEdit):
            control.setText(text)
            control.setCursorPosition(0)
        elif isinstance(control, QComboBox):
            control.setCurrentIndex(control.findData(text))
        elif isinstance(control, QPlainTextEdit):
            control.setPlainText(text)
        else:
            self._check(text.split(";"))
        control.blockSignals(False)

    def complain(self, says: str) -> None:
        """Say what is wrong with the field; an empty text takes it back."""
        self._wrong.setText(says)
        self._wrong.setVisible(bool(says))
        self.control.setAccessibleDescription(says)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter saves from everywhere; Shift+Enter begins a line where there are several."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)

    def _make(self, offered: Choices) -> QLineEdit | QComboBox | QPlainTextEdit | QListWidget:
        if self.field.kind is FieldKind.CHOICE:
            box = QComboBox()
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            for code, name in offered:
                box.addItem(name, code)
                box.setItemData(box.count() - 1, plain(name), Qt.ItemDataRole.ToolTipRole)
            box.currentIndexChanged.connect(self.typed)
            return box
        if self.field.kind is FieldKind.LINES:
            lines = QPlainTextEdit()
            lines.setTabChangesFocus(True)
            lines.setFixedHeight(48)
            lines.textChanged.connect(self.typed)
            return lines
        if self.field.kind is FieldKind.SOURCES:
            return self._source_list(offered)
        line = take_any_length(QLineEdit())
        line.textEdited.connect(self.typed)
        return line

    def _source_list(self, offered: Choices) -> QListWidget:
        listed = QListWidget()
        listed.setFixedHeight(104)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listed.setTextElideMode(Qt.TextElideMode.ElideRight)
        for source_id, title in offered:
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, source_id)
            item.setToolTip(plain(title))
            item.setCheckState(Qt.CheckState.Unchecked)
            listed.addItem(item)
        listed.itemChanged.connect(self.typed)
        return listed

    def _items(self) -> list[QListWidgetItem]:
        listed = self.control
        return [listed.item(n) for n in range(listed.count())] if isinstance(listed, QListWidget) else []

    def _checked(self) -> list[str]:
        checked = (item for item in self._items() if item.checkState() is Qt.CheckState.Checked)
        ids = [str(item.data(Qt.ItemDataRole.UserRole)) for item in checked]
        return sorted(ids, key=lambda one: self._order.index(one) if one in self._order else len(self._order))

    def _check(self, ids: list[str]) -> None:
        """Check these sources; their order says which comes first, and is kept."""
        self._order = ids
        for item in self._items():
            on = item.data(Qt.ItemDataRole.UserRole) in ids
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        first = next((item for item in self._items() if item.checkState() is Qt.CheckState.Checked), None)
        if first is not None and isinstance(self.control, QListWidget):
            self.control.scrollToItem(first)

    _order: list[str] = []  # noqa: RUF012 - replaced, never changed in place
