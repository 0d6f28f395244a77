"""Columns put things into words once; what hostile servers send is made safe there."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from osubrowser.models.table.column import (
    MOST_PLACEHOLDERS,
    CellKind,
    Column,
    copied_table,
    make_rows,
    placeholders_of,
)
from osubrowser.services.text.plain import LONGEST, plain


@dataclass
class Player:
    id: int
    name: str
    pp: float | None = None
    change: int = 0
    avatar: str | None = None


NAME = Column[Player](
    "name", "Player", 190, CellKind.PLAYER, text=lambda p, _: p.name, picture=lambda p: p.avatar
)
RANK = Column[Player]("rank", "Rank", 60, CellKind.NUMBER, text=lambda _, n: f"#{n:,}")
PP = Column[Player](
    "pp", "pp", 70, CellKind.NUMBER, text=lambda p, _: f"{p.pp:,.0f}", sort=lambda p, _: p.pp
)
CHANGE = Column[Player](
    "change",
    "30 days",
    60,
    CellKind.CHANGE,
    text=lambda p, _: str(p.change),
    tone=lambda p: p.change,
)


def test_each_row_has_number_texts_pictures_and_tones_in_column_order() -> None:
    players = [Player(7, "mrekk", 31234.4, 1, "https://a.ppy.sh/7"), Player(9, "千草", 9999.6, -1)]

    first, second = make_rows(
        (RANK, NAME, PP, CHANGE), players, first_number=1001, identity=lambda p: p.id
    )

    assert (first.id, first.item, first.number) == (7, players[0], 1001)
    assert first.texts == ("#1,001", "mrekk", "31,234", "1")
    assert first.pictures == (None, "https://a.ppy.sh/7", None, None)
    assert first.tones == (0, 0, 0, 1)
    assert second.texts == ("#1,002", "千草", "10,000", "-1")
    assert second.pictures == (None, None, None, None)
    assert second.tones == (0, 0, 0, -1)


def test_copied_cells_have_signs_and_headings_that_are_unique() -> None:
    def change(player: str) -> Column[Player]:
        return Column(
            "change",
            "Apart",
            60,
            CellKind.CHANGE,
            text=lambda p, _: f"{abs(p.change)} pp",
            tone=lambda p: (p.change > 0) - (p.change < 0),
            description=f"Apart from\n{player}",
        )

    columns = (NAME, change("mrekk"), change("千草"))
    players = [Player(1, "a\tb\n c", change=12), Player(2, "d", change=-3), Player(3, "e")]
    rows = make_rows(columns, players, identity=lambda p: p.id)
    assert copied_table(columns, (1, 2, 0), rows) == [
        ["Apart from mrekk", "Apart from 千草", "Player"],
        ["+12 pp", "+12 pp", "a b c"],
        ["-3 pp", "-3 pp", "d"],
        ["0 pp", "0 pp", "e"],
    ]


def test_no_things_make_no_rows() -> None:
    assert make_rows((RANK, NAME), [], identity=lambda p: p.id) == []


def test_things_may_come_from_a_generator() -> None:
    rows = make_rows((NAME,), (Player(n, f"p{n}") for n in range(3)), identity=lambda p: p.id)

    assert [row.texts for row in rows] == [("p0",), ("p1",), ("p2",)]


def test_a_text_is_made_once_and_never_again() -> None:
    calls: list[int] = []

    def text(player: Player, _number: int) -> str:
        calls.append(player.id)
        return player.name

    (row,) = make_rows(
        (Column[Player]("n", "N", 9, CellKind.TEXT, text=text),), [Player(1, "A b")], identity=id
    )

    assert row.search == "a b"
    assert row.search == "a b"
    assert calls == [1]


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("a\x00b\x1bc", "abc"),
        ("line\nbreak\ttab", "line break tab"),
        ("half \ud83d surrogate", "half surrogate"),
        ("全角　空白", "全角　空白"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("", ""),
    ],
)
def test_text_of_a_server_is_made_safe_to_draw(hostile: str, shown: str) -> None:
    rows = make_rows((NAME,), [Player(1, "x"), Player(2, hostile)], identity=lambda p: p.id)

    assert rows[1].texts == (shown,)
    assert rows[0].texts == ("x",)


def test_a_novel_in_place_of_a_name_is_cut() -> None:
    (row,) = make_rows((NAME,), [Player(1, "x" * 100_000)], identity=lambda p: p.id)

    assert len(row.texts[0]) == LONGEST
    assert row.texts[0].endswith("…")


def test_a_cut_counts_what_is_shown() -> None:
    assert plain("\u202e" * 50 + "abc", limit=20) == "abc"


def test_what_a_screen_reader_says_is_made_with_the_rows() -> None:
    columns: tuple[Column[int], ...] = (
        Column("pp", "pp", 80, CellKind.NUMBER, text=lambda n, _: f"{n:,}"),
        Column(
            "change", "30 days", 60, CellKind.CHANGE,
            text=lambda n, _: str(abs(n)), tone=lambda n: (n > 0) - (n < 0),
        ),
    )  # fmt: skip
    rows = make_rows(columns, [1234, -5, 0], identity=lambda n: n)
    assert [row.spoken for row in rows] == [
        ("pp 1,234", "30 days up 1234"),
        ("pp -5", "30 days down 5"),
        ("pp 0", "30 days 0"),
    ]


def test_placeholders_are_made_once_for_all_pages_of_a_list() -> None:
    asked: list[int] = []

    def rank(number: int) -> str:
        asked.append(number)
        return f"#{number:,}"

    columns: tuple[Column[int], ...] = (
        Column("pp", "pp", 80, CellKind.NUMBER, text=lambda n, _: str(n)),
        Column("rank", "Rank", 60, CellKind.NUMBER, text=lambda _, n: rank(n), placeholder=rank),
    )
    made = placeholders_of(columns, 2000)
    assert made is not None
    assert made.shown[1233] == "#1,234"
    assert made.spoken[1233] == "Rank #1,234, loading"
    assert len(made.shown) == len(made.spoken) == 2000
    assert placeholders_of(columns, 2000) is made
    assert len(asked) == 2000
    assert placeholders_of(columns[:1], 2000) is None
    assert placeholders_of(columns, None) is None
    enormous = placeholders_of(columns, 1 << 62)
    assert enormous is not None
    assert len(enormous.shown) == MOST_PLACEHOLDERS
