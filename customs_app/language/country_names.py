"""Names of countries where there is little room."""

from customs_app.domain.reference import Reference
from customs_app.domain.text import Language
from customs_app.language.words import N_, Words

# Full names that are too long for a column; tooltips have them in full.
_SHORT = {"IR": N_("Iran"), "RU": N_("Russia")}


def country_name(iso2: str, reference: Reference, words: Words) -> str:
    """A country's name, short enough for the head of a column."""
    if iso2 in _SHORT:
        return words.text(_SHORT[iso2])
    return full_name(iso2, reference, words.language)


def full_name(iso2: str, reference: Reference, language: Language) -> str:
    """A country's name as the reference list has it."""
    country = reference.countries.get(iso2)
    return country.name[language] if country else iso2
