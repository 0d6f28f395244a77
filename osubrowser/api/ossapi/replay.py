"""Replays as ossapi and osrparse 6 give them: attributes that can be set, and written again."""

from __future__ import annotations

import copy
import inspect
import lzma
import os
import stat
import sys
from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from enum import IntFlag
from functools import cache, partial
from math import isfinite
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any, Final, Self, TypeAlias

import msgspec

from osubrowser.api.entities.modes import GameMode as Ruleset
from osubrowser.api.ossapi.enums import GameMode, UserLookupKey
from osubrowser.api.ossapi.mod import Mod
from osubrowser.api.ossapi.models import Beatmap, User
from osubrowser.api.replays import Replay as ReplayFile
from osubrowser.api.replays import ReplayError, encode_replay, read_replay

# --- frames ----------------------------------------------------------------------------------


class Key(IntFlag):
    """Pressed keys in osu!."""

    M1 = 1 << 0
    M2 = 1 << 1
    K1 = 1 << 2
    K2 = 1 << 3
    SMOKE = 1 << 4


class KeyTaiko(IntFlag):
    """Pressed keys in osu!taiko."""

    LEFT_DON = 1 << 0
    LEFT_KAT = 1 << 1
    RIGHT_DON = 1 << 2
    RIGHT_KAT = 1 << 3


class KeyMania(IntFlag):
    """Pressed keys in osu!mania, one a column."""

    K1 = 1 << 0
    K2 = 1 << 1
    K3 = 1 << 2
    K4 = 1 << 3
    K5 = 1 << 4
    K6 = 1 << 5
    K7 = 1 << 6
    K8 = 1 << 7
    K9 = 1 << 8
    K10 = 1 << 9
    K11 = 1 << 10
    K12 = 1 << 11
    K13 = 1 << 12
    K14 = 1 << 13
    K15 = 1 << 14
    K16 = 1 << 15
    K17 = 1 << 16
    K18 = 1 << 17


@dataclass
class ReplayEvent:
    """Frame of a replay; `time_delta` is in milliseconds since the one before."""

    time_delta: int


@dataclass
class ReplayEventOsu(ReplayEvent):
    """Frame in osu!: the cursor's place in osu! pixels, and the keys."""

    x: float
    y: float
    keys: Key


@dataclass
class ReplayEventTaiko(ReplayEvent):
    """Frame in osu!taiko: the keys, and an x that the game makes of them."""

    x: int
    keys: KeyTaiko


@dataclass
class ReplayEventCatch(ReplayEvent):
    """Frame in osu!catch: the catcher's place in osu! pixels, and whether it dashes."""

    x: float
    dashing: bool


@dataclass
class ReplayEventMania(ReplayEvent):
    """Frame in osu!mania: the keys."""

    keys: KeyMania


@dataclass
class LifeBarState:
    """Point of the life bar: milliseconds since the start, and life from 0 to 1."""

    time: int
    life: float


def _kind(name: str) -> Any:  # noqa: ANN401 - a class
    """Return a class of frames or keys: osrparse's own in programs that imported osrparse.

    There, frames can be compared with those of osrparse, and are instances of its classes.
    """
    loaded = sys.modules.get("osrparse.utils")
    return getattr(loaded, name, globals()[name])


_SEED_TIME: Final = -12345
_SEED_ROW: Final = f"{_SEED_TIME}|"
_MAX_TIME: Final = (1 << 31) - 1
_MAX_COORDINATE: Final = 3.4e38  # of single precision, which the game reads
_MAX_KEYS: Final = (1 << 63) - 1
_MAX_FRAMES: Final = 1_000_000
_Values: TypeAlias = tuple[int, float, float, int]


