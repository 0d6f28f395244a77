"""Sign-in flow: connects the page that signs in with the account."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from osubrowser.services.session.account import Account
    from osubrowser.ui.error_messages import Sentence


class SignInPage(Page):
    """Base class of the page that a `SignInFlow` controls.

    Attributes:
        sign_in_submitted: `(client_id, client_secret, guest)`: the form was submitted.
        cancel_requested: cancel the sign-in.
        demo_requested: open the demo.
    """

    sign_in_submitted = Signal(str, str, bool)
    cancel_requested = Signal()
    demo_requested = Signal()

    def show_idle(self) -> None:
        """Show the form without an error."""
        raise NotImplementedError

    def show_demo_starting(self) -> None:
        """Show that the demo is being opened."""
        raise NotImplementedError

    def show_waiting(self, url: str = "") -> None:
        """Show that the sign-in is in progress; `url` is the address that the browser opens."""
        raise NotImplementedError

    def show_error(self, sentence: Sentence) -> None:
        """Show the form with an error."""
        raise NotImplementedError

    def set_account(self, client_id: str, kept_in: str) -> None:
        """Set the id of the saved application, and the location of secrets."""
        raise NotImplementedError


P = TypeVar("P", bound=SignInPage)


class SignInFlow(QObject, Generic[P]):
    """Controller that builds the page that signs in, and signs in and out.

    Args:
        account: the account.
        start_demo: starts the embedded server and signs in to it.
        build: builds the page: `(origin of the server, callback address) -> page`.

    Attributes:
        message_requested: `(level, text)`: show a message.
    """

    message_requested = Signal(str, str)

    def __init__(
        self,
        account: Account,
        start_demo: Callable[[], Awaitable[None]],
        build: Callable[[str, str], P],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._start_demo = start_demo
        self._scope = TaskScope()
        self._build = build
        self._page: P | None = None
        account.changed.connect(self._on_account_changed)
        account.noted.connect(lambda text: self.message_requested.emit("warning", text))
        account.session_lost.connect(self._on_account_session_lost)

    def build_page(self) -> P:
        """Build the page; called once, by the window."""
        page = self._page = self._build(self._account.server, self._account.callback_address)
        page.sign_in_submitted.connect(self.sign_in)
        page.cancel_requested.connect(self.cancel)
        page.demo_requested.connect(self.open_demo)
        self._on_account_changed()
        return page

    def sign_in(self, client_id: str, client_secret: str, guest: bool) -> None:
        """Sign in, through the web browser or as a guest."""
        self._show_waiting("")
        sign_in = partial(
            self._account.sign_in,
            client_id,
            client_secret,
            guest=guest,
            on_waiting=self._show_waiting,
        )
        self._scope.start(self._finish(sign_in), key="sign in", on_error=self._on_failed)

    def open_demo(self) -> None:
        """Sign in to the embedded server as its demo player."""
        if self._page is not None:
            self._page.show_demo_starting()
        self._scope.start(self._finish(self._start_demo), key="sign in", on_error=self._on_failed)

    def cancel(self) -> None:
        """Cancel the sign-in."""
        self._scope.cancel("sign in")
        if self._page is not None:
            self._page.show_idle()

    def sign_out(self) -> None:
        """Sign out; the token is revoked in the background."""
        self._scope.start(self._account.sign_out(), key="sign out")

    def close(self) -> None:
        """Cancel all tasks."""
        self._scope.cancel_all()

    async def _finish(self, sign_in: Callable[[], Awaitable[None]]) -> None:
        # Created here: a task that is cancelled before it starts would not await it.
        await sign_in()
        if self._page is not None:
            self._page.show_idle()
            self._page.leave()

    def _show_waiting(self, url: str) -> None:
        if self._page is not None:
            self._page.show_waiting(url)

    def _on_failed(self, error: BaseException) -> None:
        from osubrowser.ui.error_messages import describe

        if self._page is not None:
            self._page.show_error(describe(error))

    def _on_account_changed(self) -> None:
        if self._page is not None:
            self._page.set_account(self._account.client_id, self._account.secrets_location)

    def _on_account_session_lost(self) -> None:
        self.message_requested.emit(
            "warning", tr("osu! does not accept the sign-in any more. Sign in again to go on.")
        )
