"""Star rating and pp of a play, by the libraries that are installed, each with its formula's name.

The formulas of osu! and osu!catch changed in July 2026. osu-native-py runs the game's own code, but
not on every system; rosu-pp-py runs everywhere, and has those of April 2026. Taiko and mania are
equal in both.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from osubrowser.analysis.beatmap import Beatmap, BeatmapError
from osubrowser.analysis.result import Judgement, Part
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import Mod

if TYPE_CHECKING:
    from types import ModuleType

    from osubrowser.analysis.result import Analysis

LONGEST_BEATMAP: Final = 6 * 3600 * 1000.0
"""Milliseconds from the first to the last hit object; of a longer one nothing is calculated."""
LONGEST_OBJECT: Final = 3600 * 1000.0
"""Milliseconds of one hit object: a spinner converted to catch is a banana every few of them."""
MAX_FILE: Final = 8 << 20
"""Bytes of a beatmap file of which stars are calculated; the largest known ones have 5 MB."""
MAX_OBJECTS: Final = 50_000
MAX_SLIDER_PARTS: Final = 400_000
"""Spans and ticks of all sliders; ranked beatmaps have up to 50,000."""
MOST_STEPS: Final = 400
"""Points of a curve of pp over the play."""

_RESULTS: Final = {
    GameMode.OSU: {"great": "n300", "ok": "n100", "meh": "n50", "miss": "misses"},
    GameMode.TAIKO: {"great": "n300", "ok": "n100", "miss": "misses"},
    GameMode.CATCH: {
        "great": "n300",
        "large_tick_hit": "n100",
        "small_tick_hit": "n50",
        "small_tick_miss": "n_katu",
        "miss": "misses",
        "large_tick_miss": "misses",
    },
    GameMode.MANIA: {
        "perfect": "n_geki",
        "great": "n300",
        "good": "n_katu",
        "ok": "n100",
        "meh": "n50",
        "miss": "misses",
    },
}
"""Names of hit results in rosu-pp, by today's names."""
_TICKS: Final = {"large_tick_hit": "large_tick_hits", "slider_tail_hit": "slider_end_hits"}
_CHANGED_IN_JULY: Final = frozenset({GameMode.OSU, GameMode.CATCH})


class NoFigures(ValueError):
    """Stars and pp cannot be calculated; its text is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Stars and pp of a play.

    Attributes:
        stars: star rating with the mods; None if it cannot be calculated.
        pp: pp of the play; None if it cannot be calculated.
        formula: which formula, and which library's; "" without figures.
        problem: why there are none, as a sentence; "" with figures.
    """

    stars: float | None = None
    pp: float | None = None
    formula: str = ""
    problem: str = ""


class PlayedPoint(NamedTuple):
    """Point of a curve of pp: `time` in milliseconds of the song."""

    time: float
    pp: float


@dataclass(frozen=True, slots=True)
class Hits:
    """Hit results and combo of a play.

    Attributes:
        counts: by today's names, as `Analysis.counts`; those of lazer's score info too
            (`large_tick_hit`, `slider_tail_hit`).
        max_combo: the longest combo; None if it is that of a full combo.
        accuracy: 0 to 1, which the official code needs; None is that of `counts`.
    """

    counts: Mapping[str, int]
    max_combo: int | None = None
    accuracy: float | None = None


def figures(
    data: bytes,
    mode: GameMode,
    mods: Iterable[Mod],
    hits: Hits,
    *,
    is_lazer: bool,
    beatmap: Beatmap | None = None,
) -> Figures:
    """Return stars and pp of a play. Never raises for a beatmap or a play that has none.

    Args:
        data: the bytes of the beatmap file.
        mode: the ruleset that was played; the beatmap is converted if it has another.
        mods: the mods, with the settings that count.
        hits: the play.
        is_lazer: whether it was played in lazer, where slider ends count.
        beatmap: of `data`, if it was read already.
    """
    try:
        calculator = PerformanceCalculator(data, mode, mods, is_lazer=is_lazer, beatmap=beatmap)
        stars = calculator.stars
        if not any(hits.counts.values()):
            return Figures(stars, None, calculator.formula)
        return Figures(stars, calculator.pp(hits), calculator.formula)
    except NoFigures as problem:
        return Figures(problem=str(problem))


