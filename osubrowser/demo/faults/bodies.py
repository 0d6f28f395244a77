"""Body faults: transformations of decoded JSON, such as placeholders, nulls and odd types."""

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
    """Return the placeholder of a deleted user; even ids are removed too."""
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


BEYOND = 1 << 33
"""What is added to an id to make it a large one."""

NESTED = {"acronym": "ZZ", "settings": {"new_setting": {"nested": 1}}}
"""A mod that nobody knows."""

_SMALL_IDS = ("genre_id", "language_id", "ruleset_id")
_EMPTY_MAPS = ("comment", "details", "navigation", "settings", "versions")
_NEW_VALUES: tuple[Json, ...] = (
    1,
    "text",
    None,
    [1, {"deep": True}],
    {"nested": {"list": []}},
    0.5,
    False,
)
_GROUP = {
    "colour": None,
    "has_listing": True,
    "has_playmodes": False,
    "id": 4_095,
    "identifier": "unheard-of",
    "is_probationary": False,
    "name": "Unheard Of",
    "short_name": "UNH",
    "playmodes": None,
}


def deleted_author(body: Json) -> None:
    """Make the users of sets and scores, and owners, placeholders."""
    for one in objects(body):
        if (is_set(one) or is_score(one)) and isinstance(one.get("user"), dict):
            one["user"] = placeholder(one["user"].get("id"))
        for owner in members(one.get("owners")):
            owner["username"] = "[deleted user]"


def missing_set(body: Json) -> None:
    """Take the sets from difficulties that carry one."""
    for one in objects(body):
        if is_beatmap(one) and "beatmapset" in one:
            one["beatmapset"] = None


def missing_game_beatmap(body: Json) -> None:
    """Take the beatmaps from the games of matches."""
    for one in objects(body):
        if is_game(one):
            one.pop("beatmap", None)


def missing_user(body: Json) -> None:
    """Take every second user from the lists beside."""
    for one in objects(body):
        users = one.get("users")
        if isinstance(users, list) and all(isinstance(user, dict) for user in users):
            del users[::2]


def unreadable_event(body: Json) -> None:
    """Make the last event of every list one that the server could not read."""
    for one in objects(body):
        _spoil(one.get("events"))
    _spoil(body)


def _spoil(events: object) -> None:
    if isinstance(events, list) and events and is_event(events[-1]):
        told = {name: events[-1][name] for name in ("id", "created_at", "createdAt")}
        events[-1] = {**told, "type": None, "parse_error": True}


def unknown_group(body: Json) -> None:
    """Add every user with groups to an unknown one."""
    for one in objects(body):
        if is_user(one) and isinstance(one.get("groups"), list):
            one["groups"].append(dict(_GROUP))


def unknown_hit_result(body: Json) -> None:
    """Add a hit result to every score of the modern shape."""
    for one in objects(body):
        if is_score(one) and isinstance(one.get("statistics"), dict):
            one["statistics"]["new_hit"] = 1


def unknown_mod(body: Json) -> None:
    """Add a mod to every list of mods, in the shape of the list."""
    for one in objects(body):
        for name in ("mods", "required_mods", "allowed_mods"):
            mods = one.get(name)
            if not isinstance(mods, list):
                continue
            legacy = "mode_int" in one or any(isinstance(mod, str) for mod in mods)
            mods.append("ZZ" if legacy else {**NESTED, "settings": {"new_setting": {"nested": 1}}})


def missing_statistics(body: Json) -> None:
    """Take the statistics from scores and users."""
    for one in objects(body):
        if is_score(one) or is_user(one):
            one.pop("statistics", None)


def missing_maximum_statistics(body: Json) -> None:
    """Take the statistics of a perfect play from scores."""
    for one in objects(body):
        one.pop("maximum_statistics", None)


def empty_list(body: Json) -> None:
    """Write maps that may be empty the way PHP writes empty ones: `[]`."""
    for one in objects(body):
        for name, value in one.items():
            if isinstance(value, dict) and (name in _EMPTY_MAPS or not value):
                one[name] = []


def float_as_int(body: Json) -> None:
    """Take the fraction of every number."""
    replace_values(body, lambda value: int(value) if isinstance(value, float) else value)


def int_as_float(body: Json) -> None:
    """Write every whole number with a fraction of zero."""
    replace_values(body, lambda value: float(value) if type(value) is int else value)


