"""Generator of the anonymised API answers in this folder.

    python -m tests.answers.make_answers ../shared/recorded tests/answers

Reads recorded responses and writes files of the same structure: keys, types, numbers, dates, nulls
and values of enumerations stay; words, hashes, ids and addresses are replaced; long lists are cut.
The same input gives the same bytes, and a word, hash or id is replaced by the same one everywhere
(in markup, too).
"""

from __future__ import annotations

import base64
import hashlib
import json
import lzma
import random
import re
import struct
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Json = Any

# Keys whose texts are values of enumerations, codes or colours.
ENUMERATIONS = frozenset(
    [
        "mode",
        "status",
        "error",
        "type",
        "country",
        "country_code",
        "code",
        "default_group",
        "message_type",
        "sort",
        "identifier",
        "playmodes",
        "eligible_main_rulesets",
        "colour",
        "profile_colour",
        "mods",
        "acronym",
        "rank",
        "scoreRank",
        "category",
        "locale",
        "available_locales",
        "layout",
        "playstyle",
        "profile_order",
        "commentable_type",
        "queue_mode",
        "playmode",
        "pack_tags",
        "tag",
        "old",
        "new",
        "ruleset",
        "display_version",
        "repository",
        "availability",
        "kind",
    ]
)
# Objects whose names belong to the game, not to people.
GAME_OBJECTS = frozenset(
    [
        "country",
        "genre",
        "language",
        "update_stream",
        "streams",
        "groups",
        "variants",
        "related_tags",
        "page",
        "modes",
    ]
)
# Objects of fixed lists of the game, whose ids stay.
LISTED_OBJECTS = frozenset(
    [
        "genre",
        "language",
        "related_tags",
        "groups",
        "streams",
        "update_stream",
        "cover",
        "pool",
        "spotlight",
        "spotlights",
    ]
)
# Keys of ids of those lists.
LISTED_IDS = frozenset(
    [
        "genre_id",
        "language_id",
        "ruleset_id",
        "achievement_id",
        "tag_id",
        "variant_id",
        "forum_id",
        "pool_id",
        "beatmap_tag_id",
    ]
)
NAMES = frozenset(
    [
        "username",
        "name",
        "short_name",
        "display_name",
        "author",
        "title",
        "title_unicode",
        "artist",
        "artist_unicode",
        "creator",
        "source",
        "github_username",
        "osu_username",
        "new_user_username",
        "beatmap_version",
        "owner_title",
    ]
)
REPLAY_TEXT = "v1/get_replay_200.json"
"""Frames of a replay as text, without names."""
FIRST_ID = 300
"""New ids are larger, so that the smallest old ones change, too."""
# What ids follow in an address.
ID_FOLDERS = frozenset(
    [
        "a.ppy.sh",
        "b",
        "beatmaps",
        "beatmapsets",
        "discussions",
        "flag",
        "matches",
        "posts",
        "preview",
        "rooms",
        "s",
        "scores",
        "teams",
        "topics",
        "u",
        "user-profile-covers",
        "users",
    ]
)

LENGTH = 5
"""Elements of a list of objects that stay, besides those of another shape and those referred to."""
WHOLE_LISTS = frozenset(["ranking", "monthly_playcounts", "replays_watched_counts"])
"""Lists whose length, or gaps, tests rely on: whole pages, and charts."""
SIDE_LISTS = frozenset(
    [
        "included_comments",
        "discussions",
        "users",
        "related_users",
        "beatmaps",
        "beatmapsets",
        "commentable_meta",
    ]
)
"""Lists of what other parts of an answer refer to by id."""
KINDS = frozenset(["type", "message_type", "status", "category", "commentable_type", "layout"])
"""Keys whose values tell kinds of elements apart."""

