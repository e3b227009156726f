"""What a picture is drawn with: colours, words, widths of letters, and the lists it names things from."""

from dataclasses import dataclass

from customs_app.domain.reference import Reference
from customs_app.domain.text import Language
from customs_app.figures.measure import Measure
from customs_app.figures.tokens import Palette
from customs_app.figures.wrapping import Type
from customs_app.language.words import Words


def document_name(document_id: str, reference: Reference, words: Words) -> str:
    """The name of a document, its id where the list has none."""
    known = reference.documents.get(document_id)
    return known.name[words.language] if known is not None else document_id


@dataclass(frozen=True, slots=True)
class Style:
    """Everything that the parts of one picture share."""

    palette: Palette
    words: Words
    measure: Measure
    reference: Reference

    @property
    def chinese(self) -> bool:
        """Whether the texts are Chinese, which need more room between lines."""
        return self.words.language is Language.ZH

    @property
    def type(self) -> Type:
        """The lettering of titles."""
        return Type(12.0 if self.chinese else 11.0)

    @property
    def leading(self) -> float:
        """From one line of a title to the next."""
        return 17.0 if self.chinese else 14.5

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width of a text."""
        return self.measure.width(text, size, bold=bold)

    def country(self, iso2: str) -> str:
        """The name of a country, its code where the list has none."""
        known = self.reference.countries.get(iso2)
        return known.name[self.words.language] if known is not None else iso2
