"""API objects of beatmapsets and beatmaps; checksums and file names."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from osubrowser.demo.world.beatmaps.checksums import Checksums
from osubrowser.demo.world.beatmaps.difficulties import Difficulty, counts, settings
from osubrowser.demo.world.beatmaps.osu_files import osu_file
from osubrowser.demo.world.beatmaps.popularity import passes_of, shared_out
from osubrowser.demo.world.beatmaps.sets import STATUSES, SetRecord, SetRecords
from osubrowser.demo.world.beatmaps.songs import Song
from osubrowser.demo.world.clock import zulu_form
from osubrowser.demo.world.draws import between, chance, number, spread
from osubrowser.demo.world.rulesets import RULESETS

if TYPE_CHECKING:
    from osubrowser.demo.world.players.accounts import Accounts

_CHECKSUM = re.compile(r"[0-9a-f]{32}")
_UNFIT = re.compile(r'[\\/:*?"<>|]')
_TOPICS = "https://osu.ppy.sh/community/forums/topics"
_KEPT = 512
_COVER_SIZES = ("cover", "card", "list", "slimcover")
_UNAVAILABLE = (None, "This beatmap was taken down at the request of the rights holder.")


class Beatmaps(SetRecords):
    """All beatmapsets of one world, as records and as API objects."""

    def __init__(self, seed: int, accounts: Accounts) -> None:
        super().__init__(seed, accounts)
        self._checksums = Checksums(seed, self._file)
        self._shares: dict[int, dict[int, int]] = {}

    # --- sets -----------------------------------------------------------------------------------

    def entity(self, index: int) -> dict[str, object]:
        """Return the `Beatmapset` (compact) of the API."""
        return self._compact(self.record(index), self.song(index))

    def _compact(self, record: SetRecord, song: Song) -> dict[str, object]:
        draws = self._sets.at(record.number)
        waiting = record.status in (-1, 0, 3)
        return {
            "anime_cover": record.anime,
            "artist": song.artist,
            "artist_unicode": song.artist_unicode,
            "covers": covers(record.id, between(draws[6], 1_500_000_000, 1_780_000_000)),
            "creator": self.accounts.name_of(record.mapper),
            "favourite_count": record.favourites,
            "genre_id": song.genre,
            "hype": {"current": record.hype, "required": 5} if waiting else None,
            "id": record.id,
            "language_id": song.language,
            "nsfw": record.nsfw,
            "offset": 0,
            "play_count": record.plays,
            "preview_url": f"https://b.ppy.sh/preview/{record.id}.mp3",
            "source": song.source,
            "spotlight": record.spotlight,
            "status": STATUSES[record.status],
            "title": song.title,
            "title_unicode": song.title_unicode,
            "track_id": record.track,
            "user_id": self.accounts.id_of(record.mapper),
            "video": record.video,
        }

    def extended(self, index: int) -> dict[str, object]:
        """Return the `BeatmapsetExtended` of the API, without optional parts."""
        return self._extended(self.record(index), self.song(index))

    def _extended(self, record: SetRecord, song: Song) -> dict[str, object]:
        draws, status = self._sets.at(record.number), record.status
        disabled = chance(draws[13], 0.01)
        return self._compact(record, song) | {
            "availability": {
                "download_disabled": disabled,
                "more_information": _UNAVAILABLE[draws[13] & 1] if disabled else None,
            },
            "bpm": number(song.bpm),
            "can_be_hyped": status in (-1, 0),
            "deleted_at": None,
            "discussion_enabled": True,
            "discussion_locked": False,
            "is_scoreable": status > 0,
            "last_updated": _zulu(record.updated),
            "legacy_thread_url": f"{_TOPICS}/{40_000 + record.number * 97}",
            "nominations_summary": {
                "current": record.nominations,
                "eligible_main_rulesets": [RULESETS[self.ruleset[record.number]].name],
                "required_meta": {"main_ruleset": 2, "non_main_ruleset": 1},
            },
            "ranked": status,
            "ranked_date": None if record.ranked is None else _zulu(record.ranked),
            "rating": number(record.rating),
            "storyboard": record.storyboard,
            "submitted_date": _zulu(record.submitted),
            "tags": song.tags,
        }

    def with_beatmaps(self, index: int, *, max_combo: bool = False) -> dict[str, object]:
        """Return the `BeatmapsetExtended` with its `beatmaps`, as charts and the search carry it.

        Args:
            max_combo: whether each beatmap tells its longest combo.
        """
        record, song = self.record(index), self.song(index)
        whole = self._extended(record, song)
        whole["beatmaps"] = beatmaps = []
        for one in self.difficulties(index):
            beatmap = self._beatmap(record, song, one)
            if max_combo:
                beatmap["max_combo"] = self.max_combo(index, one)
            beatmaps.append(beatmap)
        return whole

    # --- difficulties ---------------------------------------------------------------------------

    def beatmap(self, index: int, difficulty: Difficulty) -> dict[str, object]:
        """Return the `BeatmapExtended` of a difficulty or of a conversion."""
        return self._beatmap(self.record(index), self.song(index), difficulty)

    def compact_beatmap(self, index: int, difficulty: Difficulty) -> dict[str, object]:
        """Return the `Beatmap` (compact) of a difficulty or of a conversion."""
        return self._compact_beatmap(
            self.id_of(index), self.status[index], self.song(index), difficulty
        )

    def _compact_beatmap(
        self, set_id: int, status: int, song: Song, difficulty: Difficulty
    ) -> dict[str, object]:
        return {
            "beatmapset_id": set_id,
            "difficulty_rating": number(difficulty.stars),
            "id": difficulty.id,
            "lazer_only": False,
            "mode": RULESETS[difficulty.ruleset].name,
            "status": STATUSES[status],
            "total_length": song.length + 4,
            "user_id": self.accounts.id_of(difficulty.owner),
            "version": difficulty.version,
        }

    def _beatmap(self, record: SetRecord, song: Song, difficulty: Difficulty) -> dict[str, object]:
        draws, density = self._difficulties.of_difficulty(difficulty), difficulty.density
        plays = self._plays_on(record, difficulty)
        passed = min(0.85, max(0.03, 0.92 - density * 0.13 + spread(draws[3], -0.08, 0.08)))
        circles, sliders, spinners, *_ = counts(difficulty, song.length, draws)
        updated = min(record.submitted + 11 * 86_400, record.updated)
        od, ar, cs, drain = settings(difficulty, draws)
        return self._compact_beatmap(record.id, record.status, song, difficulty) | {
            "accuracy": od,
            "ar": ar,
            "bpm": number(song.bpm),
            "convert": difficulty.convert,
            "count_circles": circles,
            "count_sliders": sliders,
            "count_spinners": spinners,
            "cs": cs,
            "deleted_at": None,
            "drain": drain,
            "hit_length": song.length,
            "is_scoreable": record.status > 0,
            "last_updated": _zulu(updated),
            "mode_int": difficulty.ruleset,
            "passcount": passes_of(plays, passed, scored=record.status > 0),
            "playcount": plays,
            "ranked": record.status,
            "url": f"https://osu.ppy.sh/beatmaps/{difficulty.id}",
            "checksum": self.checksum(difficulty),
        }

    def _plays_on(self, record: SetRecord, difficulty: Difficulty) -> int:
        """Return how often a difficulty was played, conversions of it included."""
        return self._shared_out(record.number, record.plays)[difficulty.id]

    def plays_by_difficulty(self, index: int) -> dict[int, int]:
        """Return how often each difficulty of a set was played, by its id."""
        return self._shared_out(index, self.plays(index))

    def _shared_out(self, index: int, whole: int) -> dict[int, int]:
        found = self._shares.get(index)
        if found is None:
            every = self.difficulties(index)
            draws = [self._difficulties.of_difficulty(one)[0] for one in every]
            plays = shared_out(whole, draws)
            found = {one.id: count for one, count in zip(every, plays, strict=True)}
            if len(self._shares) >= _KEPT:
                self._shares.clear()
            self._shares[index] = found
        return found

    def checksum(self, difficulty: Difficulty) -> str:
        """Return the MD5 of a difficulty's file; a conversion has that of its original."""
        return self._checksums.of(difficulty.id)

    def by_checksum(self, checksum: str) -> tuple[int, Difficulty] | None:
        """Return the number of the set and the difficulty with this checksum, or None."""
        if not _CHECKSUM.fullmatch(checksum):
            return None
        found = self._checksums.id_of(checksum)
        return None if found is None else self.difficulty_by_id(found)

    def _file(self, beatmap_id: int) -> bytes:
        """Return the file of a beatmap.

        Raises:
            KeyError: there is no such beatmap.
        """
        found = self.difficulty_by_id(beatmap_id)
        if found is None:
            raise KeyError(beatmap_id)
        return osu_file(self, *found)

    def file_name(self, index: int, difficulty: Difficulty) -> str:
        """Return the name of a difficulty's file."""
        song, creator = self.song(index), self.accounts.name_of(self.mapper[index])
        name = f"{song.artist} - {song.title} ({creator}) [{difficulty.version}].osu"
        return _UNFIT.sub("", name)

    def by_file_name(self, name: str) -> tuple[int, Difficulty] | None:
        """Return the number of the set and the difficulty whose file has this name, or None."""
        for match in re.finditer(r" \((?=([^()]*(?:\([^()]*\))?[^()]*)\) \[)", name):
            mapper = self.accounts.by_name(match[1])
            for index in [] if mapper is None else self.of_mapper(mapper):
                for difficulty in self.difficulties(index):
                    if self.file_name(index, difficulty) == name:
                        return index, difficulty
        return None


def covers(set_id: int, stamp: int) -> dict[str, object]:
    """Return the eight addresses of a set's cover."""
    base = f"https://assets.ppy.sh/beatmaps/{set_id}/covers"
    return {
        f"{size}{scale}": f"{base}/{size}{scale}.jpg?{stamp}"
        for size in _COVER_SIZES
        for scale in ("", "@2x")
    }


def _zulu(seconds: int) -> str:
    return zulu_form(datetime.fromtimestamp(seconds, UTC))