# Words of the game, of markup and of its addresses.
KEPT_WORDS = frozenset(
    [
        "osu",
        "taiko",
        "fruits",
        "mania",
        "catch",
        "ppy",
        "wiki",
        "https",
        "http",
        "www",
        "com",
        "sh",
        "org",
        "users",
        "beatmapsets",
        "beatmaps",
        "beatmapset",
        "beatmap",
        "scores",
        "covers",
        "cover",
        "card",
        "list",
        "slimcover",
        "raw",
        "thumb",
        "preview",
        "community",
        "forums",
        "topics",
        "posts",
        "discussions",
        "user",
        "profile",
        "contest",
        "entries",
        "teams",
        "team",
        "flag",
        "news",
        "home",
        "tree",
        "master",
        "blob",
        "assets",
        "images",
        "github",
        "youtube",
        "youtu",
        "be",
        "watch",
        "embed",
        "pull",
        "issues",
        "commit",
        "commits",
        "changelog",
        "rankings",
        "multiplayer",
        "rooms",
        "packs",
        "contests",
        "tournaments",
        "img",
        "jpg",
        "jpeg",
        "png",
        "gif",
        "mp3",
        "svg",
        "webp",
        "md",
        "html",
        "medals",
        "badges",
        "a",
        "b",
        "i",
        "s",
        "x",
        "ss",
        "ruleset",
        "files",
        "infobox",
        "blog",
        "u",
        "p",
        "help",
    ]
)
HOSTS = frozenset(["ppy.sh", "github.com", "youtube.com", "youtu.be"])

TOKEN = re.compile(
    r"(?P<tag></?[a-zA-Z][^<>]*>|<!--.*?-->)"
    r"|(?P<entity>&#?\w+;)"
    r"|(?P<url>(?:https?:)?//[\w.-]+\.\w+[^\s\"'<>\[\]()]*)"
    r"|(?P<osu>osu://\S+)"
    r"|(?P<bbcode>\[/?(?:b|i|u|s|strike|color|size|url|img|quote|list|box|spoilerbox|spoiler|notice|centre|center"
    r"|heading|youtube|profile|code|c|imagemap|audio|\*)(?==|\])|\](?=))"
    r"|(?P<path>/(?:users|beatmaps|beatmapsets|b|s|u|scores)/[\w?#=/.-]+)"
    r"|(?P<hash>\b[0-9a-f]{32,}\b)"
    r"|(?P<digits>\d+)"
    r"|(?P<latin>[A-Za-z\u00c0-\u024f]+)"
    r"|(?P<other>[^\W\d_])",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"""([\w:-]+)=("[^"]*"|'[^']*')""")
PLAIN_ATTRIBUTES = frozenset(
    [
        "class",
        "style",
        "id",
        "width",
        "height",
        "loading",
        "colspan",
        "rowspan",
        "align",
        "start",
        "type",
    ]
)
HEX = re.compile(r"(?<![0-9a-zA-Z])[0-9a-f]{32,}(?![0-9a-zA-Z])")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?")

SCRIPTS = (
    (
        "ぁ",
        "ゖ",
        "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん",
    ),
    (
        "ァ",
        "ヺ",
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン",
    ),
    (
        "一",
        "鿿",
        "山川田水火木金土日月空星花雪風雨森林海石白青赤黒春夏秋冬朝夜東西南北上下大小中光",
    ),
    (
        "가",
        "힣",
        "가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후",
    ),
    ("Ѐ", "ӿ", "абвгдежзиклмнопрстуфхцчшя"),
    ("Ͱ", "Ͽ", "αβγδεζηθικλμνξοπρστυφχψω"),
    ("฀", "๿", "กขคงจชซญดตถทนบปผพฟมยรลวสหอ"),
)
GRADES = ("XH", "X", "SH", "S", "A", "B", "C", "D")
CONSONANTS, VOWELS = "bdfghklmnprstvz", "aeiou"


def seeded(text: str) -> random.Random:
    return random.Random(hashlib.sha256(f"answers {text}".encode()).digest())


