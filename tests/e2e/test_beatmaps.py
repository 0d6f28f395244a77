"""The beatmap listing in the whole program: real window, real server, mouse and keyboard."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from osubrowser.models.beatmaps.local_filters import set_of
from osubrowser.models.table.paged_model import LoadState
from osubrowser.services.beatmaps.marks import Mark
from osubrowser.services.library.saved_searches import Look
from osubrowser.services.places.places import BeatmapsetPlace, BeatmapsPlace, RankingsPlace
from osubrowser.ui.pages.beatmaps.page import BeatmapsPage
from tests.conftest import ANSWERS, Server
from tests.e2e.conftest import Browser
from tests.ui.conftest import environment_of

NONE = Qt.KeyboardModifier.NoModifier


def page_of(browser: Browser) -> BeatmapsPage:
    """Return the listing, which is the page in front, once its rows are there."""
    browser.wait(lambda: isinstance(browser.window.navigator.page, BeatmapsPage))
    page = cast("BeatmapsPage", browser.window.navigator.page)
    browser.wait(lambda: page.is_settled)
    return page


def activate(browser: Browser) -> None:
    """Activate the window, which a popup has deactivated on a screen that is none."""
    browser.window.activateWindow()
    browser.wait(browser.window.isActiveWindow)


def listing(browser: Browser, place: BeatmapsPlace | None = None) -> BeatmapsPage:
    browser.window.navigator.open(place or BeatmapsPlace())
    return page_of(browser)


def press(*keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press keys where the focus is."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, held)


def write(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def ids(page: BeatmapsPage) -> list[int]:
    rows = (page.model.row_at(row) for row in range(page.model.rowCount()))
    return [set_of(row.item).id for row in rows if row is not None]


def cell(page: BeatmapsPage, row: int, key: str) -> str:
    column = next(n for n, one in enumerate(page.model.columns) if one.key == key)
    return str(page.model.index(row, column).data())


@pytest.fixture
def demo(start: Callable[..., Browser]) -> Browser:
    browser = start("--demo")
    activate(browser)
    return browser


def test_the_tab_shows_the_newest_sets_as_cards(demo: Browser) -> None:
    demo.wait_for_rows()
    QTest.keyClick(demo.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    page = page_of(demo)
    assert page.list.view == "cards"
    dates = [set_of(page.model.row_at(row).item).ranked_date for row in range(20)]  # type: ignore[union-attr]
    assert dates == sorted(dates, reverse=True)  # type: ignore[type-var]
    assert page.list.status.startswith("1-")
    assert " of 10,000+ · " in page.list.status  # where the server stops counting
    assert not page.notice.isVisible()


def test_typing_waits_and_is_one_step_of_the_history(demo: Browser) -> None:
    page = listing(demo)
    first = ids(page)
    press(Qt.Key.Key_Slash)
    assert page.bar.field.hasFocus()
    write("stars>6")
    assert page.place == BeatmapsPlace()  # not asked yet
    demo.wait(lambda: page.place.filters == (("q", "stars>6"),))
    write(" bpm>")
    write("150")
    demo.wait(lambda: page.place.filters == (("q", "stars>6 bpm>150"),))
    activate(demo)
    press(Qt.Key.Key_Return)
    assert page.list.rows.view.hasFocus()
    demo.wait(lambda: page.is_settled)
    for row in range(page.model.rowCount()):
        sets = set_of(page.model.row_at(row).item)  # type: ignore[union-attr]
        assert any(
            one.difficulty_rating > 6 and (one.bpm or 0) > 150 for one in sets.beatmaps or ()
        )
    assert demo.window.chrome.address.text().endswith("/beatmapsets?q=stars%3E6+bpm%3E150")
    QTest.keyClick(demo.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    page = page_of(demo)
    assert page.place == BeatmapsPlace()
    assert page.bar.field.text() == ""
    assert ids(page)[:50] == first[:50]


def test_what_was_typed_before_another_page_is_a_step_of_its_own(demo: Browser) -> None:
    page = listing(demo)
    page.bar.field.start()
    write("rock")
    press(Qt.Key.Key_Return)
    demo.wait(lambda: page.query.text == "rock" and page.is_settled)
    listing_place = page.place
    demo.window.navigator.open(RankingsPlace(), "here")
    demo.wait_for_rows()
    QTest.keyClick(demo.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page_of(demo).place == listing_place
    page.bar.field.start()
    write("pop")
    demo.wait(lambda: page.place.filters == (("q", "pop"),))
    QTest.keyClick(demo.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    demo.wait(lambda: page.place == listing_place)


def test_back_restores_filters_rows_and_scroll(demo: Browser) -> None:
    page = listing(demo, BeatmapsPlace((("sort", "title_asc"),)))
    view = page.list.rows.view
    view.setFocus()
    press(Qt.Key.Key_End)
    demo.wait(lambda: page.is_settled and page.model.loaded > 50)
    press(Qt.Key.Key_End)
    demo.wait(lambda: page.is_settled and page.model.loaded > 100)
    current = page.table.currentIndex().row()
    offset, loaded = view.scroll_position(), page.model.loaded
    at = page.place.at
    assert at is not None
    row = page.model.row_at(current)
    assert row is not None
    press(Qt.Key.Key_Return)
    demo.wait(lambda: isinstance(demo.window.navigator.place, BeatmapsetPlace))
    assert demo.window.navigator.place == BeatmapsetPlace(set_of(row.item).id)
    QTest.keyClick(demo.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    page = page_of(demo)
    assert (page.list.rows.view.scroll_position(), page.model.loaded) == (offset, loaded)
    assert page.table.currentIndex().row() == current
    assert page.place.at == at


def test_a_position_has_an_address(demo: Browser) -> None:
    from osubrowser.services.places.urls import exact_address

    page = listing(demo, BeatmapsPlace((("sort", "title_asc"),), view="table"))
    page.list.rows.view.setFocus()
    press(Qt.Key.Key_End)
    demo.wait(lambda: page.is_settled and page.model.loaded > 50)
    press(Qt.Key.Key_End)
    demo.wait(lambda: page.is_settled and page.model.loaded > 100)
    where = exact_address(page.place)
    shift = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(demo.window, Qt.Key.Key_C, shift)
    assert QApplication.clipboard().text() == where
    top = page.list.rows.view.visible_rows()[0]
    seen = ids(page)[top]
    assert page.place.at == seen
    assert page.place.cursor is not None
    listing(demo, BeatmapsPlace())
    demo.go(where)
    demo.wait(lambda: page.place.at == seen)
    demo.wait(lambda: page.is_settled and page.model.loaded)
    demo.wait(lambda: ids(page)[page.list.rows.view.visible_rows()[0]] == seen)
    assert page.notice.isVisible()
    assert "starts at row" in page.notice.text()
    button = page.notice.button("top")
    assert button is not None
    button.click()
    demo.wait(lambda: page.is_settled and page.place.at is None)
    titles = [set_of(page.model.row_at(row).item).title for row in range(20)]  # type: ignore[union-attr]
    assert titles == sorted(titles, key=str.lower)


def test_views_show_the_same_question_at_the_same_set(demo: Browser) -> None:
    page = listing(demo, BeatmapsPlace((("q", "stars>4"), ("m", "0"))))
    page.list.rows.view.setFocus()
    sets = ids(page)
    press(Qt.Key.Key_V)
    assert page.place.view == page.list.view == "table"
    assert ids(page) == sets
    assert page.list.rows.view.hasFocus()
    press(Qt.Key.Key_V)
    demo.wait(lambda: page.place.view == "difficulties" and page.is_settled)
    stars = [page.model.row_at(row).item.beatmap for row in range(page.model.rowCount())]  # type: ignore[union-attr]
    assert all(one.difficulty_rating > 4 and one.mode == "osu" for one in stars)
    assert len(stars) > len(set(ids(page)))
    assert page.list.rows.view.hasFocus()
    press(Qt.Key.Key_V)
    demo.wait(lambda: page.place.view == "cards" and page.is_settled)
    assert ids(page)[:50] == sets[:50]


def test_an_order_is_of_what_is_loaded_until_osu_is_asked_for_it_or_for_all(demo: Browser) -> None:
    page = listing(demo, BeatmapsPlace((("q", "bpm>=200"), ("m", "3")), view="table"))
    page.model.sort_by("favourites", descending=True)
    ask = page.list.rows.findChild(QPushButton, "order:favourites_desc")
    assert ask is not None
    QTest.mouseClick(ask, Qt.MouseButton.LeftButton)
    demo.wait(lambda: ("sort", "favourites_desc") in page.place.filters and page.is_settled)
    assert not page.model.is_arranged
    loved = [int(cell(page, row, "favourites").replace(",", "")) for row in range(50)]
    assert loved == sorted(loved, reverse=True)
    assert page.list.view == "table"

    page.model.sort_by("bpm", descending=True)  # osu! has no such order
    assert page.list.rows.findChild(QPushButton, "order:bpm_desc") is None

    press(
        Qt.Key.Key_L, held=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    demo.wait(lambda: page.model.state is LoadState.END)
    assert page.model.loaded == page.model.total
    bpm = [float(cell(page, row, "bpm")) for row in range(page.model.rowCount())]
    assert bpm == sorted(bpm, reverse=True)


def test_marks_by_key_and_the_local_filters_that_hide_them(demo: Browser) -> None:
    page = listing(demo)
    marks = demo.app.beatmaps.marks
    page.list.rows.view.setFocus()
    page.take_focus()
    first, second, third = ids(page)[:3]
    press(Qt.Key.Key_S, Qt.Key.Key_J, Qt.Key.Key_L, Qt.Key.Key_J, Qt.Key.Key_H)
    assert marks.state(first) == Mark.SEEN
    assert marks.state(second) == Mark.LIKED
    assert marks.state(third) == Mark.HIDDEN
    assert third not in ids(page)
    assert page.local.pills.pill("marked").text() == "Hide hidden · 1"
    assert "1 hidden by filters here" in page.list.status
    current = page.model.row_at(page.table.currentIndex().row())
    assert current is not None
    assert set_of(current.item).id == ids(page)[2]  # the next one is at hand
    QTest.mouseClick(page.local.pills.pill("marked"), Qt.MouseButton.LeftButton)
    demo.wait(lambda: third in ids(page))
    QTest.mouseClick(page.local.pills.pill("seen"), Qt.MouseButton.LeftButton)
    assert first not in ids(page)
    assert page.local.pills.pill("seen").text() == "Hide seen · 1"
    QTest.mouseClick(page.local.pills.pill("seen"), Qt.MouseButton.LeftButton)
    page.list.rows.view.setFocus()
    press(Qt.Key.Key_Home, Qt.Key.Key_S)
    assert marks.state(first) == Mark.NONE


def test_what_is_all_hidden_is_looked_for_further_or_shown(demo: Browser) -> None:
    page = listing(demo)
    QTest.mouseClick(page.local.pills.pill("liked"), Qt.MouseButton.LeftButton)
    demo.wait(lambda: page.model.is_held_by_filter)
    assert "The filters here hide all" in page.list.rows.panel_text
    buttons = {button.text(): button for button in page.list.rows.shown_buttons()}
    QTest.mouseClick(buttons["Show them"], Qt.MouseButton.LeftButton)
    assert not page.local.pills.pill("liked").isChecked()
    assert page.model.rowCount() == page.model.loaded
    assert page.list.rows.panel_text == ""


def test_an_excluded_mapper_is_hidden_and_shown_again(demo: Browser) -> None:
    page = listing(demo)
    first = set_of(page.model.row_at(0).item)  # type: ignore[union-attr]
    page.row_actions.exclude("mappers", first.creator)
    demo.wait(lambda: first.id not in ids(page))
    assert page.local.pills.pill("excludes").text().startswith("Excludes · ")
    QTest.mouseClick(page.local.pills.pill("excludes"), Qt.MouseButton.LeftButton)
    assert ids(page)[0] == first.id
    QTest.mouseClick(page.local.pills.pill("excludes"), Qt.MouseButton.LeftButton)
    assert first.id not in ids(page)
    menu = page.row_actions.excludes_menu(page)
    assert [action.text() for action in menu.actions()] == [f"Show again: Mapper: {first.creator}"]
    menu.actions()[0].trigger()
    menu.deleteLater()
    assert ids(page)[0] == first.id
    assert not page.local.pills.pill("excludes").isVisible()


def test_the_menu_of_a_row(demo: Browser) -> None:
    page = listing(demo)
    page.take_focus()
    press(Qt.Key.Key_J)
    opened = demo.opened
    press(Qt.Key.Key_O)
    row = page.model.row_at(page.table.currentIndex().row())
    assert row is not None
    assert opened == [f"osu://s/{set_of(row.item).id}"]
    grid = page.list.rows.view
    where = grid.visualRect(page.table.currentIndex()).center()
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, where, grid.viewport().mapToGlobal(where))
    QApplication.sendEvent(grid.viewport(), event)
    demo.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = cast("QMenu", QApplication.activePopupWidget())
    labels = [action.text().replace("&", "").split("\t")[0] for action in menu.actions()]
    creator = set_of(row.item).creator
    for wanted in ("Open", "Open in osu!", "Copy id", "Seen", "Liked", "Hidden",
                   f"Beatmaps of {creator}", "Never show …"):  # fmt: skip
        assert wanted in labels
    action = next(a for a in menu.actions() if a.text() == f"Beatmaps of {creator}")
    action.trigger()
    menu.close()
    demo.wait(lambda: page.query.text_of("creator") == creator)
    demo.wait(lambda: page.is_settled)
    assert {set_of(page.model.row_at(r).item).creator for r in range(page.model.rowCount())} >= {  # type: ignore[union-attr]
        creator
    }


def test_a_guest_who_asks_for_own_beatmaps_is_led_to_the_sign_in(
    start: Callable[..., Browser], demo_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment_of(demo_server).items():
        monkeypatch.setenv(name, value)
    browser = start("--server", demo_server.url)
    browser.wait(lambda: browser.app.account.client is not None)
    page = listing(browser, BeatmapsPlace((("s", "favourites"),)))
    assert "My favourites" in page.list.rows.panel_text
    page.take_focus()
    press(Qt.Key.Key_Return)  # the button of the message
    browser.wait(lambda: browser.window.navigator.is_welcome)


def test_an_empty_answer_says_what_was_asked(demo: Browser) -> None:
    page = listing(demo, BeatmapsPlace((("q", "stars>500 camellia"),)))
    assert "Stars over 500" in page.list.rows.panel_text
    page.take_focus()
    press(Qt.Key.Key_Return)  # the button of the message
    demo.wait(lambda: page.place == BeatmapsPlace() and page.is_settled)
    assert page.model.loaded


def test_saved_searches(demo: Browser) -> None:
    page = listing(demo, BeatmapsPlace((("q", "stars>5"), ("m", "1"))))
    QTest.mouseClick(page.bar.searches, Qt.MouseButton.LeftButton)
    popup = page.searches
    assert popup is not None
    demo.wait(popup.isVisible)
    assert popup.note.isVisible()
    QTest.mouseClick(popup.save, Qt.MouseButton.LeftButton)
    write("Fast drums")
    press(Qt.Key.Key_Return)
    searches = demo.app.beatmaps.searches
    demo.wait(lambda: [one.title for one in searches.all()] == ["Fast drums"])
    demo.wait(lambda: demo.app.beatmaps.searches.all()[0].looked > 0)
    popup.hide()
    listing(demo, BeatmapsPlace())
    QTest.mouseClick(page.bar.searches, Qt.MouseButton.LeftButton)
    demo.wait(popup.isVisible)
    assert popup.lines.item(0).text() == "Fast drums"  # nothing is new
    popup.leave()
    searches.note_look(searches.all()[0], Look(((1.0, 1),), 1))  # a look of long ago
    QTest.mouseClick(page.bar.searches, Qt.MouseButton.LeftButton)
    demo.wait(lambda: "new" in popup.lines.item(0).text())
    assert popup.lines.item(0).text() == "Fast drums  ·  50+ new"
    assert page.bar.searches.text() == "Saved · 50 new"
    press(Qt.Key.Key_Return)
    demo.wait(lambda: page.query.text == "stars>5" and page.query.mode == "taiko")
    assert page.bar.searches.text() == "Saved"  # it was looked at
    QTest.mouseClick(page.bar.searches, Qt.MouseButton.LeftButton)
    demo.wait(popup.isVisible)
    press(Qt.Key.Key_Delete)
    assert demo.app.beatmaps.searches.all() == []
    popup.hide()


def test_go_on_where_the_last_visit_stopped(start: Callable[..., Browser], demo: Browser) -> None:
    page = listing(demo, BeatmapsPlace((("sort", "title_asc"),)))
    page.list.rows.view.setFocus()
    press(Qt.Key.Key_End)
    demo.wait(lambda: page.is_settled and page.model.loaded > 50)
    demo.wait(lambda: page.place.at is not None)
    at = page.place.at
    QTest.mouseClick(page.local.pills.pill("seen"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.bar.panel, Qt.MouseButton.LeftButton)
    from tests.e2e.conftest import quit_program

    quit_program(demo)
    again = start("--demo", "osu.ppy.sh/beatmapsets")
    page = page_of(again)
    assert page.notice.isVisible()
    assert page.notice.text() == (
        "You stopped last time among the first of all beatmaps. They were ordered by: Title."
    )
    assert page.local.filters.hide_seen  # as it was left
    assert page.panel is not None
    button = page.notice.button("go_on")
    assert button is not None
    button.click()
    again.wait(lambda: page.place.at == at and page.is_settled)
    again.wait(lambda: page.model.loaded > 0)
    assert ids(page)[page.list.rows.view.visible_rows()[0]] == at


def test_two_genres_are_merged_and_it_says_so(demo: Browser) -> None:
    page = listing(demo, BeatmapsPlace((("g", "3.10"),)))
    genres = {set_of(page.model.row_at(row).item).genre_id for row in range(50)}  # type: ignore[union-attr]
    assert genres == {3, 10}
    assert "2 searches merged" in page.list.status


def test_the_panel_of_filters_by_keyboard(demo: Browser) -> None:
    page = listing(demo)
    page.take_focus()
    press(Qt.Key.Key_F)
    panel = page.panel
    assert panel is not None
    assert panel.ranges["stars"].low.hasFocus()
    write("5")
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    write("6")
    assert page.bar.field.text() == "stars>=5 stars<=6"
    demo.wait(lambda: page.place.filters == (("q", "stars>=5 stars<=6"),))
    press(Qt.Key.Key_Escape)  # clears the field first
    assert page.bar.field.text() == "stars>=5"
    press(Qt.Key.Key_Escape)
    demo.wait(lambda: page.is_settled)
    assert page.list.rows.view.hasFocus()
    demo.wait(lambda: panel.is_complete)
    page.local.edit.setFocus()
    press(Qt.Key.Key_Slash, held=Qt.KeyboardModifier.ShiftModifier)  # as on a German keyboard
    assert page.bar.field.hasFocus()


# --- what the real server answered ----------------------------------------------------------


@pytest.fixture
def recorded(
    start: Callable[..., Browser], recorded_server: Server, monkeypatch: pytest.MonkeyPatch
) -> Browser:
    """The window on the recorded server, signed in as a guest."""
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", recorded_server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", recorded_server.client_secret)
    return start("--server", recorded_server.url)


def test_the_recorded_listing_is_shown_exactly(recorded: Browser) -> None:
    body: Any = json.loads((ANSWERS / "v2" / "search_beatmapsets_200.json").read_bytes())
    page = listing(recorded, BeatmapsPlace(view="table"))
    sets = body["beatmapsets"]
    assert ids(page)[: len(sets)] == [one["id"] for one in sets]
    for row, one in enumerate(sets):
        title = cell(page, row, "title")
        assert title.startswith(one["title"])
        assert title.endswith(f"by {one['artist']}")
        assert cell(page, row, "mapper") == one["creator"]
        assert cell(page, row, "status") == one["status"]
        assert cell(page, row, "plays") == f"{one['play_count']:,}"
        assert cell(page, row, "favourites") == f"{one['favourite_count']:,}"
    assert f"of {body['total']:,}" in page.list.status
