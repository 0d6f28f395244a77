"""Composition root: construction of every long-lived object, closed in reverse order."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from osubrowser import __version__
from osubrowser.embedded import EmbeddedDemo
from osubrowser.pages import PageParts, build_welcome, page_kinds, welcome_kind
from osubrowser.services.beatmap_services import BeatmapServices
from osubrowser.services.cache.response_cache import ResponseCache
from osubrowser.services.crashes.report import CrashReport, cleaned
from osubrowser.services.crashes.run_record import LastRun
from osubrowser.services.crashes.start_failure import qt_failures_shown
from osubrowser.services.history.histories import Histories
from osubrowser.services.history_services import HistoryServices
from osubrowser.services.images.image_store import ImageStore
from osubrowser.services.library.library import Library
from osubrowser.services.places.urls import HOME
from osubrowser.services.preference_effects import PreferenceEffects
from osubrowser.services.replay_services import ReplayServices
from osubrowser.services.runtime.calls import Calls, make_executor, make_file_executor
from osubrowser.services.runtime.idle_gc import IdleGarbageCollector
from osubrowser.services.runtime.restart import start_again
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.session.account import Account, AccountState
from osubrowser.services.session.secret_store import SecretStore
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.services.storage.folders import Folders
from osubrowser.services.text.translation import qt_translator, tr
from osubrowser.services.updates.checker import UpdateChecker
from osubrowser.ui.shell.external import open_in_browser
from osubrowser.ui.shell.main_window import MainWindow
from osubrowser.ui.shell.page_kind import PageTable
from osubrowser.ui.shell.sign_in_flow import SignInFlow
from osubrowser.ui.style.theme import STYLE, Theme
from osubrowser.ui.widgets.assistive import install_roles
from osubrowser.unexpected import UnexpectedErrors

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterable, Iterator
    from tempfile import TemporaryDirectory

    from osubrowser.cli import Options
    from osubrowser.demo.server import DemoServer
    from osubrowser.selftest import SelfTest
    from osubrowser.services.crashes.run_record import RunRecord
    from osubrowser.services.places.places import Place
    from osubrowser.services.runtime.open_request import OpenRequest
    from osubrowser.services.runtime.single_instance import (
        InstanceServer,
        ProfileLock,
    )
    from osubrowser.services.runtime.stop_signals import StopSignals
    from osubrowser.ui.shell.page_kind import PageKind
    from osubrowser.ui.style.theme import Choice

_SCALE = "QT_SCALE_FACTOR"
_LARGEST_FACTOR = 16.0
_LONGEST_WAIT = 0.3  # seconds
_PRELOAD_AFTER = 1.0  # seconds
_LONGEST_FIRST_PAGE = 0.5  # seconds
_PAINT = 0.03  # seconds
_READS = 2
"""Reads of the response cache, one after the other, that the first page may make."""


def run(
    options: Options,
    profile: Path | None,
    lock: ProfileLock,
    signals: StopSignals,
    record: RunRecord,
    last_run: LastRun,
    *,
    text_size: int = 100,
) -> int:
    """Run the program until its window is closed.

    Args:
        options: the parsed command line.
        profile: the folder for every file, or None for the system's folders.
        lock: of the profile; held. It is released once every file is written.
        signals: end the program in order.
        record: of this run; ended before the lock is released.
        last_run: how the last run ended.
        text_size: size of text and controls in percent.

    Returns:
        The exit status: 0, or 1 when a self-test failed or was interrupted, or the display is gone.
    """
    if last_run.needs_safe_mode:
        options = replace(options, safe_mode=True)
    folders = Folders.inside(profile) if profile else Folders.default()
    # Without a display no start works: that is no crash, and safe mode would not help.
    with scaled(text_size), qt_failures_shown(folders.logs, record.end):
        qt = _application()
    app = App(
        qt,
        options,
        profile=profile,
        lock=lock,
        signals=signals,
        record=record,
        last_run=last_run,
        holds_page=True,
    )
    app.window.show()
    _await_first_frame(qt, app.window)
    app.window.navigator.release_page()
    gc.freeze()  # exclude long-lived objects from collections, which `IdleGarbageCollector` runs
    import asyncio

    from qasync import QEventLoop

    loop: asyncio.AbstractEventLoop = QEventLoop(qt)
    asyncio.set_event_loop(loop)
    # Otherwise the loop creates a second pool with ten more threads to join at exit.
    loop.set_default_executor(app.executor)
    work = loop.create_task(app.live())
    try:
        status = loop.run_until_complete(work)
    except asyncio.CancelledError:
        return 1
    except RuntimeError:
        if work.done():
            raise
        # Qt has ended the loop: the display is gone, as when the user logs out.
        app.abandon()
        loop.set_exception_handler(lambda _loop, _context: None)  # its task is never awaited
        return 1
    finally:
        loop.close()
    if app.next_start is not None:
        start_again(app.next_start)
    return status


def _await_first_frame(qt: QApplication, window: MainWindow) -> None:
    """Process events until the first frame is on screen, before the event loop is imported."""
    until = time.monotonic() + _LONGEST_WAIT
    qt.processEvents()
    # The window manager may take a moment to expose the window.
    while not window.windowHandle().isExposed() and time.monotonic() < until:
        qt.processEvents()
    qt.processEvents()


@contextlib.contextmanager
def scaled(percent: int) -> Iterator[None]:
    """Context in which a Qt application is made whose text and controls have this size.

    Qt's own scale factor is multiplied, so that everything keeps its proportions. The environment
    is restored: programs that are started later, such as the web browser, must not inherit it.
    """
    before = os.environ.get(_SCALE)
    if percent == 100:
        yield
        return
    os.environ[_SCALE] = f"{_factor(before) * percent / 100:.4f}"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SCALE]
        else:
            os.environ[_SCALE] = before


def _factor(text: str | None) -> float:
    """Return a scale factor as Qt reads it; 1 for none."""
    try:
        factor = float(text or "")
    except ValueError:
        return 1.0
    return factor if 0 < factor < _LARGEST_FACTOR else 1.0


class Application(QApplication):
    """Qt application that does not end by itself.

    Signals:
        quit_requested: the desktop or the system's menu wants the program to end.
        open_requested(str): macOS wants an address, or the path of a file, to be opened.
    """

    quit_requested = Signal()
    open_requested = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Turn Qt's own quit, which would stop the event loop at once, into a request."""
        if event.type() == QEvent.Type.Quit:
            self.quit_requested.emit()
            return True
        if isinstance(event, QFileOpenEvent):
            self.open_requested.emit(opened_address(event))
            return True
        return bool(super().event(event))


