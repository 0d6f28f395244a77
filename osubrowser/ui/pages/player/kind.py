"""Prefetch, preload and self-test of the player page, for its row in the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import PLAYER_SECTIONS, PlayersPlace, UserPlace
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.shell.page_kind import Settle

PLAYER: Final = 12092800
OTHER: Final = 2


async def _show_shared_scores(page: Page, settle: Settle) -> None:
    from osubrowser.ui.pages.player.compare.section import CompareSection
    from osubrowser.ui.pages.player.page import PlayerPage

    section = page.host.section if isinstance(page, PlayerPage) else None
    if not isinstance(section, CompareSection):
        raise TypeError("the comparison did not open")
    section.bar.views.button("scores").click()
    await settle()


SELF_TEST: Final = (
    Visit(PlayersPlace(), name="players", is_redirected=True),
    *(Visit(UserPlace(PLAYER, "osu", section=section)) for section in PLAYER_SECTIONS),
    Visit(UserPlace(PLAYER, "taiko")),
    Visit(UserPlace(PLAYER, "osu", compare=OTHER), _show_shared_scores),
)


def _models() -> Iterator[object]:
    """Import the loads and columns of profiles."""
    from osubrowser.models.players.profile import load_profile

    yield load_profile
    from osubrowser.models.players.records import score_record

    yield score_record
    from osubrowser.models.beatmaps.user_beatmaps import load_beatmapsets

    yield load_beatmapsets
    from osubrowser.services.audio.previews import PreviewPlayer

    yield PreviewPlayer
    from osubrowser.services.beatmaps.local_library import OwnedBeatmaps

    yield OwnedBeatmaps
    from osubrowser.models.players.medals import load_medals

    yield load_medals
    from osubrowser.models.players.kudosu import load_kudosu

    yield load_kudosu
    from osubrowser.models.players.comparison import load_comparison

    yield load_comparison
    from osubrowser.models.players.shared_scores import load_shared

    yield load_shared
    from osubrowser.services.richtext.rich_text import RichText

    yield RichText
    from osubrowser.services.omnibox.remote_suggestions import RemoteSuggestions

    yield RemoteSuggestions


def _widgets() -> Iterator[object]:
    """Import the page and its sections: what a module needs comes first, for short steps."""
    from osubrowser.ui.shell.omnibox.player_field import PlayerField

    yield PlayerField
    from osubrowser.ui.sections.host import SectionHost

    yield SectionHost
    from osubrowser.ui.sections.subject_loader import SubjectLoader

    yield SubjectLoader
    from osubrowser.ui.pages.player.parts.header import PlayerHeader

    yield PlayerHeader
    from osubrowser.ui.charts.chart import Chart

    yield Chart
    from osubrowser.ui.pages.player.body import PlayerBody

    yield PlayerBody
    from osubrowser.ui.pages.player.page import PlayerPage

    yield PlayerPage
    from osubrowser.ui.pages.player.overview import OverviewSection

    yield OverviewSection
    from osubrowser.models.players.history import load_history

    yield load_history
    from osubrowser.ui.charts.history_chart import HistoryChart

    yield HistoryChart
    from osubrowser.ui.sections.history_section import HistorySection

    yield HistorySection
    from osubrowser.ui.pages.player.history.section import PlayerHistorySection

    yield PlayerHistorySection
    from osubrowser.ui.cards.card_painter import CardPainter

    yield CardPainter
    from osubrowser.ui.cards.card_grid import CardGrid

    yield CardGrid
    from osubrowser.ui.lists.beatmap_cards import marks_of

    yield marks_of
    from osubrowser.ui.lists.list_bar import ListBar

    yield ListBar
    from osubrowser.ui.lists.score_links import of_score

    yield of_score
    from osubrowser.ui.pages.player.lists.specs import score_lists

    yield score_lists
    from osubrowser.ui.pages.player.lists.section import ListSection

    yield ListSection
    from osubrowser.models.players.best_history import load_best

    yield load_best
    from osubrowser.ui.pages.player.best_history.bar import DaysBar

    yield DaysBar
    from osubrowser.ui.pages.player.best_history.section import BestHistorySection

    yield BestHistorySection
    from osubrowser.ui.pages.player.compare.bar import CompareBar

    yield CompareBar
    from osubrowser.ui.pages.player.compare.specs import figures_spec

    yield figures_spec
    from osubrowser.ui.cards.player_card import PlayerCard

    yield PlayerCard
    from osubrowser.ui.pages.player.compare.view import CompareView

    yield CompareView
    from osubrowser.ui.pages.player.compare.history import CompareHistory

    yield CompareHistory
    from osubrowser.ui.pages.player.compare.section import CompareSection

    yield CompareSection
    from osubrowser.ui.richtext.rich_pictures import InlinePictures

    yield InlinePictures
    from osubrowser.ui.richtext.rich_view import RichView

    yield RichView
    from osubrowser.ui.pages.player.me import MeSection

    yield MeSection
    from osubrowser.ui.lists.row_menu import row_menu

    yield row_menu
    from osubrowser.ui.lists.export import TableExport

    yield TableExport
    from osubrowser.ui.pages.player.compare.menu import shared_menu

    yield shared_menu


def prefetch(client: Client, place: Place) -> str:
    """Load the player of a place and return the name; "" for a place without a player."""
    from osubrowser.models.players.profile import load_profile

    if not isinstance(place, UserPlace):
        return ""
    return load_profile(client, place.user, place.mode).name


PRELOAD: Final = Preload(_models, _widgets)
