"""Beatmaps on which both of two players have a best score: columns and loads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.beatmaps.columns import difficulty_column, stars_column, title_column
from osubrowser.models.beatmaps.mods import mods_text, mods_words
from osubrowser.models.scores.columns import MOST_BEST, grade_letters, grade_order, grade_tone
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.scores import Score

PAGE_SIZE: Final = 50
"""Scores of each list in one request."""


@dataclass(frozen=True, slots=True)
class SharedScore:
    """Scores of two players on one beatmap."""

    left: Score
    right: Score

    @property
    def lead(self) -> float | None:
        """Difference in pp, positive if the first player is ahead; None if a score has no pp."""
        if self.left.pp is None or self.right.pp is None:
            return None
        return self.left.pp - self.right.pp


@dataclass(frozen=True, slots=True, eq=False)
class SharedCursor:
    """Cursor into the lists of both players, with the scores that are not paired yet.

    Attributes:
        offset: of the next page of both lists.
        found: number of pairs so far.
        left, right: unpaired scores by beatmap id.
        left_ends, right_ends: the list has no more.
    """

    offset: int = 0
    found: int = 0
    left: dict[int, Score] = field(default_factory=dict)
    right: dict[int, Score] = field(default_factory=dict)
    left_ends: bool = False
    right_ends: bool = False


def shared_columns(left: str, right: str, *, original: bool) -> tuple[Column[SharedScore], ...]:
    """Return the columns of shared scores.

    Args:
        left, right: the names of the players.
        original: show original titles, not romanised ones.
    """
    return (
        title_column(lambda s: s.left.beatmapset, 150, original=original),
        difficulty_column(lambda s: s.left.beatmap, 84),
        stars_column(lambda s: s.left.beatmap),
        *_columns_of("left", left),
        *_columns_of("right", right),
        Column(
            "lead",
            tr("pp apart"),
            80,
            CellKind.CHANGE,
            text=lambda s, _: NOTHING if s.lead is None else numerals.decimal(abs(s.lead), 2),
            sort=lambda s, _: s.lead,
            tone=lambda s: 0 if not s.lead else (1 if s.lead > 0 else -1),
            description=tr("Up where {left} has more pp, down where {right} has").format(
                left=left, right=right
            ),
        ),
    )


def load_shared(
    client: Client,
    players: tuple[int, int],
    mode: str,
    columns: Sequence[Column[Any]],
    cursor: SharedCursor,
) -> RowsPage:
    """Load pages of both lists until a beatmap is in both; blocks, for a worker.

    Args:
        client: the API client.
        players: ids of both players.
        mode: a ruleset.
        columns: those of `shared_columns`.
        cursor: `next` of the previous page; a new `SharedCursor` for the first one.

    Raises:
        OsuError: as the client raises it.
    """
    while True:
        left, left_ends = _more(client, players[0], mode, cursor.offset, cursor.left_ends)
        right, right_ends = _more(client, players[1], mode, cursor.offset, cursor.right_ends)
        ours, theirs = cursor.left | left, cursor.right | right
        both = [SharedScore(ours[key], theirs[key]) for key in ours if key in theirs]
        both.sort(key=lambda s: max(s.left.pp or 0.0, s.right.pp or 0.0), reverse=True)
        first = cursor.found + 1
        known = {shared.left.beatmap_id for shared in both}
        cursor = SharedCursor(
            cursor.offset + PAGE_SIZE,
            cursor.found + len(both),
            {key: score for key, score in ours.items() if key not in known},
            {key: score for key, score in theirs.items() if key not in known},
            left_ends,
            right_ends,
        )
        ends = left_ends and right_ends
        if both or ends:
            rows = make_rows(
                columns, both, first_number=first, identity=lambda s: s.left.beatmap_id
            )
            return RowsPage(rows, next=None if ends else cursor)


def _more(
    client: Client, user_id: int, mode: str, offset: int, ends: bool
) -> tuple[dict[int, Score], bool]:
    """Load the next best scores of a player by beatmap; return whether they are the last."""
    if ends:
        return {}, True
    scores = client.user_scores(user_id, "best", mode=mode or None, limit=PAGE_SIZE, offset=offset)
    found: dict[int, Score] = {}
    for score in scores:
        if score.beatmap_id:
            found.setdefault(score.beatmap_id, score)
    # osu! omits scores of deleted beatmaps, so only an empty page is surely the last.
    return found, not scores or offset + PAGE_SIZE >= MOST_BEST


def _columns_of(side: str, name: str) -> tuple[Column[SharedScore], ...]:
    def score(shared: SharedScore) -> Score:
        return shared.left if side == "left" else shared.right

    return (
        Column(
            f"{side}_pp",
            name,
            76,
            CellKind.NUMBER,
            text=lambda s, _: NOTHING if (pp := score(s).pp) is None else numerals.decimal(pp, 2),
            sort=lambda s, _: score(s).pp,
            strong=True,
            description=tr("Performance points of {name}").format(name=name),
        ),
        Column(
            f"{side}_accuracy",
            tr("Accuracy", "column"),
            66,
            CellKind.NUMBER,
            text=lambda s, _: numerals.percent(score(s).accuracy),
            sort=lambda s, _: score(s).accuracy,
            description=tr("Accuracy of {name}").format(name=name),
        ),
        Column(
            f"{side}_mods",
            tr("Mods"),
            92,
            CellKind.MODS,
            text=lambda s, _: mods_text(score(s).mods),
            sort=lambda s, _: mods_text(score(s).mods) or None,
            tooltip=lambda s: mods_words(score(s).mods),
            description=tr("Mods of {name}").format(name=name),
        ),
        Column(
            f"{side}_grade",
            tr("Grade"),
            48,
            CellKind.GRADE,
            text=lambda s, _: grade_letters(score(s).rank),
            sort=lambda s, _: grade_order(score(s).rank),
            tone=lambda s: grade_tone(score(s).rank),
            description=tr("Grade of {name}").format(name=name),
        ),
    )
