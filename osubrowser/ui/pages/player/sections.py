"""Table of the sections of a player's page; a section's module is imported when it is reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from osubrowser.ui.sections.section import SectionSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.models.players.profile import Profile
    from osubrowser.ui.sections.section import Section, SectionParts


def _no_count(_profile: Profile) -> int | None:
    return None


def _overview(parts: SectionParts, parent: QWidget) -> Section[Profile]:
    from osubrowser.ui.pages.player.overview import OverviewSection

    return OverviewSection(parts, parent)


def _scores(list_: str, name: str) -> Callable[[SectionParts, QWidget], Section[Profile]]:
    def build(parts: SectionParts, parent: QWidget) -> Section[Profile]:
        from osubrowser.ui.pages.player.lists.section import ListSection
        from osubrowser.ui.pages.player.lists.specs import score_lists

        return ListSection(name, score_lists(list_), parts, parent)

    return build


def _list(kind: str, name: str) -> Callable[[SectionParts, QWidget], Section[Profile]]:
    def build(parts: SectionParts, parent: QWidget) -> Section[Profile]:
        from osubrowser.ui.pages.player.lists import specs
        from osubrowser.ui.pages.player.lists.section import ListSection

        lists = {
            "most_played": specs.most_played_lists,
            "beatmaps": specs.beatmap_lists,
            "activity": specs.activity_lists,
            "kudosu": specs.kudosu_lists,
            "medals": specs.medal_lists,
        }
        return ListSection(name, lists[kind](), parts, parent)

    return build


def _me(parts: SectionParts, parent: QWidget) -> Section[Profile]:
    from osubrowser.ui.pages.player.me import MeSection

    return MeSection(parts, parent)


def _compare(parts: SectionParts, parent: QWidget) -> Section[Profile]:
    from osubrowser.ui.pages.player.compare.section import CompareSection

    return CompareSection(parts, parent)


def _medals(profile: Profile) -> int | None:
    return len(profile.user.user_achievements or ())


# In the order of PLAYER_SECTIONS: overview, best, firsts, recent, pinned, most_played, beatmaps,
# activity, kudosu, medals, me, compare.
SECTIONS: Sequence[SectionSpec[Profile]] = (
    SectionSpec("overview", "Overview", _no_count, _overview, by_variant=True, of_subject=True),
    SectionSpec(
        "best",
        "Best",
        lambda p: p.user.scores_best_count,
        _scores("best", "Best scores"),
        by_variant=True,
    ),
    SectionSpec(
        "firsts",
        "Firsts",
        lambda p: p.user.scores_first_count,
        _scores("firsts", "First places"),
        by_variant=True,
    ),
    SectionSpec(
        "recent",
        "Recent",
        lambda p: p.user.scores_recent_count,
        _scores("recent", "Recent scores"),
        by_variant=True,
    ),
    SectionSpec(
        "pinned",
        "Pinned",
        lambda p: p.user.scores_pinned_count,
        _scores("pinned", "Pinned scores"),
        by_variant=True,
    ),
    SectionSpec(
        "most_played",
        "Most played",
        lambda p: p.user.beatmap_playcounts_count,
        _list("most_played", "Most played"),
    ),
    SectionSpec("beatmaps", "Beatmaps", _no_count, _list("beatmaps", "Beatmaps")),
    SectionSpec("activity", "Activity", _no_count, _list("activity", "Activity")),
    SectionSpec("kudosu", "Kudosu", _no_count, _list("kudosu", "Kudosu")),
    SectionSpec("medals", "Medals", _medals, _list("medals", "Medals"), of_subject=True),
    SectionSpec("me", "me!", _no_count, _me, of_subject=True),
    SectionSpec("compare", "Compare", _no_count, _compare, by_variant=True, of_subject=True),
)
"""The sections, from left to right."""
