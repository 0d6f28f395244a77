"""Tool on API v1: a match, beatmaps, scores with mods, players, and a replay's bytes."""

import base64
import os

from ossapi import APIException, Mod, OssapiV1, ReplayUnavailableException
from ossapi.ossapi import Beatmap

api = OssapiV1(os.environ["API_KEY"])
beatmap = api.get_beatmaps(beatmap_id=221777)[0]
print(
    type(beatmap) is Beatmap, beatmap.title, beatmap.version, beatmap.star_rating, beatmap.max_combo
)
print(
    beatmap.submit_date, beatmap.approved_date, beatmap.last_update, beatmap.approved, beatmap.mode
)
print(len(api.get_beatmaps(user=10690090)), beatmap.beatmap_hash, beatmap.bpm, beatmap.tags[:20])
scores = api.get_scores(221777)
for score in scores[:10]:
    print(score.username, score.score, score.mods, score.mods.long_name(), score.pp, score.date)
    print("  ", score.count_300, score.count_100, score.count_miss, score.perfect, score.rank)
hidden = api.get_scores(221777, mods=Mod.HD.value, limit=3)
print(len(hidden), [score.mods.short_name() for score in hidden])
user = api.get_user(12092800)
print(user.username, user.playcount, user.rank, user.country, user.accuracy, user.join_date)
for event in user.events[:3]:
    print(event.display_html[:40], event.beatmap_id, event.date, event.epic_factor)
print(api.get_user("peppy", user_type="string").user_id, api.get_user("nobody has this name"))
best = api.get_user_best(12092800, limit=3)
print(
    [
        (score.beatmap_id, score.pp, score.replay_id if hasattr(score, "replay_id") else 0)
        for score in best
    ]
)
print(len(api.get_user_recent(12092800)))
try:
    print(len(base64.b64decode(api.get_replay(beatmap_id=221777, user=scores[0].user_id))))
except (ReplayUnavailableException, ValueError):
    print("no replay")
try:
    api.get_replay(beatmap_id=221777, user=2)
except ReplayUnavailableException as error:
    print(type(error).__name__)
except APIException as error:
    print("other", error)
