"""Three-way merge of JSON objects that two processes have changed."""

from __future__ import annotations

from typing import Any

_KEY = "address"
"""Member that identifies an entry of a list; lists of such entries are merged by it."""


def merged(ours: dict[str, Any], base: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    """Return the three-way merge of two versions; on conflicts ours takes precedence.

    Args:
        ours: version of this process.
        base: common base: the content at the last read or write.
        theirs: version that another process has written since.
    """
    result: dict[str, Any] = {}
    for name in (*ours, *(name for name in theirs if name not in ours)):
        if name not in ours and name in base:
            continue  # removed by us
        if name in ours and name in base and name not in theirs and ours[name] == base[name]:
            continue  # removed by them
        is_theirs = name not in ours
        result[name] = (
            theirs[name] if is_theirs else _value(ours[name], base.get(name), theirs.get(name))
        )
    return result


def _value(ours: Any, base: Any, theirs: Any) -> Any:  # noqa: ANN401 - any JSON
    if ours == base and theirs is not None:
        return theirs
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return merged(ours, base if isinstance(base, dict) else {}, theirs)
    if _is_entries(ours) and _is_entries(theirs):
        return _entries(ours, base if _is_entries(base) else [], theirs)
    return ours


def _entries(ours: list[Any], base: list[Any], theirs: list[Any]) -> list[Any]:
    """Return the merged entries in our order; their new ones stay in front, or are appended."""
    one, before, other = ({entry[_KEY]: entry for entry in all_} for all_ in (ours, base, theirs))
    result = merged(one, before, other)
    is_new = [key not in one for key in other if key in result]
    first = is_new.index(False) if False in is_new else 0
    front = [key for key in other if key in result][:first]
    return [result[key] for key in dict.fromkeys((*front, *result))]


def _is_entries(value: Any) -> bool:  # noqa: ANN401 - any JSON
    return isinstance(value, list) and all(
        isinstance(entry, dict) and isinstance(entry.get(_KEY), str) for entry in value
    )
