"""Watch of folders: tells when files in them are made, changed, renamed or deleted."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from osubrowser.services.replays.scan import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from watchdog.observers.api import BaseObserver, ObservedWatch

log = logging.getLogger(__name__)

_CHANGES = frozenset({"created", "modified", "moved", "deleted"})


class FolderWatch:
    """Watch of folders, with all folders in them. One thread at a time; methods block.

    A folder that is not there, or of which the system tells nothing, is not watched.

    Args:
        on_change: called on a thread of the watch for each change of a replay file or a folder.
    """

    def __init__(self, on_change: Callable[[], None]) -> None:
        # It logs an error for an event that arrives while it stops.
        logging.getLogger("watchdog").setLevel(logging.CRITICAL)
        self._handler = _Handler(on_change)
        self._observer: BaseObserver | None = None
        self._watched: dict[str, ObservedWatch] = {}

    def watch(self, folders: Sequence[str]) -> None:
        """Watch these folders, and no others."""
        wanted = {one for one in folders if os.path.isdir(one)}  # noqa: PTH112 - never raises
        for folder in self._watched.keys() - wanted:
            self._unwatch(folder)
        for folder in wanted - self._watched.keys():
            if self._observer is None:
                self._observer = Observer()
                self._observer.start()
            try:
                watched = self._observer.schedule(self._handler, folder, recursive=True)
            except OSError as error:  # no such folder, or the system watches no more
                log.info("a folder is not watched: %s", error)
                continue
            self._watched[folder] = watched

    def close(self) -> None:
        """Stop watching, and end the threads."""
        observer, self._observer = self._observer, None
        self._watched.clear()
        if observer is not None:
            observer.stop()
            observer.join()

    def _unwatch(self, folder: str) -> None:
        watched = self._watched.pop(folder)
        if self._observer is not None:
            try:
                self._observer.unschedule(watched)
            except (KeyError, OSError):  # the folder is gone
                log.debug("a folder is no longer watched")


class _Handler(FileSystemEventHandler):
    def __init__(self, on_change: Callable[[], None]) -> None:
        self._on_change = on_change

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _CHANGES or (
            event.is_directory and event.event_type == "modified"
        ):
            return
        paths = (os.fsdecode(event.src_path), os.fsdecode(event.dest_path))
        if event.is_directory or any(path.lower().endswith(SUFFIX) for path in paths):
            self._on_change()
