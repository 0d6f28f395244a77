"""Keyboard shortcuts: their tables, their binding, and the sequences that the user chose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, cast

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key, PageGroup

ACTION: Final = "keyAction"
"""Name of the property with the action of a shortcut, or of a control with a key in its tooltip."""
_WORDS: Final = "keyWords"
_OWN: Final = "keyOwn"
_CHOSEN: Final = "chosenKeys"


def use(window: QWidget, chosen: Mapping[str, Sequence[str]]) -> None:
    """Replace the default sequences of actions in a window.

    The shortcuts and tooltips of all child widgets are updated. Call `update_part` for children
    that are added later.

    Args:
        window: a top-level widget.
        chosen: sequences by action.
    """
    if _chosen_in(window) != chosen:
        window.setProperty(_CHOSEN, {name: list(keys) for name, keys in chosen.items()})
        _renew(window)


def update_part(part: QWidget) -> None:
    """Update a part, which was built outside of its window, to the sequences chosen there."""
    if _chosen_in(part):
        _renew(part)


def in_force(key: Key, where: QWidget) -> Key:
    """Return `key` with the sequences in force in the window of a widget, without invalid ones."""
    return replace(key, sequences=_sequences(where, key.action, key.sequences))


def bound(key: Key, widget: QWidget) -> QShortcut:
    """Create a window-wide shortcut with all sequences of a key."""
    shortcut = QShortcut(widget)
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    shortcut.setProperty(ACTION, key.action)
    shortcut.setProperty(_OWN, list(key.sequences))
    _set_keys(shortcut)
    return shortcut


def hint(widget: QWidget, words: str, key: Key) -> None:
    """Set the tooltip of a control to a text and its key, which follows changes of the keymap."""
    widget.setProperty(ACTION, key.action)
    widget.setProperty(_OWN, list(key.sequences))
    widget.setProperty(_WORDS, words)
    _set_hint(widget)


def with_key(words: str, key: Key, where: QWidget) -> str:
    """Return `words` with the key in force in the window of a widget, if any."""
    sequences = in_force(key, where).sequences
    return f"{words} ({shown(sequences[0])})" if sequences else words


def shown(sequence: str) -> str:
    """Return a sequence as the platform writes it, such as `Ctrl+L` or `⌘L`."""
    return QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)


def in_menu(words: str, key: Key, where: QWidget) -> str:
    """Return `words` for a menu entry, followed by the key in force, right-aligned."""
    sequences = in_force(key, where).sequences
    return f"{words}\t{shown(sequences[0])}" if sequences else words


# --- changing keys -----------------------------------------------------------------------------


def pressed(combination: QKeyCombination) -> str:
    """Return the portable spelling of pressed keys; "" for modifiers alone."""
    alone = (
        *(Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta),
        *(Qt.Key.Key_AltGr, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_unknown),
        *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock),
    )
    key, held = combination.key(), combination.keyboardModifiers()
    if key in alone or int(key) == 0:
        return ""
    held &= ~Qt.KeyboardModifier.KeypadModifier
    if _is_symbol(key) and held == Qt.KeyboardModifier.ShiftModifier:
        held = Qt.KeyboardModifier.NoModifier  # Shift depends on the keyboard layout
    if key == Qt.Key.Key_Backtab:
        key, held = Qt.Key.Key_Tab, held | Qt.KeyboardModifier.ShiftModifier
    sequence = QKeySequence(QKeyCombination(held, key))
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def refusal(sequence: str, action: str, table: Iterable[Key]) -> str:
    """Return why a sequence cannot be assigned to an action, as a sentence; "" if it can.

    Args:
        sequence: one key, in Qt's portable spelling.
        action: identifier of the action.
        table: all keys, with the sequences in force. Pages of different kinds may have the same
            sequence for actions of their own.
    """
    table = tuple(table)
    own = next((key.group for key in table if key.action == action), "")
    parsed = QKeySequence(sequence)
    if not _is_one(parsed):
        return tr("This cannot be a key.")
    wanted = _normal(sequence)
    for key in table:
        is_apart = key.group != own and all(isinstance(g, PageGroup) for g in (key.group, own))
        if key.action != action and not is_apart and wanted in map(_normal, key.sequences):
            return tr("{shown} already stands for “{text}”.").format(
                shown=shown(sequence), text=key.text
            )
    combination = _first(parsed)
    held = combination.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
    if held == Qt.KeyboardModifier.NoModifier:
        if combination.key() in _needed():
            return tr("{shown} is needed for moving about and typing.").format(
                shown=shown(sequence)
            )
        is_function = Qt.Key.Key_F1 <= combination.key() <= Qt.Key.Key_F35
        if not is_function and not _is_symbol(combination.key()):
            return tr("{shown} alone is needed for typing. Hold Ctrl or Alt with it.").format(
                shown=shown(sequence)
            )
    return ""


def _needed() -> tuple[Qt.Key, ...]:
    """Return the keys that widgets need for navigation and typing."""
    key = Qt.Key
    return (
        *(key.Key_Tab, key.Key_Backtab, key.Key_Return, key.Key_Enter, key.Key_Escape),
        *(key.Key_Space, key.Key_Backspace, key.Key_Delete, key.Key_Menu),
        *(key.Key_Left, key.Key_Right, key.Key_Up, key.Key_Down),
        *(key.Key_Home, key.Key_End, key.Key_PageUp, key.Key_PageDown),
    )


# --- private -----------------------------------------------------------------------------------


def _chosen_in(where: QWidget | None) -> dict[str, list[str]]:
    """Return the chosen sequences of the nearest ancestor that has any."""
    while where is not None:
        chosen = where.property(_CHOSEN)
        if isinstance(chosen, dict):
            return chosen
        where = where.parentWidget()
    return {}


def _renew(part: QWidget) -> None:
    for shortcut in part.findChildren(QShortcut):
        if shortcut.property(ACTION):
            _set_keys(shortcut)
    for widget in (part, *part.findChildren(QWidget)):
        if widget.property(_WORDS) is not None:
            _set_hint(widget)


def _sequences(where: QWidget, action: str, own: Sequence[str]) -> tuple[str, ...]:
    chosen = _chosen_in(where)
    if not action or action not in chosen:
        return tuple(own)
    wanted = chosen[action]
    good = tuple(one for one in wanted if _is_one(QKeySequence(one)))
    # Sequences of a newer version may be unreadable: the default ones apply.
    return good if good or not wanted else tuple(own)


def _set_keys(shortcut: QShortcut) -> None:
    widget = cast("QWidget", shortcut.parent())
    keys = _sequences(widget, str(shortcut.property(ACTION)), shortcut.property(_OWN) or ())
    shortcut.setKeys([QKeySequence(one) for one in keys])


def _set_hint(widget: QWidget) -> None:
    keys = _sequences(widget, str(widget.property(ACTION)), widget.property(_OWN) or ())
    words = str(widget.property(_WORDS))
    widget.setToolTip(f"{words} ({shown(keys[0])})" if keys else words)


def _is_one(sequence: QKeySequence) -> bool:
    return sequence.count() == 1 and _first(sequence).key() != Qt.Key.Key_unknown


def _first(sequence: QKeySequence) -> QKeyCombination:
    return cast("Sequence[QKeyCombination]", sequence)[0]


def _normal(sequence: str) -> str:
    return QKeySequence(sequence).toString(QKeySequence.SequenceFormat.PortableText)


def _is_symbol(key: Qt.Key) -> bool:
    """Return whether a key types a character that is neither a letter nor a digit."""
    code = int(key)
    return 0x21 <= code < 0x100 and not chr(code).isalnum()


GOING_PLACES: Final = tr("Going places")
IN_A_PAGE: Final = tr("In a page")
THE_WINDOW: Final = tr("The window")
_IN_THE_ADDRESS_BAR: Final = tr("In the address bar")
_IN_A_TABLE: Final = tr("In a table")

KEYS: Final = (
    Key("address", ("Ctrl+L", "Alt+D"), tr("Type an address"), GOING_PLACES),
    Key("back", ("Alt+Left",), tr("Back"), GOING_PLACES),
    Key("forward", ("Alt+Right",), tr("Forward"), GOING_PLACES),
    Key("reload", ("F5", "Ctrl+R"), tr("Reload"), GOING_PLACES),
    Key("home", ("Alt+Home",), tr("The tab's first page"), GOING_PLACES),
    Key("next_tab", ("Ctrl+Tab", "Ctrl+PgDown"), tr("Next tab or place"), GOING_PLACES),
    Key("previous_tab", ("Ctrl+Shift+Tab", "Ctrl+PgUp"), tr("Previous tab or place"), GOING_PLACES),
    Key("keep_place", ("Ctrl+T",), tr("Keep the page open beside the tabs"), GOING_PLACES),
    Key("close_place", ("Ctrl+W",), tr("Close a place beside the tabs"), GOING_PLACES),
    Key("reopen_place", ("Ctrl+Shift+T",), tr("Open the closed place again"), GOING_PLACES),
    Key("list_places", ("Ctrl+Shift+A",), tr("List the places beside the tabs"), GOING_PLACES),
    Key("next_area", ("F6",), tr("Next part of the window"), GOING_PLACES),
    Key("previous_area", ("Shift+F6",), tr("Previous part of the window"), GOING_PLACES),
    Key("filter", ("Ctrl+F",), tr("Filter what is loaded, or find in a text"), IN_A_PAGE),
    Key("copy", ("Ctrl+C",), tr("Copy the selected rows"), IN_A_PAGE),
    Key("export", ("Ctrl+E",), tr("Export the table"), IN_A_PAGE),
    Key("save_replays", ("Ctrl+S",), tr("Save the replays of the selected scores"), IN_A_PAGE),
    Key("copy_link", ("Ctrl+Shift+C",), tr("Copy the page's web address"), IN_A_PAGE),
    Key("open_web", ("Ctrl+Shift+O",), tr("Open the page in the web browser"), IN_A_PAGE),
    Key("bookmark", ("Ctrl+D",), tr("Bookmark the page"), IN_A_PAGE),
    Key("follow", ("Ctrl+Shift+D",), tr("Follow the page"), IN_A_PAGE),
    Key("stop_preview", ("Ctrl+.",), tr("Stop the preview of a song"), IN_A_PAGE),
)
"""Shortcuts of navigation and pages, in every window and on every page."""

WINDOW_KEYS: Final = (
    Key("full_screen", ("F11",), tr("Full screen"), THE_WINDOW),
    Key("shortcuts", ("?", "Ctrl+/"), tr("All shortcuts"), THE_WINDOW),
    Key("quit", ("Ctrl+Q",), tr("Quit"), THE_WINDOW),
)
"""Shortcuts of the window itself."""

ADDRESS_KEYS: Final = (
    Key("", ("Down",), tr("What can be opened; what was seen lately"), _IN_THE_ADDRESS_BAR),
    Key("", ("Alt+Return",), tr("Open beside the tabs"), _IN_THE_ADDRESS_BAR),
    Key("", ("Ctrl+Return",), tr("Open in the background"), _IN_THE_ADDRESS_BAR),
    Key("", ("Shift+Del",), tr("Forget that this was seen"), _IN_THE_ADDRESS_BAR),
)
"""Keys that the address bar handles itself; listed on the shortcut sheet."""

LOAD_ALL_KEY: Final = Key(
    "load_all", ("Ctrl+Shift+L",), tr("Load all rows, or stop that"), IN_A_PAGE
)
"""Shortcut of pages with a list that can be loaded whole; these bind it."""

FIND_KEYS: Final = (
    Key("find_next", ("F3",), tr("Next match in the text"), IN_A_PAGE),
    Key("find_previous", ("Shift+F3",), tr("Previous match in the text"), IN_A_PAGE),
)
"""Shortcuts of find in page; its bar binds them while it is visible."""

TABLE_KEYS: Final = (
    Key("", ("Return",), tr("Open the row"), _IN_A_TABLE),
    Key("", ("Ctrl+Return",), tr("Open in the background"), _IN_A_TABLE),
    Key("", ("Ctrl+A",), tr("Select all loaded rows"), _IN_A_TABLE),
    Key("", ("Shift+Down",), tr("Select more rows"), _IN_A_TABLE),
    Key("", ("Menu",), tr("What can be done with the rows"), _IN_A_TABLE),
    Key(
        "",
        ("Space",),
        tr("On a heading: sort by it; on a row: play its preview"),
        _IN_A_TABLE,
    ),
    Key("", ("Shift+Right",), tr("On a heading: widen; Shift+Left narrows"), _IN_A_TABLE),
    Key("", ("Ctrl+Right",), tr("On a heading: move; Ctrl+Left moves back"), _IN_A_TABLE),
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

    Sequences that the user chose (`use`) replace those of `keys`.

    Args:
        window: parent of the shortcuts.
        keys: shortcuts to bind.
        actions: callable of each action.

    Raises:
        KeyError: a key has an action without a callable.
    """
    shortcuts = []
    for key in keys:
        shortcut = bound(key, window)
        shortcut.activated.connect(actions[key.action])
        shortcuts.append(shortcut)
    return shortcuts
