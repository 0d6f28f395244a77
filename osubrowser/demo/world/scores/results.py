"""Score records and scoring rules: hits, combo, accuracy, total, grade."""

from __future__ import annotations

from math import pow
from typing import NamedTuple

from osubrowser.demo.world.draws import chance
from osubrowser.demo.world.scores.catalogue import Entry
from osubrowser.demo.world.scores.mods import CLASSIC

OSU, TAIKO, CATCH, MANIA = range(4)


class Hits(NamedTuple):
    """Counts of each judgement; which ones occur depends on the ruleset."""

    perfect: int = 0
    great: int = 0
    good: int = 0
    ok: int = 0
    meh: int = 0
    miss: int = 0
    large: int = 0
    """Ticks of sliders; in catch, droplets."""
    large_miss: int = 0
    tail: int = 0
    """Ends of sliders held, in lazer."""
    tail_miss: int = 0
    small: int = 0
    """Small droplets of catch."""
    small_miss: int = 0


class Result(NamedTuple):
    """Result of a play: hits, combo, accuracy, total."""

    hits: Hits
    combo: int
    accuracy: float
    """From 0 to 1, as lazer counts it."""
    total: int
    """The standardised score."""


class Form(NamedTuple):
    """Quality of a play, from which its result is computed."""

    error: float
    """The share of accuracy lost."""
    misses: int
    combo: float
    """The share of the longest combo reached."""


def judged(entry: Entry, lazer: bool) -> int:
    """Return the number of judgements."""
    counts = entry.counts
    match entry.ruleset:
        case 0:
            return counts.circles + counts.sliders + counts.spinners
        case 1:
            return entry.limit
        case 2:
            return entry.limit + counts.tiny
        case _:
            return counts.circles + counts.sliders * (2 if lazer else 1)


def most(entry: Entry, lazer: bool) -> Hits:
    """Return the hits of a perfect play."""
    counts = entry.counts
    match entry.ruleset:
        case 0:
            tails = (counts.between, counts.sliders) if lazer else (0, 0)
            return Hits(great=judged(entry, lazer), large=tails[0], tail=tails[1])
        case 1:
            return Hits(great=entry.limit)
        case 2:
            fruits = entry.limit - counts.ticks
            return Hits(great=fruits, large=counts.ticks, small=counts.tiny)
        case _:
            return Hits(perfect=judged(entry, lazer))


def perform(entry: Entry, form: Form, pay: float, lazer: bool) -> Result:
    """Return the result of a play in this form.

    Args:
        pay: the factor of the mods.
        lazer: whether it is a play of lazer.
    """
    whole = judged(entry, lazer)
    lost = form.error * whole
    misses = min(form.misses, int(lost))
    hits = _HITS[entry.ruleset](entry, lost, misses, whole, lazer)
    combo = _combo(entry, form, hits, lazer)
    accuracy = accuracy_of(entry.ruleset, hits)
    progress = (combo / entry.limit) ** 0.7 * (1 - min(0.3, 0.01 * misses))
    total = round(standardised(entry.ruleset, accuracy, progress) * pay)
    return Result(hits, combo, accuracy, total)


