"""Score factory: scores from leaderboard placements and from session plays.

Two rules make leaderboards cheap: the leader's score is the upper bound of all others, which are
given misses if they would pass it; and a session play that is no personal best is worse than the
best one of the same player.
"""

from __future__ import annotations

from datetime import datetime
from math import exp, pow
from typing import NamedTuple

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.draws import Draws, chance, spread, unit
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.standings import SIZE
from osubrowser.demo.world.players.statistics import StatisticsTable
from osubrowser.demo.world.scores.catalogue import Entry
from osubrowser.demo.world.scores.ids import Moment
from osubrowser.demo.world.scores.mods import HARDEST, Combination, decorated, nearest, pay
from osubrowser.demo.world.scores.placements import (
    BEFORE,
    LEADER,
    NO_PLACE,
    OLD_LEADER,
    Placement,
    Placements,
)
from osubrowser.demo.world.scores.results import (
    REPLAYED_BEATMAP,
    REPLAYED_ID,
    REPLAYED_USER,
    Form,
    Result,
    Score,
    is_lazer,
    is_replayed,
    judged,
    perform,
)
from osubrowser.demo.world.scores.sessions import Turn
from osubrowser.demo.world.scores.skill import DECIMALS, SLOTS, Skills

_KEPT = 4_096


class Top(NamedTuple):
    """Flawless score at the top of a leaderboard."""

    combination: Combination
    lazer: bool
    error: float
    """The share of accuracy lost."""
    result: Result


