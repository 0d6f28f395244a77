"""Command line of the demo server: `python -m osubrowser.demo`."""

from __future__ import annotations

import argparse
import json
import signal
from collections.abc import Sequence
from threading import Event

from osubrowser.demo.faults.faults import explain, parse_faults
from osubrowser.demo.server import CALLBACKS, DemoServer
from osubrowser.demo.world.days.span import MOST_DAYS, parse_days
from osubrowser.demo.world.world import World

_EPILOG = """\
Each fault befalls a share of the API's answers, all of them if no share is given:
--faults 429:0.1,reset:0.05 or --faults deleted-author,unknown-mod:0.5. The names:

"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one JSON line with `url`, `client_id`, `client_secret`, `api_key`, and serve.

    Returns:
        the exit status.
    """
    parser = option_parser()
    options = parser.parse_args(arguments)
    try:
        server = make_server(options)
    except OSError as error:
        parser.exit(1, f"cannot listen on port {options.port}: {error.strerror}\n")
    stopped = Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stopped.set())
    with server:
        print(description(server), flush=True)
        while not stopped.wait(1):
            pass
    return 0


def option_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="osubrowser-demo",
        description="Serve a synthetic osu! on this machine: API, OAuth, pictures.",
        epilog=_EPILOG + explain(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--port", type=int, default=0, help="the port; any free one if not given")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same world")
    parser.add_argument(
        "--days",
        type=_days,
        default=0,
        metavar="N",
        help=f"a world with N days of history, from 1 to {MOST_DAYS}: its players improve, and "
        "their figures, ranks and plays can be seen day by day",
    )
    parser.add_argument("--latency", type=float, default=0.0, help="seconds added to API answers")
    parser.add_argument(
        "--faults",
        type=_faults,
        default="",
        metavar="NAME[:SHARE],...",
        help="what goes wrong; the names are below",
    )
    parser.add_argument(
        "--token-ttl", type=int, default=86_400, metavar="S", help="seconds a token is good for"
    )
    parser.add_argument("--deny", action="store_true", help="refuse every authorization")
    parser.add_argument(
        "--limit", type=int, default=1_200, metavar="N", help="API requests a minute per token"
    )
    parser.add_argument(
        "--replay-limit",
        type=int,
        default=10,
        metavar="N",
        help="downloads of replays a minute per token",
    )
    parser.add_argument(
        "--retry-after", action="store_true", help="send Retry-After when the limit is passed"
    )
    parser.add_argument(
        "--callback",
        action="append",
        metavar="URL",
        help="a callback address to register, in place of the usual ones; may be repeated",
    )
    return parser


def make_server(options: argparse.Namespace, world: World | None = None) -> DemoServer:
    """Return a server that is not started, as the command line asks for it.

    Args:
        options: the parsed command line.
        world: a world to serve in place of a new one.

    Raises:
        OSError: the port is taken.
    """
    return DemoServer(
        options.seed,
        options.port,
        options.latency,
        options.faults,
        token_ttl=options.token_ttl,
        deny=options.deny,
        limit=options.limit,
        replay_limit=options.replay_limit,
        retry_after=options.retry_after,
        callbacks=tuple(options.callback or CALLBACKS),
        world=world,
        days=options.days,
    )


def description(server: DemoServer) -> str:
    """Return address, application and API key of a server, as one line of JSON."""
    known = ("url", "client_id", "client_secret", "api_key")
    return json.dumps({name: getattr(server, name) for name in known})


def _days(text: str) -> int:
    try:
        return parse_days(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _faults(text: str) -> str:
    try:
        parse_faults(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return text


if __name__ == "__main__":
    raise SystemExit(main())
