"""Loads of rankings, countries and spotlights; blocking, for workers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from osubrowser.models.rankings.rankings import KUDOSU_PAGES, PAGE_SIZE, identity_of
from osubrowser.models.rankings.spotlights import spotlight_info
from osubrowser.models.table.column import make_rows, placeholders_of
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import month
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.models.table.column import Column
    from osubrowser.services.places.places import RankingsPlace

_MOST_COUNTRY_PAGES = 10  # 234 countries fill five pages


def load_page(
    client: Client,
    place: RankingsPlace,
    number: int,
    columns: Sequence[Column[Any]],
    *,
    original: bool = False,
) -> RowsPage:
    """Load a page of a ranking and format its rows.

    Args:
        client: to load with.
        place: the ranking; its own page number is ignored.
        number: the page, from 1.
        columns: those of `columns_of(place, ...)`.
        original: show original titles, not romanised ones.

    Returns:
        The page; `extra` is a `SpotlightInfo` for a spotlight.

    Raises:
        OsuError: as the client raises it.
    """
    first = (number - 1) * PAGE_SIZE + 1
    identity = identity_of(place)
    if place.type == "kudosu":
        players = client.kudosu_ranking(number).ranking
        rows = make_rows(columns, players, first_number=first, identity=identity)
        full = len(rows) >= PAGE_SIZE
        # The kudosu ranking has no total: a full page has a next one, up to the twentieth.
        total = KUDOSU_PAGES * PAGE_SIZE if full else first - 1 + len(rows)
        return RowsPage(
            rows,
            total=total,
            next=number + 1 if full and number < KUDOSU_PAGES else None,
            placeholders=placeholders_of(columns, total),
        )
    answer = _ask(client, place, number)
    rows = make_rows(columns, answer.ranking, first_number=first, identity=identity)
    if place.type == "charts":
        sets = answer.beatmapsets
        info = spotlight_info(answer.spotlight, sets, place.mode, original=original)
        return RowsPage(rows, total=len(rows), next=None, extra=info)
    return RowsPage(
        rows,
        total=answer.total,
        next=answer.cursor,
        placeholders=placeholders_of(columns, answer.total),
    )


def _ask(client: Client, place: RankingsPlace, number: int) -> Any:  # noqa: ANN401 - by type
    from osubrowser.api.cursor import Cursor

    if place.type == "charts":
        return client.ranking(
            place.mode, place.type, filter_=place.filter, spotlight=place.spotlight
        )
    cursor = Cursor(page=number) if number > 1 else None
    if place.type in ("country", "team"):
        return client.ranking(place.mode, place.type, cursor=cursor)
    return client.ranking(
        place.mode,
        place.type,
        country=place.country,
        cursor=cursor,
        filter_=place.filter,
        variant=place.variant,
    )


def load_countries(client: Client, mode: str) -> list[tuple[str, str, str]]:
    """Load all countries of the rankings: (code, name, number of players).

    Raises:
        OsuError: as the client raises it.
    """
    found: dict[str, tuple[str, str, str]] = {}
    cursor: Any = None
    for _ in range(_MOST_COUNTRY_PAGES):
        answer = client.ranking(mode, "country", cursor=cursor)
        for s in answer.ranking:
            name = plain(s.country.name) if s.country is not None else ""
            found.setdefault(
                s.code, (s.code, name or plain(s.code), numerals.whole(s.active_users))
            )
        cursor = answer.cursor
        if cursor is None or not answer.ranking:
            break
    return list(found.values())


def load_spotlights(client: Client) -> list[tuple[int, str, str]]:
    """Load all spotlights, the newest first: (id, name, month of its start).

    Raises:
        OsuError: as the client raises it.
    """
    return [
        (s.id, plain(s.name) or tr("Spotlight {id}").format(id=s.id), month(s.start_date))
        for s in client.spotlights()
    ]
