"""Pages of the wiki."""

from __future__ import annotations

import msgspec

from osubrowser.api.entities.base import Entity


class WikiPage(Entity, frozen=True, kw_only=True):
    """A page: its text is Markdown with a head in YAML.

    `locale` is the language it came in, which is English where there is no translation;
    `available_locales` are all it has. `layout` is `markdown_page`, `main_page`, ...
    """

    path: str = ""
    title: str = ""
    subtitle: str | None = None
    layout: str = ""
    locale: str = ""
    available_locales: list[str] = msgspec.field(default_factory=list)
    markdown: str = ""
    tags: list[str] = msgspec.field(default_factory=list)
