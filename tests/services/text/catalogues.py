"""Catalogues for tests of translations: a few messages, compiled by Qt's tool."""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import PySide6
import pytest

from osubrowser.services.text import translation

Messages = Mapping[tuple[str, str], str | tuple[str, str]]
"""Translation by text and comment: one, or those of one thing and of several."""


@contextmanager
def german(messages: Messages, folder: Path) -> Iterator[None]:
    """Run a block in German, with these messages as the catalogue."""
    _compile(messages, folder / "osubrowser_de.qm")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(translation, "resource_path", lambda *parts: folder / parts[-1])
        translation.set_language("de")
        try:
            yield
        finally:
            translation.set_language("en")
    translation.set_language("en")  # with the plural forms of the program


def _compile(messages: Messages, target: Path) -> None:
    root = ET.Element("TS", version="2.1", language="de_DE", sourcelanguage="en_GB")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name")
    for (text, comment), translated in messages.items():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        if comment:
            ET.SubElement(message, "comment").text = comment
        element = ET.SubElement(message, "translation")
        if isinstance(translated, str):
            element.text = translated
            continue
        message.set("numerus", "yes")
        for form in translated:
            ET.SubElement(element, "numerusform").text = form
    source = target.with_suffix(".ts")
    ET.ElementTree(root).write(source, encoding="utf-8", xml_declaration=True)
    tool = Path(PySide6.__file__).parent / "lrelease"
    tool = tool if tool.exists() else tool.with_suffix(".exe")
    command = [str(tool), "-silent", str(source), "-qm", str(target)]
    subprocess.run(command, check=True, timeout=60)
