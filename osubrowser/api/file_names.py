"""Names of files made from templates, `{player} - {title}.osr`: good ones on every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from osubrowser.api.mods import mods_text

if TYPE_CHECKING:
    from osubrowser.api.entities.scores import Score

REPLAY_NAME: Final = "{player} - {artist} - {title} [{difficulty}] ({date}) {mode}.osr"
"""How the game names the replays that it exports."""
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
"""The fields of a template that `score_fields` fills."""

_MOST_BYTES: Final = 240  # of the 255 that systems allow: room for a number behind it
_MOST_ENDING: Final = 16
_PART: Final = re.compile(r"\{\{|\}\}|\{([a-z_]+)\}|[{}]|[^{}]+")
_ENDING: Final = re.compile(r"\.[A-Za-z0-9]+$")
_REFUSED: Final = re.compile(r'[<>:"/\\|?*]')
_RESERVED: Final = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE
)


class NameTemplate:
    """A text with fields in braces: `{player} - {title}.osr`; `{{` and `}}` are braces.

    Args:
        text: the template.
        fields: the names that may stand in it.

    Raises ValueError for a field of another name and for a brace that is none.
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
        """The names of the fields in it."""
        return frozenset(part for part, is_field in self._parts if is_field)

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the name of a file: never empty, never a path, at most 240 bytes of UTF-8.

        A field without a value is left empty. What some system refuses is replaced by `_` or
        left out; a name that is too long is cut before its ending (`.osr`). Braces in values are
        braces, not fields.
        """
        filled = (values.get(part, "") if is_field else part for part, is_field in self._parts)
        return safe_name("".join(filled))


def safe_name(text: str) -> str:
    """Return a text as the name of a file that every system takes, itself if it is one."""
    clean = "".join(" " if c.isspace() else c for c in text if c.isspace() or _is_shown(c))
    clean = _REFUSED.sub("_", clean).strip(" ").rstrip(" .")
    ending = _ENDING.search(clean)
    tail = ending[0] if ending and len(ending[0]) <= _MOST_ENDING else ""
    stem = clean[: len(clean) - len(tail)]
    # A file whose name begins with a dot is hidden on some systems.
    if not stem or stem.startswith(".") or _RESERVED.fullmatch(stem.split(".")[0].rstrip()):
        stem = f"_{stem}"
    stem = stem.encode()[: _MOST_BYTES - len(tail)].decode(errors="ignore")
    return stem + tail if tail else stem.rstrip(" .")


def score_fields(score: Score, player: str | None = None) -> dict[str, str]:
    """Return what a score says for the fields of a template.

    `player` is for scores that come without their user, as those of a player's own lists may.
    """
    beatmap, beatmapset = score.beatmap, score.beatmapset
    if beatmapset is None and beatmap is not None:
        beatmapset = beatmap.beatmapset
    fields = {
        "player": player or (score.user.username if score.user else ""),
        "mode": str(score.mode),
        "mods": mods_text(score.mods),
        "grade": score.grade.name,
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


def _is_shown(character: str) -> bool:
    # Control characters, turned directions, lone surrogates, private ones.
    return unicodedata.category(character)[0] != "C"
