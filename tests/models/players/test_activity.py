"""What a player did: each kind of event is a sentence, recorded ones exactly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from osubrowser.api.client import Client
from osubrowser.api.entities.beatmaps import RankStatus
from osubrowser.api.entities.events import (
    Event,
    EventAchievement,
    EventBeatmap,
    EventBeatmapset,
    EventType,
    EventUser,
)
from osubrowser.api.entities.modes import GameMode
from osubrowser.models.players.activity import (
    activity_columns,
    activity_identity,
    event_text,
    load_activity,
)
from osubrowser.models.players.records import event_record
from osubrowser.models.table.column import make_rows
from tests.conftest import ANSWERS, Server
from tests.models.scores.test_columns import connect


@pytest.fixture
def client(recorded_server: Server) -> Iterator[Client]:
    with connect(recorded_server) as client:
        yield client


def cells(event: Event) -> dict[str, str]:
    columns = activity_columns()
    row = make_rows(columns, [event], identity=activity_identity)[0]
    return dict(zip([column.key for column in columns], row.texts, strict=True))


def test_each_recorded_event_is_told_as_it_was_sent(client: Client) -> None:
    path = ANSWERS / "v2" / "get_user_recent_activity_200.json"
    sent: list[dict[str, Any]] = json.loads(path.read_text())
    page = load_activity(client, 2, activity_columns(), 0)
    assert page.next is None  # a short page is the last
    assert len(page.rows) == len(sent)
    keys = [column.key for column in activity_columns()]
    for row, event in zip(page.rows, sent, strict=True):
        shown = dict(zip(keys, row.texts, strict=True))
        assert shown["event"] == f"Rank #{event['rank']:,} on {event['beatmap']['title']}"
        assert shown["event"][: row.tones[keys.index("event")]] == f"Rank #{event['rank']:,}"
        assert shown["grade"] == {"SH": "S", "X": "SS", "XH": "SS"}.get(
            event["scoreRank"], event["scoreRank"]
        )
        assert shown["mode"] == {"osu": "osu!"}[event["mode"]]
        when = datetime.fromisoformat(event["created_at"]).astimezone(UTC)
        assert shown["date"] == f"{when.day} {when:%b} {when.year}, {when:%H:%M}"


BEATMAP = EventBeatmap(title="A - B [C]", url="/beatmaps/1?ruleset=osu")
BEATMAPSET = EventBeatmapset(title="A - B", url="/beatmapsets/1")
PLAYER = EventUser(username="new", url="/users/1", previous_username="old")


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (Event(type=EventType.RANK, rank=1234, beatmap=BEATMAP), "Rank #1,234 on A - B [C]"),
        (Event(type=EventType.RANK_LOST, beatmap=BEATMAP), "First place lost on A - B [C]"),
        (
            Event(type=EventType.BEATMAP_PLAYCOUNT, beatmap=BEATMAP, count=5000),
            "A - B [C] has been played 5,000 times",
        ),
        (
            Event(
                type=EventType.BEATMAPSET_APPROVE, beatmapset=BEATMAPSET, approval=RankStatus.LOVED
            ),
            "A - B is loved now",
        ),
        (Event(type=EventType.BEATMAPSET_DELETE, beatmapset=BEATMAPSET), "A - B was deleted"),
        (
            Event(type=EventType.BEATMAPSET_REVIVE, beatmapset=BEATMAPSET),
            "A - B came back from the graveyard",
        ),
        (Event(type=EventType.BEATMAPSET_UPDATE, beatmapset=BEATMAPSET), "A - B was updated"),
        (Event(type=EventType.BEATMAPSET_UPLOAD, beatmapset=BEATMAPSET), "A - B was uploaded"),
        (
            Event(
                type=EventType.ACHIEVEMENT,
                achievement=EventAchievement(name="Jackpot", description="Be lucky."),
            ),
            "Medal Jackpot Be lucky.",
        ),
        (Event(type=EventType.USER_SUPPORT_FIRST, user=PLAYER), "Became an osu!supporter"),
        (Event(type=EventType.USER_SUPPORT_AGAIN, user=PLAYER), "Supports osu! once more"),
        (
            Event(type=EventType.USER_SUPPORT_GIFT, user=PLAYER),
            "Was given the osu!supporter tag",
        ),
        (
            Event(type=EventType.USERNAME_CHANGE, user=PLAYER),
            "Has the new name new was old before",
        ),
        (Event(parse_error=True), "Something that osu! itself cannot read any more"),
        (
            Event(type=EventType.RANK, parse_error=True),
            "Something that osu! itself cannot read any more",
        ),
        (Event(type=EventType("brandNew")), "brandNew"),
    ],
)
def test_each_kind_of_event_is_a_sentence(event: Event, words: str) -> None:
    assert event_text(event).text == words
    assert cells(event)["event"] == words


def test_a_medal_names_its_own_ruleset_and_shows_its_picture() -> None:
    achievement = EventAchievement(name="M", mode=GameMode.CATCH, icon_url="https://a/b.png")
    event = Event(type=EventType.ACHIEVEMENT, achievement=achievement)
    columns = activity_columns()
    row = make_rows(columns, [event], identity=activity_identity)[0]
    assert cells(event)["mode"] == "osu!catch"
    assert row.pictures[[column.key for column in columns].index("grade")] == "https://a/b.png"


def test_all_events_of_the_demo_are_told(demo_server: Server) -> None:
    with connect(demo_server) as client:
        page = load_activity(client, 3178418, activity_columns(), 0)
    assert page.rows
    for row in page.rows:
        assert row.texts[1]
        assert event_record(row.item)["event"] == event_text(row.item).text