class PerformanceCalculator:
    """Calculator of stars and pp of one beatmap with mods.

    Args:
        data: the bytes of the beatmap file.
        mode: the ruleset that is played; the beatmap is converted if it has another.
        mods: the mods, with the settings that count.
        is_lazer: whether slider ends count, as in lazer.
        beatmap: of `data`, if it was read already.

    Raises:
        NoFigures: no library is installed, or the beatmap is too strange.
    """

    def __init__(
        self,
        data: bytes,
        mode: GameMode,
        mods: Iterable[Mod],
        *,
        is_lazer: bool,
        beatmap: Beatmap | None = None,
    ) -> None:
        if mode not in _RESULTS:
            raise NoFigures("There are no stars and pp for this ruleset.")
        check_limits(data, beatmap)
        self._mode = mode
        mods = list(mods)
        self._official = _official(data, mode, mods) if mode in _CHANGED_IN_JULY else None
        self._rosu = _Rosu(data, mode, mods, is_lazer=is_lazer)

    @property
    def formula(self) -> str:
        """Name of the formula of `stars` and `pp`."""
        if self._official is not None:
            return f"official code (osu-native-py {_version('osu-native-py')})"
        return self._rosu.formula

    @property
    def stars(self) -> float:
        """Star rating."""
        return self._rosu.stars if self._official is None else self._official.stars

    @property
    def max_combo(self) -> int:
        """Combo of a full combo."""
        return self._rosu.max_combo

    def pp(self, hits: Hits) -> float:
        """Return the pp of a play."""
        if self._official is not None:
            combo = self.max_combo if hits.max_combo is None else hits.max_combo
            return self._official.pp(hits, combo)
        return self._rosu.pp(hits)

    def pp_if(self, accuracy: float, *, misses: int = 0, combo: int | None = None) -> float:
        """Return the pp of a play with an accuracy.

        Args:
            accuracy: 0 to 1.
            misses: of the play.
            combo: the longest; None is a full combo.
        """
        rosu = self._rosu.pp_if(accuracy, misses, combo)
        if self._official is None:
            return rosu.pp
        hits = Hits(rosu.counts, combo, accuracy)
        return self._official.pp(hits, self.max_combo if combo is None else combo)

    def over_play(self, analysis: Analysis) -> list[PlayedPoint]:
        """Return the pp over the play, at most `MOST_STEPS` points, by `gradual_formula`."""
        return self._rosu.over_play(analysis)

    @property
    def gradual_formula(self) -> str:
        """Name of the formula of `over_play`."""
        return self._rosu.formula


def check_limits(data: bytes, beatmap: Beatmap | None = None) -> None:
    """Raise NoFigures for a beatmap that could take the libraries minutes or gigabytes.

    rosu-pp's own check finds most of them, but not the spinner of 25 days that becomes a banana
    every few milliseconds in catch.
    """
    from osubrowser.analysis.beatmap_reader import read_beatmap

    if len(data) > MAX_FILE:
        raise NoFigures("Its beatmap file is too large for stars and pp.")
    try:
        found = read_beatmap(data) if beatmap is None else beatmap
    except BeatmapError as problem:
        raise NoFigures("Its beatmap file cannot be read.") from problem
    objects = found.hit_objects
    if not objects:
        raise NoFigures("The beatmap has no hit objects: there are no stars and pp.")
    start, end = min(o.time for o in objects), max(o.end_time for o in objects)
    too_long = any(one.duration > LONGEST_OBJECT for one in objects)
    if too_long or end - start > LONGEST_BEATMAP or abs(start) > LONGEST_BEATMAP:
        raise NoFigures("The beatmap is too long for stars and pp.")
    parts = sum(one.spans + len(one.tick_times) for one in objects if one.path is not None)
    if not found.has_all_paths or parts > MAX_SLIDER_PARTS:
        raise NoFigures("The sliders of the beatmap are too long for stars and pp.")
    if len(objects) > MAX_OBJECTS:
        raise NoFigures("The beatmap has too many hit objects for stars and pp.")