class _Cache(dict[Any, Any]):
    """Results of a function by its argument."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self._make = make

    def __missing__(self, value: Any) -> Any:  # noqa: ANN401 - what the function takes and makes
        made = self[value] = self._make(value)
        return made


def _values(row: str) -> _Values | None:
    """Return time, x, y and keys of a frame's text; None for what is no frame."""
    try:
        delta, first, second, bits = row.split("|", 4)[:4]
        try:
            time = int(delta)
        except ValueError:
            time = round(float(delta))  # lazer wrote such times in 2021
        x, y, keys = float(first), float(second), int(bits)
    except (ValueError, OverflowError):
        return None
    # NaN is in no range.
    if (
        -_MAX_TIME <= time <= _MAX_TIME
        and -_MAX_COORDINATE <= x <= _MAX_COORDINATE
        and -_MAX_COORDINATE <= y <= _MAX_COORDINATE
        and -_MAX_KEYS <= keys <= _MAX_KEYS
    ):
        return time, x, y, keys
    return None


_Time = Annotated[int, msgspec.Meta(ge=-_MAX_TIME, le=_MAX_TIME)]
_Place = Annotated[float, msgspec.Meta(ge=-_MAX_COORDINATE, le=_MAX_COORDINATE)]
_Keys = Annotated[int, msgspec.Meta(ge=-_MAX_KEYS, le=_MAX_KEYS)]
_usual_values: Final = msgspec.json.Decoder(list[tuple[_Time, _Place, _Place, _Keys]])


def _all_values(text: str) -> tuple[list[_Values], bool]:
    """Return the values of all frames, the seed's too, and whether all of the text was frames."""
    usual = text.strip(",").replace(",", "],[").replace("|", ",")
    try:
        # As JSON they are read in a tenth of the time.
        values: list[_Values] = _usual_values.decode(f"[[{usual}]]" if usual else "[]")
    except (msgspec.DecodeError, ValueError):
        rows = [row for row in text.split(",") if row]
        values = [each for each in map(_values, rows) if each is not None]
        is_clean = len(values) == len(rows)
    else:
        is_clean = True
    if len(values) > _MAX_FRAMES:
        raise ReplayError("the replay has more frames than a play can have")
    return values, is_clean


def _parsed(text: str, mode: Ruleset) -> tuple[list[Any], int | None, bool]:
    """Return the frames, the seed, and whether all of the text was frames."""
    values, is_clean = _all_values(text)
    seeds = [keys for time, _, _, keys in values if time == _SEED_TIME]
    if seeds:
        values = [each for each in values if each[0] != _SEED_TIME]
    return _events(values, mode), seeds[-1] if seeds else None, is_clean


def _events(values: list[_Values], mode: Ruleset) -> list[Any]:
    if mode == Ruleset.TAIKO:
        taiko, keys_of = _kind("ReplayEventTaiko"), _Cache(_kind("KeyTaiko"))
        return [
            taiko(time, int(x) if x.is_integer() else x, keys_of[keys])
            for time, x, _, keys in values
        ]
    if mode == Ruleset.CATCH:
        catch = _kind("ReplayEventCatch")
        return [catch(time, x, keys == 1) for time, x, _, keys in values]
    if mode == Ruleset.MANIA:
        mania, keys_of = _kind("ReplayEventMania"), _Cache(_kind("KeyMania"))
        return [mania(time, keys_of[int(x)]) for time, x, _, _ in values]
    osu, keys_of = _kind("ReplayEventOsu"), _Cache(_kind("Key"))
    return [osu(time, x, y, keys_of[keys]) for time, x, y, keys in values]


def _number(value: float) -> str:
    """Return a number without the fraction that it does not have: 100, not 100.0."""
    whole = int(value)
    return str(whole if whole == value else float(value))


def _rows_of(events: list[Any]) -> list[str]:
    """Return the texts of frames of either library. Raises ReplayError for what is no frame."""
    numbers = _Cache(_number)
    writers: dict[type, Callable[[Any], str]] = {}
    rows: list[str] = []
    event = None
    try:
        for event in events:
            kind = type(event)
            if kind not in writers:
                writers[kind] = _row_writer(event, numbers)
            rows.append(writers[kind](event))
    except (AttributeError, TypeError, ValueError, OverflowError) as problem:
        raise ReplayError(f"this is no frame of a replay: {event!r:.100}") from problem
    return rows


