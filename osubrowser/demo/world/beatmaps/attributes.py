"""Difficulty attributes with mods, by simple formulas."""

from __future__ import annotations

from collections.abc import Mapping
from math import pow

from osubrowser.demo.http.parameters import to_int
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.beatmaps.mods import OF_RULESET, GameMod, read_mods, speed_of
from osubrowser.demo.world.draws import Draws, spread
from osubrowser.demo.world.rulesets import BY_NAME, RULESETS

_CONVERSION = "specified beatmap can't be converted to the specified ruleset"
_FACTORS = {
    0: {"HR": 1.09, "EZ": 0.87, "RX": 0.62, "AP": 0.55, "TD": 0.8},
    1: {"RX": 0.7},
    2: {"HR": 1.19, "EZ": 0.88},
    3: {},
}


class Attributes:
    """Calculator of difficulty attributes."""

    def __init__(self, seed: int, beatmaps: Beatmaps) -> None:
        self._beatmaps = beatmaps
        self._draws = Draws(seed, "attributes")

    def of(
        self, index: int, difficulty: Difficulty, asked: Mapping[str, object]
    ) -> dict[str, object]:
        """Return the attributes for the parameters of a request.

        Args:
            asked: `mods`, and `ruleset_id` or `ruleset`, as they were sent.

        Raises:
            Refusal: 422 for a ruleset or a mod that does not fit.
        """
        ruleset = _ruleset(asked)
        played = difficulty
        if ruleset is not None:
            found = self._beatmaps.converted(difficulty, ruleset)
            if found is None:
                raise refuse(422, _CONVERSION)
            played = found
        mods = read_mods(asked.get("mods"))
        if mods is None:
            raise refuse(422, "invalid mods specified")
        for mod in mods:
            if mod.acronym not in OF_RULESET[played.ruleset]:
                raise refuse(422, f"invalid mod for ruleset: {mod.acronym}")
        return self.with_mods(index, played, mods)

    def with_mods(self, index: int, played: Difficulty, mods: list[GameMod]) -> dict[str, object]:
        """Return the attributes of a difficulty or conversion, played with mods of its ruleset."""
        stars = stars_with(played, mods)
        found: dict[str, object] = {
            "star_rating": stars,
            "max_combo": self._beatmaps.max_combo(index, played),
        }
        draws = self._draws.at(played.id)
        if played.ruleset == 1:
            found["mono_stamina_factor"] = round(spread(draws[0], 0, 0.2) ** 3, 12)
        if played.ruleset == 0:
            found |= self._skills(index, played, stars, mods)
        return found

    def _skills(
        self, index: int, played: Difficulty, stars: float, mods: list[GameMod]
    ) -> dict[str, object]:
        """Return the parts of osu!'s rating: aim and speed add up to about the whole."""
        draws, names = self._draws.at(played.id), {mod.acronym for mod in mods}
        counts = self._beatmaps.counts(index, played)
        objects = counts.circles + counts.sliders
        lean = spread(draws[1], 0.85, 1.15)
        aim = 0.0 if "AP" in names else stars * 0.53 * lean
        speed = 0.0 if "RX" in names else stars * 0.53 / lean
        found: dict[str, object] = {
            "aim_difficulty": aim,
            "aim_difficult_slider_count": counts.sliders * spread(draws[2], 0.1, 0.45),
            "speed_difficulty": speed,
            "speed_note_count": objects * spread(draws[3], 0.15, 0.7),
            "slider_factor": spread(draws[4], 0.94, 1),
            "aim_difficult_strain_count": objects * spread(draws[5], 0.06, 0.2),
            "speed_difficult_strain_count": objects * spread(draws[6], 0.06, 0.2),
        }
        if "FL" in names:
            found["flashlight_difficulty"] = stars * spread(draws[7], 0.2, 0.5)
        return found


def stars_with(played: Difficulty, mods: list[GameMod]) -> float:
    """Return the star rating of a difficulty or conversion with mods."""
    stars = played.stars * (0.12 + 0.88 * pow(speed_of(mods), 0.95))
    for mod in mods:
        stars *= _FACTORS[played.ruleset].get(mod.acronym, 1.0)
        if mod.acronym == "FL" and played.ruleset == 0:
            stars *= 1.08
    return stars


def _ruleset(asked: Mapping[str, object]) -> int | None:
    """Return the number of the ruleset that was asked for, None for the beatmap's own."""
    by_number, by_name = asked.get("ruleset_id"), asked.get("ruleset")
    if by_number is not None and by_number != "":
        number = to_int(by_number)
        if number is None or not 0 <= number < len(RULESETS):
            raise refuse(422, "invalid ruleset_id specified")
        return number
    if by_name is None or by_name == "":
        return None
    if not isinstance(by_name, str) or by_name not in BY_NAME:
        raise refuse(422, "invalid ruleset specified")
    return BY_NAME[by_name].id
