"""The forum: its sections, and what is written there."""

from __future__ import annotations

from typing import NamedTuple


class Section(NamedTuple):
    """A forum: `topic` says which texts fit."""

    id: int
    parent: int
    name: str
    description: str
    topic: str


SECTIONS = (
    Section(1, 0, "osu!", "Everything about the game itself.", ""),
    Section(2, 1, "Development", "Progress on the game, and ideas for it.", "development"),
    Section(4, 2, "Feature Requests", "What would make osu! better? Vote here.", "requests"),
    Section(5, 1, "Help", "Something does not work? Ask.", "help"),
    Section(101, 5, "Technical Support", "Crashes, tablets, drivers.", "help"),
    Section(3, 1, "Gameplay & Rankings", "Plays, practice, and the road upwards.", "gameplay"),
    Section(15, 3, "Rankings", "Who is where, and why.", "gameplay"),
    Section(8, 0, "Beatmaps", "Made by players, for players.", ""),
    Section(14, 8, "Ranked Beatmaps", "Beatmaps with a leaderboard.", "set"),
    Section(6, 8, "Pending Beatmaps", "Beatmaps that are being worked on.", "set"),
    Section(19, 8, "Beatmap Graveyard", "Where abandoned beatmaps rest.", "set"),
    Section(56, 8, "Mapping Techniques", "How to place a circle.", "mapping"),
    Section(120, 8, "Beatmap Projects", "Community projects around beatmaps.", "mapping"),
    Section(9, 0, "Other", "Everything else.", ""),
    Section(7, 9, "Skinning", "Make the game look like yours.", "skinning"),
    Section(109, 7, "Completed Skins", "Skins that are ready to use.", "skinning"),
    Section(11, 9, "Off-Topic", "Anything goes, within reason.", "chatter"),
    Section(52, 11, "Forum Games", "Count to a million.", "games"),
    Section(8000, 9, "Introductions", "Say hi!", "hello"),
    Section(55, 9, "Tournaments", "Find a team, host a cup.", "tournament"),
    Section(38, 0, "Language Specific", "Talk in your own tongue.", ""),
    Section(39, 38, "日本語", "日本語の掲示板です。", "ja"),
    Section(40, 38, "Deutsch", "Alles auf Deutsch.", "de"),
    Section(41, 38, "Français", "Discussions en français.", "fr"),
    Section(42, 38, "Español", "Para hispanohablantes.", "es"),
    Section(43, 38, "Русский", "Общение на русском.", "ru"),
    Section(44, 38, "한국어", "한국어 게시판입니다.", "ko"),
    Section(45, 38, "Polski", "Forum po polsku.", "pl"),
)
"""All forums; those with the parent 0 are at the top."""

TITLES = {
    "development": (
        "Public test of the new difficulty calculator",
        "What is being worked on this month",
        "Input latency on Linux: measurements",
        "Legacy score conversion explained",
    ),
    "requests": (
        "Let the timeline be zoomed with the mouse wheel",
        "A search for skins",
        "Show the pp of a play before it is submitted",
        "Colour-blind friendly judgements",
        "Dark theme for the editor",
        "Filter friends by ruleset",
    ),
    "help": (
        "Game freezes when I open song select",
        "Tablet stops working after a while",
        "Cannot sign in since yesterday",
        "Audio is late on bluetooth headphones",
        "Where are my replays stored?",
        "Screen tears on second monitor",
    ),
    "gameplay": (
        "How do I get faster at streams?",
        "Stuck at six digits",
        "Post your best play of the week",
        "Is hidden worth learning early?",
        "My accuracy got worse after a break",
        "Mouse players unite",
    ),
    "mapping": (
        "Queue: I mod anything under three minutes",
        "How do you map vocals and drums at once?",
        "Looking for a hitsounder",
        "[Queue] Taiko only, OPEN",
        "Where to find good timing tutorials",
    ),
    "skinning": (
        "[SKIN] Night Train",
        "[STD] Paper & Ink (HD/SD)",
        "Minimal skin for small screens",
        "Sharing my cursor collection",
        "[Mania] Pastel Arrows 4K/7K",
    ),
    "chatter": (
        "What are you listening to right now?",
        "Show your desk",
        "Coffee or tea?",
        "What did you eat today",
        "Recommend me a book",
    ),
    "games": (
        "Count to one million",
        "Say something nice about the person above you",
        "One word story",
        "Ban the person above",
    ),
    "hello": (
        "Hi, I am new here",
        "Returning after six years",
        "Hello from a very cold place",
        "Greetings from a drummer",
    ),
    "tournament": (
        "[osu!] Winter Cup: registrations open",
        "Looking for a team (five digit)",
        "[4K] Keys of Spring, 1v1, open rank",
        "Referees wanted",
    ),
    "ja": ("自己紹介スレ", "おすすめの曲を教えてください", "タブレットの設定について"),
    "de": ("Stellt euch vor", "Welche Tastatur benutzt ihr?", "Treffen im Sommer"),
    "fr": ("Présentez-vous", "Vos plus belles parties", "Quelle tablette choisir ?"),
    "es": ("Preséntate aquí", "¿Qué tableta usas?", "Torneo de la comunidad"),
    "ru": ("Знакомство", "Посоветуйте планшет", "Ваши рекорды недели"),
    "ko": ("자기소개", "태블릿 추천 부탁드립니다", "이번 주 최고 기록"),
    "pl": ("Przywitaj się", "Jaki tablet polecacie?", "Wasze rekordy"),
}
"""Titles of topics by what a forum is about."""

