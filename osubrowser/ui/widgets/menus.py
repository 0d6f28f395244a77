"""Context menus and the clipboard: add an action, pop up at a point, copy text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


def add_action(
    menu: QMenu,
    label: str,
    run: Callable[..., object],
    *args: Any,  # noqa: ANN401 - arguments of `run`
) -> QAction:
    """Append an action that calls `run(*args)`."""
    action: QAction = menu.addAction(label)
    action.triggered.connect(lambda _checked=False: run(*args))
    return action


def pop_up(menu: QMenu, where: QPoint) -> None:
    """Show a menu at a screen position; it is deleted when it closes."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(where)


def copy_text(text: str) -> None:
    """Copy text to the clipboard."""
    QGuiApplication.clipboard().setText(text)


def escaped(text: str) -> str:
    """Escape & in a menu label, which marks a mnemonic."""
    return text.replace("&", "&&")
