"""Bookmarks and recently seen places: kept, found by words, carried in a file, never trusted."""

from __future__ import annotations

import json
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.services.library import bookmarks as module
from osubrowser.services.library import recently_seen, transfer
from osubrowser.services.library.bookmarks import (
    LONGEST_NOTE,
    MOST_BOOKMARKS,
    Bookmark,
    Bookmarks,
)
from osubrowser.services.library.recently_seen import MOST_SEEN, RecentlySeen, Visit
from osubrowser.services.library.records import LONGEST_TITLE, one_line
from osubrowser.services.library.transfer import LibraryExport
from osubrowser.services.places.places import (
    BeatmapsetPlace,
    BeatmapsPlace,
    RankingsPlace,
    UserPlace,
)
from osubrowser.services.places.urls import HOME, parse
from osubrowser.services.runtime.failures import ExportFailed, ImportFailed
from osubrowser.services.storage import json_file
from osubrowser.services.storage.atomic_write import write_whole
from osubrowser.services.text.matching import fold, match_score

PEPPY = UserPlace(2)
TAIKO = RankingsPlace("taiko")
SONG = BeatmapsetPlace(39804)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "bookmarks.json"


def titles(bookmarks: Bookmarks) -> list[str]:
    return [one.title for one in bookmarks]


def three(path: Path | None = None) -> Bookmarks:
    bookmarks = Bookmarks(path)
    for place, title in ((PEPPY, "peppy"), (TAIKO, "Taiko"), (SONG, "FREEDOM DiVE")):
        assert bookmarks.add(place, title)
    return bookmarks


# --- bookmarks -------------------------------------------------------------------------------


def test_bookmarks_come_back_in_their_order_with_their_notes(path: Path) -> None:
    bookmarks = Bookmarks.load(path)
    assert list(bookmarks) == []
    bookmarks.add(SONG, " FREEDOM\nDiVE ", "learn the jumps\n  and the end")
    bookmarks.add(PEPPY, "peppy")
    bookmarks.add(TAIKO, "")
    again = Bookmarks.load(path)
    assert list(again) == list(bookmarks)
    assert [(one.address, one.title, one.note) for one in again] == [
        (f"{HOME}/beatmapsets/39804", "FREEDOM DiVE", "learn the jumps\n  and the end"),
        (f"{HOME}/users/2", "peppy", ""),
        (f"{HOME}/rankings/taiko/performance", f"{HOME}/rankings/taiko/performance", ""),
    ]
    assert [parse(one.address) for one in again] == [SONG, PEPPY, TAIKO]
    assert all(one.added > 1_600_000_000 for one in again)
    assert again.problem is None


def test_a_place_is_bookmarked_once(path: Path) -> None:
    bookmarks = three(path)
    before = bookmarks.of(PEPPY)
    bookmarks.add(PEPPY, "peppy (dev)", "new")
    after = bookmarks.of(PEPPY)
    assert titles(bookmarks) == ["peppy (dev)", "Taiko", "FREEDOM DiVE"]
    assert before is not None
    assert after is not None
    assert after.added == before.added
    assert bookmarks.of(UserPlace(3)) is None
    assert bookmarks.of(PEPPY, "https://osu.example") is None


def test_bookmarks_are_changed_moved_and_removed(path: Path) -> None:
    bookmarks = three(path)
    peppy, taiko, song = bookmarks
    bookmarks.write(peppy, note="met at cOE")
    bookmarks.write(taiko, title="Taiko, all")
    bookmarks.move(song, 0)
    assert titles(bookmarks) == ["FREEDOM DiVE", "peppy", "Taiko, all"]
    bookmarks.move(song, 99)
    assert titles(bookmarks) == ["peppy", "Taiko, all", "FREEDOM DiVE"]
    bookmarks.move(song, -5)
    bookmarks.remove(taiko)
    bookmarks.remove(taiko)
    bookmarks.move(taiko, 0)
    bookmarks.write(taiko, title="gone")
    assert titles(Bookmarks.load(path)) == ["FREEDOM DiVE", "peppy"]
    assert [one.note for one in Bookmarks.load(path)] == ["", "met at cOE"]


