"""The library: read on a worker, nothing lost meanwhile, the demo's apart, troubles told once."""

from __future__ import annotations

import asyncio
import errno
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.services.beatmaps.marks import Mark
from osubrowser.services.library import bookmarks as bookmarks_module
from osubrowser.services.library.bookmarks import Bookmark, Bookmarks
from osubrowser.services.library.library import Library
from osubrowser.services.library.recently_seen import Visit
from osubrowser.services.library.saved_searches import SavedSearch
from osubrowser.services.places.places import (
    AppPlace,
    PlayersPlace,
    RankingsPlace,
    UserPlace,
    WebAddress,
    WelcomePlace,
)
from osubrowser.services.places.urls import HOME
from osubrowser.services.runtime.failures import ImportFailed
from osubrowser.services.storage import json_file
from osubrowser.services.storage.atomic_write import write_whole
from osubrowser.services.storage.folders import Folders
from tests.library_profiles import Desk
from tests.services.conftest import Run

PEPPY = UserPlace(2)
TAIKO = RankingsPlace("taiko")


@pytest.fixture
def desk(qtbot: QtBot, loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, Folders.inside(tmp_path / "profile"))
    yield desk
    desk.close()


def titles(library: Library) -> list[str]:
    return [one.title for one in library.bookmarks]


def test_what_is_kept_is_there_at_the_next_start(desk: Desk) -> None:
    library = desk.library()
    library.add(PEPPY, "peppy", "the first\nplayer")
    library.add(TAIKO, "taiko ranking")
    library.saw(TAIKO, "taiko ranking")
    later = desk.again(library)
    assert titles(later) == ["peppy", "taiko ranking"]
    assert later.bookmark_of(PEPPY) == Bookmark(
        "https://osu.ppy.sh/users/2", "peppy", "the first\nplayer"
    )
    assert [one.title for one in later.recent] == ["taiko ranking"]
    assert later.place_of(next(iter(later.recent))) == TAIKO


def test_what_is_added_before_the_files_are_read_joins_what_is_in_them(desk: Desk) -> None:
    first = desk.library()
    first.add(PEPPY, "peppy")
    first.saw(PEPPY, "peppy")
    first.close()
    second = desk.library(read=False)
    assert titles(second) == []
    second.add(TAIKO, "taiko ranking")
    second.saw(TAIKO, "taiko ranking")
    second.open()
    desk.qtbot.waitUntil(lambda: second.is_loaded)
    assert titles(second) == ["peppy", "taiko ranking"]
    third = desk.again(second)
    assert titles(third) == ["peppy", "taiko ranking"]
    assert [one.title for one in third.recent] == ["taiko ranking", "peppy"]


