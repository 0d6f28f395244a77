"""Base classes of entities: immutable structs, open enums, timestamps."""

from __future__ import annotations

import sys
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

import msgspec

Timestamp = Annotated[datetime, msgspec.Meta(tz=True)]
"""Datetime with a time zone (UTC, as osu! sends it)."""
Int64 = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
"""Integer of 64 bits: larger ones fail in floats, in Qt and as text."""
FiniteFloat = Annotated[float, msgspec.Meta(ge=-sys.float_info.max, le=sys.float_info.max)]
"""Float that is neither infinite nor NaN."""

if TYPE_CHECKING:
    JsonValue = Any
else:
    _Scalar = None | bool | Int64 | FiniteFloat | str
    JsonValue = _Scalar
    for _ in range(4):
        JsonValue = _Scalar | list[JsonValue] | dict[str, JsonValue]
"""Untyped JSON value with bounded numbers, at most four levels deep."""


class Entity(msgspec.Struct, frozen=True, kw_only=True, gc=False, repr_omit_defaults=True):
    """Base class of entities: an immutable struct with the API's own field names.

    Thread-safe, and without reference cycles, so that it is exempt from garbage collection.
    Every field but ids has a neutral default, which the repr omits; an enum or a bool that the
    server did not send, or sent as null, is None. `msgspec.json.encode` and `msgspec.to_builtins`
    convert it.

    Attributes:
        identified_by: the fields of which a response has at least one; else it is not read as this
            entity. By default the required ones and `id`; without such fields, any field will do.
        subject: the field with the entity that the response is about; a response in which that one
            cannot be read is not read either.
        may_be_empty: whether an empty object is a valid response.
    """

    identified_by: ClassVar[tuple[str, ...]] = ()
    subject: ClassVar[str] = ""
    may_be_empty: ClassVar[bool] = False


class OpenEnum(StrEnum):
    """String enum of the API that accepts unknown values, as members of their own."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    @property
    def is_known(self) -> bool:
        """Whether this value is a defined member."""
        return type(self).__members__.get(self._name_) is self
