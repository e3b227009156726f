"""Texts of a dossier: a draft, or what an official has written in its place."""

from collections.abc import Iterable, Mapping

from customs_app.analysis.dossier.result import Passage
from customs_app.domain.dossier import Rewritten, TextKind, TextPlace
from customs_app.domain.text import Language


class Passages:
    """Makes the texts of a dossier in one language."""

    def __init__(self, texts: Iterable[Rewritten], language: Language) -> None:
        self.language = language
        self._stored: Mapping[TextPlace, Rewritten] = {
            text.place: text for text in texts if text.place.language is language
        }

    def of(self, kind: TextKind, draft: str, measure: str = "", country: str = "") -> Passage:
        """The text at a place; where it is rewritten and the draft has changed since, it says so."""
        place = TextPlace(kind, self.language, measure, country)
        stored = self._stored.get(place)
        if stored is None:
            return Passage(place, draft, draft)
        was = stored.draft if stored.draft != draft else None
        return Passage(place, stored.text, draft, stored.reviewer, stored.at, was)
