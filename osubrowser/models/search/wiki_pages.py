"""Wiki pages that a search finds: columns and loads."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.search.ranking import ranked
from osubrowser.models.table.column import make_rows
from osubrowser.models.table.common_columns import text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.wiki import WikiPage
    from osubrowser.models.table.column import Column, Record, Row

PAGE_SIZE: Final = 50
MOST_PAGES: Final = 100
_READ: Final = 60_000
"""Characters of a page in which an excerpt is looked for."""
_EXCERPT: Final = 220
_FRONT: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LINK: Final = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_MARKUP: Final = re.compile(r"[#*`>|{}\[\]~]+|<[^>\n]*>|::+|:?-{2,}:?|:-:")


def wiki_columns(words: str) -> tuple[Column[WikiPage], ...]:
    """Return the columns of wiki pages.

    Args:
        words: what was searched for, which the excerpts are about.
    """
    return (
        text_column("title", tr("Page"), 240, title_of, strong=True),
        text_column("path", tr("Path"), 240, lambda page: plain(page.path.replace("_", " "), 200)),
        text_column("excerpt", tr("Text"), 420, lambda page: excerpt(page.markdown, words)),
        text_column("locale", tr("Language"), 84, lambda page: plain(page.locale, 12)),
        text_column(
            "tags", tr("Tags"), 200, lambda page: plain(", ".join(page.tags), 200)
        ).hidden(),
    )


def load_wiki_pages(
    client: Client, words: str, columns: Sequence[Column[Any]], cursor: object = None
) -> RowsPage:
    """Load a page of the wiki pages (`search?mode=wiki_page`); blocks, for a worker.

    Args:
        client: the API client.
        words: what to search for.
        columns: of `wiki_columns`.
        cursor: number of the page; None for the first one.

    Raises:
        OsuError: as the client raises it.
    """
    page = cursor if isinstance(cursor, int) else 1
    answer = client.search(words, mode="wiki_page", page=page)
    found = list(answer.wiki_page.data) if answer.wiki_page is not None else []
    total = answer.wiki_page.total if answer.wiki_page is not None else 0
    goes_on = bool(found) and page * PAGE_SIZE < total and page < MOST_PAGES
    found = ranked(words, found, names=lambda one: (one.title, one.path.rpartition("/")[2]))
    first = (page - 1) * PAGE_SIZE + 1
    rows = make_rows(columns, found, first_number=first, identity=_identity)
    return RowsPage(rows, total=total, next=page + 1 if goes_on else None)


def wiki_record(row: Row[Any]) -> Record:
    """Return the record of a wiki page, for a JSON export."""
    page: WikiPage = row.item
    return {
        "path": page.path,
        "locale": page.locale,
        "title": page.title,
        "subtitle": page.subtitle,
        "layout": page.layout,
        "tags": ", ".join(page.tags),
    }


def title_of(page: WikiPage) -> str:
    """Return the title of a wiki page; the last step of its path where it has none."""
    return plain(page.title) or plain(page.path.rpartition("/")[2].replace("_", " "))


def excerpt(markdown: str, words: str) -> str:
    """Return a part of a Markdown text around the first of some words, without markup."""
    text = _FRONT.sub("", markdown[:_READ])
    text = _MARKUP.sub(" ", _LINK.sub(r"\1", text))
    text = " ".join(text.split())
    folded = text.casefold()
    hits = [at for word in words.casefold().split() if (at := folded.find(word)) >= 0]
    start = max(0, min(hits, default=0) - 40)
    if start:
        start = text.find(" ", start) + 1
    before = "… " if start else ""
    return plain(before + text[start : start + _EXCERPT], _EXCERPT)


def _identity(page: WikiPage) -> Hashable:
    return page.locale, page.path
