"""What mappers and modders say to each other."""

from __future__ import annotations

SUGGESTIONS = (
    "the spacing here suggests 1/1, but the music has a hold. maybe turn it into a slider?",
    "this overlap hides the slider head, moving it a bit to the left would help",
    "how about a new combo here, the downbeat is on this note",
    "NC for consistency with the first chorus",
    "volume could go down to about 40 % for the calm part",
    "Since the vocals stop here, consider dropping the density for two measures.",
    "blanket is slightly off, 0.2 px or so ;p",
    "whistle on the tail, like you did everywhere else",
    "The flow into the next pattern is rather sharp for this difficulty. Rotating both circles by"
    " about 20 degrees keeps your idea and reads much better.",
    "can we get a break here? the drain time is over three minutes without one",
    "ここの間隔、もう少し狭い方がいいと思います",
    "this jump is the biggest one of the whole map, while the sound is one of the weakest",
    "unsnapped by 1 ms, resnap to 1/4",
    "maybe use a reverse arrow instead of two sliders? feels closer to the guitar",
    "这里节奏可以改成三连，和鼓点一致",
    "spinner ends 1/2 too late",
    "Would it make sense to raise the AR to 9.2? With this density 9 is hard to read.",
    "hitsound is missing on the white tick",
    "여기 리듬이 조금 어색해요. 1/2 슬라이더는 어떨까요?",
    "I would map the snare roll, it is clearly audible with headphones",
)
"""Suggestions about a moment of a difficulty."""

PROBLEMS = (
    "object is outside of the playfield in 4:3",
    "unrankable: two objects start at the same time",
    "the kiai starts 2 ms late in this difficulty but not in the others",
    "metadata: the romanised title is not the one of the official release",
    "This slider is unreadable without knowing it. The path crosses itself twice and the end is not"
    " visible before it has to be played.",
    "epilepsy warning is needed for the storyboard",
    "the preview point differs between difficulties",
    "the background is below the minimum size",
    "missing source. The song was first used in the game, see its official site.",
)
"""Problems, which stop a nomination."""

PRAISES = (
    "best part of the map <3",
    "love how the rhythm follows the bass here",
    "this pattern is so good",
    "the slider art!!",
    "素晴らしい",
)
HYPES = (
    "hype!",
    "this deserves to be ranked",
    "finally a map of this song, good luck!",
    "おうえんしています！",
    "wonderful song and a wonderful spread. Ready to go!",
    "been waiting for this since last year",
    "vamos",
    "hype hype hype",
    "加油！",
)
NOTES = (
    "The hitsounds were made by a friend, please do not change them.",
    "Guest difficulties are final. Mod them, but I will ask their makers first.",
    "Metadata sources: official site, album booklet.",
    "I will be away next week, so replies can take a while.",
)
REVIEWS = (
    "Looked at the whole set. The spread is fine, the top difficulty needs some love:",
    "First of all: great song choice. Here is what I noticed while playing:",
    "General impression: very solid, but the second half loses contrast. Details:",
)
"""How a review begins."""

THANKS = (
    "fixed!",
    "done, thank you",
    "okay changed",
    "applied",
    "fixed, nice catch",
    "I kept the spacing but moved the slider, it should be fine now",
    "changed both this and the same spot in the second chorus",
    "直しました、ありがとうございます！",
    "done~",
    "No change here: this is on purpose, it mirrors the intro. The other one is fixed though.",
    "tried it and it plays better indeed, thanks!",
)
"""What a mapper answers."""

BACKS = (
    "looks good now",
    "I still think it is too much, but it is your map :)",
    "the second one is still there",
    "Understood. Then maybe at least lower the volume?",
    "perfect",
    "how about moving it 10 px up, as a compromise?",
    "ありがとう！",
    "sounds reasonable to me",
)
"""What others answer to that."""

REOPENS = (
    "reopening: it is still there in the Hard",
    "sorry, this came back with your last update",
    "I have to open this again, the new version has the same issue at 01:12",
)
"""What is said when an issue is opened again."""
