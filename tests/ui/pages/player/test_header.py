"""Header of a player: text that is readable on any cover, and flags apart from their text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPixmap
from pytestqt.qtbot import QtBot

from osubrowser.api.entities.users import User
from osubrowser.models.players.profile import Pill, Profile, profile_of
from osubrowser.ui.pages.player.parts.header import PlayerHeader
from osubrowser.ui.style.colours import contrast, ramp

NAME = QRect(138, 26, 90, 24)
PROFILE = profile_of(User(id=2, username="MMMMMM", country_code="AU"), "osu")
NAMES = (None, "#000000", "#0000FF", "#1A1A40", "#FF0000", "#66FF66", "#808080", "#FFFFFF")


@pytest.fixture
def header(qtbot: QtBot) -> PlayerHeader:
    header = PlayerHeader(lambda _: "flag")
    qtbot.addWidget(header)
    header.resize(1000, header.height())
    header.set_colours(ramp(333, is_dark=True))
    header.show()
    qtbot.waitExposed(header)
    return header


def picture_of(header: PlayerHeader, profile: Profile, cover: str) -> QImage:
    def pictures(_url: str, width: int, height: int, _shape: str) -> QPixmap:
        picture = QPixmap(width, height)
        picture.fill(QColor(cover))
        return picture

    header.set_pictures(pictures)
    header.show_profile(profile)
    header.pictures_ready()
    return header.grab().toImage()


def best_contrast(image: QImage, place: QRect, ground: QColor) -> float:
    """Return the contrast of the text of an area, from the pixels that are fully inked."""
    return max(
        contrast(image.pixelColor(x, y), ground)
        for x in range(place.left(), place.right())
        for y in range(place.top(), place.bottom())
    )


@pytest.mark.parametrize("cover", ["#FFFFFF", "#FFFF00", "#808080", "#000000", "#0000FF"])
@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_its_colour_is_readable_on_any_cover(
    header: PlayerHeader, cover: str, name: str | None
) -> None:
    image = picture_of(header, replace(PROFILE, colour=name, cover="cover"), cover)
    for ground in (image.pixelColor(130, NAME.top()), image.pixelColor(130, NAME.bottom())):
        assert best_contrast(image, NAME, ground) >= 4.5


def test_presence_and_previous_names_are_readable_on_a_white_cover(header: PlayerHeader) -> None:
    for is_online in (False, True):
        profile = replace(
            PROFILE,
            cover="cover",
            is_online=is_online,
            presence="MMMM" * 4,
            previous_names="MMMM" * 8,
        )
        image = picture_of(header, profile, "#FFFFFF")
        for place in (QRect(300, 60, 90, 18), QRect(140, 87, 90, 16)):
            ground = image.pixelColor(600, place.center().y())
            assert best_contrast(image, place, ground) >= 4.5, (place, is_online)


@pytest.mark.parametrize("colour", ["#FF66AB", "#996633", "#0066FF", "#777777", "#FFFF00"])
def test_the_text_of_a_group_is_readable_on_its_colour(header: PlayerHeader, colour: str) -> None:
    profile = replace(PROFILE, groups=(Pill("MMMM", colour, "Group"),))
    image = picture_of(header, profile, "#000000")
    row = [image.pixelColor(x, 38) for x in range(NAME.right(), 420)]
    inside = [n for n, pixel in enumerate(row) if pixel == QColor(colour)]
    pill = QRect(NAME.right() + inside[0], 31, inside[-1] - inside[0], 14)

    assert best_contrast(image, pill, QColor(colour)) >= 4.5


def test_a_flag_and_its_country_do_not_touch(header: PlayerHeader) -> None:
    image = picture_of(header, replace(PROFILE, country="MMMM"), "#FF0000")
    button = header.country.geometry()
    middle = button.center().y()
    row = [image.pixelColor(x, middle) for x in range(button.left(), button.right())]
    flag = [n for n, pixel in enumerate(row) if pixel == QColor("#FF0000")]
    after = row[flag[-1] + 1 :]
    gap = next(n for n, pixel in enumerate(after) if contrast(pixel, after[0]) > 1.5)

    assert gap >= 5


def test_the_buttons_are_at_the_right_while_a_player_is_loaded(header: PlayerHeader) -> None:
    header.follow.show_followed(False)
    for is_compact in (False, True):
        header.set_compact(is_compact)
        header.show_profile(None)
        header.resize(1100, header.height())
        assert header.modes.geometry().right() > 1060
        assert header.follow.geometry().right() < header.modes.x()
        assert not header.neighbours.isVisible()
