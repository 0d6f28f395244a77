"""The client of the old API (v1): one method for each of its seven questions."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from functools import partial
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import urlsplit

import msgspec

from osubrowser.api.entities.legacy import LegacyBeatmap, LegacyMatch, LegacyScore, LegacyUser
from osubrowser.api.errors import LoginRequired, NotFound, OsuError
from osubrowser.api.http.messages import Answer, Request
from osubrowser.api.http.rate_limiter import REPLAYS_PER_MINUTE, Pace
from osubrowser.api.http.transport import Transport
from osubrowser.api.http.urls import checked_origin, is_loopback
from osubrowser.api.legacy.params import (
    Mode,
    Mods,
    Raw,
    UserType,
    mode_number,
    mods_number,
    since_text,
    texts,
    user_params,
)
from osubrowser.api.legacy.replay import LegacyReplay
from osubrowser.api.legacy.responses import read_legacy, read_match, read_replay

T = TypeVar("T")

KEY_VARIABLE = "OSUBROWSER_API_KEY"
"""The environment variable with the key, where none is given."""
OSU = "https://osu.ppy.sh"


class LegacyClient:
    """Asks osu!'s API v1. Thread-safe. It knows scores of the stable game only.

    Each method takes typed arguments, or one mapping of the API's own letters in their place:
    `get_user("peppy", mode="taiko")` is `get_user({"u": "peppy", "m": 1})`. Modes are numbers
    (0 to 3) or words, mods bits, acronyms (`"HDDT"`) or Mod objects. A player given as a number
    is an id; a text is taken for either unless `user_type` says which.

    Methods raise OsuError: LoginRequired for a key that is not known, NotFound for what is not
    there, RateLimited.
    """

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str = OSU,
        pace: float | None = 60,
        burst: int = 120,
        max_wait: float = 120.0,
        user_agent: str | None = None,
        timeout: tuple[float, float] = (5.0, 15.0),
    ) -> None:
        """Make a client for one key on one server; nothing is sent yet.

        Args:
            api_key: the key of the account settings' "legacy API"; by default what the
                environment variable OSUBROWSER_API_KEY holds.
            base_url: the server. Only https, but for this machine itself.
            pace: requests a minute, sustained, and 10 replays in any minute; None for no limit.
                Servers on this machine are not paced.
            burst: requests at once before the pace is kept.
            max_wait: seconds. A longer wait raises RateLimited in place of waiting.
            user_agent: the name of the program, put before our own.
            timeout: seconds to connect and to wait for data.
        """
        self.base_url = checked_origin(base_url)
        self._key = os.environ.get(KEY_VARIABLE, "") if api_key is None else api_key
        if is_loopback(urlsplit(self.base_url).hostname):
            pace = None
        limits = {} if pace is None else {"replays": REPLAYS_PER_MINUTE}
        self._transport = Transport(
            self.base_url,
            pace=Pace(pace, burst, limits),
            max_wait=max_wait,
            user_agent=user_agent,
            timeout=timeout,
        )

    def __repr__(self) -> str:
        return f"LegacyClient({self.base_url!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all calls at once, from any thread: they raise Cancelled, as later ones do."""
        self._transport.close()

    # --- the seven questions -------------------------------------------------------------------

    def get_beatmaps(
        self,
        params: Raw | None = None,
        /,
        *,
        since: datetime | str | None = None,
        beatmapset_id: int | None = None,
        beatmap_id: int | None = None,
        user: int | str | None = None,
        user_type: UserType | None = None,
        mode: Mode | None = None,
        include_converts: bool | None = None,
        beatmap_hash: str | None = None,
        limit: int | None = None,
        mods: Mods | None = None,
    ) -> list[LegacyBeatmap]:
        """Return beatmaps, at most `limit` (1 to 500): `GET api/get_beatmaps`.

        Without a filter the newest come. `since` is a moment (UTC if it has no zone): only what
        was ranked after it. `mods` change the star rating. Nothing found is an empty list.
        Raises OsuError.
        """
        given = user_params(user, user_type) | {
            "since": since_text(since),
            "s": beatmapset_id,
            "b": beatmap_id,
            "m": mode_number(mode),
            "a": include_converts,
            "h": beatmap_hash,
            "limit": limit,
            "mods": mods_number(mods),
        }
        return self._ask("get_beatmaps", given if params is None else params, list[LegacyBeatmap])

    def get_user(
        self,
        user: int | str | Raw,
        mode: Mode | None = None,
        *,
        user_type: UserType | None = None,
        event_days: int | None = None,
    ) -> LegacyUser:
        """Return a player in one ruleset (osu! by default): `GET api/get_user`.

        `event_days` (1 to 31) is how far back the events go. Raises NotFound for players who do
        not exist or are restricted.
        """
        if isinstance(user, int | str):
            user = user_params(user, user_type) | {
                "m": mode_number(mode),
                "event_days": event_days,
            }
        found = self._ask("get_user", user, list[LegacyUser])
        if not found:
            raise NotFound("There is no such player", address=f"{self.base_url}/api/get_user")
        return found[0]

    def get_scores(
        self,
        beatmap_id: int | str | Raw,
        *,
        user: int | str | None = None,
        mode: Mode | None = None,
        mods: Mods | None = None,
        user_type: UserType | None = None,
        limit: int | None = None,
    ) -> list[LegacyScore]:
        """Return the best scores on a beatmap: `GET api/get_scores`.

        At most `limit` (1 to 100, by default 50), of one player or with exactly these `mods` if
        they are given. The list is empty where there are none. Raises OsuError.
        """
        if isinstance(beatmap_id, int | str):
            beatmap_id = user_params(user, user_type) | {
                "b": beatmap_id,
                "m": mode_number(mode),
                "mods": mods_number(mods),
                "limit": limit,
            }
        scores = self._ask("get_scores", beatmap_id, list[LegacyScore])
        asked = str(beatmap_id.get("b"))
        # The answer does not repeat which beatmap it is about.
        number = int(asked) if asked.isdecimal() else None
        return [
            s if s.beatmap_id else msgspec.structs.replace(s, beatmap_id=number) for s in scores
        ]

    def get_user_best(
        self,
        user: int | str | Raw,
        mode: Mode | None = None,
        *,
        limit: int | None = None,
        user_type: UserType | None = None,
    ) -> list[LegacyScore]:
        """Return a player's best scores by pp: `GET api/get_user_best`.

        At most `limit` (1 to 100, by default 10). An unknown player has none. Raises OsuError.
        """
        return self._ask("get_user_best", _list_of(user, mode, limit, user_type), list[LegacyScore])

    def get_user_recent(
        self,
        user: int | str | Raw,
        mode: Mode | None = None,
        *,
        limit: int | None = None,
        user_type: UserType | None = None,
    ) -> list[LegacyScore]:
        """Return a player's plays of the last 24 hours, fails too: `GET api/get_user_recent`.

        At most `limit` (1 to 50, by default 10), without pp. An unknown player has none. Raises
        OsuError.
        """
        params = _list_of(user, mode, limit, user_type)
        return self._ask("get_user_recent", params, list[LegacyScore])

    def get_match(self, match_id: int | str | Raw) -> LegacyMatch:
        """Return a match of the stable game with its games and scores: `GET api/get_match`.

        Raises NotFound for a match that does not exist or was private.
        """
        params = {"mp": match_id} if isinstance(match_id, int | str) else match_id
        return self._ask("get_match", params, LegacyMatch, read=read_match)

    def get_replay(
        self,
        params: Raw | None = None,
        /,
        *,
        beatmap_id: int | None = None,
        user: int | str | None = None,
        mode: Mode | None = None,
        score_id: int | None = None,
        user_type: UserType | None = None,
        mods: Mods | None = None,
    ) -> LegacyReplay:
        """Return a replay: `GET api/get_replay`, 10 a minute.

        That of a player's best score on a beatmap (with `mods` if given), or of a `score_id`
        within `mode`. Raises NotFound where there is none.
        """
        given = user_params(user, user_type) | {
            "b": beatmap_id,
            "m": mode_number(mode) or 0,
            "s": score_id,
            "mods": mods_number(mods),
        }
        asked = given if params is None else params
        return self._ask("get_replay", asked, LegacyReplay, read=read_replay, bucket="replays")

    def _ask(
        self,
        method: str,
        params: Raw,
        kind: type[T],
        *,
        read: Callable[[Answer], T] | None = None,
        bucket: str = "api",
    ) -> T:
        given = texts(params)
        key = given.pop("k", self._key)
        if not key:
            raise LoginRequired("There is no key", address=f"{self.base_url}/api/{method}")
        request = Request(
            "GET", f"/api/{method}", params=given, secret_params={"k": key}, bucket=bucket
        )
        try:
            return self._transport.send(request, read or partial(read_legacy, kind=kind))
        except OsuError as problem:
            failure = problem.again()
        raise failure  # without what led to it: that knows the whole address, with the key


def _list_of(
    user: int | str | Raw, mode: Mode | None, limit: int | None, user_type: UserType | None
) -> Raw:
    if isinstance(user, int | str):
        return user_params(user, user_type) | {"m": mode_number(mode), "limit": limit}
    return user
