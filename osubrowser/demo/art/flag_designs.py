"""Flags with more to them than stripes."""

from __future__ import annotations

from math import cos, pi, sin

from osubrowser.demo.art.flag_shapes import (
    HEIGHT,
    WIDTH,
    across,
    area,
    box,
    crescent,
    disc,
    hoist,
    ring,
    star,
    union,
    upright,
)


def united_states() -> str:
    """Draw the flag of United States."""
    drawn = "".join(
        box(0, row * 2, WIDTH, 2, "B22234" if row % 2 == 0 else "FFFFFF") for row in range(13)
    )
    drawn += box(0, 0, 16, 14, "3C3B6E")
    for row in range(5):
        drawn += "".join(
            star(1.6 + column * 3.2, 1.8 + row * 2.6, 0.85, "FFFFFF") for column in range(5)
        )
    return drawn


def south_korea() -> str:
    """Draw the flag of South Korea."""
    drawn = box(0, 0, 36, 26, "FFFFFF") + disc(18, 13, 6.5, "CD2E3A")
    drawn += (
        '<path d="M11.5 13a3.25 3.25 0 0 1 6.5 0a3.25 3.25 0 0 0 6.5 0a6.5 6.5 0 0 1-13 0z"'
        ' fill="#0047A0" transform="rotate(33 18 13)"/>'
    )
    for x, y, turn, breaks in (
        (7, 5.5, -56, "000"),
        (29, 5.5, 56, "101"),
        (7, 20.5, 56, "010"),
        (29, 20.5, -56, "111"),
    ):
        bars = ""
        for bar, broken in enumerate(breaks):
            top = -2.2 + bar * 1.7
            parts = ((-2.6, 2.3), (0.3, 2.3)) if broken == "1" else ((-2.6, 5.2),)
            bars += "".join(box(left, top, width, 1.1, "000000") for left, width in parts)
        drawn += f'<g transform="translate({x} {y}) rotate({turn})">{bars}</g>'
    return drawn


def china() -> str:
    """Draw the flag of China."""
    drawn = box(0, 0, 36, 26, "DE2910") + star(7, 7.5, 4, "FFDE00")
    for x, y, turn in ((13, 3, 0.4), (15.6, 5.8, 0.1), (15.6, 9.6, -0.3), (13, 12.4, 0.3)):
        drawn += star(x, y, 1.4, "FFDE00", turn=turn)
    return drawn


def taiwan() -> str:
    """Draw the flag of Taiwan."""
    drawn = box(0, 0, 36, 26, "FE0000") + box(0, 0, 18, 13, "000095")
    return (
        drawn
        + star(9, 6.5, 4.9, "FFFFFF", 12, inner=0.55)
        + disc(9, 6.5, 2.9, "000095")
        + disc(9, 6.5, 2.5, "FFFFFF")
    )


def canada() -> str:
    """Draw the flag of Canada."""
    leaf = (
        "M18 4.5l1.6 3 1.9-1-.8 4.2 2.2-2.2.5 1.3 2.6-.4-.9 2.6 1.1.7-4.4 3.6.5 1.6-3.8-.6.1 4.2"
        "h-1.2l.1-4.2-3.8.6.5-1.6-4.4-3.6 1.1-.7-.9-2.6 2.6.4.5-1.3 2.2 2.2-.8-4.2 1.9 1z"
    )
    return (
        upright(("D80621", 1), ("FFFFFF", 2), ("D80621", 1)) + f'<path d="{leaf}" fill="#D80621"/>'
    )


def brazil() -> str:
    """Draw the flag of Brazil."""
    drawn = box(0, 0, 36, 26, "009C3B") + area("FFDF00", (18, 2.6), (33, 13), (18, 23.4), (3, 13))
    band = (
        '<path d="M12.3 11.6a18 18 0 0 1 11.6 3.9" fill="none"'
        ' stroke="#FFFFFF" stroke-width="1.3"/>'
    )
    return drawn + disc(18, 13, 6, "002776") + band


def philippines() -> str:
    """Draw the flag of Philippines."""
    drawn = across("0038A8", "CE1126") + hoist("FFFFFF", 19)
    drawn += star(6.2, 13, 3.8, "FCD116", 8, inner=0.5) + disc(6.2, 13, 2, "FCD116")
    for x, y in ((1.8, 4), (1.8, 22), (14.8, 13)):
        drawn += star(x, y, 1.3, "FCD116")
    return drawn


def australia() -> str:
    """Draw the flag of Australia."""
    drawn = box(0, 0, 36, 26, "012169") + union(18, 13, "012169")
    drawn += star(9, 19.5, 3.4, "FFFFFF", 7, inner=0.45)
    cross = ((27, 21.5, 2), (22.6, 12, 2), (27, 4.6, 2), (31.2, 10, 2), (28.6, 14.4, 1.2))
    return drawn + "".join(star(x, y, r, "FFFFFF", 7, inner=0.45) for x, y, r in cross)