def test_the_files_are_read_and_written_on_workers(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []
    write, read = write_whole, Bookmarks.load

    def spied_write(path: Path, data: bytes) -> None:
        threads.append(threading.current_thread().name)
        write(path, data)

    def spied_read(path: Path, *arguments: Any) -> Bookmarks:
        threads.append(threading.current_thread().name)
        return read(path, *arguments)

    monkeypatch.setattr(json_file, "write_whole", spied_write)
    monkeypatch.setattr(Bookmarks, "load", spied_read)
    library = desk.library()
    library.add(PEPPY, "peppy")
    desk.qtbot.waitUntil(lambda: len(threads) == 2)
    assert threading.main_thread().name not in threads


def test_the_demo_has_bookmarks_of_its_own(desk: Desk) -> None:
    library = desk.library()
    library.add(PEPPY, "peppy")
    told: list[str] = []
    library.bookmarks_changed.connect(lambda: told.append("bookmarks"))
    library.seen_changed.connect(lambda: told.append("seen"))
    desk.in_demo(True)
    assert {"bookmarks", "seen"} <= set(told)
    assert titles(library) == []
    desk.qtbot.waitUntil(lambda: library.is_loaded)
    library.add(TAIKO, "of the demo")
    library.saw(TAIKO, "of the demo")
    assert library.origin == "https://osu.ppy.sh"
    desk.in_demo(False)
    assert titles(library) == ["peppy"]
    assert len(library.recent) == 0
    later = desk.again(library)
    assert titles(later) == ["peppy"]
    desk.in_demo(True)
    desk.qtbot.waitUntil(lambda: later.is_loaded)
    assert titles(later) == ["of the demo"]
    assert [one.title for one in later.recent] == ["of the demo"]


def test_each_account_has_seen_what_it_has_seen_and_bookmarks_are_shared(desk: Desk) -> None:
    library = desk.library()
    library.add(PEPPY, "peppy")
    library.saw(PEPPY, "seen by the first")
    desk.is_player(3)
    desk.qtbot.waitUntil(lambda: library.is_loaded)
    assert len(library.recent) == 0
    assert library.recent.search("first") == []
    assert titles(library) == ["peppy"]
    library.add(TAIKO, "taiko")
    library.saw(TAIKO, "seen by the second")
    desk.is_player(2)
    assert [one.title for one in library.recent] == ["seen by the first"]
    assert titles(library) == ["peppy", "taiko"]
    later = desk.again(library)
    assert [one.title for one in later.recent] == ["seen by the first"]
    assert titles(later) == ["peppy", "taiko"]
    desk.is_player(3)
    desk.qtbot.waitUntil(lambda: later.is_loaded)
    assert [one.title for one in later.recent] == ["seen by the second"]


def test_accounts_that_change_while_files_are_read_share_their_bookmarks(desk: Desk) -> None:
    library = desk.library(read=False)
    library.open()
    desk.is_player(3)  # the first reading is under way
    library.add(PEPPY, "peppy")
    desk.qtbot.waitUntil(lambda: library.is_loaded)
    desk.is_player(2)
    desk.qtbot.waitUntil(lambda: library.is_loaded)
    library.add(TAIKO, "taiko")
    assert titles(library) == ["peppy", "taiko"]
    assert titles(desk.again(library)) == ["peppy", "taiko"]


def test_a_server_of_ones_own_has_addresses_of_its_own(desk: Desk) -> None:
    desk.account.server = "http://127.0.0.1:4711"
    library = desk.library()
    kept = library.add(PEPPY, "peppy")
    assert kept is not None
    assert kept.address == "http://127.0.0.1:4711/users/2"
    assert library.place_of(kept) == PEPPY
    desk.account.server = "https://osu.ppy.sh"
    assert library.bookmark_of(PEPPY) is None
    assert library.place_of(kept) == WebAddress("http://127.0.0.1:4711/users/2")


@pytest.mark.parametrize("place", [WelcomePlace(), PlayersPlace(), AppPlace("recent")])
def test_what_has_no_address_is_not_kept(
    desk: Desk, place: WelcomePlace | PlayersPlace | AppPlace
) -> None:
    library = desk.library()
    library.saw(place, "it")
    assert library.add(place, "it") is None
    assert library.bookmark_of(place) is None
    assert not len(library.bookmarks)
    assert not len(library.recent)


def test_what_was_removed_comes_back_where_it_was(desk: Desk) -> None:
    library = desk.library()
    for number in range(6):
        library.add(UserPlace(number + 2), str(number))
    kept = list(library.bookmarks)
    removed = library.remove(kept[4], kept[1], kept[2])
    assert titles(library) == ["0", "3", "5"]
    library.put_back(removed)
    assert titles(library) == ["0", "1", "2", "3", "4", "5"]
    library.put_back(removed)
    assert titles(library) == ["0", "1", "2", "3", "4", "5"]
    assert titles(desk.again(library)) == ["0", "1", "2", "3", "4", "5"]


def test_several_move_together(desk: Desk) -> None:
    library = desk.library()
    for number in range(5):
        library.add(UserPlace(number + 2), str(number))
    kept = list(library.bookmarks)
    library.move([kept[1], kept[3]], 0)
    assert titles(library) == ["1", "3", "0", "2", "4"]
    library.move([kept[1], kept[3]], 99)
    assert titles(library) == ["0", "2", "4", "1", "3"]


def test_a_reload_is_not_counted_as_seen_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1_000_000.0]
    monkeypatch.setattr(time, "time", lambda: clock[0])
    library = desk.library()

    def times() -> list[tuple[str, int]]:
        return [(one.title, one.times) for one in library.recent]

    library.saw(PEPPY, "peppy")
    clock[0] += 60
    library.saw(PEPPY, "peppy")
    assert times() == [("peppy", 1)]
    library.saw(TAIKO, "taiko")
    library.saw(PEPPY, "peppy")
    assert times() == [("peppy", 2), ("taiko", 1)]
    clock[0] += 4000
    library.saw(PEPPY, "peppy")
    assert times() == [("peppy", 3), ("taiko", 1)]


