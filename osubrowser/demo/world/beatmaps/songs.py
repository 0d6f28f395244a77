"""Songs: artists and titles as they are written and as they are read aloud."""

from __future__ import annotations

from dataclasses import dataclass

from osubrowser.demo.world.draws import Draws, between, chance, pick, spread

_ARTISTS = """
Aoi Hotaru|蒼井ほたる;Tsukiyo Orchestra|月夜オーケストラ;Kazami Yui|風見ゆい
nishi no mado|西の窓;Shirayuki Denki|白雪電機;Kohaku|琥珀;Hoshizora Meiro|星空迷路
Amane Rin|天音りん;Yoake Radio|夜明けラジオ;Minazuki Sora|水無月そら
Kitsune no Yomeiri|狐の嫁入り;Yume Kikai|夢機械;Neko Zensen|猫前線
Asagiri Quartet|朝霧カルテット;Kagerou Kumikyoku|陽炎組曲;Fuyu no Hanabi|冬の花火
Sakurai Nagi|桜井なぎ;Umineko Lab|海猫ラボ;Ruri Iro|瑠璃色;Denshi Momiji|電子もみじ
Tomoshibi|灯火;Ginga Shokudou|銀河食堂;Byeol Garam|별가람;Haneul Band|하늘밴드;Saebyeok|새벽
Qing Feng|清风;Xinghe Dianqi|星河电器;Tikhiy Les|Тихий лес;Paper Lantern Theory|
Sable & Quartz|;The Midnight Tramline|;Northbound Static|;Velvet Algorithm|;Cassette Meadow|
Hollow Compass|;Juniper Drive|;Aurora Kline|;Tin Star Parade|;Low Orbit Choir|;DJ Marmalade|
Kessler Bloom|;Nine Tenths|;glasswing|;vantablue|;Mira Okafor|;Sugarcane Riot|;Oskar Lind|
LOOPCRAFT|;Weather Engine|;Polyhedra|;kernel panic!|;Rosalind Vega|;Tape Delay Club|
8bit Greenhouse|;Halcyon Days|;Quiet Riot Squirrel|;SYNTAX//ERROR|;Emberwright|
"""

_NOUNS = """
夜 Yoru;海 Umi;空 Sora;星 Hoshi;月 Tsuki;雪 Yuki;花 Hana;風 Kaze;夢 Yume;森 Mori;雨 Ame
光 Hikari;影 Kage;時 Toki;心 Kokoro;声 Koe;色 Iro;庭 Niwa;街 Machi;道 Michi;橋 Hashi
鏡 Kagami;翼 Tsubasa;剣 Tsurugi;鈴 Suzu;虹 Niji;霧 Kiri;波 Nami;炎 Honoo;涙 Namida
約束 Yakusoku;記憶 Kioku;世界 Sekai;物語 Monogatari;残響 Zankyou;幻想 Gensou;旋律 Senritsu
彗星 Suisei;桜 Sakura;歯車 Haguruma
"""

_PATTERNS = (
    ("{a}の{b}", "{a} no {b}"),
    ("{a}と{b}", "{a} to {b}"),
    ("{a}に舞う{b}", "{a} ni Mau {b}"),
    ("さよなら、{a}の{b}", "Sayonara, {a} no {b}"),
    ("{a}を越えて", "{a} o Koete"),
    ("{a}、{b}、そして君", "{a}, {b}, Soshite Kimi"),
    ("{a}色{b}ダイアリー ～Long Version～", "{a}iro {b} Diary ~Long Version~"),
)

_ENGLISH = """
Afterglow;Paper Planes in the Rain;Zero Gravity Waltz;Neon Harbour;Last Train to Nowhere
Overclock;Glass Cathedral;Heliotrope;Nine Lives Later;Static Bloom;Cloud Nine Tango
Bittersweet Engine;Rhythm Thief;Satellite Lullaby;Dead Reckoning;Ultraviolet Summer
Clockwork Carnival;Fever Pitch;Tidebreaker;The Cartographer's Daughter;Kaleido Rush
Sleepless City;Gravity Falls Twice;Amber Alert;Red Line;Hyperlight;One More Quarter
Saturn Return;Blackbird Protocol;Marathon of the Moths;Parallel Hearts Club
Terminal Velocity;Lemonade Apocalypse;Voltage Garden;Quicksilver;Winter Sonata for 7 Keys
Ragnarok in Bb Minor;Candyfloss Catastrophe;Echo Chamber;Dusk till Dawn Chorus;Event Horizon
Moonlit Circuit;Butterfly Effect (Extended Mix);Snowblind;The Sound of One Key Tapping
Vortex
"""

_TAG_TEXT = """
electronic instrumental video game japanese rock pop anime opening ending tv size drum bass
happy hardcore speedcore trance vocaloid symphonic metal piano orchestral chiptune denpa
dubstep future bass jazz folk english korean female vocals original soundtrack collab
"""
_TAGS = tuple(_TAG_TEXT.split())

