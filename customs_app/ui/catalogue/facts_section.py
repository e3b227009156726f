"""Head and facts of the inspector: what the step is, by whom, after and before which, what is unknown."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.domain.codes import Stage
from customs_app.domain.procedure import Step
from customs_app.domain.text import Rendering, Text
from customs_app.language.labels import label
from customs_app.language.words import N_
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import Badge, wrapped
from customs_app.ui.widgets.section import Section
from customs_app.ui.widgets.small import show_if

_BAR = 5


class HeadSection(QWidget):
    """The title with the bar of its stage, and the activity."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self._stage: Stage | None = None
        self.setObjectName("inspector_head")
        self._title = wrapped(role="lead")
        self._title.setObjectName("inspector_title")
        self._activity = wrapped(role="small")
        self._activity.setObjectName("inspector_activity")
        self._tag = Badge("EN", session.palette, says=self._words.text("Not translated"), plain=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10 + _BAR, 8, 10, 8)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self._activity)

    def show_step(self, opened: OpenProcedure, step: Step) -> None:
        """Show a step's title and activity."""
        title = step.title.shown(self._words.language)
        activity = opened.reference.activities.get(step.activity)
        self._stage = activity.stage if activity else None
        name = activity.name[self._words.language] if activity else ""
        stage = f"{label(activity.stage, self._words)} · " if activity else ""
        self._show(title, f"{stage}{step.activity} {name}")

    def show_procedure(self, opened: OpenProcedure) -> None:
        """Show a procedure's title and kind."""
        own, words = opened.full.procedure, self._words
        self._stage = None
        kind = f"{label(own.regime, words)} · {label(own.mode, words)} · {label(own.view, words)}"
        self._show(own.title.shown(words.language), kind)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar of the stage at the left edge."""
        if self._stage is None:
            return
        painter = QPainter(self)
        colour = QColor(self._session.palette.stage[self._stage])
        painter.fillRect(0, 0, _BAR - 1, self.height(), colour)
        painter.end()

    def _show(self, title: Rendering, below: str) -> None:
        self._title.setText(title.text)
        show_if(self._tag, title.language is not self._words.language)
        self._activity.setText(below)
        self.update()


_ROWS = (
    ("doer", N_("Done by")), ("order", N_("After")), ("condition", N_("Only if")), ("choice", N_("Choice")),
    ("channel", N_("Channel")), ("visits", N_("Visits")), ("law", N_("Law")), ("unknown", N_("Unknown")),
    ("note", N_("Note")), ("goods", N_("Goods")), ("place", N_("Place")), ("volume", N_("Volume")),
)  # fmt: skip


class FactsSection(Section):
    """Facts of a step or procedure as pairs; `step_chosen` carries the id of a step that is a link."""

    step_chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "facts")
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 62)
        self._labels: dict[str, tuple[QLabel, QLabel]] = {}
        for place, (name, title) in enumerate(_ROWS):
            left = QLabel(self.words.text(title))
            left.setProperty("role", "second")
            right = wrapped()
            right.setObjectName(f"inspector_{name}")
            if name == "order":
                right.setTextFormat(Qt.TextFormat.RichText)
                right.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
                right.linkActivated.connect(self.step_chosen)
            grid.addWidget(left, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(right, place, 1)
            self._labels[name] = (left, right)
        self.body.addLayout(grid)

    def show_step(self, opened: OpenProcedure, step: Step) -> None:
        """Show the facts of a step."""
        words, reference = self.words, opened.reference
        agency = reference.agencies.get(step.agency_id) if step.agency_id else None
        doer = ""
        if agency is not None:
            doer = self._text(agency.name)
            if agency.name_local and agency.name_local not in doer:
                doer += f"\n{agency.name_local}"
        self._show(
            {
                "doer": doer,
                "order": self._order(opened, step),
                "condition": self._text(step.condition),
                "choice": self._choice(opened, step),
                "channel": label(step.channel, words) if step.channel else "",
                "visits": "" if step.visits is None else str(step.visits),
                "law": step.legal_basis or "",
                "unknown": words.list_of(tuple(unknown_of(opened, step, self.session))),
            }
        )

    def show_procedure(self, opened: OpenProcedure) -> None:
        """Show the facts of a procedure."""
        words, own = self.words, opened.full.procedure
        place = opened.reference.locations.get(own.location_id) if own.location_id else None
        volume = ""
        if own.volume_per_year is not None:
            volume = words.text(
                "{n} {unit} a year", n=own.volume_per_year, unit=own.volume_unit or words.text("units")
            )
        self._show(
            {
                "goods": self._text(own.goods),
                "place": self._text(place.name) if place else "",
                "volume": volume,
                "note": own.note or "",
            }
        )

    def _show(self, texts: dict[str, str]) -> None:
        for name, pair in self._labels.items():
            text = texts.get(name, "")
            if text != pair[1].text():
                pair[1].setText(text)
            for part in pair:
                show_if(part, bool(text))

    def _text(self, text: Text | None) -> str:
        if text is None:
            return ""
        shown = text.shown(self.words.language)
        return shown.text if shown.language is self.words.language else f"{shown.text} (EN)"

    def _choice(self, opened: OpenProcedure, step: Step) -> str:
        if step.choice_group is None:
            return ""
        others = [
            other.id
            for other in opened.full.steps
            if other.choice_group == step.choice_group and other.choice != step.choice
        ]
        numbers = self.words.list_of(tuple(str(n) for n in opened.numbers(others)))
        if not numbers:
            return step.choice or ""
        return self.words.text("{choice}, instead of steps {steps}", choice=step.choice or "", steps=numbers)

    def _order(self, opened: OpenProcedure, step: Step) -> str:
        words = self.words
        before = self._links(opened, step.depends_on)
        after = self._links(opened, tuple(other.id for other in opened.followers(step.id)))
        first = (
            words.text("steps {steps}", steps=before)
            if before
            else words.text("nothing is known to come first")
        )
        return f"{first} · {words.text('before {steps}', steps=after)}" if after else first

    def _links(self, opened: OpenProcedure, step_ids: tuple[str, ...]) -> str:
        colour = self.session.palette.accent
        steps = sorted((step for step in opened.full.steps if step.id in step_ids), key=lambda step: step.seq)
        links = [
            f'<a href="{escape(step.id)}" style="color:{colour};text-decoration:none" '
            f'title="{escape(step.title[self.words.language])}">{step.seq}</a>'
            for step in steps
        ]
        return self.words.list_of(tuple(links))


def unknown_of(opened: OpenProcedure, step: Step, session: Session) -> list[str]:
    """What no source tells about a step, worded."""
    text = session.words.text
    known = {
        text("agency"): step.agency_id is not None,
        text("channel"): step.channel is not None,
        text("time"): opened.times[step.id].recorded is not None or opened.times[step.id].covered,
        text("cost"): opened.costs[step.id].covered or step.cost.amount is not None,
        text("documents"): bool(opened.full.uses.get(step.id)),
        text("law"): bool(step.legal_basis),
        text("visits"): step.visits is not None,
        text("evidence"): step.evidence is not None,
    }
    return [name for name, is_known in known.items() if not is_known]