@given(moves=st.lists(st.tuples(st.integers(0, 5), st.integers(-2, 8)), max_size=12))
def test_moving_is_what_a_list_does(moves: list[tuple[int, int]]) -> None:
    bookmarks, model = Bookmarks(), [str(n) for n in range(6)]
    for name in model:
        bookmarks.add(UserPlace(int(name) + 1), name)
    for which, to in moves:
        one = next(one for one in bookmarks if one.title == str(which))
        bookmarks.move(one, to)
        model.remove(str(which))
        model.insert(max(to, 0), str(which))
    assert titles(bookmarks) == model


def test_there_is_an_end_to_bookmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BOOKMARKS", 3)
    bookmarks = three()
    assert not bookmarks.add(UserPlace(9), "one too many")
    assert bookmarks.add(PEPPY, "still there")
    assert bookmarks.merge([Bookmark(f"{HOME}/users/9", "x")]) == (0, 1)
    assert len(bookmarks) == 3


def test_bookmarks_of_another_server_survive_a_run_with_this_one(path: Path) -> None:
    bookmarks = three(path)
    bookmarks.add(PEPPY, "another peppy", origin="https://osu.example:8443")
    again = Bookmarks.load(path)
    again.add(UserPlace(9), "more")
    last = list(Bookmarks.load(path))
    assert [one.address for one in last][3:] == [
        "https://osu.example:8443/users/2",
        f"{HOME}/users/9",
    ]


