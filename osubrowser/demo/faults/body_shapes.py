"""What the objects in a decoded body are, told by their keys, and ways through all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Json = Any
"""A decoded body: dicts, lists, text, numbers, None."""

_HITS = frozenset(
    (
        "count_300",
        "good",
        "great",
        "ignore_hit",
        "large_tick_hit",
        "legacy_combo_increase",
        "meh",
        "miss",
        "ok",
        "perfect",
        "small_tick_hit",
    )
)


def objects(body: Json, skip: tuple[str, ...] = ()) -> Iterator[dict[str, Json]]:
    """Yield every object of a body, those within others too.

    Args:
        body: a decoded body. An object may be changed once it was yielded.
        skip: names of keys whose values are passed by.
    """
    left = [body]
    while left:
        value = left.pop()
        if isinstance(value, list):
            left.extend(reversed(value))
        elif isinstance(value, dict):
            left.extend(inner for name, inner in value.items() if name not in skip)
            yield value


def members(value: Json) -> list[dict[str, Json]]:
    """Return the objects of a list; none if it is not one."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def replace_values(body: Json, change: Callable[[Json], Json]) -> None:
    """Put every text, number and null of a body through a function; cursors stay."""
    for one in objects([body], skip=("cursor",)):
        for name, value in one.items():
            if name == "cursor":
                continue
            one[name] = _replaced(value, change)
    if isinstance(body, list):
        body[:] = [_replaced(value, change) for value in body]


def _replaced(value: Json, change: Callable[[Json], Json]) -> Json:
    if isinstance(value, dict):
        return value
    if isinstance(value, list):
        return [_replaced(one, change) for one in value]
    return change(value)


def _has(value: object, *names: str) -> bool:
    return isinstance(value, dict) and all(name in value for name in names)


def is_user(value: object) -> bool:
    """Return whether this is a `User`."""
    return _has(value, "username", "avatar_url")


def is_score(value: object) -> bool:
    """Return whether this is a `Score` of either shape."""
    return _has(value, "max_combo", "passed", "accuracy", "mods")


def is_beatmap(value: object) -> bool:
    """Return whether this is a `Beatmap`."""
    return _has(value, "difficulty_rating", "version")


def is_set(value: object) -> bool:
    """Return whether this is a `Beatmapset`."""
    return _has(value, "covers", "creator")


def has_status(value: object) -> bool:
    """Return whether this is a `Beatmap` or a `Beatmapset`."""
    return is_beatmap(value) or is_set(value)


def is_event(value: object) -> bool:
    """Return whether this is an `Event` of the activity."""
    return _has(value, "createdAt", "created_at", "type")


def is_room(value: object) -> bool:
    """Return whether this is a `Room`."""
    return _has(value, "category", "has_password")


def is_game(value: object) -> bool:
    """Return whether this is a game of a match."""
    return _has(value, "team_type", "scoring_type")


def is_comment(value: object) -> bool:
    """Return whether this is a `Comment`."""
    return _has(value, "commentable_id", "replies_count")


def is_counts(value: object) -> bool:
    """Return whether this is a map of free names to counts."""
    return isinstance(value, dict) and bool(_HITS & value.keys())


def placeholder(user_id: object) -> dict[str, Json]:
    """Return what stands for a user that is gone; even ids are gone with it."""
    gone = not isinstance(user_id, int) or user_id % 2 == 0
    return {
        "avatar_url": None,
        "country_code": None,
        "default_group": "default",
        "groups": [],
        "id": None if gone else user_id,
        "is_active": False,
        "is_bot": False,
        "is_deleted": True,
        "is_online": False,
        "is_supporter": False,
        "last_visit": None,
        "pm_friends_only": True,
        "profile_colour": None,
        "team": None,
        "username": "[deleted user]",
    }
