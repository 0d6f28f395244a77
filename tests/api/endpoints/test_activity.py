"""Endpoints of the events feed, recent activity and kudosu."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from osubrowser.api import Event, EventType, GameMode, KudosuAction, RankStatus
from osubrowser.api.entities.events import EventBeatmap, EventBeatmapset, EventUser
from tests.api.conftest import Stub
from tests.api.stub_calls import answer, asked, guest
from tests.conftest import ANSWERS, Server

AT = "2026-07-03T23:26:59+00:00"


def test_recorded_activity(recorded_server: Server) -> None:
    sent = json.loads((ANSWERS / "v2" / "get_user_recent_activity_200.json").read_bytes())
    client = guest(recorded_server)
    events = client.user_recent_activity(10690090)
    first = events[0]
    assert first.created_at == datetime(2026, 7, 3, 23, 26, 59, tzinfo=UTC)
    assert first.createdAt == first.created_at
    assert first.type is EventType.RANK
    assert (first.rank, first.score_rank, first.scoreRank) == (79, "A", "A")
    assert first.mode is GameMode.OSU
    assert first.beatmap is not None
    assert f"/{first.beatmap.id}?" in sent[0]["beatmap"]["url"]
    assert first.user is not None
    assert (first.user.username, first.user.id) == (
        sent[0]["user"]["username"],
        int(sent[0]["user"]["url"].rpartition("/")[2]),
    )
    walked = list(client.pages(client.user_recent_activity, 10690090))
    assert [len(page) for page in walked] == [5]


EVERY_KIND: list[dict[str, object]] = [
    {
        "type": "achievement",
        "achievement": {"id": 55, "name": "Jackpot", "achieved_percent": 1, "mode": None},
        "user": {"username": "a", "url": "/u/5"},
    },
    {"type": "beatmapPlaycount", "count": 1000, "beatmap": {"title": "x", "url": "/b/9?m=0"}},
    {
        "type": "beatmapsetApprove",
        "approval": "loved",
        "beatmapset": {"title": "x", "url": "/s/3"},
        "user": {"username": "a", "url": "/users/5"},
    },
    {"type": "beatmapsetDelete", "beatmapset": {"title": "x", "url": "/beatmapsets/3"}},
    {
        "type": "usernameChange",
        "user": {"username": "b", "url": "/users/5", "previousUsername": "a"},
    },
    {"type": "userSupportGift", "user": {"username": "a", "url": "/users/5"}},
    {"type": "rankLost", "parse_error": True},
    {"type": None, "parse_error": True},
    {"type": "from_tomorrow"},
]


def test_every_kind_of_event(stub: Stub) -> None:
    bodies = [{"id": n, "created_at": AT, **event} for n, event in enumerate(EVERY_KIND, 1)]
    answer(stub, {"events": bodies, "cursor": {"event_id": 1}, "cursor_string": "x"})
    page = stub.client().events(sort="id_asc")
    assert asked(stub) == ("GET /events", {"sort": ["id_asc"]})
    medal, count, approve, deleted, renamed, gift, lost, unreadable, tomorrow = page.events
    assert medal.achievement is not None
    assert (medal.achievement.name, medal.achievement.achieved_percent) == ("Jackpot", 1.0)
    assert count.count == 1000
    assert approve.approval is RankStatus.LOVED
    assert approve.beatmapset is not None
    assert approve.beatmapset.id == 3
    assert deleted.beatmapset == EventBeatmapset(title="x", url="/beatmapsets/3")
    assert renamed.user is not None
    assert renamed.user.previousUsername == renamed.user.previous_username == "a"
    assert gift.type is EventType.USER_SUPPORT_GIFT
    assert (lost.type, lost.beatmap, lost.parse_error) == (EventType.RANK_LOST, None, True)
    assert unreadable.type is None
    assert tomorrow.type is not None
    assert not tomorrow.type.is_known


def test_the_feed_is_walked_by_its_cursor(stub: Stub) -> None:
    answer(
        stub,
        {"events": [{"id": 9}], "cursor": {"event_id": 9}},
        {"events": [{"id": 8}], "cursor": None},
    )
    client = stub.client()
    events = [e.id for page in client.pages(client.events) for e in page.events]
    assert events == [9, 8]
    assert asked(stub)[1] == {"cursor[event_id]": ["9"]}


@pytest.mark.parametrize(
    ("thing", "number"),
    [
        (EventBeatmap(url="/beatmaps/4833771?ruleset=osu"), 4833771),
        (EventBeatmap(url="/b/123?m=0"), 123),
        (EventBeatmap(url="https://osu.ppy.sh/beatmapsets/1#osu/75"), 75),
        (EventBeatmap(url="/beatmapsets/1"), None),
        (EventBeatmapset(url="/s/12"), 12),
        (EventBeatmapset(url="/beatmapsets/1#osu/75"), 1),
        (EventUser(url="/u/2"), 2),
        (EventUser(url="/users/peppy"), None),
        (EventUser(url=""), None),
    ],
)
def test_ids_are_read_from_addresses(
    thing: EventBeatmap | EventBeatmapset | EventUser, number: int | None
) -> None:
    assert thing.id == number


def test_kudosu(stub: Stub) -> None:
    body = [
        {
            "id": 2,
            "action": "vote.give",
            "amount": 1,
            "model": "beatmap_discussion",
            "created_at": AT,
            "giver": None,
            "post": {"url": None, "title": "[deleted beatmap]"},
            "details": {"event": "vote"},
        },
        {"id": 1, "action": "give", "amount": -2, "giver": {"url": "/u/2", "username": "p"}},
    ]
    answer(stub, body)
    vote, gift = stub.client().user_kudosu(user_id=3178418, limit=7, offset=3)
    assert asked(stub) == ("GET /users/3178418/kudosu", {"limit": ["7"], "offset": ["3"]})
    assert vote.action is KudosuAction.GIVE
    assert (vote.post.url, vote.post.title) == (None, "[deleted beatmap]")
    assert vote.details == {"event": "vote"}
    assert gift.amount == -2
    assert gift.giver is not None
    assert gift.giver.username == "p"


def test_activity_is_walked_by_offset(stub: Stub) -> None:
    full = [{"id": n} for n in range(100, 90, -1)]
    answer(stub, full, [{"id": 1}])
    client = stub.client()
    pages = list(client.pages(client.user_recent_activity, 2, limit=10))
    assert [len(page) for page in pages] == [10, 1]
    assert asked(stub)[1] == {"limit": ["10"], "offset": ["10"]}
    assert isinstance(pages[0][0], Event)
