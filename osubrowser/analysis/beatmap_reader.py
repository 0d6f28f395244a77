"""Reader of beatmap files (`.osu`), formats v3 to v14 and lazer's v128."""

from __future__ import annotations

import codecs
import hashlib
import math
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import Any, Final, NamedTuple

from osubrowser.analysis.beatmap import (
    Beatmap,
    BeatmapError,
    BreakPeriod,
    HitObject,
    ObjectKind,
    TimingPoint,
)
from osubrowser.analysis.curves import CurveSegment, CurveType, PathBudget, SliderPath
from osubrowser.analysis.difficulty import preempt_ms
from osubrowser.analysis.playable_frames import FIRST_WITHOUT_OFFSET, OLD_FORMAT_OFFSET
from osubrowser.analysis.stacking import stack_heights
from osubrowser.analysis.timing import DEFAULT_BEAT_LENGTH, Timing
from osubrowser.api.entities.modes import GameMode

MAX_FILE_BYTES: Final = 32 << 20
"""Size of the largest file that is read: the largest known ones have 5 MB."""
MAX_OBJECTS: Final = 100_000
"""Hit objects of the largest beatmap that is read: the largest known ones have 20,000."""
MAX_TIMING_POINTS: Final = 200_000
MAX_SPANS: Final = 9000
"""How often a slider may be travelled; the game refuses more, and such an object is left out."""
MAX_CONTROL_POINTS: Final = 500_000
"""Control points of all sliders of a beatmap; those after them are left out. Real ones: 100,000."""
MAX_LEFT_OUT: Final = 100_000
"""Lines that cannot be read; a file with more is no beatmap."""
MAX_BREAKS: Final = 1000
MAX_TICKS: Final = 1_000_000
"""Slider ticks of a beatmap; the sliders after them have none."""
MAX_TEXT: Final = 1000
"""Characters of a title, name or file name that are kept."""
MAX_COORDINATE: Final = 131_072
LAZER_FORMAT: Final = 128
"""First format version of lazer: fractional positions."""

_LATEST: Final = 14
_MOST_VALUES: Final = 16  # of a line, separated by commas, that are looked at
_MAX_NUMBER: Final = (1 << 31) - 1
_MAX_TICK_LENGTH: Final = 100_000.0  # osu! pixels of a slider with ticks
_MAX_COMBO_COLOURS: Final = 8
_FIRST_WITH_TICKS_BY_VELOCITY: Final = 8
_LINE: Final = re.compile(r"[^\r\n]+")
_VERSION: Final = re.compile(r"osu file format v(\d{1,9})")
_CENTRE: Final = (256.0, 192.0)
_TYPE_CIRCLE: Final = 1
_TYPE_SLIDER: Final = 2
_TYPE_NEW_COMBO: Final = 4
_TYPE_SPINNER: Final = 8
_TYPE_COMBO_SKIP: Final = 0b0111_0000
_TYPE_HOLD: Final = 128
_BREAK_EVENTS: Final = frozenset({"2", "Break"})
_LEAST_BEAT: Final = 6.0
_LONGEST_BEAT: Final = 60_000.0
_SECTIONS: Final = frozenset(
    {
        "General",
        "Editor",
        "Metadata",
        "Difficulty",
        "Events",
        "TimingPoints",
        "Colours",
        "HitObjects",
    }
)


def read_beatmap(data: bytes) -> Beatmap:
    """Return the beatmap in the bytes of a file.

    A line that cannot be read is left out, as in the game; `Beatmap.notes` says how many hit
    objects were. Positions and times are those that the game reads. Slider paths are computed at
    first use, but for an osu! beatmap's, which stacking needs.

    Raises BeatmapError with a sentence if the file is no beatmap, or larger than the limits.
    """
    if len(data) > MAX_FILE_BYTES:
        raise BeatmapError(
            f"the file is larger than a beatmap can be ({MAX_FILE_BYTES >> 20} MB): not read"
        )
    return _Reader(data).read()


class _Slider(NamedTuple):
    segments: tuple[CurveSegment, ...]
    length: float | None
    spans: int


class _Object(NamedTuple):
    """Line of a hit object, before timing is known."""

    time: float
    kind: ObjectKind
    x: float
    y: float
    end_time: float
    is_new_combo: bool
    combo_skip: int
    sounds: int
    slider: _Slider | None


