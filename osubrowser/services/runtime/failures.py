"""Exceptions other than request errors, each with a sentence for the user."""

from __future__ import annotations


class Failure(Exception):
    """Base of failures with a sentence for the user.

    Attributes:
        text: one sentence: what happened.
        hint: one sentence: what can be done about it; may be empty.
    """

    def __init__(self, text: str, hint: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.hint = hint


class SignInFailed(Failure):
    """Sign-in that ended without a session."""


class WrongCredentials(SignInFailed):
    """Sign-in refused: wrong client id or client secret."""


class SignInDenied(SignInFailed):
    """Sign-in denied in the web browser."""


class SignInTimedOut(SignInFailed):
    """Sign-in without a callback in time."""


class ExportFailed(Failure):
    """File that could not be written."""


class ImportFailed(Failure):
    """File of bookmarks that could not be read."""
