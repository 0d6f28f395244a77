"""Walk through all pages in a pseudo-language, for a process of its own.

    python tests/e2e/pseudo_language.py CATALOGUE WIDTH HEIGHT ARGUMENTS...

runs the self-test with a catalogue whose texts have no plain Latin letter, and after each visit
looks at every visible text of the window: plain Latin words that the demo did not send were not
translated, and texts with less room than they need are cut. Both are printed as one line of JSON.
"""

from __future__ import annotations

import json
import platform
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from osubrowser.services.text import translation

_WORD = re.compile(r"[A-Za-z]{2,}")
_PLACE = re.compile(r"(https?://|osubrowser:|/)\S+|<[^>]*>|#\w+")
_KEYS_OF_SHORTCUTS: Final = (
    *("Ctrl+Shift+Left", "Alt+Right", "Meta+Up", "Down", "Home", "End", "PgUp", "PgDown"),
    *("Tab", "Return", "Space", "Del", "Esc", "Menu", "Backspace"),
)
_OF_THE_GAME: Final = frozenset(
    (
        *("osu", "osubrowser", "taiko", "catch", "mania", "lazer", "stable", "ppy", "sh"),
        *("supporter", "great", "ok", "meh", "MAX", "rosu", "py"),
        *("pp", "BPM", "AR", "OD", "CS", "HP", "SS", "SSH", "XH", "SH", "UR", "ms", "px"),
        *("UTC", "CSV", "JSON", "TSV", "API", "OAuth", "MB", "GB", "KB", "Hz", "dB", "pt"),
        *("Qt", "Python", "PySide", "MIT", "Pty", "Ltd", "English", "Deutsch", "MD"),
    )
)
"""Names, units and abbreviations that are the same in all languages."""


class Looker:
    """Looks at the texts of widgets.

    Attributes:
        plain: untranslated words, and where they are.
        cut: texts with too little room, and where they are.
    """

    def __init__(self) -> None:
        self.plain: dict[str, str] = {}
        self.cut: dict[str, str] = {}
        self._data: set[str] = set(_OF_THE_GAME)

    def learn(self, body: bytes) -> None:
        """Take the words of a response for data."""
        try:
            self._learn_value(json.loads(body))
        except ValueError:
            self.learn_text(body.decode("utf-8", "replace"))

    def learn_text(self, text: str) -> None:
        """Take the words of a text for data."""
        self._data.update(_WORD.findall(text))

    def look(self, window: Any, where: str) -> None:
        """Look at a window and all widgets that are visible in it."""
        from PySide6.QtWidgets import QWidget

        for widget in (window, *window.findChildren(QWidget)):
            if widget.isVisible():
                kind = type(widget).__name__
                for text in _texts(widget):
                    self._look_at(text, f"{where}: {kind}")
                if _is_cut(widget):
                    self.cut.setdefault(f"{kind} {widget.text()!r}", where)

    def _look_at(self, text: str, where: str) -> None:
        for word in _WORD.findall(_PLACE.sub(" ", text)):
            if word not in self._data and word.lower() not in self._data:
                self.plain.setdefault(text, where)

    def _learn_value(self, value: object) -> None:
        if isinstance(value, str):
            self.learn_text(value)
        elif isinstance(value, list):
            for one in value:
                self._learn_value(one)
        elif isinstance(value, dict):
            for one in value.values():
                self._learn_value(one)


def _texts(widget: Any) -> Iterator[str]:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import (
        QAbstractButton,
        QAbstractSpinBox,
        QComboBox,
        QLabel,
        QLineEdit,
        QListWidget,
        QMenu,
        QTableView,
    )

    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QAbstractSpinBox):
        yield widget.text()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, QListWidget):
        yield from (widget.item(row).text() for row in range(widget.count()))
    if isinstance(widget, QMenu):
        yield widget.title()
    yield from (action.text().partition("\t")[0] for action in widget.actions())
    if isinstance(widget, QTableView) and widget.model() is not None:
        model, across = widget.model(), Qt.Orientation.Horizontal
        for column in range(model.columnCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.headerData(column, across, role) or "")
            for row in range(min(5, model.rowCount())):
                yield str(model.index(row, column).data() or "")


