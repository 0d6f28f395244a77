"""Exports: what a spreadsheet opens as it is, and never runs."""

from __future__ import annotations

import csv
import errno
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from osubrowser.services.runtime.failures import ExportFailed
from osubrowser.services.storage import table_files
from osubrowser.services.storage.table_files import write_csv, write_json


def test_csv_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = [(1, "ÄÖ 日本", 99.5, None), (2, 'a "quoted", name', -3, "two\nlines")]
    assert write_csv(path, ["#", "Player", "Accuracy", "Team"], rows) == 2
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf#,Player")
    assert raw.count(b"\r\n") == 3
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    assert table[1] == ["1", "ÄÖ 日本", "99.5", ""]
    assert table[2] == ["2", 'a "quoted", name', "-3", "two\nlines"]


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-name-", "'-name-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("-12", "-12"),
        ("+1,234.5", "+1,234.5"),
        ("−3", "−3"),
        ("-98.12%", "-98.12%"),
        ("-234.25 pp", "-234.25 pp"),
        ("+1,900×", "+1,900×"),
        ("-1 h 05 m", "-1 h 05 m"),
        ("+1 pp+cmd", "'+1 pp+cmd"),
        ("-1x(A1)", "'-1x(A1)"),
        ("[-GN]Name", "[-GN]Name"),
        ("a\x00b", "ab"),
        ("half \ud83d", "half ?"),
    ],
)
def test_no_cell_is_a_formula(tmp_path: Path, name: str, cell: str) -> None:
    path = tmp_path / "t.csv"
    write_csv(path, ["name"], [(name,)])
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1] == [cell]


def test_json_is_one_array(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    assert write_json(path, [{"rank": 1, "name": "日本"}, {"rank": 2, "at": None}]) == 2
    assert json.loads(path.read_bytes()) == [{"rank": 1, "name": "日本"}, {"rank": 2, "at": None}]
    assert write_json(path, []) == 0
    assert json.loads(path.read_bytes()) == []


def test_a_failure_in_the_middle_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("old")

    def rows() -> Iterator[tuple[int]]:
        yield (1,)
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(ExportFailed) as failure:
        write_csv(path, ["a"], rows())
    assert str(failure.value) == "t.csv was not saved: The disk is full."
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["t.csv"]


def test_every_failure_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ExportFailed, match="folder does not exist"):
        write_csv(tmp_path / "none" / "t.csv", ["a"], [])
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(ExportFailed, match="was not saved"):
        write_csv(tmp_path / "folder.csv", ["a"], [])

    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(table_files, "whole_file", refuse)
    with pytest.raises(ExportFailed, match="another program has it open"):
        write_json(tmp_path / "t.json", [])
