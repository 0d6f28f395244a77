"""Tables of mods: names, values, sums, what they are made of, and counts of a player's best."""

import os
from collections import Counter

from ossapi import *  # noqa: F403 - as many programs do

# ruff: noqa: F405

api = OssapiV1(os.environ["API_KEY"])
for mod in Mod.ORDER:
    print(mod.value, mod.short_name(), mod.long_name(), mod)
nightcore = Mod.NC + Mod.HD
print(
    nightcore,
    nightcore.value,
    nightcore - Mod.HD,
    nightcore.decompose(),
    nightcore.decompose(clean=True),
)
print(Mod("HDDT") == Mod.HDDT, Mod(72) == Mod("DTHD"), Mod(["HD", Mod.HR]), Mod(0), Mod("NM"))
print(Mod.HD in Mod.HDDT, Mod.HR in Mod.HDDT, Mod(1034) == Mod.EZ + Mod.FL + Mod.HD)
print({Mod.HD: "hidden", Mod("HDDT"): "both"}[Mod.HD], hash(Mod.HD) == hash(Mod(8)))
print(Mod.HDDTHR - Mod.HDDT, Mod.NM + Mod.PF, [str(mod) for mod in (Mod.HD + Mod.FL).decompose()])
counts = Counter(score.mods.short_name() for score in api.get_user_best(12092800, limit=100))
print(sorted(counts.items()))
farm = sum(1 for score in api.get_user_best(12092800, limit=100) if Mod.DT in score.mods)
print(farm, GameMode.MANIA, RankingType("country"), Cursor(page=3), Grant.CLIENT_CREDENTIALS)
