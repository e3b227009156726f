"""Paints in a text what is taken out of it (red, struck) and what is added to it (green, underlined)."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from customs_app.analysis.dossier.diff import Piece, PieceKind
from customs_app.figures.tokens import Palette

Span = tuple[int, int, PieceKind]
"""Where a piece begins, how long it is, and what it is; counted as Qt does, in UTF-16."""


class PiecesPainter(QSyntaxHighlighter):
    """Shows the pieces of a text inside an editor; the text itself stays plain."""

    def __init__(self, document: QTextDocument, palette: Palette) -> None:
        super().__init__(document)
        self._looks = {kind: _look(kind, palette) for kind in (PieceKind.REMOVED, PieceKind.ADDED)}
        self._spans: tuple[Span, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """What is painted."""
        return self._spans

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Paint these."""
        if tuple(spans) != self._spans:
            self._spans = tuple(spans)
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Dress one paragraph."""
        start = self.currentBlock().position()
        length = self.currentBlock().length()
        for at, long, kind in self._spans:
            begin, end = max(at, start), min(at + long, start + length)
            if begin < end and text:
                self.setFormat(begin - start, end - begin, self._looks[kind])


def spans_of(pieces: Iterable[Piece], *without: PieceKind) -> tuple[Span, ...]:
    """The pieces that differ, as they lie in the text of all pieces but those of the kinds left out."""
    spans: list[Span] = []
    at = 0
    for piece in pieces:
        if piece.kind in without:
            continue
        long = len(piece.text.encode("utf-16-le")) // 2
        if piece.kind is not PieceKind.SAME:
            spans.append((at, long, piece.kind))
        at += long
    return tuple(spans)


def _look(kind: PieceKind, palette: Palette) -> QTextCharFormat:
    look = QTextCharFormat()
    if kind is PieceKind.REMOVED:
        look.setForeground(QColor(palette.bad))
        look.setFontStrikeOut(True)
    else:
        look.setForeground(QColor(palette.good))
        look.setFontUnderline(True)
    return look
