"""Where the delegations stand: a chip each, with a menu that sets its position, and a field for a reason."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from customs_app.analysis.dossier.result import Held
from customs_app.catalogue.commands.standpoints import NEED_A_REASON
from customs_app.domain.codes import Position
from customs_app.domain.reference import Reference
from customs_app.domain.review import SECRETARIAT
from customs_app.figures.qt_painter import pixmap
from customs_app.figures.signs import position_sign
from customs_app.language.labels import delegation_name, label
from customs_app.language.words import Words
from customs_app.ui.icons import icon
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.measure.parts import DetailPart
from customs_app.ui.widgets.labels import Badge, ElidedLabel, wrapped
from customs_app.ui.widgets.small import link, show_if, take_any_length
from customs_app.ui.widgets.tips import plain

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COLUMNS, _COLUMN = 3, 215
"""At most so many beside one another, and each at least so wide, in logical pixels."""
MEMBER = "member"


class PositionsPart(DetailPart):
    """The positions on one measure, or (key empty) on the whole proposal."""

    def __init__(self, edits: Edits, name: str = "positions") -> None:
        super().__init__(edits.session, name, edits.session.words.text("Positions of delegations"))
        self._edits = edits
        self._measure = ""
        self._chips: dict[str, PositionChip] = {}
        self._icons: dict[Position, QIcon] = {}
        self._across = 0
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._reason = ReasonRow(edits)
        self._asked_for: tuple[str, ...] = ()
        self._shown: tuple[tuple[Held, ...], Reference] | None = None
        self._add = self._add_button(name)
        self.band.put_beside(self._add)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(12, 7, 12, 9)
        column.setSpacing(6)
        column.addLayout(self._grid)
        column.addWidget(self._reason)

    def show_positions(self, measure: str, positions: tuple[Held, ...], reference: Reference) -> None:
        """Show where each delegation stands."""
        if measure != self._measure:
            self._reason.hide()
            self._asked_for = ()
        self._measure, self._shown = measure, (positions, reference)
        self.band.set_note(said_positions(positions, self.words))
        known = {one.delegation for one in positions}
        asked = tuple(Held(one, None) for one in self._asked_for if one not in known)
        names = tuple(one.delegation for one in (*positions, *asked))
        if names != tuple(self._chips):
            self._make_chips(names, reference)
            self._offer(names, reference)
        for held in (*positions, *asked):
            self._chips[held.delegation].show_held(held)
        show_if(self._add, self._edits.editable)

    def _add_button(self, name: str) -> QPushButton:
        text = self.words.text
        button = link(
            f"{name}_add", text("Add"), lambda: None, text("Another delegation that has a position")
        )
        button.setIcon(icon("plus", self.session.palette, "accent"))
        self._offers = QMenu(button)
        button.setMenu(self._offers)
        return button

    def _offer(self, there: tuple[str, ...], reference: Reference) -> None:
        """Offer the delegations that are not there yet."""
        self._offers.clear()
        names = {
            one.iso2: one.name[self.words.language]
            for one in reference.countries.values()
            if one.status == MEMBER and one.iso2 not in there
        }
        if SECRETARIAT not in there:
            names[SECRETARIAT] = delegation_name(SECRETARIAT, reference.countries, self.words)
        for delegation, name in names.items():
            action = self._offers.addAction(name)
            action.setObjectName(f"position_add_{delegation}")
            action.triggered.connect(lambda _checked=False, one=delegation: self._ask_for(one))

    def _ask_for(self, delegation: str) -> None:
        """Show a chip for a delegation that has not said anything yet."""
        self._asked_for = (*self._asked_for, delegation)
        if self._shown is not None:
            self.show_positions(self._measure, *self._shown)

    def _make_chips(self, delegations: tuple[str, ...], reference: Reference) -> None:
        """Make those that are not there yet; the others stay, for dressing them anew would be felt."""
        for delegation in self._chips.keys() - set(delegations):
            chip = self._chips.pop(delegation)
            self._grid.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {one: self._chips.get(one) or self._new_chip(one, reference) for one in delegations}
        self._across = 0
        self._place_chips()

    def _new_chip(self, delegation: str, reference: Reference) -> "PositionChip":
        if not self._icons:
            palette, ratio = self.session.palette, self.devicePixelRatioF()
            self._icons = {
                position: QIcon(pixmap(position_sign(position, palette, self.words), ratio))
                for position in Position
            }
        name = delegation_name(delegation, reference.countries, self.words)
        chip = PositionChip(self._edits, delegation, name, self._icons)
        chip.asked = partial(self._on_asked, delegation, name)
        return chip

    def _place_chips(self) -> None:
        """Set the chips in as many columns as there is room for, downwards first."""
        across = max(1, min(_COLUMNS, self.width() // _COLUMN))
        if across == self._across:
            return
        self._across = across
        down = -(-len(self._chips) // across)
        for at, chip in enumerate(self._chips.values()):
            self._grid.addWidget(chip, at % down, at // down)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the chips anew where there is room for more or fewer columns."""
        super().resizeEvent(event)
        self._place_chips()

    def _on_asked(self, delegation: str, name: str, position: Position | None) -> None:
        if position is None:
            self._edits.take_back_position(self._measure, delegation)
        elif position in NEED_A_REASON:
            self._reason.ask(self._measure, delegation, name, position, self._chips[delegation].reason)
        else:
            self._edits.set_position(self._measure, delegation, position)


