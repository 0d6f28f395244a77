"""OAuth 2.0 client for `/oauth/...`: Authlib builds the requests, the transport sends them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from osubrowser.api.auth.grants import (
    OSU_ENDPOINTS,
    Application,
    Authorization,
    Grant,
    OAuthEndpoints,
    TokenResponse,
)
from osubrowser.api.decoding.decode import read_entity
from osubrowser.api.errors import ServerTrouble
from osubrowser.api.http.messages import Request, Response, server_message

if TYPE_CHECKING:
    from authlib.oauth2.client import (  # type: ignore[import-untyped]  # Authlib has no types
        OAuth2Client,
    )

    from osubrowser.api.http.transport import Transport


class OAuthClient:
    """OAuth 2.0 client of one application on one server. Stateless; raises OsuError.

    Authlib is imported with the first request: a program with a valid token does not need it.
    """

    def __init__(
        self,
        transport: Transport,
        application: Application,
        endpoints: OAuthEndpoints = OSU_ENDPOINTS,
    ) -> None:
        """Send requests for `application` over `transport`."""
        self._transport = transport
        self._application = application
        self._endpoints = endpoints

    def begin_authorization(self, redirect_uri: str | None = None) -> Authorization:
        """Return an authorization request with fresh state and PKCE verifier.

        Raises ValueError without any redirect URI.
        """
        from authlib.common.security import (  # type: ignore[import-untyped]  # no types either
            generate_token,
        )

        back = redirect_uri or self._application.redirect_uri
        if back is None:
            raise ValueError("signing in as a player needs a redirect address")
        verifier = generate_token(64)
        url, state = self._session(code_challenge_method="S256").create_authorization_url(
            self._endpoints.authorize_url or f"{self._transport.origin}/oauth/authorize",
            redirect_uri=back,
            code_verifier=verifier,
        )
        return Authorization(url, state, verifier, back)

    def exchange_code(self, authorization: Authorization, code: str) -> TokenResponse:
        """Return the token for the code of a callback: grant `authorization_code`."""
        return self._fetch_token(
            grant_type=Grant.AUTHORIZATION_CODE.value,
            code=code,
            redirect_uri=authorization.redirect_uri,
            code_verifier=authorization.code_verifier,
        )

    def client_credentials(self) -> TokenResponse:
        """Return a token for the application itself: grant `client_credentials`."""
        return self._fetch_token(grant_type=Grant.CLIENT_CREDENTIALS.value)

    def refresh(self, refresh_token: str) -> TokenResponse:
        """Return a new token for a refresh token, with the same scopes; the old pair expires."""
        client = self._session()
        client.scope = None
        client.refresh_token(self._url, refresh_token=refresh_token)
        response: TokenResponse = client.session.response
        return response

    def _fetch_token(self, **fields: str) -> TokenResponse:
        client = self._session()
        client.fetch_token(self._url, **fields)
        response: TokenResponse = client.session.response
        return response

    @property
    def _url(self) -> str:
        return f"{self._transport.origin}{self._endpoints.token_path}"

    def _session(self, **options: Any) -> OAuth2Client:  # noqa: ANN401 - Authlib's options
        from authlib.oauth2.client import OAuth2Client

        return OAuth2Client(
            _AuthlibSession(self._transport),
            client_id=self._application.client_id,
            client_secret=self._application.client_secret,
            token_endpoint_auth_method="client_secret_post",  # noqa: S106 - a name
            scope=" ".join(self._application.scopes),
            **options,
        )


class _AuthlibSession:
    """HTTP session for Authlib that sends its requests over the transport."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.response: TokenResponse | None = None

    def post(
        self,
        url: str,
        data: Mapping[str, str],
        headers: Mapping[str, str],
        auth: Any,  # noqa: ANN401 - Authlib's client authentication
        **_: object,
    ) -> _AuthlibResponse:
        from authlib.common.urls import url_decode, url_encode  # type: ignore[import-untyped]  # Authlib has no types

        _, _, body = auth.prepare("POST", url, dict(headers), url_encode(list(data.items())))
        form = dict(url_decode(body))
        path = url.removeprefix(self._transport.origin)
        request = Request("POST", path, form=form, bucket="oauth")
        self.response = self._transport.send(request, _token_response)
        return _AuthlibResponse(self.response)

    def request(self, method: str, url: str, **options: Any) -> _AuthlibResponse:  # noqa: ANN401
        return self.post(url, **options)


@dataclass(frozen=True, slots=True)
class _AuthlibResponse:
    """Response with the attributes that Authlib reads; errors were raised before."""

    response: TokenResponse
    status_code: int = 200

    def json(self) -> dict[str, Any]:
        return {
            "access_token": self.response.access_token,
            "token_type": self.response.token_type,
            "expires_in": int(self.response.expires_in),
        }


def _token_response(response: Response) -> TokenResponse:
    if message := server_message(response.body):
        raise ServerTrouble("osu! gave no token", address=response.address, server_message=message)
    try:
        return read_entity(response, TokenResponse).checked()
    except ValueError as problem:
        raise ServerTrouble(
            f"osu! gave {problem}", status=response.status, address=response.address
        ) from problem