class _TimingLine(NamedTuple):
    time: float
    beat_length: float
    meter: int
    is_tempo: bool
    is_kiai: bool


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._md5 = hashlib.md5(data, usedforsecurity=False).hexdigest()
        self._text = _decoded(data)
        self._version = _LATEST
        self._has_version = False
        self._start = 0
        self._offset = 0.0
        self._mode = GameMode.OSU
        self._values: dict[str, Any] = {}
        self._colours: list[tuple[int, int, int]] = []
        self._breaks: list[BreakPeriod] = []
        self._points: list[_TimingLine] = []
        self._objects: list[_Object] = []
        self._left_out = 0
        self._unread = 0
        self._points_left = MAX_CONTROL_POINTS
        self._has_approach_rate = False
        self._is_first = True
        self._after_spinner = False

    def read(self) -> Beatmap:
        self._read_version()
        sections: dict[str, Callable[[str], None]] = {
            "General": self._read_general,
            "Metadata": self._read_metadata,
            "Difficulty": self._read_difficulty,
            "Events": self._read_event,
            "TimingPoints": self._read_timing_point,
            "Colours": self._read_colour,
            "HitObjects": self._read_object,
        }
        section, read_line, known = "General", sections["General"], False
        for match in _LINE.finditer(self._text, self._start):
            line = match[0].rstrip()
            if not line or line.lstrip().startswith("//"):
                continue
            if section != "Metadata" and line.find("//") > 0:
                line = line[: line.index("//")].rstrip()
            if line[0] == "[" and line[-1] == "]":
                section = line[1:-1]
                known = known or section in _SECTIONS
                read_line = sections.get(section, _ignore)
                continue
            try:
                read_line(line)
            except BeatmapError:
                raise
            except (ValueError, IndexError, OverflowError):
                if section == "HitObjects":
                    self._left_out += 1
                self._unread += 1
                if self._unread > MAX_LEFT_OUT:
                    raise BeatmapError(
                        f"the file has more than {MAX_LEFT_OUT:,} lines that cannot be read"
                    ) from None
        if not known and not self._has_version:
            raise BeatmapError("the file is not a beatmap: it has no version and no section of one")
        return self._beatmap()

    def _read_version(self) -> None:
        """Find the version in the first line with text; a file without one is of the latest."""
        lines = (match for match in _LINE.finditer(self._text) if not match[0].isspace())
        first = next(lines, None)
        if first is None:
            raise BeatmapError("the file is empty")
        version = _VERSION.search(first[0])
        self._has_version = version is not None
        if version:
            self._version = int(version[1])
            self._start = first.end()
        if self._version < FIRST_WITHOUT_OFFSET:
            self._offset = float(OLD_FORMAT_OFFSET)

    def _read_general(self, line: str) -> None:
        key, value = _pair(line)
        if key == "AudioFilename":
            self._values["audio_file"] = value[:MAX_TEXT]
        elif key == "StackLeniency":
            self._values["stack_leniency"] = _number(value)
        elif key == "Mode":
            mode = GameMode.of_number(int(value))
            if mode.is_known:
                self._mode = mode

    def _read_metadata(self, line: str) -> None:
        key, value = _pair(line)
        name = _METADATA.get(key)
        if name is not None:
            self._values[name] = value[:MAX_TEXT]
        elif key in ("BeatmapID", "BeatmapSetID"):
            number = int(value)
            if -_MAX_NUMBER <= number <= _MAX_NUMBER:
                self._values["beatmap_id" if key == "BeatmapID" else "beatmapset_id"] = number

    def _read_difficulty(self, line: str) -> None:
        key, value = _pair(line)
        name = _DIFFICULTY.get(key)
        if name is None:
            return
        number = _number(value)
        self._values[name] = number
        if name == "approach_rate":
            self._has_approach_rate = True
        elif name == "overall_difficulty" and not self._has_approach_rate:
            self._values["approach_rate"] = number

    def _read_event(self, line: str) -> None:
        kind, _, rest = line.partition(",")
        if kind in _BREAK_EVENTS and len(self._breaks) < MAX_BREAKS:
            values = rest.split(",", 2)
            start = _number(values[0]) + self._offset
            end = max(start, _number(values[1]) + self._offset)
            self._breaks.append(BreakPeriod(start=start, end=end))

    def _read_colour(self, line: str) -> None:
        key, value = _pair(line)
        if key.startswith("Combo") and 1 <= int(key[5:]) <= _MAX_COMBO_COLOURS:
            red, green, blue = (int(part) for part in value.split(",")[:3])
            if all(0 <= part <= 255 for part in (red, green, blue)):
                self._colours.append((red, green, blue))

    def _read_timing_point(self, line: str) -> None:
        if len(self._points) >= MAX_TIMING_POINTS:
            raise BeatmapError(f"the beatmap has more than {MAX_TIMING_POINTS:,} timing points")
        values = line.split(",", _MOST_VALUES)
        time = _number(values[0]) + self._offset
        length = float(values[1])
        if abs(length) > _MAX_NUMBER:
            raise ValueError("beat length")
        has = len(values)
        meter = int(values[2]) if has > 2 and values[2][0] != "0" else 4
        is_tempo = values[6][0] == "1" if has > 6 else True
        is_kiai = bool(int(values[7]) & 1) if has > 7 else False
        if is_tempo and math.isnan(length):
            raise ValueError("beat length")
        self._points.append(_TimingLine(time, length, meter, is_tempo, is_kiai))

    def _read_object(self, line: str) -> None:
        values = line.split(",", _MOST_VALUES)
        x, y = _number(values[0], MAX_COORDINATE), _number(values[1], MAX_COORDINATE)
        is_legacy = self._version < LAZER_FORMAT
        if is_legacy:
            x, y = float(int(x)), float(int(y))
        time = _number(values[2]) + self._offset
        bits = int(values[3])
        sounds = int(values[4])
        is_new = bool(bits & _TYPE_NEW_COMBO) or self._is_first or self._after_spinner
        skip = (bits & _TYPE_COMBO_SKIP) >> 4 if bits & _TYPE_NEW_COMBO else 0
        end, slider = time, None
        if bits & _TYPE_CIRCLE:
            kind = ObjectKind.CIRCLE
        elif bits & _TYPE_SLIDER:
            kind = ObjectKind.SLIDER
            spans = int(values[6])
            if spans > MAX_SPANS:
                raise ValueError("spans")
            length = max(0.0, _number(values[7], MAX_COORDINATE)) if len(values) > 7 else 0.0
            self._points_left -= values[5].count("|")
            if self._points_left < 0:
                raise ValueError("control points")
            segments = _segments(values[5], complex(x, y), is_legacy=is_legacy)
            slider = _Slider(segments, length or None, max(1, spans))
        elif bits & _TYPE_SPINNER:
            kind, (x, y) = ObjectKind.SPINNER, _CENTRE
            end = max(time, _number(values[5]) + self._offset)
            is_new, skip = bool(bits & _TYPE_NEW_COMBO), 0
        elif bits & _TYPE_HOLD:
            kind = ObjectKind.HOLD
            if len(values) > 5 and values[5]:
                end = max(time, _number(values[5].split(":", 1)[0]) + self._offset)
            is_new, skip = False, 0
        else:
            raise ValueError("type")
        if len(self._objects) >= MAX_OBJECTS:
            raise BeatmapError(f"the beatmap has more than {MAX_OBJECTS:,} hit objects: not read")
        self._is_first, self._after_spinner = False, kind is ObjectKind.SPINNER
        self._objects.append(_Object(time, kind, x, y, end, is_new, skip, sounds & 0xFF, slider))

    def _beatmap(self) -> Beatmap:
        values = self._values
        for name, (least, most) in _RANGES.items():
            if name in values:
                if name == "circle_size" and self._mode == GameMode.MANIA:
                    least, most = 1.0, 18.0
                values[name] = min(max(values[name], least), most)
        notes = []
        if self._left_out:
            what = "1 hit object" if self._left_out == 1 else f"{self._left_out:,} hit objects"
            notes.append(f"The beatmap file has {what} that cannot be read.")
        timing_points = _timing_points(self._points)
        beatmap = Beatmap(
            md5=self._md5,
            format_version=self._version,
            mode=self._mode,
            combo_colours=tuple(self._colours[:_MAX_COMBO_COLOURS]),
            breaks=tuple(self._breaks),
            timing_points=timing_points,
            **values,
        )
        budget = PathBudget()
        objects = self._hit_objects(beatmap, Timing(timing_points), budget)
        if budget.is_spent:
            notes.append("The sliders of the beatmap are too long to be computed in full.")
        return replace(
            beatmap,
            hit_objects=tuple(objects),
            has_all_paths=not budget.is_spent,
            notes=tuple(notes),
        )

    def _hit_objects(self, beatmap: Beatmap, timing: Timing, budget: PathBudget) -> list[HitObject]:
        found = sorted(self._objects, key=attrgetter("time"))  # stable, as in the game
        ticks_left = MAX_TICKS
        breaks, next_break = sorted(self._breaks, key=attrgetter("end")), 0
        number, combo, after_spinner = 0, 0, True
        objects = []
        for index, line in enumerate(found):
            is_new = line.is_new_combo
            while next_break < len(breaks) and breaks[next_break].end < line.time:
                next_break += 1
                is_new = True
            number += 1
            if line.kind is not ObjectKind.SPINNER and (is_new or after_spinner):
                number = 1
                combo += line.combo_skip + 1
            after_spinner = line.kind is ObjectKind.SPINNER
            path, spans, end = None, 1, line.end_time
            ticks: tuple[float, ...] = ()
            if line.slider is not None:
                path = SliderPath(line.x, line.y, line.slider.segments, line.slider.length, budget)
                spans = line.slider.spans if path.length > 1e-7 else 1
                end, ticks = _slider_times(beatmap, timing, line.time, path, spans, ticks_left)
                ticks_left -= len(ticks)
            objects.append(
                HitObject(
                    index=index,
                    kind=line.kind,
                    time=line.time,
                    end_time=end,
                    x=line.x,
                    y=line.y,
                    is_new_combo=is_new,
                    combo_number=number,
                    combo_index=combo,
                    sounds=line.sounds,
                    path=path,
                    spans=spans,
                    tick_times=ticks,
                )
            )
        if self._mode != GameMode.OSU:
            return objects
        heights = stack_heights(
            objects,
            format_version=self._version,
            preempt_ms=preempt_ms(beatmap.approach_rate),
            leniency=beatmap.stack_leniency,
        )
        return [
            replace(item, stack_height=height) if height else item
            for item, height in zip(objects, heights, strict=True)
        ]


