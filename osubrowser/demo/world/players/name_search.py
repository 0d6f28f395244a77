"""Player search by parts of names."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from threading import Lock

from osubrowser.demo.world.cooperative import cooperatively
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.names import normalised

MOST = 100
"""How many players a search finds at most."""


class NameSearch:
    """Full-text index of the names of one world. Thread-safe."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts
        self._lock = Lock()
        self._text = ""
        self._starts = array("I")

    def find(self, query: str, *, by_name: bool = False, active: bool = False) -> list[int]:
        """Return the accounts whose names have all words of a query.

        The best come first: the name itself, then names that begin with the query, then others.

        Args:
            by_name: in alphabetical order instead.
            active: only those who were here lately.
        """
        wanted = normalised(query.removeprefix("@"))
        if not wanted or "\n" in wanted:
            return []
        self._prepare()
        words = sorted(dict.fromkeys(wanted.split()), key=len, reverse=True)
        found = [
            (name, account)
            for account in self._with(words[0])
            if all(word in (name := self._name(account)) for word in words)
            and (not active or self._accounts.active[account])
        ]
        if by_name:
            return [account for _, account in sorted(found)][:MOST]
        found.sort(key=lambda one: (not one[0].startswith(wanted), len(one[0]), one[1]))
        return [account for _, account in found[:MOST]]

    def _with(self, word: str) -> list[int]:
        """Return the accounts whose names contain a word, ascending."""
        found, place = [], self._text.find(word)
        while place >= 0:
            account = bisect_right(self._starts, place) - 1
            found.append(account)
            end = self._text.find("\n", place)
            place = self._text.find(word, end)
        return found

    def _name(self, account: int) -> str:
        start = self._starts[account]
        return self._text[start : self._text.index("\n", start)]

    def _prepare(self) -> None:
        with self._lock:
            if self._text:
                return
            accounts = self._accounts
            names = [
                normalised(accounts.name_of(one)) for one in cooperatively(range(len(accounts)))
            ]
            start = 0
            for name in names:
                self._starts.append(start)
                start += len(name) + 1
            self._text = "\n".join(names) + "\n"
