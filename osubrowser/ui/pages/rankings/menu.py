"""The menus of a ranking's rows and of a spotlight's beatmaps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from osubrowser.models.rankings.groups import country_name, team_name
from osubrowser.models.rankings.players import country_name_of
from osubrowser.models.rankings.rankings import player_of
from osubrowser.services.places.places import (
    BeatmapsetPlace,
    Place,
    RankingsPlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.places.urls import address
from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    from osubrowser.models.table.column import Row

Open = Callable[[Place, str], None]
"""Opens a place `here`, in the `background`, or in the `web` browser."""


@dataclass(frozen=True, slots=True)
class RankingLink:
    """What a row leads to.

    Attributes:
        place: where Enter goes.
        name: of the player, country or team.
        country: (code, name) of a player's country, or None.
    """

    place: Place
    name: str
    country: tuple[str, str] | None = None


def target_of(place: RankingsPlace, item: Any) -> RankingLink | None:  # noqa: ANN401
    """Return what an entry of a ranking leads to; None for a player who is gone.

    Args:
        place: the ranking that the entry is of.
        item: the entry.
    """
    if place.type == "country":
        there = RankingsPlace(mode=place.mode, country=item.code)
        return RankingLink(there, country_name(item))
    if place.type == "team":
        return RankingLink(ThingPlace("team", str(item.team_id)), team_name(item))
    player = player_of(place, item)
    if player is None or player.id is None:
        return None
    mode = None if place.type == "kudosu" else place.mode
    code = player.country_code
    return RankingLink(
        UserPlace(player.id, mode),
        plain(player.username),
        (code, country_name_of(player)) if code else None,
    )


def links_of(targets: Sequence[RankingLink], origin: str) -> str:
    """Return the web addresses of targets, one a line."""
    return "\n".join(address(target.place, origin) for target in targets)


@dataclass(frozen=True, slots=True)
class RowActions:
    """What the menu of rows can do besides opening.

    Attributes:
        open: opens a place.
        move_to: shows another ranking in place of this one.
        copy: copies the selected rows.
        origin: `https://host` of the server.
    """

    open: Open
    move_to: Callable[[RankingsPlace], None]
    copy: Callable[[], object]
    origin: str


def row_menu(
    parent: QWidget, place: RankingsPlace, rows: Sequence[Row[Any]], actions: RowActions
) -> QMenu:
    """Make the menu of the selected rows, the first of which was pointed at."""
    menu = QMenu(parent)
    found = [target_of(place, row.item) for row in rows]
    targets = [target for target in found if target is not None]
    if targets:
        _add_opening(menu, targets, actions)
    _act(menu, "&Copy", actions.copy)
    if targets:
        word = "name" if len(targets) == 1 else "names"
        names = "\n".join(target.name for target in targets)
        _act(menu, f"Copy &{word}", lambda: copy_text(names))
    _add_comparing(menu, targets, actions)
    if len(targets) == 1:
        _add_country(menu, place, targets[0], actions)
    return menu


def _add_opening(menu: QMenu, targets: Sequence[RankingLink], actions: RowActions) -> None:
    first = targets[0]
    if len(targets) == 1:
        web = _act(menu, "Open in &web browser", lambda: actions.open(first.place, "web"))
        if not isinstance(first.place, RankingsPlace | UserPlace):
            menu.setDefaultAction(web)  # there is no other way to open it
        else:
            here = _act(menu, "&Open", lambda: actions.open(first.place, "here"))
            behind = _act(
                menu, "Open in the &background", lambda: actions.open(first.place, "background")
            )
            menu.insertActions(web, [here, behind])
            menu.setDefaultAction(here)
    links = links_of(targets, actions.origin)
    word = "link" if len(targets) == 1 else "links"
    _act(menu, f"Copy &{word}", lambda: copy_text(links))
    menu.addSeparator()


def _add_comparing(menu: QMenu, targets: Sequence[RankingLink], actions: RowActions) -> None:
    """Offer to compare two players, or one with somebody whom the page then asks for."""
    players = [target.place for target in targets if isinstance(target.place, UserPlace)]
    if not 1 <= len(players) == len(targets) <= 2:
        return
    first, other = players[0], players[1].user if len(players) == 2 else None
    there = UserPlace(first.user, first.mode, compare=other, section="compare")
    menu.addSeparator()
    _act(menu, "Co&mpare these two" if other else "Co&mpare", lambda: actions.open(there, "here"))


def _add_country(
    menu: QMenu, place: RankingsPlace, target: RankingLink, actions: RowActions
) -> None:
    if target.country is None or place.type == "kudosu":
        return
    code, name = target.country
    kind = place.type if place.type in ("performance", "score") else "performance"
    there = RankingsPlace(place.mode, kind, country=code, variant=place.variant)
    menu.addSeparator()
    if place.country == code:
        world = RankingsPlace(place.mode, kind, variant=place.variant)
        _act(menu, "Show all &countries", lambda: actions.move_to(world))
    else:
        label = "Show only " + name.replace("&", "&&")
        _act(menu, label, lambda: actions.move_to(there))


def beatmap_menu(
    parent: QWidget, place: BeatmapsetPlace, title: str, open_: Open, origin: str
) -> QMenu:
    """Make the menu of a beatmap card."""
    menu = QMenu(parent)
    menu.setDefaultAction(_act(menu, "&Open", lambda: open_(place, "here")))
    _act(menu, "Open in &web browser", lambda: open_(place, "web"))
    _act(menu, "Copy &link", lambda: copy_text(address(place, origin)))
    menu.addSeparator()
    _act(menu, "Copy &title", lambda: copy_text(title))
    return menu


def copy_text(text: str) -> None:
    """Put text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def _act(menu: QMenu, label: str, do: Callable[[], object]) -> Any:  # noqa: ANN401 - QAction
    action = menu.addAction(label)
    action.triggered.connect(lambda _checked=False: do())
    return action