def _timing_points(lines: list[_TimingLine]) -> tuple[TimingPoint, ...]:
    """Return the timing points in order; of one time the first tempo and the last velocity."""
    ordered = sorted(lines, key=attrgetter("time"))  # stable, as in the game
    points: list[TimingPoint] = []
    beat_length = DEFAULT_BEAT_LENGTH
    for time, group in groupby(ordered, key=attrgetter("time")):
        same_time = list(group)
        tempos = [line for line in same_time if line.is_tempo][:1]
        velocities = [line for line in same_time if not line.is_tempo][-1:]
        if tempos:
            beat_length = min(max(tempos[0].beat_length, _LEAST_BEAT), _LONGEST_BEAT)
        length = (velocities or tempos)[0].beat_length
        velocity = min(max(100.0 / -length, 0.1), 10.0) if length < 0 else 1.0
        points += [
            TimingPoint(
                time=time,
                beat_length=beat_length,
                velocity=velocity,
                meter=line.meter,
                is_tempo=line.is_tempo,
                is_kiai=line.is_kiai,
                has_ticks=not math.isnan(length),
            )
            for line in [*tempos, *velocities]
        ]
    return tuple(points)


def _slider_times(
    beatmap: Beatmap,
    timing: Timing,
    time: float,
    path: SliderPath,
    spans: int,
    most_ticks: int,
) -> tuple[float, tuple[float, ...]]:
    """Return when a slider ends, and the times of its ticks in order."""
    beat_length, velocity, has_ticks = timing.at(time)
    pace = (
        100 * beatmap.slider_multiplier / (beat_length * min(max(100 / velocity, 10), 1000) * 0.01)
    )
    span_time = path.length / pace
    end = time + span_time * spans
    length = min(path.length, _MAX_TICK_LENGTH)
    distance = pace * beat_length / beatmap.slider_tick_rate
    if beatmap.format_version < _FIRST_WITH_TICKS_BY_VELOCITY:
        distance /= velocity
    distance = min(distance, length)
    if not has_ticks or distance <= 0 or not length / distance * spans <= most_ticks:
        return end, ()
    parts, at = [], distance
    while at <= length and at < length - pace * 10:
        parts.append(at / length)
        at += distance
    if not parts:
        return end, ()
    ticks: list[float] = []
    for span in range(spans):
        start = time + span * span_time
        if span % 2:
            ticks += [start + (1 - part) * span_time for part in reversed(parts)]
        else:
            ticks += [start + part * span_time for part in parts]
    return end, tuple(ticks)


