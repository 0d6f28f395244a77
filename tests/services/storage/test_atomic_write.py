"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from osubrowser.services.storage.atomic_write import sweep_parts, whole_file, write_whole

posix = pytest.mark.skipif(os.name != "posix", reason="modes and links as on POSIX")


def test_folders_are_made_and_the_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file"
    write_whole(path, b"one")
    write_whole(path, b"two", sync=False)
    assert path.read_bytes() == b"two"
    assert [p.name for p in path.parent.iterdir()] == ["file"]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), whole_file(path) as file:
        file.write(b"half")
        _ = 1 / 0
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


@posix
def test_a_private_file_is_its_owner_s_alone_from_the_first_byte(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "file"
    before = os.umask(0)
    try:
        write_whole(path, b"x", private=True)
        with whole_file(path, private=True):
            parts = [p for p in path.parent.iterdir() if p.suffix == ".part"]
            assert stat.S_IMODE(parts[0].stat().st_mode) == 0o600
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "file"
    target.write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@posix
def test_a_name_of_full_length_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    write_whole(path, b"x")
    assert path.read_bytes() == b"x"


def test_what_killed_writes_have_left_is_deleted_and_nothing_else(tmp_path: Path) -> None:
    inner = tmp_path / "data" / "inner"
    inner.mkdir(parents=True)
    left = [inner.parent / f".{'0a' * 8}.part", inner / f".{'f' * 16}.part"]
    others = [inner / "mine.part", inner / f".{'f' * 15}.part", inner / f".secrets.{'f' * 16}.part"]
    for path in (*left, *others):
        path.touch()
    sweep_parts(tmp_path / "data", tmp_path / "missing")
    assert sorted(inner.parent.rglob("*.part")) == sorted(others)