# --- the file --------------------------------------------------------------------------------


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"a":1}x'])
def test_a_damaged_file_is_set_aside_with_a_sentence(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    bookmarks = Bookmarks.load(path)
    assert bookmarks.problem == (
        f"The bookmarks were damaged. They start anew; the old file is {path}.damaged."
    )
    assert path.with_name("bookmarks.json.damaged").read_bytes() == damage
    bookmarks.add(PEPPY, "peppy")
    assert titles(Bookmarks.load(path)) == ["peppy"]


def test_a_damaged_entry_is_set_aside_and_told_and_the_others_stay(path: Path) -> None:
    three(path).flush()
    values = json.loads(path.read_bytes())
    values["bookmarks"][1]["address"] = None
    values["bookmarks"].append("no bookmark")
    damaged = json.dumps(values)
    path.write_text(damaged)
    bookmarks = Bookmarks.load(path)
    assert titles(bookmarks) == ["peppy", "FREEDOM DiVE"]
    aside = path.with_name(f"{path.name}.damaged")
    assert bookmarks.problem == (
        f"2 of the bookmarks are damaged. The rest is there; the old file is {aside}."
    )
    assert aside.read_text() == path.read_text() == damaged
    bookmarks.save_repaired()
    assert aside.read_text() == damaged
    assert titles(Bookmarks.load(path)) == ["peppy", "FREEDOM DiVE"]
    assert Bookmarks.load(path).problem is None
    path.write_text(damaged)
    assert "damaged-2" in str(Bookmarks.load(path).problem)  # the first is not lost
    assert aside.read_text() == damaged


def test_a_file_with_damaged_entries_that_cannot_be_copied_is_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = json.dumps({"version": 1, "bookmarks": [{"address": f"{HOME}/users/2"}, {}]})
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(damaged)

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr(json_file, "write_whole", full)
    bookmarks = Bookmarks.load(path)
    monkeypatch.undo()
    assert bookmarks.problem == (
        "1 of the bookmarks is damaged, and the file could not be copied (No space left on "
        "device): changes are not saved."
    )
    bookmarks.save_repaired()
    bookmarks.add(PEPPY, "peppy")
    assert bookmarks.flush()
    assert path.read_text() == damaged


def test_a_file_of_a_newer_version_is_read_and_not_written(path: Path) -> None:
    three(path)
    values = json.loads(path.read_bytes()) | {"version": 2, "folders": ["x"]}
    path.write_text(json.dumps(values))
    bookmarks = Bookmarks.load(path)
    assert titles(bookmarks) == ["peppy", "Taiko", "FREEDOM DiVE"]
    assert bookmarks.problem is not None
    bookmarks.add(UserPlace(9), "x")
    assert json.loads(path.read_bytes()) == values


def test_it_is_written_on_a_worker_and_many_changes_are_one_write(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []
    write = write_whole

    def write_and_tell(path: Path, data: bytes) -> None:
        threads.append(threading.current_thread().name)
        write(path, data)

    monkeypatch.setattr(json_file, "write_whole", write_and_tell)
    gate = threading.Event()
    with ThreadPoolExecutor(1, thread_name_prefix="worker") as executor:
        executor.submit(gate.wait)
        bookmarks = Bookmarks.load(path, executor)
        for n in range(1, 50):
            bookmarks.add(UserPlace(n), str(n))
        assert not path.exists()
        gate.set()
    assert len(threads) == 1
    assert threads[0].startswith("worker")
    assert len(Bookmarks.load(path)) == 49
    bookmarks.add(PEPPY, "late")  # the pool is gone
    assert bookmarks.flush()
    assert bookmarks.of(PEPPY) in list(Bookmarks.load(path))


# --- recently seen ---------------------------------------------------------------------------


def test_the_newest_is_first_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    recent = RecentlySeen.load(path)
    recent.saw(PEPPY, "peppy")
    recent.saw(TAIKO, "Taiko")
    recent.saw(PEPPY, "peppy, renamed")
    again = RecentlySeen.load(path)
    assert list(again) == list(recent)
    assert [(one.title, one.times) for one in again] == [("peppy, renamed", 2), ("Taiko", 1)]
    assert [parse(one.address) for one in again] == [PEPPY, TAIKO]
    again.remove(next(iter(again)))
    assert [one.title for one in RecentlySeen.load(path)] == ["Taiko"]
    again.clear()
    assert len(RecentlySeen.load(path)) == 0


@given(seen=st.lists(st.integers(1, 12), max_size=60))
def test_only_so_many_are_remembered(seen: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recently_seen, "MOST_SEEN", 5)
        recent = RecentlySeen()
        model: list[int] = []
        for user in seen:
            recent.saw(UserPlace(user), str(user))
            model = [user, *(other for other in model if other != user)][:5]
    assert [one.title for one in recent] == [str(user) for user in model]


def test_a_damaged_entry_of_what_was_seen_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    entries = [{"address": f"{HOME}/users/2", "title": "peppy"}, {"address": 5}]
    path.write_text(json.dumps({"version": 1, "seen": entries}))
    recent = RecentlySeen.load(path)
    assert [one.title for one in recent] == ["peppy"]
    assert str(recent.problem).startswith("1 of the recently seen places is damaged.")
    assert json.loads(path.with_name("seen.json.damaged").read_bytes())["seen"] == entries
    path.write_text(json.dumps({"version": 1, "seen": {"a": "b"}}))
    assert str(RecentlySeen.load(path).problem).startswith("1 of the recently seen places is")


def test_lists_that_the_website_lacks_are_remembered(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    rooms = "osubrowser:rooms?category=daily_challenge"
    entries = [{"address": rooms, "title": "Rooms"}, {"address": "osubrowser:settings"}]
    path.write_text(json.dumps({"version": 1, "seen": entries}))
    recent = RecentlySeen.load(path)
    assert [one.address for one in recent] == [rooms]
    assert str(recent.problem).startswith("1 of the recently seen places is damaged.")


def test_a_damaged_file_of_what_was_seen_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    path.write_bytes(b"no")
    recent = RecentlySeen.load(path)
    assert recent.problem is not None
    assert recent.problem.startswith("The recently seen places were damaged.")
    assert path.with_name("seen.json.damaged").exists()


# --- words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Röyksopp - Poor Leno", "royksopp"),
        ("ROYKSOPP", "röyksopp"),
        ("Camellia feat. Nanahira - ベースラインやってる?", "べーすらいん"),
        ("ﾊﾝｶｸ", "はんかく"),
        ("東方紅魔郷", "紅魔"),
        ("ガガガ", "がが"),
        ("Straße", "STRASSE"),
        ("Ёлка", "елка"),
        ("Mørk Łódź", "mork lodz"),
        ("İstanbul", "istanbul"),
        ("한국어 제목", "한국"),
        ("peppy  the   cat", "cat peppy"),
        ("Ｆｕｌｌ ｗｉｄｔｈ", "full width"),
    ],
)
def test_words_are_found_however_they_are_written(text: str, words: str) -> None:
    assert match_score(fold(words), fold(text)) is not None


@pytest.mark.parametrize(
    ("text", "words"), [("カ", "が"), ("はし", "ばし"), ("peppy", "pepy"), ("a b", "a b c")]
)
def test_other_words_are_not_found(text: str, words: str) -> None:
    assert match_score(fold(words), fold(text)) is None


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(min_size=1), st.integers(0, 20), st.integers(1, 20))
def test_every_piece_of_a_folded_title_finds_it(text: str, start: int, length: int) -> None:
    folded = fold(text)
    assert match_score(folded[start : start + length].strip(), folded) is not None