def _segments(text: str, start: complex, *, is_legacy: bool) -> tuple[CurveSegment, ...]:
    """Return the curves in a slider's text: `B|x:y|x:y`, with a letter for each curve."""
    points: list[complex] = []
    types: list[tuple[str, int]] = []
    for part in text.split("|"):
        if part[0].isalpha():
            types.append((part, len(points)))
            if not points:
                points.append(0j)
        else:
            x_text, y_text = part.split(":")[:2]
            x, y = _number(x_text, MAX_COORDINATE), _number(y_text, MAX_COORDINATE)
            points.append((complex(int(x), int(y)) if is_legacy else complex(x, y)) - start)
    if not types or not points:
        raise ValueError("curve")
    controls: list[complex] = []
    marks: list[tuple[CurveType, int | None] | None] = []
    for at, (letter, first) in enumerate(types):
        last = types[at + 1][1] if at + 1 < len(types) else len(points)
        following = points[last] if last < len(points) else None
        _add_controls(controls, marks, letter, points[first:last], following, is_legacy=is_legacy)
    return _split(controls, marks)


def _add_controls(
    controls: list[complex],
    marks: list[tuple[CurveType, int | None] | None],
    letter: str,
    points: list[complex],
    following: complex | None,
    *,
    is_legacy: bool,
) -> None:
    """Add the control points of one letter; a mark is where a curve begins.

    A point that is there twice in a row ends a curve. `following` is the next letter's first.
    """
    if not points:
        raise ValueError("curve")
    kind, degree = _curve_type(letter)
    if kind is CurveType.PERFECT:
        all_points = points if following is None else [*points, following]
        if len(all_points) > 3 or (is_legacy and len(all_points) != 3):
            kind = CurveType.BEZIER
        elif is_legacy:
            across = (all_points[1] - all_points[0]).conjugate() * (all_points[2] - all_points[0])
            if abs(across.imag) <= 1e-3:
                kind = CurveType.LINEAR
    mark = (kind, degree)
    controls.append(points[0])
    marks.append(mark)
    for at in range(1, len(points)):
        if (
            points[at] == points[at - 1]
            and at != len(points) - 1
            and not (kind is CurveType.CATMULL and at > 1 and is_legacy)
        ):
            marks[-1] = mark
        else:
            controls.append(points[at])
            marks.append(None)


