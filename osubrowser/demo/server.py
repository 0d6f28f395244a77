"""Demo server as one object: start, address, close."""

from __future__ import annotations

import secrets
from threading import Event
from typing import Self

from osubrowser.demo.faults.faults import Faults, parse_faults
from osubrowser.demo.http.app import App
from osubrowser.demo.http.listener import Listener
from osubrowser.demo.http.oauth import Application, Authority
from osubrowser.demo.http.throttle import buckets
from osubrowser.demo.world.players.accounts import FIXED_IDS
from osubrowser.demo.world.world import World

CLIENT_ID = "31337"

CALLBACKS = (
    "http://127.0.0.1/callback",
    "http://127.0.0.1/",
    "http://127.0.0.1",
    "http://[::1]/callback",
    "http://localhost:17272/callback",
)
"""The callback addresses registered when none are given; with 127.0.0.1 any port is good."""

PLAYER_SCOPES = frozenset(("friends.read", "identify", "public"))


class DemoServer:
    """Embedded osu! server on a loopback port, with one registered application.

    Args:
        seed: the same seed gives the same world.
        port: the port to listen on, 0 for any free one.
        latency: seconds added to every API answer.
        faults: what goes wrong, `NAME,NAME:SHARE,...`, as `osubrowser.demo.faults.faults` names it.
        token_ttl: seconds an access token is good for.
        deny: the person at the browser says no.
        limit: API requests a minute for each token.
        replay_limit: downloads of replays a minute for each token.
        retry_after: send `Retry-After` when the limit is passed, which the real server does not.
        callbacks: the callback addresses registered for the application.
        world: a world to serve in place of a new one.
        days: how many days before today the new world has; see `move_to`.
        live: the feed of scores holds back those of the last hour, and tells them as time passes.

    Raises:
        ValueError: the faults cannot be read, or there are too many days.
        OSError: the port is taken.
    """

    def __init__(
        self,
        seed: int = 1,
        port: int = 0,
        latency: float = 0.0,
        faults: str = "",
        *,
        token_ttl: int = 86_400,
        deny: bool = False,
        limit: int = 1_200,
        replay_limit: int = 10,
        retry_after: bool = False,
        callbacks: tuple[str, ...] = CALLBACKS,
        world: World | None = None,
        live: bool = False,
        days: int = 0,
    ) -> None:
        shares = parse_faults(faults)
        self.client_id = CLIENT_ID
        self.client_secret = secrets.token_hex(20)
        self.api_key = secrets.token_hex(20)
        self.world = world or World(seed, days=days)
        self._owns_world = world is None
        if live:
            self.world.scores.hold_back()
        application = Application(self.client_id, self.client_secret, callbacks)
        self.authority = Authority(
            application, self.world.me, self.world.accounts.id_of, token_ttl=token_ttl, deny=deny
        )
        closing = Event()
        self.app = App(
            self.world,
            self.authority,
            Faults(shares, seed),
            buckets(limit, replay_limit),
            latency=latency,
            closing=closing,
            retry_after=retry_after,
            api_key=self.api_key,
        )
        self._listener = Listener(port, self.app, closing)
        self.port = self._listener.server_port
        self.url = f"http://127.0.0.1:{self.port}"

    def start(self) -> Self:
        """Begin to serve on threads of its own. Returns the server."""
        self._listener.start()
        return self

    def close(self) -> None:
        """Stop: cut every connection and wait until no thread is left. May be called twice.

        A world that was made for this server makes no more earlier days then.
        """
        if self._owns_world:
            self.world.stop()
        self._listener.close()

    def move_to(self, back: int) -> None:
        """Serve the world as it was some days ago, from the next request on.

        All answers of an earlier day have its date, at the same time of the day, in `Date`.

        Args:
            back: how many days ago; 0 for today.

        Raises:
            ValueError: the world has no such day.
        """
        self.app.move_to(self.world.at(back))

    def prepare(self) -> None:
        """Make what answers of earlier days need, which may take longer than a client waits."""
        self.world.at(self.world.days).standings("osu").pp  # noqa: B018 - makes it

    def notable_players(self, count: int) -> list[int]:
        """Return the ids of players to look at: those that exist in every world, then friends.

        Friends who changed their name within the world's days come first.
        """
        world = self.world
        known = world.standings("osu").rank_of
        friends = [one for one in world.friends.accounts if world.accounts.active[one]]
        friends.sort(key=lambda one: (not world.community.feed.renames(one), known(one) is None))
        return [world.accounts.id_of(one) for one in dict.fromkeys((*FIXED_IDS, *friends))][:count]

    def player_token(self) -> dict[str, object]:
        """Return a token of the demo player, as `/oauth/token` answers it."""
        return self.authority.issue(self.world.me, PLAYER_SCOPES)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.close()
