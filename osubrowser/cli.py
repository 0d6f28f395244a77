"""Command line parser."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from osubrowser import __version__
from osubrowser.services.text.translation import LANGUAGES

LOG_LEVELS = ("debug", "info", "warning", "error")
LONGEST_IDLE = 3600  # seconds
MOST_DAYS = 400  # of history in the demo
_SCHEMES = ("http", "https")
_HOST = re.compile(r"[^\s\\%\x00-\x1f\x7f-\x9f]+")  # what all parsers read in the same way
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Options:
    """The parsed command line.

    Attributes:
        addresses: what to open: web addresses of osu!, addresses of the program
            (`osubrowser:users/2`), and replay files.
        demo: use the embedded server, without an account or a network.
        days: with `demo`, how many days of history its world has; 0 for none.
        server: origin of a server with osu!'s API and OAuth, or None for the saved one.
        profile: folder for every file of this run, or None for the system's folders.
        language: ISO 639-1 code of the language of this run, or None for the saved one.
        log_level: one of `LOG_LEVELS`.
        safe_mode: start without the last places, the caches and pictures.
        self_test: load each page from the embedded server, report, and exit.
        idle: seconds that the self-test idles before it opens the first page.
        analyse: a replay file to analyse, without a window; or None.
        beatmap: with `analyse`, the beatmap file to judge it on; None to look for it.
        integrate: "add" or "remove", to change the user's desktop integration; or None.
        guest_id: `OSUBROWSER_CLIENT_ID`, to sign in as a guest at start; or None.
        guest_secret: `OSUBROWSER_CLIENT_SECRET`, its secret; or None.
    """

    addresses: tuple[str, ...] = ()
    demo: bool = False
    days: int = 0
    server: str | None = None
    profile: Path | None = None
    language: str | None = None
    log_level: str = "warning"
    safe_mode: bool = False
    self_test: bool = False
    idle: float = 0.0
    analyse: Path | None = None
    beatmap: Path | None = None
    integrate: str | None = None
    guest_id: str | None = None
    guest_secret: str | None = field(default=None, repr=False)


def parse(arguments: Sequence[str] | None = None) -> Options:
    """Read the command line and the two environment variables of a guest sign-in.

    Args:
        arguments: command line arguments without the program's name; None reads `sys.argv`.

    Raises:
        SystemExit: with 0 after --help or --version, with 2 for invalid arguments.
    """
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.idle is not None and not given.self_test:
        parser.error("--idle goes with --self-test")
    if given.days and not given.demo:
        parser.error("--days goes with --demo")
    if given.beatmap is not None and given.analyse is None:
        parser.error("--beatmap goes with --analyse")
    guest_id = os.environ.get("OSUBROWSER_CLIENT_ID") or None
    guest_secret = os.environ.get("OSUBROWSER_CLIENT_SECRET") or None
    return Options(
        addresses=tuple(given.addresses),
        demo=given.demo,
        days=given.days,
        server=given.server,
        profile=given.profile,
        language=given.language,
        log_level=given.log_level,
        safe_mode=given.safe_mode,
        self_test=given.self_test,
        idle=given.idle or 0.0,
        analyse=given.analyse,
        beatmap=given.beatmap,
        integrate=given.integrate,
        guest_id=guest_id if guest_secret else None,
        guest_secret=guest_secret if guest_id else None,
    )


def arguments_again(options: Options, *, safe_mode: bool) -> list[str]:
    """Return the command line of a restart; addresses have been opened.

    Args:
        options: the options of this run; without a language the saved one is used.
        safe_mode: whether to start in safe mode.
    """
    arguments = ["--log-level", options.log_level]
    if options.demo:
        arguments.append("--demo")
    if options.demo and options.days:
        arguments += ["--days", str(options.days)]
    if options.server is not None:
        arguments += ["--server", options.server]
    if options.profile is not None:
        arguments += ["--profile", str(options.profile)]
    if options.language is not None:
        arguments += ["--language", options.language]
    if safe_mode:
        arguments.append("--safe-mode")
    return arguments


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="osubrowser",
        allow_abbrev=False,
        description="A native desktop browser for the rhythm game osu!.",
        epilog="OSUBROWSER_CLIENT_ID and OSUBROWSER_CLIENT_SECRET, when both are set, "
        "sign in as a guest at start.",
    )
    parser.add_argument(
        "addresses",
        nargs="*",
        metavar="ADDRESS",
        help="an osu! web address, an address like osubrowser:users/2, or a replay file to open",
    )
    parser.add_argument("--demo", action="store_true", help="browse the embedded osu!")
    parser.add_argument(
        "--days",
        type=_days,
        default=0,
        metavar="N",
        help=f"with --demo: an osu! with N days of history, from 1 to {MOST_DAYS}, already in "
        "the charts, the changes and the rankings",
    )
    parser.add_argument(
        "--server", type=_origin, metavar="URL", help="a server with osu!'s API and OAuth"
    )
    parser.add_argument(
        "--profile", type=_folder, metavar="DIR", help="keep every file of this run in DIR"
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, metavar="CODE", help="language of this run: en or de"
    )
    parser.add_argument(
        "--log-level",
        choices=LOG_LEVELS,
        default="warning",
        metavar="L",
        help="debug, info, warning or error (default: warning)",
    )
    parser.add_argument(
        "--safe-mode",
        action="store_true",
        help="start without the last places, the caches and pictures, after a crash",
    )
    parser.add_argument("--version", action="version", version=f"osubrowser {__version__}")
    parser.add_argument(
        "--self-test", action="store_true", help="load each page from the embedded osu! and exit"
    )
    parser.add_argument(
        "--idle",
        type=_seconds,
        metavar="SECONDS",
        help=f"with --self-test: wait so long before the first page (at most {LONGEST_IDLE})",
    )
    parser.add_argument(
        "--analyse",
        type=Path,
        metavar="REPLAY",
        help="print what happened in a replay file as JSON, and exit; "
        "its beatmap file is looked for on this computer and on the server",
    )
    parser.add_argument(
        "--beatmap", type=Path, metavar="MAP", help="with --analyse: the beatmap file (.osu)"
    )
    parser.add_argument(
        "--integrate",
        choices=("add", "remove"),
        help="on Linux: add this copy to your menu, to replay files and to osubrowser: links, "
        "or remove it from them, and exit",
    )
    return parser


def _origin(text: str) -> str:
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    host = parts.hostname
    if (
        not host
        or not _HOST.fullmatch(host)
        or parts.scheme not in _SCHEMES
        or parts.path.strip("/")
    ):
        raise argparse.ArgumentTypeError(f"{text!r} is not an address like https://osu.example.org")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise argparse.ArgumentTypeError("a server's address has no name, password or query")
    if port == 0:
        raise argparse.ArgumentTypeError("the port of a server is a number from 1 to 65535, not 0")
    if parts.scheme == "http" and host not in LOOPBACK:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not encrypted: https is needed for a server that is not on this computer"
        )
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{port}" if port else "")


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= LONGEST_IDLE:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to {LONGEST_IDLE}")
    return seconds


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST_DAYS):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of days from 1 to {MOST_DAYS}")
    return int(text)


def _folder(text: str) -> Path:
    try:
        folder = Path(text).expanduser().absolute()
    except RuntimeError as error:
        raise argparse.ArgumentTypeError(f"{text!r} names nobody's home folder") from error
    # Methods of `Path` raise in a folder without permission.
    if os.path.exists(folder) and not os.path.isdir(folder):  # noqa: PTH110, PTH112
        raise argparse.ArgumentTypeError(f"{text!r} is a file, not a folder")
    return folder
