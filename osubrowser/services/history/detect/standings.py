"""Standings of followed players and of the person: who passed whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from osubrowser.services.history.changes import ChangeKind
from osubrowser.services.history.days import day_of
from osubrowser.services.history.subjects import RULESETS

if TYPE_CHECKING:
    from osubrowser.services.history.detect.look import Look

MOST_PASSED: Final = 10
"""Players whom one passes at once that become changes: the nearest ones."""
_SCALE: Final = 1_000
_MOST_PP: Final = 1e12


class Standing(NamedTuple):
    """Standing of a player in one ruleset.

    Attributes:
        ruleset: its API name.
        player: id.
        name: of the player.
        pp: performance points.
        rank: global rank; 0 for none.
    """

    ruleset: str
    player: int
    name: str
    pp: float
    rank: int


class _Known(NamedTuple):
    player: int
    name: str
    pp: int
    rank: int
    is_me: int


def known_me(look: Look) -> int | None:
    """Return the id of the person, if an answer has said it."""
    row = look.connection.execute("SELECT player FROM standings WHERE is_me = 1 LIMIT 1").fetchone()
    return None if row is None else int(row[0])


def passings(look: Look, standings: Sequence[Standing], me: int | None) -> None:
    """Write the standings of one answer, and add a change for each player who passed another.

    Players are compared by pp, which do not move when others do.

    Args:
        look: at the answer.
        standings: of followed players, and of the person.
        me: id of the person, where the answer says it.
    """
    if me is not None:
        look.connection.execute(
            "UPDATE standings SET is_me = (player = ?) WHERE is_me = 1 OR player = ?", (me, me)
        )
    for ruleset in RULESETS:
        new = {one.player: one for one in standings if one.ruleset == ruleset}
        if new:
            _of_ruleset(look, RULESETS.index(ruleset), new, me)


def _of_ruleset(look: Look, ruleset: int, new: dict[int, Standing], me: int | None) -> None:
    connection = look.connection
    before: dict[int, int] = {}
    for player, one in new.items():
        row = connection.execute(
            "SELECT pp, rank, name, is_me, at FROM standings WHERE ruleset = ? AND player = ?",
            (ruleset, player),
        ).fetchone()
        if row is not None and row[4] > look.at:
            continue
        if row is not None:
            before[player] = row[0]
        is_me = player == me or (row is not None and bool(row[3]))
        values = (_units(one), one.rank, one.name[:100], int(is_me))
        if row is None or row[:4] != values:
            connection.execute(
                "INSERT OR REPLACE INTO standings (ruleset, player, pp, rank, name, is_me, at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (ruleset, player, *values, look.at),
            )
    before = {player: pp for player, pp in before.items() if _units(new[player]) != pp}
    moved = [_known(look, ruleset, player) for player in before]
    pairs: dict[tuple[int, int], tuple[_Known, _Known]] = {}
    for own in moved:
        player, old, now = own.player, before[own.player], own.pp
        low, high = sorted((old, now))
        # Those who moved in the same answer may be elsewhere now.
        others = [
            _Known(*row)
            for row in connection.execute(
                "SELECT player, name, pp, rank, is_me FROM standings"
                " WHERE ruleset = ? AND pp BETWEEN ? AND ? AND player <> ?",
                (ruleset, low, high, player),
            )
        ]
        for other in [*others, *moved]:
            if other.player == player:
                continue
            was = before.get(other.player, other.pp)
            if old < was and now > other.pp:
                pairs[player, other.player] = own, other
            elif old > was and now < other.pp:
                pairs[other.player, player] = other, own
    for passer, passed in _nearest(list(pairs.values())):
        _add(look, ruleset, passer, passed)


def _units(standing: Standing) -> int:
    return round(min(max(standing.pp, 0.0), _MOST_PP) * _SCALE)


def _known(look: Look, ruleset: int, player: int) -> _Known:
    return _Known(
        *look.connection.execute(
            "SELECT player, name, pp, rank, is_me FROM standings WHERE ruleset = ? AND player = ?",
            (ruleset, player),
        ).fetchone()
    )


def _nearest(pairs: list[tuple[_Known, _Known]]) -> list[tuple[_Known, _Known]]:
    """Return the pairs without those that are too many for one player."""
    counts: dict[int, int] = {}
    found = []
    for passer, passed in sorted(pairs, key=lambda pair: pair[0].pp - pair[1].pp):
        counts[passer.player] = counts.get(passer.player, 0) + 1
        if counts[passer.player] <= MOST_PASSED:
            found.append((passer, passed))
    return found


def _add(look: Look, ruleset: int, passer: _Known, passed: _Known) -> None:
    day = day_of(look.at)
    things = look.followed([f"/users/{passer.player}", f"/users/{passed.player}"])
    for thing in things.values():
        back = look.unread(
            thing, ChangeKind.PASSED, f"{ruleset}:{passed.player}>{passer.player}:{day}"
        )
        if back is not None:  # passed each other on one day: nothing has changed
            look.remove(back)
            return
    if not things:
        return
    thing = next(iter(things.values()))
    data: dict[str, Any] = {
        "ruleset": RULESETS[ruleset],
        "passer": {"id": passer.player, "name": passer.name},
        "passed": {"id": passed.player, "name": passed.name},
        "rank": passer.rank,
        "pp": passer.pp / _SCALE,
        "passed_pp": passed.pp / _SCALE,
        "is_me": "passer" if passer.is_me else "passed" if passed.is_me else "",
    }
    topic = f"{ruleset}:{passer.player}>{passed.player}:{day}"
    if look.unread(thing, ChangeKind.PASSED, topic) is None:
        look.add(thing, ChangeKind.PASSED, data, topic=topic)
