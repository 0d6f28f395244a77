"""Key of API v1, stored with the other secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.services.session.secret_store import SecretStore

KEY_PAGE = "home/account/edit#legacy-api"
"""Path of the page of the website where a key is made."""
_NAME = "legacy API key on {}"


def load_key(secrets: SecretStore, server: str) -> str:
    """Return the key for a server, "" for none. Blocks."""
    return secrets.get(_NAME.format(server)) or ""


def save_key(secrets: SecretStore, server: str, key: str) -> None:
    """Store the key for a server; "" deletes it. Blocks.

    Raises:
        ValueError: this cannot be a key.
        OSError: it could not be stored.
    """
    key = key.strip()
    if not key:
        secrets.delete(_NAME.format(server))
        return
    if not is_key(key):
        raise ValueError(tr("A key has 40 digits and letters from a to f."))
    secrets.set(_NAME.format(server), key)


def is_key(text: str) -> bool:
    """Whether a text has the form of a key: 40 hexadecimal digits."""
    return len(text) == 40 and all(c in "0123456789abcdefABCDEF" for c in text)
