"""The rest of the host: pictures below the asset hosts' names, flags, and pages for people."""

from __future__ import annotations

import html

from werkzeug.wrappers import Request

from osubrowser.demo.http.replies import Reply, html_reply
from osubrowser.demo.routes.pictures import Gallery

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title} · embedded osu!</title>
<style>
 body {{ margin: 0; min-height: 100vh; display: grid; place-items: center; background: #221a1f;
        color: #f2e6ec; font: 16px/1.5 system-ui, sans-serif; }}
 main {{ max-width: 34rem; padding: 2.5rem; background: #382e33; border-radius: 12px;
        border-top: 6px solid #ff66ab; overflow-wrap: anywhere; }}
 h1 {{ margin: 0 0 .5rem; font-size: 1.6rem; }}
 code {{ background: #221a1f; padding: .1em .4em; border-radius: 4px; }}
</style>
<main><h1>{title}</h1><p>{text}</p></main>
"""


def page(title: str, text: str) -> str:
    """Return a small web page; both texts are shown as they are."""
    return _PAGE.format(title=html.escape(title), text=html.escape(text))


def answer(request: Request, gallery: Gallery) -> Reply:
    """Answer anything that is neither the API nor OAuth."""
    if request.method not in ("GET", "HEAD"):
        return html_reply(405, page("Method not allowed", "This address can only be read."))
    picture = gallery.answer(request.path)
    if picture is not None:
        return picture
    if request.path == "/":
        return html_reply(200, page("Embedded osu!", "This is the demo world of osubrowser."))
    return html_reply(
        200,
        page(
            request.path,
            "On the real osu! website this address has a page of its own. The demo world answers"
            " the API and draws the pictures; its website is only this sheet.",
        ),
    )
