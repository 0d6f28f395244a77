"""Types of recording: observed responses, the differences found in them, and topics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    import sqlite3

    from osubrowser.services.history.subjects import Subject

FOLLOWED: Final = "followed"
"""`Difference.what` of followed things that were checked; `data` has their ids, and of changes."""


_API: Final = "/api/v2/"


@dataclass(frozen=True, slots=True)
class Observation:
    """Decoded response of the server.

    Attributes:
        path: path of the request below the origin, such as `/api/v2/users/2/osu`.
        params: its parameters.
        entity: the decoded response.
        at: when the server sent it (Unix time in seconds).
        is_background: whether it was asked for without the person, to look for changes.
    """

    path: str
    params: Mapping[str, str | list[str]]
    entity: object
    at: int
    is_background: bool = False

    @property
    def segments(self) -> tuple[str, ...]:
        """Segments of the path below `/api/v2/`; () for another path."""
        if not self.path.startswith(_API):
            return ()
        return tuple(self.path[len(_API) :].strip("/").split("/"))

    def param(self, name: str) -> str:
        """Return a parameter that is sent once; "" without it."""
        value = self.params.get(name, "")
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Change of a subject that was found while a record was written.

    Attributes:
        subject: the subject.
        what: what changed, such as `figures`, `new_play` or `name`.
        at: when it was seen (Unix time in seconds).
        data: values before and after, JSON-serializable; by topic.
    """

    subject: Subject
    what: str
    at: int
    data: Mapping[str, Any] = field(default_factory=dict)


class Topic(Protocol):
    """Part of a history that takes its records from observed responses."""

    def write(
        self, connection: sqlite3.Connection, observation: Observation
    ) -> Iterable[Difference]:
        """Write what a response shows, inside a transaction; return what differs from before.

        Writing the same response twice leaves one record.
        """


class ClosingTopic(Protocol):
    """Part of a history that looks at a response after all topics, with what they found.

    It does so also while the person wants no history to be recorded.
    """

    def write_last(
        self,
        connection: sqlite3.Connection,
        observation: Observation,
        found: Sequence[Difference],
    ) -> Iterable[Difference]:
        """Write what a response shows, inside a transaction; return what differs from before."""
