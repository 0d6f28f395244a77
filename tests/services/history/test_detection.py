"""Tests of the detection of changes: answers of the demo server, and what they may become."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace as with_fields

from osubrowser.api import Client
from osubrowser.api.auth.token_stores import MemoryTokenStore
from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.beatmaps import RankStatus
from osubrowser.api.entities.events import Event, EventAchievement, EventBeatmap, EventType
from osubrowser.api.entities.users import UserCompact, Users
from osubrowser.demo.server import DemoServer
from osubrowser.services.history.changes import (
    Change,
    ChangeFilter,
    ChangeKind,
    changes_page,
    count,
)
from osubrowser.services.history.checks import Wish, drop_wanted, next_check, send
from osubrowser.services.history.detect.failures import note_failure
from osubrowser.services.history.detect.look import trim
from osubrowser.services.history.follow_rows import Follow, add_follows, read_follows
from osubrowser.services.history.followable import FollowKind
from osubrowser.services.history.recorder import Recorder
from osubrowser.services.history.records import FOLLOWED, Observation
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.subjects import player
from osubrowser.services.history.topics import closing_topics, topics
from tests.conftest import Server

HOUR = 3600
DAY = 86_400
START = 1_700_000_000 // DAY * DAY
KIND = ChangeKind


class World:
    """A store, a client, and answers that are seen in it at made-up times."""

    def __init__(self, store: HistoryStore, server: Server) -> None:
        self.store = store
        self.at = START
        self._seen: list[tuple[str, Mapping[str, Any], object]] = []
        self.client = Client(
            int(server.client_id),
            server.client_secret,
            base_url=server.url,
            token_store=MemoryTokenStore(),
            observer=self,
        )

    def observe(self, path: str, params: Mapping[str, Any], entity: object, _: object) -> None:
        """Note an answer, which is not written by itself."""
        self._seen.append((path, params, entity))

    def follow(self, *things: tuple[FollowKind, str]) -> None:
        """Follow addresses from now on."""
        rows = [Follow(kind, address, address, added_at=self.at) for kind, address in things]
        add_follows(self.store, rows)

    def ask(self, call: Callable[[], object]) -> Observation:
        """Return the answer of one request."""
        self._seen.clear()
        call()
        [(path, params, entity)] = self._seen
        return Observation(path, params, entity, self.at, is_background=True)

    def see(self, *observations: Observation, after: int = HOUR) -> list[Change]:
        """Write answers some time later, twice, and return the new changes, oldest first."""
        self.at += after
        before = {change.id for change in self.changes()}
        seen = [replace(one, at=self.at) for one in observations]
        self.store.write(seen)
        found = [change for change in self.changes() if change.id not in before]
        again = self.store.write(seen)
        assert sum(one.data["changes"] for one in again if one.what == FOLLOWED) == 0
        assert [one for one in self.changes() if one.id not in before] == found
        return found

    def changes(self) -> list[Change]:
        """Return all changes, oldest first."""
        return changes_page(self.store, ChangeFilter(), None, 1000)[::-1]

    @property
    def now(self) -> datetime:
        """The current time."""
        return datetime.fromtimestamp(self.at, UTC)


@pytest.fixture
def world(tmp_path: Path, demo_server: Server) -> Iterator[World]:
    """Return a world whose store is new."""
    store = HistoryStore(tmp_path / "history.sqlite", topics(), closing_topics())
    yield World(store, demo_server)
    store.close()


def with_statistics(observation: Observation, user: int, **values: Any) -> Observation:
    """Return an answer of `users?ids[]` in which a player has other figures in osu!."""
    users = observation.entity.users  # type: ignore[attr-defined]
    changed = []
    for one in users:
        if one.id == user:
            rulesets = one.statistics_rulesets
            osu = with_fields(rulesets.osu, **values)
            one = with_fields(one, statistics_rulesets=with_fields(rulesets, osu=osu))
        changed.append(one)
    return replace(observation, entity=Users(users=changed))


def of_player(address: str) -> tuple[FollowKind, str]:
    """Return a followed player."""
    return FollowKind.PLAYER, address


def test_ranks_are_one_change_a_day_from_the_first_look_on(world: World) -> None:
    """Growth adds up while the change is unread, and what was read is not written again."""
    world.follow(of_player("/users/2"))
    users = world.ask(lambda: world.client.users([2]))
    assert world.see(users) == []
    osu = users.entity.users[0].statistics_rulesets.osu  # type: ignore[attr-defined]
    better = {
        "global_rank": osu.global_rank - 1,
        "pp": osu.pp + 5,
        "play_count": osu.play_count + 3,
    }
    [change] = world.see(with_statistics(users, 2, **better))
    assert change.kind is KIND.RANK
    assert not change.is_read
    data = change.data
    assert (data["rank_before"] - data["rank_after"], data["plays"]) == (1, 3)
    assert data["pp_after"] - data["pp_before"] == pytest.approx(5)
    assert data["since"] == START + HOUR
    best = better | {"global_rank": osu.global_rank - 2, "play_count": osu.play_count + 7}
    assert world.see(with_statistics(users, 2, **best)) == []
    [merged] = world.changes()
    assert (merged.id, merged.at, merged.data["plays"]) == (change.id, world.at, 7)
    assert merged.data["rank_before"] - merged.data["rank_after"] == 2
    assert world.see(users) == []
    assert world.changes() == []  # back where it was: nothing has changed
    with world.store.change() as connection:
        connection.execute("UPDATE changes SET is_read = 1")
    [_] = world.see(with_statistics(users, 2, **better), after=DAY)
    [follow] = read_follows(world.store)
    assert (follow.checked_at, follow.unread, follow.failure) == (world.at, 1, "")


def test_a_rank_that_only_drifts_is_a_change_once_it_is_a_hundredth(world: World) -> None:
    """Others pass all day long; what is known to have moved is counted from the last change."""
    world.follow(of_player("/users/2"))
    users = world.ask(lambda: world.client.users([2]))
    start = 10_000
    world.see(with_statistics(users, 2, global_rank=start))
    for step in range(1, 4):
        assert world.see(with_statistics(users, 2, global_rank=start + step * 30)) == []
    [change] = world.see(with_statistics(users, 2, global_rank=start + 120))
    assert (change.data["rank_before"], change.data["rank_after"]) == (start, start + 120)
    [lost] = world.see(with_statistics(users, 2, global_rank=None, is_ranked=False), after=DAY)
    assert lost.data["rank_after"] == 0


def test_who_passes_whom_is_seen_by_pp_and_taken_back_on_the_same_day(world: World) -> None:
    """Both may move in one answer; a third player who does not move stays where they are."""
    rows = world.client.ranking("osu", "performance").ranking
    pair = [row.user.id for row in rows[:2] if row.user is not None and row.user.id]
    world.follow(*(of_player(f"/users/{one}") for one in pair))
    users = world.ask(lambda: world.client.users(pair))
    first, second = (one.id for one in users.entity.users)  # type: ignore[attr-defined]

    def with_pp(one: float, other: float) -> Observation:
        return with_statistics(with_statistics(users, first, pp=one), second, pp=other)

    world.see(with_pp(100, 200))
    passed = [one for one in world.see(with_pp(250, 210)) if one.kind is KIND.PASSED]
    assert [one.data["passer"]["id"] for one in passed] == [first]
    assert passed[0].data["passed"]["id"] == second
    assert not [one for one in world.see(with_pp(260, 220)) if one.kind is KIND.PASSED]
    world.see(with_pp(260, 270))
    assert not [one for one in world.changes() if one.kind is KIND.PASSED]
    [back] = [one for one in world.see(with_pp(280, 270), after=DAY) if one.kind is KIND.PASSED]
    assert (back.data["passer"]["id"], back.data["pp"]) == (first, 280)


def test_a_look_at_the_page_itself_finds_what_the_person_has_seen(world: World) -> None:
    """The change is listed, but read; a row of a ranking is no look at the player's page."""
    profile = world.ask(lambda: world.client.user(2, mode="osu"))
    user = profile.entity
    world.follow(of_player("/users/2"))
    world.see(profile)
    statistics = with_fields(user.statistics, play_count=9_999_999, global_rank=5)  # type: ignore[attr-defined]
    later = with_fields(user, statistics=statistics, username="other")  # type: ignore[type-var]
    found = world.see(replace(profile, entity=later, is_background=False))
    assert {one.kind for one in found} == {KIND.RANK, KIND.NAME}
    assert all(one.is_read for one in found)
    [follow] = read_follows(world.store)
    assert follow.looked_at == world.at
    ranking = world.ask(lambda: world.client.ranking("osu", "performance"))
    row = with_fields(statistics, global_rank=4, user=UserCompact(id=2, username="other"))
    page = with_fields(ranking.entity, ranking=[row])  # type: ignore[type-var]
    [change] = world.see(replace(ranking, entity=page, is_background=False), after=DAY)
    assert (change.kind, change.is_read) == (KIND.RANK, False)


