"""The part that draws the procedure as it is, and as it would be, below each other."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customs_app.analysis.case import Case
from customs_app.analysis.to_be.change import ToBe
from customs_app.domain.reference import Reference
from customs_app.figures.before_after import before_after
from customs_app.figures.picture import About, Hotspot, Picture
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words
from customs_app.ui.pictures.frame import Frame
from customs_app.ui.pictures.page import PicturePage
from customs_app.ui.pictures.tools import PictureTools
from customs_app.ui.session import Session


class PicturePart(QWidget):
    """`chosen` carries the id of the step that was chosen, `opened` of the one that was opened."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._of = ""
        self.page = PicturePage(session, "effect_picture", self)
        row = QHBoxLayout()
        row.setContentsMargins(12, 2, 10, 2)
        row.addStretch(1)
        row.addWidget(PictureTools(self.page, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.page, 1)
        self.page.chosen.connect(lambda spot: _tell(spot, self.chosen))
        self.page.opened.connect(lambda spot: _tell(spot, self.opened))

    def show_effect(self, to_be: ToBe, reference: Reference, case: Case) -> None:
        """Draw a procedure in a case; of the same one as before the picture stays where it is."""
        own = to_be.as_is.procedure.id
        maker = _Maker(to_be, reference, case, self._session.palette, self._session.words)
        self.page.show_made(maker, anew=own != self._of)
        self._of = own

    def select(self, step_id: str) -> None:
        """Frame a step."""
        self.page.view.select(step_id)


@dataclass(frozen=True, slots=True)
class _Maker:
    to_be: ToBe
    reference: Reference
    case: Case
    palette: Palette
    words: Words

    def __call__(self, frame: Frame) -> Picture:
        return before_after(
            self.to_be, self.reference, self.palette, self.words, case=self.case, titled=frame.titled
        )


def _tell(spot: Hotspot, signal: SignalInstance) -> None:
    if spot.about is About.STEP:
        signal.emit(spot.target)
