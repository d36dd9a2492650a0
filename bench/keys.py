"""The bytes a terminal sends for a key."""

from typing import Final

PLAIN: Final = {
    "enter": "\r", "tab": "\t", "escape": "\x1b", "space": " ", "backspace": "\x7f",
}  # fmt: skip
"""Keys that are one character."""

CURSOR: Final = {
    "up": "A", "down": "B", "right": "C", "left": "D", "end": "F", "home": "H",
    "f1": "P", "f2": "Q", "f3": "R", "f4": "S",
}  # fmt: skip
"""Keys that end in a letter of their own."""

NUMBERED: Final = {
    "insert": 2, "delete": 3, "pageup": 5, "pagedown": 6, "f5": 15, "f6": 17, "f7": 18,
    "f8": 19, "f9": 20, "f10": 21, "f11": 23, "f12": 24,
}  # fmt: skip
"""Keys that are told by a number."""

MODIFIERS: Final = {"shift": 1, "alt": 2, "ctrl": 4}

DISAMBIGUATE, ALL_KEYS, WITH_TEXT = 1, 8, 16
"""What a program may ask of a terminal that knows the kitty keyboard protocol."""


def encode(key: str, kitty: int = 0) -> bytes:
    """Return what is sent for `key`: a character, or a name such as `pageup` or `shift+tab`.

    `kitty` holds the flags the program has asked for; 0 is the way of the older terminals.
    Raises `ValueError` on a name that no key has.
    """
    *held, name = key.split("+") if len(key) > 1 else (key,)
    if unknown := set(held) - set(MODIFIERS):
        raise ValueError(f"{key!r}: no key to hold down is called {', '.join(sorted(unknown))}")
    modifier = 1 + sum(MODIFIERS[one] for one in held)
    if letter := CURSOR.get(name):
        opening = "\x1bO" if letter in "PQRS" else "\x1b["
        return (f"\x1b[1;{modifier}{letter}" if held else f"{opening}{letter}").encode()
    if number := NUMBERED.get(name):
        return (f"\x1b[{number};{modifier}~" if held else f"\x1b[{number}~").encode()
    character = PLAIN.get(name, name)
    if len(character) != 1:
        raise ValueError(f"no key is called {key!r}")
    if kitty and (escaped := _kitty(character, modifier, kitty)):
        return escaped.encode()
    return _older(character, held).encode()


def _kitty(character: str, modifier: int, flags: int) -> str:
    """Return the escape code of the kitty protocol, or nothing where it keeps to the older way."""
    text = character.isprintable() and modifier in (1, 2)
    named = character in "\r\t\x7f"
    if not flags & ALL_KEYS and (text or (named and modifier == 1)):
        return ""
    if character.isupper():
        modifier = 1 + (modifier - 1 | MODIFIERS["shift"])
    shown = f";{ord(character)}" if text and flags & WITH_TEXT else ""
    return f"\x1b[{ord(character.lower())};{modifier}{shown}u"


def _older(character: str, held: list[str]) -> str:
    if "shift" in held and character == "\t":
        return "\x1b[Z"
    if "shift" in held:
        character = character.upper()
    if "ctrl" in held:
        character = chr(ord(character.upper()) & 0x1F)
    return f"\x1b{character}" if "alt" in held else character
