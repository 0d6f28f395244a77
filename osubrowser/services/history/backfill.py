"""Backfill of a history from a server that can answer as on earlier days, such as the demo's."""

from __future__ import annotations

import logging
import time
from collections import deque
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

from osubrowser.api.errors import NotFound, OsuError
from osubrowser.services.history.followable import FollowKind
from osubrowser.services.history.ranking_pages import PAGE_SIZE
from osubrowser.services.places.places import (
    BeatmapsetPlace,
    BeatmapsPlace,
    RankingsPlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from osubrowser.api.calls import ResponseObserver
    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger(__name__)

MODE: Final = "osu"
"""Ruleset of the rankings and players that are looked at."""

_PAGES: Final = 2
_NEAR: Final = 15  # ranks
_LISTED: Final = 3
_DAILY: Final = 6
_BEST: Final = 100
_ACTIVITY: Final = 20
_ACTIVITY_EVERY: Final = 10  # days: the feed of a player goes back for weeks
_OTHERS_EVERY: Final = 3  # days
_SETS: Final = (3, 11)
_MOST_HELD: Final = 400
_LARGEST_PICTURE: Final = 1000
_MOST_FAILURES: Final = 10  # in a row: then the server is not there any more


@dataclass(frozen=True, slots=True)
class PlannedFollow:
    """Thing that is followed before the backfill, so that its changes are found.

    Attributes:
        place: its place.
        kind: the kind.
        title: its display name.
        picture: URL of its picture, or "".
    """

    place: Place
    kind: FollowKind
    title: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class BackfillPlan:
    """What is asked for on each day.

    Attributes:
        players: ids of the players whose profiles are asked for.
        others: ids of players whose profiles are asked for on some days only.
        listed: ids of those of `players` whose best lists are asked for, too.
        pages: pages of the ranking around the signed-in player.
        country: code of a country whose ranking is asked for, or "".
        beatmapsets: ids of beatmapsets.
        team: id of a team, or None.
        follows: what is followed.
    """

    players: tuple[int, ...]
    others: tuple[int, ...]
    listed: tuple[int, ...]
    pages: tuple[int, ...]
    country: str
    beatmapsets: tuple[int, ...]
    team: int | None
    follows: tuple[PlannedFollow, ...]


def plan_backfill(client: Client, me: int, players: Sequence[int]) -> BackfillPlan:
    """Return what to ask for on each day. Blocks.

    Args:
        client: client of the server, which answers as today.
        me: id of the signed-in player, who is not followed.
        players: ids of players to follow.

    Raises:
        OsuError: a request failed.
    """
    own = client.user(me, mode=MODE)
    country = own.country_code or ""
    team = own.team
    follows = []
    for user in client.users(players):
        picture = user.avatar_url or ""
        follows.append(
            PlannedFollow(
                UserPlace(user.id or 0),
                FollowKind.PLAYER,
                user.username or "",
                picture if len(picture) <= _LARGEST_PICTURE else "",
            )
        )
    found = client.search_beatmapsets().beatmapsets
    sets = [found[place] for place in _SETS if place < len(found)]
    for beatmapset in sets:
        title = f"{beatmapset.artist} - {beatmapset.title}"
        place = BeatmapsetPlace(beatmapset.id or 0)
        picture = beatmapset.covers.list
        follows.append(PlannedFollow(place, FollowKind.BEATMAPSET, title, picture))
    follows.append(
        PlannedFollow(RankingsPlace(), FollowKind.RANKING, tr("Performance ranking of osu!"))
    )
    if country:
        place_of_country = RankingsPlace(country=country)
        title = tr("Performance ranking of osu!, {country}").format(country=country)
        follows.append(PlannedFollow(place_of_country, FollowKind.RANKING, title))
    if team is not None and team.id is not None:
        place_of_team = ThingPlace("team", str(team.id))
        title = team.name or ""
        follows.append(PlannedFollow(place_of_team, FollowKind.TEAM, title, team.flag_url or ""))
    follows.append(
        PlannedFollow(BeatmapsPlace(), FollowKind.SEARCH, tr("Beatmaps with a leaderboard"))
    )
    rank = own.statistics.global_rank if own.statistics is not None else None
    near = range(0) if rank is None else range(max(1, rank - _NEAR), rank + _NEAR + 1)
    return BackfillPlan(
        pages=tuple(sorted({(one - 1) // PAGE_SIZE + 1 for one in near} - {*range(1, _PAGES + 1)})),
        players=(me, *players[:_DAILY]),
        others=tuple(players[_DAILY:]),
        listed=(me, *players[: _LISTED - 1]),
        country=country,
        beatmapsets=tuple(one.id or 0 for one in sets),
        team=None if team is None else team.id,
        follows=tuple(follows),
    )


def backfill(
    client: Client,
    plan: BackfillPlan,
    move_to: Callable[[int], object],
    days: int,
    is_stopped: Callable[[], bool],
) -> int:
    """Ask for what a plan names, as it was on each day, the oldest first. Blocks.

    The client's observer writes the answers to the history, at the times that the server says.

    Args:
        client: client of a server of its own.
        plan: what to ask for.
        move_to: lets the server answer as so many days ago, from 0 for today.
        days: the number of days.
        is_stopped: whether to end early.

    Returns:
        the number of requests.

    Raises:
        OsuError: request after request has failed; a single one is left out.
    """
    fill = _Backfill(client, plan, is_stopped)
    for back in range(days, -1, -1):
        move_to(back)
        for look in (fill.look_at_rankings, fill.look_at_players, fill.look_at_others):
            if is_stopped():
                return fill.count
            look(back)
    return fill.count


class _Backfill:
    """Looks at what a plan names, on the day that the server answers as."""

    def __init__(self, client: Client, plan: BackfillPlan, is_stopped: Callable[[], bool]) -> None:
        self.count = 0
        self._client = client
        self._plan = plan
        self._is_stopped = is_stopped
        self._pp: dict[int, float] = {}
        self._failures = 0  # in a row

    def look_at_rankings(self, _back: int) -> None:
        """Ask for the pages of rankings."""
        client = self._client
        for page in (*range(1, _PAGES + 1), *self._plan.pages):
            self._ask(client.ranking, MODE, "performance", cursor={"page": page})
        if country := self._plan.country:
            self._ask(client.ranking, MODE, "performance", country=country, cursor={"page": 1})

    def look_at_players(self, back: int) -> None:
        """Ask for profiles and activity; for a best list only if it has changed."""
        client = self._client
        others = self._plan.others if back % _OTHERS_EVERY == 0 else ()
        for player in (*self._plan.players, *others):
            user = self._ask(client.user, player, mode=MODE)
            if back % _ACTIVITY_EVERY == 0:
                self._ask(client.user_recent_activity, player, limit=_ACTIVITY)
            pp = user.statistics.pp if user is not None and user.statistics else None
            if player in self._plan.listed and pp is not None and self._pp.get(player) != pp:
                self._pp[player] = pp
                for offset in (0, _BEST):
                    self._ask(
                        client.user_scores, player, "best", mode=MODE, limit=_BEST, offset=offset
                    )

    def look_at_others(self, _back: int) -> None:
        """Ask for beatmapsets, the team and the search."""
        client = self._client
        for beatmapset in self._plan.beatmapsets:
            self._ask(client.beatmapset, beatmapset)
        if self._plan.team is not None:
            self._ask(client.team, self._plan.team)
        self._ask(client.search_beatmapsets)

    def _ask(self, call: Callable[P, T], /, *args: P.args, **options: P.kwargs) -> T | None:
        """Return the answer of a call; None if there was none, or it is time to end.

        On a busy computer a request may fail: it is sent once more, and then left out.

        Raises:
            OsuError: request after request has failed.
        """
        for is_last in (False, True):
            if self._is_stopped():
                return None
            self.count += 1
            time.sleep(0.001)  # give way to the GUI thread
            try:
                answer = call(*args, **options)
            except NotFound:  # not there yet on this day
                return None
            except OsuError as error:
                self._failures += 1
                if self._failures >= _MOST_FAILURES:
                    raise
                if is_last:
                    log.info("a request for an earlier day is left out: %s", error)
            else:
                self._failures = 0
                return answer
        return None


class HeldObserver:
    """Observer that holds responses back until `release`, in their order. Thread-safe.

    Older answers come first into a history then, and what differs from them is found.

    Args:
        observer: told the responses.
    """

    def __init__(self, observer: ResponseObserver) -> None:
        self._observer = observer
        self._lock = Lock()
        self._held: deque[tuple[Any, ...]] | None = deque(maxlen=_MOST_HELD)

    def observe(
        self,
        path: str,
        params: Mapping[str, str | list[str]],
        entity: object,
        date: float | None,
    ) -> None:
        """Hold a response back, or pass it on; see `ResponseObserver`."""
        with self._lock:
            if self._held is not None:
                self._held.append((path, params, entity, date))
                return
        self._observer.observe(path, params, entity, date)

    def release(self) -> None:
        """Pass on what is held back, and from now on everything at once."""
        with self._lock:
            held: Iterable[tuple[Any, ...]] = self._held or ()
            self._held = None
        for one in held:
            self._observer.observe(*one)
