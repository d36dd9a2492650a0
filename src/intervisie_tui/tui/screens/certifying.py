"""Certificates of a meeting: what stands on them is asked, and all are made in one go."""

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

from textual.screen import Screen

from intervisie_tui.domain.session import Session
from intervisie_tui.locale import _, ngettext
from intervisie_tui.store import certificates as kept
from intervisie_tui.store.certificates import Beside
from intervisie_tui.store.export.certificate import Certificate, certificates, fields
from intervisie_tui.store.export.phrases import kept_for, names_in
from intervisie_tui.store.home import Home
from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.screens.giving import Offer, usual_first


def nobody(session: Session) -> str:
    """Why there is nobody to certify; empty: there is somebody."""
    if session.ended is None:
        return _("This meeting has not ended: nobody knows yet how long it takes.")
    if not certificates(session):
        return _("It was not kept who took part, so there is nobody to certify.")
    return ""


async def certificates_asked(
    screen: Screen[Any], home: Home, session: Session, record: Path
) -> Offer | None:
    """Ask what stands on them beside who was there; `None`: that was put away, or nobody was.

    Needs a worker of *screen* to run in.
    """
    if why := nobody(session):
        screen.notify(why, markup=False)
        return None
    before = await asyncio.to_thread(kept.beside, home)
    hint = _("Enter goes on; it may stay empty.")
    said = []
    for question, value in (
        (_("Who led the meeting?"), before.facilitator),
        (_("For which organisation?"), before.organisation),
        (_("For how many points does it count?"), before.points),
    ):
        words = await screen.app.push_screen_wait(Ask(question, value, hint))
        if words is None:
            return None
        said.append(words)
    return await asyncio.to_thread(_offer, home, session, record, Beside(*said))


def _offer(home: Home, session: Session, record: Path, said: Beside) -> Offer:
    made = certificates(
        session,
        facilitator=said.facilitator,
        organisation=said.organisation,
        points=said.points,
    )

    def write(form: str) -> Sequence[Path]:
        paths = kept.write_certificates(home, record, made, form=cast("kept.Form", form))
        kept.remember(home, said)
        return paths

    return Offer(
        tell=lambda: _told(made, home.settings.certificate_days),
        place=lambda form: kept.place(home, record, made[0], form),
        write=write,
        forms=usual_first([*kept.ENDINGS], kept.usual(home)),
    )


def _told(made: Sequence[Certificate], days: int) -> Iterator[str]:
    """What stands on them, and for how long they are kept."""
    number = len(made)
    yield ngettext("{number} certificate", "{number} certificates", number).format(number=number)
    known = [each.name for each in made if each.name]
    if known:
        yield _("For {names}").format(names=names_in(known))
    if empty := number - len(known):
        said = ngettext(
            "{number} with a line to write the name on",
            "{number} with a line to write the name on",
            empty,
        )
        yield said.format(number=empty)
    on_it = fields(made[0])
    for key in ("day", "duration", "facilitator", "organisation", "points"):
        if on_it[key]:
            yield f"{on_it[f'{key}-label']}: {on_it[key]}"
    yield _("Nothing of any case is on it.")
    yield kept_for(days)
