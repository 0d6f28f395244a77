"""OAuth 2.0 sign-in: grants, tokens, their storage and refresh."""