def _is_cut(widget: Any) -> bool:
    """Return whether a label or button has less room than its text, and no other way to show it."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel

    from osubrowser.ui.widgets.plain_text import ElidedLabel

    if isinstance(widget, ElidedLabel) or not isinstance(widget, QLabel | QAbstractButton):
        return False
    text = widget.text()
    if text and _is_clipped(widget):
        return True
    if not text or text in widget.toolTip():
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return bool(widget.heightForWidth(widget.width()) > widget.height() + 1)
    if "<" in text:
        return bool(widget.sizeHint().width() > widget.width() + 1)
    mnemonic = Qt.TextFlag.TextShowMnemonic.value
    needed = widget.fontMetrics().size(mnemonic, text).width()
    if isinstance(widget, QCheckBox):
        needed += widget.fontMetrics().height() + 4
    return bool(needed > widget.contentsRect().width())


def _is_clipped(widget: Any) -> bool:
    """Return whether a part of a widget is outside of what holds it, and cannot be scrolled to."""
    from PySide6.QtWidgets import QAbstractScrollArea

    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QAbstractScrollArea):
            return False
        holder = holder.parentWidget()
    return bool(widget.visibleRegion().boundingRect().width() < widget.width())


def _prepare(catalogue: Path, width: int, height: int) -> Looker:
    """Make the next `set_language` load the catalogue, and the self-test look at each page."""
    looker = Looker()
    looker.learn_text(" ".join((*sys.argv, str(Path.home()), sys.prefix, platform.platform())))
    set_language = translation.set_language
    setattr(translation, "resource_path", lambda *_parts: catalogue)  # noqa: B010

    def set_and_patch(code: str) -> None:
        set_language(code)
        # Texts of modules are translated when these are imported.
        from osubrowser.api.http import exchange
        from osubrowser.selftest import SelfTest, label_of

        read, visit, show = exchange._read_body, SelfTest._visit, SelfTest._show_welcome

        def read_and_learn(*given: Any) -> bytes:
            body = read(*given)
            looker.learn(body)
            return body

        async def visit_and_look(self: Any, one: Any) -> str:
            result = await visit(self, one)
            looker.look(self._window, label_of(one))
            return result

        async def show_and_look(self: Any) -> str:
            self._window.resize(width, height)
            result = await show(self)
            native = QKeySequence.SequenceFormat.NativeText
            for key in _KEYS_OF_SHORTCUTS:  # in Qt's own German
                looker.learn_text(QKeySequence(key).toString(native))
            looker.look(self._window, "welcome")
            commands = self._window.commands
            for open_dialog in (commands.show_shortcuts, commands.show_about):
                open_dialog()
                looker.look(self._window, open_dialog.__name__)
                for dialog in self._window.findChildren(QDialog):
                    dialog.close()
            return result

        from PySide6.QtGui import QKeySequence
        from PySide6.QtWidgets import QDialog

        from osubrowser.api.mods import MODS

        looker.learn_text(" ".join(f"{acronym} {mod.name}" for acronym, mod in MODS.items()))
        for owner, name, function in (
            (exchange, "_read_body", read_and_learn),
            (SelfTest, "_visit", visit_and_look),
            (SelfTest, "_show_welcome", show_and_look),
        ):
            setattr(owner, name, function)

    setattr(translation, "set_language", set_and_patch)  # noqa: B010
    return looker


def _run() -> int:
    from osubrowser.__main__ import main

    catalogue, width, height, *arguments = sys.argv[1:]
    looker = _prepare(Path(catalogue), int(width), int(height))
    status = main(["--self-test", "--language", "de", *arguments])
    sys.stdout.write(json.dumps({"plain": looker.plain, "cut": looker.cut}) + "\n")
    return status


if __name__ == "__main__":
    sys.exit(_run())
