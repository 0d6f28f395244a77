"""Beatmapset search texts: options, keywords, and hostile input."""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.api.beatmap_query import BeatmapQuery, parse_beatmap_query
from tests.conftest import SHARED

NOW = datetime(2026, 3, 31, 12, 30, tzinfo=UTC)
CASES = SHARED / "cases" / "beatmap-queries.json"


def milliseconds(text: str) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1_000)


YEAR_2019 = {"gte": milliseconds("2019-01-01"), "lt": milliseconds("2020-01-01")}
SPRING = {"gte": milliseconds("2020-05-02"), "lt": milliseconds("2020-07-01")}
OUT_OF_RANGE = {"circles": {"lt": 2**63 - 1}, "sliders": {"gt": -(2**63)}}


@pytest.mark.skipif(not CASES.is_file(), reason="the server's own results are not here")
def test_texts_are_parsed_as_the_server_parses_them() -> None:
    cases = json.loads(CASES.read_text("utf-8"))
    assert len(cases) >= 250
    for case in cases:
        assert parse_beatmap_query(case["query"], NOW) == BeatmapQuery(
            case["keywords"], case["options"]
        )


@pytest.mark.parametrize(
    ("text", "keywords", "options"),
    [
        ("", None, {}),
        ("  deep  blue ", "deep  blue", {}),
        ("a STAR>=5 b", "a  b", {"stars": {"gte": 4.995}}),
        ("dr=1 hp<9", None, {"dr": {"gte": 0.95, "lte": 8.95}}),
        ("hp=1 hp=2", None, {"dr": {"gte": 1.95, "lte": 2.05}}),
        ("od<=1,5", None, {"od": {"lte": 1.55}}),
        ("keys>1,5", "keys>1,5", {}),
        ("keys>+1.9", None, {"keys": {"gt": 1}}),
        ("circles<1e99 sliders>-1e99", None, OUT_OF_RANGE),
        ("star>1e999", None, {"stars": {"gte": math.inf}}),
        ("stars=٣", "stars=٣", {}),
        ("夜stars=3", "夜", {"stars": {"gte": 2.995, "lte": 3.005}}),
        ("status<=w status>Ranked", "status>Ranked", {"status": {"lte": -1}}),
        ("length=1:02:03", None, {"length": {"gte": 3722.5, "lte": 3723.5}}),
        ("length>1h30m", None, {"length": {"gte": 5430.0}}),
        ("length=", "length=", {}),
        ("featured_artist=7 featured_artist>8", "featured_artist>8", {"featured_artist": 7}),
        ('artist="deep blue" x', "x", {"artist": "deep blue"}),
        ('artist=""deep blue"" x', "x", {"artist": '"deep blue"'}),
        (r'title="a \"b\" c" d', "d", {"title": 'a "b" c'}),
        (r'title="a\" b', "b", {"title": "a\\"}),
        ('title="" x', 'title="" x', {}),
        ("tag=a tag=b tag>c", None, {"tag": ["a", "b", None]}),
        ("artist>a source<=b", "artist>a source<=b", {}),
        ("mapper=a x:y", "mapper=a x:y", {}),
        ("ranked=2019", None, {"ranked": YEAR_2019}),
        ("ranked<=2019.12", None, {"ranked": {"lt": milliseconds("2020-01-01")}}),
        ("ranked>2020/2/28", None, {"ranked": {"gte": milliseconds("2020-02-29")}}),
        ("ranked>=2021-00-00", None, {"ranked": {"gte": milliseconds("2020-11-30")}}),
        ("ranked<0000", None, {"ranked": {"lt": -62_167_219_200_000}}),
        ("submitted>=12.5", None, {"created": {"gte": 12_500}}),
        ('created>="1970-01-01 02:00 +01:00"', None, {"created": {"gte": 3_600_000}}),
        ('updated>="2 May 2020" updated<"July 2020"', None, {"updated": SPRING}),
        ('updated>="32 May 2020"', 'updated>="32 May 2020"', {}),
        ("ranked>=yesterday", None, {"ranked": {"gte": milliseconds("2026-03-30")}}),
        ('ranked>="2 weeks ago"', None, {"ranked": {"gte": milliseconds("2026-03-17T12:30")}}),
        ('ranked>="-1 month"', None, {"ranked": {"gte": milliseconds("2026-03-03T12:30")}}),
        ('ranked>="1 year ago"', None, {"ranked": {"gte": milliseconds("2025-03-31T12:30")}}),
        ('ranked>="many years ago"', 'ranked>="many years ago"', {}),
    ],
)  # fmt: skip
def test_options_and_keywords(text: str, keywords: str | None, options: dict[str, object]) -> None:
    assert parse_beatmap_query(text, NOW) == BeatmapQuery(keywords, options)  # type: ignore[arg-type]


def test_relative_dates_count_from_the_current_time_by_default() -> None:
    before = datetime.now(UTC).timestamp() * 1_000 - 1
    option = parse_beatmap_query("created>=now").options["created"]
    assert isinstance(option, dict)
    assert before <= option["gte"] <= datetime.now(UTC).timestamp() * 1_000


@given(st.text(alphabet='ahlpr=:<>"\\ 0129.,-e\n\u00e9', max_size=60) | st.text())
def test_any_text_is_parsed(text: str) -> None:
    query = parse_beatmap_query(f"created={text} stars{text}", NOW)
    assert (
        query.keywords is None or query.keywords in f"created={text} stars{text}" or query.options
    )


@pytest.mark.parametrize(
    "text",
    [
        'a=""' + '\\"' * 20_000,
        'a="' + "x" * 50_000,
        "a" * 50_000,
        'title="\\"' * 10_000,
        "length=" + "9" * 50_000,
        'created="' + "1 " * 20_000 + '"',
    ],
)
def test_long_texts_do_not_backtrack(text: str) -> None:
    # A parser that takes exponential or quadratic time does not come back from these.
    query = parse_beatmap_query(text, NOW)
    assert query.keywords or query.options
