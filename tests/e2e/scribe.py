"""A session led at full speed, its record kept by the real writer: a process made to be killed.

    python -m tests.e2e.scribe RECORD SEED [DIES]

It tells on its standard output, one number a line, how much of it is on the disk. With
*DIES* it kills itself at that step of the writing, counted from the start: before or
after a call that puts a file on the disk.
"""

import os
import random
import signal
import sys
import threading
from datetime import timedelta
from itertools import count
from pathlib import Path
from types import FrameType

from intervisie_tui.domain import course, flow, room, wall
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.session import Session
from intervisie_tui.store import machine
from intervisie_tui.store.writer import open_writer
from tests.domain.samples import FIVE, NAMES, NINE
from tests.prepared import prepare

CALLS = {"open", "unlink", "write", "flush", "fsync", "replace", "close", "__exit__"}
"""What the system is asked, to put a file on the disk."""


def main() -> None:
    """Lead until somebody puts an end to it."""
    path, seed, *dies = sys.argv[1:]
    if dies:
        die_at(int(dies[0]))
    writer = open_writer(Path(path), on_saved=tell, settle=0)
    assert writer is not None
    chance = random.Random(seed)  # noqa: S311 - chance that comes back
    session = prepare("five", FIVE, NINE, names=NAMES, case_giver=5)
    for number in count(1):
        session = wall.write_on(session, "Questions", words(number))
        session = handled(session, number, chance)
        writer.put(session, Desk(writing=True, draft=words(number), caret=number % 7))
        if chance.random() < 0.5:
            writer.flush(60)


def written(path: Path, lines: int) -> Path:
    """The path of a record, after a session with so many lines was written there."""
    writer = open_writer(path)
    assert writer is not None
    session = course.begin(prepare("five", FIVE, NINE, names=NAMES, case_giver=5), NINE)
    for number in range(1, lines + 1):
        session = wall.write_on(session, "Questions", words(number))
    writer.put(session, Desk())
    assert writer.close(60)
    return path


def words(number: int) -> str:
    """What is said, and half-typed, at a count."""
    return f"{number} what is said — “zo” \N{SLIGHTLY SMILING FACE}"


def handled(session: Session, number: int, chance: random.Random) -> Session:
    """The session with something else done to it too: of each kind of change, now and then."""
    now = NINE + timedelta(seconds=number)
    last = session.last_id
    match chance.randrange(6):
        case 0:
            return course.start(flow.repeat(course.begin(session, now), now), now)
        case 1:
            return wall.note_answer(session, last, "a note of it")
        case 2:
            return wall.move(session, last, -chance.randrange(3))
        case 3:
            return room.next_turn(session, now)
        case 4:
            return room.note(session, "for myself")
        case _:
            return wall.judge(session, last, "neutral")


def tell(session: Session) -> None:
    """Acknowledge what is on the disk now."""
    print(sum(1 for _ in session.entries()), flush=True)  # noqa: T201 - to who kills it


def die_at(step: int) -> None:
    """Have this process killed at that step of the thread that writes, counted from 1."""
    steps = count(1)

    def seen(frame: FrameType, _: str, called: object) -> None:
        file = frame.f_code.co_filename
        saving = file == machine.__file__ or "pathlib" in file
        if saving and getattr(called, "__name__", "") in CALLS and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    threading.setprofile(seen)


if __name__ == "__main__":
    main()
