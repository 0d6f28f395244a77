"""Tests of names and dated events of players."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from osubrowser.api.entities.events import Event
from osubrowser.api.entities.users import User, UserCompact, Users
from osubrowser.services.history.days import DAY, time_of
from osubrowser.services.history.events import events_of
from osubrowser.services.history.names import names_of
from osubrowser.services.history.records import Difference, Observation
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.subjects import SubjectKind
from osubrowser.services.history.topics import topics
from tests.conftest import Server
from tests.services.history.observed import Observed, client_of

NOW = 20_000 * DAY + 50_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    """Return a store in a new file."""
    store = HistoryStore(tmp_path / "history.sqlite", topics())
    yield store
    store.close()


def see(store: HistoryStore, name: str, at: int) -> list[Difference]:
    """Let player 2 be seen with a name; return the differences."""
    users = Users(users=[UserCompact(id=2, username=name, country_code="JP")])
    return store.write([Observation("/api/v2/users", {}, users, at)])


def activity(store: HistoryStore, *events: dict[str, Any]) -> None:
    """Let the recent activity of player 2 be seen."""
    entity = msgspec.convert(list(events), list[Event])
    store.write([Observation("/api/v2/users/2/recent_activity", {}, entity, NOW)])


def event(number: int, at: int, kind: str, **more: Any) -> dict[str, Any]:
    """Return an event of the API."""
    return {"id": number, "type": kind, "created_at": time_of(at), **more}


def told(store: HistoryStore, ruleset: str = "osu") -> list[tuple[int, str, dict[str, Any]]]:
    """Return the events of player 2."""
    return [(one.at, one.what, dict(one.data)) for one in events_of(store, 2, ruleset)]


def test_a_new_name_is_a_difference_and_an_event(store: HistoryStore) -> None:
    """When it was seen, until the player's activity says when it was taken: then that alone."""
    assert see(store, "first", NOW) == []
    assert see(store, "first", NOW + 5) == []
    (found,) = see(store, "second", NOW + DAY)
    assert (found.what, found.subject.key) == ("name", 2)
    assert found.data == {"before": "first", "after": "second"}
    names = {"before": "first", "after": "second"}
    assert told(store) == [(NOW + DAY, "name", {**names, "is_seen": True})]
    user = {"username": "second", "previousUsername": "first"}
    for _ in range(2):
        activity(store, event(7, NOW + 99, "usernameChange", user=user))
    assert told(store, "mania") == [(NOW + 99, "name", names)]
    user = {"username": "third", "previousUsername": "second"}
    activity(store, event(9, NOW + 2 * DAY, "usernameChange", user=user))
    (found,) = see(store, "third", NOW + 3 * DAY)  # its event is known already
    assert [at for at, _, _ in told(store)] == [NOW + 99, NOW + 2 * DAY]
    assert names_of(store, SubjectKind.PLAYER, [2, 3]) == {2: ("third", "JP")}


def test_a_placeholder_of_a_deleted_player_is_no_name(store: HistoryStore) -> None:
    """The last name of theirs stays."""
    see(store, "first", NOW)
    gone = Users(users=[UserCompact(id=2, username="[deleted user]", is_deleted=True)])
    assert store.write([Observation("/api/v2/users", {}, gone, NOW + 9)]) == []
    assert names_of(store, SubjectKind.PLAYER, [2])[2].name == "first"


def test_medals_get_their_names_from_events(store: HistoryStore) -> None:
    """A medal is there once, whoever tells of it first; one of a ruleset only in that ruleset."""
    medals = [
        {"achievement_id": number, "achieved_at": time_of(NOW - number)} for number in (3, 2, 1)
    ]
    user = msgspec.convert({"id": 2, "username": "one", "user_achievements": medals}, User)
    for _ in range(2):
        store.write([Observation("/api/v2/users/2/osu", {}, user, NOW)])
    none = {"name": "", "icon": ""}
    assert told(store) == [(NOW - n, "medal", {"id": n, **none}) for n in (3, 2, 1)]
    first = {"id": 2, "name": "Two", "icon_url": "https://assets.ppy.sh/2.png", "mode": "taiko"}
    second = {"id": 4, "name": "Four", "icon_url": "https://assets.ppy.sh/4.png"}
    activity(
        store,
        event(11, NOW - 2, "achievement", achievement=first),
        event(12, NOW + 9, "achievement", achievement=second),
    )
    assert [data["id"] for _, _, data in told(store, "taiko")] == [3, 2, 1, 4]
    assert told(store)[1:] == [
        (NOW - 1, "medal", {"id": 1, **none}),
        (NOW + 9, "medal", {"id": 4, "name": "Four", "icon": "https://assets.ppy.sh/4.png"}),
    ]


def test_places_are_of_their_ruleset(store: HistoryStore) -> None:
    """What is damaged or of another sort leaves nothing."""
    beatmap = {"title": "夜 - 曲 [難]", "url": "/b/75?m=1"}
    activity(
        store,
        event(1, NOW, "rank", rank=4, scoreRank="SH", mode="taiko", beatmap=beatmap),
        event(2, NOW + 1, "rankLost", mode="osu", beatmap=beatmap),
        event(3, NOW + 2, "rank", rank=4, mode="new ruleset", beatmap=beatmap),
        event(4, NOW + 3, "userSupportAgain"),
        {"id": 5, "parse_error": True},
    )
    place = {"beatmap": 75, "title": "夜 - 曲 [難]"}
    assert told(store, "taiko") == [(NOW, "rank", {**place, "rank": 4, "grade": "SH"})]
    assert told(store, "osu") == [(NOW + 1, "rank_lost", place)]
    assert [one.at for one in events_of(store, 2, "osu", NOW + 2)] == []


def test_the_demo_s_activity_is_told(demo_server: Server, store: HistoryStore) -> None:
    """Each event of these sorts is there at its time."""
    observed = Observed(store)
    events = client_of(demo_server, observed).user_recent_activity(2, limit=100)
    observed.write()
    sorts = {"rank": "rank", "rankLost": "rank_lost", "achievement": "medal"}
    expected = {
        (int(one.created_at.timestamp()), sorts[str(one.type)])
        for one in events
        if str(one.type) in sorts and one.created_at is not None
    }
    found = {
        (at, what)
        for mode in ("osu", "taiko", "fruits", "mania")
        for at, what, _ in told(store, mode)
    }
    assert expected and found == expected
