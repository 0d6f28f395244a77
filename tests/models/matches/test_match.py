"""Texts, rows and exports of matches, of hostile and of missing values."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec.structs import replace

from osubrowser.api.entities.beatmaps import BeatmapCompact, Beatmapset
from osubrowser.api.entities.matches import (
    Match,
    MatchEvent,
    MatchEventDetail,
    MatchEventType,
    MatchGame,
    ScoringType,
    TeamType,
)
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.scores import Score, ScoreMatchInfo
from osubrowser.api.entities.users import UserCompact
from osubrowser.models.matches import tables
from osubrowser.models.matches.match import event_text, export_of, song_text, standing_of
from osubrowser.models.matches.results import AVERAGE, Rules
from osubrowser.models.matches.tables import MatchLists, lists_of
from osubrowser.models.matches.timeline import MatchTimeline
from osubrowser.models.table.column import make_rows

START = datetime(2026, 11, 29, 20, tzinfo=UTC)
HOSTILE = "<b>\u202etxt</b>\n&amp;" + "x" * 500


def score(user: int, total: int, team: str = "red", **more: Any) -> Score:
    match = ScoreMatchInfo(slot=user % 16, team=team, pass_=True)
    return Score(user_id=user, total_score=total, accuracy=0.95, max_combo=9, match=match, **more)


def game(number: int, scores: list[Score], **more: Any) -> MatchEvent:
    sent = MatchGame(
        id=number,
        beatmap_id=number + 70,
        start_time=START,
        end_time=START + timedelta(minutes=3),
        mode=GameMode.OSU,
        mods=["HD"],
        scoring_type=ScoringType.SCORE_V2,
        team_type=TeamType.TEAM_VS,
        scores=scores,
    )
    detail = MatchEventDetail(type=MatchEventType.OTHER, text="name")
    return MatchEvent(id=number, detail=detail, timestamp=START, game=replace(sent, **more))


def match_of(events: list[MatchEvent], rules: Rules | None = None, **more: Any) -> MatchLists:
    match = Match(id=5, name="A: (B) vs (C)", start_time=START, end_time=START + timedelta(hours=2))
    users = {n: UserCompact(id=n, username=f"p{n}", country_code="DE") for n in (1, 2)}
    record = MatchTimeline(replace(match, **more), tuple(events), users)
    return lists_of(record, rules or Rules(), 1)


def cells(columns: Any, items: Any) -> list[dict[str, str]]:
    rows = make_rows(columns, items, identity=id)
    keys = [column.key for column in columns]
    return [dict(zip(keys, row.texts, strict=True)) for row in rows]


def test_rows_of_a_match_of_teams() -> None:
    beatmapset = Beatmapset(id=3, title="Title", artist="Artist", creator="M")
    beatmap = BeatmapCompact(id=71, beatmapset_id=3, version="Hard", beatmapset=beatmapset)
    both = [score(1, 100), score(2, 300, "blue"), score(3, 250, "red")]
    match = match_of([game(1, both, beatmap=beatmap), game(2, []), game(3, both[:2])])
    rows = cells(tables.game_columns(original=False, marked="p1"), match.games)
    assert [row["game"] for row in rows] == ["1", "2", "3"]
    assert rows[0]["title"] == "Title by Artist"
    assert rows[1]["title"] == "[deleted beatmap 72]"
    assert [row["outcome"] for row in rows] == ["Red by 50", "aborted", "Blue by 200"]
    assert (rows[0]["red"], rows[0]["blue"]) == ("350", "300")
    assert rows[0]["marked"] == "#3 100"
    columns = tables.game_columns(original=False, marked="", is_summary=True)
    maps = cells(columns, match.maps)
    assert [(row["winner"], row["standing"]) for row in maps] == [
        ("Red", "1 : 0"),
        ("Blue", "1 : 1"),
    ]
    subject = match.subject
    assert subject.title == "A: (B) vs (C)"
    assert subject.result == (("Red", "1"), ("Blue", "1"))
    assert standing_of(subject) == "Level at 1 : 1"
    assert subject.counts == "3 players · 2 games · 1 aborted"
    assert subject.when == "29 Nov 2026, 20:00 – 22:00 UTC, 2 h 00 m"
    entries = cells(tables.entry_columns(original=False, with_game=True), match.entries)
    assert [row["player"] for row in entries] == ["p2", "[player 3]", "p1", "p2", "p1"]
    players = cells(tables.player_columns(AVERAGE.key), match.players)
    assert {row["player"]: row["team"] for row in players}["p2"] == "Blue"
    assert {fact.key for fact in subject.facts} >= {"result", "mvp", "score", "closest", "costs"}
    gone = subject.player(3)
    assert not gone.has_page


def test_events_say_what_happened() -> None:
    kinds = [*MatchEventType, MatchEventType("brand-new-thing")]
    events = [
        MatchEvent(id=n, detail=MatchEventDetail(type=kind), timestamp=START, user_id=n % 3 or None)
        for n, kind in enumerate(kinds)
    ]
    match = match_of(events)
    texts = [event_text(match.subject, one) for one in events]
    assert texts[:6] == [
        "A player left",
        "p1 joined",
        "p2 was kicked",
        "The match was created",
        "The match was disbanded",
        "p2 became host",
    ]
    assert texts[-1] == "brand new thing"
    rows = cells(tables.event_columns(), match.events)
    assert rows[-1]["time"] == "29 Nov 2026, 20:00:00 UTC"


def test_hostile_and_missing_values() -> None:
    huge = 2**62
    strange = game(
        1,
        [
            score(1, huge, HOSTILE, rank=None),
            Score(total_score=-5),
            score(1, 7, "blue"),
        ],
        mods=[HOSTILE, ","],
        scoring_type=ScoringType(HOSTILE),
        team_type=TeamType(HOSTILE),
        mode=None,
        beatmap_id=0,
    )
    nothing = MatchEvent(game=MatchGame())
    match = match_of([nothing, strange], Rules(warmups=0), name=HOSTILE, start_time=None)
    for columns, items in (
        (tables.game_columns(original=True, marked=HOSTILE), match.games),
        (
            tables.game_columns(original=True, marked="", has_teams=False, is_summary=True),
            match.maps,
        ),
        (tables.entry_columns(original=True, with_game=True), match.entries),
        (tables.player_columns("flashlight"), match.players),
        (tables.event_columns(), match.events),
    ):
        for row in cells(columns, items):
            assert not any("\u202e" in text or "\n" in text for text in row.values())
    assert song_text(MatchGame(beatmap_id=4)) == "deleted beatmap 4"
    json.dumps(export_of(match.subject))
    empty = match_of([], name="", end_time=None, start_time=None)
    assert empty.subject.title == "Match 5"
    assert empty.subject.when == "running"
    assert empty.subject.facts == ()
    assert empty.entries_of(1) == ()


def test_export_says_by_what_rules_it_was_counted() -> None:
    both = [score(1, 100), score(2, 300, "blue")]
    rules = Rules(1, with_failed=True, formula=AVERAGE.key)
    match = match_of([game(1, both), game(2, both), game(3, both)], rules)
    out: Any = json.loads(json.dumps(export_of(match.subject)))
    assert out["rules"]["warmups"] == 1
    assert out["rules"]["match_cost_formula"] == "Average"
    assert "A: the average" in out["rules"]["match_cost_formula_text"]
    assert out["result"]["wins"] == [{"side": "blue", "name": "Blue", "maps": 2}]
    assert out["result"]["mvp_user_id"] == 2
    assert [len(one["scores"]) for one in out["games"]] == [2, 2, 2]
    assert [one["is_warmup"] for one in out["games"]] == [True, False, False]
    assert out["players"][0]["match_cost"] == 1.5
    assert out["players"][0]["average_score"] == 300
