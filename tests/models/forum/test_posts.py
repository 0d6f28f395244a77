"""Topics and posts as they are shown: exactly what the server sent, made harmless."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec

from osubrowser.api.decoding.decode import decode
from osubrowser.api.entities.forum import ForumTopicAndPosts
from osubrowser.api.entities.users import UserCompact
from osubrowser.models.forum.posts import info_of, poll_of, post_of, written
from osubrowser.models.players.by_id import PlayersById
from osubrowser.services.places.places import UserPlace
from osubrowser.services.richtext.words import words_of
from tests.conftest import raw_answer
from tests.services.richtext.test_sanitize import HOSTILE

NOW = datetime(2026, 11, 29, tzinfo=UTC)
ORIGIN = "https://osu.ppy.sh"
PEPPY = UserCompact(id=2, username="peppy", avatar_url="https://a.ppy.sh/2")
KNOWN = PlayersById({2: PEPPY})


def answer(**changes: Any) -> ForumTopicAndPosts:
    """Return a topic with one post, with other fields of the topic or, below `post`, of that."""
    post = {"id": 11, "topic_id": 7, "forum_id": 3, "user_id": 2, **changes.pop("post", {})}
    topic = {"id": 7, "forum_id": 3, "user_id": 2, "title": "T", "post_count": 1, **changes}
    body = msgspec.json.encode({"topic": topic, "posts": [post]})
    return decode(body, ForumTopicAndPosts)


def test_a_real_topic_is_shown_as_it_was_sent() -> None:
    sent = raw_answer("v2/get_forum_topic_200.json")
    found = decode(msgspec.json.encode(sent), ForumTopicAndPosts)
    info = info_of(found.topic, KNOWN, ORIGIN, NOW)
    topic = sent["topic"]
    assert (info.id, info.board, info.author) == (topic["id"], topic["forum_id"], topic["user_id"])
    assert info.title == topic["title"]
    assert (info.first, info.last) == (topic["first_post_id"], topic["last_post_id"])
    assert info.about.startswith(f"{topic['post_count']:,} posts · {topic['views']:,} views · ")
    assert ("Locked" in info.about) is topic["is_locked"]
    for one, entity in zip(sent["posts"], found.posts, strict=True):
        shown = post_of(entity, topic["user_id"], KNOWN, ORIGIN, NOW)
        post = shown.post
        assert (shown.id, shown.user) == (one["id"], one["user_id"])
        assert post.moment.startswith(f"{datetime.fromisoformat(one['created_at']).day} ")
        assert ("edited" in post.facts) is (one["edited_at"] is not None)
        assert (("Author", "strong") in post.pills) is (one["user_id"] == topic["user_id"])
        assert post.path == f"/community/forums/topics/{topic['id']}?start={one['id']}"
        letters = "".join(filter(str.isalpha, post.text))
        assert letters
        assert "<" not in "".join(post.text.split("<3"))
    for entity in (one for one in found.posts if one.user_id == 2):
        assert post_of(entity, None, KNOWN, ORIGIN, NOW).post.place == UserPlace(2)


def test_an_author_who_is_gone_and_one_who_is_not_told_differ() -> None:
    (post,) = answer(post={"user_id": 5, "body": {"html": "<p>a</p>", "raw": "a"}}).posts
    gone = post_of(post, None, PlayersById({}), ORIGIN, NOW).post
    assert (gone.author, gone.place) == ("[deleted user] (5)", None)
    unknown = post_of(post, None, PlayersById({}, is_known=False), ORIGIN, NOW).post
    assert (unknown.author, unknown.place) == ("Player 5", UserPlace(5))
    (post,) = answer(post={"user_id": None}).posts
    nobody = post_of(post, None, KNOWN, ORIGIN, NOW).post
    assert nobody.author == "[deleted user]"
    assert nobody.text == ""
    assert "no text" in nobody.blocks[0]


def test_marks_of_a_deleted_and_edited_post_in_a_pinned_topic() -> None:
    found = answer(
        type="sticky",
        is_locked=True,
        deleted_at="2026-01-02T00:00:00+00:00",
        title="",
        post={
            "deleted_at": "2026-01-02T00:00:00+00:00",
            "edited_at": "2026-11-28T00:00:00+00:00",
            "edited_by_id": 2,
            "user_id": 3,
            "body": None,
        },
    )
    info = info_of(found.topic, KNOWN, ORIGIN, NOW)
    assert info.title == "Topic 7"
    assert info.about.endswith("started by peppy · Pinned · Locked · Deleted")
    shown = post_of(found.posts[0], 2, KNOWN, ORIGIN, NOW).post
    assert ("Deleted", "bad") in shown.pills
    assert shown.facts == "edited 1 day ago by peppy"
    assert shown.is_dim


def test_nothing_hostile_is_in_a_post() -> None:
    blocks, text = written(HOSTILE, ORIGIN)
    shown = "".join(blocks).lower()
    assert "<script" not in shown
    assert "javascript:" not in shown
    assert "\x00" not in text
    assert "\u202e" not in text


BOX = (
    '<div class="bbcode-spoilerbox"><a class="bbcode-spoilerbox__link" href="#">'
    '<span class="bbcode-spoilerbox__link-icon"></span>logs</a>'
    '<div class="bbcode-spoilerbox__body">hidden words</div></div>'
)


def test_a_spoiler_box_is_closed_until_it_is_opened() -> None:
    closed, text = written(f"<div class='bbcode'>before<br />{BOX}</div>", ORIGIN)
    assert "hidden words" not in "".join(closed)
    assert text.splitlines()[0] == "before"
    opened, text = written(BOX, ORIGIN, frozenset({0}))
    assert "hidden words" in "".join(opened)
    assert text.splitlines()[-1] == "hidden words"


def test_words_of_rich_text_keep_lines_and_characters() -> None:
    blocks = ["<p>a &lt;b&gt; &amp; c<br>d</p><p> e</p>", "<ul><li>f</li><li>g</li></ul>"]
    assert words_of(blocks) == "a <b> & c\nd\ne\nf\ng"


def poll(**changes: Any) -> Any:
    options = [
        {"id": 1, "text": {"bbcode": "Yes", "html": "<b>Yes</b> &amp; no"}, "vote_count": 30},
        {"id": 2, "text": {"bbcode": "[b]", "html": ""}, "vote_count": 10},
    ]
    sent = {
        "options": options,
        "max_votes": 1,
        "title": {"bbcode": "?", "html": "Which <i>one</i>?"},
        "total_vote_count": 40,
        "ended_at": "2026-11-28T00:00:00+00:00",
        **changes,
    }
    found = answer(poll=sent).topic.poll
    assert found is not None
    return poll_of(found, ORIGIN, NOW)


def test_a_poll_has_bars_and_says_when_it_ended() -> None:
    shown = poll()
    assert shown.question == "Which one?"
    assert [(o.text, o.votes, o.share, o.is_first) for o in shown.options] == [
        ("Yes & no", "30", 750, True),
        ("[b]", "10", 250, False),
    ]
    assert shown.about == "40 votes · ended 28 Nov 2026"


def test_a_poll_without_results_end_or_options() -> None:
    hidden = poll(
        options=[{"id": 1, "text": {"bbcode": "a", "html": "a"}}],
        ended_at="2026-12-24T00:00:00+00:00",
        max_votes=3,
        hide_incomplete_results=True,
    )
    assert [(o.votes, o.share) for o in hidden.options] == [("", 0)]
    assert hidden.about == (
        "40 votes · ends 24 Dec 2026 · up to 3 options each · results are hidden until it ends"
    )
    empty = poll(options=[], ended_at=None, total_vote_count=-5, title={"bbcode": "", "html": ""})
    assert (empty.question, empty.options, empty.about) == ("Poll", (), "0 votes · no end")
    # More votes than voters, and figures that cannot be.
    wrong = poll(total_vote_count=1)
    assert [o.share for o in wrong.options] == [1000, 333]
    negative = poll(
        options=[{"id": 1, "text": {"bbcode": "a", "html": "a"}, "vote_count": -(2**40)}]
    )
    assert [(o.votes, o.share) for o in negative.options] == [("0", 0)]
