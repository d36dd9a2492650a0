"""A certificate of participation and hours: who took part in a meeting, when and how long.

Some professions count these (S0.4, S2.4). Nothing of any case is on it, nor with whom it was.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Final

from intervisie_tui.domain.person import Person, PersonId
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.text import clean, one_line
from intervisie_tui.locale import _, language, ngettext
from intervisie_tui.store.export.pdf import compiled
from intervisie_tui.store.export.phrases import day, names_in
from intervisie_tui.store.export.templates import FOLDER
from intervisie_tui.store.problems import Problem, Refused, reason
from intervisie_tui.store.suggestions import nearest

NAME: Final = "certificate"
"""What a template is called, before its ending: `.typ` for a PDF, `.html` for a page."""

_FIELD: Final = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
"""What is filled in, in a page: `{{name}}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """That somebody took part."""

    seat: PersonId
    name: str
    """Empty: a line is left open to write it on."""

    begun: datetime
    minutes: int
    """What the meeting took, breaks and all."""

    in_part: bool = False
    """Whether they left before the end; how long they were there is not known."""

    facilitator: str = ""
    organisation: str = ""
    points: str = ""
    """For continuing education; empty where none are given."""


def certificates(
    session: Session,
    *,
    facilitator: str = "",
    organisation: str = "",
    points: str = "",
    minutes: int | None = None,
) -> tuple[Certificate, ...]:
    """One for each who took part; none before the meeting has ended, or if nobody is known.

    *minutes* are told instead of the time between begin and end; `None`: that time.
    """
    if session.begun is None or session.ended is None:
        return ()
    if minutes is None:
        minutes = round((session.ended - session.begun).total_seconds() / 60)
    return tuple(
        Certificate(
            seat=person.id,
            name=one_line(person.name),
            begun=session.begun,
            minutes=minutes,
            in_part=person.presence == "gone",
            facilitator=one_line(facilitator),
            organisation=one_line(organisation),
            points=one_line(points),
        )
        for person in session.people
        if _took_part(session, person)
    )


def fields(certificate: Certificate) -> Mapping[str, str]:
    """All that a template may fill in, by name; what is not known is empty."""
    says = _("took part in an intervisie meeting")
    if certificate.in_part:
        says = _("was there for part of an intervisie meeting")
    long = _("Length of the meeting") if certificate.in_part else _("Length")
    return {
        "language": language(),
        "title": _("Certificate of participation"),
        "name": certificate.name,
        "says": says,
        "day-label": _("Date"),
        "day": day(certificate.begun.astimezone()),
        "duration-label": long,
        "duration": duration(certificate.minutes),
        "facilitator-label": _("Led by"),
        "facilitator": certificate.facilitator,
        "organisation-label": _("Organisation"),
        "organisation": certificate.organisation,
        "points-label": _("Points"),
        "points": certificate.points,
        "signature-label": _("Signature"),
    }


def duration(minutes: int) -> str:
    """A length in hours and minutes: "3 hours and 10 minutes"."""
    hours, rest = divmod(minutes, 60)
    said = []
    if hours:
        said.append(ngettext("{number} hour", "{number} hours", hours).format(number=hours))
    if rest or not hours:
        said.append(ngettext("{number} minute", "{number} minutes", rest).format(number=rest))
    return names_in(said)


def as_pdf(certificate: Certificate, own: Path | None = None) -> bytes:
    """The certificate by our template, or the user's *own*. Raises Refused, and ImportError."""
    return compiled(own or FOLDER / f"{NAME}.typ", fields(certificate))


def as_html(certificate: Certificate, own: Path | None = None) -> str:
    """The certificate as a page, by our template or the user's *own*. Raises Refused."""
    path = own or FOLDER / f"{NAME}.html"
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = _("this file cannot be read: {reason}").format(reason=reason(error))
        raise Refused([Problem(path, 0, 0, message)]) from error
    known = fields(certificate)
    if problems := [
        _unknown(path, text, found, known)
        for found in _FIELD.finditer(text)
        if found[1] not in known
    ]:
        raise Refused(problems)
    return _FIELD.sub(lambda found: escape(clean(known[found[1]])), text)


def _took_part(session: Session, person: Person) -> bool:
    """Whether somebody was there; of who is gone, only what is left of them tells it."""
    if person.presence != "gone":
        return person.presence == "here"
    turns = (stop.turns for stop in session.plan if stop.turns is not None)
    spoke = any(person.id in turn.had and person.id not in turn.passed for turn in turns)
    sat = any(person.id in team for stop in session.plan if stop.begun for team in stop.teams)
    wrote = any(person.id in (entry.by, entry.owner) for _sheet, entry in session.entries())
    return spoke or sat or wrote


def _unknown(path: Path, text: str, found: re.Match[str], known: Mapping[str, str]) -> Problem:
    """A field that nothing is known of."""
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    message = _("there is no field “{name}”; what can be here: {known}").format(
        name=one_line(found[1]), known=", ".join(known)
    )
    if near := nearest(found[1], known):
        said = _("there is no field “{name}”; did you mean “{right}”?")
        message = said.format(name=one_line(found[1]), right=near)
    return Problem(path, line, column, message)
