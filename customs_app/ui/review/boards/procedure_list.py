"""The list at the left of a board from which one procedure is chosen, or all that the filters let through."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from customs_app.domain.procedure import FullProcedure
from customs_app.ui.session import Session
from customs_app.ui.widgets.lines import Line, LinesView
from customs_app.ui.widgets.row_signs import MODE_ICONS
from customs_app.ui.widgets.small import heading

_COUNT = 64


class ProcedureList(LinesView):
    """`chosen` carries the id of the procedure that became current, "" for all of them."""

    chosen = Signal(str)

    def __init__(self, session: Session, name: str, every: str) -> None:
        super().__init__(name, session.words.text("Procedures"), session.palette, keeps=True)
        self._words, self._every = session.words, every
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.procedure))

    @property
    def procedure(self) -> str:
        """The procedure that is current; "" for all of them."""
        return str(self.current or "")

    def show_procedures(
        self, procedures: Sequence[FullProcedure], right: Callable[[FullProcedure], str], wanted: str
    ) -> str:
        """Show these, each with a text at the right; the wanted one is current, all where it is gone.

        The id of the current one, without telling it.
        """
        language = self._words.language
        lines = [Line(text=self._every, tip=self._every, about="", icon="list-checks")]
        for full in procedures:
            one, beside = full.procedure, right(full)
            title = one.title[language]
            lines.append(
                Line(
                    text=title,
                    tip=title,
                    about=one.id,
                    icon=MODE_ICONS[one.mode],
                    badge=one.country,
                    right=((beside, _COUNT),) if beside else (),
                )
            )
        ids = [line.about for line in lines]
        stood = self.verticalScrollBar().value()
        with QSignalBlocker(self.selectionModel()):
            self.lines.show_lines(lines)
            self.setCurrentIndex(self.lines.index(ids.index(wanted) if wanted in ids else 0))
        self.verticalScrollBar().setValue(stood)
        self.scrollTo(self.currentIndex())
        return self.procedure


def with_heading(session: Session, view: ProcedureList) -> QWidget:
    """The list below its heading, for the left side."""
    side = QWidget()
    title = heading(session.words.text("Procedures"))
    title.setContentsMargins(0, 0, 0, 4)
    column = QVBoxLayout(side)
    column.setContentsMargins(10, 8, 2, 0)
    column.setSpacing(0)
    column.addWidget(title)
    column.addWidget(view, 1)
    return side