def large_ids(body: Json) -> None:
    """Move every id beyond 32 bits; those that were equal still are."""
    for one in objects(body, skip=("cursor",)):
        for name, value in one.items():
            if name in _SMALL_IDS or not (name == "id" or name.endswith("_id")):
                continue
            if isinstance(value, int | float) and 1 < value < BEYOND:
                one[name] = value + BEYOND


def negative_counts(body: Json) -> None:
    """Make one hit count and one count of grades -1."""
    for one in objects(body):
        statistics = one.get("statistics")
        if is_score(one) and isinstance(statistics, dict) and statistics:
            statistics[min(statistics)] = -1
        if isinstance(grades := one.get("grade_counts"), dict) and grades:
            grades[min(grades)] = -1


def null_cover_url(body: Json) -> None:
    """Make the address of every profile's cover null."""
    for one in objects(body):
        if isinstance(cover := one.get("cover"), dict):
            cover["url"] = None


def deleted_comment(body: Json) -> None:
    """Delete every comment."""
    for one in objects(body):
        if is_comment(one):
            one.pop("message", None)
            one.pop("message_html", None)
            one["deleted_at"] = one.get("updated_at") or one.get("created_at")


def replay_lies(body: Json) -> None:
    """Mark every score as having a replay."""
    for one in objects(body):
        if is_score(one):
            one.update((name, True) for name in ("has_replay", "replay") if name in one)


class ExtraFields:
    """Transformation that adds a new key to every object, another with each answer."""

    def __init__(self) -> None:
        self._turn = 0

    def __call__(self, body: Json) -> None:
        """Add the keys. What a cursor holds stays, since it is sent back."""
        self._turn += 1
        for place, one in enumerate(list(objects(body, skip=("cursor",)))):
            value = _NEW_VALUES[(self._turn + place) % len(_NEW_VALUES)]
            one[f"new_field_{self._turn}_{place}"] = 1 if is_counts(one) else value


class MissingFields:
    """Transformation that removes one key from all objects, the next with each answer."""

    def __init__(self) -> None:
        self._turn = 0

    def __call__(self, body: Json) -> None:
        """Take a key: each in turn that is not an id."""
        found = sorted({name for one in objects(body) for name in one if _optional(name)})
        if found:
            name = found[self._turn % len(found)]
            for one in objects(body):
                one.pop(name, None)
        self._turn += 1


def _optional(name: str) -> bool:
    return name != "id" and not name.endswith("_id")


def _null(key: str) -> Callable[[Json], None]:
    def transform(body: Json) -> None:
        for one in objects(body):
            if key in one:
                one[key] = None

    return transform


def _typed(belongs: Callable[[object], bool], key: str, value: str) -> Callable[[Json], None]:
    def transform(body: Json) -> None:
        for one in objects(body):
            if belongs(one) and isinstance(one.get(key), str):
                one[key] = value

    return transform


def _grade(body: Json) -> None:
    for one in objects(body):
        for name in ("rank", "scoreRank"):
            if isinstance(one.get(name), str):
                one[name] = "SSS"


def transforms() -> dict[str, Callable[[Json], None]]:
    """Return the transformation of each body fault; new ones for each server.

    Those of lists that go on (`duplicates`, `short-page`, `endless-cursor`) are in
    `osubrowser.demo.faults.paging`.
    """
    nulls = (
        "rank-history",
        "country",
        "team",
        "global-rank",
        "pp",
        "playstyle",
        "max-combo",
        "default-group",
    )
    return {
        "deleted-author": deleted_author,
        "missing-set": missing_set,
        "missing-game-beatmap": missing_game_beatmap,
        "missing-user": missing_user,
        "unknown-event": _typed(is_event, "type", "somethingNew"),
        "unknown-score": _typed(is_score, "type", "solo_score_v2"),
        "unknown-room": _typed(is_room, "type", "race"),
        "unknown-status": _typed(has_status, "status", "review"),
        "unknown-grade": _grade,
        "unknown-group": unknown_group,
        "unknown-hit-result": unknown_hit_result,
        "unreadable-event": unreadable_event,
        "unknown-mod": unknown_mod,
        "extra-fields": ExtraFields(),
        "missing-fields": MissingFields(),
        "missing-statistics": missing_statistics,
        "missing-maximum-statistics": missing_maximum_statistics,
        "empty-list": empty_list,
        "float-as-int": float_as_int,
        "int-as-float": int_as_float,
        "large-ids": large_ids,
        "negative-counts": negative_counts,
        **{f"null-{name}": _null(name.replace("-", "_")) for name in nulls},
        "null-cover-url": null_cover_url,
        "deleted-comment": deleted_comment,
        "replay-lies": replay_lies,
    }
