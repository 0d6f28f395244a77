"""Each list of a player's page: its columns, its loads, where its rows lead, what is exported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from osubrowser.models.beatmaps import user_beatmaps
from osubrowser.models.players import activity, kudosu, medals, records
from osubrowser.models.scores import columns as scores
from osubrowser.ui.pages.player.lists import targets as targets

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.models.players.profile import Profile
    from osubrowser.models.rankings.records import Record
    from osubrowser.models.table.column import Column
    from osubrowser.models.table.sources import RowsPage
    from osubrowser.ui.pages.player.lists.targets import ListLink

Columns = Sequence["Column[Any]"]


@dataclass(frozen=True, slots=True)
class PlayerList:
    """A list of a player's page.

    Attributes:
        key: its name: of its sentences, its file, and its columns in the settings.
        label: what is written on its pill, where a section has several lists.
        columns: makes the columns; told whether titles are to be the original ones.
        load: `(client, profile, columns, offset) -> page`; blocks, for a worker.
        target_of: `(item, origin) -> what its row leads to`, or None for nothing.
        record: what is exported of an item.
        count_of: how many entries the profile says there are, or None.
        by_mode: whether it is another list in another ruleset.
    """

    key: str
    label: str
    columns: Callable[[bool], Columns]
    load: Callable[[Client, Profile, Columns, int], RowsPage]
    target_of: Callable[[Any, str], ListLink | None]
    record: Callable[[Any], Record]
    count_of: Callable[[Profile], int | None] = lambda _: None
    by_mode: bool = False


def score_lists(list_: str) -> tuple[PlayerList, ...]:
    """Return the lists of a section of scores: two for the recent ones."""
    labels = {"recent": "Passed"}
    lists = [_scores(list_, list_, labels.get(list_, ""), with_fails=False)]
    if list_ == "recent":
        lists.append(_scores(list_, "recent/all", "Failed too", with_fails=True))
    return tuple(lists)


def _scores(list_: str, key: str, label: str, *, with_fails: bool) -> PlayerList:
    count_of = partial(_count, name=f"scores_{'first' if list_ == 'firsts' else list_}_count")

    def load(client: Client, profile: Profile, columns: Columns, offset: int) -> RowsPage:
        count = None if with_fails else count_of(profile)
        return scores.load_scores(
            client,
            profile.id,
            list_,
            profile.mode,
            columns,
            offset,
            with_fails=with_fails,
            count=count,
        )

    return PlayerList(
        key,
        label,
        lambda original: scores.score_columns(list_, original=original),
        load,
        targets.of_score,
        records.score_record,
        (lambda _: None) if with_fails else count_of,
        by_mode=True,
    )


def beatmap_lists() -> tuple[PlayerList, ...]:
    """Return the lists of the beatmaps section."""
    return tuple(_beatmapsets(list_) for list_ in user_beatmaps.BEATMAP_LISTS)


def _beatmapsets(list_: str) -> PlayerList:
    count_of = partial(_count, name=f"{list_}_beatmapset_count")

    def load(client: Client, profile: Profile, columns: Columns, offset: int) -> RowsPage:
        return user_beatmaps.load_beatmapsets(
            client, profile.id, list_, columns, offset, count=count_of(profile)
        )

    return PlayerList(
        f"beatmaps/{list_}",
        list_.capitalize(),
        lambda original: user_beatmaps.beatmapset_columns(list_, original=original),
        load,
        targets.of_beatmapset,
        records.beatmapset_record,
        count_of,
    )


def most_played_lists() -> tuple[PlayerList, ...]:
    """Return the list of the beatmaps that a player played most."""
    count_of = partial(_count, name="beatmap_playcounts_count")

    def load(client: Client, profile: Profile, columns: Columns, offset: int) -> RowsPage:
        return user_beatmaps.load_beatmapsets(
            client, profile.id, "most_played", columns, offset, count=count_of(profile)
        )

    return (
        PlayerList(
            "most_played",
            "",
            lambda original: user_beatmaps.most_played_columns(original=original),
            load,
            targets.of_played,
            records.played_record,
            count_of,
        ),
    )


def activity_lists() -> tuple[PlayerList, ...]:
    """Return the list of what a player did lately."""
    return (
        PlayerList(
            "activity",
            "",
            lambda _: activity.activity_columns(),
            lambda client, profile, columns, offset: activity.load_activity(
                client, profile.id, columns, offset
            ),
            targets.of_event,
            records.event_record,
        ),
    )


def kudosu_lists() -> tuple[PlayerList, ...]:
    """Return the list of a player's kudosu."""
    return (
        PlayerList(
            "kudosu",
            "",
            lambda _: kudosu.kudosu_columns(),
            lambda client, profile, columns, offset: kudosu.load_kudosu(
                client, profile.id, columns, offset
            ),
            targets.of_kudosu,
            records.kudosu_record,
        ),
    )


def medal_lists() -> tuple[PlayerList, ...]:
    """Return the list of a player's medals."""
    return (
        PlayerList(
            "medals",
            "",
            lambda _: medals.medal_columns(),
            lambda client, profile, columns, _offset: medals.load_medals(
                client, profile.id, profile.user.user_achievements or (), columns
            ),
            targets.of_medal,
            records.medal_record,
            lambda profile: len(profile.user.user_achievements or ()),
        ),
    )


def _count(profile: Profile, *, name: str) -> int | None:
    count: int | None = getattr(profile.user, name)
    return count
