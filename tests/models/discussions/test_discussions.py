"""Discussions as they are shown: exactly what the server sent, and what is missing, in words."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from osubrowser.api.cursor import Cursor
from osubrowser.api.decoding.decode import decode
from osubrowser.api.entities.beatmapset_events import (
    BeatmapsetEventType,
    ModdingHistoryEventsBundle,
)
from osubrowser.api.entities.discussions import BeatmapsetDiscussionPosts, BeatmapsetDiscussions
from osubrowser.models.discussions.discussions import (
    TYPES,
    DiscussionPage,
    ReplyPage,
    moment_of,
    page_of,
    reply_of,
    review_blocks,
)
from osubrowser.models.discussions.events import event_page_of
from osubrowser.models.discussions.feed import GENERAL, DiscussionFeed, DiscussionFilter
from osubrowser.models.posts.post import Post, PostKind
from osubrowser.services.runtime.tasks import TaskScope
from tests.conftest import raw_answer
from tests.models.posts.test_loads import Loader as AnsweringLoader
from tests.services.richtext.test_sanitize import HOSTILE

NOW = datetime(2026, 11, 29, tzinfo=UTC)
ORIGIN = "https://osu.ppy.sh"


def page(*talks: dict[str, Any], **rest: Any) -> DiscussionPage:
    body = {"discussions": list(talks), "users": [], "beatmaps": [], "beatmapsets": [], **rest}
    return page_of(decode(msgspec.json.encode(body), BeatmapsetDiscussions), 1, ORIGIN, NOW)


def talk(id: int, type_: str = "suggestion", message: object = "", **rest: Any) -> dict[str, Any]:
    return {
        "id": id,
        "beatmapset_id": 1,
        "user_id": 7,
        "message_type": type_,
        "can_be_resolved": type_ in ("suggestion", "problem"),
        "resolved": False,
        "created_at": "2026-11-28T00:00:00+00:00",
        "last_post_at": "2026-11-28T00:00:00+00:00",
        "starting_post": {"id": 10 * id, "message": message or f"text {id}", "user_id": 7},
        **rest,
    }


def pills(post: Post) -> list[str]:
    return [pill.text for pill in post.pills]


@pytest.mark.answers
def test_recorded_discussions_are_shown_as_they_were_sent() -> None:
    body = raw_answer("v2/get_beatmapset_discussions_200.json")
    found = page_of(decode(msgspec.json.encode(body), BeatmapsetDiscussions), None, ORIGIN, NOW)
    users = {user["id"]: user for user in body["users"]}
    beatmaps = {one["id"]: one for one in body["beatmaps"]}
    labels = {key: label for key, label, _ in TYPES}
    every = body["discussions"] + body["included_discussions"]
    assert [one.id for one in found.talks] == [sent["id"] for sent in every]
    for one, sent in zip(found.talks, every, strict=True):
        user = users.get(sent["user_id"])
        if user is not None:
            assert one.post.author == user["username"]
            assert one.post.colour == (user["profile_colour"] or "")
        assert one.type == sent["message_type"]
        assert labels[one.type] in pills(one.post)
        assert one.beatmap == sent["beatmap_id"]
        if sent["beatmap_id"] is not None:
            assert any(beatmaps[sent["beatmap_id"]]["version"][:40] in p for p in pills(one.post))
        if sent["timestamp"] is not None:
            assert moment_of(sent["timestamp"]) in pills(one.post)
        assert one.is_open == (sent["can_be_resolved"] and not sent["resolved"])
        assert ("Resolved" in pills(one.post)) == (sent["can_be_resolved"] and sent["resolved"])
        message = sent["starting_post"]["message"]
        if one.type != "review":
            assert one.post.text.split() == message.split()
        assert f"#/{sent['id']}" in one.post.path
        assert f"/beatmapsets/{sent['beatmapset_id']}/discussion/" in one.post.path
    assert len(found.difficulties) == len(body["beatmaps"])


@pytest.mark.answers
def test_recorded_posts_are_shown_as_they_were_sent() -> None:
    body = raw_answer("v2/get_beatmapset_discussion_posts_200.json")
    sent = decode(msgspec.json.encode(body), BeatmapsetDiscussionPosts)
    users = {user.id: user for user in sent.users}
    for post, raw in zip(sent.posts, body["posts"], strict=True):
        shown = reply_of(post, users, None, ORIGIN, NOW)
        user = users.get(raw["user_id"])
        name = user.username if user is not None else f"[deleted user] ({raw['user_id']})"
        if raw["system"]:
            did = "marked this as resolved" if raw["message"]["value"] else "reopened this"
            assert shown.text == f"{name} {did}"
            assert shown.kind is PostKind.LINE
        else:
            assert shown.author == name
            assert shown.text.split() == raw["message"].split()


@pytest.mark.answers
def test_recorded_events_are_told_in_sentences() -> None:
    body = raw_answer("v2/get_beatmapset_events_200.json")
    found = event_page_of(decode(msgspec.json.encode(body), ModdingHistoryEventsBundle), NOW)
    users = {user["id"]: user["username"] for user in body["users"]}
    assert len(found.posts) == len(body["events"])
    for shown, sent in zip(found.posts, body["events"], strict=True):
        name = users.get(sent.get("user_id"))
        if name is not None and sent["type"] not in ("rank", "approve"):
            assert shown.text.startswith(name)
        if sent["type"] == "nominate":
            assert " for " in shown.text


@pytest.mark.parametrize("type_", [*BeatmapsetEventType, "from_tomorrow"])
def test_every_type_of_event_has_a_sentence(type_: str) -> None:
    event = {"id": 1, "type": str(type_), "comment": {"reason": "why", "modes": ["mania"]}}
    body = {"events": [event, {"id": 2, "type": str(type_), "comment": "in words", "user_id": 3}]}
    found = event_page_of(decode(msgspec.json.encode(body), ModdingHistoryEventsBundle), NOW)
    first, second = (post.text for post in found.posts)
    assert first.endswith("for mania: why")
    assert second.endswith(": in words")
    assert "_" not in first


def test_a_review_shows_its_parts() -> None:
    blocks = [
        {"type": "paragraph", "text": "Nice **map**, 00:12:345 is odd"},
        {"type": "embed", "discussion_id": 2},
        {"type": "embed", "discussion_id": 99},
        {"type": "from_tomorrow"},
    ]
    found = page(
        talk(1, "review", json.dumps(blocks)),
        included_discussions=[talk(2, "problem", "unsnapped", timestamp=5_000, beatmap_id=3)],
        beatmaps=[{"id": 3, "beatmapset_id": 1, "version": "終焉", "mode": "osu"}],
    )
    review, part = found.talks
    assert "Nice" in review.post.text
    assert "Problem · 終焉 · 00:05:000 · Open: unsnapped" in review.post.text
    assert "A part of this review is not shown" in review.post.text
    html = "".join(review.post.blocks)
    assert "<b>map</b>" in html
    assert "osu://edit/00:12:345" in html
    assert f'href="{ORIGIN}/beatmapsets/1/discussion/3/timeline#/2"' in html
    assert part.post.text == "unsnapped"


@pytest.mark.parametrize(
    "message", ["", "not json", "{}", "[1, 2]", "[" * 5_000, '"text"', "[{}]", "null"]
)
def test_a_review_that_cannot_be_read_is_shown_as_it_is(message: str) -> None:
    post = page(talk(1, "review", message)).talks[0].post
    assert post.blocks
    blocks = review_blocks(message)
    assert blocks is None or all(isinstance(block, dict) for block in blocks)


def test_missing_and_odd_things_have_words() -> None:
    found = page(
        talk(1, "from_tomorrow"),
        {**talk(2), "starting_post": None, "message_type": None, "can_be_resolved": None},
        talk(3, "problem", beatmap_id=77, timestamp=10**15, resolved=True),
        talk(4, deleted_at="2026-11-28T00:00:00+00:00"),
        {"id": 5},
    )
    first, second, third, fourth, fifth = (one.post for one in found.talks)
    assert pills(first) == ["from tomorrow"]
    assert first.author == "[deleted user] (7)"
    assert second.text == "This text is not shown."
    assert pills(third)[:2] == ["Problem", "#77"]
    assert "Resolved" in pills(third)
    assert "Deleted" in pills(fourth)
    assert fourth.is_dim
    assert fifth.author == "[deleted user]"


def test_hostile_messages_are_text() -> None:
    written = "".join(page(talk(1, "praise", HOSTILE)).talks[0].post.blocks)
    assert "<script" not in written.lower()
    assert 'href="javascript' not in written.lower()


class Loader:
    """Stands for a loader that is never used."""


@pytest.fixture
def feed(qapp: object) -> DiscussionFeed:
    del qapp
    feed = DiscussionFeed(Loader(), TaskScope())  # type: ignore[arg-type] # never used
    feed._on_page(
        page(
            talk(1, "problem", "late", beatmap_id=3, timestamp=9_000),
            talk(2, "suggestion", "early", beatmap_id=3, timestamp=1_000, resolved=True),
            talk(3, "praise", "lovely 終焉", user_id=8),
            talk(4, "hype", "!", beatmap_id=2),
            beatmaps=[
                {"id": 3, "version": "Hard", "mode": "osu", "difficulty_rating": 4},
                {"id": 2, "version": "Easy", "mode": "osu", "difficulty_rating": 1},
            ],
        )
    )
    return feed


def shown(feed: DiscussionFeed) -> list[str]:
    return [post.text for post in feed.posts]


def test_the_timeline_goes_by_difficulty_and_time(feed: DiscussionFeed) -> None:
    assert shown(feed) == [
        "All difficulties · 1",
        "lovely 終焉",
        "Easy · 1",
        "!",
        "Hard · 2",
        "early",
        "late",
    ]


@pytest.mark.parametrize(
    ("wanted", "texts"),
    [
        (DiscussionFilter(type="problem"), ["late"]),
        (DiscussionFilter(is_open=True), ["late"]),
        (DiscussionFilter(beatmap=2), ["!"]),
        (DiscussionFilter(beatmap=GENERAL), ["lovely 終焉"]),
        (DiscussionFilter(user=8), ["lovely 終焉"]),
        (DiscussionFilter(text="LOVE 終"), ["lovely 終焉"]),
        (DiscussionFilter(type="review"), []),
    ],
)
def test_filters(feed: DiscussionFeed, wanted: DiscussionFilter, texts: list[str]) -> None:
    feed.set_filter(wanted)
    assert [p.text for p in feed.posts if p.kind is PostKind.POST] == texts
    assert feed.shown == len(texts)
    feed.set_filter(DiscussionFilter(order="old"))
    assert shown(feed) == ["late", "early", "lovely 終焉", "!"]


def test_counts_are_of_what_the_other_filters_leave(feed: DiscussionFeed) -> None:
    counts = feed.counts()
    assert counts[""] == 4
    assert counts["open"] == 1
    assert counts["problem"] == counts["suggestion"] == counts["praise"] == counts["hype"] == 1
    feed.set_filter(DiscussionFilter(beatmap=3))
    assert feed.counts()[""] == 2
    assert feed.counts()["hype"] == 0
    assert feed.people() == {7: ("[deleted user] (7)", 3), 8: ("[deleted user] (8)", 1)}


@pytest.mark.usefixtures("loop")
def test_a_list_that_repeats_itself_ends(qtbot: QtBot) -> None:
    loader, scope = AnsweringLoader(), TaskScope()
    feed = DiscussionFeed(loader, scope)  # type: ignore[arg-type] # answers as one
    loader.answers = [page(talk(1), cursor={"page": n}) for n in (2, 3, 2, 3, 2, 3)]
    feed.show(1, DiscussionFilter())
    qtbot.waitUntil(lambda: feed.is_complete)
    assert len(loader.asked) == 2
    loader.answers = [reply_page(number) for number in (2, 3, 2, 3)]
    feed.act("replies:1")
    qtbot.waitUntil(lambda: not feed.loads.count)
    while feed.posts[-1].kind is PostKind.ACTION:
        feed.act(feed.posts[-1].action)
        qtbot.waitUntil(lambda: not feed.loads.count)
    assert [post.id for post in feed.posts] == ["groupNone", "d1", "p5"]
    assert len(loader.asked) == 4
    feed.clear()
    scope.cancel_all()


def reply_page(number: int) -> ReplyPage:
    return ReplyPage((Post("p5", text="a reply"),), Cursor(page=number), "a reply")
