"""Modding over HTTP: consistent discussions, posts, votes and events."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime, timedelta
from typing import Any

import pytest

from osubrowser.api.entities.beatmapset_events import BeatmapsetEventType
from osubrowser.demo.world.beatmaps.sets import CROWDED
from osubrowser.demo.world.modding.index import CROWDED_POSTS, CROWDED_THREAD, NONE, REVIEW
from osubrowser.demo.world.players.authors import GONE
from osubrowser.demo.world.world import World
from tests.demo.conftest import NOW, Caller

OLD = (BeatmapsetEventType.DISQUALIFY_LEGACY, BeatmapsetEventType.NOMINATE_MODES)
"""Types that the server had once."""


def _walk(caller: Caller, path: str, key: str, **asked: object) -> list[dict[str, Any]]:
    page = caller.json(path, **asked)
    found = list(page[key])
    while page["cursor_string"]:
        page = caller.json(path, **asked, cursor_string=page["cursor_string"])
        found += page[key]
    assert page["cursor"] is None
    return found


def _moddest(world: World) -> int:
    """Return the id of the ranked set with the most discussions."""
    index = world.community.modding.index
    sets = Counter(one for one in index.discussions["set"] if world.beatmaps.status[one] == 1)
    return world.beatmaps.id_of(sets.most_common(1)[0][0])


# --- discussions ----------------------------------------------------------------------------------


def test_the_newest_discussions(guest: Caller) -> None:
    body = guest.json("beatmapsets/discussions")
    found = body["discussions"]
    assert len(found) == 50
    assert [d["id"] for d in found] == sorted((d["id"] for d in found), reverse=True)
    dates = [d["created_at"] for d in found]
    assert dates == sorted(dates, reverse=True)
    assert len(set(dates)) == 50
    assert body["reviews_config"] == {"max_blocks": 100}
    assert body["cursor"] == {"page": 2, "limit": 50}
    sets = {s["id"] for s in body["beatmapsets"]}
    assert sets == {d["beatmapset_id"] for d in found}
    beatmaps = {b["id"]: b for b in body["beatmaps"]}
    assert {d["beatmap_id"] for d in found} - {None} <= set(beatmaps)
    assert {b["beatmapset_id"] for b in body["beatmaps"]} == sets
    assert all("groups" in user for user in body["users"])
    for one in found:
        assert one["starting_post"]["beatmapset_discussion_id"] == one["id"]
        assert one["starting_post"]["user_id"] == one["user_id"]
        assert one["starting_post"]["created_at"] == one["created_at"] <= one["last_post_at"]
        assert one["timestamp"] is None or one["beatmap_id"] is not None
        assert "current_user_attributes" not in one


def test_a_person_sees_what_they_can_do(player: Caller) -> None:
    one = player.json("beatmapsets/discussions")["discussions"][0]
    assert set(one["current_user_attributes"]) == {
        "vote_score",
        "can_moderate_kudosu",
        "can_resolve",
        "can_reopen",
        "can_destroy",
    }


def test_everything_about_one_set(guest: Caller, world: World) -> None:
    set_id = _moddest(world)
    found = _walk(guest, "beatmapsets/discussions", "discussions", beatmapset_id=set_id, limit=5)
    ids = [d["id"] for d in found]
    assert len(ids) == len(set(ids)) > 5
    ascending = _walk(
        guest, "beatmapsets/discussions", "discussions", beatmapset_id=set_id, sort="id_asc"
    )
    assert [d["id"] for d in ascending] == ids[::-1]
    whole = guest.json(f"beatmapsets/{set_id}")
    times = [d["created_at"] for d in found]
    assert whole["submitted_date"][:19] < min(times)[:19]
    assert max(times)[:19] < whole["ranked_date"][:19]
    beatmap = next(d["beatmap_id"] for d in found if d["beatmap_id"])
    about = guest.json("beatmapsets/discussions", beatmap_id=beatmap)["discussions"]
    assert {d["id"] for d in about} == {d["id"] for d in found if d["beatmap_id"] == beatmap}


@pytest.mark.parametrize("kind", ["suggestion", "problem", "mapper_note", "praise", "hype"])
def test_message_types(guest: Caller, kind: str) -> None:
    asked = {"message_types[]": kind}
    found = guest.json("beatmapsets/discussions", **asked)["discussions"]
    assert {d["message_type"] for d in found} == {kind}
    assert len(found) == 50
    unresolved = guest.json("beatmapsets/discussions", only_unresolved="true", **asked)
    if kind in ("suggestion", "problem"):
        assert {d["resolved"] for d in unresolved["discussions"]} == {False}
        assert unresolved["discussions"] != found
    else:
        assert unresolved["discussions"] == []


def test_filters_by_state_mode_and_user(guest: Caller, world: World) -> None:
    def statuses(**asked: object) -> set[str]:
        body = guest.json("beatmapsets/discussions", **asked)
        assert body["discussions"]
        return {s["status"] for s in body["beatmapsets"]}

    assert statuses(beatmapset_status="ranked") <= {"ranked", "approved"}
    assert statuses(beatmapset_status="qualified") == {"qualified"}
    assert statuses(beatmapset_status="never_qualified") <= {"graveyard", "wip", "pending"}
    assert len(statuses()) > 2
    taiko = guest.json("beatmapsets/discussions", mode="taiko")
    ids = {d["beatmap_id"] for d in taiko["discussions"]}
    assert {b["mode"] for b in taiko["beatmaps"] if b["id"] in ids} == {"taiko"}
    author = next(u for u in taiko["users"] if u["id"] == taiko["discussions"][0]["user_id"])
    by_id = guest.json("beatmapsets/discussions", user=author["id"])["discussions"]
    by_name = guest.json("beatmapsets/discussions", user=author["username"])["discussions"]
    assert {d["user_id"] for d in by_id} == {author["id"]}
    assert by_id == by_name
    assert guest.json("beatmapsets/discussions", user="nobody at all")["discussions"] == []


def test_hype_of_a_waiting_set_is_counted_right(guest: Caller, world: World) -> None:
    facts = world.beatmaps.record
    waiting = [i for i in range(19_000, 20_000) if facts(i).status == 0 and facts(i).hype > 3]
    for index in waiting[:5]:
        set_id = world.beatmaps.id_of(index)
        asked = {"beatmapset_id": set_id, "message_types[]": "hype"}
        hypes = guest.json("beatmapsets/discussions", **asked)["discussions"]
        assert len(hypes) == guest.json(f"beatmapsets/{set_id}")["hype"]["current"]


def test_a_review_speaks_of_discussions_of_its_own(guest: Caller, world: World) -> None:
    modding = world.community.modding
    table = modding.index.discussions
    review = max(row for row, kind in enumerate(table["kind"]) if kind == REVIEW)
    set_id = world.beatmaps.id_of(table["set"][review])
    body = guest.json("beatmapsets/discussions", beatmapset_id=set_id)
    shown = next(d for d in body["discussions"] if d["id"] == modding.id_of("discussion", review))
    blocks = json.loads(shown["starting_post"]["message"])
    assert blocks[0]["type"] == "paragraph"
    embedded = {block["discussion_id"] for block in blocks if block["type"] == "embed"}
    included = {d["id"]: d for d in body["included_discussions"]}
    assert embedded
    assert embedded <= set(included)
    assert {included[one]["parent_id"] for one in embedded} == {shown["id"]}
    assert not embedded & {d["id"] for d in body["discussions"]}
    everything = guest.json(
        "beatmapsets/discussions", beatmapset_id=set_id, show_review_embeds="true"
    )
    assert embedded <= {d["id"] for d in everything["discussions"]}


def test_deleted_difficulties_are_told_of(guest: Caller, world: World) -> None:
    modding = world.community.modding
    for index in range(19_000, 20_000):
        gone = [b for b in modding.beatmaps_of(index) if b["deleted_at"]]
        if gone and any(True for _ in modding.index.of_set.of(index)):
            break
    body = guest.json("beatmapsets/discussions", beatmapset_id=world.beatmaps.id_of(index))
    deleted = [b for b in body["beatmaps"] if b["deleted_at"]]
    assert len(deleted) == 1
    assert deleted[0]["checksum"] is None
    assert guest.get(f"beatmaps/{deleted[0]['id']}").status_code == 404


def test_a_restricted_author_is_missing_beside(guest: Caller, world: World) -> None:
    modding = world.community.modding
    authors = modding.index.discussions["author"]
    row = max(row for row, author in enumerate(authors) if author >= GONE)
    user_id = world.community.authors.id_of(authors[row])
    body = guest.json("beatmapsets/discussions", user=user_id)
    assert {d["user_id"] for d in body["discussions"]} == {user_id}
    assert user_id not in {user["id"] for user in body["users"]}


# --- posts and votes ------------------------------------------------------------------------------


def test_posts_are_replies_unless_asked(guest: Caller) -> None:
    body = guest.json("beatmapsets/discussions/posts")
    assert len(body["posts"]) == 50
    assert {post["system"] for post in body["posts"]} == {False}
    talks = {d["id"] for d in body["discussions"]}
    assert {post["beatmapset_discussion_id"] for post in body["posts"]} == talks
    assert {d["beatmapset_id"] for d in body["discussions"]} == {
        s["id"] for s in body["beatmapsets"]
    }
    system = guest.json("beatmapsets/discussions/posts", **{"types[]": "system"})["posts"]
    assert {post["system"] for post in system} == {True}
    assert {post["message"]["type"] for post in system} == {"resolved"}
    assert {post["message"]["value"] for post in system} == {True, False}


def test_a_discussion_and_its_posts(guest: Caller, world: World) -> None:
    modding = world.community.modding
    sets = modding.index.discussions["set"]
    posts = Counter(d for d in modding.index.posts["discussion"] if sets[d] != CROWDED)
    row = posts.most_common(1)[0][0]
    discussion = modding.id_of("discussion", row)
    asked = {"beatmapset_discussion_id": discussion, "types[]": ["first", "reply", "system"]}
    found = guest.json("beatmapsets/discussions/posts", sort="id_asc", **asked)["posts"]
    assert len(found) == posts[row] > 4
    dates = [post["created_at"] for post in found]
    assert dates == sorted(dates)
    told = [post["message"]["value"] for post in found if post["system"]]
    shown = modding.discussion(row)
    assert shown["resolved"] == told[-1]
    assert shown["last_post_at"] == dates[-1]


def test_walking_the_posts_of_a_set_of_pages(guest: Caller) -> None:
    first = guest.json("beatmapsets/discussions/posts", limit=5)
    second = guest.json("beatmapsets/discussions/posts", page=2, limit=5)
    by_cursor = guest.json(
        "beatmapsets/discussions/posts", limit=7, cursor_string=first["cursor_string"]
    )
    assert second["posts"] == by_cursor["posts"]
    assert (
        first["posts"] + second["posts"]
        == (guest.json("beatmapsets/discussions/posts", limit=10)["posts"])
    )
    assert len(guest.json("beatmapsets/discussions/posts", limit=1)["posts"]) == 5


def test_votes(guest: Caller, world: World) -> None:
    body = guest.json("beatmapsets/discussions/votes")
    assert len(body["votes"]) == 50
    vote = body["votes"][0]
    about = next(d for d in body["discussions"] if d["id"] == vote["beatmapset_discussion_id"])
    assert vote["user_id"] != about["user_id"]
    down = guest.json("beatmapsets/discussions/votes", score=-1)["votes"]
    assert {one["score"] for one in down} == {-1}
    to_one = guest.json("beatmapsets/discussions/votes", receiver=about["user_id"])
    assert {d["user_id"] for d in to_one["discussions"]} == {about["user_id"]}
    assert vote["id"] in {one["id"] for one in to_one["votes"]}
    by_one = guest.json("beatmapsets/discussions/votes", user=vote["user_id"])["votes"]
    assert {one["user_id"] for one in by_one} == {vote["user_id"]}


# --- events ---------------------------------------------------------------------------------------


def test_events_of_all_kinds(guest: Caller) -> None:
    body = guest.json("beatmapsets/events")
    assert set(body) == {"events", "reviewsConfig", "users"}
    dates = [event["created_at"] for event in body["events"]]
    assert dates == sorted(dates, reverse=True)
    assert dates[0] < NOW.isoformat()
    for event in body["events"]:
        assert event["beatmapset"]["user"]["id"] == event["beatmapset"]["user_id"]
        if "discussion" in event:
            assert event["comment"]["beatmap_discussion_id"] == event["discussion"]["id"]


def test_a_reopened_issue(guest: Caller) -> None:
    events = guest.json("beatmapsets/events", **{"types[]": "issue_reopen"})["events"]
    assert {event["type"] for event in events} == {"issue_reopen"}
    event = events[0]
    posts = guest.json(
        "beatmapsets/discussions/posts",
        beatmapset_discussion_id=event["discussion"]["id"],
    )["posts"]
    said = next(p for p in posts if p["id"] == event["comment"]["beatmap_discussion_post_id"])
    assert said["created_at"] == event["created_at"]
    assert said["user_id"] == event["user_id"]


@pytest.mark.parametrize(
    ("words", "days"), [("2 weeks ago", 14), ("yesterday", 2), ("last monday", 8), ("-3 days", 3)]
)
def test_events_since_a_date_in_words(words: str, days: int, guest: Caller) -> None:
    events = guest.json("beatmapsets/events", min_date=words, sort="id_asc")["events"]
    dates = [datetime.fromisoformat(event["created_at"]) for event in events]
    assert NOW - timedelta(days=days) <= min(dates) < NOW
    later = guest.json("beatmapsets/events", max_date=words)["events"]
    assert later[0]["created_at"] <= events[0]["created_at"]


def test_a_date_that_is_none_filters_nothing(guest: Caller) -> None:
    everything = guest.json("beatmapsets/events")["events"]
    assert guest.json("beatmapsets/events", min_date="banana")["events"] == everything


def test_unknown_types_filter_nothing(guest: Caller) -> None:
    everything = guest.json("beatmapsets/events")["events"]
    assert guest.json("beatmapsets/events", **{"types[]": "nothing"})["events"] == everything
    both = {"types[]": ["nothing", "love"]}
    assert {e["type"] for e in guest.json("beatmapsets/events", **both)["events"]} == {"love"}
    assert {e["type"] for e in guest.json("beatmapsets/events", type="love")["events"]} == {"love"}


@pytest.mark.parametrize("name", [kind.value for kind in BeatmapsetEventType if kind not in OLD])
def test_each_type_of_event_is_a_filter(name: str, guest: Caller) -> None:
    events = guest.json("beatmapsets/events", **{"types[]": name})["events"]
    assert {event["type"] for event in events} == {name}
    comments = [event["comment"] for event in events]
    references = {"beatmap_discussion_id", "beatmap_discussion_post_id"}
    fields = {
        "nominate": {"modes"},
        "disqualify": references | {"beatmap_ids", "nominator_ids"},
        "nomination_reset": references | {"nominator_ids"},
        "discussion_lock": references | {"reason"},
        "remove_from_loved": references | {"reason"},
    }.get(name)
    if fields is not None:
        assert all(comment.keys() == fields for comment in comments if isinstance(comment, dict))
    if name == "disqualify":
        event = next(event for event in events if isinstance(event["comment"], dict))
        whole = guest.json(f"beatmapsets/{event['beatmapset']['id']}")
        assert event["comment"]["beatmap_ids"] == [one["id"] for one in whole["beatmaps"]]
    if name in ("discussion_lock", "remove_from_loved"):
        assert all(comment["reason"] for comment in comments)


def test_the_way_to_a_leaderboard_agrees_with_the_set(guest: Caller, world: World) -> None:
    checked = 0
    for index in range(9_000, 9_400):
        if world.beatmaps.status[index] != 1:
            continue
        set_id = world.beatmaps.id_of(index)
        events = guest.json("beatmapsets/events", beatmapset_id=set_id, sort="id_asc")["events"]
        steps = [(e["created_at"][:19], e["type"]) for e in events if e["type"] != "kudosu_gain"]
        whole = guest.json(f"beatmapsets/{set_id}")
        assert [when for when, type_ in steps if type_ == "rank"] == [whole["ranked_date"][:19]]
        last = [e for e in events if e["type"] == "nominate"][-2:]
        standing = {one["user_id"] for one in whole["current_nominations"]}
        assert {e["user_id"] for e in last} == standing
        qualified = max(when for when, type_ in steps if type_ == "qualify")
        assert qualified == last[-1]["created_at"][:19] < whole["ranked_date"][:19]
        checked += 1
        if checked == 12:
            return
    pytest.fail("not enough sets")


def test_dates_users_and_pages_of_events(guest: Caller) -> None:
    day = {"min_date": "2025-03-01", "max_date": "2025-03-08"}
    week = guest.json("beatmapsets/events", **day, limit=50)["events"]
    assert week
    assert all("2025-03-01" <= e["created_at"] < "2025-03-09" for e in week)
    first, second = (guest.json("beatmapsets/events", page=p, limit=5, **day) for p in (1, 2))
    assert first["events"] + second["events"] == week[:10]
    user = week[0].get("user_id") or week[1]["user_id"]
    by_user = guest.json("beatmapsets/events", user=user)["events"]
    assert {event["user_id"] for event in by_user} == {user}


def test_the_oldest_disqualifications_have_plain_words(guest: Caller) -> None:
    asked = {"types[]": "disqualify", "sort": "id_asc"}
    oldest = guest.json("beatmapsets/events", **asked)["events"][0]["comment"]
    newest = guest.json("beatmapsets/events", **{"types[]": "disqualify"})["events"][0]["comment"]
    assert isinstance(oldest, str)
    assert len(newest["nominator_ids"]) == 2


def test_moderators_stay_unnamed(guest: Caller) -> None:
    denied = guest.json("beatmapsets/events", **{"types[]": "kudosu_deny"})["events"]
    assert denied
    assert not any("user_id" in event for event in denied)
    allowed = guest.json("beatmapsets/events", **{"types[]": "kudosu_allow"})["events"]
    again = {event["discussion"]["id"] for event in allowed}
    assert any(event["discussion"]["id"] not in again for event in denied)
    for event in denied:
        discussion = event["discussion"]
        assert discussion["kudosu_denied"] != (discussion["id"] in again)


def test_every_row_points_at_something_older(world: World) -> None:
    index = world.community.modding.index
    for name, table in (("posts", index.posts), ("votes", index.votes)):
        for row, about in enumerate(table["discussion"]):
            assert index.discussions.time[about] <= table.time[row], name
    for row, about in enumerate(index.events["discussion"]):
        if about != NONE:
            assert index.discussions.time[about] <= index.events.time[row]
            assert index.discussions["set"][about] == index.events["set"][row]
    latest = max(table.time[-1] for table in (index.posts, index.votes, index.events))
    assert world.community.modding.row_of("post", world.community.modding.id_of("post", 777)) == 777
    assert latest < (NOW.timestamp() - 1_189_900_800)


def test_the_crowded_set_has_thousands_of_posts(guest: Caller, world: World) -> None:
    modding, wanted = world.community.modding, world.beatmaps.id_of(CROWDED)
    rows = list(modding.index.of_set.of(CROWDED))
    counts = [len(list(modding.index.posts_of.of(row))) for row in rows]
    assert sum(counts) >= CROWDED_POSTS
    assert max(counts) > CROWDED_THREAD
    met, types, told, page = 0, set(), set(), 1
    while True:
        body = guest.json("beatmapsets/discussions", beatmapset_id=wanted, page=page)
        every = body["discussions"] + body["included_discussions"]
        types |= {one["message_type"] for one in every}
        told |= {one["user_id"] for one in every} - {user["id"] for user in body["users"]}
        met, page = met + len(every), page + 1
        if body["cursor"] is None:
            break
    assert met == len(rows)
    assert types == {"suggestion", "problem", "mapper_note", "praise", "hype", "review"}
    assert told, "some authors are restricted: their users are missing"
