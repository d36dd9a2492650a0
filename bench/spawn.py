"""Starting a program with a terminal as its own."""

import os
import re
import signal
from collections.abc import Mapping, Sequence
from typing import Final

NOT_INHERITED: Final = re.compile(
    "COLUMNS|LINES|NO_COLOR|FORCE_COLOR|TMUX.*|STY|TERM_PROGRAM.*|LANGUAGE|LC_.*"
    "|TEXTUAL.*|INTERVISIE.*|PYTHONDONTWRITEBYTECODE"
)
"""What the terminal or the shell that runs the tests would bring in."""


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a plain colour terminal, with `more` added."""
    kept = {name: value for name, value in os.environ.items() if not NOT_INHERITED.fullmatch(name)}
    return (
        kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"} | dict(more)
    )


def spawn(command: Sequence[str], terminal: str, env: Mapping[str, str]) -> int:
    """Start a command in the terminal device named, in a session of its own; return its process id.

    Raises `OSError` if there is no such program. Nothing is forked in Python, so that it is safe
    beside threads.
    """
    return os.posix_spawnp(
        command[0],
        list(command),
        environment(env),
        # The leader of a new session gets the first terminal that it opens as its own.
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, terminal, os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1),
            (os.POSIX_SPAWN_DUP2, 0, 2),
        ],
        setsid=True,
        setsigmask=(),
        setsigdef=(signal.SIGPIPE, signal.SIGINT, signal.SIGHUP, signal.SIGTERM),
    )
