"""Download of public files: without credentials, from osu!'s hosts only, bounded in size."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from osubrowser import __version__
from osubrowser.services.assets.hosts import is_allowed
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_BODY = 8 * 1024 * 1024  # bytes
IDLE_TIMEOUT = 15_000  # milliseconds without data
TOTAL_TIMEOUT = 45_000  # milliseconds for a whole download
_MOST_REDIRECTS = 3
_GONE = frozenset({400, 401, 403, 404, 410, 415, 451})


class DownloadFailed(Exception):
    """Failed download.

    Attributes:
        lasting: whether an early retry would fail as well.
        status: the HTTP status; None without one.
    """

    def __init__(self, reason: str, *, lasting: bool, status: int | None = None) -> None:
        super().__init__(reason)
        self.lasting = lasting
        self.status = status


class AssetDownloader:
    """Downloader on the event loop of the GUI thread; does not block.

    Args:
        server: returns the origin of the server in use.
        accept: value of the `Accept` header, such as `image/*`.
    """

    def __init__(self, server: Callable[[], str], *, accept: str) -> None:
        self._server = server
        self._accept = accept
        self._transfers: set[_Transfer] = set()
        self._network = QNetworkAccessManager()
        self._network.setRedirectPolicy(
            QNetworkRequest.RedirectPolicy.UserVerifiedRedirectPolicy,
        )
        self._network.setAutoDeleteReplies(False)

    async def get(self, url: QUrl) -> bytes:
        """Return the response body of `url`. Cancelling the task aborts the request.

        Raises:
            DownloadFailed: not allowed (see `is_allowed`), failed, too slow or too large.
        """
        if not self._is_allowed(url):
            raise DownloadFailed(tr("not an address of osu!"), lasting=True)
        transfer = _Transfer(self._network.get(self._request(url)), self._is_allowed)
        self._transfers.add(transfer)
        try:
            return await transfer.body
        finally:
            self._transfers.discard(transfer)
            transfer.end()

    def close(self) -> None:
        """Abort all requests; tasks that await them are cancelled."""
        for transfer in list(self._transfers):
            transfer.end()

    def _is_allowed(self, url: QUrl) -> bool:
        return is_allowed(url, self._server())

    def _request(self, url: QUrl) -> QNetworkRequest:
        request = QNetworkRequest(url)
        request.setTransferTimeout(IDLE_TIMEOUT)
        request.setMaximumRedirectsAllowed(_MOST_REDIRECTS)
        request.setRawHeader(b"Accept", self._accept.encode())
        # The files are compressed already, and a small body could decompress to a huge one.
        request.setRawHeader(b"Accept-Encoding", b"identity")
        request.setRawHeader(b"User-Agent", f"osubrowser/{__version__}".encode())
        by_hand = QNetworkRequest.LoadControl.Manual
        for attribute in (
            QNetworkRequest.Attribute.CookieLoadControlAttribute,
            QNetworkRequest.Attribute.CookieSaveControlAttribute,
            QNetworkRequest.Attribute.AuthenticationReuseAttribute,
        ):
            request.setAttribute(attribute, by_hand.value)
        return request


class _Transfer(QObject):
    """Request in progress; `body` is the future of its result."""

    def __init__(self, reply: QNetworkReply, is_allowed: Callable[[QUrl], bool]) -> None:
        super().__init__()
        self.body: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._reply = reply
        self._is_allowed = is_allowed
        self._data = bytearray()
        self._ended = False
        reply.setReadBufferSize(LONGEST_BODY)
        reply.metaDataChanged.connect(self._on_reply_meta_data_changed)
        reply.readyRead.connect(self._on_reply_ready_read)
        reply.redirected.connect(self._on_reply_redirected)
        reply.finished.connect(self._on_reply_finished)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start(TOTAL_TIMEOUT)

    def end(self) -> None:
        """Abort the request if it is under way, and delete it."""
        if self._ended:
            return
        self._ended = True
        if not self.body.done():
            self.body.cancel()
        self._timer.stop()
        # The reply stays a child of its manager: one that outlives the manager crashes.
        self._reply.abort()
        self._reply.deleteLater()

    def _fail(self, reason: str, *, lasting: bool, status: int | None = None) -> None:
        if not self.body.done():
            self.body.set_exception(DownloadFailed(reason, lasting=lasting, status=status))
        self._reply.abort()

    def _on_timer_timeout(self) -> None:
        self._fail(tr("too slow"), lasting=False)

    def _on_reply_redirected(self, url: QUrl) -> None:
        if self._is_allowed(self._reply.url().resolved(url)):
            self._reply.redirectAllowed.emit()
        else:
            self._fail(tr("redirected to another host"), lasting=True)

    def _on_reply_meta_data_changed(self) -> None:
        length = self._reply.header(QNetworkRequest.KnownHeaders.ContentLengthHeader)
        if isinstance(length, int) and length > LONGEST_BODY:
            self._fail(tr("too large"), lasting=True)

    def _on_reply_ready_read(self) -> None:
        self._data += self._reply.readAll().data()
        if len(self._data) > LONGEST_BODY:
            self._fail(tr("too large"), lasting=True)

    def _on_reply_finished(self) -> None:
        if self.body.done():
            return
        status = self._reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        if self._reply.error() is not QNetworkReply.NetworkError.NoError or status != 200:
            given = status if isinstance(status, int) else None
            self._fail(
                tr("status {status}").format(status=status), lasting=status in _GONE, status=given
            )
            return
        self._on_reply_ready_read()
        if not self.body.done():
            self.body.set_result(bytes(self._data))
