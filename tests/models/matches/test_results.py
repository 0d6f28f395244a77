"""Results of matches: wins, totals, margins and match costs, of any games."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.api.entities.matches import MatchGame, ScoringType, TeamType
from osubrowser.api.entities.scores import Score, ScoreMatchInfo
from osubrowser.api.mods import Mod
from osubrowser.models.matches.results import (
    ABORTED,
    AVERAGE,
    BLUE,
    FLASHLIGHT,
    NO_CONTEST,
    RED,
    RUNNING,
    TIE,
    WON,
    MatchResults,
    Rules,
    results_of,
)


def score(
    user: int, total: int, team: str = "none", *, passed: bool = True, accuracy: float = 0.9
) -> Score:
    return Score(
        user_id=user,
        legacy_total_score=total,
        total_score=total,
        accuracy=accuracy,
        max_combo=total // 1000,
        mods=[Mod(acronym="HD"), Mod(acronym="CL")],
        match=ScoreMatchInfo(slot=user % 16, team=team, pass_=passed),
    )


def game(
    scores: Sequence[Score],
    team_type: str = "head-to-head",
    scoring: str = "score",
    number: int = 1,
) -> MatchGame:
    return MatchGame(
        id=number,
        beatmap_id=number,
        scoring_type=ScoringType(scoring),
        team_type=TeamType(team_type),
        scores=list(scores),
    )


def of(games: Sequence[MatchGame], rules: Rules | None = None) -> MatchResults:
    return results_of(games, rules or Rules(), None, is_over=True)


def test_two_teams() -> None:
    results = of(
        [
            game([score(1, 500, RED), score(2, 300, BLUE), score(3, 250, BLUE)], "team-vs"),
            game([score(1, 500, RED), score(2, 500, BLUE)], "team-vs", number=2),
            game([score(1, 500, RED)], "team-vs", number=3),
            game([score(1, 9, RED), score(2, 8, BLUE)], "tag-team-vs", number=4),
            game([], "team-vs", number=5),
        ]
    )
    assert [one.outcome for one in results.games] == [WON, TIE, NO_CONTEST, WON, NO_CONTEST]
    assert [one.winner for one in results.games] == [BLUE, None, None, RED, None]
    assert results.games[0].totals == (500, 550)
    assert results.games[0].margin == 50
    assert results.games[4].state == ABORTED
    assert results.wins == {BLUE: 1, RED: 1}
    assert (results.ties, results.uncontested) == (1, 1)
    assert {one.player: one.team for one in results.players} == {1: RED, 2: BLUE, 3: BLUE}
    assert {one.player: one.wins for one in results.players} == {1: 1, 2: 1, 3: 1}
    assert all(one.mods == (("HD", len(one.entries)),) for one in results.players)


def test_head_to_head_and_coop() -> None:
    scores = [score(1, 10), score(2, 30), score(3, 30), score(4, 5)]
    tie = of([game(scores)])
    assert tie.games[0].outcome == TIE
    assert [entry.place for entry in tie.games[0].entries] == [1, 1, 3, 4]
    assert of([game(scores, "tag-coop")]).games[0].outcome == NO_CONTEST
    assert of([game(scores[:1])]).games[0].outcome == NO_CONTEST
    assert of([game(scores[:2])]).wins == {2: 1}


def test_failed_scores_count_by_the_rule() -> None:
    scores = [score(1, 900, RED, passed=False), score(1000, 500, RED), score(2, 700, BLUE)]
    left_out = of([game(scores, "team-vs")])
    assert left_out.games[0].totals == (500, 700)
    assert left_out.wins == {BLUE: 1}
    counted = of([game(scores, "team-vs")], Rules(with_failed=True))
    assert counted.games[0].totals == (1400, 700)
    assert counted.wins == {RED: 1}
    assert next(one for one in left_out.players if one.player == 1).failed == 1
    assert next(one for one in left_out.players if one.player == 1).cost is None
    nobody = of([game([score(1, 9, passed=False), score(2, 8, passed=False)])])
    assert nobody.games[0].outcome == TIE


def test_win_condition() -> None:
    scores = [score(1, 9000, RED, accuracy=0.8), score(2, 5000, BLUE, accuracy=0.95)]
    by_accuracy = of([game(scores, "team-vs", "accuracy")]).games[0]
    assert by_accuracy.winner == BLUE
    assert by_accuracy.totals == (0.8, 0.95)
    by_combo = of([game(scores, "team-vs", "combo")]).games[0]
    assert by_combo.winner == RED
    assert by_combo.margin == 4


def test_warmups_are_those_that_were_played() -> None:
    games = [
        game([], number=1),
        game([score(1, 5), score(2, 4)], number=2),
        game([score(1, 3), score(2, 4)], number=3),
    ]
    results = of(games, Rules(warmups=1))
    assert [one.is_warmup for one in results.games] == [False, True, False]
    assert results.wins == {2: 1}
    assert of(games, Rules(warmups=99)).players == ()


def test_running_game() -> None:
    running = game([], number=7)
    games = [game([], number=6), running]
    assert [g.state for g in results_of(games, Rules(), 7, is_over=False).games] == [
        ABORTED,
        RUNNING,
    ]
    assert results_of(games, Rules(), None, is_over=True).games[1].state == ABORTED


def test_score_without_a_player_is_somebody() -> None:
    nobody = Score(total_score=5, match=ScoreMatchInfo(slot=3, team="none"))
    results = of([game([nobody, score(1, 3)])])
    assert results.games[0].winner == -4
    unknown = Score(total_score=5, user_id=9)
    assert of([game([unknown])]).players[0].player == 9
    assert of([MatchGame(id=1, scores=[score(1, 5, RED), score(2, 4, BLUE)])]).wins == {RED: 1}


# --- properties ---------------------------------------------------------------------------------

SCORES = st.lists(
    st.tuples(st.integers(1, 6), st.integers(0, 1_200_000), st.booleans()),
    max_size=6,
    unique_by=lambda one: one[0],
)
GAMES = st.lists(st.tuples(SCORES, st.sampled_from([one.value for one in TeamType])), max_size=7)
RULES = st.builds(
    Rules, st.integers(0, 3), st.booleans(), st.sampled_from([FLASHLIGHT.key, AVERAGE.key])
)


Drawn = Sequence[tuple[Sequence[tuple[int, int, bool]], str]]


def games_of(drawn: Drawn) -> list[MatchGame]:
    return [
        game(
            [
                score(user, total, (RED, BLUE)[user % 2], passed=passed)
                for user, total, passed in scores
            ],
            team_type,
            number=number,
        )
        for number, (scores, team_type) in enumerate(drawn, 1)
    ]


@given(GAMES, RULES)
def test_wins_ties_and_games_without_a_contest_add_up(drawn: Drawn, rules: Rules) -> None:
    results = of(games_of(drawn), rules)
    counted = len(results.counted)
    assert sum(results.wins.values()) + results.ties + results.uncontested == counted
    assert counted == max(0, sum(bool(scores) for scores, _ in drawn) - rules.warmups)
    for one in results.games:
        values = [entry.value for entry in one.entries if entry.is_counted]
        assert values == sorted(values, reverse=True)
        if one.outcome == WON:
            assert one.margin is not None
            assert one.margin > 0
        if one.totals is not None:
            assert sum(one.totals) == sum(values)
    for player in results.players:
        assert player.wins <= counted
        assert len(player.entries) + player.failed >= 1


@given(GAMES, RULES, st.randoms(use_true_random=False))
def test_order_of_scores_and_games_changes_nothing(
    drawn: Drawn, rules: Rules, random: object
) -> None:
    rules = Rules(0, rules.with_failed, rules.formula)
    before = of(games_of(drawn), rules)
    games = games_of(drawn)
    random.shuffle(games)  # type: ignore[attr-defined]
    shuffled = [
        game(random.sample(one.scores, len(one.scores)), str(one.team_type), number=one.id)  # type: ignore[attr-defined]
        for one in games
    ]
    after = of(shuffled, rules)
    assert after.wins == before.wins
    assert [(p.player, p.cost, p.total, p.wins) for p in after.players] == [
        (p.player, p.cost, p.total, p.wins) for p in before.players
    ]


def cost_by_hand(drawn: Drawn, rules: Rules, player: int) -> float | None:
    """Compute a match cost with exact fractions, counting how many scores are below each."""

    def middle(values: Sequence[Fraction]) -> Fraction:
        if rules.formula == AVERAGE.key:
            return sum(values, Fraction()) / len(values)
        fitting = [
            (one + other) / 2
            for one in values
            for other in values
            if 2 * sum(v <= one for v in values) >= len(values)
            and 2 * sum(v >= one for v in values) >= len(values)
            and 2 * sum(v <= other for v in values) >= len(values)
            and 2 * sum(v >= other for v in values) >= len(values)
        ]
        return (min(fitting) + max(fitting)) / 2

    shares: dict[int, list[Fraction]] = {}
    games = [scores for scores, _ in drawn if scores][rules.warmups :]
    for scores in games:
        values = {user: Fraction(total) for user, total, ok in scores if ok or rules.with_failed}
        if values and middle(list(values.values())):
            for user, value in values.items():
                shares.setdefault(user, []).append(value / middle(list(values.values())))
    if player not in shares:
        return None
    mean = sum(shares[player], Fraction()) / len(shares[player])
    if rules.formula == AVERAGE.key:
        return float(mean)
    usual = middle([Fraction(len(one)) for one in shares.values()])
    share = float(Fraction(len(shares[player])) / usual)
    return float(mean) * float(share ** (1 / 3))


@given(GAMES, RULES)
def test_match_cost_is_what_its_formula_says(drawn: Drawn, rules: Rules) -> None:
    results = of(games_of(drawn), rules)
    for player in results.players:
        expected = cost_by_hand(drawn, rules, player.player)
        assert (player.cost is None) == (expected is None)
        if expected is not None:
            assert player.cost == pytest.approx(expected)
    costs = [player.cost for player in results.players if player.cost is not None]
    assert costs == sorted(costs, reverse=True)


def test_everybody_alike_costs_one() -> None:
    games = [game([score(user, 500) for user in (1, 2, 3)], number=n) for n in (1, 2)]
    for formula in (FLASHLIGHT, AVERAGE):
        results = of(games, Rules(formula=formula.key))
        assert [player.cost for player in results.players] == [1.0, 1.0, 1.0]


def test_equal_players_stand_in_one_order() -> None:
    scores = [score(user, 500) for user in (1, 2, 3)]
    orders = {
        tuple(player.player for player in of([game(list(some))]).players)
        for some in permutations(scores)
    }
    assert len(orders) == 1
