"""The list of the saved proposals."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from customs_app.domain.proposal import Proposal
from customs_app.figures import tokens
from customs_app.language.words import Words
from customs_app.ui import fonts
from customs_app.ui.proposals.texts import about_proposal
from customs_app.ui.session import Session
from customs_app.ui.widgets.tips import TipDelegate

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
PROPOSAL_ROLE = int(Qt.ItemDataRole.UserRole) + 61
"""The Proposal of a row."""
_ABOUT_ROLE = PROPOSAL_ROLE + 1
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TALLEST = 210


class ProposalsModel(QAbstractListModel):
    """The proposals, the newest first: editing one does not move it."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._proposals: tuple[Proposal, ...] = ()
        self._countries: Mapping[str, int] = {}

    def show_proposals(self, proposals: tuple[Proposal, ...], countries: Mapping[str, int]) -> None:
        """Show these proposals; `countries` says how many each (id) is about."""
        self.beginResetModel()
        self._countries = countries
        self._proposals = tuple(sorted(proposals, key=lambda one: one.id, reverse=True))
        self.endResetModel()

    def index_of(self, proposal_id: str) -> QModelIndex:
        """Where a proposal stands; an invalid index where it does not."""
        rows = [row for row, one in enumerate(self._proposals) if one.id == proposal_id]
        return self.index(rows[0]) if rows else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._proposals)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Title, what it is about in words, and the Proposal."""
        if not index.isValid() or index.row() >= len(self._proposals):
            return None
        proposal = self._proposals[index.row()]
        if role == PROPOSAL_ROLE:
            return proposal
        if role == Qt.ItemDataRole.DisplayRole:
            return proposal.title
        about = about_proposal(proposal, self._countries[proposal.id], self._words)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{proposal.title}\n{about}"
        return about if role == _ABOUT_ROLE else None


class ProposalsView(QListView):
    """As high as its rows need, up to a few of them; `chosen` carries the id of the proposal chosen."""

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.proposals = ProposalsModel(session.words, self)
        self.setObjectName("proposal_list")
        self.setAccessibleName(session.words.text("Proposals"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._delegate = _ProposalDelegate(session, self)
        self.setItemDelegate(self._delegate)
        self.setModel(self.proposals)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_proposals(
        self, proposals: tuple[Proposal, ...], countries: Mapping[str, int], open_id: str | None
    ) -> None:
        """Show the proposals with the number of their countries, the open one chosen, without telling."""
        self._quiet = True
        self.proposals.show_proposals(proposals, countries)
        index = self.proposals.index_of(open_id) if open_id is not None else QModelIndex()
        self.setCurrentIndex(index)
        self._quiet = False
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the titles anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        rows = range(self.proposals.rowCount())
        proposals = [self.proposals.index(row).data(PROPOSAL_ROLE) for row in rows]
        height = sum(self._delegate.height(proposal, width) for proposal in proposals)
        self.setFixedHeight(max(1, min(height, _TALLEST)))
        self.setVisible(bool(proposals))
        self.scheduleDelayedItemsLayout()

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        proposal = current.data(PROPOSAL_ROLE)
        if isinstance(proposal, Proposal) and not self._quiet:
            self.chosen.emit(proposal.id)


class _ProposalDelegate(TipDelegate):
    def __init__(self, session: Session, view: ProposalsView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._bold = fonts.font(tokens.BODY, bold=True)
        self._small = fonts.font(tokens.SMALL)

    def height(self, proposal: Proposal, width: int) -> int:
        """Height of a row so wide: a title of at most two lines, and a line below it."""
        metrics = QFontMetrics(self._bold)
        room = QRect(0, 0, max(40, width - 20), 10_000)
        lines = min(2, round(metrics.boundingRect(room, _WRAP, proposal.title).height() / metrics.height()))
        return 18 + max(1, lines) * metrics.height() + QFontMetrics(self._small).height()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its title needs."""
        width = self._view.viewport().width()
        return QSize(width, self.height(index.data(PROPOSAL_ROLE), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the title, and what it is about."""
        proposal: Proposal = index.data(PROPOSAL_ROLE)
        colours, rect = self._session.palette, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(colours.sel if chosen else colours.base))
        ink = colours.on_sel if chosen else colours.text
        small = QFontMetrics(self._small)
        box = rect.adjusted(10, 8, -10, -(small.height() + 9))
        painter.setFont(self._bold)
        painter.setPen(QColor(ink))
        painter.drawText(box, _WRAP, _two_lines(proposal.title, QFontMetrics(self._bold), box.width()))
        painter.setFont(self._small)
        painter.setPen(QColor(ink if chosen and colours.outlined else colours.text2))
        below = QRect(rect.x() + 10, rect.bottom() - small.height() - 7, rect.width() - 20, small.height())
        about = str(index.data(_ABOUT_ROLE))
        painter.drawText(below, small.elidedText(about, Qt.TextElideMode.ElideRight, below.width()))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


def _two_lines(title: str, metrics: QFontMetrics, width: int) -> str:
    """The title, cut where it would need a third line."""
    room = QRect(0, 0, width, 10_000)
    kept = title
    while metrics.boundingRect(room, _WRAP, kept).height() > 2 * metrics.lineSpacing() + 2 and len(kept) > 1:
        kept = kept[: int(len(kept) * 0.9)].rstrip(" …") + "…"
    return kept
