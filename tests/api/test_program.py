"""Sample program, line by line, against the demo and recorded responses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import pytest

from osubrowser.api import (
    BeatmapsetEventType,
    Client,
    MemoryTokenStore,
    NotFound,
    RankingType,
    parse_mods,
    read_replay,
)
from tests.conftest import Server

PROGRAM = """
print(api.beatmapset_discussion_posts().discussions[0].message_type)
print(api.user_recent_activity(10690090)[0].created_at)
print(api.spotlights()[0].name)
print(api.user_beatmaps(user_id=12092800, type_="most_played")[0].count)
print(api.user_kudosu(user_id=3178418)[0].action)
print(api.beatmap_scores(beatmap_id=1981090).scores[0].id)
print(api.beatmap(beatmap_id=1981090).max_combo)
print(api.ranking("osu", RankingType.PERFORMANCE, country="US").ranking[0].user.username)
print(api.user_scores(12092800, "best")[0].accuracy)
print(api.beatmap(beatmap_id=221777).last_updated)
print(api.beatmap_user_score(beatmap_id=221777, user_id=2757689).score.mods)
print(api.search(query="peppy").user.data[0].profile_colour)
print(api.comment(comment_id=1).comments[0].message)
print(api.download_score(mode="osu", score_id=2797309065))
print(api.search_beatmaps(query="the big black").beatmapsets[0].title)
print(api.beatmapsets_events(types=[BeatmapsetEventType.ISSUE_REOPEN]).events[0].type)
print(api.user(12092800).playstyle)
"""
LINES = PROGRAM.strip().splitlines()


def moment(text: str) -> str:
    return str(datetime.fromisoformat(text))


RAW: dict[str, tuple[str, Mapping[str, Any], Callable[[Any], Any]]] = {
    "beatmapset_discussion_posts": (
        "/beatmapsets/discussions/posts",
        {},
        lambda raw: raw["discussions"][0]["message_type"],
    ),
    "user_recent_activity": (
        "/users/10690090/recent_activity",
        {},
        lambda raw: moment(raw[0]["created_at"]),
    ),
    "spotlights": ("/spotlights", {}, lambda raw: raw["spotlights"][0]["name"]),
    "user_beatmaps": (
        "/users/12092800/beatmapsets/most_played",
        {},
        lambda raw: raw[0]["count"],
    ),
    "user_kudosu": ("/users/3178418/kudosu", {}, lambda raw: raw[0]["action"]),
    "beatmap_scores": ("/beatmaps/1981090/scores", {}, lambda raw: raw["scores"][0]["id"]),
    "beatmap(beatmap_id=1981090)": ("/beatmaps/1981090", {}, lambda raw: raw["max_combo"]),
    "ranking": (
        "/rankings/osu/performance",
        {"country": "US"},
        lambda raw: raw["ranking"][0]["user"]["username"],
    ),
    "user_scores": ("/users/12092800/scores/best", {}, lambda raw: raw[0]["accuracy"]),
    "beatmap(beatmap_id=221777)": (
        "/beatmaps/221777",
        {},
        lambda raw: moment(raw["last_updated"]),
    ),
    "beatmap_user_score": (
        "/beatmaps/221777/scores/users/2757689",
        {},
        lambda raw: parse_mods("".join(mod["acronym"] for mod in raw["score"]["mods"])),
    ),
    "search(": (
        "/search",
        {"query": "peppy"},
        lambda raw: raw["user"]["data"][0]["profile_colour"],
    ),
    "comment(": ("/comments/1", {}, lambda raw: raw["comments"][0]["message"]),
    "search_beatmaps": (
        "/beatmapsets/search",
        {"q": "the big black"},
        lambda raw: raw["beatmapsets"][0]["title"],
    ),
    "beatmapsets_events": (
        "/beatmapsets/events",
        {"types[]": ["issue_reopen"]},
        lambda raw: raw["events"][0]["type"],
    ),
    "user(12092800)": ("/users/12092800", {}, lambda raw: raw["playstyle"]),
}
"""What a line prints, straight out of what the server says to the same question."""
UNRECORDED = {"user_beatmaps", "user_kudosu", "beatmap_user_score", "comment("}


def name_of(line: str) -> str:
    """Return the key of `RAW` that a line belongs to: the longest that it has."""
    found = [key for key in RAW if re.search(rf"api\.{re.escape(key)}", line)]
    return max(found, key=len) if found else "download_score"


def client_of(server: Server) -> Client:
    return Client(
        server.client_id, server.client_secret, base_url=server.url, token_store=MemoryTokenStore()
    )


def expected(api: Client, line: str) -> str:
    name = name_of(line)
    if name == "download_score":
        file = read_replay(api._download("/scores/osu/2797309065/download").data)
        assert file.username
        assert file.username in str(file)
        assert f"{file.score:,}" in str(file)
        return str(file)
    path, params, value = RAW[name]
    return str(value(json.loads(api.read(path, params))))


def printed(api: Client, line: str, capsys: pytest.CaptureFixture[str]) -> str:
    names = {"api": api, "RankingType": RankingType, "BeatmapsetEventType": BeatmapsetEventType}
    exec(line, names)
    return capsys.readouterr().out.removesuffix("\n")


def test_every_line_has_a_value_of_its_own() -> None:
    names = [name_of(line) for line in LINES]
    assert len(LINES) == len(set(names)) == 17
    assert set(names) == {*RAW, "download_score"}


def test_the_program_runs_on_recorded_answers(
    recorded_server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    with client_of(recorded_server) as api:
        for line in LINES:
            if name_of(line) in UNRECORDED:
                with pytest.raises(NotFound):
                    exec(line, {"api": api})
                continue
            assert printed(api, line, capsys) == expected(api, line), line


def test_the_program_runs_on_the_embedded_osu(
    demo_server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    with client_of(demo_server) as api:
        lines = {name_of(line): printed(api, line, capsys) for line in LINES}
        assert lines == {name_of(line): expected(api, line) for line in LINES}
    assert lines["search_beatmaps"] == "The Big Black"
    assert lines["beatmapsets_events"] == "issue_reopen"
    assert re.fullmatch("#[0-9a-fA-F]{6}", lines["search("])
    assert int(lines["user_beatmaps"]) > 0
    assert 0 < float(lines["user_scores"]) <= 1
    assert int(lines["beatmap(beatmap_id=1981090)"]) > 0
    assert lines["comment("].strip()
    assert lines["user(12092800)"].startswith("[")