def test_forgotten_places_can_be_recalled(desk: Desk) -> None:
    library = desk.library()
    library.saw(PEPPY, "peppy")
    library.saw(TAIKO, "taiko")
    [_, oldest] = library.recent
    library.forget(oldest)
    assert [one.title for one in library.recent] == ["taiko"]
    library.restore([oldest])
    assert [one.title for one in library.recent] == ["taiko", "peppy"]
    library.forget_all()
    assert len(desk.again(library).recent) == 0


# --- troubles --------------------------------------------------------------------------------


def test_a_damaged_file_is_set_aside_and_told_of_once(desk: Desk) -> None:
    path = desk.folders.bookmarks_file
    path.parent.mkdir(parents=True)
    path.write_bytes(b'{"bookmarks": [')
    library = desk.library()
    assert len(desk.problems) == 1
    assert "damaged" in desk.problems[0]
    assert path.with_name("bookmarks.json.damaged").read_bytes() == b'{"bookmarks": ['
    library.add(PEPPY, "peppy")
    desk.again(library)
    assert len(desk.problems) == 1


@pytest.mark.parametrize("name", ["bookmarks", "recently_seen"])
def test_a_file_of_a_newer_version_stays_as_it_is(desk: Desk, name: str) -> None:
    seen = desk.folders.recently_seen_file(desk.account.whose)
    path = desk.folders.bookmarks_file if name == "bookmarks" else seen
    path.parent.mkdir(parents=True)
    version = bookmarks_module.Bookmarks.version + 1
    newer = json.dumps({"version": version, "bookmarks": [], "seen": []})
    path.write_text(newer)
    library = desk.library()
    library.add(PEPPY, "peppy")
    library.saw(PEPPY, "peppy")
    library.close()
    assert path.read_text() == newer
    assert [problem for problem in desk.problems if "newer version" in problem] == desk.problems
    assert len(desk.problems) == 1


def test_a_full_disk_is_told_of_once_until_there_is_room_again_and_nothing_is_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    library = desk.library()
    with monkeypatch.context() as patch:
        patch.setattr(json_file, "write_whole", full)
        library.add(PEPPY, "peppy")
        desk.qtbot.waitUntil(lambda: len(desk.problems) == 1)
        library.add(TAIKO, "taiko")
        assert not library.bookmarks.flush()
    assert desk.problems == ["The bookmarks could not be saved (No space left on device)."]
    assert titles(library) == ["peppy", "taiko"]
    library.add(UserPlace(3), "there is room again")
    assert library.bookmarks.flush()
    with monkeypatch.context() as patch:
        patch.setattr(json_file, "write_whole", full)
        library.add(UserPlace(4), "and full again")
        desk.qtbot.waitUntil(lambda: len(desk.problems) == 2)
    assert desk.problems[0] == desk.problems[1]
    # Written at the end, though nothing has changed since the disk has room.
    assert titles(desk.again(library)) == [
        "peppy",
        "taiko",
        "there is room again",
        "and full again",
    ]


def test_damaged_entries_are_told_of_once_and_the_file_is_repaired(desk: Desk) -> None:
    path = desk.folders.bookmarks_file
    path.parent.mkdir(parents=True)
    entries = [{"address": f"{HOME}/users/2", "title": "peppy"}, {"title": "no address"}]
    path.write_text(json.dumps({"version": 1, "bookmarks": entries}))
    library = desk.library()
    assert titles(library) == ["peppy"]
    assert len(desk.problems) == 1
    assert desk.problems[0].startswith("1 of the bookmarks is damaged.")
    assert titles(desk.again(library)) == ["peppy"]
    assert len(desk.problems) == 1


def test_a_folder_that_cannot_be_read_is_told_of(desk: Desk) -> None:
    desk.folders.data.parent.mkdir(parents=True)
    desk.folders.data.write_bytes(b"a file where the folder should be")
    library = desk.library()
    library.add(PEPPY, "peppy")
    assert titles(library) == ["peppy"]
    assert len(desk.problems) == 4  # bookmarks, marks, searches, visits
    assert desk.problems[0].startswith("The bookmarks could not be read")


# --- carried in a file -----------------------------------------------------------------------


