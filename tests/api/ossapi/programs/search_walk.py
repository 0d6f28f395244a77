"""Walks by cursor strings and offsets: search, newest scores, events, and a player's lists."""

import os

from ossapi import EventsSort, Ossapi, SearchMode, UserBeatmapType
from ossapi.enums import EventType

api = Ossapi(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])
found = api.search("pe", mode=SearchMode.USERS, page=2)
print(found.users.total, [user.username for user in found.users.data][:8], found.wiki_pages)
everything = api.search(query="ranking")
print([page.title for page in everything.wiki_pages.data][:5], everything.wiki_pages.total)
newest = api.scores("osu")
print([score.id for score in newest.scores][-3:], newest.cursor_string)
events = api.events(sort=EventsSort.OLD)
seen = [event.id for event in events.events]
events = api.events(sort=EventsSort.OLD, cursor_string=events.cursor_string)
seen += [event.id for event in events.events]
print(len(seen), len(set(seen)), seen == sorted(seen))
for event in api.user_recent_activity(12092800, limit=20):
    line = [event.created_at.date(), event.type.name]
    if event.type is EventType.RANK:
        line += [event.rank, event.mode.value, event.beatmap.title, event.scoreRank]
    elif event.type is EventType.ACHIEVEMENT:
        line += [event.achievement.name, event.user.username]
    else:
        line += [hasattr(event, "rank"), hasattr(event, "achievement")]
    print(*line)
offset = 0
played = []
while page := api.user_beatmaps(12092800, UserBeatmapType.MOST_PLAYED, limit=25, offset=offset):
    played += page
    offset += 25
    if offset == 75:
        break
print(len(played), [(entry.beatmap_id, entry.count) for entry in played[:4]])
print(played[0].beatmap().id, played[0].beatmapset.title)
for beatmapset in api.user_beatmaps(2, "favourite", limit=4):
    print(
        beatmapset.id, beatmapset.artist_unicode, beatmapset.status.value, len(beatmapset.beatmaps)
    )
for entry in api.user_kudosu(3178418, limit=5):
    print(
        entry.id,
        entry.action.value,
        entry.amount,
        entry.post.title,
        entry.giver and entry.giver.username,
    )
