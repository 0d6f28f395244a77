"""Views of a best list over time: periods, days as typed, and what is said of what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from osubrowser.api.entities.scores import Score
from osubrowser.models.players.best_history import (
    BestQuery,
    BestSummary,
    best_columns,
    load_best,
    read_day,
)
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.history.best_lists import BestLists
from osubrowser.services.history.records import Observation
from osubrowser.services.history.store import HistoryStore

PLAYER, DAY = 7, 86_400
START = int(datetime(2026, 3, 1, 12, tzinfo=UTC).timestamp())
NOW = START + 40 * DAY


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    """Return a store in a new file."""
    store = HistoryStore(tmp_path / "history.sqlite", (BestLists(),))
    yield store
    store.close()


def look(store: HistoryStore, at: int, pps: dict[int, float], limit: int = 50) -> None:
    """See a list: pp by the id of the play; those from 100 on were set an hour before."""
    scores = [
        Score(
            id=number,
            user_id=PLAYER,
            beatmap_id=number,
            ruleset_id=0,
            pp=pp,
            ended_at=datetime.fromtimestamp(at - 3600 if number >= 100 else START - DAY, UTC),
        )
        for number, pp in sorted(pps.items(), key=lambda item: -item[1])[:limit]
    ]
    params = {"limit": str(limit), "mode": "osu"}
    store.write([Observation(f"/api/v2/users/{PLAYER}/scores/best", params, scores, at)])


def load(
    store: HistoryStore, view: str = "new", period: str = "", since: str = "", until: str = ""
) -> tuple[RowsPage, BestSummary]:
    """Load a view as it is at `NOW`."""
    query = BestQuery(PLAYER, "osu", view, period, since, until)
    page = load_best(store, query, best_columns(view, original=False), name="Mio", now=NOW)
    assert isinstance(page.extra, BestSummary)
    return page, page.extra


def cells(page: RowsPage, view: str, key: str) -> list[str]:
    """Return the cells of a column."""
    index = [column.key for column in best_columns(view, original=False)].index(key)
    return [row.texts[index] for row in page.rows]


def test_the_end_of_a_day_is_in_a_period_and_the_first_look_is_its_limit(
    store: HistoryStore,
) -> None:
    """Typed days are whole UTC days; a list before the first look is not made up."""
    look(store, START, {1: 300.0, 2: 200.0})
    look(store, START + 10 * DAY, {1: 300.0, 2: 200.0, 100: 250.0})
    look(store, START + 20 * DAY, {1: 300.0, 100: 250.0})
    page, summary = load(store, since="2026-03-11", until="2026-03-11")
    assert cells(page, "new", "at") == ["11 Mar 2026"]
    assert cells(page, "new", "position") == ["2"]
    # 250 for 200 at the second place, which moves to the third.
    assert cells(page, "new", "brought") == [f"{250 * 0.95 + 200 * (0.95**2 - 0.95):+.2f}"]
    assert "brought" in summary.text
    page, summary = load(store, since="2026-03-12", until="2026-03-20")
    assert page.rows == []
    assert "between 12 Mar 2026 and 20 Mar 2026" in summary.nothing
    page, _ = load(store, "gone", period="all")
    assert cells(page, "gone", "why") == ["Not told by osu!"]
    page, summary = load(store, "list", until="2026-03-05")
    assert cells(page, "list", "pp") == ["300.00", "200.00"]
    assert summary.text.startswith("As seen on 1 Mar 2026")
    page, summary = load(store, "list", until="2026-02-28")
    assert page.rows == []
    assert "was first seen on 1 Mar 2026" in summary.nothing
    # Of the time after the last look nothing is said.
    page, summary = load(store, period="30")
    assert "last seen on 21 Mar 2026" in summary.text or "and 21 Mar 2026" in summary.nothing
    page, summary = load(store, since="2026-04-01")
    assert "was last seen on 21 Mar 2026" in summary.nothing


def test_a_list_without_plays_and_one_that_was_never_seen_differ(store: HistoryStore) -> None:
    """The first is known to be empty."""
    _, summary = load(store, "list")
    assert (summary.since, summary.nothing) == ("", "The best plays of Mio were not seen yet.")
    look(store, START, {})
    _, summary = load(store, "list")
    assert summary.nothing == "The list of Mio had no plays on that day."


def test_what_a_play_brought_has_its_limits_where_the_end_of_the_list_is_not_known(
    store: HistoryStore,
) -> None:
    """A short look makes it `up to`; the tooltip says at least how much."""
    pps = {number: 400.0 - number for number in range(1, 60)}
    look(store, START, pps)
    look(store, START + DAY, pps | {100: 399.5})
    page, _ = load(store, period="all")
    assert cells(page, "new", "brought")[0].startswith("up to +")
    index = [column.key for column in best_columns("new", original=False)].index("brought")
    assert page.rows[0].tooltips[index].startswith("At least +")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-30", datetime(2026, 11, 30, tzinfo=UTC)),
        (" 2 weeks ago ", datetime(2026, 3, 27, tzinfo=UTC)),
        ("", None),
        ("12", None),
        ("99999-01-01", None),
        ("1950-01-01", None),
        ("\u202e2026", None),
        ("nonsense", None),
    ],
)
def test_a_typed_day_is_read_or_refused(text: str, expected: datetime | None) -> None:
    """Words count from the given time."""
    found = read_day(text, NOW)
    assert found == (None if expected is None else int(expected.timestamp()))