# --- rosu-pp-py ------------------------------------------------------------------------------


class _Guess(NamedTuple):
    pp: float
    counts: dict[str, int]


class _Rosu:
    """Adapter of rosu-pp-py. Its errors, and panics of its Rust code, become NoFigures."""

    def __init__(self, data: bytes, mode: GameMode, mods: Sequence[Mod], *, is_lazer: bool) -> None:
        library = _rosu_library()
        if library is None:
            raise NoFigures("No library for stars and pp is installed.")
        self._library = library
        self._mode = mode
        self._is_lazer = is_lazer
        given = [{"acronym": m.acronym, "settings": _settings(m)} for m in mods]
        with _Guard():
            beatmap = library.Beatmap(bytes=data)
            if beatmap.is_suspicious():
                raise NoFigures("The beatmap is too strange for stars and pp.")
            wanted = _mode_of(library, mode)
            if beatmap.mode != wanted:
                beatmap.convert(wanted, given)
            self._arguments = {"mods": given, "lazer": is_lazer}
            self._beatmap = beatmap
            self._attributes = library.Difficulty(**self._arguments).calculate(beatmap)
        self.stars = _finite(self._attributes.stars)
        self.max_combo = int(self._attributes.max_combo)
        # Taiko judges no drum rolls, and catch each fruit and droplet.
        by_combo = mode in (GameMode.TAIKO, GameMode.CATCH)
        self._most_judged = self.max_combo if by_combo else beatmap.n_objects

    @property
    def formula(self) -> str:
        """Name of its formula."""
        age = "formula of April 2026" if self._mode in _CHANGED_IN_JULY else "current formula"
        return f"{age} (rosu-pp-py {_version('rosu-pp-py')})"

    def pp(self, hits: Hits) -> float:
        """Return the pp of a play; a play that was not finished is that of its first objects."""
        arguments = {**self._arguments, **_rosu_counts(self._mode, hits.counts, self._is_lazer)}
        if hits.max_combo is not None:
            arguments["combo"] = max(hits.max_combo, 0)
        judged = self._judged(hits.counts)
        with _Guard():
            if 0 < judged < self._most_judged:
                arguments["passed_objects"] = judged
                found = self._library.Performance(**arguments).calculate(self._beatmap)
            else:
                found = self._library.Performance(**arguments).calculate(self._attributes)
        return _finite(found.pp)

    def pp_if(self, accuracy: float, misses: int, combo: int | None) -> _Guess:
        """Return the pp of a play with an accuracy, and the hit results that it is made of."""
        arguments: dict[str, Any] = {**self._arguments, "misses": max(misses, 0)}
        arguments["accuracy"] = 100.0 * min(max(accuracy, 0.0), 1.0)
        if combo is not None:
            arguments["combo"] = max(combo, 0)
        with _Guard():
            found = self._library.Performance(**arguments).calculate(self._attributes)
            state = found.state
            counts = {name: getattr(state, key) for name, key in _RESULTS[self._mode].items()}
            counts.pop("large_tick_miss", None)
            if self._mode is GameMode.OSU and self._is_lazer:
                counts["large_tick_hit"] = state.osu_large_tick_hits
                counts["slider_tail_hit"] = state.slider_end_hits
        return _Guess(_finite(found.pp), counts)

    def over_play(self, analysis: Analysis) -> list[PlayedPoint]:
        """Return the pp after some of the judged parts, in order of time."""
        steps = _steps(analysis)
        if not steps:
            return []
        points: list[PlayedPoint] = []
        done, every = 0, math.ceil(len(steps) / MOST_STEPS)
        with _Guard():
            difficulty = self._library.Difficulty(**self._arguments)
            gradual = difficulty.gradual_performance(self._beatmap)
            for at, step in enumerate(steps, 1):
                if at % every and at != len(steps):
                    continue
                left = gradual.n_remaining
                if left == 0:
                    break
                state = self._library.ScoreState(**_state(self._mode, step, self._is_lazer))
                found = gradual.nth(state, min(at - done, left) - 1)
                done = at
                if found is None:
                    break
                points.append(PlayedPoint(step.time, _finite(found.pp)))
        return points

    def _judged(self, counts: Mapping[str, int]) -> int:
        names = set(_RESULTS[self._mode])
        if self._mode is GameMode.CATCH:
            names -= {"small_tick_hit", "small_tick_miss"}
        if self._mode is GameMode.MANIA and self._is_lazer:
            return 0  # lazer judges both ends of a hold note: no number of objects
        return sum(counts.get(name, 0) for name in names)


