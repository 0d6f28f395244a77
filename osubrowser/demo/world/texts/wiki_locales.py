"""The wiki in other languages: title and text by path and locale."""

from __future__ import annotations

TRANSLATED = {
    "Main_page": {
        "de": (
            "Hauptseite",
            "Willkommen im Wiki, einer Bibliothek über alles rund um osu!, von Spielern für"
            " Spieler.\n\n## Erste Schritte\n\n[Regeln](/wiki/de/Rules) / [FAQ](/wiki/de/FAQ)\n",
        ),
        "es": (
            "Página principal",
            "Te damos la bienvenida a la wiki, una biblioteca sobre todo lo relacionado con osu!"
            "\n\n## Primeros pasos\n\n[Reglas](/wiki/es/Rules)\n",
        ),
        "fr": (
            "Page principale",
            "Bienvenue sur le wiki, une bibliothèque écrite par les joueurs eux-mêmes."
            "\n\n## Pour commencer\n\n[Règles](/wiki/fr/Rules)\n",
        ),
        "id": ("Halaman utama", "Selamat datang di wiki, perpustakaan tentang segala hal osu!\n"),
        "ja": (
            "メインページ",
            "ようこそ！ここはプレイヤーが作る、osu! のすべてについての図書館です。"
            "\n\n## はじめに\n\n[ルール](/wiki/ja/Rules)\n",
        ),
        "ko": ("대문", "플레이어들이 함께 만드는 osu! 위키에 오신 것을 환영합니다.\n"),
        "pl": ("Strona główna", "Witaj na wiki, bibliotece tworzonej przez graczy.\n"),
        "pt-br": ("Página principal", "Bem-vindo à wiki, escrita por quem joga.\n"),
        "ru": (
            "Заглавная страница",
            "Добро пожаловать в вики — библиотеку обо всём, что связано с osu!\n",
        ),
        "zh": ("主页", "欢迎来到由玩家编写的 osu! 百科。\n"),
        "zh-tw": ("首頁", "歡迎來到由玩家編寫的 osu! 百科。\n"),
    },
    "Rules": {
        "de": (
            "Regeln",
            "# Regeln\n\n1. **Behandle andere so, wie du behandelt werden möchtest.**\n"
            "2. Nicht schummeln, keine geteilten Konten.\n3. Hör auf die Moderation.\n",
        ),
        "es": (
            "Reglas",
            "# Reglas\n\n1. **Trata a los demás como quieres que te traten.**\n"
            "2. No hagas trampas.\n",
        ),
        "fr": (
            "Règles",
            "# Règles\n\n1. **Traitez les autres comme vous aimeriez être traités.**\n"
            "2. Ne trichez pas.\n",
        ),
        "ja": (
            "ルール",
            "# ルール\n\n1. **自分がされて嫌なことは人にしない。**\n2. チート禁止。\n",
        ),
        "ru": (
            "Правила",
            "# Правила\n\n1. **Относитесь к другим так, как хотите, чтобы относились к вам.**\n",
        ),
    },
    "FAQ": {
        "de": (
            "Häufige Fragen",
            "# Häufige Fragen\n\n## Warum werden meine Ergebnisse nicht gezählt?\n\n"
            "Prüfe, ob du angemeldet bist und die Beatmap aktuell ist.\n",
        ),
        "pt-br": ("Perguntas frequentes", "# Perguntas frequentes\n\nVerifique se está logado.\n"),
    },
    "Performance_points": {
        "ja": (
            "パフォーマンスポイント",
            "# パフォーマンスポイント\n\n**pp** はプレイの難しさと正確さを表します。\n",
        ),
        "zh": ("表现分", "# 表现分\n\n**pp** 衡量一次游玩的难度与完成度。\n"),
    },
}
"""Translations by path and locale."""

LOCALES = (
    "ar",
    "bg",
    "cs",
    "da",
    "de",
    "en",
    "es",
    "fi",
    "fr",
    "hu",
    "id",
    "it",
    "ja",
    "ko",
    "nl",
    "pl",
    "pt",
    "pt-br",
    "ro",
    "ru",
    "sv",
    "th",
    "tr",
    "uk",
    "vi",
    "zh",
    "zh-tw",
)
"""Every locale of the wiki; what is not translated is shown in English."""
