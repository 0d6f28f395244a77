"""The wiki: pages by path and language, where old addresses lead, and what a search finds."""

from __future__ import annotations

from typing import NamedTuple

from osubrowser.demo.world.texts.wiki_en import ENGLISH
from osubrowser.demo.world.texts.wiki_locales import LOCALES, TRANSLATED
from osubrowser.demo.world.texts.wiki_more import MORE, MOVED

__all__ = ["LOCALES", "Found", "Wiki"]

_PAGES = {**ENGLISH, **MORE}
_PATHS = {path.lower(): path for path in _PAGES}
_MOVED = {old.lower(): new for old, new in MOVED.items()}


class Found(NamedTuple):
    """What is at an address: the path of a page, and whether it was asked for by another one."""

    path: str
    elsewhere: bool


class Wiki:
    """All pages of the wiki; they are the same in every world."""

    def find(self, path: str) -> Found | None:
        """Return the page at an address: case and spaces may be wrong, and pages have moved."""
        tidy = path.strip("/").replace(" ", "_")
        if tidy in _PAGES:
            return Found(tidy, elsewhere=tidy != path)
        known = _PATHS.get(tidy.lower()) or _MOVED.get(tidy.lower())
        return None if known is None else Found(known, elsewhere=True)

    def page(self, path: str, locale: str) -> dict[str, object]:
        """Return the `WikiPage` of the API, in English if it is not translated."""
        title, tags, text = _PAGES[path]
        translated = TRANSLATED.get(path, {})
        if locale in translated:
            title, text = translated[locale]
        else:
            locale = "en"
        parent, _, _ = path.rpartition("/")
        layout = "main_page" if path == "Main_page" else "markdown_page"
        front = "" if layout == "markdown_page" else "---\nlayout: main_page\n---\n\n"
        return {
            "available_locales": sorted(["en", *translated]),
            "layout": layout,
            "locale": locale,
            "markdown": front + text,
            "path": path,
            "subtitle": parent.replace("_", " ").replace("/", " / ") or None,
            "tags": tags.split(),
            "title": title,
        }

    def search(self, query: str, locale: str) -> list[str]:
        """Return the paths of the pages with all words of a query, the best first."""
        words = query.lower().replace("_", " ").split()
        if not words:
            return []
        scored = [(self._score(path, locale, words), path) for path in _PAGES]
        return [path for score, path in sorted(scored, key=lambda s: (-s[0], s[1])) if score]

    def _score(self, path: str, locale: str, words: list[str]) -> int:
        """Return how well a page fits: names weigh more than text; 0 if a word is missing."""
        title, tags, text = _PAGES[path]
        own, body = TRANSLATED.get(path, {}).get(locale, ("", ""))
        name, whole = f"{title} {own}".lower(), f"{text} {body}".lower()
        total = 0
        for word in words:
            score = 12 * (word in name) + 5 * (word in tags) + (word in whole)
            if not score:
                return 0
            total += score
        return total + 20 * (" ".join(words) in (title.lower(), own.lower()))
