"""Cursors: the position of the next page of a list."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any, NoReturn


class Cursor(dict[str, Any]):
    """Position of the next page of a list: an immutable mapping, such as `page=2`.

    The one in a response is passed to the next call. `Cursor(page=20)` jumps within lists whose
    pages are numbered. Values are attributes as well.
    """

    __slots__ = ()

    def __init__(self, values: Mapping[str, Any] | None = None, /, **named: Any) -> None:  # noqa: ANN401 - values are whatever JSON has
        super().__init__(values or {}, **named)

    @classmethod
    def from_string(cls, text: str) -> Cursor:
        """Parse a `cursor_string`: URL-safe base64 of a JSON object, without padding.

        Raises ValueError for anything else.
        """
        try:
            values = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        except RecursionError:
            raise ValueError("a cursor is not that deep") from None
        if not isinstance(values, dict):
            raise ValueError("a cursor is a JSON object")  # noqa: TRY004 - it is text that is wrong
        return cls(values)

    def params(self) -> dict[str, str]:
        """Return the query parameters of this position: `{"cursor[page]": "2"}`."""
        return {f"cursor[{name}]": _text(value) for name, value in self.items()}

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - values are whatever JSON has
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"this cursor has no {name!r}") from None

    def __reduce__(self) -> tuple[type[Cursor], tuple[dict[str, Any]]]:
        return Cursor, (dict(self),)

    def __hash__(self) -> int:  # type: ignore[override] # unlike other mappings it is immutable
        return hash(json.dumps(self, sort_keys=True, default=str))

    def __repr__(self) -> str:
        return f"Cursor({', '.join(f'{k}={v!r}' for k, v in sorted(self.items()))})"

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise AttributeError("a cursor does not change")

    def __setattr__(self, name: str, value: object) -> None:
        self._refuse()

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse


def _text(value: object) -> str:
    """Return a value as PHP reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value)