def test_plays_since_the_last_look_are_new_and_replays_that_appear(world: World) -> None:
    """Plays from before the thing was followed are not new, however it was seen before."""
    world.at = int(datetime.now(UTC).timestamp()) - 10 * DAY
    scores = world.ask(lambda: world.client.user_scores(2, "best", mode="osu", limit=100))
    plays: list[Any] = scores.entity  # type: ignore[assignment]
    old = [
        with_fields(one, ended_at=world.now - timedelta(days=99), id=10 + n)
        for n, one in enumerate(plays[:8])
    ]
    world.follow(of_player("/users/2"))
    assert world.see(replace(scores, entity=old)) == []
    new = with_fields(
        old[0], id=5, ended_at=world.now, has_replay=False, _replay=False, pp=old[0].pp + 50
    )
    [change] = world.see(replace(scores, entity=[new, *old]))
    assert change.kind is KIND.NEW_PLAY
    assert (change.data["score"], change.data["position"]) == (5, 1)
    assert change.data["title"] == new.beatmapset.title
    [replay] = world.see(
        replace(scores, entity=[with_fields(new, has_replay=True, _replay=True), *old])
    )
    assert (replay.kind, replay.data["score"]) == (KIND.REPLAY, 5)


def test_the_second_page_of_a_best_list_is_looked_at_too(world: World) -> None:
    """It is wanted after a full first page; a play that only moves on to it is told once."""
    world.at = int(datetime.now(UTC).timestamp()) - 10 * DAY
    scores = world.ask(lambda: world.client.user_scores(2, "best", mode="osu", limit=100))
    plays: list[Any] = scores.entity  # type: ignore[assignment]
    old = [
        with_fields(
            plays[n % len(plays)], id=1000 + n, beatmap_id=5000 + n, pp=900.0 - n,
            ended_at=world.now - timedelta(days=99),
        )
        for n in range(199)
    ]  # fmt: skip
    world.follow(of_player("/users/2"))

    def pages(listed: list[Any], after: int = HOUR) -> list[int]:
        found = []
        for offset, params in ((0, scores.params), (100, {**scores.params, "offset": "100"})):
            one = replace(scores, entity=listed[offset : offset + 100], params=params)
            found += world.see(one, after=after)
            [wanted] = wanted_of(world)
            assert wanted == ("best:osu:100" if offset == 0 else "")
        return [one.data["score"] for one in found if one.kind is KIND.NEW_PLAY]

    assert pages(old) == []
    world.at += 7 * DAY
    new = [
        with_fields(old[0], id=n, beatmap_id=n, pp=pp, ended_at=world.now - timedelta(days=5))
        for n, pp in ((7, 801.5), (8, 750.5))
    ]
    listed = sorted([*old, *new], key=lambda one: -one.pp)
    assert [one.id for one in listed].index(7) == 99
    assert pages(listed) == [7, 8]
    best = with_fields(old[0], id=9, beatmap_id=9, pp=950.0, ended_at=world.now)
    listed = [best, *listed]
    assert pages(listed) == [9]  # 7 is on the second page now


