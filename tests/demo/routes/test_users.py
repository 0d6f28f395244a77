"""Players over HTTP: by id, by name, several, own profile, friends."""

from __future__ import annotations

import re

import pytest

from osubrowser.demo.world.players.profiles import UserPages
from osubrowser.demo.world.world import World
from tests.conftest import raw_answer
from tests.demo.conftest import Caller


def test_a_profile_has_every_key_of_the_recorded_one(player: Caller) -> None:
    recorded = raw_answer("v2/get_user_200.json")
    user = player.json("users/@Komorebi/osu")
    assert not set(recorded) - set(user)
    assert not set(recorded["statistics"]) - set(user["statistics"])
    extra = set(user) - set(recorded)
    assert extra <= {"is_restricted"}


def test_one_player_by_id_name_and_old_name(guest: Caller, world: World) -> None:
    me = guest.json("users/@Komorebi")
    assert guest.json(f"users/{me['id']}") == me == guest.json("users/komorebi")
    assert guest.json("users/Komorebi", key="username") == me
    accounts = world.accounts
    renamed = next(
        account
        for account in range(len(accounts))
        if any(accounts.by_name(name) is None for name in world.accounts.previous_names(account))
    )
    old = next(n for n in world.accounts.previous_names(renamed) if accounts.by_name(n) is None)
    found = guest.json(f"users/{old}")
    assert old in found["previous_usernames"]
    assert found["username"] != old


@pytest.mark.parametrize("path", ["users/1", "users/@1", "users/nobody at all", "users/2/catch"])
def test_unknown_players_and_modes(guest: Caller, path: str) -> None:
    answer = guest.get(path)
    assert (answer.status_code, answer.json()) == (404, {"error": None})


def test_a_profile_agrees_with_itself(guest: Caller) -> None:
    user = guest.json("users/@Komorebi")
    statistics = user["statistics"]
    assert user["playmode"] == user["rank_history"]["mode"] == "osu"
    assert user["rank_history"] == user["rankHistory"]
    assert user["rank_highest"]["rank"] <= min(user["rank_history"]["data"])
    assert statistics["rank"]["country"] == statistics["country_rank"]
    months = [month["start_date"] for month in user["monthly_playcounts"]]
    assert months == sorted(months)
    assert months[0] >= user["join_date"][:7]
    assert sum(m["count"] for m in user["monthly_playcounts"]) >= statistics["play_count"]
    assert user["current_user_attributes"] is None
    assert "is_restricted" not in user
    medals = [medal["achieved_at"] for medal in user["user_achievements"]]
    assert medals == sorted(medals, reverse=True)
    assert medals[-1] > user["join_date"][:10]


def test_oneself(player: Caller) -> None:
    me = player.json("me")
    assert me["username"] == "Komorebi"
    assert me["is_restricted"] is False
    assert me["session_verified"] is True
    assert len(me["user_preferences"]) == 16
    assert me["user_preferences"]["scoring_mode"] == "standardised"
    assert set(me["statistics_rulesets"]) == {"osu", "taiko", "fruits", "mania"}
    assert me["statistics_rulesets"]["osu"]["pp"] == me["statistics"]["pp"]
    assert player.json("me/mania")["statistics"]["variants"]
    assert player.get("me/catch").status_code == 404
    ids = player.json("me/beatmapset-favourites")["beatmapset_ids"]
    assert len(ids) == me["favourite_beatmapset_count"]


def test_friends_come_in_two_generations(player: Caller) -> None:
    new = player.json("friends")
    assert set(new[0]) == {"target_id", "relation_type", "mutual", "target"}
    assert new[0]["target_id"] == new[0]["target"]["id"]
    assert {"country", "cover", "groups", "team", "statistics", "support_level"} <= set(
        new[0]["target"]
    )
    for version in ("", "2024-10-22", "20220705"):
        player.session.headers["x-api-version"] = version
        old = player.json("friends")
        assert [user["id"] for user in old] == [relation["target_id"] for relation in new]


