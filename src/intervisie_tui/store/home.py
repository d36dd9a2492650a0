"""Where things are: the user's folders and settings, and our own method files."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import LANGUAGES, N_, Language, _
from intervisie_tui.store.machine import private_folder
from intervisie_tui.store.problems import Fault, Problem, Refused, reason, shown
from intervisie_tui.store.toml import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user set in `config.toml`, under these names with dashes."""

    draft_days: int = 14
    """How many days after it was begun a draft may still be resumed."""

    language: Language | None = None
    """`None`: the language of the system."""

    theme: str | None = None
    """The name of a theme, not checked; `None`: our own."""

    facilitator: str = ""
    """Who leads, as on a certificate; empty: not said."""

    organisation: str = ""
    """For which organisation, as on a certificate; empty: not said."""

    certificate_days: int = 1825
    """How many days a certificate is kept."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """By the name of a command, the keys it gets instead of ours, with commas."""


@dataclass(frozen=True, slots=True)
class Home:
    """The folders of one user."""

    root: Path
    """All below is in here."""

    settings: Settings = field(default_factory=Settings)

    problems: tuple[str, ...] = ()
    """What is wrong with the folders or the settings, a sentence each.

    The defaults stand in for a setting that is wrong.
    """

    @property
    def records(self) -> Path:
        """The records of sessions, and their desks."""
        return self.root / "records"

    @property
    def methods(self) -> Path:
        """The user's own method files."""
        return self.root / "methods"

    @property
    def groups(self) -> Path:
        """The groups that meet again."""
        return self.root / "groups"

    @property
    def hand_over(self) -> Path:
        """Sheets that wait to be given to a case giver."""
        return self.root / "hand-over"

    @property
    def cache(self) -> Path:
        """What was worked out of the records; it may be deleted at any time."""
        return self.root / "cache"


def open_home(environ: Mapping[str, str]) -> Home:
    """The home that `INTERVISIE_HOME` names, or else where this system keeps such.

    Folders that are missing are made, for this user only. Nothing here fails: what
    is wrong is said in `problems`.
    """
    home = Home(_root(environ))
    problems = []
    for folder in (home.root, home.records, home.methods, home.groups, home.hand_over):
        try:
            private_folder(folder)
        except OSError as error:
            message = _("this folder cannot be made: {reason}").format(reason=reason(error))
            problems.append(str(Problem(folder, 0, 0, message)))
            break
    settings, wrong = read_settings(home.root / "config.toml")
    return Home(home.root, settings, (*problems, *wrong))


def builtin_methods() -> Path:
    """The folder of the method files that come with the program.

    A wheel has it inside the package, a checkout at its top.
    """
    package = Path(__file__).parents[1]
    inside = package / "methods"
    return inside if inside.is_dir() else package.parents[1] / "methods"


def read_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in a file, and what is wrong in it; no file is fine."""
    if not os.path.lexists(path):
        return Settings(), ()

    try:
        document = read(path)
    except Refused as refused:
        return Settings(), tuple(map(str, refused.problems))
    said = document.data
    good = {key: value for key, value in said.items() if _is_right(key, value)}
    wrong = tuple(str(document.problem(_fault(key))) for key in said if key not in good)
    if "keys" in good:
        good["keys"] = dict(_flat(good["keys"]))
    good |= {key: one_line(good[key]) for key in ("facilitator", "organisation") if key in good}
    return Settings(**{key.replace("-", "_"): good[key] for key in good}), wrong


def _root(environ: Mapping[str, str]) -> Path:
    if named := environ.get("INTERVISIE_HOME"):
        # Absolute: a home stays where it is when the working folder changes.
        path = Path(named)
        with suppress(RuntimeError):  # "~somebody" who is not there
            path = path.expanduser()
        return path.absolute()

    from platformdirs import user_data_path

    return user_data_path("intervisie", appauthor=False)


def _is_days(value: object) -> bool:
    # To TOML, true is no number; to Python it is.
    return type(value) is int and 1 <= value <= _MOST_DAYS


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_language(value: object) -> bool:
    return value in LANGUAGES


def _is_keys(value: object) -> bool:
    return isinstance(value, dict) and all(_is_text(key) for _name, key in _flat(value))


_MOST_DAYS: Final = 36_500

_DAYS: Final = N_("a whole number of days, from 1 to 36500")

_KINDS: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "draft-days": (_is_days, _DAYS),
    "language": (_is_language, N_('"nl" or "en"')),
    "theme": (_is_text, N_("the name of a theme, in quotes")),
    "facilitator": (_is_text, N_("the name of whoever leads, in quotes")),
    "organisation": (_is_text, N_("the name of an organisation, in quotes")),
    "certificate-days": (_is_days, _DAYS),
    "keys": (_is_keys, N_("a table of commands, each with its keys in quotes")),
}
"""What each setting must be, as a test and in words."""


def _is_right(key: str, value: object) -> bool:
    return key in _KINDS and _KINDS[key][0](value)


def _fault(key: str) -> Fault:
    if key in _KINDS:
        message = _('"{key}" should be {what}').format(key=key, what=_(_KINDS[key][1]))
        return Fault((key,), message)

    from intervisie_tui.store.suggestions import nearest

    near = nearest(key, _KINDS)
    message = _('there is no setting "{key}"; there is {near}').format(
        key=shown(key), near=", ".join(f'"{name}"' for name in ([near] if near else _KINDS))
    )
    return Fault((key,), message, at_key=True)


def _flat(keys: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Names and keys; TOML reads `live.next = "n"` as a table in a table."""
    for name, key in keys.items():
        if isinstance(key, dict):
            yield from _flat(key, f"{above}{name}.")
        else:
            yield above + name, key
