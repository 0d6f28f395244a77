"""Assistive technology: roles of widgets that paint themselves, and announcements."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea, QWidget

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
