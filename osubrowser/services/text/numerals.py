"""Numbers in the notation of the language: grouped digits, decimals, percentages."""

from __future__ import annotations

from typing import Final

_NARROW: Final = "\N{NARROW NO-BREAK SPACE}"


class _Notation:
    """Separators of the language in use; English unless set."""

    def __init__(self) -> None:
        self.group: str = ","
        self.point: str = "."
        self.percent: str = "%"

    def localised(self, text: str) -> str:
        """Replace the separators of a number that Python has formatted."""
        return text.replace(",", "\0").replace(".", self.point).replace("\0", self.group)


_notation: Final = _Notation()


def set_locale(language: str) -> None:
    """Set the notation to that of a language.

    Args:
        language: an ISO 639-1 code.
    """
    from PySide6.QtCore import QLocale

    locale = QLocale(language)
    _notation.group = locale.groupSeparator() or ","
    _notation.point = locale.decimalPoint() or "."
    _notation.percent = "%" if language == "en" else f"{_NARROW}%"


def whole(value: float) -> str:
    """Format an integer with grouped digits: `465,342,303,870`. Other numbers are rounded."""
    return _notation.localised(f"{value:,.0f}" if value % 1 else f"{int(value):,}")


def decimal(value: float | None, places: int, *, sign: bool = False) -> str:
    """Format a number with grouped digits and a fixed number of decimals: `7,412.50`.

    Args:
        value: the number; None is formatted as a dash.
        places: digits after the decimal point.
        sign: write `+` before positive numbers.
    """
    if value is None:
        return "–"
    return _notation.localised(f"{value:{'+' if sign else ''},.{places}f}")


def percent(share: float, places: int = 2) -> str:
    """Format a share as a percentage: `98.76%` for 0.9876."""
    return f"{decimal(share * 100, places)}{_notation.percent}"
