"""The patient reading of JSON: each type gets a converter that saves what it can.

A number of another type is converted, a null becomes the default, an unknown word is kept, an
element of a list that cannot be read is left out; nothing of that loses its neighbours.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache, partial
from typing import Any, Final, TypeAlias

import msgspec
from msgspec import inspect

from osubrowser.api.cursor import Cursor

Report: TypeAlias = Callable[[str, str], None]
"""Called with the field and with what was found there, for each thing that is dropped."""
Converter: TypeAlias = Callable[[Any, str, Report], Any]

_converters: dict[type, Converter] = {}
_INT_TEXT = 40  # characters: more than any number of the API has
_BOOLS: Final = {"true": True, "1": True, "on": True, "false": False, "0": False, "": False}


class Unusable(Exception):
    """A value that is nothing like its type."""


def parse(body: bytes) -> Any:  # noqa: ANN401 - JSON
    """Return what JSON holds, forgiving broken text inside strings. Raises ValueError."""
    return json.loads(body.decode("utf-8", "replace"))


def converter_for(kind: type) -> Converter:
    """Return the converter for a type: called with a value, where it stands, and a report."""
    try:
        return _converters[kind]
    except KeyError:
        return _converters.setdefault(kind, _compile(inspect.type_info(kind)))


def _compile(info: inspect.Type) -> Converter:
    for known, build in _BUILDERS.items():
        if isinstance(info, known):
            return build(info)
    raise TypeError(f"no tolerant reading of {info!r}")


# --- single values -------------------------------------------------------------------------


def _int(value: Any, _where: str, _report: Report) -> int:  # noqa: ANN401
    match value:
        case bool():
            raise Unusable
        case int():
            return value
        case float() if value.is_integer():
            return int(value)
        case str() if len(value) <= _INT_TEXT:
            try:
                return int(value)
            except ValueError:
                raise Unusable from None
    raise Unusable


def _float(value: Any, _where: str, _report: Report) -> float:  # noqa: ANN401
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise Unusable
    try:
        number = float(value)
    except (ValueError, OverflowError):
        raise Unusable from None
    if not math.isfinite(number):
        raise Unusable
    return number


def _bool(value: Any, _where: str, _report: Report) -> bool:  # noqa: ANN401
    if isinstance(value, bool):
        return value
    if isinstance(value, int | str):
        known = _BOOLS.get(str(value).lower())
        if known is not None:
            return known
    raise Unusable


def _str(value: Any, _where: str, _report: Report) -> str:  # noqa: ANN401
    if isinstance(value, str):
        # Halves of surrogate pairs are not text: no encoder takes them.
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise Unusable


def _datetime(value: Any, _where: str, _report: Report) -> datetime:  # noqa: ANN401
    """Read any of the API's forms, old ones too; a time without a zone is UTC."""
    try:
        if isinstance(value, str):
            moment = datetime.fromisoformat(value)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            moment = datetime.fromtimestamp(value / 1000, UTC)  # cursors have milliseconds
        else:
            raise Unusable
    except (ValueError, OverflowError, OSError):
        raise Unusable from None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _date(value: Any, where: str, report: Report) -> date:  # noqa: ANN401
    return _datetime(value, where, report).date()


def _any(value: Any, _where: str, _report: Report) -> Any:  # noqa: ANN401
    return value


def _none(value: Any, _where: str, _report: Report) -> None:  # noqa: ANN401
    if value is not None:
        raise Unusable


# --- values made of others -----------------------------------------------------------------


def _enum(info: inspect.EnumType) -> Converter:
    kind: type[Enum] = info.cls

    def convert(value: Any, where: str, report: Report) -> Enum:  # noqa: ANN401
        try:
            return kind(_str(value, where, report) if issubclass(kind, str) else value)
        except ValueError:
            raise Unusable from None

    return convert


def _list(info: inspect.ListType) -> Converter:
    item = _compile(info.item_type)

    def convert(value: Any, where: str, report: Report) -> list[Any]:  # noqa: ANN401
        if isinstance(value, dict) and all(key.isdecimal() for key in value):
            value = list(value.values())  # PHP's list with a hole in it
        if not isinstance(value, list):
            raise Unusable
        kept = []
        for element in value:
            try:
                kept.append(item(element, where, report))
            except Unusable:
                report(f"{where}[]", _described(element))
        return kept

    return convert


def _dict(info: inspect.DictType) -> Converter:
    item = _compile(info.value_type)

    def convert(value: Any, where: str, report: Report) -> dict[str, Any]:  # noqa: ANN401
        if value == []:
            return {}  # PHP's empty map
        if not isinstance(value, dict):
            raise Unusable
        kept = {}
        for key, element in value.items():
            try:
                kept[key] = item(element, where, report)
            except Unusable:
                report(f"{where}[]", _described(element))
        return kept

    return convert


def _union(info: inspect.UnionType) -> Converter:
    nullable = any(isinstance(kind, inspect.NoneType) for kind in info.types)
    choices = [_compile(kind) for kind in info.types if not isinstance(kind, inspect.NoneType)]

    def convert(value: Any, where: str, report: Report) -> Any:  # noqa: ANN401
        if value is None and nullable:
            return None
        for choice in choices:
            try:
                return choice(value, where, report)
            except Unusable:
                continue
        raise Unusable

    return convert


def _custom(info: inspect.CustomType) -> Converter:
    if info.cls is not Cursor:
        raise TypeError(f"no tolerant reading of {info.cls!r}")

    def convert(value: Any, _where: str, _report: Report) -> Cursor | None:  # noqa: ANN401
        if value == []:
            return None
        if not isinstance(value, dict):
            raise Unusable
        return Cursor(value)

    return convert


def _struct(info: inspect.StructType) -> Converter:
    # Compiled at the first use: structs may hold themselves.
    return partial(_convert_struct, info.cls)


@cache
def _fields(kind: type[msgspec.Struct]) -> list[tuple[str, str, bool, str, Converter]]:
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)  # noqa: S101 - for the type checker
    return [
        (f.name, f.encode_name, f.required, f"{kind.__name__}.{f.name}", _compile(f.type))
        for f in info.fields
    ]


def _convert_struct(
    kind: type[msgspec.Struct],
    value: Any,  # noqa: ANN401
    _where: str,
    report: Report,
) -> msgspec.Struct:
    if value == []:
        value = {}  # PHP's empty map
    if not isinstance(value, dict):
        raise Unusable
    given = {}
    for name, encoded, required, where, convert in _fields(kind):
        if encoded not in value:
            if required:
                raise Unusable
            continue
        element = value[encoded]
        try:
            given[name] = convert(element, where, report)
        except Unusable:
            if required:
                raise
            if element is not None:  # a null has nothing to lose
                report(where, _described(element))
    return kind(**given)


def _described(value: Any) -> str:  # noqa: ANN401
    """Name the type of a JSON value: the value itself may be anything, and is not logged."""
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case list():
            return "a list"
        case _:
            return "an object"


_BUILDERS: Final[dict[type[inspect.Type], Callable[[Any], Converter]]] = {
    inspect.StructType: _struct,
    inspect.ListType: _list,
    inspect.DictType: _dict,
    inspect.UnionType: _union,
    inspect.EnumType: _enum,
    inspect.CustomType: _custom,
    inspect.BoolType: lambda _: _bool,
    inspect.IntType: lambda _: _int,
    inspect.FloatType: lambda _: _float,
    inspect.StrType: lambda _: _str,
    inspect.DateTimeType: lambda _: _datetime,
    inspect.DateType: lambda _: _date,
    inspect.NoneType: lambda _: _none,
    inspect.AnyType: lambda _: _any,
}