def wanted_of(world: World) -> list[str]:
    """Return the requests that are still to be made, one text a followed thing."""
    with world.store.read() as connection:
        return [row[0] for row in connection.execute("SELECT wanted FROM follows")]


def test_first_places_medals_and_names_come_from_the_recent_activity(world: World) -> None:
    """Events from before the thing was followed are none, and each is told once."""
    world.at = int(datetime.now(UTC).timestamp())
    events = world.ask(lambda: world.client.user_recent_activity(2, limit=50))
    world.follow(of_player("/users/2"))
    assert world.see(events) == []
    at = world.now + timedelta(minutes=30)
    beatmap = EventBeatmap(title="A - B [C]", url="/b/75")
    new = [
        Event(id=10**9 + 3, type=EventType.RANK_LOST, created_at=at, beatmap=beatmap),
        Event(
            id=10**9 + 2,
            type=EventType.ACHIEVEMENT,
            created_at=at,
            achievement=EventAchievement(id=7, name="All-Rounder", slug="a"),
        ),
        Event(id=10**9 + 1, type=EventType.RANK, created_at=at, beatmap=beatmap, rank=1),
        Event(id=10**9, type=EventType.RANK, created_at=at, beatmap=beatmap, rank=2),
    ]
    found = world.see(replace(events, entity=[*new, *events.entity]))  # type: ignore[misc]
    assert [one.kind for one in found] == [KIND.FIRST_WON, KIND.MEDAL, KIND.FIRST_LOST]
    assert found[0].data["beatmap"] == 75
    assert found[1].data["name"] == "All-Rounder"


