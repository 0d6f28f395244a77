"""News posts since 2013, generated from templates."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import cache, cached_property
from random import Random
from typing import NamedTuple

import msgspec

from osubrowser.demo.world import markdown
from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.songs import song_parts
from osubrowser.demo.world.clock import offset_form, seconds
from osubrowser.demo.world.data import load, load_page, proxied_picture
from osubrowser.demo.world.draws import Draws, between, pick
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.authors import Authors
from osubrowser.demo.world.players.countries import countries

_START = datetime(2013, 7, 31, 6, tzinfo=UTC)
_SEASONS = {3: "Spring", 6: "Summer", 9: "Autumn", 12: "Winter"}
_ERAS = (
    (2013, ("contest", "interview", "tournaments", "maintenance")),
    (2017, ("loved", "contest", "interview", "tournaments", "worldcup", "maintenance")),
    (2019, ("loved", "artist", "artist", "worldcup", "worldcup", "contest", "tournaments")),
    (
        2022,
        ("loved", "artist", "artist", "lazer", "worldcup", "worldcup", "performance", "interview"),
    ),
)
_WRITERS = 12


class PostKind(NamedTuple):
    """Template of a kind of posts; names in braces are filled in."""

    title: str
    slug: str
    openings: tuple[str, ...]
    body: str


class NewsTexts(msgspec.Struct, frozen=True):
    """Word lists that fill the templates of posts."""

    modes: tuple[str, ...]
    stages: tuple[str, ...]
    themes: tuple[str, ...]


@cache
def _texts() -> NewsTexts:
    return load("news", NewsTexts)


@cache
def post_kind(name: str) -> PostKind:
    """Return the template of a kind of posts."""
    page = load_page("news", name)
    return msgspec.convert((*page.head.values(), page.text), PostKind)


class Post(NamedTuple):
    """Record of a news post."""

    number: int
    id: int
    kind: str
    published: datetime
    slug: str
    title: str
    words: dict[str, str]


class News:
    """All news posts of one world, by index from the oldest on."""

    def __init__(
        self, seed: int, now: datetime, accounts: Accounts, beatmaps: Beatmaps, authors: Authors
    ) -> None:
        self._seed = seed
        self._current_time = now
        self._accounts = accounts
        self._beatmaps = beatmaps
        self._authors = authors
        self._draws = Draws(seed, "news")

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """All posts, oldest first; their ids start with 1."""
        slots = self._slots()
        found: list[Post] = []
        taken: set[str] = set()
        for number, (published, kind) in enumerate(slots):
            words = self._words(number, published)
            title = post_kind(kind).title.format(**words)
            slug = f"{published:%Y-%m-%d}-{_slug(post_kind(kind).slug.format(**words))}"
            while slug in taken:
                slug += "-2"
            taken.add(slug)
            found.append(Post(number, number + 1, kind, published, slug, title, words))
        return tuple(found)

    @cached_property
    def by_slug(self) -> dict[str, Post]:
        """Each post by its slug."""
        return {post.slug: post for post in self.posts}

    def by_id(self, post_id: int) -> Post | None:
        """Return the post with this id, or None."""
        return self.posts[post_id - 1] if 1 <= post_id <= len(self.posts) else None

    def _slots(self) -> list[tuple[datetime, str]]:
        """Return the times and kinds of all posts."""
        random = Random(f"{self._seed}/news")
        slots = [(_START, "interview")]
        month = datetime(2013, 8, 1, tzinfo=UTC)
        while month < self._current_time:
            kinds = next(kinds for year, kinds in reversed(_ERAS) if month.year >= year)
            several = random.sample(kinds, min(len(kinds), 1 + (month.year - 2012) // 2))
            if month.month in _SEASONS and month.year >= 2017:
                several.append("spotlights")
            if month.month == 12:
                several.append("wrapup")
            for kind in several:
                day = 30 if kind == "wrapup" else random.randint(1, 28)
                slots.append((month.replace(day=day, hour=random.choice((4, 8, 12, 20))), kind))
            month = (month + timedelta(days=32)).replace(day=1)
        return sorted(slot for slot in slots if slot[0] < self._current_time)

    def _words(self, number: int, published: datetime) -> dict[str, str]:
        """Return the values filled into the template of a post."""
        draws = self._draws.at(number)
        accounts, people = self._accounts, self._authors
        chosen = [people.somebody(draw, seconds(published)) for draw in draws[8:11]]
        names = [accounts.name_of(one) for one in chosen]
        links = [
            f"[{name}](/users/{accounts.id_of(one)})"
            for name, one in zip(names, chosen, strict=True)
        ]
        first, other, third = Random(draws[7]).sample(countries(), 3)
        return {
            "artist": pick(draws[0], song_parts().artists)[0],
            "count": str(between(draws[1], 5, 48)),
            "country": first.name,
            "day": str((published + timedelta(days=5)).day),
            "mode": pick(draws[2], _texts().modes),
            "month": f"{published:%B}",
            "number": str(between(draws[3], 10, 400)),
            "other": other.name,
            "people": f"{links[0]}, {links[1]} and {links[2]}",
            "player": names[0],
            "season": _SEASONS.get(published.month, "Winter"),
            "stage": pick(draws[4], _texts().stages),
            "theme": pick(draws[5], _texts().themes),
            "third": third.name,
            "year": str(published.year),
        }

    # --- objects of the API ---------------------------------------------------------------------

    def entity(self, post: Post) -> dict[str, object]:
        """Return the `NewsPost` of the API, without text."""
        draws = self._draws.at(post.number)
        edited = draws[6] % 40 if draws[6] & 0x700 == 0 else 0
        updated = min(post.published + timedelta(days=edited), self._current_time)
        path = f"{post.published.year}/{post.slug}.md"
        image = proxied_picture(f"https://assets.ppy.sh/news/{post.slug}.jpg")
        shown = post.published.year >= 2015 or draws[6] & 1 == 0
        return {
            "id": post.id,
            "author": self.author_of(post),
            "edit_url": f"https://github.com/ppy/osu-wiki/tree/master/news/{path}",
            "first_image": image if shown else None,
            "first_image@2x": proxied_picture(f"https://assets.ppy.sh/news/{post.slug}@2x.jpg")
            if shown
            else None,
            "published_at": offset_form(post.published),
            "updated_at": offset_form(updated),
            "slug": post.slug,
            "title": post.title,
        }

    def author_of(self, post: Post) -> str:
        """Return the author of a post: one of a few writers, or a team."""
        if post.kind == "performance":
            return "the performance point committees"
        writer = self._draws.at(1_000_000 + post.number % 97)[0] % _WRITERS
        draw = self._draws.at(2_000_000 + writer)[0]
        return self._accounts.name_of(self._authors.somebody(draw, seconds(_START)))

    def preview(self, post: Post) -> str:
        """Return the first sentence, as plain text."""
        return pick(self._draws.at(post.number)[11], post_kind(post.kind).openings).format(
            **post.words
        )

    def content(self, post: Post) -> str:
        """Return the whole text as HTML."""
        words = post.words | {"sets": self._sets(post)}
        text = post_kind(post.kind).body.format(**words)
        whole = f"{self.preview(post)}\n\n{text}\n\n*— {self.author_of(post)}*"
        return markdown.to_html(whole, kind="news")

    def _sets(self, post: Post) -> str:
        """Return a Markdown list of beatmapsets older than the post."""
        beatmaps = self._beatmaps
        wanted = 4 if post.kind == "loved" else 1
        newest = beatmaps.newest_before(post.published - timedelta(days=230))
        found = []
        for index in range(newest, max(-1, newest - 900), -1):
            if beatmaps.status[index] == wanted:
                song, mapper = beatmaps.song(index), beatmaps.mapper[index]
                name = self._accounts.name_of(mapper)
                found.append(
                    f"- [{song.artist} - {song.title}](/beatmapsets/{beatmaps.id_of(index)})"
                    f" by {name}"
                )
                if len(found) == 6:
                    break
        return "\n".join(found) or "*To be announced.*"


def _slug(text: str) -> str:
    return re.sub(r"-+", "-", re.sub(r"[^a-z0-9-]", "", text.lower().replace(" ", "-"))).strip("-")
