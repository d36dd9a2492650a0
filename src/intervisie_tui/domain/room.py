"""Verbs on people: turns, who is here, who has which role, and the facilitator's notes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from intervisie_tui.domain.moment import Role
from intervisie_tui.domain.note import Note
from intervisie_tui.domain.person import Person, PersonId, Presence, seated
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.stop import Round, Stop
from intervisie_tui.domain.teams import by_themselves
from intervisie_tui.domain.text import clean
from intervisie_tui.domain.unroll import renewed

SEATS = 12
"""Seats there can be; more people than this is no intervisie."""

# Turns


def speakers(session: Session, stop: Stop) -> tuple[PersonId, ...]:
    """Who takes a turn at *stop*, by seat; empty where it is not done in turn.

    Also where small groups go round by themselves: no one turn is everybody's then.
    """
    moment = session.moment_of(stop)
    if by_themselves(session.method_of(stop), moment):
        return ()
    return session.holders(moment.takers, stop)


def waiting(session: Session, stop: Stop) -> tuple[PersonId, ...]:
    """Who still gets a turn at *stop*, in order: round the table from whose turn it is.

    Where the case giver ends the round, that is who comes last wherever it began.
    """
    turns = stop.turns or Round()
    latest = turns.now or next(reversed(turns.had), 0)
    ends = session.case_giver(stop) if session.moment_of(stop).last else None
    left = (p for p in speakers(session, stop) if p != turns.now and p not in turns.had)
    return tuple(sorted(left, key=lambda p: (p == ends, p < latest)))


def has_turn(session: Session) -> bool:
    """Whether somebody has the turn here."""
    turns = session.stop.turns
    return turns is not None and turns.now is not None


def next_turn(session: Session, now: datetime) -> Session:
    """Whose turn it was has had it; the next one round the table has it now."""
    turns = session.stop.turns or Round()
    ahead = waiting(session, session.stop)
    if turns.now is None and not ahead:
        return session
    had = turns.had if turns.now is None else (*turns.had, turns.now)
    return _turn(session, replace(turns, now=next(iter(ahead), None), had=had), now)


def turn_to(session: Session, person: PersonId, now: datetime) -> Session:
    """Give the turn to somebody; who had it before has had it."""
    turns = session.stop.turns or Round()
    if person not in speakers(session, session.stop) or person == turns.now:
        return session
    had = turns.had if turns.now is None else (*turns.had, turns.now)
    rest = tuple(p for p in had if p != person)
    passed = tuple(p for p in turns.passed if p != person)
    return _turn(session, replace(turns, now=person, had=rest, passed=passed), now)


def pass_turn(session: Session, now: datetime) -> Session:
    """Whose turn it is lets it pass by."""
    turns = session.stop.turns
    if turns is None or turns.now is None:
        return session
    return next_turn(_turn(session, replace(turns, passed=(*turns.passed, turns.now)), now), now)


def take_back(session: Session, now: datetime) -> Session:
    """Give the turn back to who had it last, of those who still take one."""
    turns, order = session.stop.turns or Round(), speakers(session, session.stop)
    last = next((person for person in reversed(turns.had) if person in order), None)
    if last is None:
        return session
    had = tuple(p for p in turns.had if p != last)
    passed = tuple(p for p in turns.passed if p != last)
    return _turn(session, replace(turns, now=last, had=had, passed=passed), now)


def _turn(session: Session, turns: Round, now: datetime) -> Session:
    if session.stage != "under-way":
        return session
    since = session.spent(now)
    return session.with_stop(replace(session.stop, turns=replace(turns, since=since)))


def _rearranged(session: Session) -> Session:
    """The session with other people at the table: in the passes ahead, and in whose turn it is."""
    return _turns_given_up(renewed(session))


def _turns_given_up(session: Session) -> Session:
    """The session in which who has a turn and no longer takes one, has had it."""

    def given_up(stop: Stop) -> Stop:
        turns = stop.turns
        if turns is None or turns.now is None or turns.now in speakers(session, stop):
            return stop
        return replace(stop, turns=replace(turns, now=None, had=(*turns.had, turns.now)))

    return replace(session, plan=tuple(map(given_up, session.plan)))


# Who is here


def presence(session: Session, person: PersonId, there: Presence) -> Session:
    """Say that somebody is here, still to come, or gone; who is gone gives up the turn."""
    someone = session.person(person)
    if someone is None or someone.presence == there:
        return session
    return _rearranged(_with_person(session, replace(someone, presence=there)))


def join(session: Session, name: str) -> Session:
    """Give somebody who joins now the next seat."""
    if len(session.people) >= SEATS:
        return session
    seat = 1 + max((person.id for person in session.people), default=0)
    return _rearranged(replace(session, people=(*session.people, seated(seat, name))))


def spare(session: Session) -> tuple[PersonId, ...]:
    """The seats that can be taken away: no line on the wall is theirs."""
    theirs = {seat for _, entry in session.entries() for seat in (entry.by, entry.owner)}
    return tuple(person.id for person in session.people if person.id not in theirs)


def unseat(session: Session, person: PersonId) -> Session:
    """Take away a seat that was not needed, with its turns and roles.

    A pass ahead that was for it alone is left out. A seat whose words hang somewhere stays.
    """
    if person not in spare(session):
        return session

    def others(seats: tuple[PersonId, ...]) -> tuple[PersonId, ...]:
        return tuple(seat for seat in seats if seat != person)

    def without(stop: Stop) -> Stop:
        lap = stop.lap and replace(stop.lap, people=others(stop.lap.people))
        turns = stop.turns and replace(
            stop.turns,
            now=None if stop.turns.now == person else stop.turns.now,
            had=others(stop.turns.had),
            passed=others(stop.turns.passed),
        )
        return replace(stop, lap=lap, turns=turns)

    def left_out(stop: Stop) -> Stop:
        empty = stop.lap is not None and not stop.lap.people
        return replace(stop, skipped=True) if empty and stop.id in theirs else stop

    blocks = tuple(
        replace(
            block, roles={role: left for role, who in block.roles.items() if (left := others(who))}
        )
        for block in session.blocks
    )
    fewer = replace(
        session,
        people=tuple(each for each in session.people if each.id != person),
        blocks=blocks,
        plan=tuple(map(without, session.plan)),
    )
    theirs = {
        stop.id
        for stop in session.plan
        if stop.lap and stop.lap.people == (person,) and not stop.begun and stop.id != session.at
    }
    fewer = _rearranged(fewer)
    return replace(fewer, plan=tuple(map(left_out, fewer.plan)))


def rename(session: Session, person: PersonId, name: str) -> Session:
    """Give somebody another name; empty: the number of the seat is shown."""
    someone = session.person(person)
    renamed = None if someone is None else replace(someone, name=seated(person, name).name)
    if renamed is None or renamed == someone:
        return session
    return _with_person(session, renamed)


def name_case_giver(session: Session, person: PersonId | None) -> Session:
    """Say whose case it is in this part of the meeting; `None`: not known yet."""
    if person == session.case_giver(session.stop):
        return session
    return hold(session, "case-giver", person)


def hold(session: Session, role: Role, person: PersonId | None) -> Session:
    """Give *person* a role, from here on: in this pass, in this block, or in their small group.

    `None`: nobody has it. Who may no longer take a turn, because of it, gives it up. Where
    it goes with a pass, who had it gets the pass that *person* would have had. Who is not here
    gets no role; only the case may be of somebody who is still to come, for the group can wait.
    """
    here, had = session.stop, session.having(role, session.stop)
    if person is not None and not _can_have(session, role, person):
        return session
    groups = session.groups_with(role, here)
    beside = had
    if groups is not None and person is not None:
        beside = next((team for team in session.divided(groups, here) if person in team), ())
    taken = () if person is None else (person,)
    who = tuple(sorted({*had} - {*beside} | {*taken}))
    if {*who} == {*had}:
        return session
    if session.is_of_pass(role, here):
        instead = {each: other for each in taken for other in had if other in beside}
        return _turns_given_up(_with_pass(session, who, instead))
    block = session.blocks[here.block]
    roles = {name: people for name, people in block.roles.items() if name != role}
    named = replace(block, roles=roles | ({role: who} if who else {}))
    blocks = tuple(named if i == here.block else b for i, b in enumerate(session.blocks))
    # In small groups somebody always has it, given out or not.
    return session if named == block else _rearranged(replace(session, blocks=blocks))


def _can_have(session: Session, role: Role, person: PersonId) -> bool:
    someone = session.person(person)
    return someone is not None and (role == "case-giver" or someone.presence == "here")


def next_role(session: Session, seat: PersonId) -> Session:
    """Give a seat the next role of the method's own, in place of the one it was given."""
    roles = session.method_of(session.stop).roles
    given = session.blocks[session.stop.block].roles
    held = next((role for role in roles if seat in given.get(role, ())), None)
    after = roles if held is None else roles[roles.index(held) + 1 :]
    if held is not None:
        session = hold(session, held, None)
    for role in after:
        changed = hold(session, role, seat)
        # In a small group somebody may have it already, without having been given it.
        if changed is not session:
            return changed
    return session


