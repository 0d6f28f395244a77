"""What can go wrong here other than a request: each failure brings its own plain sentence."""

from __future__ import annotations


class Failure(Exception):
    """Something that did not work, told in words for the person at the window.

    Attributes:
        text: one sentence: what happened.
        hint: one sentence: what can be done about it; may be empty.
    """

    def __init__(self, text: str, hint: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.hint = hint


class SignInFailed(Failure):
    """Signing in ended without a session."""


class WrongCredentials(SignInFailed):
    """osu! does not know this client id with this client secret."""


class SignInDenied(SignInFailed):
    """In the browser, the person said no."""


class SignInTimedOut(SignInFailed):
    """The browser never came back."""


class ExportFailed(Failure):
    """A table, or the bookmarks, could not be written to a file."""


class ImportFailed(Failure):
    """A file of bookmarks could not be read, or is none."""
