"""Entities of beatmapsets and their beatmaps (difficulties)."""

from __future__ import annotations

from typing import Self

import msgspec
from msgspec.structs import force_setattr

from osubrowser.api.entities.base import Entity, FiniteFloat, Int64, JsonValue, OpenEnum, Timestamp
from osubrowser.api.entities.modes import GameMode, complete_mode
from osubrowser.api.entities.users import UserCompact


class RankStatus(OpenEnum):
    """Rank status of a beatmap; `number` is the API's `ranked`."""

    GRAVEYARD = "graveyard"
    WIP = "wip"
    PENDING = "pending"
    RANKED = "ranked"
    APPROVED = "approved"
    QUALIFIED = "qualified"
    LOVED = "loved"

    @property
    def number(self) -> int | None:
        """-2 (graveyard) to 4 (loved), above 0 with a leaderboard; None for an unknown status."""
        if not self.is_known:
            return None
        return list(RankStatus).index(self) - 2

    @classmethod
    def of_number(cls, number: int) -> Self:
        """Return the status of a `ranked`; an open enum value for an unknown number."""
        statuses = list(cls)
        return statuses[number + 2] if -2 <= number < len(statuses) - 2 else cls(str(number))


class Covers(Entity, frozen=True, kw_only=True):
    """Image URLs of a beatmapset; `_2x` is twice the size."""

    cover: str = ""
    cover_2x: str = msgspec.field(default="", name="cover@2x")
    card: str = ""
    card_2x: str = msgspec.field(default="", name="card@2x")
    list: str = ""
    list_2x: str = msgspec.field(default="", name="list@2x")
    slimcover: str = ""
    slimcover_2x: str = msgspec.field(default="", name="slimcover@2x")


class Hype(Entity, frozen=True, kw_only=True):
    """Hype of a beatmapset that is not ranked yet."""

    current: Int64 = 0
    required: Int64 = 0


class Availability(Entity, frozen=True, kw_only=True):
    """Download restrictions of a beatmapset, with their reason."""

    download_disabled: bool | None = None
    more_information: str | None = None


class NominationsRequired(Entity, frozen=True, kw_only=True):
    """Numbers of nominations that are required."""

    main_ruleset: Int64 = 0
    non_main_ruleset: Int64 = 0


class Nominations(Entity, frozen=True, kw_only=True):
    """Current and required nominations; before 2024 only `required` was sent, as a number."""

    current: Int64 = 0
    eligible_main_rulesets: list[GameMode] | None = None
    required_meta: NominationsRequired | None = None
    required: Int64 | None = None


class Nomination(Entity, frozen=True, kw_only=True):
    """Nomination of a beatmapset."""

    beatmapset_id: Int64 = 0
    rulesets: list[GameMode] | None = None
    reset: bool | None = None
    user_id: Int64 = 0


class Description(Entity, frozen=True, kw_only=True):
    """Description of a beatmapset: HTML that must be sanitized before display."""

    description: str | None = None
    bbcode: str | None = None


class Genre(Entity, frozen=True, kw_only=True):
    """Genre, named in the language of the request."""

    id: Int64 | None = None
    name: str = ""


class Language(Entity, frozen=True, kw_only=True):
    """Language of a song, named in the language of the request."""

    id: Int64 | None = None
    name: str = ""


class BeatmapTag(Entity, frozen=True, kw_only=True):
    """User tag of beatmaps."""

    id: Int64
    name: str = ""
    description: str = ""
    ruleset_id: Int64 | None = None
    created_at: Timestamp | None = None
    updated_at: Timestamp | None = None


class TagCount(Entity, frozen=True, kw_only=True):
    """Number of votes for a tag."""

    tag_id: Int64
    count: Int64 = 0


class BeatmapOwner(Entity, frozen=True, kw_only=True):
    """Mapper of a difficulty."""

    id: Int64
    username: str = ""


class Failtimes(Entity, frozen=True, kw_only=True):
    """Counts of fails and exits by percent of a beatmap."""

    exit: list[Int64] | None = None
    fail: list[Int64] | None = None


class BeatmapCompact(Entity, frozen=True, kw_only=True):
    """Difficulty in its short form; converts share the `id`, so the key is (id, mode).

    `difficulty_rating` is in stars and `total_length` in seconds.
    """

    identified_by = ("id", "beatmapset_id", "checksum", "version")

    id: Int64
    beatmapset_id: Int64 = 0
    difficulty_rating: FiniteFloat = 0.0
    lazer_only: bool | None = None
    mode: GameMode | None = None
    status: RankStatus | None = None
    total_length: Int64 = 0
    user_id: Int64 = 0
    version: str = ""

    beatmapset: Beatmapset | None = None
    checksum: str | None = None
    current_user_playcount: Int64 | None = None
    current_user_tag_ids: list[Int64] | None = None
    failtimes: Failtimes | None = None
    max_combo: Int64 | None = None
    owners: list[BeatmapOwner] | None = None
    top_tag_ids: list[TagCount] | None = None
    user: UserCompact | None = None


