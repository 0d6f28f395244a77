"""What osu!'s OAuth says when something is wrong, to the letter."""

from __future__ import annotations

from osubrowser.demo.http.replies import Refusal


def error_body(name: str, description: str, hint: str | None = None) -> dict[str, str]:
    """Return an error in the shape of the OAuth library: everything that it says, twice."""
    body = {"error": name, "error_description": description}
    if hint is not None:
        body["hint"] = hint
    return {**body, "message": description}


ACCESS_DENIED = error_body(
    "access_denied",
    "The resource owner or authorization server denied the request.",
    "The user denied the request",
)


def invalid_scope(scope: str) -> dict[str, str]:
    """Return the body of a scope that is unknown or may not be added."""
    description = "The requested scope is invalid, unknown, or malformed"
    return error_body("invalid_scope", description, f"Check the `{scope}` scope")


def invalid_client() -> Refusal:
    """Return the refusal of an unknown application, a wrong secret or an unregistered callback."""
    return Refusal(401, error_body("invalid_client", "Client authentication failed"))


def invalid_request(hint: str) -> Refusal:
    """Return the refusal of a request that is not in order, with what is wrong."""
    description = (
        "The request is missing a required parameter, includes an invalid parameter value,"
        " includes a parameter more than once, or is otherwise malformed."
    )
    return Refusal(400, error_body("invalid_request", description, hint))


def missing(parameter: str) -> Refusal:
    """Return the refusal of a request without this parameter."""
    return invalid_request(f"Check the `{parameter}` parameter")


def invalid_refresh(hint: str) -> Refusal:
    """Return the refusal of a refresh token."""
    return Refusal(401, error_body("invalid_request", "The refresh token is invalid.", hint))


def unsupported_grant() -> Refusal:
    """Return the refusal of a grant that does not exist."""
    description = "The authorization grant type is not supported by the authorization server."
    hint = "Check that all required parameters have been provided"
    return Refusal(400, error_body("unsupported_grant_type", description, hint))


def invalid_verifier() -> Refusal:
    """Return the refusal of a `code_verifier` that does not fit its challenge."""
    description = (
        "The provided authorization grant (e.g., authorization code, resource owner"
        " credentials) or refresh token is invalid, expired, revoked, does not match the"
        " redirection URI used in the authorization request, or was issued to another client."
    )
    hint = "Failed to verify `code_verifier`."
    return Refusal(400, error_body("invalid_grant", description, hint))
