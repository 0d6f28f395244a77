"""Friends of the signed-in player: columns, load and record."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any

from osubrowser.models.players.seen import seen_column
from osubrowser.models.rankings.rankings import country_name_of, player_columns
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.common_columns import mark_column, number_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import sort_key
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.users import UserRelation, UserStatistics
    from osubrowser.models.rankings.rankings import Flag
    from osubrowser.models.table.column import Record, Row


def friend_columns(flag: Flag) -> tuple[Column[UserRelation], ...]:
    """Return the columns of friends; figures are of the own player's ruleset.

    Args:
        flag: returns the URL of the flag of a country code.
    """
    _, country, team, player = player_columns(flag, lambda one: one.target)
    return (
        player,
        seen_column(lambda one: one.target),
        mark_column(
            "mutual", tr("Mutual"), is_mutual, tr("Whether you are a friend of theirs, too")
        ),
        country,
        Column(
            "country",
            tr("Country"),
            140,
            CellKind.TEXT,
            text=lambda one, _: country_name_of(one.target),
            sort=lambda one, _: country_name_of(one.target).casefold() or None,
        ),
        team,
        Column(
            "rank",
            tr("Rank"),
            84,
            CellKind.NUMBER,
            text=lambda one, _: _rank(one),
            sort=lambda one, _: _figure(one, lambda s: s.global_rank),
            description=tr("Rank in the performance ranking of your ruleset"),
        ),
        Column(
            "pp",
            "pp",
            84,
            CellKind.NUMBER,
            text=lambda one, _: _pp(one),
            sort=lambda one, _: _figure(one, lambda s: s.pp),
            description=tr("Performance points in your ruleset"),
        ),
        Column(
            "accuracy",
            tr("Accuracy", "column"),
            80,
            CellKind.NUMBER,
            text=lambda one, _: _accuracy(one),
            sort=lambda one, _: _figure(one, lambda s: s.accuracy_percent),
        ),
        number_column(
            "play_count", tr("Plays"), 84, lambda one: _figure(one, lambda s: s.play_count)
        ),
        mark_column(
            "supporter",
            tr("Supporter"),
            lambda one: bool(one.target is not None and one.target.is_supporter),
            tr("Whether they support osu!"),
        ).hidden(),
    )


def load_friends(
    client: Client, show: str, sort: str, columns: Sequence[Column[Any]], _cursor: object = None
) -> RowsPage:
    """Load the friends of the signed-in player (`friends`); blocks, for a worker.

    Args:
        client: the API client.
        show: `online`, `offline` or `mutual`; "" for all.
        sort: `name` or `rank`; "" for those online first, then by their last visit.
        columns: of `friend_columns`.

    Raises:
        LoginRequired: a guest has no friends.
        Forbidden: the sign-in did not ask for the list of friends.
        OsuError: as the client raises it.
    """
    friends = [
        one
        for one in client.friends()
        if one.relation_type in (None, "friend") and _SHOWN[show](one)
    ]
    friends.sort(key=_ORDERS[sort])
    rows = make_rows(columns, friends, first_number=1, identity=_identity)
    return RowsPage(rows, total=len(rows))


def is_mutual(friend: UserRelation) -> bool:
    """Whether the relation holds both ways."""
    return bool(friend.mutual)


def is_online(friend: UserRelation) -> bool:
    """Whether a friend is online, as far as they show it."""
    return friend.target is not None and bool(friend.target.is_online)


def friend_record(row: Row[Any]) -> Record:
    """Return the record of a friend, for a JSON export."""
    friend: UserRelation = row.item
    user, statistics = friend.target, _statistics(friend)
    visit = user.last_visit if user is not None else None
    return {
        "id": friend.target_id,
        "username": user.username if user is not None else None,
        "country_code": user.country_code if user is not None else None,
        "team": user.team.name if user is not None and user.team is not None else None,
        "mutual": friend.mutual,
        "is_online": user.is_online if user is not None else None,
        "last_visit": visit.isoformat() if visit is not None else None,
        "global_rank": statistics.global_rank if statistics is not None else None,
        "pp": statistics.pp if statistics is not None else None,
        "accuracy": statistics.accuracy_percent if statistics is not None else None,
        "play_count": statistics.play_count if statistics is not None else None,
    }


def _identity(friend: UserRelation) -> Hashable:
    return friend.target_id


# --- order and selection ------------------------------------------------------------------------


def _name(friend: UserRelation) -> str:
    return plain(friend.target.username, 40).casefold() if friend.target is not None else "\uffff"


def _by_visit(friend: UserRelation) -> tuple[bool, float, str]:
    visit = friend.target.last_visit if friend.target is not None else None
    return (not is_online(friend), -(sort_key(visit) or 0.0), _name(friend))


def _by_rank(friend: UserRelation) -> tuple[float, str]:
    rank = _figure(friend, lambda s: s.global_rank)
    return (float("inf") if rank is None else rank, _name(friend))


_ORDERS: dict[str, Callable[[UserRelation], Any]] = {
    "": _by_visit,
    "name": _name,
    "rank": _by_rank,
}
_SHOWN: dict[str, Callable[[UserRelation], bool]] = {
    "": lambda _: True,
    "online": is_online,
    "offline": lambda friend: not is_online(friend),
    "mutual": is_mutual,
}


# --- cells --------------------------------------------------------------------------------------


def _statistics(friend: UserRelation) -> UserStatistics | None:
    return friend.target.statistics if friend.target is not None else None


def _figure(friend: UserRelation, of: Callable[[UserStatistics], Any]) -> Any:  # noqa: ANN401
    statistics = _statistics(friend)
    return None if statistics is None else of(statistics)


def _rank(friend: UserRelation) -> str:
    rank = _figure(friend, lambda s: s.global_rank)
    return NOTHING if rank is None else f"#{numerals.whole(rank)}"


def _pp(friend: UserRelation) -> str:
    pp = _figure(friend, lambda s: s.pp)
    return numerals.decimal(pp, 2) if pp else NOTHING


def _accuracy(friend: UserRelation) -> str:
    accuracy = _figure(friend, lambda s: s.accuracy_percent if s.play_count else None)
    return NOTHING if accuracy is None else numerals.hundredths(accuracy, 2)