class Anonymiser:
    """Consistent replacement of words, ids, hashes and addresses of a set of documents."""

    def __init__(self, words: Iterable[str], ids: Iterable[int] = ()) -> None:
        self._used = frozenset(word for word in words if len(word) > 2)
        self._words: dict[str, str] = {}
        self._ids: dict[int, int] = {}
        self.seen: set[int] = set()
        """Ids that were asked for."""
        last_old, last_new = 0, FIRST_ID
        for old in sorted({i for i in ids if i > 0}):
            gap = old - last_old
            # Gaps change by up to a quarter: the order and about the size are the same.
            last_new += max(1, gap - gap // 4 + seeded(str(old)).randrange(gap // 2 + 1))
            self._ids[old] = last_new
            last_old = old

    def id(self, old: int) -> int:
        self.seen.add(old)
        return self._ids.get(old, old)

    def number(self, old: str) -> str:
        """Return the new id if these digits, not named as an id, are one nevertheless."""
        return old if old[0] == "0" else str(self._ids.get(int(old), old))

    def hash(self, old: str) -> str:
        return (hashlib.sha512(f"answers {old}".encode()).hexdigest() * 8)[: len(old)]

    def word(self, old: str) -> str:
        """Return a made-up word of the same length and case."""
        key = old.lower()
        if key in KEPT_WORDS:
            return old
        new = self._words.get(key)
        if new is None:
            new = self._words[key] = self._new_word(key)
        return "".join(n.upper() if o.isupper() else n for o, n in zip(old, new, strict=False))

    def _new_word(self, key: str) -> str:
        chance = seeded(key)
        new = key
        for _attempt in range(50):
            first = chance.randrange(2)
            new = "".join(
                chance.choice(CONSONANTS if (first + at) % 2 else VOWELS) for at in range(len(key))
            )
            if new != key and new not in self._used and new not in KEPT_WORDS:
                return new
        return new

    def letter(self, old: str) -> str:
        for first, last, letters in SCRIPTS:
            if first <= old <= last:
                others = letters.replace(old, "")
                return seeded(old).choice(others)
        return old

    def digits(self, old: str) -> str:
        chance = seeded(old)
        return str(chance.randrange(1, 10)) + "".join(str(chance.randrange(10)) for _ in old[1:])

    def url(self, old: str) -> str:
        """Return an address of the same shape: host, structure and numbers' places stay."""
        scheme, slashes, rest = old.partition("//")
        host, slash, path = rest.partition("/")
        if not slashes or not any(host == known or host.endswith(f".{known}") for known in HOSTS):
            return (
                self.path(old) if not slashes else f"{scheme}//example.org{slash}{self.path(path)}"
            )
        return f"{scheme}//{host}{slash}{self.path(path, host)}"

    def path(self, old: str, folder: str = "") -> str:
        def part(match: re.Match[str]) -> str:
            text = match.group()
            if re.fullmatch(r"[0-9a-f]{32,}", text):
                return self.hash(text)
            if text.isdigit():
                before = f"{folder}/{old[: match.start()]}".rpartition("/")[0].rstrip("/")
                if before.rpartition("/")[2] in ID_FOLDERS and text[0] != "0":
                    return str(self.id(int(text)))
                return self.number(text) if len(text) > 4 else text
            return "".join(
                self.word(piece)
                if piece[:1].isalpha() and piece.isascii()
                else self._letters(piece)
                for piece in re.findall(r"[A-Za-z]+|[^A-Za-z]+", text)
            )

        return re.sub(r"[^\W_]+", part, old)

    def _letters(self, text: str) -> str:
        return "".join(self.letter(letter) for letter in text)

    def text(self, old: str, *, name: bool = False) -> str:
        """Return made-up text with the same markup; digits change in names only."""

        def part(match: re.Match[str]) -> str:
            kind, text = match.lastgroup, match.group()
            if kind == "tag":
                return self._tag(text)
            if kind == "url":
                return self.url(text)
            if kind == "path":
                return self.path(text)
            if kind == "hash":
                return self.hash(text)
            if kind == "latin":
                return self.word(text)
            if kind == "other":
                return self.letter(text)
            if kind == "digits" and name:
                return self.digits(text)
            if kind == "digits":
                return self.number(text) if len(text) >= 6 else text
            return text

        return TOKEN.sub(part, old)

    def _tag(self, tag: str) -> str:
        def attribute(match: re.Match[str]) -> str:
            key, value = match.groups()
            if key in PLAIN_ATTRIBUTES:
                return HEX.sub(lambda found: self.hash(found.group()), match.group())
            quote, inner = value[0], value[1:-1]
            new = self.url(inner) if key in ("href", "src") else self.text(inner)
            return f"{key}={quote}{new}{quote}"

        return ATTRIBUTE.sub(attribute, tag)

    def json(self, value: Json, key: str = "", parents: tuple[str, ...] = ()) -> Json:
        """Return a document of the same structure."""
        if isinstance(value, dict):
            if key.startswith("cursor") and "id" not in value:
                return {k: self.id(v) if is_id(k, v) else v for k, v in value.items()}
            return {k: self.json(v, k, (*parents, key)) for k, v in value.items()}
        if isinstance(value, list):
            return [self.json(part, key, parents) for part in value]
        if is_id(key, value):
            is_listed = key == "id" and parents[-1] in LISTED_OBJECTS
            return value if is_listed else type(value)(self.id(int(value)))
        if isinstance(value, str):
            return self._string(value, key, parents)
        return value

    def _string(self, value: str, key: str, parents: tuple[str, ...]) -> str:
        if key in ENUMERATIONS or MOMENT.fullmatch(value):
            return value
        if key == "cursor_string":
            return self._cursor(value)
        in_game = bool(parents) and parents[-1] in GAME_OBJECTS
        if in_game and key in ("name", "display_name", "short_name"):
            return value
        if key in ("checksum", "file_md5"):
            return self.hash(value)
        if key not in NAMES and not any(letter.isalpha() for letter in value):
            return value
        if re.match(r"(https?:)?//\S+$|/\w+/\S+$", value):
            return self.url(value)
        if key in ("slug", "path", "edit_url"):
            return self.path(value)
        return self.text(value, name=key in NAMES)

    def _cursor(self, value: str) -> str:
        decoded = json.loads(base64.urlsafe_b64decode(value + "=" * (-len(value) % 4)))
        new = {k: self.id(v) if is_id(k, v) else v for k, v in decoded.items()}
        coded = base64.urlsafe_b64encode(json.dumps(new, separators=(",", ":")).encode())
        return coded.decode().rstrip("=")

    # --- files of the game ---------------------------------------------------------------------

    def replay(self, body: bytes) -> bytes:
        """Return a replay file whose names, hashes and ids are replaced; its frames stay.

        A replay hash that is a digest of the header is one of the new header, too.
        """
        beatmap_hash, at = read_string(body, 5)
        player, at = read_string(body, at)
        replay_hash, at = read_string(body, at)
        start = at
        score, max_combo = struct.unpack_from("<iH", body, at + 6 * 2)
        new_beatmap_hash, new_player = self.hash(beatmap_hash), self.text(player, name=True)
        new_replay_hash = self.hash(replay_hash)
        for grade in GRADES:
            if header_digest(max_combo, player, beatmap_hash, score, grade) == replay_hash:
                new_replay_hash = header_digest(
                    max_combo, new_player, new_beatmap_hash, score, grade
                )
        out = body[:5]
        for new in (new_beatmap_hash, new_player, new_replay_hash):
            out += write_string(new)
        at += 6 * 2 + 4 + 2 + 1 + 4  # counts, score, combo, perfect, mods
        _life, at = read_string(body, at)
        at += 8  # time
        (length,) = struct.unpack_from("<i", body, at)
        at += 4 + length
        out += body[start:at]
        (online,) = struct.unpack_from("<q", body, at)
        out += struct.pack("<q", self.id(online))
        at += 8
        if len(body) - at > 4:
            (length,) = struct.unpack_from("<i", body, at)
            info = json.loads(lzma.decompress(body[at + 4 : at + 4 + length]))
            new_info = json.dumps(self.json(info), separators=(",", ":")).encode()
            packed = lzma.compress(new_info, lzma.FORMAT_ALONE)
            out += struct.pack("<i", len(packed)) + packed
            at += 4 + length
        return out + body[at:]

    def beatmap(self, body: bytes) -> bytes:
        """Return a beatmap file whose metadata and file names are replaced."""
        lines = []
        for line in body.decode().split("\n"):
            key, colon, value = line.partition(":")
            if (
                key
                in (
                    "Title",
                    "TitleUnicode",
                    "Artist",
                    "ArtistUnicode",
                    "Creator",
                    "Version",
                    "Source",
                    "Tags",
                )
                or key == "AudioFilename"
            ):
                line = f"{key}{colon}{self.text(value)}"
            elif key in ("BeatmapID", "BeatmapSetID"):
                line = f"{key}{colon}{self.id(int(value))}" + ("\r" if line.endswith("\r") else "")
            else:
                line = re.sub(r'"[^"]+"', lambda found: self.text(found.group()), line)
            lines.append(line)
        return "\n".join(lines).encode()


def is_id(key: str, value: Json) -> bool:
    if key in LISTED_IDS or isinstance(value, bool):
        return False
    named = key == "id" or key.endswith(("_id", "_ids"))
    return named and (isinstance(value, int) or (isinstance(value, str) and value.isdigit()))


def header_digest(max_combo: int, player: str, beatmap_hash: str, score: int, grade: str) -> str:
    """Return the replay hash that the server writes: a digest of values of the header."""
    text = f"{max_combo}osu{player}{beatmap_hash}{score}{grade}"
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def read_string(body: bytes, at: int) -> tuple[str, int]:
    if body[at] == 0:
        return "", at + 1
    length = shift = 0
    at += 1
    while True:
        length |= (body[at] & 0x7F) << shift
        shift += 7
        at += 1
        if not body[at - 1] & 0x80:
            break
    return body[at : at + length].decode(), at + length


def write_string(text: str) -> bytes:
    body = text.encode()
    length, coded = len(body), b""
    while length >= 0x80:
        coded += bytes([length & 0x7F | 0x80])
        length >>= 7
    return b"\x0b" + coded + bytes([length]) + body


def strings_of(value: Json) -> Iterator[str]:
    if isinstance(value, dict):
        value = value.values()
    if isinstance(value, str):
        yield value
    elif not isinstance(value, int | float | None):
        for part in value:
            yield from strings_of(part)


# --- shorter lists -----------------------------------------------------------------------------


def shapes(value: Json, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each place in a document with the type of its value: its kind, or its keys."""
    if isinstance(value, str) and path and path[-1] in KINDS:
        yield path, value
    elif isinstance(value, dict):
        yield path, " ".join(sorted(value))
        for key, part in value.items():
            yield from shapes(part, (*path, key))
    elif isinstance(value, list):
        yield path, "list" if value else "empty list"
        for part in value:
            yield from shapes(part, (*path, "[]"))
    else:
        yield path, type(value).__name__


def references(value: Json, key: str = "") -> Iterator[int]:
    """Yield the ids by which a document refers to other objects."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from references(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from references(part, key)
    elif key != "id" and is_id(key, value):
        yield int(value)


def shortened(document: Json) -> Json:
    """Return a document with shorter lists, of which every reference still finds its object."""
    referred: set[int] = set()
    while True:
        short = _shortened(document, frozenset(referred))
        found = set(references(short)) - referred
        if not found:
            return short
        referred |= found


def _shortened(value: Json, referred: frozenset[int], key: str = "") -> Json:
    if isinstance(value, dict):
        return {name: _shortened(part, referred, name) for name, part in value.items()}
    if not isinstance(value, list):
        return value
    parts = [_shortened(part, referred, key) for part in value]
    if key in WHOLE_LISTS:
        return parts
    short: list[Json] = []
    seen: set[tuple[tuple[str, ...], str]] = set()
    for part in parts:
        if not isinstance(part, dict):
            return parts
        new = set(shapes(part))
        wanted = key in SIDE_LISTS and part.get("id") in referred
        if len(short) < LENGTH or wanted or not new <= seen:
            short.append(part)
            seen |= new
    return short


# --- files -------------------------------------------------------------------------------------


def answers_from(recorded: Path) -> dict[str, bytes]:
    """Return the anonymised files of a folder of recorded responses by their names."""
    documents = {
        path.relative_to(recorded).as_posix(): shortened(json.loads(path.read_bytes()))
        for path in sorted(recorded.glob("v*/*.json"))
    }
    bodies = {
        f"osr/{path.name}": path.read_bytes() for path in sorted((recorded / "osr").iterdir())
    }
    words: set[str] = set()
    for name, document in documents.items():
        if name != REPLAY_TEXT:
            for text in strings_of(document):
                words.update(word.lower() for word in re.findall(r"[A-Za-z]+", text))
    collector = Anonymiser(words)
    replaced(documents, bodies, collector)
    answers = replaced(documents, bodies, Anonymiser(words, collector.seen))
    return {"index.json": (recorded / "index.json").read_bytes(), **answers}


def replaced(
    documents: dict[str, Json], bodies: dict[str, bytes], anonymiser: Anonymiser
) -> dict[str, bytes]:
    """Return the contents of all files as an anonymiser replaces them."""
    answers = {}
    for name, document in documents.items():
        new = document if name == REPLAY_TEXT else anonymiser.json(document)
        text = json.dumps(new, ensure_ascii=False, separators=(",", ":"))
        answers[name] = f"{text}\n".encode()
    for name, body in bodies.items():
        change = anonymiser.replay if name.endswith(".osr") else anonymiser.beatmap
        answers[name] = change(body)
    return answers


def main() -> None:
    recorded, folder = Path(sys.argv[1]), Path(sys.argv[2])
    for name, body in answers_from(recorded).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)


if __name__ == "__main__":
    main()