def _mode_of(library: ModuleType, mode: GameMode) -> Any:  # noqa: ANN401 - of the library
    modes = library.GameMode
    return (modes.Osu, modes.Taiko, modes.Catch, modes.Mania)[mode.number]


def _rosu_counts(mode: GameMode, counts: Mapping[str, int], is_lazer: bool) -> dict[str, int]:
    given: dict[str, int] = {}
    for name, key in _RESULTS[mode].items():
        given[key] = given.get(key, 0) + max(counts.get(name, 0), 0)
    if mode is GameMode.OSU and is_lazer:
        given |= {key: counts[name] for name, key in _TICKS.items() if name in counts}
    return given


@dataclass(frozen=True, slots=True)
class _Step:
    """State of a play after one of the objects that count."""

    time: float
    combo: int
    counts: dict[str, int]


_TICK_PARTS: Final = frozenset({Part.SLIDER_TICK, Part.SLIDER_REPEAT})
_STEP_PARTS: Final = {
    GameMode.TAIKO: frozenset({Part.NOTE}),
    GameMode.CATCH: frozenset({Part.FRUIT, Part.DROPLET}),
}
_CATCH_NAMES: Final = {
    (Part.FRUIT, True): "great",
    (Part.DROPLET, True): "large_tick_hit",
    (Part.TINY_DROPLET, True): "small_tick_hit",
    (Part.TINY_DROPLET, False): "small_tick_miss",
}


def _steps(analysis: Analysis) -> list[_Step]:
    """Return the state of the play after each object of which the library counts the steps."""
    mode, counts, combo = analysis.mode, dict[str, int](), 0
    wanted, seen, steps = _STEP_PARTS.get(mode), set[int](), list[_Step]()
    for part in sorted(analysis.parts, key=lambda one: one.time):
        combo = max(combo, part.combo)
        is_hit = part.judgement not in (Judgement.MISS, Judgement.TICK_MISS)
        if part.counts:
            name = part.judgement.value
            if mode is GameMode.CATCH:
                name = _CATCH_NAMES.get((part.part, is_hit), "miss")
            counts[name] = counts.get(name, 0) + 1
        elif is_hit and part.part in _TICK_PARTS:
            counts["large_tick_hit"] = counts.get("large_tick_hit", 0) + 1
        elif is_hit and part.part is Part.SLIDER_END:
            counts["slider_tail_hit"] = counts.get("slider_tail_hit", 0) + 1
        if not part.counts or (wanted is not None and part.part not in wanted):
            continue
        if wanted is None:
            if part.index in seen:
                continue
            seen.add(part.index)
        steps.append(_Step(part.time, combo, dict(counts)))
    return steps


def _state(mode: GameMode, step: _Step, is_lazer: bool) -> dict[str, int]:
    given = _rosu_counts(mode, step.counts, is_lazer)
    if "large_tick_hits" in given:
        given["osu_large_tick_hits"] = given.pop("large_tick_hits")
    return {**given, "max_combo": step.combo}


class _Guard:
    """Context manager that turns the errors of a library into NoFigures."""

    def __enter__(self) -> None:
        return

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: object
    ) -> None:
        if kind is None or issubclass(kind, NoFigures):
            return
        # A panic of Rust code is a BaseException of a class that cannot be imported.
        if issubclass(kind, Exception) or kind.__name__ == "PanicException":
            raise NoFigures("The library for stars and pp could not read the beatmap.") from error


# --- osu-native-py ---------------------------------------------------------------------------


