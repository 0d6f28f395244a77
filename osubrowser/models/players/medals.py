"""Medals of a player: columns and loads. osu! sends ids, and the names of the latest ones only."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from osubrowser.models.players.activity import MOST_EVENTS
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import day_cell, second, sort_key
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.events import EventAchievement
    from osubrowser.api.entities.users import UserAchievement


@dataclass(frozen=True, slots=True)
class Medal:
    """Medal of a player.

    Attributes:
        won: its id, and when it was won.
        about: its name and description; None if osu! did not send them.
    """

    won: UserAchievement
    about: EventAchievement | None = None

    @property
    def name(self) -> str:
        """The name; `Medal` and the id if it is unknown."""
        named = plain(self.about.name, 120) if self.about is not None else ""
        return named or tr("Medal {id}").format(id=self.won.achievement_id)

    @property
    def description(self) -> str:
        """The description, or ""."""
        return plain(self.about.description or "", 120) if self.about is not None else ""


def medal_columns() -> tuple[Column[Medal], ...]:
    """Return the columns of medals."""
    return (
        Column(
            "medal",
            tr("Medal"),
            420,
            CellKind.TITLE,
            text=lambda m, _: f"{m.name} {m.description}".rstrip(),
            sort=lambda m, _: m.name.casefold(),
            tone=lambda m: len(m.name),
            picture=lambda m: m.about.icon_url or None if m.about is not None else None,
            tooltip=_words,
            strong=True,
        ),
        Column(
            "group",
            tr("Group"),
            150,
            CellKind.TEXT,
            text=lambda m, _: m.about.grouping if m.about is not None else "",
            sort=lambda m, _: m.about.grouping.casefold() or None if m.about is not None else None,
            shown=False,
        ),
        Column(
            "mode",
            tr("Ruleset"),
            96,
            CellKind.TEXT,
            text=lambda m, _: _mode(m),
            sort=lambda m, _: _mode(m) or None,
            shown=False,
        ),
        Column(
            "share",
            tr("Had by"),
            72,
            CellKind.NUMBER,
            text=lambda m, _: (
                numerals.percent(share, 2) if (share := _share(m)) is not None else NOTHING
            ),
            sort=lambda m, _: _share(m),
            description=tr("How many of all players have it"),
            shown=False,
        ),
        Column(
            "number",
            tr("Number"),
            78,
            CellKind.NUMBER,
            text=lambda m, _: str(m.won.achievement_id),
            sort=lambda m, _: m.won.achievement_id,
            description=tr("As osu! counts its medals"),
        ),
        Column(
            "date",
            tr("Won", "medal"),
            100,
            CellKind.DATE,
            text=lambda m, _: day_cell(m.won.achieved_at),
            sort=lambda m, _: sort_key(m.won.achieved_at),
            tooltip=lambda m: second(m.won.achieved_at),
        ),
    )


def medal_identity(medal: Medal) -> Hashable:
    """Return the identity of a medal."""
    return medal.won.achievement_id


def load_medals(
    client: Client,
    user_id: int,
    won: Sequence[UserAchievement],
    columns: Sequence[Column[Any]],
) -> RowsPage:
    """Load the names of a player's medals; blocks, for a worker.

    Args:
        client: the API client.
        user_id: id of the player, whose recent activity names some medals.
        won: the medals of the profile.
        columns: those of `medal_columns`.

    Raises:
        OsuError: as the client raises it.
    """
    known: dict[int, EventAchievement] = {}
    if won:
        for event in client.user_recent_activity(user_id, limit=MOST_EVENTS):
            if event.achievement is not None:
                known[event.achievement.id] = event.achievement
    medals = [Medal(each, known.get(each.achievement_id)) for each in won]
    return RowsPage(make_rows(columns, medals, identity=medal_identity), total=len(medals))


def _words(medal: Medal) -> str:
    if medal.about is None:
        return tr(
            "{name}: osu! tells the names of medals only for a while after they were won"
        ).format(name=medal.name)
    return f"{medal.name}: {medal.description}" if medal.description else medal.name


def _mode(medal: Medal) -> str:
    mode = medal.about.mode if medal.about is not None else None
    return MODE_NAMES.get(mode, plain(mode, 20)) if mode is not None else ""


def _share(medal: Medal) -> float | None:
    return medal.about.achieved_percent if medal.about is not None else None
