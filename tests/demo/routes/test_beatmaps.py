"""Beatmapsets, difficulties, attributes, tags, teams and previews over HTTP."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.beatmaps.sets import COUNT
from osubrowser.demo.world.world import World
from tests.demo.conftest import Caller

LANDMARKS = (221777, 1776628, 1981090)
INCLUDES = {
    "availability",
    "beatmaps",
    "converts",
    "current_nominations",
    "description",
    "genre",
    "language",
    "pack_tags",
    "ratings",
    "recent_favourites",
    "related_tags",
    "related_users",
    "user",
    "version_count",
}


def set_ids(world: World, *, step: int = 997) -> list[int]:
    return [world.beatmaps.id_of(number) for number in range(0, COUNT, step)]


def test_the_beatmaps_that_others_name_exist(player: Caller) -> None:
    for beatmap_id in LANDMARKS:
        beatmap = player.json(f"beatmaps/{beatmap_id}")
        assert (beatmap["id"], beatmap["mode"], beatmap["status"]) == (beatmap_id, "osu", "ranked")
        assert beatmap["beatmapset"]["id"] == beatmap["beatmapset_id"]
        assert beatmap["max_combo"] > 100
    assert player.json("beatmapsets/41823")["title"] == "The Big Black"


def test_a_set_has_every_part_and_they_agree(world: World, player: Caller, guest: Caller) -> None:
    seen_converts = seen_guests = 0
    for set_id in [*set_ids(world), 41823]:
        whole = player.json(f"beatmapsets/{set_id}")
        assert whole.keys() >= INCLUDES
        assert len(whole["ratings"]) == 11
        assert whole["ratings"][0] == 0
        assert len(whole["recent_favourites"]) <= min(50, whole["favourite_count"])
        assert whole["user"]["id"] == whole["user_id"]
        assert whole["genre"]["id"] == whole["genre_id"]
        osu = [b for b in whole["beatmaps"] if b["mode"] == "osu"]
        assert len(whole["converts"]) == 3 * len(osu)
        for beatmap in whole["beatmaps"]:
            _check_beatmap(whole, beatmap)
            seen_guests += beatmap["user_id"] != whole["user_id"]
        for convert in whole["converts"]:
            seen_converts += 1
            own = next(b for b in osu if b["id"] == convert["id"])
            assert convert["convert"]
            assert convert["mode"] != "osu"
            assert "max_combo" not in convert
            assert convert["count_circles"] == own["count_circles"]
        visitor = guest.json(f"beatmapsets/{set_id}")
        assert visitor["beatmaps"][0].keys() == whole["beatmaps"][0].keys()
        for beatmap in (*visitor["beatmaps"], guest.json(f"beatmaps/{whole['beatmaps'][0]['id']}")):
            assert beatmap["current_user_playcount"] == 0
        assert all(beatmap["current_user_tag_ids"] == [] for beatmap in visitor["beatmaps"])
    assert seen_converts > 20
    assert seen_guests


def _check_beatmap(whole: dict[str, Any], beatmap: dict[str, Any]) -> None:
    assert beatmap["beatmapset_id"] == whole["id"]
    assert (beatmap["status"], beatmap["ranked"]) == (whole["status"], whole["ranked"])
    assert beatmap["bpm"] == whole["bpm"]
    assert not beatmap["convert"]
    assert beatmap["max_combo"] >= beatmap["count_circles"]
    assert {len(beatmap["failtimes"][kind]) for kind in ("fail", "exit")} == {100}
    assert beatmap["owners"][0]["id"] == beatmap["user_id"]
    assert beatmap["passcount"] <= beatmap["playcount"]
    for name in ("accuracy", "ar", "cs", "drain"):
        assert 0 <= beatmap[name] <= 10
    related = {tag["id"] for tag in whole["related_tags"]}
    assert {tag["tag_id"] for tag in beatmap["top_tag_ids"]} <= related
    people = {user["id"] for user in whole["related_users"]}
    assert {owner["id"] for owner in beatmap["owners"]} <= people


def test_status_decides_what_a_set_has(world: World, player: Caller) -> None:
    for status in (-2, -1, 0, 1, 2, 3, 4):
        number = next(n for n in range(COUNT - 1, 0, -1) if world.beatmaps.status[n] == status)
        whole = player.json(f"beatmapsets/{world.beatmaps.id_of(number)}")
        assert whole["ranked"] == status
        assert whole["is_scoreable"] == (status > 0)
        assert (whole["ranked_date"] is not None) == (status > 0)
        assert (whole["hype"] is not None) == (status in (-1, 0, 3))
        summary = whole["nominations_summary"]
        assert summary["current"] == len(whole["current_nominations"])
        assert (summary["current"] == 2) == (status in (1, 2, 3))
        assert len({one["user_id"] for one in whole["current_nominations"]}) == summary["current"]
        assert whole["submitted_date"] <= whole["last_updated"]
        if status > 0:
            assert whole["submitted_date"] < whole["ranked_date"]
        else:
            assert whole["beatmaps"][0]["top_tag_ids"] == []


def test_a_difficulty_is_the_same_wherever_it_is_seen(world: World, player: Caller) -> None:
    for set_id in set_ids(world, step=2_503):
        whole = player.json(f"beatmapsets/{set_id}")
        for shown in whole["beatmaps"]:
            alone = player.json(f"beatmaps/{shown['id']}")
            assert {**shown, **alone} == {**alone, **shown}
            assert alone["beatmapset"]["ratings"] == whole["ratings"]
            for query in ({"id": shown["id"]}, {"checksum": shown["checksum"]}):
                assert player.json("beatmaps/lookup", **query) == alone
        beatmap_id = whole["beatmaps"][-1]["id"]
        assert player.json("beatmapsets/lookup", beatmap_id=beatmap_id) == whole


def test_a_file_name_finds_its_difficulty(world: World, player: Caller) -> None:
    for number in range(11, COUNT, 3_001):
        for one in world.beatmaps.difficulties(number):
            song, mapper = world.beatmaps.song(number), world.beatmaps.mapper[number]
            creator = world.accounts.name_of(mapper)
            name = f"{song.artist} - {song.title} ({creator}) [{one.version}].osu"
            for unfit in '\\/:*?"<>|':
                name = name.replace(unfit, "")
            assert player.json("beatmaps/lookup", filename=name)["id"] == one.id


def test_what_is_looked_up_first_wins(player: Caller) -> None:
    checksum = player.json(f"beatmaps/{LANDMARKS[0]}")["checksum"]
    both = player.json("beatmaps/lookup", checksum=checksum, id=LANDMARKS[1])
    assert both["id"] == LANDMARKS[0]
    wrong = player.json("beatmaps/lookup", checksum="0" * 32, id=LANDMARKS[1])
    assert wrong["id"] == LANDMARKS[1]


def test_several_at_once_come_in_the_order_of_their_ids(player: Caller) -> None:
    asked = [LANDMARKS[2], 5, LANDMARKS[0], LANDMARKS[0]]
    found = player.json("beatmaps", **{"ids[]": asked})["beatmaps"]
    assert [one["id"] for one in found] == [LANDMARKS[0], LANDMARKS[2]]
    assert found[0] == player.json(f"beatmaps/{LANDMARKS[0]}")
    many = [*range(5_000_000, 5_000_050), LANDMARKS[0]]
    assert player.json("beatmaps", **{"ids[]": many}) == {"beatmaps": []}
    assert player.json("beatmaps") == player.json("beatmaps", ids=LANDMARKS[0]) == {"beatmaps": []}


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("beatmaps/5", "Specified beatmap difficulty couldn't be found."),
        ("beatmaps/abc", "Specified beatmap difficulty couldn't be found."),
        ("beatmapsets/5", "Specified beatmap couldn't be found."),
        ("beatmapsets/lookup", None),
        ("beatmapsets/lookup?beatmap_id=5", "Specified beatmap difficulty couldn't be found."),
        ("beatmaps/lookup", None),
        ("beatmaps/lookup?id=5", None),
        ("beatmaps/lookup?checksum=zz", None),
        ("beatmaps/lookup?filename=zz", None),
        ("teams/1", "Specified Team couldn't be found."),
    ],
)
def test_what_does_not_exist_is_said_in_the_servers_words(
    path: str, sentence: str | None, player: Caller
) -> None:
    answer = player.get(path)
    assert (answer.status_code, answer.json()) == (404, {"error": sentence})


# --- attributes -----------------------------------------------------------------------------------


def attributes(caller: Caller, beatmap_id: int, **body: object) -> Any:
    url = f"{caller.server.url}/api/v2/beatmaps/{beatmap_id}/attributes"
    answer = caller.session.post(url, json=body, timeout=20)
    return answer.json().get("attributes") or (answer.status_code, answer.json()["error"])


def test_mods_change_how_hard_a_beatmap_is(player: Caller) -> None:
    beatmap = player.json(f"beatmaps/{LANDMARKS[0]}")
    plain = attributes(player, LANDMARKS[0])
    assert plain["star_rating"] == pytest.approx(beatmap["difficulty_rating"])
    assert plain["max_combo"] == beatmap["max_combo"]
    stars = {
        name: attributes(player, LANDMARKS[0], mods=mods)["star_rating"]
        for name, mods in {
            "HT": ["HT"],
            "EZ": ["EZ"],
            "HR": ["HR"],
            "DT": ["DT"],
            "bits": 64,
            "HRDT": ["HR", {"acronym": "DT"}],
            "slow": [{"acronym": "DT", "settings": {"speed_change": 1.2}}],
        }.items()
    }
    assert stars["HT"] < plain["star_rating"] < stars["slow"] < stars["DT"] < stars["HRDT"]
    assert stars["EZ"] < plain["star_rating"] < stars["HR"]
    assert stars["bits"] == stars["DT"]
    assert "flashlight_difficulty" not in plain
    assert "flashlight_difficulty" in attributes(player, LANDMARKS[0], mods=["FL"])


def test_attributes_have_the_fields_of_their_ruleset(player: Caller) -> None:
    assert attributes(player, LANDMARKS[0]).keys() == {
        "star_rating",
        "max_combo",
        "aim_difficulty",
        "aim_difficult_slider_count",
        "aim_difficult_strain_count",
        "speed_difficulty",
        "speed_note_count",
        "speed_difficult_strain_count",
        "slider_factor",
    }
    converts = player.json(f"beatmapsets/lookup?beatmap_id={LANDMARKS[0]}")["converts"]
    for mode, extra in (("taiko", {"mono_stamina_factor"}), ("fruits", set()), ("mania", set())):
        found = attributes(player, LANDMARKS[0], ruleset=mode)
        assert found.keys() == {"star_rating", "max_combo"} | extra
        own = next(c for c in converts if (c["id"], c["mode"]) == (LANDMARKS[0], mode))
        assert found["star_rating"] == pytest.approx(own["difficulty_rating"])
    by_number = attributes(player, LANDMARKS[0], ruleset_id=1, ruleset="mania")
    assert "mono_stamina_factor" in by_number


def test_attributes_refuse_what_does_not_fit(world: World, player: Caller) -> None:
    assert attributes(player, 5) == (404, "Specified beatmap difficulty couldn't be found.")
    beatmap = LANDMARKS[0]
    assert attributes(player, beatmap, ruleset_id=9) == (422, "invalid ruleset_id specified")
    assert attributes(player, beatmap, ruleset="catch") == (422, "invalid ruleset specified")
    assert attributes(player, beatmap, mods={"DT": 1}) == (422, "invalid mods specified")
    assert attributes(player, beatmap, mods=["4K"]) == (422, "invalid mod for ruleset: 4K")
    assert "star_rating" in attributes(player, beatmap, mods=["4K"], ruleset="mania")
    number = next(n for n in range(COUNT) if world.beatmaps.ruleset[n] == 3)
    mania = world.beatmaps.difficulties(number)[0].id
    sentence = "specified beatmap can't be converted to the specified ruleset"
    assert attributes(player, mania, ruleset="osu") == (422, sentence)


# --- tags, teams, previews ------------------------------------------------------------------------


def test_tags_are_those_that_beatmaps_have(world: World, player: Caller) -> None:
    tags = {tag["id"]: tag for tag in player.json("tags")["tags"]}
    assert tags[1].keys() == {"id", "name", "ruleset_id", "description"}
    seen = set()
    for set_id in set_ids(world):
        for tag in player.json(f"beatmapsets/{set_id}")["related_tags"]:
            assert tag == tags[tag["id"]] | {"created_at": None, "updated_at": None}
            seen.add(tag["id"])
    assert len(seen) > 5


def test_a_team_is_the_one_of_the_ranking(world: World, player: Caller) -> None:
    entry = player.json("rankings/mania/team")["ranking"][3]
    team = player.json(f"teams/{entry['team_id']}/mania")
    assert {key: team[key] for key in entry["team"]} == entry["team"]
    for name in ("play_count", "ranked_score", "performance", "team_id", "ruleset_id"):
        assert team["statistics"][name] == entry[name]
    assert 1 + len(team["members"]) == entry["member_count"]
    assert team["leader"]["id"] not in {user["id"] for user in team["members"]}
    assert {user["team"]["id"] for user in team["members"]} == {team["id"]}
    people = [team["leader"], *team["members"]]
    assert all({"country", "cover", "groups", "team"} <= person.keys() for person in people)
    own = player.json(f"teams/{entry['team_id']}")
    assert own["statistics"]["ruleset_id"] == own["default_ruleset_id"]
    wrong = player.get(f"teams/{entry['team_id']}/catch")
    assert (wrong.status_code, wrong.json()) == (422, {"error": "invalid ruleset name"})


def test_a_teams_short_name_leads_to_the_website(world: World, player: Caller) -> None:
    team = world.teams.entity(12)
    url = f"{player.server.url}/api/v2/teams/@{team['short_name']}"
    answer = player.session.get(url, allow_redirects=False, timeout=20)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(f"{player.server.url}/teams/")
    page = requests.get(answer.headers["Location"], timeout=20)
    assert "text/html" in page.headers["Content-Type"]


def test_a_preview_is_ten_seconds_of_mp3(server: DemoServer, player: Caller) -> None:
    preview = player.json("beatmapsets/41823")["preview_url"]
    with requests.Session() as session:
        session.trust_env = False
        answer = session.get(preview, timeout=20)
        assert answer.headers["Content-Type"] == "audio/mpeg"
        part = session.get(preview, headers={"Range": "bytes=100-199"}, timeout=20)
        other = session.get(preview.replace("41823", "5"), timeout=20)
        again = session.get(preview, timeout=20)
    data = answer.content
    assert again.content == data
    assert (part.status_code, part.content) == (206, data[100:200])
    assert other.status_code == 404
    frames = place = 0
    while place < len(data):
        header = int.from_bytes(data[place : place + 4], "big")
        assert header >> 21 == 0x7FF, "every frame begins with eleven ones"
        assert header >> 17 & 0xF == 0b1101, "MPEG-1, layer III"
        assert header >> 16 & 1, "no checksum"
        bits = (0, 32, 40, 48, 56, 64)[header >> 12 & 0xF] * 1_000
        place += 144 * bits // 44_100 + (header >> 9 & 1)
        frames += 1
    assert place == len(data)
    assert 9.8 < frames * 1_152 / 44_100 <= 10
    assert len(set(data)) > 20
