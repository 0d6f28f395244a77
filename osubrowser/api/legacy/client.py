"""Client of osu!'s API v1: one blocking method per endpoint."""

from __future__ import annotations

import os
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from datetime import datetime
from functools import partial
from types import TracebackType
from typing import Self, TypeVar

import msgspec

from osubrowser.api.endpoints.references import (
    BEATMAP,
    BEATMAPSET,
    LEGACY_SCORE,
    MATCH,
    USER,
    BeatmapRef,
    BeatmapsetRef,
    LegacyScoreRef,
    MatchRef,
    UserRef,
    id_of,
)
from osubrowser.api.entities.base import JsonValue
from osubrowser.api.entities.legacy import LegacyBeatmap, LegacyMatch, LegacyScore, LegacyUser
from osubrowser.api.errors import LoginRequired, NotFound, OsuError
from osubrowser.api.http.messages import OnProgress, Request, Response
from osubrowser.api.http.rate_limiter import REPLAYS_PER_MINUTE, RateLimiter
from osubrowser.api.http.transport import DEADLINE, Transport
from osubrowser.api.http.urls import is_loopback_url, validated_origin
from osubrowser.api.legacy.params import (
    Mode,
    Mods,
    RawParams,
    UserType,
    mode_number,
    mode_of_number,
    mods_number,
    since_text,
    string_params,
    user_params,
)
from osubrowser.api.legacy.replay import LegacyReplay
from osubrowser.api.legacy.responses import (
    read_legacy_json,
    read_legacy_response,
    read_match,
    read_replay,
)

T = TypeVar("T")

KEY_VARIABLE = "OSUBROWSER_API_KEY"
"""Environment variable of the default key."""
OSU = "https://osu.ppy.sh"


