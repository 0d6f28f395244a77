"""A player's medals: all of them, and the names of those that their activity tells."""

from __future__ import annotations

from datetime import UTC, datetime

from osubrowser.api.entities.users import UserAchievement
from osubrowser.models.players.medals import Medal, load_medals, medal_columns, medal_identity
from osubrowser.models.players.records import medal_record
from osubrowser.models.table.column import make_rows
from osubrowser.services.text.numerals import NOTHING
from tests.conftest import Server
from tests.models.scores.test_columns import connect

PLAYER = 12092800
KEYS = [column.key for column in medal_columns()]


def test_all_medals_of_the_profile_are_rows_and_those_won_lately_have_names(
    demo_server: Server,
) -> None:
    with connect(demo_server) as client:
        won = client.user(PLAYER).user_achievements
        assert won
        page = load_medals(client, PLAYER, won, medal_columns())
        told = {
            event.achievement.id: event.achievement.name
            for event in client.user_recent_activity(PLAYER, limit=100)
            if event.achievement is not None
        }
    assert told
    assert page.total == len(page.rows) == len(won)
    assert page.next is None
    for row, medal in zip(page.rows, won, strict=True):
        number = medal.achievement_id
        name = row.texts[0][: row.tones[0]]
        assert name == told.get(number, f"Medal {number}")
        assert (row.pictures[0] is not None) == (number in told)
        assert medal_record(row.item)["name"] == told.get(number)


def test_nothing_is_asked_for_a_player_without_medals(recorded_server: Server) -> None:
    with connect(recorded_server) as client:
        assert load_medals(client, 2, (), medal_columns()).rows == []
        assert not asked_for_activity(recorded_server)
        won = [UserAchievement(achievement_id=1)]
        assert len(load_medals(client, 2, won, medal_columns()).rows) == 1
        assert asked_for_activity(recorded_server)


def asked_for_activity(server: Server) -> bool:
    return any("recent_activity" in path for path in server.stats()["counts"])


def test_an_unknown_medal_says_when_it_was_won_and_why_it_has_no_name() -> None:
    won = UserAchievement(achievement_id=7, achieved_at=datetime(2020, 1, 2, tzinfo=UTC))
    columns = medal_columns()
    row = make_rows(columns, [Medal(won)], identity=medal_identity)[0]
    shown = dict(zip(KEYS, row.texts, strict=True))
    assert shown["medal"] == "Medal 7"
    assert shown["date"] == "2 Jan 2020"
    assert shown["share"] == NOTHING
    assert columns[0].tooltip is not None
    assert "names" in columns[0].tooltip(row.item)