def test_bookmarks_are_found_by_title_note_and_address_the_best_first() -> None:
    bookmarks = Bookmarks()
    bookmarks.add(UserPlace(1), "somebody", "knows Cookiezi")
    bookmarks.add(UserPlace(2), "the cookiezi fan")
    bookmarks.add(UserPlace(3), "anticookiezi")
    bookmarks.add(UserPlace(124493), "Cookiezi")
    found = [one.title for one in bookmarks.search("COOKIEZI")]
    assert found == ["Cookiezi", "the cookiezi fan", "anticookiezi", "somebody"]
    assert [one.title for one in bookmarks.search("cookiezi somebody")] == ["somebody"]
    assert [one.title for one in bookmarks.search("users/124493")] == ["Cookiezi"]
    assert bookmarks.search("nobody") == []
    assert [one.title for one in bookmarks.search("", most=2)] == ["somebody", "the cookiezi fan"]


def test_of_what_was_seen_the_newest_is_found_first() -> None:
    recent = RecentlySeen()
    for n in (1, 2, 3):
        recent.saw(UserPlace(n), f"player {n}")
    assert [one.title for one in recent.search("PLAYER")] == ["player 3", "player 2", "player 1"]
    assert [one.title for one in recent.search("players")] == []


# --- carried in a file -----------------------------------------------------------------------


def test_an_export_brings_everything_to_another_computer(tmp_path: Path) -> None:
    bookmarks, recent = three(), RecentlySeen()
    bookmarks.add(BeatmapsPlace((("q", "日本 & more"),)), "日本", "ノート\n2")
    recent.saw(TAIKO, "Taiko")
    recent.saw(PEPPY, "peppy")
    recent.saw(PEPPY, "peppy")
    file = tmp_path / "export.json"
    transfer.write_export(file, transfer.export_library(bookmarks, recent))
    theirs, their_recent = Bookmarks(), RecentlySeen()
    outcome = transfer.import_library(transfer.read_export(file), theirs, their_recent)
    assert (outcome.bookmarks, outcome.seen, outcome.skipped) == (4, 2, 0)
    assert list(theirs) == list(bookmarks)
    assert [one.added for one in theirs] == [one.added for one in bookmarks]
    assert list(their_recent) == list(recent)
    again = transfer.import_library(transfer.read_export(file), theirs, their_recent)
    assert (again.bookmarks, again.seen) == (0, 0)
    assert list(theirs) == list(bookmarks)
    assert list(their_recent) == list(recent)


