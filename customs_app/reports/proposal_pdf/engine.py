"""The parts of reportlab of which the pages are made; every other module takes them from here.

`write_proposal` loads this package's inner modules when a proposal is written, never at start.
reportlab's own Paragraph and Image are left out on purpose: they read markup in their text, and open the
files and addresses named in it. Text of the catalogue goes through `para.py` alone.
"""
# ruff: noqa: TID253 - this module is itself loaded only when a proposal is written

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDictionary
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFError, TTFont, shapeFragWord
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
    Table,
    TableStyle,
)

# Compressed pages stay bytes: written in letters they are a quarter larger and take longer.
rl_config.useA85 = 0

__all__ = [
    "BaseDocTemplate",
    "Canvas",
    "CondPageBreak",
    "Flowable",
    "Frame",
    "HexColor",
    "KeepTogether",
    "NextPageTemplate",
    "PDFDictionary",
    "PageBreak",
    "PageTemplate",
    "ShapeData",
    "ShapedStr",
    "Spacer",
    "TTFError",
    "TTFont",
    "Table",
    "TableStyle",
    "pdfmetrics",
    "shapeFragWord",
]
