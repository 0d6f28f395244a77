"""The tags that players give to difficulties: which there are, and how often each was given."""

from __future__ import annotations

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.draws import Draws, between

_TAGS = """
skillset/jumps|0|Wide spaces between circles: the hand moves far, stops and moves again
skillset/streams|0|Long rows of circles that are played with both fingers in turn
skillset/bursts|0|Short rows of fast circles between slower parts
skillset/alt|0|Rhythms that ask for both fingers where one would be usual
skillset/tech|0|Unusual slider shapes and rhythms that are hard to read
skillset/reading|0|The order of the objects is the difficulty: overlaps, stacks, slow approach
skillset/finger control|0|Rhythms change all the time
skillset/precision|0|Small circles
skillset/slider tech|0|Sliders that have to be followed closely
skillset/gimmick|0|One idea that no other map has
style/clean|0|Even spaces and tidy shapes
style/messy|0|Shapes that look improvised
style/geometric|0|Patterns drawn with a ruler
style/old|0|Like the first years of the game
style/symmetrical|0|The two halves of the screen mirror each other
skillset/technical taiko|1|Colours that change where nobody expects it
skillset/stamina|1|Dense from the start to the end
skillset/swing|1|Triplets and shuffled rhythms
skillset/mono|1|Long runs of one colour
style/kantan|1|Calm and made for the first day
skillset/hyperdashes|2|Catches that need the dash and its boost
skillset/edge dashes|2|Dashes that only just reach
skillset/wiggles|2|Left and right in short turns
skillset/antiflow|2|Movement against the direction that seems natural
skillset/jack|3|The same key again and again
skillset/jumpstream|3|Streams with two keys at a time between single ones
skillset/long notes|3|Held notes, and releases in time
skillset/chordjack|3|Chords that follow each other on the same keys
skillset/slow velocity|3|The speed of the scroll changes
skillset/speed|3|Fast above all
meta/tournament|*|Made or chosen for a tournament
meta/marathon|*|Five minutes and more
meta/collab|*|Made by several people
meta/featured artist|*|A song of a featured artist
mood/calm|*|For a quiet evening
mood/energetic|*|Keeps you awake
mood/sad|*|For rainy days
"""


def _read(text: str) -> tuple[tuple[str, int | None, str], ...]:
    rows = (line.split("|") for line in text.strip().splitlines())
    return tuple((name, None if mode == "*" else int(mode), about) for name, mode, about in rows)


TAGS = _read(_TAGS)
"""Name, ruleset (None: any) and description of each tag; its id is its place, from 1."""


class UserTags:
    """The tags of one world's difficulties."""

    def __init__(self, seed: int, beatmaps: Beatmaps) -> None:
        self._beatmaps = beatmaps
        self._draws = Draws(seed, "user tags")
        self._choices = tuple(
            tuple(id for id, (_, own, _) in enumerate(TAGS, 1) if own in (ruleset, None))
            for ruleset in range(4)
        )

    def of(self, index: int, difficulty: Difficulty) -> list[tuple[int, int]]:
        """Return the ids of a difficulty's tags and how often each was given, most often first.

        A conversion has those of its original; a set without a leaderboard has none.
        """
        ruleset = 0 if difficulty.convert else difficulty.ruleset
        return self.given(index, difficulty.id, ruleset)

    def given(self, index: int, beatmap_id: int, ruleset: int) -> list[tuple[int, int]]:
        """Return the same of a difficulty that was made for a ruleset."""
        if self._beatmaps.status[index] <= 0:
            return []
        draws = self._draws.at(beatmap_id)
        choice = self._choices[ruleset]
        count = max(0, between(draws[0], -3, 4))
        ids = dict.fromkeys(choice[draw * len(choice) >> 32] for draw in draws[1 : 1 + count])
        given = sorted((1 + (draw >> 20) % 24 for draw in draws[8 : 8 + count]), reverse=True)
        return list(zip(ids, given, strict=False))

    def entity(self, tag: int, *, dated: bool = False) -> dict[str, object]:
        """Return the `Tag` with this id; the tags beside a set carry (empty) dates."""
        name, ruleset, about = TAGS[tag - 1]
        found: dict[str, object] = {
            "id": tag,
            "name": name,
            "ruleset_id": ruleset,
            "description": f"{about}.",
        }
        return found | ({"created_at": None, "updated_at": None} if dated else {})

    def all(self) -> list[dict[str, object]]:
        """Return every `Tag`."""
        return [self.entity(tag) for tag in range(1, len(TAGS) + 1)]