def test_merging_keeps_ours_and_adds_what_is_new() -> None:
    bookmarks, recent = three(), RecentlySeen()
    peppy, taiko, _ = bookmarks
    bookmarks.write(peppy, note="ours")
    recent.merge([Visit(peppy.address, "peppy", 100.0, 7), Visit(taiko.address, "t", 50.0, 1)])
    carried = LibraryExport(
        (
            Bookmark(f"{HOME}/users/9", "nine"),
            Bookmark(peppy.address, "theirs", "theirs"),
            Bookmark(taiko.address, "T", "a note"),
        ),
        (Visit(peppy.address, "p", 90.0, 9), Visit(taiko.address, "t", 200.0, 1)),
        3,
    )
    for _ in range(2):
        outcome = transfer.import_library(carried, bookmarks, recent)
        assert outcome.skipped == 3
        assert [(one.title, one.note) for one in bookmarks] == [
            ("peppy", "ours\ntheirs"),
            ("Taiko", "a note"),
            ("FREEDOM DiVE", ""),
            ("nine", ""),
        ]
        assert [(one.title, one.at, one.times) for one in recent] == [
            ("t", 200.0, 1),
            ("peppy", 100.0, 9),
        ]
    assert outcome.bookmarks == 0


def entry(address: str, **more: object) -> dict[str, object]:
    return {"address": address, "title": "x", **more}


BAD_ENTRIES: list[object] = [
    None,
    7,
    [],
    "https://osu.ppy.sh/users/2",
    {},
    {"address": 7, "title": "x"},
    entry("javascript:alert(1)"),
    entry("file:///etc/passwd"),
    entry("https://evil.example/users/2"),
    entry("https://osu.ppy.sh.evil.example/users/2"),
    entry("https://me:secret@osu.ppy.sh/users/2"),
    entry("http://127.0.0.1:5000/users/2"),
    entry("/users/2"),
    entry("users/2"),
    entry(""),
    entry("https://osu.ppy.sh/users/2\n"[:-1] + " x"),
    entry("https://osu.ppy.sh/" + "x" * 5000),
    entry("https://osu.ppy.sh/users/3"),  # once more
]


def written(tmp_path: Path, values: Any) -> Path:
    file = tmp_path / "import.json"
    file.write_text(json.dumps(values))
    return file


def test_bad_entries_are_skipped_and_counted(tmp_path: Path) -> None:
    good = entry(
        "https://osu.ppy.sh/u/3",
        title="a\u202eb\x00\n" + "t" * 1000,
        note="n\x1b[31m\r\nm\ud800" + "n" * 9000,
        added=float("1e300"),
        folder=["unknown"],
    )
    file = written(
        tmp_path,
        {"format": transfer.FORMAT, "version": 1, "bookmarks": [good, *BAD_ENTRIES], "seen": 7},
    )
    carried = transfer.read_export(file)
    assert carried.skipped == len(BAD_ENTRIES) + 1  # "seen" is no list
    assert len(carried.bookmarks) == 1
    (one,) = carried.bookmarks
    assert one.address == "https://osu.ppy.sh/users/3"
    assert one.title.startswith("ab ttt")
    assert len(one.title) == LONGEST_TITLE
    assert one.note.startswith("n[31m\nmnnn")
    assert len(one.note) == LONGEST_NOTE
    assert one.added == 0
    assert carried.seen == ()


def test_what_was_seen_in_a_file_is_checked_too(tmp_path: Path) -> None:
    seen = [
        entry("https://osu.ppy.sh/users/3", at=5, times=10**30),
        entry("https://osu.ppy.sh/users/4", at=True, times=-1),
        *BAD_ENTRIES,
    ]
    file = written(tmp_path, {"format": transfer.FORMAT, "version": 1, "seen": seen})
    carried = transfer.read_export(file)
    assert carried.skipped == len(BAD_ENTRIES)
    assert [(one.at, one.times) for one in carried.seen] == [(5.0, 1), (0.0, 1)]


