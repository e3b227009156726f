"""The parts of a measure in one country: what they share, the saving, and the norms."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.analysis.measures import Measure
from customs_app.domain.reference import Country
from customs_app.domain.review import Saving
from customs_app.figures import tokens
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.norms import norm_name
from customs_app.language.numbers import span
from customs_app.language.words import N_
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.savings import not_added
from customs_app.ui import fonts
from customs_app.ui.proposals.texts import fees_text
from customs_app.ui.session import Session
from customs_app.ui.widgets.band import Band
from customs_app.ui.widgets.labels import ElidedLabel, wrapped
from customs_app.ui.widgets.small import Rule
from customs_app.ui.widgets.tips import plain

_W = TypeVar("_W", bound=QWidget)
_A_TURN = 2


class Gradually(QObject):
    """Does many small things, a few at once and the others in the next turns of the event loop."""

    def __init__(self, parent: QObject, *, at_once: int) -> None:
        super().__init__(parent)
        self._left: Iterator[Callable[[], object]] = iter(())
        self._at_once = at_once
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(lambda: self._do(_A_TURN))

    def do(self, works: Iterable[Callable[[], object]]) -> None:
        """Begin with these; what is left of earlier ones is dropped."""
        self._turn.stop()
        self._left = iter(works)
        self._do(self._at_once)

    def _do(self, n: int) -> None:
        works = list(islice(self._left, n))
        for work in works:
            work()
        if len(works) == n:
            self._turn.start()


class Pool(Generic[_W]):
    """Rows that are made once and shown again: dressing new ones would be felt at every key."""

    def __init__(self, column: QVBoxLayout, make: Callable[[], _W]) -> None:
        self._column, self._make = column, make
        self._rows: list[_W] = []

    def row(self, place: int) -> _W:
        """The row at a place, shown."""
        while len(self._rows) <= place:
            row = self._make()
            self._rows.append(row)
            self._column.addWidget(row)
        self._rows[place].show()
        return self._rows[place]

    def hide_from(self, place: int) -> None:
        """Hide the rows from a place on."""
        for row in self._rows[place:]:
            row.hide()


class DetailPart(QWidget):
    """A band, and the `body` below it."""

    def __init__(self, session: Session, name: str, title: str) -> None:
        super().__init__()
        self.session, self.words = session, session.words
        self.setObjectName(f"measure_{name}")
        self.band = Band(session, title)
        self.body = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self.body)


class SavingRow(DetailPart):
    """Four figures beside one another; `?` where one is not known."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "saving", session.words.text("Saving"))
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._cells = [SavingCell(session.words.text(title)) for title in _FIGURES]
        self._cells[_FIGURES.index(_TIME)].setToolTip(plain(not_added(session.words)))
        for place, cell in enumerate(self._cells):
            if place:
                row.addWidget(Rule(session.palette, upright=True))
            row.addWidget(cell, 1)

    def show_saving(self, saving: Saving, country: Country) -> None:
        """Show what one consignment is spared."""
        words = self.words
        name = country.name[words.language]
        self.band.set_note(words.text("one consignment, {country}", country=name))
        hours = UNKNOWN
        if saving.hours is not None:
            hours = words.text("−{hours} h", hours=span(saving.hours, words.language))
        figures = (_fewer(saving.documents), _fewer(saving.visits), hours, fees_text(saving, words))
        for cell, figure in zip(self._cells, figures, strict=True):
            cell.show_figure(figure, words.text("not recorded") if figure == UNKNOWN else "")


_TIME = N_("Time")
_FIGURES = (N_("Documents"), N_("Visits"), _TIME, N_("Fees"))


class SavingCell(QWidget):
    """What is spared, how much, and why that is not known."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        what = QLabel(title)
        what.setProperty("role", "small")
        self.figure = QLabel()
        self.figure.setObjectName("saving_figure")
        self.figure.setFont(fonts.tabular(tokens.BODY, bold=True))
        self._why = ElidedLabel()
        self._why.setProperty("role", "small")
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.figure)
        line.addWidget(self._why, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 8, 8)
        column.setSpacing(2)
        column.addWidget(what)
        column.addLayout(line)

    def show_figure(self, figure: str, why: str) -> None:
        """Show a figure."""
        self.figure.setText(figure)
        self._why.set_text(why)
        self.setAccessibleName(f"{self._title}: {figure}")


def _fewer(n: int | None) -> str:
    return UNKNOWN if n is None else f"−{n}" if n else "0"


class Norms(DetailPart):
    """The standards that support the measure."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "norms", session.words.text("Standards"))
        column = QVBoxLayout(self.body)
        column.setContentsMargins(12, 6, 12, 10)
        column.setSpacing(4)
        self._lines = Pool(column, wrapped)

    def show_norms(self, content: Content, measure: Measure) -> None:
        """Show them."""
        none = self.words.text("No standard is on record for this")
        texts = list(self._texts(content, measure)) or [(none, "")]
        self._lines.hide_from(len(texts))
        for place, (text, tip) in enumerate(texts):
            line = self._lines.row(place)
            line.setText(text)
            line.setToolTip(plain(tip))

    def _texts(self, content: Content, measure: Measure) -> Iterator[tuple[str, str]]:
        language = self.words.language
        for standard_id in measure.standards:
            standard = content.reference.standards.get(standard_id)
            if standard is not None:
                name = norm_name(standard, self.words)
                yield f"{name} – {standard.title[language]}", standard.gist[language]
