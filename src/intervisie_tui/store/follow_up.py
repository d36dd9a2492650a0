"""What is asked after in the next meeting of a group, read from the records that were kept.

A meeting that came back to what was intended carried all of it on, from the records that were
there when it was prepared. So the walk goes back to that one, and to what was held since.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from intervisie_tui.domain.follow_up import to_ask
from intervisie_tui.domain.intention import Intention
from intervisie_tui.domain.session import Session
from intervisie_tui.store.gate import build
from intervisie_tui.store.heads import Head, heads
from intervisie_tui.store.home import Home
from intervisie_tui.store.problems import Refused
from intervisie_tui.store.records import LARGEST, RecordProblem, load, migrated
from intervisie_tui.store.toml import read

_NEVER: Final = datetime.min.replace(tzinfo=UTC)

_PARTS: Final = ("people", "blocks", "sheets", "put-off")
"""What is read of a record, beside its charts."""

_OF_METHOD: Final = {"format", "title", "language", "charts"}


@dataclass(frozen=True, slots=True)
class Intended:
    """What is asked after."""

    of: Mapping[str, tuple[Intention, ...]] = field(default_factory=dict)
    """By the id of the group, the oldest first; groups without any are not in it."""

    names: Mapping[str, str] = field(default_factory=dict)
    """What these groups were called in the last of these records."""

    problems: tuple[str, ...] = ()
    """Why a record cannot be read that may have more."""


def asked(home: Home, group_id: str) -> tuple[Intention, ...]:
    """What is asked after in the next meeting of that group, the oldest first."""
    return everywhere(home, group_id).of.get(group_id, ())


def everywhere(home: Home, only: str | None = None) -> Intended:
    """What is asked after in the next meetings of all groups, or of *only* the one of that id."""
    found = heads(home)
    problems = [head.problem for head in found if head.state == "broken"]
    kept: dict[str, list[Head]] = {}
    for head in sorted(found, key=_held, reverse=True):
        if head.state == "kept" and head.group_id and only in (None, head.group_id):
            kept.setdefault(head.group_id, []).append(head)
    of = {id_: _walked(of_group, problems) for id_, of_group in kept.items()}
    return Intended(
        of={id_: intentions for id_, intentions in of.items() if intentions},
        names={id_: kept[id_][0].group for id_, intentions in of.items() if intentions},
        problems=tuple(problems),
    )


def intended_in(path: Path) -> tuple[Intention, ...]:
    """What is asked after by one record. Raises RecordProblem.

    It is read no further than that needs: a method, which is most of it, is only its charts.
    """
    try:
        document = read(path, largest=LARGEST, private=True)
        data = migrated(document)
        methods = {
            name: {key: said for key, said in method.items() if key in _OF_METHOD}
            for name, method in data["methods"].items()
        }
        parts = {key: data.get(key, []) for key in _PARTS}
        said = {**data["session"], **parts, "methods": methods, "plan": []}
        return to_ask(build(Session, said, document))
    except (Refused, LookupError, AttributeError, TypeError):
        # Whatever is wrong, reading all of it says it best.
        return to_ask(load(path).session)


def _walked(kept: Iterable[Head], problems: list[str]) -> tuple[Intention, ...]:
    """What is to be asked after by these records, newest first; *problems* gets what is wrong."""
    found: list[tuple[Intention, ...]] = []
    carried = _NEVER
    for head in kept:
        if (head.ended or _held(head)) <= carried:
            break
        if not (head.asks or head.followed):
            continue
        try:
            found.append(intended_in(head.path))
        except RecordProblem as problem:
            problems.append(str(problem.problems[0]))
        else:
            if head.followed:
                carried = max(carried, head.made or _NEVER)
    # What waited for somebody who was not there is in more than one record.
    return tuple(dict.fromkeys(each for intentions in reversed(found) for each in intentions))


def _held(head: Head) -> datetime:
    """When it began; what cannot be read comes last."""
    return head.begun or head.made or _NEVER