def _combo(entry: Entry, form: Form, hits: Hits, lazer: bool) -> int:
    """Return the longest combo of a play: one that its hits allow.

    So few misses cannot break a combo into parts that are all short, and so many need room beside
    the longest one.
    """
    limit, breaks = entry.limit, hits.miss + hits.large_miss
    if breaks:
        room = 8 * hits.miss + 24 * hits.large_miss + hits.tail_miss + 20
        if lazer and entry.ruleset == OSU:
            room = max(room, limit // 4)  # the ends that are lost need room as well
        least = limit // (breaks + 1) + 12
        return max(1, min(max(int(limit * form.combo), least), max(least, limit - room)))
    if entry.ruleset == OSU and not lazer:
        lost = limit - round(limit * form.combo)
        return max(1, limit - min(lost, hits.ok // 2, entry.counts.tails // 4))
    return max(1, limit - hits.tail_miss)


def _osu(entry: Entry, lost: float, misses: int, whole: int, lazer: bool) -> Hits:
    if lazer and misses == 1:
        misses = 2  # as in mania: one miss leaves combos of some lengths alone
    rest = max(0.0, lost - misses)
    meh = int(rest * 0.12)
    ok = min(whole - misses - meh, round((rest - meh * 5 / 6) * 1.5))
    if misses:
        ok = max(ok, min(5, whole - misses - meh))
    sliders, ticks = entry.counts.sliders, entry.counts.between
    dropped = loose = 0
    if lazer:
        dropped = min(entry.counts.singles // 8, misses // 4)
        loose = min(entry.counts.tails // 4, int(ok * 0.2) + misses // 2 + 9 * bool(misses))
        loose += dropped
    return Hits(
        great=whole - ok - meh - misses,
        ok=ok,
        meh=meh,
        miss=misses,
        large=ticks - dropped if lazer else 0,
        large_miss=dropped if lazer else 0,
        tail=sliders - loose if lazer else 0,
        tail_miss=loose,
    )


def _taiko(entry: Entry, lost: float, misses: int, whole: int, lazer: bool) -> Hits:
    ok = min(whole - misses, round((lost - misses) * 2))
    return Hits(great=whole - ok - misses, ok=ok, miss=misses)


def _catch(entry: Entry, lost: float, misses: int, whole: int, lazer: bool) -> Hits:
    ticks, small = entry.counts.ticks, entry.counts.tiny
    fruits = entry.limit - ticks
    dropped = min(ticks, misses // 3)
    missed = min(small, round(lost) - misses)
    return Hits(
        great=fruits - (misses - dropped),
        miss=misses - dropped,
        large=ticks - dropped,
        large_miss=dropped,
        small=small - missed,
        small_miss=missed,
    )


def _mania(entry: Entry, lost: float, misses: int, whole: int, lazer: bool) -> Hits:
    if lazer and misses == 1:
        misses = 2  # two misses can leave a combo of any length between them
    rest = max(0.0, lost - misses)
    meh, ok = int(rest * 0.05), int(rest * 0.2)
    good = min(whole - misses - meh - ok, round((rest - meh * 5 / 6 - ok * 2 / 3) * 3))
    fine = whole - good - ok - meh - misses
    great = int(fine * min(0.45, 8 * lost / whole)) if lost else 0
    return Hits(fine - great, great, good, ok, meh, misses)


_HITS = (_osu, _taiko, _catch, _mania)


def accuracy_of(ruleset: int, hits: Hits) -> float:
    """Return the accuracy by lazer's rules, from 0 to 1."""
    bad = hits.miss
    match ruleset:
        case 0:
            got = 300 * hits.great + 100 * hits.ok + 50 * hits.meh
            got += 30 * hits.large + 150 * hits.tail
            whole = 300 * (hits.great + hits.ok + hits.meh + bad)
            whole += 30 * (hits.large + hits.large_miss) + 150 * (hits.tail + hits.tail_miss)
            return got / whole
        case 1:
            return (2 * hits.great + hits.ok) / (2 * (hits.great + hits.ok + bad))
        case 2:
            got = hits.great + hits.large + hits.small
            return got / (got + bad + hits.large_miss + hits.small_miss)
        case _:
            got = 305 * hits.perfect + 300 * hits.great + 200 * hits.good
            got += 100 * hits.ok + 50 * hits.meh
            return got / (305 * (sum(hits[:5]) + bad))


def old_accuracy_of(ruleset: int, hits: Hits) -> float:
    """Return the accuracy by the stable client's rules, from 0 to 1."""
    if ruleset == OSU:
        return accuracy_of(ruleset, hits._replace(large=0, large_miss=0, tail=0, tail_miss=0))
    if ruleset != MANIA:
        return accuracy_of(ruleset, hits)
    got = 300 * (hits.perfect + hits.great) + 200 * hits.good + 100 * hits.ok + 50 * hits.meh
    return got / (300 * (sum(hits[:5]) + hits.miss))


def standardised(ruleset: int, accuracy: float, progress: float) -> float:
    """Return the score without mods, about a million at best."""
    match ruleset:
        case 0:
            return 500_000 * accuracy * progress + 500_000 * accuracy**5
        case 1:
            return 250_000 * progress + 750_000 * pow(accuracy, 3.6)
        case 2:
            return 600_000 * progress + 400_000 * accuracy
        case _:
            return 150_000 * progress + 850_000 * pow(accuracy, 2 + 2 * accuracy)


def classic_total(entry: Entry, total: int, lazer: bool) -> int:
    """Return the score in classic display."""
    hits, share = judged(entry, lazer), total / 1_000_000
    match entry.ruleset:
        case 0:
            return round((hits * hits * 32.57 + 100_000) * share)
        case 1:
            return round((hits * 1_109 + 100_000) * share)
        case 2:
            return round((share * hits) ** 2 * 21.62 + total / 10)
        case _:
            return total


def old_total(entry: Entry, total: int) -> int:
    """Return the stable client's score for a standardised one."""
    share, hits = total / 960_000, judged(entry, lazer=False)
    match entry.ruleset:
        case 0 | 2:
            return round((300 * hits + hits * entry.limit * 30) * share * share)
        case 1:
            return round(hits * 1_150 * share)
        case _:
            return min(1_000_000, round(1_000_000 * share))


_LADDERS = (
    ((0.95, "S"), (0.9, "A"), (0.8, "B"), (0.7, "C")),
    ((0.95, "S"), (0.9, "A"), (0.8, "B"), (0.7, "C")),
    ((0.98, "S"), (0.94, "A"), (0.9, "B"), (0.85, "C")),
    ((0.95, "S"), (0.9, "A"), (0.8, "B"), (0.7, "C")),
)


def grade(ruleset: int, accuracy: float, hits: Hits, mods: tuple[str, ...]) -> str:
    """Return the grade of a pass by lazer's rules."""
    found = "X"
    if accuracy < 1:
        found = next((name for least, name in _LADDERS[ruleset] if accuracy >= least), "D")
        if found == "S" and ruleset in (OSU, TAIKO) and hits.miss:
            found = "A"
    return _silver(found, mods)


def old_grade(ruleset: int, hits: Hits, mods: tuple[str, ...]) -> str:
    """Return the grade of a pass by the stable client's rules."""
    accuracy = old_accuracy_of(ruleset, hits)
    if accuracy == 1:
        return _silver("X", mods)
    if ruleset in (CATCH, MANIA):
        ladder = _LADDERS[ruleset]
        found = next((name for least, name in ladder if accuracy > least), "D")
        return _silver(found, mods)
    whole = hits.great + hits.ok + hits.meh + hits.miss
    share, clean = hits.great / whole, not hits.miss
    if share > 0.9 and clean and hits.meh <= whole * 0.01:
        return _silver("S", mods)
    for least, name in ((0.8, "A"), (0.7, "B"), (0.6, "C")):
        if share > least + 0.1 or (share > least and clean and name != "C"):
            return name
    return "C" if share > 0.6 else "D"


def _silver(found: str, mods: tuple[str, ...]) -> str:
    return f"{found}H" if found in ("X", "S") and {"HD", "FL", "FI"} & set(mods) else found


REPLAYED_USER, REPLAYED_BEATMAP, REPLAYED_ID = 3256299, 1776628, 2797309065
"""Whose score, and on what, has which old id in every world: programs name it as an example."""

_LAZER_SINCE, _LAZER_ALL = 1_656_979_200, 1_956_979_200


class Score(NamedTuple):
    """Record of a score."""

    id: int
    seconds: int
    """When it was set, since 1970."""
    entry: Entry
    position: int
    account: int
    lazer: bool
    """Whether it was played in lazer."""
    mods: tuple[str, ...]
    rate: float | None
    """How fast the song was played, if not as fast as the mods usually have it."""
    pay: float
    """By what factor the mods moved the score."""
    result: Result
    pp: float | None
    passed: bool
    best: bool
    """Whether it is the player's best on its leaderboard."""
    slot: int
    """Which of the player's best plays it is, or -1."""
    old_id: int | None
    """The old game's number; 0 if it never gave one, None for plays of lazer."""
    replay: bool
    progress: float = 1.0
    """How far into the beatmap it went."""

    @property
    def speed(self) -> float:
        """How fast the song was played; 1 is as it was made."""
        if self.rate is not None:
            return self.rate
        if {"DT", "NC"} & set(self.mods):
            return 1.5
        return 0.75 if "HT" in self.mods else 1.0


def is_lazer(seconds: int, draw: int) -> bool:
    """Return whether a play at a time is of lazer; the share grows with time."""
    share = (seconds - _LAZER_SINCE) / (_LAZER_ALL - _LAZER_SINCE)
    return share > 0 and chance(draw, 0.1 + 0.9 * share)


def is_replayed(user_id: int, entry: Entry) -> bool:
    """Return whether a player's score on a difficulty is the one with the fixed old id."""
    known = entry.ruleset == 0 and entry.difficulty.id == REPLAYED_BEATMAP
    return known and user_id == REPLAYED_USER


def is_perfect(play: Score) -> bool:
    """Return whether the combo is perfect by the stable client's rules."""
    lost = play.result.hits.tail_miss
    return play.passed and play.result.combo + lost >= play.entry.limit


def grade_of(play: Score) -> str:
    """Return the grade by lazer's rules; F for a failed play."""
    if not play.passed:
        return "F"
    mods = tuple(mod for mod in play.mods if mod != CLASSIC)
    return grade(play.entry.ruleset, play.result.accuracy, play.result.hits, mods)


def old_grade_of(play: Score) -> str:
    """Return the grade by the stable client's rules; F for a failed play."""
    if not play.passed:
        return "F"
    return old_grade(play.entry.ruleset, play.result.hits, play.mods)


def old_score(play: Score) -> int:
    """Return the stable client's score; 0 for a play of lazer."""
    return 0 if play.lazer else old_total(play.entry, play.result.total)
