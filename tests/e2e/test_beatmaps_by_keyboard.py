"""One way through the beatmaps with the keyboard alone: find, mark, open with a mod, save."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from osubrowser.models.beatmaps.local_filters import set_of
from osubrowser.services.beatmaps.marks import Mark
from osubrowser.services.places.places import BeatmapsetPlace
from osubrowser.ui.pages.beatmapset.page import BeatmapsetPage
from osubrowser.ui.table.row_table import RowTable
from tests.e2e.conftest import Browser, quit_program
from tests.e2e.test_beatmaps import activate, ids, page_of, press, write

MOST_STEPS = 150
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
QUESTION = "stars>=5 stars<=6 bpm>=180"


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def tab_to(wanted: Callable[[QWidget], bool], what: str) -> QWidget:
    """Press Tab until a control has the focus."""
    passed = []
    for _ in range(MOST_STEPS):
        if wanted(focus()):
            return focus()
        passed.append(focus().accessibleName() or type(focus()).__name__)
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {what}: {passed}")


def right_to(name: str) -> None:
    """Press Right within a group of buttons until one has the focus."""
    for _ in range(30):
        if name in focus().accessibleName():
            return
        press(Qt.Key.Key_Right)
    raise AssertionError(f"Right never comes to {name}, but to {focus().accessibleName()}")


def install_osu(profile: Path, folder: Path, set_ids: list[int]) -> None:
    """Put an osu! with some sets on this computer, and its folder into the settings."""
    for number in set_ids:
        (folder / "Songs" / f"{number} Artist - Title").mkdir(parents=True)
    settings = profile / "config" / "settings.json"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(json.dumps({"version": 3, "stable_folder": str(folder)}))


def test_find_mark_open_with_a_mod_and_save_replays(
    start: Callable[..., Browser], tmp_path: Path
) -> None:
    first = start("--demo")
    first.wait_for_rows()
    QTest.keyClick(first.window, Qt.Key.Key_4, CONTROL)
    page = page_of(first)
    owned = ids(page)[:20]
    newest = set_of(page.model.row_at(0).item).ranked_date  # type: ignore[union-attr]
    assert newest is not None
    year = newest.year
    quit_program(first)
    install_osu(tmp_path / "profile", tmp_path / "osu!", owned)
    browser = start("--demo")
    activate(browser)
    browser.wait_for_rows()
    QTest.keyClick(browser.window, Qt.Key.Key_4, CONTROL)
    page = page_of(browser)

    # 5 to 6 stars and 180 BPM or more by controls, ranked this year by words.
    page.take_focus()
    press(Qt.Key.Key_F)
    browser.wait(lambda: page.panel is not None and page.panel.is_complete)
    write("5")
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    write("6")
    press(Qt.Key.Key_Tab)
    write("180")
    assert page.bar.field.text() == QUESTION
    press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)  # clears the field, then leaves the panel
    press(Qt.Key.Key_Slash)
    press(Qt.Key.Key_End)
    write(f" bpm>=180 ranked={year}")
    activate(browser)
    page.bar.field.setFocus()
    press(Qt.Key.Key_Return)
    browser.wait(lambda: page.is_settled and page.query.text == f"{QUESTION} ranked={year}")

    # Not owned.
    browser.wait(lambda: page.local.pills.pill("not").isEnabled())
    before = set(ids(page))
    pills = page.local.pills
    tab_to(pills.isAncestorOf, "the local filters")
    right_to("Hide owned")
    press(Qt.Key.Key_Space)
    browser.wait(lambda: not set(ids(page)) & set(owned))
    hidden = before & set(owned)
    if hidden:
        assert pills.pill("not").text() == f"Hide owned · {len(hidden)}"

    # Mark three.
    tab_to(lambda one: one is page.list.rows.view, "the cards")
    wanted = ids(page)[:3]
    if page.table.currentIndex().row() != 0:
        press(Qt.Key.Key_Home)
    press(Qt.Key.Key_S, Qt.Key.Key_J, Qt.Key.Key_S, Qt.Key.Key_J, Qt.Key.Key_L)
    marks = browser.app.beatmaps.marks
    assert [marks.state(one) for one in wanted] == [Mark.SEEN, Mark.SEEN, Mark.LIKED]

    # Open one with DT.
    row = page.model.row_at(page.table.currentIndex().row())
    assert row is not None
    press(Qt.Key.Key_Return)
    browser.wait(lambda: isinstance(browser.window.navigator.page, BeatmapsetPage))
    there = browser.window.navigator.page
    assert isinstance(there, BeatmapsetPage)
    browser.wait(lambda: there.is_settled)
    there.take_focus()
    tab_to(lambda one: one.accessibleName().startswith("Mod: "), "the mods")
    right_to("Mod: Double Time")
    press(Qt.Key.Key_Space)
    browser.wait(lambda: _mods(browser) == "DT" and there.is_settled)
    assert _set(browser) == set_of(row.item).id

    # Save the replays of its best ten.
    tab_to(lambda one: "Overview" in one.accessibleName(), "the sections")
    right_to("Scores")
    if not focus().isChecked():  # type: ignore[attr-defined] # a button of the sections
        press(Qt.Key.Key_Space)
    browser.wait(lambda: there.is_settled and _section(browser) == "scores")
    table = tab_to(lambda one: isinstance(one, RowTable), "the leaderboard")
    assert isinstance(table, RowTable)
    press(Qt.Key.Key_Home)
    for _ in range(9):
        press(Qt.Key.Key_Down, held=SHIFT)
    queue = browser.app.replays.queue
    press(Qt.Key.Key_S, held=CONTROL)
    count = len(table.selected_rows())
    assert 0 < count <= 10
    browser.wait(lambda: len(queue.entries) == count)


def _place(browser: Browser) -> BeatmapsetPlace:
    place = browser.window.navigator.place
    assert isinstance(place, BeatmapsetPlace)
    return place


def _mods(browser: Browser) -> str:
    return _place(browser).mods


def _set(browser: Browser) -> int:
    return _place(browser).id


def _section(browser: Browser) -> str:
    return _place(browser).section
