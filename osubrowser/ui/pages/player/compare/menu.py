"""What a score that two players share leads to, its menu, and that of a player's card."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from osubrowser.services.places.places import (
    BeatmapPlace,
    BeatmapsetPlace,
    Place,
    ScorePlace,
    UserPlace,
)
from osubrowser.services.places.urls import address
from osubrowser.ui.lists.links import has_own_page, open_label
from osubrowser.ui.pages.rankings.menu import copy_text

if TYPE_CHECKING:
    from osubrowser.api.entities.scores import Score
    from osubrowser.models.players.shared_scores import SharedScore


def beatmap_of(shared: SharedScore) -> Place | None:
    """Return the beatmap of a shared score; None if nobody knows it any more."""
    score = shared.left
    if not score.beatmap_id:
        return None
    if score.beatmapset is not None and score.beatmapset.id:
        return BeatmapsetPlace(score.beatmapset.id, score.beatmap_id, str(score.mode))
    return BeatmapPlace(score.beatmap_id, str(score.mode))


def shared_menu(
    parent: QWidget,
    shared: SharedScore,
    names: tuple[str, str],
    open_: Callable[[Place, str], object],
    copy: Callable[[], object],
    origin: str,
) -> QMenu:
    """Make the menu of a shared score.

    Args:
        parent: of the menu.
        shared: the scores.
        names: of both players.
        open_: opens a place `here` or in the `web` browser.
        copy: copies the selected rows.
        origin: `https://host` of the server.
    """
    menu = QMenu(parent)
    place = beatmap_of(shared)
    if place is not None:
        _act(menu, open_label("&Open beatmap", place), lambda: open_(place, "here"))
        menu.setDefaultAction(menu.actions()[-1])
        if has_own_page(place):
            _act(menu, "Open beatmap in &web browser", lambda: open_(place, "web"))
        _act(menu, "Copy &link", lambda: copy_text(address(place, origin)))
        menu.addSeparator()
    for name, score in zip(names, (shared.left, shared.right), strict=True):
        there = _score_place(score)
        if there is not None:
            label = f"Open score of {name}".replace("&", "&&")
            _act(menu, open_label(label, there), partial(open_, there, "here"))
    menu.addSeparator()
    _act(menu, "&Copy", copy)
    return menu


def player_menu(
    parent: QWidget,
    place: UserPlace,
    name: str,
    open_: Callable[[Place, str], object],
    origin: str,
) -> QMenu:
    """Make the menu of a player's card; `open_` and `origin` as in `shared_menu`."""
    menu = QMenu(parent)
    for words, how in (
        ("&Open", "here"),
        ("Open in &background", "background"),
        ("Open in &web browser", "web"),
    ):
        _act(menu, words, partial(open_, place, how))
    menu.setDefaultAction(menu.actions()[0])
    _act(menu, "Copy &link", lambda: copy_text(address(place, origin)))
    menu.addSeparator()
    _act(menu, "Copy &name", lambda: copy_text(name))
    return menu


def _score_place(score: Score) -> Place | None:
    return ScorePlace(score.id) if score.id else None


def _act(menu: QMenu, label: str, do: Callable[[], object]) -> None:
    menu.addAction(label).triggered.connect(lambda _checked=False: do())
