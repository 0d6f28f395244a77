"""Comparison of `osubrowser.api.ossapi` with the installed ossapi, name by name.

Deliberate differences are in one table, in the docstring of `osubrowser.api.ossapi`, which is read
here: what differs and is not in it fails a test, and so does an entry without a difference.
"""

from __future__ import annotations

import importlib
import inspect
import re
import typing
from collections.abc import Iterator
from enum import Enum
from fnmatch import fnmatchcase
from functools import cache
from types import FunctionType, ModuleType, NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from tests.api.ossapi.test_differences import SHOWN_BY_A_RUN

theirs = pytest.importorskip("ossapi")
ours: Any = importlib.import_module("osubrowser.api.ossapi")
SUBMODULES = (
    "encoder",
    "enums",
    "mod",
    "models",
    "ossapi",
    "ossapiv2",
    "ossapiv2_async",
    "replay",
    "utils",
)
EVERY_KIND = ("__init__", "__call__")
"""Special methods whose parameters a program gives."""
ANY_NUMBER = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
SAME_TYPES = {"Datetime": "datetime"}
"""Types of theirs, and what their values are."""


def documented() -> list[str]:
    """Return the first column of the table of differences: names, `*` for any."""
    rows = re.findall(r"^\| (`[^|]+`) \| [^|]+ \|$", ours.__doc__ or "", re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


# --- modules -----------------------------------------------------------------------------------


def importable(module: ModuleType) -> dict[str, Any]:
    """Return what a program may import from a module of ossapi's: what is of ossapi's making."""
    found = {}
    for name, value in vars(module).items():
        made_in = getattr(value, "__module__", "")
        if name.startswith("__") or isinstance(value, ModuleType | typing.TypeVar):
            continue
        alias = made_in == "typing" and name.endswith("T")
        constant = made_in == "" and not isinstance(value, logging_handlers)
        if alias or constant or made_in.startswith("ossapi") or name in theirs.__all__:
            found[name] = value
    return found


logging_handlers = (type(theirs.handler),)


def pairs() -> Iterator[tuple[str, Any, Any]]:
    """Yield the path of each name, with both values; ours is None if there is none."""
    for name in SUBMODULES:
        module = importlib.import_module(f"ossapi.{name}")
        same = importlib.import_module(f"osubrowser.api.ossapi.{name}")
        for key, value in importable(module).items():
            yield f"{name}.{key}", value, getattr(same, key, None)


# --- classes -----------------------------------------------------------------------------------


def default(value: Any) -> str:
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    return f"[{', '.join(map(default, value))}]" if isinstance(value, list) else repr(value)


def parameters(function: Any) -> list[tuple[str, str, str]]:
    """Return name, kind and default of each parameter."""
    found = inspect.signature(function).parameters.values()
    return [(each.name, str(each.kind), default(each.default)) for each in found]


def takes_more(function: Any, wanted: list[tuple[str, str, str]]) -> bool:
    """Tell whether a constructor takes what is wanted, and optional parameters after it."""
    found = list(inspect.signature(function).parameters.values())
    more = [each for each in found[len(wanted) :] if each.kind not in ANY_NUMBER]
    optional = all(each.default is not inspect.Parameter.empty for each in more)
    names = [(each.name, str(each.kind)) for each in found[: len(wanted)]]
    return optional and names == [(name, kind) for name, kind, _ in wanted]


def members(kind: type) -> dict[str, Any]:
    """Return the public methods and properties of a class of ossapi's, inherited ones too."""
    found: dict[str, Any] = {}
    for base in reversed(kind.__mro__):
        if not base.__module__.startswith("ossapi"):
            continue
        for name, value in vars(base).items():
            public = not name.startswith("_") or name in EVERY_KIND
            if public and isinstance(value, FunctionType | staticmethod | classmethod | property):
                found[name] = value
    return found


def fields(kind: type) -> dict[str, object]:
    """Return the annotated fields of a model of ossapi's, with their types."""
    hints = get_type_hints(kind)
    return {name: hint.type if is_field(hint) else hint for name, hint in hints.items()}


def is_field(hint: object) -> bool:
    return type(hint).__name__ == "Field"


def plain(hint: Any) -> str:
    """Return a type as text, without None and without what is the same in both."""
    origin = get_origin(hint)
    if origin in (typing.Union, UnionType):
        parts = sorted({plain(part) for part in get_args(hint) if part is not NoneType})
        return " | ".join(parts)
    if origin is not None:
        return f"{origin.__name__}[{', '.join(map(plain, get_args(hint)))}]"
    if isinstance(hint, typing.TypeVar):
        return "TypeVar"
    name = getattr(hint, "__name__", str(hint))
    return SAME_TYPES.get(name, name)


def class_differences(path: str, their: type, our: type) -> Iterator[tuple[str, str]]:
    """Yield what a class has otherwise than ossapi's."""
    if issubclass(their, Enum):
        wanted = {name: member.value for name, member in their.__members__.items()}
        assert issubclass(our, Enum)
        found = {name: member.value for name, member in our.__members__.items()}
        if wanted != found or list(wanted) != list(found):
            yield path, f"{wanted} != {found}"
    is_model = hasattr(their, "override_attributes") and not issubclass(their, Enum)
    for name, member in members(their).items():
        key = f"{path}.{name}"
        if name == "__init__" and is_model:
            continue  # made of keywords
        if not hasattr(our, name):
            yield key, "missing"
        elif not isinstance(member, property):
            taken = parameters(getattr(their, name))
            if parameters(getattr(our, name)) != taken and not (
                name == "__init__" and takes_more(getattr(our, name), taken)
            ):
                yield (
                    key,
                    f"{inspect.signature(getattr(their, name))}"
                    f" != {inspect.signature(getattr(our, name))}",
                )
    for name, value in vars(their).items():
        if name.isupper() and name not in getattr(their, "__members__", {}):
            if not hasattr(our, name):
                yield f"{path}.{name}", "missing"
            elif isinstance(value, str | int) and getattr(our, name) != value:
                yield f"{path}.{name}", f"{value!r} != {getattr(our, name)!r}"
    if is_model and their.__module__ in ("ossapi.models", "ossapi.enums"):
        yield from field_differences(path, their, our)


def field_differences(path: str, their: type, our: type) -> Iterator[tuple[str, str]]:
    """Yield the fields of a model that are missing or have another type."""
    found = get_type_hints(our)
    converted = getattr(our, "_conversions", {})
    for name, hint in fields(their).items():
        if name not in found:
            yield f"{path}.{name}", "missing"
        elif name not in converted and plain(found[name]) not in (plain(hint), as_sent(hint)):
            yield f"{path}.{name}", f"{plain(hint)} != {plain(found[name])}"


def as_sent(hint: Any) -> str:
    """Return the type of a list that ossapi leaves as JSON has it: all but those of models."""
    hint = next((part for part in get_args(hint) if get_origin(part) is list), hint)
    kind = get_args(hint)[0] if get_origin(hint) is list else None
    is_model = isinstance(kind, type) and issubclass(kind, theirs.utils.Model)
    return "list[Any]" if kind is not None and not is_model else plain(hint)


def others_classes(value: Any) -> set[type]:
    """Return the classes of other packages that a class derives from."""
    bases = value.__mro__ if isinstance(value, type) else ()
    return {base for base in bases if base.__module__.startswith(("oauthlib", "osrparse"))}


def defined(module: str, name: str) -> Any:
    """Return our class of a name, from the module that defines it in ossapi."""
    of_ossapi = module.startswith("ossapi")
    return getattr(importlib.import_module(f"osubrowser.api.{module}") if of_ossapi else ours, name)


@cache
def differences() -> dict[str, str]:
    """Return all that differs, by its path."""
    found = {}
    wanted, exported = set(theirs.__all__), set(ours.__all__)
    for name in wanted ^ exported:
        found[name] = "missing" if name in wanted else "exported here alone"
    for name in wanted & exported:
        if not hasattr(ours, name):
            found[name] = "exported, and missing"
        elif lost := others_classes(getattr(theirs, name)) - others_classes(getattr(ours, name)):
            found[name] = f"does not derive from {lost}"
    for path, their, our in pairs():
        if our is None:
            found[path] = "missing"
        elif isinstance(their, type) and isinstance(our, type):
            module, _, name = path.partition(".")
            if their.__module__ == f"ossapi.{module}":
                found |= class_differences(path, their, our)
            elif our is not defined(their.__module__, name):
                found[path] = "not the class that is defined elsewhere"
        elif isinstance(their, FunctionType) and parameters(their) != parameters(our):
            found[path] = f"{inspect.signature(their)} != {inspect.signature(our)}"
    return found


def is_documented(path: str) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in documented())