def new_zealand() -> str:
    """Draw the flag of New Zealand."""
    drawn = box(0, 0, 36, 26, "012169") + union(18, 13, "012169")
    cross = ((27, 21, 2.2), (22.8, 11.6, 2), (27, 5, 2), (31.2, 10, 1.8))
    for x, y, r in cross:
        drawn += star(x, y, r, "FFFFFF") + star(x, y, r * 0.68, "C8102E")
    return drawn


def hong_kong() -> str:
    """Draw the flag of Hong Kong."""
    petal = "M18 13c-3.6-1.6-3.4-6.6.4-7.8 1.6 1.4.6 3.2.3 4.4-.3 1.3-.1 2.3-.7 3.4z"
    petals = "".join(
        f'<path d="{petal}" fill="#FFFFFF" transform="rotate({turn} 18 13)"/>'
        for turn in range(0, 360, 72)
    )
    return box(0, 0, 36, 26, "DE2910") + petals


def malaysia() -> str:
    """Draw the flag of Malaysia."""
    height = HEIGHT / 14
    drawn = "".join(
        box(0, row * height, WIDTH, height, "CC0001" if row % 2 == 0 else "FFFFFF")
        for row in range(14)
    )
    drawn += box(0, 0, 18, height * 8, "010066")
    drawn += crescent(7.2, 7.4, 4.6, "FFCC00", "010066", 1.5)
    return drawn + star(12, 7.4, 3.6, "FFCC00", 14, inner=0.5)


def singapore() -> str:
    """Draw the flag of Singapore."""
    drawn = across("EF3340", "FFFFFF") + crescent(8, 6.5, 4.6, "FFFFFF", "EF3340", 1.8)
    for step in range(5):
        angle = step * 2 * pi / 5 - pi / 2
        drawn += star(11.4 + cos(angle) * 2.2, 6.5 + sin(angle) * 2.2, 0.95, "FFFFFF")
    return drawn


def turkiye() -> str:
    """Draw the flag of Turkiye."""
    drawn = box(0, 0, 36, 26, "E30A17") + crescent(13, 13, 6.5, "FFFFFF", "E30A17", 1.7)
    return drawn + star(20.4, 13, 3.2, "FFFFFF", turn=-pi / 10)


def kazakhstan() -> str:
    """Draw the flag of Kazakhstan."""
    drawn = box(0, 0, 36, 26, "00AFCA") + star(20, 11, 6, "FEC50C", 24, inner=0.75)
    drawn += disc(20, 11, 3.6, "FEC50C")
    drawn += '<path d="M12.4 15.5q7.6 7.6 15.2 0q-2.4 5.4-7.6 5.4t-7.6-5.4z" fill="#FEC50C"/>'
    marks = "".join(
        area("FEC50C", (1.5, y), (3.5, y + 1.6), (1.5, y + 3.2), (2.3, y + 1.6))
        for y in range(1, 24, 4)
    )
    return drawn + marks


def belarus() -> str:
    """Draw the flag of Belarus."""
    drawn = across(("CE1720", 2), ("007C30", 1)) + box(0, 0, 5, 26, "FFFFFF")
    for row in range(4):
        drawn += area(
            "CE1720",
            (2.5, row * 6.5 + 0.4),
            (4.6, row * 6.5 + 3.2),
            (2.5, row * 6.5 + 6.1),
            (0.4, row * 6.5 + 3.2),
        )
    return drawn


def israel() -> str:
    """Draw the flag of Israel."""
    drawn = box(0, 0, 36, 26, "FFFFFF") + box(0, 3, 36, 4, "0038B8") + box(0, 19, 36, 4, "0038B8")
    for turn in (0, 180):
        drawn += (
            '<polygon points="18,8.6 21.8,15.2 14.2,15.2" fill="none" stroke="#0038B8"'
            f' stroke-width="0.9" transform="rotate({turn} 18 13)"/>'
        )
    return drawn


def portugal() -> str:
    """Draw the flag of Portugal."""
    drawn = upright(("006600", 2), ("FF0000", 3)) + disc(14.4, 13, 5, "FFE000")
    return drawn + box(12, 9.6, 4.8, 6.2, "FF0000") + box(13.1, 10.6, 2.6, 4, "FFFFFF")


def greece() -> str:
    """Draw the flag of Greece."""
    height = HEIGHT / 9
    drawn = "".join(
        box(0, row * height, WIDTH, height, "0D5EAF" if row % 2 == 0 else "FFFFFF")
        for row in range(9)
    )
    side = height * 5
    drawn += box(0, 0, side, side, "0D5EAF")
    return (
        drawn
        + box(0, height * 2, side, height, "FFFFFF")
        + box(height * 2, 0, height, side, "FFFFFF")
    )


def _shield(x: float, y: float, ground: str, edge: str) -> str:
    path = f"M{x} {y}h9v6q0 5-4.5 7q-4.5-2-4.5-7z"
    return f'<path d="{path}" fill="#{ground}" stroke="#{edge}" stroke-width="0.8"/>'


def slovakia() -> str:
    """Draw the flag of Slovakia."""
    drawn = across("FFFFFF", "0B4EA2", "EE1C25") + _shield(5, 7, "EE1C25", "FFFFFF")
    drawn += box(9, 8.6, 1.1, 7.4, "FFFFFF") + box(7.6, 9.8, 3.9, 1, "FFFFFF")
    return drawn + box(7, 12, 5.1, 1, "FFFFFF") + disc(9.5, 17.4, 1.9, "0B4EA2")


