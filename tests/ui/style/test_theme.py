"""The theme: the ramp as the design has it, readable text in both schemes, icons that are sharp."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QImage, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from osubrowser.resources import resource_path
from osubrowser.ui.style import icons
from osubrowser.ui.style.colours import GRADES, MODS, STATUS, ink_on, readable
from osubrowser.ui.style.theme import (
    BODY_SIZE,
    DEFAULT_HUE,
    Theme,
    contrast,
    figure_font,
    ramp,
    stars_colour,
    stars_text_colour,
    title_font,
)

ICONS = sorted(p.stem for p in resource_path("icons").glob("*.svg") if p.stem != "osubrowser")


@pytest.mark.parametrize(
    ("name", "saturation", "lightness"),
    [
        ("background6", 10, 10),
        ("background1", 10, 40),
        ("foreground", 10, 60),
        ("content1", 40, 100),
        ("light4", 40, 50),
        ("dark1", 20, 35),
        ("highlight", 100, 70),
    ],
)
def test_the_dark_ramp_is_the_design_s(name: str, saturation: int, lightness: int) -> None:
    colour: QColor = getattr(ramp(333, is_dark=True), name)
    assert 0 <= round(colour.lightnessF() * 100) - lightness <= 2  # more where contrast needs it
    if lightness < 100:
        assert abs(colour.hslSaturationF() * 100 - saturation) <= 1
        assert abs(colour.hslHueF() * 360 - 333) <= 2


PAPER = ("background6", "background5", "background4")
TEXTS = {
    "content1": (*PAPER, "background3", "background2", "selection", "dark1", "dark6"),
    "content2": (*PAPER, "background3", "background2", "selection", "dark3", "dark6"),
    "foreground": PAPER,
    "light1": (*PAPER, "background3", "background2", "selection"),
    "light2": (*PAPER, "background3"),
    "light3": PAPER,
    "good": PAPER,
    "bad": PAPER,
    "warning": PAPER,
    "on_highlight": ("highlight", "light1", "light3"),
}
"""Colours of text, and the backgrounds that it is painted on."""
EDGES = {
    "highlight": (*PAPER, "background3", "selection"),
    "edge": PAPER,
    "light2": PAPER,
}
"""Colours of borders, focus rings and symbols, and what they are painted on."""


@pytest.mark.parametrize("is_dark", [True, False])
@pytest.mark.parametrize("needs", [(TEXTS, 4.5), (EDGES, 3.0)], ids=["texts", "edges"])
def test_every_hue_is_readable(
    needs: tuple[dict[str, tuple[str, ...]], float], is_dark: bool
) -> None:
    pairs, least = needs
    low = {
        (ink, ground, hue): round(ratio, 2)
        for hue in range(360)
        for colours in [ramp(hue, is_dark=is_dark)]
        for ink, grounds in pairs.items()
        for ground in grounds
        if (ratio := contrast(getattr(colours, ink), getattr(colours, ground))) < least
    }
    assert low == {}


def test_text_on_the_colours_of_the_game_is_readable() -> None:
    for stars in range(1_200):
        ground = stars_colour(stars / 100)
        assert contrast(stars_text_colour(stars / 100), ground) >= 4.5, stars
    for name in (*STATUS.values(), *MODS.values(), *GRADES.values()):
        assert contrast(ink_on(name), QColor(name)) >= 4.5, name


def test_a_colour_is_changed_until_it_is_readable_and_no_further() -> None:
    white, black = QColor("white"), QColor("black")
    assert readable(black, [white]) == black
    assert readable(black, [black]) != black
    grey = readable(QColor("#888888"), [white])
    assert 4.5 <= contrast(grey, white) < 4.8
    assert readable(QColor("#808080"), [QColor("#909090")], 7) == QColor("black")


@pytest.mark.parametrize(
    ("stars", "name"),
    [
        (-1.0, "#aaaaaa"),
        (0.0, "#aaaaaa"),
        (float("nan"), "#aaaaaa"),
        (0.1, "#4290fb"),
        (2.0, "#4fffd5"),
        (3.3, "#f6f05c"),
        (6.7, "#6563de"),
        (8.99, "#010007"),
        (9.0, "#000000"),
        (300.0, "#000000"),
    ],
)
def test_stars_have_their_colours(stars: float, name: str) -> None:
    got = stars_colour(stars)
    want = QColor(name)
    assert max(abs(got.red() - want.red()), abs(got.blue() - want.blue())) <= 12
    assert abs(got.green() - want.green()) <= 12


def test_stars_between_two_steps_are_mixed_in_light_not_in_numbers() -> None:
    middle = stars_colour((3.3 + 4.2) / 2)
    plain_mean = (0xF0 + 0x80) // 2
    assert middle.green() > plain_mean + 3


def test_the_text_of_stars_is_the_design_s_where_it_can_be_read() -> None:
    assert stars_text_colour(6.4).name() == "#000000"
    assert stars_text_colour(6.6).name() == "#ffffff"
    assert stars_text_colour(7.2).name() == "#ffd966"


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[Theme]:
    palette, font = qapp.palette(), qapp.font()
    theme = Theme("dark")
    theme.apply(qapp)
    yield theme
    theme.set_choice("system")
    qapp.styleHints().colorSchemeChanged.disconnect(theme._on_system_scheme_changed)
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_the_application_wears_the_scheme(dressed: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    def window() -> QColor:
        return qapp.palette().color(QPalette.ColorRole.Window)

    assert window() == dressed.colours(DEFAULT_HUE).background6
    sheet = dressed.stylesheet(125)
    with qtbot.waitSignal(dressed.changed):
        dressed.set_choice("light")
    assert not dressed.is_dark
    assert window().lightness() > 200
    assert dressed.stylesheet(125) != sheet
    with qtbot.assertNotEmitted(dressed.changed):
        dressed.set_choice("light")
    dressed.set_choice("dark")
    assert dressed.stylesheet(125) == sheet


def test_an_unknown_choice_is_refused() -> None:
    with pytest.raises(ValueError, match="no such theme"):
        Theme("dark").set_choice("pink")  # type: ignore[arg-type]


def test_fonts(dressed: Theme, qapp: QApplication) -> None:
    assert qapp.font().pixelSize() == BODY_SIZE
    assert "Noto Sans CJK JP" in qapp.font().families()
    assert title_font(28).pixelSize() == 28
    assert QFontInfo(title_font()).weight() >= 600
    assert figure_font().isFeatureSet(figure_font().featureTags()[0])


@pytest.mark.parametrize("is_dark", [True, False])
def test_the_style_sheet_has_no_gaps(is_dark: bool) -> None:
    sheet = Theme("dark" if is_dark else "light").stylesheet(200)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    for path in re.findall(r"url\(([^)]+)\)", sheet):
        assert not QImage(path).isNull(), path


def test_a_style_sheet_is_understood_by_qt(qtbot: QtBot) -> None:
    button = QPushButton("x")
    qtbot.addWidget(button)
    button.setStyleSheet(Theme("dark").stylesheet(125))  # a Qt warning fails the test
    button.setProperty("primary", True)
    button.show()
    middle = button.grab().toImage().pixelColor(6, button.height() // 2)
    assert middle.name() == Theme("dark").colours(125).highlight.name()


@pytest.mark.parametrize("name", ICONS)
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_icons_are_one_family_tinted_and_sharp(qapp: QApplication, name: str, ratio: float) -> None:
    source = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 20 20"' in source
    assert 'stroke-width="1.6"' in source
    image = icons.pixmap(name, QColor("#ff0000"), ratio=ratio).toImage()
    assert image.width() == image.height() == round(20 * ratio)
    drawn = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    ]
    assert drawn
    assert all(colour.red() > 240 and colour.green() < 15 for colour in drawn)


def test_an_icon_that_is_not_there_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("nothing", QColor(Qt.GlobalColor.red))
    assert not icons.application_icon().pixmap(64, 64).isNull()
