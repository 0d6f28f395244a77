"""Tolerant conversion of JSON: one converter per type, which drops only what does not fit.

A number of another type is converted, a null becomes the default, an unknown enum value is
preserved, an invalid list element is left out.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache, partial
from typing import Any, Final, TypeAlias

import msgspec
from msgspec import inspect

from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.base import JsonValue

Report: TypeAlias = Callable[[str, str], None]
"""Callback for each dropped value, with the field and a description of the value."""

_INT_TEXT = 40  # characters: more than any number of the API has
_MILLISECONDS_TEXT: Final = range(12, _INT_TEXT)  # digits: since 1973; fewer are a date
_INT64: Final = range(-(2**63), 2**63)
_BOOLS: Final = {"true": True, "1": True, "on": True, "false": False, "0": False, "": False}


class ConversionError(Exception):
    """The value cannot be converted to its type."""


Converter: TypeAlias = Callable[[Any, str, Report], Any]

_converters: dict[type, Converter] = {}


def parse(body: bytes) -> Any:  # noqa: ANN401 - JSON
    """Return parsed JSON; invalid UTF-8 is replaced. Raises ValueError."""
    return json.loads(body.decode("utf-8", "replace"), parse_int=_parse_int)


def _parse_int(text: str) -> int | float:
    # Infinity fits no field: a number of any length costs itself only.
    return int(text) if len(text) <= _INT_TEXT else math.inf


def converter_for(kind: type) -> Converter:
    """Return the converter of a type: a function of value, field name and report callback."""
    try:
        return _converters[kind]
    except KeyError:
        return _converters.setdefault(kind, _compile(inspect.type_info(kind)))


def _compile(info: inspect.Type) -> Converter:
    for known, build in _BUILDERS.items():
        if isinstance(info, known):
            return build(info)
    raise TypeError(f"no tolerant reading of {info!r}")


# --- single values ----------------------------------------------------------------------


def _read_int(value: Any, _where: str, _report: Report) -> int:  # noqa: ANN401
    """Return an int of 64 bits; from an integral float or a string too."""
    number: int | None = None
    match value:
        case bool():
            pass
        case int():
            number = value
        case float() if value.is_integer():
            number = int(value)
        case str() if len(value) <= _INT_TEXT:
            with suppress(ValueError):
                number = int(value)
    if number is None or number not in _INT64:
        raise ConversionError
    return number


def _read_float(value: Any, _where: str, _report: Report) -> float:  # noqa: ANN401
    """Return a finite float; from a string too."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ConversionError
    try:
        number = float(value)
    except (ValueError, OverflowError):
        raise ConversionError from None
    if not math.isfinite(number):
        raise ConversionError
    return number


