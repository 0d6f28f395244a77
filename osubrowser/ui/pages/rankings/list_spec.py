"""Lists of the rankings page: source, links, messages and file names of a ranking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from osubrowser.api.errors import LoginRequired, NotFound
from osubrowser.models.rankings.load import load_page
from osubrowser.models.rankings.rankings import (
    PAGE_SIZE,
    columns_of,
    country_name,
    country_name_of,
    player_of,
    team_name,
)
from osubrowser.services.places.places import MODE_NAMES, RankingsPlace, ThingPlace, UserPlace
from osubrowser.services.places.ranking_query import ranking_title
from osubrowser.services.session.account import AccountState
from osubrowser.services.text.plain import plain
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from osubrowser.api.client import Client
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.column import Record, Row
    from osubrowser.models.table.sources import NumberedSource, RowsPage
    from osubrowser.services.session.account import Account
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.lists.row_menu import RowSelection


class FriendsNeedPlayer(LoginRequired):
    """A guest has no friends list."""


def ranking_spec(
    place: RankingsPlace,
    account: Account,
    flag: Callable[[str], str | None],
    country: str | None = None,
) -> ListSpec:
    """Return the list of a ranking.

    Args:
        place: the ranking.
        account: who is signed in.
        flag: returns the address of a country's flag; also called on workers.
        country: the name of the country of the place, if it is known.
    """

    def source(loader: ClientLoader, columns: Columns, original: bool) -> NumberedSource:
        return loader.numbered(
            PAGE_SIZE, partial(_load, original=original), place, columns, refused=refused
        )

    def refused() -> FriendsNeedPlayer | None:
        is_guest = account.state is AccountState.GUEST
        return FriendsNeedPlayer() if place.filter == "friends" and is_guest else None

    return ListSpec(
        key=f"rankings/{place.type}",
        title="Ranking",
        columns=lambda _original: columns_of(place, flag),
        source=source,
        record=partial(_record, place),
        file_stem=file_stem(place),
        empty=empty_text(place, country),
        link=lambda item, _origin: link_of(place, item),
        no_link="This player is not on osu! any more.",
        menu=partial(_menu, place),
        describe=partial(describe_in, place),
        has_titles=place.type == "charts",
    )


def link_of(place: RankingsPlace, item: Any) -> RowLink | None:  # noqa: ANN401 - any entry
    """Return the link of an entry of a ranking; None for a deleted player."""
    if place.type == "country":
        there = RankingsPlace(mode=place.mode, country=item.code)
        return RowLink(there, country_name(item))
    if place.type == "team":
        return RowLink(ThingPlace("team", str(item.team_id)), team_name(item))
    player = player_of(place, item)
    if player is None or player.id is None:
        return None
    mode = None if place.type == "kudosu" else place.mode
    code = player.country_code
    return RowLink(
        UserPlace(player.id, mode),
        plain(player.username),
        (code, country_name_of(player)) if code else None,
    )


def file_stem(place: RankingsPlace) -> str:
    """Return the proposed file name of an export, without its suffix."""
    parts = ["osu-ranking", place.mode, place.variant, place.type, place.country]
    if place.type == "kudosu":
        parts = ["osu-ranking", "kudosu"]
    if place.spotlight is not None:
        parts.append(str(place.spotlight))
    if place.filter == "friends":
        parts.append("friends")
    return "-".join(part for part in parts if part)


def describe_in(place: RankingsPlace, error: BaseException) -> Sentence:
    """Return the message for an error of a ranking."""
    sentence = describe(error)
    if isinstance(error, FriendsNeedPlayer):
        return replace(
            sentence,
            text="The ranking of your friends is seen when you are signed in as a player.",
            hint="You look around as a guest, and a guest has no friends list.",
            details="",
        )
    if isinstance(error, LoginRequired):
        return replace(sentence, text="Rankings are seen when you are signed in to osu!.")
    if isinstance(error, NotFound) and place.type == "charts":
        which = "This spotlight has" if place.spotlight else "The newest spotlight has"
        return replace(sentence, text=f"{which} no ranking for {MODE_NAMES[place.mode]}.")
    if isinstance(error, NotFound) and place.country:
        return replace(sentence, text=f"osu! has no ranking for the country {place.country}.")
    return sentence


def empty_text(place: RankingsPlace, country: str | None = None) -> EmptyText:
    """Return the message for a ranking without entries.

    The keys of its actions are `everyone` (not only friends) and `world` (not only one country).
    """
    name = country or place.country
    mode = MODE_NAMES[place.mode]
    if place.filter == "friends":
        who = f" in {name}" if place.country else ""
        text = f"None of your friends{who} is in this ranking."
        return EmptyText(text, action=("everyone", "Show everyone"))
    if place.country:
        keys = f" with {place.variant.upper()}" if place.variant else ""
        text = f"Nobody from {name} is ranked in {mode}{keys}."
        return EmptyText(text, action=("world", "Show all countries"))
    if place.type == "charts":
        return EmptyText(f"Nobody has played this spotlight in {mode}.")
    return EmptyText(f"The {ranking_title(place)} is empty.")


def _load(
    client: Client, place: RankingsPlace, columns: Columns, number: int, *, original: bool
) -> RowsPage:
    return load_page(client, place, number, columns, original=original)


def _record(place: RankingsPlace, row: Row[Any]) -> Record:
    from osubrowser.models.rankings.records import record

    return record(place, row)


def _menu(place: RankingsPlace, selection: RowSelection) -> QMenu:
    from osubrowser.ui.pages.rankings.menu import ranking_menu

    return ranking_menu(place, selection)
