"""Words: every error has a sentence, secrets stay out, and hostile text is made harmless."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.api import errors
from osubrowser.services.runtime.failures import ExportFailed
from osubrowser.services.text.plain import plain
from osubrowser.ui.error_messages import describe, seconds, was_reached

KINDS = [getattr(errors, name) for name in errors.__all__]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_has_a_sentence_of_its_own(kind: type[errors.OsuError]) -> None:
    where = "https://osu.ppy.sh/api/v2/me"
    error = (
        errors.RateLimited(retry_after=12, status=418, address=where)
        if kind is errors.RateLimited
        else kind(status=418, address=where)
    )
    sentence = describe(error)
    assert sentence.text.endswith(".")
    assert "418" in sentence.details
    assert "https://osu.ppy.sh/api/v2/me" in sentence.details
    assert "UTC" in sentence.details
    if kind is not errors.OsuError and kind is not errors.ServerTrouble:
        assert sentence.text != describe(errors.OsuError()).text


@pytest.mark.parametrize(
    ("error", "text", "may_retry"),
    [
        (errors.NotFound(status=404), "osu! has nothing here.", False),
        (errors.Offline(), "osu! cannot be reached.", True),
        (errors.RateLimited(retry_after=11.2), "osu! asks us to wait 12 s.", True),
        (errors.LoginRequired(status=401), "osu! shows this to signed-in players.", False),
        (errors.ServerTrouble(status=502), "osu! has trouble answering.", True),
    ],
)
def test_the_words_of_common_errors(error: errors.OsuError, text: str, may_retry: bool) -> None:
    sentence = describe(error)
    assert (sentence.text, sentence.may_retry) == (text, may_retry)


def test_only_a_lost_login_offers_to_sign_in() -> None:
    assert describe(errors.LoginRequired()).action == "sign_in"
    assert describe(errors.Forbidden()).action is None


def test_the_server_s_own_message_is_told_and_harmless() -> None:
    said = "Specified user\u202e couldn't\nbe found." + "x" * 1000
    hint = describe(errors.NotFound(status=404, server_message=said)).hint
    assert "Specified user couldn't be found." in hint
    assert "\u202e" not in hint
    assert len(hint) < 300


def test_failures_bring_their_own_words() -> None:
    sentence = describe(ExportFailed("The disk is full.", "Choose another folder."))
    assert (sentence.text, sentence.hint) == ("The disk is full.", "Choose another folder.")


@pytest.mark.parametrize("error", [ValueError("x"), OSError(28, "No space left"), TimeoutError()])
def test_other_errors_have_a_general_sentence(error: Exception) -> None:
    assert describe(error).text.endswith(".")
    assert describe(error).details


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (0.0, "1 s"),
        (11.01, "12 s"),
        (119.0, "119 s"),
        (120.5, "3 min"),
        (float("inf"), "60 s"),
        (float("nan"), "60 s"),
    ],
)
def test_waits_are_rounded_up(wait: float, words: str) -> None:
    assert seconds(wait) == words


@given(st.text(), st.integers(1, 50))
def test_plain_text_is_one_short_line_without_tricks(text: str, limit: int) -> None:
    shown = plain(text, limit)
    assert len(shown) <= limit
    assert not set(shown) & set("\n\r\t\0\u202e\u2066\x1b")
    shown.encode()  # no lone half of a pair is left


def test_an_error_tells_whether_osu_was_reached() -> None:
    assert was_reached(errors.Offline(address="https://osu.ppy.sh/api/v2/me")) is False
    assert was_reached(errors.LoginRequired(status=401)) is True
    assert was_reached(errors.LoginRequired()) is None, "nothing was sent"
    assert was_reached(RuntimeError("something else")) is None
    assert was_reached(None) is None
