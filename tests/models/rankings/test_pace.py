"""Tests of paces: robust slopes, honest intervals, and when one player passes another."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.models.rankings.neighbours import when_text
from osubrowser.models.rankings.pace import Pace, pace_of, passing


def line(slope: float, days: int, noise: float = 0.0, seed: int = 0) -> list[tuple[float, float]]:
    """Return points of a straight line with noise."""
    chance = random.Random(seed)
    return [(float(day), 5000 + slope * day + chance.gauss(0, noise)) for day in range(days)]


def test_a_pace_needs_three_days() -> None:
    assert pace_of(line(3, 2)) == Pace(2)
    pace = pace_of(line(3, 3))
    assert pace.per_day == pytest.approx(3)
    assert pace.days == 3
    assert pace_of([(1.0, 5.0)] * 3).per_day is None


def test_one_jump_does_not_set_the_pace() -> None:
    """A new top play of 300 pp moves the pace little, but makes it less certain."""
    points = line(2, 20)
    jumped = [(x, y + 300 * (x >= 19)) for x, y in points]
    calm, other = pace_of(points), pace_of(jumped)
    assert other.per_day == pytest.approx(2, abs=0.5)
    assert other.margin > calm.margin + 1


@pytest.mark.parametrize("days", [3, 5, 10, 30])
def test_the_interval_holds_nine_of_ten(days: int) -> None:
    """Of lines with normal scatter; a small share of luck is allowed."""
    held = 0
    for seed in range(1000):
        pace = pace_of(line(4, days, 10, seed))
        assert pace.per_day is not None
        held += abs(pace.per_day - 4) <= pace.margin
    assert 0.86 <= held / 1000 <= 0.96


def test_when_one_passes_the_other() -> None:
    """At the estimates, and at both ends of their uncertainty."""
    fast, slow = Pace(9, 5.0, 1.0), Pace(8, 1.0, 0.0)
    found = passing(40, fast, slow)
    assert (found.days, found.soonest, found.known) == (10, 8, 8)
    assert found.latest == pytest.approx(40 / 3)
    assert passing(40, slow, fast).days is None
    assert passing(40, slow, fast).is_known
    assert passing(40, Pace(9, 5.0, 4.0), Pace(9, 1.0, 1.0)).latest is None
    assert not passing(40, Pace(2), fast).is_known
    assert passing(40, Pace(2), fast).known == 2


finite = st.floats(-1e4, 1e4)


@given(st.floats(0, 1e6), finite, st.floats(0, 1e4), finite, st.floats(0, 1e4))
def test_any_paces_have_a_text(
    gap: float, mine: float, margin: float, theirs: float, other: float
) -> None:
    """The estimate lies between its ends, and each has a text."""
    found = passing(gap, Pace(5, mine, margin), Pace(5, theirs, other))
    if found.days is None or found.soonest is None:
        assert mine <= theirs
        return
    assert found.soonest <= found.days * 1.000001
    assert found.latest is None or found.latest >= found.days * 0.999999
    assert when_text(found.soonest, found.latest).startswith("in ")


@pytest.mark.parametrize(
    ("soonest", "latest", "text"),
    [
        (12.4, 29.2, "in 12 to 30 days"),
        (11.2, 11.9, "in about 12 days"),
        (0.0, 0.5, "in about 1 day"),
        (9.0, None, "in 9 days or later"),
        (0.2, 90_000.0, "in 1 day or later"),
        (800, 1500, "in 2 to 5 years"),
        (900, None, "in 2 years or later"),
    ],
)
def test_a_time_to_come_says_its_uncertainty(
    soonest: float, latest: float | None, text: str
) -> None:
    assert when_text(soonest, latest) == text
