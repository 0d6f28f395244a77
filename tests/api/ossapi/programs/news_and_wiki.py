"""Clippings: news by year with cursors, a wiki page, seasonal pictures, charts, packs and tags."""

import os
from datetime import datetime

from ossapi import BeatmapPackType, NewsPostKey, Ossapi

api = Ossapi(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])
news = api.news_listing(limit=5)
for post in news.news_posts:
    print(post.id, post.slug, post.author, post.published_at, post.title, post.preview[:40])
more = api.news_listing(limit=5, cursor_string=news.cursor_string)
print([post.id for post in more.news_posts], news.news_sidebar.years[:2], news.search.limit)
post = api.news_post(news.news_posts[1].id, key=NewsPostKey.ID)
print(post.title, len(post.content) > 100, post.navigation.newer.id, post.navigation.older.slug)
print(api.news_post(post.slug).id == post.id)
page = api.wiki_page("en", "Main_page")
print(page.title, page.layout, page.locale, page.available_locales[:4], page.path, page.tags)
seasonal = api.seasonal_backgrounds()
print(
    seasonal.ends_at,
    [(picture.user.username, picture.url[-12:]) for picture in seasonal.backgrounds][:3],
)
charts = api.spotlights()
print(len(charts), charts[0].id, charts[0].name, charts[0].start_date, charts[0].participant_count)
chart = api.ranking("osu", "charts", spotlight=charts[1].id)
print(
    chart.spotlight.name, [row.user.username for row in chart.ranking][:3], len(chart.beatmapsets)
)
packs = api.beatmap_packs(BeatmapPackType.STANDARD)
print(
    [
        (pack.tag, pack.author, datetime.fromisoformat(pack.date).year)
        for pack in packs.beatmap_packs
    ][:3]
)
pack = api.beatmap_pack(packs.beatmap_packs[0].tag)
print(pack.url, [beatmapset.id for beatmapset in pack.beatmapsets][:3], pack.no_diff_reduction)
following = api.beatmap_packs(cursor_string=packs.cursor_string)
print(following.beatmap_packs[0].tag)
print([(tag.id, tag.name, tag.ruleset_id) for tag in api.tags()][:4])
