"""One score: what was sent is what its page says; what is missing or unknown is said, too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest

from osubrowser.api.client import Client
from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.score_statistics import ScoreStatistics, read_statistics
from osubrowser.api.entities.scores import Grade, Score
from osubrowser.api.entities.users import UserCompact
from osubrowser.api.errors import NotFound
from osubrowser.api.mods import Mod
from osubrowser.models.scores.leaderboard import Board, load_board
from osubrowser.models.scores.score_facts import compare_scores, old_results_of, results_of
from osubrowser.models.scores.score_subject import ScoreSubject, load_score, subject_of
from osubrowser.services.places.places import BeatmapPlace, BeatmapsetPlace, ScorePlace, UserPlace
from osubrowser.services.text.numerals import NOTHING
from tests.conftest import Server, raw_answer
from tests.models.scores.test_columns import connect
from tests.models.scores.test_leaderboard import POPULAR


@pytest.fixture
def client(recorded_server: Server) -> Iterator[Client]:
    with connect(recorded_server) as client:
        yield client


@pytest.fixture
def demo(demo_server: Server) -> Iterator[Client]:
    with connect(demo_server) as client:
        yield client


def subject(score: Score) -> ScoreSubject:
    return subject_of(score, ScorePlace(1), original=False)


def lines(subject: ScoreSubject) -> dict[str, str]:
    return {line.label: line.text for line in (*subject.figures, *subject.facts)}


# --- what is recorded ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "file"),
    [
        (ScorePlace(1_000_000_001), "v2/score_osu.json"),
        (ScorePlace(2_177_560_145, "osu"), "v2/get_score_200.json"),
    ],
)
def test_a_recorded_score_is_told_as_it_was_sent(
    client: Client, place: ScorePlace, file: str
) -> None:
    body = raw_answer(file)
    sent: dict[str, Any] = body[0] if isinstance(body, list) else body
    shown = load_score(client, place, original=True)
    said = lines(shown)
    beatmap, beatmapset, user = sent["beatmap"], sent["beatmapset"], sent["user"]
    assert shown.title == beatmapset["title_unicode"]
    assert shown.artist == beatmapset["artist_unicode"]
    assert shown.mapper == f"mapped by {beatmapset['creator']}"
    assert shown.difficulty == beatmap["version"]
    assert shown.stars == beatmap["difficulty_rating"]
    assert shown.status == beatmap["status"]
    assert shown.player == user["username"]
    assert shown.avatar is not None
    assert shown.cover is not None
    assert shown.avatar.partition("?")[0].endswith(urlsplit(user["avatar_url"]).path)
    assert shown.cover.partition("?")[0].endswith(urlsplit(beatmapset["covers"]["cover@2x"]).path)
    code = user["country_code"]
    assert shown.country == (code, user.get("country", {}).get("name", code))
    assert said["Accuracy"] == f"{sent['accuracy'] * 100:.2f}%"
    assert said["Combo"].startswith(f"{sent['max_combo']:,}x")
    assert said["pp"] == (NOTHING if sent["pp"] is None else f"{sent['pp']:,.2f}")
    total = sent.get("total_score", sent.get("score"))
    assert said["Score"] == (f"{total:,}" if total else NOTHING)
    if "rank_global" in sent:
        assert said["Global place"] == f"#{sent['rank_global']:,}"
    if "replay_views" in sent:
        assert said["Replay watched"] == f"{sent['replay_views']:,}"
    counts = sent["statistics"]
    old = [counts.get(f"count_{key}") for key in ("300", "100", "50", "miss")]
    if None not in old:
        assert [line.text for line in old_results_of(shown.score)] == [f"{n:,}" for n in old]
    mods = [mod if isinstance(mod, str) else mod["acronym"] for mod in sent["mods"]]
    assert [line.label for line in shown.mods] == mods
    assert shown.player_place == UserPlace(user["id"], sent["mode"])
    there = BeatmapsetPlace(beatmapset["id"], beatmap["id"], sent["mode"], section="scores")
    assert shown.beatmap_place == there
    assert shown.own_place == BeatmapsetPlace(
        beatmapset["id"], beatmap["id"], sent["mode"], section="scores", player=sent["user_id"]
    )
    assert user["username"] in shown.name
    assert shown.notice == ""


def test_a_score_that_is_gone_is_not_found(client: Client) -> None:
    for place in (ScorePlace(0), ScorePlace(0, "osu")):
        with pytest.raises(NotFound):
            load_score(client, place, original=False)


# --- hit results of both games ---------------------------------------------------------------


def test_unknown_results_are_kept_and_named_by_their_key() -> None:
    sent = {"great": 5, "miss": 1, "spicy_new_result": 3, "ok": -1}
    score = Score(
        ruleset_id=0,
        statistics=read_statistics(sent, 0),
        maximum_statistics=read_statistics({"great": 7, "large_tick_hit": 2}, 0),
    )
    found = {result.key: (result.name, result.text) for result in results_of(score)}
    assert found == {
        "great": ("Great", "5 of 7"),
        "ok": ("Ok", "-1"),
        "meh": ("Meh", "0"),
        "miss": ("Miss", "1"),
        "large_tick_hit": ("Slider ticks hit", "0 of 2"),
        "spicy_new_result": ("Spicy new result", "3"),
    }


@pytest.mark.parametrize(
    ("mode", "names", "old"),
    [
        ("osu", ["Great", "Ok", "Meh", "Miss"], ["300", "100", "50", "Miss"]),
        ("taiko", ["Great", "Ok", "Miss"], ["300", "100", "Miss"]),
        (
            "fruits",
            ["Fruits caught", "Drops caught", "Droplets caught", "Miss"],
            ["300", "Droplets missed", "Drops", "Droplets", "Miss"],
        ),
        (
            "mania",
            ["Perfect", "Great", "Good", "Ok", "Meh", "Miss"],
            ["MAX", "300", "200", "100", "50", "Miss"],
        ),
    ],
)
def test_each_ruleset_has_its_own_names(
    demo: Client, mode: str, names: list[str], old: list[str]
) -> None:
    beatmap = demo.beatmap(POPULAR[1])
    board = load_board(demo, Board(beatmap, None, mode), None)
    score = demo.score(board.scores[0].id or 0)
    assert set(names) <= {result.name for result in results_of(score)}
    assert [line.label for line in old_results_of(score)] == old
    shown = subject(score)
    assert ("converted" in shown.difficulty) == (mode != "osu")
    assert shown.beatmap_place == BeatmapsetPlace(*POPULAR, mode, section="scores")
    assert lines(shown)["Global place"] == "#1"


# --- what is missing -------------------------------------------------------------------------


def test_a_score_with_nothing_known_has_a_page() -> None:
    shown = subject(Score())
    assert shown.player == "Unknown player"
    assert shown.title == "[deleted beatmap]"
    assert (shown.player_place, shown.beatmap_place, shown.own_place) == (None, None, None)
    assert shown.notice == "The beatmap of this score is not on osu! any more."
    said = lines(shown)
    assert (said["Score"], said["pp"], said["Global place"]) == (NOTHING, NOTHING, NOTHING)
    assert said["Ended"] == NOTHING


def test_a_deleted_player_leads_nowhere() -> None:
    gone = UserCompact(id=5, username="[deleted user]", is_deleted=True)
    shown = subject(Score(user_id=5, beatmap_id=7, ruleset_id=1, user=gone))
    assert shown.player == "[deleted user]"
    assert shown.player_place is None
    assert shown.own_place is None
    assert shown.beatmap_place == BeatmapPlace(7, "taiko", section="scores")


def test_what_is_unusual_is_said() -> None:
    failed = Score(passed=False, rank=Grade.F, beatmap=Beatmap(id=1), rank_global=0)
    assert subject(failed).notice.startswith("This play was failed")
    assert lines(subject(failed))["Global place"] == "Not on the leaderboard"
    assert lines(subject(failed))["State"] == "Failed"
    assert "processed" in subject(Score(processed=False)).notice
    assert lines(subject(Score(ranked=False)))["State"] == "Passed, not ranked"


def test_explicit_covers_stay_away_and_texts_are_cleaned() -> None:
    explicit = Beatmapset(id=1, title="a\u202eb\nc", artist="<b>x</b>", nsfw=True)
    score = Score(beatmapset=explicit, mods=[Mod(acronym="D,T", settings={"a_b": "\u202e<i>"})])
    shown = subject(score)
    assert shown.cover is None
    assert shown.title == "ab c"
    assert shown.artist == "<b>x</b>"
    assert "\u202e" not in shown.mods[0].text


def test_times_and_mods_are_told_with_all_they_have() -> None:
    score = Score(
        started_at=datetime(2026, 1, 1, 10, 0, 0, tzinfo=UTC),
        ended_at=datetime(2026, 1, 1, 10, 3, 5, tzinfo=UTC),
        build_id=77,
        mods=[Mod(acronym="DT", settings={"speed_change": 1.3, "adjust_pitch": True})],
    )
    shown = subject(score)
    said = lines(shown)
    assert said["Started"] == "1 Jan 2026, 10:00:00 UTC"
    assert said["Time taken"] == "3:05"
    assert said["Game"] == "osu!(lazer), build 77"
    assert shown.mods[0].text == "Double Time: speed change 1.3, adjust pitch on"


# --- two scores ------------------------------------------------------------------------------


def test_two_scores_are_compared_figure_by_figure() -> None:
    left = Score(
        total_score=900, accuracy=0.99, max_combo=100, pp=50.0, rank=Grade.S, ruleset_id=0,
        statistics=ScoreStatistics(great=99, miss=0, ok=1), mods=[Mod(acronym="HD")],
    )  # fmt: skip
    right = Score(
        total_score=1000, accuracy=0.98, max_combo=100, pp=None, rank=Grade.A, ruleset_id=0,
        statistics=ScoreStatistics(great=97, miss=1, ok=2),
    )  # fmt: skip
    pairs = {pair.key: pair for pair in compare_scores(left, right)}
    assert (pairs["score"].left, pairs["score"].right) == ("900", "1,000")
    assert pairs["score"].ahead == -1
    assert pairs["score"].difference == "100"
    assert pairs["accuracy"].ahead == 1
    assert pairs["combo"].ahead == 0
    assert (pairs["pp"].right, pairs["pp"].ahead) == (NOTHING, 0)
    assert pairs["miss"].ahead == 1  # fewer are better
    assert pairs["ok"].ahead == 1
    assert (pairs["mods"].left, pairs["mods"].right) == ("HD", "None")
    assert list(pairs).index("great") < list(pairs).index("ok") < list(pairs).index("miss")


def test_a_score_knows_its_ruleset_in_every_form() -> None:
    assert Score(ruleset_id=2).mode is GameMode.CATCH
