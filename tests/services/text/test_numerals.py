"""Numbers in the notation of a language, as they are shown, copied and typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from osubrowser.services.text import numerals


@pytest.fixture(params=["en", "de"])
def code(request: pytest.FixtureRequest) -> Iterator[str]:
    """One language after the other; English again afterwards."""
    numerals.set_locale(request.param)
    yield request.param
    numerals.set_locale("en")


@pytest.fixture
def _german() -> Iterator[None]:
    numerals.set_locale("de")
    yield
    numerals.set_locale("en")


def test_english_notation() -> None:
    assert numerals.whole(465_342_303_870) == "465,342,303,870"
    assert numerals.whole(-1234.4) == "-1,234"
    assert numerals.whole(None) == "–"
    assert numerals.decimal(7412.5, 2) == "7,412.50"
    assert numerals.decimal(1.25, 1, sign=True) == "+1.2"
    assert numerals.decimal(None, 1) == "–"
    assert numerals.trimmed(1234.50) == "1,234.5"
    assert numerals.trimmed(10.0) == "10"
    assert numerals.significant(12.345, 3, sign=True) == "+12.3"
    assert numerals.signed(-1234) == "-1,234"
    assert numerals.percent(0.98765) == "98.77%"
    assert numerals.hundredths(5.0, 0) == "5%"


@pytest.mark.usefixtures("_german")
def test_german_notation() -> None:
    assert numerals.whole(465_342_303_870) == "465.342.303.870"
    assert numerals.decimal(7412.5, 2) == "7.412,50"
    assert numerals.decimal(0.5, 3) == "0,500"
    assert numerals.trimmed(1234.50) == "1.234,5"
    assert numerals.significant(-12.345, 3) == "-12,3"
    assert numerals.signed(1234) == "+1.234"
    assert numerals.percent(0.98765) == "98,77\N{NARROW NO-BREAK SPACE}%"


@pytest.mark.parametrize("value", [0, 7, -12, 1234, -1_234_567, 10**24])
def test_plain_digits_are_those_of_the_number(code: str, value: int) -> None:
    assert numerals.plain_digits(numerals.whole(value)) == str(value), code
    assert numerals.plain_digits(f"#{numerals.whole(value)}x") == f"#{value}x"


@pytest.mark.usefixtures("code")
def test_plain_digits_have_a_point_and_no_groups() -> None:
    assert numerals.plain_digits(numerals.decimal(1234567.891, 2) + " pp") == "1234567.89 pp"
    assert numerals.plain_digits(numerals.percent(0.98765)) == "98.77%"
    assert numerals.plain_digits("4:05") == "4:05"
    assert numerals.plain_digits("–") == "–"


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ("1234", "1234", "1234"),
        ("1,234", "1234", "1.234"),
        ("1.234", "1.234", "1234"),
        ("5,5", "5.5", "5.5"),
        ("5.5", "5.5", "5.5"),
        ("1,234,567", "1234567", "1234567"),
        ("1.234.567,8", "1234567.8", "1234567.8"),
        ("1,234,567.8", "1234567.8", "1234567.8"),
        (" 1 234 ", "1234", "1234"),
        ("-2,5", "-2.5", "-2.5"),
        ("many", "many", "many"),
    ],
)
def test_both_notations_are_read(code: str, text: str, english: str, german: str) -> None:
    assert numerals.typed(text) == {"en": english, "de": german}[code]
