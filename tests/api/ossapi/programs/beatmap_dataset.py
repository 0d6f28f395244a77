"""Dataset of ranked beatmaps: the listing walked by cursor, one CSV row a difficulty."""

import csv
import os

from ossapi import (
    BeatmapsetSearchCategory,
    BeatmapsetSearchMode,
    BeatmapsetSearchSort,
    Ossapi,
)
from ossapi.enums import RankStatus

api = Ossapi(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])
COLUMNS = "set artist title creator bpm status id version mode stars length cs ar od hp combo"


def rows(pages: int):
    cursor = None
    for _ in range(pages):
        found = api.search_beatmapsets(
            "stars>3",
            mode=BeatmapsetSearchMode.OSU,
            category=BeatmapsetSearchCategory.RANKED,
            sort=BeatmapsetSearchSort.PLAYS_DESCENDING,
            cursor=cursor,
        )
        print(found.total, len(found.beatmapsets), found.error)
        for beatmapset in found.beatmapsets:
            if beatmapset.ranked not in (RankStatus.RANKED, RankStatus.APPROVED):
                print("not ranked", beatmapset.id, beatmapset.ranked, beatmapset.ranked.value)
            for beatmap in beatmapset.beatmaps:
                yield [
                    beatmapset.id,
                    beatmapset.artist,
                    beatmapset.title,
                    beatmapset.creator,
                    beatmapset.bpm,
                    beatmap.status.name,
                    beatmap.id,
                    beatmap.version,
                    beatmap.mode.value,
                    beatmap.difficulty_rating,
                    beatmap.total_length,
                    beatmap.cs,
                    beatmap.ar,
                    beatmap.accuracy,
                    beatmap.drain,
                    beatmap.max_combo,
                ]
        cursor = found.cursor
        if cursor is None:
            return


with open("beatmaps.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    writer.writerow(COLUMNS.split())
    writer.writerows(rows(3))
old = api.search_beatmapsets(query="", sort="ranked_asc", category="leaderboard", mode=3)
for beatmapset in old.beatmapsets[:5]:
    print(beatmapset.id, beatmapset.title, beatmapset.ranked_date, beatmapset.covers.list_2x)
