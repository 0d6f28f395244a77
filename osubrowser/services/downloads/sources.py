"""Sources of many replays: leaderboards, lists of a player, and texts with links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.api.client import Client
    from osubrowser.services.downloads.entries import WantedReplay
    from osubrowser.services.runtime.calls import Calls

    OnProgress = Callable[[int, int], None]
    """Called in the GUI thread with the number of scores so far, and the number asked for."""

MOST_OF_BEATMAP = 100
"""Most scores that osu! lists of a leaderboard."""
MOST_OF_PLAYER = 200
"""Most scores that osu! lists of a player."""
LARGEST_TEXT = 4 * 1024 * 1024
"""Longest text that is searched for links, in characters."""


@dataclass(frozen=True, slots=True)
class FoundLinks:
    """Scores found in a text. `unknown` are the first lines without any, `skipped` their number."""

    wanted: tuple[WantedReplay, ...] = ()
    unknown: tuple[str, ...] = ()
    skipped: int = 0


async def top_of_beatmap(
    calls: Calls,
    client: Client,
    beatmap_id: int,
    count: int,
    *,
    mode: str = "",
    mods: str = "",
) -> list[WantedReplay]:
    """Return the replays of the best scores on a beatmap, best first.

    Args:
        calls: runs blocking calls on workers.
        client: the client of the session.
        beatmap_id: id of the difficulty.
        count: 1 to `MOST_OF_BEATMAP`.
        mode: API name of the ruleset; "" for the beatmap's own.
        mods: exactly these acronyms (`HDDT`; `NM` for none); "" for any.

    Raises:
        OsuError: the request failed, or there is no such beatmap.
        ValueError: unknown mods.
    """
    raise NotImplementedError


async def of_player(
    calls: Calls,
    client: Client,
    player: int | str,
    kind: str,
    count: int,
    *,
    mode: str = "",
    on_progress: OnProgress | None = None,
) -> list[WantedReplay]:
    """Return the replays of a player's scores. Cancel the task to stop between two pages.

    Args:
        calls: runs blocking calls on workers.
        client: the client of the session.
        player: id, or user name.
        kind: `best`, `firsts`, `recent` or `pinned`.
        count: 1 to `MOST_OF_PLAYER`.
        mode: API name of the ruleset; "" for the player's own.
        on_progress: told after each page.

    Raises:
        OsuError: a request failed, or there is no such player.
    """
    raise NotImplementedError


async def from_text(calls: Calls, text: str, server: str = "https://osu.ppy.sh") -> FoundLinks:
    """Return the scores of a text: links (`/scores/123`, `/scores/osu/123`), and ids.

    Lines, tabs, commas and semicolons separate the columns of a table; a column of digits is read
    as an id where its line has no link. The same score is returned once.

    Args:
        calls: runs blocking calls on workers.
        text: text, CSV or clipboard.
        server: origin of the server whose links are accepted beside those of osu! itself.
    """
    raise NotImplementedError
