"""Words made even for search: the same for what is stored and for what is asked.

Letters lose case and accents (ё is е, й is и), Arabic forms of kaf and yeh become the Persian ones,
vowel marks and stretching go. Chinese, which writes no spaces, is stored as single characters and as
pairs that overlap, so that any part of a sentence is found.
"""

import re
import unicodedata
from functools import lru_cache

_LEFT_OUT = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200c\u200d\u00ad]")
_PERSIAN = {"ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه"}
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_RUN = re.compile(f"[{_HAN}]+|[^{_HAN} ]+")
_IS_HAN = re.compile(f"[{_HAN}]")
_RUSSIAN = re.compile("[а-я]+")

LONGEST_QUERY = 200
"""Characters of a query that are looked at."""

# Endings of Russian nouns and adjectives as they stand after `even` (й is и, ё is е), longest first.
_ENDINGS = (
    *("иями", "ями", "ами", "ыми", "ими", "ого", "его", "ому", "ему", "иям", "иях", "иеи", "ием"),
    *("ая", "яя", "ую", "юю", "ое", "ее", "ые", "ие", "ыи", "ии", "ои", "еи", "ым", "им", "ом", "ем", "ых"),
    *("их", "ах", "ях", "ам", "ям", "ов", "ев", "ия", "ию", "ью"),
    *("а", "я", "о", "е", "у", "ю", "ы", "и", "ь"),
)
_SHORTEST_CUT = 6
_SHORTEST_STEM = 4


class _Signs(dict[int, str]):
    """What becomes of each sign, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        made = _PERSIAN.get(sign, sign if unicodedata.category(sign)[0] in "LNM" else " ")
        self[code] = "" if _LEFT_OUT.match(sign) else made
        return self[code]


_SIGNS = _Signs()


def even(text: str) -> str:
    """The text in small letters without accents; what is no letter, digit or mark becomes one space."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join(unicodedata.normalize("NFC", folded.translate(_SIGNS)).split())


def stored(*texts: str | None) -> str:
    """The words of the texts as the index holds them: each once or more, parted by spaces."""
    return " ".join(words for text in texts if text and (words := _words(text)))


@lru_cache(maxsize=2048)
def _words(text: str) -> str:
    """The words of one text; the names of bodies and documents come again at every step."""
    plain = even(text)
    if not _IS_HAN.search(plain):
        return plain
    return " ".join(word for run in _RUN.findall(plain) for word in _of_run(run))


def _of_run(run: str) -> list[str]:
    if not _IS_HAN.match(run):
        return [run]
    return [*_pairs(run), *run]


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]


def asked(text: str) -> tuple[str, ...]:
    """The parts of a query, each as one term of the index's language; a row must hold all of them.

    A word stands for every word that begins with it, a Russian one without its ending; a run of
    Chinese characters for every text that holds the run.
    """
    runs = _RUN.findall(even(text[:LONGEST_QUERY]))
    return tuple(dict.fromkeys(_term(run) for run in runs))


def _term(run: str) -> str:
    # After `even` no quotation mark is left in a run.
    if not _IS_HAN.match(run):
        return f'"{stem(run)}"*'
    return f'"{" ".join(_pairs(run) or [run])}"'


def stem(word: str) -> str:
    """A Russian word of six letters or more without its ending; any other word as it is."""
    if len(word) < _SHORTEST_CUT or not _RUSSIAN.fullmatch(word):
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
