"""Mods as flags: one number with a bit for each mod of stable."""

from __future__ import annotations

from operator import index
from typing import Any, Final

from osubrowser.api.mods import INCLUDED_MODS, MODS, SINGLE_BITS
from osubrowser.api.ossapi.utils import CONVERSIONS, BaseModel, Conversion

_LONG_NAMES: Final = {"CO": "KeyCoop", "TP": "Target"}
_LENGTH: Final = 2


def _long_name(acronym: str) -> str:
    """Return a mod's name as stable spells it in code: `HardRock`, `Key4`."""
    if acronym.endswith("K"):
        return f"Key{acronym[:-1]}"
    return _LONG_NAMES.get(acronym, MODS[acronym].name.replace(" ", ""))


int_to_mod: dict[int, list[str]] = {
    0: ["NM", _long_name("NM")],
    **{bit: [acronym, _long_name(acronym)] for acronym, bit in SINGLE_BITS.items()},
}
"""Acronym and name of each mod by its own bit, in the order of the bits."""


class ModCombination(BaseModel):
    """Combination of mods: `value` is the sum of their bits, 0 for none.

    `a + b` has the mods of both, `a - b` those of `a` that `b` does not have, and `a in b` tells
    whether they have a mod in common. Combinations with equal values are equal. `str` is the
    short name.
    """

    unknown: tuple[str, ...] = ()
    """Acronyms of the response that have no bit, such as `CL`; no other method knows of them."""

    def __init__(self, value: int) -> None:
        self.value = value

    def short_name(self) -> str:
        """Return the acronyms, `HDDT`: without DT beside NC, and SD beside PF."""
        return "".join(int_to_mod[part.value][0] for part in self._parts())

    def long_name(self) -> str:
        """Return the names, `Hidden DoubleTime`: without the mods that another one includes."""
        return " ".join(int_to_mod[part.value][1] for part in self._parts())

    def _parts(self) -> list[ModCombination]:
        return [self] if self.value in int_to_mod else self.decompose(clean=True)

    def decompose(self, clean: bool = False) -> list[ModCombination]:
        """Return the single mods in the order of `Mod.ORDER`; an empty list for none.

        With `clean`, DT is left out beside NC, and SD beside PF.
        """
        parts = [part for part in Mod.ORDER if self.value & part.value]
        if not clean:
            return parts
        hidden = {
            SINGLE_BITS[included]
            for acronym, included in INCLUDED_MODS.items()
            if self.value & SINGLE_BITS[acronym]
        }
        return [part for part in parts if part.value not in hidden]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ModCombination) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)

    def __add__(self, other: ModCombination) -> ModCombination:
        if not isinstance(other, ModCombination):
            return NotImplemented
        return ModCombination(self.value | other.value)

    def __sub__(self, other: ModCombination) -> ModCombination:
        if not isinstance(other, ModCombination):
            return NotImplemented
        return ModCombination(self.value & ~other.value)

    def __contains__(self, other: ModCombination) -> bool:
        return bool(self.value & other.value)

    def __repr__(self) -> str:
        return f"ModCombination(value={self.value})"

    def __str__(self) -> str:
        return self.short_name()


def _single(acronym: str) -> ModCombination:
    return ModCombination(SINGLE_BITS[acronym])