def _row_writer(event: Any, numbers: _Cache) -> Callable[[Any], str]:  # noqa: ANN401 - any event
    """Return the function that makes the text of frames of an event's class."""
    if hasattr(event, "dashing"):
        return lambda e: f"{numbers[e.time_delta]}|{numbers[e.x]}|0|{e.dashing:d}"
    if hasattr(event, "y"):
        return lambda e: f"{numbers[e.time_delta]}|{numbers[e.x]}|{numbers[e.y]}|{e.keys:d}"
    if hasattr(event, "x"):
        return lambda e: f"{numbers[e.time_delta]}|{numbers[e.x]}|0|{e.keys:d}"
    return lambda e: f"{numbers[e.time_delta]}|{e.keys:d}|0|0"


def _row_shown(row: str, mode: Ruleset) -> str:
    """Return a frame's text as it is written of the attributes that the ruleset's frames have."""
    values = _values(row)
    if values is None:
        return ""
    time, x, y, keys = values
    if mode == Ruleset.MANIA:
        return f"{time}|{int(x)}|0|0"
    if mode == Ruleset.OSU:
        return f"{time}|{_number(x)}|{_number(y)}|{keys}"
    return f"{time}|{_number(x)}|0|{int(keys == 1) if mode == Ruleset.CATCH else keys}"


# --- life bar --------------------------------------------------------------------------------


def _life_bar(text: str) -> list[Any] | None:
    """Return the points of a life bar, None without one; what is no point is left out."""
    if not text:
        return None
    make = _kind("LifeBarState")
    states = []
    for point in text.split(","):
        time, _, life = point.partition("|")
        try:
            state = make(int(time), float(life))
        except ValueError:
            continue
        if isfinite(state.life):
            states.append(state)
    return states


def _life_bar_text(states: list[Any] | None) -> str:
    try:
        return "".join(f"{state.time}|{_number(state.life)}," for state in states or ())
    except (AttributeError, TypeError, ValueError, OverflowError) as problem:
        raise ReplayError("the life bar of the replay has something else than points") from problem


# --- replays ---------------------------------------------------------------------------------

_ZERO: Final = datetime.min.replace(tzinfo=UTC)
_TEXTS: Final = ("beatmap_hash", "username", "replay_hash")
_NUMBERS: Final = (
    *("game_version", "count_300", "count_100", "count_50", "count_geki", "count_katu"),
    *("count_miss", "score", "max_combo"),
)
_LAZY: Final = ("replay_data", "rng_seed")
_RULESETS: Final = {
    Ruleset.OSU: GameMode.OSU,
    Ruleset.TAIKO: GameMode.TAIKO,
    Ruleset.CATCH: GameMode.CATCH,
    Ruleset.MANIA: GameMode.MANIA,
}


