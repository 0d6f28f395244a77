"""The window at its smallest usual size: every figure whole, no control over another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from osubrowser.models.table.rows_model import RowsModel
from osubrowser.selftest import visits_of
from osubrowser.services.places.places import (
    BEATMAP_VIEWS,
    BeatmapsPlace,
    Place,
    RankingsPlace,
    UserPlace,
)
from osubrowser.ui.charts.chart import LineChart
from osubrowser.ui.style.theme import ROW_HEIGHT
from osubrowser.ui.table.column_layout import FIGURES
from osubrowser.ui.table.paged_table import PagedTable
from osubrowser.ui.table.row_table import RowTable
from osubrowser.ui.widgets.segments import Segments
from tests.e2e.conftest import Browser
from tests.idle import WAIT

RANKINGS: tuple[Place, ...] = (
    *(
        RankingsPlace(type=type_)
        for type_ in ("performance", "score", "country", "team", "charts", "kudosu")
    ),
    RankingsPlace(country="JP"),
    RankingsPlace(mode="mania", variant="7k"),
)
LISTS: tuple[Place, ...] = (
    *(UserPlace(2, "osu", section=key) for key in ("best", "firsts", "recent", "pinned")),
    UserPlace(2, "osu", section="compare", compare=3),
)
LISTINGS: tuple[Place, ...] = tuple(
    BeatmapsPlace((("q", "stars>3 foo>1 ranked>2010"), ("g", "3.4.10")), view)
    for view in BEATMAP_VIEWS
)


def tables(root: QWidget) -> list[RowTable]:
    return [table for table in root.findChildren(RowTable) if table.isVisible()]


def too_narrow(table: RowTable) -> list[str]:
    """Return the visible columns of figures that are narrower than a visible figure."""
    model = table.model()
    assert isinstance(model, RowsModel)
    return [
        f"{model.columns[index].key}: {table.columnWidth(index)}"
        for index in table.shown_columns()
        if model.columns[index].kind in FIGURES
        and table.columnWidth(index) < table.sizeHintForColumn(index)
    ]


def overlaps(root: QWidget) -> list[str]:
    """Return the pairs of visible controls beside each other that share pixels."""
    kinds = (QAbstractButton, QLineEdit, Segments, PagedTable, LineChart)
    found = []
    controls = [w for w in root.findChildren(QWidget) if w.isVisible() and isinstance(w, kinds)]
    for n, one in enumerate(controls):
        for other in controls[n + 1 :]:
            if one.parentWidget() is other.parentWidget():
                shared = one.geometry().intersected(other.geometry())
                if shared.width() > 1 and shared.height() > 1:
                    found.append(f"{one.accessibleName()!r} and {other.accessibleName()!r}")
    return found


def has_room(page: QWidget) -> bool:
    """Return whether a page is as large as its minimum."""
    least = page.minimumSizeHint()
    return page.width() >= least.width() and page.height() >= least.height()


@pytest.mark.parametrize(("width", "height"), [(1000, 640), (720, 450)])
def test_every_figure_is_whole_and_no_control_covers_another(
    start: Callable[..., Browser], width: int, height: int
) -> None:
    browser = start("--demo")
    window, rows = browser.window, 0
    window.setMinimumSize(width, height)  # as on a screen that is no larger
    window.resize(width, height)
    assert (window.width(), window.height()) == (width, height)
    for place in (*RANKINGS, *LISTS, *LISTINGS):
        window.navigator.open(place, "here")
        browser.wait(
            lambda: window.navigator.page is not None and window.navigator.page.is_settled, WAIT
        )
        page = window.navigator.page
        assert page is not None
        assert not window.grab().isNull()
        assert window.width() == width, place
        assert overlaps(page) == [], place
        for table in tables(page):
            assert table.viewport().height() > ROW_HEIGHT, place
            rows += table.model().rowCount()
            assert too_narrow(table) == [], place
    assert rows > 1000


def test_with_text_of_200_percent_on_a_small_screen_pages_scroll(
    start: Callable[..., Browser],
) -> None:
    """A screen of 1000x640 has 500x320 left for the window then."""
    browser = start("--demo")
    window = browser.window
    window.setMinimumSize(500, 320)
    window.resize(500, 320)
    area, covered, scrolled = window.navigator.widget.parentWidget(), [], 0
    assert area is not None
    for place in (visit.place for kind in browser.app.pages.kinds for visit in visits_of(kind)):
        window.navigator.open(place)
        browser.wait(
            lambda: window.navigator.page is not None and window.navigator.page.is_settled, WAIT
        )
        page = window.navigator.page
        assert page is not None
        browser.wait(partial(has_room, page), WAIT)
        assert not window.grab().isNull()  # what has changed since is laid out
        covered += [f"{place}: {pair}" for pair in overlaps(page)]
        scrolled += page.height() > area.height()
    assert not covered, "\n".join(covered)
    assert scrolled, "no page is higher than the window: nothing was tested"


def test_no_page_scrolls_as_a_whole_where_there_is_room(start: Callable[..., Browser]) -> None:
    browser = start("--demo")
    window = browser.window
    window.setMinimumSize(1000, 640)
    window.resize(1000, 640)
    area = window.navigator.widget.parentWidget()
    assert area is not None
    for place in (visit.place for kind in browser.app.pages.kinds for visit in visits_of(kind)):
        window.navigator.open(place)
        browser.wait(
            lambda: window.navigator.page is not None and window.navigator.page.is_settled, WAIT
        )
        page = window.navigator.page
        assert page is not None
        assert page.size() == area.size() == window.navigator.widget.size(), place
        assert page.mapTo(window, QPoint(0, 0)).y() == area.mapTo(window, QPoint(0, 0)).y(), place
