"""Exceptions other than request errors, each with a message for the user."""

from __future__ import annotations


class Failure(Exception):
    """Base class of exceptions with a message for the user.

    Attributes:
        text: what happened, as one sentence.
        hint: what can be done about it, as one sentence; may be empty.
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
    """Export file that could not be written."""


class ImportFailed(Failure):
    """Import file that could not be read, or is none."""
