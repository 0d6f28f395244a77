"""The menu of the rows of a player's lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMenu, QWidget

from osubrowser.services.places.urls import address
from osubrowser.ui.lists.links import has_own_page, open_label
from osubrowser.ui.pages.rankings.menu import copy_text

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from osubrowser.services.places.places import Place
    from osubrowser.ui.pages.player.lists.targets import ListLink

Open = Callable[["Place", str], object]
"""Opens a place `here`, in the `background`, or in the `web` browser."""


def list_menu(
    parent: QWidget,
    targets: Sequence[ListLink],
    open_: Open,
    copy: Callable[[], object],
    origin: str,
) -> QMenu:
    """Make the menu of the selected rows.

    Args:
        parent: the section.
        targets: what the rows lead to, as far as they lead anywhere.
        open_: opens a place.
        copy: copies the selected rows.
        origin: `https://host` of the server.
    """
    menu = QMenu(parent)
    if len(targets) == 1:
        _add_opening(menu, targets[0], open_)
    if targets:
        links = "\n".join(address(target.place, origin) for target in targets)
        _act(menu, "Copy &link" if len(targets) == 1 else "Copy &links", copy_text, links)
    _act(menu, "&Copy", lambda: copy())
    names = "\n".join(target.name for target in targets if target.name)
    if names:
        _act(menu, "Copy &title" if len(targets) == 1 else "Copy &titles", copy_text, names)
    return menu


def _add_opening(menu: QMenu, target: ListLink, open_: Open) -> None:
    place = target.place
    menu.setDefaultAction(_act(menu, open_label("&Open", place), open_, place, "here"))
    if has_own_page(place):
        _act(menu, "Open in &background", open_, place, "background")
        _act(menu, "Open in &web browser", open_, place, "web")
    for words, other in target.more:
        _act(menu, open_label(words, other), open_, other, "here")
    menu.addSeparator()


def _act(menu: QMenu, label: str, do: Callable[..., object], *args: Any) -> QAction:  # noqa: ANN401
    action: QAction = menu.addAction(label)
    action.triggered.connect(lambda _checked=False: do(*args))
    return action
