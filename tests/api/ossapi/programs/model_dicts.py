"""Export of models as plain JSON, through the dictionary of each, and hand-made ones."""

import json
import os
from datetime import datetime
from enum import Enum

import ossapi

api = ossapi.Ossapi(os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"])


def plain(value):
    """Return what JSON can hold; what is not there is left out."""
    data = getattr(value, "_ossapi_data", None)
    if isinstance(data, dict):
        value = {key: each for key, each in data.items() if not key.startswith("_")}
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items() if each is not None}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, datetime) else value


beatmap = api.beatmap(221777)
score = api.beatmap_scores(beatmap).scores[0]
things = {
    "beatmap": plain(beatmap),
    "set": plain(beatmap._ossapi_data["_beatmapset"]),
    "score": plain(score),
    "player": plain(score._ossapi_data["_user"]),
    "ranking": plain(api.ranking("osu", "performance", country="DE").ranking[:5]),
}
with open("things.json", "w", encoding="utf-8") as file:
    json.dump(things, file, indent=1, sort_keys=True)
for name, thing in things.items():
    print(name, len(thing), sorted(thing)[:6] if isinstance(thing, dict) else thing[0]["pp"])
for key, value in sorted(api.user(2).statistics._ossapi_data.items()):
    if isinstance(value, int | float):
        print(key, value)

made = ossapi.Score()
made.pp, made.accuracy, made.max_combo = 321.5, 0.985, 700
made.mods, made.mode = ossapi.Mod("HDDT"), ossapi.GameMode.OSU
made.created_at = datetime(2020, 5, 17, 12)
print(made.pp, made.mods.short_name(), made.mode, made.created_at.year, made.max_combo)
beatmap.my_note = "read"
print(beatmap.my_note, hasattr(beatmap, "other_note"))
