"""Accessibility of every page: names, roles, the order of Tab, and a focus that is seen."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.selftest import label_of, visits_of
from osubrowser.ui.pages.page import Page
from osubrowser.ui.richtext.rich_view import RichView
from osubrowser.ui.widgets.plain_text import FactGrid
from tests.e2e.conftest import Browser

Role = QAccessible.Role
CONTROLS = frozenset(
    {
        Role.Button, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText,
        Role.SpinBox, Role.Slider, Role.Link, Role.PageTab, Role.PageTabList, Role.MenuItem,
        Role.ButtonDropDown, Role.ButtonMenu, Role.Table, Role.List, Role.Tree,
    }
)  # fmt: skip
ROWS = frozenset({Role.Table, Role.List, Role.Tree})
"""Roles whose children are rows: these are tested by themselves."""
SILENT = frozenset({Role.NoRole, Role.Client, Role.Window, Role.Border})
"""Roles of which a screen reader says nothing."""
MOST_STOPS = 400
"""Presses of Tab that any page needs fewer of."""


class Part(NamedTuple):
    """A part of the window as assistive technology sees it."""

    name: str
    role: QAccessible.Role
    group: int
    widget: QWidget | None
    is_focusable: bool

    @property
    def kind(self) -> str:
        """Class of the widget, for messages."""
        return type(self.widget).__name__ if self.widget is not None else "?"


def parts_of(root: QAccessibleInterface | None, group: int = 0) -> Iterator[Part]:
    """All visible parts below an interface, and itself."""
    if root is None or not root.isValid():
        return
    state, role, of = root.state(), root.role(), root.object()
    widget = of if isinstance(of, QWidget) else None
    yield Part(root.text(QAccessible.Text.Name).strip(), role, group, widget, bool(state.focusable))
    if role in ROWS:
        return
    children: list[QAccessibleInterface | None] = [
        root.child(number) for number in range(root.childCount())
    ]
    for child in children:
        if child is not None and child.isValid() and not child.state().invisible:
            yield from parts_of(child, id(of))


def stops_of(window: QWidget) -> list[QWidget]:
    """The widgets that Tab has to reach."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.window() is window
        and not is_in_spin_box(widget)
    ]


def is_in_spin_box(widget: QWidget) -> bool:
    """Whether a widget is the editor that Qt has in a spin box."""
    return widget.objectName() == "qt_spinbox_lineedit"


def tab(qtbot: QtBot, key: Qt.Key = Qt.Key.Key_Tab) -> QWidget | None:
    """Press Tab until another widget has the focus, as a text with links keeps it for each."""
    first = QApplication.focusWidget()
    for _ in range(MOST_STOPS if isinstance(first, RichView) else 1):
        before = QApplication.focusWidget()
        if before is None:
            return None
        qtbot.keyClick(before, key)
        now = QApplication.focusWidget()
        if now is not first:
            return now
    return first


def walk(qtbot: QtBot, key: Qt.Key = Qt.Key.Key_Tab) -> tuple[list[QWidget], str]:
    """Press Tab until the first widget has the focus again.

    Returns:
        The widgets in their order, and what went wrong, or "".
    """
    first = QApplication.focusWidget()
    order: list[QWidget] = []
    now = first
    while now is not None and now not in order:
        order.append(now)
        before, now = now, tab(qtbot, key)
        if now is before:
            return order, f"Tab does not leave {said(now)}"
    if now is None:
        return order, "Tab leads to nothing"
    return order, "" if now is first else f"Tab comes back to {said(now)}, not to {said(first)}"


def said(widget: QWidget | None) -> str:
    """A widget, for messages."""
    if widget is None:
        return "nothing"
    words = widget.accessibleName() or widget.property("text") or ""
    return f"{type(widget).__name__} {words!r}"


def is_settled(page: Page) -> bool:
    """Whether the loads of a page are done."""
    return page.is_settled


def visits(browser: Browser) -> Iterator[str]:
    """Open each visit of the self-test, one after the other."""
    for kind in browser.app.pages.kinds:
        for visit in visits_of(kind):
            browser.window.navigator.open(visit.place)
            page = browser.window.navigator.page
            assert page is not None
            browser.wait(partial(is_settled, page))
            yield label_of(visit)


