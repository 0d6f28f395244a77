"""Entries of a row menu that follow what the rows lead to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from osubrowser.models.following.kinds import AS_KIND
from osubrowser.services.history.followable import follow_kinds_of
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.menus import add_action

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from osubrowser.services.history.followable import FollowKind
    from osubrowser.services.history.follows import Follows
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.row_links import RowLink


def add_follow_actions(menu: QMenu, links: Sequence[RowLink], follows: Follows) -> None:
    """Append the entries that follow what rows lead to, or stop following it.

    Of a single row each kind has an entry; of several rows, one entry follows those that are not
    followed yet.

    Args:
        menu: the menu of the rows.
        links: the links of the rows.
        follows: what is followed.
    """
    if not follows.is_loaded:
        return
    named: list[tuple[Place, str, FollowKind]] = []
    for link in links:
        kinds = follow_kinds_of(link.place)
        named += [
            (link.place, link.name, kind) for kind in (kinds if len(links) == 1 else kinds[:1])
        ]
    if not named:
        return
    menu.addSeparator()
    if len(links) == 1:
        for place, name, kind in named:
            followed = follows.find(place, kind)
            if followed is not None:
                add_action(menu, tr("Unfollow"), follows.unfollow, followed)
            elif len(named) == 1:
                add_action(menu, tr("&Follow"), follows.follow, place, kind, name)
            else:
                add_action(menu, AS_KIND[kind], follows.follow, place, kind, name)
        return
    missing = [one for one in named if follows.find(one[0], one[2]) is None]
    if missing:
        label = tr("&Follow %n of these", "", len(missing))
        add_action(menu, label, _follow_all, follows, missing)


def _follow_all(follows: Follows, named: Sequence[tuple[Place, str, FollowKind]]) -> None:
    for place, name, kind in named:
        follows.follow(place, kind, name)
