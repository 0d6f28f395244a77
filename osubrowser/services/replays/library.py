"""Replay library: the replay files of this computer, kept up to date and analysed."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from heapq import nlargest
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from osubrowser.api.errors import LoginRequired, NotFound, OsuError
from osubrowser.api.replays.name_template import NameTemplate
from osubrowser.services.beatmaps.installed import replay_folders
from osubrowser.services.replays.analysis_process import AnalysisProcess, ProcessFailed
from osubrowser.services.replays.index import ReplayIndex
from osubrowser.services.replays.read_file import damaged
from osubrowser.services.replays.records import (
    RECORD_FIELDS,
    BeatmapTitle,
    FigureState,
    ReplayRecord,
    SourceKind,
    record_fields,
)
from osubrowser.services.replays.scan import SUFFIX, Folder, Scan, scan
from osubrowser.services.replays.watch import FolderWatch
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.storage import default_folders
from osubrowser.services.text.plain import is_text
from osubrowser.services.text.translation import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from osubrowser.api.client import Client
    from osubrowser.api.entities.scores import Score
    from osubrowser.services.beatmaps.files import BeatmapFiles
    from osubrowser.services.settings.preferences import Preferences
    from osubrowser.services.storage.folders import Folders

log = logging.getLogger(__name__)

UNDO_SECONDS: Final = 20.0
"""How long a file that was deleted stays in its folder, so that this can be undone."""
MOST_TITLES: Final = 200
"""Beatmaps of which the titles are asked for by themselves in one run; others on request."""

_BATCH: Final = 200  # files that are read in one request to the process
_MOST_AT_ONCE: Final = 64
_SLICE: Final = 0.3  # seconds of analysis after which the results are told
_TITLE_PAUSE: Final = 3.0  # seconds between two requests for titles
_DEBOUNCE: Final = 1000  # milliseconds after a change of a folder
_MOST_NUMBERS: Final = 10_000
_FOLDER_SETTINGS: Final = frozenset(
    {"replay_folder", "replay_folders", "use_installed", "stable_folder", "lazer_folder"}
)
_BEATMAP_FIELDS: Final = frozenset(
    {"artist", "title", "difficulty", "mapper", "beatmap_id", "beatmapset_id"}
)
_UNKNOWN: Final = QT_TR_NOOP("osu! does not have the beatmap.")
_OTHER_VERSION: Final = QT_TR_NOOP(
    "The beatmap on the server is another version than the one played."
)


@dataclass(frozen=True, slots=True)
class Progress:
    """Progress of the work in the background.

    Attributes:
        is_scanning: whether folders are being read.
        found: replay files so far.
        waiting: replays that are to be analysed, the current one too.
        missing: replays without their beatmap file.
        is_paused: whether the analysis waits until `resume`.
    """

    is_scanning: bool = False
    found: int = 0
    waiting: int = 0
    missing: int = 0
    is_paused: bool = False


@dataclass(frozen=True, slots=True)
class Renaming:
    """Outcome of a renaming.

    Attributes:
        renamed: new path by old path.
        problems: a sentence for each file that kept its name, by path.
    """

    renamed: dict[str, str]
    problems: dict[str, str]


@dataclass(frozen=True, slots=True)
class Added:
    """Outcome of adding files and folders.

    Attributes:
        folders: the folders.
        records: the records of the files, those of damaged ones too.
        unwatched: the folder of a file that is not in a folder of the library; "" for none.
    """

    folders: tuple[str, ...] = ()
    records: tuple[ReplayRecord, ...] = ()
    unwatched: str = ""


class ReplayLibrary(QObject):
    """Replay library. Use it in the GUI thread; nothing blocks.

    The records are read from the index at `start`, then the folders are scanned, and again when
    they change. Replays are analysed one after the other in a process of low priority.

    Signals:
        loaded: `records` are those of the index; emitted once.
        changed(object): a tuple of new or changed records, each in place of that of its file.
        removed(object): a tuple of the files (str) of records that are gone.
        progress_changed(object): the new `Progress`.
        problem_found(str): a sentence about a folder, a file, or the index.

    Args:
        calls: runs requests to osu! on workers; files and analysis have threads of their own.
        preferences: the settings with the folders.
        folders: where the index is.
        beatmaps: finds beatmap files.
        client: returns the client of the session, for titles and beatmap files; or None.
        process: reads and judges the files.
    """

    loaded = Signal()
    changed = Signal(object)
    removed = Signal(object)
    progress_changed = Signal(object)
    problem_found = Signal(str)

    def __init__(
        self,
        calls: Calls,
        preferences: Preferences,
        folders: Folders,
        beatmaps: BeatmapFiles,
        client: Callable[[], Client | None],
        *,
        is_demo: Callable[[], bool] = bool,
        process: AnalysisProcess | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._preferences = preferences
        self._path = folders.replay_index
        self._portable = folders.portable_replays
        self._is_demo = is_demo
        self._beatmaps = beatmaps
        self._client = client
        self._process = process or AnalysisProcess()
        self._index: ReplayIndex | None = None
        self._records: dict[str, ReplayRecord] = {}
        self._by_score: dict[int, str] = {}  # files by the id of the score
        self._by_legacy: dict[tuple[int, int], str] = {}  # by ruleset and id of a stable score
        self._deleted: dict[str, ReplayRecord] = {}  # in their folders until the undo is over
        self._progress = Progress()
        self._is_scanning = False
        self._wants_scan = False
        self._scanning: asyncio.Task[None] | None = None
        self._is_closed = False
        self._is_loaded = False
        self._is_paused = False
        self._is_scan_cancelled = False
        self._titles_asked = 0
        self._told = frozenset[str]()  # problems of the last scan
        self._tasks = TaskScope()
        # Requests for osu! must not delay them, nor the other way round.
        self._files = Calls(ThreadPoolExecutor(1, "osubrowser-replay-files"))
        self._work = Calls(ThreadPoolExecutor(1, "osubrowser-replay-analysis"))
        self._undo = _single_shot(self, int(UNDO_SECONDS * 1000), self._on_undo_over)
        self._rescan = _single_shot(self, _DEBOUNCE, self._on_folders_changed)
        self._watch: FolderWatch | None = None
        self._on_stored: Callable[[str], None] | None = None
        preferences.changed.connect(self._on_preference_changed)

    @property
    def progress(self) -> Progress:
        """Progress of the work in the background."""
        return self._progress

    @property
    def is_loaded(self) -> bool:
        """Whether `records` are those of the index, and `loaded` was emitted."""
        return self._is_loaded

    def records(self) -> list[ReplayRecord]:
        """Return all records, in no order; without those that are about to be deleted."""
        return list(self._records.values())

    def record(self, file: str | Path) -> ReplayRecord | None:
        """Return the record of a file, or None."""
        return self._records.get(str(file))

    def find(self, *, score_id: int = 0, legacy_id: int = 0, ruleset_id: int = 0) -> str | None:
        """Return the file of a score's replay, or None.

        Args:
            score_id: as in the web address.
            legacy_id: of the stable score within `ruleset_id`.
            ruleset_id: 0 (osu!) to 3 (mania).
        """
        found = self._by_score.get(score_id) if score_id > 0 else None
        if found is None and legacy_id > 0:
            found = self._by_legacy.get((ruleset_id, legacy_id))
        return found

    def has(self, score: Score) -> str | None:
        """Return the file of a score's replay, or None."""
        return self.find(
            score_id=score.score_id or 0,
            legacy_id=score.legacy_score_id or 0,
            ruleset_id=score.ruleset_id or 0,
        )

    # --- the files ---------------------------------------------------------------------------

    async def start(self) -> None:
        """Read the index, scan the folders, watch them, and analyse what is new."""
        loop = asyncio.get_running_loop()

        def on_stored(md5: str) -> None:
            with contextlib.suppress(RuntimeError):  # the loop has closed
                loop.call_soon_threadsafe(self._on_beatmap_stored, md5)

        self._on_stored = on_stored
        self._beatmaps.listeners.append(on_stored)
        try:
            self._index, records = await self._files.run(_open_index, self._path)
        except OSError as error:
            log.warning("the replay library has no index: %s", error)
            self.problem_found.emit(
                tr("The replay library cannot be kept ({error}).").format(error=error)
            )
            records = []
        self._records = {record.file: record for record in records}
        for record in records:
            self._note_ids(record)
        self._is_loaded = True
        self.loaded.emit()
        await self.rescan()

    async def rescan(self) -> None:
        """Scan all folders again; a scan that is under way is ended first."""
        scanning = self._start_scan()
        if scanning is not None:
            await asyncio.wait([scanning])  # a failure is told by its scope

    def cancel_scan(self) -> None:
        """Give up the scan under way: what it has found so far stays."""
        self._is_scan_cancelled = self._is_scanning

    def pause(self) -> None:
        """Analyse no more replays after the current one, until `resume`."""
        self._is_paused = True
        self._tell_progress()

    def resume(self) -> None:
        """Go on with the analysis after `pause`."""
        self._is_paused = False
        self._tell_progress()
        self._start_analysis()

    async def add(self, paths: Iterable[Path]) -> list[ReplayRecord]:
        """Read files, such as downloaded or dropped ones, into the library at once.

        A folder among them is added to the folders of the settings. Returns the records of the
        files, those of damaged ones too.
        """
        named = [path for path in map(Path.absolute, paths) if is_text(str(path))]
        kinds = await self._files.run(_kinds_of, named)
        folders = [str(path) for path, is_folder in kinds if is_folder]
        if folders:
            chosen = self._preferences.settings.replay_folders
            self._preferences.set("replay_folders", list(dict.fromkeys([*chosen, *folders])))
        roots = await self._files.run(self._folders_of_settings)
        files = [(str(path), _source_of(path, roots)) for path, is_folder in kinds if not is_folder]
        known = {file: self._records.get(file) for file, _ in files}
        current = await self._files.run(_current, known)
        seen = {record.file for record in current}
        read = await self._read([one for one in files if one[0] not in seen])
        await self._watch_folders(roots)  # the first download makes its folder
        self._start_analysis()
        return current + read

    async def add_dropped(self, paths: Iterable[str]) -> Added:
        """Add folders and replay files among paths of any kind, as `add`."""
        kinds = await self._files.run(_kinds_of, [Path(path).absolute() for path in paths])
        folders = [path for path, is_folder in kinds if is_folder]
        files = [path for path, is_folder in kinds if not is_folder and _is_replay(path)]
        records = await self.add([*folders, *files])
        single = (one for one in records if one.source is SourceKind.SINGLE)
        unwatched = next((str(one.path.parent) for one in single), "")
        return Added(tuple(map(str, folders)), tuple(records), unwatched)

    async def rename(self, files: Sequence[str], template: str) -> Renaming:
        """Rename files by a name template; a taken name gets a number.

        Files of the game keep their names: it finds them by those.

        Raises:
            ValueError: an unknown field in the template, or an unmatched brace.
        """
        return await self._moved(await self.new_names(files, template))

    async def new_names(self, files: Sequence[str], template: str) -> Renaming:
        """Return what `rename` would do now, without doing it.

        Raises:
            ValueError: an unknown field in the template, or an unmatched brace.
        """
        names = NameTemplate(template, RECORD_FIELDS)
        records = [self._records[file] for file in files if file in self._records]
        return await self._files.run(_new_names, records, names)

    async def undo_rename(self, renamed: Mapping[str, str]) -> Renaming:
        """Give files their old names back, as `Renaming.renamed` has them."""
        back = {new: old for old, new in renamed.items() if new in self._records}
        return await self._moved(Renaming(back, {}))

    async def _moved(self, planned: Renaming) -> Renaming:
        """Rename files, and move their records."""
        outcome = await self._files.run(_rename, planned)
        moved = [
            (old, msgspec.structs.replace(self._records[old], file=new))
            for old, new in outcome.renamed.items()
            if old in self._records and old != new
        ]
        if moved:
            for old, _ in moved:
                self._drop(old)
            for _, record in moved:
                self._set(record)
            await self._store(partial(_move, moved))
            self.removed.emit(tuple(old for old, _ in moved))
            self.changed.emit(tuple(record for _, record in moved))
        return outcome

    def trash(self, files: Iterable[str]) -> int:
        """Take files out of the library, and move them to the trash when `UNDO_SECONDS` are over.

        They stay in their folder until then, so that `undo_trash` loses nothing. Returns how many;
        files of the game are left out.
        """
        records = [self._records[file] for file in files if file in self._records]
        gone = [record for record in records if not record.is_read_only]
        for record in gone:
            self._deleted[record.file] = record
            self._drop(record.file)
        if gone:
            self._undo.start()
            self.removed.emit(tuple(record.file for record in gone))
            self._tell_progress()
        return len(gone)

    def undo_trash(self) -> int:
        """Put back all files that `trash` has taken out and not yet moved. Returns how many."""
        self._undo.stop()
        back, self._deleted = list(self._deleted.values()), {}
        for record in back:
            self._set(record)
        if back:
            self.changed.emit(tuple(back))
            self._tell_progress()
            self._start_analysis()
        return len(back)

    async def close(self) -> None:
        """Move what is left to the trash, end the process, stop watching, close the index."""
        self._is_closed = True
        self._undo.stop()
        self._rescan.stop()
        if self._on_stored is not None:
            self._beatmaps.listeners.remove(self._on_stored)
            self._on_stored = None
        self._tasks.cancel_all()
        self._process.stop()
        await self._empty_trash()
        if self._watch is not None:
            await self._files.run(self._watch.close)
        await self._work.run(self._process.close)
        if self._index is not None:
            await self._files.run(self._index.close)
        self._files.close()
        self._work.close()

    # --- beatmaps ----------------------------------------------------------------------------

    async def fetch_beatmaps(self, files: Iterable[str]) -> int:
        """Fetch the missing beatmap files of records from osu!. Returns how many were found.

        Raises:
            OsuError: the server cannot be reached, or there is no session.
        """
        client = self._client()
        if client is None:
            raise LoginRequired("Beatmap files are fetched from osu!")
        wanted: dict[str, ReplayRecord] = {}
        for file in files:
            record = self._records.get(file)
            if record is not None and record.state is FigureState.NO_BEATMAP:
                wanted.setdefault(record.beatmap_md5, record)
        count = 0
        for md5, record in wanted.items():
            number = record.beatmap.beatmap_id if record.beatmap is not None else 0
            found = await self._calls.run(self._beatmaps.fetch, md5, client, number)
            if found is not None and not found.is_other_version:
                count += 1
                self._on_beatmap_stored(md5)
            else:
                note = _OTHER_VERSION if found is not None else _UNKNOWN
                await self._replace(md5, partial(_with_note, note))
        return count

    async def want_titles(self, files: Iterable[str]) -> None:
        """Ask osu! for missing titles, such as of records on screen; failures are quiet."""
        wanted = dict.fromkeys(
            record.beatmap_md5
            for file in files
            if (record := self._records.get(file)) is not None and _needs_title(record)
        )
        for md5 in wanted:
            await self._ask_title(md5)

    # --- scanning ----------------------------------------------------------------------------

    def _start_scan(self) -> asyncio.Task[None] | None:
        """Scan, after the scan that is under way; None after `close`."""
        if self._is_closed:
            return None
        self._wants_scan = True
        if self._scanning is None or self._scanning.done():
            self._scanning = self._tasks.start(self._scan_all())
        return self._scanning

    async def _scan_all(self) -> None:
        while self._wants_scan and not self._is_closed:
            self._wants_scan = False
            await self._scan()

    async def _scan(self) -> None:
        self._is_scanning = True
        self._tell_progress()
        try:
            roots = await self._files.run(self._folders_of_settings)
            await self._watch_folders(roots)
            problem = await self._work.run(self._beatmaps.refresh)
            self._is_scan_cancelled = False
            known = {**self._records, **self._deleted}
            found = await self._files.run(self._compare, roots, known)
            problems = [*([problem] if problem else []), *found.problems]
            for sentence in problems:
                if sentence not in self._told:  # once, not after each change of a folder
                    self.problem_found.emit(sentence)
            self._told = frozenset(problems)
            await self._apply(found)
            await self._look_for_beatmaps()
        finally:
            self._is_scanning = False
            self._tell_progress()
        self._start_analysis()

    async def _apply(self, found: Scan) -> None:
        gone = [file for file in found.gone if file in self._records]
        for file in found.gone:
            self._deleted.pop(file, None)
        for file in gone:
            self._drop(file)
        if gone:
            await self._store(partial(_remove, gone))
            self.removed.emit(tuple(gone))
        moved = [
            msgspec.structs.replace(self._records[file], source=source)
            for file, source in found.moved
            if file in self._records
        ]
        await self._put(moved)
        new = [one for one in found.new if one[0] not in self._deleted]
        for start in range(0, len(new), _BATCH):
            if self._is_scan_cancelled:
                break
            await self._read(new[start : start + _BATCH])
            self._start_analysis()

    async def _read(self, files: list[tuple[str, SourceKind]]) -> list[ReplayRecord]:
        """Read the headers of files, and store their records."""
        if not files:
            return []
        try:
            records = await self._work.run(self._look, files)
        except ProcessFailed as error:
            if self._is_closed:
                return []
            log.warning("replay files could not be read: %s", error)
            self.problem_found.emit(tr("Some replay files could not be read."))
            return []
        await self._put(records)
        return records

    def _look(self, files: list[tuple[str, SourceKind]]) -> list[ReplayRecord]:
        """Return the records of files; one that ends the process takes no other with it.

        Raises ProcessFailed where no process starts.
        """
        try:
            return self._process.look(files)
        except ProcessFailed:
            if self._is_closed:
                raise
        records = []
        for file, source in files:
            self._process.look([])  # raises where it is not the file
            try:
                records += self._process.look([(file, source)])
            except ProcessFailed:
                if self._is_closed:
                    raise
                records += _unreadable(file, source)
        return records

    def _compare(self, roots: list[Folder], known: dict[str, ReplayRecord]) -> Scan:
        single = [(f, SourceKind.SINGLE) for f, r in known.items() if r.source is SourceKind.SINGLE]
        try:
            lazer = [(str(path), SourceKind.LAZER) for path in self._beatmaps.lazer_replays()]
        except OSError as error:
            log.warning("lazer's replays are not known: %s", error)
            lazer = [(f, r.source) for f, r in known.items() if r.source is SourceKind.LAZER]
        return scan(roots, [*lazer, *single], known, self._is_scan_over)

    def _is_scan_over(self) -> bool:
        return self._is_closed or self._is_scan_cancelled

    def _folders_of_settings(self) -> list[Folder]:
        """Return the folders of the library. Blocks."""
        settings = self._preferences.settings
        saved = [settings.replay_folder] if settings.replay_folder else []
        if not saved:
            # Real replays stay listed in the demo: their analysis would have to be done again.
            kinds = (False, True) if self._is_demo() else (False,)
            saved = [default_folders.replays(self._portable, is_demo=kind) for kind in kinds]
        chosen = [*saved, *settings.replay_folders]
        folders = [Folder(os.path.abspath(one), SourceKind.CHOSEN) for one in chosen]  # noqa: PTH100
        stable = self._beatmaps.games.stable
        if stable is not None:
            exported, scores = replay_folders(stable)
            folders.append(Folder(str(exported), SourceKind.STABLE))
            folders.append(Folder(str(scores), SourceKind.STABLE_SCORES))
        return list({folder.path: folder for folder in reversed(folders)}.values())[::-1]

    async def _watch_folders(self, roots: list[Folder]) -> None:
        if self._watch is None:
            loop = asyncio.get_running_loop()

            def on_change() -> None:
                with contextlib.suppress(RuntimeError):  # the loop has closed
                    loop.call_soon_threadsafe(self._rescan.start)

            self._watch = FolderWatch(on_change)
        await self._files.run(self._watch.watch, [folder.path for folder in roots])

    def _on_folders_changed(self) -> None:
        self._start_scan()

    def _on_preference_changed(self, name: str) -> None:
        if name in _FOLDER_SETTINGS and self._index is not None:
            self._rescan.start()

    # --- analysis ----------------------------------------------------------------------------

    def _start_analysis(self) -> None:
        if not self._is_closed and not self._tasks.is_running("analysis"):
            self._tasks.start(self._analyse(), key="analysis")

    async def _analyse(self) -> None:
        """Analyse what waits for it, the newest plays first."""
        while not self._is_closed and not self._is_paused:
            waiting = self._waiting()
            if not waiting:
                break
            try:
                done = await self._work.run(self._analyse_some, waiting)
            except ProcessFailed as error:
                log.warning("replays are not analysed: %s", error)
                break
            # A file that was changed or deleted meanwhile is another's.
            current = [one for one in done if self._is_same(one)]
            await self._put(current)
            self._tell_progress()
        self._ask_titles()

    def _analyse_some(self, waiting: list[ReplayRecord]) -> list[ReplayRecord]:
        """Return the first records with their figures, as many as a slice of time allows."""
        done, until = list[ReplayRecord](), time.monotonic() + _SLICE
        for record in waiting:
            if self._is_closed or (done and (self._is_paused or time.monotonic() > until)):
                break
            done.append(self._analyse_one(record))
        return done

    def _analyse_one(self, record: ReplayRecord) -> ReplayRecord:
        """Return a record with its figures. Raises ProcessFailed where no process starts."""
        beatmap = self._beatmaps.find(record.beatmap_md5)
        for _ in range(2):  # a process that was ended for another reason is started again
            try:
                if beatmap is None:
                    return self._process.check(record)
                found = self._process.analyse(record, beatmap.data)
            except ProcessFailed:
                if self._is_closed:
                    raise
                continue
            if found.state is FigureState.WAITING:  # the file is gone
                return msgspec.structs.replace(found, state=FigureState.NOT_JUDGED)
            return found
        self._process.look([])  # raises where it is not the file
        note = QT_TR_NOOP("The analysis took too long, or too much memory.")
        return msgspec.structs.replace(record, state=FigureState.NOT_JUDGED, note=note)

    def _waiting(self) -> list[ReplayRecord]:
        """Return some of the records that wait for analysis, the newest files first."""
        waiting = (r for r in self._records.values() if r.state is FigureState.WAITING)
        return nlargest(_MOST_AT_ONCE, waiting, key=attrgetter("modified"))

    def _on_beatmap_stored(self, md5: str) -> None:
        if not self._is_closed and any(r.beatmap_md5 == md5 for r in self._records.values()):
            self._tasks.start(self._wake({md5}))

    async def _look_for_beatmaps(self) -> None:
        """Let records wait for analysis whose beatmap file has come."""
        missing = {
            record.beatmap_md5
            for record in self._records.values()
            if record.state is FigureState.NO_BEATMAP
        }
        if missing:
            await self._wake(await self._files.run(self._beatmaps.known, missing))

    async def _wake(self, md5s: set[str]) -> None:
        woken = [
            msgspec.structs.replace(record, state=FigureState.WAITING, note="")
            for record in self._records.values()
            if record.state is FigureState.NO_BEATMAP and record.beatmap_md5 in md5s
        ]
        await self._put(woken)
        if woken:
            self._start_analysis()

    # --- titles ------------------------------------------------------------------------------

    def _ask_titles(self) -> None:
        if not self._is_closed and not self._tasks.is_running("titles"):
            self._tasks.start(self._ask_all_titles(), key="titles")

    async def _ask_all_titles(self) -> None:
        """Ask osu! for the titles of the newest plays whose beatmap is unknown, unhurried."""
        records = sorted(self._records.values(), key=lambda r: -r.modified)
        for md5 in dict.fromkeys(r.beatmap_md5 for r in records if _needs_title(r)):
            if self._client() is None or self._titles_asked >= MOST_TITLES:
                return
            if await self._ask_title(md5):
                self._titles_asked += 1
                await asyncio.sleep(_TITLE_PAUSE)

    async def find_title(self, md5: str) -> BeatmapTitle | None:
        """Return the titles of a beatmap, as stored or from osu!; None if they are not known."""
        title, _ = await self._find_title(md5)
        return title

    async def _ask_title(self, md5: str) -> bool:
        """Set the title of a beatmap. Returns whether osu! was asked."""
        title, was_asked = await self._find_title(md5)
        if title is not None:
            await self._replace(md5, lambda one: msgspec.structs.replace(one, beatmap=title))
        return was_asked

    async def _find_title(self, md5: str) -> tuple[BeatmapTitle | None, bool]:
        """Return the titles of a beatmap, and whether osu! was asked; failures are quiet."""
        index, client = self._index, self._client()
        if index is None or not md5:
            return None, False
        was_asked = False
        try:
            title = await self._files.run(index.title, md5)
            if title is None:
                if client is None:
                    return None, False
                was_asked = True
                title = await self._calls.run(_title_at, client, md5)
                await self._files.run(index.put_title, md5, title)
        except (OSError, OsuError) as error:
            log.info("the title of a beatmap is not known: %s", error)
            return None, was_asked
        return (None if title == BeatmapTitle() else title), was_asked

    # --- records -----------------------------------------------------------------------------

    async def _replace(self, md5: str, change: Callable[[ReplayRecord], ReplayRecord]) -> None:
        """Change the records of a beatmap that is not on this computer."""
        same = [
            r
            for r in self._records.values()
            if r.beatmap_md5 == md5 and r.state is not FigureState.READY
        ]
        await self._put([change(one) for one in same])

    async def _put(self, records: Sequence[ReplayRecord]) -> None:
        """Store records, and tell of them."""
        if not records:
            return
        for record in records:
            self._drop(record.file)
            self._set(record)
        self.changed.emit(tuple(records))
        self._tell_progress()
        await self._store(partial(_put, records))

    async def _store(self, change: Callable[[ReplayIndex], None]) -> None:
        """Change the index; on a full disk the records are as they are until the next start."""
        if self._index is None:
            return
        try:
            await self._files.run(change, self._index)
        except OSError as error:
            log.warning("the index of replays was not written: %s", error)
            self.problem_found.emit(tr("The index of the replay library could not be written."))

    def _set(self, record: ReplayRecord) -> None:
        self._records[record.file] = record
        self._note_ids(record)

    def _note_ids(self, record: ReplayRecord) -> None:
        if record.score_id:
            self._by_score[record.score_id] = record.file
        if record.legacy_id:
            self._by_legacy[record.ruleset_id, record.legacy_id] = record.file

    def _drop(self, file: str) -> None:
        record = self._records.pop(file, None)
        if record is None:
            return
        if self._by_score.get(record.score_id) == file:
            del self._by_score[record.score_id]
        key = record.ruleset_id, record.legacy_id
        if self._by_legacy.get(key) == file:
            del self._by_legacy[key]

    def _is_same(self, found: ReplayRecord) -> bool:
        """Whether an analysed record is still that of its file."""
        now = self._records.get(found.file)
        return now is not None and (now.size, now.modified) == (found.size, found.modified)

    def _tell_progress(self) -> None:
        states = [record.state for record in self._records.values()]
        progress = Progress(
            self._is_scanning,
            len(states),
            states.count(FigureState.WAITING),
            states.count(FigureState.NO_BEATMAP),
            self._is_paused,
        )
        if progress != self._progress:
            self._progress = progress
            self.progress_changed.emit(progress)

    # --- the trash ---------------------------------------------------------------------------

    def _on_undo_over(self) -> None:
        if not self._is_closed:
            self._tasks.start(self._empty_trash(), key="trash")

    async def _empty_trash(self) -> None:
        deleted, self._deleted = self._deleted, {}
        if not deleted:
            return
        problems = await self._files.run(_move_to_trash, list(deleted))
        gone = [file for file in deleted if file not in problems]
        await self._store(partial(_remove, gone))
        back = [deleted[file] for file in problems]
        for record in back:
            self._set(record)
        if back:
            self.changed.emit(tuple(back))
            self._tell_progress()
            self.problem_found.emit(next(iter(problems.values())))


