"""Catalogues that are missing or damaged: the program is in English, and starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from osubrowser.resources import resource_path
from osubrowser.services.text import numerals, translation

CATALOGUE = resource_path("translations", "osubrowser_de.qm").read_bytes()


@pytest.mark.parametrize(
    "data",
    [None, b"", b"<!doctype html>", CATALOGUE[:15], CATALOGUE[: len(CATALOGUE) // 2]],
    ids=["missing", "empty", "other", "no header", "truncated"],
)
def test_a_language_without_its_catalogue_is_english_in_words_and_numbers(
    data: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if data is not None:
        (tmp_path / "osubrowser_de.qm").write_bytes(data)
    monkeypatch.setattr(translation, "resource_path", lambda *parts: tmp_path / parts[-1])
    try:
        translation.set_language("de")
        assert translation.language() == "en"
        assert translation.tr("The settings") == "The settings"
        assert translation.tr("%n file(s)", "", 2) == "2 file(s)"
        assert numerals.whole(1234) == "1,234"
    finally:
        monkeypatch.undo()
        translation.set_language("en")
