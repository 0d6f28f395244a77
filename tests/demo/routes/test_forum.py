"""Forum over HTTP: reading, and writing with and without permission."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import requests

from osubrowser.demo.server import DemoServer
from osubrowser.demo.world import bbcode
from osubrowser.demo.world.world import World
from tests.costs import growth
from tests.demo.conftest import NOW, Caller

_SCOPES = frozenset(("public", "identify", "forum.write", "forum.write_manage"))


@pytest.fixture
def writer() -> Iterator[Caller]:
    """The demo player with the right to write, in a world of his own."""
    with DemoServer(world=World(1, NOW)) as server:
        token = server.authority.issue(server.world.me, _SCOPES)
        caller = Caller(server, str(token["access_token"]))
        yield caller
        caller.session.close()


def _send(caller: Caller, method: str, path: str, **body: object) -> requests.Response:
    url = f"{caller.server.url}/api/v2/{path}"
    return caller.session.request(method, url, json=body, timeout=20)


# --- reading --------------------------------------------------------------------------------------


def test_two_levels_of_subforums(guest: Caller) -> None:
    forums = guest.json("forums")["forums"]
    assert len(forums) == 4
    deep = [sub for top in forums for mid in top["subforums"] for sub in mid["subforums"]]
    assert deep
    assert not any("subforums" in forum for forum in deep)
    names = {forum["name"] for top in forums for forum in top["subforums"]}
    assert {"日本語", "Off-Topic"} <= names


def test_a_forum_and_its_topics(guest: Caller, world: World) -> None:
    everything = [
        guest.json(f"forums/{forum['id']}")
        for top in guest.json("forums")["forums"]
        for forum in top["subforums"]
    ]
    pinned = [topic for body in everything for topic in body["pinned_topics"]]
    assert {topic["type"] for topic in pinned} == {"sticky", "announcement"}
    for body in everything:
        assert {t["forum_id"] for t in body["topics"]} <= {body["forum"]["id"]}
        assert {t["type"] for t in body["topics"]} <= {"normal"}
        assert len(body["topics"]) <= 50
        updated = [topic["updated_at"] for topic in body["topics"]]
        assert updated == sorted(updated, reverse=True)
    assert guest.get("forums/999").status_code == 404


@pytest.mark.parametrize("sort", ["new", "old"])
def test_walking_the_topics_of_a_forum(guest: Caller, sort: str) -> None:
    page = guest.json("forums/topics", forum_id=11, sort=sort, limit=30)
    found = list(page["topics"])
    while page["cursor_string"]:
        assert page["cursor"]["topic_last_post_time"].endswith(".000000Z")
        page = guest.json(
            "forums/topics", forum_id=11, sort=sort, limit=30, cursor_string=page["cursor_string"]
        )
        found += page["topics"]
    updated = [topic["updated_at"] for topic in found]
    assert updated == sorted(updated, reverse=sort == "new")
    assert len({topic["id"] for topic in found}) == len(found) > 60
    assert max(updated) < NOW.isoformat()
    assert len(guest.json("forums/topics")["topics"]) == 50


def test_the_posts_of_a_long_topic(guest: Caller, world: World) -> None:
    topics = world.community.forum.topics
    ids = [id for _, id in topics.in_forum(11)]
    long = max((topics.by_id(id) for id in ids), key=lambda topic: topic.posts if topic else 0)
    assert long is not None
    page = guest.json(f"forums/topics/{long.id}")
    posts = list(page["posts"])
    assert page["search"] == {"limit": 50, "sort": "id_asc"}
    while page["posts"]:
        assert page["cursor"] == {"id": page["posts"][-1]["id"]}
        page = guest.json(f"forums/topics/{long.id}", cursor_string=page["cursor_string"])
        posts += page["posts"]
    assert page["cursor"] is None
    topic = page["topic"]
    assert len(posts) == topic["post_count"] == long.posts > 50
    assert (posts[0]["id"], posts[-1]["id"]) == (topic["first_post_id"], topic["last_post_id"])
    assert posts[0]["user_id"] == topic["user_id"]
    dates = [post["created_at"] for post in posts]
    assert dates == sorted(dates)
    assert (dates[0], dates[-1]) == (topic["created_at"], topic["updated_at"])
    backwards = guest.json(f"forums/topics/{long.id}", sort="id_desc", limit=3)
    assert [p["id"] for p in backwards["posts"]] == [p["id"] for p in posts[:-4:-1]]
    start = guest.json(f"forums/topics/{long.id}", start=posts[7]["id"], limit=2)["posts"]
    assert start == posts[7:9]
    latest = guest.json(f"forums/topics/{long.id}", start="latest", limit=4)["posts"]
    assert latest == posts[-4:]
    assert guest.json(f"forums/topics/{long.id}", n=10, limit=1)["posts"] == posts[9:10]
    assert (
        guest.json(f"forums/topics/{long.id}", end=posts[5]["id"], limit=2)["posts"] == posts[4:6]
    )


def test_a_set_leads_to_its_topic(guest: Caller, world: World) -> None:
    whole = guest.json(f"beatmapsets/{world.beatmaps.id_of(4_000)}")
    topic = guest.json(f"forums/topics/{whole['legacy_thread_url'].rpartition('/')[2]}")
    assert topic["topic"]["title"] == f"{whole['artist']} - {whole['title']}"
    assert topic["topic"]["user_id"] == whole["user_id"]
    assert topic["topic"]["created_at"][:19] == whole["submitted_date"][:19]


def test_a_poll_adds_up(guest: Caller) -> None:
    topics = [t for forum in (4, 3, 11, 15) for t in guest.json(f"forums/{forum}")["topics"]]
    polls = [topic["poll"] for topic in topics if topic["poll"]]
    assert 0 < len(polls) < len(topics)
    for poll in polls:
        assert sum(option["vote_count"] for option in poll["options"]) == poll["total_vote_count"]


def test_bbcode_becomes_html(world: World) -> None:
    from osubrowser.demo.world import bbcode

    html = bbcode.to_html('[b]a[/b] <i> [url=https://x.example]l[/url]\n[quote="me"]q[/quote] :)')
    assert html == (
        "<div class='bbcode'><strong>a</strong> &lt;i&gt; "
        '<a rel="nofollow" href="https://x.example">l</a><br />'
        "<blockquote><h4>me wrote:</h4>q</blockquote> "
        '<img class="smiley" src="https://osu.ppy.sh/forum/images/smilies/icon_e_smile.gif"'
        ' alt=":)" title="Smile" /></div>'
    )
    assert "href" not in bbcode.to_html("[url=javascript:alert(1)]x[/url]")


# --- writing --------------------------------------------------------------------------------------


def test_a_topic_is_written_answered_and_changed(writer: Caller) -> None:
    made = _send(writer, "POST", "forums/topics", forum_id=52, title="Hi", body="[b]one[/b]").json()
    topic, post = made["topic"], made["post"]
    assert post["body"] == {
        "html": "<div class='bbcode'><strong>one</strong></div>",
        "raw": "[b]one[/b]",
    }
    assert (topic["title"], topic["post_count"], topic["user_id"]) == ("Hi", 1, post["user_id"])
    assert writer.json("forums/topics", forum_id=52)["topics"][0] == topic
    answer = _send(writer, "POST", f"forums/topics/{topic['id']}/reply", body="two").json()
    read = writer.json(f"forums/topics/{topic['id']}")
    assert [p["body"]["raw"] for p in read["posts"]] == ["[b]one[/b]", "two"]
    assert read["topic"]["last_post_id"] == answer["id"]
    assert read["topic"]["post_count"] == 2
    changed = _send(writer, "PUT", f"forums/posts/{answer['id']}", body="three").json()
    assert changed["edited_by_id"] == post["user_id"]
    assert changed["edited_at"]
    assert writer.json(f"forums/topics/{topic['id']}")["posts"][1] == changed
    body = {"forum_topic": {"topic_title": "Bye"}}
    renamed = _send(writer, "PUT", f"forums/topics/{topic['id']}", **body).json()
    assert (
        renamed["title"] == "Bye" == writer.json(f"forums/topics/{topic['id']}")["topic"]["title"]
    )
    body = {"forum_topic": {"topic_title": "Bye bye"}}
    renamed = _send(writer, "PATCH", f"forums/topics/{topic['id']}", **body).json()
    assert renamed["title"] == "Bye bye"
    same = _send(writer, "PATCH", f"forums/topics/{topic['id']}", **{"forum_topic[x]": "No"})
    assert (same.status_code, same.json()["title"]) == (200, "Bye bye")
    empty = _send(writer, "PATCH", f"forums/topics/{topic['id']}", forum_topic={"topic_title": ""})
    assert empty.status_code == 422
    changed = _send(writer, "PATCH", f"forums/posts/{answer['id']}", body="four").json()
    assert changed["body"]["raw"] == "four"
    locked = _send(writer, "POST", f"forums/topics/{topic['id']}/lock", lock=True)
    assert locked.json()["is_locked"] is True
    assert _send(writer, "POST", f"forums/topics/{topic['id']}/reply", body="x").status_code == 403


def test_a_form_with_a_poll_does_too(writer: Caller) -> None:
    form = {
        "forum_id": "11",
        "title": "Choose",
        "body": "?",
        "with_poll": "1",
        "forum_topic_poll[title]": "Which?",
        "forum_topic_poll[options]": "this\r\nthat",
        "forum_topic_poll[length_days]": "3",
        "forum_topic_poll[max_options]": "1",
    }
    url = f"{writer.server.url}/api/v2/forums/topics"
    poll = writer.session.post(url, data=form, timeout=20).json()["topic"]["poll"]
    assert [option["text"]["bbcode"] for option in poll["options"]] == ["this", "that"]
    assert poll["title"]["html"] == "Which?"
    assert poll["ended_at"] > poll["started_at"]
    assert poll["total_vote_count"] == 0


def test_an_answer_brings_a_topic_to_the_top(writer: Caller) -> None:
    topics = writer.json("forums/topics", forum_id=11)["topics"]
    open_one = next(topic for topic in topics[5:] if not topic["is_locked"])
    count = open_one["post_count"]
    _send(writer, "POST", f"forums/topics/{open_one['id']}/reply", body="bump")
    first = writer.json("forums/topics", forum_id=11)["topics"][0]
    assert (first["id"], first["post_count"]) == (open_one["id"], count + 1)
    assert first["updated_at"] >= NOW.isoformat()
    posts = writer.json(f"forums/topics/{open_one['id']}", start="latest")["posts"]
    assert posts[-1]["body"]["raw"] == "bump"


def test_replies_of_the_same_moment_are_all_kept(writer: Caller) -> None:
    world = writer.server.world
    forum, me = world.community.forum, world.me
    topic = next(t for _, id in forum.in_forum(11)[9:] if (t := forum.find(id)) and not t.locked)
    seen = forum.store.grown(topic)
    places = [forum.store.reply(seen, me, text) for text in ("first", "second")]
    assert places == [seen.posts, seen.posts + 1]
    posts = writer.json(f"forums/topics/{topic.id}", start="latest")["posts"]
    assert [post["body"]["raw"] for post in posts[-2:]] == ["first", "second"]


@pytest.mark.parametrize("tag", ["b", "quote", "list", "box=a", "notice", "size=50"])
def test_a_post_of_nothing_but_beginnings_holds_nobody_up(tag: str) -> None:
    """The window runs in the same process, and one search in a text lets nobody else run."""

    def show(count: int) -> str:
        return bbcode.to_html(f"[/{tag.partition('=')[0]}]" + f"[{tag}]\n" * count)

    assert show(5_000).count(f"[{tag}]<br />") == 5_000
    assert growth(show, 50_000) < 30


def test_what_must_not_be_written(writer: Caller) -> None:
    topic = writer.json("forums/topics", forum_id=11)["topics"][0]
    refusals = {
        ("POST", "forums/topics", "title"): {"forum_id": 11, "title": "", "body": "x"},
        ("POST", "forums/topics", "body"): {"forum_id": 11, "title": "x", "body": " "},
    }
    for (method, path, _), body in refusals.items():
        answer = _send(writer, method, path, **body)
        assert answer.status_code == 422
        assert answer.json()["form_error"]["forum_topic"]
    assert (
        _send(writer, "POST", "forums/topics", forum_id=1, title="x", body="x").status_code == 403
    )
    assert _send(writer, "POST", "forums/topics", forum_id=2_000, title="x").status_code == 404
    others = f"forums/posts/{topic['first_post_id']}"
    assert _send(writer, "PUT", others, body="mine now").status_code == 403
    assert _send(writer, "PUT", f"forums/topics/{topic['id']}").status_code == 403
    assert _send(writer, "PUT", "forums/posts/5", body="x").status_code == 404
    assert _send(writer, "POST", f"forums/topics/{topic['id']}/pin", pin=1).status_code == 403


def test_writing_needs_a_person_and_the_scope(
    player: Caller, server: DemoServer, caller: Callable[..., Caller]
) -> None:
    body = {"forum_id": 11, "title": "x", "body": "x"}
    refused = _send(player, "POST", "forums/topics", **body)
    assert (refused.status_code, refused.json()) == (403, {"error": "A required scope is missing."})
    nobody = _send(caller(server, guest=True), "POST", "forums/topics", **body)
    assert nobody.status_code in (401, 403)
