"""The fonts that ship with the application: screen and PDF read the same files."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from customs_app.domain.text import Language
from customs_app.figures import tokens
from customs_app.figures.font_files import unreadable
from customs_app.paths import FONTS

# The mono font has the arrows and signs (↑ ≤ ≠ ▲) that Noto Sans lacks.
_FIRST = ("NotoSans-Regular", "NotoSans-SemiBold", "NotoSansMono-Regular")
_CHINESE = ("NotoSansSC-Regular", "NotoSansSC-SemiBold")
_LATER = (
    *("NotoSansArabic-Regular", "NotoSansArabic-SemiBold"),
    *("NotoSansDevanagari-Regular", "NotoSansDevanagari-SemiBold"),
)
MONO = "Noto Sans Mono"
FAMILIES = ["Noto Sans", MONO, "Noto Sans SC", "Noto Sans Arabic", "Noto Sans Devanagari"]


def load_first(language: Language) -> None:
    """Load the fonts without which the first picture of the window would be wrong."""
    for name in _FIRST:
        _load(name)
    if language is Language.ZH:
        load_chinese()


def load_chinese() -> None:
    """Load the Chinese fonts, ten megabytes each."""
    for name in _CHINESE:
        _load(name)


def later() -> tuple[str, ...]:
    """Names of the fonts to load one by one when the window stands, for local names."""
    return (*_LATER, *_CHINESE)


@cache
def _load(name: str) -> int:
    return QFontDatabase.addApplicationFont(str(FONTS / f"{name}.ttf"))


def load_everything() -> None:
    """Load all fonts, for pictures that may hold any script; FontError where one cannot be read."""
    for name in (*_FIRST, *later()):
        if _load(name) < 0:
            raise unreadable(FONTS / f"{name}.ttf")


def load(name: str) -> None:
    """Load one font by its name; a second time costs nothing."""
    _load(name)


def font(size: float = tokens.BODY, *, bold: bool = False) -> QFont:
    """The window's font at a size in points; figures stand in columns of one width."""
    result = QFont()
    result.setFamilies(FAMILIES)
    result.setPointSizeF(size)
    result.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return result


def tabular(size: float = tokens.TABLE, *, bold: bool = False) -> QFont:
    """The font of numbers that stand below one another."""
    result = font(size, bold=bold)
    set_feature = getattr(result, "setFeature", None)
    if set_feature is not None:
        set_feature(QFont.Tag("tnum"), 1)
    return result
