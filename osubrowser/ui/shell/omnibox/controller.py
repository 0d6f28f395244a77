"""What becomes of a line in the address bar: its suggestions, and the place that it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, SignalInstance

from osubrowser.services.places.urls import HOME, short
from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.services.library.library import Library
    from osubrowser.services.places.places import Place
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.shell.account_button import Pictures
    from osubrowser.ui.shell.main_window import MainWindow
    from osubrowser.ui.shell.omnibox.suggestion_controller import SuggestionController
    from osubrowser.ui.style.theme import Colours

_EXAMPLE: Final = "osu.ppy.sh/rankings/osu/performance"


class OmniboxController(QObject):
    """Takes what is typed, pasted or dropped. The suggestions are built once the bar has the focus.

    Args:
        window: whose address bar it is; its chrome and navigator are there already.
        account: where addresses belong to.
        settings: in which script titles are shown.
    """

    def __init__(self, window: MainWindow, account: Account, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._account = account
        self._settings = settings
        self._bar = window.chrome.address
        self._calls: Calls | None = None
        self._library: Library | None = None
        self._report: Callable[[BaseException], None] | None = None
        self._pictures: tuple[Pictures, SignalInstance] | None = None
        self._colours: Colours | None = None
        self._suggesting: SuggestionController | None = None
        self._at: Place | None = None
        self._bar.submitted.connect(self.submit)
        self._bar.focus_gained.connect(lambda: QTimer.singleShot(0, self, self._prepare))
        self._bar.typed.connect(self._on_typed)
        self._bar.asked.connect(self._on_asked)
        window.navigator.moved.connect(self._on_moved)

    @property
    def suggesting(self) -> SuggestionController:
        """The suggestions, built when they are first needed."""
        if self._suggesting is None:
            self._suggesting = self._build()
        return self._suggesting

    def offer(
        self,
        calls: Calls,
        library: Library | None,
        report: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Suggest what osu! knows, and what is in the library. Before anything is typed."""
        self._calls, self._library, self._report = calls, library, report

    def set_pictures(self, pictures: Pictures, ready: SignalInstance) -> None:
        """Take avatars and covers from an image store; `ready` says that more have come."""
        self._pictures = (pictures, ready)

    def set_colours(self, colours: Colours) -> None:
        """Wear the page's colours."""
        self._colours = colours
        if self._suggesting is not None:
            self._suggesting.set_colours(colours)

    def close(self) -> None:
        """Ask nothing more: the window closes."""
        if self._suggesting is not None:
            self._suggesting.close()

    def submit(self, text: str, how: str = "here") -> None:
        """Open what a line means, or say why it means nothing."""
        from osubrowser.services.omnibox.query import parse_query

        places = parse_query(text, origins=(self._account.server, HOME)).places
        if places:
            self.open(places[0], how)
            return
        navigator = self._window.navigator
        if self._suggesting is not None:
            self._suggesting.close_list()
        self._window.tell(
            "warning",
            f"“{plain(text, 60)}” is not an osu! address. "
            f"One looks like this: {short(navigator.place, HOME) or _EXAMPLE}",
        )
        self._bar.start()

    def open(self, place: Place, how: str = "here") -> None:
        """Open a place that was typed or picked; the page gets the focus, if it is another one."""
        self._window.message_bar.dismiss_passing()
        if how == "background":
            self._window.navigator.open(place, how)
            return
        if self._suggesting is not None:
            self._suggesting.close_list()
        self._window.navigator.open(place, how)
        self._bar.restore()
        self._window.commands.focus_page()

    def _build(self) -> SuggestionController:
        from osubrowser.ui.shell.omnibox.suggestion_controller import SuggestionController

        made = SuggestionController(
            self._bar,
            self._window,
            self._account,
            self._settings,
            self._window.navigator.has_page,
            calls=self._calls,
            library=self._library,
            report=self._report,
        )
        made.picked.connect(self.open)
        if self._colours is not None:
            made.set_colours(self._colours)
        if self._pictures is not None:
            pictures, ready = self._pictures
            made.list.set_pictures(pictures)
            ready.connect(made.list.pictures_ready)
        return made

    def _prepare(self) -> None:
        """Load what the first key needs, before it is pressed."""
        if self._bar.hasFocus():
            _ = self.suggesting

    def _on_typed(self, text: str) -> None:
        self.suggesting.suggest(text)

    def _on_asked(self) -> None:
        self.suggesting.suggest_at_first()

    def _on_moved(self) -> None:
        """Close the list when something else is seen, by a key or a button of the mouse."""
        place = self._window.navigator.place
        if place != self._at and self._suggesting is not None:
            self._suggesting.close_list()
        self._at = place
