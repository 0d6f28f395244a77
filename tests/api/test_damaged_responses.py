"""Responses that are no answers, say "nothing", leave values out, or have numbers without bound.

The inputs in `../shared/cases` are the same kinds of faults as those that are made here.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

import msgspec
import pytest
from msgspec import inspect as types

from osubrowser.api import (
    Beatmap,
    Client,
    Mod,
    NotCached,
    NotFound,
    OsuError,
    RankStatus,
    Score,
    Search,
    SeasonalBackgrounds,
    ServerTrouble,
    User,
)
from osubrowser.api.decoding import decode as decoding
from osubrowser.api.decoding.decode import decode
from osubrowser.api.entities.difficulty import DifficultyAttributes
from osubrowser.api.entities.rankings import Rankings
from osubrowser.api.entities.score_statistics import ScoreStatistics
from osubrowser.api.entities.scores import BeatmapUserScore
from osubrowser.api.http.messages import Unreadable
from osubrowser.api.legacy import LegacyClient
from tests.api.conftest import Stub
from tests.api.decoding.test_drift import KINDS
from tests.api.every_get import GETS, LEGACY_LISTS, LEGACY_OBJECTS, LISTS
from tests.api.recordings import info_of
from tests.conftest import SHARED

CASES = SHARED / "cases"
HUGE = b"1" + b"0" * 400
ENDLESS = b"9" * 5000


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "_report", lambda where, what: None)


def inputs(*bodies: str | bytes) -> list[str | bytes]:
    """Return bodies, and names of collected ones where they are beside this checkout."""
    return [body for body in bodies if isinstance(body, bytes) or CASES.exists()]


def case(name: str) -> bytes:
    """Return a collected input that once went wrong."""
    return (CASES / name).read_bytes()


class Store:
    """ResponseStore in memory, by path."""

    def __init__(self) -> None:
        self.bodies: dict[str, bytes] = {}

    def save(self, path: str, _params: Mapping[str, str | list[str]], body: bytes) -> None:
        self.bodies[path] = body

    def load(self, path: str, _params: Mapping[str, str | list[str]]) -> tuple[bytes, float] | None:
        return (self.bodies[path], 1.0) if path in self.bodies else None


def player_of(stub: Stub, **options: Any) -> Client:
    scopes = ["public", "identify", "friends.read", "chat.read"]
    client = stub.client(redirect_uri="http://127.0.0.1:9/back", scopes=scopes, **options)
    client.use_token({"access_token": "player-token"})
    return client


def test_every_method_that_reads_is_called_here() -> None:
    methods = {
        name
        for name, call in inspect.getmembers(Client, inspect.isfunction)
        if not name.startswith("_") and "`GET" in (call.__doc__ or "")
    }
    downloads = {"beatmap_file", "download_score", "download_score_mode"}
    downloads |= {"read", "begin_authorization"}
    aliases = {"search_beatmaps", "beatmapsets_events", "forum"}
    assert methods - downloads - aliases <= {name.split()[0] for name in GETS}


# --- no answer -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", GETS)
@pytest.mark.parametrize("body", [b'{"error":null}', b'{"error":"words"}'])
def test_an_error_with_status_200_is_an_error(stub: Stub, name: str, body: bytes) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=body))
    store = Store()
    with player_of(stub, cache=store) as client, pytest.raises(ServerTrouble) as caught:
        GETS[name](client)
    assert len(stub.requests) == 2, "it is asked for again, once"
    assert not store.bodies
    assert caught.value.server_message == ("words" if b"words" in body else None)
    assert caught.value.status == 200


@pytest.mark.parametrize("name", GETS)
@pytest.mark.parametrize("body", [b'{"motd":"hello"}', b'[{"error":null}]'])
def test_an_object_of_another_kind_is_no_answer(stub: Stub, name: str, body: bytes) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=body))
    store = Store()
    with player_of(stub, cache=store) as client, pytest.raises(ServerTrouble):
        GETS[name](client)
    assert not store.bodies


@pytest.mark.parametrize("body", inputs("P10-error-null-200.json", b'{"error":null}'))
def test_the_good_answer_stays_in_the_cache(stub: Stub, body: str | bytes) -> None:
    bad = case(body) if isinstance(body, str) else body
    stub.respond(
        lambda exchange, number: exchange.answer(
            body={"id": 2, "username": "player"} if number == 1 else bad
        )
    )
    with stub.client(cache=Store()) as client:
        assert client.user(2).username == "player"
        with pytest.raises(ServerTrouble):
            client.user(2)
        assert client.from_cache().user(2).username == "player"


def test_what_cannot_be_read_from_the_cache_is_not_cached(stub: Stub) -> None:
    store = Store()
    store.save("/api/v2/users/2", {}, b'{"error":null}')
    with stub.client(cache=store) as client, pytest.raises(NotCached):
        client.from_cache().user(2)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'{"position":1,"score":null}', BeatmapUserScore),
        (b'{"position":1,"score":{}}', BeatmapUserScore),
        (b'{"position":1}', BeatmapUserScore),
        (b'{"attributes":null}', DifficultyAttributes),
        (b'{"attributes":[]}', DifficultyAttributes),
    ],
)
def test_an_answer_without_what_it_is_about_is_none(body: bytes, kind: type) -> None:
    with pytest.raises(Unreadable):
        decode(body, kind)


def test_the_attributes_of_a_beatmap_without_objects_are_read() -> None:
    body = b'{"attributes":{"star_rating":0,"max_combo":0}}'
    assert decode(body, DifficultyAttributes) == DifficultyAttributes()


def test_empty_answers_that_are_valid_are_read() -> None:
    assert decode(b"{}", SeasonalBackgrounds) == SeasonalBackgrounds()
    assert decode(b"{}", Search) == Search()
    assert decode(b'{"ranking":[],"total":0}', Rankings).ranking == []
    assert decode(b"[]", list[Score]) == []
    gone = decode(b'{"id":null,"username":"[deleted user]","is_deleted":true}', User)
    assert gone.is_deleted


def test_elements_without_any_identity_are_left_out() -> None:
    assert [s.id for s in decode(b'[{"id":1},{"error":null},{},{"id":0}]', list[Score])] == [1, 0]


# --- nothing found -------------------------------------------------------------------------------


def legacy(stub: Stub, body: bytes) -> LegacyClient:
    stub.respond(lambda exchange, _: exchange.answer(body=body))
    return LegacyClient("key", base_url=stub.url)


NOTHING = inputs("P08-v1-null.json", "P08-v1-empty.json", b"null", b"", b" null\r\n", b"[]")


@pytest.mark.parametrize("body", NOTHING)
@pytest.mark.parametrize("name", LEGACY_LISTS)
def test_the_old_api_lists_nothing(stub: Stub, name: str, body: str | bytes) -> None:
    with legacy(stub, case(body) if isinstance(body, str) else body) as client:
        assert LEGACY_LISTS[name](client) == []
    assert len(stub.requests) == 1


@pytest.mark.parametrize("body", NOTHING)
@pytest.mark.parametrize("name", LEGACY_OBJECTS)
def test_the_old_api_finds_nothing(stub: Stub, name: str, body: str | bytes) -> None:
    with (
        legacy(stub, case(body) if isinstance(body, str) else body) as client,
        pytest.raises(NotFound) as caught,
    ):
        LEGACY_OBJECTS[name](client)
    assert len(stub.requests) == 1
    assert caught.value.address is not None
    assert caught.value.address.startswith(f"{stub.url}/api/{name}")


@pytest.mark.parametrize("body", [b'{"match":0,"games":[]}', b'{"match":null,"games":[]}'])
def test_the_old_api_has_no_such_match(stub: Stub, body: bytes) -> None:
    with legacy(stub, body) as client, pytest.raises(NotFound):
        client.get_match(1)


@pytest.mark.parametrize("name", sorted({*LEGACY_LISTS, *LEGACY_OBJECTS}))
def test_an_error_of_the_old_api_without_words_is_an_error(stub: Stub, name: str) -> None:
    with legacy(stub, b'{"error":null}') as client, pytest.raises(ServerTrouble):
        (LEGACY_LISTS | LEGACY_OBJECTS)[name](client)


NOTHING_THERE: dict[str, dict[bytes, Any]] = {
    **{name: {b"[]": []} for name in LISTS},
    # A setting without a contest, and a search of teams or posts: both are an empty object, which
    # PHP also writes as an empty list.
    "seasonal_backgrounds": {b"{}": SeasonalBackgrounds(), b"[]": SeasonalBackgrounds()},
    "search": {b"{}": Search(), b"[]": Search()},
    "daily_challenge": {b"[]": None},  # among the rooms
    "score": {b"[]": NotFound},  # from servers that wrap it in a list
    "score_mode": {b"[]": NotFound},
}
"""What empty answers with status 200 mean, by the source of osu!'s server.

