"""Dates and cells in another language, and what is copied of them."""

from __future__ import annotations

import importlib.util
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType

from osubrowser.models.table.column import CellKind, Column, copied_table, make_rows
from osubrowser.models.text import dates
from osubrowser.services.text import numerals
from tests.services.text.catalogues import Messages, german

MESSAGES: Messages = {
    ("{day} {month} {year}", "7 Jul 2017"): "{day}. {month} {year}",
    ("Jul", ""): "Juli",
    ("%n day(s) ago", ""): ("vor %n Tag", "vor %n Tagen"),
    ("{count} min ago", ""): "vor {count} min",
    ("just now", ""): "gerade eben",
    ("seen {age}", ""): "gesehen {age}",
}
MOMENT = datetime(2017, 7, 7, 13, 5, tzinfo=UTC)


def in_german() -> ModuleType:
    """Return the module of dates, imported anew: its constants are translated once."""
    spec = importlib.util.spec_from_file_location("german_dates", dates.__file__)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_dates_in_german(tmp_path: Path) -> None:
    with german(MESSAGES, tmp_path):
        translated = in_german()
        assert translated.day(MOMENT) == "7. Juli 2017"
        assert translated.minute_cell(MOMENT) == "7. Juli 2017, 13:05"
        assert translated.exact(MOMENT) == "2017-07-07T13:05:00+00:00"
    assert dates.day(MOMENT) == "7 Jul 2017"


def test_ages_in_german(tmp_path: Path) -> None:
    with german(MESSAGES, tmp_path):
        assert dates.ago(MOMENT, MOMENT + timedelta(days=1)) == "vor 1 Tag"
        assert dates.ago(MOMENT, MOMENT + timedelta(days=3)) == "vor 3 Tagen"
        assert dates.ago(MOMENT, MOMENT + timedelta(minutes=5), is_short=True) == "vor 5 min"
        assert dates.seen_ago(100.0, 130.0) == " · gesehen gerade eben"


def test_numbers_are_copied_in_plain_digits_in_every_language(tmp_path: Path) -> None:
    columns = [
        Column[float]("name", "Name", 90, CellKind.TEXT, lambda item, _: f"1,234 {item:.0f}"),
        Column[float]("pp", "pp", 90, CellKind.NUMBER, lambda item, _: numerals.decimal(item, 2)),
        Column[float](
            "change",
            "Change",
            90,
            CellKind.CHANGE,
            lambda item, _: numerals.whole(item),
            tone=lambda _: -1,
        ),
    ]
    rows = make_rows(columns, [12345.678], identity=lambda item: item)
    assert copied_table(columns, range(3), rows)[1] == ["1,234 12346", "12345.68", "-12346"]
    with german(MESSAGES, tmp_path):
        (row,) = make_rows(columns, [12345.678], identity=lambda item: item)
        assert list(row.texts[1:]) == ["12.345,68", "12.346"]
        assert copied_table(columns, range(3), [row])[1] == ["1,234 12346", "12345.68", "-12346"]
