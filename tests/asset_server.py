"""HTTP server of public files whose answers a test writes."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.idle import HANG

Answer = tuple[int, dict[str, str], bytes]


class AssetServer:
    """HTTP server whose answers a test writes."""

    def __init__(self) -> None:
        self.answers: dict[str, Callable[[], Answer] | Answer] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.endless: set[str] = set()
        self.sent: dict[str, int] = {}
        self.pause = 0.0  # seconds between the parts of what does not end
        self.gate = threading.Event()
        self.gate.set()
        self.over = threading.Event()
        self._open: list[socket.socket] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 10  # seconds for a request to come

            def setup(self) -> None:
                super().setup()
                server._open.append(self.connection)

            def log_message(self, *_: object) -> None:
                pass

            def do_GET(self) -> None:
                server.asked.append(self.path)
                server.headers.append({k.title(): v for k, v in self.headers.items()})
                server.gate.wait(HANG)
                if self.path in server.endless:
                    self._send_without_end()
                    return
                answer = server.answers.get(self.path, (404, {}, b"none"))
                status, headers, body = answer() if callable(answer) else answer
                try:
                    self.send_response(status)
                    for name, value in headers.items():
                        self.send_header(name, value)
                    if "Content-Length" not in headers:
                        self.send_header("Content-Length", str(len(body)))
                    self.send_header("Connection", "close")
                    self.end_headers()
                    self.wfile.write(body)
                except OSError:
                    self.close_connection = True

            def _send_without_end(self) -> None:
                part = b"\x89PNG\r\n\x1a\n" + b"\0" * 65_528
                self.close_connection = True
                with contextlib.suppress(OSError):
                    self.send_response(200)
                    self.end_headers()
                    while self.path in server.endless:
                        self.wfile.write(part if not server.pause else part[:8])
                        server.sent[self.path] = server.sent.get(self.path, 0) + len(part)
                        server.over.wait(server.pause)
                server.endless.discard(self.path)

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = False
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self) -> None:
        self.gate.set()
        self.over.set()
        self.endless.clear()
        self._http.shutdown()
        for connection in self._open:  # one that asks nothing would be waited for forever
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RD)
        self._http.server_close()
        self._thread.join()
