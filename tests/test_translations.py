"""The catalogues of translations, and the texts of the source that they are made from."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from osubrowser.services.text import translation
from osubrowser.services.text.translation import LANGUAGES
from tests.source_texts import ROOT, SourceTexts, modules

PARTS: Final = ("ui", "models", "services", "pages.py", "app.py", "embedded.py")
MODULES: Final = [SourceTexts(path) for path in modules(*PARTS)]
MOST_EXCUSED: Final = 24
"""Sentences that are not shown: each needs its reason, and more than these need a thought."""
_KEY = re.compile(r"&([^&\s])")


def test_the_catalogues_are_complete_and_up_to_date() -> None:
    assert translations_tool().check() == []


def test_every_sentence_goes_through_tr() -> None:
    found = [one for module in MODULES for one in module.sentences_outside_tr()]
    assert not found, "\n".join(map(str, found))


def test_exceptions_have_reasons_and_are_few() -> None:
    reasons = [reason for module in MODULES for reason in module.excused]
    assert all(len(reason.split()) > 1 for reason in reasons)
    assert len(reasons) <= MOST_EXCUSED


def test_every_tr_can_be_collected_and_is_a_whole_message() -> None:
    found = [one for module in MODULES for one in module.misused()]
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("Nothing was found")',
        'label.setText(f"{count} rows are loaded")',
        'title = "Rankings"',
        'text = "Retry" if failed else ""',
        'text = "Rank, pp and accuracy"',
        'text = "Where it was, and when"',
    ],
)
def test_a_sentence_outside_tr_is_found(line: str) -> None:
    assert len(list(SourceTexts(Path("page.py"), line).sentences_outside_tr())) >= 1


@pytest.mark.parametrize(
    "line",
    [
        '"""Documentation of a module."""',
        'log.info("Nothing was found")',
        'raise ValueError("the name is empty")',
        'setting = "theme"',
        'Key("back", ("Alt+Left",), tr("Back"), GROUP)',
        'message = "Update now"  # not shown: a member of the bus',
        'where = f"id IN ({marks}) AND player = ?"',
        'columns = "kind, address, title, note"',
    ],
)
def test_what_is_not_shown_is_left_alone(line: str) -> None:
    assert list(SourceTexts(Path("page.py"), line).sentences_outside_tr()) == []


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("tr(name)", "no literal"),
        ('tr(f"{count} rows")', "no literal"),
        ("f\"{tr('Rows')}: {count}\"", "inside an f-string"),
        ('tr("%n row(s)")', "%n without a count"),
        ('tr(" of {total}")', "begins or ends with a space"),
        ('tr("{first} {second}")', "has no word"),
    ],
)
def test_a_misused_tr_is_found(line: str, trouble: str) -> None:
    (found,) = SourceTexts(Path("page.py"), line).misused()
    assert found.text.startswith(trouble)


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {translation.SOURCE}))
def test_menus_have_no_key_twice_that_english_has_once(language: str) -> None:
    translated = _translations(language)
    assert translated
    clashes = []
    for where, texts in _labels():
        by_key: dict[str, set[str]] = defaultdict(set)
        for text in texts:
            if translated.get(text):
                by_key[_key(translated[text])].add(_key(text))
        clashes += [
            f"{where}: {key}" for key, english in by_key.items() if len(english) > 1 or not key
        ]
    assert clashes == []


def test_no_text_is_translated_before_the_language_is_set(tmp_path: Path) -> None:
    """Constants are translated when their module is imported, which must be after that."""
    code = """
import sys
from osubrowser.services.text import translation

early = []
translate, set_language = translation.tr, translation.set_language

def record(text, *rest):
    early.append(text)
    return translate(text, *rest)

def stop(code):
    set_language(code)
    print(code, early)
    sys.exit(0)

translation.tr, translation.set_language = record, stop
from osubrowser.__main__ import main
main(["--demo", "--language", "de", "--profile", sys.argv[1], "users/2"])
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.stdout == "de []\n", done.stderr


def test_texts_of_qt_and_names_of_keys_are_in_the_language() -> None:
    code = """
from osubrowser.services.text import translation
translation.set_language("de")
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit
from osubrowser.app import _application
qt = _application()
from osubrowser.ui.keys.shortcuts import shown
box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
print(box.buttons()[0].text())
field = QLineEdit()
print(field.createStandardContextMenu().actions()[0].text().partition(chr(9))[0])
print(shown("Ctrl+Shift+Del"))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["Abbrechen", "&Rückgängig", "Strg+Umschalt+Entf"]


def translations_tool() -> ModuleType:
    """Return the module of `.ci/translations.py`."""
    spec = importlib.util.spec_from_file_location(
        "translations_tool", ROOT.parent / ".ci" / "translations.py"
    )
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def _translations(language: str) -> dict[str, str]:
    """Return the texts of a catalogue with shortcut letters, and their translations."""
    path = ROOT.parent / "resources" / "translations" / f"osubrowser_{language}.ts"
    found = {}
    for message in ET.parse(path).getroot().iter("message"):
        source, translated = message.findtext("source") or "", message.find("translation")
        if translated is not None and _KEY.search(source.replace("&&", "")):
            forms = [form.text or "" for form in translated.iter("numerusform")]
            found[source] = (forms or [translated.text or ""])[0]
    return found


def _labels() -> Iterator[tuple[str, list[str]]]:
    """Yield the texts with shortcut letters of each function: those of one menu."""
    for path in modules("ui"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                texts = [
                    call.args[0].value
                    for call in ast.walk(node)
                    if isinstance(call, ast.Call)
                    and isinstance(call.func, ast.Name)
                    and call.func.id == "tr"
                    and isinstance(call.args[0], ast.Constant)
                ]
                yield f"{path.name}, {node.name}", [str(text) for text in texts]


def _key(text: str) -> str:
    found = _KEY.search(text.replace("&&", ""))
    return found[1].lower() if found else ""
