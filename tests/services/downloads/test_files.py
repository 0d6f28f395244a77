"""Files of downloaded replays: names, checks, writes that are whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from osubrowser.api.replays import ReplayHeader, encode_replay, replay_hash
from osubrowser.services.downloads import files
from osubrowser.services.downloads.entries import (
    DownloadState,
    QueueEntry,
    ReplayDetails,
    ReplayTarget,
)
from osubrowser.services.downloads.files import FileOptions, SavingFailed, WrongReplay
from osubrowser.services.downloads.store import PendingFile, QueueStore
from osubrowser.services.settings import schema

HOSTILE = (
    "../../x",
    "..\\..\\x",
    "/etc/passwd",
    "C:\\x",
    "CON",
    "nul.osr",
    "a/b",
    "x" * 300,
    "漢" * 300,
    "🎉" * 200,
    "مرحبا \u202egpj.exe\u202c",
    "tab\tnew\nline\0nul",
    "e\u0301",
    " . ",
    "",
    "~",
    "$(touch x)",
    "{player}",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[QueueStore]:
    store = QueueStore(tmp_path / "data" / "downloads.sqlite")
    yield store
    store.close()


def stored(store: QueueStore, **fields: str) -> QueueEntry:
    entry = QueueEntry(0, 1, 1, "demo", ReplayTarget(1), ReplayDetails(fields=fields))
    [number] = store.insert([entry])
    return replace(entry, id=number)


def options(folder: Path, on_existing: str = "skip", template: str = "{title}") -> FileOptions:
    return FileOptions(str(folder), template, on_existing, lambda: str(folder))


def save(store: QueueStore, wanted: FileOptions, entry: QueueEntry, data: bytes) -> Path | None:
    assert entry.details
    folder = files.prepared_folder(store, wanted)
    path = files.save(store, wanted, entry, dict(entry.details.fields), data, folder)
    if path is not None:
        store.finish_file(entry.id, len(data), "", None)
    return path


# --- names -------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("field", ["player", "title", "difficulty"])
def test_a_hostile_name_stays_in_the_folder(
    store: QueueStore, tmp_path: Path, text: str, field: str
) -> None:
    folder = tmp_path / "here"
    entry = stored(store, **{"player": "p", "title": "t", "difficulty": "d", field: text})
    path = save(store, options(folder, template=schema.REPLAY_NAME), entry, b"data")
    assert path is not None
    assert [path] == list(folder.iterdir())
    assert path.resolve().parent == folder.resolve()
    assert path.name.endswith(".osr")
    assert len(path.name.encode()) <= 255
    assert path.name.isprintable()
    assert not set(path.name) & set('<>:"/\\|?*')
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data", "here"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300), st.sampled_from(["{player}", "{player}.osr", "x {player} y.OSR"]))
@example("CON", "{player}")
def test_every_name_ends_as_a_replay_does(text: str, template: str) -> None:
    name = files.file_name(template, {"player": text})
    assert name.lower().endswith(".osr")
    assert name.lower().count(".osr") == 1 or ".osr" in text.lower()
    assert Path(name).name == name
    assert len(name.encode()) <= 240


def test_two_spellings_of_a_name_are_one() -> None:
    assert files.file_name("{title}", {"title": "e\u0301"}) == files.file_name(
        "{title}", {"title": "é"}
    )


def test_a_template_is_shown_on_an_example() -> None:
    assert files.example_name("{player} [{mods}]") == "Player [HDDT].osr"
    assert files.example_name(schema.REPLAY_NAME).startswith("Player - Artist - Title [Insane]")
    with pytest.raises(ValueError, match="no field"):
        files.example_name("{nobody}")


def test_the_default_template_is_that_of_the_client() -> None:
    from osubrowser.api.replays.name_template import REPLAY_NAME

    assert schema.REPLAY_NAME == REPLAY_NAME


# --- a name that is taken ----------------------------------------------------------------------


def test_a_file_of_somebody_else_is_kept(store: QueueStore, tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "a.osr").write_bytes(b"old")
    entry = stored(store, title="a")
    assert files.existing_file(store, options(folder), entry, folder) == folder / "a.osr"
    assert save(store, options(folder), entry, b"new") is None
    assert save(store, options(folder, "number"), entry, b"new") == folder / "a (2).osr"
    other = stored(store, title="a")
    assert save(store, options(folder, "number"), other, b"third") == folder / "a (3).osr"
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == {
        "a.osr": b"old",
        "a (2).osr": b"new",
        "a (3).osr": b"third",
    }


def test_a_file_is_replaced_if_that_is_wanted(store: QueueStore, tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "a.osr").write_bytes(b"old")
    wanted = options(folder, "replace")
    first, second = stored(store, title="a"), stored(store, title="a")
    assert files.existing_file(store, wanted, first, folder) is None
    assert save(store, wanted, first, b"new") == folder / "a.osr"
    # Another score of the same name is no newer version of this one.
    assert save(store, wanted, second, b"other") == folder / "a (2).osr"
    assert save(store, wanted, first, b"newer") == folder / "a.osr"
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == {
        "a.osr": b"newer",
        "a (2).osr": b"other",
    }


def test_scores_of_one_name_have_a_file_each(store: QueueStore, tmp_path: Path) -> None:
    folder = tmp_path / "here"
    wanted = options(folder, "skip")
    paths = [save(store, wanted, stored(store, title="a"), b"%d" % n) for n in range(3)]
    assert paths == [folder / name for name in ("a.osr", "a (2).osr", "a (3).osr")]


def test_a_name_that_is_taken_at_the_last_moment_is_kept(
    store: QueueStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "here"
    link = os.link

    def late(source: Path, target: Path) -> None:
        if target.name == "a.osr" and not target.exists():
            target.write_bytes(b"of another program")
        link(source, target)

    monkeypatch.setattr(os, "link", late)
    path = save(store, options(folder, "number"), stored(store, title="a"), b"mine")
    assert path == folder / "a (2).osr"
    assert (folder / "a.osr").read_bytes() == b"of another program"


def test_a_file_system_without_links_will_do(
    store: QueueStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    folder = tmp_path / "here"
    path = save(store, options(folder), stored(store, title="a"), b"data")
    assert path == folder / "a.osr"
    assert [p.name for p in folder.iterdir()] == ["a.osr"]


# --- the disk ----------------------------------------------------------------------------------


def test_a_folder_is_made_once(store: QueueStore, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    wanted = options(folder)
    assert save(store, wanted, stored(store, title="a"), b"data")
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    with pytest.raises(SavingFailed, match="cannot be saved in") as failure:
        files.prepared_folder(store, wanted)
    assert "not there any more" in failure.value.hint
    files.forget_folder(store)
    assert files.prepared_folder(store, wanted) == folder
    assert folder.is_dir()


@pytest.mark.parametrize("folder", ["relative", "/dev/null", "/dev/null/x"])
def test_a_folder_that_is_none_has_a_sentence(store: QueueStore, folder: str) -> None:
    with pytest.raises(SavingFailed, match="cannot be saved"):
        files.prepared_folder(store, options(Path(folder)))


@pytest.mark.parametrize(
    ("number", "words"), [(28, "full"), (2, "not there"), (30, "Nothing can be"), (5, "could not")]
)
def test_a_write_that_fails_leaves_nothing(
    store: QueueStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, "so")

    folder = tmp_path / "here"
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(SavingFailed, match=words):
        save(store, options(folder), stored(store, title="a"), b"data")
    assert list(folder.iterdir()) == []


# --- what a killed process leaves --------------------------------------------------------------


def test_a_write_that_was_killed_is_completed_or_undone(store: QueueStore, tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    digest = hashlib.sha256(b"data").hexdigest()
    entries = [stored(store, title=title) for title in "abcd"]
    for entry, title in zip(entries, "abcd", strict=True):
        path, part = folder / f"{title}.osr", folder / f".{title}.part"
        store.begin_file(PendingFile(entry.id, str(path), str(part), digest))
    # Killed before the first byte, in the middle of the write, after the rename, and a stranger.
    (folder / ".b.part").write_bytes(b"da")
    (folder / "c.osr").write_bytes(b"data")
    (folder / ".c.part").write_bytes(b"data")
    (folder / "d.osr").write_bytes(b"something else")
    files.finish_pending(store)
    assert sorted(p.name for p in folder.iterdir()) == ["c.osr", "d.osr"]
    states = {e.id: (e.state, e.path) for e in store.load().entries}
    waiting = (DownloadState.WAITING, "")
    done = (DownloadState.DONE, str(folder / "c.osr"))
    assert [states[e.id] for e in entries] == [waiting, waiting, done, waiting]
    assert store.pending_files() == []


# --- what is in a file -------------------------------------------------------------------------


def stable_file(**changes: object) -> bytes:
    values: dict[str, object] = {
        "username": "player",
        "beatmap_hash": "0" * 32,
        "score": 1000,
        "max_combo": 100,
        "replay_hash": replay_hash(100, "player", "0" * 32, 1000, "S"),
    }
    packed = bytes.fromhex("5d0000200000000000000000000083fffbffffc0000000")
    return encode_replay(ReplayHeader(**(values | changes)), packed, 77)  # type: ignore[arg-type]


def checked(data: bytes, **details: object) -> str:
    known = ReplayDetails(**({"mode": "osu", "max_combo": 100} | details))  # type: ignore[arg-type]
    entry = QueueEntry(1, 1, 1, "demo", ReplayTarget(5, 77, "osu"), known)
    return files.checked_replay(data, entry)[1]


def test_a_good_file_has_no_note() -> None:
    assert checked(stable_file(), legacy_total_score=1000, beatmap_hash="0" * 32) == ""
    assert checked(stable_file()) == ""


def test_another_version_of_the_beatmap_is_noted() -> None:
    assert "another version" in checked(stable_file(), beatmap_hash="1" * 32)
    assert "hash" in checked(stable_file(replay_hash="f" * 32))


@pytest.mark.parametrize(
    ("details", "words"),
    [
        ({"mode": "taiko"}, "It is of osu, not of taiko."),
        ({"max_combo": 101}, "Its combo is 100, not 101."),
        ({"legacy_total_score": 999}, "Its score is 1,000, not 999."),
    ],
)
def test_another_score_is_found_out(details: dict[str, object], words: str) -> None:
    with pytest.raises(WrongReplay) as failure:
        checked(stable_file(), **details)
    assert failure.value.hint == words


def test_a_file_that_is_cut_anywhere_is_refused() -> None:
    data = stable_file()
    for size in range(len(data)):
        with pytest.raises(WrongReplay):
            checked(data[:size])
    for page in (b"<html></html>", b'{"error": null}', b"\0" * 600):
        with pytest.raises(WrongReplay):
            checked(page)
