"""Comparison of the objects of two clients wherever both have a value."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum, Flag
from typing import Any

import msgspec

from osubrowser.api import Cursor, GameMode, Mod, RankStatus, legacy_bits


@dataclass
class Agreement:
    """What was compared, and where the two differ; `skipped` attributes mean something else."""

    skipped: frozenset[str] = frozenset()
    compared: int = 0
    differences: list[str] = field(default_factory=list)

    def compare(self, ours: Any, theirs: Any, where: str) -> None:
        """Compare two values and all that is in both."""
        if isinstance(ours, Cursor):
            ours = dict(ours)
            theirs = getattr(theirs, "__dict__", theirs)
        if theirs is None and not ours:
            return  # one says nothing where the other says none
        if isinstance(ours, msgspec.Struct):
            for name, value in attributes(ours):
                other = attribute(theirs, name)
                if other is not _NOTHING and name not in self.skipped:
                    self.compare(value, other, f"{where}.{name}")
        elif is_mods(ours) and not any(
            hasattr(mod, "acronym") or hasattr(mod, "settings") for mod in theirs
        ):
            self._compare_bits(ours, theirs, where)
        elif isinstance(ours, list) and isinstance(theirs, list | tuple):
            if len(ours) != len(theirs):
                self._differ(where, f"{len(ours)} entries", f"{len(theirs)}")
            for number, (one, other) in enumerate(zip(ours, theirs, strict=False)):
                self.compare(one, other, f"{where}[{number}]")
        elif isinstance(ours, dict) and isinstance(theirs, Mapping):
            for key in ours.keys() & theirs.keys():
                self.compare(ours[key], theirs[key], f"{where}.{key}")
        elif isinstance(ours, dict):
            for key, value in ours.items():
                if hasattr(theirs, key):
                    self.compare(value, getattr(theirs, key), f"{where}.{key}")
        else:
            self.compared += 1
            if not same(ours, theirs):
                self._differ(where, ours, theirs)

    def _compare_bits(self, ours: list[Mod], theirs: Iterable[Any], where: str) -> None:
        """Compare mods with a client that knows those of the stable game only."""
        self.compared += 1
        bits = 0
        for mod in theirs:
            bits |= int(mod)
        if legacy_bits(ours) != bits:
            self._differ(where, ours, theirs)

    def _differ(self, where: str, ours: object, theirs: object) -> None:
        self.differences.append(f"{where}: {ours!r} here, {theirs!r} there")


_NOTHING = object()


def is_mods(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mod)


def attribute(thing: Any, name: str) -> Any:
    """Return an attribute; behind a method of that name is the value that it begins with."""
    found = getattr(thing, name, _NOTHING)
    return getattr(thing, f"_{name}", _NOTHING) if callable(found) else found


def attributes(entity: msgspec.Struct) -> Iterator[tuple[str, Any]]:
    for name in entity.__struct_fields__:
        if not name.startswith("_"):
            yield name, getattr(entity, name)


def same(ours: Any, theirs: Any) -> bool:
    """Whether two single values say the same, each in its client's way."""
    if isinstance(theirs, Flag):
        return same_words(ours, theirs)
    if isinstance(theirs, Enum):
        words = {str(theirs.value), str(theirs.name).lower()}
        if isinstance(ours, GameMode | RankStatus):
            return ours.value in words or str(ours.number) in words
        return str(getattr(ours, "value", ours)).lower() in {word.lower() for word in words}
    if isinstance(ours, Enum):
        ours = ours.value
    if isinstance(ours, datetime) and isinstance(theirs, datetime):
        return ours == (theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC))
    if isinstance(ours, datetime) and isinstance(theirs, str):
        return ours == datetime.fromisoformat(theirs)
    if isinstance(ours, date) and isinstance(theirs, datetime):
        return ours == theirs.date()
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9)
    return bool(ours == theirs)


def same_words(ours: Any, theirs: Flag) -> bool:
    """Whether a list of words has the members that are set in a number of bits."""
    members = {str(member.name).lower() for member in type(theirs) if member in theirs}
    return {str(word).lower() for word in ours} == members
