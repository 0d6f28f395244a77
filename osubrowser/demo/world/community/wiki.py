"""Wiki: pages by path and locale, redirects, text search."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import msgspec

from osubrowser.demo.world.data import FOLDER, load, load_page

LONG = "Whole_wiki"
"""Path of a page that is made of all others."""
_TIMES = 30


class WikiText(NamedTuple):
    """Wiki page in one language."""

    title: str
    tags: tuple[str, ...]
    text: str
    flags: tuple[str, ...] = ()


class _Table(msgspec.Struct, frozen=True):
    locales: tuple[str, ...]
    moved: dict[str, str]


@cache
def _table() -> _Table:
    return load("wiki", _Table)


def locales() -> tuple[str, ...]:
    """Return the locales of the site."""
    return _table().locales


@cache
def _paths(locale: str = "en") -> dict[str, str]:
    """Return the paths of all pages in a language by their lower-case form."""
    folder = FOLDER / "wiki" / locale
    paths = (file.relative_to(folder).with_suffix("").as_posix() for file in folder.rglob("*.md"))
    return {path.lower(): path for path in paths}


@cache
def _moved() -> dict[str, str]:
    """Return the new paths of pages by the lower-case form of the stable ones."""
    return {old.lower(): new for old, new in _table().moved.items()}


@cache
def _load(path: str, locale: str = "en") -> WikiText | None:
    """Return a page in a language; None if it is not translated."""
    if path.lower() not in _paths(locale):
        return None
    page = load_page("wiki", locale, *path.split("/"))
    tags = msgspec.convert(page.head.get("tags", ()), tuple[str, ...])
    flags = msgspec.convert(page.head.get("flags", ()), tuple[str, ...])
    text = page.text + (_whole(locale) if path == LONG else "")
    return WikiText(str(page.head["title"]), tags, text, flags)


@cache
def _whole(locale: str) -> str:
    """Return all pages one after the other, the headings one level deeper, a hundred times."""
    others = [_load(path, locale) for path in sorted(_paths(locale).values()) if path != LONG]
    texts = [page.text for page in others if page is not None and not page.text.startswith("<")]
    deeper = "\n".join(
        f"#{line}" if line.startswith("#") else line for line in "\n".join(texts).split("\n")
    )
    return "\n".join([deeper.replace("[^", "[^x")] * _TIMES)


def _english(path: str) -> WikiText:
    page = _load(path)
    if page is None:
        raise KeyError(path)
    return page


class Found(NamedTuple):
    """Resolved wiki path, and whether it differs from the requested one."""

    path: str
    elsewhere: bool


class Wiki:
    """Wiki pages; the same in every world."""

    def find(self, path: str) -> Found | None:
        """Return the page at an address: case and spaces may be wrong, and pages have moved."""
        tidy = path.strip("/").replace(" ", "_")
        if _paths().get(tidy.lower()) == tidy:
            return Found(tidy, elsewhere=tidy != path)
        known = _paths().get(tidy.lower()) or _moved().get(tidy.lower())
        return None if known is None else Found(known, elsewhere=True)

    def page(self, path: str, locale: str) -> dict[str, object]:
        """Return the `WikiPage` of the API, in English if it is not translated."""
        page = _english(path)
        translated = [one for one in locales() if one != "en" and _load(path, one) is not None]
        if locale in translated:
            page = _load(path, locale) or page
        else:
            locale = "en"
        parent, _, _ = path.rpartition("/")
        layout = "main_page" if path == "Main_page" else "markdown_page"
        lines = [f"{flag}: true" for flag in page.flags]
        lines += [] if layout == "markdown_page" else ["layout: main_page"]
        front = "\n".join(["---", *lines, "---", "", ""]) if lines else ""
        return {
            "available_locales": sorted(["en", *translated]),
            "layout": layout,
            "locale": locale,
            "markdown": front + page.text,
            "path": path,
            "subtitle": parent.replace("_", " ").replace("/", " / ") or None,
            "tags": list(_english(path).tags),
            "title": page.title,
        }

    def search(self, query: str, locale: str) -> list[str]:
        """Return the paths of the pages with all words of a query, the best first."""
        words = query.lower().replace("_", " ").split()
        if not words:
            return []
        scored = [
            (self._score(path, locale, words), path) for path in _paths().values() if path != LONG
        ]
        return [path for score, path in sorted(scored, key=lambda s: (-s[0], s[1])) if score]

    def _score(self, path: str, locale: str, words: list[str]) -> int:
        """Return the relevance of a page; 0 if a word of the query is missing."""
        page = _english(path)
        local = None if locale == "en" else _load(path, locale)
        title, own = page.title, "" if local is None else local.title
        text, body = page.text, "" if local is None else local.text
        tags = " ".join(page.tags)
        name, whole = f"{title} {own}".lower(), f"{text} {body}".lower()
        total = 0
        for word in words:
            score = 12 * (word in name) + 5 * (word in tags) + (word in whole)
            if not score:
                return 0
            total += score
        return total + 20 * (" ".join(words) in (title.lower(), own.lower()))
