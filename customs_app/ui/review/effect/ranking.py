"""The ranking of findings by what they save, and which of them stay on top when times vary."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from customs_app.analysis.rules import RULES
from customs_app.domain.review import Finding
from customs_app.figures.figure_text import hours_text
from customs_app.language.numbers import number
from customs_app.language.words import N_, Words
from customs_app.ui.session import Session
from customs_app.ui.widgets.delegates import ink_palette, paint_focus, paint_ground
from customs_app.ui.widgets.rows import Index, RowsModel, RowsTable
from customs_app.ui.widgets.tips import PADDING, TipDelegate

if TYPE_CHECKING:  # it brings numpy along, which is loaded in the thread
    from customs_app.analysis.to_be.sensitivity import Ranked

RANK, COUNTRY, RULE, FINDING, SAVES, STAYS, RANGE = range(7)
_WIDTHS = {RANK: 40, COUNTRY: 62, RULE: 54, SAVES: 124, STAYS: 186, RANGE: 66}
_ALWAYS, _MOSTLY, _SELDOM = 0.95, 0.5, 0.05
_BAR_WIDTH, _BAR_HEIGHT = 44, 8


@dataclass(frozen=True, slots=True)
class RankRow:
    """A finding with its place, and how steady that is."""

    ranked: "Ranked"
    finding: Finding


def stays(share: float, words: Words) -> str:
    """How often a finding is among the ten largest when times vary, in words."""
    if share >= _ALWAYS:
        return words.text("stays on top")
    if share >= _MOSTLY:
        return words.text("mostly on top")
    return words.text("at times on top") if share >= _SELDOM else words.text("not on top")


class RankingModel(RowsModel[RankRow]):
    """One row a finding of which a saving in time is known."""

    heads = (
        "#",
        N_("Country"),
        N_("Rule"),
        N_("Finding"),
        N_("Saves, h"),
        N_("Among the ten largest"),
        N_("Places"),
    )
    figures = frozenset({RANK, SAVES, RANGE})
    head_tips = {  # noqa: RUF012 - never changed
        STAYS: N_("In how many draws the finding is among the ten largest, when each time varies by 30 %"),
        RANGE: N_("The best and the worst place in any draw"),
    }

    def text(self, row: RankRow, column: int) -> str:
        """What a cell shows."""
        ranked, finding, words = row.ranked, row.finding, self.words
        if column == STAYS:
            share = number(100 * ranked.stays_on_top, words.language, decimals=0)
            return words.text("{share} %: {said}", share=share, said=stays(ranked.stays_on_top, words))
        if column == RANGE:
            best, worst = ranked.best, ranked.worst
            return str(best) if best == worst else f"{best} – {worst}"
        return (
            str(ranked.rank),
            finding.country,
            finding.rule,
            words.say(finding.summary),
            hours_text(ranked.saving_h, words),
        )[column]

    def tip(self, row: RankRow, column: int) -> str:
        """The finding in full, with its rule."""
        if column not in (RULE, FINDING, STAYS):
            return ""
        rule = self.words.text(RULES[row.finding.rule].name) if row.finding.rule in RULES else ""
        return rule if column == RULE else self.text(row, column)


class _StaysDelegate(TipDelegate):
    """A bar, full as far as the share goes, and the share in words."""

    def __init__(self, session: Session, table: RowsTable[RankRow]) -> None:
        super().__init__(table)
        self._colours, self._table = session.palette, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        self.initStyleOption(option, index)
        row, box = self._table.rows_model.rows[index.row()], option.rect
        painter.save()
        paint_ground(painter, option, self._colours)
        ink = ink_palette(option, self._colours)
        top = round(box.center().y() - _BAR_HEIGHT / 2) + 1
        bar = QRect(box.x() + PADDING, top, _BAR_WIDTH, _BAR_HEIGHT)
        painter.setPen(QColor(ink.ctl))
        painter.drawRect(QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5))
        full = QRectF(bar.x(), bar.y(), _BAR_WIDTH * row.ranked.stays_on_top, _BAR_HEIGHT)
        painter.fillRect(full, QColor(ink.text2))
        painter.setPen(QColor(ink.text))
        painter.setFont(option.font)
        room = box.adjusted(2 * PADDING + _BAR_WIDTH, 0, -PADDING, 0)
        shown = option.fontMetrics.elidedText(option.text, option.textElideMode, room.width())
        painter.drawText(room, option.displayAlignment, shown)
        paint_focus(painter, option, self._colours)
        painter.restore()


def ranking_table(session: Session, model: RankingModel) -> RowsTable[RankRow]:
    """The table of the ranking."""
    says = session.words.text("Findings by what they save")
    table = RowsTable(
        session, model, "effect_ranking", says, stretch=FINDING, widths=_WIDTHS, badges=(COUNTRY, RULE)
    )
    table.setItemDelegateForColumn(STAYS, _StaysDelegate(session, table))
    return table
