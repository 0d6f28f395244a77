"""Decoding of recorded responses, and of damaged ones."""

from __future__ import annotations

import copy
import json
import logging
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osubrowser.api import (
    Beatmapset,
    CountryRankings,
    Cursor,
    GameMode,
    Rankings,
    RankStatus,
    ServerTrouble,
    TeamRankings,
    User,
    UserCompact,
    UserStatistics,
)
from osubrowser.api.decoding import decode as decoding
from osubrowser.api.decoding.decode import decode
from osubrowser.api.decoding.tolerant import converter_for
from osubrowser.api.entities.base import Entity, OpenEnum, Timestamp
from osubrowser.api.entities.rankings import Spotlights
from tests.conftest import raw_answer

RECORDINGS: list[tuple[str, type]] = [
    ("get_rankings_200", Rankings),
    ("rankings_mania_score", Rankings),
    ("rankings_osu_charts", Rankings),
    ("rankings_taiko_country", CountryRankings),
    ("get_spotlights_200", Spotlights),
    ("get_user_200", User),
    ("get_beatmapset_200", Beatmapset),
]
Recorded = Callable[[str], bytes]


@pytest.fixture(autouse=True)
def fresh_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "_reported", set())


def as_json(value: object, **changes: object) -> bytes:
    return json.dumps({**value, **changes} if isinstance(value, dict) else value).encode()


# --- recorded -----------------------------------------------------------------------------


def test_a_recorded_ranking_is_read_exactly(recorded: Recorded) -> None:
    page = decode(recorded("get_rankings_200"), Rankings)
    raw = json.loads(recorded("get_rankings_200"))
    assert page.total == raw["total"] == 10000
    assert page.cursor == Cursor(page=2)
    assert len(page.ranking) == 50
    for row, sent in zip(page.ranking, raw["ranking"], strict=True):
        assert row.user is not None
        assert row.user.username == sent["user"]["username"]
        assert row.pp == sent["pp"]
        assert row.ranked_score == sent["ranked_score"]
        assert row.grade_counts.ssh == sent["grade_counts"]["ssh"]
        assert row.rank_change_since_30_days == sent["rank_change_since_30_days"]


@pytest.mark.parametrize(("name", "kind"), RECORDINGS)
def test_every_recorded_field_has_a_place(recorded: Recorded, name: str, kind: type) -> None:
    """A field that the server sends and nobody reads is a field that was forgotten here."""
    entity: object = decode(recorded(name), kind)
    ignored = {"rankHistory"}  # the same as rank_history, under its old name
    missing = set(_missing(json.loads(recorded(name)), entity)) - ignored
    not_for_us = {"has_favourited", "converts"}
    assert not missing - not_for_us


def _missing(raw: object, read: object) -> Iterator[str]:
    if isinstance(raw, dict) and isinstance(read, msgspec.Struct):
        names = {f.encode_name: f.name for f in msgspec.structs.fields(read)}
        for key, value in raw.items():
            if key not in names:
                yield key
            else:
                yield from _missing(value, getattr(read, names[key]))
    elif isinstance(raw, list) and isinstance(read, list):
        for one, other in zip(raw, read, strict=True):
            yield from _missing(one, other)


@pytest.mark.parametrize(("name", "kind"), RECORDINGS)
def test_both_passes_read_the_same(recorded: Recorded, name: str, kind: type) -> None:
    raw = recorded(name)
    dropped: list[str] = []
    tolerant = converter_for(kind)(json.loads(raw), "", lambda where, _: dropped.append(where))
    assert not dropped
    assert tolerant == decode(raw, kind)


def test_nulls_of_the_charts_are_zeros(
    recorded: Recorded, caplog: pytest.LogCaptureFixture
) -> None:
    page = decode(recorded("rankings_osu_charts"), Rankings)
    sent = raw_answer("v2/rankings_osu_charts.json")["beatmapsets"][0]
    assert page.ranking[0].grade_counts.ssh == 0
    assert page.ranking[0].pp is None
    assert page.cursor is None
    assert page.beatmapsets is not None
    assert page.beatmapsets[0].original_title == sent["title_unicode"] != sent["title"]
    assert page.beatmapsets[0].covers.card_2x == sent["covers"]["card@2x"]
    assert page.spotlight is not None
    assert page.spotlight.participant_count == 26085
    assert not caplog.records


# --- drift --------------------------------------------------------------------------------


