"""Composition root: construction of every long-lived object, closed in reverse order."""

from __future__ import annotations

import contextlib
import gc
import sys
import time
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from osubrowser import __version__
from osubrowser.pages import PageParts, page_kinds, welcome_kind
from osubrowser.services.cache.response_cache import ResponseCache
from osubrowser.services.images.image_store import ImageStore
from osubrowser.services.library.library import Library
from osubrowser.services.places.urls import HOME
from osubrowser.services.preference_effects import PreferenceEffects
from osubrowser.services.runtime.calls import Calls, make_executor
from osubrowser.services.runtime.idle_gc import IdleGarbageCollector
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.session.account import Account
from osubrowser.services.session.secret_store import SecretStore
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.services.storage.folders import Folders
from osubrowser.ui.shell.external import open_in_browser
from osubrowser.ui.shell.main_window import MainWindow
from osubrowser.ui.shell.page_kind import PageTable
from osubrowser.ui.shell.sign_in_flow import SignInFlow
from osubrowser.ui.style.theme import STYLE, Theme
from osubrowser.unexpected import UnexpectedErrors

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from osubrowser.cli import Options
    from osubrowser.demo.server import DemoServer
    from osubrowser.selftest import SelfTest
    from osubrowser.ui.shell.page_kind import PageKind
    from osubrowser.ui.style.theme import Choice

_LONGEST_WAIT = 0.3  # seconds
_PRELOAD_AFTER = 1.0  # seconds


def run(options: Options) -> int:
    """Run the program until its window is closed.

    Args:
        options: the parsed command line.

    Returns:
        The exit status: 0, or 1 when a self-test failed.
    """
    qt = _application()
    if options.self_test:
        from tempfile import TemporaryDirectory

        with TemporaryDirectory(prefix="osubrowser-", ignore_cleanup_errors=True) as folder:
            from pathlib import Path

            return _run(qt, options, options.profile or Path(folder))
    return _run(qt, options, options.profile)


def _run(qt: QApplication, options: Options, profile: Path | None) -> int:
    app = App(qt, options, profile=profile)
    app.window.show()
    _await_first_frame(qt, app.window)
    gc.freeze()  # exclude long-lived objects from collections
    gc.enable()
    import asyncio

    from qasync import QEventLoop

    loop: asyncio.AbstractEventLoop = QEventLoop(qt)
    asyncio.set_event_loop(loop)
    # Otherwise the loop creates a second pool with ten more threads to join at exit.
    loop.set_default_executor(app.executor)
    try:
        return loop.run_until_complete(app.live())
    finally:
        loop.close()


def _await_first_frame(qt: QApplication, window: MainWindow) -> None:
    """Process events until the first frame is on screen, before the event loop is imported."""
    until = time.monotonic() + _LONGEST_WAIT
    qt.processEvents()
    # The window manager may take a moment to expose the window.
    while not window.windowHandle().isExposed() and time.monotonic() < until:
        qt.processEvents()
    qt.processEvents()


def _application() -> QApplication:
    qt = QApplication([*sys.argv[:1], *STYLE])
    qt.setApplicationName("osubrowser")
    qt.setApplicationDisplayName("")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("osubrowser")
    # Closing the window ends `App.live`, which closes everything in order and then ends the loop.
    qt.setQuitOnLastWindowClosed(False)
    return qt


