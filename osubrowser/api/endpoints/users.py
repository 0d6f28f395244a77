"""Players."""

from __future__ import annotations

from osubrowser.api.endpoints.base import Endpoints, mode_segment, segment
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.users import User, UserLookupKey


class UserEndpoints(Endpoints):
    """`users` and `me`."""

    def user(
        self,
        user: int | str,
        *,
        mode: GameMode | str | None = None,
        key: UserLookupKey | str | None = None,
    ) -> User:
        """Return a player by id or name: `GET users/{user}/{mode?}`.

        A text of digits is an id, unless `key` is `username`. Without `mode` the figures are
        those of the player's own ruleset. Former names are found too, so the name may differ.

        Raises NotFound for players who do not exist or are restricted.
        """
        path = f"/users/{segment(_user_segment(user, key))}"
        if mode is not None:
            path += f"/{mode_segment(mode)}"
        return self._get(path, User)

    def get_me(self, *, mode: GameMode | str | None = None) -> User:
        """Return the player who signed in: `GET me/{mode?}`.

        Raises LoginRequired for a guest.
        """
        path = "/me" if mode is None else f"/me/{mode_segment(mode)}"
        return self._get(path, User, needs_player=True)


def _user_segment(user: int | str, key: UserLookupKey | str | None) -> str:
    text = str(user).strip()
    if not text or text == "@":
        raise ValueError("a player has an id or a name")
    by_name = not text.isdecimal() if key is None else key == UserLookupKey.USERNAME
    return f"@{text}" if by_name and not text.startswith("@") else text
