"""Topics of a history: what is taken from observed responses, in the order of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osubrowser.services.history.records import ClosingTopic, Topic


def closing_topics() -> tuple[ClosingTopic, ...]:
    """Return the topics that look at a response after all others."""
    from osubrowser.services.history.detect.detection import ChangeDetection

    return (ChangeDetection(),)


def topics() -> tuple[Topic, ...]:
    """Return all topics of what is recorded."""
    from osubrowser.services.history.beatmap_figures import BeatmapFigures
    from osubrowser.services.history.best_lists import BestLists
    from osubrowser.services.history.events import Events
    from osubrowser.services.history.names import Names
    from osubrowser.services.history.player_figures import PlayerFigures
    from osubrowser.services.history.ranking_pages import RankingPages
    from osubrowser.services.history.team_figures import TeamFigures

    return (
        Names(),
        PlayerFigures(),
        BeatmapFigures(),
        TeamFigures(),
        BestLists(),
        RankingPages(),
        Events(),
    )
