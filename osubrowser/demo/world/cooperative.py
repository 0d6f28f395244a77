"""Cooperative iteration: long loops that yield to other threads."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def cooperatively(items: Iterable[T], size: int = 256) -> Iterator[T]:
    """Yield the items, and let other threads run after every `size` of them."""
    for place, item in enumerate(items, 1):
        yield item
        if place % size == 0:
            time.sleep(0)
