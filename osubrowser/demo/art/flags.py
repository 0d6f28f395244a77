"""Country flags as SVG, in the proportions of the website's: 36 x 26 in the middle of 36 x 36."""

from __future__ import annotations

from osubrowser.demo.art import flag_designs as designs
from osubrowser.demo.art.flag_shapes import across, box, disc, hoist, nordic, star, union, upright

TOP = 5
"""Where the flag begins in its square picture."""

_FIRST_LETTER = 0x1F1E6


def code_of(file: str) -> str | None:
    """Return the country code that a file name like `1f1e6-1f1fa.svg` stands for, or None."""
    parts = file.removesuffix(".svg").split("-")
    try:
        letters = [int(part, 16) - _FIRST_LETTER for part in parts]
    except ValueError:
        return None
    if len(letters) != 2 or not all(0 <= letter < 26 for letter in letters):
        return None
    return "".join(chr(ord("A") + letter) for letter in letters)


def file_of(code: str) -> str:
    """Return the name of a country's flag file on the website."""
    return "-".join(f"{_FIRST_LETTER + ord(letter) - ord('A'):x}" for letter in code) + ".svg"


def flag(code: str) -> str | None:
    """Return a country's flag as SVG text, or None if there is no such flag."""
    drawing = _FLAGS.get(code)
    if drawing is None:
        return None
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36">'
        f'<g transform="translate(0 {TOP})">{drawing}</g></svg>'
    )


_FLAGS: dict[str, str] = {
    "US": designs.united_states(),
    "RU": across("FFFFFF", "0039A6", "D52B1E"),
    "JP": box(0, 0, 36, 26, "FFFFFF") + disc(18, 13, 7.4, "BC002D"),
    "KR": designs.south_korea(),
    "DE": across("141414", "DD0000", "FFCE00"),
    "PL": across("FFFFFF", "DC143C"),
    "CN": designs.china(),
    "TW": designs.taiwan(),
    "FR": upright("002395", "FFFFFF", "ED2939"),
    "GB": union(36, 26),
    "CA": designs.canada(),
    "BR": designs.brazil(),
    "ID": across("CE1126", "FFFFFF"),
    "PH": designs.philippines(),
    "AU": designs.australia(),
    "UA": across("0057B7", "FFD700"),
    "CL": across("FFFFFF", "D52B1E") + box(0, 0, 13, 13, "0039A6") + star(6.5, 6.5, 4, "FFFFFF"),
    "AR": designs.argentina(),
    "MX": designs.mexico(),
    "ES": designs.spain(),
    "IT": upright("009246", "FFFFFF", "CE2B37"),
    "NL": across("AE1C28", "FFFFFF", "21468B"),
    "SE": nordic("006AA7", "FECC00"),
    "FI": nordic("FFFFFF", "003580"),
    "HK": designs.hong_kong(),
    "MY": designs.malaysia(),
    "TH": across(("A51931", 1), ("F4F5F8", 1), ("2D2A4A", 2), ("F4F5F8", 1), ("A51931", 1)),
    "VN": box(0, 0, 36, 26, "DA251D") + star(18, 13.6, 7.4, "FFFF00"),
    "SG": designs.singapore(),
    "NO": nordic("BA0C2F", "FFFFFF", "00205B"),
    "PE": designs.peru(),
    "TR": designs.turkiye(),
    "CZ": across("FFFFFF", "D7141A") + hoist("11457E", 17),
    "HU": across("CE2939", "FFFFFF", "477050"),
    "AT": across("ED2939", "FFFFFF", "ED2939"),
    "BE": upright("141414", "FAE042", "ED2939"),
    "DK": nordic("C60C30", "C60C30") + box(10, 0, 4, 26, "FFFFFF") + box(0, 11, 36, 4, "FFFFFF"),
    "RO": upright("002B7F", "FCD116", "CE1126"),
    "KZ": designs.kazakhstan(),
    "BY": designs.belarus(),
    "NZ": designs.new_zealand(),
    "IL": designs.israel(),
    "PT": designs.portugal(),
    "CH": box(0, 0, 36, 26, "D52B1E")
    + box(15.2, 5, 5.6, 16, "FFFFFF")
    + box(10, 10.2, 16, 5.6, "FFFFFF"),
    "CO": across(("FCD116", 2), ("003893", 1), ("CE1126", 1)),
    "LT": across("FDB913", "006A44", "C1272D"),
    "LV": across(("9E3039", 2), ("FFFFFF", 1), ("9E3039", 2)),
    "EE": across("0072CE", "141414", "FFFFFF"),
    "GR": designs.greece(),
    "SK": designs.slovakia(),
    "BG": across("FFFFFF", "00966E", "D62612"),
    "IE": upright("169B62", "FFFFFF", "FF883E"),
    "RS": designs.serbia(),
    "HR": designs.croatia(),
    "SA": designs.saudi_arabia(),
    "VE": designs.venezuela(),
    "MO": designs.macao(),
    "UY": designs.uruguay(),
    "IS": nordic("02529C", "FFFFFF", "DC1E35"),
    "MN": designs.mongolia(),
}
