import enum

import pytest

from customs_app.domain import codes
from customs_app.domain.reference import Country
from customs_app.domain.text import Language, Message, Text
from customs_app.language.labels import delegation_name, label
from customs_app.language.words import words

ENUMS = [
    value
    for value in vars(codes).values()
    if isinstance(value, type) and issubclass(value, enum.StrEnum) and value is not enum.StrEnum
]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("codes_", ENUMS, ids=lambda e: e.__name__)
def test_every_coded_value_has_a_name_in_every_language(
    codes_: type[enum.StrEnum], language: Language
) -> None:
    names = [label(code, words(language)) for code in codes_]
    assert all(names)
    assert len(set(names)) == len(names)


def test_equal_spellings_of_two_lists_keep_their_own_names() -> None:
    english = words(Language.EN)
    assert label(codes.Channel.ONLINE, english) == "online"
    assert label(codes.Verdict.ONLINE, english) == "Move online"


def test_texts_stand_in_the_language_of_the_sentence() -> None:
    message = Message("{country}: {number} h", {"country": Text("China", "Китай", "中国"), "number": 1500.5})
    assert words(Language.EN).say(message) == "China: 1,500.5 h"
    assert words(Language.RU).text("{country}", country=Text("China", "Китай")) == "Китай"
    assert words(Language.ZH).text("{a}", a=("甲", "乙")) == "甲、乙"


def test_a_count_needs_a_whole_number() -> None:
    with pytest.raises(TypeError):
        words(Language.EN).say(Message("{n} step", {"n": 1.5}, plural="{n} steps"))
    assert words(Language.EN).say(Message("{n} step", {"n": 1}, plural="{n} steps")) == "1 step"
    assert words(Language.EN).say(Message("{n} step", {"n": 2}, plural="{n} steps")) == "2 steps"


def test_braces_in_data_are_data() -> None:
    assert words(Language.EN).text("{title}", title="{0} {x}") == "{0} {x}"


def test_lists_clauses_and_colons_as_each_language_sets_them() -> None:
    english, chinese = words(Language.EN), words(Language.ZH)
    assert (english.list_of(("a", "b")), chinese.list_of(("甲", "乙"))) == ("a, b", "甲、乙")
    assert (english.clauses(("a", "b")), chinese.clauses(("甲", "乙"))) == ("a; b", "甲；乙")
    assert (english.named("a", "b"), chinese.named("甲", "乙")) == ("a: b", "甲：乙")


@pytest.mark.parametrize(
    ("delegation", "shown"),
    [
        ("UZ", "Узбекистан"),
        ("Secretariat", "Секретариат"),
        ("Ministry of Transport", "Ministry of Transport"),
        ("", ""),
    ],
)
def test_a_delegation_is_named_and_nobody_else_becomes_the_secretariat(delegation: str, shown: str) -> None:
    countries = {"UZ": Country("UZ", Text("Uzbekistan", "Узбекистан"))}
    assert delegation_name(delegation, countries, words(Language.RU)) == shown
