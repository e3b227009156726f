"""Sentences of the application in a chosen language.

English stands in the code; resources/translations/ holds the other languages as gettext catalogues.
`text`, `count`, `N_` and `Message` are the marks by which the sentences are gathered for translation.
"""

import gettext
from collections.abc import Iterable
from functools import cache

from customs_app.domain.text import Language, Message, Text, Value
from customs_app.language.numbers import number
from customs_app.paths import TRANSLATIONS


def N_(sentence: str) -> str:  # noqa: N802 - the customary name of this mark
    """Mark a sentence for translation where it stands; it is worded when it is shown."""
    return sentence


class Words:
    """The application's sentences in one language."""

    def __init__(self, language: Language, translations: gettext.NullTranslations) -> None:
        self.language = language
        self._translations = translations

    def text(self, sentence: str, **values: Value) -> str:
        """The sentence in this language, its named fields filled."""
        worded = self._translations.gettext(sentence) if sentence else ""
        return worded.format(**self._fill(values)) if values else worded

    def count(self, one: str, many: str, n: int, **values: Value) -> str:
        """The sentence in the form that the number `n` asks for; `{n}` stands for it."""
        return self._translations.ngettext(one, many, n).format(**self._fill({"n": n, **values}))

    def say(self, message: Message) -> str:
        """Word a message in this language."""
        if message.plural is not None:
            n = message.values["n"]
            if not isinstance(n, int):
                raise TypeError(f"the count of {message.sentence!r} is no whole number")
            rest = {key: value for key, value in message.values.items() if key != "n"}
            return self.count(message.sentence, message.plural, n, **rest)
        return self.text(message.sentence, **message.values)

    def list_of(self, parts: tuple[str, ...]) -> str:
        """Things one after another, as this language lists them."""
        return ("、" if self.language is Language.ZH else ", ").join(parts)

    def clauses(self, parts: Iterable[str]) -> str:
        """Clauses one after another, set apart more strongly than things of a list."""
        return ("；" if self.language is Language.ZH else "; ").join(parts)

    def named(self, name: str, said: str) -> str:
        """A name and, after a colon, what is said of it."""
        return f"{name}{'：' if self.language is Language.ZH else ': '}{said}"

    def _fill(self, values: dict[str, Value]) -> dict[str, str]:
        return {key: self._worded(value) for key, value in values.items()}

    def _worded(self, value: Value) -> str:
        if isinstance(value, Text):
            return value[self.language]
        if isinstance(value, Message):
            return self.say(value)
        if isinstance(value, tuple):
            return self.list_of(tuple(self._worded(part) for part in value))
        return value if isinstance(value, str) else number(value, self.language)


@cache
def words(language: Language) -> Words:
    """The application's sentences in a language; English needs no file."""
    if language is Language.EN:
        return Words(language, gettext.NullTranslations())
    with (TRANSLATIONS / f"{language}.mo").open("rb") as file:
        return Words(language, gettext.GNUTranslations(file))
