"""Frozen dataclasses with slots, made in a tenth of the time; a start of the window makes half a hundred."""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

__all__ = ["record"]

_MAKE = object()
"""Stands for a default that is made anew for each instance."""

_Methods = dict[str, Callable[..., Any]]


def _record(*, frozen: bool, slots: bool, eq: bool = True) -> Callable[[type], type]:
    """Make a class what `dataclass(frozen=True, slots=True)` makes it; TypeError for a `__post_init__`.

    The library has six methods compiled for each class; here `__init__` alone is, once for each number
    of fields, and it runs in half the time.
    """
    if not (frozen and slots):
        raise TypeError("a record is frozen and has slots")

    def made(cls: type) -> type:
        if hasattr(cls, "__post_init__"):
            raise TypeError("a record calls no __post_init__")
        plain: type = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
        own = fields(plain)
        methods: _Methods = {
            "__init__": _initialiser(plain, own),
            "__setattr__": _refuse,
            "__delattr__": _refuse,
        }
        for name, method in {**methods, **_described(own), **(_compared(own) if eq else {})}.items():
            setattr(plain, name, method)
        return plain

    return made


def _initialiser(cls: type, own: tuple[Field[Any], ...]) -> Callable[..., None]:
    defaults: list[object] = []
    known: dict[str, Any] = {"MAKE": _MAKE}
    for place, field in enumerate(own):
        known[f"set_{place}"] = getattr(cls, field.name).__set__  # of the slot: past the refusal
        if field.default_factory is not MISSING:
            known[f"make_{place}"] = field.default_factory
            defaults.append(_MAKE)
        elif field.default is not MISSING:
            defaults.append(field.default)
    made = tuple(place for place, field in enumerate(own) if field.default_factory is not MISSING)
    code = _code(len(own), made).replace(
        co_varnames=("self", *(field.name for field in own)), co_qualname=f"{cls.__qualname__}.__init__"
    )
    init = FunctionType(code, known, "__init__", tuple(defaults))
    init.__annotations__ = {**{field.name: field.type for field in own}, "return": None}
    init.__module__ = cls.__module__
    return init


@cache
def _code(n: int, made: tuple[int, ...]) -> CodeType:
    """Code of an `__init__` of so many fields, some made anew; compiled once, the names are put in later."""
    lines = [f"def __init__(self, {', '.join(f'field_{place}' for place in range(n))}):"]
    for place in range(n):
        value = f"field_{place}"
        if place in made:
            value = f"make_{place}() if {value} is MAKE else {value}"
        lines.append(f"    set_{place}(self, {value})")
    known: dict[str, Any] = {}
    exec("\n".join(lines), known)  # noqa: S102 - of our own numbers alone
    code: CodeType = known["__init__"].__code__
    return code


def _compared(own: tuple[Field[Any], ...]) -> _Methods:
    values = attrgetter(*(field.name for field in own))

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    return {"__eq__": equal, "__hash__": hashed}


def _described(own: tuple[Field[Any], ...]) -> _Methods:
    names = tuple(field.name for field in own)

    def shown(self: object) -> str:
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({values})"

    def reduced(self: object) -> tuple[type, tuple[object, ...]]:
        return self.__class__, tuple(getattr(self, name) for name in names)

    return {"__repr__": shown, "__reduce__": reduced}


def _refuse(_self: object, name: str, *_value: object) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r}")


if TYPE_CHECKING:
    from dataclasses import dataclass as record  # which it is to whoever checks types
else:
    record = _record
