"""Translation of the program's texts: the language, and the look-up of messages in Qt's catalogues.

Catalogues are `resources/translations/osubrowser_<language>.ts`, compiled to `.qm` beside them;
`.ci/translations.py` writes both.
"""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING, Final

from osubrowser.resources import resource_path
from osubrowser.services.text import numerals

# Qt is imported on first use: a second start, which hands its address over, does without.
if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

SOURCE: Final = "en"
"""Language of the texts in the source; its catalogue has the plural forms only."""
LANGUAGES: Final = {SOURCE: "English", "de": "Deutsch"}
"""Own name of each language that has a complete catalogue, by its ISO 639-1 code."""
SYSTEM: Final = "system"
"""Setting for the language of the system."""

_LOWERED: Final = frozenset({"en"})
"""Languages whose titles begin with a small letter inside a sentence."""
_SENTENCE_END: Final = re.compile(r"(?<=[.?]) (?=\S)")  # osu! ends none


class _Catalogue:
    """Messages of the language in use, shared by all threads."""

    def __init__(self) -> None:
        self.language = SOURCE
        self._translator: QTranslator | None = None
        self._lock = Lock()
        self._found: dict[tuple[str, str], str] = {}

    def load(self, language: str) -> None:
        from PySide6.QtCore import QTranslator

        with self._lock:
            translator = QTranslator()
            path = resource_path("translations", f"osubrowser_{language}.qm")
            is_loaded = translator.load(str(path))
            # Without a catalogue everything is English, numbers and dates too.
            self._translator, self.language = translator, language if is_loaded else SOURCE
            self._found = {}

    def text(self, source: str, comment: str, *, is_cached: bool = True) -> str:
        if self.language == SOURCE:
            return source
        key = source, comment
        found = self._found.get(key)
        if found is None:
            found = self._look_up(source, comment, -1)
            if is_cached:
                self._found[key] = found
        return found

    def plural(self, source: str, comment: str, count: int) -> str:
        if self._translator is None:
            self.load(self.language)
        # Qt counts in 32 bits; the forms of all languages here depend on the last digits alone.
        size = abs(count)
        bounded = size if size < 1_000_000_000 else 1_000_000_000 + size % 1_000_000
        return self._look_up(source, comment, bounded)

    def _look_up(self, source: str, comment: str, count: int) -> str:
        if self._translator is None:
            return source
        # `pyside6-lupdate` files each plain `tr()` under the empty context.
        return self._translator.translate("", source, comment, count) or source


_catalogue: Final = _Catalogue()


def tr(text: str, comment: str = "", n: int | None = None) -> str:
    """Return the translation of a text of the program, or the text itself. Thread-safe.

    `pyside6-lupdate` collects the calls: text and comment must be literals. Values are put in
    afterwards, `tr("Saved {count} of {total}").format(count=..., total=...)`, numbers by
    `services.text.numerals`.

    Args:
        text: English text, with named placeholders in braces.
        comment: tells apart equal texts with different meanings; seen by translators only.
        n: number that selects the plural form, and replaces `%n`, with grouped digits.
    """
    if n is None:
        return text if _catalogue.language == SOURCE else _catalogue.text(text, comment)
    return _catalogue.plural(text, comment, n).replace("%n", numerals.whole(n))


def QT_TR_NOOP(text: str) -> str:
    """Return a text as it is, and have it collected: `translated` shows it.

    For texts that are stored or sent to another process, which must not depend on the language.
    """
    return text


def translated(message: str, *templates: str) -> str:
    """Return the translation of an English message that was stored, or comes from another layer.

    It is translated whole, or sentence by sentence; a sentence without translation stays as it is.
    A part of a sentence is found with a capital letter and a full stop, too.

    Args:
        message: English text, collected by `QT_TR_NOOP` where it is made.
        templates: texts with placeholders, collected in the same way, that it may be made of.
    """
    if not message or _catalogue.language == SOURCE:
        return message
    found = _translated(message, templates)
    if found is not None:
        return found
    parts = _SENTENCE_END.split(message)
    return " ".join(_translated(part, templates) or part for part in parts)


def _translated(message: str, templates: tuple[str, ...]) -> str | None:
    found = _catalogue.text(message, "", is_cached=False)
    if found != message:
        return found
    if message.endswith("."):  # a part of a sentence that was made one
        part = f"{message[:1].lower()}{message[1:-1]}"
        whole = _translated(part, templates)
        if whole is not None and whole != part:
            return f"{whole[:1].upper()}{whole[1:]}."
    for template in templates:
        pieces = re.split(r"\{(\w+)\}", template)
        names = pieces[1::2]
        pattern = "".join(
            f"(?P<{piece}>.*)" if n % 2 else re.escape(piece) for n, piece in enumerate(pieces)
        )
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match is not None:
            values = {name: translated(match[name], *templates) for name in names}
            return _catalogue.text(template, "").format(**values)
    return None


def in_sentence(title: str) -> str:
    """Return a title as it is written inside a sentence: `accuracy`, `BPM`, but `Genauigkeit`."""
    is_lowered = _catalogue.language in _LOWERED and title[1:2].islower()
    return title[:1].lower() + title[1:] if is_lowered else title


def language() -> str:
    """Return the ISO 639-1 code of the language in use."""
    return _catalogue.language


def resolve(setting: str) -> str:
    """Return the language of a setting: itself, or the system's first one that has a catalogue.

    Args:
        setting: a key of `LANGUAGES`, or `SYSTEM`; anything else is read as `SYSTEM`.
    """
    if setting in LANGUAGES:
        return setting
    from PySide6.QtCore import QLocale

    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-", 1)[0].lower()
        if code in LANGUAGES:
            return code
    return SOURCE


def set_language(code: str) -> None:
    """Set the language of texts, numbers and dates.

    Call it before any module with texts is imported: constants are translated once, when their
    module is. A language whose catalogue is missing or damaged is English instead.

    Args:
        code: a key of `LANGUAGES`.
    """
    _catalogue.load(code)
    numerals.set_locale(_catalogue.language)


def qt_translator() -> QTranslator | None:
    """Return the translator of Qt's own texts, for `QCoreApplication.installTranslator`.

    None for English, and where Qt's catalogue is missing.
    """
    if _catalogue.language == SOURCE:
        return None
    from PySide6.QtCore import QLibraryInfo, QTranslator

    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator if translator.load(f"qtbase_{_catalogue.language}", folder) else None
