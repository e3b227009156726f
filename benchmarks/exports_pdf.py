"""The same table on pages in three ways: the application's, a bare canvas, reportlab's own tables."""
# ruff: noqa: TID253 - a benchmark loads what it measures against

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from customs_app.domain.job import no_progress
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.paths import FONTS
from customs_app.reports.proposal_pdf.fonts import FontSet
from customs_app.reports.proposal_pdf.page import Leaf, Paper, new_page, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.tables import table

PdfRow = tuple[str, str, str, str, str, str]
_HEAD: PdfRow = ("Id", "No.", "Step", "Step (ru)", "Step (zh)", "Agency")
_SHARES = (0.2, 0.06, 0.22, 0.24, 0.16, 0.12)
_SIZE, _LEADING, _CHUNK, _MARGIN, _CHINESE = 8.0, 10.0, 50, 54.0, 4


def ours(rows: Sequence[PdfRow], path: Path) -> None:
    """A table of the proposal: any script, heads again on each page, an outline, page of pages."""
    setter = Typesetter(FontSet(), words(Language.EN))
    paper = Paper(path, setter, "Steps", "")
    wide = text_width(Leaf.TEXT)
    head = [setter.cell(name, setter.styles.head) for name in _HEAD]
    cells = [head, *([setter.cell(text) for text in row] for row in rows)]
    paper.make([*new_page(Leaf.TEXT), table(cells, [share * wide for share in _SHARES])], no_progress)


def bare(rows: Sequence[PdfRow], path: Path) -> None:
    """The least that shows the same rows: words wrapped by their widths, a rule under each row."""
    _fonts()
    canvas = Canvas(str(path), pagesize=A4, pageCompression=1)
    wide = A4[0] - 2 * _MARGIN
    columns = [share * wide for share in _SHARES]
    y = 0.0
    for row in rows:
        cells = [
            _wrapped(text, columns[n] - 6, "PlainSC" if n == _CHINESE else "Plain")
            for n, text in enumerate(row)
        ]
        height = max(map(len, cells)) * _LEADING + 6
        if y - height < _MARGIN:
            if y:
                canvas.showPage()
            y = A4[1] - _MARGIN
        x = _MARGIN
        for n, cell in enumerate(cells):
            canvas.setFont("PlainSC" if n == _CHINESE else "Plain", _SIZE)
            for i, line in enumerate(cell):
                canvas.drawString(x + 3, y - _LEADING * (i + 1), line)
            x += columns[n]
        y -= height
        canvas.line(_MARGIN, y, A4[0] - _MARGIN, y)
    canvas.save()


def _wrapped(text: str, room: float, font: str) -> list[str]:
    width = partial(pdfmetrics.stringWidth, fontName=font, fontSize=_SIZE)
    parts, space = (list(text), "") if font == "PlainSC" else (text.split(), " ")
    found, line = [], ""
    for part in parts:
        longer = line + space + part if line else part
        if line and width(longer) > room:
            found.append(line)
            line = part
        else:
            line = longer
    return [*found, line]


def platypus(rows: Sequence[PdfRow], path: Path) -> None:
    """The library's own tables and paragraphs, a table for each 50 rows."""
    _fonts()
    plain = ParagraphStyle("plain", fontName="Plain", fontSize=_SIZE, leading=_LEADING)
    chinese = ParagraphStyle("zh", plain, fontName="PlainSC", wordWrap="CJK")
    wide = A4[0] - 2 * _MARGIN
    look = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.4, "#cccccc"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    head = [Paragraph(name, plain) for name in _HEAD]
    story = []
    for at in range(0, len(rows), _CHUNK):
        cells = [
            [Paragraph(escape(text), chinese if n == _CHINESE else plain) for n, text in enumerate(row)]
            for row in rows[at : at + _CHUNK]
        ]
        made = Table([head, *cells] if at == 0 else cells, [share * wide for share in _SHARES])
        made.setStyle(look)
        story.append(made)
    SimpleDocTemplate(str(path), pagesize=A4, pageCompression=1).build(story)


def _fonts() -> None:
    for name, file in (("Plain", "NotoSans-Regular"), ("PlainSC", "NotoSansSC-Regular")):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{file}.ttf")))
