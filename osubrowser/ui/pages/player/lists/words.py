"""What the lists of a player's page say: notes, sentences for what is empty or failed, names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from osubrowser.api.errors import LoginRequired, NotFound
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.ui.error_messages import Sentence, describe

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile

NOTES: Final = {
    "best": "At most 200, by pp",
    "firsts": "First places of now, the newest first",
    "pinned": "What the player put on top of their page",
    "most_played": "Of all rulesets together",
    "activity": "The newest first; osu! tells at most 100",
    "kudosu": "The newest first; osu! tells at most 100",
    "medals": "osu! names those that were won lately; of others it tells number and day",
}
"""A few words above a list: what is in it, in which order."""

_NOTHING: Final = {
    "best": "{name} has no ranked scores in {mode}.",
    "firsts": "{name} has no first places in {mode}.",
    "recent": "{name} passed nothing in {mode} in the last 24 hours.",
    "recent/all": "{name} played nothing in {mode} in the last 24 hours.",
    "pinned": "{name} pinned no scores in {mode}.",
    "most_played": "{name} has not played any beatmap yet.",
    "beatmaps/favourite": "{name} has no favourite beatmaps.",
    "beatmaps/ranked": "{name} has no ranked beatmaps.",
    "beatmaps/loved": "{name} has no loved beatmaps.",
    "beatmaps/guest": "{name} has no guest difficulties in ranked beatmaps of others.",
    "beatmaps/pending": "{name} has no pending beatmaps.",
    "beatmaps/graveyard": "{name} has no beatmaps in the graveyard.",
    "beatmaps/nominated": "{name} has nominated no beatmaps.",
    "activity": "{name} did nothing of late that osu! tells about.",
    "kudosu": "{name} has not received any kudosu.",
    "medals": "{name} has no medals.",
}
_UNSAFE: Final = re.compile(r"[^\w\[\]()-]+")


def nothing_in(key: str, profile: Profile) -> str:
    """Return the sentence for a list without entries."""
    mode = MODE_NAMES.get(profile.mode, profile.mode)
    return _NOTHING[key].format(name=profile.name, mode=mode)


def describe_in(error: BaseException) -> Sentence:
    """Put into words why a list did not come."""
    sentence = describe(error)
    if isinstance(error, LoginRequired):
        return replace(sentence, text="Players are seen when you are signed in to osu!.")
    if isinstance(error, NotFound):
        return replace(sentence, text="osu! shows nothing of this player: unknown, or restricted.")
    return sentence


def file_stem(key: str, profile: Profile, *, by_mode: bool) -> str:
    """Return the name that an export has at first, without its ending."""
    name = _UNSAFE.sub("_", profile.name)[:40].strip("_") or str(profile.id)
    parts = ["osu", name, profile.mode if by_mode else "", key.replace("/", "-")]
    return "-".join(part for part in parts if part)
