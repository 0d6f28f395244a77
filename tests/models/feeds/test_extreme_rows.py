"""Rows of feeds from answers with null, unknown and hostile values."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from osubrowser.api.entities.backgrounds import SeasonalBackground, SeasonalBackgrounds
from osubrowser.api.entities.beatmapset_events import BeatmapsetEvent, ModdingHistoryEventsBundle
from osubrowser.api.entities.discussions import (
    BeatmapsetDiscussion,
    BeatmapsetDiscussionPost,
    BeatmapsetDiscussionPosts,
    BeatmapsetDiscussions,
    BeatmapsetDiscussionVote,
    BeatmapsetDiscussionVotes,
    SystemMessage,
)
from osubrowser.api.entities.events import Event, Events, EventUser
from osubrowser.api.entities.scores import Score
from osubrowser.api.entities.users import UserCompact
from osubrowser.models.feeds import activity, backgrounds, beatmapset_events, live_scores, modding
from osubrowser.models.table.column import make_rows
from osubrowser.models.table.sources import RowsPage

HOSTILE = "<b>\u202ea\x00\n" + "x" * 5000
LATE = datetime(9999, 12, 31, tzinfo=UTC)


class Osu:
    """Client whose answers are given."""

    def __init__(self, **answers: Any) -> None:
        self.answers = answers

    def __getattr__(self, name: str) -> Any:
        return lambda *_args, **_named: self.answers.get(name, [])


def check(page: RowsPage, record: Any) -> None:
    """Check that all texts are plain, and that records are JSON."""
    for row in page.rows:
        for text in (*row.texts, *row.spoken):
            assert text.isprintable()
            assert len(text) <= 600
        json.dumps(record(row), allow_nan=False)


def test_events() -> None:
    users = [UserCompact(id=7, username=HOSTILE)]
    events = [
        BeatmapsetEvent(id=1),
        BeatmapsetEvent(id=2, type=HOSTILE, comment=HOSTILE, user_id=7),  # type: ignore[arg-type]
        BeatmapsetEvent(id=3, type="rank", user_id=8, created_at=LATE),  # type: ignore[arg-type]
        BeatmapsetEvent(id=4, discussion=BeatmapsetDiscussion()),
    ]
    found = ModdingHistoryEventsBundle(events=events, users=users)
    columns = beatmapset_events.event_columns(original=False)
    page = beatmapset_events.load_events(
        Osu(beatmapset_events=found),  # type: ignore[arg-type]
        {"min_date": "2026", "max_date": "9999"},
        columns,
        1,
    )
    check(page, beatmapset_events.event_record)
    assert len(page.rows) == 4
    assert page.next is None
    assert page.rows[2].item.author == "[deleted user] (8)"
    assert page.rows[2].item.player is None


def discussions() -> list[BeatmapsetDiscussion]:
    return [
        BeatmapsetDiscussion(id=1),
        BeatmapsetDiscussion(
            id=2,
            message_type=HOSTILE,  # type: ignore[arg-type]
            timestamp=-(10**12),
            user_id=7,
            starting_post=BeatmapsetDiscussionPost(message=HOSTILE),
        ),
        BeatmapsetDiscussion(
            id=3,
            message_type="review",  # type: ignore[arg-type]
            deleted_at=LATE,
            starting_post=BeatmapsetDiscussionPost(
                message='[{"text": "One"}, 5, {"type": "embed"}]'
            ),
        ),
        BeatmapsetDiscussion(
            id=4,
            starting_post=BeatmapsetDiscussionPost(message="[not a review"),
            can_be_resolved=True,
            resolved=False,
        ),
    ]


def test_discussions() -> None:
    found = BeatmapsetDiscussions(discussions=discussions())
    columns = modding.discussion_columns(original=True)
    page = modding.load_discussions(
        Osu(beatmapset_discussions=found),  # type: ignore[arg-type]
        {},
        columns,
        None,
    )
    check(page, modding.entry_record)
    assert [row.item.text for row in page.rows][2:] == ["One", "[not a review"]
    state = next(n for n, column in enumerate(columns) if column.key == "state")
    assert [row.texts[state] for row in page.rows] == ["", "", "Deleted", "Open"]


def test_posts_and_votes() -> None:
    posts = [
        BeatmapsetDiscussionPost(id=1),
        BeatmapsetDiscussionPost(
            id=2, beatmapset_discussion_id=4, message=SystemMessage(type="resolved", value=True)
        ),
        BeatmapsetDiscussionPost(id=3, beatmapset_discussion_id=2, message=HOSTILE, user_id=7),
    ]
    found = BeatmapsetDiscussionPosts(posts=posts, discussions=discussions())
    page = modding.load_posts(
        Osu(beatmapset_discussion_posts=found),  # type: ignore[arg-type]
        {"types[]": "first.reply"},
        modding.post_columns(original=False),
        None,
    )
    check(page, modding.entry_record)
    assert page.rows[1].item.text == "Marked this as resolved"
    assert page.rows[0].item.path == ""
    votes = [
        BeatmapsetDiscussionVote(id=1, score=10**14),
        BeatmapsetDiscussionVote(id=2, beatmapset_discussion_id=2, score=-1, user_id=7),
    ]
    others = BeatmapsetDiscussionVotes(votes=votes, discussions=discussions())
    page = modding.load_votes(
        Osu(beatmapset_discussion_votes=others),  # type: ignore[arg-type]
        {"score": "-1"},
        modding.vote_columns(original=False),
        None,
    )
    check(page, modding.entry_record)
    vote = 2
    assert [(row.texts[vote], row.tones[vote]) for row in page.rows] == [("1", 1), ("1", -1)]


def test_activity() -> None:
    events = [
        Event(id=1),
        Event(id=2, type=HOSTILE, user=EventUser(username=HOSTILE, url="javascript:1")),  # type: ignore[arg-type]
        Event(id=3, parse_error=True, user=EventUser(username="a", url="/users/7")),
    ]
    page = activity.load(
        Osu(events=Events(events=events)),  # type: ignore[arg-type]
        "",
        "",
        activity.columns(),
        None,
    )
    check(page, activity.record)
    assert len(page.rows) == 3


def test_backgrounds() -> None:
    found = SeasonalBackgrounds(
        ends_at=LATE,
        backgrounds=[
            SeasonalBackground(),
            SeasonalBackground(url="file:///etc", user=UserCompact(id=7, username=HOSTILE)),
        ],
    )
    page = backgrounds.load(
        Osu(seasonal_backgrounds=found),  # type: ignore[arg-type]
        backgrounds.columns(),
    )
    check(page, backgrounds.record)
    assert page.rows[0].texts[0] == "No. 1"


@pytest.mark.parametrize("is_known", [False, True])
def test_scores(is_known: bool) -> None:
    scores = [
        Score(id=1),
        Score(
            id=2,
            user_id=7,
            beatmap_id=10**15,
            ruleset_id=99,
            accuracy=-1,
            pp=1e300,
            rank=HOSTILE,  # type: ignore[arg-type]
            ended_at=LATE,
            user=UserCompact(id=7, username=HOSTILE),
        ),
    ]
    items = [live_scores.LiveScore(score, is_known, is_known) for score in scores]
    rows = make_rows(live_scores.columns(original=False), items, identity=live_scores.identity)
    check(RowsPage(rows), live_scores.record)
    player = 1
    assert rows[0].texts[player] == ("[deleted user] 0" if is_known else "#0")
