"""Base classes of models and enums. The module is named as in ossapi."""

from __future__ import annotations

import copy
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import Enum, IntFlag
from threading import local
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, TypeAlias, dataclass_transform

import msgspec

if TYPE_CHECKING:
    Datetime: TypeAlias = datetime
    Day: TypeAlias = datetime
    Flag: TypeAlias = bool
else:
    Datetime = datetime
    Day = datetime  # midnight without a zone, sent as `2021-09-30`
    Flag = bool  # sent as 0 or 1 as well


class _Context(local):
    """What is being decoded on this thread: for which client; None outside of responses."""

    api: Any = None
    is_decoding = False


_context = _Context()


@contextmanager
def decoding_for(api: object) -> Iterator[None]:
    """Return a context in which models get a client, and enums accept unknown values."""
    before = _context.api, _context.is_decoding
    _context.api, _context.is_decoding = api, True
    try:
        yield
    finally:
        _context.api, _context.is_decoding = before


# --- enums -----------------------------------------------------------------------------------


class EnumModel(Enum):
    """Enum of the API. A response may have unknown values, which become members of their own."""

    @classmethod
    def _missing_(cls, value: object) -> Any:  # noqa: ANN401 - a member, or None
        if not _context.is_decoding or not isinstance(value, str | int):
            return None
        member = object.__new__(cls)
        member._name_ = str(value)
        member._value_ = value
        return member

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self._name_)


class IntFlagModel(IntFlag):
    """Flags of the API."""


# --- models ----------------------------------------------------------------------------------


class Conversion:
    """Type of a field that JSON holds in another form.

    Args:
        wire: the type as decoded from JSON.
        convert: makes the field's value of it; returns what is such a value already.
    """

    def __init__(self, wire: Any, convert: Callable[[Any], Any]) -> None:  # noqa: ANN401
        self.wire = wire | None
        self.convert = convert


def _day(value: str | datetime) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)


CONVERSIONS: Final[dict[str, Conversion]] = {
    "Day": Conversion(str, _day),
    "Flag": Conversion(bool | int, bool),
}
"""Conversions by the name that an annotation gives the type; modules of such types add theirs."""


def wire(name: str) -> Any:  # noqa: ANN401 - the field's type
    """Return the specifier of a field that JSON gives another name."""
    return msgspec.field(default=None, name=name)


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(wire,))
class ModelMeta(msgspec.StructMeta):
    """Metaclass of models: every field may be missing or null, and is None then."""

    _conversions: dict[str, Callable[[Any], Any]]

    def __new__(
        mcs,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        **config: Any,  # noqa: ANN401 - msgspec's
    ) -> ModelMeta:
        """Create a model class."""
        conversions: dict[str, Callable[[Any], Any]] = {}
        for base in reversed(bases):
            conversions |= getattr(base, "_conversions", {})
        annotations = dict(namespace.get("__annotations__", {}))
        for field, text in annotations.items():
            if not isinstance(text, str) or text.startswith("ClassVar"):
                continue
            plain = text.removesuffix(" | None")
            conversions.pop(field, None)
            if (conversion := CONVERSIONS.get(plain)) is not None:
                annotations[field] = conversion.wire
                conversions[field] = conversion.convert
            elif plain != "Any":
                annotations[field] = f"{plain} | None"
            namespace.setdefault(field, None)
        namespace["__annotations__"] = annotations
        namespace["_conversions"] = conversions
        has_hook = "__post_init__" in namespace or any(hasattr(b, "__post_init__") for b in bases)
        if conversions and not has_hook:
            namespace["__post_init__"] = _convert_fields
        return super().__new__(mcs, name, bases, namespace, **config)


def _convert_fields(self: Model) -> None:
    for name, convert in self._conversions.items():
        value = getattr(self, name)
        if value is not None:
            setattr(self, name, convert(value))


class Model(msgspec.Struct, metaclass=ModelMeta, kw_only=True, dict=True, eq=False, weakref=True):
    """Base class of models: mutable, with None for each field that the server did not send."""

    _conversions: ClassVar[dict[str, Callable[[Any], Any]]]
    _api: ClassVar[Any] = None
    """The client that the response came to; models with methods ask it."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return _values(self) == {name: getattr(other, name, None) for name in _values(self)}

    __hash__ = None  # type: ignore[assignment] # mutable

    def __repr__(self) -> str:
        items = ", ".join(f"{name}={value!r}" for name, value in _values(self).items())
        return f"{type(self).__name__}({items})"

    def __await__(self) -> Generator[None, None, Self]:
        """Return this model: a coroutine's result and what was there already are used alike."""
        return self
        yield

    def __copy__(self) -> Self:
        made: Self = _rebuilt(type(self), _values(self), dict(self.__dict__))
        return made

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        extra = {k: v if k == "_api" else copy.deepcopy(v, memo) for k, v in self.__dict__.items()}
        made: Self = _rebuilt(type(self), copy.deepcopy(_values(self), memo), extra)
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        extra = {name: value for name, value in self.__dict__.items() if name != "_api"}
        return _rebuilt, (type(self), _values(self), extra)


class ApiModel(Model):
    """Base class of models with methods that ask the API."""

    def __post_init__(self) -> None:
        self.__dict__["_api"] = _context.api
        if self._conversions:
            _convert_fields(self)

    def _fetched(self, method: str, id_: object, present: Any = None) -> Any:  # noqa: ANN401
        """Return what is present, else the client's answer for an id; None without one."""
        if present is not None or id_ is None:
            return present
        return getattr(self._api, method)(id_)


def _values(model: Model) -> dict[str, Any]:
    """Return the fields of a model, less those that it does not have."""
    return {name: getattr(model, name) for name in model.__struct_fields__ if hasattr(model, name)}


def _rebuilt(kind: type[Model], values: dict[str, Any], extra: dict[str, Any]) -> Any:  # noqa: ANN401
    made = kind()
    for name in made.__struct_fields__:
        if name in values:
            setattr(made, name, values[name])
        elif hasattr(made, name):
            delattr(made, name)
    made.__dict__.update(extra)
    return made