class LegacyClient:
    """Blocking client of osu!'s API v1, which has scores of stable only. Thread-safe.

    Each method takes typed arguments, or one mapping of the API's own parameters in their place:
    `get_user("peppy", mode="taiko")` is `get_user({"u": "peppy", "m": 1})`. Modes are numbers
    (0 to 3) or names, mods are bits, acronyms (`"HDDT"`) or Mod objects. An int names a player by
    id; a string by id or name, unless `user_type` says which.

    Methods raise OsuError: LoginRequired for an unknown key, NotFound, RateLimited.
    """

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str = OSU,
        api_path: str = "/api",
        pace: float | None = 60,
        burst: int = 120,
        max_wait: float = 120.0,
        user_agent: str | None = None,
        timeout: tuple[float, float] = (5.0, 15.0),
        deadline: float = DEADLINE,
    ) -> None:
        """Create a client for one key on one server; nothing is sent yet.

        Args:
            api_key: the key of the account settings' "legacy API"; by default the value of the
                environment variable OSUBROWSER_API_KEY.
            base_url: the server's origin: https, or http on a loopback address.
            api_path: the path below which the server has API v1.
            pace: sustained requests per minute, beside 10 replays per minute; None for no limit.
                Loopback servers are not limited.
            burst: requests that may be sent at once before the pace applies.
            max_wait: seconds; where a limit asks for a longer wait, RateLimited is raised.
            user_agent: the program's name, prepended to this library's own.
            timeout: connect and read timeout in seconds.
            deadline: seconds from connecting to the last byte of a response, retries included;
                replays may take five times as long. Then Offline is raised.
        """
        self.base_url = validated_origin(base_url)
        self._path = f"/{api_path.strip('/')}".rstrip("/")
        self._key = os.environ.get(KEY_VARIABLE, "") if api_key is None else api_key
        if is_loopback_url(self.base_url):
            pace = None
        limits = {} if pace is None else {"replays": REPLAYS_PER_MINUTE}
        self._transport = Transport(
            self.base_url,
            rate_limiter=RateLimiter(pace, burst, limits),
            max_wait=max_wait,
            user_agent=user_agent,
            timeout=timeout,
            deadline=deadline,
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
        """Cancel all calls at once, from any thread: they raise Cancelled, as later ones do."""
        self._transport.close()

    def single_try(self, on_progress: OnProgress | None = None) -> Self:
        """Return a copy of this client that sends each request once, and never waits.

        For callers that wait and retry themselves: RateLimited or another error is raised at once.
        `on_progress` is called on the calling thread with the bytes of each response so far, and
        in all (None if unknown); what it raises ends the call. Rate limit and connections are
        shared with this client.
        """
        clone = copy(self)
        clone._transport = self._transport.single_try(on_progress)
        return clone

    # --- endpoints -----------------------------------------------------------------------------

    def get_beatmaps(
        self,
        params: RawParams | None = None,
        /,
        *,
        since: datetime | str | None = None,
        beatmapset_id: BeatmapsetRef | None = None,
        beatmap_id: BeatmapRef | None = None,
        user: UserRef | str | None = None,
        user_type: UserType | None = None,
        mode: Mode | None = None,
        include_converts: bool | None = None,
        beatmap_hash: str | None = None,
        limit: int | None = None,
        mods: Mods | None = None,
    ) -> list[LegacyBeatmap]:
        """Return beatmaps, at most `limit` (1 to 500): `GET api/get_beatmaps`.

        Without a filter they are the newest. `since` limits them to those ranked after it (UTC
        if it has no zone). `mods` change the star rating. The list may be empty. Raises OsuError.
        """
        values = user_params(user, user_type) | {
            "since": since_text(since),
            "s": id_of(beatmapset_id, BEATMAPSET),
            "b": id_of(beatmap_id, BEATMAP),
            "m": mode_number(mode),
            "a": include_converts,
            "h": beatmap_hash,
            "limit": limit,
            "mods": mods_number(mods),
        }
        return self._request(
            "get_beatmaps", values if params is None else params, list[LegacyBeatmap]
        )

    def get_user(
        self,
        user: UserRef | str | RawParams,
        mode: Mode | None = None,
        *,
        user_type: UserType | None = None,
        event_days: int | None = None,
    ) -> LegacyUser:
        """Return a player with statistics of one ruleset (osu! by default): `GET api/get_user`.

        `event_days` (1 to 31) is the age limit of the events. Raises NotFound for players who do
        not exist or are restricted.
        """
        wanted: int | str | RawParams = id_of(user, USER)
        if isinstance(wanted, int | str):
            wanted = user_params(wanted, user_type) | {
                "m": mode_number(mode),
                "event_days": event_days,
            }
        found = self._request("get_user", wanted, list[LegacyUser])
        if not found:
            raise NotFound(
                "There is no such player", address=f"{self.base_url}{self._path}/get_user"
            )
        return found[0]

    def get_scores(
        self,
        beatmap_id: BeatmapRef | str | RawParams,
        *,
        user: UserRef | str | None = None,
        mode: Mode | None = None,
        mods: Mods | None = None,
        user_type: UserType | None = None,
        limit: int | None = None,
    ) -> list[LegacyScore]:
        """Return the best scores on a beatmap: `GET api/get_scores`.

        At most `limit` (1 to 100, by default 50); of one player with `user`, with exactly these
        mods with `mods`. The list may be empty. Raises OsuError.
        """
        wanted: int | str | RawParams = id_of(beatmap_id, BEATMAP)
        if isinstance(wanted, int | str):
            wanted = user_params(user, user_type) | {
                "b": wanted,
                "m": mode_number(mode),
                "mods": mods_number(mods),
                "limit": limit,
            }
        scores = self._request("get_scores", wanted, list[LegacyScore])
        requested = str(wanted.get("b"))
        # The response does not repeat the beatmap's id.
        number = int(requested) if requested.isdecimal() else None
        return [
            s if s.beatmap_id else msgspec.structs.replace(s, beatmap_id=number) for s in scores
        ]

    def get_user_best(
        self,
        user: UserRef | str | RawParams,
        mode: Mode | None = None,
        *,
        limit: int | None = None,
        user_type: UserType | None = None,
    ) -> list[LegacyScore]:
        """Return a player's best scores by pp: `GET api/get_user_best`.

        At most `limit` (1 to 100, by default 10). Empty for an unknown player. Raises OsuError.
        """
        return self._request(
            "get_user_best", _user_list_params(user, mode, limit, user_type), list[LegacyScore]
        )

    def get_user_recent(
        self,
        user: UserRef | str | RawParams,
        mode: Mode | None = None,
        *,
        limit: int | None = None,
        user_type: UserType | None = None,
    ) -> list[LegacyScore]:
        """Return a player's plays of the last 24 hours, fails too: `GET api/get_user_recent`.

        At most `limit` (1 to 50, by default 10), without pp. Empty for an unknown player. Raises
        OsuError.
        """
        params = _user_list_params(user, mode, limit, user_type)
        return self._request("get_user_recent", params, list[LegacyScore])

    def get_match(self, match_id: MatchRef | str | RawParams) -> LegacyMatch:
        """Return a match of stable with its games and scores: `GET api/get_match`.

        Raises NotFound for a match that does not exist or was private.
        """
        wanted: int | str | RawParams = id_of(match_id, MATCH)
        params = {"mp": wanted} if isinstance(wanted, int | str) else wanted
        return self._request("get_match", params, LegacyMatch, read=read_match)

    def get_replay(
        self,
        params: RawParams | None = None,
        /,
        *,
        beatmap_id: BeatmapRef | None = None,
        user: UserRef | str | None = None,
        mode: Mode | None = None,
        score_id: LegacyScoreRef | None = None,
        user_type: UserType | None = None,
        mods: Mods | None = None,
    ) -> LegacyReplay:
        """Return the frames of a replay: `GET api/get_replay`, at most 10 per minute.

        Of a player's best score on a beatmap (with `mods` if given), or of a `score_id` within
        `mode`, which mania needs to read the keys. Raises NotFound where there is none.
        """
        values = user_params(user, user_type) | {
            "b": id_of(beatmap_id, BEATMAP),
            "m": mode_number(mode) or 0,
            "s": id_of(score_id, LEGACY_SCORE),
            "mods": mods_number(mods),
        }
        requested = values if params is None else params
        replay = self._request(
            "get_replay", requested, LegacyReplay, read=read_replay, bucket="replays"
        )
        number = mode_number(mode) if params is None else params.get("m")
        return replace(replay, mode=mode_of_number(number))

    def read(self, method: str, params: RawParams) -> JsonValue:
        """Return the JSON of any endpoint as the server sends it: `GET api/{method}`.

        `read("get_user", {"u": "peppy"})`. What does not exist is an empty list, or a match 0.
        None for an empty body. Raises OsuError.
        """
        bucket = "replays" if method == "get_replay" else "api"
        return self._request(method, params, object, read=read_legacy_json, bucket=bucket)

    def _request(
        self,
        method: str,
        params: RawParams,
        kind: type[T],
        *,
        read: Callable[[Response], T] | None = None,
        bucket: str = "api",
    ) -> T:
        values = string_params(params)
        key = values.pop("k", self._key)
        if not key:
            raise LoginRequired("There is no key", address=f"{self.base_url}{self._path}/{method}")
        request = Request(
            "GET",
            f"{self._path}/{method}",
            params=values,
            secret_params={"k": key},
            bucket=bucket,
            is_file=bucket == "replays",
        )
        try:
            return self._transport.send(request, read or partial(read_legacy_response, kind=kind))
        except OsuError as problem:
            failure = problem.copy()
            failure.__cause__ = _without_text(problem.__cause__)
        raise failure


def _without_text(cause: BaseException | None) -> BaseException | None:
    """Return an exception of the same class without its text, which has a URL with the key."""
    if cause is None or isinstance(cause, OsuError):
        return None
    return cause.__class__.__new__(cause.__class__)


def _user_list_params(
    user: UserRef | str | RawParams,
    mode: Mode | None,
    limit: int | None,
    user_type: UserType | None,
) -> RawParams:
    wanted: int | str | RawParams = id_of(user, USER)
    if isinstance(wanted, int | str):
        return user_params(wanted, user_type) | {"m": mode_number(mode), "limit": limit}
    return wanted