def _split(
    controls: list[complex], marks: list[tuple[CurveType, int | None] | None]
) -> tuple[CurveSegment, ...]:
    """Return the curves between the marks; each ends where the next begins."""
    segments, start = [], 0
    for at in range(len(controls)):
        if marks[at] is None and at < len(controls) - 1:
            continue
        if at > start or len(controls) == 1:
            kind, degree = marks[start] or (CurveType.LINEAR, None)
            segments.append(CurveSegment(kind, tuple(controls[start : at + 1]), degree))
        start = at
    return tuple(segments)


def _curve_type(text: str) -> tuple[CurveType, int | None]:
    letter = text[0]
    if letter == "B":
        degree = int(text[1:]) if text[1:].isdecimal() and len(text) < 6 else 0
        return CurveType.BEZIER, degree or None
    if letter == "L":
        return CurveType.LINEAR, None
    if letter == "P":
        return CurveType.PERFECT, None
    return CurveType.CATMULL, None


_METADATA: Final = {
    "Title": "title",
    "TitleUnicode": "title_original",
    "Artist": "artist",
    "ArtistUnicode": "artist_original",
    "Creator": "creator",
    "Version": "difficulty",
}
_DIFFICULTY: Final = {
    "HPDrainRate": "drain",
    "CircleSize": "circle_size",
    "OverallDifficulty": "overall_difficulty",
    "ApproachRate": "approach_rate",
    "SliderMultiplier": "slider_multiplier",
    "SliderTickRate": "slider_tick_rate",
}
_RANGES: Final = {
    "drain": (0.0, 10.0),
    "circle_size": (0.0, 10.0),
    "overall_difficulty": (0.0, 10.0),
    "approach_rate": (0.0, 10.0),
    "slider_multiplier": (0.4, 3.6),
    "slider_tick_rate": (0.5, 8.0),
    "stack_leniency": (0.0, 10.0),
}


def _decoded(data: bytes) -> str:
    """Return the text of a file: UTF-16 and UTF-32 with a byte order mark, else UTF-8."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return data.decode("utf-8", "replace")


def _pair(line: str) -> tuple[str, str]:
    key, _, value = line.partition(":")
    return key.strip(), value.strip()


def _number(text: str, limit: float = _MAX_NUMBER) -> float:
    """Return a number within a limit. Raises ValueError for others, and for NaN."""
    number = float(text)
    if not -limit <= number <= limit:
        raise ValueError(text)
    return number


def _ignore(_line: str) -> None:
    """Read nothing: the line of a section that is not needed."""
