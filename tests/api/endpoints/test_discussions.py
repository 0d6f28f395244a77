"""Endpoints of modding: discussions, posts, votes, events."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

from osubrowser.api import (
    BeatmapsetDiscussions,
    BeatmapsetEventType,
    BeatmapsetStatus,
    MessageType,
    ModdingHistoryEventsBundle,
    SystemMessage,
)
from osubrowser.api.decoding.decode import decode
from tests.api.conftest import Stub
from tests.api.stub_calls import answer, asked, guest
from tests.conftest import Server, raw_answer

AT = "2026-07-03T14:15:03+00:00"


def test_recorded_posts(recorded_server: Server) -> None:
    client = guest(recorded_server)
    page = client.beatmapset_discussion_posts()
    sent = raw_answer("v2/get_beatmapset_discussion_posts_200.json")
    assert page.discussions[0].message_type is MessageType.SUGGESTION
    assert page.discussions[0].timestamp == 11215
    assert page.posts[0].message == sent["posts"][0]["message"]
    assert page.posts[0].created_at == datetime(2026, 7, 4, 0, 47, 41, tzinfo=UTC)
    assert {post.beatmapset_discussion_id for post in page.posts} <= {
        discussion.id for discussion in page.discussions
    }
    walked = client.pages(client.beatmapset_discussion_posts)
    assert [len(p.posts) for p in walked] == [len(sent["posts"])]


def test_recorded_discussions(recorded: Callable[[str], bytes]) -> None:
    page = decode(recorded("get_beatmapset_discussions_200"), BeatmapsetDiscussions)
    sent = raw_answer("v2/get_beatmapset_discussions_200.json")
    first = page.discussions[0]
    assert first.starting_post is not None
    assert first.starting_post.message == sent["discussions"][0]["starting_post"]["message"]
    assert str(first.starting_post.message).startswith("02:51:043 (3,1) - ")
    assert first.current_user_attributes is not None
    assert first.current_user_attributes.can_reopen
    assert page.reviews_config.max_blocks == 100
    assert len(page.beatmaps) == len(sent["beatmaps"])
    assert page.cursor is not None
    assert page.cursor.page == 2


def test_recorded_events(recorded: Callable[[str], bytes]) -> None:
    page = decode(recorded("get_beatmapset_events_200"), ModdingHistoryEventsBundle)
    sent = raw_answer("v2/get_beatmapset_events_200.json")["events"]
    comments = {e.type: e.comment for e in page.events}
    resolved = comments[BeatmapsetEventType.ISSUE_RESOLVE]
    assert not isinstance(resolved, str | None)
    assert resolved.beatmap_discussion_post_id is not None
    toggled = comments[BeatmapsetEventType.NSFW_TOGGLE]
    assert not isinstance(toggled, str | None)
    assert (toggled.old, toggled.new) == (False, True)
    owners = comments[BeatmapsetEventType.BEATMAP_OWNER_CHANGE]
    assert not isinstance(owners, str | None)
    assert owners.new_users is not None
    [change] = [e["comment"] for e in sent if e["type"] == "beatmap_owner_change"]
    assert [user.username for user in owners.new_users] == [change["new_user_username"]]
    assert comments[BeatmapsetEventType.RANK] is None
    assert page.reviewsConfig is page.reviews_config
    assert page.reviews_config.max_blocks == 100


def test_what_the_recordings_lack(stub: Stub) -> None:
    events = [
        {"id": 3, "type": "disqualify", "comment": "unrankable", "created_at": AT},
        {"id": 2, "type": "from_tomorrow", "comment": [], "created_at": AT, "discussion": None},
        {"id": 1, "type": "offset_edit", "comment": {"old": 0, "new": -5}, "created_at": AT},
    ]
    answer(stub, {"events": events, "users": [], "reviewsConfig": {"max_blocks": 10}})
    old, tomorrow, edit = stub.client().beatmapset_events().events
    assert old.comment == "unrankable"
    assert tomorrow.type == "from_tomorrow"
    assert tomorrow.discussion is None
    assert edit.comment is not None
    assert not isinstance(edit.comment, str)
    assert (edit.comment.old, edit.comment.new) == (0, -5)

    system = {"id": 1, "system": True, "message": {"type": "resolved", "value": True}}
    answer(stub, {"posts": [system, {"id": 2, "message": "text"}], "cursor": None})
    note, text = stub.client().beatmapset_discussion_posts().posts
    assert note.message == SystemMessage(type="resolved", value=True)
    assert text.message == "text"


def test_votes(stub: Stub) -> None:
    vote = {"id": 5, "beatmapset_discussion_id": 7, "user_id": 2, "score": -1, "created_at": AT}
    answer(stub, {"votes": [vote], "discussions": [{"id": 7}], "users": [{"id": 2}]})
    page = stub.client().beatmapset_discussion_votes(vote=-1, receiver_id=3, user_id=2)
    assert asked(stub) == (
        "GET /beatmapsets/discussions/votes",
        {"receiver": ["3"], "score": ["-1"], "user": ["2"]},
    )
    assert (page.votes[0].score, page.votes[0].user_id) == (-1, 2)


def test_parameters(stub: Stub) -> None:
    client = stub.client()
    client.beatmapset_discussions(
        beatmapset_status=BeatmapsetStatus.RANKED,
        message_types=[MessageType.PROBLEM, "hype"],
        only_unresolved=True,
        user_id="peppy",
        limit=5,
    )
    assert asked(stub) == (
        "GET /beatmapsets/discussions",
        {
            "beatmapset_status": ["ranked"],
            "message_types[]": ["problem", "hype"],
            "only_unresolved": ["1"],
            "user": ["peppy"],
            "limit": ["5"],
        },
    )
    client.beatmapset_discussion_posts(7, types=["first"], cursor_string="abc")
    assert asked(stub) == (
        "GET /beatmapsets/discussions/posts",
        {"beatmapset_discussion_id": ["7"], "types[]": ["first"], "cursor_string": ["abc"]},
    )
    east = datetime(2026, 1, 2, 9, tzinfo=timezone(timedelta(hours=9)))
    client.beatmapsets_events(types=[BeatmapsetEventType.ISSUE_REOPEN], min_date=east)
    assert asked(stub) == (
        "GET /beatmapsets/events",
        {"types[]": ["issue_reopen"], "min_date": ["2026-01-02T00:00:00+00:00"]},
    )


def test_pages_of_discussions_follow_the_cursor_and_repeat_the_rest(stub: Stub) -> None:
    answer(
        stub,
        {"discussions": [{"id": 2}], "cursor": {"page": 2, "limit": 5}},
        {"discussions": [{"id": 1}], "cursor": None},
    )
    client = stub.client()
    pages = list(client.pages(client.beatmapset_discussions, user_id=2, cursor_string="abc"))
    assert [d.id for page in pages for d in page.discussions] == [2, 1]
    assert asked(stub)[1] == {"user": ["2"], "cursor[page]": ["2"], "cursor[limit]": ["5"]}


def test_pages_of_events_are_numbered_until_a_short_one(stub: Stub) -> None:
    full = [{"id": n} for n in range(100, 95, -1)]
    answer(stub, {"events": full}, {"events": [{"id": 1}]})
    client = stub.client()
    pages = list(client.pages(client.beatmapset_events, limit=5))
    assert [len(page.events) for page in pages] == [5, 1]
    assert asked(stub)[1] == {"limit": ["5"], "page": ["2"]}
