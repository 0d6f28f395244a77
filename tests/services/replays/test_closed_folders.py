"""Folders in which the user may look at nothing: they are left out, and nothing fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from osubrowser.services.downloads import queue
from osubrowser.services.replays import library
from osubrowser.services.replays.watch import FolderWatch
from tests.closed_folders import close_folder


def test_a_closed_folder_is_not_watched_not_added_and_not_taken_for_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, open_folder = tmp_path / "closed", tmp_path / "open"
    for folder in (closed / "replays", open_folder):
        folder.mkdir(parents=True)
    file = closed / "replays" / "a.osr"
    file.touch()
    close_folder(closed, monkeypatch)
    watch = FolderWatch(lambda: None)
    try:
        watch.watch([str(closed / "replays"), str(open_folder)])
        assert set(watch._watched) == {str(open_folder)}
    finally:
        watch.close()
    assert library._kinds_of([file, open_folder]) == [(open_folder, True)]
    assert queue._missing({1: str(file), 2: str(open_folder / "b.osr")}) == [2]
