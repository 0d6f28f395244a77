"""Scan of the folders of the replay library: what is new, changed and gone."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.services.replays.records import SourceKind
from osubrowser.services.text.plain import is_text
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from osubrowser.services.replays.records import ReplayRecord

MOST_FILES: Final = 1_000_000
"""Files that are looked at in one scan; a folder such as a whole disk ends there."""
SUFFIX: Final = ".osr"

_DEEPEST: Final = 32


class Folder(NamedTuple):
    """Folder of the library, with all folders in it."""

    path: str
    source: SourceKind


class Found(NamedTuple):
    """File that a scan has found: `modified` is in nanoseconds since 1970."""

    size: int
    modified: int
    source: SourceKind


@dataclass(slots=True)
class Scan:
    """Outcome of a scan.

    Attributes:
        new: files that are new, or have changed.
        gone: files of records that are no more.
        moved: records of files that are in a folder of another kind now.
        problems: a sentence for each folder that cannot be read; its records stay.
    """

    new: list[tuple[str, SourceKind]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    moved: list[tuple[str, SourceKind]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def scan(
    folders: Iterable[Folder],
    files: Iterable[tuple[str, SourceKind]],
    known: Mapping[str, ReplayRecord],
    is_cancelled: Callable[[], bool] = bool,
) -> Scan:
    """Compare the folders with the records. Blocks; reads no file.

    Args:
        folders: those of the library; the first one that has a file says of what kind it is.
        files: single files, such as those of lazer's file store.
        known: the records by file.
        is_cancelled: whether to give up: what is new so far is returned, and nothing is gone.
    """
    outcome, found, unread = Scan(), dict[str, Found](), list[str]()
    for folder in folders:
        unnamed, before = 0, len(unread)
        try:
            for file, one in _replays_in(folder, unread, is_cancelled):
                if is_text(file):
                    found.setdefault(file, one)
                else:
                    unnamed += 1
        except OSError as error:
            if _was_deleted(folder.path):
                continue
            unread.append(folder.path)
            before = len(unread)
            outcome.problems.append(
                tr("{path} cannot be read ({strerror}).").format(
                    path=folder.path, strerror=error.strerror
                )
            )
        if len(unread) > before:
            more = len(unread) - before - 1
            outcome.problems.append(
                tr("{file} and %n other(s) cannot be read.", "", more).format(file=unread[before])
                if more
                else tr("{file} cannot be read.").format(file=unread[before])
            )
        if unnamed:
            text = tr(
                "%n replay file(s) in {path} cannot be listed: the name is not valid Unicode.",
                "",
                unnamed,
            )
            outcome.problems.append(text.format(path=folder.path))
    for file, source in files:
        try:
            status = os.stat(file)  # noqa: PTH116 - of many files
        except (OSError, ValueError):
            continue
        found.setdefault(file, Found(status.st_size, status.st_mtime_ns, source))
    for file, one in found.items():
        record = known.get(file)
        if record is None or (record.size, record.modified) != one[:2]:
            outcome.new.append((file, one.source))
        elif record.source is not one.source:
            outcome.moved.append((file, one.source))
    if not is_cancelled():
        roots = tuple(os.path.join(root, "") for root in unread)  # noqa: PTH118 - a prefix
        outcome.gone = [
            file for file in known if file not in found and not file.startswith(roots or ("\0",))
        ]
    return outcome


def _replays_in(
    folder: Folder, unread: list[str], is_cancelled: Callable[[], bool]
) -> Iterator[tuple[str, Found]]:
    """Yield the replay files in a folder; append the folders in it that cannot be read to `unread`.

    Raises OSError if the folder itself cannot be read.
    """
    looked = 0
    waiting = [(folder.path, 0)]
    while waiting and not is_cancelled():
        path, depth = waiting.pop()
        try:
            entries = os.scandir(path)
        except OSError:
            if depth == 0:
                raise
            if not _was_deleted(path):
                unread.append(path)
            continue
        with entries:
            for entry in entries:
                looked += 1
                if looked > MOST_FILES:
                    return
                try:
                    if entry.is_dir(follow_symlinks=False):
                        if depth < _DEEPEST:
                            waiting.append((entry.path, depth + 1))
                    elif entry.name.lower().endswith(SUFFIX) and entry.is_file():
                        status = entry.stat()
                        size, modified = status.st_size, status.st_mtime_ns
                        yield entry.path, Found(size, modified, folder.source)
                except OSError:
                    continue  # gone meanwhile


def _was_deleted(path: str) -> bool:
    """Whether a folder was deleted, rather than that its disk is not there."""
    folder = Path(path)
    try:
        return not folder.exists() and folder.parent.is_dir()
    except OSError:
        return False
