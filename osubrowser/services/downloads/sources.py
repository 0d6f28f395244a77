"""Sources of many replays: leaderboards, lists of a player, and texts with links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from osubrowser.services.downloads.entries import ReplayTarget, WantedReplay, wanted_of_score
from osubrowser.services.places import urls
from osubrowser.services.places.places import ScorePlace
from osubrowser.services.places.url_parts import mode_of, number_of
from osubrowser.services.runtime.failures import ImportFailed
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from osubrowser.api.client import Client
    from osubrowser.api.entities.scores import Score
    from osubrowser.services.runtime.calls import Calls

    OnProgress = Callable[[int, int], None]
    """Called in the GUI thread with the number of scores so far, and the number asked for."""

PLAYER_LISTS = ("best", "firsts", "recent", "pinned")
"""Lists of a player's scores."""
MOST_OF_BEATMAP = 100
"""Most scores that osu! lists of a leaderboard."""
MOST_OF_PLAYER = 5_000
"""Most scores of a player that are asked for at once; osu! lists 200 of the best."""
LARGEST_TEXT = 4 * 1024 * 1024
"""Longest text that is searched for links, in characters."""

_PAGE = 100
_MOST_UNKNOWN = 20
_SHORTEST_ID, _LONGEST_LINE = 4, 200
_COLUMNS = re.compile(r"[\t,;]")
_WORDS = re.compile(r"[\s,;<>\"'()\[\]|]+")
_OLD_ID = re.compile(r"([A-Za-z!]+)[/ ]([0-9]{1,15})\Z")
_ID_HEADERS = frozenset({"score_id", "score id", "scoreid", "id", "score"})


@dataclass(frozen=True, slots=True)
class FoundLinks:
    """Scores found in a text. `unknown` are the first lines without any, `skipped` their number."""

    wanted: tuple[WantedReplay, ...] = ()
    unknown: tuple[str, ...] = ()
    skipped: int = 0


