"""Scheduling of checks: which followed thing is due, and its request. Blocking, for workers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from osubrowser.services.history.detect.players import PLAYS_ON_PAGE
from osubrowser.services.history.followable import FollowKind, followed_place
from osubrowser.services.places.places import (
    BeatmapsPlace,
    RankingsPlace,
    ThingPlace,
)

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.services.history.store import HistoryStore

BATCH: Final = 50
"""Players or difficulties of one request."""
CHECKED_EVERY: Final = 30 * 60
"""Seconds after which a thing is checked again."""
MATCH_EVERY: Final = 5 * 60
"""The same of a match that has not ended."""
ENDED_EVERY: Final = 7 * 86_400
"""The same of a match that has ended."""
GONE_EVERY: Final = 86_400
"""The same of a thing that the server did not know."""
OFFLINE_EVERY: Final = 5 * 60
"""The same of a thing whose check had no answer."""
_SKEW: Final = 300  # a check this far in the future means that the clock was set back

_KINDS: Final = frozenset(map(str, FollowKind))
"""Known kinds: a later version may have written others, which are left alone."""
_BATCHED: Final = (FollowKind.PLAYER, FollowKind.BEATMAP)


@dataclass(frozen=True, slots=True)
class Check:
    """Request for things that are followed.

    Attributes:
        ids: ids of the `Follow`s.
        kind: their kind.
        addresses: their addresses, in the order of `ids`.
        request: "" for the regular check; else what was found to be asked for besides, such as
            `best:osu`, `best:osu:100` (offset), `activity`, `comments`, `scores` or `rank:osu:3`
            (page).
    """

    ids: tuple[int, ...]
    kind: FollowKind
    addresses: tuple[str, ...]
    request: str

    @property
    def units(self) -> int:
        """What the request costs in osu!'s own limit."""
        return len(self.ids) if self.kind is FollowKind.PLAYER and not self.request else 1


@dataclass(frozen=True, slots=True)
class Wish:
    """Which checks are due before their time.

    Attributes:
        ids: of things that the person wants to be checked now.
        all_before: things that were checked before this Unix time are due.
    """

    ids: frozenset[int] = frozenset()
    all_before: float = 0.0


_DUE: Final = """CASE
    WHEN failure = 'gone' THEN checked_at + :gone
    WHEN failure = 'offline' THEN checked_at + :offline
    WHEN kind = 'match' AND instr(state, '"ended":') THEN checked_at + :ended
    WHEN kind = 'match' THEN checked_at + :match
    ELSE checked_at + :regular END"""
