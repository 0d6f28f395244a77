"""Choice of mods for a leaderboard: required, optional and excluded ones, and its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from typing import Final

from osubrowser.services.text.translation import tr

NO_MOD: Final = "NM"
"""Acronym for scores without mods."""
MOST_BOARDS: Final = 16
"""Most combinations of one choice, each of which is a request."""

_INCLUDED_IN: Final = {"DT": ("NC",), "HT": ("DC",), "SD": ("PF",)}
"""Mods that osu! finds with another one: DT finds NC, too."""
_UNCOUNTED: Final = frozenset({"CL", "PF", "SD", "MR"})
"""Mods that osu! does not tell apart unless they are asked for."""
_EXCLUSIVE: Final = (
    frozenset({"EZ", "HR", "DA"}),
    frozenset({"DT", "NC", "HT", "DC", "AS", "WU", "WD"}),
    frozenset({"NF", "SD", "PF"}),
    frozenset({"FI", "HD", "CV"}),
)
"""Groups of mods of which a score has at most one."""
_MOD: Final = re.compile(r"([~!]?)(10K|SV2|[A-Z0-9]{2})(?:\([^)]*\))?")
_MOST: Final = 24
_MOST_OPTIONAL: Final = 8
_LONGEST: Final = 120

USUAL_MODS: Final = {
    "osu": ("NM", "EZ", "NF", "HT", "HR", "SD", "DT", "HD", "FL", "SO", "TD", "CL"),
    "taiko": ("NM", "EZ", "NF", "HT", "HR", "SD", "DT", "HD", "FL", "CL"),
    "fruits": ("NM", "EZ", "NF", "HT", "HR", "SD", "DT", "HD", "FL", "CL"),
    "mania": ("NM", "EZ", "NF", "HT", "SD", "DT", "FI", "HD", "FL", "MR", "CL"),
}
"""Mods that most scores of a ruleset have, in the order of a picker."""
MORE_MODS: Final = {
    "osu": (
        "DC", "NC", "PF", "BL", "ST", "AC", "MR", "AL", "SG", "TC", "MU", "NS", "WU", "WD",
    ),
    "taiko": ("DC", "NC", "PF", "AC", "SG", "CS", "SW", "SR", "MU", "WU", "WD"),
    "fruits": ("DC", "NC", "PF", "AC", "MR", "FF", "MF", "MU", "NS", "WU", "WD"),
    "mania": (
        "DC", "NC", "PF", "CV", "AC", "NR", "HO", "IN", "CS", "RD", "DS", "MU", "WU", "WD",
        "1K", "2K", "3K", "4K", "5K", "6K", "7K", "8K", "9K", "10K",
    ),
}  # fmt: skip
"""Rarer mods of a ruleset, in the order of a picker."""


class ModState(Enum):
    """What a choice says of a mod."""

    ANY = "any"
    REQUIRED = "required"
    OPTIONAL = "optional"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class ModChoice:
    """Choice of mods. Without required and optional ones any mods fit, but the excluded ones.

    Otherwise a score has all required mods, and no others but optional ones. osu! does not tell
    CL, SD, PF and MR apart unless they are required, and finds NC with DT, DC with HT.

    Attributes:
        required: acronyms; `NM` alone for no mods.
        optional: acronyms. As many as give at most `MOST_BOARDS` combinations, others are dropped.
        excluded: acronyms; of scores that are left out after they were loaded.
    """

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Remove repetitions and contradictions."""
        required = _unique(self.required)
        if NO_MOD in required:
            required = (NO_MOD,)
        optional = [one for one in _unique(self.optional) if one not in (*required, NO_MOD)]
        del optional[_MOST_OPTIONAL:]
        while optional and len(_combinations(required, optional)) > MOST_BOARDS:
            optional.pop()
        taken = {*required, *optional, NO_MOD}
        put = object.__setattr__
        put(self, "required", required)
        put(self, "optional", tuple(optional))
        put(self, "excluded", tuple(one for one in _unique(self.excluded) if one not in taken))

    @classmethod
    def of_text(cls, text: str) -> ModChoice:
        """Return the choice of a text, as that of a `BeatmapsetPlace`: `DT~HD~FL!CL`.

        Settings in parentheses are ignored, and what is no mod.
        """
        found: dict[str, list[str]] = {"": [], "~": [], "!": []}
        for sign, acronym in _MOD.findall(text.upper()[:_LONGEST]):
            found[sign].append(acronym)
        return cls(tuple(found[""]), tuple(found["~"]), tuple(found["!"]))

    def __str__(self) -> str:
        return "".join((
            *self.required,
            *(f"~{one}" for one in self.optional),
            *(f"!{one}" for one in self.excluded),
        ))  # fmt: skip

    def __bool__(self) -> bool:
        """Return whether anything is chosen."""
        return bool(self.required or self.optional or self.excluded)

    @property
    def is_any(self) -> bool:
        """Whether osu! is asked for scores with any mods."""
        return not self.required and not self.optional

    @property
    def words(self) -> str:
        """The choice as text: `DT, HD optional, without CL`; `Any mods` for none."""
        said = [tr("No mods") if self.required == (NO_MOD,) else ", ".join(self.required)]
        if self.optional:
            said.append(tr("{mods} optional").format(mods=", ".join(self.optional)))
        if self.excluded:
            said.append(tr("without {mods}").format(mods=", ".join(self.excluded)))
        text = ", ".join(filter(None, said))
        return text[:1].upper() + text[1:] if text else tr("Any mods")

    def state_of(self, acronym: str) -> ModState:
        """Return what the choice says of a mod."""
        for state, mods in (
            (ModState.REQUIRED, self.required),
            (ModState.OPTIONAL, self.optional),
            (ModState.EXCLUDED, self.excluded),
        ):
            if acronym in mods:
                return state
        return ModState.ANY

    def with_state(self, acronym: str, state: ModState) -> ModChoice:
        """Return the choice with another state of one mod.

        A required mod replaces `NM`, and those that it cannot be together with.
        """
        required = [one for one in self.required if one != acronym]
        optional = [one for one in self.optional if one != acronym]
        excluded = [one for one in self.excluded if one != acronym]
        if state is ModState.REQUIRED:
            required = [one for one in required if one != NO_MOD and _fit((one, acronym))]
            required.append(acronym)
        elif state is ModState.OPTIONAL and acronym != NO_MOD:
            optional.append(acronym)
        elif state is ModState.EXCLUDED and acronym != NO_MOD:
            excluded.append(acronym)
        return ModChoice(tuple(required), tuple(optional), tuple(excluded))

    def combinations(self) -> list[tuple[str, ...] | None]:
        """Return the combinations to ask osu! for, each a board; `[None]` for any mods."""
        if self.is_any:
            return [None]
        return [mods or (NO_MOD,) for mods in _combinations(self.required, self.optional)]

    def is_excluded(self, acronyms: Iterable[str]) -> bool:
        """Return whether a score with these mods is left out."""
        return not found_with(self.excluded).isdisjoint(acronyms)

    def takes(self, acronyms: Iterable[str]) -> bool:
        """Return whether a score with these mods fits the choice."""
        mods = frozenset(acronyms)
        if self.is_excluded(mods):
            return False
        if self.is_any:
            return True
        required = [one for one in self.required if one != NO_MOD]
        if not all(found_with((one,)) & mods for one in required):
            return False
        return mods <= found_with((*required, *self.optional)) | _UNCOUNTED


def found_with(acronyms: Iterable[str]) -> frozenset[str]:
    """Return mods, and those that osu! finds with them: NC with DT."""
    mods = tuple(acronyms)
    return frozenset((*mods, *(more for one in mods for more in _INCLUDED_IN.get(one, ()))))


def _unique(acronyms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(acronyms))[:_MOST]


def _fit(acronyms: Iterable[str]) -> bool:
    """Return whether a score can have these mods together."""
    mods = frozenset(acronyms)
    return all(len(mods & group) < 2 for group in _EXCLUSIVE)


def _combinations(required: Iterable[str], optional: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the required mods with each choice of the optional ones, in different boards only."""
    fixed = tuple(one for one in required if one != NO_MOD)
    hidden = frozenset(more for one in (*fixed, *optional) for more in _INCLUDED_IN.get(one, ()))
    free = [one for one in optional if one not in _UNCOUNTED and one not in hidden]
    return [
        (*fixed, *some)
        for count in range(len(free) + 1)
        for some in combinations(free, count)
        if not some or _fit((*fixed, *some))
    ]


ANY_MODS: Final = ModChoice()
"""The choice that every score fits."""