class Beatmap(BeatmapCompact, frozen=True, kw_only=True):
    """Difficulty with all its settings.

    `accuracy` is the overall difficulty (OD), `drain` HP, and `cs` the number of keys in mania.
    """

    accuracy: FiniteFloat = 0.0
    ar: FiniteFloat = 0.0
    cs: FiniteFloat = 0.0
    drain: FiniteFloat = 0.0
    bpm: FiniteFloat | None = None
    convert: bool | None = None
    count_circles: Int64 = 0
    count_sliders: Int64 = 0
    count_spinners: Int64 = 0
    deleted_at: Timestamp | None = None
    hit_length: Int64 = 0
    is_scoreable: bool | None = None
    last_updated: Timestamp | None = None
    mode_int: Int64 | None = None
    passcount: Int64 = 0
    playcount: Int64 = 0
    ranked: Int64 | None = None
    url: str = ""

    def __post_init__(self) -> None:
        complete_mode(self, self.mode, self.mode_int)
        _complete_status(self)


class BeatmapsetCompact(Entity, frozen=True, kw_only=True):
    """Beatmapset in its short form; `offset` in milliseconds.

    The `_unicode` names are the original ones, and the same as the romanised if there are none.
    """

    identified_by = ("id", "title", "artist", "creator")

    id: Int64
    anime_cover: bool | None = None
    artist: str = ""
    artist_unicode: str = ""
    covers: Covers = Covers()
    creator: str = ""
    favourite_count: Int64 = 0
    genre_id: Int64 | None = None
    hype: Hype | None = None
    language_id: Int64 | None = None
    nsfw: bool | None = None
    offset: Int64 = 0
    play_count: Int64 = 0
    preview_url: str = ""
    source: str = ""
    spotlight: bool | None = None
    status: RankStatus | None = None
    title: str = ""
    title_unicode: str = ""
    track_id: Int64 | None = None
    user_id: Int64 = 0
    video: bool | None = None

    beatmaps: list[Beatmap] | None = None
    converts: list[Beatmap] | None = None
    current_nominations: list[Nomination] | None = None
    current_user_playcount: Int64 | None = None
    description: Description | None = None
    eligible_main_rulesets: list[GameMode] | None = None
    genre: Genre | None = None
    language: Language | None = None
    pack_tags: list[str] | None = None
    ratings: list[Int64] | None = None
    recent_favourites: list[UserCompact] | None = None
    related_tags: list[BeatmapTag] | None = None
    related_users: list[UserCompact] | None = None
    user: UserCompact | None = None
    version_count: Int64 | None = None
    current_user_attributes: dict[str, JsonValue] | None = None

    @property
    def preview_address(self) -> str:
        """The absolute URL of the preview; `preview_url` may lack the scheme."""
        url = self.preview_url
        return f"https:{url}" if url.startswith("//") else url

    @property
    def original_title(self) -> str:
        """The title in its original script."""
        return self.title_unicode or self.title

    @property
    def original_artist(self) -> str:
        """The artist in the original script."""
        return self.artist_unicode or self.artist


class Beatmapset(BeatmapsetCompact, frozen=True, kw_only=True):
    """Beatmapset with difficulties and history; `rating` is 0 to 10."""

    availability: Availability | None = None
    bpm: FiniteFloat = 0.0
    can_be_hyped: bool | None = None
    deleted_at: Timestamp | None = None
    discussion_enabled: bool | None = None
    discussion_locked: bool | None = None
    is_scoreable: bool | None = None
    last_updated: Timestamp | None = None
    legacy_thread_url: str | None = None
    nominations_summary: Nominations | None = None
    ranked: Int64 | None = None
    ranked_date: Timestamp | None = None
    rating: FiniteFloat | None = None
    storyboard: bool | None = None
    submitted_date: Timestamp | None = None
    tags: str = ""

    def __post_init__(self) -> None:
        _complete_status(self)


def _complete_status(beatmap: Beatmap | Beatmapset) -> None:
    """Set the one of `status` and `ranked` that was not sent."""
    if beatmap.status is None and beatmap.ranked is not None:
        force_setattr(beatmap, "status", RankStatus.of_number(beatmap.ranked))
    elif beatmap.ranked is None and beatmap.status is not None:
        force_setattr(beatmap, "ranked", beatmap.status.number)


class Beatmaps(Entity, frozen=True, kw_only=True):
    """Response of `beatmaps`."""

    beatmaps: list[Beatmap] = msgspec.field(default_factory=list)


class BeatmapTags(Entity, frozen=True, kw_only=True):
    """Response of `tags`."""

    tags: list[BeatmapTag] = msgspec.field(default_factory=list)