def test_sets_their_mapper_and_difficulty_change_in_any_answer_with_them(world: World) -> None:
    """A change of status is no update besides, and several updates a day are one change."""
    search = world.ask(lambda: world.client.search_beatmapsets(category="any", sort="updated_desc"))
    one, other = search.entity.beatmapsets[:2]  # type: ignore[attr-defined]
    one = with_fields(
        one,
        status=RankStatus.PENDING,
        last_updated=world.now,
        submitted_date=world.now,
        beatmaps=[with_fields(one.beatmaps[0], status=RankStatus.PENDING, last_updated=world.now)],
    )
    difficulty = one.beatmaps[0]
    world.at += 1
    world.follow(
        (FollowKind.BEATMAPSET, f"/beatmapsets/{one.id}"),
        (FollowKind.MAPPER, f"/users/{one.user_id}#beatmaps"),
        (FollowKind.BEATMAP, f"/beatmaps/{difficulty.id}"),
    )

    def seen(*sets: Any) -> Observation:
        entity = with_fields(search.entity, beatmapsets=list(sets))  # type: ignore[type-var]
        return replace(search, entity=entity)

    assert world.see(seen(one)) == []
    for hours in (1, 2):
        one = with_fields(one, last_updated=world.now + timedelta(hours=hours))
        found = world.see(seen(one))
        assert [change.kind for change in found] == ([KIND.UPDATE] * 2 if hours == 1 else [])
    assert {change.data["count"] for change in world.changes()} == {2}
    ranked = with_fields(
        one,
        status=RankStatus.RANKED,
        last_updated=world.now + timedelta(hours=5),
        beatmaps=[with_fields(difficulty, status=RankStatus.RANKED)],
    )
    upload = with_fields(other, id=10**8, user_id=one.user_id, submitted_date=world.now)
    found = world.see(seen(ranked, upload))
    assert sorted(str(change.kind) for change in found) == ["status"] * 3 + ["upload"]
    assert {change.data.get("after") for change in found} == {"ranked", None}
    beatmaps = world.ask(lambda: world.client.beatmaps([difficulty.id]))
    answer = with_fields(beatmaps.entity, beatmaps=[])  # type: ignore[type-var]
    [gone] = world.see(replace(beatmaps, entity=answer))
    assert gone.kind is KIND.GONE