def _fields(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every field of a JSON value by its path; of a list only the first element's."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from _fields(inner, (*path, key))
    elif isinstance(value, list) and value:
        yield from _fields(value[0], (*path, 0))


def _shortened(value: Any) -> Any:
    """The same with no more than two elements in any list."""
    if isinstance(value, dict):
        return {key: _shortened(inner) for key, inner in value.items()}
    return [_shortened(inner) for inner in value[:2]] if isinstance(value, list) else value


def _changed(value: Any, path: tuple[Any, ...], new: object, *, drop: bool = False) -> Any:
    changed = copy.deepcopy(value)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    if drop:
        del inner[path[-1]]
    else:
        inner[path[-1]] = new
    return changed


def _rows(entity: Any) -> list[Any]:
    return list(getattr(entity, "ranking", []) or getattr(entity, "spotlights", []))


STRANGE: list[object] = [
    None,
    [],
    {},
    "",
    "word",
    -1,
    0,
    1.5,
    1e300,
    True,
    [None],
    {"0": {}},
    "\ud800",
]


@pytest.mark.parametrize(("name", "kind"), RECORDINGS)
def test_no_single_field_loses_the_rest(recorded: Recorded, name: str, kind: type) -> None:
    raw = _shortened(json.loads(recorded(name)))
    whole: object = decode(as_json(raw), kind)
    for path in _fields(raw):
        variants = [_changed(raw, path, new) for new in STRANGE]
        variants.append(_changed(raw, path, None, drop=True))
        for variant in variants:
            entity = _decoded_or_unreadable(as_json(variant), kind, path)
            if entity is None:
                continue
            rows = _rows(whole)
            if rows and path[0] in ("ranking", "spotlights") and len(path) > 1:
                assert _rows(entity)[-1] == rows[1], (path, "the neighbour is lost")
            if path[0] not in ("ranking", "spotlights"):
                assert _rows(entity) == rows, (path, "the rows are lost")


def _decoded_or_unreadable(body: bytes, kind: type, path: tuple[Any, ...]) -> Any:
    try:
        return decode(body, kind)
    except ServerTrouble:
        # Only what names a whole answer, or is all of it, may lose it.
        assert path in (("id",), ("spotlights",)), path
        return None


def test_an_element_that_is_nothing_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    body = b'{"spotlights":[{"id":1},null,5,{"other":"thing"},{"id":[]},{"id":"4"},{"id":2.0}]}'
    assert [s.id for s in decode(body, Spotlights).spotlights] == [1, 4, 2]
    assert len(caplog.records) == 2


def test_what_has_lost_its_id_keeps_the_rest() -> None:
    body = b'{"spotlights":[{"name":"no id"},{"id":null,"type":"x"},{"id":{},"name":"odd"}]}'
    found = decode(body, Spotlights).spotlights
    expected = [(0, "no id", ""), (0, "", "x"), (0, "odd", "")]
    assert [(s.id, s.name, s.type) for s in found] == expected


def test_numbers_of_another_type_are_numbers() -> None:
    row = decode(
        b'{"pp":"12.5","play_count":7.0,"ranked_score":"9007199254740993"}', UserStatistics
    )
    assert (row.pp, row.play_count, row.ranked_score) == (12.5, 7, 9007199254740993)
    row = decode(b'{"pp":4,"accuracy":1,"hit_accuracy":100}', UserStatistics)
    assert (row.pp, row.accuracy_percent) == (4.0, 100.0)
    row = decode(b'{"play_count":7.5,"is_ranked":1,"total_hits":true}', UserStatistics)
    assert (row.play_count, row.is_ranked, row.total_hits) == (0, True, 0)


def test_numbers_that_are_none_are_dropped() -> None:
    row = decode(
        b'{"pp":NaN,"hit_accuracy":Infinity,"play_count":1e400,"total_hits":5}', UserStatistics
    )
    assert (row.pp, row.hit_accuracy, row.play_count, row.total_hits) == (None, 0.0, 0, 5)


def test_phps_empty_map_is_an_empty_object() -> None:
    user = decode(b'{"id":1,"cover":[],"user_preferences":[],"statistics":[]}', UserCompact)
    assert user.cover is not None
    assert user.cover.url is None
    assert user.user_preferences == {}
    assert user.statistics == UserStatistics()
    assert (
        decode(b'{"cursor":[],"ranking":{"1":{"pp":1},"3":{"pp":2}}}', Rankings).ranking[1].pp == 2
    )


def test_unknown_words_are_kept() -> None:
    beatmapset = decode(
        b'{"id":1,"status":"cherished","beatmaps":[{"id":2,"mode":"lute"}]}', Beatmapset
    )
    assert beatmapset.status == "cherished"
    assert isinstance(beatmapset.status, RankStatus)
    assert not beatmapset.status.is_known
    assert beatmapset.status.number is None
    assert beatmapset.beatmaps is not None
    assert str(beatmapset.beatmaps[0].mode) == "lute"
    assert msgspec.json.encode(beatmapset.status) == b'"cherished"'


def test_known_words_are_their_members() -> None:
    assert decode(b'"fruits"', GameMode) is GameMode.CATCH
    assert [status.number for status in RankStatus] == [-2, -1, 0, 1, 2, 3, 4]
    assert GameMode("osu").is_known
    assert hash(GameMode("lute")) == hash("lute")
    with pytest.raises(ValueError, match="5"):
        GameMode(5)  # type: ignore[arg-type]  # that it is refused is the point


def test_one_reading_of_all_times() -> None:
    class Moment(Entity, frozen=True, kw_only=True):
        at: Timestamp | None = None
        day: date | None = None

    def at(text: object) -> datetime | None:
        return decode(as_json({"at": text}), Moment).at

    expected = datetime(2026, 7, 4, 0, 47, 40, tzinfo=UTC)
    assert at("2026-07-04T00:47:40+00:00") == expected
    assert at("2026-07-04T00:47:40Z") == expected
    assert at("2026-07-04T00:47:40.000000Z") == expected
    assert at("2026-07-04 00:47:40") == expected
    assert at("2026-07-04T02:47:40+02:00") == expected
    assert at(int(expected.timestamp() * 1000)) == expected
    assert at("2026-07-04") == datetime(2026, 7, 4, tzinfo=UTC)
    assert at("yesterday") is None
    assert at(10**30) is None
    zoned = at("2026-07-04T02:47:40+02:00")
    assert zoned is not None
    assert zoned.tzinfo == timezone(timedelta(hours=2))
    assert decode(b'{"day":"2019-11-01T00:00:00Z"}', Moment).day == date(2019, 11, 1)


def test_a_player_who_is_gone_has_no_id() -> None:
    body = b'{"id":null,"username":"[deleted user]","avatar_url":null,"is_deleted":true}'
    user = decode(body, UserCompact)
    assert (user.id, user.is_deleted, user.avatar_url) == (None, True, None)


def test_text_that_is_none_is_mended() -> None:
    assert decode(b'{"id":1,"username":"a\\ud800b"}', UserCompact).username == "a\ufffdb"
    assert decode(b'{"id":1,"username":"a\xffb"}', UserCompact).username == "a\ufffdb"


@pytest.mark.parametrize("body", [b"", b"null", b"[]5", b"{", b"<p>", b"\xff", b"5", b"[" * 10**6])
def test_what_is_no_answer_is_an_error(body: bytes) -> None:
    with pytest.raises(ServerTrouble):
        decode(body, Rankings)


def test_what_is_dropped_is_logged_once_and_without_its_value(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    body = as_json({"ranking": [{"team_id": n, "member_count": "hostile"} for n in range(50)]})
    page = decode(body, TeamRankings)
    decode(body, TeamRankings)
    assert [row.team_id for row in page.ranking] == list(range(50))
    assert len(caplog.records) == 1
    assert "TeamStatistics.member_count" in caplog.text
    assert "hostile" not in caplog.text


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
FIELDS = [field.encode_name for field in msgspec.structs.fields(User)]


@settings(max_examples=150)
@given(st.dictionaries(st.sampled_from(FIELDS), json_values, max_size=12))
def test_anything_at_all_is_read_or_refused(value: dict[str, Any]) -> None:
    try:
        user = decode(as_json(value), User)
    except ServerTrouble:
        name = value.get("username")
        assert not (name and isinstance(name, str))
        return
    for field in msgspec.structs.fields(User):
        msgspec.convert(getattr(user, field.name), field.type)


def test_entities_do_not_change(recorded: Recorded) -> None:
    page = decode(recorded("get_rankings_200"), Rankings)
    with pytest.raises(AttributeError):
        page.total = 5  # type: ignore[misc]  # that it is refused is the point


def test_words_are_open_for_every_enumeration() -> None:
    for kind in OpenEnum.__subclasses__():
        word = kind("never heard")
        assert word == "never heard"
        assert repr(word)
