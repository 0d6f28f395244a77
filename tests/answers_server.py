"""HTTP server of the API answers in `tests/answers`, with OAuth, delays and faults.

    python -m tests.answers_server --latency 0.2 --faults 429:0.1,reset:0.05

Prints one JSON line with its address and credentials, then serves until it is ended. `index.json`
of the data folder names the file for a method and path; ids and most parameters are ignored.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import random
import re
import secrets
import socket
import struct
import sys
import threading
import time
import zlib
from collections import Counter
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

ANSWERS = Path(__file__).resolve().parent / "answers"
ASSETS = {
    "https://a.ppy.sh": "/_img/avatar",
    "https://assets.ppy.sh": "/_img/asset",
    "https://b.ppy.sh": "/_audio",
}
WITHOUT_TOKEN = re.compile(r"/(changelog|comments|news|seasonal-backgrounds|wiki)(/|$)")
OF_A_USER = re.compile(r"/(me|friends|chat)(/|$)|/rooms$")
LOOPBACK = re.compile(r"http://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(/|$)")
STATUSES = {"429": 429, "429bare": 429, "500": 500, "502": 502, "503": 503}
DELAYS = {"slow": 5.0, "hang": 30.0}


@dataclass
class Token:
    """Access token: whether it is a user's, and until when it is valid."""

    of_user: bool
    until: float


@dataclass
class State:
    """Shared state of the server: options, routes, credentials, tokens and request log."""

    options: argparse.Namespace
    routes: list[tuple[str, re.Pattern[str], dict[str, Any]]]
    faults: list[tuple[str, float]]
    chance: random.Random
    client_id: str = "5151"
    client_secret: str = field(default_factory=lambda: secrets.token_hex(20))
    api_key: str = field(default_factory=lambda: secrets.token_hex(20))
    tokens: dict[str, Token] = field(default_factory=dict)
    refresh_tokens: set[str] = field(default_factory=set)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    requests: list[tuple[float, str]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def token(self, *, of_user: bool) -> dict[str, Any]:
        access, lifetime = secrets.token_urlsafe(32), self.options.token_ttl
        self.tokens[access] = Token(of_user, time.time() + lifetime)
        answer = {"token_type": "Bearer", "expires_in": lifetime, "access_token": access}
        if of_user:
            answer["refresh_token"] = secrets.token_urlsafe(32)
            self.refresh_tokens.add(answer["refresh_token"])
        return answer

    def fault(self) -> str:
        with self.lock:
            number = self.chance.random()
        for name, share in self.faults:
            if number < share:
                return name
            number -= share
        return ""

    def route(self, method: str, path: str) -> dict[str, Any] | None:
        return next(
            (row for m, pattern, row in self.routes if m == method and pattern.fullmatch(path)),
            None,
        )


def picture(seed: str, width: int = 96, height: int = 48) -> bytes:
    """Return a PNG image of one colour that depends on the seed."""
    colour = hashlib.md5(seed.encode(), usedforsecurity=False).digest()[:3]
    width, height = (128, 128) if "avatar" in seed else (width, height)

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress((b"\0" + colour * width) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


class Handler(BaseHTTPRequestHandler):
    """Request handler: OAuth, API v2, API v1, pictures and statistics."""

    protocol_version = "HTTP/1.1"
    state: State

    def log_message(self, *_: Any) -> None:
        """Write no log."""

    def send(
        self, status: int, body: Any = b"", kind: str = "application/json", **headers: str
    ) -> None:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        # Counted before it is sent: a client with the answer finds its request in the statistics.
        self.state.requests.append(
            (time.time(), f"{status} {self.command} {urlsplit(self.path).path}")
        )
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(content)), **headers}
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def form(self) -> dict[str, str]:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        if "json" in self.headers.get("Content-Type", ""):
            parsed = json.loads(body or "{}")
            return {key: str(value) for key, value in parsed.items()}
        return dict(parse_qsl(body))

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        query = dict(parse_qsl(url.query, keep_blank_values=True))
        form = self.form()
        if url.path == "/_stats":
            log = list(self.state.requests)
            self.send(
                200, {"counts": Counter(what for _, what in log), "times": [at for at, _ in log]}
            )
        elif url.path.startswith("/_img/"):
            self.send(200, picture(url.path), "image/png", Cache_Control="max-age=86400")
        elif url.path == "/oauth/authorize":
            self.authorize(query)
        elif url.path == "/oauth/token":
            self.grant(form)
        elif url.path.startswith("/api/v2/"):
            self.api_v2(url.path.removeprefix("/api/v2"), query)
        elif url.path.startswith("/api/"):
            self.api_v1(url.path, query)
        else:
            self.send(404, {"error": None})

    do_POST = do_PUT = do_DELETE = do_HEAD = do_GET

    def authorize(self, query: dict[str, str]) -> None:
        back = query.get("redirect_uri", "")
        if query.get("client_id") != self.state.client_id or query.get("response_type") != "code":
            return self.send(401, {"error": "invalid_client"})
        if not LOOPBACK.match(back):
            return self.send(400, {"error": "invalid_request", "hint": "redirect_uri"})
        code = secrets.token_urlsafe(24)
        self.state.codes[code] = query
        answer = {"code": code, **{key: query[key] for key in ("state",) if key in query}}
        joint = "&" if "?" in back else "?"
        return self.send(302, kind="text/html", Location=f"{back}{joint}{urlencode(answer)}")

    def grant(self, form: dict[str, str]) -> None:
        state, kind = self.state, form.get("grant_type")
        basic = self.headers.get("Authorization", "")
        if basic.startswith("Basic ") and "client_id" not in form:
            form["client_id"], _, form["client_secret"] = (
                base64.b64decode(basic[6:]).decode().partition(":")
            )
        if (form.get("client_id"), form.get("client_secret")) != (
            state.client_id,
            state.client_secret,
        ):
            text = "Client authentication failed"
            return self.send(401, {"error": "invalid_client", "error_description": text})
        if kind == "client_credentials":
            return self.send(200, state.token(of_user=False))
        if kind == "authorization_code":
            asked = state.codes.pop(form.get("code", ""), None)
            if asked is None or asked["redirect_uri"] != form.get("redirect_uri"):
                return self.send(400, {"error": "invalid_request"})
            if not self.verified(asked, form.get("code_verifier", "")):
                return self.send(400, {"error": "invalid_grant"})
            return self.send(200, state.token(of_user=True))
        if kind == "refresh_token":
            with state.lock:
                known = form.get("refresh_token") in state.refresh_tokens
                state.refresh_tokens.discard(form.get("refresh_token", ""))
            if not known:
                return self.send(
                    401, {"error": "invalid_request", "hint": "Token has been revoked"}
                )
            return self.send(200, state.token(of_user=True))
        return self.send(400, {"error": "unsupported_grant_type"})

    def verified(self, asked: dict[str, str], verifier: str) -> bool:
        if "code_challenge" not in asked:
            return True
        if asked.get("code_challenge_method") == "S256":
            digest = hashlib.sha256(verifier.encode()).digest()
            verifier = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        return verifier == asked["code_challenge"]

    def api_v2(self, path: str, query: dict[str, str]) -> None:
        state = self.state
        bearer = self.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        token = state.tokens.get(bearer)
        valid = token is not None and token.until > time.time()
        if not valid and (bearer or not WITHOUT_TOKEN.match(path)):
            return self.send(401, {"authentication": "basic"})
        if OF_A_USER.match(path) and not (token and token.of_user):
            return self.send(401, {"authentication": "basic"})
        if self.command == "DELETE" and path == "/oauth/tokens/current":
            state.tokens.pop(bearer, None)
            return self.send(204)
        time.sleep(state.options.latency)
        fault = state.fault()
        if fault in STATUSES:
            if STATUSES[fault] != 429:
                return self.send(STATUSES[fault], b"<html>error</html>", "text/html")
            wait = {"Retry_After": "1"} if fault == "429" else {}
            return self.send(429, {"error": "Too Many Attempts."}, **wait)
        if fault == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            self.connection.close()
            return None
        if fault == "garbage":
            return self.send(200, b"<html>maintenance</html>", "text/html")
        time.sleep(DELAYS.get(fault, 0))
        if fault == "expire":
            state.tokens.pop(bearer, None)
        row = state.route(self.command, path)
        if row is None:
            return self.send(404, {"error": None})
        return self.answer(row, query, truncated=fault == "truncate")

    def answer(self, row: dict[str, Any], query: dict[str, str], *, truncated: bool) -> None:
        file = self.state.options.data / row["file"]
        if file.suffix == ".osr":
            score = urlsplit(self.path).path.split("/")[-2]
            name = f'attachment; filename="solo-replay-osu_75_{score}.osr"'
            return self.send(
                200, file.read_bytes(), "application/x-osu-replay", Content_Disposition=name
            )
        text = file.read_text(encoding="utf-8")
        if row.get("list") is not None and is_later_page(query):
            text = json.dumps(without_rows(json.loads(text), row["list"]))
        # Both spellings of a slash: bodies of the real server escape it now and then.
        for host, path in ASSETS.items():
            for old in (host, host.replace("/", "\\/")):
                text = text.replace(old, f"http://{self.headers['Host']}{path}")
        body = text.encode()
        if not truncated:
            return self.send(row.get("status", 200), body)
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2])
        self.close_connection = True
        return None

    def api_v1(self, path: str, query: dict[str, str]) -> None:
        if query.get("k") != self.state.api_key:
            return self.send(401, {"error": "Please provide a valid API key."})
        row = self.state.route("V1", path)
        if row is None:
            return self.send(404)
        return self.send(200, (self.state.options.data / row["file"]).read_bytes())


