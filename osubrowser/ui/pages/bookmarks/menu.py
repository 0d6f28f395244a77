"""Context menu of bookmarks and visits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.shell.open_tabs import MOST_BESIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.models.library.rows import LibraryEntry


@dataclass(frozen=True, slots=True)
class MenuActions:
    """Callables for the entries of the menu.

    Attributes:
        open: opens an entry `here`, in the `background`, or in the `web` browser.
        remove: removes the rows.
        edit: sets the focus to title and note; None where they cannot be edited.
        keep: bookmarks the rows; None for bookmarks.
        step: moves the rows up (-1) or down (1); None where they cannot be moved.
    """

    open: Callable[[LibraryEntry, str], object]
    remove: Callable[[], object]
    edit: Callable[[], object] | None = None
    keep: Callable[[], object] | None = None
    step: Callable[[int], object] | None = None


def library_menu(parent: QWidget, kept: Sequence[LibraryEntry], actions: MenuActions) -> QMenu:
    """Return the menu of the selected entries.

    Args:
        parent: the Qt parent.
        kept: the entries, at least one.
        actions: callables for the entries of the menu.
    """
    menu = QMenu(parent)
    if len(kept) == 1:
        one = kept[0]
        _add(menu, tr("&Open"), Qt.Key.Key_Return, actions.open, one, "here")
        _add(menu, tr("Open in &background"), "Ctrl+Return", actions.open, one, "background")
        _add(menu, tr("Open in &web browser"), "", actions.open, one, "web")
        menu.setDefaultAction(menu.actions()[0])
    else:
        _add(menu, tr("Open all in &background"), "", _open_all, actions, kept)
    menu.addSeparator()
    many = len(kept) > 1
    links = "\n".join(one.address for one in kept)
    titles = "\n".join(plain(one.title, 300) for one in kept)
    _add(menu, tr("Copy &links") if many else tr("Copy &link"), "Ctrl+C", _copy, links)
    _add(menu, tr("Copy &titles") if many else tr("Copy &title"), "", _copy, titles)
    menu.addSeparator()
    if actions.keep is not None:
        _add(menu, tr("Add to boo&kmarks"), "", actions.keep)
    if actions.edit is not None and not many:
        _add(menu, tr("&Edit title and note"), "F2", actions.edit)
    if actions.step is not None:
        _add(menu, tr("Move &up"), "Alt+Up", actions.step, -1)
        _add(menu, tr("Move &down"), "Alt+Down", actions.step, 1)
    label = tr("&Forget") if actions.keep is not None else tr("&Remove")
    _add(menu, label, Qt.Key.Key_Delete, actions.remove)
    return menu


def _open_all(actions: MenuActions, kept: Sequence[LibraryEntry]) -> None:
    for one in kept[:MOST_BESIDE]:
        actions.open(one, "background")


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _add(
    menu: QMenu,
    words: str,
    keys: str | Qt.Key,
    do: Callable[..., object],
    *args: Any,  # noqa: ANN401 - as `do` takes them
) -> None:
    # The list view handles the key; here it is only shown.
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    action = menu.addAction(f"{words}\t{shown}" if shown else words)
    action.triggered.connect(lambda _checked=False: do(*args))
