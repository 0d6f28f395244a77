"""Wiki pages ready to be shown: notices, languages, path, text; recorded and made answers."""

from __future__ import annotations

import re

import pytest

from osubrowser.api.entities.wiki import WikiPage
from osubrowser.models.wiki.languages import NAMES, language_of
from osubrowser.models.wiki.wiki_page import WikiSubject, name_of, split_key, wiki_subject
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.places.url_parts import LOCALES
from osubrowser.services.places.urls import address, parse
from tests.conftest import raw_answer


def subject(markdown: str = "text", *, asked: str = "en", **fields: object) -> WikiSubject:
    known = {"path": "A/B_c", "title": "B c", "locale": "en", "available_locales": ["en"]}
    page = WikiPage(**(known | {"markdown": markdown} | fields))  # type: ignore[arg-type]
    return wiki_subject(page, asked, "A/B_c")


def test_a_page_has_its_path_and_no_second_title() -> None:
    found = subject("---\ntags:\n  - x\n---\n\n# B c\n\n## Part\n")
    assert found.title == "B c"
    assert [text for text, _ in found.crumbs] == ["A"]
    assert found.crumbs[0][1] == ThingPlace("wiki", "en/A")
    assert found.html.split() == ["<h2", 'id="part">Part</h2>']
    other = subject("# Another title\n\ntext")
    assert "Another title" in other.html


@pytest.mark.parametrize(
    ("front", "word"),
    [
        ("stub: true", "stub"),
        ("outdated: true", "out of date"),
        ("outdated_since: 0123456789abcdef", "out of date"),
        ("needs_cleanup: true", "tidied"),
        ("no_native_review: true", "native speaker"),
    ],
)
def test_what_is_wrong_with_a_page_is_said_above_it(front: str, word: str) -> None:
    assert word in subject(f"---\n{front}\n---\ntext").html
    assert word not in subject(f"---\n{front.replace('true', 'false')[:9]}\n---\ntext").html


def test_a_page_that_is_not_translated_says_so_and_keeps_the_language_asked_for() -> None:
    found = subject(asked="ja", available_locales=["en", "de", "zh-tw"])
    assert "not translated into 日本語" in found.html
    assert found.place_in(found.asked) == ThingPlace("wiki", "ja/A/B_c")
    assert found.languages[0] == ("en", "English")
    assert "not translated" not in subject().html


def test_every_language_of_the_wiki_has_a_name() -> None:
    assert [one for one in LOCALES if language_of(one) == one] == []
    assert all(NAMES.values())
    assert language_of("xx") == "xx"


def test_unknown_fields_and_hostile_text_do_no_harm() -> None:
    empty = wiki_subject(WikiPage(markdown=""), "en", "Some_page")
    assert (empty.title, empty.path, empty.html, empty.tags) == ("Some page", "Some_page", "", ())
    deep = subject(path="/".join("abcdefghijklmnopqrstuvwxyz"), title="T\u202e" * 500)
    assert len(deep.crumbs) < 12
    assert len(deep.title) <= 200
    assert "\u202e" not in deep.title
    marked = subject(locale="\u202e<img src=x>", available_locales=["en", "\u202eja", "x" * 999])
    assert (marked.locale, marked.languages) == ("en", (("en", "English"),))
    assert language_of("\u202exx") == "xx"
    assert name_of("A/B_c") == "B c"
    assert split_key("en") == ("en", "Main_page")


def test_the_recorded_front_page_keeps_its_panels() -> None:
    sent = raw_answer("v2/get_wiki_page_200.json")
    page = WikiPage(**{name: sent[name] for name in WikiPage.__struct_fields__ if name in sent})
    found = wiki_subject(page, "en", "Main_page")
    assert found.html.count('class="wiki-main-page-panel') >= 8
    assert len(found.languages) == len(sent["available_locales"])
    first = re.search(r"\]\(/wiki/([^)]+)\)", sent["markdown"])
    assert first is not None
    assert f'href="/wiki/en/{first[1]}"' in found.html


@pytest.mark.parametrize("anchor", ["skin-ini", "曲", "a.1", "fn-1"])
def test_an_anchor_is_part_of_the_address(anchor: str) -> None:
    place = ThingPlace("wiki", "en/Skinning/osu!", anchor=anchor)
    assert parse(address(place)) == place
    assert parse(f"https://osu.ppy.sh/wiki/en/A#{'x' * 300}") == ThingPlace("wiki", "en/A")
