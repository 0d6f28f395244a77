"""Languages of the wiki: their locales, in their own names."""

from __future__ import annotations

from typing import Final

from osubrowser.services.text.plain import plain

NAMES: Final = {
    "ar": "اَلْعَرَبِيَّةُ",
    "be": "Беларуская",
    "bg": "Български",
    "ca": "Català",
    "cs": "Česky",
    "da": "Dansk",
    "de": "Deutsch",
    "el": "Ελληνικά",
    "en": "English",
    "es": "Español",
    "et": "Eesti",
    "fa-ir": "فارسی",
    "fi": "Suomi",
    "fil": "Filipino",
    "fr": "Français",
    "he": "עברית",
    "hr-hr": "Hrvatski",
    "hu": "Magyar",
    "id": "Bahasa Indonesia",
    "it": "Italiano",
    "ja": "日本語",
    "kk-kz": "Қазақша",
    "ko": "한국어",
    "lt": "Lietuvių",
    "lv-lv": "Latviešu",
    "ms-my": "Melayu",
    "nl": "Nederlands",
    "no": "Norsk",
    "pl": "Polski",
    "pt": "Português",
    "pt-br": "Português (Brasil)",
    "ro": "Română",
    "ru": "Русский",
    "si-lk": "සිංහල",
    "sk": "Slovenčina",
    "sl": "Slovenščina",
    "sr": "Српски",
    "sv": "Svenska",
    "th": "ไทย",
    "tr": "Türkçe",
    "uk": "Українська",
    "vi": "Tiếng Việt",
    "zh": "简体中文",
    "zh-tw": "繁體中文（台灣）",
}
"""Name of each language by its locale in lower case."""
_BY_LANGUAGE: Final = {locale.partition("-")[0]: name for locale, name in NAMES.items()}


def language_of(locale: str) -> str:
    """Return the name of a locale's language; the locale itself if it is unknown."""
    known = locale.lower()
    return NAMES.get(known) or _BY_LANGUAGE.get(known) or plain(locale, 24)
