"""Checker of a mappool: stars with mods and edited settings of each map, by mod of its slot."""

import os

from ossapi import GameMode, Mod, Ossapi

api = Ossapi(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])
SPEED = {"DT": 1.5, "HT": 0.75}


def clock(seconds: float) -> str:
    return f"{int(seconds // 60)}:{int(seconds % 60):02}"


def describe(slot: str, beatmap_id: int) -> str:
    mod = Mod(slot[:2]) if slot[:2] not in ("FM", "TB") else Mod.NM
    beatmap = api.beatmap(beatmap_id)
    wanted = {} if mod == Mod.NM else {"mods": mod}
    attributes = api.beatmap_attributes(beatmap_id, ruleset=GameMode.OSU, **wanted).attributes
    names = [part.short_name() for part in mod.decompose()]
    circle = min(10, beatmap.cs * (1.3 if "HR" in names else 0.5 if "EZ" in names else 1))
    rate = next((SPEED[name] for name in names if name in SPEED), 1)
    beatmapset = beatmap.beatmapset()
    return (
        f"{slot}: {beatmapset.artist} - {beatmapset.title} [{beatmap.version}]"
        f" {attributes.star_rating:.2f}* CS {circle:.1f} {beatmap.bpm * rate:.0f} BPM"
        f" {clock(beatmap.total_length / rate)} combo {attributes.max_combo}"
        f" aim {attributes.aim_difficulty:.3f} ({beatmap.status.name.lower()})"
    )


rows = api.ranking("osu", "performance").ranking
favourite = api.user_beatmaps(rows[0].user.id, "most_played", limit=5)
pool = {
    "NM1": 221777,
    "HD1": favourite[0].beatmap_id,
    "HR1": favourite[1].beatmap_id,
    "DT1": 1981090,
    "EZ1": favourite[2].beatmap_id,
    "FM1": favourite[3].beatmap_id,
    "TB": 221777,
}
for slot, beatmap_id in pool.items():
    print(describe(slot, beatmap_id))
found = api.beatmaps(list(pool.values()))
print(sorted(beatmap.id for beatmap in found) == sorted(set(pool.values())))
both = api.beatmap_attributes(221777, mods=["HD", "DT"]).attributes.star_rating
number = api.beatmap_attributes(221777, mods=int(Mod.HDDT.value)).attributes.star_rating
print(
    f"{both:.4f} {number:.4f}",
    both == api.beatmap_attributes(221777, mods="HDDT").attributes.star_rating,
)
lookup = api.beatmap(checksum=found[0].checksum)
print(lookup.id == found[0].id, lookup.url, lookup.mode_int, lookup.user().username)