All others are no answers: it says 404 where there is nothing, or names the list that is empty.
"""


@pytest.mark.parametrize("body", [b"null", b"{}", b"[]", b""])
@pytest.mark.parametrize("name", GETS)
def test_what_an_empty_answer_means(stub: Stub, name: str, body: bytes) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=body))
    store = Store()
    meaning = NOTHING_THERE.get(name, {}).get(body, Unreadable)
    with player_of(stub, cache=store) as client:
        if isinstance(meaning, type):
            with pytest.raises(meaning) as caught:
                GETS[name](client)
            assert isinstance(caught.value, OsuError)
            assert (caught.value.address or "").startswith(stub.url)
            assert not store.bodies
        else:
            assert GETS[name](client) == meaning
            assert store.bodies
    assert len(stub.requests) == (2 if meaning is Unreadable else 1), "no answer is asked for again"


EMPTY_LISTS = {
    "beatmaps": b'{"beatmaps":[]}',
    "beatmap_user_scores": b'{"scores":[]}',
    "beatmapset_favourites": b'{"beatmapset_ids":[]}',
    "chat_ack": b'{"silences":[]}',
    "forum_listing": b'{"forums":[]}',
    "search_beatmaps_passed": b'{"beatmaps_passed":[]}',
    "spotlights": b'{"spotlights":[]}',
    "tags": b'{"tags":[]}',
    "users": b'{"users":[]}',
    "users_lookup": b'{"users":[]}',
}


@pytest.mark.parametrize("name", EMPTY_LISTS)
def test_a_list_that_is_named_may_be_empty(stub: Stub, name: str) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=EMPTY_LISTS[name]))
    with player_of(stub) as client:
        assert GETS[name](client) == []


def test_a_board_without_scores_is_read(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=b'{"scores":[]}'))
    with player_of(stub) as client:
        assert client.beatmap_scores(1).scores == []
        assert client.scores().scores == []


def test_a_comment_that_is_not_among_its_comments_is_not_found(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=b'{"comments":[],"users":[]}'))
    store = Store()
    with player_of(stub, cache=store) as client:
        with pytest.raises(NotFound):
            client.comment(1)
        assert not store.bodies
        assert client.comments().comments == []


def test_a_missing_page_of_the_wiki_has_no_body(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.answer(404, body=b""))
    with player_of(stub) as client, pytest.raises(NotFound):
        client.wiki_page("en", "No_such_page")


# --- numbers without bound -----------------------------------------------------------------------


def setting(number: bytes) -> bytes:
    return (
        b'[{"id":5,"rank":"A","mods":[{"acronym":"RD","settings":{"angle":0.5,"seed":%b}}]}]'
        % number
    )


@pytest.mark.parametrize("body", inputs("P14-number-no-float-holds.json", HUGE, ENDLESS, b"1e400"))
def test_a_setting_without_bound_costs_itself(body: str | bytes) -> None:
    [score] = decode(case(body) if isinstance(body, str) else setting(body), list[Score])
    assert score.rank == "A"
    assert score.mods[0].acronym == "RD"
    assert "seed" not in score.mods[0].settings
    assert str(score.mods[0]) in ("RD", "RD (angle 0.5)")


@pytest.mark.parametrize("body", inputs("P14-rank-history.json", HUGE, ENDLESS, b"1e400", b'"nan"'))
def test_a_rank_without_bound_costs_itself(body: str | bytes) -> None:
    made = b'{"id":2,"username":"somebody","rank_history":{"mode":"osu","data":[5,%b]}}'
    user = decode(case(body) if isinstance(body, str) else made % body, User)
    assert (user.id, user.username) == (2, "somebody")
    assert user.rank_history is not None
    assert user.rank_history.data == [5, 0], "0 is a day without a rank"


def test_a_number_without_bound_does_not_shift_the_days_after_it() -> None:
    user = decode(b'{"id":2,"rank_history":{"data":[5,%b,null,7]}}' % HUGE, User)
    assert user.rank_history is not None
    assert user.rank_history.data == [5, 0, 0, 7]


def test_numbers_of_64_bits_are_read() -> None:
    edges = b'{"id":9223372036854775807,"post_count":-9223372036854775808}'
    user = decode(edges, User)
    assert (user.id, user.post_count) == (2**63 - 1, -(2**63))
    beyond = decode(b'{"id":2,"post_count":9223372036854775808}', User)
    assert (beyond.id, beyond.post_count) == (2, 0)
    texts = decode(b'{"id":"2","post_count":"9223372036854775808"}', User)
    assert (texts.id, texts.post_count) == (2, 0)


def test_difficulty_attributes_are_bounded() -> None:
    body = b'{"attributes":{"star_rating":5,"max_combo":1e300,"new":%b,"other":[1,%b]}}'
    attributes = decode(body % (HUGE, HUGE), DifficultyAttributes).attributes
    assert (attributes.star_rating, attributes.max_combo) == (5.0, 0)
    assert attributes.others == {"other": [1, None], "max_combo": 1e300}


def test_a_cursor_without_bound_is_none() -> None:
    assert decode(b'{"ranking":[],"total":1,"cursor":{"page":%b}}' % HUGE, Rankings).cursor is None


@pytest.mark.parametrize(
    "text", ['"nan"', '"inf"', '"-Infinity"', '"1e999"', f'"{HUGE.decode()}"', '"1e300"']
)
def test_the_old_api_s_numbers_are_bounded(stub: Stub, text: str) -> None:
    body = f'[{{"user_id":"2","username":"a","pp_raw":{text},"playcount":{text}}}]'.encode()
    with legacy(stub, body) as client:
        user = client.get_user(2)
    assert (user.user_id, user.play_count) == (2, None)
    assert user.pp in (None, 1e300)


def test_every_field_of_every_entity_is_bounded() -> None:
    for recording in KINDS:
        assert list(unbounded(info_of(recording.kind), set())) == [], recording.kind


def unbounded(info: types.Type, seen: set[type]) -> list[str]:
    """Return the fields below a type that take a number of any size."""
    match info:
        case types.AnyType():
            return ["anything"]
        case types.IntType() | types.FloatType() if info.le is None or info.ge is None:
            return [type(info).__name__]
        case types.StructType() if info.cls not in seen:
            seen.add(info.cls)
            return [
                f"{info.cls.__name__}.{field.name}: {what}"
                for field in info.fields
                for what in unbounded(field.type, seen)
            ]
        case types.ListType():
            return unbounded(info.item_type, seen)
        case types.DictType():
            return unbounded(info.value_type, seen)
        case types.UnionType():
            return [what for kind in info.types for what in unbounded(kind, seen)]
    return []


@pytest.mark.parametrize("value", [2**63 - 1, -(2**63), 1.7e308, -1.7e308, 5e-324])
def test_mods_with_any_number_are_text(value: float) -> None:
    for name in ("speed_change", "initial_rate", "seed"):
        mod = Mod(acronym="DT", settings={name: value})
        assert str(mod).startswith("DT")
        assert mod.rate
        assert msgspec.json.encode(mod)


# --- nulls ---------------------------------------------------------------------------------------


MODE_NULL = b'{"id":148,"beatmapset_id":70,"mode":null,"mode_int":4,"ranked":-2,"version":"X"}'
RANK_NULL = b'[{"id":5,"rank":null,"passed":true,"ruleset_id":0,"accuracy":0.98}]'


@pytest.mark.parametrize("body", inputs("P11-beatmap-mode-null.json", MODE_NULL))
def test_a_null_ruleset_is_that_of_its_number(body: str | bytes) -> None:
    beatmap = decode(case(body) if isinstance(body, str) else body, Beatmap)
    assert (beatmap.mode, beatmap.mode_int) == ("4", 4)
    assert beatmap.mode is not None
    assert not beatmap.mode.is_known
    assert (beatmap.status, beatmap.ranked) == (RankStatus.GRAVEYARD, -2)


@pytest.mark.parametrize("body", inputs("P11-score-rank-null.json", RANK_NULL))
def test_a_null_grade_is_no_grade(body: str | bytes) -> None:
    [score] = decode(case(body) if isinstance(body, str) else body, list[Score])
    assert score.passed is True
    assert score.rank is None
    assert score.grade is None
    assert (score.has_replay, score.is_perfect_combo, score.legacy_perfect) == (None, None, None)


@pytest.mark.parametrize(
    ("sent", "mode", "mode_int", "status", "ranked"),
    [
        ({}, None, None, None, None),
        ({"mode_int": None, "ranked": None}, None, None, None, None),
        ({"mode": "taiko", "status": "loved"}, "taiko", 1, "loved", 4),
        ({"mode_int": 2, "ranked": 0}, "fruits", 2, "pending", 0),
        ({"mode": "lute", "status": "cherished"}, "lute", None, "cherished", None),
        ({"mode_int": -1, "ranked": 99}, "-1", -1, "99", 99),
    ],
)
def test_what_names_the_same_completes_each_other(
    sent: dict[str, Any], mode: str, mode_int: int, status: str, ranked: int
) -> None:
    beatmap = decode(msgspec.json.encode({"id": 1, **sent}), Beatmap)
    assert (beatmap.mode, beatmap.mode_int) == (mode, mode_int)
    assert (beatmap.status, beatmap.ranked) == (status, ranked)


def test_a_score_without_ruleset_has_none() -> None:
    [score] = decode(b'[{"id":1,"statistics":{"count_300":5}}]', list[Score])
    assert (score.mode, score.mode_int, score.ruleset_id) == (None, None, None)
    assert score.statistics.great == 5
    [score] = decode(b'[{"id":1,"mode":"lute"}]', list[Score])
    assert (score.mode, score.ruleset_id) == ("lute", None)


@pytest.mark.parametrize("sent", [b"null", b"[]", b'"maybe"', b"2.5"])
def test_a_bool_that_is_none_is_unknown(sent: bytes) -> None:
    user = decode(b'{"id":1,"is_deleted":%b,"is_bot":%b,"playmode":null}' % (sent, sent), User)
    assert (user.is_deleted, user.is_bot, user.playmode) == (None, None, None)


STATUS_NUMBERS = {
    "match_type", "mod_bits", "mode_int", "ranked", "scoring_type", "team", "team_type"
}  # fmt: skip


def test_no_default_of_any_entity_states_something() -> None:
    """A bool, an enum, or a number or word that stands for one, is None if it was not sent."""
    for recording in KINDS:
        info = info_of(recording.kind)
        if not isinstance(info, types.StructType):
            continue
        for field in info.fields:
            where = f"{info.cls.__name__}.{field.name}"
            inner = field.type.types if isinstance(field.type, types.UnionType) else (field.type,)
            stands = field.name in STATUS_NUMBERS or (
                field.name.endswith("ruleset_id") and info.cls is not ScoreStatistics
            )
            if stands or any(isinstance(k, types.BoolType | types.EnumType) for k in inner):
                assert field.default is None, where
                assert any(isinstance(k, types.NoneType) for k in inner), where
