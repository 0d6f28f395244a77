"""Scores of matches and rooms, and their API objects.

These plays count where they happened and are found on no beatmap's leaderboard.
"""

from __future__ import annotations

from typing import NamedTuple

from osubrowser.demo.world.beatmaps.difficulties import Counts, Difficulty
from osubrowser.demo.world.draws import bell, number, unit
from osubrowser.demo.world.rulesets import RULESETS

HITS = (
    ("great", "ok", "meh", "miss"),
    ("great", "ok", "miss"),
    ("great", "large_tick_hit", "small_tick_hit", "small_tick_miss", "miss"),
    ("perfect", "great", "good", "ok", "meh", "miss"),
)
"""The hit results of each ruleset, the best first."""

OLD_NAMES: tuple[dict[str, str | None], ...] = (
    {"100": "ok", "300": "great", "50": "meh", "geki": None, "katu": None, "miss": "miss"},
    {"100": "ok", "300": "great", "50": None, "geki": None, "katu": None, "miss": "miss"},
    {
        "100": "large_tick_hit",
        "300": "great",
        "50": "small_tick_hit",
        "geki": None,
        "katu": "small_tick_miss",
        "miss": "miss",
    },
    {
        "100": "ok",
        "300": "great",
        "50": "meh",
        "geki": "perfect",
        "katu": "good",
        "miss": "miss",
    },
)
"""What the stable game calls the hit results of each ruleset."""

_VALUES = (
    {"great": 300, "ok": 100, "meh": 50},
    {"great": 300, "ok": 150},
    {"great": 300, "large_tick_hit": 300, "small_tick_hit": 300},
    {"perfect": 300, "great": 300, "good": 200, "ok": 100, "meh": 50},
)
_MULTIPLIERS = {
    "EZ": 0.5,
    "NF": 0.5,
    "HT": 0.3,
    "HR": 1.06,
    "HD": 1.06,
    "DT": 1.1,
    "NC": 1.1,
    "FL": 1.12,
}
_HIDING = frozenset(("HD", "FL", "FI"))
_SILVER = {"X": "XH", "S": "SH"}
_MILLION = 1_000_000


class MatchScore(NamedTuple):
    """Score in a match or a room.

    `statistics` has every hit result of the ruleset, `full` the numbers of a perfect play;
    `accuracy` is 0 to 1, `total` on the scale of a million before mods, `old_total` the stable
    game's own scale.
    """

    ruleset: int
    beatmap_id: int
    mods: tuple[str, ...]
    statistics: dict[str, int]
    full: dict[str, int]
    accuracy: float
    combo: int
    full_combo: int
    total: int
    factor: float
    old_total: int
    passed: bool

    @property
    def is_perfect(self) -> bool:
        """Whether the combo never broke."""
        return self.combo == self.full_combo

    def grade(self) -> str:
        """Return the grade by the rules of today."""
        if not self.passed:
            return "F"
        limits = (0.98, 0.94, 0.9, 0.85) if self.ruleset == 2 else (0.95, 0.9, 0.8, 0.7)
        reached = sum(self.accuracy >= limit for limit in limits)
        grade = "X" if self.accuracy >= 1 else "DCBAS"[reached]
        if grade == "S" and self.ruleset < 2 and self.statistics["miss"]:
            grade = "A"
        return self._silver(grade)

    def old_grade(self) -> str:
        """Return the grade by the stable game's rules."""
        if self.ruleset >= 2 or not self.passed:
            return self.grade()
        judged = sum(self.statistics.values())
        good = self.statistics["great"] / judged
        clean = not self.statistics["miss"]
        if good == 1:
            grade = "X"
        elif good > 0.9 and clean and self.statistics.get("meh", 0) <= judged * 0.01:
            grade = "S"
        elif good > 0.9 or (good > 0.8 and clean):
            grade = "A"
        elif good > 0.8 or (good > 0.7 and clean):
            grade = "B"
        else:
            grade = "C" if good > 0.6 else "D"
        return self._silver(grade)

    def _silver(self, grade: str) -> str:
        return _SILVER.get(grade, grade) if _HIDING.intersection(self.mods) else grade


_LAZER_PERFECT = 305
"""What a perfect hit of osu!mania is worth in lazer."""


