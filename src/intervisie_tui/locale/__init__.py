"""The words of the program, in the language that was chosen.

English is the language of the source and needs no catalogue; Dutch has one beside
this file. Words are looked up when they are read, so that a change of language
shows at the next paint.
"""

import gettext
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, Literal

Language = Literal["nl", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("nl", "en")

_CATALOGUES = Path(__file__).parent


class _Chosen:
    language: Language = "en"
    words: gettext.NullTranslations = gettext.NullTranslations()


def _(message: str) -> str:
    """The message in the chosen language."""
    # gettext keeps the head of the catalogue under the empty message.
    return _Chosen.words.gettext(message) if message else ""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a message that is looked up later: `_(label)` where it is shown."""
    return message


def ngettext(one: str, more: str, number: int) -> str:
    """*one* or *more* in the chosen language, as *number* asks."""
    return _Chosen.words.ngettext(one, more, number)


def set_language(language: Language) -> None:
    """Choose the language of all that is looked up from now on."""
    _Chosen.words = _catalogue(language)
    _Chosen.language = language


def language() -> Language:
    """The chosen language; English until one is chosen."""
    return _Chosen.language


def system_language(environ: Mapping[str, str], setting: str | None = None) -> Language:
    """What the user is used to: Dutch where that is asked for, else English.

    `INTERVISIE_LANG` comes first, then the *setting*, then what the system
    says: the first that says anything decides.
    """
    said = (
        environ.get("INTERVISIE_LANG")
        or setting
        or environ.get("LC_ALL")
        or environ.get("LC_MESSAGES")
        or environ.get("LANG")
        or _system_locale()
    )
    # "nl_BE.UTF-8" and "nl" nearly everywhere, "Dutch_Netherlands" on Windows.
    return "nl" if said.lower().startswith(("nl", "dutch")) else "en"


def _system_locale() -> str:
    """What a system without these variables says; empty if nothing."""
    import locale

    try:
        return locale.getlocale()[0] or ""
    except ValueError:
        return ""


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    # A catalogue that is gone makes the program English; it must not stop it.
    return gettext.translation("intervisie", _CATALOGUES, languages=[language], fallback=True)
