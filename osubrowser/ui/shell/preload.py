"""Preload of page modules: they are imported one at a time, before a page is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.services.runtime.calls import Calls

_PAUSE: Final = 0.03
"""Seconds between two modules: the window is drawn in between, whatever else goes on."""


async def preload(calls: Calls) -> None:
    """Import all page modules, and leave the window free to be used meanwhile.

    Args:
        calls: imports what knows no widgets on a worker.
    """
    import asyncio

    models = _models()
    while await calls.run_at_once(next, models, None) is not None:
        pass
    for parts in (_player(), _menus(), _suggestions(), _bookmarks(), _settings()):
        for _ in parts:
            await asyncio.sleep(_PAUSE)


# Each generator imports one module a step. Import statements, because PyInstaller follows nothing
# else; a name of each module is yielded because an import has to be used. What a module needs
# stands before it, so that each step is short.


def _models() -> Iterator[object]:
    """Import what knows no widgets: columns, loads and text."""
    from osubrowser.models.players.profile import load_profile

    yield load_profile
    from osubrowser.models.players.records import score_record

    yield score_record
    from osubrowser.models.beatmaps.user_beatmaps import load_beatmapsets

    yield load_beatmapsets
    from osubrowser.models.players.medals import load_medals

    yield load_medals
    from osubrowser.models.players.kudosu import load_kudosu

    yield load_kudosu
    from osubrowser.models.players.comparison import load_comparison

    yield load_comparison
    from osubrowser.models.players.shared_scores import load_shared

    yield load_shared
    from osubrowser.services.richtext.sanitize import RichText

    yield RichText
    from osubrowser.services.places.names import kind_of

    yield kind_of
    from osubrowser.models.library.rows import LibraryModel

    yield LibraryModel
    from osubrowser.services.places.ranking_query import ranking_title

    yield ranking_title
    from osubrowser.services.places.url_routes import game_link

    yield game_link
    from osubrowser.services.omnibox.suggestions import local_suggestions

    yield local_suggestions


def _player() -> Iterator[object]:
    """Import the player page and its sections."""
    from osubrowser.ui.lists.pictures import give_pictures

    yield give_pictures
    from osubrowser.ui.pages.player.dressing import DeferredStyling

    yield DeferredStyling
    from osubrowser.ui.pages.player.failure import FailurePanel

    yield FailurePanel
    from osubrowser.ui.pages.player.section_host import SectionHost

    yield SectionHost
    from osubrowser.ui.pages.player.loading import ProfileLoader

    yield ProfileLoader
    from osubrowser.ui.pages.player.links import PlayerLinks

    yield PlayerLinks
    from osubrowser.ui.pages.player.place import is_of

    yield is_of
    from osubrowser.ui.pages.player.sections import SectionParts

    yield SectionParts
    from osubrowser.ui.pages.player.start import PlayerStart

    yield PlayerStart
    from osubrowser.ui.pages.player.waiting import ModeChangeVeil

    yield ModeChangeVeil
    from osubrowser.ui.pages.player.parts.header_painter import HeaderPainter

    yield HeaderPainter
    from osubrowser.ui.pages.player.parts.header import PlayerHeader

    yield PlayerHeader
    from osubrowser.ui.pages.player.parts.skeleton import PlayerSkeleton

    yield PlayerSkeleton
    from osubrowser.ui.pages.player.body import PlayerBody

    yield PlayerBody
    from osubrowser.ui.pages.player.page import PlayerPage

    yield PlayerPage
    from osubrowser.ui.charts.chart import Chart

    yield Chart
    from osubrowser.ui.charts.line_chart import LineChart

    yield LineChart
    from osubrowser.ui.charts.bar_chart import BarChart

    yield BarChart
    from osubrowser.ui.pages.player.parts.fact_grid import FactGrid

    yield FactGrid
    from osubrowser.ui.pages.player.parts.figure_grid import FigureGrid

    yield FigureGrid
    from osubrowser.ui.pages.player.overview import OverviewSection

    yield OverviewSection
    from osubrowser.ui.pages.player.lists.targets import of_score

    yield of_score
    from osubrowser.ui.pages.player.lists.kinds import score_lists

    yield score_lists
    from osubrowser.ui.pages.player.lists.bar import PlayerListBar

    yield PlayerListBar
    from osubrowser.ui.pages.player.lists.words import nothing_in

    yield nothing_in
    from osubrowser.ui.pages.player.lists.section import ListSection

    yield ListSection
    from osubrowser.ui.pages.player.compare.bar import CompareBar

    yield CompareBar
    from osubrowser.ui.pages.player.compare.figures import ComparedFigures

    yield ComparedFigures
    from osubrowser.ui.pages.player.compare.links import CompareLinks

    yield CompareLinks
    from osubrowser.ui.pages.player.compare.scores import SharedScores

    yield SharedScores
    from osubrowser.ui.pages.player.parts.card import PlayerCard

    yield PlayerCard
    from osubrowser.ui.pages.player.compare.view import CompareView

    yield CompareView
    from osubrowser.ui.pages.player.compare.section import CompareSection

    yield CompareSection
    from osubrowser.ui.richtext.rich_pictures import InlinePictures

    yield InlinePictures
    from osubrowser.ui.richtext.rich_view import RichView

    yield RichView
    from osubrowser.ui.pages.player.me import MeSection

    yield MeSection


def _menus() -> Iterator[object]:
    """Import context menus and exports."""
    from osubrowser.ui.pages.rankings.menu import row_menu

    yield row_menu
    from osubrowser.ui.lists.links import has_own_page

    yield has_own_page
    from osubrowser.ui.pages.player.lists.menu import list_menu

    yield list_menu
    from osubrowser.ui.pages.player.compare.menu import shared_menu

    yield shared_menu
    from osubrowser.ui.lists.export import TableExport

    yield TableExport
    from osubrowser.ui.pages.player.compare.export import export

    yield export


def _suggestions() -> Iterator[object]:
    """Import the suggestion list of the address bar."""
    from osubrowser.ui.shell.omnibox.suggestion_rows import SuggestionModel

    yield SuggestionModel
    from osubrowser.ui.shell.omnibox.suggestion_list import SuggestionList

    yield SuggestionList
    from osubrowser.ui.shell.omnibox.suggestion_controller import SuggestionController

    yield SuggestionController


def _bookmarks() -> Iterator[object]:
    """Import the bookmarks page and the bookmark editor."""
    from osubrowser.ui.pages.bookmarks.messages import question

    yield question
    from osubrowser.ui.widgets.bookmark_form import BookmarkForm

    yield BookmarkForm
    from osubrowser.ui.shell.bookmark_popover import BookmarkPopover

    yield BookmarkPopover
    from osubrowser.ui.pages.bookmarks.panel import BookmarkPanel

    yield BookmarkPanel
    from osubrowser.ui.pages.bookmarks.menu import library_menu

    yield library_menu
    from osubrowser.ui.pages.bookmarks.actions import BookmarkActions

    yield BookmarkActions
    from osubrowser.ui.pages.bookmarks.bar import BookmarksBar

    yield BookmarksBar
    from osubrowser.ui.pages.bookmarks.transfer import BookmarkTransfer

    yield BookmarkTransfer
    from osubrowser.ui.pages.bookmarks.row_delegate import LibraryRowDelegate

    yield LibraryRowDelegate
    from osubrowser.ui.pages.bookmarks.list_view import LibraryListView

    yield LibraryListView
    from osubrowser.ui.pages.bookmarks.page import BookmarksPage

    yield BookmarksPage


def _settings() -> Iterator[object]:
    """Import the settings page."""
    from osubrowser.ui.pages.settings.rows import add_all

    yield add_all
    from osubrowser.ui.pages.settings.section import SettingsSection

    yield SettingsSection
    from osubrowser.ui.pages.settings.account import AccountSection

    yield AccountSection
    from osubrowser.ui.pages.settings.page import SettingsPage

    yield SettingsPage
