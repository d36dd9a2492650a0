"""What is decided at the close about each case of a meeting, and how that is said."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Final

from intervisie_tui.domain.agenda import agenda
from intervisie_tui.domain.closing import Case, cases
from intervisie_tui.domain.decided import Choice
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import N_, _
from intervisie_tui.store.export.phrases import names_in, person_name

Apart = Mapping[int, Choice]
"""What was decided otherwise than for the rest, by the place among `domain.closing.cases`."""

NEXT: Final[dict[Choice | None, Choice | None]] = {
    None: "nothing",
    "nothing": "hand-over",
    "hand-over": "all",
    "all": None,
}
"""What somebody may say of their own case, one after the other; `None`: as the rest."""

SAID: Final[dict[Choice | None, str]] = {
    None: N_("as the rest"),
    "nothing": N_("erased"),
    "hand-over": N_("handed over"),
    "all": N_("kept"),
}


def decidable(session: Session) -> dict[int, str]:
    """What is decided about, by its place among the cases, and what each is called.

    In the order of the meeting, and last what is of the group. Of a case that was not begun,
    and of which nothing was written, there is nothing to decide.
    """
    return dict(_named(session))


def _named(session: Session) -> Iterator[tuple[int, str]]:
    there = [(at, case) for at, case in enumerate(cases(session)) if _is_there(session, case)]
    passes = count(1)
    for item in agenda(session, session.ended or session.made):
        for at, case in there:
            if case.block == item.block:
                number = item.number if case.lap is None else next(passes)
                whose = [person_name(session, person) for person in case.people]
                first = _("Case {number}").format(number=number) if number else item.title
                yield at, ", ".join(filter(None, [first, names_in(whose) if whose else ""]))
    yield from ((at, _("What is of the group")) for at, case in there if case.block is None)


def _is_there(session: Session, case: Case) -> bool:
    if any(sheet.entries and case.has(sheet) for sheet in session.sheets):
        return True
    return any(
        stop.begun and stop.block == case.block and case.lap in (None, stop.lap and stop.lap.number)
        for stop in session.plan
    )
