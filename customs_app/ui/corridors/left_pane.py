"""The left side: a filter, and the corridors that pass it."""

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from customs_app.domain.reference import Reference
from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.corridors.list_model import LINE_ROLE, CorridorLine, CorridorsModel, corridor_lines
from customs_app.ui.corridors.list_view import CorridorsView
from customs_app.ui.icons import icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.small import Rule

_INTO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class LeftPane(QWidget):
    """`chosen` carries the id of the corridor to show, `menu_asked` a place on the screen."""

    chosen = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setObjectName("corridors_left")
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = CorridorsModel(self)
        self.view = CorridorsView(session, self.model)
        self.filter = self._make_filter()
        top = QHBoxLayout()
        top.setContentsMargins(6, 6, 6, 6)
        top.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Rule(session.palette))
        column.addWidget(self.view, 1)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(
            lambda at: self.menu_asked.emit(self.view.viewport().mapToGlobal(at))
        )

    def show_corridors(self, reference: Reference, chosen: str | None) -> None:
        """Show the corridors, one of them chosen, without telling."""
        self.model.show_lines(corridor_lines(reference, self._session.words))
        self.show_chosen(chosen)

    def show_chosen(self, corridor_id: str | None) -> None:
        """Make a corridor current, without telling; none where the filter hides it."""
        with QSignalBlocker(self.view.selectionModel()):
            index = self.model.index_of(corridor_id)
            if index.isValid():
                self.view.setCurrentIndex(index)
                self.view.scrollTo(index)
            else:
                self.view.clearSelection()
        self.view.viewport().update()

    def clear_filter(self) -> None:
        """Show all corridors again."""
        self.filter.clear()

    def _into_list(self) -> None:
        if not self.view.currentIndex().isValid() and self.model.lines:
            self.view.setCurrentIndex(self.model.index(0))
        self.view.setFocus()

    def _make_filter(self) -> "_FilterLine":
        words = self._session.words
        line = _FilterLine()
        line.setObjectName("corridor_filter")
        line.setFont(fonts.font(tokens.TABLE))
        line.setFixedHeight(tokens.CONTROL)
        line.setPlaceholderText(words.text("Country or place"))
        line.setAccessibleName(words.text("Filter the corridors"))
        line.setToolTip(
            words.text("Show only corridors with these words in their name, countries or places (/)")
        )
        line.setClearButtonEnabled(True)
        line.addAction(icon("filter", self._session.palette), QLineEdit.ActionPosition.LeadingPosition)
        line.textChanged.connect(self._on_filter)
        line.left.connect(self._into_list)
        return line

    def _on_filter(self, text: str) -> None:
        current = self.view.currentIndex().data(LINE_ROLE)
        with QSignalBlocker(self.view.selectionModel()):
            self.model.narrow(text)
        self.show_chosen(current.id if isinstance(current, CorridorLine) else None)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        line = current.data(LINE_ROLE)
        if isinstance(line, CorridorLine):
            self.chosen.emit(line.id)


class _FilterLine(QLineEdit):
    """↓ and Enter lead into the list, and so does Esc, which empties the field first."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead out of the field."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in _INTO_LIST:
            self.left.emit()
        else:
            super().keyPressEvent(event)