@dataclass(init=False)
class Replay:
    """Replay file with its player and beatmap.

    All attributes can be set; `pack`, `write_path` and `write_file` write what they are then, and
    keep what they do not show, such as lazer's score info. A replay that is not changed is
    written as the bytes that were read.

    `count_geki`, `count_katu` are of their rulesets as in the file. `timestamp` is in UTC,
    `life_bar_graph` None without one, `rng_seed` None in older replays. In programs that have
    imported osrparse, replays and frames are instances of osrparse's classes as well.
    """

    mode: GameMode
    game_version: int
    beatmap_hash: str
    username: str
    replay_hash: str
    count_300: int
    count_100: int
    count_50: int
    count_geki: int
    count_katu: int
    count_miss: int
    score: int
    max_combo: int
    perfect: bool
    mods: Mod
    life_bar_graph: list[LifeBarState] | None
    timestamp: datetime
    replay_data: list[ReplayEventOsu | ReplayEventTaiko | ReplayEventCatch | ReplayEventMania] = (
        field(repr=False)
    )
    replay_id: int
    rng_seed: int | None

    if not TYPE_CHECKING:  # the annotations above say what there is
        # The signature of the class is this one.
        def __new__(cls, replay: object = None, api: object = None) -> Self:
            """Return a replay that is osrparse's too where the program imported osrparse."""
            del replay, api  # they are __init__'s
            return object.__new__(_joined_with_osrparse(cls))

        def __getattr__(self, name: str) -> object:
            """Parse the frames when they are asked for."""
            if name not in _LAZY or "_text" not in self.__dict__:
                raise AttributeError(f"{type(self).__name__!r} has no attribute {name!r}")
            events, seed, self._is_clean = _parsed(self._text, self._file.mode)
            self.__dict__.setdefault("replay_data", events)
            self.__dict__.setdefault("rng_seed", seed)
            return self.__dict__[name]

    def __init__(self, replay: Any, api: Any = None) -> None:  # noqa: ANN401 - two libraries'
        """Create a replay for a client.

        Args:
            replay: bytes of a file, a replay of `osubrowser.api.replays`, or one of osrparse.
            api: the client that `user` and `beatmap` ask.

        Raises:
            ValueError: the bytes are not a whole replay, or of an unknown ruleset.
            TypeError: something that is no replay at all, such as a str.
        """
        self._api = api
        self._beatmap: Any = None
        self._user: Any = None
        if isinstance(replay, ReplayFile):
            self._show(replay)
        elif isinstance(replay, bytes | bytearray | memoryview):
            self._show(read_replay(bytes(replay)))
        elif not hasattr(replay, "replay_data"):
            raise TypeError(f"a replay is made of the bytes of a file, not of {replay!r:.50}")
        else:
            self._show(ReplayFile())
            for each in fields(Replay):
                setattr(self, each.name, getattr(replay, each.name))
            self.mode = _RULESETS[self._ruleset()]
            self.mods = Mod(getattr(self.mods, "value", self.mods))

    def _show(self, file: ReplayFile) -> None:
        """Set the attributes to what a file has; frames are parsed when they are asked for."""
        mode = _RULESETS.get(file.mode)
        if mode is None:
            raise ReplayError(f"the replay is of an unknown ruleset, {file.mode.number}")
        self._file = file
        self._text = file.frames_text()
        self._is_clean = False
        self.mode = mode
        for name in _NUMBERS:
            setattr(self, name, getattr(file, name))
        for name in _TEXTS:
            # A text that the file does not have at all is None, as in osrparse.
            value = getattr(file, name)
            setattr(self, name, value if value or name in file.empty_texts else None)
        self.perfect = file.perfect
        self.mods = Mod(file.mod_bits)
        self.life_bar_graph = _life_bar(file.life_bar_graph)
        self.timestamp = _ZERO if file.timestamp is None else file.timestamp
        self.replay_id = file.replay_id

    def __copy__(self) -> Replay:
        return _restored(dict(self.__dict__))

    def __deepcopy__(self, memo: dict[int, Any]) -> Replay:
        client = ("_api", "_user", "_beatmap")
        state = {
            name: value if name in client else copy.deepcopy(value, memo)
            for name, value in self.__dict__.items()
        }
        return _restored(state)

    def __reduce__(self) -> tuple[Any, ...]:
        state = {name: value for name, value in self.__dict__.items() if name != "_api"}
        return _restored, (state,)

    # --- reading and writing -------------------------------------------------------------------

    @staticmethod
    def from_path(path: str | os.PathLike[str]) -> Replay:
        """Return the replay in a file. Raises OSError, and ValueError for what is no replay."""
        return Replay(Path(path).read_bytes())

    @staticmethod
    def from_file(file: IO[bytes]) -> Replay:
        """Return the replay in an open binary file. Raises ValueError for what is no replay."""
        return Replay(file.read())

    @staticmethod
    def from_string(data: bytes) -> Replay:
        """Return the replay in bytes. Raises ValueError for what is no replay."""
        return Replay(data)

    def pack(self, *, dict_size: int | None = None, mode: int | None = None) -> bytes:
        """Return the bytes of the file.

        Args:
            dict_size: dictionary size of the LZMA compression, in bytes; 2 MiB by default.
            mode: `lzma.MODE_FAST` (by default) or `lzma.MODE_NORMAL`.

        Raises:
            ValueError: an attribute has a value that no file can hold.
        """
        file = self._file
        changes: dict[str, Any] = {
            "mode": self._ruleset(),
            "perfect": bool(self.perfect),
            "mod_bits": self._mod_bits(),
            "packed_frames": self._packed_frames(dict_size, mode),
            "replay_id": self._integer("replay_id"),
            **{name: self._integer(name) for name in _NUMBERS},
            **{name: self._string(name) for name in _TEXTS},
        }
        if self.timestamp != (_ZERO if file.timestamp is None else file.timestamp):
            changes["timestamp"] = self._moment()
        if self.life_bar_graph != _life_bar(file.life_bar_graph):
            changes["life_bar_graph"] = _life_bar_text(self.life_bar_graph)
        empty = {name for name in _TEXTS if getattr(self, name) == ""}
        changes["empty_texts"] = empty | (file.empty_texts & {"life_bar_graph"})
        return encode_replay(replace(file, **changes))

    def write_path(
        self,
        path: str | os.PathLike[str],
        *,
        dict_size: int | None = None,
        mode: int | None = None,
    ) -> None:
        """Write the file, whole or not at all, see `pack`. Raises OSError and ValueError."""
        _write_whole(Path(path), self.pack(dict_size=dict_size, mode=mode))

    def write_file(
        self, file: IO[bytes], *, dict_size: int | None = None, mode: int | None = None
    ) -> None:
        """Write to an open binary file, see `pack`. Raises OSError and ValueError."""
        file.write(self.pack(dict_size=dict_size, mode=mode))

    def _ruleset(self) -> Ruleset:
        mode: Any = self.mode
        value = getattr(mode, "value", mode)  # osrparse's modes are numbers
        ruleset = Ruleset.of_number(value) if isinstance(value, int) else Ruleset(str(value))
        if ruleset not in _RULESETS:
            raise ReplayError(f"a replay cannot be of the ruleset {value!r:.50}")
        return ruleset

    def _mod_bits(self) -> int:
        mods: Any = self.mods
        try:
            return Mod(getattr(mods, "value", mods)).value
        except TypeError as problem:
            raise ReplayError(str(problem)) from None

    def _moment(self) -> datetime | None:
        moment: Any = self.timestamp
        if moment is None or isinstance(moment, datetime):
            return moment
        raise ReplayError(f"timestamp is a datetime, not {moment!r:.50}")

    def _integer(self, name: str) -> int:
        value = getattr(self, name)
        try:
            return int(value)
        except (TypeError, ValueError, OverflowError):
            raise ReplayError(f"{name} is a number, not {value!r:.50}") from None

    def _string(self, name: str) -> str:
        value = getattr(self, name)
        if value is not None and not isinstance(value, str):
            raise ReplayError(f"{name} is a text, not {value!r:.50}")
        return value or ""

    def _packed_frames(self, dict_size: int | None, mode: int | None) -> bytes:
        """Return the compressed frames: those of the file where nothing asks for others."""
        text = self._changed_text()
        if text is None:
            if dict_size is None and mode is None:
                return self._file.packed_frames
            text = self._text
        filters: list[dict[str, Any]] = [
            {
                "id": lzma.FILTER_LZMA1,
                "dict_size": dict_size or 1 << 21,
                "mode": mode or lzma.MODE_FAST,
            }
        ]
        return lzma.compress(text.encode("latin-1"), lzma.FORMAT_ALONE, filters=filters)

    def _changed_text(self) -> str | None:
        """Return the text of the frames and the seed; None while they are those of the file.

        Frames do not hold all of their text (`y` in three rulesets): what was read is written as
        it was.
        """
        if not any(name in self.__dict__ for name in _LAZY):
            return None
        mode = self._file.mode
        after = _rows_of(self.replay_data)
        seed = None if self.rng_seed is None else self._integer("rng_seed")
        rows = [row for row in self._text.split(",") if row]
        if not self._is_clean:
            rows = [row for row in rows if _row_shown(row, mode)]
        seeds = [row for row in rows if row.startswith(_SEED_ROW)]
        if seeds:
            rows = [row for row in rows if not row.startswith(_SEED_ROW)]
        values = _values(seeds[-1]) if seeds else None
        seed_read = None if values is None else values[3]
        if seed == seed_read and len(after) == len(rows):
            pairs = zip(after, rows, strict=True)
            if all(new == row or new == _row_shown(row, mode) for new, row in pairs):
                return None
        if mode != Ruleset.OSU:
            before = [_row_shown(row, mode) for row in rows]
            known = dict(zip(before, rows, strict=True))
            same_place = dict(enumerate(before))
            after = [
                rows[place] if same_place.get(place) == row else known.get(row, row)
                for place, row in enumerate(after)
            ]
        if seed is not None:
            after.append(f"{_SEED_ROW}0|0|{seed}")
        return "".join(f"{row}," for row in after)

    # --- what the API has ----------------------------------------------------------------------

    @property
    def beatmap(self) -> Beatmap:
        """The beatmap, which is asked for once. Raises OsuError."""
        if self._beatmap is None:
            self._beatmap = self._asked("beatmap", checksum=self.beatmap_hash)
        beatmap: Beatmap = self._beatmap
        return beatmap

    @property
    def user(self) -> User:
        """The player, who is asked for once, by name. Raises OsuError."""
        if self._user is None:
            self._user = self._asked("user", self.username, key=UserLookupKey.USERNAME)
        user: User = self._user
        return user

    def _asked(self, method: str, *args: object, **kwargs: object) -> object:
        if self._api is None:
            raise ValueError("this replay came without a client that could be asked")
        call = partial(getattr(self._api, method), *args, **kwargs)
        return _Once(call) if inspect.iscoroutinefunction(call.func) else call()