def test_comments_and_first_places_of_what_is_followed(world: World) -> None:
    """Only the whole leaderboard in the difficulty's own ruleset says who is first."""
    found = world.client.search_beatmapsets(category="ranked", sort="favourites_desc")
    number = found.beatmapsets[0].id
    beatmapset = world.ask(lambda: world.client.beatmapset(number))
    difficulty = beatmapset.entity.beatmaps[0]  # type: ignore[attr-defined]
    world.follow(
        (FollowKind.BEATMAPSET, f"/beatmapsets/{number}"),
        (FollowKind.BEATMAP, f"/beatmaps/{difficulty.id}"),
    )
    world.see(beatmapset)
    comments = world.ask(
        lambda: world.client.comments(
            commentable_type="beatmapset", commentable_id=number, sort="new", parent_id=0, limit=50
        )
    )
    assert world.see(comments) == []
    bundle: Any = comments.entity
    added = with_fields(bundle.comments[0], id=10**9, message="x" * 999)
    more = with_fields(bundle, comments=[added, *bundle.comments], total=bundle.total + 1)
    [change] = world.see(replace(comments, entity=more))
    assert (change.kind, change.data["count"]) == (KIND.COMMENT, 1)
    assert change.data["newest"]["text"] == "x" * 200
    board = world.ask(lambda: world.client.beatmap_scores(difficulty.id))
    assert world.see(board) == []
    scores: Any = board.entity
    first = with_fields(scores.scores[0], user_id=9, id=9, user=UserCompact(id=9, username="new"))
    other = with_fields(scores, scores=[first, *scores.scores])
    hidden = world.ask(lambda: world.client.beatmap_scores(difficulty.id, mods=["HD"]))
    assert world.see(replace(hidden, entity=other)) == []
    [won] = world.see(replace(board, entity=other))
    assert (won.kind, won.data["player"]["name"]) == (KIND.FIRST_WON, "new")
    assert won.data["before"]["id"] == scores.scores[0].user_id


def test_results_that_only_move_between_pages_are_no_changes(world: World) -> None:
    """What is pushed off the first page has not left, and what comes back is not new."""
    world.follow((FollowKind.SEARCH, "/beatmapsets?q=a&s=ranked"))
    search = world.ask(lambda: world.client.search_beatmapsets("a", category="ranked"))
    result: Any = search.entity
    sets = list(result.beatmapsets)
    assert result.total > len(sets) == 50

    def page(*order: Any) -> Observation:
        return replace(search, entity=with_fields(result, beatmapsets=list(order)))

    assert world.see(page(*sets)) == []
    new = with_fields(sets[0], id=10**8, title="new")
    [change] = world.see(page(new, *sets[:-1]))
    assert (change.kind, change.data["count"]) == (KIND.NEW_RESULT, 1)
    assert change.data["results"][0]["id"] == 10**8
    assert world.see(page(*sets)) != []
    left = [one for one in world.changes() if one.kind is KIND.LEFT_RESULT]
    assert [one.data["results"][0]["id"] for one in left] == [10**8]
    other = world.ask(lambda: world.client.search_beatmapsets("a", category="loved"))
    assert world.see(other) == []


def test_a_page_of_a_ranking_tells_who_rose_fell_came_and_left(world: World) -> None:
    """Countries have codes; another page of the ranking says nothing."""
    world.follow(
        (FollowKind.RANKING, "/rankings/osu/performance?page=2"),
        (FollowKind.RANKING, "/rankings/osu/country"),
    )
    cursor = Cursor(page=2)
    ranking = world.ask(lambda: world.client.ranking("osu", "performance", cursor=cursor))
    rows: list[Any] = list(ranking.entity.ranking)  # type: ignore[attr-defined]

    def page(order: list[Any]) -> Observation:
        return replace(ranking, entity=with_fields(ranking.entity, ranking=order))  # type: ignore[type-var]

    world.see(page(rows))
    newcomer = with_fields(rows[0], user=UserCompact(id=10**8, username="new"))
    order = [rows[2], rows[0], rows[1], *rows[3:-1], newcomer]
    [change] = [one for one in world.see(page(order)) if one.kind is KIND.RANKING]
    data = change.data
    assert [(one["before"], one["after"]) for one in data["risers"]] == [(53, 51)]
    assert [one["id"] for one in data["new"]] == [10**8]
    assert [one["rank"] for one in data["left"]] == [100]
    assert len(data["fallers"]) == 2
    world.see(page(rows))
    assert [one for one in world.changes() if one.kind is KIND.RANKING] == []
    countries = world.ask(lambda: world.client.ranking("osu", "country"))
    codes: Any = countries.entity
    assert world.see(countries) == []
    swapped = with_fields(codes, ranking=[codes.ranking[1], codes.ranking[0], *codes.ranking[2:]])
    [change] = world.see(replace(countries, entity=swapped))
    assert change.data["risers"][0]["code"] == codes.ranking[1].code


