"""API objects of beatmapsets and beatmaps with all optional fields."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.beatmaps.favourites import Favourites
from osubrowser.demo.world.beatmaps.packs import Packs
from osubrowser.demo.world.beatmaps.play_counts import PlayCounts
from osubrowser.demo.world.beatmaps.user_tags import UserTags
from osubrowser.demo.world.data import texts
from osubrowser.demo.world.draws import Draws, between, chance, pick, spread, unit
from osubrowser.demo.world.modding.nominations import Nominations

if TYPE_CHECKING:
    from osubrowser.demo.world.players.accounts import Accounts

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.songs import GENRES, LANGUAGES


class BeatmapDetails:
    """Builder of the answers of `beatmapsets/{id}` and `beatmaps/{id}`."""

    def __init__(
        self,
        seed: int,
        accounts: Accounts,
        beatmaps: Beatmaps,
        favourites: Favourites,
        nominations: Nominations,
        play_counts: PlayCounts,
        user_tags: UserTags,
        packs: Packs,
    ) -> None:
        self._accounts = accounts
        self._favourites = favourites
        self._nominations = nominations
        self._play_counts = play_counts
        self._user_tags = user_tags
        self._packs = packs
        self._beatmaps = beatmaps
        self._draws = Draws(seed, "beatmap pages")

    def beatmap(self, index: int, difficulty: Difficulty, viewer: int | None) -> dict[str, object]:
        """Return the `BeatmapExtended` with its set, as `GET beatmaps/{id}` does.

        Args:
            viewer: the account behind the token, None for client credentials.
        """
        beatmapset = self._beatmaps.extended(index)
        beatmapset["ratings"] = self.ratings(index)
        whole = self._beatmaps.beatmap(index, difficulty)
        whole["beatmapset"] = beatmapset
        whole["current_user_playcount"] = self._own_play_count(index, difficulty, viewer)
        whole["failtimes"] = self.fail_times(difficulty)
        whole["max_combo"] = self._beatmaps.max_combo(index, difficulty)
        whole["owners"] = self.owners(index, difficulty)
        return whole

    def beatmapset(self, index: int, viewer: int | None) -> dict[str, object]:
        """Return the `BeatmapsetExtended` with everything `GET beatmapsets/{id}` includes."""
        beatmaps, accounts = self._beatmaps, self._accounts
        difficulties, song = beatmaps.difficulties(index), beatmaps.song(index)
        fans = self._favourites.fans(index)
        return beatmaps.extended(index) | {
            "beatmaps": [self._own(index, one, viewer) for one in difficulties],
            "converts": [
                self._with_figures(index, other)
                for one in difficulties
                for other in beatmaps.converts(one)
            ],
            "current_nominations": self._nominations.entities(index),
            "description": {"description": self.description(index)},
            "genre": {"id": song.genre, "name": GENRES[song.genre]},
            "language": {"id": song.language, "name": LANGUAGES[song.language]},
            "pack_tags": self._packs.tags_of(index),
            "ratings": self.ratings(index),
            "recent_favourites": [accounts.compact(account) for account in fans],
            "related_tags": self._related_tags(index, difficulties),
            "related_users": [accounts.compact(one) for one in self._related(index, difficulties)],
            "user": accounts.compact(beatmaps.mapper[index]),
            "version_count": self._draws.at(index)[15] % 4,
        }

    def _own(self, index: int, difficulty: Difficulty, viewer: int | None) -> dict[str, object]:
        """Return a difficulty of the set itself: with the longest combo and the viewer's part.

        A guest's plays are 0 and its tags are empty: osu! sends both without a user as well.
        """
        beatmap = self._with_figures(index, difficulty)
        beatmap["max_combo"] = self._beatmaps.max_combo(index, difficulty)
        beatmap["current_user_playcount"] = self._own_play_count(index, difficulty, viewer)
        beatmap["current_user_tag_ids"] = []
        return beatmap

    def _own_play_count(self, index: int, difficulty: Difficulty, viewer: int | None) -> int:
        return 0 if viewer is None else self._play_counts.times(viewer, index, difficulty)

    def _with_figures(self, index: int, difficulty: Difficulty) -> dict[str, object]:
        beatmap = self._beatmaps.beatmap(index, difficulty)
        beatmap["failtimes"] = self.fail_times(difficulty)
        beatmap["owners"] = self.owners(index, difficulty)
        beatmap["top_tag_ids"] = [
            {"tag_id": tag, "count": count} for tag, count in self._user_tags.of(index, difficulty)
        ]
        return beatmap

    # --- parts ----------------------------------------------------------------------------------

    def owners(self, index: int, difficulty: Difficulty) -> list[dict[str, object]]:
        """Return the `owners` of a difficulty."""
        accounts = self._accounts
        return [
            {"id": accounts.id_of(account), "username": accounts.name_of(account)}
            for account in self._beatmaps.owners(index, difficulty)
        ]

    def ratings(self, index: int) -> list[int]:
        """Return the counts of the ratings 0 to 10; 0 cannot be given."""
        return self._beatmaps.rating(index).counts

    def fail_times(self, difficulty: Difficulty) -> dict[str, object]:
        """Return where players fail and leave, in hundredths of the length."""
        fails, leaves = (self._draws.at(difficulty.id << 8 | kind) for kind in (1, 2))
        return {"exit": _hundred(leaves, 0.7), "fail": _hundred(fails, 1.0)}

    def description(self, index: int) -> str:
        """Return the description of a set: the HTML the site makes of BBCode."""
        draws, song = self._draws.at(index), self._beatmaps.song(index)
        lines = [f"<strong>{html.escape(song.title)}</strong> by {html.escape(song.artist)}"]
        if chance(draws[11], 0.6):
            lines.append(html.escape(pick(draws[12], texts("remarks"))))
        guests = {d.owner for d in self._beatmaps.difficulties(index)}
        guests.discard(self._beatmaps.mapper[index])
        for account in sorted(guests):
            name = html.escape(self._accounts.name_of(account))
            address = f"https://osu.ppy.sh/users/{self._accounts.id_of(account)}"
            lines.append(f'Guest: <a href="{address}" rel="nofollow">{name}</a>')
        body = "<br />".join(lines)
        return f"<div class='bbcode bbcode--normal-line-height'>{body}</div>"

    def _related(self, index: int, difficulties: list[Difficulty]) -> list[int]:
        """Return the accounts that the set's page speaks of: owners and nominators."""
        owners = (one for d in difficulties for one in self._beatmaps.owners(index, d))
        return sorted({*owners, *self._nominations.of(index)})

    def _related_tags(self, index: int, difficulties: list[Difficulty]) -> list[dict[str, object]]:
        tags = self._user_tags
        ids = dict.fromkeys(tag for d in difficulties for tag, _ in tags.of(index, d))
        return [tags.entity(tag, dated=True) for tag in ids]


def _hundred(draws: tuple[int, ...], height: float) -> list[int]:
    """Return a hundred counts with a few peaks, falling towards the end."""
    peaks = [(between(draw, 4, 96), unit(draw << 7 & 0xFFFFFFFF)) for draw in draws[:5]]
    top = spread(draws[5], 0, 400) * height
    return [
        int(sum(top * size / (1 + (place - at) ** 2) for at, size in peaks) * (1.1 - place / 100))
        for place in range(100)
    ]
