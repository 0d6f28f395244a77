"""What every entity shares: immutable structs, open enumerations, one kind of timestamp."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

import msgspec

Timestamp = Annotated[datetime, msgspec.Meta(tz=True)]
"""A moment with its time zone (UTC as osu! sends it)."""


class Entity(msgspec.Struct, frozen=True, kw_only=True, gc=False, repr_omit_defaults=True):
    """A thing that osu! sends: a struct with the API's own field names.

    Immutable, so that threads share it freely, and a tree, so that the garbage collector
    need not look at it. Every field but an id has a neutral default, and is printed only where it
    has another value. `msgspec.json.encode` and `msgspec.to_builtins` write it.
    """


class OpenEnum(StrEnum):
    """Words of the API. A word that is not listed here is kept as it came."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        word = str.__new__(cls, value)
        word._name_ = value
        word._value_ = value
        return word

    @property
    def is_known(self) -> bool:
        """Whether this word is one of those listed."""
        return type(self).__members__.get(self._name_) is self
