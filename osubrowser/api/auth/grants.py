"""What signing in is made of: grants, scopes, tokens, and a sign-in that waits."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from osubrowser.api.entities.base import Entity, OpenEnum


class Grant(StrEnum):
    """How a program signs in: as itself (a guest), or for a player."""

    CLIENT_CREDENTIALS = "client_credentials"
    AUTHORIZATION_CODE = "authorization_code"


class Scope(OpenEnum):
    """What a token allows."""

    PUBLIC = "public"
    IDENTIFY = "identify"
    FRIENDS_READ = "friends.read"
    FORUM_WRITE = "forum.write"
    FORUM_WRITE_MANAGE = "forum.write_manage"
    CHAT_READ = "chat.read"
    CHAT_WRITE = "chat.write"
    CHAT_WRITE_MANAGE = "chat.write_manage"
    DELEGATE = "delegate"
    GROUP_PERMISSIONS = "group_permissions"
    MULTIPLAYER_WRITE_MANAGE = "multiplayer.write_manage"


class Token(msgspec.Struct, frozen=True, repr_omit_defaults=True):
    """A token: two secrets, and when the first ends (seconds since 1970, a margin taken off)."""

    access_token: str
    refresh_token: str | None = None
    expires_at: float = 0.0

    def __repr__(self) -> str:
        return f"Token(expires_at={self.expires_at:.0f})"

    @property
    def is_fresh(self) -> bool:
        """Whether the access token is still good, as far as the clock knows."""
        return time.time() < self.expires_at


@dataclass(frozen=True, slots=True)
class Authorization:
    """A sign-in that waits for the player: open `url`, and wait for the callback.

    The callback goes to `redirect_uri` with a `code`, and with the `state` that must be
    compared. `code_verifier` proves later that the same program asks (PKCE, S256).
    """

    url: str
    state: str
    code_verifier: str
    redirect_uri: str

    def __repr__(self) -> str:
        return f"Authorization(redirect_uri={self.redirect_uri!r})"


class TokenAnswer(Entity, frozen=True, kw_only=True):
    """What `/oauth/token` answers; `expires_in` in seconds."""

    access_token: str
    refresh_token: str | None = None
    expires_in: float = 86400.0
    token_type: str = "Bearer"  # noqa: S105 - no secret

    def __repr__(self) -> str:
        return f"TokenAnswer(expires_in={self.expires_in:.0f})"


@dataclass(frozen=True, slots=True)
class Application:
    """The registered program that signs in."""

    client_id: str
    client_secret: str
    redirect_uri: str | None
    scopes: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Application(client_id={self.client_id!r})"


def default_scopes(grant: Grant) -> Sequence[str]:
    """Return what a browser needs: all public reads, and for a player the list of friends."""
    if grant is Grant.CLIENT_CREDENTIALS:
        return (Scope.PUBLIC,)
    return (Scope.FRIENDS_READ, Scope.IDENTIFY, Scope.PUBLIC)