def serbia() -> str:
    """Draw the flag of Serbia."""
    drawn = across("C6363C", "0C4076", "FFFFFF") + _shield(7, 6.4, "C6363C", "FFFFFF")
    return (
        drawn
        + box(10.9, 8, 1.2, 9, "FFFFFF")
        + box(8.4, 11, 6.2, 1.2, "FFFFFF")
        + disc(11.5, 5, 1.5, "EDB92E")
    )


def croatia() -> str:
    """Draw the flag of Croatia."""
    drawn = across("FF0000", "FFFFFF", "171796") + _shield(13.5, 6.6, "FFFFFF", "FF0000")
    for row in range(5):
        for column in range(5):
            if (row + column) % 2 == 0 and not (row == 4 and column in (0, 4)):
                drawn += box(13.9 + column * 1.64, 7 + row * 2.1, 1.64, 2.1, "FF0000")
    return drawn


def saudi_arabia() -> str:
    """Draw the flag of Saudi Arabia."""
    text = "M8 10q2-3 4 0t4 0t4 0t4 0t4 0M10 7.5q3 2.4 6 0m3 0q3 2.4 6 0"
    drawn = box(0, 0, 36, 26, "006C35")
    drawn += f'<path d="{text}" fill="none" stroke="#FFFFFF" stroke-width="1.3"/>'
    return drawn + box(9, 16.4, 18, 1.1, "FFFFFF") + box(24, 15.2, 1.1, 3.4, "FFFFFF")


def venezuela() -> str:
    """Draw the flag of Venezuela."""
    drawn = across("FFCC00", "00247D", "CF142B")
    for step in range(8):
        angle = pi + pi * (step + 0.5) / 8
        drawn += star(18 + cos(angle) * 6.6, 15.6 + sin(angle) * 5, 0.95, "FFFFFF")
    return drawn


def macao() -> str:
    """Draw the flag of Macao."""
    drawn = box(0, 0, 36, 26, "00785E") + star(18, 5.2, 1.8, "FBD116")
    for x, y in ((13.4, 7), (22.6, 7), (10.4, 10), (25.6, 10)):
        drawn += star(x, y, 1.1, "FBD116")
    drawn += (
        '<path d="M18 8.6q2.6 3 0 8q-2.6-5 0-8zM12.4 11q4 .6 4.6 5.6q-5-.6-4.6-5.6z'
        'M23.6 11q-4 .6-4.6 5.6q5-.6 4.6-5.6z" fill="#FFFFFF"/>'
    )
    return drawn + box(11, 18, 14, 1.2, "FFFFFF") + box(13, 20.2, 10, 1.1, "FFFFFF")


def uruguay() -> str:
    """Draw the flag of Uruguay."""
    height = HEIGHT / 9
    drawn = "".join(
        box(0, row * height, WIDTH, height, "0038A8" if row % 2 else "FFFFFF") for row in range(9)
    )
    drawn += box(0, 0, 14, height * 5, "FFFFFF")
    return drawn + star(7, 7.2, 5.2, "FCD116", 16, inner=0.5) + disc(7, 7.2, 2.7, "FCD116")


def argentina() -> str:
    """Draw the flag of Argentina."""
    sun = star(18, 13, 3.6, "F6B40E", 16, inner=0.55) + disc(18, 13, 1.9, "F6B40E")
    return across("74ACDF", "FFFFFF", "74ACDF") + sun


def mexico() -> str:
    """Draw the flag of Mexico."""
    eagle = (
        '<path d="M18 8.6q3.4.8 2.8 4.6q-.4 2.4-2.8 3.4q-2.6-1-2.9-3.5q-.2-3.2 2.9-4.5z"'
        ' fill="#8C5A2B"/>'
        '<path d="M14 15q4 4.4 8 0" fill="none" stroke="#006847" stroke-width="1"/>'
    )
    return upright("006847", "FFFFFF", "CE1126") + eagle


def spain() -> str:
    """Draw the flag of Spain."""
    drawn = across(("AA151B", 1), ("F1BF00", 2), ("AA151B", 1))
    return (
        drawn
        + box(8, 10, 4.6, 5.4, "AA151B")
        + box(8.7, 10.7, 3.2, 4, "F4E6C8")
        + disc(10.3, 8.9, 1.1, "AA151B")
    )


def peru() -> str:
    """Draw the flag of Peru."""
    return upright("D91023", "FFFFFF", "D91023")


def mongolia() -> str:
    """Draw the flag of Mongolia."""
    drawn = upright("C4272F", "015197", "C4272F") + disc(6, 8.4, 1.9, "F9CF02")
    drawn += area("F9CF02", (6, 3.4), (7.4, 6), (4.6, 6))
    return (
        drawn
        + box(3, 11.4, 1.3, 10.4, "F9CF02")
        + box(7.7, 11.4, 1.3, 10.4, "F9CF02")
        + ring(6, 16.4, 1.3, 0.9, "F9CF02")
    )
