"""What a session is planned with: what is on disk, and what somebody says beforehand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from pathlib import Path
from typing import Final

from intervisie_tui.domain.convene import Case, Convened
from intervisie_tui.domain.group import Group
from intervisie_tui.domain.hours import next_at
from intervisie_tui.domain.intention import Intention
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.person import Person, PersonId, seated
from intervisie_tui.store import methods
from intervisie_tui.store.home import Home

FOLLOW_UP: Final = "terugblik"
"""The id of the method that comes back to what was intended, where a meeting names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """All that is known before somebody says who comes, and when."""

    library: Mapping[str, Method] = field(default_factory=dict)
    """The methods that may be used beside the one that was chosen, by id."""

    usual: str | None = None
    """The id of the method where a meeting says "?"; `None`: it does not."""

    follow_up: str | None = None
    """The id of the method that comes back to what was intended; `None`: there is none."""

    asked: tuple[Intention, ...] = ()
    """What is asked after, of a group that met before."""

    number: int | None = None
    """Which meeting of the group it will be, from 1; `None`: of no group that is known."""

    turns: tuple[int, ...] = ()
    """The members in the order in which it could be their turn to bring a case (S2.1)."""


NOTHING: Final = Ready()
"""All that a method needs that is not a meeting, of no group that is known."""


def made_ready(home: Home, method: Method, path: Path, group: Group | None = None) -> Ready:
    """What a session of *method*, from the file at *path*, is planned with.

    It reads many files. Raises Refused where a meeting uses a method that cannot be used.
    """
    ready = Ready()
    if method.kind == "meeting":
        from intervisie_tui.store.meetings import Stock, with_usual

        library, usual = with_usual(Stock(home), method, path)
        if usual is not None and group is not None and group.method is not None:
            own = _method(home, group.method, method.language)
            if own is not None and own.kind == "case":
                library, usual = {**library, group.method: own}, group.method
        ready = Ready(library=library, usual=usual)
    return ready if group is None else _of_group(ready, home, method, group)


def _of_group(ready: Ready, home: Home, method: Method, group: Group) -> Ready:
    from intervisie_tui.domain.past import turns
    from intervisie_tui.store.follow_up import asked
    from intervisie_tui.store.heads import heads
    from intervisie_tui.store.past import held

    before = held(heads(home), group.id)
    intentions = asked(home, group.id)
    later = _method(home, FOLLOW_UP, method.language) if intentions else None
    return replace(
        ready,
        library=ready.library if later is None else {**ready.library, FOLLOW_UP: later},
        follow_up=None if later is None else FOLLOW_UP,
        asked=intentions,
        number=len(before) + 1,
        turns=tuple(turn.member for turn in turns(group, before)),
    )


def _method(home: Home, name: str, language: str) -> Method | None:
    """The method of that id that works, in *language* if it is there; `None`: none does."""
    from intervisie_tui.store.problems import Refused

    files = sorted(
        (file for file in methods.find(home, name).files if file.head is not None),
        key=lambda file: file.head is not None and file.head.language != language,
    )
    for file in files:
        try:
            return methods.load(file.path)
        except Refused:
            continue
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What was filled in when a session is prepared."""

    names: Sequence[str]
    """One for each seat, empty where nobody is named."""

    cases: Sequence[Case] = ()
    """What is brought; of a meeting, as many as are known."""

    group: str = ""
    """As the group is called on the welcome sheet."""

    first_meeting: bool = False
    online: bool = False
    begin: time | None = None
    """On the clock of this place; `None`: at once, or nobody says."""

    end: time | None = None


def convened(filled: Filled, ready: Ready, group: Group | None, now: datetime) -> Convened:
    """All that is known beforehand; who is named and is no member of *group* is a guest."""
    people = [
        seated(seat, name, None if group is None else group.known_as(name))
        for seat, name in enumerate(filled.names, 1)
    ]
    begin = None if filled.begin is None else next_at(filled.begin, now)
    return Convened(
        people=people,
        cases=filled.cases,
        order=_in_turn(people, ready.turns),
        usual=ready.usual,
        library=ready.library,
        follow_up=ready.follow_up,
        asked=ready.asked,
        group=filled.group,
        group_id="" if group is None else group.id,
        number=ready.number,
        first_meeting=filled.first_meeting,
        online=filled.online,
        starts=begin,
        due=None if filled.end is None else next_at(filled.end, begin or now),
    )


def _in_turn(people: Sequence[Person], turns: Sequence[int]) -> tuple[PersonId, ...]:
    """The seats in the order in which they bring a case: whose turn it could be, then the rest.

    *turns* are members of the group; empty: nothing is known, and so is the order.
    """
    if not turns:
        return ()
    places = {member: place for place, member in enumerate(turns)}
    last = len(turns)
    order = sorted(people, key=lambda person: places.get(person.member or 0, last))
    return tuple(person.id for person in order)
