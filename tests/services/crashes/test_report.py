"""Crash reports: bounded, whole, and without what nobody else is to know."""

from __future__ import annotations

from pathlib import Path

import pytest

from osubrowser.services.crashes import report
from osubrowser.services.crashes.report import (
    MOST_ERRORS,
    MOST_REPORTS,
    CrashReport,
    cleaned,
    write_report,
)
from tests.closed_folders import close_folder

TOKEN = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiIxIn0.c2lnbmF0dXJl"


def raised(text: str) -> Exception:
    """Return an error with a traceback."""
    try:
        int(text)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_has_the_traceback_and_the_versions(tmp_path: Path) -> None:
    one = CrashReport(tmp_path / "logs")
    assert one.file is None
    one.add(raised("number 1"))
    assert one.file is not None
    text = one.file.read_text("utf-8")
    assert text == one.text + "\n"
    assert text.startswith("osubrowser ")
    assert "Python 3." in text
    assert text.index("Traceback") < text.index("ValueError: invalid literal")
    for number in range(2, MOST_ERRORS + 5):
        one.add(raised(f"number {number}"))
    text = one.file.read_text("utf-8")
    assert f"base 10: 'number {MOST_ERRORS}'\n" in text
    assert f"number {MOST_ERRORS + 1}" not in text
    assert text.count("More errors followed.") == 1
    assert list(one.file.parent.iterdir()) == [one.file]


def test_a_report_has_no_secrets_and_no_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "alice"
    monkeypatch.setattr(Path, "home", lambda: home)
    one = CrashReport(home / "logs")
    one.add(raised(f"client_secret=abcdef1234 Bearer {TOKEN} k=deadbeef {home}/osu!/a.osr"))
    one.add(raised(str({"access_token": TOKEN, "refresh_token": "def50200abc"})))
    assert one.file is not None
    text = one.file.read_text("utf-8")
    for secret in ("abcdef1234", TOKEN, "deadbeef", "def50200abc", "alice"):
        assert secret not in text
    assert "~/osu!/a.osr" in text
    assert cleaned(repr(str(home))) == "'~'"
    paths = r"/home/bob/a.osr '/Users/bob/x' C:\Users\bob\y /run/media/bob/disk file:///home/bob/z"
    assert "bob" not in cleaned(paths)
    for url in ("https://osu.ppy.sh/home/news/x", "GET /api/v2/users/2", "https://a/users/peppy"):
        assert cleaned(url) == url


def test_the_newest_reports_are_kept(tmp_path: Path) -> None:
    (tmp_path / "crash-notes.txt").touch()
    (tmp_path / "osubrowser.log").touch()
    for n in range(MOST_REPORTS + 5):
        (tmp_path / f"crash-20200101-0000{n:02}.txt").touch()
    newest = write_report(tmp_path, "The process crashed.")
    again = write_report(tmp_path, "The process crashed.")
    assert newest is not None
    assert again not in (None, newest), "two in one second"
    names = {one.name for one in tmp_path.iterdir()}
    assert {"crash-notes.txt", "osubrowser.log", newest.name} <= names
    assert len(names) == MOST_REPORTS + 2
    assert "crash-20200101-000000.txt" not in names


def test_a_report_stays_though_older_ones_have_later_dates(tmp_path: Path) -> None:
    for n in range(MOST_REPORTS + 5):  # the clock has been set back
        (tmp_path / f"crash-99991231-0000{n:02}.txt").touch()
    newest = write_report(tmp_path, "The process crashed.")
    assert newest is not None
    assert newest.exists()
    assert len(list(tmp_path.iterdir())) == MOST_REPORTS


def test_a_folder_without_permission_leaves_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = CrashReport(tmp_path / "profile" / "logs")
    close_folder(tmp_path / "profile", monkeypatch)
    one.add(raised("number 1"))
    assert "number 1" in one.text
    assert write_report(tmp_path / "profile" / "logs", "x") is None


def test_without_a_home_folder_a_text_is_cleaned(monkeypatch: pytest.MonkeyPatch) -> None:
    def home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", home)
    assert cleaned("k=deadbeef /opt/a") == "k=*** /opt/a"


def test_a_disk_that_takes_nothing_leaves_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(report, "write_whole", full)
    one = CrashReport(tmp_path)
    one.add(raised("number 1"))
    assert "number 1" in one.text
    assert list(tmp_path.iterdir()) == []
    assert write_report(tmp_path, "x") is None
