"""Accounts: ids, names, countries, groups, last visits, compact users."""

from __future__ import annotations

from array import array
from datetime import datetime
from itertools import accumulate
from random import Random
from threading import Lock

from osubrowser.demo.world.clock import LAUNCH, before, offset_form
from osubrowser.demo.world.draws import Draws, between, chance, pick, spread, unit
from osubrowser.demo.world.players.countries import Country, countries, country_numbers
from osubrowser.demo.world.players.names import CAPACITY, normalised, username
from osubrowser.demo.world.players.teams import ME, Teams
from osubrowser.demo.world.rulesets import RULESETS

LONG_NAMED = 123
"""An account with a name longer than osu! allows today, as a few old ones have."""

_FIRST_ID = 1_000
_ID_STEP = 1_597
PEPPY = 0
"""The account of osu!'s author: the first one, with the id 2."""

_WELL_KNOWN = (2757689, 3178418, 3256299, 10690090, 12092800)
FIXED_IDS = {PEPPY: 2} | {(id - _FIRST_ID) // _ID_STEP: id for id in _WELL_KNOWN}
"""The accounts that exist in every world, as examples and other programs name their ids."""

_FIXED_NAMES = {
    ME: "Komorebi",
    LONG_NAMED: "The Quick Brown Fox Jumps Over The Lazy Spinner Again",
    PEPPY: "peppy",
}
_FIXED_COLOURS = {PEPPY: "#3366FF"}
NEWEST = 62
"""Days since the newest account was made: everybody had time to play."""

_MAIN_SHARES = (0.50, 0.13, 0.12, 0.25)
_ACTIVE_SHARE = 0.86
_DAY = 86_400
_OLDEST = 0.985
"""The age of the oldest accounts beyond `NEWEST`, as a share of osu!'s own."""


_GROUPS = (
    (28, "bng", "Beatmap Nominators", "BN", "#A347EB", True),
    (7, "nat", "Nomination Assessment Team", "NAT", "#FA3703", True),
    (4, "gmt", "Global Moderation Team", "GMT", "#99EB47", False),
    (16, "alumni", "osu! Alumni", "ALM", "#999999", False),
)


class Accounts:
    """All accounts of one world; an account is an index from 0 to `len(accounts) - 1`.

    Attributes:
        now: the time at which they are looked at.
        today: the time of the world, from which all dates are counted back.
        days: how many days before today can be looked at: all accounts were there by then.
    """

    def __init__(self, seed: int, now: datetime, teams: Teams, days: int = 0) -> None:
        self.now = self.today = now
        self.days = days
        self.teams = teams
        self._draws = Draws(seed, "accounts")
        self._naming = Draws(seed, "names")
        self._profile_draws = Draws(seed, "profiles")
        random = Random(f"{seed}/accounts")
        self.main = bytearray(random.choices(range(4), _MAIN_SHARES, k=CAPACITY))
        self._countries = countries()
        self.country = self._settle(random)
        self.active = bytearray(random.random() < _ACTIVE_SHARE for _ in range(CAPACITY))
        self._serials = array("H", range(CAPACITY))
        random.shuffle(self._serials)
        self.country[ME], self.main[ME], self.active[ME] = country_numbers()["IS"], 0, 1
        self.country[LONG_NAMED], self.main[LONG_NAMED], self.active[LONG_NAMED] = 0, 0, 1
        for account in FIXED_IDS:
            self.main[account], self.active[account] = 0, 1
        self.country[PEPPY] = country_numbers()["AU"]
        self._by_name: dict[str, int] = {}
        self._old_names: dict[str, int] = {}
        self._naming_lock = Lock()

    def __len__(self) -> int:
        return CAPACITY

    def _settle(self, random: Random) -> bytearray:
        """Give every account a country, with the shares of its main ruleset."""
        numbers = range(len(self._countries))
        drawn = []
        for ruleset in RULESETS:
            weights = list(accumulate(country.shares[ruleset.id] for country in self._countries))
            drawn.append(iter(random.choices(numbers, cum_weights=weights, k=CAPACITY)))
        return bytearray(next(drawn[main]) for main in self.main)

    # --- who is who -----------------------------------------------------------------------

    def id_of(self, account: int) -> int:
        """Return the user id: ids grow with the date of registration and have gaps."""
        fixed = FIXED_IDS.get(account)
        if fixed is not None:
            return fixed
        return _FIRST_ID + account * _ID_STEP + self._draws.at(account)[0] % _ID_STEP

    def by_id(self, user_id: int) -> int | None:
        """Return the account with this user id, or None."""
        account = max(PEPPY, (user_id - _FIRST_ID) // _ID_STEP)
        if 0 <= account < CAPACITY and self.id_of(account) == user_id:
            return account
        return None

    def name_of(self, account: int) -> str:
        """Return the name an account goes by."""
        fixed = _FIXED_NAMES.get(account)
        if fixed is not None:
            return fixed
        code = self._countries[self.country[account]].code
        return username(self._serials[account], code, self._naming.at(account))

    def by_name(self, name: str) -> int | None:
        """Return the account with this name, or None. Case does not matter, nor `_` for a space."""
        with self._naming_lock:
            if not self._by_name:
                names = (normalised(self.name_of(account)) for account in range(CAPACITY))
                self._by_name = {name: account for account, name in enumerate(names)}
        return self._by_name.get(normalised(name))

    def previous_names(self, account: int) -> list[str]:
        """Return the names an account had before, oldest first: most had none."""
        draws = self._profile_draws.at(account)
        if not chance(draws[0], 0.1):
            return []
        count = between(draws[1], 1, 3)
        code = self.country_of(account).code
        styles = [tuple((d * (k + 3)) & 0xFFFFFFFF for d in draws) for k in range(count)]
        return [username(draws[2 + k] % 24_000, code, styles[k]) for k in range(count)]

    def by_any_name(self, name: str) -> int | None:
        """Return the account with this name, else the one that had it before."""
        account = self.by_name(name)
        if account is not None:
            return account
        with self._naming_lock:
            if not self._old_names:
                for one in range(len(self)):
                    self._old_names.update(
                        (normalised(old), one) for old in self.previous_names(one)
                    )
        return self._old_names.get(normalised(name))

    def country_of(self, account: int) -> Country:
        """Return the country an account plays for."""
        return self._countries[self.country[account]]

    # --- what is told about them ------------------------------------------------------------

    def joined(self, account: int) -> datetime:
        """Return when the account was made."""
        if account == PEPPY:
            return LAUNCH
        share = ((account + unit(self._draws.at(account)[1])) / CAPACITY) ** 0.8
        return before(self.today, self._age(share))

    def joined_by(self, account: int) -> int:
        """Return an upper bound of a registration time, in seconds since 1970."""
        return int(self.today.timestamp()) - int(self._age(((account + 1) / CAPACITY) ** 0.8))

    def _age(self, share: float) -> float:
        """Return the age in seconds of the accounts after a share of all."""
        return (NEWEST + self.days) * _DAY + (1 - share) * self._life()

    def _life(self) -> float:
        """Return the seconds between the first registration and the last."""
        return (self.today - LAUNCH).total_seconds() * _OLDEST - self.days * _DAY

    def there_at(self, moment: float) -> int:
        """Return how many accounts, the first ones, were surely made by then.

        Args:
            moment: seconds since 1970.
        """
        age = self.today.timestamp() - moment - (NEWEST + self.days) * _DAY
        share = 1 - age / self._life()
        return max(1, min(CAPACITY, int(CAPACITY * max(0.0, share) ** 1.25)))

    @staticmethod
    def there_after(share: float) -> int:
        """Return how many accounts were surely made when a share of osu!'s life was over.

        It is the same at every time of the world.
        """
        joined = max(0.0, 1 - (1 - share) / _OLDEST)
        return max(1, min(CAPACITY, int(CAPACITY * joined**1.25)))

    def last_seen(self, account: int) -> datetime | None:
        """Return the last visit; None if it is hidden."""
        draws = self._draws.at(account)
        if chance(draws[2], 0.16) and account != ME:
            return None
        return before(self.today, self._away(account, draws))

    def away(self, account: int) -> float:
        """Return for how many seconds an account has been away, even if it hides that."""
        return self._away(account, self._draws.at(account))

    def _away(self, account: int, draws: tuple[int, ...]) -> float:
        """Return for how many seconds the account has been away."""
        if account == ME:
            return 40.0
        if self.days and account in FIXED_IDS:
            return spread(draws[3], 600, 30_000)
        if not self.active[account]:
            low, high = (31, 90) if chance(draws[4], 0.4) else (90, 1_600)
            age = (self.today - self.joined(account)).total_seconds()
            return min(spread(draws[3], low, high) * _DAY, age - _DAY)
        if chance(draws[4], 0.08):
            return spread(draws[3], 5, 590)
        return 600 + spread(draws[3], 0.0, 1.0) ** 3 * 29 * _DAY

    def playmode(self, account: int) -> str:
        """Return the ruleset an account plays by default."""
        return RULESETS[self.main[account]].name

    def groups(self, account: int) -> list[dict[str, object]]:
        """Return the user groups of an account; most have none."""
        draws = self._profile_draws.at(account)
        if not chance(draws[5], 0.012):
            return []
        id, identifier, name, short, colour, modes = pick(draws[6], _GROUPS)
        return [
            {
                "colour": colour,
                "has_listing": True,
                "has_playmodes": modes,
                "id": id,
                "identifier": identifier,
                "is_probationary": False,
                "name": name,
                "short_name": short,
                "playmodes": [self.playmode(account)] if modes else None,
            }
        ]

    def has_supporter(self, account: int) -> bool:
        """Return whether the account is an osu!supporter now."""
        return account == ME or chance(self._draws.at(account)[5], 0.27)

    def avatar_url(self, account: int) -> str:
        """Return the address of the picture; one in fourteen has none of their own."""
        draws = self._draws.at(account)
        if chance(draws[6], 0.07) and account != ME:
            return "https://osu.ppy.sh/images/layout/avatar-guest@2x.png"
        stamp = between(draws[7], 1_500_000_000, 1_780_000_000)
        return f"https://a.ppy.sh/{self.id_of(account)}?{stamp}.{'jpeg' if draws[7] & 1 else 'png'}"

    def cover(self, account: int) -> dict[str, object]:
        """Return the `cover` object: a preset, or a picture of the player's own."""
        draws = self._draws.at(account)
        if self.has_supporter(account) and chance(draws[8], 0.8):
            url = (
                f"https://assets.ppy.sh/user-profile-covers/{self.id_of(account)}/"
                f"{draws[9]:08x}{draws[10]:08x}.jpeg"
            )
            return {"custom_url": url, "url": url, "id": None}
        preset = 1 + draws[9] % 8
        url = f"https://assets.ppy.sh/user-cover-presets/{preset}/{preset * 0x9E3779B1:08x}.jpeg"
        return {"custom_url": None, "url": url, "id": str(preset)}

    def compact(self, account: int) -> dict[str, object]:
        """Return the fields that every `User` of the API has."""
        draws = self._draws.at(account)
        seen = self.last_seen(account)
        return {
            "avatar_url": self.avatar_url(account),
            "country_code": self._countries[self.country[account]].code,
            "default_group": "default",
            "id": self.id_of(account),
            "is_active": bool(self.active[account]),
            "is_bot": False,
            "is_deleted": False,
            "is_online": seen is not None and (self.now - seen).total_seconds() < 600,
            "is_supporter": self.has_supporter(account),
            "last_visit": None if seen is None else offset_form(seen),
            "pm_friends_only": chance(draws[11], 0.33),
            "profile_colour": self._colour(account, draws),
            "username": self.name_of(account),
        }

    def _colour(self, account: int, draws: tuple[int, ...]) -> str | None:
        drawn = f"#{draws[12] >> 8:06X}" if chance(draws[13], 0.015) else None
        return _FIXED_COLOURS.get(account, drawn)

    def with_home(self, account: int) -> dict[str, object]:
        """Return the compact user with `country`, `cover` and `team`, as rankings carry it."""
        user = self.compact(account)
        user["country"] = self._countries[self.country[account]].entity()
        user["cover"] = self.cover(account)
        user["team"] = self.teams.of_account(account)
        return user

    def card(self, account: int) -> dict[str, object]:
        """Return the compact user with all of a user card: `with_home` and `groups`."""
        return self.with_home(account) | {"groups": self.groups(account)}
