"""What stands above the steps table: title, country, age and sources; below them grouping and filters."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from customs_app.domain.text import Text
from customs_app.language.labels import label
from customs_app.language.words import N_
from customs_app.ui.catalogue.filters import StepFilter
from customs_app.ui.catalogue.opened import OpenProcedure, sources_of
from customs_app.ui.catalogue.rows import Grouping
from customs_app.ui.filtering import MarkFilter
from customs_app.ui.icons import icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import Badge, ElidedLabel
from customs_app.ui.widgets.small import link, show_if
from customs_app.ui.widgets.tips import plain

_GROUPINGS = (
    (Grouping.STAGE, N_("Stage")), (Grouping.AGENCY, N_("Agency")), (Grouping.NONE, N_("Nothing")),
)  # fmt: skip
_MARKS = (
    (MarkFilter.ALL, N_("All marks")), (MarkFilter.MINE, N_("Marked by me")),
    (MarkFilter.OTHERS, N_("Marked by others")), (MarkFilter.UNMARKED, N_("Unmarked")),
    (MarkFilter.STALE, N_("Stale marks")),
)  # fmt: skip


_GAPS = 80
_BESIDES = 20
"""Room for the fields of the bar, over the least, without which buttons give up their names."""


class TitleBar(QWidget):
    """Title, country in two scripts, as of, view, and the number of sources; `sources_asked` on its click."""

    sources_asked = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = session.words
        self.setObjectName("procedure_title_bar")
        self._title = ElidedLabel(parent=self)
        self._title.setProperty("role", "title")
        self._title.setObjectName("procedure_title")
        says = self._words.text("Not translated")
        self._tag = Badge("EN", session.palette, self, says=says, plain=True)
        self._country = QLabel(self)
        self._country.setTextFormat(Qt.TextFormat.PlainText)
        self._country.setProperty("role", "second")
        self._country.setObjectName("procedure_country")
        self._about = link(
            "procedure_sources", "", self.sources_asked.emit, self._words.text("List the sources"), self
        )
        self._about.setProperty("tone", "text2")
        self._about.setIcon(icon("info", session.palette))
        self._about.setIconSize(QSize(13, 13))
        self._about.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 2)
        column.setSpacing(2)
        self._rows = (QHBoxLayout(), QHBoxLayout())
        for row in self._rows:
            row.setSpacing(10)
            column.addLayout(row)
        self._rows[0].addWidget(self._title, 1000)
        self._rows[0].addWidget(self._tag)
        self._two_rows = True
        self._arrange(two_rows=False)

    def show_procedure(self, opened: OpenProcedure) -> None:
        """Show what a procedure is."""
        words, own = self._words, opened.full.procedure
        title = own.title.shown(words.language)
        self._title.set_text(title.text)
        width = self._title.fontMetrics().horizontalAdvance(title.text) + 6
        self._title.setMaximumWidth(width)
        self._title.setMinimumWidth(min(width, 160))
        self._tag.setVisible(title.language is not words.language)
        country = opened.reference.countries.get(own.country)
        name = (country.name if country else Text(own.country))[words.language]
        local = country.name_local if country and country.name_local != name else None
        self._country.setText(f"{name} · {local}" if local else name)
        parts = [label(own.view, words)]
        if own.as_of:
            parts.insert(0, words.text("as of {date}", date=own.as_of))
        n = len(sources_of(opened))
        parts.append(words.count("{n} source", "{n} sources", n))
        self._about.setText(" · ".join(parts))
        self._about.setAccessibleName(self._about.text())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a long title a row of its own."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = (
            self._title.maximumWidth() + self._about.sizeHint().width() + self._country.sizeHint().width()
        )
        self._arrange(two_rows=needed + _GAPS > self.width())

    def _arrange(self, *, two_rows: bool) -> None:
        if two_rows is self._two_rows:
            return
        self._two_rows = two_rows
        for row in self._rows:
            for place in reversed(range(row.count())):
                item = row.itemAt(place)
                if item is not None and item.widget() not in (self._title, self._tag):
                    row.takeAt(place)
        if two_rows:
            self._rows[0].addStretch(1)
        row = self._rows[int(two_rows)]
        row.addWidget(self._country)
        row.addStretch(1)
        row.addWidget(self._about)


class FilterBar(QWidget):
    """Group by, conditions, filter, marks, and buttons for a new step, the diagram and the columns.

    While something else than the table is in sight, its tools stand in the bar. `changed` when grouping or
    filters changed; `condition_ticked` carries the ids of the steps of one condition.
    """

    changed = Signal()
    condition_ticked = Signal(object)

    def __init__(self, session: Session, add: QAction, diagram: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._words = session, session.words
        text = self._words.text
        self._only_case = False
        self._opened: OpenProcedure | None = None
        self.setObjectName("steps_bar")
        self._group = _combo("group_by", text("Group by"), self)
        for grouping, name in _GROUPINGS:
            self._group.addItem(text(name), grouping)
        self.conditions = QPushButton(icon("git-fork", session.palette), "", self)
        self.conditions.setObjectName("conditions")
        menu = QMenu(self)
        menu.setObjectName("conditions_menu")
        menu.aboutToShow.connect(self.fill_conditions)
        self.conditions.setMenu(menu)
        self._name_conditions()
        self.text = QLineEdit(self)
        self.text.setObjectName("step_filter")
        self.text.setPlaceholderText(text("Filter these steps"))
        self.text.setAccessibleName(text("Filter these steps"))
        self.text.setToolTip(text("Words that a step must hold (/)"))
        self.text.setClearButtonEnabled(True)
        self.text.addAction(icon("list-filter", session.palette), QLineEdit.ActionPosition.LeadingPosition)
        self.text.setMinimumWidth(120)
        self.text.setMaximumWidth(220)
        self.text.textChanged.connect(lambda _: self.changed.emit())
        self._marks = _combo("mark_filter", text("Whose marks"), self)
        for wanted, name in _MARKS:
            self._marks.addItem(text(name), wanted)
        for box in (self._group, self._marks):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.add = _action_button("add_step_button", add, self)
        self.diagram = _action_button("diagram_button", diagram, self)
        self.columns = _button("columns", "columns-3", session, self)
        self.columns.setToolTip(text("Choose columns"))
        self.columns.setAccessibleName(text("Choose columns"))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 8)
        row.setSpacing(8)
        by = QLabel(text("Group by"), self)
        by.setProperty("role", "second")
        for widget in (by, self._group, self.conditions, self.text, self._marks):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.add)
        row.addWidget(self.diagram)
        row.addWidget(self.columns)
        self._of_table = (by, self._group, self.text, self._marks, self.add, self.columns)
        self._tools: QWidget | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the buttons do without their names."""
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle
        needed = self.minimumSizeHint().width() + self._names_width + _BESIDES
        named = event.size().width() >= needed
        for button in self._named:
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if named else style.ToolButtonIconOnly)

    def minimumSizeHint(self) -> QSize:
        """Room for the buttons without their names."""
        size = super().minimumSizeHint()
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        shown = [button for button in self._named if not button.isHidden()]
        named = [button for button in shown if button.toolButtonStyle() is beside]
        return size - QSize(sum(map(_name_width, named)), 0)

    @property
    def _named(self) -> tuple[QToolButton, QToolButton]:
        return self.add, self.diagram

    @property
    def _names_width(self) -> int:
        return sum(_name_width(button) for button in self._named if not button.isHidden())

    def show_tools(self, tools: QWidget | None) -> None:
        """Show other tools than those of the table; None = those of the table again."""
        # What goes first: with both in it the bar would be wider than the window.
        gone = self._of_table if tools is not None else (self._tools,)
        for widget in gone:
            if widget is not None:
                show_if(widget, shown=False)
        if tools is None:
            for widget in self._of_table:
                show_if(widget, shown=True)
        else:
            if self._row.indexOf(tools) < 0:
                self._row.insertWidget(self._row.indexOf(self.diagram), tools)
            show_if(tools, shown=True)
        self._tools = tools

    @property
    def grouping(self) -> Grouping:
        """By what the steps are grouped."""
        return Grouping(self._group.currentData())

    @grouping.setter
    def grouping(self, grouping: Grouping) -> None:
        self._group.setCurrentIndex(self._group.findData(grouping))

    @property
    def filter(self) -> StepFilter:
        """What is to be shown."""
        return StepFilter(self.text.text().strip(), MarkFilter(self._marks.currentData()), self._only_case)

    def clear(self) -> None:
        """Show all steps again."""
        self._only_case = False
        self._name_conditions()
        self._marks.setCurrentIndex(0)
        self.text.clear()
        self.changed.emit()

    def show_conditions(self, opened: OpenProcedure) -> None:
        """Offer the conditions of a procedure when they are asked for."""
        self._opened = opened

    def fill_conditions(self) -> None:
        """Put the conditions of the procedure into their menu, those taken in the chosen case ticked."""
        menu, opened = self.conditions.menu(), self._opened
        menu.clear()
        if opened is None:
            return
        text = self._words.text
        kinds = QActionGroup(menu)
        for name, title, on in (
            ("all", text("All conditions"), not self._only_case),
            ("case", text("Only the steps of the chosen case"), self._only_case),
        ):
            action = menu.addAction(title)
            action.setObjectName(f"conditions_{name}")
            action.setCheckable(True)
            action.setChecked(on)
            kinds.addAction(action)
            action.triggered.connect(lambda _=False, only=name == "case": self._show_only(only=only))
        by_condition: dict[str, list[str]] = {}
        for step in opened.full.steps:
            if step.condition is not None:
                by_condition.setdefault(step.condition[self._words.language], []).append(step.id)
        if by_condition:
            menu.addSection(text("Take into the case"))
        for condition, steps in by_condition.items():
            numbers = self._words.list_of(tuple(str(n) for n in opened.numbers(steps)))
            action = menu.addAction(f"{_short(condition)}  ({numbers})".replace("&", "&&"))
            action.setToolTip(plain(condition))
            action.setCheckable(True)
            action.setChecked(all(step in opened.in_case for step in steps))
            action.triggered.connect(lambda _=False, ids=tuple(steps): self.condition_ticked.emit(ids))
        menu.setToolTipsVisible(True)

    def _show_only(self, *, only: bool) -> None:
        self._only_case = only
        self._name_conditions()
        self.changed.emit()

    def _name_conditions(self) -> None:
        text = self._words.text
        name = text("Steps of the case") if self._only_case else text("All conditions")
        self.conditions.setText(name)
        self.conditions.setAccessibleName(name)
        self.conditions.setToolTip(text("Which conditional steps are shown and counted"))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _combo(name: str, says: str, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setMinimumWidth(84)  # in a narrow window a long name gives way before the table does
    box.setObjectName(name)
    box.setAccessibleName(says)
    box.setToolTip(says)
    return box


def _name_width(button: QToolButton) -> int:
    """What the name of a button takes beside its icon."""
    return button.fontMetrics().horizontalAdvance(button.text()) + 4


def _action_button(name: str, action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setObjectName(name)
    button.setAccessibleName(action.text())
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def _button(name: str, picture: str, session: Session, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setIcon(icon(picture, session.palette))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
