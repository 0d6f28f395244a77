"""A small shell for tests: an account without a server, and a page without rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from osubrowser.services.cache.response_cache import DEMO, account_key
from osubrowser.services.library.library import Library
from osubrowser.services.places.places import AppPlace, Place, RankingsPlace, WelcomePlace
from osubrowser.services.session.account import Account, AccountState
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.page import Page
from osubrowser.ui.pages.welcome.page import WelcomePage
from osubrowser.ui.shell.main_window import MainWindow
from osubrowser.ui.shell.page_kind import AppPage, PageContext, PageKind, PageTable
from osubrowser.ui.style.theme import Theme

CALLBACK = "http://127.0.0.1:17272/callback"


class StillClient:
    """Counts requests that nobody makes."""

    def requests_last_minute(self) -> int:
        return 7

    def set_pace(self, per_minute: float | None) -> None:
        self.pace = per_minute


@dataclass
class Somebody:
    """The part of a player that the window shows."""

    id: int = 2
    username: str = "peppy"
    avatar_url: str = "https://a.ppy.sh/2"


class StillAccount(QObject):
    """An account that is what the test says."""

    changed = Signal()
    noted = Signal(str)
    session_lost = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = AccountState.SIGNED_OUT
        self.client: StillClient | None = None
        self.me: Somebody | None = None
        self.is_demo = False
        self.last: int | None = 2  # who signed in the last time
        self.server = "https://osu.ppy.sh"
        self.client_id = ""
        self.callback_address = CALLBACK
        self.secrets_location = ""

    def enter(self, state: AccountState = AccountState.PLAYER) -> None:
        self.state = state
        self.client = StillClient()
        self.me = Somebody() if state is AccountState.PLAYER else None
        self.changed.emit()

    def leave(self) -> None:
        self.state, self.client, self.me = AccountState.SIGNED_OUT, None, None
        self.changed.emit()

    @property
    def whose(self) -> str:
        if self.is_demo:
            return DEMO
        return account_key(self.server, self.me.id if self.me is not None else self.last)

    def as_account(self) -> Account:
        return cast("Account", self)


class SmallPage(Page):
    """Remembers what the window asked of it; its text field stands for a scroll position."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.calls: list[tuple[Any, ...]] = []
        self.position = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.position)

    def show_place(self, place: Place, state: object | None) -> None:
        self.calls.append(("show", place, state))
        self.position.setText(str(state or ""))
        mode = place.mode if isinstance(place, RankingsPlace) else "?"
        self.title_changed.emit(f"{mode} ranking")
        self.status_changed.emit(f"1-50 of {mode}")

    def save_state(self) -> object:
        return self.position.text()

    def reload(self) -> None:
        self.calls.append(("reload",))

    def start_filter(self) -> None:
        self.calls.append(("filter",))

    def copy_selection(self) -> None:
        self.calls.append(("copy",))

    def export(self) -> None:
        self.calls.append(("export",))

    def leave(self) -> None:
        self.calls.append(("leave",))

    @property
    def shown(self) -> list[Place]:
        return [call[1] for call in self.calls if call[0] == "show"]


class OtherPlace(Place):
    """A place of a second tab."""

    __slots__ = ()


class Shell:
    """A window with one tab, or two, and what it opened in the web browser."""

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        two: bool = False,
        own: bool = False,
        library: Callable[[Account], Library] | None = None,
        kinds: Callable[[PageKind], PageKind] = lambda kind: kind,
    ) -> None:
        self.account = StillAccount()
        self.settings = settings or Settings()
        self.theme = Theme("dark")
        self.web: list[str] = []
        self.has_browser = True
        self.pages: list[SmallPage] = []
        self.welcome: WelcomePage | None = None
        self.preferences = Preferences(self.settings)
        tabs = [
            PageKind("rankings", "Rankings", 125, RankingsPlace(), (RankingsPlace,), self._page)
        ]
        if two:
            tabs.append(PageKind("other", "Other", 200, OtherPlace(), (OtherPlace,), self._page))
        if own:
            tabs.append(
                PageKind(
                    "settings",
                    "",
                    200,
                    AppPlace("settings"),
                    (AppPlace,),
                    self._page,
                    is_tab=False,
                    app_pages=(AppPage("settings", "Settings"),),
                )
            )
        self.window = MainWindow(
            PageTable(map(kinds, tabs)),
            PageKind("welcome", "Welcome", 333, WelcomePlace(), (), self._welcome, is_tab=False),
            theme=self.theme,
            settings=self.settings,
            preferences=self.preferences,
            account=self.account.as_account(),
            library=library(self.account.as_account()) if library is not None else None,
            open_web=self._open_web,
        )

    @property
    def page(self) -> SmallPage:
        return self.pages[0]

    def signed_in(self) -> Shell:
        self.account.enter()
        self.window.start(expect_session=False)
        return self

    def _page(self, _context: PageContext) -> SmallPage:
        page = SmallPage()
        self.pages.append(page)
        return page

    def _welcome(self, _context: PageContext) -> WelcomePage:
        self.welcome = WelcomePage(self.account.server, self.account.callback_address)
        return self.welcome

    def _open_web(self, url: str) -> bool:
        self.web.append(url)
        return self.has_browser
