"""What the real server answered is what the window shows: names and figures, exactly."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import ANSWERS, Server
from tests.e2e.conftest import Browser


def recorded(name: str) -> Any:
    """The body that the server of recorded responses sends."""
    return json.loads((ANSWERS / "v2" / name).read_bytes())


@pytest.fixture
def browser(
    start: Callable[..., Browser], recorded_server: Server, monkeypatch: pytest.MonkeyPatch
) -> Browser:
    """The window on the recorded server, signed in as a guest."""
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", recorded_server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", recorded_server.client_secret)
    return start("--server", recorded_server.url)


def grouped(number: float) -> str:
    return f"{number:,}"


def test_the_performance_ranking(browser: Browser) -> None:
    browser.wait_for_rows()
    entries = recorded("get_rankings_200.json")["ranking"]
    assert len(entries) == 50
    for row, entry in enumerate(entries):
        texts = browser.texts(row)
        grades = entry["grade_counts"]
        assert texts["rank"] == f"#{row + 1}"
        assert texts["player"] == entry["user"]["username"]
        assert texts["accuracy"] == f"{entry['hit_accuracy']:.4f}%"
        assert texts["play_count"] == grouped(entry["play_count"])
        assert texts["pp"] == f"{entry['pp']:,.2f}"
        assert texts["ranked_score"] == grouped(entry["ranked_score"])
        assert texts["total_score"] == grouped(entry["total_score"])
        assert texts["ss"] == grouped(grades["ss"] + grades["ssh"])
        assert texts["s"] == grouped(grades["s"] + grades["sh"])
        assert texts["a"] == grouped(grades["a"])


def test_the_country_ranking(browser: Browser) -> None:
    browser.wait_for_rows()
    browser.go("osu.ppy.sh/rankings/taiko/country")
    browser.wait(lambda: browser.rankings.place.type == "country")
    browser.wait_for_rows()
    for row, entry in enumerate(recorded("rankings_taiko_country.json")["ranking"]):
        texts = browser.texts(row)
        assert texts["country"] == entry["country"]["name"]
        assert texts["active_users"] == grouped(entry["active_users"])
        assert texts["play_count"] == grouped(entry["play_count"])
        assert texts["ranked_score"] == grouped(entry["ranked_score"])
        assert texts["performance"] == grouped(entry["performance"])


def test_the_mania_score_ranking(browser: Browser) -> None:
    browser.wait_for_rows()
    browser.go("https://osu.ppy.sh/rankings/mania/score")
    browser.wait(lambda: browser.rankings.place.mode == "mania")
    browser.wait_for_rows()
    for row, entry in enumerate(recorded("rankings_mania_score.json")["ranking"]):
        texts = browser.texts(row)
        assert texts["player"] == entry["user"]["username"]
        assert texts["ranked_score"] == grouped(entry["ranked_score"])
        assert texts["pp"] == f"{entry['pp']:,.2f}"


def test_a_spotlight_with_its_beatmaps(browser: Browser) -> None:
    browser.wait_for_rows()
    browser.go("osu.ppy.sh/rankings/osu/charts")
    browser.wait(lambda: browser.rankings.place.type == "charts")
    browser.wait_for_rows()
    body = recorded("rankings_osu_charts.json")
    assert browser.rankings.model.rowCount() == len(body["ranking"]) == 40
    assert browser.texts(0)["player"] == body["ranking"][0]["user"]["username"]
    assert browser.texts(39)["ranked_score"] == grouped(body["ranking"][39]["ranked_score"])
    shown = browser.rankings.spotlight
    assert shown.isVisible()
    assert shown.name.text() == body["spotlight"]["name"]
    titles = [card.title for card in shown.strip.cards]
    assert titles == [s["title"] for s in body["beatmapsets"]]


def test_a_refused_ranking_is_a_sentence(browser: Browser) -> None:
    """The server of recorded responses knows no kudosu ranking: it answers 404."""
    browser.wait_for_rows()
    browser.go("osu.ppy.sh/rankings/osu/kudosu")
    browser.wait(lambda: browser.rankings.failure is not None)
    assert browser.rankings.rows.panel_text.endswith(".")


def test_a_wrong_secret_is_a_sentence_and_the_way_in(
    start: Callable[..., Browser], recorded_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", recorded_server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", "wrong")
    browser = start("--server", recorded_server.url)
    browser.wait(lambda: browser.window.message_bar.isVisible())
    assert browser.window.navigator.is_welcome
    assert "osu! does not accept" in browser.window.message_bar.text
