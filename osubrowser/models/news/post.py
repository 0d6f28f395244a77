"""Single news posts, with all texts that their page shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Final

from osubrowser.models.news.news import news_author, news_place, news_title
from osubrowser.models.text.dates import minute
from osubrowser.services.places.places import ThingPlace, UserPlace
from osubrowser.services.places.urls import HOME, parse
from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.news import NewsPost
    from osubrowser.services.places.places import Place

_LINK: Final = re.compile(
    r"<a\s[^>]{0,400}?href=[\"']([^\"']{1,400})[\"'][^>]{0,400}>([^<]{1,80})<"
)


@dataclass(frozen=True, slots=True)
class NewsSubject:
    """News post.

    Attributes:
        id: its id, by which comments name it.
        slug: its short name, by which addresses name it; "" for none.
        title: its title.
        author: who wrote it; "" for nobody.
        author_place: the author's profile, where the text has a link to it; None for an unknown
            one.
        published: when it was published, to the minute; "" for unknown.
        updated: when it was edited after that, to the minute; "" for never.
        html: the text: untrusted HTML.
        newer, older: title and place of the neighbours; None at the ends.
    """

    id: int
    slug: str
    title: str
    author: str = ""
    author_place: UserPlace | None = None
    published: str = ""
    updated: str = ""
    html: str = ""
    newer: tuple[str, ThingPlace] | None = None
    older: tuple[str, ThingPlace] | None = None

    @property
    def key(self) -> str:
        """Key of its place: the short name, or the number."""
        return self.slug or str(self.id)


def load_news(client: Client, place: Place) -> NewsSubject:
    """Load a post by its short name, or by its number (`news/{news}`); blocks, for a worker.

    Raises:
        OsuError: as the client raises it; NotFound if there is no such post.
        TypeError: the place is none of a post.
    """
    if not isinstance(place, ThingPlace):
        raise TypeError(f"not a news post: {place!r}")
    is_number = place.key.isascii() and place.key.isdecimal()
    return subject_of(
        client.news_post(place.key, key="id" if is_number else "slug"), client.base_url
    )


def subject_of(post: NewsPost, origin: str) -> NewsSubject:
    """Return what the page shows of a post.

    Args:
        post: as the server sent it.
        origin: `https://host` of the server.
    """
    author, html = news_author(post), post.content or ""
    beside = post.navigation
    there = news_place(post)
    published = minute(post.published_at)
    is_edited = post.updated_at is not None and post.updated_at != post.published_at
    return NewsSubject(
        post.id,
        there.key if there is not None and there.key == post.slug else "",
        news_title(post),
        author,
        author_in(html, author, origin),
        published,
        minute(post.updated_at) if is_edited else "",
        html,
        _neighbour(beside.newer if beside is not None else None),
        _neighbour(beside.older if beside is not None else None),
    )


def author_in(html: str, author: str, origin: str) -> UserPlace | None:
    """Return the profile that a text links by the name of its author; None for none."""
    if not author:
        return None
    for address, text in _LINK.findall(html):
        if plain(unescape(text)).strip().casefold() == author.casefold():
            place = parse(unescape(address), origins=(origin, HOME))
            if isinstance(place, UserPlace):
                return UserPlace(place.user)
    return None


def _neighbour(post: NewsPost | None) -> tuple[str, ThingPlace] | None:
    place = news_place(post) if post is not None else None
    return None if post is None or place is None else (news_title(post), place)
