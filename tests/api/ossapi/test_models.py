"""Models, enums and cursors as objects: made by hand, changed, copied, encoded."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest

from osubrowser.api.decoding.decode import decode
from osubrowser.api.ossapi import enums, models
from osubrowser.api.ossapi.cursor import Cursor
from osubrowser.api.ossapi.encoder import ModelEncoder, serialize_model
from osubrowser.api.ossapi.enums import GameMode, Grade, PlayStyles, RankStatus
from osubrowser.api.ossapi.mod import Mod
from osubrowser.api.ossapi.models import (
    Beatmap,
    BeatmapCompact,
    Event,
    RankEvent,
    Score,
    UserCompact,
    UserRelation,
    _Event,
)
from osubrowser.api.ossapi.strict import check_known
from osubrowser.api.ossapi.utils import Field, Model, convert, decoding_for

SCORE: dict[str, Any] = {
    "id": 3,
    "user_id": 2,
    "accuracy": 1,
    "rank": "XH",
    "ended_at": "2024-03-01T10:00:00Z",
    "legacy_perfect": True,
    "statistics": {"great": 9},
    "mods": [{"acronym": "HD"}],
    "beatmap": {"id": 7, "mode": "fruits", "status": "loved", "ranked": 4, "user": {"id": 5}},
    "user": {"id": 2, "username": "peppy"},
}
LEGACY: dict[str, Any] = {
    "id": None,
    "mode": "osu",
    "mode_int": 0,
    "score": 1234,
    "perfect": 1,
    "created_at": "2020-03-01T10:00:00+00:00",
    "mods": ["HD", "NC"],
    "statistics": {"count_300": 3, "count_geki": None},
}


class Client:
    """A client by its version, which keeps what its methods are called with."""

    def __init__(self, api_version: int = 20241024) -> None:
        self.api_version = api_version
        self.calls: list[Any] = []

    def __getattr__(self, name: str) -> Callable[..., str]:
        def call(*values: Any) -> str:
            self.calls.append((name, *values))
            return "called"

        return call


def read(kind: Any, value: Any, client: Client | None = None) -> Any:
    with decoding_for(client or Client()):
        return decode(json.dumps(value).encode(), kind)


# --- enums -----------------------------------------------------------------------------------


def test_a_status_is_found_by_number_and_by_name() -> None:
    assert RankStatus.RANKED.value == 1
    assert RankStatus("ranked") is RankStatus(1) is RankStatus.RANKED
    assert RankStatus("graveyard") is RankStatus.GRAVEYARD
    for wrong in ("Ranked?", 9, None):
        with pytest.raises(ValueError, match="is not a valid RankStatus"):
            RankStatus(wrong)


def test_styles_are_flags_of_names_or_numbers() -> None:
    assert PlayStyles(["mouse", "tablet"]) == PlayStyles.MOUSE | PlayStyles.TABLET
    assert PlayStyles([1, "touch"]) == 9
    assert PlayStyles("keyboard") is PlayStyles.KEYBOARD
    assert PlayStyles([]) == 0
    with pytest.raises(ValueError, match="joystick"):
        PlayStyles("joystick")
    user = read(models.User, {"id": 2, "playstyle": ["mouse", "joystick"]})
    assert user.playstyle == PlayStyles.MOUSE


def test_unknown_values_are_members_in_a_response_alone() -> None:
    score = read(Score, SCORE | {"rank": "SSS"})
    assert isinstance(score.rank, Grade)
    assert (score.rank.name, score.rank.value, str(score.rank)) == ("SSS", "SSS", "Grade.SSS")
    assert score.rank == read(Score, SCORE | {"rank": "SSS"}).rank != Grade.SS
    assert pickle.loads(pickle.dumps(score.rank)) == score.rank
    assert copy.deepcopy(score.rank) is score.rank
    assert "SSS" not in Grade.__members__
    with pytest.raises(ValueError, match="is not a valid Grade"):
        Grade("SSS")
    assert pickle.loads(pickle.dumps(Grade.SS)) is Grade.SS
    assert {Grade.SS: 1}[Grade("X")] == 1
    assert str(Grade.A) == "Grade.A"


# --- fields ----------------------------------------------------------------------------------


def test_what_was_not_sent_is_none() -> None:
    score = read(Score, SCORE)
    assert score.accuracy == 1.0
    assert type(score.accuracy) is float
    assert score.rank is Grade.SSH
    assert score.pp is score.beatmapset is score.statistics.miss is None
    assert score.ended_at == datetime(2024, 3, 1, 10, tzinfo=UTC)
    assert score.beatmap.status is score.beatmap.ranked is RankStatus.LOVED
    assert score.beatmap.owner.id == 5
    assert score.mods[0].acronym == "HD"


def test_legacy_attributes_are_those_of_the_legacy_form() -> None:
    new, old = read(Score, SCORE), read(Score, LEGACY)
    for name in ("mode", "mode_int", "score", "perfect", "created_at"):
        assert hasattr(old, name)
        assert not hasattr(new, name)
    assert old.perfect is True
    assert old.mods == Mod.HD + Mod.NC
    assert old.statistics.count_300 == 3
    assert old.statistics.count_50 is None
    assert not hasattr(new.statistics, "count_300")
    asked = read(Score, {"id": 1, "mods": [], "statistics": {}}, Client(20220704))
    assert asked.mode is asked.statistics.count_300 is None
    assert asked.mods == Mod.NM


def test_an_event_is_of_its_type_s_class() -> None:
    sent = [
        {
            "id": 1,
            "type": "rank",
            "mode": "osu",
            "rank": 3,
            "beatmap": {"title": "a", "url": "/b/1"},
        },
        {"id": 2, "type": "achievement", "achievement": {"name": "b", "achieved_percent": 1}},
        {"id": 3, "type": "somethingNew", "user": {"username": "a"}},
    ]
    events: Any = read(list[_Event], sent)
    rank, medal, new = events
    assert type(rank) is RankEvent
    assert isinstance(rank, Event)
    assert isinstance(rank, _Event)
    assert (rank.rank, rank.mode, rank.beatmap.title) == (3, GameMode.OSU, "a")
    assert type(medal.achievement.achieved_percent) is float
    assert not hasattr(rank, "achievement")
    assert new.type.value == "somethingNew"
    events = read(models.Events, {"events": sent, "cursor": {"event_id": 3}})
    assert events.events == [rank, medal, new]
    assert events.cursor == Cursor(event_id=3)


def test_a_comment_of_an_event_is_of_its_type_s_class() -> None:
    sent = {"beatmap_discussion_id": 1, "old": "Rock", "new": "Pop"}
    event = read(models.BeatmapsetEvent, {"id": 1, "type": "genre_edit", "comment": sent})
    assert isinstance(event.comment, models.BeatmapsetEventCommentChange)
    assert (event.comment.old, event.comment.new) == ("Rock", "Pop")
    for kind, comment in (("disqualify", "a text"), ("brand_new", sent), ("rank", None)):
        event = read(models.BeatmapsetEvent, {"id": 1, "type": kind, "comment": comment})
        assert event.comment == comment


def test_rows_of_a_ranking_are_users_or_countries() -> None:
    user = {"user": {"id": 2}, "global_rank": 1, "hit_accuracy": 99}
    country = {"code": "AU", "active_users": 9, "country": {"code": "AU", "name": "Australia"}}
    [first] = read(models.Rankings, {"ranking": [user], "cursor": {"page": 2}}).ranking
    assert isinstance(first, models.UserStatistics)
    assert first.user == UserCompact(id=2)
    [first] = read(models.Rankings, {"ranking": [country]}).ranking
    assert isinstance(first, models.CountryStatistics)
    assert first.country.name == "Australia"
    assert read(models.Rankings, {"ranking": [], "total": 0}).ranking == []
    assert read(models.Rankings, {"ranking": None, "total": 0}).ranking is None
    with decoding_for(Client()):
        broken = decode(b'{"ranking": {"a": 1e999, "b": "\\ud800"}, "total": 3}', models.Rankings)
        assert broken.total == 3
        broken = decode(b'{"ranking": [{"pp": 1e999, "global_rank": 2}]}', models.Rankings)
        assert broken.ranking == [models.UserStatistics(global_rank=2)]


def test_search_results_are_of_their_kind() -> None:
    found: Any = read(models.Search, {"user": {"data": [{"id": 2}], "total": 1}, "wiki_page": None})
    assert isinstance(found.users.data[0], UserCompact)
    assert found.wiki_pages is None


# --- models as objects -------------------------------------------------------------------------


def test_models_are_made_and_changed_by_hand() -> None:
    beatmap: Any = BeatmapCompact(id=1)
    assert (beatmap.id, beatmap.mode) == (1, None)
    beatmap.mode = GameMode.TAIKO
    beatmap.note = "mine"
    assert (beatmap.mode, beatmap.note) == (GameMode.TAIKO, "mine")
    assert Beatmap(id=1, status="ranked").status is RankStatus.RANKED
    for ask in (beatmap.expand, BeatmapCompact(id=1, user_id=2).user, Score(id=1).download):
        with pytest.raises(ValueError, match="was not read by a client"):
            ask()
    assert weakref.ref(beatmap)() is beatmap


def test_a_model_is_made_with_any_attributes_by_name() -> None:
    user: Any = UserCompact(id=2, note="mine")
    assert (user.id, user.note, user.username) == (2, "mine", None)
    assert copy.deepcopy(user).note == pickle.loads(pickle.dumps(user)).note == "mine"
    assert user == UserCompact(id=2, note="mine") != UserCompact(id=2, note="other")
    assert str(inspect.signature(UserCompact)) == "(**kwargs)"
    positional: Any = UserCompact
    with pytest.raises(TypeError, match="positional"):
        positional(2)


def test_methods_ask_the_client_that_read_the_model() -> None:
    client = Client()
    score: Any = read(Score, SCORE, client)
    assert score.user() is score._user
    assert score.beatmap.expand() is score.beatmap
    assert score.beatmap.user() is None  # without an id there is nothing to ask for
    assert score._user.expand() == score.download() == "called"
    assert client.calls == [("user", 2), ("download_score", 3)]
    old = read(Score, LEGACY | {"id": 4}, client)
    assert old.download() == "called"
    assert client.calls[-1] == ("download_score_mode", GameMode.OSU, 4)
    for again in (copy.copy(score), copy.deepcopy(score)):
        assert again._api is client
    event = read(
        models.BeatmapsetEvent,
        {"id": 1, "type": "kudosu_gain", "comment": {"new_vote": {"user_id": 5, "score": 1}}},
        client,
    )
    assert event.comment.new_vote.user() == "called"
    assert client.calls[-1] == ("user", 5)


def test_the_user_of_a_relation_is_an_attribute() -> None:
    relation: Any = read(
        UserRelation, {"target_id": 2, "relation_type": "friend", "target": {"id": 2}}
    )
    assert isinstance(relation.target, UserCompact)
    assert callable(UserRelation.target)
    relation.target = None
    assert relation.target is None
    relation.target_id = 3
    assert UserRelation.target(relation) == "called"


@pytest.mark.parametrize("sent", [SCORE, LEGACY], ids=["new", "legacy"])
def test_copies_are_equal_and_independent(sent: dict[str, Any]) -> None:
    score = read(Score, sent)
    score.note = ["mine"]
    for again in (copy.deepcopy(score), pickle.loads(pickle.dumps(score))):
        assert again == score
        assert repr(again) == repr(score)
        assert (again.note, hasattr(again, "mode")) == (["mine"], hasattr(score, "mode"))
        again.note.append(1)
        again.statistics.ok = 5
        assert again != score
    shallow = copy.copy(score)
    assert shallow == score
    assert shallow.statistics is score.statistics
    shallow.user_id = 99
    assert score.user_id == sent.get("user_id")
    assert pickle.loads(pickle.dumps(score))._api is None


def test_equality_is_of_class_and_fields() -> None:
    assert BeatmapCompact(id=1) == BeatmapCompact(id=1) != BeatmapCompact(id=2)
    assert BeatmapCompact(id=1) != UserCompact(id=1)
    with pytest.raises(TypeError, match="unhashable"):
        hash(BeatmapCompact(id=1))
    assert repr(enums.Weight(percentage=50.0)) == "Weight(percentage=50.0)"
    assert str(models.RoomLeaderboard()) == "RoomLeaderboard(user_score=None)"
    assert repr(read(Score, SCORE).mods) == "[NonLegacyMod(acronym='HD')]"


def test_attributes_are_found_where_ossapi_has_them() -> None:
    client = Client()
    score = read(Score, SCORE, client)
    data = score._ossapi_data
    assert data["_user"] is score._user
    assert data["_api"] is client
    assert "mode" not in data
    assert data["accuracy"] == 1.0
    assert data["pp"] is None
    assert "passed" not in data
    data["pp"] = 2.0
    data.update(passed=True, note="mine")
    assert (score.pp, score.passed, score.note) == (2.0, True, "mine")
    del data["note"]
    assert not hasattr(score, "note")
    assert "_api" not in Score(id=1)._ossapi_data
    assert copy.deepcopy(dict(score.statistics._ossapi_data)) == dict(score.statistics._ossapi_data)


def test_a_score_is_filled_by_hand() -> None:
    score = Score()
    assert not hasattr(score, "mode")
    score.mode, score.pp, score.created_at = GameMode.OSU, 1.0, datetime(2020, 1, 1, tzinfo=UTC)
    assert (score.mode, score.pp, score.created_at.year) == (GameMode.OSU, 1.0, 2020)
    assert copy.deepcopy(score) == score
    score = Score(mode=GameMode.MANIA, perfect=True)
    assert (score.mode, score.perfect, hasattr(score, "score")) == (GameMode.MANIA, True, False)
    assert enums.Statistics(count_50=3).count_50 == 3


def test_a_program_has_models_of_its_own() -> None:
    annotations = {  # as it is without `from __future__ import annotations`
        "number": int,
        "mode": GameMode,
        "status": RankStatus,
        "renamed": Field(name="other-name", type=list[int]),
    }
    namespace = {"__annotations__": annotations, "__module__": __name__}
    meta: Any = type(Model)
    kind = meta("Mine", (Model,), namespace)
    mine = read(kind, {"number": 1, "mode": "osu", "status": "loved", "other-name": [2], "x": 1})
    assert (mine.number, mine.mode, mine.renamed) == (1, GameMode.OSU, [2])
    assert mine.status is RankStatus.LOVED
    assert read(kind, {"number": 1}).mode is None


def test_decoding_on_several_threads_keeps_clients_apart() -> None:
    clients = [Client() for _ in range(4)]

    def work(client: Client) -> bool:
        return all(read(Score, SCORE, client)._api is client for _ in range(200))

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(work, clients))


def test_parsed_json_is_converted() -> None:
    with decoding_for(Client()):
        score = convert(SCORE | {"pp": "broken"}, Score)
        assert score.pp is None
        with pytest.raises(ValueError, match="no Score"):
            convert("text", Score)
        assert score == read(Score, SCORE)
        page = {"events": [{"id": 1, "type": "rank"}], "cursor": {"event_id": 1}}
        assert convert(page, models.Events) == read(models.Events, page)
        assert convert(page["events"], list[_Event]) == read(list[_Event], page["events"])
        ranking = {"ranking": [{"user": {"id": 2}}], "cursor": {"page": 2}, "total": 1}
        assert convert(ranking, models.Rankings) == read(models.Rankings, ranking)


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("2024-03-01T10:00:00Z", datetime(2024, 3, 1, 10, tzinfo=UTC)),
        ("2024-03-01T12:00:00.250000+02:00", datetime(2024, 3, 1, 10, 0, 0, 250000, tzinfo=UTC)),
        ("2024-03-01 10:00:00", datetime(2024, 3, 1, 10)),
        ("1709287200000", datetime(2024, 3, 1, 10, tzinfo=UTC)),
        (1709287200000, datetime(2024, 3, 1, 10, tzinfo=UTC)),
        ("yesterday", None),
    ],
)
def test_a_time_has_one_of_several_forms(sent: object, meant: datetime | None) -> None:
    assert read(Score, {"id": 1, "ended_at": sent}).ended_at == meant


def test_a_day_is_midnight_without_a_zone() -> None:
    month = read(enums.UserMonthlyPlaycount, {"start_date": "2021-09-01", "count": 1})
    assert month.start_date == datetime(2021, 9, 1)


# --- cursors ---------------------------------------------------------------------------------


def test_a_cursor_is_a_namespace() -> None:
    cursor = Cursor(page=2)
    assert cursor == Cursor({"page": 2}) == Cursor(cursor) == Cursor(Cursor(page=2))
    assert (cursor.page, cursor["page"], repr(cursor)) == (2, 2, "Cursor(page=2)")
    assert dict(cursor) == dict(**cursor) == {"page": 2}
    cursor.page = 3
    cursor["id"] = 1
    assert repr(cursor) == "Cursor(id=1, page=3)"
    assert cursor != Cursor(page=2)
    assert cursor
    assert Cursor()
    with pytest.raises(AttributeError, match="'other'"):
        _ = cursor.other
    for again in (copy.copy(cursor), copy.deepcopy(cursor), pickle.loads(pickle.dumps(cursor))):
        assert again == cursor
        again.page = 9
        assert cursor.page == 3
    assert read(models.Matches, {"matches": [], "cursor": []}).cursor is None


# --- JSON ------------------------------------------------------------------------------------


def test_a_model_is_encoded_with_the_api_s_names() -> None:
    text = serialize_model(read(Score, SCORE | {"best_id": None}))
    encoded = json.loads(text)
    assert encoded["user"]["username"] == "peppy"
    assert encoded["beatmap"]["user"]["id"] == 5
    assert encoded["beatmap"]["ranked"] == encoded["beatmap"]["status"] == 4
    assert encoded["ended_at"] == 1709287200000
    assert encoded["rank"] == "XH"
    assert not {"_user", "_api", " client", "mode"} & encoded.keys()
    assert json.loads(serialize_model(read(Score, LEGACY)))["mods"] == (Mod.HD + Mod.NC).value
    again = read(Score, encoded)
    assert (again.user().username, again.rank, again.beatmap.ranked) == (
        "peppy",
        Grade.SSH,
        RankStatus.LOVED,
    )


def test_models_are_encoded_within_lists_and_dicts() -> None:
    values = {"a": [Cursor(page=1), Mod.HD, models.ForumPoll(["x"], "ü")]}
    assert json.loads(serialize_model(values))["a"][:2] == [{"page": 1}, 8]
    assert "ü" in serialize_model(values)
    assert "ü" not in serialize_model(values, ensure_ascii=True)
    assert "\n" in serialize_model(values, indent=2)
    assert json.dumps(enums.Weight(pp=1.5), cls=ModelEncoder) == '{"percentage": null, "pp": 1.5}'
    with pytest.raises(TypeError, match="not JSON serializable"):
        serialize_model(object())


# --- strict mode -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "sent", "message"),
    [
        (Score, SCORE | {"extra": 1}, "unexpected field 'extra' of Score"),
        (list[Score], [SCORE, SCORE | {"beatmap": {"extra": 1}}], "'extra' of Beatmap"),
        (Score, SCORE | {"user_id": "2"}, "Score.user_id is no int: '2'"),
        (Score, SCORE | {"user_id": None}, "Score.user_id is null"),
        (Score, SCORE | {"beatmap": []}, "Score.beatmap is no dict"),
        (Score, SCORE | {"statistics": {"great": 1.5}}, "Statistics.great is no int: 1.5"),
        (list[_Event], [{"type": "rank", "achievement": {}}], "'achievement' of RankEvent"),
        (models.Rankings, {"ranking": [{"active_users": 1, "pp": 1}]}, "'pp' of CountryStatistics"),
        (
            models.BeatmapsetEvent,
            {"type": "genre_edit", "comment": {"extra": 1}},
            "'extra' of BeatmapsetEventCommentChange",
        ),
        (models.Search, {"user": {"data": [{"extra": 1}]}}, "'extra' of UserCompact"),
        (Score, 5, "the response is no dict: 5"),
    ],
)
def test_strict_mode_names_what_is_unexpected(kind: Any, sent: Any, message: str) -> None:
    with pytest.raises(TypeError) as raised:
        check_known(kind, sent)
    assert message in str(raised.value)


def test_strict_mode_takes_what_is_expected() -> None:
    check_known(Score, SCORE | {"accuracy": 1})
    check_known(list[Score], [SCORE, LEGACY])
    check_known(models.Rankings, {"ranking": [], "cursor": {"page": 2}, "total": None})
    check_known(
        list[_Event], [{"id": 1, "type": "rank", "rank": 1}, {"id": 2, "type": "unknown"}][:1]
    )
    with pytest.raises(ValueError, match="is not a valid GameMode"):
        check_known(Beatmap, {"mode": "bogus"})
    with pytest.raises(ValueError, match="isoformat"):
        check_known(Score, {"ended_at": "yesterday"})


def test_every_class_can_be_read_and_is_documented() -> None:
    classes = [
        each
        for module in (enums, models)
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Model) and each.__module__ == module.__name__
    ]
    assert len(classes) > 160
    for kind in classes:
        assert kind.__doc__
        assert isinstance(read(kind, {"unknown": 1}), kind)
