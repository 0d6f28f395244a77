"""Prefetch, preload and self-test of the search page, for the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ListPlace
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

THINGS: Final = ("search", "explore")
SELF_TEST: Final = (
    Visit(ListPlace("search"), name="search"),
    # The name is printed by the self-test.
    Visit(ListPlace("search", (("query", "a"),)), name="search: a"),
)


def _models() -> Iterator[object]:
    """Import the loads."""
    from osubrowser.models.search.players import load_players

    yield load_players
    from osubrowser.models.search.beatmapsets import load_found_sets

    yield load_found_sets
    from osubrowser.models.search.wiki_pages import load_wiki_pages

    yield load_wiki_pages
    from osubrowser.models.search.news import load_news

    yield load_news
    from osubrowser.models.search.teams import load_teams

    yield load_teams
    from osubrowser.models.search.topics import load_topics

    yield load_topics
    from osubrowser.models.search.seen import seen_page

    yield seen_page
    from osubrowser.models.search.own_replays import replays_page

    yield replays_page
    from osubrowser.services.places.destinations import all_destinations

    yield all_destinations()


def _widgets() -> Iterator[object]:
    """Import the page."""
    from osubrowser.ui.lists.list_controller import ListController

    yield ListController
    from osubrowser.ui.lists.beatmap_links import of_beatmapset

    yield of_beatmapset
    from osubrowser.ui.lists.replay_links import link_of

    yield link_of
    from osubrowser.ui.widgets.country_picker import CountryPicker

    yield CountryPicker
    from osubrowser.ui.widgets.query_field import QueryField

    yield QueryField
    from osubrowser.ui.widgets.toggle_pills import TogglePills

    yield TogglePills
    from osubrowser.ui.widgets.tile_grid import TileGrid

    yield TileGrid
    from osubrowser.ui.pages.search.lists import RESULTS

    yield RESULTS
    from osubrowser.ui.pages.search.board import ResultBoard

    yield ResultBoard
    from osubrowser.ui.pages.search.page import SearchPage

    yield SearchPage


def prefetch(client: Client, place: Place) -> str:
    """Load the players of a search and return its title; "" for another place."""
    from osubrowser.models.search.players import PlayersQuestion, load_players
    from osubrowser.models.search.question import Question

    if not isinstance(place, ListPlace):
        return ""
    question = Question.of(place)
    if question.words:
        load_players(client, PlayersQuestion(question.words, question.is_active), ())
    return question.title


PRELOAD: Final = Preload(_models, _widgets)
