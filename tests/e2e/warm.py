"""The program without the wait for what it imports: each run is a copy of one process.

What is copied has imported all of the program, has one thread, and does nothing else. A copy
has a session, a terminal, an environment and arguments of its own, and is a child of whoever
asked for it, as any program that was started.
"""

import ctypes
import gc
import json
import os
import pkgutil
import socket
import sys
import threading
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Final

import intervisie_tui
from bench.spawn import environment
from intervisie_tui.cli import main
from intervisie_tui.store.home import builtin_methods
from intervisie_tui.store.methods import load

ROOT: Final = Path(__file__).parents[2]
PR_SET_CHILD_SUBREAPER: Final = 36
LONGEST: Final = 1 << 16
"""Bytes of a call: far more than a command line and an environment take."""


def spawn(command: Sequence[str], terminal: str, env: Mapping[str, str]) -> int:
    """As `bench.spawn.spawn`, of our program and no other; on Linux only."""
    _python, _m, program, *arguments = command
    assert program == "intervisie_tui"
    call = json.dumps((arguments, terminal, environment(env)))
    system, original = ctypes.CDLL(None), _original()
    # While it says so, this process becomes the parent of a child whose parent ends.
    system.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        original.send(call.encode())
        copy = int(original.recv(LONGEST))
        original.recv(LONGEST)
    finally:
        system.prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
    return copy


@cache
def _original() -> socket.socket:
    """Who can be called for a copy; it ends when nobody can call any more."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with its:
        os.posix_spawn(
            sys.executable,
            (sys.executable, "-m", "tests.e2e.warm"),
            # How often Textual paints is read when it is imported.
            environment({"PYTHONPATH": f"{ROOT}:{ROOT / 'src'}", "TEXTUAL_FPS": "10"}),
            file_actions=[(os.POSIX_SPAWN_DUP2, its.fileno(), 0)],
            setsid=True,
        )
    return ours


def be_copied() -> int:
    """Make a copy for each call; the exit code, in a copy that of the program."""
    gc.disable()
    for module in pkgutil.walk_packages(intervisie_tui.__path__, "intervisie_tui."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    load(next(builtin_methods().glob("nl/*.toml")))
    gc.freeze()
    gc.enable()
    calls = socket.socket(fileno=0)
    while call := calls.recv(LONGEST):
        assert threading.active_count() == 1
        if between := os.fork():
            os.waitpid(between, 0)
            calls.send(b"It is yours.")
            continue
        arguments, terminal, env = json.loads(call)
        # Open before anybody looks at it: a terminal that nobody has open is at its end.
        device = os.open(terminal, os.O_RDWR)
        if copy := os.fork():
            calls.send(str(copy).encode())
            os._exit(0)
        calls.detach()
        return run(arguments, device, env)
    return 0


def run(arguments: list[str], terminal: int, env: dict[str, str]) -> int:
    """The program, as if it was started in that terminal."""
    os.login_tty(terminal)
    for name, number, how in (("stdin", 0, "r"), ("stdout", 1, "w"), ("stderr", 2, "w")):
        stream = open(number, how, buffering=1, encoding="utf-8", closefd=False)  # noqa: SIM115
        vars(sys)[name] = vars(sys)[f"__{name}__"] = stream
    os.environ.clear()
    os.environ.update(env)
    code = main(arguments)
    # A program ends when its threads have. To take apart what was imported would copy it all.
    threading._shutdown()  # type: ignore[attr-defined]
    sys.stdout.flush()
    os._exit(code)


if __name__ == "__main__":
    sys.exit(be_copied())