class _Once:
    """Awaitable that may be awaited again: the call of a coroutine function is made once."""

    def __init__(self, call: Callable[[], Any]) -> None:
        self._call = call
        self._answers: list[Any] = []

    def __await__(self) -> Generator[Any, None, Any]:
        if not self._answers:
            answer = yield from self._call().__await__()
            self._answers.append(answer)
        return self._answers[0]


def _joined_with_osrparse(kind: type) -> type:
    theirs = getattr(sys.modules.get("osrparse"), "Replay", None)
    return kind if theirs is None or issubclass(kind, theirs) else _joined(kind, theirs)


@cache
def _joined(kind: type, theirs: type) -> type:
    names = ("__module__", "__qualname__", "__doc__")
    return type(kind.__name__, (kind, theirs), {name: getattr(kind, name) for name in names})


def _restored(state: dict[str, Any]) -> Replay:
    made = Replay.__new__(Replay)
    made.__dict__.update({"_api": None} | state)
    return made


def _write_whole(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():
        path.write_bytes(data)  # a device or a pipe, which nothing can replace
        return
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{os.urandom(8).hex()}.part")
    try:
        part.write_bytes(data)
        if target.exists():
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        part.replace(target)
    except BaseException as problem:
        with suppress(OSError):
            part.unlink()
        if isinstance(problem, OSError) and problem.errno is not None:
            # With the path that was asked for.
            raise OSError(problem.errno, problem.strerror, str(path)) from problem
        raise
