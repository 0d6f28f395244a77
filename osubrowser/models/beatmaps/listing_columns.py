"""Columns and export records of the beatmap listing: sets, and single difficulties."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.beatmaps.columns import (
    UNDECIDED,
    artist_of,
    difficulty_column,
    length,
    mapper_column,
    stars_of,
    stars_text,
    stars_tone,
    status_column,
    title_column,
)
from osubrowser.models.beatmaps.difficulty_match import ListedDifficulty
from osubrowser.models.beatmaps.listing_query import GENRE_NAMES, LANGUAGE_NAMES
from osubrowser.models.beatmaps.user_beatmaps import beatmapset_columns
from osubrowser.models.players.records import beatmapset_record
from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.table.common_columns import day_column, mark_column, text_column
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from datetime import datetime

    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.models.table.column import Record, Row

SORT_OF_COLUMN: Final = {
    "title": "title",
    "artist": "artist",
    "mapper": "creator",
    "difficulties": "difficulty",
    "stars": "difficulty",
    "ranked": "ranked",
    "date": "ranked",
    "updated": "updated",
    "rating": "rating",
    "plays": "plays",
    "favourites": "favourites",
    "nominations": "nominations",
}
"""Sort field of the server by the key of the column that it sorts by, of sets or difficulties."""


# --- sets -----------------------------------------------------------------------------------------


def set_columns(*, original: bool) -> tuple[Column[Beatmapset], ...]:
    """Return the columns of the sets of the listing, for its table and its cards.

    Args:
        original: show original titles, not romanised ones.
    """
    return (
        *beatmapset_columns("listing", original=original),
        text_column(
            "artist", tr("Artist"), 140, lambda s: artist_of(s, original=original)
        ).hidden(),
        Column(
            "rating",
            tr("Rating"),
            64,
            CellKind.NUMBER,
            text=lambda s, _: numerals.decimal(s.rating, 2) if s.rating else NOTHING,
            sort=lambda s, _: s.rating or None,
            description=tr("Average of the players' ratings, 0 to 10"),
            shown=False,
        ),
        Column(
            "nominations",
            tr("Nominations"),
            116,
            CellKind.NUMBER,
            text=lambda s, _: whole(_nominations(s)),
            sort=lambda s, _: _nominations(s),
            shown=False,
        ),
        Column(
            "progress",
            tr("Hype, nominations"),
            156,
            CellKind.TEXT,
            text=lambda s, _: _progress(s),
            sort=lambda s, _: _progress(s) or None,
            tooltip=_progress_words,
            description=tr("Of those that it needs to be ranked"),
            shown=False,
        ),
        Column(
            "count",
            tr("Count"),
            60,
            CellKind.NUMBER,
            text=lambda s, _: numerals.whole(len(s.beatmaps or ())),
            sort=lambda s, _: len(s.beatmaps or ()),
            description=tr("Number of difficulties"),
            shown=False,
        ),
        text_column("genre", tr("Genre"), 90, _genre).hidden(),
        text_column("language", tr("Language"), 90, _language).hidden(),
        text_column("source", tr("Source"), 120, lambda s: s.source).hidden(),
        day_column("submitted", tr("Submitted"), lambda s: s.submitted_date).hidden(),
        mark_column("video", tr("Video"), lambda s: bool(s.video)).hidden(),
        mark_column("storyboard", tr("Storyboard"), lambda s: bool(s.storyboard)).hidden(),
        mark_column("featured_artist", tr("Featured artist"), lambda s: bool(s.track_id)).hidden(),
        mark_column("spotlight", tr("Spotlight"), lambda s: bool(s.spotlight)).hidden(),
    )


def set_identity(beatmapset: Beatmapset) -> Hashable:
    """Return the identity of a set: its id."""
    return beatmapset.id


def set_record(row: Row[Any]) -> Record:
    """Return the record of a set, for a JSON export."""
    beatmapset: Beatmapset = row.item
    return {
        **beatmapset_record(beatmapset),
        "rating": beatmapset.rating,
        "genre_id": beatmapset.genre_id,
        "language_id": beatmapset.language_id,
        "source": beatmapset.source,
        "tags": beatmapset.tags,
        "nsfw": beatmapset.nsfw,
        "video": beatmapset.video,
        "storyboard": beatmapset.storyboard,
    }


# --- difficulties -----------------------------------------------------------------------------


def difficulty_columns(*, original: bool) -> tuple[Column[ListedDifficulty], ...]:
    """Return the columns of the difficulties of the listing.

    Args:
        original: show original titles, not romanised ones.
    """
    return (
        title_column(lambda d: d.beatmapset, 220, original=original, with_cover=True),
        difficulty_column(lambda d: d.beatmap, 120),
        Column(
            "stars",
            tr("Stars"),
            58,
            CellKind.STARS,
            text=lambda d, _: stars_text(_stars(d)),
            sort=lambda d, _: None if d.is_convert else d.beatmap.difficulty_rating or None,
            tone=lambda d: stars_tone(_stars(d)),
            tooltip=lambda d: tr("A convert: osu! does not send its stars") if d.is_convert else "",
            description=tr("Star rating of the difficulty without mods"),
        ),
        text_column("mode", tr("Ruleset"), 58, _mode_text),
        status_column(lambda d: d.beatmap.status or d.beatmapset.status),
        Column(
            "length",
            tr("Length"),
            56,
            CellKind.NUMBER,
            text=lambda d, _: length(d.beatmap.total_length),
            sort=lambda d, _: d.beatmap.total_length,
        ),
        _number("bpm", "BPM", 56, _bpm),
        _number("ar", "AR", 46, lambda d, _: d.beatmap.ar, tr("Approach rate")),
        _number("od", "OD", 46, lambda d, _: d.beatmap.accuracy, tr("Overall difficulty")),
        _number("cs", "CS", 46, _circle_size, tr("Circle size")),
        _number("hp", "HP", 46, lambda d, _: d.beatmap.drain, tr("HP drain")),
        _number("circles", tr("Circles"), 66, lambda d, _: d.beatmap.count_circles).hidden(),
        _number("sliders", tr("Sliders"), 66, lambda d, _: d.beatmap.count_sliders).hidden(),
        _number("spinners", tr("Spinners"), 66, lambda d, _: d.beatmap.count_spinners).hidden(),
        _number("keys", tr("Keys"), 58, _keys, tr("Keys in osu!mania")).hidden(),
        _number("max_combo", tr("Max combo"), 96, lambda d, _: d.beatmap.max_combo).hidden(),
        _number("plays", tr("Plays"), 84, lambda d, _: d.beatmap.playcount),
        _number("passes", tr("Passes"), 76, lambda d, _: d.beatmap.passcount).hidden(),
        Column(
            "pass_rate",
            tr("Pass rate"),
            76,
            CellKind.NUMBER,
            text=lambda d, _: (
                NOTHING if (rate := _pass_rate(d)) is None else numerals.hundredths(rate, 1)
            ),
            sort=lambda d, _: _pass_rate(d),
            description=tr("Passes per hundred plays"),
        ),
        mapper_column(lambda d: d.beatmapset),
        day_column("date", tr("Date"), _when),
        text_column(
            "artist", tr("Artist"), 140, lambda d: artist_of(d.beatmapset, original=original)
        ).hidden(),
        _number(
            "favourites", tr("Favourites"), 84, lambda d, _: d.beatmapset.favourite_count
        ).hidden(),
        day_column("updated", tr("Updated"), lambda d: d.beatmap.last_updated).hidden(),
    )


def difficulty_identity(one: ListedDifficulty) -> Hashable:
    """Return the identity of a difficulty: its id and its ruleset."""
    return one.key


def difficulty_record(row: Row[Any]) -> Record:
    """Return the record of a difficulty, for a JSON export."""
    one: ListedDifficulty = row.item
    beatmap, beatmapset = one.beatmap, one.beatmapset
    return {
        "beatmapset_id": beatmapset.id,
        "beatmap_id": beatmap.id,
        "artist": beatmapset.artist,
        "artist_unicode": beatmapset.artist_unicode,
        "title": beatmapset.title,
        "title_unicode": beatmapset.title_unicode,
        "version": beatmap.version,
        "creator": beatmapset.creator,
        "mode": one.mode,
        "convert": one.is_convert,
        "status": beatmap.status,
        "difficulty_rating": None if one.is_convert else beatmap.difficulty_rating,
        "total_length": beatmap.total_length,
        "hit_length": beatmap.hit_length,
        "bpm": _bpm(one),
        "ar": beatmap.ar,
        "accuracy": beatmap.accuracy,
        "cs": beatmap.cs,
        "drain": beatmap.drain,
        "count_circles": beatmap.count_circles,
        "count_sliders": beatmap.count_sliders,
        "count_spinners": beatmap.count_spinners,
        "max_combo": beatmap.max_combo,
        "playcount": beatmap.playcount,
        "passcount": beatmap.passcount,
        "ranked_date": _iso(beatmapset.ranked_date),
        "last_updated": _iso(beatmap.last_updated),
        "checksum": beatmap.checksum,
    }


# --- values -------------------------------------------------------------------------------------


def _stars(one: ListedDifficulty) -> float:
    return 0.0 if one.is_convert else stars_of(one.beatmap)


def _mode_text(one: ListedDifficulty) -> str:
    """Return the name of the ruleset, short as in the switch of rulesets: `mania`."""
    name = MODE_NAMES.get(one.mode, one.mode)
    name = name.removeprefix("osu!") or name
    return tr("{ruleset}, convert").format(ruleset=name) if one.is_convert else name


def _bpm(one: ListedDifficulty, _number: int = 0) -> float | None:
    return one.beatmap.bpm or one.beatmapset.bpm or None


def _circle_size(one: ListedDifficulty, _number: int = 0) -> float | None:
    return None if one.mode == "mania" else one.beatmap.cs


def _keys(one: ListedDifficulty, _number: int = 0) -> float | None:
    return one.beatmap.cs if one.mode == "mania" and not one.is_convert else None


def _pass_rate(one: ListedDifficulty) -> float | None:
    plays = one.beatmap.playcount
    return one.beatmap.passcount / plays * 100 if plays > 0 else None


def _when(one: ListedDifficulty) -> datetime | None:
    beatmapset = one.beatmapset
    return beatmapset.ranked_date or beatmapset.last_updated or beatmapset.submitted_date


def _nominations(beatmapset: Beatmapset) -> int | None:
    summary = beatmapset.nominations_summary
    return summary.current if summary is not None else None


def _progress(beatmapset: Beatmapset) -> str:
    """Return hype and nominations of a set that is not ranked yet, such as `3/5 · 1/2`."""
    return " · ".join(
        f"{numerals.whole(got)}/{numerals.whole(needed)}" for got, needed, _ in _needs(beatmapset)
    )


def _progress_words(beatmapset: Beatmapset) -> str:
    return ", ".join(
        words.format(got=numerals.whole(got), needed=numerals.whole(needed))
        for got, needed, words in _needs(beatmapset)
    )


def _needs(beatmapset: Beatmapset) -> list[tuple[int, int, str]]:
    """Return what a set that is not ranked yet has and needs, and a template of both in words."""
    if beatmapset.status not in UNDECIDED:
        return []
    hype, summary = beatmapset.hype, beatmapset.nominations_summary
    found = []
    if hype is not None:
        found.append((hype.current, hype.required, tr("{got} of {needed} hype")))
    needed = summary.required if summary is not None else None
    if summary is not None and (meta := summary.required_meta) is not None:
        rulesets = {one.mode for one in beatmapset.beatmaps or ()}
        needed = meta.main_ruleset + meta.non_main_ruleset * max(len(rulesets) - 1, 0)
    if summary is not None and needed is not None:
        found.append((summary.current, needed, tr("{got} of {needed} nominations")))
    return [one for one in found if one[1] > 0]


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None


# --- columns ------------------------------------------------------------------------------------


def _genre(beatmapset: Beatmapset) -> str:
    return GENRE_NAMES.get(beatmapset.genre_id or 0, "")


def _language(beatmapset: Beatmapset) -> str:
    return LANGUAGE_NAMES.get(beatmapset.language_id or 0, "")


def _number(
    key: str,
    title: str,
    width: int,
    value: Callable[[Any, int], float | None],
    description: str = "",
) -> Column[Any]:
    """Return a column of a figure: `value` is its sort key, as a call less counts for thousands."""

    def text(item: Any, number: int) -> str:  # noqa: ANN401 - any item
        found = value(item, number)
        if found is None:
            return NOTHING
        return numerals.whole(found) if isinstance(found, int) else numerals.trimmed(found)

    return Column(
        key, title, width, CellKind.NUMBER, text=text, sort=value, description=description
    )


__all__ = [
    "SORT_OF_COLUMN",
    "difficulty_columns",
    "difficulty_identity",
    "difficulty_record",
    "set_columns",
    "set_identity",
    "set_record",
]
