"""The names of keys, as they stand on the keyboard."""

from intervisie_tui.locale import N_, _

SAID = {
    "right": "→",
    "left": "←",
    "up": "↑",
    "down": "↓",
    "pagedown": "PageDown",
    "pageup": "PageUp",
    "space": N_("space"),
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "delete": "Del",
    "backspace": "Backspace",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "full_stop": ".",
    "question_mark": "?",
    "slash": "/",
}


def key_name(key: str) -> str:
    """A key as it stands on the keyboard."""
    *held, last = key.split("+") if key != "plus" else ["plus"]
    # A letter is a key, and not the word it may be in a question.
    said = _(SAID[last]) if last in SAID else last.upper() if len(last) > 1 else last
    return "+".join([*(part.capitalize() for part in held), said])
