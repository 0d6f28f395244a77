"""The world itself: one seed, all its people, and what is asked of them, made when first needed."""

from __future__ import annotations

from datetime import datetime
from threading import Lock

from osubrowser.demo.world.accounts import Accounts
from osubrowser.demo.world.beatmaps import Beatmaps
from osubrowser.demo.world.clock import this_hour
from osubrowser.demo.world.friends import Friends
from osubrowser.demo.world.kudosu import Kudosu
from osubrowser.demo.world.profiles import Profiles
from osubrowser.demo.world.rankings import Rankings
from osubrowser.demo.world.rulesets import BY_NAME
from osubrowser.demo.world.spotlights import Spotlights
from osubrowser.demo.world.standings import Standings
from osubrowser.demo.world.statistics import Figures
from osubrowser.demo.world.teams import ME, Teams


class World:
    """Everything that exists, for one seed.

    Safe to use from several threads. Making one takes some tens of milliseconds; the ranking of a
    ruleset is drawn when it is first asked for.
    """

    def __init__(self, seed: int = 1, now: datetime | None = None) -> None:
        self.seed = seed
        self.now = now or this_hour()
        self.me = ME
        self.teams = Teams(seed)
        self.accounts = Accounts(seed, self.now, self.teams)
        self.beatmaps = Beatmaps(seed, self.accounts)
        self.kudosu = Kudosu(seed, self.accounts)
        self.friends = Friends(seed, self.accounts)
        self.spotlights = Spotlights(self)
        self.rankings = Rankings(self)
        self.profiles = Profiles(self)
        self._lock = Lock()
        self._figures: dict[str, Figures] = {}

    def figures(self, ruleset: str) -> Figures:
        """Return the figures of a ruleset, by its name on the wire."""
        with self._lock:
            figures = self._figures.get(ruleset)
            if figures is None:
                standings = Standings(self.seed, BY_NAME[ruleset], self.accounts)
                figures = self._figures[ruleset] = Figures(self.seed, standings)
        return figures

    def standings(self, ruleset: str) -> Standings:
        """Return the ranking of a ruleset, by its name on the wire."""
        return self.figures(ruleset).standings
