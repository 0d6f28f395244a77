"""What happened to beatmapsets: nominations, leaderboards, resolved issues, edits, kudosu."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from osubrowser.demo.world.beatmaps.beatmap_pages import GENRES, LANGUAGES
from osubrowser.demo.world.clock import LAUNCH, offset_form
from osubrowser.demo.world.modding.arrays import EVENT_TYPES, NONE, PUBLIC
from osubrowser.demo.world.modding.index import FIRST_SET
from osubrowser.demo.world.rulesets import RULESETS

if TYPE_CHECKING:
    from osubrowser.demo.world.modding.modding import Modding
    from osubrowser.demo.world.world import World

_OLD_STYLE = 1_000
"""Of how many sets, the oldest, a disqualification was told in words alone."""

_PLAIN = frozenset(("rank", "love", "qualify"))


class ModdingEvents:
    """Events as objects of the API."""

    def __init__(self, world: World, modding: Modding) -> None:
        self._world = world
        self._modding = modding

    def entity(self, row: int) -> dict[str, object]:
        """Return the `BeatmapsetEvent` of the API."""
        table, people = self._modding.index.events, self._world.social.people
        index, type_ = table["set"][row], table["type"][row]
        beatmapset = self._world.beatmaps.entity(index)
        beatmapset["user"] = people.user(self._world.beatmaps.mapper[index])
        found: dict[str, object] = {
            "id": self._modding.id_of("event", row),
            "type": EVENT_TYPES[type_],
            "comment": self.comment(row),
            "created_at": offset_form(LAUNCH + timedelta(seconds=table.time[row])),
            "beatmapset": beatmapset,
        }
        if type_ in PUBLIC:
            found["user_id"] = people.id_of(table["author"][row])
        if table["discussion"][row] != NONE:
            found["discussion"] = self._modding.discussion(table["discussion"][row], starting=True)
        return found

    def comment(self, row: int) -> dict[str, object] | str | None:
        """Return what is told about an event; None where there is nothing to tell."""
        table, modding = self._modding.index.events, self._modding
        name = EVENT_TYPES[table["type"][row]]
        if name in _PLAIN:
            return None
        if name == "disqualify" and table["set"][row] < FIRST_SET + _OLD_STYLE:
            return "Metadata and an unsnapped slider, see the discussion."
        about, post = table["discussion"][row], table["post"][row]
        refers: dict[str, object] = {
            "beatmap_discussion_id": None if about == NONE else modding.id_of("discussion", about),
            "beatmap_discussion_post_id": None if post == NONE else modding.id_of("post", post),
        }
        return refers | self._details(name, row)

    def _details(self, name: str, row: int) -> dict[str, object]:
        table, world = self._modding.index.events, self._world
        index, author = table["set"][row], table["author"][row]
        people = world.social.people
        match name:
            case "nominate":
                return {"modes": [RULESETS[world.beatmaps.ruleset[index]].name]}
            case "disqualify" | "nomination_reset":
                both = world.nominations.of(index)
                chosen = both if name == "disqualify" else both[:1]
                return {"nominator_ids": [people.id_of(one) for one in chosen]}
            case "nomination_reset_received":
                critic = table["other"][row]
                return {
                    "source_user_id": people.id_of(critic),
                    "source_user_username": people.name_of(critic),
                }
            case "kudosu_gain":
                vote = {"user_id": people.id_of(author), "score": 1}
                return {"new_vote": vote, "votes": [vote]}
            case "beatmap_owner_change":
                return self._owner(index)
            case "genre_edit":
                return {"old": GENRES[1], "new": GENRES[world.beatmaps.song(index).genre]}
            case "language_edit":
                return {"old": LANGUAGES[1], "new": LANGUAGES[world.beatmaps.song(index).language]}
            case "nsfw_toggle":
                return {"old": False, "new": True}
            case "offset_edit":
                return {"old": 12, "new": 0}
            case "tags_edit":
                tags = world.beatmaps.song(index).tags
                return {"old": tags.rpartition(" ")[0], "new": tags}
        return {}

    def _owner(self, index: int) -> dict[str, object]:
        """Return who was given a difficulty: a guest if the set has one."""
        beatmaps, people = self._world.beatmaps, self._world.social.people
        difficulties = beatmaps.difficulties(index)
        mapper = beatmaps.mapper[index]
        guests = [one for one in difficulties if one.owner != mapper]
        given = (guests or difficulties)[-1]
        new = [
            {"id": people.id_of(owner), "username": people.name_of(owner)}
            for owner in beatmaps.owners(index, given)
        ]
        return {
            "beatmap_id": given.id,
            "beatmap_version": given.version,
            "new_user_id": new[0]["id"],
            "new_user_username": new[0]["username"],
            "new_users": new,
        }
