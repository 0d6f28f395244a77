"""Download queue: replays that are wanted, downloaded at the server's pace."""

from __future__ import annotations

import logging
import math
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from osubrowser.api import errors
from osubrowser.services.downloads import limits
from osubrowser.services.downloads.entries import (
    DEMO_SERVER,
    AddResult,
    BatchSummary,
    DownloadState,
    QueueEntry,
    QueueSummary,
    Remedy,
    WantedReplay,
    wanted_of_score,
)
from osubrowser.services.downloads.files import (
    FileOptions,
    SavingFailed,
    WrongReplay,
    finish_pending,
    forget_folder,
)
from osubrowser.services.downloads.store import QueueStore, StoredQueue
from osubrowser.services.downloads.worker import (
    NO_REPLAY,
    NO_SCORE,
    KeyNeeded,
    NotYet,
    Outcome,
    ReplayWorker,
    Transfer,
    failure_text,
    sentence_of,
)
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.storage import default_folders
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from osubrowser.api.client import Client
    from osubrowser.api.entities.scores import Score
    from osubrowser.services.downloads.entries import ReplayDetails, ReplayTarget
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.preferences import Preferences
    from osubrowser.services.storage.folders import Folders

    HasReplay = Callable[[WantedReplay], str | None]

log = logging.getLogger(__name__)

MOST_ENTRIES = 50_000
"""Most entries of the queue, finished ones too."""
_IN_QUEUE = QT_TR_NOOP("This replay is in the queue already.")
_IN_LIBRARY = QT_TR_NOOP("This replay is on this computer already.")
_UNEXPECTED = QT_TR_NOOP("Something in osubrowser went wrong.")
_PARALLEL, _FAST_PARALLEL = 2, 4
_RESOLVING = 2
_PROGRESS_INTERVAL = 250  # milliseconds
_SUMMARY_DELAY = 100  # milliseconds
_LONGEST_TIMER = 60.0  # seconds
_LOOK_AGAIN = 2.0  # seconds, after a failure that says no wait
_States = DownloadState


