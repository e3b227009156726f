"""A table that goes over pages leaves no row alone on the last of them."""

from pathlib import Path

import pypdf
import pytest

from customs_app.domain.job import no_progress
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.fonts import FontSet
from customs_app.reports.proposal_pdf.page import Leaf, Paper, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.tables import table


@pytest.mark.parametrize("first", range(1, 7))
def test_the_last_row_takes_one_along_and_no_page_has_two_heads(tmp_path: Path, first: int) -> None:
    """Seven tall rows, then one higher than the head; the first row shifts where the page ends."""
    setter = Typesetter(FontSet(), words(Language.EN))
    heights = [first, *[7] * 7, 3]
    rows: list[list[Flowable]] = [[setter.cell("Head", setter.styles.head)]]
    rows += [[setter.cell("\n".join(["row", *["."] * (lines - 1)]))] for lines in heights]
    pages = Paper(tmp_path / "x.pdf", setter, "Table", "Nobody")
    pages.make([*new_page(Leaf.TEXT), table(rows, [text_width(Leaf.TEXT)])], no_progress)
    texts = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "x.pdf").pages[1:]]
    assert [text.count("Head") for text in texts] == [1] * len(texts)
    assert sum(text.count("row") for text in texts) == len(heights)
    assert texts[-1].count("row") >= 2
