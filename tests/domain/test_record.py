"""Records behave as the frozen dataclasses that they stand for."""

import copy
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_app.domain.procedure import Step
from customs_app.domain.record import record
from customs_app.domain.text import Text


@record(frozen=True, slots=True)
class Sheet:
    """A record with each kind of field."""

    name: str
    size: int | None = None
    tags: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Model:
    """What a `Sheet` must behave like."""

    name: str
    size: int | None = None
    tags: list[str] = field(default_factory=list)


_VALUES = st.tuples(
    st.text(max_size=3), st.none() | st.integers(0, 2), st.lists(st.text(max_size=1), max_size=2)
)


@given(_VALUES, _VALUES)
def test_compares_and_shows_as_a_dataclass(one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    assert (Sheet(*one) == Sheet(*other)) is (Model(*one) == Model(*other))
    assert repr(Sheet(*one)).endswith(repr(Model(*one)).removeprefix("Model"))
    assert Sheet(*one) != Model(*one)


def test_hashes_by_its_values() -> None:
    title = Text("Lodge")
    assert hash(Step("a", "p", 1, title, "DEC-01")) == hash(Step("a", "p", 1, title, "DEC-01"))
    assert len({Step("a", "p", seq, title, "DEC-01") for seq in (1, 2, 2)}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Sheet("a"))


@pytest.mark.parametrize(
    "call",
    [lambda of: of(), lambda of: of("a", siz=1), lambda of: of("a", name="b"), lambda of: of(1, 2, 3, 4)],
)
def test_refuses_wrong_arguments(call: Callable[[Any], object]) -> None:
    for of in (Sheet, Model):
        with pytest.raises(TypeError):
            call(of)


def test_defaults_are_made_anew() -> None:
    assert Sheet("a").tags == []
    assert Sheet("a").tags is not Sheet("a").tags


def test_is_frozen_and_has_slots() -> None:
    sheet = Sheet("a")
    with pytest.raises(FrozenInstanceError):
        sheet.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del sheet.name
    with pytest.raises(FrozenInstanceError):
        sheet.other = 1  # type: ignore[attr-defined]
    assert not hasattr(sheet, "__dict__")
    assert sheet == Sheet("a")


def test_copies_and_travels() -> None:
    sheet = Sheet("a", 2, ["x"])
    assert copy.deepcopy(sheet) == sheet
    assert pickle.loads(pickle.dumps(sheet)) == sheet
    assert copy.deepcopy(sheet).tags is not sheet.tags


def test_is_known_as_a_dataclass() -> None:
    assert is_dataclass(Sheet)
    assert [one.name for one in fields(Sheet)] == ["name", "size", "tags"]
    assert replace(Sheet("a", 1), size=3) == Sheet("a", 3)
    assert list(inspect.signature(Sheet).parameters) == ["name", "size", "tags"]
    match Sheet("a", 1):
        case Sheet(name, size):
            assert (name, size) == ("a", 1)


def test_refuses_what_it_would_leave_out() -> None:
    with pytest.raises(TypeError, match="__post_init__"):

        @record(frozen=True, slots=True)
        class _After:
            def __post_init__(self) -> None:
                """Is not called."""


def test_may_be_told_apart_by_identity() -> None:
    @record(frozen=True, slots=True, eq=False)
    class Own:
        name: str

    assert Own("a") != Own("a")
    assert len({Own("a"), Own("a")}) == 2
