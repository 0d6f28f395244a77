"""Lines that ossapi's first pages for API v2 showed, on the embedded osu!.

They run as they stood there, but for the import and some ids, which are of the embedded osu!.
What a line must print is taken out of the JSON that the server sends to the same question.
"""

from __future__ import annotations

import base64
import io
import json
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from datetime import datetime
from typing import Any

import pytest

from osubrowser.api import Client, MemoryTokenStore, read_replay
from osubrowser.api.legacy import LegacyClient
from osubrowser.api.ossapi.enums import KudosuAction, PlayStyles
from tests.api.ossapi.run_program import free_redirect, open_page
from tests.api.test_program import PROGRAM
from tests.conftest import Server

IMPORT = "from osubrowser.api.ossapi import *"
ENDPOINTS = PROGRAM.replace('(query="the big black")', '({"title": "the big black"})')
"""The page of 2.0.0b5: each endpoint that it had."""
LATER = """
print(api.search_beatmaps(query="the big black").beatmapsets[0].title)
print(api.wiki_page("en", "Main_page").available_locales)
print(api.changelog_build("lazer", "{build}").users)
print(api.changelog_listing().builds[0].display_version)
print(api.changelog_lookup("lazer").changelog_entries[0].github_pull_request_id)
print(api.forum_topic({topic}).posts[0].forum_id)
print(api.beatmapset_discussion_votes().votes[0].score)
"""
"""What the page of 2.0.0 had beside them."""
V1 = """
print(api.get_beatmaps(user={mapper})[0].submit_date)
print(api.get_match({match}).games[0].game_id)
print(api.get_scores(221777)[0].username)
print(len(api.get_replay(beatmap_id=221777, user={player})))
print(api.get_user(12092800).playcount)
print(api.get_user_best(12092800)[0].pp)
print(api.get_user_recent({recent})[0].beatmap_id)
"""
MODS = """
mods = api.get_scores(221777)[0].mods
print(mods)
print(mods.short_name())
print(mods.decompose())
print(mods.long_name())
print(mods.value)
print(mods + Mod.FL)
print(mods - Mod.HD)
print(mods - Mod.HDHR)
print(Mod.HDDT, Mod.HDHR, Mod.HDDTHR)
print(Mod.HD + Mod.FL + Mod.EZ)
print(Mod(1034))
assert Mod.HD + Mod.FL + Mod.EZ == Mod(1034)
"""
Raw = Callable[..., Any]


def page_names() -> dict[str, Any]:
    """Return what the import gives."""
    names: dict[str, Any] = {}
    exec(IMPORT, names)
    return names