class LeaderboardTops:
    """Cache of the top scores of leaderboards, computed without the other scores."""

    def __init__(self, seed: int, placements: Placements, skills: Skills) -> None:
        self._placements = placements
        self._skills = skills
        self._draws = Draws(seed, "leaders")
        self._known: dict[tuple[int, int], tuple[Top, Top]] = {}

    def of(self, entry: Entry) -> tuple[Top, Top]:
        """Return the top score, and the top score of the stable client.

        They are the same if the leader plays the stable client.
        """
        key = (entry.number, entry.ruleset)
        found = self._known.get(key)
        if found is None:
            found = self._make(entry)
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[key] = found
        return found

    def _make(self, entry: Entry) -> tuple[Top, Top]:
        draws = self._draws.at(entry.number * 4 + entry.ruleset)
        chosen, lazer = self._mods(entry), self._in_lazer(entry, draws[0])
        error = unit(draws[1]) ** 2 * min(0.012, 0.0016 * entry.difficulty.stars)
        if chance(draws[2], 0.2):
            error = 0.0
        first = _flawless(entry, error, chosen, lazer)
        if not lazer:
            return first, first
        error += 0.0002 + 0.004 * unit(draws[3])
        return first, _flawless(entry, error, chosen, lazer=False)

    def _in_lazer(self, entry: Entry, draw: int) -> bool:
        """Return whether the leader's score is of lazer."""
        position = self._placements.in_ruleset(entry.ruleset).leader(entry.number)
        placement = None if position is None else self._placements.of(entry, position)
        if placement is None or entry.convert or entry.difficulty.id == REPLAYED_BEATMAP:
            return False
        return is_lazer(self._placements.moment(placement, entry).seconds, draw)

    def _mods(self, entry: Entry) -> Combination:
        """Return the mods of the top score."""
        own = self._placements.in_ruleset(entry.ruleset)
        share = max(0, entry.depth - own.window // 2) / (own.deep - own.window)
        position = min(SIZE - 1, int(share * SIZE)) if entry.depth >= 0 else 900
        pp = self._skills.of(entry.ruleset).pp(position, SLOTS // 4)
        needed = self._skills.stars(entry.ruleset, pp) / entry.difficulty.stars * 1.06
        usual = HARDEST[entry.ruleset]
        return usual if needed > usual.harder else nearest(entry.ruleset, needed)


def _flawless(entry: Entry, error: float, chosen: Combination, lazer: bool) -> Top:
    result = perform(entry, Form(error, 0, 1.0), pay(chosen, lazer), lazer)
    return Top(chosen, lazer, error, result)


_OLD_ID_SHIFT = (117_000_000, 131_000_000, 139_000_000, 151_000_000)


class ScoreFactory:
    """Factory of all scores of one world, by placement, session play and id."""

    def __init__(
        self,
        seed: int,
        now: datetime,
        accounts: Accounts,
        statistics: StatisticsTable,
        beatmaps: Beatmaps,
    ) -> None:
        self._accounts = accounts
        self._all_statistics = statistics
        self.placements = Placements(seed, now, accounts, statistics, beatmaps)
        self.skills = Skills(seed, statistics.of, self.placements.middle_stars)
        self._tops = LeaderboardTops(seed, self.placements, self.skills)
        self._draws = Draws(seed, "plays")
        self._turns = Draws(seed, "turns")

    # --- from a seat --------------------------------------------------------------------------

    def of_placement(self, placement: Placement, entry: Entry) -> Score:
        """Return the score of a placement."""
        if placement.place == BEFORE:
            return self._before(placement, entry)
        moment = self.placements.moment(placement, entry)
        draws = self._draws.at(moment.id)
        chosen, lazer, result = self._played(placement, entry, draws, moment)
        account = self.skills.of(placement.ruleset).standings.account[placement.position]
        fixed = is_replayed(self._accounts.id_of(account), entry)
        mods, rate = decorated(chosen, result.hits.miss, result.accuracy, lazer, draws[12:16])
        old_id = None
        if not lazer:
            old_id = REPLAYED_ID if fixed else moment.id - _OLD_ID_SHIFT[placement.ruleset]
        return Score(
            id=moment.id,
            seconds=moment.seconds,
            entry=entry,
            position=placement.position,
            account=account,
            lazer=lazer,
            mods=mods,
            rate=rate,
            pay=pay(chosen, lazer),
            result=result,
            pp=self._pp(placement, entry, chosen, result, draws),
            passed=True,
            best=True,
            slot=placement.slot,
            old_id=old_id,
            replay=fixed or placement.place in (LEADER, OLD_LEADER) or chance(draws[11], 0.85),
        )

    def _before(self, placement: Placement, entry: Entry) -> Score:
        """Return the score that a best play improved."""
        improved = placement._replace(place=NO_PLACE)
        best, first = self.of_placement(improved, entry), self.placements.moment(improved, entry)
        chosen, *_ = self._played(improved, entry, self._draws.at(first.id), first)
        moment = self.placements.moment(placement, entry)
        draws = self._turns.at(moment.id)
        lazer = is_lazer(moment.seconds, draws[7])
        result = _worse(best._replace(lazer=lazer, pay=pay(chosen, lazer)), draws, 1.0)
        mods, rate = decorated(chosen, result.hits.miss, result.accuracy, lazer, draws[8:12])
        return best._replace(
            id=moment.id,
            seconds=moment.seconds,
            lazer=lazer,
            mods=mods,
            rate=rate,
            pay=pay(chosen, lazer),
            result=result,
            pp=self.pp_before(placement),
            best=False,
            slot=-1,
            old_id=None if lazer else moment.id - _OLD_ID_SHIFT[placement.ruleset],
            replay=chance(draws[6], 0.5),
        )

    def pp_before(self, placement: Placement) -> float | None:
        """Return the pp of the score that a best play improved; None if it improved none."""
        share = self.placements.share_before(placement)
        if share is None:
            return None
        skill = self.skills.of(placement.ruleset)
        return round(skill.pp(placement.position, placement.slot) * share, DECIMALS)

    def ranked(self, placement: Placement, entry: Entry) -> tuple[int, int, tuple[str, ...], bool]:
        """Return what orders and filters the score of a placement, without the rest of it.

        Returns:
            total, id, displayed mods, and whether it is of lazer: as `of_placement` has them.
        """
        if placement.place == BEFORE:
            play = self._before(placement, entry)
            return play.result.total, play.id, play.mods, play.lazer
        moment = self.placements.moment(placement, entry)
        draws = self._draws.at(moment.id)
        chosen, lazer, result = self._played(placement, entry, draws, moment)
        mods, _ = decorated(chosen, result.hits.miss, result.accuracy, lazer, draws[12:16])
        return result.total, moment.id, mods, lazer

    def _played(
        self, placement: Placement, entry: Entry, draws: tuple[int, ...], moment: Moment
    ) -> tuple[Combination, bool, Result]:
        """Return mods, client and result of a placement."""
        own = self.placements.in_ruleset(placement.ruleset)
        first, floor = self._tops.of(entry)
        top = None
        if placement.position == own.leader(placement.number):
            top = first
        elif placement.position == own.old_leader(placement.number) and first.lazer:
            top = floor
        if top is not None:
            return top.combination, top.lazer, top.result
        return self._ordinary(placement, entry, draws, moment, floor)

    def _ordinary(
        self, placement: Placement, entry: Entry, draws: tuple[int, ...], moment: Moment, floor: Top
    ) -> tuple[Combination, bool, Result]:
        """Return mods, client and result of a score below the top."""
        fixed = False
        if entry.difficulty.id == REPLAYED_BEATMAP:
            account = self.skills.of(placement.ruleset).standings.account[placement.position]
            fixed = is_replayed(self._accounts.id_of(account), entry)
        lazer = is_lazer(moment.seconds, draws[0]) and not fixed
        form = self._form(placement, entry, draws)
        chosen = nearest(placement.ruleset, 1.0 if fixed else self._needed(placement, entry, draws))
        result = perform(entry, form, pay(chosen, lazer), lazer)
        if result.total < floor.result.total:
            return chosen, lazer, result
        error = max(form.error, floor.error) + 3.5 / judged(entry, lazer=False)
        form = Form(error, max(1, form.misses), min(form.combo, 0.9))
        chosen, lazer = floor.combination, floor.lazer
        return chosen, lazer, perform(entry, form, pay(chosen, lazer), lazer)

    def _form(self, placement: Placement, entry: Entry, draws: tuple[int, ...]) -> Form:
        usual = self.skills.of(placement.ruleset).error(placement.position)
        error = usual * (0.2 + 1.6 * unit(draws[1]))
        if chance(draws[2], 0.04):
            return Form(0.0, 0, 1.0)
        if chance(draws[3], exp(-22 * error)):
            return Form(error, 0, 1.0 if chance(draws[4], 0.6) else spread(draws[5], 0.98, 1.0))
        misses = 1 + int(error * judged(entry, lazer=False) * 0.45 * unit(draws[4]) ** 2)
        return Form(error, misses, spread(draws[5], 0.3, 0.97))

    def _needed(self, placement: Placement, entry: Entry, draws: tuple[int, ...]) -> float:
        """Return how much harder mods should make it to be worth the slot's pp."""
        if placement.slot < 0:
            easy = max(0.0, 1 - entry.difficulty.stars / 7)
            return 1.0 + (0.05 + 0.55 * easy) * unit(draws[6]) - 0.25 * chance(draws[7], 0.05)
        pp = self.skills.of(placement.ruleset).pp(placement.position, placement.slot)
        stars = self.skills.stars(placement.ruleset, pp)
        return stars / entry.difficulty.stars * spread(draws[6], 0.94, 1.06)

    def _pp(
        self,
        placement: Placement,
        entry: Entry,
        chosen: Combination,
        result: Result,
        draws: tuple[int, ...],
    ) -> float | None:
        if not entry.gives_pp:
            return None
        skill = self.skills.of(placement.ruleset)
        if placement.slot >= 0:
            return skill.pp(placement.position, placement.slot)
        worth = self.skills.worth(placement.ruleset, entry.difficulty.stars * chosen.harder)
        worth *= pow(result.accuracy, 9.0) * pow(0.985, result.hits.miss)
        least = skill.pp(placement.position, SLOTS + self.placements.former - 1)
        return round(min(worth, least * spread(draws[8], 0.5, 0.98)), DECIMALS)

    def led_by_lazer(self, entry: Entry) -> bool:
        """Return whether the top score of a leaderboard is of lazer."""
        return self._tops.of(entry)[0].lazer

    # --- from a session -----------------------------------------------------------------------

    def of_turn(self, turn: Turn) -> Score:
        """Return the score of a turn: a best play, one that is no best, or a failed one."""
        if turn.hosted is not None:
            return self.of_placement(
                *self.placements.slot(turn.ruleset, turn.position, turn.hosted)
            )
        draws = self._turns.at(turn.moment.id)
        best = self.of_placement(
            *self.placements.slot(turn.ruleset, turn.position, self._turn_slot(turn, draws))
        )
        failed = _has_failed(draws)
        progress = spread(draws[4], 0.05, 0.95) if failed else 1.0
        result = _worse(best, draws, progress)
        pp = None
        if not failed and best.pp is not None:
            pp = round(best.pp * (result.total / best.result.total) ** 2 * 0.97, DECIMALS)
        return best._replace(
            id=turn.moment.id,
            seconds=turn.moment.seconds,
            mods=tuple(mod for mod in best.mods if mod not in ("SD", "PF")),
            result=result,
            pp=pp,
            passed=not failed,
            best=False,
            slot=-1,
            old_id=None if best.lazer else 0,
            replay=best.lazer and not failed and chance(draws[6], 0.5),
            progress=progress,
        )

    def turn_entry(self, turn: Turn) -> Entry:
        """Return the difficulty of a session play."""
        slot = turn.hosted
        if slot is None:
            slot = self._turn_slot(turn, self._turns.at(turn.moment.id))
        return self.placements.slot(turn.ruleset, turn.position, slot)[1]

    def _turn_slot(self, turn: Turn, draws: tuple[int, ...]) -> int:
        """Return which of the best plays a turn that is no best is on: one set before it."""
        slot = draws[0] % SLOTS
        if self.placements.former:
            hosted = self.placements.sessions.hosted(turn.ruleset, turn.position)
            later = {one.slot for one in hosted if one.seconds > turn.moment.seconds}
            while slot in later:
                slot = (slot + 1) % SLOTS
        return slot

    def turn_failed(self, turn: Turn) -> bool:
        """Return whether a turn ended in failure."""
        return turn.hosted is None and _has_failed(self._turns.at(turn.moment.id))

    # --- by id --------------------------------------------------------------------------------

    def by_id(self, score_id: int) -> Score | None:
        """Return the score with this id, or None."""
        turn = self.placements.sessions.by_id(score_id)
        if turn is not None:
            return self.of_turn(turn)
        found = self.placements.by_id(score_id)
        return None if found is None else self.of_placement(*found)

    def by_old_id(self, ruleset: int, old_id: int) -> Score | None:
        """Return the score with a legacy id in a ruleset, or None."""
        if ruleset == 0 and old_id == REPLAYED_ID:
            return self._replayed()
        play = self.by_id(old_id + _OLD_ID_SHIFT[ruleset])
        known = play is not None and play.entry.ruleset == ruleset and play.old_id == old_id
        return play if known and old_id else None

    def _replayed(self) -> Score | None:
        """Return the score that has the same old id in every world."""
        catalogue = self.placements.catalogue
        number = catalogue.number_of(REPLAYED_BEATMAP)
        entry = None if number is None else catalogue.entry(number, 0)
        account = self._accounts.by_id(REPLAYED_USER)
        if entry is None or account is None:
            return None
        placement = self.placements.of(
            entry, self._all_statistics.standings("osu").position[account]
        )
        return None if placement is None else self.of_placement(placement, entry)


def _worse(best: Score, draws: tuple[int, ...], progress: float) -> Result:
    """Return a result that is worse than the best one on a beatmap."""
    entry, known = best.entry, best.result
    whole, slack = judged(entry, lazer=False), spread(draws[2], 0.01, 0.08)
    form = Form(
        error=1 - known.accuracy + slack + 4 / whole,
        misses=2 + int(whole * slack * 0.3),
        combo=min(0.85, known.combo / entry.limit) * spread(draws[5], 0.3, 0.9),
    )
    result = perform(entry, form, best.pay, best.lazer)
    if progress == 1:
        return result
    return result._replace(
        combo=max(1, int(result.combo * progress)), total=int(result.total * progress)
    )


def _has_failed(draws: tuple[int, ...]) -> bool:
    return chance(draws[3], 0.35)
