"""Where one stands in the chain: in the row of blocks, the chart and the table together, and the ways on."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from customs_app.domain.corridor import Block
from customs_app.figures.picture import About, Hotspot
from customs_app.ui.corridors.asking import Asking
from customs_app.ui.corridors.loader import Answer
from customs_app.ui.corridors.looks import Place
from customs_app.ui.corridors.page import CorridorPage
from customs_app.ui.corridors.walk import Stand, beside, next_gap, step_beside

_BLOCKS: Mapping[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_STEPS: Mapping[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Walker(QObject):
    """`moved` when another place is stood at: it says whether that is in another block.

    `wanted` is the key of the block to stand at when the next answer comes.
    """

    moved = Signal(bool)

    def __init__(self, page: CorridorPage, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._asking = page, asking
        self.stand = Stand()
        self.wanted: str | None = None
        page.blocks.chosen.connect(self._on_block)
        page.chart.chosen.connect(self._on_spot)
        page.tables.table.place_chosen.connect(self._on_place)
        page.tables.table.block_chosen.connect(self._on_block)

    @property
    def block(self) -> Block | None:
        """The block that is chosen."""
        worked = self._asking.worked
        blocks = worked.blocks if worked is not None else ()
        return next((block for block in blocks if block.key == self.stand.block), None)

    def stand_at(self, stand: Stand) -> None:
        """Choose a block, and a step of it: in the row, the chart and the table together."""
        another = stand.block != self.stand.block
        self._mark(stand)
        self._page.tables.table.show_step(stand.step)
        self.moved.emit(another)

    def stand_in(self, answer: Answer) -> None:
        """Stay where one stood, if that is still there; else stand at the first block. Without telling."""
        blocks = answer.worked.blocks if answer.worked is not None else ()
        keys = [block.key for block in blocks]
        wanted, self.wanted = self.wanted, None
        block = next((key for key in (wanted, self.stand.block) if key in keys), next(iter(keys), None))
        own = answer.shown.block_of if answer.shown is not None else {}
        step = self.stand.step if self.stand.step is not None and own.get(self.stand.step) == block else None
        self._mark(Stand(block, step))

    def walk(self, *, block: int = 0, step: int = 0) -> None:
        """Go to the block or step before (-1) or after (1)."""
        worked = self._asking.worked
        if worked is not None and block:
            self.stand_at(beside(self.stand, worked.blocks, block))
        elif worked is not None and step:
            self.stand_at(step_beside(self.stand, worked.blocks, step))

    def walk_by(self, event: QKeyEvent) -> bool:
        """Walk by an arrow key; whether it is one."""
        key = event.key()
        if key not in _BLOCKS and key not in _STEPS:
            return False
        self.walk(block=_BLOCKS.get(key, 0), step=_STEPS.get(key, 0))
        return True

    def next_gap(self) -> None:
        """Go to the next piece of the journey of which nothing is known."""
        worked = self._asking.worked
        if worked is not None:
            self.stand_at(next_gap(self.stand, worked.chain))

    def go_to_step(self, step_id: str) -> None:
        """Stand at a step of the chain, whichever block has it."""
        shown = self._asking.shown
        if shown is not None and step_id in shown.block_of:
            self.stand_at(Stand(shown.block_of[step_id], step_id))

    # -- inside

    def _mark(self, stand: Stand) -> None:
        self.stand = stand
        self._page.blocks.show_chosen(stand.block)
        self._page.chart.walk_to(stand.block, stand.step)

    def _on_block(self, key: str) -> None:
        self.stand_at(Stand(key))

    def _on_place(self, place: Place) -> None:
        self.stand_at(Stand(place.block_key, place.step_id))

    def _on_spot(self, spot: Hotspot) -> None:
        if spot.about is About.STEP:
            self.go_to_step(spot.target)
        elif spot.about in (About.BLOCK, About.GAP):
            self.stand_at(Stand(spot.target))
