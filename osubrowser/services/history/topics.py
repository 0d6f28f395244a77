"""Topics of a history: what is taken from observed responses, in the order of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osubrowser.services.history.records import Topic


def topics() -> tuple[Topic, ...]:
    """Return all topics; what they find is looked at for changes of what is followed."""
    from osubrowser.services.history.detect.detection import ChangeDetection

    return (ChangeDetection(recorded_topics()),)


def recorded_topics() -> tuple[Topic, ...]:
    """Return the topics of what is recorded."""
    from osubrowser.services.history.best_lists import BestLists
    from osubrowser.services.history.player_figures import PlayerFigures
    from osubrowser.services.history.ranking_pages import RankingPages

    return (PlayerFigures(), BestLists(), RankingPages())
