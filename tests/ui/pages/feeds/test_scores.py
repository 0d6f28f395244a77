"""Newest scores of all players: live rows, what is looked at stays, filters, lookups, limits."""

from __future__ import annotations

from typing import Any, cast

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from osubrowser.api.client import Client
from osubrowser.api.cursor import Cursor
from osubrowser.api.entities.scores import Score
from osubrowser.api.errors import InvalidRequest, Offline, RateLimited
from osubrowser.demo.world.clock import this_hour
from osubrowser.demo.world.scores.ids import first_id
from osubrowser.models.feeds import live_scores
from osubrowser.models.feeds.live_scores import Batch, Wanted
from osubrowser.services.places.places import BeatmapsetPlace, ScorePlace, UserPlace
from osubrowser.services.places.urls import address, parse
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.pages.feeds.page import FeedsPage
from osubrowser.ui.pages.feeds.scores import LiveScores
from osubrowser.ui.style.theme import ROW_HEIGHT
from tests.conftest import Server
from tests.ui.pages.feeds.conftest import Make, link, texts

_HELD = 17
"""Scores that come with the second request."""


class Feed:
    """The feed of the demo from some hours ago, so that scores come while a test watches."""

    def __init__(self) -> None:
        self.asked: list[Cursor | None] = []
        self.error: Exception | None = None
        self._load = live_scores.load_batch

    def load(self, client: Client, mode: str, cursor: Cursor | None) -> Batch:
        self.asked.append(cursor)
        if self.error is not None:
            raise self.error
        if cursor is not None:
            return self._load(client, mode, cursor)
        then = Cursor(id=first_id(int(this_hour().timestamp()) - 2 * 3600))
        scores = self._load(client, mode, then).scores[_HELD:]
        return Batch(scores, Cursor(id=scores[0].id), is_full=False)


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> Feed:
    feed = Feed()
    monkeypatch.setattr(live_scores, "load_batch", feed.load)
    return feed


def live_of(page: FeedsPage) -> LiveScores:
    """Return what follows the scores."""
    return cast("LiveScores", page._lives["scores"])


def ids(page: FeedsPage) -> list[int]:
    """Return the ids of the scores in the order of the rows."""
    model = page.list.model
    rows = map(model.row_at, range(model.rowCount()))
    return [row.item.score.id for row in rows if row is not None]


def shown(qtbot: QtBot, page: FeedsPage) -> int:
    """Wait for the scores, and for the players and beatmaps in view; return how many there are."""
    model = page.list.model
    qtbot.waitUntil(lambda: page.is_settled and model.loaded > 40)
    qtbot.waitUntil(lambda: not any(text.startswith("#") for text in texts(page, "player")[:12]))
    return model.loaded


def test_new_scores_come_above_what_is_looked_at(
    make: Make, demo: Server, qtbot: QtBot, feed: Feed
) -> None:
    page, _ = make(demo, "scores", {"mode": "mania"})
    before = shown(qtbot, page)
    live, table = live_of(page), page.list.table
    assert not texts(page, "title")[0].startswith("Beatmap ")
    # Not in view: not looked up, but for players who are in view too.
    assert any(text.startswith("#") for text in texts(page, "player")[20:])
    table.scroll_to_position(20 * ROW_HEIGHT + 7)
    known = ids(page)
    live.feed.poll()
    qtbot.waitUntil(lambda: page.list.model.loaded == before + _HELD)
    assert ids(page)[_HELD:] == known
    assert ids(page) == sorted(ids(page), reverse=True)
    assert table.scroll_position() == (20 + _HELD) * ROW_HEIGHT + 7
    assert live.fresh.text() == f"{_HELD} new scores ↑"
    qtbot.mouseClick(live.fresh, Qt.MouseButton.LeftButton)
    assert table.scroll_position() == 0
    assert table.currentIndex().row() == 0
    assert not live.fresh.isVisible()
    qtbot.waitUntil(lambda: not texts(page, "player")[0].startswith("#"))
    whole = f"1-15 of {before + _HELD} scores"
    qtbot.waitUntil(lambda: page.list.status.startswith(whole))
    live.feed.poll()  # nothing new
    qtbot.waitUntil(lambda: not live.feed.is_polling)
    assert page.list.model.loaded == before + _HELD
    assert feed.asked[0] is None
    assert all(cursor is not None for cursor in feed.asked[1:])


def test_a_restored_list_goes_on(make: Make, demo: Server, qtbot: QtBot, feed: Feed) -> None:
    page, _ = make(demo, "scores", {"mode": "mania"})
    before = shown(qtbot, page)
    place, state, known = page.place, page.save_state(), ids(page)
    assert place is not None
    page.show_place(cast("Any", parse("osubrowser:backgrounds")), None)
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded > 0)
    assert live_of(page).feed.count == 0
    asked = len(feed.asked)
    page.show_place(place, state)
    assert ids(page) == known
    page.list.table.scroll_to_position(10**6)
    qtbot.waitUntil(lambda: not any(text.startswith("#") for text in texts(page, "player")[-9:]))
    assert len(feed.asked) == asked
    live_of(page).feed.poll()
    qtbot.waitUntil(lambda: not live_of(page).feed.is_polling)
    assert feed.asked[-1] is None  # the newest ones, which are those that are here
    assert page.list.model.loaded == before
    assert not live_of(page).feed.has_gap


