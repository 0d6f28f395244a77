"""File name templates of replays: `{player} - {title}.osr`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from osubrowser.api.file_names import safe_name
from osubrowser.api.mods import mods_text

if TYPE_CHECKING:
    from osubrowser.api.entities.legacy import LegacyBeatmap, LegacyScore
    from osubrowser.api.entities.modes import GameMode
    from osubrowser.api.entities.scores import Score

REPLAY_NAME: Final = "{player} - {artist} - {title} [{difficulty}] ({date}) {mode}.osr"
"""Template of the names that the game gives to exported replays."""
SCORE_FIELDS: Final = (
    "player",
    "artist",
    "title",
    "difficulty",
    "mapper",
    "date",
    "mode",
    "mods",
    "grade",
    "accuracy",
    "pp",
    "combo",
    "score_id",
    "beatmap_id",
    "beatmapset_id",
    "user_id",
)
"""Field names that `score_fields` provides."""

_PART: Final = re.compile(r"\{\{|\}\}|\{([a-z_]+)\}|[{}]|[^{}]+")


class NameTemplate:
    """File name template with fields in braces: `{player} - {title}.osr`.

    Literal braces are written `{{` and `}}`.

    Args:
        text: the template.
        fields: the allowed field names.

    Raises:
        ValueError: an unknown field, or an unmatched brace.
    """

    def __init__(self, text: str, fields: tuple[str, ...] = SCORE_FIELDS) -> None:
        self.text = text
        self._parts: list[tuple[str, bool]] = []
        for part in _PART.finditer(text):
            name = part[1]
            if name is not None and name not in fields:
                raise ValueError(f"there is no field {{{name}}}; there are: {', '.join(fields)}")
            if name is None and part[0] in ("{", "}"):
                raise ValueError(f"a brace too much at {part.start() + 1}: {text!r}")
            literal = part[0].replace("{{", "{").replace("}}", "}")
            self._parts.append((literal, False) if name is None else (name, True))

    def __repr__(self) -> str:
        return f"NameTemplate({self.text!r})"

    @property
    def fields(self) -> frozenset[str]:
        """The names of its fields."""
        return frozenset(part for part, is_field in self._parts if is_field)

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the safe file name for these values: never empty, at most 240 bytes of UTF-8.

        Missing values are empty. Characters that some system refuses are replaced by `_` or
        removed; a long name is cut before its extension. Braces in values are literal.
        """
        filled = (values.get(part, "") if is_field else part for part, is_field in self._parts)
        return safe_name("".join(filled))


def score_fields(score: Score, player: str | None = None) -> dict[str, str]:
    """Return the template values of a score, by field name.

    `player` is the user name for scores without their user, as in a player's own lists.
    """
    beatmap, beatmapset = score.beatmap, score.beatmapset
    if beatmapset is None and beatmap is not None:
        beatmapset = beatmap.beatmapset
    fields = {
        "player": player or (score.user.username if score.user else ""),
        "mode": score.mode or "",
        "mods": mods_text(score.mods),
        "grade": "" if score.grade is None else score.grade.name,
        "accuracy": f"{score.accuracy:.2%}",
        "combo": f"{score.max_combo}x",
        "pp": "" if score.pp is None else f"{score.pp:.0f}pp",
        "date": f"{score.ended_at:%Y-%m-%d}" if score.ended_at else "",
        "score_id": str(score.score_id or ""),
        "user_id": str(score.user_id),
        "beatmap_id": str(score.beatmap_id),
    }
    if beatmap is not None:
        fields["difficulty"] = beatmap.version
    if beatmapset is not None:
        fields |= {
            "artist": beatmapset.artist,
            "title": beatmapset.title,
            "mapper": beatmapset.creator,
            "beatmapset_id": str(beatmapset.id),
        }
    return fields


def legacy_score_fields(
    score: LegacyScore, beatmap: LegacyBeatmap, mode: GameMode | None = None
) -> dict[str, str]:
    """Return the template values of a score of API v1, by field name.

    `mode` is the ruleset of the score; by default the beatmap's own.
    """
    mode = mode or beatmap.mode
    accuracy = _stable_accuracy(score, "osu" if mode is None else mode.value)
    return {
        "player": score.username or "",
        "artist": beatmap.artist,
        "title": beatmap.title,
        "difficulty": beatmap.version,
        "mapper": beatmap.creator,
        "date": f"{score.date:%Y-%m-%d}" if score.date else "",
        "mode": "" if mode is None else mode.value,
        "mods": mods_text(score.mods),
        "grade": "" if score.grade is None else score.grade.name,
        "accuracy": "" if accuracy is None else f"{accuracy:.2%}",
        "pp": "" if score.pp is None else f"{score.pp:.0f}pp",
        "combo": f"{score.max_combo}x",
        "score_id": str(score.score_id or ""),
        "beatmap_id": str(score.beatmap_id or beatmap.beatmap_id),
        "beatmapset_id": str(beatmap.beatmapset_id),
        "user_id": str(score.user_id),
    }


def _stable_accuracy(score: LegacyScore, mode: str) -> float | None:
    """Return stable's accuracy, 0 to 1; None without any hit."""
    great, ok, meh, miss = score.count_300, score.count_100, score.count_50, score.count_miss
    geki, katu = score.count_geki, score.count_katu
    match mode:
        case "taiko":
            hits, points = great + ok + miss, great + ok / 2
        case "fruits":
            hits, points = great + ok + meh + katu + miss, great + ok + meh
        case "mania":
            hits = geki + great + katu + ok + meh + miss
            points = geki + great + katu * 2 / 3 + ok / 3 + meh / 6
        case _:
            hits, points = great + ok + meh + miss, great + ok / 3 + meh / 6
    return points / hits if hits > 0 else None