def test_teams_matches_and_wiki_pages(world: World) -> None:
    """Members by name, games since the last look and the end, and texts by their content."""
    teams = world.ask(lambda: world.client.ranking("osu", "team"))
    rows: Any = teams.entity
    number = rows.ranking[0].team_id
    team = world.ask(lambda: world.client.team(number))
    members: Any = team.entity
    matches = [
        one.match
        for one in map(world.client.match, world.client.matches(limit=20).matches)
        if any(event.game is not None for event in one.events)
    ]
    world.follow(
        (FollowKind.TEAM, f"/teams/{number}"),
        (FollowKind.MATCH, f"/community/matches/{matches[0].id}"),
        (FollowKind.WIKI, "/wiki/en/Main_page"),
    )
    assert world.see(team, teams) == []
    joined = UserCompact(id=10**8, username="new")
    left = members.members[0]
    changed = with_fields(members, members=[*members.members[1:], joined])
    [change] = world.see(replace(team, entity=changed))
    assert [one["name"] for one in change.data["joined"]] == ["new"]
    assert [one["id"] for one in change.data["left"]] == [left.id]
    swapped = with_fields(rows, ranking=[rows.ranking[1], rows.ranking[0], *rows.ranking[2:]])
    [rank] = world.see(replace(teams, entity=swapped))
    assert (rank.data["rank_before"], rank.data["rank_after"]) == (1, 2)
    match = world.ask(lambda: world.client.match(matches[0].id))
    response: Any = match.entity
    games = [one for one in response.events if one.game is not None]
    assert games
    early = [one for one in response.events if one.id < games[-1].id]
    running = with_fields(response.match, end_time=None)
    assert (
        world.see(replace(match, entity=with_fields(response, match=running, events=early))) == []
    )
    ended = with_fields(response.match, end_time=world.now)
    found = world.see(replace(match, entity=with_fields(response, match=ended)))
    assert [one.kind for one in found] == [KIND.GAMES, KIND.MATCH_END]
    assert found[0].data["count"] == 1
    page = world.ask(lambda: world.client.wiki_page("en", "Main_page"))
    assert world.see(page) == []
    edited = with_fields(page.entity, markdown="other")  # type: ignore[type-var]
    [edit] = world.see(replace(page, entity=edited))
    assert (edit.kind, edit.data["after"]) == (KIND.WIKI_EDIT, 5)


def test_what_is_gone_is_a_change_once_and_may_come_back(world: World) -> None:
    """A failure of another sort is no change."""
    rows = world.client.ranking("osu", "performance").ranking
    pair = [row.user.id for row in rows[:2] if row.user is not None and row.user.id]
    world.follow(*(of_player(f"/users/{one}") for one in pair))
    users = world.ask(lambda: world.client.users(pair))
    world.see(users)
    alone = replace(users, entity=Users(users=[users.entity.users[0]]))  # type: ignore[attr-defined]
    [gone] = world.see(alone)
    assert gone.kind is KIND.GONE
    follow = next(one for one in read_follows(world.store) if one.failure)
    assert follow.failure == "gone"
    found = note_failure(world.store, [follow.id], "gone", world.at, 404)
    assert found[0].data["changes"] == 0
    [back] = world.see(users)
    assert back.kind is KIND.BACK
    note_failure(world.store, [follow.id], "offline", world.at)
    assert {one.failure for one in read_follows(world.store)} == {"", "offline"}
    assert len(world.changes()) == 2