_SOURCES = (
    "",
    "",
    "",
    "",
    "",
    "",
    "Starlit Academy",
    "月影のソナタ",
    "Drum Daisuki 4",
    "Galaxy Diner",
    "Knight of Clover",
    "東雲奇譚",
    "BEAT//HORIZON",
)

GENRES = {
    1: "Unspecified",
    2: "Video Game",
    3: "Anime",
    4: "Rock",
    5: "Pop",
    6: "Other",
    7: "Novelty",
    9: "Hip Hop",
    10: "Electronic",
    11: "Metal",
    12: "Classical",
    13: "Folk",
    14: "Jazz",
}
"""Genres of the site by their ids."""

LANGUAGES = {
    1: "Unspecified",
    2: "English",
    3: "Japanese",
    4: "Chinese",
    5: "Instrumental",
    6: "Korean",
    7: "French",
    8: "German",
    9: "Swedish",
    10: "Spanish",
    11: "Italian",
    12: "Russian",
    13: "Polish",
    14: "Other",
}
"""Languages of the site by their ids."""

INSTRUMENTAL, ENGLISH, JAPANESE, KOREAN, CHINESE, RUSSIAN = 5, 2, 3, 6, 4, 12
"""Language numbers of the site."""


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    lines = (part.strip() for line in text.strip().splitlines() for part in line.split(";"))
    split = (part.partition("|") for part in lines if part)
    return tuple((name, original or name) for name, _, original in split)


ARTISTS = _pairs(_ARTISTS)
NOUNS = tuple(
    (part.split(" ")[0], part.split(" ")[1])
    for line in _NOUNS.strip().splitlines()
    for part in line.split(";")
)
TITLES = tuple(
    part.strip() for line in _ENGLISH.strip().splitlines() for part in line.split(";") if part
)

COUNT = 9_000
"""How many songs there are; popular ones have several beatmapsets."""


@dataclass(frozen=True, slots=True)
class Song:
    """A song: artist and title romanised and as written, tempo, length in seconds, and labels."""

    artist: str
    artist_unicode: str
    title: str
    title_unicode: str
    bpm: float
    length: int
    genre: int
    language: int
    source: str
    tags: str


class Songs:
    """All songs of one world, by their numbers from 0 to `COUNT - 1`."""

    def __init__(self, seed: int) -> None:
        self._draws = Draws(seed, "songs")

    def artist_number(self, index: int) -> int:
        """Return which of `ARTISTS` made a song."""
        return self._draws.at(index)[0] * len(ARTISTS) >> 32

    def length(self, index: int) -> int:
        """Return the length of a song in seconds: many are cut to the length of an opening."""
        return _length(self._draws.at(index))

    def featured_artist(self, index: int) -> int | None:
        """Return the id of a song's featured artist; None if the artist is not featured."""
        artist = self.artist_number(index)
        return None if artist % 5 else artist // 5 + 1

    def song(self, index: int) -> Song:
        """Return a song."""
        draws = self._draws.at(index)
        artist, artist_unicode = pick(draws[0], ARTISTS)
        asian = artist != artist_unicode and not artist_unicode.isascii()
        if chance(draws[1], 0.86 if asian else 0.12):
            title, title_unicode = _japanese(draws)
        else:
            title = title_unicode = pick(draws[2], TITLES)
        tempo = spread(draws[5], 88, 232)
        bpm = round(tempo) if chance(draws[6], 0.9) else round(tempo, 2)
        return Song(
            artist=artist,
            artist_unicode=artist_unicode,
            title=title,
            title_unicode=title_unicode,
            bpm=bpm,
            length=_length(draws),
            genre=pick(draws[9], (2, 3, 3, 3, 4, 4, 5, 7, 9, 10, 10, 10, 11, 12, 13, 14)),
            language=_language(artist_unicode, draws[10]),
            source=pick(draws[11], _SOURCES),
            tags=" ".join(dict.fromkeys(pick(draw, _TAGS) for draw in draws[4:13])),
        )


def _length(draws: tuple[int, ...]) -> int:
    short = chance(draws[7], 0.45)
    return between(draws[8], 78, 96) if short else between(draws[8], 100, 342)


def _japanese(draws: tuple[int, ...]) -> tuple[str, str]:
    """Return a title romanised and as written."""
    written, read = pick(draws[2], NOUNS)
    other, other_read = pick(draws[3], NOUNS)
    pattern, pattern_read = pick(draws[4], _PATTERNS)
    title = pattern_read.format(a=read, b=other_read)
    return title, pattern.format(a=written, b=other)


def _language(artist: str, draw: int) -> int:
    if chance(draw, 0.2):
        return INSTRUMENTAL
    first = artist[0]
    if "가" <= first <= "힣":
        return KOREAN
    if "А" <= first <= "я":
        return RUSSIAN
    if artist in ("清风", "星河电器"):
        return CHINESE
    return ENGLISH if first.isascii() else JAPANESE
