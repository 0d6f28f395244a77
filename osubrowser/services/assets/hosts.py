"""Hosts of osu!'s public files, and URLs of them."""

from __future__ import annotations

from PySide6.QtCore import QUrl

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def resolved(url: str, server: str) -> QUrl:
    """Return the absolute URL of a file, by that of the API.

    Args:
        url: as sent by the API: absolute, without a scheme (`//b.ppy.sh/...`), or a path.
        server: origin of the server in use, such as `https://osu.ppy.sh`.
    """
    if url.startswith("//"):
        url = f"https:{url}"  # a server on this computer, over http, does not have osu!'s files
    return QUrl(f"{server}/").resolved(QUrl(url, QUrl.ParsingMode.StrictMode))


def is_allowed(url: QUrl, server: str) -> bool:
    """Whether a file may be requested from `url`: of `*.ppy.sh` over https, or of the server.

    Args:
        url: an absolute URL.
        server: origin of the server in use; http only on this computer.
    """
    if not url.isValid() or url.userInfo():
        return False
    if _origin(url) == _origin(QUrl(server)):
        return url.scheme() == "https" or url.host() in LOOPBACK
    return url.scheme() == "https" and url.port(443) == 443 and url.host().endswith(".ppy.sh")


def _origin(url: QUrl) -> tuple[str, str, int]:
    return url.scheme(), url.host(), url.port(443 if url.scheme() == "https" else 80)
