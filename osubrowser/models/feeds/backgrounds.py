"""Seasonal backgrounds of the game's menu: columns, load and record."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.common_columns import day_column, player_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import day_cell, exact
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from datetime import datetime

    from osubrowser.api.client import Client
    from osubrowser.api.entities.users import UserCompact
    from osubrowser.models.table.column import Record, Row


@dataclass(frozen=True, slots=True)
class Background:
    """Seasonal background.

    Attributes:
        number: its place in the list, from 1.
        url: URL of the picture.
        artist: who made it; None if that is unknown.
        ends_at: end of the season; None if it is unknown.
    """

    number: int
    url: str
    artist: UserCompact | None
    ends_at: datetime | None

    @property
    def name(self) -> str:
        """Name of the picture: its number, as it has no title."""
        return tr("No. {number}").format(number=self.number)

    @property
    def artist_name(self) -> str:
        """Name of the artist."""
        return "" if self.artist is None else plain(self.artist.username, 60)


def columns() -> tuple[Column[Background], ...]:
    """Return the columns of seasonal backgrounds."""
    return (
        Column(
            "title",
            tr("Picture"),
            320,
            CellKind.TITLE,
            text=lambda one, _: (
                tr("{title} by {artist}").format(title=one.name, artist=one.artist_name)
                if one.artist_name
                else one.name
            ),
            sort=lambda one, _: one.number,
            tone=lambda one: len(one.name),
            picture=lambda one: one.url or None,
            tooltip=_words,
            strong=True,
        ),
        player_column("artist", tr("Artist"), lambda one: one.artist),
        day_column("ends", tr("End of the season"), lambda one: one.ends_at),
    )


def _words(one: Background) -> str:
    if not one.ends_at:
        return one.name
    return tr("{name}, shown by the game until {day}").format(
        name=one.name, day=day_cell(one.ends_at)
    )


def load(client: Client, columns: Sequence[Column[Any]], _cursor: object = None) -> RowsPage:
    """Load all backgrounds of the season (`seasonal-backgrounds`); blocks, for a worker.

    Between two seasons there are none.

    Raises:
        OsuError: as the client raises it.
    """
    found = client.seasonal_backgrounds()
    items = [
        Background(number, one.url, one.user, found.ends_at)
        for number, one in enumerate(found.backgrounds, 1)
    ]
    return RowsPage(make_rows(columns, items, identity=_identity), total=len(items))


def record(row: Row[Any]) -> Record:
    """Return the record of a background, for a JSON export."""
    one: Background = row.item
    return {
        "url": one.url,
        "user_id": None if one.artist is None else one.artist.id,
        "username": None if one.artist is None else one.artist.username,
        "ends_at": exact(one.ends_at),
    }


def _identity(one: Background) -> Hashable:
    return one.url
