"""Cursor: position of the next page of a list. Named as in ossapi's first releases."""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Mapping
from typing import TYPE_CHECKING, Any

from osubrowser.api.ossapi.utils import BaseModel


class Cursor(BaseModel):
    """Position of the next page of a list: a mutable namespace, such as `Cursor(page=2)`.

    Args:
        _data: a mapping, or another cursor; by default the named values.
        kwargs: the values by names.
    """

    def __init__(self, _data: Mapping[str, Any] | Cursor | None = None, **kwargs: Any) -> None:  # noqa: ANN401 - values are whatever JSON has
        if isinstance(_data, Cursor):
            _data = _data.__dict__
        self.__dict__.update(_data or kwargs)

    @classmethod
    def from_json(cls, value: Any) -> Cursor | None:  # noqa: ANN401 - parsed JSON
        """Return a cursor of parsed JSON; None of PHP's empty array. Raises ValueError."""
        if isinstance(value, dict):
            return cls(value)
        if value == []:
            return None
        raise ValueError("a cursor is an object")

    def keys(self) -> KeysView[str]:
        """Return the names, so that `dict(cursor)` and `**cursor` work."""
        return self.__dict__.keys()

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - values are whatever JSON has
        return self.__dict__[name]

    def __setitem__(self, name: str, value: Any) -> None:  # noqa: ANN401 - values are whatever JSON has
        self.__dict__[name] = value

    def __contains__(self, name: object) -> bool:
        return name in self.__dict__

    def __iter__(self) -> Iterator[str]:
        return iter(self.__dict__)

    def __len__(self) -> int:
        return len(self.__dict__)

    def __bool__(self) -> bool:
        return True  # as an object: `while cursor` runs on until there is none

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - values are whatever JSON has
        raise AttributeError(f"this cursor has no {name!r}")

    if TYPE_CHECKING:

        def __setattr__(self, name: str, value: Any) -> None: ...  # noqa: ANN401 - values are whatever JSON has

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cursor) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment] # mutable

    def __repr__(self) -> str:
        items = ", ".join(f"{name}={self.__dict__[name]!r}" for name in sorted(self.__dict__))
        return f"{type(self).__name__}({items})"
