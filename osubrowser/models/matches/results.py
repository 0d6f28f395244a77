"""Results of a match: who won each game, and figures of each player; pure functions.

A game counts if it was played to its end and is no warm-up. A score counts if the player passed, or
if failed scores are to count, too (the website leaves them out of the totals of teams).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import cbrt, fsum
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.api.entities.matches import ScoringType, TeamType
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.entities.matches import MatchGame
    from osubrowser.api.entities.scores import Score

RED: Final = "red"
BLUE: Final = "blue"
TEAMS: Final = (RED, BLUE)
"""The teams of the stable client."""

PLAYED: Final = "played"
RUNNING: Final = "running"
ABORTED: Final = "aborted"

WON: Final = "won"
TIE: Final = "tie"
NO_CONTEST: Final = "none"


class Formula(NamedTuple):
    """Formula of the match cost.

    Attributes:
        key: identifier in exports.
        name: label.
        text: the formula, and what its letters mean.
    """

    key: str
    name: str
    text: str


FLASHLIGHT: Final = Formula(
    "flashlight",
    tr("Flashlight"),
    tr(
        "Match cost = (S₁/M₁ + … + Sₙ/Mₙ) / n × ∛(n / n′). S: the player's score of a map,"
        " M: the median of all scores of that map, n: maps that the player played, n′: the"
        " median of n of all players."
    ),
)
"""Formula of the bot Flashlight: the mean share of the median score, times the cube root of the
share of maps that were played. 1 is an ordinary performance.
"""
AVERAGE: Final = Formula(
    "average",
    tr("Average"),
    tr(
        "Match cost = (S₁/A₁ + … + Sₙ/Aₙ) / n. S: the player's score of a map, A: the"
        " average of all scores of that map, n: maps that the player played."
    ),
)
"""The mean share of the average score, whatever the number of maps that were played."""
FORMULAS: Final = {one.key: one for one in (FLASHLIGHT, AVERAGE)}
"""Formulas of the match cost by key; the first is the default."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What counts in a match.

    Attributes:
        warmups: number of games at the start, of those that were played to their end, that do not
            count.
        with_failed: whether failed scores count.
        formula: key of the formula of the match cost, one of `FORMULAS`.
    """

    warmups: int = 0
    with_failed: bool = False
    formula: str = FLASHLIGHT.key


@dataclass(frozen=True, slots=True)
class Entry:
    """Score of a game.

    Attributes:
        game: number of the game.
        player: key of the player: the id, or -1 minus the slot of a score without one.
        score: the score.
        team: `red`, `blue`, or "" for none.
        value: what the game compares: score, accuracy (0 to 1) or combo.
        is_failed: whether the player failed.
        is_counted: whether it counts in its game.
        place: among the scores of the game, from 1; equal scores share one.
    """

    game: int
    player: int
    score: Score
    team: str
    value: float
    is_failed: bool
    is_counted: bool
    place: int


@dataclass(frozen=True, slots=True)
class GameResult:
    """Game of a match, and how it ended.

    Attributes:
        number: from 1, of all games.
        game: the game.
        state: `PLAYED`, `RUNNING` or `ABORTED`.
        is_warmup: whether it does not count, as a warm-up.
        has_teams: whether two teams played against each other.
        is_coop: whether all players played together.
        entries: the scores, the best first: those that count, then the others.
        totals: red and blue: the sum of the scores, or the average of accuracies; None without
            teams.
        outcome: `WON`, `TIE` or `NO_CONTEST` (nobody played against another, or it has no end).
        winner: the team, or the key of the player; None without one.
        margin: by how much it was won; None without a winner.
    """

    number: int
    game: MatchGame
    state: str
    is_warmup: bool
    has_teams: bool
    is_coop: bool
    entries: tuple[Entry, ...]
    totals: tuple[float, float] | None
    outcome: str
    winner: str | int | None
    margin: float | None

    @property
    def is_counted(self) -> bool:
        """Whether it counts in the result of the match."""
        return self.state == PLAYED and not self.is_warmup

    @property
    def by_accuracy(self) -> bool:
        """Whether its values are accuracies."""
        return self.game.scoring_type == ScoringType.ACCURACY

    @property
    def is_by_score(self) -> bool:
        """Whether its values are scores, not accuracies or combos."""
        return self.game.scoring_type not in (ScoringType.ACCURACY, ScoringType.COMBO)


@dataclass(frozen=True, slots=True)
class PlayerResult:
    """Figures of a player over the games that count.

    Attributes:
        player: the key.
        team: the team of most games; "" for none.
        entries: the counted scores.
        failed: number of failed scores, counted or not.
        wins: games won, alone or with a team.
        best_of: games with the player's score at the top.
        cost: the match cost; None if it is undefined.
        mods: number of scores with each mod, the most frequent first.
    """

    player: int
    team: str
    entries: tuple[Entry, ...]
    failed: int
    wins: int
    best_of: int
    cost: float | None
    mods: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """Sum of the scores."""
        return sum(score_of(entry.score) for entry in self.entries)

    @property
    def average(self) -> float | None:
        """Average score; None without scores."""
        return self.total / len(self.entries) if self.entries else None

    @property
    def best(self) -> Entry | None:
        """The highest score; None without scores."""
        return max(self.entries, key=lambda entry: score_of(entry.score), default=None)

    @property
    def accuracy(self) -> float | None:
        """Average accuracy, 0 to 1; None without scores."""
        return self._mean([entry.score.accuracy for entry in self.entries])

    @property
    def combo(self) -> float | None:
        """Average longest combo; None without scores."""
        return self._mean([float(entry.score.max_combo) for entry in self.entries])

    @property
    def misses(self) -> int:
        """Sum of the misses."""
        return sum(entry.score.statistics.count_miss or 0 for entry in self.entries)

    def _mean(self, values: Sequence[float]) -> float | None:
        return fsum(values) / len(values) if values else None


@dataclass(frozen=True, slots=True)
class MatchResults:
    """Results of a match.

    Attributes:
        rules: what counted.
        games: all games in their order.
        players: the players of games that count, by match cost, the highest first.
        wins: games won by each team and player; a player only without teams.
        ties: counted games with a tie.
        uncontested: counted games without opponents.
    """

    rules: Rules = field(default_factory=Rules)
    games: tuple[GameResult, ...] = ()
    players: tuple[PlayerResult, ...] = ()
    wins: Mapping[str | int, int] = field(default_factory=dict)
    ties: int = 0
    uncontested: int = 0

    @property
    def counted(self) -> tuple[GameResult, ...]:
        """The games that count."""
        return tuple(one for one in self.games if one.is_counted)

    @property
    def has_teams(self) -> bool:
        """Whether a game was played in teams."""
        return any(one.has_teams for one in self.games)

    @property
    def mvp(self) -> PlayerResult | None:
        """The player with the highest match cost; None if nobody has one."""
        first = self.players[0] if self.players else None
        return first if first is not None and first.cost is not None else None


def score_of(score: Score) -> int:
    """Return the score as the game counted it."""
    return score.legacy_total_score or score.total_score


def player_key(score: Score) -> int:
    """Return the key of the player of a score."""
    if score.user_id:
        return score.user_id
    return -1 - (score.match.slot if score.match is not None else 0)


def results_of(
    games: Sequence[MatchGame], rules: Rules, current_game: int | None, *, is_over: bool
) -> MatchResults:
    """Return the results of the games of a match.

    Args:
        games: in their order.
        rules: what counts.
        current_game: id of the game that is being played; None for none.
        is_over: whether the match has ended.
    """
    results: list[GameResult] = []
    left = rules.warmups
    for number, game in enumerate(games, 1):
        may_run = not is_over and (game.id == current_game or number == len(games))
        state = state_of(game, may_run=may_run)
        is_warmup = left > 0 and state == PLAYED
        left -= is_warmup
        results.append(game_result(game, number, state, rules, is_warmup=is_warmup))
    counted = [one for one in results if one.is_counted]
    wins: Counter[str | int] = Counter(
        one.winner for one in counted if one.outcome == WON and one.winner is not None
    )
    return MatchResults(
        rules,
        tuple(results),
        tuple(player_results(counted, rules)),
        dict(wins),
        sum(one.outcome == TIE for one in counted),
        sum(one.outcome == NO_CONTEST for one in counted),
    )


def state_of(game: MatchGame, *, may_run: bool) -> str:
    """Return whether a game was played to its end, is running, or was aborted.

    Args:
        game: the game.
        may_run: whether it is the latest game of a match that goes on.
    """
    if game.scores:
        return PLAYED
    return RUNNING if may_run and game.end_time is None else ABORTED


def value_of(score: Score, scoring: str | None) -> float:
    """Return what a game compares: score, accuracy (0 to 1) or combo."""
    if scoring == ScoringType.ACCURACY:
        return score.accuracy
    return score.max_combo if scoring == ScoringType.COMBO else score_of(score)


def is_failed(score: Score) -> bool:
    """Whether a score is a failed one."""
    passed = score.match.passed if score.match is not None else None
    return (score.passed if passed is None else passed) is False


def game_result(
    game: MatchGame, number: int, state: str, rules: Rules, *, is_warmup: bool
) -> GameResult:
    """Return the result of one game."""
    teams = {score.match.team for score in game.scores if score.match is not None}
    is_coop = game.team_type == TeamType.TAG_COOP
    known = game.team_type in (TeamType.TEAM_VS, TeamType.TAG_TEAM_VS)
    is_unknown = game.team_type is None or not game.team_type.is_known
    has_teams = known or (is_unknown and bool(teams.intersection(TEAMS)))
    entries = _entries(game, number, rules, has_teams=has_teams)
    totals: tuple[float, float] | None = None
    if has_teams:
        totals = (_total(entries, RED, game), _total(entries, BLUE, game))
    outcome, winner, margin = NO_CONTEST, None, None
    if state == PLAYED and totals is not None:
        if {entry.team for entry in entries}.issuperset(TEAMS):
            outcome, winner, margin = _outcome({RED: totals[0], BLUE: totals[1]})
    elif state == PLAYED and not is_coop and len(entries) > 1:
        outcome, winner, margin = _outcome(
            {e.player: e.value for e in reversed(entries) if e.is_counted}
        )
    return GameResult(
        number, game, state, is_warmup, has_teams, is_coop, entries, totals, outcome, winner, margin
    )


def _entries(game: MatchGame, number: int, rules: Rules, *, has_teams: bool) -> tuple[Entry, ...]:
    found: list[tuple[bool, float, Score]] = []
    for score in game.scores:
        counts = rules.with_failed or not is_failed(score)
        found.append((counts, value_of(score, game.scoring_type), score))
    found.sort(key=lambda one: (not one[0], -one[1], player_key(one[2])))
    entries: list[Entry] = []
    for counts, value, score in found:
        last = entries[-1] if entries else None
        is_equal = last is not None and (last.is_counted, last.value) == (counts, value)
        place = last.place if last is not None and is_equal else len(entries) + 1
        team = (score.match.team or "") if has_teams and score.match is not None else ""
        entries.append(
            Entry(
                number,
                player_key(score),
                score,
                team if team in TEAMS else "",
                value,
                is_failed(score),
                counts,
                place,
            )
        )
    return tuple(entries)


def _total(entries: Iterable[Entry], team: str, game: MatchGame) -> float:
    """Return the total of a team: the average of accuracies, else the sum."""
    values = [entry.value for entry in entries if entry.is_counted and entry.team == team]
    if game.scoring_type == ScoringType.ACCURACY:
        return fsum(values) / len(values) if values else 0.0
    return sum(values)


def _outcome(
    values: Mapping[str | int, float],
) -> tuple[str, str | int | None, float | None]:
    """Return the outcome, the winner and the margin of a game, by the value of each side."""
    ranked = sorted(values.items(), key=lambda one: -one[1])
    if not ranked:
        return TIE, None, None
    top, second = ranked[0][1], ranked[1][1] if len(ranked) > 1 else 0.0
    if top == second:
        return TIE, None, None
    return WON, ranked[0][0], top - second


# --- players ------------------------------------------------------------------------------------


def match_costs(games: Iterable[GameResult], formula: str) -> dict[int, float]:
    """Return the match cost of each player with a counted score.

    Games whose median (or average) is 0 are left out: nobody's share of it is defined.

    Args:
        games: those that count.
        formula: one of `FORMULAS`; see there.
    """
    shares: dict[int, list[float]] = {}
    for game in games:
        values = {e.player: e.value for e in reversed(game.entries) if e.is_counted}
        if not values:
            continue
        of_all = list(values.values())
        middle = fsum(of_all) / len(of_all) if formula == AVERAGE.key else median(of_all)
        if middle <= 0:
            continue
        for player, value in values.items():
            shares.setdefault(player, []).append(value / middle)
    if not shares:
        return {}
    usual = median(len(one) for one in shares.values())
    costs: dict[int, float] = {}
    for player, of_player in shares.items():
        mean = fsum(of_player) / len(of_player)
        played = 1.0 if formula == AVERAGE.key else cbrt(len(of_player) / usual)
        costs[player] = mean * played
    return costs


def player_results(games: Sequence[GameResult], rules: Rules) -> list[PlayerResult]:
    """Return the figures of all players, by match cost, the highest first.

    Args:
        games: those that count.
        rules: what counts.
    """
    costs = match_costs(games, rules.formula)
    by_player: dict[int, list[tuple[GameResult, Entry]]] = {}
    for game in games:
        for entry in game.entries:
            by_player.setdefault(entry.player, []).append((game, entry))
    players = [_player_result(key, played, costs.get(key)) for key, played in by_player.items()]
    return sorted(
        players, key=lambda one: (one.cost is None, -(one.cost or 0.0), -one.total, one.player)
    )


def _player_result(
    key: int, played: Sequence[tuple[GameResult, Entry]], cost: float | None
) -> PlayerResult:
    teams = Counter(entry.team for _, entry in played if entry.team)
    mods = Counter(acronym for _, entry in played for acronym in acronyms(entry.score))
    return PlayerResult(
        key,
        min(teams, key=lambda team: (-teams[team], team), default=""),
        tuple(entry for _, entry in played if entry.is_counted),
        failed=sum(entry.is_failed for _, entry in played),
        wins=sum(
            game.outcome == WON and game.winner == (entry.team if game.has_teams else key)
            for game, entry in played
        ),
        best_of=sum(entry.is_counted and entry.place == 1 for _, entry in played),
        cost=cost,
        mods=tuple(sorted(mods.items(), key=lambda one: (-one[1], one[0]))),
    )


def acronyms(score: Score) -> tuple[str, ...]:
    """Return the mods of a score without that of the stable client, which all scores have."""
    return tuple(mod.acronym for mod in score.mods if mod.acronym != "CL")
