"""Players that a search finds: columns and loads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.errors import Cancelled, OsuError
from osubrowser.models.rankings.figures import flag_column
from osubrowser.models.search.ranking import is_exact, ranked, without
from osubrowser.models.table.column import make_rows
from osubrowser.models.table.common_columns import (
    mark_column,
    minute_column,
    player_column,
    text_column,
)
from osubrowser.models.table.row_filter import RowFilter
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.places.ranking_query import country_name
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.users import UserCompact
    from osubrowser.models.table.column import Column, Record, Row

PAGE_SIZE: Final = 20
MOST: Final = 100
"""Players that osu! names for one question, over all pages."""
_NAME: Final = re.compile(r"[A-Za-z0-9 _\-\[\]]{2,20}\Z")


@dataclass(frozen=True, slots=True)
class PlayersQuestion:
    """Question for players.

    Attributes:
        words: a name, or a part of it.
        is_active: only those who were active lately.
        home: code of the own country, whose players come before others; "" for none.
    """

    words: str
    is_active: bool = False
    home: str = ""


class CountryFilter(RowFilter):
    """Filter that hides the players of other countries.

    Args:
        country: its code, in capitals.
    """

    def __init__(self, country: str) -> None:
        self.country = country

    def reasons(self, rows: Sequence[Row[Any]]) -> list[int]:
        """Return for each row 0 for a player of the country, else 1."""
        return [int(row.item.country_code != self.country) for row in rows]


def countries_of(rows: Iterable[Row[Any]]) -> list[tuple[str, str, str]]:
    """Return code, name, and number of players of each country of found players."""
    users: list[UserCompact] = [row.item for row in rows if row.item.country_code]
    counts = Counter(user.country_code or "" for user in users)
    names = {user.country_code or "": country_of(user) for user in users}
    return [(code, names[code] or code, numerals.whole(count)) for code, count in counts.items()]


def player_columns(
    flag: Callable[[str], str | None],
) -> tuple[Column[UserCompact], ...]:
    """Return the columns of players.

    Args:
        flag: returns the URL of the flag of a country; called on workers.
    """
    return (
        player_column("player", tr("Player"), lambda user: user, 200),
        flag_column(flag, _code, country_of),
        text_column("state", tr("State"), 130, state_of),
        minute_column("last_visit", tr("Last visit"), lambda user: user.last_visit),
        text_column("former", tr("Formerly"), 160, former_names),
        mark_column("supporter", tr("Supporter"), lambda user: bool(user.is_supporter)),
        text_column("group", tr("Group"), 100, lambda user: _group(user)).hidden(),
    )


def load_players(
    client: Client, question: PlayersQuestion, columns: Sequence[Column[Any]], cursor: object = None
) -> RowsPage:
    """Load a page of the players (`search?mode=user`); blocks, for a worker.

    Where none of the first page has exactly the name that was asked for, the player of this name is
    asked for, too (`users/@name`), which osu! also finds by a former name.

    Args:
        client: the API client.
        question: what to search for.
        columns: of `player_columns`.
        cursor: number of the page; None for the first one.

    Raises:
        OsuError: as the client raises it.
    """
    page = cursor if isinstance(cursor, int) else 1
    words = question.words
    answer = client.search(
        words, mode="user", page=page, recent_only=True if question.is_active else None
    )
    found: list[UserCompact] = list(answer.user.data) if answer.user is not None else []
    total = answer.user.total if answer.user is not None else 0
    goes_on = len(found) >= PAGE_SIZE and page * PAGE_SIZE < min(total, MOST)
    found = [user for user in found if user.id is not None]
    if page == 1 and not any(is_exact(words, names_of(user)) for user in found):
        named = _named(client, words)
        if named is not None and not (question.is_active and named.is_active is False):
            found = [named, *without(found, [named], _identity)]
    found = ranked(
        words,
        found,
        names=names_of,
        is_active=lambda user: user.is_active,
        is_near=lambda user: question.home and user.country_code == question.home,
    )
    first = (page - 1) * PAGE_SIZE + 1
    rows = make_rows(columns, found, first_number=first, identity=_identity)
    return RowsPage(rows, total=max(total, len(rows)), next=page + 1 if goes_on else None)


def player_record(row: Row[Any]) -> Record:
    """Return the record of a player, for a JSON export."""
    user: UserCompact = row.item
    return {
        "id": user.id,
        "username": user.username,
        "country_code": user.country_code,
        "is_active": user.is_active,
        "is_online": user.is_online,
        "is_bot": user.is_bot,
        "is_deleted": user.is_deleted,
        "is_supporter": user.is_supporter,
        "last_visit": user.last_visit.isoformat() if user.last_visit is not None else None,
        "default_group": user.default_group,
        "profile_colour": user.profile_colour,
        "avatar_url": user.avatar_url,
    }


def names_of(user: UserCompact) -> list[str]:
    """Return the name of a player, and the former names that are known."""
    return [user.username, *(user.previous_usernames or ())]


def country_of(user: UserCompact) -> str:
    """Return the name of a player's country; "" for an unknown one."""
    if user.country is not None and user.country.name:
        return plain(user.country.name, 60)
    return country_name(user.country_code) if user.country_code else ""


def state_of(user: UserCompact) -> str:
    """Return in words whether a player is there."""
    if user.is_deleted:
        return tr("deleted")
    words = [tr("bot")] if user.is_bot else []
    if user.is_online:
        words.append(tr("online"))
    elif user.is_active is not None:
        words.append(tr("active") if user.is_active else tr("inactive"))
    return ", ".join(words)


def former_names(user: UserCompact) -> str:
    """Return the former names of a player, as far as they are known."""
    return plain(", ".join(user.previous_usernames or ()))


def _named(client: Client, words: str) -> UserCompact | None:
    """Return the player of a name, or of a former name; None if there is none, or on a failure."""
    if not _NAME.match(words):
        return None
    try:
        found = client.user(words, key="username")
    except Cancelled:
        raise
    except OsuError:  # the players that were found stay
        return None
    return found if found.id is not None else None


def _code(user: UserCompact) -> str:
    return user.country_code or ""


def _group(user: UserCompact) -> str:
    group = user.default_group or ""
    return "" if group == "default" else plain(group, 40)


def _identity(user: UserCompact) -> Hashable:
    return user.id
