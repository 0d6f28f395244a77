"""A profile in words: what the real osu! sent, nothing of it wrong; and what is out of line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.api.entities.users import RankHistory, User, UserMonthlyPlaycount
from osubrowser.models.players.profile import Profile, month_chart, profile_of, rank_chart
from osubrowser.models.text.dates import ago, day
from osubrowser.services.text.numerals import NOTHING
from tests.conftest import raw_answer

NOW = datetime(2026, 7, 4, 12, 0, tzinfo=UTC)


def recorded() -> dict[str, Any]:
    body: dict[str, Any] = raw_answer("v2/get_user_200.json")
    return body


def words_of(body: dict[str, Any], mode: str | None = None) -> Profile:
    return profile_of(msgspec.convert(body, User, strict=False), mode, now=NOW)


def test_every_figure_is_the_one_that_osu_sent() -> None:
    body = recorded()
    profile = words_of(body)
    sent = body["statistics"]
    shown = {figure.key: (figure.text, figure.value) for figure in profile.figures}
    highest = body["rank_highest"]["rank"]
    assert shown == {
        "global_rank": (f"#{sent['global_rank']:,}", sent["global_rank"]),
        "country_rank": (f"#{sent['country_rank']:,}", sent["country_rank"]),
        "rank_highest": (f"#{highest:,}", highest),
        "pp": (f"{sent['pp']:,.2f} pp", sent["pp"]),
        "accuracy": (f"{sent['hit_accuracy']:.4f}%", pytest.approx(sent["hit_accuracy"])),
        "level": ("67", 67.53),
        "maximum_combo": (f"{sent['maximum_combo']:,}×", sent["maximum_combo"]),
        "play_count": (f"{sent['play_count']:,}", sent["play_count"]),
        "play_time": (
            f"{sent['play_time'] // 3600:,} h {sent['play_time'] // 60 % 60:02d} m",
            sent["play_time"],
        ),
        "total_hits": (f"{sent['total_hits']:,}", sent["total_hits"]),
        "hits_per_play": (
            f"{sent['total_hits'] / sent['play_count']:,.2f}",
            sent["total_hits"] / sent["play_count"],
        ),
        "ranked_score": (f"{sent['ranked_score']:,}", sent["ranked_score"]),
        "total_score": (f"{sent['total_score']:,}", sent["total_score"]),
        "replays_watched": (
            f"{sent['replays_watched_by_others']:,}",
            sent["replays_watched_by_others"],
        ),
        "daily_challenge": ("4", 4),
    }
    grades = {"XH": "ssh", "X": "ss", "SH": "sh", "S": "s", "A": "a"}
    assert {g.key: g.count for g in profile.grades} == {
        key: sent["grade_counts"][field] for key, field in grades.items()
    }


def test_every_point_of_the_charts_is_the_one_that_osu_sent() -> None:
    body = recorded()
    profile = words_of(body)
    assert [int(v or 0) for v in profile.ranks.values] == body["rank_history"]["data"]
    assert profile.ranks.labels[-1] == "4 Jul 2026"
    assert len(profile.ranks.labels) == len(profile.ranks.words) == 90
    for chart, name in (
        (profile.plays, "monthly_playcounts"),
        (profile.replays, "replays_watched_counts"),
    ):
        shown = dict(zip(chart.labels, chart.values, strict=True))
        sent = {f"{date.fromisoformat(e['start_date']):%b %Y}": e["count"] for e in body[name]}
        assert {label: v for label, v in shown.items() if v} == {k: v for k, v in sent.items() if v}
        first = date.fromisoformat(body[name][0]["start_date"])
        last = date.fromisoformat(body[name][-1]["start_date"])
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        assert len(shown) == months > len(sent)  # osu! leaves out months without


def test_who_it_is_and_what_is_told() -> None:
    body = recorded()
    profile = words_of(body)
    assert (profile.id, profile.name, profile.mode) == (body["id"], body["username"], "osu")
    assert (profile.colour, profile.hue) == (body["profile_colour"], body["profile_hue"])
    assert (profile.country_code, profile.country) == ("AU", "Australia")
    assert profile.avatar == body["avatar_url"]
    assert profile.cover == body["cover"]["url"]
    assert profile.team is not None
    assert profile.team[:3] == tuple(body["team"][key] for key in ("id", "name", "short_name"))
    assert [group.text for group in profile.groups] == [g["short_name"] for g in body["groups"]]
    assert profile.presence == "Last seen 1 day ago"
    assert profile.seen == "3 Jul 2026, 08:55 UTC"
    assert profile.supporter == "osu!supporter ♥♥♥"
    assert profile.followers == "59,499 followers"
    assert profile.notice == ""
    facts = {fact.key: fact.text for fact in profile.facts}
    assert facts["join_date"].startswith("28 Aug 2007")
    assert facts["playstyle"] == "mouse, touch"
    assert facts["post_count"] == "18,217"
    assert facts["comments_count"] == "2,971"
    assert facts["follower_count"] == "59,499"
    assert facts["mapping_follower_count"] == "2,312"
    assert facts["beatmap_playcounts_count"] == "464"
    assert facts["kudosu"] == "88 earned, 62 left"
    by_key = {fact.key: fact for fact in profile.facts}
    assert by_key["comments_count"].link == f"/comments?user_id={profile.id}"
    modding = dict(by_key["modding"].links)
    assert modding["votes given"] == f"/users/{profile.id}/modding/votes-given"
    assert facts["medals"] == f"{len(body['user_achievements']):,}"
    assert "location" not in facts  # what was not told takes no room


def test_the_texts_of_the_header_are_made_with_the_profile() -> None:
    profile = words_of(recorded())
    heading = profile.heading
    figures = {figure.key: figure for figure in profile.figures}
    ranks = [figures[key] for key in ("global_rank", "country_rank", "pp")]
    assert list(heading.ranks) == ranks
    assert heading.line == f"{ranks[0].text}   {ranks[2].text}"
    assert heading.line_told == f"Global rank: {ranks[0].text}\nPerformance: {ranks[2].text}"
    assert ranks[0].told == f"Global rank: {ranks[0].text}\n{ranks[0].detail}".strip()
    assert heading.status_told == f"{profile.presence}\n{profile.seen}"
    hidden = replace(profile, presence="", seen="", supporter="osu!supporter ♥♥")
    assert hidden.heading.status == hidden.heading.status_told == "Hides when they are online"
    assert hidden.heading.hearts == "♥♥"
    assert replace(hidden, supporter="").heading.hearts == ""
    assert replace(hidden, figures=()).heading.ranks == ()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"is_deleted": True}, "This player's account was deleted."),
        ({"is_bot": True}, "{name} is a bot: a program that osu! runs, not a player."),
        ({"statistics": {}}, "{name} has never played osu!taiko."),
        ({"statistics": None}, "osu! sent no figures of {name} in osu!taiko."),
        ({"is_restricted": True}, "This account is restricted: nobody but you sees this profile."),
        ({}, ""),
    ],
)
def test_what_is_out_of_the_ordinary_is_a_sentence(change: dict[str, Any], sentence: str) -> None:
    body = recorded()
    expected = sentence.format(name=body["username"])
    assert words_of(body | change, "taiko").notice == expected


def test_hostile_words_are_tamed() -> None:
    long = "a" * 10_000
    profile = words_of(
        recorded()
        | {
            "username": "\u202eevil" + long,
            "title": "<b>bold</b>\n" + long,
            "location": long,
            "website": "javascript:alert(1)",
            "title_url": "file:///etc/passwd",
            "profile_colour": "red; background: url(file:///)",
            "previous_usernames": ["\u202e" + long] * 50,
            "badges": [{"description": long, "url": "file:///x", "awarded_at": None}],
        }
    )
    assert len(profile.name) == 60
    assert "\u202e" not in profile.name + profile.previous_names
    assert len(profile.title) == 100
    assert profile.colour is None
    assert all(len(fact.text) <= 400 for fact in profile.facts)
    assert all(fact.link == "" or fact.link.startswith("/") for fact in profile.facts)


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+05:00", "9999-12-31T23:59:59-05:00"])
def test_a_moment_at_the_edge_of_time_hides_nothing(moment: str) -> None:
    there = words_of({"id": 2, "username": "x", "last_visit": moment, "join_date": moment})
    assert there.seen.endswith(" UTC")


@pytest.mark.parametrize(
    ("sent", "hue"), [(252, 252), (0, 0), (None, None), (-1, None), (70_000, None)]
)
def test_a_hue_is_one_or_none(sent: int | None, hue: int | None) -> None:
    assert words_of({"id": 2, "username": "x", "profile_hue": sent}).hue == hue


@pytest.mark.parametrize("url", ["https://a.example/\u202egpj.exe", "https://a.example/ x\ny"])
def test_a_website_that_hides_where_it_leads_is_no_link(url: str) -> None:
    facts = {f.key: f for f in words_of({"id": 2, "username": "x", "website": url}).facts}
    assert facts["website"].link == ""
    honest = words_of({"id": 2, "username": "x", "website": "https://a.example/ü"}).facts
    assert "https://a.example/ü" in {fact.link for fact in honest}


def test_a_history_of_ranks_has_an_end() -> None:
    chart = rank_chart(RankHistory(data=[7] * 1_000_000), date(2026, 1, 1))
    assert len(chart.labels) == 1000
    assert chart.labels[-1] == "1 Jan 2026"


def test_a_day_without_a_rank_is_a_gap() -> None:
    chart = rank_chart(RankHistory(data=[5, 0, 7]), date(2026, 3, 1))
    assert chart.labels == ("27 Feb 2026", "28 Feb 2026", "1 Mar 2026")
    assert chart.values == (5.0, None, 7.0)
    assert chart.words == ("#5", "no rank", "#7")
    assert not rank_chart(RankHistory(data=[0] * 90), date(2026, 3, 1))
    assert not rank_chart(None, date(2026, 3, 1))


@given(st.dictionaries(st.dates(), st.integers(0, 10**6), max_size=8))
def test_a_chart_of_months_has_all_months_and_an_end(counts: dict[date, int]) -> None:
    entries = [UserMonthlyPlaycount(start_date=day_, count=n) for day_, n in counts.items()]
    chart = month_chart(entries, lambda n: f"{n:,} play" + "s" * (n != 1))
    assert len(chart.labels) == len(chart.values) == len(chart.words) <= 1200
    assert len(set(chart.labels)) == len(chart.labels)
    assert sum(v or 0 for v in chart.values) <= sum(counts.values())


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 7, 4, 11, 59, 58, tzinfo=UTC), "just now"),
        (datetime(2026, 7, 4, 11, 59, tzinfo=UTC), "1 minute ago"),
        (datetime(2026, 7, 4, 9, 0, tzinfo=UTC), "3 hours ago"),
        (datetime(2026, 6, 4, 12, 0, tzinfo=UTC), "30 days ago"),
        (datetime(2026, 1, 4, 12, 0, tzinfo=UTC), "5 months ago"),
        (datetime(2007, 8, 28, tzinfo=UTC), "18 years ago"),
        (datetime(2027, 1, 1, tzinfo=UTC), "just now"),  # a clock that is behind
        (None, ""),
    ],
)
def test_how_long_ago(moment: datetime | None, words: str) -> None:
    assert ago(moment, NOW) == words
    assert bool(day(moment)) == (moment is not None)


def test_figures_of_nothing_and_figures_that_were_not_sent_are_dashes() -> None:
    body = recorded()
    body["statistics"] |= {"play_count": 0, "hit_accuracy": 0, "accuracy": 0}
    del body["statistics"]["maximum_combo"]
    shown = {figure.key: figure.text for figure in words_of(body).figures}
    assert (shown["accuracy"], shown["maximum_combo"]) == (NOTHING, NOTHING)
    body["statistics"] |= {"total_hits": 0, "maximum_combo": 0}
    shown = {figure.key: figure.text for figure in words_of(body).figures}
    assert shown["maximum_combo"] == "0×"
