"""Comments over HTTP: lists, bundles, cursors, consistency."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from osubrowser.demo.world.beatmaps.sets import CROWDED
from osubrowser.demo.world.community.comments import (
    ANSWERED,
    CHAIN,
    COUNT,
    CROWD,
    ELSEWHERE,
    NOBODY,
)
from osubrowser.demo.world.players.authors import GONE, RESTRICTED
from osubrowser.demo.world.world import World
from tests.demo.conftest import NOW, Caller

_STUB = {"title": "Deleted Item"}


def _busy_set(world: World) -> int:
    """Return the set with the most comments."""
    targets = [target for target in world.community.comments.index.target if target < 20_000]
    return next(one for one, _ in Counter(targets).most_common(2) if one != CROWDED)


def test_the_first_comment_of_all_never_changes(guest: Caller) -> None:
    bundle = guest.json("comments/1")
    assert [c["message"] for c in bundle["comments"]] == [
        "First! Let's see how long this comment stays at the top."
    ]
    assert "cursor" in bundle
    assert "total" not in bundle
    assert bundle["commentable_meta"][-1] == _STUB


def test_the_newest_comments_of_all(guest: Caller) -> None:
    bundle = guest.json("comments")
    comments = bundle["comments"]
    assert len(comments) == 50
    assert [c["id"] for c in comments] == sorted((c["id"] for c in comments), reverse=True)
    assert comments[0]["created_at"] < f"{NOW:%Y-%m-%dT%H:%M:%SZ}"
    assert all(a["created_at"] >= b["created_at"] for a, b in pairwise(comments))
    assert bundle["has_more"] is True
    assert bundle["pinned_comments"] == []
    assert bundle["top_level_count"] < bundle["total"]
    assert not {c["id"] for c in comments} & {c["id"] for c in bundle["included_comments"]}
    known = {c["id"] for c in comments + bundle["included_comments"]}
    assert all(c["parent_id"] in known for c in comments if c["parent_id"])
    assert "cursor_string" not in bundle
    meta = bundle["commentable_meta"]
    assert meta[-1] == _STUB
    described = {(m["type"], m["id"]) for m in meta[:-1]}
    assert {(c["commentable_type"], c["commentable_id"]) for c in comments} - {(None, None)} <= (
        described
    )


@pytest.mark.parametrize("sort", ["new", "old", "top"])
def test_walking_a_beatmapset_meets_every_comment_once(
    guest: Caller, world: World, sort: str
) -> None:
    index = _busy_set(world)
    asked: dict[str, object] = {
        "commentable_type": "beatmapset",
        "commentable_id": world.beatmaps.id_of(index),
        "sort": sort,
        "limit": 9,
    }
    page = guest.json("comments", **asked)
    met = [c["id"] for c in page["comments"]]
    total = page["total"]
    while page["has_more"]:
        cursor = {f"cursor[{k}]": v for k, v in page["cursor"].items()}
        after = guest.json("comments", **asked, after=page["comments"][-1]["id"])
        page = guest.json("comments", **asked, **cursor)
        assert [c["id"] for c in after["comments"]] == [c["id"] for c in page["comments"]]
        met += [c["id"] for c in page["comments"]]
    assert page["cursor"] is not None
    assert len(met) == len(set(met)) == total > 9
    whole = guest.json("comments", **{**asked, "limit": total})
    assert whole["has_more"] is False
    everything = whole["comments"]
    keys = {
        "new": lambda c: -c["id"],
        "old": lambda c: c["id"],
        "top": lambda c: (-c["votes_count"], -c["id"]),
    }
    assert everything == sorted(everything, key=keys[sort])


def test_pages_by_number_go_on_where_the_one_before_ended(guest: Caller) -> None:
    first, second = guest.json("comments", limit=5), guest.json("comments", limit=5, page=2)
    both = guest.json("comments", limit=10)
    assert [*first["comments"], *second["comments"]] == both["comments"]


def test_replies_and_their_counts(guest: Caller, world: World) -> None:
    index = world.community.comments.index
    parent = next(n for n in range(40_000, 60_000) if len(world.community.comments.replies(n)) > 1)
    comment = world.community.comments.id_of(parent)
    bundle = guest.json(f"comments/{comment}")
    assert bundle["comments"][0]["replies_count"] == len(world.community.comments.replies(parent))
    children = [c for c in bundle["included_comments"] if c["parent_id"] == comment]
    assert len(children) == bundle["comments"][0]["replies_count"]
    below = guest.json("comments", parent_id=comment)
    assert {c["parent_id"] for c in below["comments"]} == {comment}
    assert below["has_more_id"] == comment
    assert "total" not in below
    assert all(
        index.target[n] == index.target[index.parent[n]]
        for n in range(60_000)
        if index.parent[n] >= 0
    )


def test_top_level_only(guest: Caller) -> None:
    bundle = guest.json("comments", parent_id=0)
    assert {c["parent_id"] for c in bundle["comments"]} == {None}
    assert "total" in bundle


def test_a_deleted_comment_has_no_words(guest: Caller, world: World) -> None:
    comments = world.community.comments
    gone = next(n for n in range(60_000) if comments.index.deleted[n])
    comment = guest.json(f"comments/{comments.id_of(gone)}")["comments"][0]
    assert comment["deleted_at"]
    assert not {"message", "message_html"} & set(comment)
    assert gone not in comments.alive()


def test_a_comment_on_something_deleted(guest: Caller, world: World) -> None:
    comments = world.community.comments
    lost = next(n for n in range(60_000) if comments.index.target[n] == ELSEWHERE)
    bundle = guest.json(f"comments/{comments.id_of(lost)}")
    assert bundle["comments"][0]["commentable_id"] is None
    assert bundle["commentable_meta"] == [_STUB]


def test_authors_who_are_gone(guest: Caller, world: World) -> None:
    comments, people = world.community.comments, world.community.authors
    kinds = {}
    for number, author in enumerate(comments.index.author):
        if author == NOBODY:
            kinds["nobody"] = number
        elif author >= GONE:
            kinds["restricted" if author < GONE + RESTRICTED else "deleted"] = number
    restricted = guest.json(f"comments/{comments.id_of(kinds['restricted'])}")
    user_id = restricted["comments"][0]["user_id"]
    assert user_id in {user["id"] for user in restricted["users"]}
    assert guest.get(f"users/{user_id}").status_code == 404
    deleted = guest.json(f"comments/{comments.id_of(kinds['deleted'])}")
    assert deleted["comments"][0]["user_id"] not in {user["id"] for user in deleted["users"]}
    nobody = guest.json(f"comments/{comments.id_of(kinds['nobody'])}")["comments"][0]
    assert (nobody["user_id"], bool(nobody["legacy_name"])) == (None, True)
    assert people.find(str(user_id)) is not None


def test_a_profile_counts_what_the_list_shows(guest: Caller, world: World) -> None:
    authors = [author for author in world.community.comments.index.author if author < 24_000]
    busiest = Counter(authors).most_common(1)[0][0]
    user_id = world.accounts.id_of(busiest)
    listed = guest.json("comments", user_id=user_id, limit=100)
    assert guest.json(f"users/{user_id}")["comments_count"] == listed["total"] > 100
    assert {c["user_id"] for c in listed["comments"]} == {user_id}
    assert listed["user"]["id"] == user_id
    assert all(c["deleted_at"] is None for c in listed["comments"])


def test_nothing_is_older_than_its_target_or_author(world: World) -> None:
    comments = world.community.comments
    for number in range(0, 60_000, 7):
        target, author = comments.index.target[number], comments.index.author[number]
        when = comments.index.written(number)
        if target < 20_000:
            assert world.beatmaps.submitted(target) < when
        elif target < 22_000:
            assert world.community.news.posts[target - 20_000].published < when
        elif target != ELSEWHERE:
            assert world.community.changelog.builds[target - 22_000].created < when
        if author < 24_000 and author != world.beatmaps.mapper[min(target, 19_999)]:
            assert world.accounts.joined(author) < when


def test_words_become_html(world: World) -> None:
    from osubrowser.demo.world import markdown

    html = markdown.to_html(
        "<b> & **bold** *it* `x*y*` [a](/b) https://x.example/y.", kind="comment"
    )
    assert html == (
        "<div class='osu-md osu-md--comment'><p class=\"osu-md__paragraph\">&lt;b&gt; &amp; "
        "<strong>bold</strong> <em>it</em> <code>x*y*</code> "
        '<a class="osu-md__link" href="https://osu.ppy.sh/b">a</a> '
        '<a class="osu-md__link" href="https://x.example/y">https://x.example/y</a>.</p>\n</div>'
    )
    assert "javascript" not in markdown.to_html("[a](javascript:alert)")


def test_many_languages_and_no_two_pages_alike(world: World) -> None:
    messages = [world.community.comments.message(n) for n in range(50_000, 50_400)]
    assert len(set(messages)) > 150
    assert any("ぁ" <= letter <= "ん" for message in messages for letter in message)
    assert any("а" <= letter <= "я" for message in messages for letter in message)
    assert max(map(len, messages)) > 200
    assert not any("{" in message for message in messages)


def test_what_cannot_be_answered(guest: Caller) -> None:
    bad = guest.get("comments", commentable_type="forum", commentable_id=1)
    assert bad.status_code == 422
    missing = guest.get("comments", commentable_type="news_post", commentable_id=999_999)
    assert missing.status_code == 404
    assert guest.get("comments/2").status_code == 404
    assert guest.json("comments", user_id=1)["comments"] == []
    assert guest.json("comments", user_id=1)["cursor"] is None


def test_votes_are_the_callers_own(player: Caller, guest: Caller) -> None:
    assert guest.json("comments", sort="top")["user_votes"] == []
    voted = player.json("comments", sort="top")["user_votes"]
    assert voted
    assert set(voted) <= {c["id"] for c in _everything(player.json("comments", sort="top"))}


def _everything(bundle: dict[str, list[dict[str, object]]]) -> list[dict[str, object]]:
    return [*bundle["comments"], *bundle["included_comments"]]


def test_the_crowded_set_has_deep_chains_and_many_answers(guest: Caller, world: World) -> None:
    comments = world.community.comments
    asked = {"commentable_type": "beatmapset", "commentable_id": world.beatmaps.id_of(CROWDED)}
    tops = guest.json("comments", **asked, parent_id=0, sort="old", limit=100)
    assert tops["total"] == CROWD
    assert 9_000 < tops["top_level_count"] < CROWD
    assert all(c["parent_id"] is None for c in tops["comments"])
    dates = [c["created_at"] for c in tops["comments"]]
    assert dates == sorted(dates)
    deep, depth = comments.id_of(COUNT + CHAIN - 1), 0
    while True:
        parent = guest.json(f"comments/{deep}")["comments"][0]["parent_id"]
        if parent is None:
            break
        deep, depth = parent, depth + 1
    assert depth == CHAIN - 1
    answered = guest.json(f"comments/{comments.id_of(COUNT + CHAIN)}")["comments"][0]
    assert answered["replies_count"] == ANSWERED - CHAIN - 1
