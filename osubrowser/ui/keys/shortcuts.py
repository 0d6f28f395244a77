"""All keys of the window in one table: the window binds it, and the `?` sheet shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from osubrowser.ui.keys.keymap import bound


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that keys do.

    Attributes:
        action: its name, by which the window hands in what to call.
        sequences: the keys, in Qt's portable spelling; the first one is shown.
        text: what it does, in a few words.
        group: the heading on the sheet.
    """

    action: str
    sequences: tuple[str, ...]
    text: str
    group: str


KEYS = (
    Key("address", ("Ctrl+L", "Alt+D"), "Type an address", "Going places"),
    Key("back", ("Alt+Left",), "Back", "Going places"),
    Key("forward", ("Alt+Right",), "Forward", "Going places"),
    Key("reload", ("F5", "Ctrl+R"), "Reload", "Going places"),
    Key("home", ("Alt+Home",), "The tab's first page", "Going places"),
    Key("next_tab", ("Ctrl+Tab", "Ctrl+PgDown"), "Next tab or place", "Going places"),
    Key("previous_tab", ("Ctrl+Shift+Tab", "Ctrl+PgUp"), "Previous tab or place", "Going places"),
    Key("keep_place", ("Ctrl+T",), "Keep the page open beside the tabs", "Going places"),
    Key("close_place", ("Ctrl+W",), "Close a place beside the tabs", "Going places"),
    Key("reopen_place", ("Ctrl+Shift+T",), "Open the closed place again", "Going places"),
    Key("bookmarks", ("Ctrl+B",), "Bookmarks", "Going places"),
    Key("recent", ("Ctrl+H",), "Recently seen", "Going places"),
    Key("next_area", ("F6",), "Next part of the window", "Going places"),
    Key("previous_area", ("Shift+F6",), "Previous part of the window", "Going places"),
    Key("filter", ("Ctrl+F",), "Filter what is loaded", "In a page"),
    Key("copy", ("Ctrl+C",), "Copy the selected rows", "In a page"),
    Key("export", ("Ctrl+E",), "Export the table", "In a page"),
    Key("copy_link", ("Ctrl+Shift+C",), "Copy the page's web address", "In a page"),
    Key("open_web", ("Ctrl+Shift+O",), "Open the page in the web browser", "In a page"),
    Key("bookmark", ("Ctrl+D",), "Bookmark the page", "In a page"),
    Key("settings", ("Ctrl+,",), "Settings", "The window"),
    Key("full_screen", ("F11",), "Full screen", "The window"),
    Key("shortcuts", ("?", "Ctrl+/"), "All shortcuts", "The window"),
    Key("quit", ("Ctrl+Q",), "Quit", "The window"),
)
"""Keys that are the same in every page. The keys of tabs are made with `tab_key`."""

ADDRESS_KEYS = (
    Key("", ("Down",), "What can be opened; what was seen lately", "In the address bar"),
    Key("", ("Alt+Return",), "Open beside the tabs", "In the address bar"),
    Key("", ("Ctrl+Return",), "Open in the background", "In the address bar"),
    Key("", ("Shift+Del",), "Forget that this was seen", "In the address bar"),
)
"""Keys that the address bar handles itself; here so that the sheet names them."""

TABLE_KEYS = (
    Key("", ("Return",), "Open the row", "In a table"),
    Key("", ("Ctrl+Return",), "Open in the background", "In a table"),
    Key("", ("Ctrl+A",), "Select all loaded rows", "In a table"),
    Key("", ("Shift+Down",), "Select more rows", "In a table"),
    Key("", ("Menu",), "What can be done with the rows", "In a table"),
    Key("", ("Space",), "On a heading: sort by it", "In a table"),
    Key("", ("Shift+Right",), "On a heading: widen; Shift+Left narrows", "In a table"),
    Key("", ("Ctrl+Right",), "On a heading: move; Ctrl+Left moves back", "In a table"),
)
"""Keys that tables handle themselves; here so that the sheet names them."""


RANKINGS_KEYS = (Key("rank", ("Ctrl+G",), "Go to a rank", "In a page"),)
"""Keys that only the rankings page has; it binds them itself."""

BOOKMARK_KEYS = (
    Key("", ("Ctrl+Return",), "Open in the background", "In the bookmarks"),
    Key("", ("F2",), "Edit title and note", "In the bookmarks"),
    Key("", ("Alt+Up",), "Move up; Alt+Down moves down", "In the bookmarks"),
    Key("", ("Del",), "Remove", "In the bookmarks"),
    Key("", ("Ctrl+Z",), "Undo the removal", "In the bookmarks"),
)
"""Keys that the page of bookmarks handles itself; here so that the sheet names them."""


PAGE_KEYS = (*RANKINGS_KEYS, *BOOKMARK_KEYS)
"""The keys of all pages that have some of their own."""


def key_of(action: str) -> Key:
    """Return the key of an action that is the same in every page, or that one page has.

    Raises:
        KeyError: there is no such action.
    """
    for key in (*KEYS, *PAGE_KEYS):
        if key.action == action:
            return key
    raise KeyError(action)


def tab_key(position: int, title: str) -> Key:
    """Return the key of the tab at a position, counted from 1."""
    return Key(f"tab{position}", (f"Ctrl+{position}",), title, "Going places")


def bind(
    window: QWidget, keys: tuple[Key, ...], actions: Mapping[str, Callable[[], object]]
) -> list[QShortcut]:
    """Make the keys of `keys` call what `actions` has under their names, anywhere in the window.

    What a person chose takes the place of the keys of `keys` (`chosen_keys`).

    Raises:
        KeyError: a key names an action that is not there.
    """
    shortcuts = []
    for key in keys:
        shortcut = bound(key, window)
        shortcut.activated.connect(actions[key.action])
        shortcuts.append(shortcut)
    return shortcuts
