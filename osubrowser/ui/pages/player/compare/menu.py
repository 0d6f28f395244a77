"""Context menus of a shared score and of a player's card."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from osubrowser.services.places.places import Place, ScorePlace, UserPlace
from osubrowser.services.places.urls import address
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.menus import add_action, copy_text, escaped

if TYPE_CHECKING:
    from osubrowser.api.entities.scores import Score
    from osubrowser.models.players.shared_scores import SharedScore
    from osubrowser.ui.lists.row_menu import RowSelection

Open = Callable[[Place, str], object]
"""Opens a place `here`, in the `background`, or in the `web` browser."""


def shared_menu(names: tuple[str, str], selection: RowSelection) -> QMenu:
    """Return the menu of the first selected row of shared scores.

    Args:
        names: names of both players.
        selection: the selected rows.
    """
    menu = QMenu(selection.parent)
    shared: SharedScore = selection.rows[0].item
    link = next(iter(selection.links), None) if shared.left.beatmap_id else None
    if link is not None:
        place = link.place
        label = selection.open_label(tr("&Open beatmap"), place)
        opening = add_action(menu, label, selection.open, place, "here")
        menu.setDefaultAction(opening)
        if selection.has_page(place):
            add_action(menu, tr("Open beatmap in &web browser"), selection.open, place, "web")
        add_action(menu, tr("Copy &link"), copy_text, address(place, selection.origin))
        menu.addSeparator()
    for name, score in zip(names, (shared.left, shared.right), strict=True):
        there = _score_place(score)
        if there is not None:
            label = selection.open_label(
                escaped(tr("Open score of {name}").format(name=name)), there
            )
            add_action(menu, label, selection.open, there, "here")
    for label, other in link.more if link is not None else ():
        add_action(menu, selection.open_label(label, other), selection.open, other, "here")
    menu.addSeparator()
    add_action(menu, tr("&Copy"), selection.copy)
    return menu


def player_menu(parent: QWidget, place: UserPlace, name: str, open_: Open, origin: str) -> QMenu:
    """Return the menu of the card of a player.

    Args:
        parent: the Qt parent.
        place: the player.
        name: name of the player.
        open_: opens a place.
        origin: `https://host` of the server.
    """
    menu = QMenu(parent)
    menu.setDefaultAction(add_action(menu, tr("&Open"), open_, place, "here"))
    add_action(menu, tr("Open in &background"), open_, place, "background")
    add_action(menu, tr("Open in &web browser"), open_, place, "web")
    add_action(menu, tr("Copy &link"), copy_text, address(place, origin))
    menu.addSeparator()
    add_action(menu, tr("Copy &name"), copy_text, name)
    return menu


def _score_place(score: Score) -> Place | None:
    return ScorePlace(score.id) if score.id else None
