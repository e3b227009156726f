"""Verdicts with the delegations that gave them, as a cell paints and says them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from customs_app.analysis.agreement import TargetAgreement
from customs_app.domain.codes import Verdict
from customs_app.domain.review import SECRETARIAT
from customs_app.figures.signs import verdict_sign
from customs_app.figures.tokens import Palette
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.review.stamps import Stamps
from customs_app.ui.widgets.delegates import ink_palette, paint_focus, paint_ground
from customs_app.ui.widgets.labels import badge_width
from customs_app.ui.widgets.tips import PADDING, Index, TipDelegate

_SIGN, _GAP, _APART, _MORE = 15, 4, 25, 14
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Opinion:
    """A verdict, and the delegations that gave it; one whose own reviewers differ stands in several."""

    verdict: Verdict
    delegations: tuple[str, ...]


def opinions_of(target: TargetAgreement) -> tuple[Opinion, ...]:
    """The verdicts about a target, what most want first, then by their number."""
    by: dict[Verdict, list[str]] = {}
    for delegation, verdicts in target.verdicts.items():
        for verdict in verdicts:
            by.setdefault(verdict, []).append(delegation)
    order = list(Verdict)
    ranked = sorted(by, key=lambda one: (one is not target.majority, -len(by[one]), order.index(one)))
    return tuple(Opinion(verdict, tuple(sorted(by[verdict]))) for verdict in ranked)


def said(opinions: Sequence[Opinion], name: Callable[[str], str], words: Words) -> str:
    """Verdicts with the names of delegations, as `Remove: Kazakhstan, Uzbekistan; Keep: China`."""
    return words.clauses(
        words.named(label(one.verdict, words), words.list_of(tuple(map(name, one.delegations))))
        for one in opinions
    )


def short(delegation: str, words: Words) -> str:
    """What stands on a delegation's badge: its country's code, or its name."""
    return words.text("Secretariat") if delegation == SECRETARIAT else delegation


class OpinionsDelegate(TipDelegate):
    """Paints what `find(index)` gives: each sign with its delegations, and `≠` before those who dissent."""

    def __init__(
        self,
        palette: Palette,
        words: Words,
        find: Callable[[Index], Sequence[Opinion]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._colours, self._words, self._find = palette, words, find
        self._stamps = Stamps(palette)

    def needed(self, opinions: Sequence[Opinion]) -> int:
        """The width of the column in which all of it is seen, with the line of the grid."""
        return ceil(sum(self._widths(opinions))) + 2 * PADDING + 1

    def _widths(self, opinions: Sequence[Opinion]) -> list[float]:
        """How wide each verdict with its delegations is, and what stands before it."""
        return [
            (_APART if at else 0)
            + _SIGN
            + sum(_GAP + badge_width(short(one, self._words)) for one in opinion.delegations)
            for at, opinion in enumerate(opinions)
        ]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell; where there is no room for all, `…` stands for the rest."""
        painter.save()
        paint_ground(painter, option, self._colours)
        inked = ink_palette(option, self._colours)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box, middle = option.rect, option.rect.center().y() + 0.5
        x, end = float(box.x() + PADDING), float(box.x() + box.width() - PADDING)
        opinions = self._find(index)
        for at, (opinion, width) in enumerate(zip(opinions, self._widths(opinions), strict=True)):
            more = at < len(opinions) - 1
            if x + width > end - (_MORE if more else 0):
                painter.setPen(QColor(inked.text2))
                painter.drawText(QRectF(x, box.y(), end - x + PADDING, box.height()), _MIDDLE, " …")
                break
            if at:
                place = QRectF(x + (_APART - _SIGN) / 2, box.y(), _SIGN, box.height())
                painter.setPen(QColor(inked.warn))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "≠")
                x += _APART
            sign = verdict_sign(opinion.verdict, inked, self._words)
            self._stamps.sign(
                painter, QRectF(x, middle - _SIGN / 2, _SIGN, _SIGN), (opinion.verdict, chosen), sign
            )
            x += _SIGN
            for delegation in opinion.delegations:
                x += _GAP
                x += self._stamps.badge(painter, QPointF(x, middle), short(delegation, self._words))
        paint_focus(painter, option, self._colours)
        painter.restore()
