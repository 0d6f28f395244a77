"""Prefetch, preload and self-test of the page of a beatmapset, for the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import (
    BEATMAPSET_SECTIONS,
    BeatmapPlace,
    BeatmapsetPlace,
    ThingPlace,
)
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

BEATMAPSET: Final = 1443224
BEATMAP: Final = 2589

SELF_TEST: Final = (
    *(Visit(BeatmapsetPlace(BEATMAPSET, section=section)) for section in BEATMAPSET_SECTIONS),
    Visit(BeatmapPlace(BEATMAP), is_redirected=True),
)


def _models() -> Iterator[object]:
    """Import the loads of a beatmapset and of its sections."""
    from osubrowser.models.beatmaps.beatmapset import load_beatmapset

    yield load_beatmapset
    from osubrowser.models.scores.leaderboard import load_board

    yield load_board
    from osubrowser.models.scores.score_facts import compare_page

    yield compare_page
    from osubrowser.models.beatmaps.performance_table import load_performance

    yield load_performance
    from osubrowser.models.beatmaps import place_mods, set_difficulties

    yield place_mods
    yield set_difficulties
    from osubrowser.models.beatmaps.history import load_set_history

    yield load_set_history
    from osubrowser.services.richtext.post_markdown import post_html

    yield post_html
    from osubrowser.models.posts.post import Post

    yield Post
    from osubrowser.models.discussions import events

    yield events
    from osubrowser.models.discussions import discussions

    yield discussions
    from osubrowser.models.discussions import feed

    yield feed
    from osubrowser.models.comments import comments

    yield comments


def _widgets() -> Iterator[object]:
    """Import the page and its sections."""
    from osubrowser.ui.pages.beatmapset.header import BeatmapsetHeader

    yield BeatmapsetHeader
    from osubrowser.ui.pages.beatmapset.page import BeatmapsetPage

    yield BeatmapsetPage
    from osubrowser.ui.pages.beatmapset.overview import OverviewSection

    yield OverviewSection
    from osubrowser.ui.shell.omnibox.player_field import PlayerField

    yield PlayerField
    from osubrowser.ui.pages.beatmapset.scores.mod_picker import ModPicker

    yield ModPicker
    from osubrowser.ui.pages.beatmapset.scores.bar import BoardBar

    yield BoardBar
    from osubrowser.ui.pages.beatmapset.scores.specs import board_spec

    yield board_spec
    from osubrowser.ui.pages.beatmapset.scores.section import ScoresSection

    yield ScoresSection
    from osubrowser.ui.pages.beatmapset.scores.compare import ScoreComparison

    yield ScoreComparison
    from osubrowser.ui.charts.history_chart import HistoryChart

    yield HistoryChart
    from osubrowser.ui.sections.history_section import HistorySection

    yield HistorySection
    from osubrowser.ui.pages.beatmapset.history import BeatmapsetHistorySection

    yield BeatmapsetHistorySection
    from osubrowser.ui.pages.beatmapset.discussion.section import DiscussionSection

    yield DiscussionSection
    from osubrowser.ui.comments.comments_section import CommentsSection

    yield CommentsSection


def prefetch(client: Client, place: Place) -> str:
    """Load the beatmapset of a place and return its title; "" for another place."""
    from osubrowser.models.beatmaps.beatmapset import load_beatmapset

    if not isinstance(place, BeatmapsetPlace | BeatmapPlace | ThingPlace):
        return ""
    return load_beatmapset(client, place).title


PRELOAD: Final = Preload(_models, _widgets)
