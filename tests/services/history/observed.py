"""A client of the demo server whose responses are recorded, and the store that they go to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from osubrowser.api import Client
from osubrowser.api.auth.token_stores import MemoryTokenStore
from osubrowser.api.calls import ResponseObserver
from osubrowser.services.history.records import Difference, Observation
from osubrowser.services.history.store import HistoryStore

if TYPE_CHECKING:  # the process that is killed need not import Qt
    from tests.conftest import Server


@dataclass
class Observed:
    """What a client has observed: raw observations, and those written to a store."""

    store: HistoryStore
    observations: list[Observation] = field(default_factory=list)
    at: int | None = None

    def observe(
        self,
        path: str,
        params: Mapping[str, str | list[str]],
        entity: object,
        date: float | None,
    ) -> None:
        """Note a response; see `ResponseObserver`."""
        at = int(date or 0) if self.at is None else self.at
        self.observations.append(Observation(path, params, entity, at))

    def write(self) -> list[Difference]:
        """Write what was observed since the last call."""
        taken, self.observations = self.observations, []
        return self.store.write(taken)


def client_of(server: Server, observer: ResponseObserver) -> Client:
    """Return a client of a server that is observed."""
    return Client(
        int(server.client_id),
        server.client_secret,
        base_url=server.url,
        token_store=MemoryTokenStore(),
        observer=observer,
    )
