"""The command line: each option, and a clear sentence for each wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from osubrowser import __version__, cli
from osubrowser.demo.__main__ import option_parser
from osubrowser.demo.world.days.span import MOST_DAYS
from tests.closed_folders import close_folder


def test_defaults() -> None:
    assert cli.parse([]) == cli.Options()


def test_all_options(tmp_path: Path) -> None:
    options = cli.parse(
        ["osu.ppy.sh/rankings", "--demo", "--server", "HTTPS://Osu.Example.org:8443/",
         "--profile", str(tmp_path), "--log-level", "debug", "--self-test",
         "--idle", "2.5"]
    )  # fmt: skip
    assert options == cli.Options(
        addresses=("osu.ppy.sh/rankings",),
        demo=True,
        server="https://osu.example.org:8443",
        profile=tmp_path,
        log_level="debug",
        self_test=True,
        idle=2.5,
    )


@pytest.mark.parametrize("given", ["-1", "nan", "inf", "3601", "long"])
def test_a_self_test_idles_for_a_number_of_seconds(
    given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.parse(["--self-test", f"--idle={given}"])
    assert stop.value.code == 2
    assert "is not a number from 0 to 3600" in capsys.readouterr().err


def test_only_a_self_test_idles(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.parse(["--idle", "1"])
    assert stop.value.code == 2
    assert "--idle goes with --self-test" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "origin"),
    [
        ("http://127.0.0.1:5000", "http://127.0.0.1:5000"),
        ("http://localhost/", "http://localhost"),
        ("http://[::1]:80", "http://[::1]:80"),
        ("https://osu.ppy.sh", "https://osu.ppy.sh"),
    ],
)
def test_server_addresses_become_origins(given: str, origin: str) -> None:
    assert cli.parse(["--server", given]).server == origin


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("osu.ppy.sh", "is not an address like"),
        ("ftp://osu.ppy.sh", "is not an address like"),
        ("https://osu.ppy.sh/api", "is not an address like"),
        ("https://host:99999", "is not an address like"),
        ("http://osu.ppy.sh", "https is needed"),
        ("https://osu.ppy.sh:0", "number from 1 to 65535"),
        ("http://localhost:0", "number from 1 to 65535"),
        ("host:0", "is not an address like"),
        ("https://evil\\\\.ppy.sh", "is not an address like"),
        ("https://me:secret@osu.ppy.sh", "no name, password or query"),
    ],
)
def test_wrong_servers_are_refused(
    given: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.parse(["--server", given])
    assert stop.value.code == 2
    assert words in capsys.readouterr().err


def test_a_profile_that_is_a_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(SystemExit):
        cli.parse(["--profile", str(tmp_path / "taken")])
    assert "is a file, not a folder" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.parse(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"osubrowser {__version__}\n"


def test_guest_needs_both_variables_and_hides_the_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", "77")
    assert cli.parse([]).guest_id is None
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", "hush-hush")
    options = cli.parse([])
    assert (options.guest_id, options.guest_secret) == ("77", "hush-hush")
    assert "hush-hush" not in repr(options)


def test_a_profile_where_nothing_may_be_looked_at_is_taken_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close_folder(tmp_path / "closed", monkeypatch)
    profile = tmp_path / "closed" / "profile"
    assert cli.parse(["--profile", str(profile)]).profile == profile


def test_the_home_folder_of_nobody_is_no_profile(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.parse(["--profile", "~nobody-of-that-name/p"])
    assert stop.value.code == 2
    assert "names nobody's home folder" in capsys.readouterr().err


def test_a_demo_with_days_is_started_again_with_them() -> None:
    options = cli.parse(["--demo", "--days", "30"])
    assert options.days == 30
    assert cli.parse(cli.arguments_again(options, safe_mode=False)).days == 30


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--demo", "--days", "0"], "'0' is not a number of days from 1 to 400"),
        (["--demo", "--days", "401"], "'401' is not a number of days from 1 to 400"),
        (["--demo", "--days", "a month"], "'a month' is not a number of days from 1 to 400"),
        (["--days", "30"], "--days goes with --demo"),
    ],
)
def test_days_that_no_demo_has_are_refused(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.parse(arguments)
    assert stop.value.code == 2
    assert sentence in capsys.readouterr().err
    if arguments[0] == "--demo":
        with pytest.raises(SystemExit):
            option_parser().parse_args(arguments[1:])
        assert sentence in capsys.readouterr().err


def test_both_command_lines_have_as_many_days() -> None:
    assert cli.MOST_DAYS == MOST_DAYS
