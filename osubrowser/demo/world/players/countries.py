"""The sixty countries of the embedded osu! and how many of each ruleset's players live there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its two-letter code, its English name, its share of each ruleset's players."""

    code: str
    name: str
    shares: tuple[float, float, float, float]
    """Relative weights for osu, taiko, fruits, mania."""

    def entity(self) -> dict[str, object]:
        """Return the `{code, name}` object of the API."""
        return {"code": self.code, "name": self.name}


_TABLE = """
US United States|170 120 110 105
RU Russian Federation|66 42 60 26
JP Japan|48 190 62 44
KR South Korea|46 28 110 120
DE Germany|58 46 52 22
PL Poland|52 34 48 20
CN China|44 38 44 130
TW Taiwan|34 62 66 40
FR France|44 50 42 26
GB United Kingdom|44 36 34 20
CA Canada|40 30 28 18
BR Brazil|36 26 26 52
ID Indonesia|30 30 22 66
PH Philippines|22 16 18 62
AU Australia|27 24 26 14
UA Ukraine|22 12 16 9
CL Chile|20 26 28 22
AR Argentina|18 16 18 20
MX Mexico|17 14 13 22
ES Spain|18 18 12 12
IT Italy|17 14 12 10
NL Netherlands|17 12 12 9
SE Sweden|16 12 10 7
FI Finland|16 13 13 6
HK Hong Kong|16 20 22 22
MY Malaysia|15 12 12 30
TH Thailand|14 16 10 38
VN Vietnam|14 8 8 28
SG Singapore|12 12 9 18
NO Norway|11 7 7 5
PE Peru|9 6 8 16
TR Türkiye|11 5 5 7
CZ Czech Republic|11 8 6 4
HU Hungary|10 6 5 4
AT Austria|10 6 7 4
BE Belgium|9 8 7 4
DK Denmark|9 6 5 4
RO Romania|8 5 4 4
KZ Kazakhstan|9 5 5 5
BY Belarus|9 5 6 4
NZ New Zealand|8 6 6 4
IL Israel|7 4 3 3
PT Portugal|6 5 4 5
CH Switzerland|6 5 4 3
CO Colombia|6 4 4 10
LT Lithuania|6 4 4 3
LV Latvia|5 4 3 3
EE Estonia|5 4 3 3
GR Greece|5 3 3 3
SK Slovakia|5 3 3 3
BG Bulgaria|5 3 3 3
IE Ireland|4 3 3 2
RS Serbia|4 3 3 3
HR Croatia|4 3 3 2
SA Saudi Arabia|4 3 3 4
VE Venezuela|4 3 3 6
MO Macao|3 4 4 6
UY Uruguay|3 3 3 3
IS Iceland|3 2 2 2
MN Mongolia|3 2 2 4
"""


def _countries() -> tuple[Country, ...]:
    rows = (line.rpartition("|") for line in _TABLE.strip().splitlines())
    found = []
    for label, _, weights in rows:
        code, _, name = label.partition(" ")
        osu, taiko, fruits, mania = (float(weight) for weight in weights.split())
        found.append(Country(code, name, (osu, taiko, fruits, mania)))
    return tuple(found)


COUNTRIES = _countries()
"""All countries; an account stores its country as a position in this tuple."""

NUMBER_OF = {country.code: number for number, country in enumerate(COUNTRIES)}
"""The position in `COUNTRIES` of each code."""
