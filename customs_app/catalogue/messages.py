"""Messages as they stand in the journal, so that each reader words them in his or her language."""

import json
from collections.abc import Mapping, Sequence
from typing import cast

from customs_app.domain.text import Message, Text, Value

_Stored = str | int | float | None | Sequence["_Stored"] | Mapping[str, "_Stored"]


def to_json(message: Message) -> str:
    """The message as JSON."""
    return json.dumps(_packed(message), ensure_ascii=False)


def from_json(stored: str) -> Message:
    """The message that `to_json` has stored."""
    message = _unpacked(json.loads(stored))
    if not isinstance(message, Message):
        raise TypeError("the journal holds something else than a message")
    return message


def _packed(value: Value) -> _Stored:
    if isinstance(value, Message):
        values = {name: _packed(part) for name, part in value.values.items()}
        return {"sentence": value.sentence, "values": values, "plural": value.plural}
    if isinstance(value, Text):
        return {"en": value.en, "ru": value.ru, "zh": value.zh}
    if isinstance(value, tuple):
        return [_packed(part) for part in value]
    return value


def _unpacked(stored: _Stored) -> Value:
    if isinstance(stored, list):
        return tuple(_unpacked(part) for part in stored)
    if isinstance(stored, dict) and "sentence" in stored:
        values = {name: _unpacked(part) for name, part in stored["values"].items()}
        return Message(stored["sentence"], values, stored["plural"])
    if isinstance(stored, dict):
        return Text(stored["en"], stored["ru"], stored["zh"])
    return cast(Value, stored)
