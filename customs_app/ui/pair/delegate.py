"""The one delegate of the two lists and what stands between them."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from customs_app.domain.alignment import Pair
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words
from customs_app.ui.pair.asked import LEFT, RIGHT
from customs_app.ui.pair.lines import PairLine, Tie
from customs_app.ui.pair.measures import Layout
from customs_app.ui.pair.model import COLUMNS, LINE_ROLE
from customs_app.ui.pair.painting import PairPainter
from customs_app.ui.widgets.tips import Index, TipDelegate

_ALONE = {LEFT: Tie.LEFT_ONLY, RIGHT: Tie.RIGHT_ONLY}


class PairDelegate(TipDelegate):
    """`side`, `current` (row) and `pair` are those of the cursor, `linked` the step (id) being linked."""

    def __init__(self, palette: Palette, words: Words, layout: Layout, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.painter = PairPainter(palette, layout, words.text("if"))
        self.side = LEFT
        self.current = -1
        self.pair: Pair | None = None
        self.linked = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height is that of the view's rows."""
        return QSize(super().sizeHint(option, index).width(), option.rect.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, PairLine):
            return
        painter.save()
        side, rect = COLUMNS[index.column()], option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) or line.pair is self.pair
        if side not in (LEFT, RIGHT):
            self.painter.between(painter, rect, line, chosen=chosen)
        else:
            look = line.look(side)
            if look is not None:
                self.painter.step(painter, rect, look, chosen=chosen, alone=line.tie is _ALONE[side])
                if look.step.id == self.linked:
                    self.painter.linking(painter, rect, chosen=chosen)
            elif line.tie is Tie.MORE:
                self.painter.below(painter, rect, chosen=chosen)
            else:
                self.painter.gap(painter, rect)
            if index.row() == self.current and side == self.side and self._view.hasFocus():
                self.painter.focus(painter, rect)
        painter.restore()

    @staticmethod
    def _is_cut(_option: QStyleOptionViewItem, _index: Index) -> bool:
        return False  # the model has a tooltip for each cell
