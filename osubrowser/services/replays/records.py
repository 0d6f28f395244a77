"""Records of the replay library: what a replay file holds, and the figures of its analysis."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Final

import msgspec

from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.scores import Grade
from osubrowser.api.mods import Mod, mods_text
from osubrowser.api.replays.name_template import SCORE_FIELDS

RECORD_FIELDS: Final = SCORE_FIELDS
"""Field names of name templates that `record_fields` provides."""


class SourceKind(StrEnum):
    """Kind of the folder that a replay file is in."""

    CHOSEN = "chosen"
    """A folder of the settings."""
    SINGLE = "single"
    """No folder: the file was added by itself."""
    STABLE = "stable"
    """`Replays` of an installed osu!stable: exported ones."""
    STABLE_SCORES = "stable_scores"
    """`Data/r` of an installed osu!stable: those of its scores, which it finds by their names."""
    LAZER = "lazer"
    """The file store of an installed osu!lazer, which is never written to."""


class FigureState(StrEnum):
    """State of the analysis of a replay."""

    WAITING = "waiting"
    """It is analysed in the background."""
    NO_BEATMAP = "no_beatmap"
    """The beatmap file is not on this computer."""
    NOT_JUDGED = "not_judged"
    """It cannot be judged; `ReplayRecord.note` says why. Stars and pp may be there."""
    READY = "ready"


class BeatmapTitle(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Titles and ids of a beatmap; `artist` and `title` are romanised, ids may be 0."""

    artist: str = ""
    title: str = ""
    artist_original: str = ""
    title_original: str = ""
    difficulty: str = ""
    creator: str = ""
    beatmap_id: int = 0
    beatmapset_id: int = 0


class ReplayFigures(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Figures of an analysed replay; None where the ruleset has none, or no library made them.

    Attributes:
        unstable_rate: converted, divided by the rate of the song.
        unstable_rate_raw: of map time.
        mean_error_ms: milliseconds, negative is early.
        slider_breaks: number of combos broken by a slider.
        stars: star rating with the mods of the play.
        formula: where stars and pp come from, in words; "" without them.
        miss_positions: two bytes for each miss, of which `positions` makes pixels.
        miss_times: a byte for each miss: 0 at the first object of the beatmap, 255 at the last.
        agrees: whether the counts are those of the file's header.
    """

    unstable_rate: float | None = None
    unstable_rate_raw: float | None = None
    mean_error_ms: float | None = None
    misses: int | None = None
    slider_breaks: int | None = None
    stars: float | None = None
    pp: float | None = None
    formula: str = ""
    miss_positions: bytes = b""
    miss_times: bytes = b""
    agrees: bool = True

    @property
    def positions(self) -> list[tuple[int, int]]:
        """Positions of the misses in osu! pixels, to the nearest 2: (0 to 510, 0 to 510)."""
        packed = self.miss_positions
        return [(2 * packed[i], 2 * packed[i + 1]) for i in range(0, len(packed) - 1, 2)]


class ReplayRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, dict=True):
    """Replay file of the library: header fields, beatmap, figures. Immutable.

    Attributes:
        file: absolute path of the file.
        source: kind of its folder.
        size: bytes.
        modified: time of its last change, in nanoseconds since 1970.
        problem: why the file cannot be read, as a sentence; "" if it can. The fields below have
            their defaults then.
        replay_md5: MD5 of the header, which the server makes of the score.
        ruleset_id: 0 (osu!) to 3 (mania), or an unknown number.
        counts: hit results under today's names: great, ok, meh, miss.
        accuracy: 0 to 1; None without hits.
        grade: value of `Grade`, such as `XH`; "" without hits.
        date: when the play ended (UTC).
        score_id: id of the score as in the web address; 0 if the file has none.
        legacy_id: id of the stable score within its ruleset; 0 if the file has none.
        beatmap: titles; None while they are not known.
        note: why it cannot be judged, as a sentence.
    """

    file: str
    source: SourceKind = SourceKind.CHOSEN
    size: int = 0
    modified: int = 0
    problem: str = ""
    player: str = ""
    beatmap_md5: str = ""
    replay_md5: str = ""
    ruleset_id: int = 0
    mods: tuple[Mod, ...] = ()
    counts: dict[str, int] = {}
    score: int = 0
    accuracy: float | None = None
    grade: str = ""
    max_combo: int = 0
    is_perfect: bool = False
    date: datetime | None = None
    game_version: int = 0
    is_lazer: bool = False
    score_id: int = 0
    legacy_id: int = 0
    beatmap: BeatmapTitle | None = None
    state: FigureState = FigureState.WAITING
    figures: ReplayFigures | None = None
    note: str = ""

    @cached_property
    def path(self) -> Path:
        """Path of the file."""
        return Path(self.file)

    @property
    def ruleset(self) -> GameMode:
        """The ruleset; an open value for an unknown number."""
        return GameMode.of_number(self.ruleset_id)

    @cached_property
    def mods_text(self) -> str:
        """The mods as one text, `HDDT`; "" for none."""
        return mods_text(self.mods) if self.mods else ""

    @property
    def is_read_only(self) -> bool:
        """Whether the file belongs to the game, which alone renames and deletes it."""
        return self.source in (SourceKind.LAZER, SourceKind.STABLE_SCORES)


def record_fields(record: ReplayRecord) -> dict[str, str]:
    """Return the template values of a record, by field name, as `score_fields` of a score."""
    figures, beatmap = record.figures, record.beatmap or BeatmapTitle()
    pp = figures.pp if figures is not None else None
    return {
        "player": record.player,
        "mode": record.ruleset.value,
        "mods": record.mods_text or "NM",
        "grade": Grade(record.grade).name if record.grade else "",
        "accuracy": "" if record.accuracy is None else f"{record.accuracy:.2%}",
        "combo": f"{record.max_combo}x",
        "pp": "" if pp is None else f"{pp:.0f}pp",
        "date": f"{record.date:%Y-%m-%d}" if record.date else "",
        "score_id": str(record.score_id or record.legacy_id or ""),
        "user_id": "",
        "beatmap_id": str(beatmap.beatmap_id or ""),
        "beatmapset_id": str(beatmap.beatmapset_id or ""),
        "artist": beatmap.artist or beatmap.artist_original,
        "title": beatmap.title or beatmap.title_original,
        "difficulty": beatmap.difficulty,
        "mapper": beatmap.creator,
    }
