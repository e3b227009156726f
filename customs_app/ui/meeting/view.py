"""All that is seen in a meeting: head, strip, step, others, votes, keys, and the foot."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from customs_app.domain.codes import Verdict
from customs_app.ui.meeting.aside import Aside
from customs_app.ui.meeting.desk import Desk
from customs_app.ui.meeting.facts import Facts
from customs_app.ui.meeting.foot import Foot, Hint
from customs_app.ui.meeting.key_card import KeyCard
from customs_app.ui.meeting.panels import Panel
from customs_app.ui.meeting.scale import Scale
from customs_app.ui.meeting.step_page import StepPage
from customs_app.ui.meeting.strip import Strip
from customs_app.ui.meeting.text_box import Run
from customs_app.ui.meeting.top_bar import TopBar
from customs_app.ui.meeting.votes_bar import VotesBar
from customs_app.ui.meeting.wording import (
    document_name,
    minutes_line,
    others_of,
    place_text,
    sole_safeguard,
    stage_of,
    strip_cells,
    votes_row,
)
from customs_app.ui.session import Session
from customs_app.ui.widgets.small import Rule
from customs_app.ui.widgets.verdicts import VERDICTS

_LEFT, _RIGHT = 61, 39


class MeetingView(QWidget):
    """Shows where a desk stands; `verdict_chosen` and `place_chosen` tell of clicks."""

    verdict_chosen = Signal(object)
    place_chosen = Signal(int)
    left = Signal()

    def __init__(self, session: Session, panels: Sequence[Panel]) -> None:
        super().__init__()
        self._session = session
        palette = session.palette
        self.setObjectName("meeting_view")
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.top = TopBar(session)
        self.strip = Strip(palette)
        self.step = StepPage(session)
        self.aside = Aside(session)
        self.votes = VotesBar(palette)
        self.cards = [
            KeyCard(verdict, str(place), session) for place, verdict in enumerate(VERDICTS, start=1)
        ]
        self.foot = Foot(session)
        self._panels = tuple(panels)
        self.panel: Panel | None = None
        self._said: Run | None = None
        self._columns = 0
        self._lay_out()
        self.top.left.connect(self.left)
        self.strip.chosen.connect(self.place_chosen)
        for card in self.cards:
            card.clicked.connect(lambda _=False, verdict=card.verdict: self.verdict_chosen.emit(verdict))

    def show_desk(self, desk: Desk, scale: Scale) -> None:
        """Show the step of a desk, in a size."""
        self._show_head(desk, scale)
        self._show_step(desk, scale)
        self._show_keys(desk, scale)
        self.show_foot(desk, scale)

    def say(self, text: str, tone: str = "text") -> None:
        """Show a sentence in place of the minutes until something else is done; nothing takes it away."""
        self._said = Run(text, tone, bold=True) if text else None

    def show_panel(self, panel: Panel | None) -> None:
        """Ask something in place of votes and keys, or show these again."""
        self.panel = panel
        self._keys.setVisible(panel is None)
        for one in self._panels:
            one.setVisible(one is panel)

    def show_foot(self, desk: Desk, scale: Scale) -> None:
        """Show the keys that can be used now, and the minutes."""
        words = self._session.words
        hints = self._hints(desk) if self.panel is None else self.panel.hints()
        line = minutes_line(desk.sitting, desk.item, desk.taken_up_at, words)
        self.foot.show_all(hints, line, self._said, scale)

    def _show_head(self, desk: Desk, scale: Scale) -> None:
        words, sitting = self._session.words, desk.sitting
        self.top.show_procedure(desk.item.full.procedure, sitting.meeting.title, sitting.reference, scale)
        self.strip.set_scale(scale)
        says = words.text(
            "Step {n} of {all}, {decided} decided",
            n=desk.place + 1,
            all=len(sitting.items),
            decided=sitting.decided,
        )
        self.strip.show_cells(strip_cells(sitting, self._session.palette, words), desk.place, says)
        self._strip_row.setContentsMargins(scale.px(32), scale.px(8), scale.px(32), scale.px(6))

    def _show_step(self, desk: Desk, scale: Scale) -> None:
        words, sitting, item = self._session.words, desk.sitting, desk.item
        facts = Facts(sitting.reference, words, self._session.palette)
        minuted = facts.of_minutes(item, desk.decision, sitting.notes_on(item))
        place, title = place_text(sitting, desk.place, words), item.step.title[words.language]
        if desk.document_id is None:
            about = facts.of_decided_documents(item, sitting.on_documents(item))
        else:
            about = facts.of_document(item, desk.document_id)
            n, of = desk.documents.index(desk.document_id) + 1, len(desk.documents)
            place = f"{place} · {words.text('document {n} of {all}', n=n, all=of)}"
            title = document_name(desk.document_id, sitting.reference, words)
        stage = stage_of(item, sitting.reference)
        self.step.show_step(place, stage, title, (*minuted, *about, *facts.of_step(item)), scale)
        heading, rows = others_of(item, desk.peers.of(item.full), sitting.reference, words)
        self.aside.show_others(heading, rows, sole_safeguard(item, words), scale)

    def _show_keys(self, desk: Desk, scale: Scale) -> None:
        words, sitting, item = self._session.words, desk.sitting, desk.item
        self.votes.set_scale(scale)
        palette, decision = self._session.palette, desk.decision
        self.votes.show_votes(*votes_row(sitting, item, palette, words, desk.document_id))
        verdict: Verdict | None = decision.verdict if decision is not None else None
        open_ = sitting.meeting.ended_at is None and not self._session.catalogue.read_only
        for card in self.cards:
            card.set_scale(scale)
            card.setChecked(card.verdict is verdict)
            card.setEnabled(open_)
        self._votes_row.setContentsMargins(scale.px(32), 0, scale.px(32), 0)
        self._cards_row.setContentsMargins(scale.px(32), scale.px(10), scale.px(32), scale.px(10))
        self._cards_row.setSpacing(scale.px(10))
        self._arrange_cards(scale)

    def _arrange_cards(self, scale: Scale) -> None:
        """All in one row where their names have the room, else in two."""
        count = len(self.cards)
        room = (self.width() - 2 * scale.px(32) - (count - 1) * scale.px(10)) / count
        columns = count if room >= max(card.least_width for card in self.cards) else count // 2
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._cards_row.addWidget(card, place // columns, place % columns)
            self._cards_row.setColumnStretch(place, 1 if place < columns else 0)

    def _hints(self, desk: Desk) -> Sequence[Hint]:
        text = self._session.words.text
        documents = ((("P",), text("documents of the step")),) if desk.documents else ()
        return (
            (("1", "–", "8"), text("verdict")),
            (("R",), text("reason")),
            (("D",), text("dissent")),
            (("N",), text("note")),
            (("←", "→"), text("step")),
            *documents,
            (("Enter",), text("next open step")),
            (("O",), text("open the votes")),
            (("Ctrl+Z",), text("undo")),
            (("+", "−"), text("text size")),
        )

    def _lay_out(self) -> None:
        palette = self._session.palette
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._strip_row = QHBoxLayout()
        self._strip_row.addWidget(self.strip)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.step.pane, _LEFT)
        body.addWidget(Rule(palette, upright=True))
        body.addWidget(self.aside.pane, _RIGHT)
        column.addWidget(_surface(self.top))
        column.addWidget(Rule(palette))
        column.addLayout(self._strip_row)
        column.addLayout(body, 1)
        column.addWidget(Rule(palette))
        column.addWidget(self._make_keys())
        for panel in self._panels:
            column.addWidget(_surface(panel))
            panel.hide()
        column.addWidget(Rule(palette))
        column.addWidget(_surface(self.foot))

    def _make_keys(self) -> QWidget:
        self._keys = _surface(QWidget())
        column = QVBoxLayout(self._keys)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._votes_row, self._cards_row = QHBoxLayout(), QGridLayout()
        self._votes_row.addWidget(self.votes)
        column.addLayout(self._votes_row)
        column.addWidget(Rule(self._session.palette))
        column.addLayout(self._cards_row)
        return self._keys


def _surface(widget: QWidget) -> QWidget:
    widget.setProperty("surface", "window")
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget
