"""Models of a program's own, in a module without `from __future__ import annotations`."""

from __future__ import annotations

import importlib
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from osubrowser.api.decoding.decode import decode
from osubrowser.api.ossapi import User, UserCompact
from osubrowser.api.ossapi.utils import decoding_for

PROGRAM = """
from typing import ClassVar
from osubrowser.api.ossapi.models import Field, User
from osubrowser.api.ossapi.utils import Datetime

class Player(User):
    extra: int
    quoted: "str | None"
    since: Datetime
    other: Field(name="other-name", type=list[int])
    friend: "Later"
    friends_of: list[int] | None
    kind: ClassVar[str] = "player"

class Later(User):
    more: int
"""
SENT = (
    b'{"id":1,"extra":2,"quoted":"q","since":"2020-01-02T00:00:00Z","other-name":[3],'
    b'"friends_of":[4],"username":"peppy"}'
)


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The class `Player` of a program."""
    name = "program_with_models"
    (tmp_path / f"{name}.py").write_text(PROGRAM)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module(name).Player


def test_a_model_of_a_program_has_its_fields(player: Any) -> None:
    made = player(id=5, extra=6)
    assert (made.id, made.extra, made.quoted, made.kind) == (5, 6, None, "player")


def test_a_model_of_a_program_is_read(player: Any) -> None:
    with decoding_for(None):
        read = decode(SENT, player)
    assert (read.id, read.extra, read.quoted, read.username) == (1, 2, "q", "peppy")
    assert read.since == datetime(2020, 1, 2, tzinfo=UTC)
    assert (read.other, read.friends_of, read.friend) == ([3], [4], None)


@pytest.mark.parametrize("kind", [User, UserCompact])
def test_values_have_names(kind: Any) -> None:
    with pytest.raises(TypeError):
        kind(5)
