"""Comparison of ossapi's models with those of `osubrowser.api.ossapi`, attribute by attribute."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from typing import Any, get_args, get_origin

import pytest

from osubrowser.api.ossapi import cursor, enums, models
from osubrowser.api.ossapi.mod import ModCombination
from osubrowser.api.ossapi.utils import Model, field_names

ossapi: Any = pytest.importorskip("ossapi")


def here(kind: Any) -> Any:
    """Return the type of that name, of one of ossapi's."""
    if get_origin(kind) is list:
        return list[here(get_args(kind)[0])]  # type: ignore[misc] # made as it runs
    if kind.__module__.startswith("ossapi."):
        return class_here(kind.__name__)
    return kind


def class_here(name: str) -> Any:
    """Return a class of ours by its name."""
    return getattr(models, name, None) or getattr(enums, name)


def there(kind: Any) -> Any:
    """Return ossapi's type of the name of one of ours."""
    if get_origin(kind) is list:
        return list[there(get_args(kind)[0])]  # type: ignore[misc] # made as it runs
    return getattr(ossapi.models, kind.__name__)


def differences(ours: Any, theirs: Any, where: str = "") -> Iterator[str]:
    """Name each attribute that the two models do not have alike, in type and in value."""
    if isinstance(theirs, ossapi.utils.Model):
        yield from _model_differences(ours, theirs, where)
    elif isinstance(theirs, ossapi.models.Cursor):
        if not isinstance(ours, cursor.Cursor) or vars(ours) != vars(theirs):
            yield _said(where, ours, theirs)
    elif isinstance(theirs, ossapi.mod.ModCombination):
        if not isinstance(ours, ModCombination) or ours.value != theirs.value:
            yield _said(where, ours, theirs)
    elif isinstance(theirs, Enum):
        names = type(ours).__name__, type(theirs).__name__
        if names[0] != names[1] or (ours.name, ours.value) != (theirs.name, theirs.value):
            yield _said(where, ours, theirs)
    elif isinstance(theirs, list):
        if not isinstance(ours, list) or len(ours) != len(theirs):
            yield _said(where, ours, theirs)
            return
        for mine, other in zip(ours, theirs, strict=True):
            yield from differences(mine, other, f"{where}[]")
    elif isinstance(theirs, datetime):
        if ours != theirs or (ours.tzinfo is None) != (theirs.tzinfo is None):
            yield _said(where, ours, theirs)
    elif type(ours) is not type(theirs) or ours != theirs:
        yield _said(where, ours, theirs)


def _model_differences(ours: Any, theirs: Any, where: str) -> Iterator[str]:
    name = type(theirs).__name__
    if not isinstance(ours, Model) or not isinstance(ours, class_here(name)):
        yield _said(where, ours, theirs)
        return
    values = {k: v for k, v in theirs._ossapi_data.items() if k not in ("_api", "__orig_class__")}
    for key, value in values.items():
        if not hasattr(ours, key):
            yield f"{name}.{key}: missing here"
        else:
            yield from differences(getattr(ours, key), value, f"{name}.{key}")
    for key in field_names(type(ours)):
        if hasattr(ours, key) and key not in values:
            if not hasattr(theirs, key):
                yield f"{name}.{key}: missing there"
            elif getattr(ours, key) is not None and not callable(getattr(theirs, key)):
                yield f"more: {name}.{key} is {getattr(ours, key)!r:.100} here"


def _said(where: str, ours: object, theirs: object) -> str:
    return f"{where}: {ours!r:.100} here, {theirs!r:.100} there"


def models_in(ours: Any, theirs: Any) -> Iterator[tuple[Model, Any]]:
    """Yield each model of ours that a method could be asked of, with the same one of ossapi's."""
    if isinstance(theirs, list) and isinstance(ours, list):
        for mine, other in zip(ours, theirs, strict=True):
            yield from models_in(mine, other)
    elif isinstance(ours, Model) and isinstance(theirs, ossapi.utils.Model):
        yield ours, theirs
        for key, value in theirs._ossapi_data.items():
            if hasattr(ours, key) and key != "_api":
                yield from models_in(getattr(ours, key), value)


def methods_of(kind: type) -> set[str]:
    """Return the names of the methods of one of ossapi's models."""
    own = {
        name for base in kind.__mro__[:-1] for name, each in vars(base).items() if callable(each)
    }
    inherited = set(vars(ossapi.utils.Model)) | set(vars(ossapi.utils._Model))
    return {name for name in own - inherited if not name.startswith("_")}
