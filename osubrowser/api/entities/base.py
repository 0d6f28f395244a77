"""Base classes of entities: immutable structs, open enums, timestamps."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

import msgspec

Timestamp = Annotated[datetime, msgspec.Meta(tz=True)]
"""Datetime with a time zone (UTC, as osu! sends it)."""


class Entity(msgspec.Struct, frozen=True, kw_only=True, gc=False, repr_omit_defaults=True):
    """Base class of entities: an immutable struct with the API's own field names.

    Thread-safe, and without reference cycles, so that it is exempt from garbage collection.
    Every field but ids has a neutral default, which the repr omits. `msgspec.json.encode` and
    `msgspec.to_builtins` convert it.
    """


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