def opened_address(event: QFileOpenEvent) -> str:
    """Return the address, or the path of the file, that macOS wants to be opened."""
    return event.file() or event.url().toString(QUrl.ComponentFormattingOption.FullyEncoded)


def _application() -> Application:
    qt = Application([*sys.argv[:1], *STYLE])
    translator = qt_translator()
    if translator is not None:
        translator.setParent(qt)
        qt.installTranslator(translator)
    qt.setApplicationName("osubrowser")
    qt.setApplicationDisplayName("")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName(os.environ.get("FLATPAK_ID") or "osubrowser")
    # Closing the window ends `App.live`, which closes everything in order and then ends the loop.
    qt.setQuitOnLastWindowClosed(False)
    return qt


class App:
    """The program: its services and its window.

    Args:
        qt: the Qt application.
        options: the parsed command line.
        profile: the folder for every file, or None for the system's folders.
        lock: of the profile; held. Later starts are served. None without one.
        signals: end the program in order; None for none.
        record: of this run; ended before the lock is released. None for none.
        last_run: how the last run ended.
        open_web: opens an address in the web browser; returns False if it could not.
        page_kinds: returns the table of pages.
        make_demo: returns an embedded server that is not started; None for the usual one.
        holds_page: whether the window comes without its page, until `Navigator.release_page`.

    Attributes:
        errors: the first unexpected errors.
        is_closed: whether everything has been closed.
        next_start: arguments of the start that is to follow; None for none.
    """

    def __init__(
        self,
        qt: QApplication,
        options: Options,
        *,
        profile: Path | None = None,
        lock: ProfileLock | None = None,
        signals: StopSignals | None = None,
        record: RunRecord | None = None,
        last_run: LastRun | None = None,
        open_web: Callable[[str], bool] = open_in_browser,
        page_kinds: Callable[[PageParts], Iterable[PageKind]] = page_kinds,
        make_demo: Callable[[], DemoServer] | None = None,
        holds_page: bool = False,
    ) -> None:
        self.options = options
        # A worker may hold the GIL for 1 ms, not 5: a frame of the GUI lasts 16 ms.
        self._switch_interval = sys.getswitchinterval()
        sys.setswitchinterval(0.001)
        self.folders = Folders.inside(profile) if profile else Folders.default()
        self._safe_cache: TemporaryDirectory[str] | None = None
        if options.safe_mode:
            from tempfile import TemporaryDirectory

            self._safe_cache = TemporaryDirectory(prefix="osubrowser-", ignore_cleanup_errors=True)
            self.folders = replace(self.folders, cache=Path(self._safe_cache.name))
        self.next_start: list[str] | None = None
        self._record = record
        self._last_run = last_run or LastRun()
        self._lock = lock
        self._signals = signals
        self._instance_server: InstanceServer | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._first_page: asyncio.Task[None] | None = None
        self.file_executor = make_file_executor()
        report = CrashReport(self.folders.logs, self.file_executor)
        self._unexpected = UnexpectedErrors(report, self._show_crash)
        self.errors = self._unexpected.errors
        self.settings = Settings.load(
            self.folders.settings_file,
            executor=self.file_executor,
            tell=self._show_problem_from_worker,
        )
        self._saved_language = self.settings.language
        self.executor = make_executor()
        self.calls = Calls(self.executor)
        # A portable profile stores its secrets in a file, any other one in the keyring.
        self.secrets = SecretStore(self.folders.secrets_file, use_keyring=profile is None)
        self.preferences = Preferences(self.settings)
        self.response_cache = ResponseCache(
            self.folders.responses, self.settings.memory_limit * 1024 * 1024
        )
        histories = Histories(self.folders.histories)
        self.demo = EmbeddedDemo(self.calls, histories, days=options.days, make=make_demo)
        self.account = Account(
            self.calls,
            self.settings,
            self.secrets,
            server=options.server,
            open_url=open_web,
            cache=self.response_cache,
            observe=self.demo.observer,
        )
        self.library = Library(self.calls, self.file_executor, self.folders, self.account)
        self.calls.on_login_required = self.account.session_ended
        self.images = ImageStore(
            self.calls,
            self.folders.images,
            server=partial(getattr, self.account, "server"),
            disk=self.settings.images_limit * 1024 * 1024,
        )
        self.images.set_enabled(self.settings.pictures and not options.safe_mode)
        self.effects = PreferenceEffects(
            self.preferences, self.account, self.calls, self.response_cache, self.images
        )
        self.replays = ReplayServices(
            self.calls, self.account, self.preferences, self.folders, self.secrets
        )
        self.beatmaps = BeatmapServices(
            self.calls, self.preferences, self.library, self.replays, self.account
        )
        self.history = HistoryServices(histories, self.calls, self.account, self.preferences)
        self.updates = UpdateChecker(self.calls, self.settings)
        self.updates.found.connect(self._on_update_found)
        install_roles()
        self.theme = Theme(_choice(self.settings.theme))
        self.theme.apply(qt)
        self.sign_in_flow = SignInFlow(
            self.account, self.start_demo, partial(build_welcome, self.settings, self.images)
        )
        parts = PageParts(
            self.account,
            self.calls,
            self.settings,
            self.images,
            self.library,
            self.preferences,
            self.effects,
            self.response_cache,
            self.folders,
            self.sign_in_flow.sign_out,
            self.replays,
            self.beatmaps,
            self.history,
            self.updates,
            open_web,
            partial(self.restart, options.safe_mode),
            self.settings.text_size,
        )
        self.pages = PageTable(page_kinds(parts))
        self.window = MainWindow(
            self.pages,
            welcome_kind(self.sign_in_flow.build_page),
            theme=self.theme,
            settings=self.settings,
            preferences=self.preferences,
            account=self.account,
            library=self.library,
            calls=self.calls,
            images=self.images,
            open_web=open_web,
            report=self._unexpected.report,
            replays=self.replays,
            beatmaps=self.beatmaps,
            history=self.history,
            restart=self.restart,
            safe_mode=options.safe_mode,
        )
        self.window.sign_out_requested.connect(self.sign_in_flow.sign_out)
        self.sign_in_flow.message_requested.connect(self.window.show_message)
        self._qt = qt
        self.is_closed = False
        self._scope = TaskScope(self._unexpected.report)
        self._preload: asyncio.Task[None] | None = None
        self._idle_gc = IdleGarbageCollector(is_busy=self._is_animated)
        self._early_addresses: list[str] | None = []  # held until the event loop runs
        if isinstance(qt, Application):
            qt.open_requested.connect(self._on_file_open_requested)
        if holds_page:
            self.window.navigator.hold_page()
        self._start_window()

    def _start_window(self) -> None:
        options, window = self.options, self.window
        wants_session = options.demo or options.self_test or options.guest_id is not None
        expect_session = wants_session or bool(self.account.client_id)
        places: list[Place] = []
        if options.addresses:
            from osubrowser.services.runtime.open_request import OpenRequest

            places = self._places_of(OpenRequest.of_start(options.addresses))
        is_demo = options.demo or options.self_test
        window.start(*places, expect_session=expect_session, demo=is_demo)
        if self.settings.problem is not None:
            window.show_warning(self.settings.problem)
        self._tell_last_run()

    def _tell_last_run(self) -> None:
        """Offer safe mode after a crash; in safe mode, say so, and offer the way back."""
        last, window = self._last_run, self.window
        if self.options.self_test:
            return
        if self.options.safe_mode:
            text = tr("Safe mode: without the last places, the cache and pictures.")
            window.offer("info", text, tr("Start as usual"), partial(self.restart, False))
        elif last.offers_safe_mode:
            text = tr(
                "osubrowser did not end well the last time. Safe mode starts without the last "
                "places, the cache and pictures."
            )
            if last.report is not None:
                file = cleaned(str(last.report))
                text += " " + tr("A report is in the file {file}").format(file=file)
            window.offer("warning", text, tr("Start in safe mode"), partial(self.restart, True))

    def restart(self, safe_mode: bool = False) -> None:
        """End the program, and start it again with the same profile, server, language and demo.

        Args:
            safe_mode: whether to start it without the last places, the cache and pictures.
        """
        from osubrowser.cli import arguments_again

        options = replace(self.options, demo=self.options.demo or self.account.is_demo)
        if self.settings.language != self._saved_language:  # chosen in this run
            options = replace(options, language=None)
        self.next_start = arguments_again(options, safe_mode=safe_mode)
        self.window.close()

    # --- running -----------------------------------------------------------------------------

    async def live(self) -> int:
        """Restore the session, then run until the window is closed. Returns the exit status."""
        import asyncio

        self.watch_input()
        closed = asyncio.Event()
        self.window.closed.connect(closed.set)
        if self.window.is_closed:  # its first frames are shown before the event loop is made
            closed.set()
        loop = asyncio.get_running_loop()
        self._unexpected.watch(loop, self.folders.log_file, self.options.log_level)
        work = asyncio.current_task() if self.options.self_test else None
        self._watch_stop(work)
        test: SelfTest | None = None
        try:
            if self.options.self_test:
                from osubrowser.selftest import SelfTest

                test = SelfTest(self.window, self.pages.kinds, self.errors)
                await test.run(self.enter, self.preloaded, idle=self.options.idle)
            elif not closed.is_set():
                if self._lock is not None:
                    self._scope.start(self._serve_later_starts(self._lock))
                self._scope.start(self.enter())
                await closed.wait()
        finally:
            self._qt.commitDataRequest.disconnect(self._write_files)
            await self.close()
        return test.verdict() if test is not None else 0  # includes errors of the shutdown

    def _watch_stop(self, work: asyncio.Task[object] | None) -> None:
        """Close the window when the system or the desktop ends the program.

        Args:
            work: cancelled then; None where closing the window ends the program.
        """

        def stop() -> None:
            if self.is_closed:
                return
            self.window.close()
            if work is not None:
                work.cancel()

        if self._signals is not None:
            self._signals.watch(stop)
        if isinstance(self._qt, Application):
            self._qt.quit_requested.connect(stop)
        # The desktop may kill the program as soon as this returns.
        self._qt.commitDataRequest.connect(self._write_files)

    def _write_files(self, _manager: object = None) -> None:
        """Write all files of the user now: the desktop's session ends."""
        if not self.is_closed:
            self.library.leaving.emit()  # what is typed
            self.window.save()
            self.library.flush()
            self.settings.flush()

    async def _serve_later_starts(self, lock: ProfileLock) -> None:
        """Answer later starts with the same profile; the window holds places without a session."""
        from osubrowser.services.runtime.single_instance import InstanceServer

        await self._first_page_shown()
        await self.calls.run_at_once(_import_network)
        server = self._instance_server = InstanceServer(lock)
        server.requested.connect(self._on_open_requested)
        self.window.closed.connect(server.close)  # what comes from now on waits for the lock

    def _on_open_requested(self, request: OpenRequest) -> None:
        """Raise the window, and open the addresses of a later start."""
        if request.token:  # Qt's Wayland plugin takes it from there
            os.environ["XDG_ACTIVATION_TOKEN"] = request.token
        self.window.bring_to_front()
        for place in self._places_of(request):
            self.window.open_outside_place(place)

    def _on_file_open_requested(self, address: str) -> None:
        """Open what macOS wants to be opened, once the event loop runs."""
        from osubrowser.services.runtime.open_request import OpenRequest

        if self._early_addresses is not None:
            self._early_addresses.append(address)
        elif not self.is_closed:
            self._on_open_requested(OpenRequest.of_start([address]))

    def _places_of(self, request: OpenRequest) -> list[Place]:
        """Return the places of a start's addresses, and say which are none.

        Replay files are one place, which shows them over each other.
        """
        from osubrowser.services.places.outside import places_of

        origins = (self.account.server, HOME)
        found = places_of(request.addresses, partial(self.pages.parse, origins=origins))
        for problem in found.problems(request.left_out):
            self.window.show_warning(problem)
        return list(found.places)

    async def enter(self) -> None:
        """Start the session that the command line asks for, or restore that of the last run."""
        self._watch_problems()
        self.window.open_local_places()
        early, self._early_addresses = self._early_addresses or [], None
        for address in early:
            self._on_file_open_requested(address)
        self._scope.start(self._open_library(), key="library")
        options = self.options
        if options.demo or options.self_test:
            await self.start_demo()
        elif options.guest_id is not None and options.guest_secret is not None:
            await self.account.guest_from_environment(
                {
                    "OSUBROWSER_CLIENT_ID": options.guest_id,
                    "OSUBROWSER_CLIENT_SECRET": options.guest_secret,
                }
            )
        else:
            await self.account.restore()
        # Opens the cache file.
        self._scope.start(self.calls.run(self.response_cache.size), key="response cache")
        self._preload = self._scope.start(self._preload_pages(), key="preload")
        self._scope.start(self._start_services(), key="services")

    def _first_page_shown(self) -> asyncio.Task[None]:
        """Return a task that ends when the first page shows what the response cache has of it.

        What the page does not need waits for it. It ends after half a second in any case.
        """
        if self._first_page is None:
            self._first_page = self._scope.start(self._show_first_page())
        return self._first_page

    async def _show_first_page(self) -> None:
        import asyncio

        settled = asyncio.Event()

        def on_changed() -> None:
            if self.account.client is not None and not settled.is_set():
                self.calls.hold(self._first_page_shown())
            if self.account.state is not AccountState.SIGNING_IN:
                settled.set()

        self.account.changed.connect(on_changed)
        try:
            async with asyncio.timeout(_LONGEST_FIRST_PAGE):
                await settled.wait()
                for _ in range(_READS):  # tasks of the page start, and read the cache
                    await asyncio.sleep(0)
                    await self.calls.run_at_once(int)
                await asyncio.sleep(_PAINT)
        except TimeoutError:
            pass
        finally:
            self.account.changed.disconnect(on_changed)

    async def _open_library(self) -> None:
        """Read the files of the library, after the first page."""
        await self._first_page_shown()
        self.library.open()

    async def preloaded(self) -> None:
        """Wait until the modules of all pages are imported; raises import errors."""
        if self._preload is not None:
            await self._preload

    async def _preload_pages(self) -> None:
        """Import the modules of all pages, after a delay for the loads of the first page."""
        import asyncio

        from osubrowser.ui.shell.preload import preload

        await asyncio.sleep(_PRELOAD_AFTER)
        await preload(self.calls, [kind.preload for kind in self.pages.kinds])

    async def _start_services(self) -> None:
        """Start the services of replays and beatmaps, once the first page has had its time."""
        import asyncio

        await asyncio.sleep(_PRELOAD_AFTER)
        self._scope.start(self.history.start(), key="history")
        if self.demo.holds_responses:
            filling = self.demo.fill_history(self.history, self.window.show_message)
            self._scope.start(filling, key="backfill")
        self._scope.start(self.beatmaps.start(), key="beatmaps")
        if not self.options.self_test:
            self._scope.start(self.updates.check_if_due(), key="updates")
        await self.replays.start()

    def _on_update_found(self, version: str) -> None:
        """Tell that there is a newer version; its page opens at a click only."""
        self.window.offer(
            "info",
            tr("osubrowser {version} is there. This is {own}.").format(
                version=version, own=self.updates.version
            ),
            tr("Open its page"),
            partial(self.window.commands.open_link, self.updates.page),
        )

    def _watch_problems(self) -> None:
        """Show each new problem of the settings file and of the response cache."""
        import asyncio

        self._loop = asyncio.get_running_loop()
        self.response_cache.watch_problem(self._show_problem_from_worker)

    def _show_problem_from_worker(self, problem: str | None) -> None:
        """Show a problem of a file, from any thread. Before the session there is no loop."""
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop is closed
                self._loop.call_soon_threadsafe(self._show_problem, problem)

    def _show_problem(self, problem: str | None) -> None:
        if problem is not None and not self.is_closed:
            self.window.show_warning(problem)

    async def start_demo(self) -> None:
        """Start the embedded server, unless it is running, and sign in to it."""
        demo = await self.demo.server()
        token = await self.calls.run(demo.player_token)
        await self.account.adopt(demo.url, demo.client_id, demo.client_secret, token)

    def watch_input(self) -> None:
        """Run garbage collections only while the window gets no input; the window must be shown."""
        self._idle_gc.watch(self.window.windowHandle())

    def _show_crash(self, report: CrashReport) -> None:
        if self._record is not None:
            self._record.note_error()
        if not self.is_closed:  # no dialog over a hidden window
            self.window.commands.show_crash(report)

    def _is_animated(self) -> bool:
        """Whether the shown page plays something."""
        page = self.window.navigator.page
        return page is not None and page.is_animated

    def abandon(self) -> None:
        """Write all files and record an orderly end, when no event loop can run any more."""
        self._write_files()
        self.is_closed = True
        self._unexpected.close()
        self.file_executor.shutdown()
        if self._record is not None:
            self._record.end()
        if self._lock is not None:
            self._lock.release()

    async def close(self) -> None:
        """Close everything, in reverse order of construction."""
        self.is_closed = True
        if self._instance_server is not None:
            self._instance_server.close()
        self._idle_gc.close()
        sys.setswitchinterval(self._switch_interval)
        self.window.hide()
        self._scope.cancel_all()
        self.history.stop()
        await self.replays.close()
        await self.beatmaps.close()
        self.sign_in_flow.close()
        self.effects.close()
        self.images.close()
        self.account.close()
        await self.calls.finish()
        await self.history.close()
        self.calls.close()
        self.response_cache.close()
        self.library.close()
        self.settings.flush()
        self.file_executor.shutdown()
        self.demo.close()
        self._unexpected.close()
        self.window.deleteLater()
        if self._safe_cache is not None:
            self._safe_cache.cleanup()
        if self._record is not None:
            self._record.end()
        if self._lock is not None:
            self._lock.release()
        if self._signals is not None:
            self._signals.close()


def _import_network() -> None:
    """Import Qt's network module, which takes longer than a frame. On a worker."""
    import PySide6.QtNetwork  # noqa: F401


def _choice(theme: str) -> Choice:
    return "dark" if theme == "dark" else "light" if theme == "light" else "system"
