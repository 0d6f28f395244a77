"""Tests of files that are damaged, of another version, on a full disk, or closed to writing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from osubrowser.api.entities.rankings import Rankings
from osubrowser.api.entities.users import User, UserCompact, Users, UserStatistics
from osubrowser.services.history.database import HistoryDatabase
from osubrowser.services.history.days import DAY
from osubrowser.services.history.histories import Histories, History
from osubrowser.services.history.names import names_of
from osubrowser.services.history.recorder import MOST_KEPT
from osubrowser.services.history.schema import VERSION
from osubrowser.services.history.subjects import SubjectKind, player

FIRST = 20_000 * DAY
PLAYERS = 300
DAYS = 40
PAGE = 4096


def fill(path: Path) -> None:
    """Make a history of some players and follows."""
    database = HistoryDatabase(path)
    from osubrowser.services.history.snapshots import add_snapshot

    with database.write() as connection:
        for number in range(50):
            connection.execute(
                "INSERT INTO follows (kind, address, title, note, added_at) VALUES (?, ?, ?, ?, ?)",
                ("player", f"/users/{number}", f"player {number}", "友 " * 90, FIRST),
            )
        for number in range(1, PLAYERS + 1):
            connection.execute(
                "INSERT INTO names VALUES (1, ?, ?, 'JP')", (number, f"player {number}")
            )
            for day in range(DAYS):
                figures = {"pp": number + day, "global_rank": 9_000 - day, "play_count": day * 7}
                add_snapshot(connection, player(number, "osu"), FIRST + day * DAY, figures)
    database.close()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a history."""
    path = tmp_path_factory.mktemp("whole") / "whole.sqlite"
    fill(path)
    return path.read_bytes()


class Opened:
    """History of a file, and what it said about it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[str] = []
        self.history = History(lambda: path, self._written, self.problems.append)

    def _written(self, differences: Sequence[object]) -> None:
        """Do nothing: the tests look at the store."""

    def observe(self, number: int) -> None:
        """Let a response be recorded."""
        user = UserCompact(id=number, username="new")
        self.history.recorder.observe("/api/v2/users", {}, Users(users=[user]), FIRST + DAY * 50)
        self.history.recorder.flush()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Return a history that is closed in the end."""
    opened = Opened(tmp_path / "server.sqlite")
    yield opened
    opened.history.close()


def asides(path: Path) -> list[Path]:
    """Return the damaged files that were set aside."""
    return sorted(path.parent.glob(f"{path.name}.damaged-*"))


