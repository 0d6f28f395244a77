"""Signing in and out: the welcome page asks, the account does, and the page is told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.ui.error_messages import describe
from osubrowser.ui.pages.welcome.page import WelcomePage

if TYPE_CHECKING:
    from osubrowser.services.session.account import Account


class SignInFlow(QObject):
    """Joins the account and its welcome page, which is made when it is first shown.

    Args:
        account: what signs in and out.
        start_demo: starts the embedded server and lets the account adopt its player.

    Attributes:
        message_requested: `(level, text)` for the person.
    """

    message_requested = Signal(str, str)

    def __init__(
        self,
        account: Account,
        start_demo: Callable[[], Awaitable[None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._start_demo = start_demo
        self._scope = TaskScope()
        self._page: WelcomePage | None = None
        account.changed.connect(self._on_account_changed)
        account.noted.connect(lambda text: self.message_requested.emit("warning", text))
        account.session_lost.connect(self._on_account_session_lost)

    def build_page(self) -> WelcomePage:
        """Make the welcome page; called once, by the window."""
        page = self._page = WelcomePage(self._account.server, self._account.callback_address)
        page.sign_in_submitted.connect(self.sign_in)
        page.cancel_requested.connect(self.cancel)
        page.demo_requested.connect(self.open_demo)
        self._on_account_changed()
        return page

    def sign_in(self, client_id: str, client_secret: str, guest: bool) -> None:
        """Sign in, through the web browser or as a guest."""
        self._wait("")
        sign_in = partial(
            self._account.sign_in, client_id, client_secret, guest=guest, on_waiting=self._wait
        )
        self._scope.start(self._finish(sign_in), key="entrance", on_error=self._on_failed)

    def open_demo(self) -> None:
        """Be the demo player of the embedded osu!."""
        if self._page is not None:
            self._page.demo.setEnabled(False)
        self._scope.start(self._finish(self._start_demo), key="entrance", on_error=self._on_failed)

    def cancel(self) -> None:
        """Give up what is under way."""
        self._scope.cancel("entrance")
        if self._page is not None:
            self._page.show_idle()

    def sign_out(self) -> None:
        """Leave the session; osu! is told in the background."""
        self._scope.start(self._account.sign_out(), key="leaving")

    def close(self) -> None:
        """Stop what is under way."""
        self._scope.cancel_all()

    async def _finish(self, enter: Callable[[], Awaitable[None]]) -> None:
        # Called here, not before: a task that is cancelled before it begins awaits nothing.
        await enter()
        if self._page is not None:
            self._page.show_idle()
            self._page.leave()

    def _wait(self, url: str) -> None:
        if self._page is not None:
            self._page.show_waiting(url)

    def _on_failed(self, error: BaseException) -> None:
        if self._page is not None:
            self._page.show_error(describe(error))

    def _on_account_changed(self) -> None:
        if self._page is not None:
            self._page.set_account(self._account.client_id, self._account.secrets_kept_in)

    def _on_account_session_lost(self) -> None:
        self.message_requested.emit(
            "warning", "osu! does not accept the sign-in any more. Sign in again to go on."
        )
