"""What can be opened in the window: its tabs, and how each one's page is built when needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from osubrowser.services.places.places import AppPlace, PlayersPlace, RankingsPlace, UserPlace
from osubrowser.ui.shell.external import open_folder
from osubrowser.ui.shell.page_kind import PageKind
from osubrowser.ui.shell.prefetch import Prefetch
from osubrowser.ui.style.colours import HUES

if TYPE_CHECKING:
    from osubrowser.services.cache.response_cache import ResponseCache
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.library.library import Library
    from osubrowser.services.preference_effects import PreferenceEffects
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.preferences import Preferences
    from osubrowser.services.settings.settings import Settings
    from osubrowser.services.storage.folders import Folders
    from osubrowser.ui.keys.shortcuts import Key
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.style.theme import Theme


@dataclass(frozen=True, slots=True)
class Pages:
    """Builds the pages of what it is given. Each page's code is loaded with its first page.

    Attributes:
        account: who asks.
        calls: runs what blocks.
        settings: keeps what the pages remember.
        images: the pictures.
        theme: what the pages wear.
        library: the bookmarks, and what was seen.
        preferences: what a person chooses.
        effects: carries the choices out.
        memory: the answers that are kept.
        folders: where files are.
        table: returns every key of the window, with its own sequences.
        sign_out: ends the session.
    """

    account: Account
    calls: Calls
    settings: Settings
    images: ImageStore
    theme: Theme
    library: Library
    preferences: Preferences
    effects: PreferenceEffects
    memory: ResponseCache
    folders: Folders
    table: Callable[[], Sequence[Key]]
    sign_out: Callable[[], object]

    def tabs(self) -> list[PageKind]:
        """Return the window's tabs from left to right, then what only opens beside them."""
        warming = Prefetch(self.account, self.calls)
        return [
            PageKind(
                "players",
                "Players",
                HUES["players"],
                PlayersPlace(),
                (PlayersPlace, UserPlace),
                self._players,
                warm=warming.player,
            ),
            PageKind(
                "rankings",
                "Rankings",
                HUES["rankings"],
                RankingsPlace(),
                (RankingsPlace,),
                self._rankings,
                is_first=True,
                warm=warming.ranking,
            ),
            self._beside("bookmarks", "Bookmarks", self._bookmarks, "bookmarks", "recent"),
            self._beside("settings", "Settings", self._settings, "settings"),
        ]

    def _beside(self, key: str, title: str, build: Callable[[], Page], *names: str) -> PageKind:
        """Return a kind of page of the program's own, which is no tab."""
        home = AppPlace(names[0])
        return PageKind(
            key, title, HUES[key], home, (AppPlace,), build, is_fixed=False, names=names
        )

    def _players(self) -> Page:
        from osubrowser.ui.pages.player.page import PlayerPage

        colours = self.theme.colours(HUES["players"])
        return PlayerPage(self.account, self.calls, self.settings, colours, self.images)

    def _rankings(self) -> Page:
        from osubrowser.ui.pages.rankings.page import RankingsPage

        colours = self.theme.colours(HUES["rankings"])
        return RankingsPage(self.account, self.calls, self.settings, colours, self.images)

    def _bookmarks(self) -> Page:
        from osubrowser.ui.pages.bookmarks.page import BookmarksPage

        hue = HUES["bookmarks"]
        return BookmarksPage(self.library, self.settings, self.theme.colours(hue), hue)

    def _settings(self) -> Page:
        from osubrowser.ui.pages.settings.page import SettingsPage
        from osubrowser.ui.pages.settings.section import SettingsParts

        parts = SettingsParts(
            self.preferences,
            self.account,
            self.calls,
            self.effects,
            self.memory,
            self.images,
            self.folders,
            self.theme.colours(HUES["settings"]),
            table=self.table,
            problem=lambda: self.settings.problem,
            sign_out=self.sign_out,
            open_folder=open_folder,
        )
        return SettingsPage(parts)
