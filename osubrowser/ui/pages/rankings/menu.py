"""Context menus of the rows of a ranking and of the beatmaps of a spotlight."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from osubrowser.services.places.places import BeatmapsetPlace, Place, RankingsPlace, UserPlace
from osubrowser.services.places.url_parts import list_of
from osubrowser.services.places.urls import address
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.menus import add_action, copy_text, escaped

if TYPE_CHECKING:
    from osubrowser.ui.lists.row_links import RowLink
    from osubrowser.ui.lists.row_menu import RowSelection

Open = Callable[[Place, str], object]
"""Opens a place `here`, in the `background`, or in the `web` browser."""


def ranking_menu(place: RankingsPlace, selection: RowSelection) -> QMenu:
    """Return the menu of the selected rows of a ranking."""
    menu = QMenu(selection.parent)
    links = selection.links

    if links:
        if len(links) == 1:
            _add_open(menu, links[0].place, selection)
            for label, other in links[0].more:
                shown = selection.open_label(label, other)
                add_action(menu, shown, selection.open, other, "here")
        label = tr("Copy &link") if len(links) == 1 else tr("Copy &links")
        add_action(menu, label, copy_text, selection.addresses)
        menu.addSeparator()
    add_action(menu, tr("&Copy"), selection.copy)
    if links:
        label = tr("Copy &name") if len(links) == 1 else tr("Copy &names")
        add_action(menu, label, copy_text, selection.names)
    _add_compare(menu, selection)
    if len(links) == 1:
        _add_neighbours(menu, place, links[0], selection.open)
        _add_country(menu, place, links[0], selection.open)
    return menu


def _add_open(menu: QMenu, there: Place, selection: RowSelection) -> None:
    open_ = selection.open
    if selection.has_page(there):
        menu.setDefaultAction(add_action(menu, tr("&Open"), open_, there, "here"))
        add_action(menu, tr("Open in the &background"), open_, there, "background")
        add_action(menu, tr("Open in &web browser"), open_, there, "web")
    else:
        menu.setDefaultAction(add_action(menu, tr("Open in &web browser"), open_, there, "web"))


def _add_compare(menu: QMenu, selection: RowSelection) -> None:
    """Add an entry that compares two players, or one with a player to be entered."""
    links = selection.links
    players = [link.place for link in links if isinstance(link.place, UserPlace)]
    if not 1 <= len(players) == len(links) <= 2:
        return
    first, other = players[0], players[1].user if len(players) == 2 else None
    there = UserPlace(first.user, first.mode, compare=other, section="compare")
    menu.addSeparator()
    label = tr("Co&mpare these two") if other else tr("Co&mpare")
    add_action(menu, label, selection.open, there, "here")


def _add_neighbours(menu: QMenu, place: RankingsPlace, link: RowLink, open_: Open) -> None:
    """Add an entry that shows the ranks around a player."""
    player = link.place
    if not isinstance(player, UserPlace) or player.mode is None:
        return
    country = "1" if place.country else ""
    there = list_of(
        "neighbours", {"user": str(player.user), "mode": player.mode, "country": country}
    )
    add_action(menu, tr("&Neighbours", "players of nearly the same rank"), open_, there, "here")


def _add_country(menu: QMenu, place: RankingsPlace, link: RowLink, open_: Open) -> None:
    if link.country is None or place.type == "kudosu":
        return
    code, name = link.country
    kind = place.type if place.type in ("performance", "score") else "performance"
    menu.addSeparator()
    if place.country == code:
        world = RankingsPlace(place.mode, kind, variant=place.variant)
        add_action(menu, tr("Show all &countries"), open_, world, "here")
    else:
        there = RankingsPlace(place.mode, kind, country=code, variant=place.variant)
        add_action(
            menu, tr("Show only {country}").format(country=escaped(name)), open_, there, "here"
        )


def beatmap_menu(
    parent: QWidget, place: BeatmapsetPlace, title: str, open_: Open, origin: str
) -> QMenu:
    """Return the menu of a beatmap card."""
    menu = QMenu(parent)
    menu.setDefaultAction(add_action(menu, tr("&Open"), open_, place, "here"))
    add_action(menu, tr("Open in &web browser"), open_, place, "web")
    add_action(menu, tr("Copy &link"), copy_text, address(place, origin))
    menu.addSeparator()
    add_action(menu, tr("Copy &title"), copy_text, title)
    return menu