def _with_pass(
    session: Session, who: tuple[PersonId, ...], instead: Mapping[PersonId, PersonId]
) -> Session:
    """The session in which this pass is for *who*; others come *instead* of them in one ahead."""
    here, begun = session.stop, {stop.lap for stop in session.plan if stop.begun}

    def given(stop: Stop) -> Stop:
        lap, this = stop.lap, here.lap
        if lap is None or this is None or (stop.block, lap.step) != (here.block, this.step):
            return stop
        if lap == this:
            return replace(stop, lap=replace(lap, people=who))
        if lap in begun:
            return stop
        people = tuple(instead.get(person, person) for person in lap.people)
        return replace(stop, lap=replace(lap, people=people))

    return replace(session, plan=tuple(map(given, session.plan)))


def show_names(session: Session) -> Session:
    """Show who said what behind the lines, or no longer."""
    return replace(session, names_shown=not session.names_shown)


# The facilitator's notes


def note(session: Session, text: str) -> Session:
    """Keep a private note, made at this stop."""
    words = clean(text).strip()
    if not words:
        return session
    number = session.last_id + 1
    made = Note(id=number, text=words, stop=session.at)
    return replace(session, notes=(*session.notes, made), last_id=number)


def drop_note(session: Session, number: int) -> Session:
    """Throw a private note away."""
    rest = tuple(each for each in session.notes if each.id != number)
    return session if len(rest) == len(session.notes) else replace(session, notes=rest)


def _with_person(session: Session, person: Person) -> Session:
    return replace(
        session,
        people=tuple(person if p.id == person.id else p for p in session.people),
    )
