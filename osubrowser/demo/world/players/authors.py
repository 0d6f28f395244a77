"""Authors of posts and comments: accounts, restricted users and deleted users."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from osubrowser.demo.http.parameters import to_int
from osubrowser.demo.world.clock import Timeline
from osubrowser.demo.world.draws import Draws, pick
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.names import name_parts

GONE = 60_000
"""Authors from this number on are no accounts any more: restricted ones, then deleted ones."""

RESTRICTED, DELETED = 40, 24
"""How many authors are restricted, and how many deleted their account."""


class Authors:
    """Lookup of authors as API users; an author is an account, or `GONE` and more."""

    def __init__(self, seed: int, accounts: Accounts) -> None:
        self._accounts = accounts
        self._draws = Draws(seed, "people who are gone")

    @cached_property
    def registered(self) -> Timeline:
        """Lookup table from a time to the number of accounts."""
        return Timeline(self._accounts.joined, len(self._accounts), 100)

    def somebody(self, draw: int, second: int) -> int:
        """Return a random account that existed at a second (of `clock.seconds`)."""
        return draw * self.registered.there(second) >> 32

    def gone(self, draw: int) -> int:
        """Return a random restricted or deleted author."""
        return GONE + (draw * (RESTRICTED + DELETED) >> 32)

    def is_deleted(self, author: int) -> bool:
        """Return whether an author deleted the account."""
        return author >= GONE + RESTRICTED

    def id_of(self, author: int) -> int:
        """Return the user id of an author; those of deleted ones match no account."""
        if author < GONE:
            return self._accounts.id_of(author)
        user_id = self._accounts.id_of((author - GONE) * 373 + 11) + 1
        while self._accounts.by_id(user_id) is not None:
            user_id += 1
        return user_id

    def find(self, text: str | None) -> int | None:
        """Return the author with this id or name (with or without `@`), or None."""
        if not text:
            return None
        if text.isascii() and text.isdigit():
            wanted = to_int(text) or 0
            account = self._accounts.by_id(wanted)
            if account is not None:
                return account
            everybody = range(GONE, GONE + RESTRICTED + DELETED)
            return next((a for a in everybody if self.id_of(a) == wanted), None)
        return self._accounts.by_name(text.removeprefix("@"))

    def name_of(self, author: int) -> str:
        """Return the current or former name of an author."""
        if author < GONE:
            return self._accounts.name_of(author)
        if self.is_deleted(author):
            return "[deleted user]"
        draws = self._draws.at(author)
        parts = name_parts()
        name = "".join(
            pick(draws[2 * k], parts.consonants) + pick(draws[2 * k + 1], parts.vowels)
            for k in range(4)
        )
        return name.capitalize() + "x"

    def country_of(self, author: int) -> str:
        """Return the country code of an author."""
        account = author if author < GONE else (author - GONE) * 373 + 11
        return self._accounts.country_of(account).code

    def user(
        self, author: int, *, groups: bool = False, restricted: bool = False
    ) -> dict[str, object] | None:
        """Return the `User` (compact) of an author for a side list.

        Args:
            groups: add the user groups.
            restricted: show those who are restricted too. Deleted ones are never there.
        """
        if author < GONE:
            user = self._accounts.compact(author)
        elif restricted and not self.is_deleted(author):
            user = self._accounts.compact((author - GONE) * 373 + 11) | {
                "avatar_url": "https://osu.ppy.sh/images/layout/avatar-guest@2x.png",
                "id": self.id_of(author),
                "is_active": False,
                "is_online": False,
                "is_supporter": False,
                "last_visit": None,
                "profile_colour": None,
                "username": self.name_of(author),
            }
        else:
            return None
        if groups:
            user["groups"] = self._accounts.groups(author) if author < GONE else []
        return user

    def users(
        self, authors: Iterable[int], *, groups: bool = False, restricted: bool = False
    ) -> list[dict[str, object]]:
        """Return the users behind some authors, each once, in the order of their ids."""
        found = (
            self.user(author, groups=groups, restricted=restricted)
            for author in sorted(set(authors))
        )
        return [user for user in found if user is not None]

    def placeholder(self, author: int) -> dict[str, object]:
        """Return the placeholder of a deleted user."""
        return {
            "avatar_url": None,
            "country_code": None,
            "default_group": "default",
            "id": self.id_of(author),
            "is_active": False,
            "is_bot": False,
            "is_deleted": True,
            "is_online": False,
            "is_supporter": False,
            "last_visit": None,
            "pm_friends_only": True,
            "profile_colour": None,
            "username": "[deleted user]",
        }
