"""Strict decoding of every recorded response, without dropped or missing fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

import msgspec
import pytest

from osubrowser.api import Cursor
from osubrowser.api.decoding import decode as decoding
from osubrowser.api.decoding.decode import decode
from osubrowser.api.decoding.tolerant import converter_for
from osubrowser.api.entities.score_statistics import ScoreStatistics, read_statistics
from osubrowser.api.errors import NotFound
from osubrowser.api.http.messages import Response, error_for, server_message
from osubrowser.api.mods import Mod
from tests.api.recordings import RECORDINGS, Recording, error_files, info_of, parsed, unread
from tests.conftest import ANSWERS

EVERY = pytest.mark.parametrize("recording", RECORDINGS, ids=str)

OLD_NAMES = {"User.rankHistory"}
"""Sent twice, and read under the name of today."""


@pytest.fixture(autouse=True)
def no_second_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(body: bytes, kind: type) -> None:
        raise AssertionError(f"the strict pass did not read {kind}")

    monkeypatch.setattr(decoding, "_decode_tolerantly", refuse)


def test_no_recorded_answer_is_left_out() -> None:
    files = {f"{p.parent.name}/{p.stem}" for p in ANSWERS.glob("v*/*.json")}
    assert files == {r.name for r in RECORDINGS} | set(error_files())


@EVERY
def test_the_strict_pass_reads_it(recording: Recording) -> None:
    assert decode(recording.body, recording.kind, numeric_strings=recording.texts) is not None


@EVERY
def test_every_key_has_a_place(recording: Recording) -> None:
    """A key that the server sends and nobody reads is one that was forgotten here."""
    assert set(unread(parsed(recording), info_of(recording.kind))) <= OLD_NAMES


@EVERY
def test_every_value_is_what_was_sent(recording: Recording) -> None:
    entity = decode(recording.body, recording.kind, numeric_strings=recording.texts)
    assert list(differences(parsed(recording), entity)) == []


@EVERY
def test_the_patient_pass_reads_the_same(recording: Recording) -> None:
    dropped: list[str] = []
    patient = converter_for(recording.kind)(
        parsed(recording), "", lambda where, what: dropped.append(f"{what} for {where}")
    )
    assert not dropped
    assert patient == decode(recording.body, recording.kind, numeric_strings=recording.texts)


@pytest.mark.parametrize("name", error_files())
def test_errors_are_told_in_the_server_s_words(name: str) -> None:
    body = (ANSWERS / f"{name}.json").read_bytes()
    error = error_for(Response(404, "application/json", body, "http://127.0.0.1/"))
    assert isinstance(error, NotFound)
    said = json.loads(body)["error"]
    assert error.server_message == server_message(body)
    assert (error.server_message is None) == (said is None)
    assert said is None or said in str(error)


def test_what_cannot_be_read_strictly_is_seen_here(recorded_body: bytes) -> None:
    """The test of this test: one field of another type, and the strict pass gives up."""
    raw = json.loads(recorded_body)
    raw["ranking"][3]["play_count"] = "many"
    with pytest.raises(AssertionError, match="strict"):
        decode(json.dumps(raw).encode(), RECORDING_OF["get_rankings_200"].kind)
    raw["ranking"][3]["play_count"] = raw["ranking"][3]["play_time"]
    entity = decode(json.dumps(raw).encode(), RECORDING_OF["get_rankings_200"].kind)
    assert list(differences(json.loads(recorded_body), entity)) == [".ranking[3].play_count"]
    raw["ranking"][3]["surprise"] = 1
    found = set(unread(raw, info_of(RECORDING_OF["get_rankings_200"].kind)))
    assert found == {"UserStatistics.surprise"}


RECORDING_OF = {str(recording): recording for recording in RECORDINGS}


@pytest.fixture
def recorded_body() -> bytes:
    return RECORDING_OF["get_rankings_200"].body


# --- what was sent against what was read -----------------------------------------------------


def differences(sent: Any, read: Any, where: str = "") -> Iterator[str]:
    """Name each place where an entity says something else than the answer did."""
    if isinstance(sent, dict) and isinstance(read, msgspec.Struct):
        if isinstance(read, ScoreStatistics):
            if read_statistics(sent, read.ruleset_id) != read:
                yield where
            return
        names = {field.encode_name: field.name for field in msgspec.structs.fields(read)}
        for key, value in sent.items():
            if key in names:
                yield from differences(value, getattr(read, names[key]), f"{where}.{key}")
    elif isinstance(sent, dict) and isinstance(read, dict):
        for key, value in sent.items():
            yield from differences(value, read.get(key), f"{where}.{key}")
    elif isinstance(sent, list) and isinstance(read, list):
        if len(sent) != len(read):
            yield f"{where}[]"
        for number, (one, other) in enumerate(zip(sent, read, strict=False)):
            yield from differences(one, other, f"{where}[{number}]")
    elif not same(sent, read):
        yield where


def same(sent: Any, read: Any) -> bool:
    if isinstance(read, Enum):
        return bool(sent == read.value)
    if isinstance(read, datetime):
        moment = datetime.fromisoformat(sent)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) == read
    if isinstance(read, date):
        return bool(sent == read.isoformat())
    if isinstance(read, Cursor):
        return bool(sent == read.values())
    if isinstance(read, Mod):
        return bool(sent == read.acronym)
    if isinstance(sent, str) and isinstance(read, bool):
        return bool(read == (sent == "1"))
    if isinstance(sent, str) and isinstance(read, int | float):
        return float(sent) == read
    if sent is None:
        return read in (None, 0, "", False) or read == []
    return bool(sent == read) or (sent == [] and read == {})
