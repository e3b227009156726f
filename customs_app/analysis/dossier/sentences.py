"""Sentences one after another, and lines below one another, as a language sets them."""

from collections.abc import Iterable

from customs_app.domain.text import Language
from customs_app.language.words import Words


def run_on(sentences: Iterable[str], words: Words) -> str:
    """Sentences one after another on one line; Chinese sets no space between them."""
    return ("" if words.language is Language.ZH else " ").join(filter(None, sentences))


def lines(parts: Iterable[str]) -> str:
    """Lines below one another, each once; empty ones are left out."""
    return "\n".join(dict.fromkeys(filter(None, parts)))
