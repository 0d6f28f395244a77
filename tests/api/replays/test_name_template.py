"""File name templates, and file names that every system accepts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import ascii_lowercase

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from osubrowser.api import (
    REPLAY_NAME,
    Client,
    MemoryTokenStore,
    NameTemplate,
    safe_name,
    score_fields,
)
from osubrowser.api.replays.name_template import SCORE_FIELDS
from tests.conftest import Server

TEXTS = st.text(max_size=300)
"""Texts with anything: slashes, controls, half characters, turned directions."""
TEMPLATES = st.lists(
    st.sampled_from([f"{{{name}}}" for name in SCORE_FIELDS])
    | TEXTS.map(lambda text: text.replace("{", "{{").replace("}", "}}")),
    max_size=6,
).map("".join)
VALUES = st.dictionaries(st.sampled_from(SCORE_FIELDS), TEXTS)
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)\s*(\..*)?")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield tmp_path_factory.mktemp("names")


def check(name: str, folder: Path) -> None:
    """Look at a name as Windows, macOS and Linux do, and make a file of it."""
    assert 1 <= len(name.encode()) <= 240
    assert name.isprintable() or all(c.isprintable() or c.isspace() for c in name)
    assert not re.search(r'[<>:"/\\|?*\0-\x1f]', name)
    assert name[-1] not in " ."
    assert name[0] not in " ."
    assert not RESERVED.fullmatch(name)
    file = folder / name
    file.write_bytes(b"")
    assert [path.name for path in folder.iterdir()] == [name]
    file.unlink()


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEMPLATES, VALUES)
@example("{player}", {"player": "../../etc/passwd"})
@example("{player}.osr", {})
@example("{title}", {"title": "COM1.osr"})
@example("{title} .", {"title": "…" * 300})
@example("{title}", {"title": "\u202egpj.exe\ud800\x00"})
def test_whatever_is_filled_in_is_the_name_of_a_file(
    folder: Path, template: str, values: dict[str, str]
) -> None:
    check(NameTemplate(template).fill(values), folder)


@given(TEMPLATES, VALUES, st.text(ascii_lowercase, min_size=1, max_size=5))
def test_the_ending_is_kept_however_long_the_rest(
    template: str, values: dict[str, str], ending: str
) -> None:
    assert NameTemplate(f"{template}.{ending}").fill(values).endswith(f".{ending}")


@given(TEXTS)
def test_a_good_name_stays_as_it_is(text: str) -> None:
    name = safe_name(text)
    assert safe_name(name) == name
    assert NameTemplate(name.replace("{", "{{").replace("}", "}}")).fill({}) == name


@given(st.text("{}abc", max_size=12))
def test_what_is_in_a_value_is_no_field(text: str) -> None:
    values = dict.fromkeys(SCORE_FIELDS, "wrong") | {"player": f"x{text}{{title}}"}
    assert NameTemplate("{player}").fill(values) == f"x{text}{{title}}"


@given(st.text("{}_ptil ", max_size=12))
def test_any_text_is_a_template_or_says_why_not(text: str) -> None:
    try:
        template = NameTemplate(text)
    except ValueError as problem:
        assert "brace" in str(problem) or "no field" in str(problem)
    else:
        names = re.findall(r"\{([a-z_]+)\}", text.replace("{{", "").replace("}}", ""))
        assert template.fields <= set(SCORE_FIELDS)
        assert set(names) >= template.fields


@pytest.mark.parametrize("text", ["{", "}", "{player", "{}", "{Player}", "{nobody}", "{player.a}"])
def test_what_is_no_template_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"brace|no field"):
        NameTemplate(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("plain.osr", "plain.osr"),
        ("a/b\\c:d", "a_b_c_d"),
        ("  spaced out . ", "spaced out"),
        ("tab\tand\nline", "tab and line"),
        ("", "_"),
        (".osr", "_.osr"),
        ("nul", "_nul"),
        ("Aux.osr", "_Aux.osr"),
        ("auxiliary.osr", "auxiliary.osr"),
        ("片霧烈火", "片霧烈火"),
    ],
)
def test_a_text_becomes_a_name(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_replay_is_named_as_the_game_does(demo_server: Server, tmp_path: Path) -> None:
    with Client(
        demo_server.client_id,
        demo_server.client_secret,
        base_url=demo_server.url,
        token_store=MemoryTokenStore(),
    ) as client:
        best = client.user_scores(12092800, "best", limit=50)
        score = next(score for score in best if score.has_replay and score.mods)
        replay = client.download_score(score.id or 0)
        assert score.beatmap
        assert score.beatmapset
        assert score.ended_at
        name = NameTemplate(REPLAY_NAME).fill(score_fields(score, replay.username))
        assert name == safe_name(
            f"{replay.username} - {score.beatmapset.artist} - {score.beatmapset.title}"
            f" [{score.beatmap.version}] ({score.ended_at:%Y-%m-%d}) osu.osr"
        )
        fields = score_fields(client.score(score.id or 0))
        assert set(fields) == set(SCORE_FIELDS)
        assert all(fields.values())
        assert (fields["player"], fields["pp"]) == (replay.username, f"{score.pp:.0f}pp")
    check(name, tmp_path)
