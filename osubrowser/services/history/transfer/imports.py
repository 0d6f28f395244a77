"""Import of a file into a history: this program's JSON and CSV, and snapshots of osu!track."""

from __future__ import annotations

import io
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, Final, TypeVar

from osubrowser.services.history.followable import FollowKind, follow_address, followed_place
from osubrowser.services.history.transfer.form import DEMO, FORMAT, LARGEST_FILE, VERSION
from osubrowser.services.history.transfer.json_stream import JsonStream, NotJson
from osubrowser.services.history.transfer.merge import (
    Counts,
    TableMerger,
    latest,
    merge_ranking,
    merge_snapshots,
    series_of,
)
from osubrowser.services.history.transfer.tables import (
    CsvTable,
    PlayerMissing,
    UnknownTable,
    by_subject,
    osutrack_row,
)
from osubrowser.services.runtime.failures import ImportFailed
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from osubrowser.services.history.figures import Figures
    from osubrowser.services.history.store import HistoryStore
    from osubrowser.services.history.subjects import Subject
    from osubrowser.services.history.transfer.progress import Progress

_AT_ONCE: Final = 1_000  # snapshots of a subject that are merged at once
_RECORDS_AT_ONCE: Final = 2  # in one transaction, for which the recorder waits
_BUFFER: Final = 1 << 20

T = TypeVar("T")


class PlayerNeeded(ImportFailed):
    """File of osu!track that does not say whose figures it has: the caller asks for the player."""


def import_file(
    store: HistoryStore,
    path: Path,
    server: str,
    progress: Progress,
    *,
    player: Subject | None = None,
) -> Counts:
    """Merge a file into a history. Blocks: call it on a worker.

    The database is locked for moments only. When it ends early, by an error or cancelled, what was
    merged so far stays; the same file can be imported again.

    Args:
        store: the history; it can be written meanwhile.
        path: the file; its contents are untrusted.
        server: address of osu!, or `demo`: files of another one are refused.
        progress: is told what was read, and can cancel it.
        player: whose figures a file of osu!track has that does not say it.

    Returns:
        What is new, what was known, and what is not valid.

    Raises:
        PlayerNeeded: `player` is None, and the file does not say it.
        ImportFailed: the file cannot be read, or is none of these, or one of another server.
        OSError: the history cannot be written.
        Cancelled: it was cancelled.
    """
    try:
        size = path.stat().st_size
        raw = path.open("rb")
    except OSError as error:
        raise _unreadable(error) from error
    with raw:
        if size > LARGEST_FILE:
            raise ImportFailed(tr("This file is too large to be a history."))
        start = raw.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip()
        raw.seek(0)
        source = _Source(raw, max(1, size), progress)
        text = io.TextIOWrapper(
            io.BufferedReader(source, _BUFFER),
            encoding="utf-8-sig",
            errors="replace",
            newline="",
        )
        counts = Counts()
        try:
            if start[:1] in (b"{", b"["):
                _import_json(store, text, server, counts, source, player)
            else:
                _import_csv(store, text, server, counts, source, player)
        except PlayerMissing:
            raise PlayerNeeded(
                tr("This file of osu!track does not say whose figures it has.")
            ) from None
        except (NotJson, UnknownTable) as error:
            raise _no_history() from error
        except _Unreadable as error:
            raise _unreadable(error.error) from error
        progress.step(1.0)
    return counts


class _Unreadable(Exception):
    """The file, not the database, failed."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


class _Source(io.RawIOBase):
    """Bytes of a file, which count as they are read."""

    def __init__(self, raw: IO[bytes], size: int, progress: Progress) -> None:
        super().__init__()
        self._raw = raw
        self._size = size
        self._progress = progress
        self._position = 0

    def readable(self) -> bool:
        """Whether it can be read: yes."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - bytearray, or a view of memory
        """Read into a buffer; 0 at the end.

        Raises:
            _Unreadable: the file cannot be read.
            Cancelled: it was cancelled; a file may have nothing that can be merged.
        """
        self.step(0)
        try:
            data = self._raw.read(len(buffer))
        except OSError as error:
            raise _Unreadable(error) from error
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)

    def step(self, rows: int) -> None:
        """Tell the progress how far the file was read. Raises `Cancelled`."""
        self._progress.step(min(0.999, self._position / self._size), rows)