def is_later_page(query: dict[str, str]) -> bool:
    pages = [query[key] for key in ("page", "cursor[page]") if key in query]
    by_cursor = "cursor_string" in query or "cursor[id]" in query
    if "1" in pages:
        by_cursor = False
    return by_cursor or any(page != "1" for page in pages) or query.get("offset", "0") != "0"


def without_rows(answer: Any, key: str) -> Any:
    if isinstance(answer, list):
        return []
    return {**answer, key: [], "cursor": None, "cursor_string": None}


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve the API answers of tests/answers.")
    parser.add_argument("--data", type=Path, default=ANSWERS)
    parser.add_argument("--latency", type=float, default=0.0)
    parser.add_argument("--faults", default="", help="NAME:SHARE,...")
    parser.add_argument("--token-ttl", type=int, default=86400)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rows = json.loads((options.data / "index.json").read_text(encoding="utf-8"))
    routes = [(row["method"], re.compile(row["path"] + "/?"), row) for row in rows]
    faults = [
        (name, float(share))
        for name, _, share in (f.partition(":") for f in options.faults.split(",") if f)
    ]
    state = State(options, routes, faults, random.Random(options.seed))
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), type("BoundHandler", (Handler,), {"state": state})
    )
    server.daemon_threads = True
    credentials = {key: getattr(state, key) for key in ("client_id", "client_secret", "api_key")}
    sys.stdout.write(
        json.dumps({"url": f"http://127.0.0.1:{server.server_port}", **credentials}) + "\n"
    )
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main()
