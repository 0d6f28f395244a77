"""HTTP requests, responses and downloads as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from typing import Any, NamedTuple

from osubrowser.api.file_names import safe_name

_MAX_NAME = 200
_MAX_DISPOSITION = 2000
_IDEMPOTENT = frozenset({"GET", "HEAD", "DELETE"})


@dataclass(frozen=True, slots=True)
class Request:
    """HTTP request to a path below the server's origin.

    `bucket` is the rate limit that it counts in. `form`, `json` and `secret_params` may hold
    secrets and are left out of the repr. `repeat` overrides whether it may be sent again after a
    failure that leaves open whether it arrived; by default GET, HEAD and DELETE may.
    """

    method: str
    path: str
    params: Mapping[str, str | list[str]] = field(default_factory=dict)
    form: Mapping[str, str | list[str]] | None = field(default=None, repr=False)
    json: Mapping[str, Any] | None = field(default=None, repr=False)
    secret_params: Mapping[str, str] = field(default_factory=dict, repr=False)
    bucket: str = "api"
    repeat: bool | None = None

    @property
    def may_repeat(self) -> bool:
        """Whether the request is idempotent, so that it may be sent again."""
        return self.method in _IDEMPOTENT if self.repeat is None else self.repeat


@dataclass(frozen=True, slots=True)
class Response:
    """HTTP response: `address` is its URL without secrets, `retry_after` in seconds if given.

    `filename` is the name in `Content-Disposition`, made safe.
    """

    status: int
    content_type: str
    body: bytes = field(repr=False)  # may be a token
    address: str
    retry_after: float | None = None
    filename: str | None = None


class Download(NamedTuple):
    """Downloaded file: its bytes, and the server's name for it (None if it gave none)."""

    data: bytes
    filename: str | None


def attachment_name(disposition: str | None) -> str | None:
    """Return the file name in a `Content-Disposition` header, without folders and made safe.

    None if there is none.
    """
    if not disposition or len(disposition) > _MAX_DISPOSITION:
        return None
    message = Message()
    message["Content-Disposition"] = " ".join(disposition.split())
    name = (message.get_filename() or "").replace("\\", "/").rpartition("/")[2]
    name = "".join(filter(str.isprintable, name))[:_MAX_NAME].strip(" .")
    return safe_name(name) if name else None