def test_an_earlier_answer_that_is_written_later_changes_nothing(world: World) -> None:
    """Such as one that waited while another was faster, or a history that is filled later."""
    world.follow(of_player("/users/2"))
    users = world.ask(lambda: world.client.users([2]))
    world.see(users)
    assert (
        world.see(with_statistics(users, 2, global_rank=1, play_count=10**8), after=-2 * DAY) == []
    )


def test_too_many_changes_go_the_oldest_read_ones_first(world: World) -> None:
    """Unread ones are the last to go."""
    world.follow(of_player("/users/2"))
    with world.store.change() as connection:
        connection.executemany(
            "INSERT INTO changes (follow, at, kind, data, is_read) VALUES (1, ?, 'name', '{}', ?)",
            [(at, int(at >= 5)) for at in range(10)],
        )
        trim(connection, 6)
    assert [one.at for one in world.changes()] == [0, 1, 2, 3, 4, 9]
    assert count(world.store, ChangeFilter(unread_only=True)) == 5


DAYS = 3


def test_days_of_a_world_is_told_as_it_was(tmp_path: Path) -> None:
    """Each day all that is due is asked for; then the changes are what the world did since.

    Every play of today's lists that was set since then is one change, so is every first place,
    medal and name in the recent activity, and the ranks lead to those of today.
    """
    store = HistoryStore(tmp_path / "history.sqlite", topics(), closing_topics())
    with DemoServer(days=DAYS) as server:
        recorder = Recorder(lambda: store, on_written=list, on_problem=repr)
        client = Client(
            int(server.client_id),
            server.client_secret,
            base_url=server.url,
            token_store=MemoryTokenStore(),
        )
        watched = client.observed_by(recorder.background)
        rows = client.ranking("osu", "performance", country="DE").ranking[:4]
        ids = [row.user.id for row in rows if row.user is not None and row.user.id]
        began = int(datetime.now(UTC).timestamp()) - DAYS * DAY + 60
        add_follows(
            store,
            [Follow(FollowKind.PLAYER, f"/users/{one}", str(one), added_at=began) for one in ids],
        )
        for back in range(DAYS, -1, -1):
            server.move_to(back)
            now = datetime.now(UTC).timestamp() - back * DAY + HOUR
            asked = set[tuple[int, str]]()
            while True:
                due = next_check(store, now, Wish(), asked, prefers_wanted=True)
                if due.check is None:
                    break
                send(watched, due.check)
                recorder.flush()
                drop_wanted(store, due.check)
                asked |= {(one, due.check.request) for one in due.check.ids}
        recorder.close()
        changes = changes_page(store, ChangeFilter(), None, 10_000)
        of_player = {one.id: int(one.address.rpartition("/")[2]) for one in read_follows(store)}
        told = Counter((of_player[one.follow_id], one.kind, _key(one)) for one in changes)
        assert max(told.values()) == 1
        counts = Counter(one.kind for one in changes)
        assert counts[KIND.RANK] >= DAYS
        for number in ids:
            user = client.user(number, mode="osu")
            mine = [one for one in changes if of_player[one.follow_id] == number]
            plays = client.user_scores(number, "best", mode="osu", limit=100)
            new = {
                one.score_id or one.id
                for one in plays
                if one.ended_at is not None and one.ended_at.timestamp() > began
            }
            found = {
                one.data["score"]
                for one in mine
                if one.kind is KIND.NEW_PLAY and one.data["ruleset"] == "osu"
            }
            assert new <= found
            events = client.user_recent_activity(number, limit=50)
            wanted = [
                (event.id, event.type)
                for event in events
                if event.created_at is not None
                and event.created_at.timestamp() > began
                and (event.type in (EventType.ACHIEVEMENT, EventType.RANK_LOST) or event.rank == 1)
            ]
            got = [one for one in mine if one.kind in (KIND.MEDAL, KIND.FIRST_LOST, KIND.FIRST_WON)]
            assert len(wanted) == len(got)
            ranks = [one for one in mine if one.kind is KIND.RANK and one.data["ruleset"] == "osu"]
            if ranks and user.statistics is not None:
                assert abs(ranks[0].data["rank_after"] - (user.statistics.global_rank or 0)) <= max(
                    1, 0.01 * ranks[0].data["rank_after"]
                )
                for later, earlier in pairwise(ranks):
                    assert later.data["rank_before"] == earlier.data["rank_after"]
    store.close()


