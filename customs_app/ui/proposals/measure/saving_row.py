"""What a measure saves in one country, with how far that is known."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.analysis.dossier.result import ProcedureEffect
from customs_app.domain.figures import Coverage, Range
from customs_app.figures import tokens
from customs_app.figures.figure_text import UNKNOWN, hours_text
from customs_app.language.numbers import number
from customs_app.language.words import N_, Words
from customs_app.ui import fonts
from customs_app.ui.proposals.measure.parts import DetailPart, Pool
from customs_app.ui.proposals.measure.place import MeasurePlace
from customs_app.ui.proposals.texts import fees_less, fewer, hours_less
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.small import Rule, show_if
from customs_app.ui.widgets.tips import plain

_FIGURES = (N_("Documents handed in"), N_("Visits"), N_("Critical path"), N_("Fees"))


class SavingRow(DetailPart):
    """Four figures beside one another for each procedure, and what a year saves; `?` where not known."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "saving", session.words.text("Saving"))
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        column.addLayout(rows)
        self._rows = Pool(rows, lambda: ProcedureRow(session))
        self._yearly = wrapped(role="small")
        self._yearly.setObjectName("saving_yearly")
        self._yearly.setContentsMargins(12, 0, 12, 8)
        column.addWidget(self._yearly)

    def show_place(self, place: MeasurePlace) -> None:
        """Show what one consignment is spared, and what that is in a year."""
        words, effects = self.words, place.part.effects
        name = place.dossier.reference.countries[place.country].name[words.language]
        self.band.set_note(words.text("one consignment, {country}", country=name))
        self._rows.hide_from(len(effects))
        for at, effect in enumerate(effects):
            self._rows.row(at).show_effect(effect, words, named=len(effects) > 1)
        told = [words.say(message) for effect in effects for message in effect.yearly.sentences]
        self._yearly.setText(" ".join(dict.fromkeys(told)))
        show_if(self._yearly, bool(told))


class ProcedureRow(QWidget):
    """The four figures of one procedure."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._name = wrapped(role="small")
        self._name.setContentsMargins(12, 6, 12, 0)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.cells = [SavingCell(session.words.text(title)) for title in _FIGURES]
        for place, cell in enumerate(self.cells):
            if place:
                row.addWidget(Rule(session.palette, upright=True))
            row.addWidget(cell, 5 if place >= _FIGURES.index("Critical path") else 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addLayout(row)

    def show_effect(self, one: ProcedureEffect, words: Words, *, named: bool) -> None:
        """Show what is saved in a procedure."""
        self._name.setText(one.full.procedure.title[words.language])
        show_if(self._name, named)
        saved, before, after = one.effect.saved, one.effect.as_is, one.effect.to_be
        figures = (
            (
                fewer(saved.handovers, more="handovers" in saved.more),
                _from_to(before.handovers, after.handovers),
            ),
            (
                fewer(saved.visits, more="visits" in saved.more),
                _from_to(before.known_visits, after.known_visits),
            ),
            (
                hours_less(saved.elapsed, words, more="elapsed" in saved.more),
                _times(before.elapsed, after.elapsed, before.time_covered, words),
            ),
            (
                fees_less(saved.cost, words, more="cost" in saved.more),
                _known(before.cost_covered, words),
            ),
        )
        for cell, (figure, below) in zip(self.cells, figures, strict=True):
            cell.show_figure(figure, below)


class SavingCell(QWidget):
    """What is spared, how much, and what it is made of."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        what = QLabel(title)
        what.setProperty("role", "small")
        self.figure = QLabel()
        self.figure.setObjectName("saving_figure")
        self.figure.setFont(fonts.tabular(tokens.BODY, bold=True))
        self._below = wrapped(role="small")
        self._below.setObjectName("saving_below")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 8, 8)
        column.setSpacing(1)
        for widget in (what, self.figure, self._below):
            column.addWidget(widget)
        column.addStretch(1)

    def show_figure(self, figure: str, below: str) -> None:
        """Show a figure."""
        self.figure.setText(figure)
        self._below.setText(below)
        self.setAccessibleName(f"{self._title}: {figure}, {below}")
        self.setToolTip(plain(f"{self._title}: {figure}\n{below}"))


def _from_to(before: int | None, after: int | None) -> str:
    return f"{UNKNOWN if before is None else before} → {UNKNOWN if after is None else after}"


def _times(before: Range, after: Range, covered: Coverage, words: Words) -> str:
    spans = words.text("{hours} h", hours=f"{hours_text(before, words)} → {hours_text(after, words)}")
    return f"{spans} · {_known(covered, words)}"


def _known(covered: Coverage, words: Words) -> str:
    n, of = number(covered.n, words.language), number(covered.of, words.language)
    return words.text("{n} of {of} steps known", n=n, of=of)
