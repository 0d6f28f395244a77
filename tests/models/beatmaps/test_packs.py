"""Packs: what the rows and the header say equals what osu! sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from osubrowser.api import Client
from osubrowser.api.entities.beatmap_packs import BeatmapPack, BeatmapPackUserCompletionData
from osubrowser.api.entities.beatmaps import Beatmapset
from osubrowser.api.errors import NotFound
from osubrowser.models.beatmaps import packs
from osubrowser.models.beatmaps.packs import PackInfo, PacksQuery
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.places.places import ListPlace
from tests.conftest import Server, raw_answer
from tests.models.scores.test_columns import connect


@pytest.fixture(scope="module")
def client(serve_demo: Callable[..., Server]) -> Iterator[Client]:
    """A client of the embedded server, signed in as a guest."""
    with ExitStack() as stack:
        server = serve_demo(stack)
        yield stack.enter_context(connect(server))


def texts(page: RowsPage, *, by_sets: bool = False) -> list[dict[str, str]]:
    keys = [one.key for one in packs.pack_columns(by_sets=by_sets)]
    return [dict(zip(keys, row.texts, strict=True)) for row in page.rows]


def load(client: Client, query: PacksQuery) -> Iterator[RowsPage]:
    """Load all pages of a list."""
    cursor: Any = None
    columns = packs.pack_columns(by_sets=bool(query.words))
    while True:
        if query.words:
            page = packs.load_packs_with(
                client, query, lambda ids: len(list(ids)) - 1, False, columns, cursor
            )
        else:
            page = packs.load_packs(client, query, columns, cursor)
        yield page
        cursor = page.next
        if cursor is None:
            return


# --- lists ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [key for key, _ in packs.TYPES])
def test_every_type_is_loaded_whole(client: Client, kind: str) -> None:
    pages = list(load(client, PacksQuery(kind)))
    rows = [row for page in pages for row in page.rows]
    sent = [one for p in client.pages(client.beatmap_packs, kind) for one in p.beatmap_packs]
    assert rows
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert len({row.id for row in rows}) == len(rows)
    assert [row.item.pack.tag for row in rows] == [one.tag for one in sent]


def test_a_ruleset_has_all_its_packs_and_no_others(client: Client) -> None:
    every = [row.item.pack for page in load(client, PacksQuery()) for row in page.rows]
    for number, mode in enumerate(("osu", "taiko", "fruits", "mania")):
        shown = [r.item.pack for p in load(client, PacksQuery(mode=mode)) for r in p.rows]
        wanted = {number, None} if mode == "osu" else {number}
        assert shown == [one for one in every if one.ruleset_id in wanted]
        assert shown


def test_a_row_says_what_was_sent(client: Client) -> None:
    page = next(load(client, PacksQuery("tournament")))
    sent = client.beatmap_packs("tournament").beatmap_packs
    for said, pack in zip(texts(page), sent, strict=True):
        assert (said["name"], said["tag"], said["author"]) == (pack.name, pack.tag, pack.author)
        assert said["ruleset"] == "any"
        assert said["no_diff_reduction"] == ("yes" if pack.no_diff_reduction else "")
        assert pack.date is not None
        assert str(pack.date.year) in said["date"]
    record = packs.pack_record(page.rows[0])
    assert (record["tag"], record["url"]) == (sent[0].tag, sent[0].url)
    assert "beatmapset_ids" not in record


# --- by the sets in them --------------------------------------------------------------------------


def test_packs_of_a_set_are_found_by_id_link_difficulty_and_title(client: Client) -> None:
    pack = client.beatmap_pack("S1")
    assert pack.beatmapsets
    one = client.beatmapset(pack.beatmapsets[0].id)
    assert one.beatmaps
    tags = one.pack_tags or []
    assert "S1" in tags
    origin = "https://osu.ppy.sh"
    for words in (
        str(one.id),
        f"#{one.id}",
        f"{origin}/beatmapsets/{one.id}#osu/{one.beatmaps[0].id}",
        f"{origin}/b/{one.beatmaps[0].id}",
        f"osu://s/{one.id}",
    ):
        rows = [row for page in load(client, PacksQuery(words=words)) for row in page.rows]
        assert sorted(row.item.pack.tag for row in rows) == sorted(tags)
    page = next(load(client, PacksQuery(words=str(one.id))))
    said = next(row for row in texts(page, by_sets=True) if row["tag"] == "S1")
    assert said["contains"] == f"{one.artist} - {one.title}"
    count = len(pack.beatmapsets)
    assert said["here"] == f"{count - 1} of {count}"
    by_title = [
        row for page in load(client, PacksQuery(words=f'title="{one.title}"')) for row in page.rows
    ]
    assert set(tags) <= {row.item.pack.tag for row in by_title}
    assert packs.pack_record(page.rows[0])["beatmapset_ids"]


def test_an_id_that_does_not_exist_is_not_found_and_words_find_nothing(client: Client) -> None:
    with pytest.raises(NotFound):
        next(load(client, PacksQuery(words="999999999999")))
    (page,) = load(client, PacksQuery(words="zzzzqqqq"))
    assert page.rows == []


def test_a_tag_that_is_no_part_of_an_address_stops_no_other() -> None:
    sets = [Beatmapset(id=1, title="a", pack_tags=["", "S1", "..", " ", "."])]
    assert packs._tags_of(sets, original=True) == (("S1", "a"),)
    with pytest.raises(NotFound):
        packs.load_pack(cast("Client", None), "..", ())


def test_a_pack_that_was_removed_stops_no_other(client: Client) -> None:
    known = client.beatmap_pack("S1")
    assert known.beatmapsets
    one = client.beatmapset(known.beatmapsets[0].id)

    def beatmap_pack(tag: str) -> BeatmapPack:
        if tag.startswith("X"):
            raise NotFound("gone")
        return client.beatmap_pack(tag)

    tags = [*(f"X{n}" for n in range(12)), "S1"]
    stub = SimpleNamespace(
        beatmapset=lambda _id: SimpleNamespace(
            pack_tags=tags, title=one.title, artist=one.artist, title_unicode="", artist_unicode=""
        ),
        beatmap_pack=beatmap_pack,
    )
    (page,) = load(cast("Client", stub), PacksQuery(words="1"))
    assert [row.item.pack.tag for row in page.rows] == ["S1"]


# --- one pack -------------------------------------------------------------------------------------


def test_the_recorded_pack_is_shown_with_no_field_wrong(recorded_server: Server) -> None:
    raw = raw_answer("v2/get_beatmap_pack_200.json")
    columns = packs.pack_set_columns(original=False)
    with connect(recorded_server) as client:
        page = packs.load_pack(client, raw["tag"], columns)
    info = page.extra
    assert isinstance(info, PackInfo)
    assert info.name == raw["name"]
    assert info.tag == raw["tag"]
    assert raw["author"] in info.about
    assert f"{len(raw['beatmapsets'])} beatmaps" in info.about
    assert "for any ruleset" in info.about
    assert str(raw["date"][:4]) in info.about
    # The recorded server may name itself in place of osu!'s hosts.
    assert packs.download_url(BeatmapPack(tag="L1", url=raw["url"])) == raw["url"]
    assert info.set_ids == tuple(one["id"] for one in raw["beatmapsets"])
    done = raw["user_completion_data"]["beatmapset_ids"]
    assert info.passed == (f"{len(done)} of {len(raw['beatmapsets'])} passed" if done else "")
    keys = [one.key for one in columns]
    assert "count" not in keys
    for row, one in zip(page.rows, raw["beatmapsets"], strict=True):
        said = dict(zip(keys, row.texts, strict=True))
        assert said["title"] == f"{one['title']} by {one['artist']}"
        assert said["mapper"] == one["creator"]
        assert said["status"] == one["status"]
        assert said["plays"] == f"{one['play_count']:,}"
        assert said["favourites"] == f"{one['favourite_count']:,}"
        assert said["bpm"] == f"{one['bpm']:g}"
        assert said["passed"] == ("passed" if one["id"] in done else "")


def test_the_sets_that_the_player_has_passed_are_marked() -> None:
    sets = [Beatmapset(id=number, title=f"Song {number}") for number in (1, 2, 3)]
    done = BeatmapPackUserCompletionData(completed=False, beatmapset_ids=[2])
    info = packs.pack_info(BeatmapPack(tag="S1", beatmapsets=sets, user_completion_data=done))
    columns = packs.pack_set_columns(original=False)
    place = [column.key for column in columns].index("passed")
    page = packs.page_of_sets(columns, sets, info)
    assert [row.texts[place] for row in page.rows] == ["", "passed", ""]
    assert [row.tones[place] for row in page.rows] == [0, 1, 0]
    assert info.passed == "1 of 3 passed"


def test_what_is_missing_of_a_pack_is_left_out() -> None:
    info = packs.pack_info(BeatmapPack(tag="S5"))
    assert info == PackInfo("S5", "Pack S5", "S5 · for any ruleset · 0 beatmaps", "", "", "", ())
    bare = BeatmapPack(
        tag="T1", name="\u202eX\n", ruleset_id=9, date=datetime(2020, 1, 2, tzinfo=UTC)
    )
    assert packs.pack_info(bare).about == "T1 · 2 Jan 2020 · for ruleset 9 · 0 beatmaps"
    assert packs.pack_info(bare).name == "X"
    assert not packs.is_for(bare, "osu")
    assert packs.is_for(bare, "")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://packs.ppy.sh/S1.zip",
        "https://packs.ppy.sh.evil.example/S1.zip",
        "https://packs.ppy.sh:8443/S1.zip",
        "https://me@packs.ppy.sh/S1.zip",
        "https://packs.ppy.sh:x/S1.zip",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://[",
    ],
)
def test_an_archive_elsewhere_is_not_offered(url: str) -> None:
    assert packs.download_url(BeatmapPack(tag="S1", url=url)) == ""


# --- places ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    [
        PacksQuery(),
        PacksQuery("loved"),
        PacksQuery("standard", "mania"),
        PacksQuery("theme", "taiko", "千本桜 &=?"),
        PacksQuery("loved", "", "", True),
    ],
)
def test_a_query_and_its_place_say_the_same(query: PacksQuery) -> None:
    assert PacksQuery.of(query.place) == query


def test_unknown_words_of_an_address_are_as_if_left_out() -> None:
    place = ListPlace("packs", (("mode", "x"), ("type", "y"), ("z", "1")))
    assert PacksQuery.of(place) == PacksQuery()
    assert PacksQuery.of(place).place == ListPlace("packs")
