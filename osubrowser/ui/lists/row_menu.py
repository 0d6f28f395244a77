"""Context menu of the selected rows of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMenu, QWidget

from osubrowser.services.places.places import is_on_website
from osubrowser.services.places.urls import address
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.menus import add_action, copy_text

if TYPE_CHECKING:
    from osubrowser.models.table.column import Row
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.row_links import RowLink


@dataclass(frozen=True, slots=True)
class RowSelection:
    """Selected rows, and the operations of a menu on them.

    Attributes:
        parent: the Qt parent of the menu.
        rows: from top to bottom; at least one.
        links: links of the rows that have one.
        open: opens a place `here`, in the `background`, or in the `web` browser.
        copy: copies the rows to the clipboard as TSV.
        origin: `https://host` of the server.
        has_page: whether a place opens in the window; else it opens in the web browser.
    """

    parent: QWidget
    rows: Sequence[Row[Any]]
    links: Sequence[RowLink]
    open: Callable[[Place, str], object]
    copy: Callable[[], object]
    origin: str
    has_page: Callable[[Place], bool]

    @property
    def addresses(self) -> str:
        """The web addresses of the links, one a line."""
        return "\n".join(address(link.place, self.origin) for link in self.links)

    @property
    def names(self) -> str:
        """The names of the links, one a line; "" where none has a name."""
        return "\n".join(link.name for link in self.links if link.name)

    def open_label(self, label: str, place: Place) -> str:
        """Return the label of the menu entry that opens a place, here or in the web browser."""
        return (
            label
            if self.has_page(place)
            else tr("{label} (in the web browser)").format(label=label)
        )


def row_menu(selection: RowSelection) -> QMenu:
    """Return the default menu: open the link of the row, copy links, rows and titles."""
    menu = QMenu(selection.parent)
    links = selection.links
    is_one = len(links) == 1
    if is_one:
        _add_open(menu, links[0], selection)
    if links:
        label = tr("Copy &link") if is_one else tr("Copy &links")
        add_action(menu, label, copy_text, selection.addresses)
    add_action(menu, tr("&Copy"), selection.copy)
    if selection.names:
        label = tr("Copy &title") if is_one else tr("Copy &titles")
        add_action(menu, label, copy_text, selection.names)
    return menu


def _add_open(menu: QMenu, link: RowLink, selection: RowSelection) -> None:
    place, open_ = link.place, selection.open
    label = selection.open_label(tr("&Open", "verb"), place)
    menu.setDefaultAction(add_action(menu, label, open_, place, "here"))
    if selection.has_page(place):
        add_action(menu, tr("Open in &background"), open_, place, "background")
        if is_on_website(place):
            add_action(menu, tr("Open in &web browser"), open_, place, "web")
    for label, other in link.more:
        add_action(menu, selection.open_label(label, other), open_, other, "here")
    menu.addSeparator()
