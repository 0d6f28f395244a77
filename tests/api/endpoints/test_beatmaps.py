"""Endpoints of beatmaps and beatmapsets: lookup, search, attributes, packs, tags."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice
from typing import Any

import pytest

from osubrowser.api import (
    BeatmapPack,
    Beatmapset,
    BeatmapsetSearchCategory,
    BeatmapsetSearchExplicitContent,
    BeatmapsetSearchGenre,
    BeatmapsetSearchLanguage,
    BeatmapsetSearchMode,
    BeatmapsetSearchResult,
    BeatmapsetSearchSort,
    Client,
    Cursor,
    DifficultyAttributes,
    GameMode,
    Grade,
    MemoryTokenStore,
    Mod,
    NotFound,
    ServerTrouble,
)
from osubrowser.api.decoding.decode import decode
from tests.api.conftest import Exchange, Stub
from tests.conftest import Server

Recorded = Callable[[str], bytes]


def answering(stub: Stub, body: object) -> Client:
    stub.respond(lambda exchange, _: exchange.answer(body=body))
    return stub.client()


def asked(stub: Stub) -> list[tuple[str, dict[str, list[str]]]]:
    return [(seen.path.removeprefix("/api/v2"), seen.query) for seen in stub.requests]


# --- recorded ------------------------------------------------------------------------------


def test_the_recorded_server_is_read(recorded_server: Server, recorded: Recorded) -> None:
    sent = json.loads(recorded("get_beatmap_200"))
    full = json.loads(recorded("get_beatmapset_200"))
    sets = json.loads(recorded("get_beatmap_pack_200"))["beatmapsets"]
    hits = json.loads(recorded("search_beatmapsets_200"))["beatmapsets"]
    with Client(
        recorded_server.client_id,
        recorded_server.client_secret,
        base_url=recorded_server.url,
        token_store=MemoryTokenStore(),
    ) as client:
        beatmap = client.beatmap(beatmap_id=1981090)
        assert beatmap.max_combo == sent["max_combo"] == 564
        assert beatmap.last_updated == datetime(2021, 9, 30, 17, 25, 43, tzinfo=UTC)
        assert beatmap.failtimes is not None
        assert beatmap.failtimes.fail == sent["failtimes"]["fail"]
        assert beatmap.beatmapset is not None
        beatmapset = client.beatmapset(beatmap.beatmapset_id)
        assert beatmapset.beatmaps is not None and beatmapset.converts is not None
        assert (len(beatmapset.beatmaps), len(beatmapset.converts)) == (
            len(full["beatmaps"]),
            len(full["converts"]),
        )
        attributes = client.beatmap_attributes(1981090, mods="HDDT").attributes
        assert attributes.star_rating == pytest.approx(5.105989933)
        assert attributes.max_combo == 564
        pack = client.beatmap_pack("S1")
        assert pack.beatmapsets is not None and len(pack.beatmapsets) == len(sets)
        found = list(client.pages(client.search_beatmaps, "the big black"))
        assert [len(page.beatmapsets) for page in found] == [len(hits)]
        with pytest.raises(NotFound):
            client.beatmap(0)
        with pytest.raises(NotFound):
            client.beatmapset(0)


def test_a_recorded_search(recorded: Recorded) -> None:
    sent = json.loads(recorded("search_beatmapsets_200"))
    found = decode(recorded("search_beatmapsets_200"), BeatmapsetSearchResult)
    assert found.total == sent["total"]
    assert found.error is None
    assert found.search.sort == sent["search"]["sort"]
    assert found.cursor == Cursor(sent["cursor"])
    assert [b.title for b in found.beatmapsets] == [b["title"] for b in sent["beatmapsets"]]


def test_a_recorded_pack(recorded: Recorded) -> None:
    sent = json.loads(recorded("get_beatmap_pack_200"))
    pack = decode(recorded("get_beatmap_pack_200"), BeatmapPack)
    assert (pack.tag, pack.name, pack.author) == (sent["tag"], sent["name"], sent["author"])
    assert pack.date == datetime.fromisoformat(sent["date"])
    assert pack.user_completion_data is not None
    assert not pack.user_completion_data.completed


# --- difficulty ----------------------------------------------------------------------------


def test_figures_of_a_difficulty_come_and_go() -> None:
    sent = {
        "star_rating": 5,
        "max_combo": 600.0,
        "mono_stamina_factor": "0.5",
        "new_skill": 1.25,
        "aim_difficulty": None,
        "slider_factor": {"of": 1},
    }
    read = decode(json.dumps({"attributes": sent}).encode(), DifficultyAttributes).attributes
    assert read.star_rating == 5.0
    assert read.max_combo == 600
    assert read.mono_stamina_factor == 0.5
    assert read.aim_difficulty is read.slider_factor is None
    assert read.others == {"new_skill": 1.25, "slider_factor": {"of": 1}}


@pytest.mark.parametrize(
    ("mods", "sent"),
    [
        ("HDDT", {"mods": ["HD", "DT"]}),
        (576, {"mods": ["NC"]}),
        (["hr"], {"mods": ["HR"]}),
        ([], {"mods": []}),
        (None, {}),
        (
            [Mod(acronym="DT", settings={"speed_change": 1.3}), "HD"],
            {
                "mods": [
                    {"acronym": "DT", "settings": {"speed_change": 1.3}},
                    {"acronym": "HD", "settings": {}},
                ]
            },
        ),
    ],
)
def test_attributes_are_asked_with_mods(stub: Stub, mods: Any, sent: dict[str, Any]) -> None:
    with answering(stub, {"attributes": {"star_rating": 1}}) as client:
        client.beatmap_attributes(75, mods=mods, ruleset="catch")
    assert stub.requests[0].method == "POST"
    assert json.loads(stub.requests[0].body) == sent | {"ruleset": "fruits"}


def test_attributes_change_nothing_and_are_asked_again(stub: Stub) -> None:
    def respond(exchange: Exchange, number: int) -> None:
        if number == 1:
            exchange.reset()
        else:
            exchange.answer(body={"attributes": {"star_rating": 4.5}})

    stub.respond(respond)
    with stub.client() as client:
        assert client.beatmap_attributes(75).attributes.star_rating == 4.5


# --- what is asked -------------------------------------------------------------------------


def test_ways_to_a_beatmap(stub: Stub) -> None:
    with answering(stub, {"id": 75}) as client:
        client.beatmap(75)
        client.beatmap(checksum="f" * 32)
        client.beatmap(filename="a - b (c) [d].osu")
        client.beatmap_lookup(beatmap_id=75)
        client.beatmapset(beatmap_id=75)
        client.beatmapset_lookup(75)
        client.beatmapset(1)
        for nothing in (client.beatmap, client.beatmap_lookup, client.beatmapset):
            with pytest.raises(ValueError, match="has an id"):
                nothing()
    assert asked(stub) == [
        ("/beatmaps/75", {}),
        ("/beatmaps/lookup", {"checksum": ["f" * 32]}),
        ("/beatmaps/lookup", {"filename": ["a - b (c) [d].osu"]}),
        ("/beatmaps/lookup", {"id": ["75"]}),
        ("/beatmapsets/lookup", {"beatmap_id": ["75"]}),
        ("/beatmapsets/lookup", {"beatmap_id": ["75"]}),
        ("/beatmapsets/1", {}),
    ]


def test_many_beatmaps_are_asked_for_in_fifties(stub: Stub) -> None:
    def respond(exchange: Exchange, _: int) -> None:
        ids = exchange.seen.query["ids[]"]
        exchange.answer(body={"beatmaps": [{"id": int(i)} for i in ids]})

    stub.respond(respond)
    with stub.client() as client:
        assert [b.id for b in client.beatmaps(range(1, 121))] == list(range(1, 121))
        assert client.beatmaps([]) == []
    assert [len(seen.query["ids[]"]) for seen in stub.requests] == [50, 50, 20]


def test_every_filter_of_the_search(stub: Stub) -> None:
    with answering(stub, {"beatmapsets": [], "error": None}) as client:
        client.search_beatmapsets()
        client.search_beatmapsets(
            "stars>5",
            mode=BeatmapsetSearchMode.OSU,
            category=BeatmapsetSearchCategory.ANY,
            explicit_content=BeatmapsetSearchExplicitContent.SHOW,
            genre=BeatmapsetSearchGenre.ROCK,
            language=BeatmapsetSearchLanguage.JAPANESE,
            force_video=True,
            force_storyboard=True,
            force_recommended_difficulty=True,
            include_converts=True,
            force_followed_mappers=True,
            force_spotlights=True,
            force_featured_artists=True,
            grades=[Grade.SSH, "S"],
            played="unplayed",
            sort=BeatmapsetSearchSort.PLAYS_DESCENDING,
            page=3,
        )
        client.search_beatmaps(mode="catch", explicit_content="hide", cursor=Cursor(id=5))
        client.search_beatmaps(mode=GameMode.MANIA, cursor_string="eyJpZCI6NX0")
        client.search_beatmaps(mode=1)
    first, second, third, fourth, fifth = (query for _, query in asked(stub))
    assert first == {}
    assert second == {
        "q": ["stars>5"],
        "m": ["0"],
        "s": ["any"],
        "nsfw": ["1"],
        "g": ["4"],
        "l": ["3"],
        "e": ["video.storyboard"],
        "c": ["recommended.converts.follows.spotlights.featured_artists"],
        "r": ["XH.S"],
        "played": ["unplayed"],
        "sort": ["plays_desc"],
        "page": ["3"],
    }
    assert third == {"m": ["2"], "nsfw": ["0"], "cursor[id]": ["5"]}
    assert fourth == {"m": ["3"], "cursor_string": ["eyJpZCI6NX0"]}
    assert fifth == {"m": ["1"]}


def test_a_search_that_broke_is_an_error(stub: Stub) -> None:
    body = {"beatmapsets": [], "error": "timeout", "total": 0}
    stub.respond(lambda exchange, _: exchange.answer(500, body))
    with stub.client(max_wait=0.5) as client, pytest.raises(ServerTrouble, match="timeout"):
        client.search_beatmapsets("a")


def test_a_search_is_walked_by_its_cursor(stub: Stub) -> None:
    def respond(exchange: Exchange, number: int) -> None:
        assert exchange.seen.query["q"] == ["a"]
        body = {"beatmapsets": [{"id": number}], "cursor": {"title.raw": "t", "id": number}}
        exchange.answer(body=body)

    stub.respond(respond)
    with stub.client() as client:
        walked = list(islice(client.pages(client.search_beatmapsets, "a"), 3))
    assert [page.beatmapsets[0].id for page in walked] == [1, 2, 3]
    assert asked(stub)[2][1]["cursor[title.raw]"] == ["t"]
    assert asked(stub)[2][1]["cursor[id]"] == ["2"]


def test_packs_and_tags_are_asked_for(stub: Stub) -> None:
    body = {"beatmap_packs": [{"tag": "F1"}], "tags": [{"id": 1, "name": "skillset/jumps"}]}
    with answering(stub, body) as client:
        assert client.beatmap_packs("featured", cursor=Cursor(pack_id=3)).beatmap_packs[0].tag
        assert client.tags()[0].ruleset_id is None
    with answering(stub, {"tag": "S1/2"}) as client:
        client.beatmap_pack("S1/2", legacy_only=True)
    assert asked(stub) == [
        ("/beatmaps/packs", {"type": ["featured"], "cursor[pack_id]": ["3"]}),
        ("/tags", {}),
        ("/beatmaps/packs/S1%2F2", {"legacy_only": ["1"]}),
    ]


def test_previews_have_a_scheme() -> None:
    assert Beatmapset(id=1, preview_url="//b.ppy.sh/1.mp3").preview_address == (
        "https://b.ppy.sh/1.mp3"
    )
    assert Beatmapset(id=1, preview_url="https://b/1").preview_address == "https://b/1"