class Mod(ModCombination):
    """Combination of mods, made of bits, of acronyms, of other mods or of a list of these.

    `Mod(72)`, `Mod("HDDT")`, `Mod(Mod.HD + Mod.DT)` and `Mod(["HD", Mod.DT])` are equal.
    `Mod.NC` and `"NC"` include DT, `Mod.PF` and `"PF"` include SD, as the server sends them;
    `Mod._NC` and `Mod._PF` are the single bits.

    Raises:
        ValueError: a text that is empty or that is not made of acronyms of two characters in
            capitals, or that has a mod without a bit (mods of lazer alone, such as `CL`).
        TypeError: a value of another type.
    """

    NM = NoMod = ModCombination(0)
    NF = NoFail = _single("NF")
    EZ = Easy = _single("EZ")
    TD = TouchDevice = _single("TD")
    HD = Hidden = _single("HD")
    HR = HardRock = _single("HR")
    SD = SuddenDeath = _single("SD")
    DT = DoubleTime = _single("DT")
    RX = Relax = _single("RX")
    HT = HalfTime = _single("HT")
    _NC = _Nightcore = _single("NC")
    NC = Nightcore = _NC + DT
    FL = Flashlight = _single("FL")
    AT = Autoplay = _single("AT")
    SO = SpunOut = _single("SO")
    AP = Autopilot = _single("AP")
    _PF = _Perfect = _single("PF")
    PF = Perfect = _PF + SD
    K1 = Key1 = _single("1K")
    K2 = Key2 = _single("2K")
    K3 = Key3 = _single("3K")
    K4 = Key4 = _single("4K")
    K5 = Key5 = _single("5K")
    K6 = Key6 = _single("6K")
    K7 = Key7 = _single("7K")
    K8 = Key8 = _single("8K")
    K9 = Key9 = _single("9K")
    FI = FadeIn = _single("FI")
    RD = Random = _single("RD")
    CN = Cinema = _single("CN")
    TP = Target = _single("TP")
    CO = KeyCoop = _single("CO")
    V2 = ScoreV2 = _single("V2")
    MR = Mirror = _single("MR")

    KM = KeyMod = K1 + K2 + K3 + K4 + K5 + K6 + K7 + K8 + K9 + CO
    HDDT = HD + DT
    HDHR = HD + HR
    HDDTHR = HD + DT + HR

    # fmt: off
    ORDER: list[ModCombination] = [  # noqa: RUF012 - a list there, too
        NM, EZ, HD, HT, DT, _NC, HR, FL, NF, SD, _PF, RX, AP, SO, AT, V2, TD,
        FI, RD, CN, TP, K1, K2, K3, K4, K5, K6, K7, K8, K9, CO, MR,
    ]
    # fmt: on
    """The single mods in the order in which names have them; NM is the first."""

    def __init__(
        self, value: int | str | ModCombination | list[int | str | ModCombination]
    ) -> None:
        super().__init__(_bits(value))


_BITS: Final = {
    acronym: bit | SINGLE_BITS.get(INCLUDED_MODS.get(acronym, ""), 0)
    for bit, (acronym, _) in int_to_mod.items()
}


def _bits(value: Any) -> int:  # noqa: ANN401 - checked here
    if isinstance(value, ModCombination):
        return value.value
    if isinstance(value, str):
        return _bits_of_text(value)
    if isinstance(value, list):
        bits = 0
        for each in value:
            bits |= _bits(each)
        return bits
    if isinstance(value, float) and value.is_integer():
        return int(value)
    try:
        return index(value)
    except TypeError:
        raise TypeError(f"mods are bits, acronyms or a list, not {value!r:.50}") from None


def _bits_of_text(text: str) -> int:
    if not text or len(text) % _LENGTH:
        raise ValueError(f"mods are acronyms of two characters each, such as HDDT, not {text!r}")
    bits = 0
    for start in range(0, len(text), _LENGTH):
        acronym = text[start : start + _LENGTH]
        if acronym not in _BITS:
            raise ValueError(f"there is no mod {acronym!r} with a bit: {text!r}")
        bits |= _BITS[acronym]
    return bits


def mod_of_response(value: object) -> Mod:
    """Return the mods of a response: bits as number or text, an acronym, or a list of acronyms.

    Never raises: an acronym without a bit adds nothing to the value, and is kept in `unknown`.
    Values of another type are no mods.
    """
    if isinstance(value, Mod):
        return value
    bits, unknown = 0, []
    for each in value if isinstance(value, list) else [value]:
        part = each.get("acronym") if isinstance(each, dict) else each
        try:
            bits |= int(part) if isinstance(part, str) and part.isdecimal() else _bits(part)
        except (TypeError, ValueError):
            if isinstance(part, str) and part:
                unknown.append(part)
    mod = Mod(bits)
    if unknown:
        mod.unknown = tuple(unknown)
    return mod


CONVERSIONS["Mod"] = Conversion(int | str | list[Any], mod_of_response)