class DownloadQueue(QObject):
    """Queue of replays to download, stored in a file. Use it in the GUI thread; does not block.

    Signals:
        loaded: the entries of the last run are there; emitted once.
        changed: entries were added or removed, or their order has changed.
        entry_changed(object): the new `QueueEntry` of one that was there before.
        summary_changed(object): the new `QueueSummary`.
        added(object): the `AddResult` of an `add`.
        saved(object): the `QueueEntry` of a replay that has just been saved.
        batch_finished(object): the `BatchSummary` of a batch that is done.
        noted(str): a sentence to show for a moment.

    Args:
        calls: runs blocking calls on workers.
        account: the session, whose client downloads.
        preferences: settings with the folder, the name template, and what to do when a file
            exists.
        folders: where the queue is stored.
        has: returns the file of a replay that is on this computer already, or None; called in the
            GUI thread, must not block.
        api_key: returns the key of API v1 for a server's origin ("" for none); called on a worker.
        per_minute: downloads per minute; None for what the server allows: 10, or what a server on
            this computer says.
        window: seconds in which that many are downloaded at most.
    """

    loaded = Signal()
    changed = Signal()
    entry_changed = Signal(object)
    summary_changed = Signal(object)
    added = Signal(object)
    saved = Signal(object)
    batch_finished = Signal(object)
    noted = Signal(str)

    def __init__(
        self,
        calls: Calls,
        account: Account,
        preferences: Preferences,
        folders: Folders,
        *,
        has: HasReplay | None = None,
        api_key: Callable[[str], str] | None = None,
        per_minute: int | None = None,
        window: float = limits.WINDOW + limits.MARGIN,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._account = account
        self._preferences = preferences
        self._folders = folders
        self._has = has or _has_none
        self._api_key = api_key or _no_key
        self._per_minute = per_minute
        self._window = window
        self._store: QueueStore | None = None
        self._worker: ReplayWorker | None = None
        self._pace = limits.Pace(limits.REPLAYS_PER_MINUTE, window=window)
        self._entries: dict[int, QueueEntry] = {}
        self._order: list[int] = []
        self._waiting: dict[int, None] = {}  # ids in order
        self._numbers: dict[tuple[str, str], int] = {}  # id by server and key of the target
        self._open_batches: dict[int, int] = {}  # number of open entries
        self._transfers: dict[int, Transfer] = {}
        self._busy: set[int] = set()  # on a worker: running, or cut and not ended yet
        self._resolving: set[int] = set()
        self._scope = TaskScope()
        self._writes = TaskScope()
        self._is_paused = False
        self._pause_reason = ""
        self._pause_remedy = Remedy.NONE
        self._hold_until = 0.0  # monotonic; the server cannot be reached, or asks to wait
        self._hold_reason = ""
        self._hold_remedy = Remedy.NONE
        self._server_limits: dict[str, int] = {}  # downloads per minute, as a server said
        self._offline = 0  # failures in a row to reach the server
        self._wrong: dict[int, int] = {}  # files that were not the replay, by entry
        self._duration = 1.0  # seconds of one download, a moving average
        self._is_closed = False
        self._summary = QueueSummary()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._pump)
        self._progress_timer = QTimer(self, interval=_PROGRESS_INTERVAL)
        self._progress_timer.timeout.connect(self._tell_progress)
        self._summary_timer = QTimer(self, singleShot=True, interval=_SUMMARY_DELAY)
        self._summary_timer.timeout.connect(self._tell_summary)
        account.changed.connect(self._on_account_changed)

    # --- reading -----------------------------------------------------------------------------

    @property
    def entries(self) -> list[QueueEntry]:
        """The entries in their order (a copy)."""
        return [self._entries[number] for number in self._order]

    def entry(self, number: int) -> QueueEntry | None:
        """Return the entry with this id, or None."""
        return self._entries.get(number)

    def entry_of(self, target: ReplayTarget) -> QueueEntry | None:
        """Return the entry of a replay of the current server, or None."""
        number = self._known(self._server, target)
        return None if number is None else self._entries.get(number)

    @property
    def summary(self) -> QueueSummary:
        """State of the whole queue; at most a tenth of a second old."""
        return self._summary

    @property
    def server(self) -> str:
        """`QueueEntry.server` of the entries that can be downloaded in this session."""
        return self._server

    @property
    def is_loaded(self) -> bool:
        """Whether the entries of the last run are there."""
        return self._store is not None

    @property
    def is_paused(self) -> bool:
        """Whether the whole queue is paused: by the user, or after a problem with the disk."""
        return self._is_paused

    # --- start and end -----------------------------------------------------------------------

    async def start(self) -> None:
        """Read the entries of the last run, and go on."""
        try:
            store, stored = await self._calls.run_at_once(_opened, self._folders)
        except OSError as error:
            self._on_not_opened(
                tr("The list of downloads cannot be opened ({strerror}).").format(
                    strerror=error.strerror
                )
            )
            return
        except Exception as error:
            if not _is_database_error(error):
                raise
            log.warning("the list of downloads cannot be opened: %s", error)
            self._on_not_opened(tr("The list of downloads cannot be opened: the disk may be full."))
            return
        if self._is_closed:
            await self._calls.run_at_once(store.close)
            return
        self._pace = limits.Pace(
            self._per_minute or limits.REPLAYS_PER_MINUTE,
            stored.sent,
            store.add_sent,
            window=self._window,
        )
        self._store = store
        self._worker = ReplayWorker(store, self._pace, self._api_key)
        self._server_limits = stored.server_limits
        self._is_paused, self._pause_reason = stored.is_paused, stored.pause_reason
        self._pause_remedy = Remedy.FOLDER if stored.pause_reason else Remedy.NONE
        for entry in stored.entries:
            self._insert(entry)
        self._rebuild_waiting()
        if stored.problem:
            self.noted.emit(stored.problem)
        self.loaded.emit()
        self.changed.emit()
        self._pump()

    def _on_not_opened(self, reason: str) -> None:
        self._pause_reason, self._pause_remedy = reason, Remedy.LIST
        self.noted.emit(reason)
        self._tell_summary_soon()

    async def close(self) -> None:
        """Cut running downloads, write what is pending, and close the file. May be called twice."""
        import asyncio

        if self._is_closed:
            return
        self._is_closed = True
        for timer in (self._timer, self._progress_timer, self._summary_timer):
            timer.stop()
        self._account.changed.disconnect(self._on_account_changed)
        for transfer in self._transfers.values():
            transfer.is_cancelled = True
        self._scope.cancel_all()
        if self._worker is not None:
            self._worker.close()
        store, self._store = self._store, None
        if store is not None:
            await asyncio.sleep(0)  # lets writes that were just started come first
            await self._calls.run_at_once(store.close)

    # --- adding ------------------------------------------------------------------------------

    async def add(self, wanted: Iterable[WantedReplay]) -> AddResult:
        """Add replays at the end. They are stored when this returns; `added` is emitted too.

        Failed entries of the same replays are tried again instead.

        Raises:
            Failure: the queue is full, or cannot be written.
        """
        store = self._opened_store()
        server = self._server
        batch = max((entry.batch for entry in self._entries.values()), default=0) + 1
        now, position = time.time(), self._next_position()
        fresh: list[QueueEntry] = []
        seen: set[str] = set()
        repeated: list[int] = []
        in_library = 0
        for one in wanted:
            keys = one.target.keys
            if not keys or not seen.isdisjoint(keys):
                continue
            seen.update(keys)
            known = self._known(server, one.target)
            if known is not None:
                repeated.append(known)
                continue
            if self._has(one):
                in_library += 1
                continue
            lacks_replay = one.details is not None and one.details.has_replay is False
            fresh.append(
                QueueEntry(
                    id=0,
                    position=position + len(fresh),
                    batch=batch,
                    server=server,
                    target=one.target,
                    details=one.details,
                    state=_States.NO_REPLAY if lacks_replay else _States.WAITING,
                    failure=NO_REPLAY if lacks_replay else "",
                    added_at=now,
                    finished_at=now if lacks_replay else 0.0,
                )
            )
        if len(self._entries) + len(fresh) > MOST_ENTRIES:
            raise SavingFailed(
                tr("The queue holds {count} replays at most.").format(
                    count=numerals.whole(MOST_ENTRIES)
                ),
                tr("Clear the finished ones."),
            )
        again = await self._to_repeat(repeated)
        numbers = await self._stored(partial(store.insert, fresh)) if fresh else []
        for number, entry in zip(numbers, fresh, strict=True):
            self._insert(replace(entry, id=number))
        if again:
            self.retry(again)
        self._rebuild_waiting()
        open_now = sum(entry.state is _States.WAITING for entry in fresh)
        result = AddResult(
            batch=batch if fresh else 0,
            added=open_now + len(again),
            in_queue=len(repeated) - len(again),
            in_library=in_library,
            no_replay=len(fresh) - open_now,
        )
        if fresh:
            self.changed.emit()
        self.added.emit(result)
        self._pump()
        return result

    async def add_scores(self, scores: Sequence[Score], player: str = "") -> AddResult:
        """Add the replays of scores; `player` is the user name for scores without their user."""
        given = list(scores)
        wanted = await self._calls.run_at_once(
            lambda: [wanted_of_score(score, player) for score in given]
        )
        return await self.add(wanted)

    def _known(self, server: str, target: ReplayTarget, but: int | None = None) -> int | None:
        """Return the id of an entry of the same replay, or None.

        With `but`, that of another entry that downloads it, or has.
        """
        found = (self._numbers.get((server, key)) for key in target.keys)
        numbers = [number for number in found if number is not None and number != but]
        if but is not None:
            # Of two that find each other out, one has to go on.
            known = [self._entries[number] for number in numbers]
            numbers = [e.id for e in known if e.state.is_open or e.state is _States.DONE]
        return numbers[0] if numbers else None

    async def _to_repeat(self, numbers: Sequence[int]) -> list[int]:
        """Return those entries that are to be tried again: failed, or their file is gone."""
        entries = [self._entries[number] for number in numbers if number in self._entries]
        found = [entry.id for entry in entries if entry.state is _States.FAILED]
        files = {entry.id: entry.path for entry in entries if entry.path}
        if files:
            found += await self._calls.run_at_once(_missing, files)
        return found

    async def look_up(self, wanted: WantedReplay) -> WantedReplay:
        """Return a replay with its score's facts, which the queue would ask for later.

        Raises:
            OsuError: NotFound if there is no such score.
            KeyNeeded: it is asked for by player and beatmap, without key or session.
        """
        self._opened_store()
        if wanted.details is not None or self._worker is None:
            return wanted
        entry = QueueEntry(0, 0, 0, self._server, wanted.target)
        found = await self._calls.run(
            self._worker.resolve, self._client, self._account.server, entry
        )
        return WantedReplay(*found)

    # --- changing ----------------------------------------------------------------------------

    def pause(self, numbers: Iterable[int] | None = None) -> None:
        """Pause open entries; the whole queue without `numbers`. Running downloads are cut."""
        if numbers is None:
            self._pause_all("", Remedy.NONE)
            return
        states = {}
        for number in list(numbers):
            entry = self._entries.get(number)
            if entry is not None and entry.state in (_States.WAITING, _States.DOWNLOADING):
                self._cut(number)
                self._replace(replace(entry, state=_States.PAUSED, retry_at=0.0, received=0))
                self._waiting.pop(number, None)
                states[number] = _States.PAUSED
        self._write_states(states)

    def resume(self, numbers: Iterable[int] | None = None) -> None:
        """Resume paused entries; the whole queue without `numbers`.

        A list of downloads that could not be opened is opened then.
        """
        if numbers is None:
            if self._store is None:
                self._scope.start(self.start(), key="start")
            else:
                self._resume_all()
            return
        states = {}
        for number in list(numbers):
            entry = self._entries.get(number)
            if entry is not None and entry.state is _States.PAUSED:
                self._replace(replace(entry, state=_States.WAITING, failure="", attempts=0))
                states[number] = _States.WAITING
        self._write_states(states)
        self._rebuild_waiting()
        self._pump()

    def retry(self, numbers: Iterable[int] | None = None) -> None:
        """Try finished entries again: failed, without a replay, or with a file that is gone.

        Without `numbers` all failed ones. Open entries that wait for another try go on at once.
        """
        if numbers is None:
            numbers = [e.id for e in self._entries.values() if e.state is _States.FAILED]
        again = []
        for number in list(numbers):
            entry = self._entries.get(number)
            if entry is None or entry.state in (_States.DOWNLOADING, _States.PAUSED):
                continue
            if entry.state is not _States.WAITING:
                again.append(number)
                self._count_batch(entry.batch, 1)
            self._wrong.pop(number, None)
            self._replace(
                replace(
                    entry,
                    state=_States.WAITING,
                    failure="",
                    attempts=0,
                    received=0,
                    path="",
                    retry_at=0.0,
                    finished_at=0.0,
                    details=_without_verdict(entry.details),
                )
            )
        if again and self._store is not None:
            self._write(partial(self._store.reopen, again))
        self._rebuild_waiting()
        self._pump()

    def try_now(self) -> None:
        """Try again at once what waits for the server to be reached, or for a key of API v1."""
        if self._hold_remedy in (Remedy.CONNECTION, Remedy.KEY):
            self._end_hold()
        for number in self._waiting:
            if self._entries[number].retry_at:
                self._replace(replace(self._entries[number], retry_at=0.0))
        self._pump()

    def remove(self, numbers: Iterable[int]) -> None:
        """Remove entries from the list; running downloads are cut, files stay."""
        gone = [number for number in dict.fromkeys(numbers) if number in self._entries]
        if not gone:
            return
        batches = set()
        for number in gone:
            self._cut(number)
            entry = self._entries.pop(number)
            self._waiting.pop(number, None)
            self._wrong.pop(number, None)
            for key in entry.target.keys:
                if self._numbers.get((entry.server, key)) == number:
                    del self._numbers[entry.server, key]
            if entry.state.is_open:
                self._open_batches[entry.batch] = self._open_batches.get(entry.batch, 1) - 1
                batches.add(entry.batch)
        without = set(gone)
        self._order = [number for number in self._order if number not in without]
        if self._store is not None:
            self._write(partial(self._store.delete, gone))
        for batch in batches:  # what is left of it may be done
            self._end_batch(batch)
        self.changed.emit()
        self._pump()

    def move(self, numbers: Iterable[int], before: int | None) -> None:
        """Move entries, in their order, before another one; to the end with None."""
        moved = {number for number in numbers if number in self._entries}
        if not moved or before in moved:
            return
        kept = [number for number in self._order if number not in moved]
        place = kept.index(before) if before in self._entries and before is not None else len(kept)
        block = [number for number in self._order if number in moved]
        order = [*kept[:place], *block, *kept[place:]]
        if order == self._order:
            return
        self._order = order
        positions = {}
        for position, number in enumerate(order, 1):
            entry = self._entries[number]
            if entry.position != position:
                self._entries[number] = replace(entry, position=position)
                positions[number] = position
        if self._store is not None:
            self._write(partial(self._store.set_positions, positions))
        self._rebuild_waiting()
        self.changed.emit()
        self._pump()

    def clear_finished(self) -> None:
        """Remove all entries that are done, failed, without a replay, or whose file exists."""
        self.remove([number for number in self._order if not self._entries[number].state.is_open])

    # --- pausing the whole queue -------------------------------------------------------------

    def _pause_all(self, reason: str, remedy: Remedy) -> None:
        self._is_paused, self._pause_reason, self._pause_remedy = True, reason, remedy
        for number in list(self._transfers):
            self._cut(number)
            entry = self._entries.get(number)
            if entry is not None and entry.state is _States.DOWNLOADING:
                self._wait_again(entry)
        if self._store is not None:
            self._write(partial(self._store.set_paused, True, reason))
        self._timer.stop()
        self._tell_summary_soon()

    def _resume_all(self) -> None:
        was_broken = bool(self._pause_reason)
        self._is_paused, self._pause_reason, self._pause_remedy = False, "", Remedy.NONE
        self._end_hold()
        if self._store is not None:
            if was_broken:
                self._write(partial(forget_folder, self._store))
            self._write(partial(self._store.set_paused, False))
        paused = [e.id for e in self._entries.values() if e.state is _States.PAUSED]
        if paused and not was_broken:
            self.resume(paused)
        self._rebuild_waiting()
        self._pump()

    # --- the entries in memory ---------------------------------------------------------------

    def _insert(self, entry: QueueEntry) -> None:
        self._entries[entry.id] = entry
        self._order.append(entry.id)
        self._index(entry)
        if entry.state.is_open:
            self._count_batch(entry.batch, 1)

    def _index(self, entry: QueueEntry) -> None:
        for key in entry.target.keys:
            self._numbers.setdefault((entry.server, key), entry.id)

    def _replace(self, entry: QueueEntry) -> None:
        """Put a new version of an entry in place of the old one, and tell."""
        self._entries[entry.id] = entry
        self.entry_changed.emit(entry)
        self._tell_summary_soon()

    def _rebuild_waiting(self) -> None:
        self._waiting = {n: None for n in self._order if self._entries[n].state is _States.WAITING}

    def _next_position(self) -> int:
        return self._entries[self._order[-1]].position + 1 if self._order else 1

    def _count_batch(self, batch: int, change: int) -> None:
        self._open_batches[batch] = self._open_batches.get(batch, 0) + change

    def _end_batch(self, batch: int) -> None:
        """Tell that a batch is done, if it is."""
        if self._open_batches.get(batch, 1) > 0:
            return
        del self._open_batches[batch]
        states = [entry.state for entry in self._entries.values() if entry.batch == batch]
        if states:
            self.batch_finished.emit(
                BatchSummary(
                    batch,
                    states.count(_States.DONE),
                    states.count(_States.EXISTS),
                    states.count(_States.NO_REPLAY),
                    states.count(_States.FAILED),
                )
            )

    def _finish(self, entry: QueueEntry, *, is_stored: bool = False) -> None:
        """Take over the final version of an entry."""
        self._waiting.pop(entry.id, None)
        self._wrong.pop(entry.id, None)
        entry = replace(entry, finished_at=time.time(), retry_at=0.0)
        self._index(entry)
        self._replace(entry)
        if not is_stored and self._store is not None:
            self._write(partial(self._store.update, entry))
        self._count_batch(entry.batch, -1)
        self._end_batch(entry.batch)

    def _wait_again(self, entry: QueueEntry) -> None:
        self._replace(replace(entry, state=_States.WAITING, received=0, size=None, speed=None))

    def _cut(self, number: int) -> None:
        """Cut the running download of an entry, if any."""
        transfer = self._transfers.pop(number, None)
        if transfer is not None:
            transfer.is_cancelled = True

    # --- writing -----------------------------------------------------------------------------

    def _opened_store(self) -> QueueStore:
        if self._store is None:
            raise SavingFailed(
                tr("The list of downloads is not open."), tr("Start osubrowser again.")
            )
        return self._store

    def _write_states(self, states: dict[int, DownloadState]) -> None:
        if states and self._store is not None:
            self._write(partial(self._store.set_states, states))

    def _write(self, job: Callable[[], object]) -> None:
        """Change the file, in the order of the calls."""
        self._writes.start(self._written(job))

    async def _written(self, job: Callable[[], object]) -> None:
        try:
            await self._calls.to_end(self._calls.run_at_once(job))
        except Exception as error:
            if not _is_database_error(error):
                raise
            self._on_disk_problem(error)

    async def _stored(self, job: Callable[[], list[int]]) -> list[int]:
        try:
            return await self._calls.run_at_once(job)
        except Exception as error:
            if not _is_database_error(error):
                raise
            raise SavingFailed(
                tr("The list of downloads cannot be written."), str(error)
            ) from error

    def _on_disk_problem(self, error: BaseException) -> None:
        log.warning("the list of downloads cannot be written: %s", error)
        if not self._is_paused and not self._is_closed:
            self._is_paused = True
            self._pause_reason = tr(
                "The list of downloads cannot be written: the disk may be full."
            )
            self._pause_remedy = Remedy.LIST
            self.noted.emit(self._pause_reason)
            self._tell_summary_soon()

    # --- running -----------------------------------------------------------------------------

    @property
    def _server(self) -> str:
        return DEMO_SERVER if self._account.is_demo else self._account.server

    @property
    def _client(self) -> Client | None:
        return self._account.client

    @property
    def _options(self) -> FileOptions:
        settings = self._preferences.settings
        default = partial(
            default_folders.replays, self._folders.portable_replays, is_demo=self._account.is_demo
        )
        return FileOptions(
            settings.replay_folder, settings.replay_name, settings.replay_existing, default
        )

    def _on_account_changed(self) -> None:
        if self._hold_reason:
            self._end_hold()
        self._pump()

    def _pump(self) -> None:
        """Start what can be started now, and set the timer for what comes next."""
        self._tell_summary_soon()
        if self._worker is None or self._is_closed or self._is_paused:
            return
        now, wall = time.monotonic(), time.time()
        waits = [self._hold_until - now]
        if waits[0] <= 0:
            waits = self._start_due(wall)
            waits.append(self._start_resolving(wall))
        soonest = min((wait for wait in waits if wait > 0), default=0.0)
        self._timer.stop()
        if soonest > 0 and self._waiting:
            self._timer.start(math.ceil(min(soonest, _LONGEST_TIMER) * 1000) + 1)

    def _start_due(self, wall: float) -> list[float]:
        """Start downloads up to the limits; return the waits until more may be started."""
        self._learn_limit()
        fast = self._pace.limit > 2 * limits.REPLAYS_PER_MINUTE
        most = _FAST_PARALLEL if fast else _PARALLEL
        if len(self._transfers) >= most:
            return []
        wait = self._pace.wait()
        if wait > 0:
            return [wait]
        server, client, later = self._server, self._client, 0.0
        for number in list(self._waiting) if self._waiting else ():
            if len(self._transfers) >= most:
                break
            entry = self._entries[number]
            if entry.server != server or number in self._busy or entry.details is None:
                continue
            if client is None and not entry.target.needs_key:
                continue
            if entry.retry_at > wall:
                rest = entry.retry_at - wall
                later = min(later or rest, rest)
                continue
            self._begin(entry)
        return [later]

    def _begin(self, entry: QueueEntry) -> None:
        transfer = Transfer()
        self._transfers[entry.id] = transfer
        self._busy.add(entry.id)
        self._waiting.pop(entry.id, None)
        self._replace(replace(entry, state=_States.DOWNLOADING, retry_at=0.0, received=0))
        self._scope.start(self._download(entry.id, transfer))
        if not self._progress_timer.isActive():
            self._progress_timer.start()

    async def _download(self, number: int, transfer: Transfer) -> None:
        """Download one entry; every end of it is handled here."""
        entry, worker = self._entries[number], self._worker
        assert worker is not None  # noqa: S101 - `_pump` has checked
        existing = self._has(WantedReplay(entry.target, entry.details))
        began = time.monotonic()
        try:
            if existing:
                outcome = Outcome(
                    _States.EXISTS,
                    existing,
                    failure=_IN_LIBRARY,
                    target=entry.target,
                    details=entry.details,
                )
            else:
                outcome = await self._calls.run(
                    worker.download,
                    self._client,
                    self._account.server,
                    entry,
                    self._options,
                    transfer,
                )
        except Exception as error:  # noqa: BLE001 - what is unexpected fails this entry alone
            if self._transfers.pop(number, None) is not None:
                self._on_failure(number, error, transfer)
        else:
            is_cut = self._transfers.pop(number, None) is None
            self._duration += (time.monotonic() - began - self._duration) / 8
            if not is_cut or outcome.state is _States.DONE:  # it was too late for the cut
                self._on_outcome(number, outcome, transfer)
        finally:
            self._busy.discard(number)
            if not self._transfers:
                self._progress_timer.stop()
        self._pump()

    def _on_outcome(self, number: int, outcome: Outcome, transfer: Transfer) -> None:
        entry = self._entries.get(number)
        if entry is None:
            return
        self._offline = 0
        finished = replace(
            entry,
            state=outcome.state,
            target=outcome.target,
            details=outcome.details,
            received=outcome.size or 0,
            size=outcome.size,
            speed=outcome.speed,
            attempts=entry.attempts + transfer.was_sent,
            failure=outcome.failure,
            path=outcome.path,
        )
        is_done = outcome.state is _States.DONE
        # A download stores its own end, unless what is known of the score has grown.
        self._finish(finished, is_stored=is_done and finished.details == entry.details)
        if is_done:
            self.saved.emit(self._entries[number])

    def _on_failure(self, number: int, error: Exception, transfer: Transfer) -> None:
        entry = self._entries.get(number)
        if entry is None:
            return
        if transfer.was_sent:
            entry = replace(entry, attempts=entry.attempts + 1)
        if isinstance(error, NotYet):
            self._wait_again(entry)
            self._rebuild_waiting()
        elif isinstance(error, SavingFailed):
            self._requeue(entry, 0.0, "")
            if not self._is_paused:
                self._pause_all(sentence_of(error), Remedy.FOLDER)
                self.noted.emit(self._pause_reason)
        elif _is_database_error(error):
            self._requeue(entry, 0.0, "")
            self._on_disk_problem(error)
        elif isinstance(error, WrongReplay):
            self._wrong[number] = self._wrong.get(number, 0) + 1
            if self._wrong[number] >= limits.MOST_WRONG:
                self._finish(replace(entry, state=_States.FAILED, failure=sentence_of(error)))
            else:
                self._requeue(entry, limits.backoff(self._wrong[number]), sentence_of(error))
        else:
            self._on_request_failure(entry, error)

    def _on_request_failure(self, entry: QueueEntry, error: Exception) -> None:
        """Wait, try again or give up, after a failure of a request for an entry."""
        text = sentence_of(error)
        match error:
            case errors.RateLimited():
                self._pace.pause(error.retry_after)
                self._requeue(entry, 0.0, text)
            case errors.Cancelled():
                self._requeue(entry, _LOOK_AGAIN, "")
            case KeyNeeded() if self._client is not None:  # it stops no other entry
                self._requeue(entry, _LONGEST_TIMER, text)
            case KeyNeeded():
                self._requeue(entry, 0.0, text)
                self._hold(_LONGEST_TIMER, text, Remedy.KEY)
            case errors.LoginRequired():
                self._requeue(entry, 0.0, text)
                self._hold(_LONGEST_TIMER, text, Remedy.SIGN_IN)
            case errors.NotFound():
                text = NO_REPLAY if entry.details is not None else NO_SCORE
                self._finish(replace(entry, state=_States.NO_REPLAY, failure=text))
            case errors.Offline() | errors.ServerTrouble():
                self._on_trouble(entry, error, text)
            case errors.OsuError():
                self._finish(replace(entry, state=_States.FAILED, failure=text))
            case _:
                log.error("a download failed unexpectedly", exc_info=error)
                self._finish(replace(entry, state=_States.FAILED, failure=_UNEXPECTED))

    def _on_trouble(self, entry: QueueEntry, error: Exception, text: str) -> None:
        """Try an entry again later; while the server is unreachable the whole queue waits."""
        self._offline = self._offline + 1 if isinstance(error, errors.Offline) else 0
        wait = limits.offline_wait(self._offline)
        if wait > 0:
            self._requeue(entry, 0.0, text)
            self._hold(wait, text, Remedy.CONNECTION)
        elif entry.attempts >= limits.MOST_ATTEMPTS:
            self._finish(replace(entry, state=_States.FAILED, failure=text))
        else:
            self._requeue(entry, limits.backoff(max(entry.attempts, 1)), text)

    def _requeue(self, entry: QueueEntry, wait: float, failure: str) -> None:
        """Let an entry wait again, at its place."""
        at = time.time() + wait if wait > 0 else 0.0
        self._wait_again(replace(entry, failure=failure, retry_at=at))
        self._rebuild_waiting()
        if self._store is not None:
            self._write(partial(self._store.update, self._entries[entry.id]))

    def _hold(self, seconds: float, reason: str, remedy: Remedy = Remedy.NONE) -> None:
        """Start nothing for a number of seconds; `reason` is English."""
        self._hold_until = max(self._hold_until, time.monotonic() + seconds)
        self._hold_reason, self._hold_remedy = failure_text(reason), remedy

    def _end_hold(self) -> None:
        self._hold_until, self._hold_reason, self._offline = 0.0, "", 0
        self._hold_remedy = Remedy.NONE

    def _learn_limit(self) -> None:
        """Take over the limit that the server says; a higher one from this computer only.

        It is stored, because the next run begins with what this one has downloaded.
        """
        from osubrowser.api.http.urls import is_loopback_url

        said = None if self._client is None else self._client.replay_limit
        if said and said != self._server_limits.get(self._server):
            self._server_limits[self._server] = said
            if self._store is not None:
                self._write(partial(self._store.set_server_limit, self._server, said))
        known = self._server_limits.get(self._server, limits.REPLAYS_PER_MINUTE)
        if not is_loopback_url(self._account.server):
            known = min(known, limits.REPLAYS_PER_MINUTE)
        self._pace.limit = self._per_minute or known

    # --- scores that are not known yet -------------------------------------------------------

    def _start_resolving(self, wall: float) -> float:
        """Ask for the scores of bare ids, some ahead of the downloads; return the next wait."""
        server, later = self._server, 0.0
        if len(self._resolving) >= _RESOLVING:
            return 0.0
        for number in self._waiting:
            entry = self._entries[number]
            if entry.details is not None or entry.server != server or number in self._resolving:
                continue
            if self._client is None and not entry.target.needs_key:
                continue
            if entry.retry_at > wall:
                rest = entry.retry_at - wall
                later = min(later or rest, rest)
                continue
            self._resolving.add(number)
            self._scope.start(self._resolve(number))
            if len(self._resolving) >= _RESOLVING:
                break
        return later

    async def _resolve(self, number: int) -> None:
        entry, worker = self._entries[number], self._worker
        assert worker is not None  # noqa: S101 - `_pump` has checked
        try:
            found = await self._calls.run(worker.resolve, self._client, self._account.server, entry)
        except Exception as error:  # noqa: BLE001 - what is unexpected fails this entry alone
            current = self._entries.get(number)
            if current is not None and current.state is _States.WAITING:
                self._on_resolve_failure(current, error)
        else:
            self._on_resolved(number, *found)
        finally:
            self._resolving.discard(number)
        self._pump()

    def _on_resolve_failure(self, entry: QueueEntry, error: Exception) -> None:
        if isinstance(error, errors.RateLimited):  # of the API, not of downloads
            self._hold(error.retry_after, sentence_of(error))
            return
        self._on_request_failure(replace(entry, attempts=entry.attempts + 1), error)

    def _on_resolved(self, number: int, target: ReplayTarget, details: ReplayDetails) -> None:
        entry = self._entries.get(number)
        if entry is None or not entry.state.is_open:
            return
        entry = replace(entry, target=target, details=details, failure="", attempts=0)
        other = self._known(entry.server, target, but=number)
        path = self._has(WantedReplay(target, details))
        if other is not None:
            path = self._entries[other].path
            self._finish(replace(entry, state=_States.EXISTS, failure=_IN_QUEUE, path=path))
        elif path:
            self._finish(replace(entry, state=_States.EXISTS, failure=_IN_LIBRARY, path=path))
        elif details.has_replay is False:
            self._finish(replace(entry, state=_States.NO_REPLAY, failure=NO_REPLAY))
        else:
            self._index(entry)
            self._replace(entry)
            if self._store is not None:
                self._write(partial(self._store.update, entry))

    # --- telling -----------------------------------------------------------------------------

    def _tell_progress(self) -> None:
        for number, transfer in self._transfers.items():
            entry = self._entries.get(number)
            if entry is not None and (entry.received, entry.size) != (
                transfer.received,
                transfer.size,
            ):
                self._entries[number] = replace(
                    entry, received=transfer.received, size=transfer.size, speed=transfer.speed
                )
                self.entry_changed.emit(self._entries[number])

    def _tell_summary_soon(self) -> None:
        if not self._summary_timer.isActive() and not self._is_closed:
            self._summary_timer.start()

    def _tell_summary(self) -> None:
        summary = self._summarized()
        if summary != self._summary:
            self._summary = summary
            self.summary_changed.emit(summary)

    def _summarized(self) -> QueueSummary:
        server = self._server
        total = done = paused = waiting = 0
        for entry in self._entries.values():
            if entry.server != server:
                continue
            if entry.batch in self._open_batches:
                total += 1
                done += not entry.state.is_open
            paused += entry.state is _States.PAUSED
            waiting += entry.state is _States.WAITING
        running = len(self._transfers)
        reason, remedy = self._reason(waiting)
        eta = None
        if (running or waiting) and not self._is_paused and not reason:
            eta = self._eta(running, waiting)
        return QueueSummary(
            running=running,
            waiting=waiting,
            paused=paused,
            done=done,
            total=total,
            is_paused=self._is_paused,
            eta=eta,
            reason=reason,
            remedy=remedy,
            text=_summary_text(running, waiting, self._is_paused, eta),
        )

    def _reason(self, waiting: int) -> tuple[str, Remedy]:
        """Return why nothing goes on, and what would help."""
        if self._pause_reason:
            return self._pause_reason, self._pause_remedy
        if not waiting:
            return "", Remedy.NONE
        if self._client is None and not any(
            self._entries[number].target.needs_key for number in self._waiting
        ):
            return tr("Sign in to osu! to go on."), Remedy.SIGN_IN
        if self._hold_until > time.monotonic():
            return self._hold_reason, self._hold_remedy
        return "", Remedy.NONE

    def _eta(self, running: int, waiting: int) -> float:
        """Return the seconds until all is done; whole, so that the summary seldom changes."""
        parallel = (
            _PARALLEL if self._pace.limit <= 2 * limits.REPLAYS_PER_MINUTE else _FAST_PARALLEL
        )
        by_pace = self._pace.time_for(waiting) + self._duration
        by_speed = (running + waiting) * self._duration / parallel
        return float(math.ceil(max(by_pace, by_speed)))


