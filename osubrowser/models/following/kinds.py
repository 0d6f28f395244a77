"""Names of the kinds of followed things, and of the kinds of their changes."""

from __future__ import annotations

from typing import Final

from osubrowser.services.text.translation import tr

KINDS: Final = {
    "player": tr("Player"),
    "mapper": tr("Mapper"),
    "team": tr("Team"),
    "beatmapset": tr("Beatmapset"),
    "beatmap": tr("Difficulty"),
    "search": tr("Search of beatmaps"),
    "ranking": tr("Ranking"),
    "match": tr("Match"),
    "wiki": tr("Wiki page"),
}
"""Name of each `FollowKind`, which are its keys too."""

AS_KIND: Final = {
    "player": tr("Follow as a player"),
    "mapper": tr("Follow as a mapper (new and changed beatmaps)"),
    "team": tr("Follow the team"),
    "beatmapset": tr("Follow the beatmapset"),
    "beatmap": tr("Follow this difficulty (its status and first place)"),
    "search": tr("Follow the search"),
    "ranking": tr("Follow the ranking"),
    "match": tr("Follow the match"),
    "wiki": tr("Follow the wiki page"),
}
"""Menu entry that follows something as a `FollowKind`."""

CHANGES: Final = {
    "rank": tr("Rank", "a kind of change"),
    "passed": tr("Passed"),
    "new_play": tr("New top play"),
    "lost_play": tr("Lost top play"),
    "first_won": tr("First place won"),
    "first_lost": tr("First place lost"),
    "medal": tr("Medal"),
    "name": tr("New name"),
    "status": tr("Status"),
    "upload": tr("Upload"),
    "update": tr("Update"),
    "nominated": tr("Nomination"),
    "comment": tr("Comment"),
    "replay": tr("Replay"),
    "members": tr("Members"),
    "team_rank": tr("Team's rank"),
    "new_result": tr("New in the search"),
    "left_result": tr("Left the search"),
    "ranking": tr("Ranking"),
    "games": tr("Games"),
    "match_end": tr("End of the match"),
    "wiki_edit": tr("Edit"),
    "gone": tr("Gone"),
    "back": tr("Back", "there again"),
}
"""Name of each `ChangeKind`, which are its keys too."""

STATUSES: Final = {
    "graveyard": tr("graveyard", "status of a beatmapset"),
    "wip": tr("work in progress", "status of a beatmapset"),
    "pending": tr("pending", "status of a beatmapset"),
    "ranked": tr("ranked", "status of a beatmapset"),
    "approved": tr("approved", "status of a beatmapset"),
    "qualified": tr("qualified", "status of a beatmapset"),
    "loved": tr("loved", "status of a beatmapset"),
}
"""Name of each status of a beatmapset, inside a sentence, by its name in the API."""


def kind_name(kind: str) -> str:
    """Return the name of a kind of followed thing."""
    return KINDS.get(kind, kind)


def change_name(kind: str) -> str:
    """Return the name of a kind of change."""
    return CHANGES.get(kind, kind)
