"""Columns of the download queue, and the record of an entry for export."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from osubrowser.models.beatmaps.mods import BETWEEN
from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.text.dates import minute_cell, second
from osubrowser.services.downloads.entries import DownloadState
from osubrowser.services.downloads.worker import failure_text
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.table.column import Record
    from osubrowser.services.downloads.entries import QueueEntry

_States = DownloadState
STATE_NAMES: Final = {
    _States.WAITING: tr("Waiting"),
    _States.DOWNLOADING: tr("Downloading"),
    _States.PAUSED: tr("Paused"),
    _States.DONE: tr("Saved"),
    _States.FAILED: tr("Failed"),
    _States.NO_REPLAY: tr("No replay"),
    _States.EXISTS: tr("Was there"),
}
_RANKS: Final = {state: rank for rank, state in enumerate(
    (
        _States.DOWNLOADING,
        _States.WAITING,
        _States.PAUSED,
        _States.FAILED,
        _States.NO_REPLAY,
        _States.EXISTS,
        _States.DONE,
    )
)}  # fmt: skip


def queue_columns() -> tuple[Column[QueueEntry], ...]:
    """Return the columns of the queue."""
    return (
        Column(
            "position",
            "#",
            44,
            CellKind.NUMBER,
            text=lambda _, number: whole(number),
            sort=lambda _, number: number,
            description=tr("Place in the queue"),
        ),
        Column(
            "replay",
            tr("Replay"),
            400,
            CellKind.TITLE,
            text=_name,
            sort=lambda e, number: _name(e, number).casefold(),
            tone=lambda e: len(e.player),
            tooltip=lambda e: _name(e, 0),
            strong=True,
        ),
        Column(
            "mods",
            tr("Mods"),
            84,
            CellKind.MODS,
            text=lambda e, _: _mods(e.mods),
            sort=lambda e, _: e.mods,
        ),
        Column(
            "mode",
            tr("Ruleset"),
            84,
            CellKind.TEXT,
            text=lambda e, _: MODE_NAMES.get(e.mode, e.mode) or NOTHING,
            sort=lambda e, _: e.mode or None,
            shown=False,
        ),
        Column(
            "state",
            tr("State"),
            98,
            CellKind.TEXT,
            text=lambda e, _: STATE_NAMES[e.state],
            sort=lambda e, _: _RANKS[e.state],
        ),
        Column(
            "progress",
            tr("Progress"),
            84,
            CellKind.PROGRESS,
            text=_progress_text,
            sort=lambda e, _: _progress(e),
            tone=lambda e: 20 * round((_progress(e) or 0) / 20),  # few pictures for many rows
            tooltip=lambda e: _progress_text(e, 0),
        ),
        Column(
            "size",
            tr("Size"),
            76,
            CellKind.NUMBER,
            text=lambda e, _: size_text(_size(e)),
            sort=lambda e, _: _size(e),
        ),
        Column(
            "speed",
            tr("Speed"),
            82,
            CellKind.NUMBER,
            text=lambda e, _: NOTHING if not e.speed else f"{size_text(int(e.speed))}/s",
            sort=lambda e, _: e.speed,
        ),
        Column(
            "attempts",
            tr("Tries"),
            72,
            CellKind.NUMBER,
            text=lambda e, _: whole(e.attempts) if e.attempts else NOTHING,
            sort=lambda e, _: e.attempts,
            description=tr("Number of requests so far"),
        ),
        Column(
            "failure",
            tr("Why"),
            190,
            CellKind.TEXT,
            text=lambda e, _: why(e),
            sort=lambda e, _: e.failure.casefold() or None,
            tooltip=why,
            description=tr("Why it failed, or a note about the file"),
        ),
        Column(
            "file",
            tr("File"),
            260,
            CellKind.TEXT,
            text=lambda e, _: PurePath(e.path).name,
            sort=lambda e, _: PurePath(e.path).name.casefold() or None,
            tooltip=lambda e: e.path,
            shown=False,
        ),
        Column(
            "added",
            tr("Added"),
            128,
            CellKind.DATE,
            text=lambda e, _: minute_cell(_moment(e.added_at)),
            sort=lambda e, _: e.added_at or None,
            tooltip=lambda e: second(_moment(e.added_at)),
            shown=False,
        ),
        Column(
            "finished",
            tr("Finished"),
            128,
            CellKind.DATE,
            text=lambda e, _: minute_cell(_moment(e.finished_at)),
            sort=lambda e, _: e.finished_at or None,
            tooltip=lambda e: second(_moment(e.finished_at)),
            shown=False,
        ),
    )


def queue_record(entry: QueueEntry) -> Record:
    """Return the exact values of an entry, for JSON."""
    target = entry.target
    return {
        "score_id": target.score_id or None,
        "legacy_score_id": target.legacy_id or None,
        "player": entry.player or target.player or None,
        "title": entry.title,
        "mods": entry.mods,
        "mode": entry.mode or None,
        "state": entry.state.value,
        "received": entry.received,
        "size": entry.size,
        "attempts": entry.attempts,
        "failure": entry.failure or None,
        "path": entry.path or None,
        "added_at": _iso(entry.added_at),
        "finished_at": _iso(entry.finished_at),
    }


def why(entry: QueueEntry) -> str:
    """Return the last problem of an entry, and when it is tried again; "" for none."""
    failure = failure_text(entry.failure)
    if entry.state is _States.WAITING and entry.retry_at > time.time():
        moment = time.strftime("%H:%M:%S", time.localtime(entry.retry_at))
        again = tr("Tried again at {moment}.").format(moment=moment)
        return f"{failure} {again}".lstrip()
    return failure


def size_text(size: int | None) -> str:
    """Format a number of bytes: `45.1 kB`."""
    if size is None:
        return NOTHING
    if size < 1000:
        return tr("{size} B", "bytes").format(size=size)
    return (
        tr("{size} kB").format(size=numerals.decimal(size / 1000, 1))
        if size < 1_000_000
        else tr("{size} MB").format(size=numerals.decimal(size / 1e6, 1))
    )


def _name(entry: QueueEntry, _number: int) -> str:
    player = entry.player
    return f"{player}  {entry.title}" if player else entry.title


def _mods(acronyms: str) -> str:
    """Separate acronyms of two letters, as `name_template` joins them."""
    from osubrowser.api.mods import mod_list

    try:
        return BETWEEN.join(mod.acronym for mod in mod_list(acronyms) or ())
    except ValueError:
        return acronyms


def _size(entry: QueueEntry) -> int | None:
    return entry.size if entry.size is not None else entry.received or None


def _progress(entry: QueueEntry) -> int | None:
    """Return the progress in per mille; None while there is none."""
    if entry.state is _States.DONE:
        return 1000
    if entry.state is not _States.DOWNLOADING:
        return None
    if not entry.size:
        return 0
    return min(1000, entry.received * 1000 // entry.size)


def _progress_text(entry: QueueEntry, _number: int) -> str:
    progress = _progress(entry)
    return "" if progress is None else numerals.hundredths(progress // 10, 0)


def _moment(at: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(at, UTC) if at > 0 else None
    except (OverflowError, OSError, ValueError):
        return None


def _iso(at: float) -> str | None:
    moment = _moment(at)
    return None if moment is None else moment.isoformat(timespec="seconds")
