"""Runs a program that imports ossapi: with ossapi itself, or with `osubrowser.api.ossapi`.

`python run_program.py theirs|ours PROGRAM`, with the server in the environment: OSU_URL.
"""

from __future__ import annotations

import importlib
import ipaddress
import os
import runpy
import socket
import sys
import threading
import webbrowser
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import Any


class Ours(MetaPathFinder, Loader):
    """Import hook: `ossapi` and its modules are those of `osubrowser.api.ossapi`."""

    def __init__(self) -> None:
        self._specs: dict[str, ModuleSpec | None] = {}

    def find_spec(self, fullname: str, *_: Any) -> ModuleSpec | None:
        if fullname.partition(".")[0] != "ossapi":
            return None
        return spec_from_loader(fullname, self, is_package=fullname == "ossapi")

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = importlib.import_module(f"osubrowser.api.{spec.name}")
        self._specs[spec.name] = module.__spec__
        return module

    def exec_module(self, module: ModuleType) -> None:
        assert module.__spec__
        module.__spec__ = self._specs[module.__spec__.name]


def refuse_other_hosts() -> None:
    """Let the program talk to this machine alone."""
    connect = socket.socket.connect

    def loopback_only(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = str(address[0])
            if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
                raise OSError(f"programs of the tests do not connect to {host}")
        connect(self, address)

    setattr(socket.socket, "connect", loopback_only)  # noqa: B010 - for mypy, a method


def open_page(url: str, *_: Any) -> bool:
    """Do what a browser and a willing player do, once the program listens at its callback."""

    def follow() -> None:
        import requests

        with requests.get(url, allow_redirects=False, timeout=10) as answer:
            back = answer.headers["Location"]
        for _ in range(10_000):  # ossapi listens after it opened the page
            try:
                requests.get(back, timeout=10).close()
            except requests.ConnectionError:
                continue
            return

    threading.Thread(target=follow, daemon=True).start()
    return True


def free_redirect() -> str:
    """Return a callback address at a port that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/callback"


def main(which: str, program: str) -> None:
    """Run a program in this process."""
    refuse_other_hosts()
    setattr(webbrowser, "open", open_page)  # noqa: B010 - for mypy, a function
    if which == "ours":
        sys.meta_path.insert(0, Ours())
    else:
        # Where ossapi looks for the place of its tokens, otherwise beside its own code.
        setattr(sys, "_MEIPASS", str(Path.cwd()))  # noqa: B010 - for mypy, of PyInstaller alone
    ossapi: Any = importlib.import_module("ossapi")

    url = os.environ["OSU_URL"]
    for client in (ossapi.Ossapi, ossapi.OssapiAsync):
        client.BASE_URL = f"{url}/api/v2"
        client.TOKEN_URL = f"{url}/oauth/token"
        client.AUTH_CODE_URL = f"{url}/oauth/authorize"
    ossapi.OssapiV1.BASE_URL = f"{url}/api/"
    sys.argv = [program]
    runpy.run_path(program, run_name="__main__")


if __name__ == "__main__":
    main(*sys.argv[1:])
