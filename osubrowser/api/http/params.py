"""Request parameters: types, and encoding as the server's PHP reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

ParamValue: TypeAlias = str | int | float | bool | Sequence[str | int] | None
Params: TypeAlias = Mapping[str, ParamValue]
"""Query parameters or form fields; those that are None are left out.

A bool is sent as `1` or `0`. A sequence repeats its name, which is given with its brackets:
`{"ids[]": [1, 2]}`.
"""
Json: TypeAlias = Mapping[str, Any]
"""JSON object in the body of a request."""


def encode_params(params: Params | None) -> dict[str, str | list[str]]:
    """Return parameters as strings, as PHP reads them; None values are left out."""
    encoded: dict[str, str | list[str]] = {}
    for name, value in (params or {}).items():
        if value is None:
            continue
        if isinstance(value, Sequence) and not isinstance(value, str):
            encoded[name] = [param_text(element) for element in value]
        else:
            encoded[name] = param_text(value)
    return encoded


def param_text(value: object) -> str:
    """Return a value as PHP reads it. Lone surrogates, which cannot be encoded, become `?`."""
    text = str(int(value)) if isinstance(value, bool) else str(value)
    return text.encode("utf-8", "replace").decode()