OPENERS = {
    "": (
        "[b]Hello![/b]\nTitle says it all. I searched the forum and found nothing newer than two"
        " years, so here we go.\n\nWhat do you think?",
        "I wrote down what I know so far:\n[list]\n[*]it happens on [i]every[/i] start\n[*]it does"
        " not depend on the skin\n[*]it began last week\n[/list]\nAny idea is welcome :)",
        "[notice]Please read the first post before you answer.[/notice]\n[centre][size=150]Welcome"
        "[/size][/centre]\nRules: be kind, stay on topic, [s]bring cookies[/s] have fun.",
        "Short question, long story.\n[box=long story]It all began with a cheap mouse and a"
        " rainy afternoon...[/box]\nThank you in advance!",
        "Here is a picture of it:\n[img]https://i.ppy.sh/forum/desk.jpg[/img]\n"
        "[url=https://osu.ppy.sh/wiki/en/FAQ]I read the FAQ[/url] of course.",
        "[heading]Steps[/heading]\n1. open the editor\n2. press [c]Ctrl+Z[/c] thirty times\n3."
        " wonder\n\n[code]Unhandled exception: object reference not set[/code]",
    ),
    "set": (
        "[centre][size=120]{artist} - {title}[/size][/centre]\n[b]Difficulties:[/b] {diffs}\n\n"
        "Please mod this! All kinds of feedback are welcome.\n[color=#ff66aa]Thanks to everybody"
        " who helped.[/color]",
        "{artist} - {title}\nTags: {tags}\nBPM: {bpm}\n\nMy new map. Questions and mods below"
        " please :)",
    ),
    "ja": (
        "はじめまして！よろしくお願いします。\n[b]使っている機材[/b]：マウス",
        "質問です。どうすればいいですか？",
    ),
    "de": ("Hallo zusammen!\n[b]Kurz zu mir:[/b] ich spiele seit zwei Jahren, meist abends.",),
    "fr": ("Bonjour à tous !\n[i]Je joue surtout au catch.[/i] Et vous ?",),
    "es": ("¡Hola a todos!\n[b]¿Cómo empezaron ustedes?[/b]",),
    "ru": ("Всем привет!\n[b]Расскажите о себе:[/b] сколько играете, на чём, зачем :)",),
    "ko": ("안녕하세요! [b]잘 부탁드립니다.[/b]",),
    "pl": ("Cześć wszystkim!\n[i]Gram głównie wieczorami.[/i]",),
}
"""First posts; the key "" is for every topic without its own."""

REPLIES = {
    "": (
        "I had the same. Updating the driver helped.",
        "+1",
        '[quote="{other}"]What do you think?[/quote]\nGood idea, but it should be optional.',
        "Please no.",
        "Welcome! :D",
        "bump",
        "Read the wiki: [url]https://osu.ppy.sh/wiki/en/FAQ[/url]",
        "lol",
        "I voted for this years ago and I would do it again.",
        "Could you post your [c]runtime.log[/c]?\n[spoilerbox]It is in the folder Logs."
        "[/spoilerbox]",
        "It depends. For me it took [b]three months[/b] of half an hour a day, and then it suddenly"
        " clicked. Do not force it. If your hand hurts, stop.",
        "Solved it! It was the energy saver of the USB port. Thank you all :)",
        "can confirm ;)",
        "[i]takes notes[/i]",
    ),
    "set": (
        "Nice song! The last chorus could use more contrast.",
        "01:12:480 (3) - [i]blanket[/i]\n01:20:010 (1,2) - spacing",
        "Updated, thank you!",
        "[b]Easy[/b]\n00:24:100 - new combo here\n\n[b]Hard[/b]\nlooks good\n\nGood luck :)",
        "Bubbled!",
        "congratulations :D",
    ),
    "games": ("{n}", "and then", "banned for being too nice", "{n} again because I was late"),
    "ja": ("よろしく！", "同じです", "それ、分かります"),
    "de": ("Willkommen!", "Geht mir genauso.", "Nimm eine kleinere Fläche."),
    "fr": ("Bienvenue !", "Pareil pour moi.", "Merci pour l'info :)"),
    "es": ("¡Bienvenido!", "Lo mismo digo.", "jajaja"),
    "ru": ("Добро пожаловать!", "Согласен.", "Спасибо, помогло"),
    "ko": ("반갑습니다!", "저도요", "감사합니다"),
    "pl": ("Witaj!", "Zgadzam się.", "dzięki"),
}
"""Later posts, as above."""

POLL = ("Yes", "No", "Only on weekends", "I just want to see the results")
"""What polls let people choose between."""
