"""Sanitised rich text from the server for QTextDocument."""

from __future__ import annotations


def wiki_html(markdown: str) -> str:
    """Return Markdown of osu!'s wiki as HTML of the website's structure, not sanitised.

    It has tables, strikethrough, footnotes, and osu!'s own syntax: attributes, spans, flags,
    containers and alerts (see `markdown.to_html`). A YAML front matter and HTML are removed. The
    parser is imported on first use.

    Args:
        markdown: untrusted Markdown.
    """
    from osubrowser.services.richtext.markdown import wiki_html as converted

    return converted(markdown)
