"""Tolerance to changes of the API: a missing, null, mistyped or new field costs only itself.

Every field of every recorded response is changed in turn. The response must still be decoded, and
all other fields must be unchanged.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import inspect

from osubrowser.api import Cursor, OpenEnum, ServerTrouble, entities
from osubrowser.api.decoding import decode as decoding
from osubrowser.api.decoding.decode import decode
from osubrowser.api.entities.base import Entity
from osubrowser.api.http.messages import Unreadable
from tests.api.recordings import (
    RECORDINGS,
    Recording,
    choice,
    fields_of,
    info_of,
    parsed,
)

EVERY = pytest.mark.parametrize("recording", RECORDINGS, ids=str)

GONE = object()
NEW_WORD = "a_word_of_tomorrow"
"""An enumeration's new value."""
OTHERS: tuple[Any, ...] = (GONE, None, 7, 2.5, -1, True, "text", "", "12", [], {}, [[]], {"a": []})
"""What a field may become."""


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written down thousands of times."""
    monkeypatch.setattr(decoding, "_report", lambda where, what: None)


# --- short answers of every shape ----------------------------------------------------------------


def shape(value: Any) -> Any:
    """Return what two values have in common that are told apart by their contents only."""
    if isinstance(value, dict):
        return tuple((key, shape(inner)) for key, inner in sorted(value.items()))
    if isinstance(value, list):
        return ("list", *sorted({repr(shape(inner)) for inner in value}))
    return type(value).__name__


def shortened(value: Any) -> Any:
    """Return the same with lists that have each shape of element once, and two of the first."""
    if isinstance(value, dict):
        return {key: shortened(inner) for key, inner in value.items()}
    if not isinstance(value, list):
        return value
    seen: dict[Any, int] = {}
    kept = []
    for element in map(shortened, value):
        known = shape(element)
        seen[known] = seen.get(known, 0) + 1
        if seen[known] == 1 or (seen[known] == 2 and len(seen) == 1):
            kept.append(element)
    return kept[:6]


Place = tuple[dict[str, Any], str, tuple[Any, ...], inspect.Type | None]


def places(
    value: Any, info: inspect.Type | None, seen: set[Any], path: tuple[Any, ...] = ()
) -> Iterator[Place]:
    """Yield each field once a struct and type: where it is, its path, what it is read as."""
    info = None if info is None else choice(info, value)
    if isinstance(value, list):
        item = info.item_type if isinstance(info, inspect.ListType) else None
        for number, inner in enumerate(value):
            yield from places(inner, item, seen, (*path, number))
    elif isinstance(value, dict):
        known = fields_of(info) if isinstance(info, inspect.StructType) else {}
        for key, inner in value.items():
            field = known.get(key)
            kind = field.type if field else getattr(info, "value_type", None)
            owner = info.cls if isinstance(info, inspect.StructType) else path[:1]
            mark = (owner, key, type(inner).__name__)
            if mark not in seen:
                seen.add(mark)
                yield value, key, (*path, key), kind
            yield from places(inner, kind, seen, (*path, key))


# --- what may change and what may not ------------------------------------------------------------

FOLLOWERS: dict[str, dict[str, set[str]]] = {
    "Beatmap": {"mode": {"mode_int"}, "mode_int": {"mode"}, "status": {"ranked"}},
    "BeatmapDifficultyAttributes": {"*": {"others"}},
    "Beatmapset": {"status": {"ranked"}},
    "Score": {
        "beatmap": {"beatmap_id"},
        "best_id": {"legacy_score_id"},
        "created_at": {"ended_at"},
        "mode_int": {"ruleset_id", "statistics", "maximum_statistics"},
        "perfect": {"is_perfect_combo", "legacy_perfect"},
        "replay": {"has_replay"},
        "score": {"legacy_total_score", "total_score"},
    },
    "ScoreStatistics": {
        "count_300": {"great"},
        "count_100": {"ok", "large_tick_hit", "others"},
        "count_50": {"meh", "small_tick_hit", "others"},
        "count_geki": {"perfect", "others"},
        "count_katu": {"good", "small_tick_miss", "others"},
        "count_miss": {"miss"},
    },
}
"""Attributes that are made of a field of another name, as both shapes of scores have the same."""


@cache
def names_of(kind: type[msgspec.Struct]) -> list[tuple[str, str]]:
    return [(field.encode_name, field.name) for field in msgspec.structs.fields(kind)]


def lost(before: Any, after: Any, path: tuple[Any, ...], at: str = "") -> Iterator[str]:
    """Name what differs between two readings, beside what was read of the field at `path`."""
    if not path or isinstance(before, Cursor):
        return
    step, *rest = path
    if isinstance(before, msgspec.Struct):
        names = FOLLOWERS.get(type(before).__name__, {})
        followers = names.get(step, set()) | names.get("*", set())
        for key, name in names_of(type(before)):
            here, there = getattr(before, name), getattr(after, name)
            if key == step:
                yield from lost(here, there, tuple(rest), f"{at}.{key}")
            elif key not in followers and here != there:
                yield f"{at}.{key}"
    elif isinstance(before, dict):
        for key in before.keys() - {step}:
            if before[key] != after[key]:
                yield f"{at}.{key}"
        if rest:
            yield from lost(before[step], after[step], tuple(rest), f"{at}.{step}")
    elif isinstance(before, list):
        if len(before) != len(after):
            yield f"{at}[]"
            return
        for number, (here, there) in enumerate(zip(before, after, strict=True)):
            if number == step:
                yield from lost(here, there, tuple(rest), f"{at}[{number}]")
            elif here != there:
                yield f"{at}[{number}]"


class Drifting:
    """A recorded answer, short, of which one field after the other is made new."""

    def __init__(self, recording: Recording) -> None:
        self.recording = recording
        self.raw = shortened(parsed(recording))
        self.whole = self.read()

    def places(self) -> Iterator[Place]:
        return places(self.raw, info_of(self.recording.kind), set())

    def read(self) -> Any:
        body = msgspec.json.encode(self.raw)
        return decode(body, self.recording.kind, numeric_strings=self.recording.texts)

    def with_new(self, place: Place, new: Any) -> Any:
        """Return what is read with one field made new, or GONE."""
        owner, key = place[:2]
        before = dict(owner)
        if new is GONE:
            del owner[key]
        else:
            owner[key] = new
        try:
            return self.read()
        except ServerTrouble as trouble:
            raise AssertionError(f"{new!r} for {place[2]} costs the whole answer") from trouble
        finally:
            owner.clear()
            owner.update(before)

    def check(self, place: Place, new: Any) -> Any:
        is_outermost = place[0] is self.raw
        if is_outermost and new is GONE and len(self.raw) == 1:
            return None  # nothing is left: that is no answer
        if is_outermost and place[1] == getattr(self.recording.kind, "subject", None):
            return None  # nor is one without what it is about
        entity = self.with_new(place, new)
        said = list(lost(self.whole, entity, place[2]))
        assert not said, f"{new!r} for {place[2]} costs {said}"
        return entity


# --- the proof -----------------------------------------------------------------------------------


@EVERY
def test_a_field_that_goes_or_turns_costs_itself_alone(recording: Recording) -> None:
    drifting = Drifting(recording)
    for place in drifting.places():
        for new in OTHERS:
            drifting.check(place, new)


@EVERY
def test_new_fields_change_nothing(recording: Recording) -> None:
    drifting = Drifting(recording)
    for owner in list(structs(drifting.raw, info_of(recording.kind), set())):
        for new in (None, 1, "text", {"id": 1}, [[1]]):
            owner["field_of_tomorrow"] = new
            assert drifting.read() == drifting.whole
        del owner["field_of_tomorrow"]


def structs(value: Any, info: inspect.Type, seen: set[type]) -> Iterator[dict[str, Any]]:
    """Yield the first object of each struct: where new fields may come up."""
    info = choice(info, value)
    if isinstance(value, list) and isinstance(info, inspect.ListType):
        for inner in value:
            yield from structs(inner, info.item_type, seen)
    elif isinstance(value, dict) and isinstance(info, inspect.DictType):
        for inner in value.values():
            yield from structs(inner, info.value_type, seen)
    elif isinstance(value, dict) and isinstance(info, inspect.StructType):
        for key, field in fields_of(info).items():
            if key in value:
                yield from structs(value[key], field.type, seen)
        if info.cls not in seen:
            seen.add(info.cls)
            yield value


def test_new_words_are_kept_in_every_enumeration() -> None:
    met: set[type] = set()
    for recording in RECORDINGS:
        drifting = Drifting(recording)
        for place in drifting.places():
            kind = words_of(place[3])
            if kind is None:
                continue
            assert issubclass(kind, OpenEnum), kind
            met.add(kind)
            listed = is_list(place[3])
            entity = drifting.check(place, [NEW_WORD] if listed else NEW_WORD)
            word = at(entity, (*place[2], 0) if listed else place[2])
            assert isinstance(word, kind)
            assert (word.value, word.is_known) == (NEW_WORD, False)
    assert len(met) > 12, met


def words_of(info: inspect.Type | None) -> type[Enum] | None:
    """Return the enumeration that a field, or the elements of its list, are read as."""
    if isinstance(info, inspect.UnionType):
        return next(filter(None, map(words_of, info.types)), None)
    if isinstance(info, inspect.ListType):
        return words_of(info.item_type)
    return info.cls if isinstance(info, inspect.EnumType) else None


def is_list(info: inspect.Type | None) -> bool:
    if isinstance(info, inspect.UnionType):
        return any(map(is_list, info.types))
    return isinstance(info, inspect.ListType)


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        if isinstance(value, msgspec.Struct):
            value = getattr(value, dict(names_of(type(value)))[step])
        else:
            value = value[step]
    return value


def test_this_test_sees_what_is_lost() -> None:
    """The test of this test: a reader that loses a neighbour, or the whole answer, is seen."""
    [recording] = [r for r in RECORDINGS if str(r) == "get_rankings_200"]
    drifting = Drifting(recording)
    place = next(p for p in drifting.places() if p[1] == "play_count")
    drifting.check(place, "many")
    number = place[2][1]
    drifting.raw["ranking"][number]["pp"] = 0
    with pytest.raises(AssertionError, match=rf"ranking\[{number}\]\.pp"):
        drifting.check(place, "many")
    drifting.raw.clear()
    drifting.raw["nothing"] = "that is known"
    drifting.raw["ranking"] = 5
    with pytest.raises((AssertionError, KeyError)):
        drifting.check(place, "many")


# --- anything at all -------------------------------------------------------------------------


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


def every_kind() -> list[Recording]:
    """Return what the recordings are read as, and every other entity."""
    for module in pkgutil.iter_modules(entities.__path__):
        importlib.import_module(f"{entities.__name__}.{module.name}")
    found: list[Any] = [recording.kind for recording in RECORDINGS]
    waiting = list(Entity.__subclasses__())
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith(entities.__name__):
            found.append(kind)
    return [Recording("", kind) for kind in {str(kind): kind for kind in found}.values()]


KINDS = every_kind()


@settings(max_examples=400)
@given(st.sampled_from(KINDS), JSON)
def test_any_json_at_all_is_read_or_said_to_be_unreadable(recording: Recording, value: Any) -> None:
    read_anything(recording, value)


@settings(max_examples=600)
@given(st.sampled_from(KINDS), st.data())
def test_any_values_under_known_names_are_read_too(
    recording: Recording, data: st.DataObject
) -> None:
    value = data.draw(shaped(info_of(recording.kind), 3))
    read_anything(recording, value)


def read_anything(recording: Recording, value: Any) -> None:
    try:
        entity = decode(json.dumps(value).encode(), recording.kind, numeric_strings=recording.texts)
    except Unreadable:
        return
    assert repr(entity)
    assert list(parts_that_lie(entity)) == []


def shaped(info: inspect.Type, depth: int) -> st.SearchStrategy[Any]:
    """Return JSON with a type's own names, and whatever under them."""
    if isinstance(info, inspect.UnionType):
        return st.one_of(*(shaped(kind, depth) for kind in info.types))
    if isinstance(info, inspect.ListType):
        return st.lists(shaped(info.item_type, depth), max_size=2) | JSON
    if isinstance(info, inspect.StructType) and depth and fields_of(info):
        fields = fields_of(info)
        names = st.lists(st.sampled_from(sorted(fields)), max_size=6, unique=True)
        return names.flatmap(
            lambda chosen: st.fixed_dictionaries(
                {name: JSON | shaped(fields[name].type, depth - 1) for name in chosen}
            )
        )
    return JSON


def parts_that_lie(value: Any) -> Iterator[str]:
    """Name attributes that are not of the type that they are said to be."""
    if isinstance(value, list):
        for inner in value:
            yield from parts_that_lie(inner)
    elif isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(value):
            inner = getattr(value, field.name)
            yield from parts_that_lie(inner)
            if isinstance(inner, msgspec.Struct | list | dict | Cursor):
                continue
            try:
                msgspec.convert(inner, field.type)
            except msgspec.ValidationError as lie:
                yield f"{type(value).__name__}.{field.name}: {lie}"
