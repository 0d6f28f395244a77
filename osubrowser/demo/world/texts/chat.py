"""What is said in chat, by channel."""

from __future__ import annotations

from typing import NamedTuple


class Room(NamedTuple):
    """A public channel: how busy it is, from 0 to 1, and whose tongue is spoken."""

    id: int
    name: str
    description: str
    busy: float
    language: str


ROOMS = (
    Room(5, "#osu", "The official osu! channel (english only).", 0.5, "en"),
    Room(1, "#announce", "Automated announcements of stuff going on in osu!", 0.03, "announce"),
    Room(3, "#lobby", "Looking for somebody to play with?", 0.2, "lobby"),
    Room(6, "#help", "For general help.", 0.12, "help"),
    Room(13, "#modhelp", "Questions about modding and mapping.", 0.05, "help"),
    Room(20, "#taiko", "Don, katsu!", 0.06, "en"),
    Room(21, "#ctb", "Fruit, falling.", 0.05, "en"),
    Room(22, "#osumania", "Keys, many.", 0.09, "en"),
    Room(8, "#videogames", "Other games exist.", 0.08, "en"),
    Room(30, "#japanese", "日本語で話しましょう。", 0.1, "ja"),
    Room(31, "#german", "Deutsch, bitte.", 0.12, "de"),
    Room(32, "#french", "En français, s'il vous plaît.", 0.12, "fr"),
    Room(33, "#spanish", "En español, por favor.", 0.14, "es"),
    Room(34, "#russian", "По-русски, пожалуйста.", 0.16, "ru"),
    Room(35, "#korean", "한국어로 대화해요.", 0.09, "ko"),
    Room(36, "#polish", "Po polsku, proszę.", 0.1, "pl"),
    Room(37, "#portuguese", "Em português, por favor.", 0.08, "pt"),
    Room(38, "#chinese", "中文频道。", 0.08, "zh"),
    Room(39, "#indonesian", "Bahasa Indonesia.", 0.07, "id"),
)
"""The public channels."""

NOW_PLAYING = "is listening to [https://osu.ppy.sh/beatmapsets/{set} {artist} - {title}]"

LINES = {
    "en": (
        "hi",
        "hello everyone",
        "o/",
        "anyone up for a few rounds?",
        "just got an A on a map i could not pass last week",
        "my cat just walked over the keyboard and got a better score",
        "what tablet do you use?",
        "lol",
        "gn",
        "is it just me or is the server slow",
        "that last jump section though",
        "how do i stop shaking on the final combo",
        "breathe :)",
        "{artist} is so good",
        "have you tried turning the volume down?",
        "gz!",
        "ty",
        "it's 4 am and I have work tomorrow, one more map",
        "97.42% again, always 97.42%",
        "brb",
        "Long story short: I bought a new chair, my aim got worse, I put the old chair back and now"
        " my aim is even worse. Does anybody have experience with chairs?",
    ),
    "announce": ("Server restart in ten minutes.", "All done, welcome back!"),
    "lobby": (
        "4-5* any mod, room is open",
        "need 2 more for a team vs",
        "1v1? 5 digit",
        "taiko lobby, beginners welcome",
    ),
    "help": (
        "where do I find my replays?",
        "in the folder Replays",
        "how do I change the offset?",
        "F1 in song select",
        "why does this map have no leaderboard?",
        "because it is not ranked yet",
    ),
    "ja": ("こんばんは", "おつ", "この譜面むずい", "草", "おやすみ〜", "今日も一日頑張ろう"),
    "de": ("moin", "wer hat Lust auf ne Runde?", "gute Nacht", "stark!", "mein Tablet spinnt"),
    "fr": ("salut", "bonne nuit", "bien joué !", "qui veut jouer ?", "mdr"),
    "es": ("hola", "jajaja", "buenas noches", "¿alguien juega?", "qué temazo"),
    "ru": ("привет", "го катку?", "лол", "всем спокойной ночи", "красавчик"),
    "ko": ("안녕하세요", "ㅋㅋㅋ", "잘자요", "한 판 하실 분?", "축하해요"),
    "pl": ("siema", "gra ktoś?", "dobranoc", "nieźle!", "xd"),
    "pt": ("eae", "kkkk", "boa noite", "bora jogar?", "parabéns"),
    "zh": ("大家好", "哈哈", "晚安", "有人一起吗", "恭喜"),
    "id": ("halo", "wkwk", "mabar yuk", "selamat malam"),
}
"""Lines by language or purpose."""
