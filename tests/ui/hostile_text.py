"""Servers in front of the embedded osu! that change its responses: hostile texts, any change."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from typing import Any

import requests

from tests.conftest import Server
from tests.services.richtext.test_sanitize import HOSTILE

LONG = (
    "\u202e<img src=http://evil.example/w.png><script>alert(1)</script>\u2066&amp;" + "W" * 10_000
)
ADDRESSES = (
    "javascript:alert(1)",
    "file:///etc/passwd",
    "https://evil.example/x.png",
    "//evil.example/x.png",
    "https://a.ppy.sh@evil.example/x.png",
    "https://a.ppy.sh.evil.example/x.png",
    "http://a.ppy.sh/x.png",
    "data:image/png;base64,AAAA",
    "\\\\evil.example\\x.png",
    "https://127.0.0.2/x.png",
)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d")
_NEEDED = frozenset(("mode", "playmode", "type", "access_token", "token_type", "acronym", "raw"))
_JSON = ("/api/", "/beatmaps/artists/")
_ADDRESS = re.compile(r"url|website|avatar|cover|card|list|slim|full|link|href|flag")


def spoiled(value: Any, addresses: Iterator[str], key: str = "", *, all_of_it: bool = False) -> Any:
    """Return an answer with every text in it hostile; `all_of_it`: names of rulesets, too."""
    if isinstance(value, dict):
        return {
            name: spoiled(one, addresses, name, all_of_it=all_of_it) for name, one in value.items()
        }
    if isinstance(value, list):
        return [spoiled(one, addresses, key, all_of_it=all_of_it) for one in value]
    if not isinstance(value, str) or _MOMENT.match(value) or (key in _NEEDED and not all_of_it):
        return next(addresses) if value is None and "url" in key else value
    if key == "html":
        return HOSTILE + "<p>" + LONG
    return next(addresses) if _ADDRESS.search(key) else LONG


class ChangingServer:
    """Proxy that changes the JSON of the API's responses; it has no pictures.

    Args:
        behind: the server that answers.
        change: `JSON value -> JSON value`, called on the thread of a request.

    Attributes:
        url: where it is.
        asked: the paths that were requested outside the API.
    """

    def __init__(self, behind: Server, change: Callable[[Any], Any]) -> None:
        asked = list[str]()
        self.asked = asked

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 10

            def log_message(self, *_: object) -> None:
                pass

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                self._pass_on(body)

            def do_GET(self) -> None:
                if self.path.startswith(_JSON):
                    self._pass_on(None)
                else:
                    asked.append(self.path)
                    self._send(404, b"none")

            def _pass_on(self, body: bytes | None) -> None:
                given = {k: v for k, v in self.headers.items() if k.lower() != "host"}
                answer = requests.request(
                    self.command, behind.url + self.path, data=body, headers=given, timeout=20
                )
                data = answer.content
                if self.path.startswith(_JSON) and answer.ok:
                    data = json.dumps(change(answer.json())).encode()
                self._send(answer.status_code, data)

            def _send(self, status: int, data: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(data)

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = False
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,))
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def close(self) -> None:
        """Serve no more."""
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


class HostileServer(ChangingServer):
    """Proxy that makes every text hostile; `all_of_it`: the names of rulesets, too."""

    def __init__(self, behind: Server, *, all_of_it: bool) -> None:
        addresses = cycle(ADDRESSES)
        super().__init__(behind, lambda answer: spoiled(answer, addresses, all_of_it=all_of_it))
