"""The AppDir of the AppImage: what its specification asks for, and its start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from build_app.linux import appimage
from build_app.project import PackageError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="AppImages are Linux's")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A program that prints its path and its arguments."""
    root = tmp_path / "frozen"
    root.mkdir()
    (root / "osubrowser").write_text('#!/bin/sh\nprintf "%s\\n" "$0" "$@"\n')
    (root / "osubrowser").chmod(0o755)
    return root


def test_it_starts_the_program_from_anywhere_with_its_arguments(
    folder: Path, tmp_path: Path
) -> None:
    root = tmp_path / "mounted at" / "osubrowser.AppDir"
    root.mkdir(parents=True)
    appimage.fill(root, folder, "0.1.0", 1_700_000_000)
    link = tmp_path / "start"
    link.symlink_to(root / "AppRun")
    arguments = ["osubrowser:users/2", "a b.osr"]
    done = subprocess.run(
        [link, *arguments], cwd="/", capture_output=True, text=True, check=True, timeout=60
    )
    program, *given = done.stdout.splitlines()
    assert Path(program) == root / "usr/lib/osubrowser/osubrowser"
    assert given == arguments


def test_one_desktop_entry_and_its_icon_stand_at_the_top(folder: Path, tmp_path: Path) -> None:
    root = tmp_path / "AppDir"
    root.mkdir()
    appimage.fill(root, folder, "0.1.0", 1_700_000_000)
    (entry,) = root.glob("*.desktop")
    assert "Icon=osubrowser\n" in entry.read_text("utf-8")
    assert (root / "osubrowser.png").read_bytes().startswith(b"\x89PNG")
    assert (root / ".DirIcon").samefile(root / "osubrowser.png")
    links = [path for path in root.rglob("*") if path.is_symlink()]
    assert all(path.exists() and not path.readlink().is_absolute() for path in links)


def test_without_the_tool_the_error_names_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PackageError, match="appimagetool"):
        appimage.build(folder, "0.1.0", tmp_path)