def test_everything_is_carried_to_another_profile(desk: Desk, run: Run, tmp_path: Path) -> None:
    library = desk.library()
    library.add(PEPPY, "ぺっぴー", "メモ\nsecond line")
    library.saw(TAIKO, "taiko ranking")
    path = tmp_path / "carried.json"
    assert run(library.export(path)) == {
        "bookmarks": 1,
        "recent": 1,
        "marks": 0,
        "searches": 0,
    }
    desk.folders = Folders.inside(tmp_path / "other")
    other = desk.library()
    changed: list[str] = []
    other.bookmarks_changed.connect(lambda: changed.append("bookmarks"))
    other.seen_changed.connect(lambda: changed.append("seen"))
    imported = run(other.import_(path))
    assert (imported.bookmarks, imported.seen, imported.skipped) == (1, 1, 0)
    assert changed == ["bookmarks", "seen"]
    assert list(other.bookmarks) == list(library.bookmarks)
    assert list(other.recent) == list(library.recent)
    again = run(other.import_(path))
    assert (again.bookmarks, again.seen) == (0, 0)
    assert list(other.bookmarks) == list(library.bookmarks)


def test_marks_and_searches_are_carried_too(desk: Desk, run: Run, tmp_path: Path) -> None:
    library = desk.library()
    library.marks.set_mark([1, 2], Mark.SEEN)
    library.marks.set_mark([2], Mark.HIDDEN)
    library.searches.put(SavedSearch("https://osu.ppy.sh/beatmapsets?q=a", "東方", looked=5.0))
    path = tmp_path / "carried.json"
    run(library.export(path))
    desk.folders = Folders.inside(tmp_path / "other")
    other = desk.library()
    other.marks.set_mark([1, 3], Mark.LIKED)
    told: list[str] = []
    other.marks_replaced.connect(lambda: told.append("marks"))
    other.searches_replaced.connect(lambda: told.append("searches"))
    imported = run(other.import_(path))
    assert (imported.marks, imported.searches, imported.skipped) == (2, 1, 0)
    assert told == ["marks", "searches"]
    assert other.marks.state(1) == Mark.SEEN | Mark.LIKED
    assert other.marks.state(2) == Mark.SEEN | Mark.HIDDEN
    assert list(other.searches) == list(library.searches)
    again = run(other.import_(path))
    assert (again.marks, again.searches) == (0, 0)


def test_marks_and_searches_are_shared_by_accounts_but_not_with_the_demo(desk: Desk) -> None:
    library = desk.library(read=False)
    library.marks.set_mark([1], Mark.SEEN)  # before the files are read
    library.searches.put(SavedSearch("https://osu.ppy.sh/beatmapsets?q=a", "a"))
    library.open()
    desk.qtbot.waitUntil(lambda: library.is_loaded)
    library.marks.set_mark([2], Mark.LIKED)
    desk.is_player(7)
    desk.qtbot.waitUntil(lambda: library.is_loaded)
    assert library.marks.as_dict() == {1: Mark.SEEN, 2: Mark.LIKED}
    desk.in_demo(True)
    desk.qtbot.waitUntil(lambda: library.is_loaded)
    assert (len(library.marks), len(library.searches)) == (0, 0)
    library.marks.set_mark([3], Mark.HIDDEN)
    desk.in_demo(False)
    again = desk.again(library)
    assert again.marks.as_dict() == {1: Mark.SEEN, 2: Mark.LIKED}
    assert [one.title for one in again.searches] == ["a"]
    assert desk.problems == []


def test_a_file_that_is_none_changes_nothing(desk: Desk, run: Run, tmp_path: Path) -> None:
    library = desk.library()
    library.add(PEPPY, "peppy")
    path = tmp_path / "else.json"
    path.write_text("[1, 2")
    with pytest.raises(ImportFailed):
        run(library.import_(path))
    assert titles(library) == ["peppy"]


def test_what_is_searched_is_ready_once_the_files_are_read(desk: Desk) -> None:
    library = desk.library()
    library.add(PEPPY, "Péppy")
    library.restore([Visit("https://osu.ppy.sh/users/3", "Ω", 1.0)])
    later = desk.again(library)
    kept = [*later.bookmarks, *later.recent]
    assert all("words" in vars(one) for one in kept)
    assert [one.title for one in later.bookmarks.search("PEP")] == ["Péppy"]
