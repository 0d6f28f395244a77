"""Formatted spotlights: name, dates, and a card for each beatmapset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from osubrowser.models.text.dates import day
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from datetime import datetime

    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.api.entities.rankings import Spotlight


@dataclass(frozen=True, slots=True)
class BeatmapCard:
    """Data of a card of a beatmapset.

    Attributes:
        id: id of the beatmapset.
        beatmap: id of its hardest difficulty in the ruleset, or None.
        title, artist: romanised, or in the original script.
        mapper: name of the mapper.
        cover: URL of a picture of about 400 by 140 pixels, or None.
        stars: star ratings of its difficulties in the ruleset, in ascending order.
        hardest: the highest star rating as text: `★ 5.12`; "" for none.
        words: all of the above in one line, for a tooltip and a screen reader.
    """

    id: int
    beatmap: int | None
    title: str
    artist: str
    mapper: str
    cover: str | None
    stars: tuple[float, ...]
    hardest: str
    words: str


@dataclass(frozen=True, slots=True)
class SpotlightInfo:
    """Formatted spotlight with its beatmapsets.

    Attributes:
        id: id, as in the address of its ranking.
        name: its name.
        about: its dates, and the number of participants.
        cards: its beatmapsets, in the order of the response.
    """

    id: int
    name: str
    about: str
    cards: tuple[BeatmapCard, ...] = ()


def spotlight_info(
    spotlight: Spotlight | None,
    beatmapsets: list[Beatmapset] | None,
    mode: str,
    *,
    original: bool = False,
) -> SpotlightInfo | None:
    """Format a spotlight (`rankings/{mode}/charts`); runs on a worker.

    `original`: show original titles, not romanised ones.
    """
    if spotlight is None:
        return None
    cards = tuple(beatmap_card(one, mode, original=original) for one in beatmapsets or ())
    parts = [period(spotlight.start_date, spotlight.end_date)]
    if spotlight.participant_count is not None:
        parts.append(tr("%n player(s)", "", spotlight.participant_count))
    if cards:
        parts.append(tr("%n beatmap(s)", "", len(cards)))
    name = plain(spotlight.name) or tr("Spotlight {id}").format(id=spotlight.id)
    return SpotlightInfo(spotlight.id, name, " · ".join(filter(None, parts)), cards)


def beatmap_card(beatmapset: Beatmapset, mode: str, *, original: bool = False) -> BeatmapCard:
    """Format a beatmapset as a card."""
    from osubrowser.models.beatmaps.columns import artist_of, title_of

    played = sorted(
        (b for b in beatmapset.beatmaps or () if b.mode == mode),
        key=lambda b: b.difficulty_rating,
    )
    stars = tuple(b.difficulty_rating for b in played)
    title = title_of(beatmapset, original=original)
    artist = artist_of(beatmapset, original=original)
    mapper = plain(beatmapset.creator)
    words = f"{artist} – {title}" if artist else title
    if mapper:
        words = tr("{song}, mapped by {mapper}").format(song=words, mapper=mapper)
    if stars:
        words += ", " + " ".join(f"{numerals.decimal(value, 2)}★" for value in stars)
    covers = beatmapset.covers
    return BeatmapCard(
        id=beatmapset.id,
        beatmap=played[-1].id if played else None,
        title=title,
        artist=artist,
        mapper=mapper,
        cover=None if beatmapset.nsfw else covers.card_2x or covers.card or None,
        stars=stars,
        hardest=f"★ {numerals.decimal(stars[-1], 2)}" if stars else "",
        words=words,
    )


def period(start: datetime | None, end: datetime | None) -> str:
    """Format a period by day (UTC): `9 Apr 2020 – 25 Jun 2020`."""
    return " – ".join(day(moment) for moment in (start, end) if moment is not None)
