"""Asks which meeting is to be held: one that goes on, or a new one with its list and delegations."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from customs_app.domain.meeting import Meeting
from customs_app.domain.review import SECRETARIAT, Mark
from customs_app.language.labels import delegation_name
from customs_app.language.moments import clock, local_day
from customs_app.ui.meeting.lists import MeetingList
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.small import take_any_length
from customs_app.ui.widgets.tips import plain

_DELEGATION = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which meeting: one that goes on, or a new one of this title, list and delegations."""

    meeting: Meeting | None
    title: str
    offer: MeetingList | None
    delegations: tuple[str, ...]


class StartDialog(QDialog):
    """Offers the meetings that go on, then a new one for each list; `wanted` is what was chosen."""

    def __init__(
        self, session: Session, going_on: Sequence[Meeting], offers: Sequence[MeetingList], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._words = session, session.words
        self._going_on, self._offers = tuple(going_on), tuple(offers)
        text = self._words.text
        self.setObjectName("meeting_start")
        self.setWindowTitle(text("Meeting mode"))
        self.setMinimumWidth(720)
        self._which = QComboBox()
        self._which.setObjectName("meeting_which")
        self._title = take_any_length(QLineEdit())
        self._title.setObjectName("meeting_title_edit")
        self.delegations = _Delegations(text("Delegations that take part"))
        self._note = wrapped(role="small")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setObjectName("meeting_start_ok")
        self.ok.setProperty("primary", "true")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._fill()
        self._lay_out()
        self._which.currentIndexChanged.connect(lambda _: self._on_which())
        self._title.textChanged.connect(lambda _: self._check())
        self.delegations.itemChanged.connect(lambda _: self._check())
        self._on_which()
        self._which.setFocus()

    @property
    def wanted(self) -> Wanted:
        """What stands in the dialog."""
        meeting, offer = self._chosen
        return Wanted(meeting, " ".join(self._title.text().split()), offer, self.delegations.ticked)

    @property
    def _chosen(self) -> tuple[Meeting | None, MeetingList | None]:
        at = self._which.currentIndex()
        if at < len(self._going_on):
            return self._going_on[at], None
        return None, self._offers[at - len(self._going_on)]

    def _fill(self) -> None:
        text = self._words.text
        for meeting in self._going_on:
            self._which.addItem(text("Go on with “{title}”", title=meeting.title))
        for offer in self._offers:
            self._which.addItem(text("New meeting: {steps}", steps=offer.name))

    def _lay_out(self) -> None:
        text = self._words.text
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for widget, title in (
            (self._which, text("Meeting")),
            (self._title, text("Title")),
            (self.delegations, text("Delegations that take part")),
        ):
            widget.setAccessibleName(title)
            form.addRow(title, widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._note)
        column.addWidget(self._buttons)

    def _on_which(self) -> None:
        meeting, offer = self._chosen
        text = self._words.text
        own = meeting is None
        self._title.setEnabled(own)
        self.delegations.setEnabled(own)
        self.ok.setText(text("Start the meeting") if own else text("Go on"))
        if meeting is not None:
            self._title.setText(meeting.title)
            self.delegations.show_delegations(self._named(meeting.delegations), meeting.delegations)
            begun = local_day(meeting.started_at, self._words.language)
            self._note.setText(text("Begun on {day} at {time}", day=begun, time=clock(meeting.started_at)))
        elif offer is not None:
            self._title.setText(offer.title)
            self._title.setCursorPosition(0)
            self._show_offer(offer)
        self._check()

    def _show_offer(self, offer: MeetingList) -> None:
        """Tick those who marked the steps of a list, and the own delegation."""
        session = self._session
        seen = session.seen_marks(offer.procedures)
        among = set(offer.steps)
        ticked = {mark.reviewer.delegation for mark in marks_on(seen.marks, among)}
        ticked |= {who.delegation for step in among or seen.hidden for who in seen.hidden.get(step, ())}
        ticked.add(session.who.delegation)
        members = [
            country.iso2
            for country in session.catalogue.reference().countries.values()
            if country.status == "member"
        ]
        every = dict.fromkeys((*members, SECRETARIAT, *sorted(one for one in ticked if one)))
        self.delegations.show_delegations(self._named(tuple(every)), tuple(ticked))
        self._note.setText(
            self._words.text("Ticked are those that have marked a step of the list, and your own delegation.")
        )

    def _named(self, delegations: tuple[str, ...]) -> list[tuple[str, str]]:
        countries = self._session.catalogue.reference().countries
        return [(one, delegation_name(one, countries, self._words)) for one in delegations]

    def _check(self) -> None:
        text, wanted = self._words.text, self.wanted
        reason = ""
        if wanted.meeting is None:
            if not wanted.title:
                reason = text("Write a title first")
            elif not wanted.delegations:
                reason = text("Choose at least one delegation")
        self.ok.setEnabled(not reason)
        self.ok.setToolTip(reason)


def marks_on(marks: Sequence[Mark], steps: set[str]) -> list[Mark]:
    """The marks on these steps; all of them where no step is named."""
    return [mark for mark in marks if not steps or mark.step_id in steps]


class _Delegations(QListWidget):
    """Delegations to be ticked; Space ticks the current one."""

    def __init__(self, says: str) -> None:
        super().__init__()
        self.setObjectName("meeting_delegations")
        self.setAccessibleName(says)
        self.setProperty("framed", "true")
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(230)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Those that are ticked, in the order of the list."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(
            str(item.data(_DELEGATION)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def show_delegations(self, delegations: Sequence[tuple[str, str]], ticked: Sequence[str]) -> None:
        """Show delegations by their codes and names."""
        self.blockSignals(True)
        self.clear()
        for code, name in delegations:
            item = QListWidgetItem(name)
            item.setData(_DELEGATION, code)
            item.setToolTip(plain(name))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if code in ticked else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