class _Official:
    """Adapter of osu-native-py: the game's own code."""

    def __init__(self, data: bytes, mode: GameMode, mods: Sequence[Mod]) -> None:
        from osu_native_py.wrapper import calculators, objects

        self._objects = objects
        self._mode = mode
        self._beatmap = objects.Beatmap.from_text(data.decode("utf-8-sig", "replace"))
        self._ruleset = objects.Ruleset.from_id(mode.number)
        self._mods = objects.ModsCollection.create()
        for mod in mods:
            self._mods.add(self._mod(mod))
        difficulty = calculators.create_difficulty_calculator(self._ruleset, self._beatmap)
        self._attributes = difficulty.calculate(self._mods)
        self._calculator = calculators.create_performance_calculator(self._ruleset)
        self.stars = _finite(self._attributes.star_rating)

    def pp(self, hits: Hits, combo: int) -> float:
        """Return the pp of a play."""
        counts = hits.counts
        score = self._objects.ScoreInfo(
            max_combo=combo,
            accuracy=_accuracy(self._mode, counts) if hits.accuracy is None else hits.accuracy,
            **{
                f"count_{name}": max(counts.get(name, 0), 0)
                for name in (
                    "miss",
                    "meh",
                    "ok",
                    "great",
                    "small_tick_miss",
                    "small_tick_hit",
                    "large_tick_miss",
                    "large_tick_hit",
                    "slider_tail_hit",
                )
            },
        )
        with _Guard():
            found = self._calculator.calculate(
                self._ruleset, self._beatmap, self._mods, score, self._attributes
            )
            return _finite(found.total)

    def _mod(self, mod: Mod) -> Any:  # noqa: ANN401 - of the library
        made = self._objects.Mod.create(mod.acronym)
        for name, value in _settings(mod).items():
            if isinstance(value, bool):
                made.set_setting_bool(name, value)
            elif isinstance(value, int):
                made.set_setting_int(name, value)
            elif isinstance(value, float):
                made.set_setting_float(name, value)
        return made


def _official(data: bytes, mode: GameMode, mods: Sequence[Mod]) -> _Official | None:
    """Return the official code's calculator; None where it is not there, or fails."""
    if not _has_official_code():
        return None
    try:
        with _Guard():
            return _Official(data, mode, mods)
    except NoFigures:
        return None


def _accuracy(mode: GameMode, counts: Mapping[str, int]) -> float:
    """Return the accuracy of stable's hit results, 0 to 1."""
    if mode is GameMode.CATCH:
        hit = sum(counts.get(name, 0) for name in ("great", "large_tick_hit", "small_tick_hit"))
        missed = sum(counts.get(name, 0) for name in ("miss", "large_tick_miss", "small_tick_miss"))
        return hit / (hit + missed) if hit + missed else 1.0
    great, ok, meh, miss = (counts.get(name, 0) for name in ("great", "ok", "meh", "miss"))
    judged = great + ok + meh + miss
    return (6 * great + 2 * ok + meh) / (6 * judged) if judged else 1.0


# --- both ------------------------------------------------------------------------------------


@cache
def _rosu_library() -> ModuleType | None:
    """Return rosu-pp-py; None where it is missing, or does not load on this system."""
    try:
        import rosu_pp_py
    except Exception:  # noqa: BLE001 - a native library fails in any way: glibc, CPU, packaging
        return None
    return rosu_pp_py


@cache
def _has_official_code() -> bool:
    """Whether osu-native-py is there, and loads on this system."""
    try:
        import osu_native_py.wrapper
    except Exception:  # noqa: BLE001 - as above; it raises ImportError for an old glibc
        return False
    return osu_native_py.wrapper is not None


@cache
def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # in a frozen application without its metadata
        return "bundled"


def _settings(mod: Mod) -> dict[str, bool | float | str]:
    """Return the settings of a mod that a library can read."""
    return {
        name: value
        for name, value in mod.settings.items()
        if isinstance(value, bool | str)
        or (isinstance(value, int | float) and math.isfinite(value))
    }


def _finite(value: float) -> float:
    """Return a figure of a library. Raises NoFigures for one that is no number."""
    if not math.isfinite(value):
        raise NoFigures("The beatmap is too strange for stars and pp.")
    return float(value)
