"""Rooms: what a recorded room says, playlists, leaderboards, scores and events of the demo."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from osubrowser.api.client import Client
from osubrowser.api.entities.beatmaps import BeatmapCompact
from osubrowser.api.entities.rooms import (
    Room,
    RoomDifficultyRange,
    RoomLeaderboardScore,
    RoomPlaylistItem,
    RoomType,
)
from osubrowser.api.entities.users import UserCompact
from osubrowser.api.errors import InvalidRequest, NotFound, Offline, OsuError
from osubrowser.models.rooms import room_facts
from osubrowser.models.rooms.events import event_columns, event_name, event_record, load_events
from osubrowser.models.rooms.leaderboard import (
    item_score_columns,
    leaderboard_columns,
    leaderboard_record,
    load_item_scores,
    load_leaderboard,
)
from osubrowser.models.rooms.listing import (
    RoomsNeedPlayer,
    load_rooms,
    room_columns,
    room_record,
)
from osubrowser.models.rooms.playlist import item_columns, item_record, item_title, load_items
from osubrowser.models.rooms.room import NoDailyChallenge, RoomSubject, load_room
from osubrowser.models.table.column import Row
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.text.numerals import NOTHING
from tests.conftest import Server, raw_answer
from tests.demo_rooms import DemoRooms, find_rooms
from tests.models.scores.test_columns import connect

DEFAULTS = {"mode": "", "category": "", "type_group": "", "season_id": "", "sort": ""}


@pytest.fixture
def recorded(recorded_server: Server) -> Iterator[Client]:
    with connect(recorded_server) as client:
        yield client


@pytest.fixture
def demo(demo_server: Server) -> Iterator[Client]:
    with connect(demo_server) as client:
        yield client


@pytest.fixture(scope="module")
def rooms(serve_demo: Callable[..., Server]) -> DemoRooms:
    """Rooms of the world that all embedded servers share."""
    with ExitStack() as stack:
        return find_rooms(stack.enter_context(connect(serve_demo(stack))))


def no_flag(_code: str) -> str | None:
    return None


def cells(row: Row[Any], columns: Sequence[Any]) -> dict[str, str]:
    return dict(zip([column.key for column in columns], row.texts, strict=True))


def of(client: Client, key: str) -> RoomSubject:
    return load_room(client, ThingPlace("room", key))


# --- recorded -----------------------------------------------------------------------------------


@pytest.mark.answers
def test_a_recorded_room_says_what_was_sent(recorded: Client) -> None:
    sent = raw_answer("v2/get_multiplayer_room_200.json")
    subject = of(recorded, str(sent["id"]))
    heading, room = subject.heading, subject.room
    assert heading.title == sent["name"]
    assert heading.badges == ("Playlist", "Ended")
    assert heading.facts[0] == (
        f"Host: {sent['host']['username']}",
        f"https://osu.ppy.sh/users/{sent['host']['id']}",
    )
    assert ("26 Dec 2018, 13:18 to 13:48 UTC", "") in heading.facts
    assert dict(heading.figures) == {"Players": "1", "Beatmaps": "1", "Stars": "2.63"}
    song = sent["playlist"][0]["beatmap"]["beatmapset"]
    assert str(heading.cover).endswith(song["covers"]["cover@2x"].partition("/beatmaps/")[2])
    assert heading.note == ""  # no attempts
    assert (room.has_password, room.max_attempts) == (False, None)
    assert not subject.is_realtime
    columns = item_columns(original=False, is_realtime=False, is_player=True)
    (row,) = load_items(recorded, subject, columns).rows
    item, beatmap = sent["playlist"][0], sent["playlist"][0]["beatmap"]
    assert cells(row, columns) == {
        "number": "1",
        "title": f"{song['title']} by {song['artist']}",
        "difficulty": beatmap["version"],
        "stars": f"{beatmap['difficulty_rating']:.2f}",
        "ruleset": "osu!",
        "required": "",
        "allowed": "",
        "attempts": "0",
        "played": NOTHING,
        "owner": "",
        "length": "2:22",
        "freestyle": "",
        "mapper": song["creator"],
        "status": "ranked",
        "explicit": "",
        "created": "26 Dec 2018, 13:18",
    }
    record = item_record(row)
    for key in ("id", "beatmap_id", "ruleset_id", "expired", "owner_id"):
        assert record[key] == item[key]
    assert record["difficulty_rating"] == pytest.approx(beatmap["difficulty_rating"])


# --- lists --------------------------------------------------------------------------------------


def test_lists_of_rooms(demo: Client) -> None:
    columns = room_columns()
    page = load_rooms(demo, DEFAULTS, False, columns)
    assert page.total == len(page.rows) > 10
    assert {cells(row, columns)["status"] for row in page.rows} == {"open"}
    daily = load_rooms(demo, DEFAULTS | {"category": "daily_challenge"}, False, columns).rows
    (row,) = daily
    shown = cells(row, columns)
    assert (shown["category"], shown["items"]) == ("Daily challenge", "1")
    assert room_record(row)["participant_count"] == row.item.participant_count
    realtime = {"mode": "ended", "type_group": "realtime"}
    ended = load_rooms(demo, DEFAULTS | realtime, False, columns).rows
    assert len(ended) == 250
    assert {cells(one, columns)["type"] for one in ended} == {"Head to head", "Team versus"}
    for row in ended:
        current, record = row.item.current_playlist_item, room_record(row)
        assert (cells(row, columns)["current"] == "") == (current is None)
        assert record["current_beatmap_id"] == (current.beatmap_id if current else None)
        assert record["pinned"] == row.item.pinned
    skipping = next(row.item.id for row in ended if row.item.auto_skip)
    assert ("Intros are skipped for all", "") in of(demo, str(skipping)).heading.facts
    by_end = load_rooms(demo, DEFAULTS | {"sort": "ended"}, False, columns).rows
    season = load_rooms(demo, DEFAULTS | {"mode": "all", "season_id": "25"}, False, columns).rows
    assert {one.item.category for one in season} == {"spotlight"}
    assert len(season) == 8
    ends = [one.item.ends_at for one in by_end]
    assert ends == sorted(ends)


@pytest.mark.parametrize("mode", ["owned", "participated"])
def test_a_guest_has_no_rooms(demo: Client, mode: str) -> None:
    with pytest.raises(RoomsNeedPlayer):
        load_rooms(demo, DEFAULTS | {"mode": mode}, True, room_columns())


# --- one room -----------------------------------------------------------------------------------


def test_the_daily_challenge_of_today_and_of_a_day(demo: Client) -> None:
    today = of(demo, "daily")
    assert "Daily challenge" in today.heading.badges
    starts = today.room.starts_at
    assert starts is not None
    assert of(demo, f"daily-{starts.astimezone(UTC):%Y-%m-%d}").room.id == today.room.id
    with pytest.raises(NoDailyChallenge):
        of(demo, "daily-2019-01-01")
    with pytest.raises(NotFound):
        of(demo, "12")


def test_a_leaderboard_goes_on_to_its_last_player(demo: Client, rooms: DemoRooms) -> None:
    subject = of(demo, rooms.spotlight)
    columns, numbers, page = leaderboard_columns(no_flag), [], 1
    while page:
        found = load_leaderboard(
            demo, subject.room.id, subject.room.participant_count, columns, page
        )
        numbers += [row.number for row in found.rows]
        page = int(str(found.next or 0))
    assert numbers == list(range(1, len(numbers) + 1))
    assert 50 < len(numbers) <= subject.room.participant_count
    line = load_leaderboard(demo, subject.room.id, 0, columns, 1).rows[0]
    shown, record = cells(line, columns), leaderboard_record(line)
    assert shown["rank"] == "#1"
    assert shown["pp"] == NOTHING  # osu! sends 0
    assert record["username"] == shown["player"]
    assert f"{record['total_score']:,}" == shown["total_score"]


def test_scores_of_an_item_have_its_beatmap(demo: Client, rooms: DemoRooms) -> None:
    subject = of(demo, rooms.spotlight)
    item = subject.items[2]
    columns = item_score_columns("mania", no_flag)
    first = load_item_scores(demo, subject.room.id, item, columns, None)
    after = load_item_scores(demo, subject.room.id, item, columns, first.next)  # type: ignore[arg-type]
    rows = [*first.rows, *after.rows]
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert first.total is not None
    assert first.total >= len(rows) > 50
    totals = [row.item.total_score for row in rows]
    assert totals == sorted(totals, reverse=True)
    assert {row.item.beatmap.id for row in rows} == {item.beatmap_id}
    assert all(row.item.beatmapset is not None for row in rows)
    assert load_item_scores(demo, subject.room.id, None, columns, None).rows == []


def test_events_of_a_realtime_room_are_complete_and_those_of_a_playlist_refused(
    demo: Client,
    rooms: DemoRooms,
) -> None:
    subject = of(demo, rooms.versus)
    assert subject.is_realtime
    columns = event_columns(original=False)
    page = load_events(demo, subject.room.id, columns, None)
    events = [row.item for row in page.rows]
    assert event_name(events[-1]) == "Room opened" or page.next is not None
    ids = [one.event.id for one in events]
    assert ids == sorted(ids, reverse=True)
    for row, one in zip(page.rows, events, strict=True):
        shown = cells(row, columns)
        assert bool(shown["beatmap"] if "beatmap" in shown else shown["title"]) == (
            one.item is not None
        )
        assert event_record(row)["scores"] == one.scores
        if len(one.teams) == 2:
            assert shown["result"].startswith("red ")
            assert sum(total for _, total in one.teams) >= one.best.total_score
        elif one.best is not None:
            assert f"{one.best.total_score:,}" in shown["result"]
            assert one.scores >= 1
    assert any(len(one.teams) == 2 for one in events)
    with pytest.raises(InvalidRequest):
        load_events(demo, int(rooms.playlist), columns, None)


# --- facts --------------------------------------------------------------------------------------


def test_facts_of_thin_and_strange_rooms() -> None:
    thin = Room(id=5)
    assert room_facts.room_name(thin) == "Room 5"
    assert room_facts.stars_range(thin) == NOTHING
    assert room_facts.category_name(thin) == room_facts.type_name(thin) == ""
    assert room_facts.queue_words(thin) == ""
    assert not room_facts.is_over(thin)
    assert room_facts.is_over(Room(ends_at=datetime(2019, 1, 1, tzinfo=UTC)))
    assert room_facts.stars_range(Room(difficulty_range=RoomDifficultyRange())) == NOTHING
    huge = RoomDifficultyRange(min=-3.0, max=1e300)
    assert room_facts.stars_range(Room(difficulty_range=huge)) == "0.00 – 1,000.00"
    assert room_facts.ruleset_names([3, 0, 0, 9]) == "osu!, osu!mania, ruleset 9"


def test_a_deleted_beatmap_has_a_row(demo: Client, rooms: DemoRooms) -> None:
    gone = RoomPlaylistItem(id=3, beatmap_id=77, owner_id=4)
    subject = RoomSubject(Room(id=1), (gone,), of(demo, rooms.playlist).heading, {})
    columns = item_columns(original=True, is_realtime=True, is_player=False)
    (row,) = load_items(demo, subject, columns).rows
    shown = cells(row, columns)
    assert shown["title"] == "[deleted beatmap]"
    assert shown["owner"] == "Player 4"
    assert shown["length"] == NOTHING
    assert item_title(gone, original=False) == "Deleted beatmap 77"
    bare = RoomPlaylistItem(beatmap=BeatmapCompact(id=1, version="Hard"))
    assert item_title(bare, original=False).endswith("[Hard]")
    assert subject.item(99) is gone


def test_who_picked_a_beatmap_and_left_long_ago_is_looked_up() -> None:
    picked = [RoomPlaylistItem(id=n, owner_id=owner) for n, owner in ((1, 5), (2, 6), (3, None))]
    room = Room(id=1, type=RoomType.HEAD_TO_HEAD, host=UserCompact(id=5, username="host"))

    class Answer:
        """Client with one room, which tells names unless it is asked to wait."""

        def __init__(self) -> None:
            self.asked: list[list[int]] = []
            self.error: OsuError | None = None

        def room(self, _room: object) -> Room:
            return msgspec.structs.replace(room, playlist=picked)

        def users_lookup(self, ids: list[int]) -> list[UserCompact]:
            self.asked.append(ids)
            if self.error is not None:
                raise self.error
            return [UserCompact(id=6, username="gone <b>")]

    client: Any = Answer()
    assert of(client, "1").names == {5: "host", 6: "gone <b>"}
    assert client.asked == [[6]]
    client.error = Offline()
    assert of(client, "1").names == {5: "host"}


def test_the_own_line_of_a_leaderboard() -> None:
    line = RoomLeaderboardScore(
        user_id=2, accuracy=0.9876, attempts=3, completed=2, total_score=1_234_567, position=12
    )

    class Answer:
        """Client with one answer."""

        def room_leaderboard(self, _room: int, *, page: int) -> Any:
            from osubrowser.api.entities.rooms import RoomLeaderboard

            return RoomLeaderboard(leaderboard=[line] if page == 1 else [], user_score=line)

    page = load_leaderboard(Answer(), 1, 1, leaderboard_columns(no_flag), 1)  # type: ignore[arg-type]
    assert page.extra == "You: #12 · 1,234,567 · 98.76% · 3 attempts · 2 completed"
    assert page.next is None
    assert page.rows[0].texts[3] == NOTHING  # a deleted player
