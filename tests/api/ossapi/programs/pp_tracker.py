"""Tracker of a country's ranking: three pages by cursor, kept as JSON, with gaps between ranks."""

import itertools
import json
import os

from ossapi import Cursor, Ossapi, RankingType

api = Ossapi(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])


def walk(mode: str, country: str, pages: int) -> dict[str, dict]:
    players = {}
    cursor = None
    for _ in range(pages):
        kwargs = {"cursor": cursor} if cursor else {}
        page = api.ranking(mode, RankingType.PERFORMANCE, country=country, **kwargs)
        for row in page.ranking:
            players[row.user.username] = {
                "id": row.user.id,
                "rank": row.global_rank,
                "pp": row.pp,
                "accuracy": round(row.hit_accuracy, 4),
                "plays": row.play_count,
                "level": row.level.current,
                "active": row.user.is_active,
            }
        cursor = page.cursor
        if not cursor:
            break
        print(cursor, cursor.page)
    return players


players = walk("osu", "US", 3)
with open("ranking.json", "w", encoding="utf-8") as file:
    json.dump(players, file, indent=2)
best = list(players.values())
for above, below in itertools.pairwise(best[:11]):
    print(above["rank"], f"{above['pp'] - below['pp']:.2f}pp above {below['rank']}")
fourth = api.ranking("mania", "performance", variant="4k", cursor={"page": 4})
print(fourth.ranking[0].global_rank, fourth.ranking[0].user.username, fourth.total)
last = api.ranking("osu", "performance", cursor=Cursor(page=200))
print(last.cursor, last.ranking[-1].global_rank)
for row in api.ranking("taiko", RankingType.SCORE).ranking[:5]:
    print(row.user.username, row.ranked_score, row.total_score, row.user.country.code)
for row in api.ranking("fruits", RankingType.COUNTRY).ranking[:5]:
    print(row.play_count, row.ranked_score)
