"""Medals: what each of them is called and what it takes."""

from __future__ import annotations

from osubrowser.demo.world.draws import Draws, between, chance
from osubrowser.demo.world.rulesets import RULESETS

COUNT = 340
"""Medals have the numbers from 1 to one less than this."""

_FIRST = (
    "Quiet",
    "Restless",
    "Golden",
    "Patient",
    "Reckless",
    "Midnight",
    "Paper",
    "Thunderous",
    "Gentle",
    "Stubborn",
    "Hidden",
    "Borrowed",
    "Electric",
    "Wandering",
    "Last",
    "Perfect",
    "Unlikely",
)
_SECOND = (
    "Metronome",
    "Finish",
    "Spinner",
    "Encore",
    "Wrist",
    "Marathon",
    "Drum",
    "Orchard",
    "Constellation",
    "Comeback",
    "Collector",
    "Staircase",
    "Whisper",
    "Clockwork",
    "Lighthouse",
    "Pilgrim",
    "Crescendo",
    "Rival",
    "Streak",
    "Horizon",
)
_GROUPS = (
    ("Skill & Dedication", "Play a beatmap of at least {n} stars without failing.", True),
    ("Dedication", "Reach {n}00 plays in one ruleset.", True),
    ("Beatmap Packs", "Finish every beatmap of a pack.", False),
    ("Mod Introduction", "Try something new, {n} times.", False),
    ("Hush-Hush", "There is a way. Nobody will tell you.", False),
    ("Beatmap Challenge Packs", "Finish a pack without any help.", False),
)


class Medals:
    """All medals of one world."""

    def __init__(self, seed: int) -> None:
        self._draws = Draws(seed, "medals")

    def entity(self, medal: int) -> dict[str, object]:
        """Return the `Achievement` of the API."""
        draws = self._draws.at(medal)
        second, first = divmod(medal, len(_FIRST))
        name = f"{_FIRST[first]} {_SECOND[second % len(_SECOND)]}"
        grouping, description, own_ruleset = _GROUPS[medal % len(_GROUPS)]
        slug = f"all-{name.lower().replace(' ', '-')}"
        mode = RULESETS[medal // len(_GROUPS) % 4].name if own_ruleset else None
        count = between(draws[0], 900, 4_000_000)
        return {
            "icon_url": f"https://assets.ppy.sh/medals/web/{slug}.png",
            "id": medal,
            "name": name,
            "description": description.format(n=between(draws[1], 2, 9)),
            "grouping": grouping,
            "ordering": medal % 8,
            "slug": slug,
            "mode": mode,
            "instructions": "<i>Just keep going.</i>" if chance(draws[2], 0.5) else None,
            "achieved_count": count,
            "achieved_percent": count / 20_000_000,
        }
