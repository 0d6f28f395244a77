"""A list of players that never was, for tests of tables: all kinds of names and figures."""

from __future__ import annotations

import asyncio
from typing import Any

from osubrowser.models.table.column import CellKind, Column, Row, make_rows
from osubrowser.models.table.paged_model import NumberedSource, RowsPage

SIZE = 50
NAMES = ("mrekk", "いろはにほへと ちりぬるを", "한국어", "a" * 200, "<b>bold</b>", "чемпион")

COLUMNS: tuple[Column[int], ...] = (
    Column("rank", "Rank", 64, CellKind.NUMBER, text=lambda _, n: f"#{n:,}", sort=lambda _, n: n),
    Column(
        "change",
        "30 days",
        68,
        CellKind.CHANGE,
        text=lambda item, _: str(item % 3),
        tone=lambda item: item % 3 - 1,
    ),
    Column("flag", "", 44, CellKind.FLAG, text=lambda *_: "JP", picture=lambda _: "flag"),
    Column(
        "team",
        "Team",
        90,
        CellKind.TEAM,
        text=lambda item, _: "TEAM" if item % 2 else "",
        picture=lambda item: "team" if item % 2 else None,
    ),
    Column(
        "player",
        "Player",
        180,
        CellKind.PLAYER,
        text=lambda item, _: f"{NAMES[item % len(NAMES)]} {item}",
        sort=lambda item, _: f"{NAMES[item % len(NAMES)]} {item}",
        picture=lambda item: f"avatar {item}",
    ),
    Column(
        "pp",
        "pp",
        80,
        CellKind.NUMBER,
        text=lambda item, _: f"{30_000 - item:,}",
        sort=lambda item, _: 30_000 - item,
        strong=True,
        description="Performance points",
    ),
    Column("score", "Score", 140, CellKind.NUMBER, text=lambda item, _: "–" if item % 5 else "1"),
    Column("extra", "Extra", 90, CellKind.TEXT, text=lambda item, _: f"x{item}", shown=False),
)


def rows_of(number: int, count: int = SIZE) -> list[Row[Any]]:
    """Return a page of rows."""
    first = (number - 1) * SIZE + 1
    items = range(first, first + count)
    return make_rows(COLUMNS, items, first_number=first, identity=lambda item: item)


class Server:
    """Answers pages of a list of `total` rows; fails, waits and counts as told."""

    def __init__(self, total: int = 10_000, *, latency: float = 0.0) -> None:
        self.total = total
        self.latency = latency
        self.asked: list[int] = []
        self.failing: dict[int, BaseException] = {}
        self.gate: asyncio.Event | None = None

    async def fetch(self, number: int) -> RowsPage:
        """Return a page."""
        self.asked.append(number)
        if self.gate is not None:
            await self.gate.wait()
        await asyncio.sleep(self.latency)
        if number in self.failing:
            raise self.failing.pop(number)
        count = max(0, min(SIZE, self.total - (number - 1) * SIZE))
        is_last = number * SIZE >= self.total
        return RowsPage(rows_of(number, count), self.total, None if is_last else number + 1)

    @property
    def source(self) -> NumberedSource:
        """The list as a source."""
        return NumberedSource(SIZE, self.fetch)
