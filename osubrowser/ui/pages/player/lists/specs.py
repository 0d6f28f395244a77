"""Lists of a player's page: columns, loads, links, exports and messages of each."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.errors import LoginRequired, NotFound
from osubrowser.models.beatmaps import user_beatmaps
from osubrowser.models.players import activity, kudosu, medals, records
from osubrowser.models.scores import columns as scores
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.text.translation import tr
from osubrowser.ui.cards.card_layout import BEATMAPSET_CARD, PLAYED_CARD
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.lists import beatmap_links, event_links, score_links
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.pages.player.lists import links

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.models.players.profile import Profile
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.column import Record, Row
    from osubrowser.models.table.sources import CursorSource, RowsPage
    from osubrowser.ui.cards.card_layout import CardLayout
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.lists.row_links import RowLink

_UNSAFE: Final = re.compile(r"[^\w\[\]()-]+")


@dataclass(frozen=True, slots=True)
class PlayerList:
    """Specification of one list of a player's page, independent of the player.

    Attributes:
        key: identifier; the part before a slash is that of its columns in the settings.
        label: text of its pill, where a section has several lists.
        columns: `(original) -> columns`; `original`: titles are not romanised.
        load: `(client, profile, columns, offset) -> page`; blocks, and runs on a worker.
        link: `(item, origin) -> link of a row`, or None.
        record: returns the exported record of an item.
        nothing: message for an empty list, with `{name}` and `{mode}`.
        note: description above the list: its contents and order; "" for none.
        action: button of an empty list: the key of another list, and the label.
        count_of: returns the number of entries that the profile states, or None.
        by_mode: whether it depends on the ruleset.
        has_titles: whether titles of songs are shown.
        has_replays: whether its items are scores, whose replays can be saved.
        cards: which columns the parts of a card show; None for a list that is a table only.
        beatmapset: `item -> its beatmapset`; None for a list of other things.
    """

    key: str
    label: str
    columns: Callable[[bool], Columns]
    load: Callable[[Client, Profile, Columns, int], RowsPage]
    link: Callable[[Any, str], RowLink | None]
    record: Callable[[Any], Record]
    nothing: str
    note: str = ""
    action: tuple[str, str] | None = None
    count_of: Callable[[Profile], int | None] = lambda _: None
    by_mode: bool = False
    has_titles: bool = False
    has_replays: bool = False
    cards: CardLayout | None = None
    beatmapset: Callable[[Any], Beatmapset | None] | None = None

    def spec(self, profile: Profile, title: str) -> ListSpec:
        """Return the specification of this list of a player.

        Args:
            profile: the player, in a ruleset.
            title: accessible name of the table.
        """

        def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
            return loader.by_cursor(self.load, profile, columns, first=0)

        return ListSpec(
            key=f"player/{self.key}",
            title=title,
            columns=self.columns,
            source=source,
            record=partial(_numbered, self.record),
            file_stem=file_stem(self.key, profile, by_mode=self.by_mode),
            empty=EmptyText(self.nothing_of(profile), action=self.action),
            link=self.link,
            describe=describe_in,
            columns_key=f"player/{self.key.partition('/')[0]}",
            has_titles=self.has_titles,
            replays=(lambda score: ((score, profile.name),)) if self.has_replays else None,
            cards=self.cards,
            beatmapset=self.beatmapset,
        )

    def nothing_of(self, profile: Profile) -> str:
        """Return the message for an empty list of a player."""
        mode = MODE_NAMES.get(profile.mode, profile.mode)
        return self.nothing.format(name=profile.name, mode=mode)


def describe_in(error: BaseException) -> Sentence:
    """Return the message for an error of a player's list."""
    sentence = describe(error)
    if isinstance(error, LoginRequired):
        return replace(sentence, text=tr("Players are seen when you are signed in to osu!."))
    if isinstance(error, NotFound):
        return replace(
            sentence, text=tr("osu! shows nothing of this player: unknown, or restricted.")
        )
    return sentence


def file_stem(key: str, profile: Profile, *, by_mode: bool) -> str:
    """Return the proposed file name of an export, without its suffix."""
    name = safe_name(profile.name, profile.id)
    parts = ["osu", name, profile.mode if by_mode else "", key.replace("/", "-")]
    return "-".join(part for part in parts if part)


def safe_name(name: str, number: int | str) -> str:
    """Return the name of a player as part of a file name; `number` if no character is usable."""
    return _UNSAFE.sub("_", name)[:40].strip("_") or _UNSAFE.sub("_", str(number))[:40]


def _numbered(record: Callable[[Any], Record], row: Row[Any]) -> Record:
    return {"number": row.number, **record(row.item)}


def _count(profile: Profile, *, name: str) -> int | None:
    count: int | None = getattr(profile.user, name)
    return count


# --- scores ------------------------------------------------------------------------------------

_SCORES: Final = {
    "best": (tr("{name} has no ranked scores in {mode}."), tr("At most 200, by pp")),
    "firsts": (
        tr("{name} has no first places in {mode}."),
        tr("First places of now, the newest first"),
    ),
    "recent": (tr("{name} passed nothing in {mode} in the last 24 hours."), ""),
    "recent/all": (tr("{name} played nothing in {mode} in the last 24 hours."), ""),
    "pinned": (
        tr("{name} pinned no scores in {mode}."),
        tr("What the player put on top of their page"),
    ),
}
"""Empty message and note of each list of scores."""


