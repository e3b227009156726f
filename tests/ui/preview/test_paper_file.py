"""What is read of a PDF: places of words, outline, pages of their own."""

from pathlib import Path

import pypdf
import pytest

from customs_app.ui.preview.paper import Spot
from customs_app.ui.preview.paper_file import PaperFile
from tests.ui.preview.conftest import HIGH, PAGES


def test_words_are_found_where_they_stand(book: Path) -> None:
    paper = PaperFile(book)
    hits = paper.hits(3, " border ")
    none = paper.hits(0, "border"), paper.hits(3, "  "), paper.hits(3, "(.*")
    paper.close()
    assert len(hits) == 2
    assert none == ((), (), ())
    first, second = (hit[0] for hit in hits)
    assert first.left < first.right < second.left
    # The line stands 300 points above the lower edge.
    assert first.top < 1 - 300 / HIGH <= first.bottom + 0.001
    assert first.left * 595.28 == pytest.approx(100 + 23, abs=3)


def test_the_outline_is_read_in_order(book: Path) -> None:
    paper = PaperFile(book)
    outline = paper.outline()
    paper.close()
    assert [one.title for one in outline] == [f"Part {page}" for page in range(1, PAGES + 1)]
    assert [one.level for one in outline[:4]] == [0, 1, 0, 1]
    assert [one.spot.page for one in outline] == list(range(PAGES))
    assert outline[2].spot == Spot(2, 0.0)


def test_pages_become_a_paper_of_their_own(book: Path, tmp_path: Path) -> None:
    paper, path = PaperFile(book), tmp_path / "some.pdf"
    paper.write_pages((3, 11), path)
    paper.close()
    read = pypdf.PdfReader(path)
    assert "This is page 4." in read.pages[0].extract_text()
    assert round(float(read.pages[1].mediabox.width)) == round(HIGH)
