"""The API changes without notice: any one field gone, null, of another type, or new, costs itself.

Each recorded answer is taken with every field of every shape it has, each changed in turn. An
answer is always read to an object, and what was not touched is what it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import Enum
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import inspect

from osubrowser.api import OpenEnum, ServerTrouble
from osubrowser.api import decode as decoding
from osubrowser.api.answers import Unreadable
from osubrowser.api.decode import decode
from tests.api.recordings import (
    FOLDER,
    RECORDINGS,
    Recording,
    choice,
    fields_of,
    info_of,
    parsed,
)

needs_recordings = pytest.mark.skipif(
    not FOLDER.exists(), reason="the recorded responses (../shared) are not beside this checkout"
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


# --- what was read, part by part -----------------------------------------------------------------


def parts(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield what an entity says, by the path that it came from."""
    if isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(value):
            yield from parts(getattr(value, field.name), (*path, field.encode_name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from parts(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from parts(inner, (*path, number))
    else:
        yield path, value


def changed(recording: Recording, place: Place, new: Any, raw: Any) -> Any:
    """Return what is read of an answer with one field made new, or GONE."""
    owner, key, path, _ = place
    before = owner[key]
    if new is GONE:
        del owner[key]
    else:
        owner[key] = new
    try:
        body = msgspec.json.encode(raw)
    finally:
        owner[key] = before
    try:
        return decode(body, recording.kind, texts=recording.texts)
    except ServerTrouble as lost:
        raise AssertionError(f"{new!r} for {path} costs the whole answer") from lost


def touched(path: tuple[Any, ...], changed_path: tuple[Any, ...]) -> bool:
    return path[: len(changed_path)] == changed_path


def test_x() -> None:
    import time, collections
    n = 0
    t = time.perf_counter()
    errors = collections.Counter()
    for r in RECORDINGS:
        raw = shortened(parsed(r))
        whole = dict(parts(decode(msgspec.json.encode(raw), r.kind, texts=r.texts)))
        ps = list(places(raw, info_of(r.kind), set()))
        for place in ps:
            for new in OTHERS:
                try:
                    e = changed(r, place, new, raw)
                except Exception as x:
                    errors[str(r), "EXC", place[2], str(x)[:100], repr(new)] += 1
                    continue
                mine = dict(parts(e))
                for path, value in whole.items():
                    if path[: len(place[2])] != place[2] and (path not in mine or mine[path] != value):
                        errors[str(r), place[2], path, repr(value)[:20], repr(mine.get(path))[:20], repr(new) if 0 else ""] += 1
        print(r, len(json.dumps(raw)), len(ps), round(time.perf_counter()-t,2), flush=True)
        n += len(ps)
    print(n)
    for e,c in errors.items(): print(e,c)