def _read_bool(value: Any, _where: str, _report: Report) -> bool:  # noqa: ANN401
    """Return a bool, in any of PHP's spellings."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | str):
        known = _BOOLS.get(str(value).lower())
        if known is not None:
            return known
    raise ConversionError


def _read_str(value: Any, _where: str, _report: Report) -> str:  # noqa: ANN401
    """Return a string without lone surrogates; from a number too."""
    match value:
        case str():
            return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        case bool():
            raise ConversionError
        case int() if value in _INT64:
            return str(value)
        case float() if math.isfinite(value):
            return str(value)
    raise ConversionError


def _read_datetime(value: Any, _where: str, _report: Report) -> datetime:  # noqa: ANN401
    """Return a datetime from ISO 8601 or Unix milliseconds; without a zone it is UTC."""
    try:
        if isinstance(value, str) and value.isdecimal() and len(value) in _MILLISECONDS_TEXT:
            value = int(value)
        if isinstance(value, str):
            moment = datetime.fromisoformat(value)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            moment = datetime.fromtimestamp(value / 1000, UTC)  # cursors have milliseconds
        else:
            raise ConversionError
    except (ValueError, OverflowError, OSError):
        raise ConversionError from None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _read_date(value: Any, where: str, report: Report) -> date:  # noqa: ANN401
    """Return a date; from a datetime too."""
    return _read_datetime(value, where, report).date()


def _read_any(value: Any, _where: str, _report: Report) -> Any:  # noqa: ANN401
    """Return any value unchanged."""
    return value


def _read_none(value: Any, _where: str, _report: Report) -> None:  # noqa: ANN401
    """Return None. Raises ConversionError for any other value."""
    if value is not None:
        raise ConversionError


# --- values made of others -----------------------------------------------------------------


def _enum(info: inspect.EnumType) -> Converter:
    kind: type[Enum] = info.cls

    def convert(value: Any, where: str, report: Report) -> Enum:  # noqa: ANN401
        try:
            return kind(_read_str(value, where, report) if issubclass(kind, str) else value)
        except ValueError:
            raise ConversionError from None

    return convert


def _list(info: inspect.ListType) -> Converter:
    item = _compile(info.item_type)
    has_gaps = _is_nullable(info.item_type)  # the place of an element has a meaning

    def convert(value: Any, where: str, report: Report) -> list[Any]:  # noqa: ANN401
        if isinstance(value, dict) and value and all(key.isdecimal() for key in value):
            value = list(value.values())  # PHP's array with gaps in its keys
        if not isinstance(value, list):
            raise ConversionError
        items = []
        for element in value:
            try:
                items.append(item(element, where, report))
            except ConversionError:
                report(f"{where}[]", _described(element))
                if has_gaps:
                    items.append(None)
        return items

    return convert


def _dict(info: inspect.DictType) -> Converter:
    item = _compile(info.value_type)

    def convert(value: Any, where: str, report: Report) -> dict[str, Any]:  # noqa: ANN401
        if value == []:
            return {}  # PHP's empty array, in place of an object
        if not isinstance(value, dict):
            raise ConversionError
        items = {}
        for key, element in value.items():
            try:
                items[key] = item(element, where, report)
            except ConversionError:
                report(f"{where}[]", _described(element))
        return items

    return convert


def _union(info: inspect.UnionType) -> Converter:
    nullable = _is_nullable(info)
    kinds = [kind for kind in info.types if not isinstance(kind, inspect.NoneType)]
    choices = [(_JSON_TYPES.get(type(kind)), _compile(kind)) for kind in kinds]

    def convert(value: Any, where: str, report: Report) -> Any:  # noqa: ANN401
        if value is None and nullable:
            return None
        # The value's own type first: "1" is a string where that is possible, and not a number.
        for _, choice in sorted(choices, key=lambda pair: pair[0] is not type(value)):
            try:
                return choice(value, where, report)
            except ConversionError:
                continue
        raise ConversionError

    return convert


def _is_plain(value: object) -> bool:
    """Whether a value of JSON needs no conversion: other texts may hold halves of characters."""
    if isinstance(value, str):
        return value.isascii()
    return value is None or (isinstance(value, int) and value in _INT64)


def read_cursor(value: object) -> Cursor:
    """Return a cursor of parsed JSON: all of it, or ConversionError is raised."""
    if isinstance(value, dict) and all(map(_is_plain, (*value, *value.values()))):
        return Cursor(value)  # nearly all of them; the converter takes long to make

    def refuse(_where: str, _what: str) -> None:
        raise ConversionError

    return Cursor(converter_for(dict[str, JsonValue])(value, "", refuse))


def _is_nullable(info: inspect.Type) -> bool:
    return isinstance(info, inspect.UnionType) and any(
        isinstance(kind, inspect.NoneType) for kind in info.types
    )


def read_custom(kind: type, value: object) -> Any:  # noqa: ANN401 - of that type
    """Return parsed JSON as a type that is no struct: a cursor, or one with `from_json`.

    `from_json` gets the value, and raises ValueError for what cannot be one.
    """
    if kind is Cursor:
        return read_cursor(value)
    try:
        return kind.from_json(value)  # type: ignore[attr-defined] # what is read has it
    except ValueError:
        raise ConversionError from None


def _custom(info: inspect.CustomType) -> Converter:
    kind = info.cls
    if kind is not Cursor and not hasattr(kind, "from_json"):
        raise TypeError(f"no tolerant reading of {kind!r}")

    def convert(value: Any, _where: str, _report: Report) -> Any:  # noqa: ANN401
        if value == [] and kind is Cursor:
            return None
        return read_custom(kind, value)

    return convert


def _read_raw(value: Any, _where: str, _report: Report) -> msgspec.Raw:  # noqa: ANN401
    """Return a value that is decoded later."""
    return msgspec.Raw(json.dumps(value).encode())


def _struct(info: inspect.StructType) -> Converter:
    # Compiled on first use: structs may be recursive.
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
        value = {}  # PHP's empty array, in place of an object
    if not isinstance(value, dict):
        raise ConversionError
    given, missing = {}, []
    for name, encoded, required, where, convert in _fields(kind):
        if encoded not in value:
            if required:
                missing.append(name)
            continue
        element = value[encoded]
        try:
            given[name] = convert(element, where, report)
        except ConversionError:
            if required:
                missing.append(name)
            if element is not None:  # a null drops nothing
                report(where, _described(element))
    if missing:
        if not given:
            raise ConversionError  # not a single field fits: it is another type
        given |= {name: _neutral_of(kind)[name]() for name in missing}
    return kind(**given)


@cache
def _neutral_of(kind: type[msgspec.Struct]) -> dict[str, Callable[[], Any]]:
    """Return factories of neutral values for the required fields of a struct, such as its id."""
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)  # noqa: S101 - for the type checker
    return {field.name: partial(_neutral, field.type) for field in info.fields if field.required}


def _neutral(info: inspect.Type) -> Any:  # noqa: ANN401
    match info:
        case inspect.IntType() | inspect.FloatType():
            return 0
        case inspect.StrType():
            return ""
        case inspect.StructType():
            return info.cls(**{name: make() for name, make in _neutral_of(info.cls).items()})
        case inspect.UnionType():
            return _neutral(info.types[0])
    raise ConversionError


def _described(value: Any) -> str:  # noqa: ANN401
    """Return the name of a JSON value's type, for the log: values are not logged."""
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


_JSON_TYPES: Final[dict[type[inspect.Type], type]] = {
    inspect.BoolType: bool,
    inspect.IntType: int,
    inspect.FloatType: float,
    inspect.StrType: str,
    inspect.ListType: list,
    inspect.DictType: dict,
    inspect.StructType: dict,
}
_BUILDERS: Final[dict[type[inspect.Type], Callable[[Any], Converter]]] = {
    inspect.StructType: _struct,
    inspect.ListType: _list,
    inspect.DictType: _dict,
    inspect.UnionType: _union,
    inspect.EnumType: _enum,
    inspect.CustomType: _custom,
    inspect.RawType: lambda _: _read_raw,
    inspect.BoolType: lambda _: _read_bool,
    inspect.IntType: lambda _: _read_int,
    inspect.FloatType: lambda _: _read_float,
    inspect.StrType: lambda _: _read_str,
    inspect.DateTimeType: lambda _: _read_datetime,
    inspect.DateType: lambda _: _read_date,
    inspect.NoneType: lambda _: _read_none,
    inspect.AnyType: lambda _: _read_any,
}
