"""Prefetch, preload and self-test of the page of a score, for the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ScorePlace
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

STABLE_SCORE: Final = 2797309065

SELF_TEST: Final = (Visit(ScorePlace(STABLE_SCORE, "osu")),)


def _models() -> Iterator[object]:
    """Import the load of a score."""
    from osubrowser.models.scores.leaderboard import load_board

    yield load_board
    from osubrowser.models.scores.score_subject import load_score

    yield load_score


def _widgets() -> Iterator[object]:
    """Import the page: what it needs comes first, for short steps."""
    from osubrowser.ui.cards.player_card import PlayerCard

    yield PlayerCard
    from osubrowser.ui.widgets.facts_panel import FactsPanel

    yield FactsPanel
    from osubrowser.ui.pages.score.header import ScoreHeader

    yield ScoreHeader
    from osubrowser.ui.pages.score.page import ScorePage

    yield ScorePage


def prefetch(client: Client, place: Place) -> str:
    """Load the score of a place and return its title; "" for another place."""
    from osubrowser.models.scores.score_subject import load_score

    if not isinstance(place, ScorePlace):
        return ""
    return load_score(client, place, original=False).name


PRELOAD: Final = Preload(_models, _widgets)
