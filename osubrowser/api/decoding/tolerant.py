"""The patient reading of JSON: each type gets a converter that saves what it can.

A number of another type is converted, a null becomes the default, an unknown word is kept, an
element of a list that cannot be read is left out; nothing of that loses its neighbours.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import Enum
from functools import cache, partial
from typing import Any, Final, TypeAlias

import msgspec
from msgspec import inspect

from osubrowser.api.cursor import Cursor
from osubrowser.api.decoding.tolerant_values import (
    Report,
    Unusable,
    read_any,
    read_bool,
    read_date,
    read_datetime,
    read_float,
    read_int,
    read_none,
    read_str,
)

Converter: TypeAlias = Callable[[Any, str, Report], Any]

_converters: dict[type, Converter] = {}


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


# --- values made of others -----------------------------------------------------------------


def _enum(info: inspect.EnumType) -> Converter:
    kind: type[Enum] = info.cls

    def convert(value: Any, where: str, report: Report) -> Enum:  # noqa: ANN401
        try:
            return kind(read_str(value, where, report) if issubclass(kind, str) else value)
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
    given, missing = {}, []
    for name, encoded, required, where, convert in _fields(kind):
        if encoded not in value:
            if required:
                missing.append(name)
            continue
        element = value[encoded]
        try:
            given[name] = convert(element, where, report)
        except Unusable:
            if required:
                missing.append(name)
            if element is not None:  # a null has nothing to lose
                report(where, _described(element))
    if missing:
        if not given:
            raise Unusable  # nothing of it is known: it is something else
        given |= {name: _neutral_of(kind)[name]() for name in missing}
    return kind(**given)


@cache
def _neutral_of(kind: type[msgspec.Struct]) -> dict[str, Callable[[], Any]]:
    """Return what stands in for the required fields of a struct, such as its id."""
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
    raise Unusable


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
    inspect.BoolType: lambda _: read_bool,
    inspect.IntType: lambda _: read_int,
    inspect.FloatType: lambda _: read_float,
    inspect.StrType: lambda _: read_str,
    inspect.DateTimeType: lambda _: read_datetime,
    inspect.DateType: lambda _: read_date,
    inspect.NoneType: lambda _: read_none,
    inspect.AnyType: lambda _: read_any,
}
