"""Text between the catalogue and a cell of a workbook."""

import re

CELL_LIMIT = 32_767
_MORE = " […]"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u200b\u2060\ufeff\u00ad]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\t]")
_UNBEARABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def written(text: str) -> str:
    """The text as a cell takes it: without signs that XML cannot hold, and cut where it is too long.

    A text that a workbook would read as an escaped sign has its first sign escaped.
    """
    bare = _UNBEARABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    safe = _LOOKS_ESCAPED.sub("_x005F_", bare)
    if len(safe.encode("utf-16-le")) // 2 <= CELL_LIMIT:
        return safe
    return safe.encode("utf-16-le")[: 2 * (CELL_LIMIT - len(_MORE))].decode("utf-16-le", "ignore") + _MORE


def cleaned(text: str) -> str:
    """What a person meant by a cell: odd spaces as plain ones, none at the ends, no unseen signs.

    Joiners that letters of some scripts need are kept.
    """
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    plain = plain.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSEEN.sub("", _SPACES.sub(" ", plain)).strip()


def reads_as(cell: str, there: str) -> bool:
    """Whether a cell says what the catalogue holds already, be it spaced otherwise or cut."""
    return cleaned(cell) in (cleaned(there), cleaned(written(there)))
