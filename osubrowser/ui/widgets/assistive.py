"""Accessibility of widgets: roles, names, the order of Tab, and announcements."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import (
    QAccessibleWidget,
    QLayout,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)

from osubrowser.services.text.translation import tr

ROLE_ATTRIBUTE = "ACCESSIBLE_ROLE"
"""Class attribute of a widget that paints itself: its `QAccessible.Role`."""
_LONGEST = 500  # characters of an announcement


def install_roles() -> None:
    """Give each widget whose class has an `ACCESSIBLE_ROLE` that role, in the whole process.

    Qt gives widgets of unknown classes the role `Client`, of which a screen reader says nothing.
    """
    QAccessible.installFactory(_interface_of)


def _interface_of(key: str, of: QObject) -> QAccessibleInterface | None:
    """Return the accessible interface of a widget; None for Qt's own.

    Args:
        key: name of the class that Qt asks about: that of the object, then of its base classes.
        of: the object.
    """
    if key != type(of).__name__ or not isinstance(of, QWidget):
        return None
    role = getattr(of, ROLE_ATTRIBUTE, None)
    if role is None and key == "QScrollArea" and isinstance(of, QScrollArea):
        role = QAccessible.Role.Pane  # Qt has no role for it
    return QAccessibleWidget(of, role) if isinstance(role, QAccessible.Role) else None


def announce(widget: QWidget, text: str, *, is_urgent: bool = False) -> None:
    """Have a screen reader say a text, once, wherever the focus is.

    Args:
        widget: the widget that shows it; hidden ones are silent.
        text: plain text; "" says nothing.
        is_urgent: whether it interrupts what is being said, as a failure does.
    """
    if not text or not widget.isVisible() or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, text[:_LONGEST])
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if is_urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


class Announcer:
    """Announces what a widget shows, once: a countdown is not said every second.

    Args:
        widget: the widget that shows the texts.
    """

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._said = ""

    def say(self, text: str, *, is_urgent: bool = False) -> None:
        """Announce a text, unless it differs from the last one in its figures alone."""
        words = "".join(letter for letter in text if not letter.isdigit())
        if words != self._said and self._widget.isVisible():
            self._said = words
            announce(self._widget, text, is_urgent=is_urgent)

    def forget(self) -> None:
        """Announce the same text again the next time."""
        self._said = ""


def order_tab(layout: QLayout) -> None:
    """Let Tab visit the widgets of a layout in the order in which they stand in it.

    Qt's order is that in which they were made. The stops within each widget keep their order.
    """
    stops = [stop for widget in _widgets_of(layout) for stop in _stops_of(widget)]
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets_of(inner)


def _stops_of(widget: QWidget) -> Iterator[QWidget]:
    """Return a widget and what is in it, as far as Tab visits them, in the order of Tab."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    inner = widget.nextInFocusChain()
    while inner is not None and inner is not widget:
        if widget.isAncestorOf(inner) and inner.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield inner
        inner = inner.nextInFocusChain()


def name_clear_button(field: QLineEdit) -> None:
    """Give the button of a field that clears it, which Qt makes, its name."""
    for button in field.findChildren(QToolButton):
        if not button.accessibleName():
            button.setAccessibleName(tr("Clear", "a field"))
