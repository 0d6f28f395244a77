"""What player and team names are made of.

The order matters: a name is a number written in words.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST = _words(
    """
    Aether Akari Amber Arctic Ashen Asuka Aurum Azure Basil Biscuit Blade Bloom Blue Boba
    Bramble Candle Celes Chill Chroma Cinder Citrus Cloud Clover Cobalt Cocoa Comet Coral Cosmo
    Crimson Crypt Cyan Dawn Delta Dew Dizzy Drift Dusk Echo Ember Emi Endless Etude Fable Fallen
    Faux Feather Fern Flare Flint Floral Forte Frost Fuji Fumi Fuyu Gale Ginkgo Glass Gloom
    Golden Grim Hachi Hana Haru Haze Hibiki Hikari Hollow Honey Hoshi Icy Indigo Iron Ivory Jade
    Jinx Juno Kage Kaze Kelp Kiri Koi Komugi Kuro Latte Lemon Lilac Lofi Lone Lotus Lunar Lyric
    Maple Marble Matcha Mellow Melon Mika Milky Mint Misty Mochi Momo Moon Moss Nami Neon Nico
    Night Nimbus Noir Nova Oat Ocean Olive Onyx Opal Orbit Orchid Otter Paper Peach Pearl Pepper
    Pixel Plum Polar Prism Pudding Quartz Quiet Rain Raven Reverb Rhythm Rime River Rocket Rose
    Ruby Rust Sable Saku Salty Satin Scarlet Shiro Silent Sleepy Snow Solar Soy Spark Static
    Stray Sugar Summer Tabby Tama Tango Tempo Toffee Topaz Tundra Umi Uni Velvet Vinyl Violet
    Waffle Wander Wasabi Wild Winter Yami Yoru Yuki Yuzu Zen Zephyr
    """
)
"""First halves of names."""

SECOND = _words(
    """
    acorn angel arrow aster axis badger beam bean bell berry bird bolt bone breeze brook bun
    bunny byte cake cat chan chord circle cliff coast code cow crane creek crow cube dance deer
    dino dream drop duck dust edge elf ender fall fang field finch fish flame flash fleet flow
    flux fog forge fox frog fruit gate gem ghost glow goat grove hail harp hawk heart helix hill
    horn hound hush imp ink isle jam jay jelly jet key kid kit kite knight koala lake lamp lark
    leaf light lily lime link lion loop lynx mage mane maru mask mist moth mouse myth neko nest
    noise nori note nova oak orca owl panda paw peak petal petit pie pine plume point pond pop
    puff pulse quill rabbit raccoon ray reef rice ridge ring rook root rune sail san scale seal
    seed shade shark shell shine shore sky slider snail song soul spire spoon sprite star stone
    storm sword taco tail tea thorn tide tiger toad tone tower trail tree vale vibe viper voice
    wave whale wind wing wisp wolf wood wren yak zero zone
    """
)
"""Second halves of names."""

CONSONANTS = tuple("bdfghklmnprstvyz")
VOWELS = tuple("aeiou")
ENDINGS = ("", "n", "x", "s", "k", "r", "l")

KANJI = tuple("月星雪花風夜桜海空森霧鈴音葉雨狐猫兎蒼紅黒白金銀鏡夢幻旅凪灯")
KANJI_TAILS = tuple("乃子音奈人丸助羽城原野川斗也希香里美彦介太郎代江紗莉央真琴翔")
_KANA_TAILS = _words(
    """
    さん ちゃん たん まる ぽん にゃん すけ もち りん ーず みん のひと すき です うさ ねこ P ぺん
    しろ くろ きち べえ っこ ろん めろ ぷり ゆき はる
    """
)
KANA_TAILS = ("", *_KANA_TAILS)
KATAKANA = _words(
    """
    アオ カナ サキ タマ ナギ ハル マオ ヤミ ラテ ルカ ミカ ソラ リオ ノア チカ モカ ココ ユズ
    レイ キリ シオ クロ ネロ ピノ ルナ セナ ヒナ メイ ロゼ エマ
    """
)
KATAKANA_TAILS = _words(
    """
    リア ネット ミル スター ドール ローズ ルーム ベル ノート ビート ライン ムーン ティ ック
    ラッド ロン パン プー ニャ スン ダイ ゼロ ワン フォックス メロン ソーダ ケーキ ロック ラム
    ディ
    """
)
HANGUL = _words(
    """
    하늘 별빛 바람 구름 달님 소리 새벽 노을 여름 겨울 나무 파도 은하 초코 민트 두부 감자 토끼
    고래
    """
)
HANGUL_TAILS = _words(
    """
    님 이 군 양 새 꽃 비 손 길 집 밤 봄 왕 맛 별 곰 쥐 콩 빵 떡 씨 꿈 숲 섬 눈
    """
)
CYRILLIC = _words(
    """
    Тихий Северный Лунный Снежный Ночной Серый Белый Рыжий Синий Дикий Старый Мягкий Горький
    Звёздный Лесной Морской Быстрый Сонный Тёмный Ясный
    """
)
CYRILLIC_TAILS = _words(
    """
    лис кот волк ёж ворон сом лось бобр жук дым снег лёд мох гром ветер луч чай пёс ритм крот
    """
)
GREEK = _words(
    """
    Νύξ Άνεμος Φως Αστέρι Κύμα Λύκος Δάφνη Ήλιος Σελήνη Ορφέας
    """
)
GREEK_TAILS = _words(
    """
    άκι ούλα ίνος άτος ίδης έας όπουλος ώνας ίσκος άρης
    """
)
THAI = _words(
    """
    น้ำ ดาว ลม ฝน แมว หมู ปลา ฟ้า ทราย ไม้ ใบ เมฆ
    """
)
THAI_TAILS = _words(
    """
    ใส ดี น้อย งาม เย็น แดง เขียว ทอง เงิน หวาน
    """
)
ARABIC = _words(
    """
    نجم قمر بحر ريح ليل صقر ورد نور
    """
)
ARABIC_TAILS = _words(
    """
    الشمال الفجر الليل الصحراء البحر السماء الجبل الشتاء
    """
)
HEBREW = _words(
    """
    ירח כוכב רוח גל שועל חתול שלג אור
    """
)
HEBREW_TAILS = _words(
    """
    כחול לבן שקט זהב קטן אפור ישן רחוק
    """
)
HAN = _words(
    """
    清风 明月 星河 夜雨 白鹭 青竹 落樱 浮云 墨色 流光 晨曦 霜降 听雪 南山 孤舟 远岸
    """
)
HAN_TAILS = _words(
    """
    君 客 酱 喵 子 人 兔 猫 鱼 鹿 茶 糖 灯 羽 歌 梦
    """
)
TEAM_FIRST = _words(
    """
    Aim Accuracy Arcane Astral Autoplay Backbeat Blank Broken Circle Click Combo Concrete
    Crystal Cursor Daycore Digital Double Dream Echo Eternal Final Flash Flow Free Full Gentle
    Hidden High Hyper Jump Late Lazer Low Lucky Marathon Mellow Metro Midnight Miss Mono Moon
    Neon Night Nightcore Offbeat Off Orbit Osu Paper Peak Perfect Pixel Pulse Quiet Relax Retry
    Rhythm Silent Sleepy Slider Snap Solar Spinner Stable Star Stream Sudden Sweet Tablet Tap
    Tempo Triple Unstable Velvet Weekend White Zero
    """
)
TEAM_SECOND = _words(
    """
    Academy Alliance Army Arcade Assembly Bakery Band Break Brigade Cafe Cats Choir Circus Club
    Collective Company Council Crew Department Division Dynasty Embassy Enjoyers Ensemble
    Express Factory Family Foxes Garden Guild Heroes House Institute Island Kingdom Lab League
    Legion Library Lounge Orchestra Order Party Patrol Pioneers Project Rabbits Republic
    Residence Rush Sanctuary School Society Squad Station Studio Syndicate Tea Troupe Union
    Village Wolves Workshop Zone
    """
)
