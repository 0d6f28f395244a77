"""Friends: rows, their selection and order, and what is hidden or gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from osubrowser.api import Authorization, Client, LoginRequired, MemoryTokenStore
from osubrowser.api.entities.users import (
    UserCompact,
    UserRelation,
    UserRelationType,
    UserStatistics,
)
from osubrowser.models.players.friends import friend_columns, friend_record, load_friends
from osubrowser.models.table.column import Row
from osubrowser.services.text.numerals import NOTHING
from tests.conftest import Server
from tests.models.scores.test_columns import connect

COLUMNS = friend_columns(lambda _code: None)


def follow(authorization: Authorization) -> str:
    with requests.get(authorization.url, allow_redirects=False, timeout=5) as answer:
        return parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]


@pytest.fixture
def player(demo_server: Server) -> Iterator[Client]:
    """The client of the demo's player."""
    client = Client(
        demo_server.client_id,
        demo_server.client_secret,
        "http://127.0.0.1:17272/callback",
        ["public", "identify", "friends.read"],
        base_url=demo_server.url,
        token_store=MemoryTokenStore(),
        authorize=follow,
    )
    yield client
    client.close()


def cells(row: Row[Any]) -> dict[str, str]:
    return dict(zip([column.key for column in COLUMNS], row.texts, strict=True))


def test_friends_of_the_player(player: Client, demo_server: Server) -> None:
    rows = load_friends(player, "", "", COLUMNS).rows
    assert len(rows) == len(player.friends()) == 37
    seen = [cells(row)["seen"] for row in rows]
    online = seen.count("online")
    assert 0 < online < len(rows)
    assert seen[:online] == ["online"] * online
    assert len(load_friends(player, "online", "", COLUMNS).rows) == online
    assert len(load_friends(player, "offline", "", COLUMNS).rows) == len(rows) - online
    mutual = load_friends(player, "mutual", "rank", COLUMNS).rows
    assert all(friend_record(row)["mutual"] for row in mutual)
    ranks = [friend_record(row)["global_rank"] for row in mutual]
    known = [rank for rank in ranks if rank is not None]
    assert ranks[: len(known)] == sorted(known)
    names = [
        str(friend_record(row)["username"])
        for row in load_friends(player, "", "name", COLUMNS).rows
    ]
    assert names == sorted(names, key=str.casefold)
    with connect(demo_server) as guest, pytest.raises(LoginRequired):
        load_friends(guest, "", "", COLUMNS)


def test_who_hides_who_is_gone_and_who_is_blocked() -> None:
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    friends = [
        UserRelation(target_id=1, target=None),
        UserRelation(target_id=2, target=UserCompact(id=2, username="hider", is_online=False)),
        UserRelation(target_id=3, relation_type=UserRelationType.BLOCK),
        UserRelation(
            target_id=4,
            relation_type=UserRelationType.FRIEND,
            target=UserCompact(
                id=4,
                username="x\u202ey",
                last_visit=long_ago,
                statistics=UserStatistics(pp=1e300, global_rank=10**18, play_count=1),
            ),
        ),
    ]

    class Answer:
        """Client with these friends."""

        def friends(self) -> list[UserRelation]:
            return friends

    client: Any = Answer()
    shown = {row.id: cells(row) for row in load_friends(client, "", "", COLUMNS).rows}
    assert set(shown) == {1, 2, 4}
    assert (shown[1]["player"], shown[1]["seen"], shown[1]["pp"]) == (NOTHING,) * 3
    assert shown[2]["seen"] == "hidden"
    assert shown[4]["player"] == "xy"
    assert shown[4]["seen"].endswith("ago")
    assert shown[4]["rank"] == f"#{10**18:,}"
