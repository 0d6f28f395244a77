"""Entity of wiki pages."""

from __future__ import annotations

import msgspec

from osubrowser.api.entities.base import Entity


class WikiPage(Entity, frozen=True, kw_only=True):
    """Wiki page: Markdown with YAML front matter.

    `locale` is the language of the text, English where there is no translation;
    `available_locales` are all translations. `layout` is `markdown_page`, `main_page`, ...
    """

    identified_by = ("path", "title", "markdown")

    path: str = ""
    title: str = ""
    subtitle: str | None = None
    layout: str = ""
    locale: str = ""
    available_locales: list[str] = msgspec.field(default_factory=list)
    markdown: str = ""
    tags: list[str] = msgspec.field(default_factory=list)