def _single_shot(parent: QObject, milliseconds: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer


def _with_note(note: str, record: ReplayRecord) -> ReplayRecord:
    return msgspec.structs.replace(record, note=note)


def _needs_title(record: ReplayRecord) -> bool:
    return record.beatmap is None and not record.problem and bool(record.beatmap_md5)


# --- on a worker -----------------------------------------------------------------------------


def _open_index(path: Path) -> tuple[ReplayIndex, list[ReplayRecord]]:
    index = ReplayIndex(path)
    return index, index.load()


def _put(records: Sequence[ReplayRecord], index: ReplayIndex) -> None:
    index.put(records)


def _remove(files: Sequence[str], index: ReplayIndex) -> None:
    index.remove(files)


def _move(moved: Sequence[tuple[str, ReplayRecord]], index: ReplayIndex) -> None:
    index.move(moved)


def _unreadable(file: str, source: SourceKind) -> list[ReplayRecord]:
    """Return the record of a file that ended the process; none if it is gone."""
    with contextlib.suppress(OSError):
        status = os.stat(file)  # noqa: PTH116 - as the scan compares it
        size, modified = status.st_size, status.st_mtime_ns
        record = ReplayRecord(file=file, source=source, size=size, modified=modified)
        return [damaged(record, QT_TR_NOOP("to read the file takes too long, or too much memory"))]
    return []


def _kinds_of(paths: list[Path]) -> list[tuple[Path, bool]]:
    """Return the paths that exist, and whether each is a folder."""
    # Methods of `Path` raise in a folder without permission.
    there = [path for path in paths if os.path.exists(path)]  # noqa: PTH110
    return [(path, os.path.isdir(path)) for path in there]  # noqa: PTH112


def _is_replay(path: Path) -> bool:
    return path.suffix.lower() == SUFFIX


def _current(known: dict[str, ReplayRecord | None]) -> list[ReplayRecord]:
    """Return the records whose files have not changed."""
    current = []
    for record in known.values():
        if record is not None:
            with contextlib.suppress(OSError):
                status = record.path.stat()
                if (record.size, record.modified) == (status.st_size, status.st_mtime_ns):
                    current.append(record)
    return current


def _source_of(path: Path, roots: list[Folder]) -> SourceKind:
    found = (root.source for root in roots if path.is_relative_to(root.path))
    return next(found, SourceKind.SINGLE)


def _title_at(client: Client, md5: str) -> BeatmapTitle | None:
    """Return the titles of a beatmap: `GET beatmaps/lookup?checksum=`; None if it is unknown."""
    try:
        beatmap = client.beatmap_lookup(checksum=md5)
    except NotFound:
        return None
    beatmapset = beatmap.beatmapset
    return BeatmapTitle(
        artist=beatmapset.artist if beatmapset else "",
        title=beatmapset.title if beatmapset else "",
        artist_original=(beatmapset.artist_unicode or "") if beatmapset else "",
        title_original=(beatmapset.title_unicode or "") if beatmapset else "",
        creator=beatmapset.creator if beatmapset else "",
        difficulty=beatmap.version,
        beatmap_id=beatmap.id,
        beatmapset_id=beatmap.beatmapset_id,
    )


def _new_names(records: Sequence[ReplayRecord], names: NameTemplate) -> Renaming:
    """Return the new paths of files: within their folder, with a number if a name is taken."""
    renamed, problems, taken = dict[str, str](), dict[str, str](), set[str]()
    leaving = {os.path.normcase(record.file) for record in records if not record.is_read_only}
    for record in records:
        if record.is_read_only:
            problems[record.file] = tr("The game finds this file by its name.")
            continue
        if record.problem:
            problems[record.file] = tr("The file cannot be read.")
            continue
        if record.beatmap is None and names.fields & _BEATMAP_FIELDS:
            problems[record.file] = tr("Its beatmap is not known yet.")
            continue
        name = names.fill(record_fields(record))
        stem = name[: -len(SUFFIX)] if name.lower().endswith(SUFFIX) else name
        for number in range(1, _MOST_NUMBERS):
            target = record.path.with_name(f"{stem}{f' ({number})' if number > 1 else ''}{SUFFIX}")
            key = os.path.normcase(target)
            if key not in taken and (key in leaving or not os.path.lexists(target)):
                taken.add(key)
                renamed[record.file] = str(target)
                break
        else:
            problems[record.file] = tr("Too many files have this name.")
    return Renaming(renamed, problems)


def _rename(planned: Renaming) -> Renaming:
    """Rename files; a name that is still another's waits for it to move, through a third name."""
    renamed, problems = dict[str, str](), dict(planned.problems)
    aside = list[tuple[str, Path, Path]]()
    for old, new in planned.renamed.items():
        path, target = Path(old), Path(new)
        try:
            if old == new or not target.exists() or target.samefile(path):
                path.rename(target)
                renamed[old] = new
            else:
                aside.append((old, path.rename(_free_beside(path)), target))
        except OSError as error:
            problems[old] = tr("{name} cannot be renamed ({reason}).").format(
                name=path.name, reason=error.strerror or error
            )
    for old, path, target in aside:
        try:
            if target.exists():  # it has come meanwhile, or the file did not leave
                target = _free_beside(target)
            renamed[old] = str(path.rename(target))
        except OSError as error:
            problems[old] = tr("{name} cannot be renamed ({reason}).").format(
                name=Path(old).name, reason=error.strerror or error
            )
            with contextlib.suppress(OSError):
                path.rename(old)
    return Renaming(renamed, problems)


def _free_beside(path: Path) -> Path:
    """Return the path with the first number that no file has. Raises OSError."""
    for number in range(2, _MOST_NUMBERS):
        target = path.with_name(f"{path.stem} ({number}){path.suffix}")
        if not target.exists():
            return target
    raise OSError(0, tr("too many files have this name"))


def _move_to_trash(files: Sequence[str]) -> dict[str, str]:
    """Move files to the system's trash. Returns a sentence for each that was not moved."""
    from send2trash import send2trash

    problems = {}
    for file in files:
        path = Path(file)
        try:
            if path.exists():
                send2trash(path)
        except Exception as error:  # noqa: BLE001 - each system's trash raises what it likes
            log.warning("a file was not moved to the trash: %s", error)
            reason = getattr(error, "strerror", None) or tr("the system did not take it")
            problems[file] = tr("{name} was not deleted ({reason}).").format(
                name=path.name, reason=reason
            )
    return problems