def _import_json(
    store: HistoryStore,
    text: IO[str],
    server: str,
    counts: Counts,
    source: _Source,
    player: Subject | None,
) -> None:
    stream = JsonStream(text, "records")
    if not stream.header:
        _import_osutrack(store, stream, counts, source, player)
        return
    version = stream.header.get("version")
    if stream.header.get("format") != FORMAT or type(version) is not int or version < 1:
        raise NotJson("another format")
    if version > VERSION:
        raise ImportFailed(
            tr("This file is one of a newer version."), tr("Update osubrowser first.")
        )
    _check_server(stream.header.get("server"), server)
    with store.read() as connection:
        merger = TableMerger(connection, _can_be_followed)
    for records in _parts(stream, _RECORDS_AT_ONCE):
        rows = 0
        with store.change() as connection:
            for record in records:
                try:
                    if "series" in record:
                        subject, snapshots = series_of(record, counts)
                        rows += len(snapshots)
                        merge_snapshots(connection, subject, snapshots, counts)
                    elif "ranking" in record:
                        merge_ranking(connection, record, counts)
                        rows += len(record["rows"])
                    else:
                        merger.merge(connection, record, counts)
                        rows += len(record["rows"])
                except ValueError:
                    counts.broken += 1
        source.step(rows)
    counts.broken += stream.broken


def _import_osutrack(
    store: HistoryStore,
    stream: JsonStream,
    counts: Counts,
    source: _Source,
    player: Subject | None,
) -> None:
    until = latest()

    def rows() -> Iterator[tuple[Subject, int, dict[str, float]]]:
        for number, entry in enumerate(stream):
            if number == 0 and not entry.keys() >= {"timestamp", "pp_rank", "pp_raw"}:
                raise NotJson("other entries")
            try:
                yield osutrack_row(entry, player, until)
            except PlayerMissing:
                raise
            except (ValueError, OverflowError):
                counts.broken += 1

    _merge_all(store, by_subject(rows(), _AT_ONCE), counts, source)
    counts.broken += stream.broken


def _import_csv(
    store: HistoryStore,
    text: IO[str],
    server: str,
    counts: Counts,
    source: _Source,
    player: Subject | None,
) -> None:
    table = CsvTable(text, counts, player)

    def checked() -> Iterator[tuple[Subject, dict[int, Figures]]]:
        for part in by_subject(iter(table), _AT_ONCE):
            for named in table.servers:
                _check_server(named, server)
            yield part

    _merge_all(store, checked(), counts, source)


def _merge_all(
    store: HistoryStore,
    parts: Iterable[tuple[Subject, dict[int, Figures]]],
    counts: Counts,
    source: _Source,
) -> None:
    for few in _parts(parts, _RECORDS_AT_ONCE):
        with store.change() as connection:
            for subject, snapshots in few:
                merge_snapshots(connection, subject, snapshots, counts)
        source.step(sum(len(snapshots) for _, snapshots in few))


def _parts(items: Iterable[T], count: int) -> Iterator[list[T]]:
    """Yield lists of at most `count` items, read before the list is."""
    iterator = iter(items)
    while part := list(islice(iterator, count)):
        yield part


def _check_server(named: object, server: str) -> None:
    """Refuse a file of another server, or one that names none."""
    if named == server:
        return
    if not isinstance(named, str) or not named:
        raise ImportFailed(tr("This file does not say of which server it is."))
    if named == DEMO:
        raise ImportFailed(tr("This is a history of the demo, which is a made-up world."))
    raise ImportFailed(
        tr("This is a history of another server: {server}.").format(server=plain(named, 100))
    )


def _can_be_followed(address: str, kind: str) -> bool:
    place = followed_place(address)
    if place is None or kind not in tuple(FollowKind):
        return False
    return follow_address(place, FollowKind(kind)) == address


def _no_history() -> ImportFailed:
    return ImportFailed(
        tr("This file holds no history that can be read."),
        tr("It can be an export of osubrowser, or the figures of osu!track as its API has them."),
    )


def _unreadable(error: OSError) -> ImportFailed:
    return ImportFailed(
        tr("The file could not be read ({strerror}).").format(strerror=error.strerror)
    )
