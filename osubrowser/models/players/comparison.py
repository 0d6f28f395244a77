"""Comparison of two players: the figures of both, the difference, and who is ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.players.profile import Figure, Profile, load_profile
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import hours
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.users import User

_DECIMALS: Final = {"pp": 2, "accuracy": 4, "level": 2, "hits_per_play": 2}

# Counts of a profile besides the figures of a ruleset.
_COUNTS: Final[tuple[tuple[str, str, Callable[[User], int | None]], ...]] = (
    ("scores_first", tr("First places"), lambda u: u.scores_first_count),
    ("beatmaps_played", tr("Beatmaps played"), lambda u: u.beatmap_playcounts_count),
    ("medals", tr("Medals"), lambda u: _length(u.user_achievements)),
    ("badges", tr("Badges"), lambda u: _length(u.badges)),
    ("followers", tr("Followers"), lambda u: u.follower_count),
    ("mapping_followers", tr("Mapping followers"), lambda u: u.mapping_follower_count),
    ("ranked_beatmaps", tr("Ranked beatmaps"), lambda u: u.ranked_beatmapset_count),
    ("loved_beatmaps", tr("Loved beatmaps"), lambda u: u.loved_beatmapset_count),
    ("favourites", tr("Favourite beatmaps"), lambda u: u.favourite_beatmapset_count),
    ("kudosu", tr("Kudosu"), lambda u: u.kudosu.total if u.kudosu is not None else None),
    ("posts", tr("Forum posts"), lambda u: getattr(u, "post_count", None)),
    ("comments", tr("Comments"), lambda u: u.comments_count),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Figure of two players.

    Attributes:
        key: identifier.
        label: name of the figure.
        left, right: the formatted figure of each player.
        left_value, right_value: values to compare; None where there is none.
        is_better: 1: the greater is better; -1: the smaller.
    """

    key: str
    label: str
    left: str
    right: str
    left_value: float | None
    right_value: float | None
    is_better: int = 1

    @property
    def ahead(self) -> int:
        """1 if the first player is ahead, -1 if the second is, 0 if neither, or it is unknown."""
        if self.left_value is None or self.right_value is None:
            return 0
        less = (self.left_value < self.right_value) - (self.left_value > self.right_value)
        return -less * self.is_better

    @property
    def difference(self) -> str:
        """The absolute difference, formatted."""
        if self.left_value is None or self.right_value is None:
            return NOTHING
        return _written(self.key, abs(self.left_value - self.right_value))


@dataclass(frozen=True, slots=True)
class Comparison:
    """All figures of two players.

    Attributes:
        left, right: the profiles.
        pairs: the figures.
    """

    left: Profile
    right: Profile
    pairs: tuple[Pair, ...]

    @property
    def words(self) -> str:
        """Summary: who is ahead in how many figures."""
        ahead = [pair.ahead for pair in self.pairs]
        return tr(
            "%n figure(s) · {left} ahead in {left_count} · {right} ahead in {right_count}",
            "",
            len(ahead),
        ).format(
            left=self.left.name,
            left_count=ahead.count(1),
            right=self.right.name,
            right_count=ahead.count(-1),
        )


def compare(left: Profile, right: Profile) -> Comparison:
    """Return every figure that at least one player has, those of the ruleset first."""
    ours = {figure.key: figure for figure in _figures(left)}
    theirs = {figure.key: figure for figure in _figures(right)}
    pairs = []
    for key in dict.fromkeys((*ours, *theirs)):
        either = ours.get(key) or theirs[key]
        nothing = Figure(key, either.label, NOTHING, None)
        one, other = ours.get(key, nothing), theirs.get(key, nothing)
        texts, values = (one.text, other.text), (one.value, other.value)
        pairs.append(Pair(key, either.label, *texts, *values, either.is_better))
    return Comparison(left, right, tuple(pairs))


def comparison_columns(left: str, right: str) -> tuple[Column[Pair], ...]:
    """Return the columns of a comparison.

    Args:
        left, right: the names of the players.
    """
    return (
        Column("figure", tr("Figure"), 178, CellKind.TEXT, text=lambda p, _: p.label, strong=True),
        Column("left", left, 118, CellKind.NUMBER, text=lambda p, _: p.left),
        Column("right", right, 118, CellKind.NUMBER, text=lambda p, _: p.right),
        Column(
            "difference",
            tr("Difference"),
            128,
            CellKind.CHANGE,
            text=lambda p, _: p.difference,
            tone=lambda p: p.ahead,
            tooltip=lambda p: {
                1: tr("{player} is ahead").format(player=left),
                -1: tr("{player} is ahead").format(player=right),
            }.get(p.ahead, ""),
            description=tr("Up where {left} is ahead, down where {right} is").format(
                left=left, right=right
            ),
        ),
    )


def load_comparison(client: Client, left: Profile, other: int | str, mode: str) -> RowsPage:
    """Load the second player in the ruleset of the first; blocks, for a worker.

    Args:
        client: the API client.
        left: profile of the first player.
        other: id or name of the second player.
        mode: the ruleset.

    Returns:
        The figures as rows; `extra` is the `Comparison`.

    Raises:
        NotFound: the second player does not exist or is restricted.
        OsuError: as the client raises it.
    """
    comparison = compare(left, load_profile(client, other, mode))
    columns = comparison_columns(left.name, comparison.right.name)
    rows = make_rows(columns, comparison.pairs, identity=lambda pair: pair.key)
    return RowsPage(rows, total=len(rows), extra=comparison)


def _figures(profile: Profile) -> Iterator[Figure]:
    for figure in profile.figures:
        if figure.key == "level" and figure.value is not None:
            # Includes the progress, which differs between players of one level.
            yield replace(figure, text=numerals.decimal(figure.value, 2))
        else:
            yield figure
    for grade in profile.grades:
        yield Figure(
            f"grade_{grade.key}",
            tr("Grade {grade}").format(grade=grade.name),
            grade.text,
            grade.count,
        )
    for key, label, count_of in _COUNTS:
        count = count_of(profile.user)
        if count is not None:
            yield Figure(key, label, whole(count), count)


def _written(key: str, value: float) -> str:
    if key == "play_time":
        return hours(round(value))
    number = numerals.decimal(value, _DECIMALS.get(key, 0))
    match key:
        case "pp":
            return tr("{pp} pp").format(pp=number)
        case "accuracy":
            return numerals.hundredths(value, _DECIMALS[key])
        case "maximum_combo":
            return f"{number}×"
    return number


def _length(things: list[Any] | None) -> int | None:
    return None if things is None else len(things)
