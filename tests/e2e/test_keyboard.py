"""Every control of every page: it has a name, the Tab key gets there, and one sees where one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from osubrowser.services.places.places import (
    BEATMAP_VIEWS,
    PLAYER_SECTIONS,
    AppPlace,
    BeatmapsPlace,
    Place,
    PlayersPlace,
    RankingsPlace,
    UserPlace,
)
from osubrowser.ui.pages.beatmaps.page import BeatmapsPage
from tests.e2e.conftest import Browser

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
BY_OTHER_KEYS = {"cross", "clear"}
"""What other keys do on the control that it belongs to: Delete on a place, Ctrl+A in a field."""

MOST_STEPS = 400


@pytest.fixture
def demo(start: Callable[..., Browser]) -> Iterator[Browser]:
    browser = start("--demo")
    browser.window.activateWindow()
    browser.wait(browser.window.isActiveWindow)
    yield browser


def controls(browser: Browser) -> list[QWidget]:
    """Return what a person can use with the mouse, on the page and around it."""
    return [
        widget
        for widget in browser.window.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and not isinstance(widget, QScrollBar)
        and widget.isVisible()
        and widget.isEnabled()
        and not is_part(widget)
    ]


def is_part(widget: QWidget) -> bool:
    """Whether a control is the inside of another one, or done by other keys."""
    if widget.objectName() in BY_OTHER_KEYS or widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    is_inside = isinstance(parent, (QComboBox, QLineEdit, QAbstractSpinBox, QTabBar))
    return is_inside or widget.property("byKeys") is True


def called(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text.replace("&", "")


def described(widget: QWidget) -> str:
    chain = [widget]
    while (parent := chain[-1].parentWidget()) is not None and len(chain) < 4:
        chain.append(parent)
    return " in ".join(f"{type(one).__name__}({called(one) or one.objectName()})" for one in chain)


def reached(browser: Browser) -> set[QWidget]:
    """Press Tab until it has gone round, and return every widget that had the focus."""
    first = browser.window.chrome.address
    first.setFocus()
    found: list[QWidget] = [first]
    for _ in range(MOST_STEPS):
        QTest.keyClick(found[-1], Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None, f"the focus was lost after {described(found[-1])}"
        if focus is first:
            return set(found)
        found.append(focus)  # a text with links keeps it for as many steps
    raise AssertionError(f"Tab never leaves {described(found[-1])}")


def settle(browser: Browser, place: Place) -> None:
    browser.window.navigator.open(place)
    page = browser.window.navigator.page
    assert page is not None
    browser.wait(lambda: page.is_settled)


def show_filters(browser: Browser) -> None:
    """Show the panel of filters of the beatmap listing, where it has one."""
    page = browser.window.navigator.page
    if isinstance(page, BeatmapsPage):
        page.bar.show_panel(True)
        browser.wait(lambda: page.panel is not None and page.panel.is_complete)


def places(player: int) -> list[Place]:
    """Return a place of each look that pages have."""
    rankings = [RankingsPlace(type=kind) for kind in ("performance", "country", "charts", "kudosu")]
    sections = [UserPlace(player, section=key) for key in PLAYER_SECTIONS]
    own = [AppPlace("settings"), AppPlace("bookmarks"), AppPlace("recent")]
    listing = [BeatmapsPlace((("q", "stars>3 foo>1"),), view=view) for view in BEATMAP_VIEWS]
    return [*rankings, *sections, *own, *listing]


def test_each_control_has_a_name_and_is_reached_by_tab(demo: Browser) -> None:
    nameless: list[str] = []
    unreached: list[str] = []
    for place in places(best_player(demo)):
        settle(demo, place)
        show_filters(demo)
        all_of = controls(demo)
        nameless += [f"{place}: {described(one)}" for one in all_of if not called(one)]
        got = reached(demo)
        unreached += [
            f"{place}: {described(one)}"
            for one in all_of
            if one not in got and one.isVisible() and not is_in_group(one, got)
        ]
    assert not nameless, "\n".join(sorted(set(nameless)))
    assert not unreached, "\n".join(sorted(set(unreached)))


def is_in_group(widget: QWidget, got: set[QWidget]) -> bool:
    """Whether arrow keys lead here from a neighbour of one group, as among radio buttons."""
    parent = widget.parentWidget()
    return (
        isinstance(widget, QAbstractButton)
        and widget.isCheckable()
        and parent is not None
        and any(one.parentWidget() is parent for one in got)
    )


def test_one_sees_which_control_has_the_focus(demo: Browser) -> None:
    unseen: list[str] = []
    own = [AppPlace("settings"), AppPlace("bookmarks")]
    others = [RankingsPlace(), UserPlace(best_player(demo)), PlayersPlace(), BeatmapsPlace()]
    for place in [*others, *own]:
        settle(demo, place)
        show_filters(demo)
        for widget in controls(demo):
            if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                continue
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            if QApplication.focusWidget() is not widget:
                continue
            if isinstance(widget, QLineEdit):  # a cursor blinks, and all may be selected
                widget.deselect()
            with_focus = picture(demo, widget)
            demo.window.setFocus(Qt.FocusReason.OtherFocusReason)
            if with_focus == picture(demo, widget):
                unseen.append(f"{place}: {described(widget)}")
    assert not unseen, "\n".join(sorted(set(unseen)))


def picture(browser: Browser, widget: QWidget) -> QImage:
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return widget.grab().toImage()


def best_player(browser: Browser) -> int:
    browser.wait_for_rows()
    row = browser.rankings.model.row_at(0)
    assert row is not None
    return int(row.item.user.id)
