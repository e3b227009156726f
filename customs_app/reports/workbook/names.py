"""Names of sheets that every program takes."""

from customs_app.reports.safe_text import one_line

LONGEST = 31

_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


class SheetNames:
    """Gives names that are legal and differ within one workbook."""

    def __init__(self) -> None:
        # "History" is a name that Excel keeps for itself.
        self._taken = {"history"}

    def name(self, wanted: str) -> str:
        """The wanted name, cut to 31 signs and numbered where another sheet has it."""
        clean = one_line(wanted.translate(_FORBIDDEN)).strip("' ") or "-"
        n, name = 1, _cut(clean, LONGEST)
        while name.casefold() in self._taken:
            n += 1
            tail = f" ({n})"
            name = _cut(clean, LONGEST - len(tail)) + tail
        self._taken.add(name.casefold())
        return name


def _cut(text: str, longest: int) -> str:
    """The text cut to so many UTF-16 units, as Excel counts them."""
    kept = text.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", "ignore")
    return kept.strip("' ")
