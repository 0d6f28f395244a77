"""From rank 1 to rank 10,000: every page asked for once, no row twice, none missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionSlider
from pytestqt.qtbot import QtBot

from osubrowser.models.table import paged_model
from osubrowser.models.table.column import RIGHT
from tests.conftest import Server
from tests.e2e.conftest import Browser
from tests.idle import settle


def pages_asked(server: Server) -> Counter[int]:
    """How often each page of the performance ranking was asked for."""
    found: Counter[int] = Counter()
    for _time, _method, address, _status in server.stats()["requests"]:
        parts = urlsplit(address)
        if parts.path.endswith("/rankings/osu/performance"):
            query = parse_qs(parts.query)
            found[int(query.get("cursor[page]", query.get("page", ["1"]))[0])] += 1
    return found


@pytest.fixture
def on(start: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Browser]:
    """The window on a server, signed in as a guest, its first rows there."""

    def on(server: Server) -> Browser:
        monkeypatch.setenv("OSUBROWSER_CLIENT_ID", server.client_id)
        monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", server.client_secret)
        browser = start("--server", server.url)
        browser.wait_for_rows()
        return browser

    return on


def test_the_wheel_from_1_to_10_000(on: Callable[..., Browser], demo_server: Server) -> None:
    browser = on(demo_server)
    bar = browser.rankings.table.verticalScrollBar()
    seen: dict[int, int] = {}
    while True:
        browser.wait(lambda: not browser.skeletons())
        for row in browser.visible():
            entry = browser.rankings.model.row_at(row)
            assert entry is not None
            seen[row] = entry.item.user.id
        if bar.value() == bar.maximum():
            break
        browser.wheel(4)
    assert sorted(seen) == list(range(10_000))
    assert len(set(seen.values())) == 10_000
    assert pages_asked(demo_server) == Counter(range(1, 201))


def test_a_drag_to_the_end_asks_for_five_pages_at_most(
    on: Callable[..., Browser], demo_server: Server
) -> None:
    browser = on(demo_server)
    before = sum(pages_asked(demo_server).values())
    bar = browser.rankings.table.verticalScrollBar()
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    style = bar.style()
    handle = style.subControlRect(
        QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, bar
    )
    middle = handle.center()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=middle)
    steps = 40
    for step in range(1, steps + 1):
        end = middle + QPoint(0, bar.height() * step // steps)
        QTest.mouseMove(bar, end)
        settle()  # the pages passed on the way are the temptation
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=end)
    assert bar.value() == bar.maximum()
    browser.wait(lambda: not browser.skeletons())
    browser.wait_for_rows()
    assert browser.texts(9_999)["rank"] == "#10,000"
    assert sum(pages_asked(demo_server).values()) - before <= 5


def test_a_steady_scroll_has_what_comes_next_before_it_is_in_view(
    on: Callable[..., Browser], demo_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten rows a second: 20 rows beyond the view are asked for two seconds before they are seen."""
    now = [1000.0]
    monkeypatch.setattr(paged_model, "time", SimpleNamespace(monotonic=lambda: now[0]))
    browser = on(demo_server)
    model, table = browser.rankings.model, browser.rankings.table
    while browser.visible().stop <= 180:
        now[0] += 0.1
        table.verticalScrollBar().setValue(table.verticalScrollBar().value() + table.rowHeight(0))
        settle()
        browser.wait(lambda: model.row_at(browser.visible().stop + 20) is not None)


def test_going_to_a_rank_asks_for_its_page_and_not_for_those_before(
    on: Callable[..., Browser], demo_server: Server, qtbot: QtBot
) -> None:
    browser = on(demo_server)
    field = browser.rankings.bar.rank
    field.setFocus()
    qtbot.keyClicks(field, "7412")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    browser.wait(lambda: browser.rankings.model.row_at(7_411) is not None)
    assert 7_411 in browser.visible()
    assert browser.texts(7_411)["rank"] == "#7,412"
    assert set(pages_asked(demo_server)) <= {1, 2, 3, 147, 148, 149, 150, 151}


def test_no_figure_is_cut_in_a_small_window(start: Callable[..., Browser]) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    browser.window.resize(1000, 640)
    table, columns = browser.rankings.table, browser.rankings.model.columns
    browser.wait(lambda: table.columnWidth(table.shown_columns()[-1]) > 0)
    figures = [n for n in table.shown_columns() if columns[n].kind in RIGHT]
    assert len(figures) > 6
    for row in (0, 5000):
        table.go_to(row)
        browser.wait(lambda: not browser.skeletons())
        cut = [columns[n].key for n in figures if table.sizeHintForColumn(n) > table.columnWidth(n)]
        assert cut == []