def test_a_damaged_page_loses_what_is_on_it(whole: bytes, opened: Opened) -> None:
    """One page after another is overwritten: never more is lost than what was below it."""
    pages = len(whole) // PAGE
    follows, series, names = [], [], []
    for number in range(1, pages, max(1, pages // 12)):
        damaged = bytearray(whole)
        damaged[number * PAGE : (number + 1) * PAGE] = b"\xa5" * PAGE
        path = opened.path.with_name(f"{number}.sqlite")
        path.write_bytes(damaged)
        one = Opened(path)
        with one.history.store().read() as connection:
            follows.append(connection.execute("SELECT count(*) FROM follows").fetchone()[0])
            names.append(connection.execute("SELECT count(*) FROM names").fetchone()[0])
            series.append(len(one.history.store().subjects()))
        assert one.history.store().series(player(PLAYERS // 2, "osu"))[-1:] or series[-1] < PLAYERS
        assert len(one.problems) == 1 and "entries" in one.problems[0]
        (aside,) = asides(path)
        assert aside.read_bytes()[: len(damaged)] == damaged
        assert aside.name in one.problems[0]
        one.observe(3)
        assert one.problems == one.problems[:1]
        one.history.close()
    # No two pages have the same rows.
    assert sum(50 - one for one in follows) <= 50, follows
    assert sum(PLAYERS - one for one in names) <= PLAYERS, names
    assert sum(PLAYERS - one for one in series) <= PLAYERS, series


def test_text_that_is_none(whole: bytes, opened: Opened) -> None:
    """Damaged text of a row is shown with marks; in the list of tables it is damage."""
    opened.path.write_bytes(whole.replace(b"player 2", b"pl\xfe\xffer 2"))
    assert names_of(opened.history.store(), SubjectKind.PLAYER, [2])[2].name == "pl\ufffd\ufffder 2"
    assert not opened.problems
    one = Opened(opened.path.with_name("other.sqlite"))
    one.path.write_bytes(whole.replace(b"CREATE TABLE series", b"CREATE TABLE \xfe\xffries"))
    one.observe(900)
    assert len(names_of(one.history.store(), SubjectKind.PLAYER, range(1, 1000))) == PLAYERS + 1
    assert len(one.problems) == 1 and "damaged" in one.problems[0]
    one.history.close()


@pytest.mark.parametrize("kept", [0.7, 0.95])
def test_a_file_that_was_cut_off(whole: bytes, opened: Opened, kept: float) -> None:
    """What is on the pages that are left is there."""
    opened.path.write_bytes(whole[: int(len(whole) * kept)])
    store = opened.history.store()
    with store.read() as connection:
        assert connection.execute("SELECT count(*) FROM follows").fetchone()[0] > 0
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(asides(opened.path)) == 1


@pytest.mark.parametrize("is_compacted", [False, True])
@pytest.mark.parametrize("pages", [1 / PAGE, 1, 5, 24])
def test_a_file_without_its_beginning(
    whole: bytes, opened: Opened, pages: float, is_compacted: bool
) -> None:
    """The list of tables is that of every history; rows are found without the pages above them."""
    if is_compacted:  # then tables begin elsewhere, and have rows on the first pages
        pages = min(pages, 2)
        opened.path.write_bytes(whole)
        database = HistoryDatabase(opened.path)
        database.compact()
        database.close()
        whole = opened.path.read_bytes()
    size = int(pages * PAGE)
    opened.path.write_bytes(b"\0" * size + whole[size:])
    store = opened.history.store()
    found = len(store.subjects())
    assert found > PLAYERS * 2 // 3 if pages > 5 else found == PLAYERS
    assert len(store.series(player(PLAYERS, "osu"))) == DAYS
    with store.read() as connection:
        assert connection.execute("SELECT count(*) FROM follows").fetchone()[0] >= 30
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(asides(opened.path)) == 1
    opened.observe(5)
    assert opened.history.store() is store


def test_something_else_in_its_place(opened: Opened) -> None:
    """A file that is no history is set aside, too; each in its own."""
    for number in range(1, 4):
        opened.path.write_bytes(b"no database at all" * 999)
        one = Opened(opened.path)
        one.observe(number)
        assert names_of(one.history.store(), SubjectKind.PLAYER, [number])
        one.history.close()
        assert len(asides(opened.path)) == number
        assert len(one.problems) == 1


def test_damage_that_is_seen_while_the_file_is_open(whole: bytes, opened: Opened) -> None:
    """The next use has what could be read, and what is observed then is recorded."""
    opened.path.write_bytes(whole)
    store = opened.history.store()
    with opened.path.open("r+b") as file:
        file.seek(2 * PAGE)
        file.write(b"\xa5" * (len(whole) // 2))
    with pytest.raises(OSError, match="malformed"):
        for number in range(1, PLAYERS):
            store.series(player(number, "osu"))
    opened.observe(5)
    assert opened.history.store() is not store
    assert names_of(opened.history.store(), SubjectKind.PLAYER, [5])[5].name == "new"
    assert opened.problems and len(asides(opened.path)) == 1


def test_a_recovery_that_was_interrupted(whole: bytes, opened: Opened) -> None:
    """Between the two renames the new file takes its place at the next start."""
    opened.path.with_name(opened.path.name + ".recovered").write_bytes(whole)
    assert len(opened.history.store().subjects()) == PLAYERS
    assert not asides(opened.path) and not opened.problems


def test_a_newer_file_is_left_alone(whole: bytes, opened: Opened) -> None:
    """It is said, and not a byte of the file is changed."""
    opened.path.write_bytes(whole)
    with closing(sqlite3.connect(opened.path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = opened.path.read_bytes()
    for number in range(3):
        opened.observe(number)
    assert len(opened.problems) == 1 and "newer version" in opened.problems[0]
    with pytest.raises(OSError, match="version"):
        opened.history.store()
    assert opened.path.read_bytes() == before
    assert not asides(opened.path)


def test_a_full_disk_is_said_and_writing_goes_on_after_it(opened: Opened) -> None:
    """Nothing is half written; the problem is over once there is room."""
    opened.observe(1)
    store = opened.history.store()
    with store.change() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    users = Users(users=[UserCompact(id=n, username="n" * 99) for n in range(1, 500)])
    for _ in range(2):
        opened.history.recorder.observe("/api/v2/users", {}, users, FIRST)
        opened.history.recorder.flush()
    assert len(opened.problems) == 1 and "full" in opened.problems[0]
    assert len(names_of(store, SubjectKind.PLAYER, range(500))) == 1
    with store.change() as connection:
        connection.execute("PRAGMA max_page_count = 100000").fetchall()
    opened.observe(600)
    assert (
        len(names_of(store, SubjectKind.PLAYER, range(1, 601))) == 500
    )  # with those seen meanwhile
    assert opened.problems[1:] == [""]


def test_what_is_kept_on_a_full_disk_is_bounded_and_written_in_the_end(opened: Opened) -> None:
    """The newest answers stay, until the program ends."""
    opened.observe(1)
    store = opened.history.store()
    with store.change() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    large = Users(users=[UserCompact(id=n, username="n" * 99) for n in range(1000, 2000)])
    opened.history.recorder.observe("/api/v2/users", {}, large, FIRST)
    for number in range(2, MOST_KEPT + 2):
        opened.observe(number)
    with store.change() as connection:
        connection.execute("PRAGMA max_page_count = 100000").fetchall()
    opened.history.close()
    with closing(sqlite3.connect(opened.path)) as connection:
        found = {key for (key,) in connection.execute("SELECT key FROM names")}
    assert set(range(3, MOST_KEPT + 2)) <= found
    assert 1500 not in found, "the oldest is given up"


def test_a_folder_that_cannot_be_written(opened: Opened) -> None:
    """It is said once, whatever is observed."""
    opened.path.parent.joinpath("file").touch()
    one = Opened(opened.path.parent / "file" / "server.sqlite")
    for number in range(3):
        one.observe(number)
    assert len(one.problems) == 1 and "written" in one.problems[0]
    one.history.close()


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be removed")
@pytest.mark.parametrize("is_replaced", [False, True])
def test_a_file_that_is_removed_while_it_is_open(
    whole: bytes, opened: Opened, is_replaced: bool
) -> None:
    """What comes afterwards is in the file that is there, not in one without a name."""
    opened.observe(1)
    for part in list(opened.path.parent.iterdir()):
        part.unlink()
    if is_replaced:
        opened.path.write_bytes(whole)
    opened.observe(900)
    names = names_of(opened.history.store(), SubjectKind.PLAYER, range(1, 1000))
    assert len(names) == 1 + PLAYERS * is_replaced
    opened.history.close()
    with closing(sqlite3.connect(opened.path)) as connection:
        assert connection.execute("SELECT name FROM names WHERE key = 900").fetchall()
    assert not opened.problems


def test_reading_does_not_wait_for_writing(opened: Opened) -> None:
    """Reads see the state before a transaction that is under way."""
    opened.observe(1)
    store = opened.history.store()
    with store.change() as connection:
        connection.execute("DELETE FROM names")
        assert names_of(store, SubjectKind.PLAYER, [1])
    assert not names_of(store, SubjectKind.PLAYER, [1])


def test_only_what_is_followed_is_recorded_if_that_is_wanted(tmp_path: Path) -> None:
    """Answers about it leave records, and those of background checks; others none."""
    histories = Histories(tmp_path)
    history = histories.of_server("https://osu.example", is_demo=False)
    histories.is_recording = False
    with history.store().change() as connection:
        for address in ("/users/2#beatmaps", "/rankings/osu/performance?country=JP"):
            connection.execute(
                "INSERT INTO follows (kind, address, title, added_at) VALUES ('mapper', ?, '', 0)",
                (address,),
            )
    observers = history.recorder, history.recorder.background
    for path, number, observer in (
        ("users/2/osu", 2, 0),
        ("users/3/osu", 3, 0),
        ("users/22/osu", 22, 0),
        ("users", 4, 1),
        ("users", 5, 0),
    ):
        user = User(id=number, username="one")
        observers[observer].observe(f"/api/v2/{path}", {}, user, FIRST)
    for type_, number in (("performance", 6), ("score", 7)):
        row = UserStatistics(user=UserCompact(id=number, username="one"))
        page = Rankings(ranking=[row])
        observers[0].observe(f"/api/v2/rankings/osu/{type_}", {}, page, FIRST)
    history.recorder.flush()
    assert names_of(history.store(), SubjectKind.PLAYER, range(30)).keys() == {2, 4, 6}
    histories.is_recording = True
    observers[0].observe("/api/v2/users/3", {}, User(id=3, username="one"), FIRST)
    history.recorder.flush()
    assert 3 in names_of(history.store(), SubjectKind.PLAYER, [3])
    histories.close()
