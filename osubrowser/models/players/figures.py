"""Figures and grades of a player in a ruleset, formatted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from osubrowser.models.text.dates import day
from osubrowser.models.text.numbers import NOTHING, hours, whole

if TYPE_CHECKING:
    from osubrowser.api.entities.users import DailyChallengeUserStats, User, UserStatistics


@dataclass(frozen=True, slots=True)
class Figure:
    """Formatted figure of a player.

    Attributes:
        key: its name in code.
        label: what it is.
        text: the figure as it is read.
        value: to compare with another player's; None where there is none.
        detail: what else belongs to it, or "".
        share: how far a bar below it is filled, 0 to 1; None for no bar.
        is_better: which of two is the better: 1 the greater, -1 the smaller, 0 neither.
    """

    key: str
    label: str
    text: str
    value: float | None
    detail: str = ""
    share: float | None = None
    is_better: int = 1


@dataclass(frozen=True, slots=True)
class Grade:
    """Number of scores with a grade, as the API spells it (`XH` is a silver SS)."""

    key: str
    name: str
    count: int
    text: str


_GRADES = (
    ("XH", "ssh", "Silver SS"),
    ("X", "ss", "SS"),
    ("SH", "sh", "Silver S"),
    ("S", "s", "S"),
    ("A", "a", "A"),
)


def figures_of(user: User) -> tuple[Figure, ...]:
    """Return the figures of a profile (`users/{user}/{mode}`), the most important first."""
    statistics = user.statistics
    if statistics is None:
        return ()
    return (
        *_ranks(user, statistics),
        *_skills(statistics),
        *_amounts(statistics),
        *_variants(statistics),
        *_daily(user.daily_challenge_user_stats),
    )


def grades_of(user: User) -> tuple[Grade, ...]:
    """Return the grades of a profile, the best first."""
    if user.statistics is None:
        return ()
    counts = user.statistics.grade_counts
    found = ((key, name, int(getattr(counts, field))) for key, field, name in _GRADES)
    return tuple(Grade(key, name, count, whole(count)) for key, name, count in found)


def rank_text(rank: int | None) -> str:
    """Format a rank: `#829,418`."""
    return NOTHING if rank is None else f"#{rank:,}"


def _ranks(user: User, statistics: UserStatistics) -> tuple[Figure, ...]:
    rank = statistics.global_rank
    share = statistics.global_rank_percent
    top = f"top {_percent(share)}" if share is not None and rank is not None else ""
    highest = user.rank_highest
    best = highest.rank if highest is not None and highest.rank > 0 else None
    when = day(highest.updated_at) if highest is not None and best is not None else ""
    home = statistics.country_rank
    if home is None and statistics.rank is not None:
        home = statistics.rank.country
    return (
        Figure("global_rank", "Global rank", rank_text(rank), rank, top, is_better=-1),
        Figure("country_rank", "Country rank", rank_text(home), home, is_better=-1),
        Figure("rank_highest", "Best rank", rank_text(best), best, when, is_better=-1),
    )


def _percent(share: float) -> str:
    """Format a share (0 to 1) in percent with two significant digits: `0.012%`, `12%`."""
    percent = share * 100
    decimals = next((n for n, limit in enumerate((10, 1, 0.1, 0.01)) if percent >= limit), 4)
    return f"{percent:.{decimals}f}%"


def _skills(statistics: UserStatistics) -> tuple[Figure, ...]:
    level, pp = statistics.level, statistics.pp
    accuracy: float | None = statistics.accuracy_percent
    if not accuracy and not statistics.play_count:
        accuracy = None  # there is none of nothing
    # With any hit there is a combo: 0 means that it was not sent.
    combo = statistics.maximum_combo or (None if statistics.total_hits else 0)
    return (
        Figure("pp", "Performance", NOTHING if pp is None else f"{pp:,.2f} pp", pp),
        Figure(
            "accuracy", "Accuracy", NOTHING if accuracy is None else f"{accuracy:.4f}%", accuracy
        ),
        Figure(
            "level",
            "Level",
            whole(level.current),
            level.current + level.progress / 100,
            f"{level.progress}% to {level.current + 1:,}",
            min(1.0, max(0.0, level.progress / 100)),
        ),
        Figure(
            "maximum_combo",
            "Maximum combo",
            NOTHING if combo is None else f"{combo:,}×",
            combo,
        ),
    )


def _amounts(statistics: UserStatistics) -> tuple[Figure, ...]:
    plays, hits = statistics.play_count, statistics.total_hits
    per_play = hits / plays if plays > 0 else None
    return (
        Figure("play_count", "Play count", whole(plays), plays),
        Figure("play_time", "Play time", hours(statistics.play_time), statistics.play_time),
        Figure("total_hits", "Total hits", whole(hits), hits),
        Figure(
            "hits_per_play",
            "Hits per play",
            NOTHING if per_play is None else f"{per_play:,.2f}",
            per_play,
        ),
        Figure(
            "ranked_score", "Ranked score", whole(statistics.ranked_score), statistics.ranked_score
        ),
        Figure("total_score", "Total score", whole(statistics.total_score), statistics.total_score),
        Figure(
            "replays_watched",
            "Replays watched by others",
            whole(statistics.replays_watched_by_others),
            statistics.replays_watched_by_others,
        ),
    )


def _variants(statistics: UserStatistics) -> tuple[Figure, ...]:
    found = []
    for variant in statistics.variants or ():
        keys = str(variant.variant or "").upper()
        if not keys:
            continue
        home = f"country {rank_text(variant.country_rank)} · " if variant.country_rank else ""
        found.append(
            Figure(
                f"rank_{keys.lower()}",
                f"Global rank, {keys}",
                rank_text(variant.global_rank),
                variant.global_rank,
                f"{home}{variant.pp:,.2f} pp",
                is_better=-1,
            )
        )
    return tuple(found)


def _daily(stats: DailyChallengeUserStats | None) -> tuple[Figure, ...]:
    if stats is None or stats.playcount <= 0:
        return ()
    return (
        Figure(
            "daily_challenge",
            "Daily challenges",
            whole(stats.playcount),
            stats.playcount,
            f"best streak {stats.daily_streak_best:,} days, now {stats.daily_streak_current:,}",
        ),
    )
