"""Leaderboards of a beatmap: every play of the first page by mods, games and rulesets."""

import os

from ossapi import GameMode, Mod, Ossapi

api = Ossapi(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])


def accuracy_if_all_hit(score) -> float:
    hits = score.statistics
    great, ok, meh = hits.great or 0, hits.ok or 0, hits.meh or 0
    total = great + ok + meh
    return (300 * great + 100 * ok + 50 * meh) / (300 * total)


def show(score) -> None:
    mods = ",".join(
        f"{mod.acronym}{mod.settings or ''}" for mod in sorted(score.mods, key=lambda m: m.acronym)
    )
    game = "lazer" if score.legacy_score_id is None else "stable"
    print(
        score.id,
        score._user.username,
        score.total_score,
        score.legacy_total_score,
        f"{score.accuracy:.4%}",
        f"{accuracy_if_all_hit(score):.4%}",
        mods or "NM",
        score.rank.value,
        score.pp,
        game,
        score.ended_at.isoformat(),
        score.has_replay if hasattr(score, "has_replay") else score.replay,
        hasattr(score, "mode"),
        hasattr(score, "count_300"),
    )


for score in api.beatmap_scores(221777).scores[:20]:
    show(score)
for score in api.beatmap_scores(1981090, mods=Mod.HD + Mod.DT, mode=GameMode.OSU).scores[:5]:
    show(score)
for score in api.beatmap_scores(221777, legacy_only=True, limit=5).scores:
    show(score)
one = api.beatmap_scores(221777).scores[7]
place = api.beatmap_user_score(221777, one.user_id)
print(place.position, place.score.id == one.id, place.score.is_perfect_combo)
for score in api.beatmap_user_scores(221777, one.user_id):
    print(score.id, score.passed, score.ruleset_id, score.type, score.started_at is None)
single = api.score(one.id)
print(single.user_id, single.user().username, single.beatmap.id, single.rank_global)