def test_a_file_of_too_many_is_cut(tmp_path: Path) -> None:
    many = [entry(f"{HOME}/users/{n}") for n in range(1, MOST_BOOKMARKS + 11)]
    values = {"format": transfer.FORMAT, "version": 1, "bookmarks": many, "seen": many}
    carried = transfer.read_export(written(tmp_path, values))
    assert (len(carried.bookmarks), len(carried.seen)) == (MOST_BOOKMARKS, MOST_SEEN)
    assert carried.skipped == 10 + len(many) - MOST_SEEN


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "holds no bookmarks"),
        (b"{", "holds no bookmarks"),
        (b"[]", "holds no bookmarks"),
        (b"[" * 200_000, "holds no bookmarks"),
        (b'{"n": ' + b"9" * 5000 + b"}", "holds no bookmarks"),
        (b"\xff\xfe\x00", "holds no bookmarks"),
        (b'{"version": 1, "bookmarks": []}', "holds no bookmarks"),
        (b'{"format": "osubrowser bookmarks"}', "is damaged"),
        (b'{"format": "osubrowser bookmarks", "version": true}', "is damaged"),
        (b'{"format": "osubrowser bookmarks", "version": 2}', "newer version"),
        (b" " * (transfer.LARGEST + 1), "too large"),
    ],
)
def test_what_is_no_file_of_bookmarks_is_a_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    file = tmp_path / "import.json"
    file.write_bytes(content)
    with pytest.raises(ImportFailed, match=sentence):
        transfer.read_export(file)


def test_files_that_cannot_be_read_or_written_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(ImportFailed, match="could not be read"):
        transfer.read_export(tmp_path / "none.json")
    with pytest.raises(ImportFailed, match="could not be read"):
        transfer.read_export(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(ExportFailed, match="could not be written"):
        transfer.write_export(tmp_path / "file" / "x.json", LibraryExport(()))


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)
entries = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "address": anything | st.sampled_from([f"{HOME}/users/2", f"{HOME}/wiki/ja/../x"]),
            "title": anything,
            "note": anything,
            "added": anything,
            "at": anything,
            "times": anything,
        },
    )
    | anything,
    max_size=5,
)


@given(bookmarks=entries | anything, seen=entries | anything)
def test_whatever_a_file_holds_what_comes_out_is_good_and_comes_back(
    tmp_path_factory: pytest.TempPathFactory, bookmarks: object, seen: object
) -> None:
    folder = tmp_path_factory.getbasetemp()
    file = written(
        folder,
        {"format": transfer.FORMAT, "version": 1, "bookmarks": bookmarks, "seen": seen},
    )
    carried = transfer.read_export(file)
    kept = [(one.address, one.title) for one in carried.bookmarks]
    for address, title in kept + [(one.address, one.title) for one in carried.seen]:
        assert parse(address) is not None
        assert one_line(title) == title
        assert 0 < len(title) <= max(LONGEST_TITLE, len(address))
    mine, recent = Bookmarks(folder / "mine.json"), RecentlySeen(folder / "seen.json")
    transfer.import_library(carried, mine, recent)
    mine.flush()
    recent.flush()
    assert list(Bookmarks.load(folder / "mine.json")) == list(mine) == list(carried.bookmarks)
    assert list(RecentlySeen.load(folder / "seen.json")) == list(recent)


@pytest.mark.parametrize("origin", [HOME, "https://osu.example.org"])
def test_the_position_in_a_ranking_is_kept_beside_the_address(tmp_path: Path, origin: str) -> None:
    path = tmp_path / "bookmarks.json"
    there = RankingsPlace(page=44, rank=2163, current=2170)
    bookmarks = Bookmarks(path)
    assert bookmarks.add(there, "deep", origin=origin)
    [one] = Bookmarks.load(path)
    assert one.address == f"{origin}/rankings/osu/performance?page=44"
    assert one.exact_address == f"{one.address}#rank-2163-current-2170"
    assert bookmarks.of(RankingsPlace(page=44), origin) == one, "a page has one bookmark"


@pytest.mark.parametrize("position", ["rank-1", "x", "rank-2163" * 100, 7, None, "?page=3"])
def test_a_damaged_position_is_left_out(tmp_path: Path, position: object) -> None:
    path = tmp_path / "bookmarks.json"
    entry = {"address": f"{HOME}/rankings/osu/performance?page=44", "title": "deep"}
    entries = [entry | {"position": position}]
    path.write_text(json.dumps({"version": 1, "bookmarks": entries}))
    [one] = Bookmarks.load(path)
    assert one.exact_address == entry["address"]
