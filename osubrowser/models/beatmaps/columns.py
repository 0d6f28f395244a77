"""Columns of the beatmap of a row: title, difficulty, stars, status, mapper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.table.column import CellKind, Column
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.entities.beatmaps import BeatmapCompact, Beatmapset

SetOf = Callable[[Any], "Beatmapset | None"]
"""`item -> its beatmapset`, or None if that is gone."""
BeatmapOf = Callable[[Any], "BeatmapCompact | None"]
"""`item -> its beatmap`, or None if that is gone."""

_LONGEST_NAME: Final = 120
_MOST_STARS: Final = 1000.0
_GONE: Final = tr("[deleted beatmap]")


UNDECIDED: Final = frozenset({"pending", "wip", "qualified"})
"""Statuses of sets that can still get hype and nominations."""


def title_of(beatmapset: Beatmapset | None, *, original: bool) -> str:
    """Return the title of a beatmapset, original or romanised."""
    if beatmapset is None:
        return _GONE
    said = beatmapset.original_title if original else beatmapset.title or beatmapset.title_unicode
    return plain(said, _LONGEST_NAME) or tr("Beatmap {id}").format(id=beatmapset.id)


def artist_of(beatmapset: Beatmapset | None, *, original: bool) -> str:
    """Return the artist of a beatmapset; "" if there is none."""
    if beatmapset is None:
        return ""
    said = beatmapset.original_artist if original else beatmapset.artist
    return plain(said or beatmapset.artist_unicode, _LONGEST_NAME)


def title_column(
    set_of: SetOf, width: int, *, original: bool, with_cover: bool = False
) -> Column[Any]:
    """Return the column of title and artist."""

    def text(item: Any, _number: int) -> str:  # noqa: ANN401 - any item
        title = title_of(set_of(item), original=original)
        artist = artist_of(set_of(item), original=original)
        return tr("{title} by {artist}").format(title=title, artist=artist) if artist else title

    return Column(
        "title",
        tr("Beatmap"),
        width,
        CellKind.TITLE,
        text=text,
        sort=lambda item, _: title_of(set_of(item), original=original).casefold(),
        tone=lambda item: len(title_of(set_of(item), original=original)),
        picture=(lambda item: cover_of(set_of(item))) if with_cover else None,
        tooltip=lambda item: _set_words(set_of(item)),
        strong=True,
    )


def cover_of(beatmapset: Beatmapset | None) -> str | None:
    """Return the URL of a small square cover; None if there is none, or it is explicit."""
    if beatmapset is None or beatmapset.nsfw:
        return None
    return beatmapset.covers.list_2x or beatmapset.covers.list or None


def _set_words(beatmapset: Beatmapset | None) -> str:
    if beatmapset is None:
        return tr("This beatmap is gone")
    both = [
        f"{artist_of(beatmapset, original=original)} – {title_of(beatmapset, original=original)}"
        for original in (True, False)
    ]
    mapper = plain(beatmapset.creator)
    words = " / ".join(dict.fromkeys(both))
    return tr("{song}, mapped by {mapper}").format(song=words, mapper=mapper) if mapper else words


def difficulty_column(beatmap_of: BeatmapOf, width: int = 130) -> Column[Any]:
    """Return the column of the difficulty name, in the colour of its stars."""
    return Column(
        "difficulty",
        tr("Difficulty"),
        width,
        CellKind.DIFFICULTY,
        text=lambda item, _: _version(beatmap_of(item)),
        sort=lambda item, _: _version(beatmap_of(item)).casefold(),
        tone=lambda item: stars_tone(stars_of(beatmap_of(item))),
        tooltip=lambda item: _beatmap_words(beatmap_of(item)),
    )


def _version(beatmap: BeatmapCompact | None) -> str:
    return (plain(beatmap.version) if beatmap is not None else "") or NOTHING


def _beatmap_words(beatmap: BeatmapCompact | None) -> str:
    if beatmap is None:
        return ""
    mode = beatmap.mode or ""
    said = list(filter(None, (_version(beatmap), MODE_NAMES.get(mode, plain(mode)))))
    if beatmap.difficulty_rating > 0:
        said.append(
            tr("{stars} stars").format(stars=numerals.decimal(beatmap.difficulty_rating, 2))
        )
    if beatmap.total_length > 0:
        said.append(length(beatmap.total_length))
    bpm = getattr(beatmap, "bpm", None)  # only full beatmaps have it
    return " · ".join(
        [*said, tr("{bpm} bpm").format(bpm=numerals.significant(bpm, 6))] if bpm else said
    )


def stars_column(beatmap_of: BeatmapOf) -> Column[Any]:
    """Return the column of the star rating."""
    return Column(
        "stars",
        tr("Stars"),
        62,
        CellKind.STARS,
        text=lambda item, _: stars_text(stars_of(beatmap_of(item))),
        sort=lambda item, _: stars_of(beatmap_of(item)) or None,
        tone=lambda item: stars_tone(stars_of(beatmap_of(item))),
        description=tr("Star rating of the difficulty without mods"),
    )


def stars_of(beatmap: BeatmapCompact | None) -> float:
    """Return the star rating of a beatmap, clamped; 0 if it is unknown."""
    stars = beatmap.difficulty_rating if beatmap is not None else 0.0
    return min(max(stars, 0.0), _MOST_STARS)


def stars_text(stars: float) -> str:
    """Format a star rating: `5.23`."""
    return numerals.decimal(stars, 2) if stars > 0 else NOTHING


def stars_tone(stars: float) -> int:
    """Return a star rating as the tone of a cell."""
    return round(stars * 100)


def status_column(status_of: Callable[[Any], str | None]) -> Column[Any]:
    """Return the column of the status."""
    return Column(
        "status",
        tr("Status"),
        84,
        CellKind.STATUS,
        text=lambda item, _: plain(status_of(item) or "", 20),
        sort=lambda item, _: status_of(item) or None,
    )


def mapper_column(set_of: SetOf) -> Column[Any]:
    """Return the column of the mapper."""

    def mapper(item: Any) -> str:  # noqa: ANN401 - any item
        beatmapset = set_of(item)
        return beatmapset.creator if beatmapset is not None else ""

    return Column(
        "mapper",
        tr("Mapper"),
        104,
        CellKind.TEXT,
        text=lambda item, _: mapper(item),
        sort=lambda item, _: mapper(item).casefold() or None,
    )


def explicit_column(set_of: SetOf) -> Column[Any]:
    """Return the column of explicit content, hidden in tables; cards show it as a mark."""

    def is_explicit(item: Any) -> bool:  # noqa: ANN401 - any item
        beatmapset = set_of(item)
        return beatmapset is not None and bool(beatmapset.nsfw)

    return Column(
        "explicit",
        tr("Explicit"),
        76,
        CellKind.MARK,
        text=lambda item, _: tr("yes") if is_explicit(item) else "",
        sort=lambda item, _: is_explicit(item),
        tone=lambda item: int(is_explicit(item)),
        description=tr("Whether it has explicit content; its cover is not shown then"),
        shown=False,
    )


def length(seconds: int) -> str:
    """Format a length: `3:05`, `1:02:09`."""
    minutes, rest = divmod(max(seconds, 0), 60)
    if minutes < 60:
        return f"{minutes}:{rest:02d}"
    return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
