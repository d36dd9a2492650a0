"""The program that a user writes texts with."""

import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from intervisie_tui.store.machine import command_words


def editor(environ: Mapping[str, str]) -> Sequence[str]:
    """The words that start it, as the user set them; empty: none is set."""
    for name in ("VISUAL", "EDITOR"):
        if words := command_words(environ.get(name, "")):
            return words
    return ()


def edit(path: Path, editor: Sequence[str]) -> None:
    """Have it open a file, and wait until it ends. Raises `OSError` where it cannot begin.

    A ctrl+c meanwhile is for the editor. Only the main thread can see to that.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        subprocess.run([*editor, str(path)], check=False)  # noqa: S603 - as the user set it
    finally:
        signal.signal(signal.SIGINT, before)
