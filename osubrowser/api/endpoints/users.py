"""Endpoints of players and friends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from osubrowser.api.auth.grants import Scope
from osubrowser.api.calls import ApiCalls, check_number, is_number, mode_segment, path_segment
from osubrowser.api.endpoints.list_params import batches
from osubrowser.api.endpoints.references import USER, UserRef, id_of
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.users import (
    FriendResponse,
    User,
    UserCompact,
    UserLookupKey,
    UserRelation,
    Users,
)


class UserEndpoints(ApiCalls):
    """Endpoints below `users`, `me` and `friends`."""

    def user(
        self,
        user: UserRef | str,
        *,
        mode: GameMode | str | None = None,
        key: UserLookupKey | str | None = None,
    ) -> User:
        """Return a player by id or name: `GET users/{user}/{mode?}`.

        A string of digits is an id, unless `key` is `username`. The default `mode` is the
        player's own. Former names match as well, so `username` may differ.

        Raises NotFound for players who do not exist or are restricted, and for a name where `key`
        is `id`.
        """
        path = f"/users/{path_segment(_user_segment(user, key))}"
        if mode is not None:
            path += f"/{mode_segment(mode)}"
        return self._get(path, User, aliases=lambda found: _alias_paths(path, found))

    def get_me(self, mode: GameMode | str | None = None) -> User:
        """Return the player who signed in: `GET me/{mode?}`.

        Raises LoginRequired for a guest.
        """
        path = "/me" if mode is None else f"/me/{mode_segment(mode)}"
        return self._get(path, User, needs_player=True, scope=Scope.IDENTIFY)

    def users(
        self, user_ids: Iterable[UserRef], *, include_variant_statistics: bool | None = None
    ) -> list[UserCompact]:
        """Return players by ids, with statistics of all rulesets: `GET users`.

        One request per 50 ids, each id counting as a request. Unknown and restricted players are
        left out; the order is the server's. Raises OsuError.
        """
        found: list[UserCompact] = []
        for ids in batches(user_ids, USER):
            params = {"ids[]": ids, "include_variant_statistics": include_variant_statistics}
            found += self._get("/users", Users, params).users
        return found

    def users_lookup(
        self,
        users: Iterable[UserRef | str],
        *,
        exclude_bots: bool | None = None,
        ruleset_id: int | None = None,
    ) -> list[UserCompact]:
        """Return players by ids or names (`@name` for names of digits): `GET users/lookup`.

        One request per 50. With `ruleset_id` they have a `global_rank`. Unknown players are left
        out. Raises InvalidRequest for an unknown `ruleset_id`.
        """
        found: list[UserCompact] = []
        for keys in batches(users, USER):
            params = {"ids[]": keys, "exclude_bots": exclude_bots, "ruleset_id": ruleset_id}
            found += self._get("/users/lookup", Users, params).users
        return found

    def friends(self) -> list[UserRelation]:
        """Return all friends of the player who signed in: `GET friends`.

        Statistics are of the signed-in player's ruleset. Raises LoginRequired for a guest and
        Forbidden without the scope `friends.read`.
        """
        entries = self._get(
            "/friends", list[FriendResponse], needs_player=True, scope=Scope.FRIENDS_READ
        )
        relations = (friend.relation() for friend in entries)
        return [relation for relation in relations if relation is not None]


def _alias_paths(path: str, user: User) -> Iterator[str]:
    """Yield the other paths of this player: by id, with and without the ruleset."""
    if not user.id:
        return
    _, _, mode = path.removeprefix("/users/").partition("/")
    by_id, own = f"/users/{user.id}", user.playmode
    modes = {"", own or ""} if mode in ("", own) else {mode}
    yield from {f"{by_id}/{one}".rstrip("/") for one in modes} - {path}


def _user_segment(user: UserRef | str, key: UserLookupKey | str | None) -> str:
    if not isinstance(user, int | str):
        user, key = id_of(user, USER), UserLookupKey.ID
    return id_or_name(user, is_name=None if key is None else key == UserLookupKey.USERNAME)


def id_or_name(user: object, *, is_name: bool | None) -> str:
    """Return an id, or a name as the API takes it: `@name`.

    By default a text of digits is an id. Raises ValueError for an empty one and for what is no text
    and no whole number, such as None (there may be a player of that name), and NotFound for one
    that is no id where `is_name` is False: the server would take it for a name.
    """
    is_whole = hasattr(user, "__index__") and not isinstance(user, bool)  # NumPy's numbers, too
    if not isinstance(user, str) and not is_whole:
        raise ValueError(f"a player has an id or a name, not {user!r:.50}")
    text = str(user).strip()
    if not text or text == "@":
        raise ValueError("a player has an id or a name")
    if is_name is False:
        check_number(text)
    by_name = not is_number(text) if is_name is None else is_name
    return f"@{text}" if by_name and not text.startswith("@") else text