def test_several_at_once(guest: Caller) -> None:
    ranking = guest.json("rankings/osu/performance")["ranking"]
    ids = [entry["user"]["id"] for entry in ranking]
    body = guest.json("users", **{"ids[]": [*ids[:5], 1]})
    assert sorted(user["id"] for user in body["users"]) == sorted(ids[:5])
    assert "osu" in body["users"][0]["statistics_rulesets"]
    assert len(guest.json("users", **{"ids[]": [*ids, 77]})["users"]) == 50
    assert guest.json("users") == guest.json("users", ids=ids[0]) == {"users": []}


def test_looking_up_names_and_ids(guest: Caller) -> None:
    entry = guest.json("rankings/osu/performance")["ranking"][3]["user"]
    asked = {"ids[]": [str(entry["id"]), "@Komorebi", f"@{entry['username']}", "nobody at all"]}
    users = guest.json("users/lookup", **asked, ruleset_id=0)["users"]
    assert [user["username"] for user in users] == [entry["username"], "Komorebi"]
    assert users[0]["global_rank"] == {"rank": 4, "ruleset_id": 0}
    assert "global_rank" not in guest.json("users/lookup", **asked)["users"][0]
    assert guest.get("users/lookup", **{"ids[]": range(51)}).status_code == 422
    answer = guest.get("users/lookup", ruleset_id=9)
    assert (answer.status_code, answer.json()) == (422, {"error": "invalid ruleset_id specified"})


def test_the_bot_has_a_profile_and_nothing_else(guest: Caller) -> None:
    bot = guest.json("users/3")
    assert bot == guest.json("users/@banchobot") == guest.json("users/BanchoBot", key="username")
    assert (bot["id"], bot["username"], bot["is_bot"]) == (3, "BanchoBot", True)
    person = guest.json("users/2")
    assert set(bot) == set(person)
    assert set(bot["statistics"]) == set(person["statistics"])
    assert bot["statistics"]["play_count"] == 0
    assert bot["statistics"]["global_rank"] is None
    for path in ("scores/best", "beatmapsets/most_played", "recent_activity", "kudosu"):
        assert guest.json(f"users/3/{path}") == []
    assert guest.get("users/@3").status_code == 404


def test_somebody_never_played_a_ruleset(guest: Caller) -> None:
    never = guest.json("users/10690090/mania")
    assert never["username"] == "huzas"
    assert never["statistics"]["play_count"] == 0
    assert never["statistics"]["global_rank"] is None
    assert never["rank_history"] is None
    assert never["statistics"]["replays_watched_by_others"] == 0


def test_what_players_wrote_has_all_that_such_texts_have(world: World) -> None:
    texts = UserPages(world.seed, world.accounts, world.beatmaps)
    pages = [str(texts.of(n)["html"]) for n in (0, world.me, *range(400))]
    assert "" in pages
    long = pages[0]
    assert long.startswith("<div class='bbcode bbcode--profile-page'><center>")
    for part in (
        "<h2>About me</h2>",
        "<ul class='unordered'><li>",
        '<a rel="nofollow" href="https://osu.ppy.sh/beatmapsets/',
        '<img alt="" src="https://i.ppy.sh/',
        '<span class="bbcode-spoilerbox__link-text">My setup</span></a>',
        "<ol><li>Tablet",
        "<blockquote><h4>",
        "<pre>",
    ):
        assert part in long
    linked = [int(n) for page in pages for n in re.findall(r'data-user-id="(\d+)"', page)]
    assert len(linked) > 50
    assert all(world.accounts.by_id(user_id) is not None for user_id in linked)
    shown = "".join(re.sub(r"<[^>]*>", "", page) for page in pages)
    assert not re.findall(r"\[/?(?:b|i|u|s|c|url|img|box|list|centre|right|code|size)\b", shown)
