"""Signs on the chosen row keep their contrast; in high contrast its fill is a full colour."""

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from customs_app.domain.codes import Evidence, Verdict
from customs_app.domain.review import Mark, Reviewer
from customs_app.figures.tokens import PALETTES, Palette, contrast
from customs_app.language.words import Words
from customs_app.ui.catalogue.columns import Column
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.catalogue.rows import StepRow, step_rows
from customs_app.ui.catalogue.steps_painting import StepPainter

MARK = Mark("m", "", Verdict.MERGE, "why", Reviewer("A", "UZ"), "2026-01-01", stale=("channel",))
palettes = pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)


def _painted(palette: Palette, words: Words, row: StepRow, column: Column, *, selected: bool) -> Counter[str]:
    """The colours of one cell without its grid, with how often each stands there."""
    image = QImage(48, 26, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.base))
    painter = QPainter(image)
    spans = [(column, 0, 48)]
    StepPainter(palette, words).row(
        painter, QRect(0, 0, 48, 26), spans, row, selected=selected, companion=False
    )
    painter.end()
    return Counter(image.pixelColor(x, y).name() for x in range(1, 46) for y in range(1, 24))


@palettes
@pytest.mark.parametrize("selected", [False, True])
@pytest.mark.parametrize("evidence", [*Evidence, None])
def test_evidence_is_seen(
    dressed: QApplication,
    opened: OpenProcedure,
    english: Words,
    *,
    palette: Palette,
    evidence: Evidence | None,
    selected: bool,
) -> None:
    row = step_rows(opened, english)[0]
    row = replace(row, step=replace(row.step, evidence=evidence))
    colours = _painted(palette, english, row, Column.EVIDENCE, selected=selected)
    ground = palette.sel if selected else palette.base
    assert colours.most_common(1)[0][0] == ground.lower(), "one ground in all of the row"
    assert max(contrast(colour, ground) for colour in colours) >= 4.5


@palettes
def test_marks_are_seen_on_the_chosen_row(
    dressed: QApplication, opened: OpenProcedure, english: Words, palette: Palette
) -> None:
    row = replace(step_rows(opened, english)[0], marks=(MARK,))
    colours = _painted(palette, english, row, Column.MARK, selected=True)
    assert colours.most_common(1)[0][0] == palette.sel.lower()
    assert max(contrast(colour, palette.sel) for colour in colours) >= 3
