"""Tables of the keyboard shortcuts that do not depend on a page, and how shortcuts are bound."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from osubrowser.ui.keys.key import Key
from osubrowser.ui.keys.keymap import bound

GOING_PLACES: Final = "Going places"
IN_A_PAGE: Final = "In a page"
THE_WINDOW: Final = "The window"

KEYS: Final = (
    Key("address", ("Ctrl+L", "Alt+D"), "Type an address", GOING_PLACES),
    Key("back", ("Alt+Left",), "Back", GOING_PLACES),
    Key("forward", ("Alt+Right",), "Forward", GOING_PLACES),
    Key("reload", ("F5", "Ctrl+R"), "Reload", GOING_PLACES),
    Key("home", ("Alt+Home",), "The tab's first page", GOING_PLACES),
    Key("next_tab", ("Ctrl+Tab", "Ctrl+PgDown"), "Next tab or place", GOING_PLACES),
    Key("previous_tab", ("Ctrl+Shift+Tab", "Ctrl+PgUp"), "Previous tab or place", GOING_PLACES),
    Key("keep_place", ("Ctrl+T",), "Keep the page open beside the tabs", GOING_PLACES),
    Key("close_place", ("Ctrl+W",), "Close a place beside the tabs", GOING_PLACES),
    Key("reopen_place", ("Ctrl+Shift+T",), "Open the closed place again", GOING_PLACES),
    Key("next_area", ("F6",), "Next part of the window", GOING_PLACES),
    Key("previous_area", ("Shift+F6",), "Previous part of the window", GOING_PLACES),
    Key("filter", ("Ctrl+F",), "Filter what is loaded", IN_A_PAGE),
    Key("copy", ("Ctrl+C",), "Copy the selected rows", IN_A_PAGE),
    Key("export", ("Ctrl+E",), "Export the table", IN_A_PAGE),
    Key("copy_link", ("Ctrl+Shift+C",), "Copy the page's web address", IN_A_PAGE),
    Key("open_web", ("Ctrl+Shift+O",), "Open the page in the web browser", IN_A_PAGE),
    Key("bookmark", ("Ctrl+D",), "Bookmark the page", IN_A_PAGE),
)
"""Shortcuts of places and pages, in every window and on every page."""

WINDOW_KEYS: Final = (
    Key("full_screen", ("F11",), "Full screen", THE_WINDOW),
    Key("shortcuts", ("?", "Ctrl+/"), "All shortcuts", THE_WINDOW),
    Key("quit", ("Ctrl+Q",), "Quit", THE_WINDOW),
)
"""Shortcuts of the window itself."""

ADDRESS_KEYS: Final = (
    Key("", ("Down",), "What can be opened; what was seen lately", "In the address bar"),
    Key("", ("Alt+Return",), "Open beside the tabs", "In the address bar"),
    Key("", ("Ctrl+Return",), "Open in the background", "In the address bar"),
    Key("", ("Shift+Del",), "Forget that this was seen", "In the address bar"),
)
"""Keys that the address bar handles itself; listed on the shortcut sheet."""

TABLE_KEYS: Final = (
    Key("", ("Return",), "Open the row", "In a table"),
    Key("", ("Ctrl+Return",), "Open in the background", "In a table"),
    Key("", ("Ctrl+A",), "Select all loaded rows", "In a table"),
    Key("", ("Shift+Down",), "Select more rows", "In a table"),
    Key("", ("Menu",), "What can be done with the rows", "In a table"),
    Key("", ("Space",), "On a heading: sort by it", "In a table"),
    Key("", ("Shift+Right",), "On a heading: widen; Shift+Left narrows", "In a table"),
    Key("", ("Ctrl+Right",), "On a heading: move; Ctrl+Left moves back", "In a table"),
)
"""Keys that tables handle themselves; listed on the shortcut sheet."""


def key_of(action: str) -> Key:
    """Return the shortcut for an action, from `KEYS` or `WINDOW_KEYS`.

    Raises:
        KeyError: there is no such action.
    """
    for key in (*KEYS, *WINDOW_KEYS):
        if key.action == action:
            return key
    raise KeyError(action)


def tab_key(position: int, title: str) -> Key:
    """Return the shortcut of the tab at a position, counted from 1."""
    return Key(f"tab{position}", (f"Ctrl+{position}",), title, GOING_PLACES)


def bind(
    window: QWidget, keys: Sequence[Key], actions: Mapping[str, Callable[[], object]]
) -> list[QShortcut]:
    """Create window-wide shortcuts, each connected to the callable of its action.

    Sequences that the user chose (`keymap.use`) replace those of `keys`.

    Args:
        window: parent of the shortcuts.
        keys: what to bind.
        actions: what each action calls.

    Raises:
        KeyError: a key names an action that is not there.
    """
    shortcuts = []
    for key in keys:
        shortcut = bound(key, window)
        shortcut.activated.connect(actions[key.action])
        shortcuts.append(shortcut)
    return shortcuts