def _opened(folders: Folders) -> tuple[QueueStore, StoredQueue]:
    """Open the queue's file, and complete what the last process did not. Blocks."""
    store = QueueStore(folders.downloads_file)
    try:
        finish_pending(store)
        return store, store.load()
    except BaseException:
        store.close()
        raise


def _missing(paths: dict[int, str]) -> list[int]:
    """Return the ids whose file was deleted, while its folder is there. Blocks."""
    from pathlib import Path

    def is_missing(file: Path) -> bool:
        try:
            return not file.exists() and file.parent.is_dir()
        except OSError:  # no permission to look
            return False

    return [number for number, path in paths.items() if is_missing(Path(path))]


def _is_database_error(error: BaseException) -> bool:
    import sqlite3

    return isinstance(error, sqlite3.Error)


def _has_none(_wanted: WantedReplay) -> str | None:
    return None


def _no_key(_server: str) -> str:
    return ""


def _without_verdict(details: ReplayDetails | None) -> ReplayDetails | None:
    """Return facts without what the server said about the replay, which is asked again."""
    return None if details is None or details.has_replay is False else details


def _summary_text(running: int, waiting: int, is_paused: bool, eta: float | None) -> str:
    if not running and not waiting:
        return ""
    if is_paused:
        return tr("%n replay(s) paused", "", running + waiting)
    parts = []
    if running:
        parts.append(tr("%n replay(s) downloading", "", running))
    if waiting:
        parts.append(
            tr("%n waiting", "", waiting) if running else tr("%n replay(s) waiting", "", waiting)
        )
    if eta is not None:
        parts.append(tr("done in {time}").format(time=duration_text(eta)))
    return " · ".join(parts)


def duration_text(seconds: float) -> str:
    """Format a time to wait: `40 s`, `12 min`, `3 h 20 min`."""
    whole = max(1, math.ceil(seconds)) if math.isfinite(seconds) else 0
    if whole < 120:
        return tr("{seconds} s").format(seconds=whole)
    minutes = math.ceil(whole / 60)
    if minutes < 120:
        return tr("{minutes} min").format(minutes=minutes)
    hours, rest = divmod(minutes, 60)
    return (
        tr("{hours} h {rest} min").format(hours=hours, rest=rest)
        if rest and hours < 24
        else tr("{hours} h").format(hours=hours)
    )


__all__ = ["MOST_ENTRIES", "DownloadQueue", "duration_text"]
