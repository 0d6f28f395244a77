"""Columns of the figures of rankings: change, accuracy, pp, scores, grades."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.text.dates import hours
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.entities.users import UserGradeCounts, UserStatistics


def rank_column() -> Column[Any]:
    """Return the column of the position in the ranking, which the API does not send."""
    return Column(
        "rank",
        tr("Rank"),
        62,
        CellKind.NUMBER,
        text=lambda _, n: _rank(n),
        sort=lambda _, n: n,
        strong=True,
        description=tr("Position in this ranking"),
        placeholder=_rank,
    )


def _rank(number: int) -> str:
    return f"#{whole(number)}"


def flag_column(
    flag: Callable[[str], str | None],
    code: Callable[[Any], str],
    name: Callable[[Any], str],
) -> Column[Any]:
    """Return the column of a flag; `code` and `name` return "" for no country."""
    return Column(
        "flag",
        tr("Flag"),
        42,
        CellKind.FLAG,
        text=lambda s, _: code(s),
        sort=lambda s, _: name(s).casefold(),
        picture=lambda s: flag(code(s)) if code(s) else None,
        tooltip=name,
        description=tr("Country"),
    )


def change_column() -> Column[UserStatistics]:
    """Return the column of the change of rank over 30 days."""
    return Column(
        "change",
        tr("30 days"),
        60,
        CellKind.CHANGE,
        text=lambda s, _: _change(s.rank_change_since_30_days),
        sort=lambda s, _: -(s.rank_change_since_30_days or 0),
        # Positive changes of osu! are losses: +3 is three ranks further down.
        tone=lambda s: _tone(s.rank_change_since_30_days),
        tooltip=lambda s: _change_words(s.rank_change_since_30_days),
        description=tr("Change of rank over 30 days"),
    )


def _change(change: int | None) -> str:
    return whole(abs(change)) if change else ""


def _tone(change: int | None) -> int:
    return 0 if not change else (1 if change < 0 else -1)


_UP: Final = tr("Up {ranks} since 30 days ago")
_DOWN: Final = tr("Down {ranks} since 30 days ago")


def _change_words(change: int | None) -> str:
    if change is None:
        return tr("No rank 30 days ago")
    if change == 0:
        return tr("The same rank as 30 days ago")
    return (_UP if change < 0 else _DOWN).replace("{ranks}", whole(abs(change)))


def global_rank_column(*, shown: bool = True) -> Column[UserStatistics]:
    """Return the column of the global rank, for lists in another order."""
    return Column(
        "global_rank",
        tr("Global"),
        64,
        CellKind.NUMBER,
        text=lambda s, _: NOTHING if s.global_rank is None else f"#{whole(s.global_rank)}",
        sort=lambda s, _: s.global_rank,
        shown=shown,
        description=tr("Rank in the whole performance ranking"),
    )


def number_column(
    key: str,
    title: str,
    width: int,
    value: Callable[[Any], int | None],
    *,
    shown: bool = True,
    strong: bool = False,
    description: str = "",
) -> Column[Any]:
    """Return a column of integers; `value` returns None for a missing one."""
    return Column(
        key,
        title,
        width,
        CellKind.NUMBER,
        text=lambda s, _: whole(value(s)),
        sort=lambda s, _: value(s),
        shown=shown,
        strong=strong,
        description=description,
    )


def _accuracy_column(decimals: int, width: int = 79) -> Column[UserStatistics]:
    return Column(
        "accuracy",
        tr("Accuracy", "column"),
        width,
        CellKind.NUMBER,
        text=lambda s, _: numerals.hundredths(s.accuracy_percent, decimals),
        sort=lambda s, _: s.accuracy_percent,
    )


def _pp_column(*, strong: bool) -> Column[UserStatistics]:
    return Column(
        "pp",
        "pp",
        78,
        CellKind.NUMBER,
        text=lambda s, _: NOTHING if s.pp is None else numerals.decimal(s.pp, 2),
        sort=lambda s, _: s.pp,
        strong=strong,
        description=tr("Performance points"),
    )


def _grade_column(
    key: str,
    title: str,
    gold: Callable[[UserGradeCounts], int],
    silver: Callable[..., int] | None,
    width: int,
) -> Column[UserStatistics]:
    def value(s: UserStatistics) -> int:
        grades = s.grade_counts
        # Some servers send -1 for none.
        return max(gold(grades), 0) + (max(silver(grades), 0) if silver is not None else 0)

    both = tr("{silver} silver, {gold} gold")

    def words(s: UserStatistics) -> str:
        if silver is None:
            return ""
        grades = s.grade_counts
        text = both.replace("{silver}", whole(max(silver(grades), 0)))  # twice as fast as format
        return text.replace("{gold}", whole(max(gold(grades), 0)))

    return Column(
        key,
        title,
        width,
        CellKind.NUMBER,
        text=lambda s, _: whole(value(s)),
        sort=lambda s, _: value(s),
        tooltip=words if silver is not None else None,
        description=(
            tr("How many {grade} grades, silver and gold together")
            if silver is not None
            else tr("How many {grade} grades")
        ).format(grade=title),
    )


def _grades(width: int = 46) -> tuple[Column[UserStatistics], ...]:
    return (
        _grade_column("ss", "SS", lambda g: g.ss, lambda g: g.ssh, width),
        _grade_column("s", "S", lambda g: g.s, lambda g: g.sh, width + 8),
        _grade_column("a", "A", lambda g: g.a, None, width + 8),
    )


def _more_figures() -> tuple[Column[UserStatistics], ...]:
    """Return the columns that are hidden by default."""
    return (
        Column(
            "level",
            tr("Level"),
            64,
            CellKind.NUMBER,
            text=lambda s, _: f"{s.level.current}.{s.level.progress:02d}",
            sort=lambda s, _: (s.level.current, s.level.progress),
            shown=False,
        ),
        Column(
            "play_time",
            tr("Play time"),
            110,
            CellKind.NUMBER,
            text=lambda s, _: hours(s.play_time),
            sort=lambda s, _: s.play_time,
            shown=False,
        ),
        number_column("total_hits", tr("Hits"), 110, lambda s: s.total_hits, shown=False),
        number_column("maximum_combo", tr("Max combo"), 96, lambda s: s.maximum_combo, shown=False),
        number_column(
            "replays_watched",
            tr("Watched"),
            84,
            lambda s: s.replays_watched_by_others,
            shown=False,
            description=tr("Replays watched by others"),
        ),
    )


def performance_figures() -> tuple[Column[Any], ...]:
    """Return the columns of figures of the performance ranking."""
    return (
        _accuracy_column(4),
        number_column(
            "play_count", tr("Plays"), 62, lambda s: s.play_count, description=tr("Play count")
        ),
        _pp_column(strong=True),
        number_column("ranked_score", tr("Ranked score"), 114, lambda s: s.ranked_score),
        number_column("total_score", tr("Total score"), 124, lambda s: s.total_score),
        *_grades(),
        *_more_figures(),
    )


def score_figures() -> tuple[Column[Any], ...]:
    """Return the columns of figures of the score ranking."""
    return (
        number_column(
            "ranked_score", tr("Ranked score"), 126, lambda s: s.ranked_score, strong=True
        ),
        number_column("total_score", tr("Total score"), 124, lambda s: s.total_score),
        _accuracy_column(4),
        number_column(
            "play_count", tr("Plays"), 62, lambda s: s.play_count, description=tr("Play count")
        ),
        _pp_column(strong=False),
        global_rank_column(),
        *_grades(),
        *_more_figures(),
    )


def spotlight_figures() -> tuple[Column[Any], ...]:
    """Return the columns of figures of a spotlight, which has no pp, ranks or play time."""
    return (
        number_column("ranked_score", tr("Score"), 110, lambda s: s.ranked_score, strong=True),
        number_column("total_score", tr("Total score"), 112, lambda s: s.total_score),
        _accuracy_column(2, 78),
        number_column(
            "play_count", tr("Plays"), 58, lambda s: s.play_count, description=tr("Play count")
        ),
        number_column("maximum_combo", tr("Max combo"), 94, lambda s: s.maximum_combo),
        *_grades(44),
        number_column("total_hits", tr("Hits"), 100, lambda s: s.total_hits, shown=False),
    )
