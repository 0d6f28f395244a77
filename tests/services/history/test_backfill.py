"""Tests of the backfill against a client whose requests fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest

from osubrowser.api import Client
from osubrowser.api.errors import Offline
from osubrowser.services.history.backfill import BackfillPlan, backfill

DAYS = 3
PLAN = BackfillPlan((1,), (2,), (1,), (), "JP", (5,), 7, ())


class Failing:
    """Client whose requests have no answer, for some of them."""

    def __init__(self, fails: Callable[[int], bool]) -> None:
        self._fails = fails
        self.asked = self.answered = 0

    def __getattr__(self, _name: str) -> Callable[..., Any]:
        return self._ask

    def _ask(self, *_arguments: object, **_options: object) -> None:
        self.asked += 1
        if self._fails(self.asked):
            raise Offline("no answer in time")
        self.answered += 1


def fill(client: Failing) -> int:
    """Run a backfill."""
    return backfill(cast("Client", client), PLAN, lambda _back: None, DAYS, lambda: False)


def test_a_request_that_fails_costs_no_other() -> None:
    """It is sent once more; if that fails too, the rest goes on."""
    whole, twice, left_out = (
        Failing(lambda _: False),
        Failing(lambda n: n == 4),
        Failing(lambda n: n in (4, 5)),
    )
    count = fill(whole)
    assert (fill(twice), twice.answered) == (count + 1, count)
    assert (fill(left_out), left_out.answered) == (count + 1, count - 1)


def test_a_server_that_has_gone_ends_it() -> None:
    """Not every request of a year is sent to it."""
    client = Failing(lambda _: True)
    with pytest.raises(Offline):
        fill(client)
    assert client.asked == 10
