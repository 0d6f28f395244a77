"""Catalogues of the program's texts, written and checked with Qt's tools.

`--write` runs `pyside6-lupdate` over the source, which adds new texts to
`resources/translations/osubrowser_<language>.ts`, keeps translations and drops texts that are gone,
then `pyside6-lrelease`. `--check` fails where a catalogue is out of date or incomplete, or where a
translation has other placeholders than its text. `--missing LANGUAGE` prints untranslated texts.
`--pseudo FOLDER` writes a catalogue whose texts are longer and have no plain Latin letter, which
shows what is not translated and what is cut (`tests/e2e/pseudo_language.py`).
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "resources" / "translations"
LANGUAGES = {"en": "en_GB", "de": "de_DE"}
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n|%Ln|<[^>]+>")

_KEPT = re.compile(r"(\{[^{}]*\}|%n|<[^>]+>|https?://\S+|osubrowser:\S*)")
_ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "àƀćďéƒğĥíĵķłɱñôƥɋŕŝţûνŵхÿžÀƁĆĎÉƑĞĤÍĴĶŁϺÑÔƤɊŔŜŢÛѴŴХÝŽ",
)


def main() -> int:
    """Write or check the catalogues. Returns 1 for a problem."""
    parser = argparse.ArgumentParser(description=__doc__)
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--write", action="store_true")
    action.add_argument("--check", action="store_true")
    action.add_argument("--missing", choices=LANGUAGES)
    action.add_argument("--pseudo", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    if given.write:
        collect(CATALOGUES)
        return 0
    if given.pseudo:
        sys.stdout.write(f"{write_pseudo(given.pseudo)}\n")
        return 0
    if given.missing:
        for message in _messages(CATALOGUES / f"osubrowser_{given.missing}.ts"):
            if _is_unfinished(message):
                text, comment = message.findtext("source"), message.findtext("comment") or ""
                sys.stdout.write(f"{text!r} {comment}\n")
        return 0
    problems = list(check())
    sys.stdout.write("\n".join(problems or ["The catalogues are complete."]) + "\n")
    return 1 if problems else 0


def collect(folder: Path) -> None:
    """Update and compile the catalogues in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch) / "files.lst"
        files = sorted((ROOT / "osubrowser").rglob("*.py"))
        listed.write_text("\n".join(map(str, files)), encoding="utf-8")
        for language, locale in LANGUAGES.items():
            path = folder / f"osubrowser_{language}.ts"
            plural = ["-pluralonly"] if language == "en" else []
            _run(
                "lupdate", f"@{listed}", "-no-obsolete", "-locations", "none", *plural,
                "-source-language", "en_GB", "-target-language", locale, "-ts", str(path),
            )  # fmt: skip
            _run("lrelease", "-silent", str(path), "-qm", str(path.with_suffix(".qm")))


def write_pseudo(folder: Path) -> Path:
    """Write the catalogue of the pseudo-language into a folder; return the compiled file."""
    collect(folder)
    path = folder / "osubrowser_de.ts"
    tree = ET.parse(path)  # noqa: S314, a file of our own
    for message in tree.getroot().iter("message"):
        text, translation = _pseudo(message.findtext("source") or ""), message.find("translation")
        if translation is not None:
            translation.attrib.pop("type", None)
            for form in list(translation.iter("numerusform")) or [translation]:
                form.text = text
    tree.write(path, encoding="utf-8", xml_declaration=True)
    compiled = path.with_suffix(".qm")
    _run("lrelease", "-silent", str(path), "-qm", str(compiled))
    return compiled


def _pseudo(text: str) -> str:
    """Return a text with accents on all letters, in brackets, and 35 % longer."""
    parts = _KEPT.split(text)
    parts[::2] = [part.translate(_ACCENTS) for part in parts[::2]]
    return "⟦" + "".join(parts) + "~" * max(1, round(len(_KEPT.sub("", text)) * 0.35)) + "⟧"


def check() -> list[str]:
    """Return the problems of the committed catalogues, a line each."""
    problems = []
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / "translations"
        shutil.copytree(CATALOGUES, fresh)
        collect(fresh)
        for language in LANGUAGES:
            for ending in (".ts", ".qm"):
                name = f"osubrowser_{language}{ending}"
                if (fresh / name).read_bytes() != (CATALOGUES / name).read_bytes():
                    problems.append(f"{name} is out of date: run .ci/translations.py --write")
    for language in LANGUAGES:
        for message in _messages(CATALOGUES / f"osubrowser_{language}.ts"):
            source = message.findtext("source") or ""
            if _is_unfinished(message):
                problems.append(f"{language}: not translated: {source!r}")
                continue
            wanted = sorted(_PLACEHOLDER.findall(source))
            for number, text in enumerate(forms := _forms(message)):
                found = sorted(_PLACEHOLDER.findall(text))
                # The form for one may say it in words.
                is_one = len(forms) > 1 and number == 0 and sorted([*found, "%n"]) == wanted
                if found != wanted and not is_one:
                    problems.append(f"{language}: other placeholders: {source!r} -> {text!r}")
    return problems


def _messages(path: Path) -> list[ET.Element]:
    return list(ET.parse(path).getroot().iter("message"))  # noqa: S314, files of our own


def _is_unfinished(message: ET.Element) -> bool:
    translation = message.find("translation")
    return (
        translation is None or translation.get("type") == "unfinished" or not all(_forms(message))
    )


def _forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    if translation is None:
        return [""]
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


def _run(tool: str, *arguments: str) -> None:
    program = Path(PySide6.__file__).parent / tool  # what `pyside6-lupdate` and `-lrelease` start
    if sys.platform == "win32":
        program = program.with_suffix(".exe")
    subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL)  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
