"""Tests of what is followed: the list in RAM, its file, and taking things back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.services.history.changes import (
    ChangeFilter,
    ChangeKind,
    add_change,
    changes_page,
    count,
)
from osubrowser.services.history.followable import (
    FollowKind,
    follow_address,
    follow_kinds_of,
    followed_place,
)
from osubrowser.services.history.follows import Follows
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.places.places import (
    BeatmapPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    Place,
    RankingsPlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.runtime.calls import Calls

PLAYER, MAPPER = FollowKind.PLAYER, FollowKind.MAPPER


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    """Return a store in a new file."""
    store = HistoryStore(tmp_path / "history.sqlite")
    yield store
    store.close()


@pytest.fixture
def make(store: HistoryStore, calls: Calls) -> Iterator[Callable[[], Follows]]:
    """Return a factory of lists of that store."""
    made: list[Follows] = []

    def read(load: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Coroutine[Any, Any, Any]:
        return calls.run_at_once(lambda: load(store, *args, **kwargs))

    def new() -> Follows:
        made.append(Follows(read, calls))
        made[-1].load()
        return made[-1]

    yield new
    for one in made:
        one.close()


@pytest.mark.parametrize(
    ("place", "kind", "address"),
    [
        (UserPlace(2, "osu", section="best"), PLAYER, "/users/2"),
        (UserPlace(2, section="beatmaps"), MAPPER, "/users/2#beatmaps"),
        (UserPlace(2, compare=3), MAPPER, "/users/2#beatmaps"),
        (BeatmapsetPlace(1, 75, "osu"), FollowKind.BEATMAPSET, "/beatmapsets/1"),
        (BeatmapsetPlace(1, 75, "osu", "scores"), FollowKind.BEATMAP, "/beatmaps/75"),
        (BeatmapPlace(75, "taiko"), FollowKind.BEATMAP, "/beatmaps/75"),
        (BeatmapsPlace((("q", "a b"),), "table"), FollowKind.SEARCH, "/beatmapsets?q=a+b"),
        (
            RankingsPlace(country="de", page=2, rank=60, current=70),
            FollowKind.RANKING,
            "/rankings/osu/performance?country=DE&page=2",
        ),
        (ThingPlace("team", "5", section="members"), FollowKind.TEAM, "/teams/5"),
        (ThingPlace("match", "7", 9), FollowKind.MATCH, "/community/matches/7"),
        (ThingPlace("wiki", "de/Ranking"), FollowKind.WIKI, "/wiki/de/Ranking"),
    ],
)
def test_places_are_followed_without_what_is_only_their_view(
    place: Place, kind: FollowKind, address: str
) -> None:
    """The address leads back to a place that is followed under the same address."""
    assert follow_address(place, kind) == address
    back = followed_place(address)
    assert back is not None
    assert follow_address(back, kind) == address
    assert kind in follow_kinds_of(back)


@pytest.mark.parametrize(
    "place",
    [UserPlace("peppy"), RankingsPlace(filter="friends"), ThingPlace("news", "a"), Place()],
)
def test_other_places_cannot_be_followed(place: Place) -> None:
    """A name may become that of another player, and friends are those of an account."""
    assert follow_kinds_of(place) == ()
    assert follow_address(place, PLAYER) is None


def test_what_is_followed_shows_at_once_and_is_there_after_a_restart(
    make: Callable[[], Follows], qtbot: QtBot
) -> None:
    """Texts are cleaned, notes keep their lines, and groups are sorted."""
    follows = make()
    qtbot.waitUntil(lambda: follows.is_loaded)
    follows.follow(UserPlace(2), PLAYER, "peppy\n\u202e", group="friends")
    follows.follow(UserPlace(2), MAPPER, "peppy")
    follows.follow(UserPlace(2), MAPPER, "again")
    follows.follow(BeatmapPlace(75), PLAYER, "unfit")
    peppy = follows.find(UserPlace(2, "mania"))
    assert peppy is not None
    assert (peppy.title, peppy.kind, peppy.group) == ("peppy", PLAYER, "friends")
    assert follows.find(UserPlace(2), MAPPER) is not peppy
    follows.write(peppy, note="one\ntwo\x00", group="Mates", is_muted=True)
    other = make()
    qtbot.waitUntil(lambda: len(other.items) == 2 and follows.items == other.items)
    [first, second] = other.items
    assert (first.note, first.is_muted, first.id > 0) == ("one\ntwo", True, True)
    assert second.title == "peppy"
    other.rename_group("Mates", "Friends")
    assert other.groups == ("Friends",)
    follows.load()
    qtbot.waitUntil(lambda: follows.groups == ("Friends",))


def test_a_thing_that_is_taken_back_has_its_changes_again(
    make: Callable[[], Follows], store: HistoryStore, qtbot: QtBot
) -> None:
    """Also its place in the order, its note, and which changes were read."""
    follows = make()
    for user in (2, 3, 4):
        follows.follow(UserPlace(user), PLAYER, f"player {user}")
    qtbot.waitUntil(lambda: len(follows.items) == 3 and follows.items[2].id > 0)
    [_, middle, last] = before = follows.items
    with store.change() as connection:
        for at in range(3):
            add_change(connection, middle.id, at, ChangeKind.NAME, {"after": at}, is_read=at == 0)
        add_change(connection, last.id, 9, ChangeKind.NAME, {})
    removed = follows.unfollow(middle)
    assert follows.find(UserPlace(3)) is None
    qtbot.waitUntil(lambda: [one.unread for one in follows.items] == [0, 1])
    assert count(store, ChangeFilter()) == 1
    follows.put_back(removed)
    qtbot.waitUntil(lambda: [one.unread for one in follows.items] == [0, 2, 1])
    assert [one.address for one in follows.items] == [one.address for one in before]
    assert [one.at for one in changes_page(store, ChangeFilter(), None, 10)] == [9, 2, 1, 0]
    marked = follows.mark_read(follow=follows.items[1])
    assert follows.unread == 1
    qtbot.waitUntil(lambda: count(store, ChangeFilter(unread_only=True)) == 1)
    follows.mark_unread(marked)
    qtbot.waitUntil(lambda: follows.unread == 3)
    follows.mark_read()
    assert follows.unread == 0
    qtbot.waitUntil(lambda: count(store, ChangeFilter(unread_only=True)) == 0)


def test_what_cannot_be_written_is_taken_back_and_said(
    calls: Calls, store: HistoryStore, qtbot: QtBot, loop: asyncio.AbstractEventLoop
) -> None:
    """The list is that of the file again."""

    async def read(load: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        def call() -> Any:
            if args:
                raise OSError("the disk is full")
            return load(store, *args, **kwargs)

        return await calls.run_at_once(call)

    follows = Follows(read, calls)
    with qtbot.waitSignal(follows.failed) as said:
        follows.follow(UserPlace(2), PLAYER, "peppy")
        assert len(follows.items) == 1
    assert said.args == ["What you follow was not saved: the disk is full"]
    qtbot.waitUntil(lambda: follows.is_loaded and not follows.items)
    follows.close()


def test_filters_of_changes_go_together(
    make: Callable[[], Follows], store: HistoryStore, qtbot: QtBot
) -> None:
    """Pages by keyset have each change once, and counts are those of the pages."""
    follows = make()
    follows.follow(UserPlace(2), PLAYER, "100%_sure", group="a")
    follows.follow(UserPlace(2), MAPPER, "東方")
    qtbot.waitUntil(lambda: len(follows.items) == 2 and follows.items[1].id > 0)
    [player, mapper] = follows.items
    with store.change() as connection:
        for number in range(25):
            whose = player if number % 2 else mapper
            kind = ChangeKind.RANK if number % 2 else ChangeKind.UPLOAD
            add_change(
                connection, whose.id, number // 3, kind, {"n": number}, is_read=number % 3 == 0
            )
    seen: list[int] = []
    before = None
    while page := changes_page(store, ChangeFilter(), before, 4):
        seen += [change.data["n"] for change in page]
        before = (page[-1].at, page[-1].id)
    assert seen == sorted(range(25), key=lambda n: (n // 3, n), reverse=True)

    def numbers(**wanted: Any) -> set[int]:
        found = changes_page(store, ChangeFilter(**wanted), None, 100)
        assert count(store, ChangeFilter(**wanted)) == len(found)
        return {change.data["n"] for change in found}

    odd, even = set(range(1, 25, 2)), set(range(0, 25, 2))
    assert numbers(kinds=frozenset({ChangeKind.RANK})) == odd
    assert numbers(follow_kinds=frozenset({MAPPER})) == even
    assert numbers(group="a") == odd
    assert numbers(group="") == even
    assert numbers(follow_ids=frozenset({player.id}), unread_only=True) == {n for n in odd if n % 3}
    assert numbers(follow_ids=frozenset()) == set()
    assert numbers(text="100%_") == odd
    assert numbers(text="東") == even
    assert numbers(text='"n":11') == {11}
    assert numbers(text="1%1") == set()


def test_pages_of_many_changes_read_no_more_than_they_show(store: HistoryStore) -> None:
    """The first page, a deep one and that of the unread ones cost the same with 50,000 changes.

    Steps of SQLite are counted in place of time.
    """
    with store.change() as connection:
        connection.executemany(
            "INSERT INTO changes (follow, at, kind, data, is_read) VALUES (?, ?, 'rank', '{}', ?)",
            ((n % 1000, n // 2, int(n % 3 == 0)) for n in range(50_000)),
        )
    steps = 0

    def count_steps() -> int:
        nonlocal steps
        steps += 100
        return 0

    def cost(load: Callable[[], object]) -> int:
        nonlocal steps
        steps = 0
        load()
        return steps

    with store.read() as connection:
        connection.set_progress_handler(count_steps, 100)
        counted: Any = SimpleNamespace(read=lambda: nullcontext(connection))
        for wanted in (
            ChangeFilter(),
            ChangeFilter(unread_only=True),
            ChangeFilter(kinds=frozenset({ChangeKind.RANK})),
        ):
            for before in (None, (12_345, 0)):
                page = partial(changes_page, counted, wanted, before, 50)
                assert cost(page) < 3_000
                assert len(page()) == 50
        unread = cost(partial(count, counted, ChangeFilter(unread_only=True)))
        assert unread < cost(partial(count, counted, ChangeFilter(text="x"))) / 2
        connection.set_progress_handler(None, 0)