class PositionChip(QWidget):
    """One delegation; `asked` is called with the position that was chosen, None takes it back."""

    def __init__(self, edits: Edits, delegation: str, name: str, icons: Mapping[Position, QIcon]) -> None:
        super().__init__()
        self._edits, self._words, self._name = edits, edits.session.words, name
        palette = edits.session.palette
        self.asked: partial[None] | None = None
        self.reason = ""
        self._icons = icons
        short = delegation if len(delegation) == 2 else name[:4]
        self.button = QToolButton()
        self.button.setObjectName(f"position_{delegation}")
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setIconSize(QSize(14, 14))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.menu.setObjectName(f"position_{delegation}_menu")
        self._fill()
        self.button.setMenu(self.menu)
        self._said = ElidedLabel()
        self._said.setProperty("role", "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Badge(short, palette, says=name))
        row.addWidget(self.button)
        row.addWidget(self._said, 1)

    def show_held(self, held: Held) -> None:
        """Show where the delegation stands, or what its marks ask."""
        words, stated = self._words, held.stated
        self.reason = stated.reason if stated is not None else ""
        if stated is None:
            said = words.text("not stated")
            self.button.setIcon(QIcon())
            asks = words.list_of(tuple(label(verdict, words) for verdict in held.marked))
            below = words.text("marks: {verdicts}", verdicts=asks) if asks else ""
        else:
            said = label(stated.position, words)
            self.button.setIcon(self._icons[stated.position])
            below = stated.reason
        self.button.setText(said)
        self.button.setEnabled(self._edits.editable)
        self.button.setAccessibleName(f"{self._name}: {said}")
        self.button.setToolTip(plain("\n".join(part for part in (f"{self._name}: {said}", below) if part)))
        self._said.set_text(below)
        self._back.setEnabled(stated is not None)

    def _fill(self) -> None:
        words = self._words
        for position in Position:
            name = label(position, words)
            action = self.menu.addAction(
                self._icons[position], f"{name}…" if position in NEED_A_REASON else name
            )
            action.setObjectName(f"{self.menu.objectName()}_{position}")
            action.triggered.connect(lambda _checked=False, one=position: self._ask(one))
        self.menu.addSeparator()
        self._back = self.menu.addAction(words.text("Take back"))
        self._back.setObjectName(f"{self.menu.objectName()}_back")
        self._back.triggered.connect(lambda _checked=False: self._ask(None))

    def _ask(self, position: Position | None) -> None:
        if self.asked is not None:
            self.asked(position)


class ReasonRow(QWidget):
    """The reason of a reservation or of a position against; what is typed stays until it is recorded."""

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self._edits, self._words = edits, edits.session.words
        self._asked: tuple[str, str, Position] | None = None
        text = self._words.text
        self.setObjectName("position_reason_row")
        self._what = wrapped(role="second")
        self.field = take_any_length(QLineEdit())
        self.field.setObjectName("position_reason")
        self.field.setPlaceholderText(text("Why, in a sentence: Enter records"))
        self.field.textChanged.connect(lambda _text: self._on_text())
        self.field.installEventFilter(self)
        self.record = QPushButton(text("Record"))
        self.record.setObjectName("position_record")
        self.record.clicked.connect(lambda _checked=False: self._record())
        back = link("position_leave", text("Back"), self.hide, text("What you wrote is kept (Esc)"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.record)
        row.addWidget(back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._what)
        column.addLayout(row)
        self.hide()

    def ask(self, measure: str, delegation: str, name: str, position: Position, reason: str) -> None:
        """Ask for the reason of a delegation's position."""
        self._asked = measure, delegation, position
        self._what.setText(f"{name}: {label(position, self._words)}")
        self.field.setAccessibleName(self._what.text())
        self.field.setText(self._edits.drafts.get(self._key, reason))
        self._on_text()
        show_if(self, True)
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter records, Esc leaves."""
        if watched is self.field and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER:
                self._record()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                return True
        return super().eventFilter(watched, event)

    @property
    def _key(self) -> tuple[object, ...]:
        return ("position", self._edits.proposal_id, *(self._asked or ()))

    def _on_text(self) -> None:
        reason = self.field.text().strip()
        self.record.setEnabled(bool(reason))
        self.record.setToolTip("" if reason else self._words.text("This position needs a reason"))
        if self._asked is not None and reason:
            self._edits.drafts[self._key] = self.field.text()

    def _record(self) -> None:
        reason = self.field.text().strip()
        if self._asked is None or not reason:
            return
        measure, delegation, position = self._asked
        if self._edits.set_position(measure, delegation, position, reason):
            self._edits.drafts.pop(self._key, None)
            self.hide()


def said_positions(positions: tuple[Held, ...], words: Words) -> str:
    """How many delegations hold which position: `7 for · 1 for, with a reservation`."""
    stated = [one.stated.position for one in positions if one.stated is not None]
    if not stated:
        return words.text("none stated yet")
    return " · ".join(
        words.text("{n} {position}", n=str(stated.count(position)), position=label(position, words))
        for position in Position
        if position in stated
    )
