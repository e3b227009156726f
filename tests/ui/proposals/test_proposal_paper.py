"""A written paper as the preview reads it."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QColor, QImage

from customs_app.ui.preview.paper_file import PaperFile
from customs_app.ui.proposals.paper import (
    COMPARISON,
    MEASURES,
    SOURCES,
    SUMMARY,
    TITLE,
    measure_key,
)


def test_parts_are_found_whatever_the_language(written: Path) -> None:
    paper = PaperFile(written)
    spots = paper.spots()
    pages = pypdf.PdfReader(written).pages
    paper.close()
    assert len(paper.sizes) == len(pages)
    says = {
        TITLE: "Шанхайская организация",
        SUMMARY: "Резюме",
        SOURCES: "Источники",
        MEASURES: "правил",
    }
    for key, word in says.items():
        assert word in pages[spots[key].page].extract_text(), key
    assert spots[TITLE].page == 0
    assert spots[SUMMARY].page == 1
    assert spots[SUMMARY].page < spots[COMPARISON].page < spots[MEASURES].page < spots[SOURCES].page
    numbers = [int(key.rpartition("-")[2]) for key in spots if key.startswith("measure-")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 3
    places = [spots[measure_key(number)] for number in numbers]
    assert places == sorted(places)
    assert all(0 <= spot.down <= 1 for spot in spots.values())
    for number, spot in zip(numbers, places, strict=True):
        assert f"{number}. " in pages[spot.page].extract_text()


@pytest.mark.parametrize("width", [200, 816])
def test_a_page_becomes_a_picture_as_wide_as_asked(written: Path, *, width: int) -> None:
    paper = PaperFile(written)
    picture = paper.picture(0, width)
    wide, high = paper.sizes[0]
    paper.close()
    assert picture.width() == width
    assert picture.height() == pytest.approx(width * high / wide, abs=1.5)
    assert picture.pixelColor(2, 2) == QColor("white")
    assert _darkest(picture) < 90


def _darkest(picture: QImage) -> int:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    columns, rows = range(0, grey.width(), 2), range(0, grey.height(), 2)
    return min(QColor(grey.pixel(x, y)).value() for x in columns for y in rows)
