"""Names of norms: the instrument, and its article in the words of a language."""

import re

from customs_app.domain.reference import Standard
from customs_app.domain.text import Language
from customs_app.language.words import N_, Words

_PARTS = (
    (re.compile(r"Art\.\s*(?P<number>\d.*)"), N_("Art. {number}")),
    (re.compile(r"Transitional Standard\s+(?P<number>\d.*)"), N_("Transitional Standard {number}")),
    (re.compile(r"Standard\s+(?P<number>\d.*)"), N_("Standard {number}")),
    (re.compile(r"Rec\.\s*(?P<number>\d.*)"), N_("Rec. {number}")),
    (re.compile(r"Annex\s+(?P<number>\d.*)"), N_("Annex {number}")),
)


def article_text(article: str, words: Words) -> str:
    """The article of a norm in a language; one of a form that is not known stands as it is recorded."""
    for pattern, sentence in _PARTS:
        if found := pattern.fullmatch(article.strip()):
            return words.text(sentence, number=found["number"].replace("-", "–"))
    return article


def norm_name(standard: Standard, words: Words) -> str:
    """The instrument and article of a norm."""
    instrument = standard.instrument[words.language]
    if not standard.article:
        return instrument
    between = "" if words.language is Language.ZH else ", "
    return f"{instrument}{between}{article_text(standard.article, words)}"
