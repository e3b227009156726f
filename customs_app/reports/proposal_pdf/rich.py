"""Text as it goes on paper: cleaned, with its few emphases, cut into words that stay whole."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from customs_app.reports.proposal_pdf.fonts import MISSING, Face, FontSet
from customs_app.reports.proposal_pdf.shaping import Cluster, shape
from customs_app.reports.safe_text import clean_text


class Ruled(Enum):
    """A line along the letters of a part of a text, which is seen on a grey copy too."""

    STRUCK = "struck"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text: whether it is bold, its colour (`#RRGGBB`, None = that of the style), its line."""

    text: str
    bold: bool = False
    colour: str | None = None
    ruled: Ruled | None = None


Rich = str | Span | tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one face and emphasis, with their width in 1/1000 of the size.

    `clusters` are the joined letters of a shaped script, from left to right. `instead` holds the
    characters for which `text` stands, because no font has them or they are mirrored.
    """

    text: str
    face: Face
    span: Span
    width: float
    clusters: tuple[Cluster, ...] = ()
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """Pieces between which a line never ends; `spaced`: a space comes before it in a line."""

    pieces: tuple[Piece, ...]
    width: float
    spaced: bool


# Bidirectional controls, soft hyphens, invisible operators, variation selectors and byte order marks
# change how text looks or reads without being seen; this module orders the words itself.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_NO_BREAK_SPACES = re.compile("[\u00a0\u202f\u2007]")
_SPACES = re.compile("[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u2028\u2029]+")
_JOINERS = "\u200c\u200d"
_DASH = re.compile(r"[ ]+([–—·])(?=[ ])")
# A number stays with the word that says what it numbers.
_NUMBERED = re.compile(r"(?<!\w)(№|§|No\.|no\.|Art\.|art\.|ст\.|п\.|ч\.|Rec\.|\+)[ ](?=[\d?])")
# So does it with its unit, and the least of a range with the most.
_UNIT = re.compile(r"(?<=\d)[ ](?=%|‰|°|(?:[A-Z]{3}|ч|h|км|km|кг|kg|т|t)(?!\w))")
_RANGE = re.compile(r"(?<=\d)[ \u00a0]([–—])[ \u00a0](?=\d)")
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:[ ]\d{3})+(?!\d)")
# A long compound may end a line after its hyphen or slash.
_COMPOUND = re.compile(r"(?<=\w[-/])(?=[^\W\d_])")

_CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")
_NEVER_FIRST = frozenset("!,.:;?)]}%'\"、。，．：；？！）］｝〉》」』】〕〗％’”…—·‰℃々ー～")
_NEVER_LAST = frozenset("([{（［｛〈《「『【〔〖‘“￥＄№§")
_OF_NEIGHBOUR = frozenset("“”‘’…—·")


def paper_text(text: str) -> str:
    """The text without what cannot be seen on paper; its line ends are line feeds."""
    clean = _INVISIBLE.sub("", unicodedata.normalize("NFC", clean_text(text)))
    return _SPACES.sub(" ", _NO_BREAK_SPACES.sub("\u00a0", clean))


def paragraphs(text: Rich, fonts: FontSet) -> list[list[Word]]:
    """The words of each line that the text itself ends."""
    lines: list[list[Word]] = [[]]
    spaced = False
    for span in _spans(text):
        known = _known(span, fonts)
        for i, chunks in enumerate(_chunks(span.text)):
            if i:
                lines.append([])
                spaced = False
            spaced = _append(lines[-1], chunks, known, spaced)
    return lines


@lru_cache(maxsize=4096)
def _chunks(text: str) -> tuple[tuple[str, ...], ...]:
    """What stands between spaces, line by line; kept, since most texts are measured before they are set."""
    # A dash or middle dot stays with the word before it.
    return tuple(tuple(_bound(line).split(" ")) for line in paper_text(text).split("\n"))


def _bound(line: str) -> str:
    """The line with no-break spaces where it must not end."""
    line = _NUMBERED.sub("\\1\u00a0", _DASH.sub("\u00a0\\1", line))
    line = _THOUSANDS.sub(lambda found: found.group().replace(" ", "\u00a0"), line)
    return _UNIT.sub("\u00a0", _RANGE.sub("\u00a0\\1\u00a0", line))


def _spans(text: Rich) -> tuple[Span, ...]:
    if isinstance(text, str):
        return (Span(text),)
    return (text,) if isinstance(text, Span) else text


def _append(line: list[Word], chunks: tuple[str, ...], known: "_Known", spaced: bool) -> bool:
    """Add the words of a text to a line; tells whether a space comes after the last of them."""
    starts = bool(line) and not spaced
    for i, chunk in enumerate(chunks):
        spaced = spaced or i > 0
        made = known[chunk, spaced]
        if not made:
            continue
        if starts and not spaced and made[0].pieces and _holds(line[-1], made[0]):
            # What begins another emphasis may belong to the word before it.
            line[-1] = _word((*line[-1].pieces, *made[0].pieces), line[-1].spaced)
            made = made[1:]
        line.extend(made)
        starts = spaced = False
    return spaced


def _holds(before: Word, after: Word) -> bool:
    """Whether no line may end between two words that no space parts."""
    if not before.pieces:
        return False
    last, first = before.pieces[-1].text[-1], after.pieces[0].text[0]
    return not (_CJK.match(last) or _CJK.match(first)) or not _may_part(last, first)


def _atoms(word: str) -> Iterator[str]:
    """A word cut where Chinese text may end a line."""
    if not word:
        return
    if not _CJK.search(word):
        yield word
        return
    start = 0
    for i in range(1, len(word)):
        before, after = word[i - 1], word[i]
        if (_CJK.match(before) or _CJK.match(after)) and _may_part(before, after):
            yield word[start:i]
            start = i
    yield word[start:]


def _may_part(before: str, after: str) -> bool:
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return not unicodedata.category(after).startswith("M")


class _Known(dict[tuple[str, bool], tuple[Word, ...]]):
    """Words of one look by what stands between two spaces, and whether a space is before it.

    Each is measured at its first place in the document: most stand there many times.
    """

    def __init__(self, look: Span, fonts: FontSet) -> None:
        super().__init__()
        self._look = look
        self._fonts = fonts

    def __missing__(self, key: tuple[str, bool]) -> tuple[Word, ...]:
        chunk, spaced = key
        atoms = [atom for word in _COMPOUND.split(chunk) for atom in _atoms(word)]
        made: tuple[Word, ...]
        if len(atoms) == 1:
            made = (_word(_pieces(atoms[0], self._look, self._fonts), spaced),)
        else:
            made = tuple(self[atom, spaced and not n][0] for n, atom in enumerate(atoms))
        self[key] = made
        return made


def _known(span: Span, fonts: FontSet) -> _Known:
    key = (span.bold, span.colour, span.ruled)
    known = fonts.words.get(key)
    if not isinstance(known, _Known):
        known = fonts.words[key] = _Known(replace(span, text=""), fonts)
    return known


def _word(pieces: Iterable[Piece], spaced: bool) -> Word:
    whole = tuple(pieces)
    return Word(whole, sum(piece.width for piece in whole), spaced)


def _pieces(text: str, span: Span, fonts: FontSet) -> Iterator[Piece]:
    face: Face | None = None
    start = 0
    for i, char in enumerate(text):
        own = _face(char, face, span, fonts)
        # Figures of a script written from right to left are themselves read from left to right.
        figures = own is not None and own.right_to_left and char.isdigit() != text[i - 1].isdigit()
        if i and (own is not face or figures):
            yield from _piece(text[start:i], face, span, fonts)
            start = i
        face = own
    yield from _piece(text[start:], face, span, fonts)


def _face(char: str, before: Face | None, span: Span, fonts: FontSet) -> Face | None:
    # Marks and joiners belong to the letter before them, quotation marks to the script before them.
    if before is not None:
        if char in _JOINERS and before.shaped:
            return before
        sticks = char in _OF_NEIGHBOUR or unicodedata.category(char).startswith("M")
        if sticks and before.has(char):
            return before
    return fonts.face(char, span.bold)


def _piece(text: str, face: Face | None, span: Span, fonts: FontSet) -> Iterator[Piece]:
    if face is None:
        seen = "".join(char for char in text if char not in _JOINERS)
        if seen:
            box = fonts.chinese(span.bold)
            yield Piece(MISSING * len(seen), box, span, box.width(MISSING) * len(seen), instead=seen)
    elif not face.shaped or (face.right_to_left and text.isdigit()):
        seen = text.replace("\u200c", "").replace("\u200d", "")
        if seen:
            yield Piece(seen, face, span, face.width(seen))
    else:
        clusters = shape(text, face)
        yield Piece(text, face, span, sum(cluster.width for cluster in clusters), clusters)


def cut(word: Word, first: float, limit: float, fonts: FontSet) -> list[Word]:
    """A word too long for a line as words that fit; the first into `first`, widths in 1/1000 of the size."""
    parts: list[Word] = []
    held: list[Piece] = []
    room = first
    for piece in word.pieces:
        for part in _parts(piece, room, limit, fonts):
            if held and part.width > room:
                parts.append(_word(held, word.spaced and not parts))
                held, room = [], limit
            held.append(part)
            room -= part.width
    parts.append(_word(held, word.spaced and not parts))
    return parts


def _parts(piece: Piece, first: float, limit: float, fonts: FontSet) -> Iterator[Piece]:
    """A piece in parts that fit, ended after a slash or full stop where one is near."""
    text = piece.instead or piece.text
    widths = _letter_widths(piece)
    start, room, used = 0, first, 0.0
    for i, width in enumerate(widths):
        used += width
        if used > room and i > start:
            end = _good_end(text, start, i)
            yield from _pieces(text[start:end].rstrip("\u00a0") or text[start:end], piece.span, fonts)
            start, room = end, limit
            used = sum(widths[start : i + 1])
    yield from _pieces(text[start:], piece.span, fonts)


def _letter_widths(piece: Piece) -> list[float]:
    if not piece.clusters:
        return [piece.face.width(char) for char in piece.text]
    ordered = reversed(piece.clusters) if piece.face.right_to_left else piece.clusters
    widths: list[float] = []
    for cluster in ordered:
        # All letters of a cluster but the first take no room, so that no line ends within one.
        widths.extend([cluster.width, *[0.0] * (len(cluster.text) - 1)])
    return widths


def _good_end(text: str, start: int, end: int) -> int:
    # A range too wide for its column ends a line after its dash, never within a figure.
    bound = text.rfind("\u00a0", start + 1, end)
    if bound > 0:
        return bound + 1
    for i in range(end, start + (end - start) // 2, -1):
        if text[i - 1] in "/-_.?&=,;:":
            return i
    return end
