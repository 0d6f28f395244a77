"""OAuth over HTTP: the page that a browser is sent to, and the address that tokens come from."""

from __future__ import annotations

from urllib.parse import urlencode

import msgspec
from werkzeug.wrappers import Request

from osubrowser.demo.http.oauth import Authority
from osubrowser.demo.http.replies import Refusal, Reply, html_reply, json_reply, refuse
from osubrowser.demo.http.throttle import Throttle
from osubrowser.demo.routes.website import page


def authorize(request: Request, authority: Authority) -> Reply:
    """Answer `GET /oauth/authorize`."""
    if request.method != "GET":
        return html_reply(405, page("Method not allowed", "Open this page in a browser."))
    try:
        consent = authority.authorize(request.args)
    except Refusal as refusal:
        if refusal.body == "html":
            return html_reply(400, page("Error", "The requested scope is invalid."))
        raise
    mark = "&" if "?" in consent.redirect_uri else "?"
    reply = html_reply(302, "")
    reply.headers["Location"] = f"{consent.redirect_uri}{mark}{urlencode(consent.answer)}"
    return reply


def token(request: Request, authority: Authority, throttle: Throttle) -> Reply:
    """Answer `POST /oauth/token`."""
    if request.method != "POST":
        raise refuse(404, "Invalid url or incorrect request method.")
    try:
        if throttle.take(str(request.remote_addr)) is None:
            raise refuse(429, "Too Many Attempts.")
        made = authority.token(_form(request))
    except Refusal as refusal:
        # The site's own sentences, unlike those of its OAuth library, come as a web page
        # to whoever does not ask for JSON.
        own = isinstance(refusal.body, dict) and refusal.body.keys() == {"error"}
        if own and "json" not in request.headers.get("Accept", ""):
            return html_reply(refusal.status, page("Error", "Bad request."))
        raise
    reply = json_reply(200, msgspec.json.encode(made))
    reply.headers["Content-Type"] = "application/json; charset=UTF-8"
    reply.headers["Cache-Control"] = "no-store"
    reply.headers["Pragma"] = "no-cache"
    return reply


def _form(request: Request) -> dict[str, str]:
    """Return what was sent: as a form, as JSON, or the credentials in a header."""
    form = dict(request.form)
    if request.is_json:
        sent = request.get_json(silent=True)
        form = {k: str(v) for k, v in sent.items()} if isinstance(sent, dict) else {}
    basic = request.authorization
    if basic is not None and basic.type == "basic" and "client_id" not in form:
        form["client_id"], form["client_secret"] = basic.username or "", basic.password or ""
    return form