# --- osu!'s lists ------------------------------------------------------------------------------


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
    return await calls.run(_top, client, beatmap_id, count, mode, mods)


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
        kind: one of `PLAYER_LISTS`.
        count: 1 to `MOST_OF_PLAYER`.
        mode: API name of the ruleset; "" for the player's own.
        on_progress: told after each page.

    Raises:
        OsuError: a request failed, or there is no such player.
    """
    count = min(max(count, 1), MOST_OF_PLAYER)
    number, name = await calls.run(_player, client, player)
    found: dict[tuple[str, ...], WantedReplay] = {}
    offset = 0
    while len(found) < count:
        size = min(_PAGE, count - offset)
        if size < 1:
            break
        page = await calls.run(_page, client, number, name, kind, mode, offset, size)
        before = len(found)
        for one in page:  # a list that changes meanwhile repeats scores
            found.setdefault(one.target.keys, one)
        offset += len(page)
        if on_progress is not None:
            on_progress(len(found), count)
        if len(page) < size or len(found) == before:
            break
    return list(found.values())


def _top(client: Client, beatmap_id: int, count: int, mode: str, mods: str) -> list[WantedReplay]:
    import msgspec

    beatmap = client.beatmap(beatmap_id)
    scores = client.beatmap_scores(
        beatmap_id,
        mode=mode or None,
        mods=mods.upper() or None,
        limit=min(max(count, 1), MOST_OF_BEATMAP),
    ).scores

    def with_beatmap(score: Score) -> Score:
        # A leaderboard does not repeat its beatmap.
        return msgspec.structs.replace(
            score,
            beatmap=score.beatmap or beatmap,
            beatmapset=score.beatmapset or beatmap.beatmapset,
        )

    return [wanted_of_score(with_beatmap(score)) for score in scores[:count]]


def _player(client: Client, player: int | str) -> tuple[int, str]:
    from osubrowser.api.errors import NotFound

    user = client.user(player if isinstance(player, int) else f"@{player}")
    if user.id is None:
        raise NotFound("There is no such player")
    return user.id, user.username


def _page(
    client: Client, player: int, name: str, kind: str, mode: str, offset: int, size: int
) -> list[WantedReplay]:
    scores = client.user_scores(player, kind, mode=mode or None, limit=size, offset=offset)
    return [wanted_of_score(score, name) for score in scores]


# --- texts -------------------------------------------------------------------------------------


async def from_text(calls: Calls, text: str, server: str = urls.HOME) -> FoundLinks:
    """Return the scores of a text: links (`/scores/123`, `/scores/osu/123`), and ids.

    In a line without a link, a number is an id if it stands alone, or in a column that the first
    line calls `score_id` or `id`; `osu/123` is the id of a stable score. The same score is
    returned once.

    Args:
        calls: runs blocking calls on workers.
        text: text, CSV or clipboard.
        server: origin of the server whose links are accepted beside those of osu! itself.

    Raises:
        ImportFailed: the text is too long.
    """
    if len(text) > LARGEST_TEXT:
        raise ImportFailed(tr("This text is too long to be a list of scores."))
    return await calls.run_at_once(partial(_found_links, text, (urls.HOME, server)))


def _found_links(text: str, origins: tuple[str, ...]) -> FoundLinks:
    found: dict[str, WantedReplay] = {}
    unknown: list[str] = []
    skipped = 0
    id_column: int | None = None
    is_first = True
    for line in text.splitlines():
        if not line.strip():
            continue
        targets = list(_targets(line, origins, id_column))
        if not targets and is_first:
            id_column = _id_column(line)
        if not targets and (not is_first or id_column is None):
            skipped += 1
            if len(unknown) < _MOST_UNKNOWN:
                unknown.append(plain(line.strip(), _LONGEST_LINE))
        is_first = False
        for target in targets:
            found.setdefault(target.keys[0], WantedReplay(target))
    return FoundLinks(tuple(found.values()), tuple(unknown), skipped)


def _targets(line: str, origins: tuple[str, ...], id_column: int | None) -> Iterator[ReplayTarget]:
    has_link = False
    for word in _WORDS.split(line):
        if "scores/" not in word.lower():
            continue
        place = urls.parse(_trimmed(word), origins=origins)
        if isinstance(place, ScorePlace):
            has_link = True
            yield _target(place)
    if has_link:
        return
    columns = [column.strip().strip("\"'").strip() for column in _COLUMNS.split(line)]
    if id_column is not None:
        columns = columns[id_column : id_column + 1]
    if len(columns) != 1:
        return
    number = number_of(columns[0].removeprefix("#"))
    if number is not None and len(str(number)) >= _SHORTEST_ID:
        yield ReplayTarget(score_id=number)
    elif old := _OLD_ID.match(columns[0]):
        mode, legacy_id = mode_of(old[1]), number_of(old[2])
        if mode and legacy_id:
            yield ReplayTarget(legacy_id=legacy_id, mode=mode)


def _trimmed(word: str) -> str:
    """Return a link without the punctuation of its sentence, and without `/download`."""
    word = word.rstrip(".!?:*_").rstrip("/")
    return word[: -len("/download")] if word.lower().endswith("/download") else word


def _target(place: ScorePlace) -> ReplayTarget:
    if place.mode is None:
        return ReplayTarget(score_id=place.id)
    return ReplayTarget(legacy_id=place.id, mode=place.mode)


def _id_column(line: str) -> int | None:
    """Return the column of ids that a header names, or None."""
    names = [column.strip().strip("\"'").strip().lower() for column in _COLUMNS.split(line)]
    return next((place for place, name in enumerate(names) if name in _ID_HEADERS), None)


def by_player(player: str, beatmap_id: int, *, mode: str = "", mods: str = "") -> WantedReplay:
    """Return the replay of a player's best score on a beatmap, which API v1 is asked for.

    Args:
        player: name, or id in digits.
        beatmap_id: id of the difficulty.
        mode: API name of the ruleset; "" for the beatmap's own.
        mods: exactly these acronyms; `NM` for none, "" for any.

    Raises:
        ValueError: there is no player or beatmap, or a mod is unknown.
    """
    from osubrowser.api.mods import mod_list

    name = plain(player.strip().removeprefix("@"))
    if not name or beatmap_id < 1:
        raise ValueError(tr("A player and a beatmap are needed."))
    known = mod_list(mods.upper() or None)
    acronyms = "".join(mod.acronym for mod in known) if known else "NM" if mods else ""
    return WantedReplay(ReplayTarget(player=name, beatmap_id=beatmap_id, mode=mode, mods=acronyms))