def problems_of(window: QWidget) -> set[str]:
    """What is wrong with names and roles of a window."""
    found: set[str] = set()
    groups: dict[tuple[int, str, QAccessible.Role], int] = {}
    for part in parts_of(QAccessible.queryAccessibleInterface(window)):
        role = str(part.role).rpartition(".")[2]
        is_stop = part.widget is not None and bool(
            part.widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        )
        if part.role in CONTROLS or part.is_focusable or is_stop:
            if not any(letter.isalnum() for letter in part.name):
                parent = part.widget.parentWidget() if part.widget is not None else None
                found.add(f"no name: {part.kind} ({role}) {part.name!r} in {said(parent)}")
            elif part.name == part.kind:
                found.add(f"named as its class: {part.kind}")
        if is_stop and part.role in SILENT:
            found.add(f"no role: {said(part.widget)} ({role})")
        if part.role in CONTROLS:
            key = (part.group, part.name, part.role)
            groups[key] = groups.get(key, 0) + 1
    return found | {
        f"{count} of one name: {name} ({str(role).rpartition('.')[2]})"
        for (_, name, role), count in groups.items()
        if count > 1 and name
    }


def is_before(one: QWidget, other: QWidget) -> bool:
    """Whether a widget is read after another one of the same group that Tab reaches later."""
    a, b = (QPoint(w.mapTo(w.window(), QPoint())) for w in (one, other))
    if a.y() >= b.y() + other.height():  # below it
        return False
    is_above = a.y() + one.height() <= b.y()
    return is_above or a.x() <= b.x()


def wrong_order(browser: Browser, qtbot: QtBot) -> list[str]:
    """What is wrong with the order in which Tab visits the window."""
    page = browser.window.navigator.page
    assert page is not None
    page.take_focus()
    tab(qtbot)  # from what may be no stop of Tab, such as an empty list
    order, problem = walk(qtbot)
    if problem:
        return [problem]
    missed = [stop for stop in stops_of(browser.window) if stop not in order]
    wrong = [f"never reached: {said(stop)}" for stop in missed]
    wrong += [
        f"{said(one)} comes before {said(other)}"
        for one, other in itertools.pairwise(order)
        if one.parentWidget() is other.parentWidget()
        and not isinstance(one.parentWidget(), FactGrid)  # it is read column by column
        and not is_before(one, other)
    ]
    back, problem = walk(qtbot, Qt.Key.Key_Backtab)
    if problem or back[1:] != order[:0:-1]:
        wrong.append(f"Shift+Tab goes another way: {problem}")
    return wrong


def unseen_focus(browser: Browser, seen: set[object]) -> list[str]:
    """The widgets that look the same with the focus, of those kinds that were not seen yet."""
    wrong = []
    for stop in stops_of(browser.window):
        name = stop.objectName() if type(stop).__module__.startswith("PySide6") else ""
        variant = (type(stop).__name__, name, stop.property("primary"), stop.property("link"))
        if variant in seen or not stop.visibleRegion().boundingRect().isValid():
            continue
        if isinstance(stop, QAbstractItemView) and not stop.model().rowCount():
            continue
        seen.add(variant)
        for choice in ("light", "dark"):
            browser.app.theme.set_choice(choice)
            browser.window.setFocus()
            before = browser.window.grab(around(stop)).toImage()
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            after = browser.window.grab(around(stop)).toImage()
            if stop.hasFocus() and before == after:
                wrong.append(f"the focus is not seen, {choice}: {said(stop)} {variant}")
    return wrong


def around(widget: QWidget) -> QRect:
    """The place of a widget in its window, with a margin."""
    return widget.rect().translated(widget.mapTo(widget.window(), QPoint())).adjusted(-3, -3, 3, 3)


def test_every_page_is_accessible(start: Callable[..., Browser], qtbot: QtBot) -> None:
    browser = start("--demo")
    wrong: list[str] = []
    seen: set[object] = set()
    for label in visits(browser):
        found = sorted(problems_of(browser.window))
        found += wrong_order(browser, qtbot)
        found += unseen_focus(browser, seen)
        wrong += [f"{label}: {problem}" for problem in found]
    assert not wrong, "\n".join(wrong)


def test_a_screen_reader_reads_rows_as_sentences(start: Callable[..., Browser]) -> None:
    browser = start("--demo")
    browser.go("osu.ppy.sh/rankings/osu/performance")
    browser.wait_for_rows()
    table = browser.rankings.table
    table.selectRow(2)
    shown = browser.texts(2)
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface is not None
    cells = [interface.child(number) for number in range(interface.childCount())]
    row = [
        cell
        for cell in cells
        if cell.role() == Role.Cell and cell.tableCellInterface().rowIndex() == 2
    ]
    assert row[0].text(QAccessible.Text.Name) == f"Rank {shown['rank']}"
    said = row[0].text(QAccessible.Text.Description)
    assert said.startswith(f"Rank {shown['rank']}, ")
    for part in (f"Player {shown['player']}", f"pp {shown['pp']}", f"Accuracy {shown['accuracy']}"):
        assert part in said
    assert row[0].state().selected
    table.set_column_shown("accuracy", False)
    assert "Accuracy" not in row[0].text(QAccessible.Text.Description)
