"""Beatmapsets and most played beatmaps of a player: columns and loads."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.beatmaps.columns import (
    difficulty_column,
    explicit_column,
    length,
    mapper_column,
    stars_column,
    stars_of,
    status_column,
    title_column,
)
from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.table.offset_pages import load_from
from osubrowser.models.text.dates import day_cell, second, sort_key
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
    from osubrowser.api.entities.user_beatmaps import BeatmapPlaycount
    from osubrowser.models.table.sources import RowsPage

BEATMAP_LISTS: Final = (
    "favourite",
    "ranked",
    "loved",
    "guest",
    "pending",
    "graveyard",
    "nominated",
)
"""Keys of the lists of beatmapsets of a player."""

_MOST_DOTS: Final = 32
"""Most ratings that are drawn in one cell."""
_BY_UPDATE: Final = frozenset({"pending", "graveyard"})


def beatmapset_columns(list_: str, *, original: bool) -> tuple[Column[Beatmapset], ...]:
    """Return the columns of a list of beatmapsets.

    Args:
        list_: one of `BEATMAP_LISTS`.
        original: show original titles, not romanised ones.
    """
    is_own = list_ in ("ranked", "loved", "pending", "graveyard")
    by_update = list_ in _BY_UPDATE
    mapper = mapper_column(_itself)
    ranked, updated = _ranked_column(), _updated_column()
    return (
        title_column(_itself, 240, original=original, with_cover=True),
        status_column(lambda s: s.status),
        _dots_column(),
        _modes_column(),
        mapper.hidden() if is_own else mapper,
        _number("plays", tr("Plays"), 92, lambda s: s.play_count),
        _number("favourites", tr("Favourites"), 84, lambda s: s.favourite_count),
        _length_column(),
        _bpm_column(),
        ranked.hidden() if by_update else ranked,
        updated if by_update else updated.hidden(),
        explicit_column(_itself),
    )


def beatmapset_identity(beatmapset: Beatmapset) -> Hashable:
    """Return the identity of a beatmapset."""
    return beatmapset.id


def most_played_columns(*, original: bool) -> tuple[Column[BeatmapPlaycount], ...]:
    """Return the columns of the most played beatmaps."""
    return (
        title_column(lambda p: p.beatmapset, 280, original=original, with_cover=True),
        difficulty_column(lambda p: p.beatmap, 150),
        stars_column(lambda p: p.beatmap),
        status_column(_status),
        mapper_column(lambda p: p.beatmapset),
        Column(
            "length",
            tr("Length"),
            66,
            CellKind.NUMBER,
            text=lambda p, _: length(p.beatmap.total_length) if p.beatmap else NOTHING,
            sort=lambda p, _: p.beatmap.total_length if p.beatmap else None,
        ),
        Column(
            "count",
            tr("Times played"),
            118,
            CellKind.NUMBER,
            text=lambda p, _: numerals.whole(p.count),
            sort=lambda p, _: p.count,
            strong=True,
        ),
        explicit_column(lambda p: p.beatmapset),
    )


def most_played_identity(played: BeatmapPlaycount) -> Hashable:
    """Return the identity of a most played beatmap."""
    return played.beatmap_id


def load_beatmapsets(
    client: Client,
    user_id: int,
    list_: str,
    columns: Sequence[Column[Any]],
    offset: int,
    *,
    count: int | None = None,
) -> RowsPage:
    """Load a page of a player's beatmapsets (`users/{user}/beatmapsets/{type}`); blocks.

    Args:
        client: the API client.
        user_id: id of the player.
        list_: one of `BEATMAP_LISTS`, or `most_played`.
        columns: those of `beatmapset_columns` or `most_played_columns`.
        offset: of the first entry.
        count: number of entries that the profile states.

    Raises:
        OsuError: as the client raises it.
    """

    def ask(client: Client, *, limit: int, offset: int) -> Sequence[Any]:
        return client.user_beatmaps(user_id, list_, limit=limit, offset=offset)

    identity: Any = most_played_identity if list_ == "most_played" else beatmapset_identity
    return load_from(client, ask, columns, identity, offset, count=count)


# --- columns -----------------------------------------------------------------------------------


def difficulties(beatmapset: Beatmapset) -> list[Beatmap]:
    """Return the difficulties of a set, from easy to hard."""
    return sorted(beatmapset.beatmaps or (), key=stars_of)


def hardest(beatmapset: Beatmapset) -> Beatmap | None:
    """Return the hardest difficulty of a set; None if it has none."""
    return max(beatmapset.beatmaps or (), key=stars_of, default=None)


def _itself(beatmapset: Beatmapset) -> Beatmapset:
    return beatmapset


def _status(played: BeatmapPlaycount) -> str | None:
    return played.beatmap.status if played.beatmap is not None else None


def _dots_column() -> Column[Beatmapset]:
    def words(beatmapset: Beatmapset) -> str:
        found = difficulties(beatmapset)
        return ", ".join(
            f"{plain(b.version, 40)} {numerals.decimal(stars_of(b), 2)}★" for b in _spread(found)
        )

    return Column(
        "difficulties",
        tr("Difficulties"),
        120,
        CellKind.DOTS,
        text=lambda s, _: _dots_text(_spread(difficulties(s))),
        sort=lambda s, _: stars_of(hardest(s)) or None,
        tooltip=words,
        description=tr("The difficulties by their stars; sorted by the hardest"),
    )


def _spread(found: list[Beatmap]) -> list[Beatmap]:
    """Return at most `_MOST_DOTS` difficulties, the easiest and the hardest among them."""
    if len(found) <= _MOST_DOTS:
        return found
    places = [n * (len(found) - 1) // (_MOST_DOTS - 1) for n in range(_MOST_DOTS)]
    return [found[place] for place in places]


def _dots_text(found: Sequence[Beatmap]) -> str:
    """Return the stars of difficulties by ruleset: `osu! 1.20 3.45 osu!taiko 2.10`."""
    said = []
    for mode in dict.fromkeys((*MODE_NAMES, *(b.mode or "" for b in found))):
        stars = [f"{stars_of(b):.2f}" for b in found if (b.mode or "") == mode]  # dots, not text
        if stars:
            said += [MODE_NAMES.get(mode, ""), *stars]
    return " ".join(filter(None, said))


def _modes_column() -> Column[Beatmapset]:
    def modes(beatmapset: Beatmapset) -> str:
        found = {b.mode for b in beatmapset.beatmaps or ()}
        return ", ".join(name for mode, name in MODE_NAMES.items() if mode in found)

    return Column(
        "modes",
        tr("Rulesets"),
        110,
        CellKind.TEXT,
        text=lambda s, _: modes(s),
        sort=lambda s, _: modes(s) or None,
        shown=False,
    )


def _number(key: str, title: str, width: int, value: Any) -> Column[Beatmapset]:  # noqa: ANN401
    return Column(
        key,
        title,
        width,
        CellKind.NUMBER,
        text=lambda s, _: whole(value(s)),
        sort=lambda s, _: value(s),
    )


def _length_column() -> Column[Beatmapset]:
    def seconds(beatmapset: Beatmapset) -> int | None:
        beatmap = hardest(beatmapset)
        return beatmap.total_length if beatmap is not None else None

    def text(beatmapset: Beatmapset, _number: int) -> str:
        value = seconds(beatmapset)
        return NOTHING if value is None else length(value)

    return Column(
        "length",
        tr("Length"),
        62,
        CellKind.NUMBER,
        text=text,
        sort=lambda s, _: seconds(s),
        shown=False,
    )


def _bpm_column() -> Column[Beatmapset]:
    return Column(
        "bpm",
        "BPM",
        56,
        CellKind.NUMBER,
        text=lambda s, _: numerals.significant(s.bpm, 6) if s.bpm else NOTHING,
        sort=lambda s, _: s.bpm or None,
    )


def _ranked_column() -> Column[Beatmapset]:
    def when(beatmapset: Beatmapset) -> datetime | None:
        return beatmapset.ranked_date

    return Column(
        "ranked",
        tr("Ranked"),
        92,
        CellKind.DATE,
        text=lambda s, _: day_cell(when(s)),
        sort=lambda s, _: sort_key(when(s)),
        tooltip=lambda s: second(when(s)),
        description=tr("When it was ranked, loved or qualified"),
    )


def _updated_column() -> Column[Beatmapset]:
    def when(beatmapset: Beatmapset) -> datetime | None:
        return beatmapset.last_updated or beatmapset.submitted_date

    return Column(
        "updated",
        tr("Updated"),
        92,
        CellKind.DATE,
        text=lambda s, _: day_cell(when(s)),
        sort=lambda s, _: sort_key(when(s)),
        tooltip=lambda s: second(when(s)),
    )
