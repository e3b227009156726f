"""Frozen dataclasses with slots, made in a quarter of the time; a start of the window makes some forty."""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["record"]

_MAKE = object()
"""Stands for a default that is made anew for each instance."""

_Methods = dict[str, Callable[..., Any]]


def _record(*, frozen: bool, slots: bool, eq: bool = True) -> Callable[[type], type]:
    """Make a class what `dataclass(frozen=True, slots=True)` makes it; TypeError for a `__post_init__`.

    The library has six methods compiled for each class, here it is `__init__` alone; that is also
    quicker than the library's.
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
    known: dict[str, Any] = {"MAKE": _MAKE}
    defaults: list[object] = []
    lines = [f"def __init__(self, {', '.join(field.name for field in own)}):"]
    for field in own:
        value = field.name
        known[f"set_{value}"] = getattr(cls, value).__set__  # of the slot: past the refusal
        if field.default_factory is not MISSING:
            known[f"make_{value}"] = field.default_factory
            defaults.append(_MAKE)
            value = f"make_{value}() if {value} is MAKE else {value}"
        elif field.default is not MISSING:
            defaults.append(field.default)
        lines.append(f"    set_{field.name}(self, {value})")
    # As bytes, whose code the window keeps from one start to the next.
    code = compile("\n".join(lines).encode(), "<record>", "exec")
    exec(code, known)  # noqa: S102 - as the library does, from names of fields alone
    init: Any = known["__init__"]
    init.__defaults__ = tuple(defaults)
    init.__annotations__ = {**{field.name: field.type for field in own}, "return": None}
    init.__qualname__, init.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    return init  # type: ignore[no-any-return]


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
