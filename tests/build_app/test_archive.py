"""Archives are the same for the same files."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from build_app import archive

TIME = 1_700_000_000


def make_folder(parent: Path, names: list[str]) -> Path:
    folder = parent / "osubrowser"
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode() * 1000)
    (folder / "osubrowser").chmod(0o775)
    return folder


NAMES = ["osubrowser", "_internal/b.so", "_internal/a/c.txt"]


@pytest.mark.skipif(shutil.which("xz") is None, reason="xz is not installed")
def test_equal_folders_make_equal_archives(tmp_path: Path) -> None:
    sums = set[str]()
    for turn, names in enumerate((NAMES, NAMES[::-1])):
        folder = make_folder(tmp_path / str(turn), names)
        (folder / "link").symlink_to("_internal/b.so")
        os.utime(folder / "osubrowser", (turn, turn))
        (folder / "_internal/b.so").chmod(0o600 + turn * 0o44)
        file = tmp_path / f"{turn}.tar.xz"
        archive.write_tar_xz(folder, file, time=TIME)
        sums.add(archive.sha256(file))
    assert len(sums) == 1
    with tarfile.open(tmp_path / "0.tar.xz") as tar:
        entries = {entry.name: entry for entry in tar}
    assert list(entries) == sorted(entries)
    assert entries["osubrowser/link"].linkname == "_internal/b.so"  # no second copy of the file
    assert entries["osubrowser/osubrowser"].mode == 0o755
    assert entries["osubrowser/_internal/b.so"].mode == 0o644
    assert {entry.mtime for entry in entries.values()} == {TIME}
    assert {(entry.uid, entry.uname) for entry in entries.values()} == {(0, "root")}
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX program")
def test_a_failed_archive_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_folder(tmp_path, NAMES)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FileNotFoundError):
        archive.write_tar_xz(folder, tmp_path / "a.tar.xz", time=TIME)
    assert [path.name for path in tmp_path.iterdir()] == ["osubrowser"]


def test_zips_of_equal_folders_are_equal(tmp_path: Path) -> None:
    contents = set[bytes]()
    for turn, names in enumerate((NAMES, NAMES[::-1])):
        folder = make_folder(tmp_path / str(turn), names)
        os.utime(folder / "osubrowser", (turn, turn))
        file = tmp_path / f"{turn}.zip"
        archive.write_zip(folder, file, time=TIME)
        contents.add(file.read_bytes())
    assert len(contents) == 1
    with ZipFile(tmp_path / "0.zip") as found:
        assert found.namelist() == sorted(f"osubrowser/{name}" for name in NAMES)
        assert found.testzip() is None


def test_sums_are_those_that_sha256sum_reads(tmp_path: Path) -> None:
    files = [tmp_path / "b.deb", tmp_path / "a.tar.xz"]
    for file in files:
        file.write_bytes(file.name.encode())
    sums = archive.write_sums(tmp_path, files)
    lines = [
        f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in ("a.tar.xz", "b.deb")
    ]
    assert sums.name == "SHA256SUMS"
    assert sums.read_text("utf-8").splitlines() == lines
