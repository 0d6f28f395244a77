"""Multiplayer matches as rows: parts of a tournament's name, recorded answers, hostile values."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.api.decoding.decode import decode
from osubrowser.api.entities.matches import Match, Matches
from osubrowser.models.matches.listing import (
    TournamentName,
    match_columns,
    match_name,
    match_record,
    tournament_name,
)
from osubrowser.models.table.column import make_rows
from tests.conftest import raw_answer

NOW = datetime(2026, 11, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("OWC: (Japan) vs (Poland)", ("OWC", "Japan", "Poland")),
        ("ACR:(Team A) VS. (Team B)", ("ACR", "Team A", "Team B")),
        ("MP5: red team vs blue team", ("MP5", "red team", "blue team")),
        ("XX: (a (b)) vs ((c))", ("XX", "a (b)", "(c)")),
        ("大会: (日本) vs (한국)", ("大会", "日本", "한국")),
        ("peppy's game", ("", "", "")),
        ("4-5* | only: jumps", ("", "", "")),
        (": a vs b", ("", "", "")),
        ("A: vs b", ("", "", "")),
        ("", ("", "", "")),
    ],
)
def test_name_of_a_tournament_is_split(name: str, parts: tuple[str, str, str]) -> None:
    assert tournament_name(name) == TournamentName(*parts)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_name_breaks_the_split(before: str, after: str) -> None:
    parts = tournament_name(f"{before}: {after} vs {before}")
    assert all(parts) or not any(parts)


def test_recorded_matches_are_rows_with_every_field() -> None:
    answer = raw_answer("v2/get_matches_200.json")
    raw = answer["matches"]
    page = decode(json.dumps(answer).encode(), Matches)
    columns = match_columns(NOW)
    rows = make_rows(columns, page.matches, identity=lambda m: m.id)
    at = {column.key: index for index, column in enumerate(columns)}
    assert len(rows) == len(raw)
    for row, sent in zip(rows, raw, strict=True):
        assert row.texts[at["id"]] == str(sent["id"])
        assert row.texts[at["name"]].split() == sent["name"].split()
        assert (row.texts[at["ended"]] == "running") == (sent["end_time"] is None)
        record = match_record(row)
        assert datetime.fromisoformat(str(record["start_time"])) == datetime.fromisoformat(
            sent["start_time"]
        )


def test_fields_may_be_missing() -> None:
    columns = match_columns(NOW)
    empty = Match()
    backwards = Match(id=2, start_time=NOW, end_time=NOW - timedelta(hours=1))
    rows = make_rows(columns, [empty, backwards], identity=lambda m: m.id)
    assert match_name(empty) == "Match 0"
    at = [column.key for column in columns].index("length")
    assert [row.texts[at] for row in rows] == ["–", "–"]
    assert columns[5].sort is not None
    assert columns[5].sort(empty, 1) == float("inf")
