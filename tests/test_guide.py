"""The guide: real keys and folders, languages that agree, and the same text in the README."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QKeySequence

from osubrowser.models.guide.guide import load_guide, with_keys
from osubrowser.pages import PageParts, page_kinds
from osubrowser.resources import resource_path
from osubrowser.services.settings.settings import Settings
from osubrowser.services.storage.folders import APPLICATION
from osubrowser.services.text import translation
from osubrowser.services.text.translation import LANGUAGES
from osubrowser.ui.pages.settings.page import SECTIONS
from osubrowser.ui.shell.page_kind import PageTable

README = Path(__file__).resolve().parents[1] / "README.md"
_MODIFIERS = ("Ctrl+", "Alt+", "Shift+")


def guide(language: str) -> str:
    return resource_path("guide", f"guide.{language}.md").read_text("utf-8")


def sections(markdown: str) -> dict[str, str]:
    """The text below each heading of the second level."""
    _, *rest = re.split(r"^## +", markdown, flags=re.MULTILINE)
    return {one.partition("\n")[0].strip(): one.partition("\n")[2].strip() for one in rest}


def codes(markdown: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", markdown)


def keys_in(markdown: str) -> list[str]:
    """Code spans that name keys."""
    return [
        one
        for one in codes(markdown)
        if one.startswith(_MODIFIERS) or one == "?" or re.fullmatch(r"F\d+|[A-Z]", one)
    ]


@pytest.fixture(scope="module")
def table() -> PageTable:
    return PageTable(page_kinds(cast("PageParts", SimpleNamespace(account=None, calls=None))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_exists(language: str, table: PageTable) -> None:
    known = {sequence for key in table.shortcuts for sequence in key.sequences}
    # Keys that a widget handles itself are listed in pairs: "Next miss; P previous miss".
    known |= {key.text.split("; ")[1].split()[0] for key in table.shortcuts if "; " in key.text}
    named = keys_in(guide(language))
    assert len(named) > 20
    assert set(named) <= known
    for one in named:
        assert QKeySequence(one).count() == 1


def test_english_says_of_each_key_what_the_sheet_says(table: PageTable) -> None:
    texts = {key.sequences[0]: key.text for key in reversed(table.shortcuts)}
    rows = re.findall(r"^\| `([^`]+)` \| (.+) \|$", sections(guide("en"))["Keys"], re.MULTILINE)
    assert len(rows) >= 7
    wrong = {key: said for key, said in rows if not said.startswith(texts[key]) and key != "F1"}
    assert wrong == {}


@pytest.mark.parametrize(("language", "settings"), [("en", "Settings"), ("de", "Einstellungen")])
def test_the_sections_of_the_settings_are_called_so(language: str, settings: str) -> None:
    translator = QTranslator()
    translator.load(str(resource_path("translations", f"osubrowser_{language}.qm")))
    titles = {translator.translate("", one.title) or one.title for one in SECTIONS}
    # A title that is not translated yet stands in English.
    named = set(re.findall(rf"\*{settings}, ([^*]+)\*", guide(language)))
    assert len(named) == 8
    assert named <= titles or (language != "en" and titles == {one.title for one in SECTIONS})


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_have_the_same_sections_steps_keys_and_paths(language: str) -> None:
    english, other = sections(guide("en")), sections(guide(language))
    assert len(english) == len(other)
    for here, there in zip(english.values(), other.values(), strict=True):
        assert codes(here) == codes(there)
        for mark in (r"^\d\. ", r"^- ", r"^\| "):
            assert len(re.findall(mark, here, re.M)) == len(re.findall(mark, there, re.M))


def test_the_callback_address_is_the_one_that_the_program_listens_at() -> None:
    address = f"http://127.0.0.1:{Settings().callback_port}/callback"
    assert sections(guide("en"))["Sign in"].count(f"`{address}`") == 1


def test_folders_are_those_of_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    table = sections(guide("en"))["Files"]
    rows = [re.findall(r"`([^`]+)`", line) for line in table.splitlines() if "`~/" in line]
    linux, mac = Unix(APPLICATION, appauthor=False), MacOS(APPLICATION, appauthor=False)
    home = str(Path.home())
    for (here, _, there), name in zip(rows, ("config", "data", "cache", "log"), strict=True):
        assert here == getattr(linux, f"user_{name}_dir").replace(home, "~")
        assert there == getattr(mac, f"user_{name}_dir").replace(home, "~")


def test_sections_of_the_readme_with_the_same_heading_are_the_same() -> None:
    ours, readme = sections(guide("en")), sections(README.read_text("utf-8"))
    both = ours.keys() & readme.keys()
    assert both == {"Sign in", "Files", "Privacy", "Troubleshooting"}
    assert {name: readme[name] for name in both} == {name: ours[name] for name in both}


def test_keys_are_written_as_chosen() -> None:
    text = "Press `Ctrl+L`, `F1` or `https_proxy`."
    assert with_keys(text, {"Ctrl+L": "⌘L", "F1": ""}) == "Press `⌘L`, `F1` or `https_proxy`."


def test_it_is_read_in_the_language_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation._catalogue, "language", "de")
    assert "<h1" in load_guide({})
    assert "Anleitung</h1>" in load_guide({})
    monkeypatch.setattr(translation._catalogue, "language", "xx")
    assert "Guide</h1>" in load_guide({})
