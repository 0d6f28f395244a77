"""Loader of the demo's data files: TOML tables, and Markdown pages with TOML front matter."""

from __future__ import annotations

import tomllib
from functools import cache
from hashlib import blake2b
from typing import NamedTuple, TypeVar

import msgspec

from osubrowser.resources import resource_path

T = TypeVar("T")

FOLDER = resource_path("demo")
"""The folder of all data files."""

_FENCE = "+++\n"


class Page(NamedTuple):
    """A Markdown page: its front matter, and its text."""

    head: dict[str, object]
    text: str


def load(name: str, type: type[T]) -> T:
    """Return the table in `name.toml`, converted to a type; callers cache it."""
    text = (FOLDER / f"{name}.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), type)


def load_page(*parts: str) -> Page:
    """Return the Markdown page at a path below the data folder, without its suffix."""
    text = FOLDER.joinpath(*parts[:-1], f"{parts[-1]}.md").read_text("utf-8")
    head, _, body = text.removeprefix(_FENCE).partition(_FENCE)
    return Page(tomllib.loads(head), body)


@cache
def texts(kind: str) -> tuple[str, ...]:
    """Return the texts that a kind of field is drawn from (`texts.toml`)."""
    return load("texts", dict[str, tuple[str, ...]])[kind]


def proxied_picture(address: str) -> str:
    """Return the address of a picture behind osu!'s proxy: the hex part is the original's."""
    plain = address.encode()
    return f"https://i.ppy.sh/{blake2b(plain, digest_size=20).hexdigest()}/{plain.hex()}"
