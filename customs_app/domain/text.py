"""Text of the catalogue in its languages."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import NamedTuple, Union

from customs_app.domain.record import record


class Language(StrEnum):
    """Languages of the interface, of the catalogue's texts and of the exports."""

    EN = "en"
    RU = "ru"
    ZH = "zh"


class Rendering(NamedTuple):
    """A text as it is shown, and the language it really stands in."""

    text: str
    language: Language


@record(frozen=True, slots=True)
class Text:
    """One text in English, Russian and Chinese; an empty translation is None."""

    en: str
    ru: str | None = None
    zh: str | None = None

    def shown(self, language: Language) -> Rendering:
        """The text in a language, or in English where it has no translation."""
        own = {Language.EN: self.en, Language.RU: self.ru, Language.ZH: self.zh}[language]
        return Rendering(own, language) if own else Rendering(self.en, Language.EN)

    def __getitem__(self, language: Language) -> str:
        return self.shown(language).text


Value = Union[str, int, float, Text, "Message", tuple["Value", ...]]


@record(frozen=True, slots=True)
class Message:
    """A sentence that the application says, to be worded in a language when it is shown.

    `sentence` is English with named fields (`"{country} asks for {document} again"`); `values` fill
    them: texts and numbers are put in the language's own form, tuples as lists, a message inside a
    message is worded first. Where `plural` is given, the whole number in `values["n"]` chooses between
    the two.
    """

    sentence: str
    values: Mapping[str, Value] = field(default_factory=dict)
    plural: str | None = None

    def __str__(self) -> str:
        """The sentence in plain English, for logs and tracebacks; people are told by `Words.say`."""
        chosen = self.plural if self.plural is not None and self.values.get("n") != 1 else self.sentence
        return chosen.format(**{key: _plain(value) for key, value in self.values.items()})


def _plain(value: Value) -> str:
    if isinstance(value, Text):
        return value.en
    if isinstance(value, tuple):
        return ", ".join(map(_plain, value))
    return str(value)