@pytest.fixture
def names(
    demo_server: Server, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> dict[str, Any]:
    """The names of a program that starts as the page does, for a server in place of osu!."""
    home = str(tmp_path_factory.mktemp("home"))
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME", "USERPROFILE"):
        monkeypatch.setenv(name, home)
    monkeypatch.setattr(webbrowser, "open", open_page)
    names = page_names()
    url = demo_server.url
    monkeypatch.setattr(names["OssapiV2"], "BASE_URL", f"{url}/api/v2")
    monkeypatch.setattr(names["OssapiV2"], "TOKEN_URL", f"{url}/oauth/token")
    monkeypatch.setattr(names["OssapiV2"], "AUTH_CODE_URL", f"{url}/oauth/authorize")
    monkeypatch.setattr(names["OssapiV1"], "BASE_URL", f"{url}/api/")
    names |= {
        "client_id": int(demo_server.client_id),
        "client_secret": demo_server.client_secret,
        "redirect_uri": free_redirect(),
    }
    return names


@pytest.fixture
def guest(names: dict[str, Any]) -> dict[str, Any]:
    exec("api = OssapiV2(client_id, client_secret)", names)
    return names


@pytest.fixture
def raw(demo_server: Server) -> Iterator[Raw]:
    """Ask API v2 by hand: path and parameters, parsed JSON."""
    with Client(
        demo_server.client_id,
        demo_server.client_secret,
        base_url=demo_server.url,
        token_store=MemoryTokenStore(),
    ) as client:
        yield lambda path, **params: json.loads(client.read(path, params))


@pytest.fixture
def old(demo_server: Server) -> Iterator[Raw]:
    """Ask API v1 by hand."""
    with LegacyClient(demo_server.api_key, base_url=demo_server.url) as client:
        yield lambda method, **params: client.read(method, params)


def printed(program: str, names: dict[str, Any]) -> list[str]:
    """Run lines, and return what they print."""
    output = io.StringIO()
    with redirect_stdout(output):
        exec(program, names)
    return output.getvalue().splitlines()


def moment(text: str) -> str:
    return str(datetime.fromisoformat(text))


def mod_list(raw_mods: list[dict[str, Any]]) -> list[str]:
    return [mod["acronym"] for mod in raw_mods]


def expected_of_endpoints(raw: Raw, names: dict[str, Any]) -> list[Any]:
    """Return what the lines of `ENDPOINTS` must print, less the mods and the replay."""
    posts = raw("/beatmapsets/discussions/posts")
    return [
        names["MessageType"](posts["discussions"][0]["message_type"]),
        moment(raw("/users/10690090/recent_activity")[0]["created_at"]),
        raw("/spotlights")["spotlights"][0]["name"],
        raw("/users/12092800/beatmapsets/most_played")[0]["count"],
        KudosuAction(raw("/users/3178418/kudosu")[0]["action"]),
        raw("/beatmaps/1981090/scores")["scores"][0]["id"],
        raw("/beatmaps/1981090")["max_combo"],
        raw("/rankings/osu/performance", country="US")["ranking"][0]["user"]["username"],
        raw("/users/12092800/scores/best")[0]["accuracy"],
        moment(raw("/beatmaps/221777")["last_updated"]),
        None,
        raw("/search", query="peppy")["user"]["data"][0]["profile_colour"],
        raw("/comments/1")["comments"][0]["message"],
        None,
        raw("/beatmapsets/search", q="the big black")["beatmapsets"][0]["title"],
        "BeatmapsetEventType.ISSUE_REOPEN",
        sum(PlayStyles[style.upper()].value for style in raw("/users/12092800")["playstyle"]),
    ]


def test_every_line_of_the_first_page_prints_what_the_server_says(
    guest: dict[str, Any], raw: Raw
) -> None:
    lines = ENDPOINTS.strip().splitlines()
    wanted = expected_of_endpoints(raw, guest)
    assert len(lines) == len(wanted) == 17
    for line, value in zip(lines, wanted, strict=True):
        shown = "\n".join(printed(line, guest))
        if "beatmap_user_score" in line:
            mods = raw("/beatmaps/221777/scores/users/2757689")["score"]["mods"]
            for acronym in mod_list(mods):
                assert acronym in shown
            assert shown.count("acronym") == len(mods)
        elif "download_score" in line:
            replay = read_replay(download(guest))
            for part in (replay.username, replay.beatmap_hash, str(replay.score)):
                assert part in shown
        else:
            assert shown == str(value), line


def download(names: dict[str, Any]) -> bytes:
    raw: bytes = names["api"].download_score_mode("osu", 2797309065, raw=True)
    return raw


def test_every_line_that_the_page_of_the_first_release_added_prints_what_the_server_says(
    guest: dict[str, Any], raw: Raw
) -> None:
    build = raw("/changelog/lazer")["version"]
    topic = raw("/forums/2")["topics"][0]["id"]
    assert printed(LATER.format(build=build, topic=topic), guest) == [
        str(value)
        for value in (
            raw("/beatmapsets/search", q="the big black")["beatmapsets"][0]["title"],
            raw("/wiki/en/Main_page")["available_locales"],
            raw(f"/changelog/lazer/{build}")["users"],
            raw("/changelog")["builds"][0]["display_version"],
            raw("/changelog/lazer")["changelog_entries"][0]["github_pull_request_id"],
            raw(f"/forums/topics/{topic}")["posts"][0]["forum_id"],
            raw("/beatmapsets/discussions/votes")["votes"][0]["score"],
        )
    ]


def test_the_loop_over_a_ranking_prints_each_player(guest: dict[str, Any], raw: Raw) -> None:
    program = """
response = api.ranking("osu", RankingType.PERFORMANCE, country="US")
for ranking in response.ranking:
    print(f"global #{ranking.global_rank}: {ranking.user.username}")
"""
    rows = raw("/rankings/osu/performance", country="US")["ranking"]
    assert printed(program, guest) == [
        f"global #{row['global_rank']}: {row['user']['username']}" for row in rows
    ]
    assert len(rows) == 50


def test_the_first_page_the_next_one_and_the_twentieth_end_where_they_say(
    guest: dict[str, Any],
) -> None:
    first = """
r = api.ranking("osu", RankingType.PERFORMANCE)
print(r.ranking[-1].global_rank) # 50
"""
    second = """
r = api.ranking("osu", RankingType.PERFORMANCE)
cursor = r.cursor
print(r.ranking[-1].global_rank) # 50

r = api.ranking("osu", RankingType.PERFORMANCE, cursor=cursor)
print(r.ranking[-1].global_rank) # 100
"""
    twentieth = """
cursor = Cursor(page=20)
r = api.ranking("osu", RankingType.PERFORMANCE, cursor=cursor)
print(r.ranking[-1].global_rank) # 1000
"""
    last = """
cursor = Cursor(page=199)
r = api.ranking("osu", RankingType.PERFORMANCE, cursor=cursor)
print(r.cursor) # Cursor(page=200)

cursor = Cursor(page=200) # there are only 200 rankings pages
r = api.ranking("osu", RankingType.PERFORMANCE, cursor=cursor)
print(r.cursor) # None
"""
    assert printed(first, guest) == ["50"]
    assert printed(second, guest) == ["50", "100"]
    assert printed(twentieth, guest) == ["1000"]
    assert printed(last, guest) == ["Cursor(page=200)", "None"]


def test_the_other_grant_signs_a_player_in(names: dict[str, Any]) -> None:
    exec("api = OssapiV2(client_id, client_secret, redirect_uri)", names)
    assert names["api"].grant is names["Grant"].AUTHORIZATION_CODE
    assert printed("print(api.user(12092800).id)", names) == ["12092800"]
    assert read_replay(download(names)).username


def test_a_replay_of_api_v1_is_a_dictionary_with_content_and_encoding(
    names: dict[str, Any], demo_server: Server, old: Raw
) -> None:
    program = f"""
from osubrowser.api.ossapi import Ossapi

api = Ossapi("{demo_server.api_key}")
json = api.get_replay({{"m": "0", "b": "1776628", "u": "3256299"}})
"""
    exec(program, names)
    assert names["json"] == old("get_replay", m=0, b=1776628, u=3256299)
    assert names["json"].keys() == {"content", "encoding"}
    assert base64.b64decode(names["json"]["content"])
    numbers = names["api"].get_replay({"m": 0, "b": 1776628, "u": 3256299})
    assert numbers == names["json"]


def test_every_call_of_api_v1_prints_what_the_server_says(
    names: dict[str, Any], demo_server: Server, old: Raw, raw: Raw
) -> None:
    exec(f'api = Ossapi("{demo_server.api_key}")', names)
    scores = old("get_scores", b=221777)
    player = next(int(score["user_id"]) for score in scores if score["replay_available"] == "1")
    recent = next(
        row["user"]["id"]
        for row in raw("/rankings/osu/performance")["ranking"]
        if old("get_user_recent", u=row["user"]["id"])
    )
    match = next(
        m["id"] for m in raw("/matches")["matches"] if old("get_match", mp=m["id"])["games"]
    )
    mapper = raw("/beatmaps/221777")["user_id"]
    lines = V1.format(match=match, player=player, recent=recent, mapper=mapper)
    shown = printed(lines, names)
    replay = old("get_replay", b=221777, u=player)["content"]
    assert shown == [
        moment(f"{old('get_beatmaps', u=mapper)[0]['submit_date']}+00:00"),
        str(old("get_match", mp=match)["games"][0]["game_id"]),
        scores[0]["username"],
        str(len(replay)),
        old("get_user", u=12092800)[0]["playcount"],
        str(float(old("get_user_best", u=12092800)[0]["pp"])),
        old("get_user_recent", u=recent)[0]["beatmap_id"],
    ]


def test_the_lines_about_mods_print_what_they_say(
    names: dict[str, Any], demo_server: Server, old: Raw
) -> None:
    exec(f'api = Ossapi("{demo_server.api_key}")', names)
    shown = printed(MODS, names)
    value = int(old("get_scores", b=221777)[0]["enabled_mods"])
    mod = names["Mod"](value)
    assert shown[0] == shown[1] == mod.short_name()
    assert int(shown[4]) == value
    assert shown[5] == (mod + names["Mod"].FL).short_name()
    assert shown[8:] == ["HDDT HDHR HDDTHR", "EZHDFL", "EZHDFL"]
