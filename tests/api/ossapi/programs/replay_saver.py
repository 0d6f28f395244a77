"""Replay downloader of a signed-in player: best replays as files, and what is in them."""

import hashlib
import os
import re
from pathlib import Path

import osrparse
from ossapi import Ossapi, Scope

arguments = (
    int(os.environ["CLIENT_ID"]),
    os.environ["CLIENT_SECRET"],
    os.environ["REDIRECT_URI"],
    [Scope.PUBLIC, Scope.IDENTIFY],
)
Ossapi(*arguments)  # signs in; the next one starts with the token in its file
api = Ossapi(*arguments)


def file_name(score) -> str:
    name = f"{score.user().username} - {score.beatmapset.title} [{score.beatmap.version}].osr"
    return re.sub(r'[\\/:*?"<>|]', "_", name)


folder = Path("replays")
folder.mkdir()
saved = 0
for row in api.ranking("osu", "performance").ranking:
    for score in api.user_scores(row.user.id, "best", limit=3):
        if not score.replay:
            continue
        replay = score.download()
        path = folder / file_name(score)
        replay.write_path(path)
        again = osrparse.Replay.from_path(path)
        print(path.name, replay.username, replay.mode, replay.mods, replay.score, replay.max_combo)
        print(
            replay.count_300, replay.count_100, replay.count_50, replay.count_miss, replay.perfect
        )
        print(replay.timestamp, replay.replay_hash, replay.beatmap_hash == score.beatmap.checksum)
        print(len(replay.replay_data), replay.replay_data[5].time_delta, replay.replay_data[5].x)
        print(again.replay_data == replay.replay_data, again.username == replay.username)
        raw = api.download_score(score.id, raw=True)
        print(hashlib.md5(raw).hexdigest(), isinstance(replay.pack(), bytes))
        print(replay.beatmap.id == score.beatmap.id, replay.user.id == score.user_id)
        path.write_bytes(raw)
        saved += 1
        break
    if saved == 3:
        break
print(sorted(path.name for path in folder.iterdir()))
