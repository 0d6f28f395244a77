"""Numbers in the notation of the language: grouped digits, decimals, percentages, and their input.

What is copied and exported has plain digits in every language: `plain_digits`.
"""

from __future__ import annotations

import re
from typing import Final

NOTHING: Final = "–"
"""Text for a missing number."""

_FIXED: Final = tuple(f",.{places}f" for places in range(12))
_NARROW: Final = "\N{NARROW NO-BREAK SPACE}"
_SPACES: Final = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}'’"


class _Notation:
    """Separators of the language in use; English unless set."""

    __slots__ = ("fraction", "group", "grouped", "is_python", "percent", "point")

    def __init__(self) -> None:
        self.set(",", ".", "%")

    def set(self, group: str, point: str, percent: str) -> None:
        self.group, self.point, self.percent = group, point, percent
        self.is_python = (group, point, percent) == (",", ".", "%")
        self.grouped = re.compile(rf"(?<![\d.,])\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?!\d)")
        self.fraction = re.compile(rf"(?<=\d){re.escape(point)}(?=\d)")

    def localised(self, text: str) -> str:
        """Replace the separators of a number that Python has formatted."""
        if self.is_python:
            return text
        if "," in text:
            return text.replace(",", "\0").replace(".", self.point).replace("\0", self.group)
        return text.replace(".", self.point)


_notation: Final = _Notation()


def set_locale(language: str) -> None:
    """Set the notation to that of a language.

    Args:
        language: an ISO 639-1 code.
    """
    from PySide6.QtCore import QLocale

    locale = QLocale(language)
    _notation.set(
        locale.groupSeparator() or ",",
        locale.decimalPoint() or ".",
        "%" if language == "en" else f"{_NARROW}%",
    )


# A page of a ranking has a thousand numbers: each function formats, and returns early in English.


def whole(value: float | None) -> str:
    """Format an integer with grouped digits: `465,342,303,870`. Other numbers are rounded.

    None is formatted as a dash.
    """
    if value.__class__ is int:
        if _notation.is_python:
            return f"{value:,}"
        return f"{value:,}".replace(",", _notation.group)
    return NOTHING if value is None else _notation.localised(f"{value:,.0f}")


def figure(value: float | None) -> str:
    """Format a number with grouped digits, with two decimals only if it is not whole.

    None is formatted as a dash.
    """
    if value is None:
        return NOTHING
    return whole(value) if value == int(value) else decimal(value, 2)


def signed(value: int) -> str:
    """Format an integer with grouped digits and its sign: `+1,234`; `+0` for zero."""
    return _notation.localised(f"{value:+,}")


def decimal(value: float | None, places: int, *, sign: bool = False) -> str:
    """Format a number with grouped digits and a fixed number of decimals: `7,412.50`.

    Args:
        value: the number; None is formatted as a dash.
        places: digits after the decimal point.
        sign: write `+` before positive numbers.
    """
    if value is None:
        return NOTHING
    text = f"{value:+,.{places}f}" if sign else f"{value:{_FIXED[places]}}"
    return text if _notation.is_python else _notation.localised(text)


def trimmed(value: float, places: int = 2) -> str:
    """Format a number without zeros at the end of its decimals: `1,234.5`, `10`."""
    text = f"{value:,.{places}f}"
    return _notation.localised(text.rstrip("0").rstrip(".") if places else text)


def significant(value: float, digits: int, *, sign: bool = False) -> str:
    """Format a number with few significant digits, as Python's `g` does: `12.3`, `0.012`."""
    return _notation.localised(f"{value:{'+' if sign else ''}.{digits}g}")


def percent(share: float, places: int = 2) -> str:
    """Format a share as a percentage: `98.76%` for 0.9876."""
    return hundredths(share * 100, places)


def hundredths(value: float, places: int = 2) -> str:
    """Format a number of hundredths as a percentage: `98.76%` for 98.76."""
    text = f"{value:{_FIXED[places]}}"
    if _notation.is_python:
        return text + "%"
    return _notation.localised(text) + _notation.percent


def plain_digits(text: str) -> str:
    """Return a text of one cell with its numbers in plain digits: `1234567.89` for `1,234,567.89`.

    For what is copied: a spreadsheet reads it in any language. Numbers lose grouped digits, have a
    point before their decimals, and no space before the percent sign.
    """
    text = _notation.grouped.sub(lambda match: re.sub(r"\D", "", match[0]), text)
    if _notation.point != ".":
        text = _notation.fraction.sub(".", text)
    return text.replace(f"{_NARROW}%", "%")


def typed(text: str) -> str:
    """Return a typed number in Python's notation: `1234.5` for `1.234,5` and `1,234.5`.

    Both notations are read in every language. Where the text has one kind of separator only, once,
    and three digits after it, it is read as the language writes it: `1,234` is 1234 in English.
    What is no number is returned without spaces.
    """
    text = text.strip().translate({ord(space): None for space in _SPACES})
    marks = [mark for mark in text if mark in ",."]
    if not marks:
        return text
    last = marks[-1]
    if len(set(marks)) == 2:  # the last one is the decimal point
        other = "," if last == "." else "."
        return text.replace(other, "").replace(last, ".")
    is_group = len(marks) > 1 or (
        last == _notation.group and re.fullmatch(r"[+-]?\d{1,3}[.,]\d{3}", text) is not None
    )
    return text.replace(last, "" if is_group else ".")
