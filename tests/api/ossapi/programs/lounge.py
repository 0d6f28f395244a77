"""Rooms of the lazer client: playlists, who leads, and the best plays of an item."""

import os

from ossapi import MultiplayerScoresSort, Ossapi, RoomSearchMode

arguments = (int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"], os.environ["REDIRECT_URI"])
Ossapi(*arguments)
api = Ossapi(*arguments)
rooms = api.rooms(mode=RoomSearchMode.ENDED, limit=5)
for room in rooms:
    print(
        room.id, room.name, room.host.username, room.participant_count, room.starts_at, room.ends_at
    )
    print(
        "  ",
        room.current_playlist_item.id if room.current_playlist_item else None,
        room.max_attempts,
    )
room = api.room(rooms[0])
for item in room.playlist[:4]:
    required = [mod.acronym for mod in item.required_mods]
    print(item.id, item.beatmap_id, item.beatmap.version, item.ruleset_id, required, item.expired)
board = api.room_leaderboard(room)
for row in board.leaderboard[:8]:
    print(
        row.user.username,
        row.total_score,
        f"{row.accuracy:.4f}",
        row.attempts,
        row.completed,
        row.pp,
    )
print(board.user_score)
scores = api.multiplayer_scores(
    room.id, room.playlist[0].id, limit=5, sort=MultiplayerScoresSort.NEW
)
for score in scores.scores[:5]:
    print(
        score.id, score.user.username, score.total_score, score.rank.value, score.statistics.great
    )
    print("  ", [mod.acronym for mod in score.mods], score.max_combo, score.beatmap_id)