# --- tests -------------------------------------------------------------------------------------


def test_ossapi_is_the_version_that_is_compared() -> None:
    assert theirs.__version__ == ours.__version__ == "5.3.6"
    assert len(theirs.__all__) == 138
    assert len([1 for path, their, _ in pairs() if isinstance(their, type)]) > 350


def test_what_differs_is_in_the_table() -> None:
    unknown = {path: what for path, what in differences().items() if not is_documented(path)}
    assert not unknown


def test_what_is_in_the_table_differs() -> None:
    assert documented()
    for pattern in documented():
        if pattern not in SHOWN_BY_A_RUN:
            assert any(fnmatchcase(path, pattern) for path in differences()), pattern
    assert set(SHOWN_BY_A_RUN) <= set(documented())


def test_an_import_of_everything_gives_everything() -> None:
    given: dict[str, Any] = {}
    exec("from osubrowser.api.ossapi import *", given)
    assert set(theirs.__all__) <= given.keys()


@pytest.mark.parametrize("name", SUBMODULES)
def test_an_import_of_everything_of_a_module_gives_all_that_is_ossapi_s(name: str) -> None:
    given: dict[str, Any] = {}
    exec(f"from osubrowser.api.ossapi.{name} import *", given)
    module = importlib.import_module(f"ossapi.{name}")
    wanted = {each for each in importable(module) if not each.startswith("_")}
    missing = {f"{name}.{each}" for each in wanted - given.keys()}
    assert {each for each in missing if not is_documented(each)} == set()


def test_every_coroutine_of_the_asynchronous_client_is_a_call_of_the_other_one() -> None:
    asked = {name for name in members(theirs.Ossapi) if name not in EVERY_KIND}
    for name in asked - {"authenticate", "gen_token_key", "remove_token"}:
        assert inspect.iscoroutinefunction(getattr(ours.OssapiAsync, name)), name
    assert len(asked) > 60


@pytest.mark.parametrize("name", ["_get", "_post", "_put", "_request", "_save_token"])
def test_internal_methods_that_programs_use_take_the_same(name: str) -> None:
    for kind in ("Ossapi", "OssapiAsync"):
        their, our = getattr(getattr(theirs, kind), name), getattr(getattr(ours, kind), name)
        wanted = [parameter for parameter, _, _ in parameters(their)]
        assert [parameter for parameter, _, _ in parameters(our)][: len(wanted)] == wanted
