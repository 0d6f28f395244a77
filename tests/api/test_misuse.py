"""Wrong arguments: errors with a clear message, before anything is sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from osubrowser.api import Client, Score, ServerTrouble
from osubrowser.api.legacy import LegacyClient
from osubrowser.api.mods import mod_list
from tests.api.conftest import Exchange, Stub

Call = Callable[[Client], object]


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        (lambda c: c.users_lookup("peppy"), TypeError, r"in a list: \['peppy'\]"),
        (lambda c: c.users("123"), TypeError, "in a list"),
        (lambda c: c.beatmaps("221777"), TypeError, "in a list"),
        (lambda c: c.search_beatmapsets(mode="standard"), ValueError, "no ruleset: 'standard'"),
        (lambda c: c.search_beatmapsets(mode="3"), ValueError, "no ruleset"),
        (lambda c: c.score(None), ValueError, "None"),
        (lambda c: c.download_score_mode("osu", None), ValueError, "None"),
        (lambda c: c.user(True), ValueError, "an id or a name, not True"),
        (lambda c: c.beatmap(""), ValueError, "''"),
        (lambda c: c.beatmap_pack(".."), ValueError, r"'\.\.'"),
        (lambda c: c.beatmap_scores(1, mods=-1), ValueError, "no mods: -1"),
        (lambda c: c.beatmap_scores(1, mods=1 << 31), ValueError, "no mods"),
        (lambda c: c.beatmap_attributes(1, mods=[8, 64]), TypeError, "one number"),
        (lambda c: c.pages(c.rooms), TypeError, "rooms brings all it has"),
        (lambda c: c.pages([Score()] * 1000), TypeError, "not list"),
    ],
)
def test_nonsense_is_refused_before_anything_is_sent(
    stub: Stub, call: Call, error: type[Exception], said: str
) -> None:
    with stub.client() as client, pytest.raises(error, match=said) as failure:
        call(client)
    assert len(str(failure.value)) < 120
    assert not stub.requests


@pytest.mark.parametrize(
    ("call", "name", "sent"),
    [
        (lambda c: c.search_beatmapsets(grades="SH"), "r", ["SH"]),
        (lambda c: c.search_beatmapsets(grades=["X", "SH"]), "r", ["X.SH"]),
        (lambda c: c.search_beatmapsets(mode="catch"), "m", ["2"]),
        (lambda c: c.beatmapset_discussions(mode="catch"), "mode", ["fruits"]),
        (lambda c: c.beatmapset_events(types="issue_reopen"), "types[]", ["issue_reopen"]),
    ],
)
def test_one_word_is_one_word(stub: Stub, call: Call, name: str, sent: list[str]) -> None:
    with stub.client() as client:
        call(client)
    assert stub.requests[0].query[name] == sent


def test_a_walk_takes_the_names_that_its_call_takes(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=[]))
    named: dict[str, Any] = {"type": "best"}
    with stub.client() as client:
        assert list(client.pages(client.user_scores, 2, **named)) == [[]]
    assert stub.requests[0].path == "/api/v2/users/2/scores/best"


def test_scopes_may_be_one_text(stub: Stub) -> None:
    with stub.client(scopes="public identify") as client:
        assert client.scopes == ("public", "identify")


def test_a_path_is_below_the_api_with_and_without_its_slash(stub: Stub) -> None:
    with stub.client() as client:
        client.read("users/2")
        client.read("/users/2")
    assert [request.path for request in stub.requests] == ["/api/v2/users/2"] * 2


def test_a_prepared_call_is_walked(stub: Stub) -> None:
    def respond(exchange: Exchange, number: int) -> None:
        first = int(exchange.seen.query.get("offset", ["0"])[0])
        exchange.answer(body=[{"id": n} for n in range(first, min(first + 2, 5))])

    stub.respond(respond)
    with stub.client() as client:
        prepared = partial(partial(client.user_scores, 2, limit=2), type_="best")
        pages = list(client.pages(prepared))
    assert [score.id for page in pages for score in page] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("wrong", [None, 1.5, ["peppy"]])
def test_the_old_api_says_what_it_wants(stub: Stub, wrong: Any) -> None:
    with (
        LegacyClient("key", base_url=stub.url) as client,
        pytest.raises(TypeError, match="mapping of parameters"),
    ):
        client.get_user(wrong)
    assert not stub.requests


def test_ids_of_the_old_api_may_be_texts(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=[{"score_id": "1"}]))
    with LegacyClient("key", base_url=stub.url) as client:
        scores = client.get_scores("75")
    assert stub.requests[0].query["b"] == ["75"]
    assert scores[0].beatmap_id == 75


def test_half_a_replay_is_none_but_raw(stub: Stub) -> None:
    half = b"\0" + bytes(20)
    stub.respond(lambda exchange, _: exchange.answer(body=half, kind="application/x-osu-replay"))
    with stub.client() as client:
        with pytest.raises(ServerTrouble, match=r"cut off.*scores/osu/5/download"):
            client.download_score(5, mode="osu")
        with pytest.raises(ServerTrouble, match=r"cut off.*scores/osu/5/download"):
            client.download_score_mode("osu", 5)
        assert client.download_score(5, mode="osu", raw=True) == half


def test_all_bits_are_mods() -> None:
    mods = mod_list((1 << 31) - 1)
    assert mods is not None
    assert len(mods) > 20
