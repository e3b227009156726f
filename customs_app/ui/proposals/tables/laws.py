"""All laws to amend, of all measures and countries; where the article is not known it is a worklist."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from customs_app.analysis.dossier.result import ActLine, Dossier, DossierMeasure
from customs_app.figures.figure_text import UNKNOWN
from customs_app.figures.tokens import Palette
from customs_app.language.words import N_, Words
from customs_app.ui.proposals.texts import act_words, source_places
from customs_app.ui.widgets.rows import RowsModel
from customs_app.ui.widgets.tips import Index

_Role = Qt.ItemDataRole
COUNTRY, ACT, CHANGE, MEASURE, SOURCE = range(5)
WIDTHS = {COUNTRY: 70, CHANGE: 220, MEASURE: 66, SOURCE: 130}


@dataclass(frozen=True, slots=True)
class Law:
    """An act of a measure in a country."""

    measure: DossierMeasure
    act: ActLine


class LawsModel(RowsModel[Law]):
    """One row an act."""

    heads: ClassVar[tuple[str, ...]] = (
        N_("Country"), N_("Act"), N_("What to change"), N_("Measure"), N_("Source"),
    )  # fmt: skip
    figures: ClassVar[frozenset[int]] = frozenset({MEASURE})

    def __init__(self, palette: Palette, words: Words, parent: QObject | None = None) -> None:
        super().__init__(words, parent)
        self._palette = palette

    def text(self, row: Law, column: int) -> str:
        """What a cell shows."""
        act = row.act
        said = act_words(act, self.words)
        texts = (
            act.country,
            said if act.text is not None else f"{UNKNOWN} {said}",
            act.change,
            str(row.measure.number),
            source_places(act.sources),
        )
        return texts[column]

    def tip(self, row: Law, column: int) -> str:
        """The whole text; of the measure its title."""
        return row.measure.title.text if column == MEASURE else self.text(row, column)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """As the base; what is not known in its colour."""
        if role == _Role.ForegroundRole and index.isValid() and index.column() == ACT:
            unknown = self.rows[index.row()].act.text is None
            return QColor(self._palette.warn) if unknown else None
        return super().data(index, role)


def laws_of(dossier: Dossier) -> Iterator[Law]:
    """The acts of all measures, in order of print."""
    for measure in dossier.measures:
        for part in measure.parts:
            for act in part.acts:
                yield Law(measure, act)
