"""Lists of scores of a player: columns, identities and loads."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.beatmaps.columns import (
    difficulty_column,
    mapper_column,
    stars_column,
    status_column,
    title_column,
)
from osubrowser.models.beatmaps.mods import mods_text, mods_words
from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.table.offset_pages import load_from
from osubrowser.models.text.dates import day_cell, minute_cell, second, sort_key
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.scores import Score
    from osubrowser.models.table.sources import RowsPage

SCORE_LISTS: Final = ("best", "firsts", "recent", "pinned")
"""Keys of the lists of scores of a player."""
MOST_BEST: Final = 200
"""Largest number of scores in a list of best scores."""

_ORDER: Final = ("F", "D", "C", "B", "A", "S", "SH", "X", "XH")
_LETTERS: Final = {"XH": "SS", "X": "SS", "SH": "S"}
_SILVER: Final = frozenset({"XH", "SH"})
_HITS: Final = (
    ("count_geki", "MAX"),
    ("count_300", "300"),
    ("count_katu", "200"),
    ("count_100", "100"),
    ("count_50", "50"),
    ("count_miss", "miss"),
)


def score_columns(list_: str, *, original: bool) -> tuple[Column[Score], ...]:
    """Return the columns of a list of scores.

    Args:
        list_: one of `SCORE_LISTS`.
        original: show original titles, not romanised ones.
    """
    by_weight = list_ == "best"
    return (
        grade_column(),
        title_column(lambda s: s.beatmapset, 210, original=original),
        difficulty_column(lambda s: s.beatmap, 112),
        stars_column(lambda s: s.beatmap),
        mods_column(),
        accuracy_column(),
        combo_column(),
        *_more_figures(has_score=not by_weight),
        pp_column(),
        *(_weight_columns() if by_weight else ()),
        date_column(to_the_minute=list_ == "recent"),
        replay_column(),
        mapper_column(lambda s: s.beatmapset).hidden(),
        status_column(_status).hidden(),
    )


def score_identity(score: Score) -> Hashable:
    """Return the identity of a score."""
    number = score.score_id or score.id
    if number:
        return (score.ruleset_id, number)
    return (score.ruleset_id, score.beatmap_id, score.ended_at, score.total_score)


def load_scores(
    client: Client,
    user_id: int,
    list_: str,
    mode: str,
    columns: Sequence[Column[Any]],
    offset: int,
    *,
    with_fails: bool = False,
    count: int | None = None,
) -> RowsPage:
    """Load a page of a player's scores (`users/{user}/scores/{type}`); blocks, for a worker.

    Args:
        client: the API client.
        user_id: id of the player.
        list_: one of `SCORE_LISTS`.
        mode: a ruleset.
        columns: those of `score_columns(list_)`.
        offset: of the first score.
        with_fails: include failed scores; `recent` only.
        count: number of scores that the profile states.

    Raises:
        OsuError: as the client raises it.
    """

    def ask(client: Client, *, limit: int, offset: int) -> Sequence[Score]:
        fails = True if with_fails and list_ == "recent" else None
        return client.user_scores(
            user_id, list_, mode=mode or None, include_fails=fails, limit=limit, offset=offset
        )

    most = MOST_BEST if list_ == "best" else None
    return load_from(client, ask, columns, score_identity, offset, count=count, most=most)


# --- columns -----------------------------------------------------------------------------------


def grade_letters(grade: str | None) -> str:
    """Format a grade: SS for both kinds of X, S for both kinds of S."""
    return _LETTERS.get(grade or "", plain(grade or "", 3)) or NOTHING


def grade_tone(grade: str | None) -> int:
    """Return 1 for the silver grades, else 0."""
    return int(grade in _SILVER)


def grade_order(grade: str | None) -> int | None:
    """Return the sort key of a grade, higher for a better grade."""
    return _ORDER.index(grade) if grade in _ORDER else None


def grade_column() -> Column[Score]:
    """Return the column of the grade."""
    return Column(
        "grade",
        tr("Grade"),
        50,
        CellKind.GRADE,
        text=lambda s, _: grade_letters(s.rank),
        sort=lambda s, _: grade_order(s.rank),
        tone=lambda s: grade_tone(s.rank),
        tooltip=lambda s: tr("Failed") if s.passed is False else "",
    )


def mods_column() -> Column[Score]:
    """Return the column of the mods."""
    return Column(
        "mods",
        tr("Mods"),
        92,
        CellKind.MODS,
        text=lambda s, _: mods_text(s.mods),
        sort=lambda s, _: mods_text(s.mods) or None,
        tooltip=lambda s: mods_words(s.mods),
    )


def accuracy_column() -> Column[Score]:
    """Return the column of the accuracy, with the hit results as tooltip."""
    return Column(
        "accuracy",
        tr("Accuracy", "column"),
        74,
        CellKind.NUMBER,
        text=lambda s, _: numerals.percent(s.accuracy),
        sort=lambda s, _: s.accuracy,
        tooltip=hits,
    )


def hits(score: Score) -> str:
    """Format the count of each hit result: `572 × 300, 8 × 100, 0 × 50, 0 × miss`."""
    counts = [(getattr(score.statistics, name), word) for name, word in _HITS]
    return ", ".join(
        f"{numerals.whole(count)} × {word}" for count, word in counts if count is not None
    )


def combo_of(score: Score) -> int | None:
    """Return the maximum combo; None if osu! did not send it."""
    return score.max_combo or (None if score.accuracy else 0)


def combo_column() -> Column[Score]:
    """Return the column of the longest combo."""
    return Column(
        "combo",
        tr("Combo"),
        66,
        CellKind.NUMBER,
        text=lambda s, _: (
            NOTHING if (combo := combo_of(s)) is None else f"{numerals.whole(combo)}x"
        ),
        sort=lambda s, _: combo_of(s),
        tooltip=lambda s: tr("Never broken") if s.is_perfect_combo or s.legacy_perfect else "",
        description=tr("The longest combo"),
    )


def _more_figures(*, has_score: bool) -> tuple[Column[Score], ...]:
    return (
        Column(
            "misses",
            tr("Misses"),
            64,
            CellKind.NUMBER,
            text=lambda s, _: whole(s.statistics.count_miss),
            sort=lambda s, _: s.statistics.count_miss,
            shown=False,
        ),
        Column(
            "score",
            tr("Score"),
            92,
            CellKind.NUMBER,
            text=lambda s, _: whole(s.total_score or s.legacy_total_score),
            sort=lambda s, _: s.total_score or s.legacy_total_score,
            shown=has_score,
        ),
    )


def pp_column() -> Column[Score]:
    """Return the column of the performance points."""
    return Column(
        "pp",
        "pp",
        70,
        CellKind.NUMBER,
        text=lambda s, _: NOTHING if s.pp is None else numerals.decimal(s.pp, 2),
        sort=lambda s, _: s.pp,
        tooltip=lambda s: tr("osu! gives no pp for this score") if s.pp is None else "",
        strong=True,
        description=tr("Performance points"),
    )


def weighted_pp(score: Score) -> float | None:
    """Return the weighted pp of a score; None if it is unknown."""
    if score.weight is None:
        return None
    if score.weight.pp is None and score.pp is not None:
        return score.pp * score.weight.percentage / 100
    return score.weight.pp


def _weight_columns() -> tuple[Column[Score], ...]:
    def weighted(score: Score, _number: int) -> str:
        pp = weighted_pp(score)
        return NOTHING if pp is None else numerals.decimal(pp, 2)

    def weight(score: Score, _number: int) -> str:
        if score.weight is None:
            return NOTHING
        share = score.weight.percentage
        return numerals.hundredths(share, 0) if share >= 9.95 else numerals.hundredths(share, 1)

    return (
        Column(
            "weighted",
            tr("Weighted"),
            78,
            CellKind.NUMBER,
            text=weighted,
            sort=lambda s, _: weighted_pp(s),
            description=tr("What it adds to the player's pp"),
        ),
        Column(
            "weight",
            tr("Weight"),
            58,
            CellKind.NUMBER,
            text=weight,
            sort=lambda s, _: s.weight.percentage if s.weight is not None else None,
            description=tr("How much of its pp counts"),
        ),
    )


def date_column(*, to_the_minute: bool) -> Column[Score]:
    """Return the column of the end of the play, to the day or to the minute."""
    write = minute_cell if to_the_minute else day_cell
    return Column(
        "date",
        tr("Date"),
        128 if to_the_minute else 92,
        CellKind.DATE,
        text=lambda s, _: write(s.ended_at),
        sort=lambda s, _: sort_key(s.ended_at),
        tooltip=lambda s: second(s.ended_at),
    )


def replay_column() -> Column[Score]:
    """Return the column of the replay: a button in a list that saves replays."""
    return Column(
        "replay",
        tr("Replay"),
        58,
        CellKind.REPLAY,
        text=lambda s, _: tr("yes") if s.has_replay else "",
        sort=lambda s, _: None if s.has_replay is None else int(s.has_replay),
        tone=lambda s: int(bool(s.has_replay)),
        tooltip=lambda s: _REPLAY_WORDS[s.has_replay],
        description=tr("Whether the replay can be saved"),
    )


_REPLAY_WORDS: Final = {
    True: tr("Its replay can be saved"),
    False: tr("osu! has no replay of this score"),
    None: "",
}


def _status(score: Score) -> str | None:
    return score.beatmap.status if score.beatmap is not None else None
