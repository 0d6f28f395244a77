"""Program from before lazer's scores: asks for the old form, and counts as stable did."""

import os

from ossapi import GameMode, Mod, Ossapi, Score
from ossapi.models import Grade

api = Ossapi(
    int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"], token_key="old", api_version=20220101
)


def accuracy(score: Score) -> float:
    hits = score.statistics
    match score.mode:
        case GameMode.OSU:
            points = 300 * hits.count_300 + 100 * hits.count_100 + 50 * hits.count_50
            total = hits.count_300 + hits.count_100 + hits.count_50 + hits.count_miss
            return points / (300 * total)
        case GameMode.TAIKO:
            total = hits.count_300 + hits.count_100 + hits.count_miss
            return (hits.count_300 + 0.5 * hits.count_100) / total
        case _:
            return score.accuracy


for mode in (GameMode.OSU, GameMode.TAIKO, GameMode.MANIA):
    for score in api.user_scores(12092800, "best", mode=mode, limit=4):
        print(
            score.id,
            score.best_id,
            score.mode,
            score.mode_int,
            score.score,
            score.perfect,
            score.created_at,
        )
        print(
            "  ",
            score.mods,
            Mod.DT in score.mods,
            f"{accuracy(score):.4f} {score.accuracy:.4f}",
            score.pp,
        )
        print("  ", score.rank, score.rank is Grade.S, score.statistics.count_geki, score.replay)
        print(
            "  ",
            hasattr(score, "total_score"),
            hasattr(score, "mode"),
            hasattr(score.statistics, "great"),
        )
for score in api.beatmap_scores(221777).scores[:5]:
    print(score.user().username, score.score, score.mods.short_name(), score.mods.decompose())
one = api.beatmap_user_score(221777, api.beatmap_scores(221777).scores[0].user_id, mode="osu")
print(one.position, one.score.mods, one.score.max_combo)
