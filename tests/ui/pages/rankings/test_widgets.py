"""The controls of the rankings page, used with mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.models.rankings.spotlights import BeatmapCard, SpotlightInfo
from osubrowser.services.places.places import RankingsPlace
from osubrowser.ui.pages.rankings.bar import RankingsBar
from osubrowser.ui.pages.rankings.keys import RANK_KEY
from osubrowser.ui.pages.rankings.pickers import SpotlightPicker
from osubrowser.ui.pages.rankings.spotlight_panel import SpotlightPanel
from osubrowser.ui.shell.geometry import SMALLEST
from osubrowser.ui.style.colours import ramp
from osubrowser.ui.widgets.choices import Choice, ChoiceModel, found
from osubrowser.ui.widgets.country_picker import CountryPicker
from osubrowser.ui.widgets.go_to_rank import GoToRank
from osubrowser.ui.widgets.picker import Picker
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import ModeSwitch, Segments
from tests.idle import settle
from tests.ui.gestures import MIDDLE, click, press, write

COLOURS = ramp(125, is_dark=True)
COUNTRIES = [
    ("US", "United States", "1,588,779"),
    ("JP", "Japan", "500,311"),
    ("GB", "United Kingdom", "7"),
    ("CI", "Côte d'Ivoire", "3"),
    ("AX", "Åland Islands", "1"),
]


def flag(code: str) -> str | None:
    return f"flag/{code}"


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)


def typed(picker: Picker, text: str) -> list[str]:
    picker.popup.field.clear()
    write(picker.popup.field, text)
    return [choice.text for choice in picker.popup.shown]


# --- segments and modes ----------------------------------------------------------------------


def test_a_click_chooses_and_tells_once(qtbot: QtBot) -> None:
    row = Segments("Ranking", [("a", "Alpha"), ("b", "Beta & Co")])
    shown(qtbot, row)
    told: list[str] = []
    row.chosen.connect(told.append)
    assert row.current == "a"
    click(row.button("b"))
    click(row.button("b"))
    assert row.current == "b"
    assert told == ["b"]
    assert row.button("b").accessibleName() == "Ranking: Beta & Co"


def test_choosing_in_code_tells_nobody_and_the_next_click_does(qtbot: QtBot) -> None:
    row = Segments("Ranking", [("a", "Alpha"), ("b", "Beta")])
    shown(qtbot, row)
    told: list[str] = []
    row.chosen.connect(told.append)
    row.choose("b")
    row.choose("nothing like it")
    assert row.current == "b"
    assert told == []
    click(row.button("a"))
    assert told == ["a"]


def test_the_arrow_keys_choose_along_the_row(qtbot: QtBot) -> None:
    row = Segments("Ranking", [("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")])
    shown(qtbot, row)
    told: list[str] = []
    row.chosen.connect(told.append)
    row.activateWindow()
    row.button("a").setFocus()
    qtbot.waitUntil(row.button("a").hasFocus)
    press(row.button("a"), Qt.Key.Key_Right)
    assert row.current == "b"
    press(row.button("b"), Qt.Key.Key_Left)
    assert row.current == "a"
    assert told == ["b", "a"]


def test_the_focus_of_a_row_goes_along_with_what_is_chosen_in_code(qtbot: QtBot) -> None:
    row = Segments("Ranking", [("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")])
    shown(qtbot, row)
    row.activateWindow()
    click(row.button("c"))
    qtbot.waitUntil(row.button("c").hasFocus)
    row.choose("a")
    assert row.button("a").hasFocus()
    press(row.button("a"), Qt.Key.Key_Right)
    assert row.current == "b"


def test_a_click_is_told_apart_from_the_arrow_keys(qtbot: QtBot) -> None:
    row = Segments("Ranking", [("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")])
    shown(qtbot, row)
    row.activateWindow()
    told: list[str] = []
    row.chosen.connect(told.append)
    row.clicked.connect(lambda: told.append("click"))
    click(row.button("b"))
    qtbot.waitUntil(lambda: told == ["b", "click"])
    press(row.button("b"), Qt.Key.Key_Right)
    settle()
    assert told == ["b", "click", "c"]


def test_what_was_brought_in_stays_in_view_when_the_row_grows(qtbot: QtBot) -> None:
    row = Segments("Ranking", [(key, f"Label {key}") for key in "abcdef"])
    strip = ScrollStrip(row)
    strip.resize(row.sizeHint().width() + 4, 32)
    shown(qtbot, strip)
    strip.activateWindow()
    row.button("f").setFocus()
    qtbot.waitUntil(row.button("f").hasFocus)
    strip.bring_in(row.button("f"))
    for key in "abcde":
        row.set_label(key, f"Label {key} 3,692")
    strip.fit()
    button = row.button("f")

    def is_in_view() -> bool:
        region = button.visibleRegion().boundingRect()
        return bool(region.width() == button.width())

    qtbot.waitUntil(is_in_view)


def test_a_label_that_is_chosen_has_room_to_be_drawn_stronger(qtbot: QtBot) -> None:
    row = Segments("Ranking", [("a", "Performance"), ("b", "Spotlights")])
    row.set_colours(COLOURS)
    shown(qtbot, row)
    for key in ("a", "b"):
        button = row.button(key)
        row.choose(key)
        font = button.font()
        font.setBold(True)
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())


def test_key_counts_are_there_for_mania_only(qtbot: QtBot) -> None:
    switch = ModeSwitch()
    shown(qtbot, switch)
    told: list[tuple[str, str | None]] = []
    switch.chosen.connect(lambda mode, variant: told.append((mode, variant)))
    assert not switch.variants.isVisible()
    click(switch.modes.button("mania"))
    assert switch.variants.isVisible()
    click(switch.variants.button("7k"))
    click(switch.modes.button("taiko"))
    assert not switch.variants.isVisible()
    assert told == [("mania", None), ("mania", "7k"), ("taiko", None)]
    switch.choose("mania", "4k", with_variants=False)
    assert not switch.variants.isVisible()
    assert len(told) == 3


# --- finding by typing -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("", ["United States", "Japan", "United Kingdom", "Côte d'Ivoire", "Åland Islands"]),
        ("jp", ["Japan"]),
        ("uni", ["United States", "United Kingdom"]),
        ("KING", ["United Kingdom"]),
        ("cote", ["Côte d'Ivoire"]),
        ("aland", ["Åland Islands"]),
        ("united king", ["United Kingdom"]),
        ("ÅLAND", ["Åland Islands"]),
        ("ｊａｐａｎ", ["Japan"]),
        ("atlantis", []),
    ],
)
def test_typing_finds_by_name_by_code_and_without_accents(words: str, names: list[str]) -> None:
    choices = [Choice(code, name, also=code) for code, name, _ in COUNTRIES]
    assert [choice.text for choice in found(choices, words)] == names


def test_a_code_and_a_beginning_come_before_what_only_contains_the_word() -> None:
    choices = [Choice("a", "Tomania"), Choice("b", "Manila"), Choice("c", "Isle of Man")]
    choices.append(Choice("d", "Somewhere", also="man"))
    assert [choice.key for choice in found(choices, "man")] == ["d", "b", "c", "a"]


def test_a_choice_says_its_words_to_a_screen_reader(qapp: QApplication) -> None:
    model = ChoiceModel()
    model.set_choices([Choice("JP", "Japan", "500,311")])
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Japan"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "500,311"
    assert model.row_of("JP") == 0
    assert model.row_of("XX") == -1


# --- pickers ---------------------------------------------------------------------------------


@pytest.fixture
def countries(qtbot: QtBot) -> CountryPicker:
    picker = CountryPicker(flag)
    picker.set_colours(COLOURS)
    shown(qtbot, picker)
    return picker


def test_countries_are_asked_for_when_the_list_is_first_opened(
    qtbot: QtBot, countries: CountryPicker
) -> None:
    asked: list[bool] = []
    countries.choices_requested.connect(lambda: asked.append(True))
    click(countries)
    assert asked == [True]
    assert countries.popup.note.text() == "Loading the list …"
    assert not countries.popup.lines.isVisible()
    countries.set_countries(COUNTRIES)
    assert countries.popup.lines.isVisible()
    countries.popup.hide()
    countries.open_popup()
    assert asked == [True]
    countries.popup.hide()


def test_a_country_is_chosen_by_typing_and_enter(qtbot: QtBot, countries: CountryPicker) -> None:
    told: list[str] = []
    countries.chosen.connect(told.append)
    countries.set_countries(COUNTRIES)
    countries.open_popup()
    assert typed(countries, "united") == ["United Kingdom", "United States"]
    press(countries.popup.field, Qt.Key.Key_Down)
    press(countries.popup.field, Qt.Key.Key_Return)
    assert told == ["US"]
    assert countries.current.text == "United States"
    assert countries.current.picture == "flag/US"
    assert countries.accessibleName() == "Country: United States"
    assert not countries.popup.isVisible()


def test_the_list_is_by_name_with_all_and_ones_own_country_first(
    qtbot: QtBot, countries: CountryPicker
) -> None:
    countries.set_countries(COUNTRIES, own="JP")
    names = [choice.text for choice in countries.popup.shown]
    assert names[:3] == ["All countries", "Japan", "Côte d'Ivoire"]
    marked = [c.key for c in countries.popup.shown if c.detail.startswith("Your country")]
    assert marked == ["JP"]
    assert len(names) == len(COUNTRIES) + 1


def test_a_click_on_a_line_chooses_it_and_the_same_again_tells_nobody(
    qtbot: QtBot, countries: CountryPicker
) -> None:
    told: list[str] = []
    countries.chosen.connect(told.append)
    countries.set_countries(COUNTRIES)
    for _ in range(2):
        countries.open_popup()
        lines = countries.popup.lines
        row = next(n for n, c in enumerate(countries.popup.shown) if c.key == "JP")
        where = lines.visualRect(lines.model().index(row, 0)).center()
        click(lines.viewport(), at=where)
    assert told == ["JP"]
    countries.open_popup()
    typed(countries, "all countries")
    press(countries.popup.field, Qt.Key.Key_Return)
    assert told == ["JP", ""]


def test_what_is_not_there_is_said_and_enter_does_nothing(
    qtbot: QtBot, countries: CountryPicker
) -> None:
    told: list[str] = []
    countries.chosen.connect(told.append)
    countries.set_countries(COUNTRIES)
    countries.open_popup()
    assert typed(countries, "<b>atlantis") == []
    assert countries.popup.note.text() == "Nothing here is called “<b>atlantis”."
    assert countries.popup.note.textFormat() is Qt.TextFormat.PlainText
    press(countries.popup.field, Qt.Key.Key_Return)
    assert told == []
    countries.popup.field.clear()
    assert countries.popup.lines.isVisible()
    countries.popup.hide()


def test_a_list_that_did_not_come_says_so_and_retry_asks_again(
    qtbot: QtBot, countries: CountryPicker
) -> None:
    asked: list[bool] = []
    countries.choices_requested.connect(lambda: asked.append(True))
    countries.open_popup()
    countries.set_failed("osu! cannot be reached. No list came.")
    assert countries.popup.note.text() == "osu! cannot be reached. No list came."
    assert countries.popup.retry.isVisible()
    click(countries.popup.retry)
    assert len(asked) == 2
    assert not countries.popup.retry.isVisible()
    countries.set_countries(COUNTRIES)
    assert countries.popup.lines.isVisible()
    countries.popup.hide()


def test_a_country_from_an_address_gets_its_name_when_it_is_known(
    qtbot: QtBot, countries: CountryPicker
) -> None:
    countries.show_country("JP")
    assert countries.current.text == "JP"
    countries.learn_name("JP", "Japan")
    assert countries.current.text == "Japan"
    countries.show_country(None)
    assert countries.current.text == "All countries"


def test_flags_are_asked_for_only_where_they_are_seen(
    qtbot: QtBot, countries: CountryPicker
) -> None:
    asked: list[str] = []

    def pictures(url: str, width: int, height: int, shape: str) -> QPixmap | None:
        asked.append(url)
        pixmap = QPixmap(width, height)
        pixmap.fill(QColor("red"))
        return pixmap

    countries.set_pictures(pictures)
    many = [(f"{chr(65 + n // 26)}{chr(65 + n % 26)}", f"Land {n:03}", "1") for n in range(200)]
    countries.set_countries(many)
    countries.open_popup()
    countries.popup.grab()
    assert 0 < len(set(asked)) < 40
    countries.popup.hide()


def test_a_spotlight_is_shown_by_name_as_soon_as_one_knows_it(qtbot: QtBot) -> None:
    picker = SpotlightPicker()
    shown(qtbot, picker)
    told: list[str] = []
    picker.chosen.connect(told.append)
    assert picker.current.text == "Newest spotlight"
    picker.show_spotlight(271)
    assert picker.current.text == "Spotlight 271"
    picker.set_spotlights(
        [(276, "Winter 2020", "9 Apr 2020"), (271, "Autumn <i>2019</i>", "17 Jan 2020")]
    )
    assert picker.current.text == "Autumn <i>2019</i>"
    assert "<i>" not in picker.toolTip()
    picker.open_popup()
    assert typed(picker, "winter") == ["Winter 2020"]
    press(picker.popup.field, Qt.Key.Key_Return)
    assert told == ["276"]


# --- a rank ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "ranks"),
    [("7412", [7412]), ("#7,412", [7412]), ("7 412", [7412]), ("0", []), ("abc", []), ("", [])],
)
def test_a_rank_is_read_however_it_is_written(qtbot: QtBot, text: str, ranks: list[int]) -> None:
    field = GoToRank(RANK_KEY)
    shown(qtbot, field)
    told: list[int] = []
    field.rank_requested.connect(told.append)
    write(field, text)
    press(field, Qt.Key.Key_Return)
    assert told == ranks


@pytest.mark.parametrize("text", ["abc", "0", "#", "-5", "7412nd"])
def test_what_is_no_rank_is_said(qtbot: QtBot, text: str) -> None:
    field = GoToRank(RANK_KEY)
    shown(qtbot, field)
    ranks: list[int] = []
    field.rank_requested.connect(ranks.append)
    write(field, text)
    with qtbot.waitSignal(field.refused) as refused:
        press(field, Qt.Key.Key_Return)
    assert refused.args == [f"“{text}” is no rank: type a number from 1, such as 7,412."]
    assert ranks == []
    assert field.text() == text


def test_escape_empties_the_field_of_ranks(qtbot: QtBot) -> None:
    field = GoToRank(RANK_KEY)
    shown(qtbot, field)
    write(field, "74")
    press(field, Qt.Key.Key_Escape)
    assert field.text() == ""


# --- the bar ---------------------------------------------------------------------------------


@pytest.fixture
def bar(qtbot: QtBot) -> RankingsBar:
    bar = RankingsBar(flag)
    bar.set_colours(COLOURS)
    shown(qtbot, bar)
    return bar


PLACES = [
    RankingsPlace(),
    RankingsPlace("mania", "performance", country="JP", variant="7k", filter="friends", page=9),
    RankingsPlace("fruits", "score", country="US"),
    RankingsPlace("taiko", "country"),
    RankingsPlace("taiko", "charts", spotlight=271, filter="friends"),
    RankingsPlace("mania", "team"),
    RankingsPlace(type="kudosu"),
]


@pytest.mark.parametrize("place", PLACES)
def test_showing_a_place_puts_the_controls_right_and_asks_for_nothing(
    bar: RankingsBar, place: RankingsPlace
) -> None:
    asked: list[RankingsPlace] = []
    bar.place_requested.connect(asked.append)
    bar.show_place(place)
    assert asked == []
    assert bar.types.current == place.type
    of_players = place.type in ("performance", "score")
    assert bar.countries.isVisible() == of_players
    assert bar.whom.isVisible() == (of_players or place.type == "charts")
    assert bar.spotlights.isVisible() == (place.type == "charts")
    assert bar.modes.isVisible() == (place.type != "kudosu")
    assert bar.modes.variants.isVisible() == (of_players and place.mode == "mania")
    if of_players:
        assert (bar.countries.current.key or None) == place.country
        assert bar.whom.current == place.filter


def test_each_control_changes_one_thing_and_goes_to_the_first_page(
    qtbot: QtBot, bar: RankingsBar
) -> None:
    asked: list[RankingsPlace] = []
    bar.place_requested.connect(asked.append)
    start = RankingsPlace("mania", country="JP", page=7)
    for button, expected in (
        (bar.types.button("score"), RankingsPlace("mania", "score", country="JP")),
        (bar.types.button("team"), RankingsPlace("mania", "team")),
        (bar.modes.modes.button("taiko"), RankingsPlace("taiko", country="JP")),
        (bar.modes.variants.button("4k"), RankingsPlace("mania", country="JP", variant="4k")),
        (bar.whom.button("friends"), RankingsPlace("mania", country="JP", filter="friends")),
    ):
        bar.show_place(start)
        click(button)
        assert asked[-1] == expected
    assert len(asked) == 5


def test_the_bar_fits_into_the_smallest_window(qtbot: QtBot, bar: RankingsBar) -> None:
    for place in PLACES:
        bar.show_place(place)
        assert bar.minimumSizeHint().width() <= SMALLEST.width() - 24


def test_the_focus_of_a_control_that_goes_away_is_given_up(qtbot: QtBot, bar: RankingsBar) -> None:
    lost: list[bool] = []
    bar.focus_lost.connect(lambda: lost.append(True))
    bar.countries.setFocus()
    qtbot.waitUntil(bar.countries.hasFocus)
    bar.show_place(RankingsPlace(country="JP"))
    assert lost == []
    bar.show_place(RankingsPlace(type="kudosu"))
    assert lost == [True]


def test_the_filter_tells_each_letter_and_escape_leaves_it(qtbot: QtBot, bar: RankingsBar) -> None:
    told: list[str] = []
    left: list[bool] = []
    bar.filter.textChanged.connect(told.append)
    bar.filter.left.connect(lambda: left.append(True))
    write(bar.filter, "pe")
    assert told == ["p", "pe"]
    bar.filter.show_text("again")
    assert told == ["p", "pe"]
    press(bar.filter, Qt.Key.Key_Escape)
    assert told[-1] == ""
    assert left == [True]


# --- spotlights ------------------------------------------------------------------------------


def card(number: int, title: str = "春竜 ～Haryu～") -> BeatmapCard:
    return BeatmapCard(
        number,
        number * 10,
        title,
        "あず♪",
        "milr_",
        f"cover/{number}",
        (2.1, 6.17),
        "★ 6.17",
        f"card {number}",
    )


@pytest.fixture
def panel(qtbot: QtBot) -> SpotlightPanel:
    panel = SpotlightPanel(COLOURS)
    qtbot.addWidget(panel)
    panel.set_colours(COLOURS)
    panel.resize(700, 140)
    return panel


def test_the_panel_takes_no_room_until_there_is_a_spotlight(panel: SpotlightPanel) -> None:
    assert panel.isHidden()
    panel.show_info(SpotlightInfo(1, "<b>Winter</b>", "26,085 players", (card(1),)))
    assert not panel.isHidden()
    assert panel.name.text() == "<b>Winter</b>"
    assert panel.name.textFormat() is Qt.TextFormat.PlainText
    panel.show_info(None)
    assert panel.isHidden()


def test_cards_open_by_click_by_enter_and_aside_by_a_middle_click(
    qtbot: QtBot, panel: SpotlightPanel
) -> None:
    panel.show_info(SpotlightInfo(1, "Winter", "", (card(1), card(2))))
    qtbot.waitExposed(panel)
    told: list[tuple[int, str]] = []
    panel.opened.connect(lambda card, how: told.append((card.id, how)))
    strip = panel.strip
    where = strip.visualRect(strip.model().index(1, 0)).center()
    click(strip.viewport(), at=where)
    click(strip.viewport(), MIDDLE, where)
    press(strip, Qt.Key.Key_Left)
    press(strip, Qt.Key.Key_Return)
    assert told == [(2, "here"), (2, "background"), (1, "here")]
    beyond = QPoint(690, 5)
    click(strip.viewport(), at=beyond)
    assert len(told) == 3


def test_only_covers_that_are_seen_are_asked_for(qtbot: QtBot, panel: SpotlightPanel) -> None:
    asked: set[str] = set()

    def pictures(url: str, width: int, height: int, shape: str) -> QPixmap | None:
        asked.add(url)
        return None

    panel.set_pictures(pictures)
    panel.show_info(SpotlightInfo(1, "Winter", "", tuple(card(n) for n in range(1, 31))))
    panel.grab()
    assert 0 < len(asked) <= 5


def test_a_card_says_all_of_itself_to_a_screen_reader(panel: SpotlightPanel) -> None:
    panel.show_info(SpotlightInfo(1, "Winter", "", (card(1),)))
    index = panel.strip.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "card 1"