def _key(change: Change) -> object:
    """Return what makes a change one of its kind."""
    if change.kind is KIND.RANK:
        return change.data["ruleset"], change.at
    return json.dumps(change.data, sort_keys=True)


def test_the_person_is_passed_by_those_who_are_followed(world: World) -> None:
    """Who that is says the answer about oneself, whatever is followed."""
    rows = world.client.ranking("osu", "performance").ranking
    me, other = (row.user.id or 0 for row in rows[:2] if row.user is not None)
    world.follow(of_player(f"/users/{other}"))
    users = world.ask(lambda: world.client.users([me, other]))
    profile = world.ask(lambda: world.client.user(me, mode="osu"))
    own = replace(profile, path="/api/v2/me/osu", is_background=False)
    user: Any = own.entity
    world.see(replace(own, entity=with_fields(user, statistics=with_fields(user.statistics, pp=9))))
    world.see(with_statistics(with_statistics(users, me, pp=9), other, pp=8))
    found = world.see(with_statistics(with_statistics(users, me, pp=9), other, pp=10))
    [passed] = [one for one in found if one.kind is KIND.PASSED]
    assert (passed.data["is_me"], passed.data["passer"]["id"]) == ("passed", other)
    again = with_fields(user, statistics=with_fields(user.statistics, pp=11))
    assert world.see(replace(own, entity=again)) == []
    assert not [one for one in world.changes() if one.kind is KIND.PASSED]


def test_an_odd_answer_loses_neither_what_is_recorded_nor_later_changes(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """Texts and numbers are bounded; what cannot be looked at is logged, and stays as it was."""
    world.follow(of_player("/users/2"), (FollowKind.WIKI, "/wiki/en/Main_page"))
    users = world.ask(lambda: world.client.users([2]))
    world.see(with_statistics(users, 2, pp=1e300, global_rank=5))
    one = users.entity.users[0]  # type: ignore[attr-defined]
    long = replace(users, entity=Users(users=[with_fields(one, username="x" * 10**6)]))
    changes = world.see(long)
    assert all(len(json.dumps(change.data)) < 5000 for change in changes)
    with world.store.change() as connection:
        connection.execute("""UPDATE follows SET state = '{"at":1,"rulesets":[]}' WHERE id = 1""")
    before = world.changes()
    world.at += DAY
    later = with_statistics(users, 2, pp=5)
    world.store.write([replace(later, at=world.at)])
    assert "was not looked at" in caplog.text
    caplog.clear()
    assert world.changes() == before
    latest = world.store.latest(player(2, "osu"))
    assert latest is not None
    assert (latest.at, latest.figures["pp"]) == (world.at, 5)
    page = world.ask(lambda: world.client.wiki_page("en", "Main_page"))
    world.see(page)
    assert read_follows(world.store)[1].checked_at == world.at


def test_kinds_of_a_later_version_are_left_alone(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """They are neither checked nor looked at, and keep nothing else from it."""
    world.follow(of_player("/users/2"), of_player("/users/3"))
    with world.store.change() as connection:
        connection.execute("UPDATE follows SET kind = 'later', wanted = 'x' WHERE id = 1")
    for prefers_wanted in (False, True):
        due = next_check(world.store, world.at + DAY, Wish(), (), prefers_wanted=prefers_wanted)
        assert due.check is not None and due.check.ids == (2,)
    users = world.ask(lambda: world.client.users([2, 3]))
    world.see(users)
    assert [one.id for one in read_follows(world.store) if one.checked_at == world.at] == [2]
    assert not caplog.records
