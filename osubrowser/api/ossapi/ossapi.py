"""Client of API v1 with the calls and models of ossapi's `OssapiV1`."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import wraps
from threading import Lock
from typing import Any, ClassVar, Final, TypeAlias, TypeVar, cast
from urllib.parse import urlsplit

from osubrowser.api.errors import (
    Cancelled,
    LoginRequired,
    NotFound,
    Offline,
    OsuError,
    RateLimited,
)
from osubrowser.api.legacy.client import LegacyClient
from osubrowser.api.legacy.params import mode_number, since_text
from osubrowser.api.ossapi.errors import compatible
from osubrowser.api.ossapi.mod import Mod, mod_of_response

TRACE = 5
"""Level of the log records that hold whole answers, below DEBUG."""

# --- errors ----------------------------------------------------------------------------------


class APIException(OsuError):
    """API v1 answered with an error, or with something that is not its answer.

    The text is the message alone; `status`, `address` and `server_message` say more.
    """

    def __str__(self) -> str:
        return str(self.args[0])


class InvalidKeyException(APIException, LoginRequired):
    """The server does not know the key."""

    def __init__(self, message: str = "Please provide a valid api key", **kwargs: Any) -> None:  # noqa: ANN401 - OsuError's
        super().__init__(message, **kwargs)


class ReplayUnavailableException(APIException, NotFound):
    """The replay does not exist on the server, or it could not be had."""


# --- the client ------------------------------------------------------------------------------

ADDRESS: Final = "https://osu.ppy.sh/api/"
_NO_REPLAY: Final = {
    "Replay not available.": "Could not find any replay data",
    "Replay retrieval failed.": "Replay retrieval failed",
}
_CONNECT_TIMEOUT: Final = 5.0
Params: TypeAlias = Mapping[str, Any]
F = TypeVar("F", bound=Callable[..., Any])


def _takes_params(method: F) -> F:
    """Let a method take one mapping of the API's own parameters, and return the parsed JSON."""

    @wraps(method)
    def with_params(self: OssapiV1, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the method
        if len(args) == 1 and not kwargs and isinstance(args[0], Mapping):
            return self._raw(method.__name__, args[0])
        return method(self, *args, **kwargs)

    return cast("F", with_params)


class OssapiV1:
    """Blocking client of API v1, which has scores of stable alone. Thread-safe.

    Each method takes typed arguments. As in the first releases it takes one mapping of the API's
    own parameters instead, and then returns the parsed JSON, an error of the API included:
    `get_replay({"m": "0", "b": "1776628", "u": "3256299"})` is a dictionary with `content` and
    `encoding`.

    Requests are paced, and repeated where that can help. Methods raise APIException,
    InvalidKeyException, ReplayUnavailableException, and Offline without a connection, which is an
    error of requests as well; all of them are OsuError.
    """

    TIMEOUT: float = 15
    """Seconds to wait for the server between two parts of an answer."""
    BASE_URL: str = ADDRESS
    """Address of API v1: https, or http on this machine; a path is kept."""
    RATELIMIT_REFRESH: float = 60
    """Seconds after which the server's limit is renewed: twice as long a wait is an error."""

    def __init__(self, key: str) -> None:
        """Create a client for a key of the "legacy API"; nothing is sent yet."""
        self._key = key
        self.log = logging.getLogger("ossapi.ossapi")
        self._lock = Lock()
        self._client: LegacyClient | None = None
        self._client_of: tuple[object, ...] = ()

    def _connected(self) -> LegacyClient:
        """Return the client for the attributes as they are now."""
        made_for = (self._key, self.BASE_URL, self.TIMEOUT, self.RATELIMIT_REFRESH)
        with self._lock:
            if self._client is None or self._client_of != made_for:
                try:
                    parts = urlsplit(self.BASE_URL)
                    origin = f"{parts.scheme}://{parts.netloc}"
                except ValueError:
                    raise ValueError("BASE_URL is not an address") from None
                self._client = LegacyClient(
                    self._key,
                    base_url=origin,
                    api_path=parts.path,
                    timeout=(_CONNECT_TIMEOUT, self.TIMEOUT),
                    max_wait=2 * self.RATELIMIT_REFRESH,
                )
                self._client_of = made_for
            return self._client

    def _read(self, endpoint: str, params: Params) -> Any:  # noqa: ANN401 - JSON
        shown = {name: value for name, value in params.items() if name != "k"}
        self.log.debug("request to %s with %s", endpoint, shown)
        data = self._connected().read(endpoint, params)
        self.log.log(TRACE, "answer of %s: %s", endpoint, data)
        return data

    def _get(
        self,
        endpoint: str,
        params: Params,
        type_: Callable[[Any], Any],
        list_: bool = False,
        _beatmap_id: object = None,
    ) -> Any:  # noqa: ANN401 - what the type makes
        """Return the answer of an endpoint as a model, or with `list_` as a list of them.

        `_beatmap_id` is put into each of them, as `get_scores` does not send it.
        """
        try:
            data = self._read(endpoint, params)
        except OsuError as problem:
            failure = _translated(problem)
        else:
            return _models(data, type_, list_=list_, beatmap_id=_beatmap_id)
        raise failure

    def _raw(self, endpoint: str, params: Params) -> Any:  # noqa: ANN401 - JSON
        """Return the parsed answer, as the first releases did: errors are objects as well."""
        try:
            return self._read(endpoint, params)
        except OsuError as problem:
            if problem.server_message is not None and not isinstance(problem, RateLimited):
                return {"error": problem.server_message}
            failure = _translated(problem)
        raise failure

    # --- endpoints -----------------------------------------------------------------------------

    @_takes_params
    def get_beatmaps(
        self,
        since: Any = None,  # noqa: ANN401 - a date as text or datetime, or all parameters
        beatmapset_id: int | str | None = None,
        beatmap_id: int | str | None = None,
        user: int | str | None = None,
        user_type: str | None = None,
        mode: Any = None,  # noqa: ANN401 - 0 to 3, or a name
        include_converts: bool | int | None = None,
        beatmap_hash: str | None = None,
        limit: int | None = None,
        mods: Any = None,  # noqa: ANN401 - bits, acronyms or a Mod
    ) -> list[Beatmap]:
        """Return beatmaps, at most `limit` (1 to 500): `GET get_beatmaps`. Raises OsuError."""
        params = {
            "since": since_text(since),
            "s": beatmapset_id,
            "b": beatmap_id,
            "u": user,
            "type": user_type,
            "m": _mode(mode),
            "a": include_converts,
            "h": beatmap_hash,
            "limit": limit,
            "mods": _mods(mods),
        }
        beatmaps: list[Beatmap] = self._get("get_beatmaps", params, Beatmap, list_=True)
        return beatmaps

    @_takes_params
    def get_match(self, match_id: Any) -> MatchInfo:  # noqa: ANN401 - an id, or all parameters
        """Return a match of stable: `GET get_match`. Raises APIException for one that is not."""
        match: MatchInfo = self._get("get_match", {"mp": match_id}, MatchInfo)
        return match

    @_takes_params
    def get_scores(
        self,
        beatmap_id: Any,  # noqa: ANN401 - an id, or all parameters
        user: int | str | None = None,
        mode: Any = None,  # noqa: ANN401 - 0 to 3, or a name
        mods: Any = None,  # noqa: ANN401 - bits, acronyms or a Mod
        user_type: str | None = None,
        limit: int | None = None,
    ) -> list[Score]:
        """Return the best scores on a beatmap: `GET get_scores`. Raises OsuError."""
        params = {
            "b": beatmap_id,
            "u": user,
            "m": _mode(mode),
            "mods": _mods(mods),
            "type": user_type,
            "limit": limit,
        }
        scores: list[Score] = self._get(
            "get_scores", params, Score, list_=True, _beatmap_id=beatmap_id
        )
        return scores

    @_takes_params
    def get_replay(
        self,
        beatmap_id: Any = None,  # noqa: ANN401 - an id, or all parameters
        user: int | str | None = None,
        mode: Any = None,  # noqa: ANN401 - 0 to 3, or a name
        score_id: int | str | None = None,
        user_type: str | None = None,
        mods: Any = None,  # noqa: ANN401 - bits, acronyms or a Mod
    ) -> str:
        """Return the LZMA stream of a replay's frames in base64: `GET get_replay`.

        At most ten a minute. Raises ReplayUnavailableException where there is none.
        """
        params = {
            "b": beatmap_id,
            "u": user,
            "m": _mode(mode),
            "s": score_id,
            "type": user_type,
            "mods": _mods(mods),
        }
        replay: Replay = self._get("get_replay", params, Replay)
        return replay.content

    @_takes_params
    def get_user(
        self,
        user: Any,  # noqa: ANN401 - an id or a name, or all parameters
        mode: Any = None,  # noqa: ANN401 - 0 to 3, or a name
        user_type: str | None = None,
        event_days: int | None = None,
    ) -> User:
        """Return a player, an empty list for an unknown one: `GET get_user`. Raises OsuError."""
        params = {"u": user, "m": _mode(mode), "type": user_type, "event_days": event_days}
        users: list[User] = self._get("get_user", params, User, list_=True)
        return users[0] if users else users  # type: ignore[return-value] # as there

    @_takes_params
    def get_user_best(
        self,
        user: Any,  # noqa: ANN401 - an id or a name, or all parameters
        mode: Any = None,  # noqa: ANN401 - 0 to 3, or a name
        limit: int | None = None,
        user_type: str | None = None,
    ) -> list[Score]:
        """Return a player's best scores by pp: `GET get_user_best`. Raises OsuError."""
        params = {"u": user, "m": _mode(mode), "limit": limit, "type": user_type}
        scores: list[Score] = self._get("get_user_best", params, Score, list_=True)
        return scores

    @_takes_params
    def get_user_recent(
        self,
        user: Any,  # noqa: ANN401 - an id or a name, or all parameters
        mode: Any = None,  # noqa: ANN401 - 0 to 3, or a name
        limit: int | None = None,
        user_type: str | None = None,
    ) -> list[Score]:
        """Return a player's plays of the last day: `GET get_user_recent`. Raises OsuError."""
        params = {"u": user, "m": _mode(mode), "limit": limit, "type": user_type}
        scores: list[Score] = self._get("get_user_recent", params, Score, list_=True)
        return scores


def _mode(mode: Any) -> int | str | None:  # noqa: ANN401 - checked here
    """Return the number of a ruleset; a name may come as text or as an enum's value."""
    value = getattr(mode, "value", mode)
    is_number = isinstance(value, str) and value.isdecimal()
    return value if is_number else mode_number(value)


def _mods(mods: Any) -> int | str | None:  # noqa: ANN401 - checked by Mod
    """Return the bits of mods."""
    if mods is None or (isinstance(mods, str) and mods.isdecimal()):
        return mods
    return Mod(mods).value


def _translated(problem: OsuError) -> OsuError:
    """Return an error under the name that it has in ossapi."""
    if isinstance(problem, Cancelled | Offline | RateLimited):
        return compatible(problem)
    message = problem.server_message
    kind: type[APIException] = APIException
    if message is None:
        text = str(problem.args[0])
    elif message in _NO_REPLAY:
        kind, text = ReplayUnavailableException, _NO_REPLAY[message]
    elif isinstance(problem, LoginRequired):
        return InvalidKeyException(
            status=problem.status, address=problem.address, server_message=message
        )
    else:
        text = f"The API answered with an error: {message}"
    return kind(text, status=problem.status, address=problem.address, server_message=message)


def _models(data: Any, type_: Callable[[Any], Any], *, list_: bool, beatmap_id: object) -> Any:  # noqa: ANN401 - JSON
    if not list_:
        if not isinstance(data, dict):
            raise APIException("osu! sent something that is not an answer")
        return type_(data)
    if data is None:
        return []
    if not isinstance(data, list) or not all(isinstance(entry, dict) for entry in data):
        raise APIException("osu! sent something that is not an answer")
    if beatmap_id:
        data = [entry | {"beatmap_id": beatmap_id} for entry in data]
    return [type_(entry) for entry in data]


# --- models ----------------------------------------------------------------------------------


def _int(value: Any) -> int | None:  # noqa: ANN401 - JSON
    try:
        return None if value is None else int(value)
    except (TypeError, ValueError, OverflowError):
        return None


def _float(value: Any) -> float | None:  # noqa: ANN401 - JSON
    try:
        return None if value is None else float(value)
    except (TypeError, ValueError, OverflowError):
        return None


def _bool(value: Any) -> bool | None:  # noqa: ANN401 - JSON
    return None if value is None else value in ("1", 1)


def _date(value: Any) -> datetime | None:  # noqa: ANN401 - JSON
    try:
        return None if value is None else datetime.fromisoformat(value).replace(tzinfo=UTC)
    except (TypeError, ValueError):
        return None


def _mod(value: Any) -> Mod | None:  # noqa: ANN401 - JSON
    return None if value is None else mod_of_response(value)


_CONVERTERS: Final[dict[str, Callable[[Any], Any]]] = {
    "int": _int,
    "float": _float,
    "bool": _bool,
    "datetime": _date,
    "Mod": _mod,
    "str": lambda value: value,
}


class Model:
    """Base class of models of API v1: attributes by the annotations of the class.

    What the server did not send, or sent as something else, is None.
    """

    _names: ClassVar[dict[str, str]] = {}
    """Names in the JSON that differ from the attributes'."""
    _fields: ClassVar[list[tuple[str, str, Callable[[Any], Any]]]] = []

    def __init_subclass__(cls) -> None:
        cls._fields = [
            (name, cls._names.get(name, name), _converter(kind))
            for name, kind in cls.__annotations__.items()
            if not kind.startswith("ClassVar")
        ]

    def __init__(self, data: dict[str, Any]) -> None:
        """Create a model of parsed JSON, which stays in `_data`."""
        self._data = data
        for name, key, convert in self._fields:
            setattr(self, name, convert(data.get(key)))


def _converter(kind: str) -> Callable[[Any], Any]:
    """Return the converter for the text of an annotation: plain types, models, lists of these."""
    plain = kind.removesuffix(" | None")
    if plain in _CONVERTERS:
        return _CONVERTERS[plain]
    item = plain.removeprefix("list[").removesuffix("]")

    def model(value: Any) -> Any:  # noqa: ANN401 - JSON
        return globals()[item](value if isinstance(value, dict) else {})

    def models(value: Any) -> list[Any]:  # noqa: ANN401 - JSON
        return [model(each) for each in value] if isinstance(value, list) else []

    return models if plain.startswith("list[") else model


_COUNTS: Final = {
    "count_300": "count300",
    "count_100": "count100",
    "count_50": "count50",
    "count_miss": "countmiss",
    "count_katu": "countkatu",
    "count_geki": "countgeki",
}


class Beatmap(Model):
    """Beatmap; `approved`, `bpm` and texts are strings as sent, lengths are in seconds."""

    _names: ClassVar = {
        "star_rating": "difficultyrating",
        "stars_aim": "diff_aim",
        "stars_speed": "diff_speed",
        "circle_size": "diff_size",
        "overrall_difficulty": "diff_overall",
        "approach_rate": "diff_approach",
        "health": "diff_drain",
        "beatmap_hash": "file_md5",
        "count_hitcircles": "count_normal",
        "count_sliders": "count_slider",
        "count_spinners": "count_spinner",
    }
    approved: str | None
    submit_date: datetime | None
    approved_date: datetime | None
    last_update: datetime | None
    artist: str | None
    beatmap_id: int | None
    beatmapset_id: int | None
    bpm: str | None
    creator: str | None
    creator_id: int | None
    star_rating: float | None
    stars_aim: float | None
    stars_speed: float | None
    circle_size: float | None
    overrall_difficulty: float | None
    approach_rate: float | None
    health: float | None
    hit_length: float | None
    source: str | None
    genre_id: int | None
    language_id: int | None
    title: str | None
    total_length: float | None
    version: str | None
    beatmap_hash: str | None
    mode: int | None
    tags: str | None
    favourite_count: int | None
    rating: float | None
    playcount: int | None
    passcount: int | None
    count_hitcircles: int | None
    count_sliders: int | None
    count_spinners: int | None
    max_combo: int | None
    storyboard: bool | None
    video: bool | None
    download_unavailable: bool | None
    audio_unavailable: bool | None


class User(Model):
    """Player with the statistics of one ruleset; `accuracy` is in percent."""

    _names: ClassVar = {
        "count_300": "count300",
        "count_100": "count100",
        "count_50": "count50",
        "rank": "pp_rank",
        "seconds_played": "total_seconds_played",
        "country_rank": "pp_country_rank",
    }
    user_id: int | None
    username: str | None
    join_date: datetime | None
    count_300: int | None
    count_100: int | None
    count_50: int | None
    playcount: int | None
    ranked_score: int | None
    total_score: int | None
    rank: int | None
    level: float | None
    pp_raw: float | None
    accuracy: float | None
    count_rank_ss: int | None
    count_rank_ssh: int | None
    count_rank_s: int | None
    count_rank_sh: int | None
    count_rank_a: int | None
    country: str | None
    seconds_played: int | None
    country_rank: int | None
    events: list[Event]


class Event(Model):
    """Event in a player's feed; `display_html` is HTML."""

    _names: ClassVar = {"epic_factor": "epicfactor"}
    display_html: str | None
    beatmap_id: int | None
    beatmapset_id: int | None
    date: datetime | None
    epic_factor: int | None


class Score(Model):
    """Score; `pp` and `replay_available` are None in `get_user_recent`."""

    _names: ClassVar = {
        **_COUNTS,
        "replay_id": "score_id",
        "max_combo": "maxcombo",
        "mods": "enabled_mods",
    }
    beatmap_id: int | None
    replay_id: int | None
    score: int | None
    username: str | None
    count_300: int | None
    count_100: int | None
    count_50: int | None
    count_miss: int | None
    max_combo: int | None
    count_katu: int | None
    count_geki: int | None
    perfect: bool | None
    mods: Mod | None
    user_id: int | None
    date: datetime | None
    rank: str | None
    pp: float | None
    replay_available: bool | None


class Replay(Model):
    """Frames of a replay: an LZMA stream in base64."""

    content: str


class MatchInfo(Model):
    """Match of stable with its games. Raises APIException for a match that does not exist."""

    match: Match
    games: list[MatchGame]

    def __init__(self, data: dict[str, Any]) -> None:
        """Create a match of parsed JSON."""
        if not isinstance(data.get("match"), dict):
            raise APIException("There is no such match")
        super().__init__(data)


class Match(Model):
    """Name and times of a match."""

    match_id: int | None
    name: str | None
    start_time: datetime | None
    end_time: datetime | None


class MatchGame(Model):
    """Game of a match; types and the ruleset are numbers."""

    game_id: int | None
    start_time: datetime | None
    end_time: datetime | None
    beatmap_id: int | None
    play_mode: int | None
    match_type: int | None
    scoring_type: int | None
    team_type: int | None
    mods: Mod | None
    scores: list[MatchScore]


class MatchScore(Model):
    """Score in a game of a match."""

    _names: ClassVar = {
        **_COUNTS,
        "max_combo": "maxcombo",
        "passed": "pass",
        "mods": "enabled_mods",
    }
    slot: int | None
    team: int | None
    user_id: int | None
    score: int | None
    max_combo: int | None
    rank: int | None
    count_300: int | None
    count_100: int | None
    count_50: int | None
    count_miss: int | None
    count_katu: int | None
    count_geki: int | None
    perfect: bool | None
    passed: bool | None
    mods: Mod | None
