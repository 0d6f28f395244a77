"""Embedded osu! servers in one process, which share their worlds: each is drawn once.

Reads a line of JSON for each server: the options of `python -m osubrowser.demo` as a list, to which
it writes what that would print; or the address of one to close.
"""

from __future__ import annotations

import json
import sys
from functools import cache

from osubrowser.demo.__main__ import description, make_server, option_parser
from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World

world_of = cache(World)


def main() -> None:
    """Serve until the input ends."""
    parser = option_parser()
    running: dict[str, DemoServer] = {}
    for line in sys.stdin:
        wanted = json.loads(line)
        if isinstance(wanted, str):
            running.pop(wanted).close()
            continue
        options = parser.parse_args(wanted)
        server = make_server(options, world_of(options.seed)).start()
        running[server.url] = server
        sys.stdout.write(description(server) + "\n")
        sys.stdout.flush()
    for server in running.values():
        server.close()


if __name__ == "__main__":
    main()