def score_lists(list_: str) -> tuple[PlayerList, ...]:
    """Return the lists of a section of scores, one of `SCORE_LISTS`; two for `recent`."""
    if list_ != "recent":
        return (_scores(list_, list_),)
    passed = _scores(list_, list_, tr("Passed"), action=("recent/all", tr("Show failed ones too")))
    return (passed, _scores(list_, "recent/all", tr("Failed too"), with_fails=True))


def _scores(
    list_: str,
    key: str,
    label: str = "",
    *,
    with_fails: bool = False,
    action: tuple[str, str] | None = None,
) -> PlayerList:
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

    nothing, note = _SCORES[key]
    return PlayerList(
        key,
        label,
        lambda original: scores.score_columns(list_, original=original),
        load,
        score_links.of_score,
        records.score_record,
        nothing,
        note,
        action,
        (lambda _: None) if with_fails else count_of,
        by_mode=True,
        has_titles=True,
        has_replays=True,
    )


# --- beatmaps ----------------------------------------------------------------------------------

_BEATMAPS: Final = {
    "favourite": (tr("Favourite", "list of beatmaps"), tr("{name} has no favourite beatmaps.")),
    "ranked": (tr("Ranked", "list of beatmaps"), tr("{name} has no ranked beatmaps.")),
    "loved": (tr("Loved", "list of beatmaps"), tr("{name} has no loved beatmaps.")),
    "guest": (
        tr("Guest", "list of beatmaps"),
        tr("{name} has no guest difficulties in ranked beatmaps of others."),
    ),
    "pending": (tr("Pending", "list of beatmaps"), tr("{name} has no pending beatmaps.")),
    "graveyard": (
        tr("Graveyard", "list of beatmaps"),
        tr("{name} has no beatmaps in the graveyard."),
    ),
    "nominated": (tr("Nominated", "list of beatmaps"), tr("{name} has nominated no beatmaps.")),
}
"""Label and empty message of each list of beatmapsets."""


def beatmap_lists() -> tuple[PlayerList, ...]:
    """Return the lists of the beatmapsets section."""
    return tuple(_beatmapsets(list_) for list_ in user_beatmaps.BEATMAP_LISTS)


def _beatmapsets(list_: str) -> PlayerList:
    count_of = partial(_count, name=f"{list_}_beatmapset_count")

    def load(client: Client, profile: Profile, columns: Columns, offset: int) -> RowsPage:
        return user_beatmaps.load_beatmapsets(
            client, profile.id, list_, columns, offset, count=count_of(profile)
        )

    label, nothing = _BEATMAPS[list_]
    return PlayerList(
        f"beatmaps/{list_}",
        label,
        lambda original: user_beatmaps.beatmapset_columns(list_, original=original),
        load,
        beatmap_links.of_beatmapset,
        records.beatmapset_record,
        nothing,
        count_of=count_of,
        has_titles=True,
        cards=BEATMAPSET_CARD,
        beatmapset=lambda beatmapset: beatmapset,
    )


def most_played_lists() -> tuple[PlayerList, ...]:
    """Return the list of the most played section."""
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
            beatmap_links.of_played,
            records.played_record,
            tr("{name} has not played any beatmap yet."),
            tr("Of all rulesets together"),
            count_of=count_of,
            has_titles=True,
            cards=PLAYED_CARD,
            beatmapset=lambda played: played.beatmapset,
        ),
    )


# --- activity, kudosu, medals ------------------------------------------------------------------

_MOST: Final = tr("The newest first; osu! tells at most 100")


def activity_lists() -> tuple[PlayerList, ...]:
    """Return the list of the activity section."""
    return (
        PlayerList(
            "activity",
            "",
            lambda _: activity.activity_columns(),
            lambda client, profile, columns, offset: activity.load_activity(
                client, profile.id, columns, offset
            ),
            event_links.of_event,
            records.event_record,
            tr("{name} did nothing of late that osu! tells about."),
            _MOST,
        ),
    )


def kudosu_lists() -> tuple[PlayerList, ...]:
    """Return the list of the kudosu section."""
    return (
        PlayerList(
            "kudosu",
            "",
            lambda _: kudosu.kudosu_columns(),
            lambda client, profile, columns, offset: kudosu.load_kudosu(
                client, profile.id, columns, offset
            ),
            links.of_kudosu,
            records.kudosu_record,
            tr("{name} has not received any kudosu."),
            _MOST,
        ),
    )


def medal_lists() -> tuple[PlayerList, ...]:
    """Return the list of the medals section."""
    return (
        PlayerList(
            "medals",
            "",
            lambda _: medals.medal_columns(),
            lambda client, profile, columns, _offset: medals.load_medals(
                client, profile.id, profile.user.user_achievements or (), columns
            ),
            links.of_medal,
            records.medal_record,
            tr("{name} has no medals."),
            tr("osu! names those that were won lately; of others it tells number and day"),
            count_of=lambda profile: len(profile.user.user_achievements or ()),
        ),
    )
