"""Text of entities with the largest numbers and dates that are read, and with none at all."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from msgspec import inspect
from PySide6.QtCore import Qt

from osubrowser.api.decoding import decode as decoding
from osubrowser.api.decoding.decode import decode
from osubrowser.api.entities.beatmap_packs import BeatmapPack
from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
from osubrowser.api.entities.beatmapset_events import ModdingHistoryEventsBundle
from osubrowser.api.entities.changelog import Build
from osubrowser.api.entities.comments import CommentBundle
from osubrowser.api.entities.countries import CountryStatistics
from osubrowser.api.entities.difficulty import BeatmapDifficultyAttributes
from osubrowser.api.entities.discussions import (
    BeatmapsetDiscussionPost,
    BeatmapsetDiscussions,
    SystemMessage,
)
from osubrowser.api.entities.events import Event
from osubrowser.api.entities.kudosu import KudosuHistory
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.news import NewsPost
from osubrowser.api.entities.scores import BeatmapScores, Score
from osubrowser.api.entities.teams import TeamStatistics
from osubrowser.api.entities.user_beatmaps import BeatmapPlaycount
from osubrowser.api.entities.users import User, UserCompact, UserStatistics
from osubrowser.api.mods import parse_mods
from osubrowser.models.beatmaps.beatmapset import subject_of as subject_of_set
from osubrowser.models.beatmaps.difficulty_entry import figures_of
from osubrowser.models.beatmaps.difficulty_match import ListedDifficulty
from osubrowser.models.beatmaps.listing_columns import (
    difficulty_columns,
    difficulty_record,
    set_columns,
    set_record,
)
from osubrowser.models.beatmaps.packs import (
    ListedPack,
    pack_columns,
    pack_info,
    pack_record,
    pack_set_columns,
)
from osubrowser.models.beatmaps.set_difficulties import set_difficulty_columns
from osubrowser.models.beatmaps.user_beatmaps import beatmapset_columns, most_played_columns
from osubrowser.models.changelog.build import subject_of as subject_of_build
from osubrowser.models.changelog.entries import ListedEntry, entry_columns, entry_record
from osubrowser.models.comments import comments
from osubrowser.models.discussions import discussions
from osubrowser.models.discussions.events import event_page_of
from osubrowser.models.news import news
from osubrowser.models.news.post import subject_of as subject_of_post
from osubrowser.models.players import kudosu, records
from osubrowser.models.players.activity import activity_columns
from osubrowser.models.players.profile import facts_of, profile_of
from osubrowser.models.players.shared_scores import SharedScore, shared_columns
from osubrowser.models.rankings import rankings
from osubrowser.models.rankings.spotlights import beatmap_card
from osubrowser.models.scores.columns import SCORE_LISTS, score_columns
from osubrowser.models.scores.leaderboard import (
    Board,
    board_columns,
    board_page,
    board_record,
)
from osubrowser.models.scores.score_facts import compare_scores
from osubrowser.models.scores.score_subject import subject_of
from osubrowser.models.table.column import Column, make_rows
from osubrowser.models.table.rows_model import cell
from osubrowser.services.omnibox.suggestions import beatmaps_found
from osubrowser.services.places.places import MODES, ScorePlace
from osubrowser.services.text.numerals import NOTHING
from tests.conftest import SHARED

CASES = SHARED / "cases"


def case(name: str) -> bytes:
    """Return an input that once went wrong, or skip the test."""
    if not CASES.exists():
        pytest.skip("the collected inputs (../shared/cases) are not beside this checkout")
    return (CASES / name).read_bytes()


EXTREMES: list[tuple[int, float, datetime]] = [
    (2**63 - 1, sys.float_info.max, datetime.max.replace(tzinfo=timezone(-timedelta(hours=23)))),
    (-(2**63), -sys.float_info.max, datetime.min.replace(tzinfo=timezone(timedelta(hours=23)))),
    (-1, 5e-324, datetime(1900, 1, 1, tzinfo=UTC)),
]


def filled(info: inspect.Type, extreme: tuple[int, float, datetime], depth: int = 4) -> Any:
    """Return a value of a type in which every number and date is extreme."""
    number, real, moment = extreme
    match info:
        case inspect.IntType():
            return number
        case inspect.FloatType():
            return real
        case inspect.DateTimeType():
            return moment
        case inspect.DateType():
            return date.max if number > 0 else date.min
        case inspect.StrType():
            return "text"
        case inspect.BoolType():
            return True
        case inspect.EnumType():
            return info.cls("new_word")
        case inspect.ListType():
            return [filled(info.item_type, extreme, depth)] if depth else []
        case inspect.DictType():
            return {"speed_change": number, "seed": real, "circle_size": real}
        case inspect.UnionType():
            kinds = [kind for kind in info.types if not isinstance(kind, inspect.NoneType)]
            wanted = [kind for kind in kinds if depth or not isinstance(kind, inspect.StructType)]
            return filled(wanted[0], extreme, depth) if wanted else None
        case inspect.StructType():
            fields = [f for f in info.fields if f.required or depth]
            return info.cls(**{f.name: filled(f.type, extreme, depth - 1) for f in fields})
    return None


def entity(kind: type, extreme: tuple[int, float, datetime]) -> Any:
    return filled(inspect.type_info(kind), extreme)


def flag(_code: str) -> str | None:
    return None


PLAYED = [*most_played_columns(original=True)]
LISTS: list[tuple[type, Sequence[Column[Any]]]] = [
    *((Score, score_columns(list_, original=True)) for list_ in SCORE_LISTS),
    *((Score, board_columns(mode, flag)) for mode in MODES),
    (Beatmapset, beatmapset_columns("ranked", original=False)),
    (Beatmapset, beatmapset_columns("pending", original=True)),
    (BeatmapPlaycount, PLAYED),
    (Event, activity_columns()),
    (KudosuHistory, kudosu.kudosu_columns()),
    (UserStatistics, rankings.player_columns(flag)),
    (CountryStatistics, rankings.country_columns(flag)),
    (TeamStatistics, rankings.team_columns()),
    (UserCompact, rankings.kudosu_columns(flag)),
]


SET_LISTS = [set_columns(original=True), pack_set_columns(original=False)]
LISTS += [(Beatmapset, columns) for columns in SET_LISTS]


def check_columns(columns: Sequence[Column[Any]], item: Any) -> None:
    [row] = make_rows(columns, [item], identity=id)
    assert all(isinstance(text, str) for text in row.texts)
    for column in columns:
        row.sort_key(column)
        if column.tooltip is not None:
            assert isinstance(column.tooltip(item), str)


@pytest.mark.parametrize("extreme", EXTREMES, ids=["largest", "smallest", "negative"])
@pytest.mark.parametrize(("kind", "columns"), LISTS)
def test_every_column_writes_every_value(
    kind: type, columns: Sequence[Column[Any]], extreme: tuple[int, float, datetime]
) -> None:
    check_columns(columns, entity(kind, extreme))


@pytest.mark.parametrize("extreme", EXTREMES, ids=["largest", "smallest", "negative"])
def test_profiles_cards_and_records_write_every_value(
    extreme: tuple[int, float, datetime],
) -> None:
    user, score = entity(User, extreme), entity(Score, extreme)
    beatmapset = entity(Beatmapset, extreme)
    assert profile_of(user, "osu").name == "text"
    assert facts_of(user, datetime.now(UTC))
    assert records.score_record(score)["grade"] == "new_word"
    assert records.beatmapset_record(beatmapset)
    assert records.played_record(entity(BeatmapPlaycount, extreme))
    assert records.event_record(entity(Event, extreme))
    assert records.kudosu_record(entity(KudosuHistory, extreme))
    shared = SharedScore(score, score)
    check_columns(shared_columns("a", "b", original=True), shared)
    assert records.shared_record(shared)
    assert beatmap_card(beatmapset, "osu").id == beatmapset.id
    assert beatmaps_found([beatmapset])
    assert subject_of(score, ScorePlace(1), original=True).words
    board = Board(entity(Beatmap, extreme), beatmapset, "osu")
    answers = [entity(BeatmapScores, extreme)] * 2
    page = board_page(board, answers, board_columns("osu", flag))
    assert [board_record(row)["place"] for row in page.rows] == [1]
    assert compare_scores(score, score)


@pytest.mark.parametrize("extreme", EXTREMES, ids=["largest", "smallest", "negative"])
@pytest.mark.parametrize("mode", MODES)
def test_a_set_and_its_difficulties_write_every_value(
    extreme: tuple[int, float, datetime], mode: str
) -> None:
    replace = msgspec.structs.replace
    beatmap = replace(entity(Beatmap, extreme), mode=GameMode(mode))
    convert = replace(beatmap, convert=True)
    beatmapset = replace(entity(Beatmapset, extreme), beatmaps=[beatmap], converts=[convert])
    subject = subject_of_set(beatmapset, datetime.now(UTC))
    assert subject.modes == (mode,)
    assert subject.romanised.words
    entries = subject.entries_in(mode)
    assert all(isinstance(one.text, str) for entry in entries for one in entry.figures)
    attributes = entity(BeatmapDifficultyAttributes, extreme)
    for mods in (parse_mods("DT"), parse_mods("EZHT"), parse_mods("HR")):
        for known in (None, attributes):
            assert figures_of(beatmap, mode, mods, known)
    for one in (beatmap, convert):
        listed = ListedDifficulty(beatmapset, one, mode)
        for columns in (
            difficulty_columns(original=True),
            set_difficulty_columns(mode, entries),
        ):
            check_columns(columns, listed)
            [row] = make_rows(columns, [listed], identity=id)
            assert difficulty_record(row)["beatmap_id"] == beatmap.id
    [row] = make_rows(SET_LISTS[0], [beatmapset], identity=id)
    assert set_record(row)


@pytest.mark.parametrize("extreme", EXTREMES, ids=["largest", "smallest", "negative"])
def test_packs_write_every_value(extreme: tuple[int, float, datetime]) -> None:
    pack = entity(BeatmapPack, extreme)
    listed = ListedPack(pack, "text", extreme[0])
    for by_sets in (False, True):
        columns = pack_columns(by_sets=by_sets)
        check_columns(columns, listed)
        [row] = make_rows(columns, [listed], identity=id)
        assert pack_record(row)["tag"] == "text"
    assert pack_info(pack).name == "text"


@pytest.mark.parametrize("extreme", EXTREMES, ids=["largest", "smallest", "negative"])
def test_news_and_builds_write_every_value(extreme: tuple[int, float, datetime]) -> None:
    post = entity(NewsPost, extreme)
    check_columns(news.news_columns(), post)
    [row] = make_rows(news.news_columns(), [post], identity=id)
    assert news.news_record(row)["slug"] == post.slug
    assert subject_of_post(post, "https://osu.ppy.sh").title
    build = entity(Build, extreme)
    assert subject_of_build(build).title
    for with_build in (False, True):
        columns = entry_columns(with_build=with_build)
        for number, entry in enumerate(build.changelog_entries or ()):
            listed = ListedEntry(entry, build, number)
            check_columns(columns, listed)
            [row] = make_rows(columns, [listed], identity=id)
            assert entry_record(row)["build_id"] == build.id


@pytest.mark.parametrize("extreme", EXTREMES, ids=["largest", "smallest", "negative"])
def test_posts_write_every_value(extreme: tuple[int, float, datetime]) -> None:
    now, origin = datetime.now(UTC), "https://osu.ppy.sh"
    found = entity(BeatmapsetDiscussions, extreme)
    talks = discussions.page_of(found, extreme[0], origin, now).talks
    reply = entity(BeatmapsetDiscussionPost, extreme)
    assert isinstance(reply.message, SystemMessage)
    users = {user.id: user for user in found.users}
    written = msgspec.structs.replace(reply, message="text", system=False)
    posts = [
        *(talk.post for talk in talks),
        *(discussions.reply_of(one, users, None, origin, now) for one in (reply, written)),
        *event_page_of(entity(ModdingHistoryEventsBundle, extreme), now).posts,
    ]
    bundle = entity(CommentBundle, extreme)
    page = comments.page_of(bundle, comments.CommentSubject(), origin, now)
    tree = comments.CommentTree()
    for top in tree.add(page):
        assert list(tree.thread(top))
    posts += [node.post for node in page.nodes.values()]
    assert all(post.spoken for post in posts)


@pytest.mark.parametrize("number", ["P14-number-no-float-holds.json", b"1" + b"0" * 400])
def test_a_setting_that_no_float_holds_is_shown_without_it(
    number: str | bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "_report", lambda where, what: None)
    made = b'[{"id":5,"mods":[{"acronym":"RD","settings":{"seed":%b}}]}]'
    body = case(number) if isinstance(number, str) else made % number
    [score] = decode(body, list[Score])
    columns = score_columns("best", original=True)
    assert texts(columns, score)["mods"] == "RD"
    assert subject_of(score, ScorePlace(5), original=True).mods[0].text == "Random"
    [row] = make_rows(columns, [score], identity=id)
    for index in range(len(columns)):
        for role in Qt.ItemDataRole:  # as the window asks at the mouse
            cell(columns, row, index, int(role))


@pytest.mark.parametrize("number", ["P14-rank-history.json", b"1" + b"0" * 400])
def test_a_rank_that_no_float_holds_costs_one_day_of_the_profile(
    number: str | bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "_report", lambda where, what: None)
    made = b'{"id":2,"username":"somebody","rank_history":{"mode":"osu","data":[5,%b]}}'
    body = case(number) if isinstance(number, str) else made % number
    profile = profile_of(decode(body, User), "osu")
    assert profile.name == "somebody"
    assert profile.ranks.values[0] == 5


# --- nothing -------------------------------------------------------------------------------------


def texts(columns: Sequence[Column[Any]], item: Any) -> dict[str, str]:
    [row] = make_rows(columns, [item], identity=id)
    return {column.key: text for column, text in zip(columns, row.texts, strict=True)}


def tooltip(columns: Sequence[Column[Any]], key: str, item: Any) -> str:
    [column] = [column for column in columns if column.key == key]
    assert column.tooltip is not None
    return column.tooltip(item)


def test_an_unknown_grade_is_blank_and_no_failed_play() -> None:
    columns = score_columns("best", original=True)
    assert texts(columns, Score(id=5, passed=True))["grade"] == NOTHING
    assert tooltip(columns, "grade", Score(id=5)) == ""
    assert tooltip(columns, "grade", Score(id=5, passed=False)) == "Failed"


def test_an_unknown_replay_is_neither_there_nor_missing() -> None:
    columns = score_columns("best", original=True)
    said = [tooltip(columns, "replay", Score(id=5, has_replay=v)) for v in (None, False, True)]
    assert said == ["", "osu! has no replay of this score", "Its replay can be saved"]
    [replay] = [column for column in columns if column.key == "replay"]
    assert replay.sort is not None
    assert replay.sort(Score(id=5), 1) is None


def test_an_unknown_status_or_ruleset_is_blank() -> None:
    beatmapset = Beatmapset(id=1, beatmaps=[Beatmap(id=2, version="X")])
    said = texts(beatmapset_columns("ranked", original=True), beatmapset)
    assert (said["status"], said["modes"]) == ("", "")
    played = BeatmapPlaycount(beatmap_id=2, beatmap=Beatmap(id=2, version="X"))
    assert texts(PLAYED, played)["status"] == ""
    assert tooltip(PLAYED, "difficulty", played) == "X"
    [found] = beatmaps_found([Beatmapset(id=1, title="a", creator="b")])
    assert found.detail == "Beatmap · by b"


def test_a_player_of_an_unknown_ruleset_names_none() -> None:
    profile = profile_of(User(id=2, username="a"), None)
    assert profile.mode == ""
    record = records.score_record(Score(id=5))
    assert (record["mode"], record["grade"], record["passed"], record["has_replay"]) == (None,) * 4
