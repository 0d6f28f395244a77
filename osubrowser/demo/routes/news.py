"""Routes of news: listing with sidebar, single posts."""

from __future__ import annotations

from osubrowser.demo.http.cursors import read_cursor, with_cursor
from osubrowser.demo.http.parameters import clamp, to_int
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.community.news import News, Post


def listing(call: Call) -> object:
    """Answer `GET news`: newest first, of one year or of all."""
    news, query = call.world.community.news, call.query
    limit = clamp(to_int(query.get("limit")), 1, 21, 12)
    year = to_int(query.get("year"))
    posts = [post for post in reversed(news.posts) if year in (None, post.published.year)]
    after = to_int(read_cursor(query).get("id"))
    rest = [post for post in posts if after is None or post.id < after]
    page = rest[:limit]
    body: dict[str, object] = {
        "news_posts": [news.entity(post) | {"preview": news.preview(post)} for post in page],
        "news_sidebar": _sidebar(news, year, page),
        "search": {"limit": limit, "sort": "published_desc", "year": year},
    }
    last = {"published_at": _cursor_time(page[-1]), "id": page[-1].id} if page else None
    return with_cursor(body, last if len(rest) > limit else None)


def _sidebar(news: News, year: int | None, page: list[Post]) -> dict[str, object]:
    current = year or (page[0].published.year if page else news.posts[-1].published.year)
    return {
        # The real server gives back what it was sent where there is nothing to show.
        "current_year": current if page else str(current),
        "news_posts": [
            news.entity(post) for post in reversed(news.posts) if post.published.year == current
        ],
        "years": sorted({post.published.year for post in news.posts}, reverse=True),
    }


def _cursor_time(post: Post) -> str:
    return f"{post.published:%Y-%m-%dT%H:%M:%S.000000Z}"


def show(call: Call, post: str) -> object:
    """Answer `GET news/{slug}`, or by id with `key=id`."""
    news = call.world.community.news
    if call.query.get("key") == "id":
        found = news.by_id(to_int(post) or 0)
        if found is None:
            raise refuse(404, "Specified NewsPost couldn't be found.")
    else:
        found = news.by_slug.get(post)
        if found is None:
            raise refuse(404, None)
    beside: dict[str, object] = {}
    if (newer := news.by_id(found.id + 1)) is not None:
        beside["newer"] = news.entity(newer)
    if (older := news.by_id(found.id - 1)) is not None:
        beside["older"] = news.entity(older)
    return news.entity(found) | {"content": news.content(found), "navigation": beside or []}


ROUTES: tuple[Route, ...] = (
    Route("/news", listing, scope=""),
    Route("/news/<post>", show, scope=""),
)
