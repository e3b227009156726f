"""The one delegate of the two lists and what stands between them."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from customs_app.domain.alignment import Pair
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words
from customs_app.reports.pair.answer import LEFT, RIGHT
from customs_app.reports.pair.lines import PairLine, Tie
from customs_app.ui.pair.measures import Layout
from customs_app.ui.pair.model import COLUMNS, LINE_ROLE
from customs_app.ui.pair.painting import PairPainter
from customs_app.ui.widgets.painting import new_picture
from customs_app.ui.widgets.tips import Index, TipDelegate

_KEPT = 600
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
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height is that of the view's rows."""
        return QSize(super().sizeHint(option, index).width(), option.rect.height())

    def forget(self) -> None:
        """Paint anew: other rows are shown."""
        self._pictures.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell; what does not change with the cursor as a picture that is made once."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, PairLine):
            return
        side, rect = COLUMNS[index.column()], option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) or line.pair is self.pair
        painter.drawPixmap(rect.topLeft(), self._picture(painter, rect, line, side, chosen=chosen))
        look = line.look(side) if side in (LEFT, RIGHT) else None
        if look is not None and look.step.id == self.linked:
            self.painter.linking(painter, rect, chosen=chosen)
        if index.row() == self.current and side == self.side and look is not None and self._view.hasFocus():
            self.painter.focus(painter, rect)

    def _picture(self, painter: QPainter, rect: QRect, line: PairLine, side: str, *, chosen: bool) -> QPixmap:
        ratio = painter.device().devicePixelRatioF()
        # Rows live as long as they are shown, and `forget` is called before others are.
        key = (id(line), side, rect.width(), rect.height(), chosen, ratio)
        known = self._pictures.get(key)
        if known is None:
            if len(self._pictures) > _KEPT:
                self._pictures.clear()
            known = self._pictures[key] = new_picture(painter, rect)
            inner = QPainter(known)
            self._cell(inner, QRect(0, 0, rect.width(), rect.height()), line, side, chosen=chosen)
            inner.end()
        return known

    def _cell(self, painter: QPainter, rect: QRect, line: PairLine, side: str, *, chosen: bool) -> None:
        if side not in (LEFT, RIGHT):
            self.painter.between(painter, rect, line, chosen=chosen)
            return
        look = line.look(side)
        if look is not None:
            self.painter.step(painter, rect, look, chosen=chosen, alone=line.tie is _ALONE[side])
        elif line.tie is Tie.MORE:
            self.painter.below(painter, rect, chosen=chosen)
        else:
            self.painter.gap(painter, rect)

    @staticmethod
    def _is_cut(_option: QStyleOptionViewItem, _index: Index) -> bool:
        return False  # the model has a tooltip for each cell