def simulate_score(
    difficulty: Difficulty,
    counts: Counts,
    full_combo: int,
    mods: tuple[str, ...],
    skill: float,
    draws: tuple[int, ...],
    *,
    lazer: bool = False,
) -> MatchScore:
    """Return the score of a simulated play.

    Args:
        difficulty: what is played, in its ruleset.
        counts: its objects.
        full_combo: its longest combo.
        mods: acronyms.
        skill: 0 to 1, how good the player is.
        draws: at least twelve draws.
        lazer: whether accuracy is counted as lazer does.
    """
    ruleset = difficulty.ruleset
    full = _full(ruleset, counts)
    # Hard for a beginner is easy for somebody good: near 0 is clean, 0.5 hopeless.
    strain = max(0.004, (difficulty.stars / 9 - skill * 0.8 + 0.25) * 0.5)
    slack = strain * max(0.05, 1 + 0.45 * bell(draws[0], draws[1], draws[2]))
    statistics = _hits(ruleset, full, min(0.75, slack), draws)
    accuracy = _accuracy(ruleset, statistics, lazer=lazer)
    combo, missed = full_combo, statistics["miss"]
    if full_combo > 1 and (missed or (slack > 0.03 and draws[3] & 1)):
        # The longest of the pieces that the misses cut a play into.
        piece = (0.3 + 0.7 * unit(draws[4])) / (1 + missed) ** 0.55
        combo = max(1, min(full_combo - 1, int(full_combo * piece)))
    factor = 1.0
    for mod in mods:
        factor *= _MULTIPLIERS.get(mod, 1.0)
    share = combo / max(1, full_combo)
    base = (0.5 * accuracy * share**0.6 + 0.5 * accuracy**5) * _MILLION
    old = int(accuracy * combo * combo * (1.2 + difficulty.stars) * factor * 0.9)
    old += sum(_VALUES[ruleset].get(name, 0) * n for name, n in statistics.items())
    return MatchScore(
        ruleset=ruleset,
        beatmap_id=difficulty.id,
        mods=mods,
        statistics=statistics,
        full=full,
        accuracy=accuracy,
        combo=combo,
        full_combo=full_combo,
        total=round(base * factor),
        factor=factor,
        old_total=round(base * min(1.0, factor)) if ruleset == 3 else old,
        passed="NF" in mods or slack < 0.3 + 0.1 * unit(draws[5]),
    )


def _full(ruleset: int, counts: Counts) -> dict[str, int]:
    """Return the hit results of a perfect play."""
    circles, sliders, spinners = counts[:3]
    match ruleset:
        case 0:
            return {"great": max(1, circles + sliders + spinners)}
        case 1:
            return {"great": max(1, circles)}
        case 2:
            return {
                "great": max(1, circles + 2 * sliders + counts.repeats),
                "large_tick_hit": counts.ticks,
                "small_tick_hit": counts.tiny,
            }
        case _:
            return {"perfect": max(1, circles + sliders)}


def _hits(
    ruleset: int, full: dict[str, int], slack: float, draws: tuple[int, ...]
) -> dict[str, int]:
    """Spread the objects over the hit results: the more slack, the worse."""
    names = HITS[ruleset]
    found = dict.fromkeys(names, 0)
    objects = full[names[0]]
    if ruleset == 2:
        lost = int(full["small_tick_hit"] * slack * 0.3)
        found["large_tick_hit"] = full["large_tick_hit"]
        found["small_tick_hit"], found["small_tick_miss"] = full["small_tick_hit"] - lost, lost
        found["miss"] = int(objects * slack * 0.2 * unit(draws[6]))
        found["great"] = objects - found["miss"]
        return found
    left, part = objects, slack
    for place, name in enumerate(names[1:]):
        taken = min(left, int(objects * part * (0.4 + 0.6 * unit(draws[6 + place]))))
        found[name], left = taken, left - taken
        part *= 0.42 if ruleset == 3 else 0.3
    found[names[0]] = left
    return found


def _accuracy(ruleset: int, statistics: dict[str, int], *, lazer: bool) -> float:
    values, best = _VALUES[ruleset], 300
    if lazer and ruleset == 3:
        best = _LAZER_PERFECT
        values = values | {"perfect": best}
    most = best * sum(statistics.values())
    return round(sum(values.get(name, 0) * n for name, n in statistics.items()) / most, 6)


def modern_statistics(counts: dict[str, int]) -> dict[str, int]:
    """Return hit results as the API writes them: none that are zero, but never nothing."""
    return {name: count for name, count in counts.items() if count} or {"miss": 0}


def match_score(
    made: MatchScore, user_id: int, ended_at: str, total: int, *, modern: bool
) -> dict[str, object]:
    """Return the `Score` of a game of a match, in one of its shapes.

    Args:
        made: the play.
        user_id: whose it is.
        ended_at: when the game ended.
        total: what the game counted.
        modern: which shape.
    """
    common: dict[str, object] = {
        "accuracy": number(made.accuracy),
        "best_id": None,
        "current_user_attributes": {"pin": None},
        "id": None,
        "max_combo": made.combo,
        "passed": made.passed,
        "pp": None,
        "replay": False,
        "type": "legacy_match_score",
        "user_id": user_id,
    }
    if not modern:
        return common | {
            "created_at": ended_at,
            "mode": RULESETS[made.ruleset].name,
            "mode_int": made.ruleset,
            "mods": list(made.mods),
            "perfect": made.is_perfect,
            "rank": made.old_grade(),
            "score": total,
            "statistics": {
                f"count_{old}": None if name is None else made.statistics[name]
                for old, name in OLD_NAMES[made.ruleset].items()
            },
        }
    return common | {
        "beatmap_id": made.beatmap_id,
        "build_id": None,
        "ended_at": ended_at,
        "has_replay": False,
        "is_perfect_combo": made.is_perfect,
        "legacy_perfect": made.is_perfect,
        "legacy_score_id": None,
        "legacy_total_score": total,
        "maximum_statistics": {"miss": 0},
        "mods": [{"acronym": mod} for mod in (*made.mods, "CL")],
        "rank": made.grade(),
        "ruleset_id": made.ruleset,
        "started_at": None,
        "statistics": modern_statistics(made.statistics),
        "total_score": total,
    }
