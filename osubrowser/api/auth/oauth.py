"""The conversation with `/oauth/...`: Authlib writes the requests, our transport carries them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from osubrowser.api.auth.grants import Application, Authorization, Grant, TokenAnswer
from osubrowser.api.decoding.decode import read_entity
from osubrowser.api.errors import ServerTrouble
from osubrowser.api.http.messages import Answer, Request, server_message

if TYPE_CHECKING:
    from authlib.oauth2.client import (  # type: ignore[import-untyped]  # Authlib has no types
        OAuth2Client,
    )

    from osubrowser.api.http.transport import Transport


class OAuth:
    """Asks one server for tokens of one application. Keeps nothing; raises OsuError.

    Authlib is loaded with the first request: a program with a fresh token does without.
    """

    def __init__(self, transport: Transport, application: Application) -> None:
        """Ask over `transport` in the name of `application`."""
        self._transport = transport
        self._application = application

    def begin(self, redirect_uri: str | None = None) -> Authorization:
        """Return the address where the player allows this program, with fresh secrets."""
        from authlib.common.security import (  # type: ignore[import-untyped]  # no types either
            generate_token,
        )

        back = redirect_uri or self._application.redirect_uri
        if back is None:
            raise ValueError("signing in as a player needs a redirect address")
        verifier = generate_token(64)
        url, state = self._session(code_challenge_method="S256").create_authorization_url(
            f"{self._transport.origin}/oauth/authorize",
            redirect_uri=back,
            code_verifier=verifier,
        )
        return Authorization(url, state, verifier, back)

    def exchange(self, authorization: Authorization, code: str) -> TokenAnswer:
        """Return the token for the code of a callback."""
        return self._ask(
            grant_type=Grant.AUTHORIZATION_CODE.value,
            code=code,
            redirect_uri=authorization.redirect_uri,
            code_verifier=authorization.code_verifier,
        )

    def guest(self) -> TokenAnswer:
        """Return a token for the program itself."""
        return self._ask(grant_type=Grant.CLIENT_CREDENTIALS.value)

    def refresh(self, refresh_token: str) -> TokenAnswer:
        """Return the successor of a token, with the same scopes; the old one is worth nothing."""
        client = self._session()
        client.scope = None
        client.refresh_token(self._url, refresh_token=refresh_token)
        answer: TokenAnswer = client.session.answer
        return answer

    def _ask(self, **fields: str) -> TokenAnswer:
        client = self._session()
        client.fetch_token(self._url, **fields)
        answer: TokenAnswer = client.session.answer
        return answer

    @property
    def _url(self) -> str:
        return f"{self._transport.origin}/oauth/token"

    def _session(self, **options: Any) -> OAuth2Client:  # noqa: ANN401 - Authlib's options
        from authlib.oauth2.client import OAuth2Client

        return OAuth2Client(
            _TokenEndpoint(self._transport),
            client_id=self._application.client_id,
            client_secret=self._application.client_secret,
            token_endpoint_auth_method="client_secret_post",  # noqa: S106 - a name
            scope=" ".join(self._application.scopes),
            **options,
        )


class _TokenEndpoint:
    """Stands in for the HTTP session that Authlib asks: its requests go over our transport."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.answer: TokenAnswer | None = None

    def post(
        self,
        url: str,
        data: Mapping[str, str],
        headers: Mapping[str, str],
        auth: Any,  # noqa: ANN401 - Authlib's way to name the application
        **_: object,
    ) -> _TokenResponse:
        from authlib.common.urls import url_decode, url_encode  # type: ignore[import-untyped]  # Authlib has no types

        _, _, body = auth.prepare("POST", url, dict(headers), url_encode(list(data.items())))
        form = dict(url_decode(body))
        path = url.removeprefix(self._transport.origin)
        request = Request("POST", path, form=form, bucket="oauth")
        self.answer = self._transport.send(request, _token_answer)
        return _TokenResponse(self.answer)

    def request(self, method: str, url: str, **options: Any) -> _TokenResponse:  # noqa: ANN401
        return self.post(url, **options)


@dataclass(frozen=True, slots=True)
class _TokenResponse:
    """What Authlib reads of a response; failures were raised before."""

    answer: TokenAnswer
    status_code: int = 200

    def json(self) -> dict[str, Any]:
        return {
            "access_token": self.answer.access_token,
            "token_type": self.answer.token_type,
            "expires_in": int(self.answer.expires_in),
        }


def _token_answer(answer: Answer) -> TokenAnswer:
    if said := server_message(answer.body):
        raise ServerTrouble("osu! gave no token", address=answer.address, server_message=said)
    return read_entity(answer, TokenAnswer)