_NEXT: Final = (
    "SELECT id, kind, address, CASE WHEN checked_at > :future THEN 0 ELSE "  # noqa: S608 - constants
    + _DUE
    + " END AS due, checked_at FROM follows"
)
_VALUES: Final = {
    "gone": GONE_EVERY,
    "offline": OFFLINE_EVERY,
    "match": MATCH_EVERY,
    "ended": ENDED_EVERY,
    "regular": CHECKED_EVERY,
}


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be asked next.

    Attributes:
        check: the request, or None if nothing is due.
        next_at: when the next thing is due (Unix time in seconds); None if nothing is followed.
    """

    check: Check | None
    next_at: float | None


def next_check(
    store: HistoryStore,
    now: float,
    wish: Wish,
    skipped: Collection[tuple[int, str]],
    *,
    prefers_wanted: bool,
) -> Due:
    """Return the next check: that of the thing which was not looked at for longest.

    Args:
        store: the history.
        now: Unix time in seconds.
        wish: what is due before its time.
        skipped: (id, request) that were asked for a moment ago.
        prefers_wanted: whether requests that were found to be asked for come before regular
            checks; the caller alternates, so that neither waits for the other.

    Raises:
        OSError: the file cannot be read.
    """
    with store.read() as connection:
        found_rows = connection.execute(_NEXT, {**_VALUES, "future": now + _SKEW})
        rows: list[tuple[int, str, str, float, int]] = [
            row for row in found_rows if row[1] in _KINDS
        ]
        if not rows:
            return Due(None, None)
        wanted = _wanted(connection, skipped) if prefers_wanted else None
        regular = None if wanted is not None else _regular(rows, now, wish, skipped)
        found = wanted or regular or _wanted(connection, skipped)
        if found is None:
            after = [max(due, now) for number, _, _, due, _ in rows if (number, "") not in skipped]
            return Due(None, min(after, default=now + 60))
        ids, kind, addresses, request = found
    return Due(Check(ids, kind, addresses, request), now)


_Found = tuple[tuple[int, ...], FollowKind, tuple[str, ...], str]


def _regular(
    rows: Iterable[tuple[int, str, str, float, int]],
    now: float,
    wish: Wish,
    skipped: Collection[tuple[int, str]],
) -> _Found | None:
    """Return the regular check that is due for longest, together with others like it."""
    due = [
        (number not in wish.ids, checked if at else 0, number, kind, address)
        for number, kind, address, at, checked in rows
        if number in wish.ids
        or ((at <= now or checked < wish.all_before) and (number, "") not in skipped)
    ]
    if not due:
        return None
    due.sort()
    _, _, number, kind, address = due[0]
    known = FollowKind(kind)
    if known not in _BATCHED:
        return (number,), known, (address,), ""
    batch = [one for one in due if one[3] == kind][:BATCH]
    return tuple(one[2] for one in batch), known, tuple(one[4] for one in batch), ""


def _wanted(connection: Any, skipped: Collection[tuple[int, str]]) -> _Found | None:  # noqa: ANN401
    """Return a request that was found to be asked for, of the thing that waits for longest."""
    rows = connection.execute(
        "SELECT id, kind, address, wanted FROM follows WHERE wanted <> '' AND failure <> 'gone'"
        " ORDER BY checked_at"
    )
    for number, kind, address, wanted in rows:
        for request in wanted.split():
            if kind in _KINDS and (number, request) not in skipped:
                return (number,), FollowKind(kind), (address,), request
    return None


def drop_wanted(store: HistoryStore, check: Check) -> None:
    """Note that a request was made, whatever it brought.

    Raises:
        OSError: the file cannot be written.
    """
    with store.change() as connection:
        for number in check.ids:
            row = connection.execute(
                "SELECT wanted FROM follows WHERE id = ?", (number,)
            ).fetchone()
            left = [one for one in (row[0].split() if row else ()) if one != check.request]
            connection.execute(
                "UPDATE follows SET wanted = ? WHERE id = ?", (" ".join(left), number)
            )


# --- requests -----------------------------------------------------------------------------------


def send(client: Client, check: Check) -> None:
    """Send the request of a check; the client's observer takes the answer.

    Raises:
        OsuError: as the client raises it.
        ValueError: the address leads to nothing that can be asked for.
    """
    address = check.addresses[0]
    number = int(address.rpartition("/")[2].partition("#")[0]) if _has_id(check.kind) else 0
    match check.kind, check.request:
        case FollowKind.PLAYER, "":
            client.users([_id(one) for one in check.addresses])
        case FollowKind.PLAYER, "activity":
            client.user_recent_activity(number, limit=50)
        case FollowKind.PLAYER, request:
            _, mode, *offsets = request.split(":")
            offset = int(offsets[0]) if offsets else None
            client.user_scores(number, "best", mode=mode, limit=PLAYS_ON_PAGE, offset=offset)
        case FollowKind.BEATMAP, "":
            client.beatmaps([_id(one) for one in check.addresses])
        case FollowKind.BEATMAP, _:
            client.beatmap_scores(number)
        case FollowKind.BEATMAPSET, "":
            client.beatmapset(number)
        case FollowKind.BEATMAPSET, _:
            client.comments(commentable_type="beatmapset", commentable_id=number, sort="new")
        case FollowKind.MAPPER, _:
            client.search_beatmapsets(f"creator={number}", category="any", sort="updated_desc")
        case FollowKind.TEAM, "":
            client.team(number)
        case FollowKind.TEAM, request:
            _, mode, page = request.split(":")
            _ask_ranking(client, RankingsPlace(mode, "team", page=int(page)))
        case FollowKind.MATCH, _:
            client.match(number, limit=100)
        case _:
            _ask_place(client, check)


def _ask_place(client: Client, check: Check) -> None:
    from osubrowser.services.history.detect.searches import search_filters

    place = followed_place(check.addresses[0])
    match place:
        case BeatmapsPlace():
            client.search_beatmapsets(**_search_arguments(dict(search_filters(place))))
        case RankingsPlace():
            _ask_ranking(client, place)
        case ThingPlace(kind="wiki"):
            locale, _, path = place.key.partition("/")
            client.wiki_page(locale, path)
        case _:
            raise ValueError(f"not an address of something that is followed: {place!r:.80}")


def _search_arguments(filters: dict[str, str]) -> dict[str, Any]:
    general, extra = filters.get("c", "").split("."), filters.get("e", "").split(".")
    return {
        "query": filters.get("q"),
        "mode": int(filters.get("m", -1)),
        "category": filters.get("s", "leaderboard"),
        "explicit_content": {"true": "show", "false": "hide"}.get(filters.get("nsfw", "")),
        "genre": int(filters.get("g", 0)),
        "language": int(filters.get("l", 0)),
        "force_video": "video" in extra,
        "force_storyboard": "storyboard" in extra,
        "force_recommended_difficulty": "recommended" in general,
        "include_converts": "converts" in general,
        "force_followed_mappers": "follows" in general,
        "force_spotlights": "spotlights" in general,
        "force_featured_artists": "featured_artists" in general,
        "grades": filters["r"].split(".") if "r" in filters else (),
        "played": filters.get("played"),
        "sort": filters.get("sort"),
    }


def _ask_ranking(client: Client, place: RankingsPlace) -> None:
    from osubrowser.api.cursor import Cursor

    cursor = Cursor(page=place.page) if place.page > 1 else None
    if place.type == "kudosu":
        client.kudosu_ranking(place.page)
    elif place.type == "charts":
        client.ranking(place.mode, place.type, spotlight=place.spotlight)
    elif place.type in ("country", "team"):
        client.ranking(place.mode, place.type, cursor=cursor)
    else:
        client.ranking(
            place.mode, place.type, country=place.country, variant=place.variant, cursor=cursor
        )


def _has_id(kind: FollowKind) -> bool:
    return kind not in (FollowKind.SEARCH, FollowKind.RANKING, FollowKind.WIKI)


def _id(address: str) -> int:
    return int(address.rpartition("/")[2].partition("#")[0])
