"""Figures of subjects, and their compact encoding: variable-length integers, by difference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.services.history.subjects import SubjectKind

if TYPE_CHECKING:
    from osubrowser.api.entities.beatmaps import Beatmap, BeatmapsetCompact
    from osubrowser.api.entities.users import UserStatistics


class Field(NamedTuple):
    """Figure of a subject.

    Attributes:
        name: its name.
        scale: what a value is multiplied with before it is stored as a whole number.
    """

    name: str
    scale: int = 1


FIELDS: Final[Mapping[SubjectKind, tuple[Field, ...]]] = {
    SubjectKind.PLAYER: (
        Field("global_rank"),
        Field("country_rank"),
        Field("pp", 1_000),
        Field("accuracy", 1_000_000),
        Field("play_count"),
        Field("play_time"),
        Field("ranked_score"),
        Field("total_score"),
        Field("total_hits"),
        Field("maximum_combo"),
        Field("replays_watched"),
        Field("level", 100),
        Field("ss"),
        Field("ssh"),
        Field("s"),
        Field("sh"),
        Field("a"),
        Field("followers"),
    ),
    SubjectKind.BEATMAPSET: (
        Field("play_count"),
        Field("favourite_count"),
        Field("status"),
        Field("rating", 1_000),
        Field("hype"),
        Field("nominations"),
    ),
    SubjectKind.BEATMAP: (
        Field("play_count"),
        Field("pass_count"),
        Field("stars", 1_000),
    ),
    SubjectKind.TEAM: (
        Field("rank"),
        Field("performance", 1_000),
        Field("ranked_score"),
        Field("play_count"),
        Field("member_count"),
    ),
}
"""Figures by kind. Their order is stored: new ones are appended, none is removed.

A rank of 0 means that the subject has none. `accuracy` is in percent, `play_time` in seconds,
`level` with the progress as its fraction, `status` the API's `ranked` plus 2 (0 graveyard to 6).
"""

Figures = Mapping[str, float]
"""Values by the name of the field; those that are not known are missing."""

FULL_EVERY: Final = 32
"""A row of a series that needs no earlier one comes at least this often."""

_LARGEST: Final = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Figures of a subject at one time.

    Attributes:
        at: Unix time in seconds.
        figures: values by the name of the field; those that were not known are missing.
    """

    at: int
    figures: Figures


Units = dict[int, int]
"""Stored whole numbers by the index of the field."""


def to_units(kind: SubjectKind, figures: Figures) -> Units:
    """Return figures as the whole numbers that are stored, bounded; unknown names are left out."""
    units: Units = {}
    for index, field in enumerate(FIELDS[kind]):
        value = figures.get(field.name)
        if value is not None:
            units[index] = min(_LARGEST, max(0, round(value * field.scale)))
    return units


def from_units(kind: SubjectKind, units: Mapping[int, int]) -> Figures:
    """Return the figures of stored whole numbers."""
    fields = FIELDS[kind]
    return {
        fields[index].name: value if fields[index].scale == 1 else value / fields[index].scale
        for index, value in units.items()
        if index < len(fields)
    }


def encode(units: Mapping[int, int], before: Mapping[int, int] | None) -> bytes:
    """Encode a row: masks of the fields that are there and that are as before, then the others.

    Args:
        units: the values.
        before: the row before it; None for a row that needs none.
    """
    known = same = 0
    values = bytearray()
    for index in sorted(units):
        known |= 1 << index
        if before is not None and before.get(index) == units[index]:
            same |= 1 << index
        else:
            _put(values, units[index])
    head = bytearray()
    _put(head, known << 1 | (before is not None))
    if before is not None:
        _put(head, same)
    return bytes(head + values)


def is_full(row: bytes) -> bool:
    """Whether a row needs no earlier one."""
    return bool(row) and row[0] & 1 == 0


def decode(row: bytes, before: Mapping[int, int] | None) -> Units:
    """Decode a row of `encode`.

    Raises:
        ValueError: the row is cut off, or needs one before it.
    """
    head, at = _take(row, 0)
    known, same = head >> 1, 0
    if head & 1:
        same, at = _take(row, at)
        if before is None:
            raise ValueError("a row without the one before it")
    units: Units = {}
    for index in range(known.bit_length()):
        if not known >> index & 1:
            continue
        if same >> index & 1:
            if before is None or index not in before:
                raise ValueError("a row does not fit the one before it")
            units[index] = before[index]
        else:
            units[index], at = _take(row, at)
    return units


def _put(out: bytearray, value: int) -> None:
    """Append a whole number: seven bits a byte, the lowest first."""
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)


def _take(row: bytes, at: int) -> tuple[int, int]:
    """Return the number that begins at an offset, and the offset after it."""
    value = shift = 0
    while True:
        if at >= len(row) or shift > 63:
            raise ValueError("a row is cut off")
        byte = row[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


# --- figures of entities ------------------------------------------------------------------------


def of_statistics(statistics: UserStatistics, *, is_row: bool = False) -> Figures:
    """Return the figures of a player in one ruleset.

    Args:
        statistics: of the player.
        is_row: whether it is a row of a ranking, which leaves out some figures.
    """
    level, grades = statistics.level, statistics.grade_counts
    country_rank = statistics.country_rank
    if country_rank is None and statistics.rank is not None:
        country_rank = statistics.rank.country
    figures: dict[str, float | None] = {
        "global_rank": statistics.global_rank,
        "country_rank": country_rank,
        "pp": statistics.pp,
        "accuracy": statistics.accuracy_percent,
        "play_count": statistics.play_count,
        "play_time": statistics.play_time,
        "ranked_score": statistics.ranked_score,
        "total_score": statistics.total_score,
        "total_hits": statistics.total_hits,
        "maximum_combo": statistics.maximum_combo,
        "replays_watched": statistics.replays_watched_by_others,
        "level": level.current + level.progress / 100,
        "ss": grades.ss,
        "ssh": grades.ssh,
        "s": grades.s,
        "sh": grades.sh,
        "a": grades.a,
    }
    if statistics.is_ranked is False and not is_row:
        figures["global_rank"] = figures["global_rank"] or 0
    return _known(figures)


def of_beatmapset(beatmapset: BeatmapsetCompact) -> Figures:
    """Return the figures of a beatmapset."""
    status = None if beatmapset.status is None else beatmapset.status.number
    rating: float | None = getattr(beatmapset, "rating", None)
    summary = getattr(beatmapset, "nominations_summary", None)
    return _known(
        {
            "play_count": beatmapset.play_count,
            "favourite_count": beatmapset.favourite_count,
            "status": None if status is None else status + 2,
            "rating": rating,
            "hype": None if beatmapset.hype is None else beatmapset.hype.current,
            "nominations": None if summary is None else summary.current,
        }
    )


def of_beatmap(beatmap: Beatmap) -> Figures:
    """Return the figures of a difficulty."""
    return {
        "play_count": beatmap.playcount,
        "pass_count": beatmap.passcount,
        "stars": beatmap.difficulty_rating,
    }


def _known(figures: Mapping[str, float | None]) -> Figures:
    """Return the figures that have a value."""
    return {name: value for name, value in figures.items() if value is not None}


def changed_fields(kind: SubjectKind, before: Figures, after: Figures) -> Iterable[str]:
    """Yield the names of the figures that both have, with another value as it is stored."""
    old, new = to_units(kind, before), to_units(kind, after)
    for index, value in new.items():
        if index in old and old[index] != value:
            yield FIELDS[kind][index].name