class App:
    """The program: its services and its window.

    Args:
        qt: the Qt application.
        options: the parsed command line.
        profile: folder for every file, or None for the system's folders.
        open_web: opens an address in the web browser; returns False if it could not.
        page_kinds: returns the table of pages.

    Attributes:
        errors: the first unexpected errors.
        is_closed: whether everything has been closed.
    """

    def __init__(
        self,
        qt: QApplication,
        options: Options,
        *,
        profile: Path | None = None,
        open_web: Callable[[str], bool] = open_in_browser,
        page_kinds: Callable[[PageParts], Iterable[PageKind]] = page_kinds,
    ) -> None:
        self.options = options
        # A worker may hold the GIL for 1 ms, not 5: a frame of the GUI lasts 16 ms.
        self._switch_interval = sys.getswitchinterval()
        sys.setswitchinterval(0.001)
        self.folders = Folders.inside(profile) if profile else Folders.default()
        self._unexpected = UnexpectedErrors(self._show_crash, lambda: self.window.close())
        self.errors = self._unexpected.errors
        self.settings = Settings.load(self.folders.settings_file)
        self.executor = make_executor()
        self.settings.use_executor(self.executor)
        self.calls = Calls(self.executor)
        # A portable profile stores its secrets in a file, any other one in the keyring.
        self.secrets = SecretStore(self.folders.secrets_file, use_keyring=profile is None)
        self.preferences = Preferences(self.settings)
        self.response_cache = ResponseCache(
            self.folders.responses, self.settings.memory_limit * 1024 * 1024
        )
        self.account = Account(
            self.calls,
            self.settings,
            self.secrets,
            server=options.server,
            open_url=open_web,
            cache=self.response_cache,
        )
        self.library = Library(self.calls, self.executor, self.folders, self.account)
        self.calls.on_login_required = self.account.session_ended
        self.images = ImageStore(
            self.calls,
            self.folders.images,
            server=partial(getattr, self.account, "server"),
            disk=self.settings.images_limit * 1024 * 1024,
        )
        self.images.set_enabled(self.settings.pictures)
        self.effects = PreferenceEffects(
            self.preferences, self.account, self.calls, self.response_cache, self.images
        )
        self.theme = Theme(_choice(self.settings.theme))
        self.theme.apply(qt)
        self.sign_in_flow = SignInFlow(self.account, self.start_demo)
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
        )
        self.window.sign_out_requested.connect(self.sign_in_flow.sign_out)
        self.sign_in_flow.message_requested.connect(self.window.show_message)
        self.effects.not_kept.connect(partial(self.window.show_message, "warning"))
        self._qt = qt
        self.is_closed = False
        self._demo: DemoServer | None = None
        self._demo_lock = Lock()
        self._scope = TaskScope(self._unexpected.report)
        self._preload: asyncio.Task[None] | None = None
        self._idle_gc = IdleGarbageCollector()
        self._start_window()

    def _start_window(self) -> None:
        options, window = self.options, self.window
        wants_session = options.demo or options.self_test or options.guest_id is not None
        expect_session = wants_session or bool(self.account.client_id)
        place = None
        if options.address is not None:
            place = self.pages.parse(options.address, origins=(self.account.server, HOME))
            if place is None:
                window.show_warning("The address on the command line is not one of osu!'s.")
        is_demo = options.demo or options.self_test
        window.start(place, expect_session=expect_session, demo=is_demo)
        if self.settings.problem is not None:
            window.show_warning(self.settings.problem)

    # --- running -----------------------------------------------------------------------------

    async def live(self) -> int:
        """Restore the session, then run until the window is closed. Returns the exit status."""
        import asyncio

        self.watch_input()
        closed = asyncio.Event()
        self.window.closed.connect(closed.set)
        loop = asyncio.get_running_loop()
        self._unexpected.watch(loop, self.folders.log_file, self.options.log_level)
        test: SelfTest | None = None
        try:
            if self.options.self_test:
                from osubrowser.selftest import SelfTest

                test = SelfTest(self.window, self.pages.kinds, self.errors)
                await test.run(self.enter, self.preloaded, idle=self.options.idle)
            else:
                self._scope.start(self.enter())
                await closed.wait()
        finally:
            await self.close()
        return test.verdict() if test is not None else 0  # includes errors of the shutdown

    async def enter(self) -> None:
        """Start the session of the command line, or restore that of the last run."""
        self._watch_response_cache()
        self.library.open()
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

    def _watch_response_cache(self) -> None:
        """Show a warning for each new problem of the response cache."""
        import asyncio

        loop = asyncio.get_running_loop()

        def show(problem: str | None) -> None:
            if problem is not None and not self.is_closed:
                self.window.show_warning(problem)

        def from_worker(problem: str | None) -> None:
            with contextlib.suppress(RuntimeError):  # the loop is closed
                loop.call_soon_threadsafe(show, problem)

        self.response_cache.watch_problem(from_worker)

    async def start_demo(self) -> None:
        """Start the embedded server, unless it is running, and sign in to it."""
        demo = await self.calls.run(self._running_demo)
        token = await self.calls.run(demo.player_token)
        await self.account.adopt(demo.url, demo.client_id, demo.client_secret, token)

    def _running_demo(self) -> DemoServer:
        """Return the demo server, started at the first call; blocks, for a worker."""
        from osubrowser.demo.server import DemoServer

        with self._demo_lock:
            if self._demo is None:
                self._demo = DemoServer().start()
            return self._demo

    def watch_input(self) -> None:
        """Run garbage collections only while the window gets no input; the window must be shown."""
        self._idle_gc.watch(self.window.windowHandle())

    def _show_crash(self, error: BaseException) -> None:
        if not self.is_closed:  # no dialog over a hidden window
            self.window.commands.show_crash(error)

    async def close(self) -> None:
        """Close everything, in reverse order of construction."""
        self.is_closed = True
        self._idle_gc.close()
        sys.setswitchinterval(self._switch_interval)
        self.window.hide()
        self._scope.cancel_all()
        self.sign_in_flow.close()
        self.effects.close()
        self.images.close()
        self.account.close()
        await self.calls.finish()
        self.calls.close()
        self.response_cache.close()
        self.library.close()
        self.settings.flush()
        with self._demo_lock:
            if self._demo is not None:
                self._demo.close()
        self._unexpected.close()
        self.window.deleteLater()


def _choice(theme: str) -> Choice:
    return "dark" if theme == "dark" else "light" if theme == "light" else "system"
