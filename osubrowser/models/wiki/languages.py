"""Languages of the wiki: their locales, in their own names."""

from __future__ import annotations

from typing import Final

from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

NAMES: Final = {
    "ar": "اَلْعَرَبِيَّةُ",
    "be": "Беларуская",
    "bg": "Български",
    "ca": tr("Català"),
    "cs": "Česky",
    "da": tr("Dansk"),
    "de": tr("Deutsch"),
    "el": "Ελληνικά",
    "en": tr("English"),
    "es": tr("Español"),
    "et": tr("Eesti"),
    "fa-ir": "فارسی",
    "fi": tr("Suomi"),
    "fil": tr("Filipino"),
    "fr": tr("Français"),
    "he": "עברית",
    "hr-hr": tr("Hrvatski"),
    "hu": tr("Magyar"),
    "id": tr("Bahasa Indonesia"),
    "it": tr("Italiano"),
    "ja": "日本語",
    "kk-kz": "Қазақша",
    "ko": "한국어",
    "lt": tr("Lietuvių"),
    "lv-lv": tr("Latviešu"),
    "ms-my": tr("Melayu"),
    "nl": tr("Nederlands"),
    "no": tr("Norsk"),
    "pl": tr("Polski"),
    "pt": tr("Português"),
    "pt-br": tr("Português (Brasil)"),
    "ro": tr("Română"),
    "ru": "Русский",
    "si-lk": "සිංහල",
    "sk": tr("Slovenčina"),
    "sl": tr("Slovenščina"),
    "sr": "Српски",
    "sv": tr("Svenska"),
    "th": "ไทย",
    "tr": "Türkçe",
    "uk": "Українська",
    "vi": tr("Tiếng Việt"),
    "zh": "简体中文",
    "zh-tw": "繁體中文（台灣）",
}
"""Name of each language by its locale in lower case."""
_BY_LANGUAGE: Final = {locale.partition("-")[0]: name for locale, name in NAMES.items()}


def language_of(locale: str) -> str:
    """Return the name of a locale's language; the locale itself if it is unknown."""
    known = locale.lower()
    return NAMES.get(known) or _BY_LANGUAGE.get(known) or plain(locale, 24)
