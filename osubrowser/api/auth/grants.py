"""OAuth 2.0 value types: grants, scopes, applications, authorization requests, tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from osubrowser.api.entities.base import Entity, FiniteFloat, OpenEnum

_TOKEN = re.compile(r"[\x21-\x7e]+")  # RFC 6749; others could not be sent in a header


class Grant(StrEnum):
    """OAuth grant: client credentials (a guest), or authorization code (a player)."""

    CLIENT_CREDENTIALS = "client_credentials"
    AUTHORIZATION_CODE = "authorization_code"


class Scope(OpenEnum):
    """OAuth scope of osu!'s API v2."""

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
    """Access token with its refresh token; `expires_at` in Unix seconds, minus a margin."""

    access_token: str
    refresh_token: str | None = None
    expires_at: float = 0.0

    def __repr__(self) -> str:
        return f"Token(expires_at={self.expires_at:.0f})"


@dataclass(frozen=True, slots=True)
class Authorization:
    """Authorization request: the player opens `url`, then the callback brings a code.

    The callback goes to `redirect_uri` with `code` and `state`; the state must be compared.
    `code_verifier` is the PKCE verifier (S256).
    """

    url: str
    state: str
    code_verifier: str
    redirect_uri: str

    def __repr__(self) -> str:
        return f"Authorization(redirect_uri={self.redirect_uri!r})"


class TokenResponse(Entity, frozen=True, kw_only=True):
    """Response of `/oauth/token`; `expires_in` in seconds."""

    access_token: str
    refresh_token: str | None = None
    expires_in: FiniteFloat = 86400.0
    token_type: str = "Bearer"  # noqa: S105 - no secret

    def __repr__(self) -> str:
        return f"TokenResponse(expires_in={self.expires_in:.0f})"

    def checked(self) -> TokenResponse:
        """Return this, or raise ValueError if it is no bearer token. Empty is no refresh token."""
        if self.token_type.lower() != "bearer":
            raise ValueError("a token of an unknown type")
        if not is_token_text(self.access_token):
            raise ValueError("an empty or malformed token")
        if self.refresh_token == "":
            return msgspec.structs.replace(self, refresh_token=None)
        if self.refresh_token is not None and not is_token_text(self.refresh_token):
            raise ValueError("a malformed refresh token")
        return self


@dataclass(frozen=True, slots=True)
class Application:
    """OAuth application: client id and secret, redirect URI, and scopes to request."""

    client_id: str
    client_secret: str
    redirect_uri: str | None
    scopes: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Application(client_id={self.client_id!r})"


@dataclass(frozen=True, slots=True)
class OAuthEndpoints:
    """Addresses of a server's OAuth endpoints.

    Attributes:
        token_path: path below the transport's origin.
        authorize_url: whole URL; None for `/oauth/authorize` of that origin.
    """

    token_path: str = "/oauth/token"  # noqa: S105 - a path
    authorize_url: str | None = None


OSU_ENDPOINTS = OAuthEndpoints()


def is_token_text(text: str) -> bool:
    """Whether a text can be a token: visible ASCII characters, at least one."""
    return _TOKEN.fullmatch(text) is not None


def default_scopes(grant: Grant) -> Sequence[str]:
    """Return the default scopes: `public`, for a player also `identify` and `friends.read`."""
    if grant is Grant.CLIENT_CREDENTIALS:
        return (Scope.PUBLIC,)
    return (Scope.FRIENDS_READ, Scope.IDENTIFY, Scope.PUBLIC)
