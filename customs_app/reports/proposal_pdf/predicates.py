"""Sentences of differences as short as a table asks for: without their activity, countries by code."""

from collections.abc import Mapping

from customs_app.analysis.sentence_parts import Difference
from customs_app.domain.text import Message, Text, Value
from customs_app.language.words import Words
from customs_app.reports.content import Content


def codes_of(content: Content) -> Mapping[Text, str]:
    """The code of each country by its name, as sentences have it."""
    return {country.name: country.iso2 for country in content.countries}


def predicate(difference: Difference, codes: Mapping[Text, str], words: Words) -> str:
    """The sentence of a difference without its activity, the countries by code: `Only here: KZ.`"""
    message = _coded(difference.message, codes)
    bare = Message(message.sentence, {**message.values, "activity": ""}, message.plural)
    # What parts the activity from what is said of it.
    said_of_it = words.say(bare).lstrip(" \u00a0–—")
    return said_of_it[:1].upper() + said_of_it[1:]


def _coded(message: Message, codes: Mapping[Text, str]) -> Message:
    def changed(value: Value) -> Value:
        if isinstance(value, Text):
            return codes.get(value, value)
        if isinstance(value, Message):
            return _coded(value, codes)
        return tuple(changed(part) for part in value) if isinstance(value, tuple) else value

    values = {name: changed(value) for name, value in message.values.items()}
    return Message(message.sentence, values, message.plural)