def test_a_row_opens_its_score_player_and_beatmap(
    make: Make, demo: Server, qtbot: QtBot, feed: Feed
) -> None:
    page, told = make(demo, "scores", {"mode": "taiko"})
    shown(qtbot, page)
    known = link(page, 0)
    assert isinstance(known, RowLink)
    assert known.place == ScorePlace(ids(page)[0])
    kinds = [type(place) for _, place in known.more]
    assert kinds == [UserPlace, BeatmapsetPlace, BeatmapsetPlace, UserPlace]
    assert known.name
    place = page.place
    assert place is not None
    assert parse(address(place, demo.url), origins=(demo.url,)) == place
    assert told.titles == ["Newest scores: osu!taiko"]


def test_polls_only_while_watched_and_less_often_after_failures(
    make: Make, demo: Server, qtbot: QtBot, feed: Feed
) -> None:
    page, _ = make(demo, "scores", {"mode": "mania"})
    before = shown(qtbot, page)
    live = live_of(page)
    timer = live._timer
    assert timer.isActive()
    page.hide()
    assert not timer.isActive()
    page.show()
    assert timer.isActive()
    qtbot.mouseClick(live.pause, Qt.MouseButton.LeftButton)
    assert live.is_paused
    assert not timer.isActive()
    assert page.list.status.endswith("paused")
    online: list[bool] = []
    page.online_changed.connect(online.append)
    feed.error = Offline()
    qtbot.mouseClick(live.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "did not answer" in page.list.status)
    assert timer.interval() == 24_000
    assert online[-1] is False
    feed.error = RateLimited(retry_after=90)
    live.feed.poll()
    qtbot.waitUntil(lambda: timer.interval() == 90_000)
    feed.error = InvalidRequest()  # the cursor is too old
    live.feed.poll()
    qtbot.waitUntil(lambda: "some in between are missing" in page.list.status)
    feed.error = None
    live.feed.poll()
    qtbot.waitUntil(lambda: not live.feed.is_polling)
    assert feed.asked[-1] is None
    assert page.list.model.loaded == before
    assert timer.interval() <= 120_000


def test_scores_are_bounded(
    make: Make, demo: Server, qtbot: QtBot, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_scores, "MOST_ROWS", 50)
    page, _ = make(demo, "scores", {"mode": "mania"})
    assert shown(qtbot, page) == 50
    oldest = ids(page)[-1]
    live = live_of(page)
    live.feed.poll()
    qtbot.waitUntil(lambda: not live.feed.is_polling and oldest not in ids(page))
    assert page.list.model.loaded == 50
    assert len(live.feed._known) == 50


def test_scores_that_come_twice_or_late_are_in_order(
    make: Make, demo: Server, qtbot: QtBot, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, _ = make(demo, "scores", {"mode": "mania"})
    before = shown(qtbot, page)
    scores = [one.score for one in live_of(page).feed._items]
    late = msgspec.structs.replace(scores[9], id=(scores[9].id or 0) - 1)
    newest = msgspec.structs.replace(scores[0], id=(scores[0].id or 0) + 1)
    batch = Batch((late, scores[3], newest, newest, scores[3]), Cursor(id=1), is_full=False)
    monkeypatch.setattr(live_scores, "load_batch", lambda *_: batch)
    live_of(page).feed.poll()
    qtbot.waitUntil(lambda: page.list.model.loaded == before + 2)
    assert ids(page) == sorted(ids(page), reverse=True)
    assert len(set(ids(page))) == before + 2


def test_scores_of_a_player_are_picked(make: Make, demo: Server, qtbot: QtBot, feed: Feed) -> None:
    page, _ = make(demo, "scores", {"mode": "mania"})
    shown(qtbot, page)
    name = texts(page, "player")[0]
    field: Any = page.bar.controls["user"].widget
    field.setText(name)
    field.returnPressed.emit()
    qtbot.waitUntil(lambda: page.is_settled and 0 < page.list.model.loaded < 40)
    qtbot.waitUntil(lambda: set(texts(page, "player")) == {name})
    page.show_place(cast("Any", parse("osubrowser:scores?user=nobody+has+this+name")), None)
    qtbot.waitUntil(lambda: page.failure is not None)
    spec = page.list.spec
    assert spec is not None
    failure = page.failure
    assert failure is not None
    assert spec.describe(failure).text == "There is no player of this name or id."
    assert [b.text() for b in page.list.rows.shown_buttons()] == ["Show all scores"]
    page.show_place(cast("Any", parse("osubrowser:scores?mode=mania&pp=99999")), None)
    qtbot.waitUntil(lambda: page.is_settled and page.failure is None)
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Show all scores")
    qtbot.waitUntil(button.isVisible)


def test_what_fits() -> None:
    score = Score(user_id=2, pp=400.0, rank=cast("Any", "SH"))
    assert Wanted().accepts(score)
    assert Wanted(user=2, pp=400, grades=frozenset({"SH"})).accepts(score)
    assert not Wanted(user=3).accepts(score)
    assert not Wanted(pp=400.1).accepts(score)
    assert not Wanted(pp=1).accepts(Score(user_id=2))
    assert not Wanted(grades=frozenset({"S"})).accepts(score)
