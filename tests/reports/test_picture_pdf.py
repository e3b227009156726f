"""A picture as a PDF: one page of its size, letters as letters, fonts inside."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.text import Language
from customs_app.figures.picture import Picture, PictureTable
from customs_app.figures.shapes import Drawing, Glyph
from customs_app.figures.swimlane import swimlane
from customs_app.figures.tokens import LIGHT
from customs_app.language.words import words
from customs_app.reports.atomic import OutputError
from customs_app.reports.picture_pdf import write_picture_pdf

ZH = words(Language.ZH)


def test_a_diagram_is_one_page_of_its_size_with_its_letters(catalogue: Catalogue, tmp_path: Path):
    full = catalogue.full_procedure("UZ-P-import-road")
    picture = swimlane(full, catalogue.reference(), LIGHT, ZH)
    path = tmp_path / "x.pdf"
    write_picture_pdf(picture, path, ZH)
    pages = PdfReader(path).pages
    assert len(pages) == 1
    assert float(pages[0].mediabox.width) == pytest.approx(picture.drawing.width * 0.75, abs=1)
    text = pages[0].extract_text()
    assert full.procedure.title.zh in text
    for font in pages[0]["/Resources"]["/Font"].values():
        descriptor = font.get_object().get("/FontDescriptor")
        assert descriptor is None or "/FontFile2" in descriptor.get_object()


def test_the_same_picture_gives_the_same_bytes(catalogue: Catalogue, tmp_path: Path):
    picture = swimlane(catalogue.full_procedure("UZ-P-import-road"), catalogue.reference(), LIGHT, ZH)
    for name in ("a.pdf", "b.pdf"):
        write_picture_pdf(picture, tmp_path / name, ZH)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_picture_larger_than_a_page_may_be_is_made_smaller(tmp_path: Path):
    wide = Drawing(40_000, 100, (Glyph("ab", 10, 10, 11, "#000000"),))
    path = tmp_path / "x.pdf"
    write_picture_pdf(Picture("T", wide, (), PictureTable((), ()), "#FFFFFF"), path, ZH)
    assert float(PdfReader(path).pages[0].mediabox.width) == pytest.approx(14400, abs=1)


def test_a_missing_folder_is_told(tmp_path: Path):
    picture = Picture("T", Drawing(10, 10, ()), (), PictureTable((), ()), "#FFFFFF")
    with pytest.raises(OutputError):
        write_picture_pdf(picture, tmp_path / "none" / "x.pdf", ZH)
