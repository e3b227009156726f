"""The tree of countries, regimes and procedures on the left, with the legend of signs at its foot."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from customs_app.domain.procedure import ProcedureRow
from customs_app.domain.reference import Country
from customs_app.figures import tokens
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words
from customs_app.ui import fonts
from customs_app.ui.catalogue.legend import Legend
from customs_app.ui.catalogue.tree_model import NODE_ROLE, Node, ProcedureTree
from customs_app.ui.icons import icon_pixmap
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import badge_width, paint_badge
from customs_app.ui.widgets.row_signs import MODE_ICONS
from customs_app.ui.widgets.small import Rule
from customs_app.ui.widgets.tips import TipDelegate

Index = QModelIndex | QPersistentModelIndex
_INDENT, _ARROW = 10, 14
# Put together once: flags are slow to join in Python.
_VCENTRE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | _VCENTRE


class TreePane(QWidget):
    """The tree and, below it, the legend; `chosen` carries the id of the procedure to show."""

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        words = session.words
        self.setObjectName("catalogue_left")
        self._quiet = False
        self.model = ProcedureTree(words, self)
        self.tree = ProcedureTreeView(session.palette, self)
        self.tree.setObjectName("procedure_tree")
        self.tree.setAccessibleName(words.text("Countries and procedures"))
        self.tree.setModel(self.model)
        self.tree.selectionModel().currentChanged.connect(self._on_current)
        self.legend = Legend(session, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tree, 1)
        column.addWidget(Rule(session.palette, self))
        column.addWidget(self.legend)

    def fill(self, rows: Sequence[ProcedureRow], countries: Mapping[str, Country], words: Words) -> None:
        """Show these procedures; what was unfolded stays so."""
        unfolded = self.tree.unfolded()
        self.model.show_procedures(rows, countries, words)
        self.tree.unfold_again(unfolded)

    def show_chosen(self, procedure_id: str) -> None:
        """Select a procedure, its country unfolded, without telling `chosen`."""
        index = self.model.index_of(procedure_id)
        before = self.tree.currentIndex()
        if not index.isValid() or (index == before and self.tree.isExpanded(index.parent())):
            return
        self._quiet = True
        self.tree.setCurrentIndex(index)
        self._quiet = False
        self.tree.unfold_to(index)
        if before.isValid() and before.parent() != index.parent():
            self.tree.viewport().update()  # another country is bold now

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        node = current.data(NODE_ROLE)
        if not self._quiet and isinstance(node, Node) and node.procedure is not None:
            self.chosen.emit(node.procedure.id)


class ProcedureTreeView(QTreeView):
    """A tree that paints badges of countries, icons of modes, and counts at its right edge."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("surface", "panel")
        self.setItemDelegate(_NodeDelegate(palette, self))
        self.setExpandsOnDoubleClick(False)
        self.clicked.connect(self._on_clicked)

    def unfold_to(self, index: QModelIndex) -> None:
        """Unfold the country of a row with all its regimes, and bring the row into sight."""
        country = index
        while country.parent().isValid():
            country = country.parent()
        self.unfold(country)
        self.scrollTo(index)

    def unfold(self, country: Index) -> None:
        """Unfold a country with all its regimes."""
        if self.model() is None or not country.isValid():
            return
        self.expandRecursively(QModelIndex(country) if isinstance(country, QModelIndex) else country)

    def unfolded(self) -> set[str]:
        """Codes of the countries that are unfolded."""
        model = self.model()
        tops = [model.index(row, 0) for row in range(model.rowCount())]
        return {top.data(NODE_ROLE).code for top in tops if self.isExpanded(top)}

    def unfold_again(self, codes: set[str]) -> None:
        """Unfold countries by their codes."""
        model = self.model()
        for row in range(model.rowCount()):
            top = model.index(row, 0)
            if top.data(NODE_ROLE).code in codes:
                self.unfold(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter folds and unfolds what is no procedure."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.model().hasChildren(index):
            self._turn(index)
            return
        super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self.model().hasChildren(index):
            self._turn(index)

    def _turn(self, index: QModelIndex) -> None:
        if self.isExpanded(index):
            self.collapse(index)
        elif index.parent().isValid():
            self.expand(index)
        else:
            self.unfold(index)


class _NodeDelegate(TipDelegate):
    def __init__(self, palette: Palette, view: QTreeView) -> None:
        super().__init__(view)
        self._colours, self._view = palette, view
        self._font, self._bold = fonts.font(tokens.TABLE), fonts.font(tokens.TABLE, bold=True)
        self._small = fonts.tabular(tokens.SMALL)
        self._metrics = {False: QFontMetrics(self._font), True: QFontMetrics(self._bold)}
        self._count_metrics = QFontMetrics(self._small)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Rows of one height."""
        return QSize(120, tokens.TREE_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint arrow, badge or mode, name, tag and count of one row."""
        node: Node = index.data(NODE_ROLE)
        colours, rect = self._colours, option.rect
        selected = self._view.selectionModel().isSelected(index)
        painter.save()
        if selected:
            painter.fillRect(rect, QColor(colours.sel))
        ink = colours.on_sel if selected else colours.text
        depth = 0 if node.code else 1 if node.procedure is None else 2
        x = float(rect.x() + 6 + depth * _INDENT)
        if node.children:
            arrow = "chevron-down" if self._view.isExpanded(index) else "chevron-right"
            self._paint_icon(painter, x, rect, arrow, side=12, ink=ink if selected else colours.text3)
        x += _ARROW + 2
        left = x + self._paint_sign(painter, node, x, rect, ink if selected else colours.text2)
        right = self._paint_count(painter, node, rect, ink if selected else colours.text3)
        if node.untranslated:
            right -= badge_width("EN") + 4
            paint_badge(painter, QPointF(right, rect.center().y() + 0.5), "EN", colours, plain=True)
            right -= 4
        self._paint_name(painter, node, QRect(int(left), rect.y(), int(right - left), rect.height()), ink)
        painter.restore()

    @staticmethod
    def _paint_icon(painter: QPainter, x: float, rect: QRect, name: str, *, side: int, ink: str) -> None:
        picture = icon_pixmap(name, ink, side, painter.device().devicePixelRatio())
        painter.drawPixmap(round(x), rect.y() + (rect.height() - side) // 2, picture)

    def _paint_sign(self, painter: QPainter, node: Node, x: float, rect: QRect, ink: str) -> float:
        if node.code:
            return paint_badge(painter, QPointF(x, rect.center().y() + 0.5), node.code, self._colours) + 5
        if node.mode is not None:
            self._paint_icon(painter, x, rect, MODE_ICONS[node.mode], side=15, ink=ink)
            return 21
        return 0

    def _paint_count(self, painter: QPainter, node: Node, rect: QRect, ink: str) -> float:
        painter.setFont(self._small)
        painter.setPen(QColor(ink))
        box = rect.adjusted(0, 0, -8, 0)
        painter.drawText(box, _RIGHT, str(node.count))
        return box.right() - self._count_metrics.horizontalAdvance(str(node.count)) - 6

    def _paint_name(self, painter: QPainter, node: Node, box: QRect, ink: str) -> None:
        open_country = node.code is not None and self._holds_current(node)
        painter.setFont(self._bold if open_country else self._font)
        painter.setPen(QColor(ink))
        metrics = self._metrics[open_country]
        name = metrics.elidedText(node.name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _VCENTRE, name)

    def _holds_current(self, country: Node) -> bool:
        node: Node | None = self._view.currentIndex().data(NODE_ROLE)
        while isinstance(node, Node):
            if node is country:
                return True
            node = node.parent
        return False
