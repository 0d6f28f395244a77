"""Players by their ids, for responses that name players by id only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.api.errors import ServerTrouble
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.users import UserCompact

_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class PlayersById:
    """Players of a page.

    Attributes:
        users: by id; without those that osu! does not tell.
        is_known: whether osu! has answered: a player who is missing is deleted or restricted.
    """

    users: Mapping[int, UserCompact]
    is_known: bool = True

    def name(self, user_id: int | None) -> str:
        """Return the name of a player; `#123` or `[deleted user]` without one."""
        from osubrowser.models.posts.post import author_of

        user = self.users.get(user_id or 0)
        if user is None and user_id and not self.is_known:
            return tr("Player {id}").format(id=user_id)
        return author_of(user, user_id).name


def load_players(client: Client, ids: Iterable[int | None]) -> PlayersById:
    """Return players by their ids: one request (`users/lookup`) per 50. Blocks, for a worker.

    Players without whom a page can be shown: a failure of the server leaves them out.

    Raises:
        OsuError: as the client raises it, except ServerTrouble.
    """
    wanted = sorted({one for one in ids if one})[:_MOST]
    if not wanted:
        return PlayersById({})
    try:
        found = client.users_lookup(wanted)
    except ServerTrouble:
        return PlayersById({}, is_known=False)
    return PlayersById({user.id: user for user in found if user.id})
