"""Activity feed over HTTP: consistent between the global and the player's feed."""

from __future__ import annotations

import pytest

from osubrowser.demo.world.world import World
from tests.demo.conftest import NOW, Caller


def test_the_feed_goes_on_by_cursor_without_gaps(guest: Caller) -> None:
    first = guest.json("events")
    assert len(first["events"]) == 50
    last = first["events"][-1]["id"]
    assert first["cursor"] == {"event_id": last}
    second = guest.json("events", cursor_string=first["cursor_string"])
    assert guest.json("events", **{"cursor[event_id]": last}) == second
    ids = [event["id"] for event in first["events"] + second["events"]]
    assert ids == sorted(set(ids), reverse=True)
    back = guest.json("events", sort="id_asc", **{"cursor[event_id]": ids[60]})["events"]
    assert [event["id"] for event in back][:10] == ids[59:49:-1]
    dates = [event["created_at"] for event in first["events"]]
    assert dates == sorted(dates, reverse=True)
    assert dates[0] < NOW.isoformat()
    assert all(event["createdAt"] == event["created_at"] for event in first["events"])


def test_the_feed_ends(guest: Caller, world: World) -> None:
    oldest = guest.json("events", sort="id_asc")["events"]
    page = guest.json("events", **{"cursor[event_id]": oldest[20]["id"]})
    assert [e["id"] for e in page["events"]] == [e["id"] for e in oldest[19::-1]]
    assert page["cursor"] is None
    assert page["cursor_string"] is None


def test_events_of_the_feed_are_in_the_players_own_list(guest: Caller, world: World) -> None:
    checked = 0
    for event in guest.json("events")["events"]:
        if "user" not in event:
            continue
        user_id = event["user"]["url"].rpartition("/")[2]
        own = guest.json(f"users/{user_id}/recent_activity", limit=100)
        assert event in own
        assert {one["user"]["url"] for one in own if "user" in one} == {event["user"]["url"]}
        checked += 1
        if checked == 8:
            return
    pytest.fail("nobody did anything")


def test_a_rank_is_the_one_on_the_leaderboard(guest: Caller, world: World) -> None:
    events = [event for event in guest.json("events")["events"] if event["type"] == "rank"]
    assert events
    for event in events[:3]:
        path, _, ruleset = event["beatmap"]["url"].partition("?ruleset=")
        beatmap = path.rpartition("/")[2]
        assert ruleset == event["mode"]
        user = event["user"]["url"].rpartition("/")[2]
        score = guest.json(f"beatmaps/{beatmap}/scores/users/{user}", mode=ruleset)
        assert score["position"] == event["rank"]
        assert score["score"]["rank"] == event["scoreRank"]
        assert score["score"]["ended_at"][:19] == event["created_at"][:19]


def test_a_medal_is_on_the_profile(guest: Caller, world: World) -> None:
    event = next(e for e in guest.json("events")["events"] if e["type"] == "achievement")
    user = guest.json(event["user"]["url"].lstrip("/"))
    medals = {m["achievement_id"]: m["achieved_at"] for m in user["user_achievements"]}
    medal = event["achievement"]
    assert medals[medal["id"]][:19] == event["created_at"][:19]
    assert 0 < medal["achieved_percent"] < 1
    assert medal["icon_url"].startswith(guest.server.url)
    assert guest.session.get(medal["icon_url"], timeout=20).content[1:4] == b"PNG"


def test_what_happened_to_sets_agrees_with_their_dates(guest: Caller, world: World) -> None:
    keys = {
        "beatmapsetApprove": "ranked_date",
        "beatmapsetUpload": "submitted_date",
        "beatmapsetUpdate": "last_updated",
        "beatmapsetRevive": "last_updated",
    }
    met = set()
    for item in world.community.feed.of(world.beatmaps.mapper[19_990]):
        event = world.community.feed_entities.entity(item)
        if event is None or event["type"] not in keys:
            continue
        met.add(event["type"])
        whole = guest.json(str(event["beatmapset"]["url"]).lstrip("/"))  # type: ignore[index]  # a dict
        assert whole[keys[str(event["type"])]][:19] == str(event["created_at"])[:19]
        if event["type"] == "beatmapsetApprove":
            assert event["approval"] == whole["status"]
    assert met


def test_a_known_player_was_active(guest: Caller) -> None:
    own = guest.json("users/10690090/recent_activity")
    assert own
    assert own[0]["created_at"] < NOW.isoformat()
    assert guest.json("users/10690090/recent_activity", limit=1) == own[:1]
    assert (
        guest.json("users/10690090/recent_activity", offset=1)
        == (guest.json("users/10690090/recent_activity", limit=100)[1:6])
    )
    assert guest.json("users/10690090/recent_activity", offset=100) == []


def test_only_plays_of_the_old_game(guest: Caller, world: World) -> None:
    def ranks(user: str, **asked: object) -> int:
        own = guest.json(f"users/{user}/recent_activity", limit=100, **asked)
        return sum(event["type"] == "rank" for event in own)

    events = [event for event in guest.json("events")["events"] if event["type"] == "rank"]
    users = {event["user"]["url"].rpartition("/")[2] for event in events}
    both = [(ranks(user), ranks(user, legacy_only="true")) for user in sorted(users)[:8]]
    assert all(old <= all_ for all_, old in both)
    assert sum(old for _, old in both) < sum(all_ for all_, _ in both)


def test_a_new_name_is_told_with_the_old_one(world: World) -> None:
    from itertools import islice

    items = islice(world.community.feed.forwards(None), 12_000)
    changed = next(item for item in items if item.kind == "usernameChange")
    event = world.community.feed_entities.entity(changed)
    assert event is not None
    names = world.accounts.previous_names(changed.account)
    assert event["user"]["previousUsername"] == names[-1]  # type: ignore[index]  # a dict


def test_nobody_has_no_activity(guest: Caller) -> None:
    answer = guest.get("users/1/recent_activity")
    assert (answer.status_code, answer.json()) == (404, {"error": None})


def test_the_season_has_backgrounds(guest: Caller) -> None:
    season = guest.json("seasonal-backgrounds")
    assert season["ends_at"] == "2026-09-30T00:00:00+00:00"
    assert len(season["backgrounds"]) >= 9
    painting = season["backgrounds"][0]
    assert guest.json(f"users/{painting['user']['id']}")["username"] == painting["user"]["username"]
    picture = guest.session.get(painting["url"], timeout=20)
    assert picture.headers["Content-Type"] == "image/jpeg"
