"""Wiki over HTTP: pages, locales, redirects, missing pages."""

from __future__ import annotations

import re

import pytest

from osubrowser.demo.world.community.wiki import Wiki
from tests.demo.conftest import Caller


def test_a_page_in_several_languages(guest: Caller) -> None:
    english, japanese = guest.json("wiki/en/Rules"), guest.json("wiki/ja/Rules")
    assert (english["locale"], english["title"]) == ("en", "Rules")
    assert (japanese["locale"], japanese["title"]) == ("ja", "ルール")
    assert english["available_locales"] == japanese["available_locales"]
    assert {"en", "de", "ja"} <= set(english["available_locales"])
    swedish = guest.json("wiki/sv/Rules")
    assert swedish == english
    assert "sv" not in english["available_locales"]


def test_the_main_page_has_a_layout_of_its_own(guest: Caller) -> None:
    page = guest.json("wiki/en/Main_page")
    assert page["layout"] == "main_page"
    assert page["markdown"].startswith("---\nlayout: main_page\n---\n")
    assert page["subtitle"] is None


def test_a_page_below_another(guest: Caller) -> None:
    page = guest.json("wiki/en/Gameplay/Hit_object")
    assert (page["path"], page["subtitle"], page["title"]) == (
        "Gameplay/Hit_object",
        "Gameplay",
        "Hit object",
    )


@pytest.mark.parametrize(
    ("asked", "right"),
    [
        ("wiki/en/rules", "wiki/en/Rules"),
        ("wiki/DE/Rules", "wiki/de/Rules"),
        ("wiki/en/Mods", "wiki/en/Gameplay/Game_modifier"),
        ("wiki/en/main_page", "wiki/en/Main_page"),
        ("wiki/Rules", "wiki/en/Rules"),
    ],
)
def test_other_addresses_lead_to_the_right_one(guest: Caller, asked: str, right: str) -> None:
    url = f"{guest.server.url}/api/v2/{asked}"
    answer = guest.session.get(url, allow_redirects=False, timeout=20)
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{guest.server.url}/api/v2/{right}"
    assert guest.session.get(url, timeout=20).json() == guest.json(right)


def test_pictures_are_on_the_website(guest: Caller) -> None:
    url = f"{guest.server.url}/api/v2/wiki/en/shared/cursor.png"
    answer = guest.session.get(url, allow_redirects=False, timeout=20)
    assert answer.status_code == 302
    assert "/api/" not in answer.headers["Location"]


def test_a_missing_page_is_an_empty_body(guest: Caller) -> None:
    for path in ("wiki/en/No_such_page", "wiki/No_such_page"):
        answer = guest.get(path)
        assert (answer.status_code, answer.content) == (404, b"")


def test_no_token_is_needed(guest: Caller) -> None:
    guest.session.headers.pop("Authorization")
    assert guest.get("wiki/en/FAQ").status_code == 200


def test_links_lead_to_pages_that_are_there(guest: Caller) -> None:
    wiki, todo, seen = Wiki(), ["Main_page"], set()
    while todo:
        path = todo.pop()
        if path in seen:
            continue
        seen.add(path)
        text = str(wiki.page(path, "en")["markdown"])
        todo += re.findall(r"\]\(/wiki/(?:en/)?([A-Z][^)#]+)\)", text)
        assert wiki.find(path) == (path, False)
    assert len(seen) > 20


def test_searching(guest: Caller) -> None:
    found = guest.json("search", mode="wiki_page", query="hit object")["wiki_page"]
    assert found["data"][0]["title"] == "Hit object"
    assert found["total"] == len(found["data"])
    in_german = guest.json("search", mode="wiki_page", query="regeln", locale="de")["wiki_page"]
    assert in_german["data"][0]["locale"] == "de"
    assert guest.json("search", mode="wiki_page", query="qqqq")["wiki_page"]["total"] == 0
