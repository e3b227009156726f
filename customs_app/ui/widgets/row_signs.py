"""Signs that stand in rows of tables and trees: icons of channels and modes, the bar of a stage."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from customs_app.domain.codes import Channel, Mode, Stage
from customs_app.figures.tokens import Palette

CHANNEL_ICONS = {
    Channel.AUTOMATIC: "cpu",
    Channel.ONLINE: "monitor",
    Channel.MIXED: "shuffle",
    Channel.PAPER: "file-text",
    Channel.IN_PERSON: "user-round",
}
MODE_ICONS = {
    Mode.ROAD: "truck",
    Mode.RAIL: "train-front",
    Mode.SEA: "ship",
    Mode.AIR: "plane",
    Mode.ANY: "package",
}
STAGE_BAR = 4


def paint_stage(painter: QPainter, box: QRect, stage: Stage, palette: Palette) -> None:
    """Paint the bar of a stage along the left edge of a row."""
    painter.fillRect(QRect(box.left(), box.top(), STAGE_BAR, box.height()), QColor(palette.stage[stage]))
