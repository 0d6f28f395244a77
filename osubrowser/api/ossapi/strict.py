"""Strict mode: a response with a field or a value that its model does not expect is an error."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any, Final

import msgspec
from msgspec import inspect

from osubrowser.api.ossapi.enums import BeatmapsetEventType
from osubrowser.api.ossapi.models import (
    COMMENTS,
    BeatmapsetEvent,
    Rankings,
    _Event,
    event_class,
    ranking_row_class,
)


def check_known(kind: Any, sent: Any) -> None:  # noqa: ANN401 - any type, and parsed JSON
    """Check that a response has nothing but what a type expects.

    Raises:
        TypeError: a field that the model does not have, a value of another type, or a null in a
            field that is documented to have a value.
        ValueError: an unknown value of an enum, or a text that is no time.
    """
    _check(_type_info(kind), sent, "the response")


@cache
def _type_info(kind: Any) -> inspect.Type:  # noqa: ANN401 - any type
    return inspect.type_info(kind)


def _check(info: inspect.Type, sent: Any, where: str) -> None:  # noqa: ANN401 - parsed JSON
    check = _CHECKS.get(type(info))
    if check is not None:
        check(info, sent, where)


def _check_struct(info: inspect.StructType, sent: Any, where: str) -> None:  # noqa: ANN401 - parsed JSON
    _expect(sent, dict, where)
    known = _fields(info.cls)
    for key, value in sent.items():
        field = known.get(key)
        if field is None:
            raise TypeError(f"unexpected field {key!r} of {_name(info.cls)}: {value!r:.200}")
        place = f"{_name(info.cls)}.{field.name}"
        if value is None:
            if field.name in getattr(info.cls, "_required", ()):
                raise TypeError(f"{place} is null")
        elif (special := _SPECIAL.get(place)) is not None:
            special(sent, value, place)
        else:
            _check(field.type, value, place)
            if (convert := getattr(info.cls, "_conversions", {}).get(field.name)) is not None:
                convert(value)


@cache
def _fields(kind: type[msgspec.Struct]) -> dict[str, inspect.Field]:
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)  # noqa: S101 - for the type checker
    return {field.encode_name: field for field in info.fields if field.name != "_api"}


def _name(kind: type) -> str:
    return str(kind.__name__)


def _check_list(info: inspect.ListType, sent: Any, where: str) -> None:  # noqa: ANN401 - parsed JSON
    _expect(sent, list, where)
    for each in sent:
        _check(info.item_type, each, f"{where}[]")


def _check_dict(info: inspect.DictType, sent: Any, where: str) -> None:  # noqa: ANN401 - parsed JSON
    _expect(sent, dict, where)
    for each in sent.values():
        _check(info.value_type, each, f"{where}[]")


def _check_union(info: inspect.UnionType, sent: Any, where: str) -> None:  # noqa: ANN401 - parsed JSON
    problems: list[TypeError | ValueError] = []
    for choice in info.types:
        if isinstance(choice, inspect.NoneType):
            if sent is None:
                return
            continue
        try:
            _check(choice, sent, where)
        except (TypeError, ValueError) as problem:
            problems.append(problem)
        else:
            return
    raise problems[0] if problems else TypeError(f"{where} is {sent!r:.200}")


def _check_enum(info: inspect.EnumType, sent: Any, _where: str) -> None:  # noqa: ANN401 - parsed JSON
    kind: type[Enum] = info.cls
    kind(sent)


def _check_datetime(_info: inspect.Type, sent: Any, where: str) -> None:  # noqa: ANN401 - parsed JSON
    _expect(sent, str, where)
    datetime.fromisoformat(sent)


def _check_custom(info: inspect.CustomType, sent: Any, where: str) -> None:  # noqa: ANN401 - parsed JSON
    if info.cls is _Event:
        _expect(sent, dict, where)
        _check(_type_info(event_class(sent)), sent, where)


def _check_plain(*kinds: type) -> Callable[[Any, Any, str], None]:
    return lambda _info, sent, where: _expect(sent, kinds, where)


def _expect(sent: Any, kinds: type | tuple[type, ...], where: str) -> None:  # noqa: ANN401 - parsed JSON
    if not isinstance(sent, kinds):
        names = [kind.__name__ for kind in (kinds if isinstance(kinds, tuple) else (kinds,))]
        raise TypeError(f"{where} is no {' or '.join(names)}: {sent!r:.200}")


def _check_comment(event: dict[str, Any], comment: Any, where: str) -> None:  # noqa: ANN401 - parsed JSON
    if isinstance(comment, dict) and (kind := COMMENTS.get(BeatmapsetEventType(event.get("type")))):
        _check(_type_info(kind), comment, where)


def _check_rows(_ranking: dict[str, Any], rows: Any, where: str) -> None:  # noqa: ANN401 - parsed JSON
    _expect(rows, list, where)
    if rows:
        _check(_type_info(list[ranking_row_class(rows[0])]), rows, where)  # type: ignore[misc] # made as it runs


_SPECIAL: Final = {
    f"{BeatmapsetEvent.__name__}.comment": _check_comment,
    f"{Rankings.__name__}.ranking": _check_rows,
}
"""Checks of fields whose type depends on other values."""
_CHECKS: Final[dict[type[inspect.Type], Callable[[Any, Any, str], None]]] = {
    inspect.StructType: _check_struct,
    inspect.ListType: _check_list,
    inspect.DictType: _check_dict,
    inspect.UnionType: _check_union,
    inspect.EnumType: _check_enum,
    inspect.DateTimeType: _check_datetime,
    inspect.CustomType: _check_custom,
    inspect.BoolType: _check_plain(bool),
    inspect.IntType: _check_plain(int),
    inspect.FloatType: _check_plain(int, float),
    inspect.StrType: _check_plain(str),
}
