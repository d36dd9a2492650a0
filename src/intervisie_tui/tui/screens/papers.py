"""The papers of one meeting: what each may take along, and what there is to write down.

The room may see this screen, so it tells what is on a paper, and not a word of a case.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from intervisie_tui.domain.session import Session
from intervisie_tui.locale import N_, _
from intervisie_tui.store.certificates import certificates_of
from intervisie_tui.store.export.calendar import USUAL_MINUTES
from intervisie_tui.store.export.questionnaire import questionnaire
from intervisie_tui.store.export.readers import cases, for_case_giver, for_facilitator, for_group
from intervisie_tui.store.export.record import when
from intervisie_tui.store.hand_outs import dates_in, dates_name, name_of, papers
from intervisie_tui.store.heads import heads
from intervisie_tui.store.home import Home
from intervisie_tui.store.past import held
from intervisie_tui.tui.screens import paper_rows
from intervisie_tui.tui.screens.base import Room
from intervisie_tui.tui.screens.certifying import certificates_asked
from intervisie_tui.tui.screens.giving import QUIET, Offer, give, on_paper
from intervisie_tui.tui.screens.keys import Keys
from intervisie_tui.tui.screens.menu import MenuRows, bindings
from intervisie_tui.tui.screens.next_date import (
    as_long_as,
    dates_asked,
    four_weeks_on,
    in_calendar,
)
from intervisie_tui.tui.widgets.key_line import KeyLine
from intervisie_tui.tui.widgets.rows import Rows


class PapersScreen(Room[None]):
    """A list; each row tells what will be written before it is."""

    CSS_PATH = "list.tcss"
    AUTO_FOCUS = "Rows"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(number),
                f"case({number})",
                N_("For a case giver"),
                id=f"papers.case_{number}",
                tooltip=N_("Their own sheets, and nothing else"),
                show=False,
            )
            for number in range(1, paper_rows.KEYS + 1)
        ),
        *bindings(paper_rows.MENU, "papers"),
        Binding("escape", "dismiss(None)", N_("Back"), id="papers.away"),
        Binding("question_mark,f1", "keys", N_("Keys"), id="papers.keys"),
    ]

    _rows = query_one(Rows)

    def __init__(
        self, home: Home, session: Session, record: Path, clock: Callable[[], datetime]
    ) -> None:
        """*record* is where the session is kept, or will be."""
        super().__init__()
        self._home = home
        self._session = session
        self._record = record
        self._clock = clock
        self._cases = paper_rows.numbers(session)
        """The cases of which something can be handed out, by their numbers in the meeting."""

        self._known = paper_rows.Known()

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield MenuRows()
        yield Static(id="hint")
        yield KeyLine("papers.facilitator", "papers.group")

    def on_mount(self) -> None:
        self.retranslate()
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        self._known = await asyncio.to_thread(self._looked)
        if self.is_attached:
            self.retranslate()

    def _looked(self) -> paper_rows.Known:
        names = {f"case {at}": self._of_case(number) for at, number in enumerate(self._cases, 1)}
        names |= {"group": name_of(self._record, "group")}
        names |= {"facilitator": name_of(self._record, "facilitator")}
        names |= {"questionnaire": name_of(self._record, "everyone")}
        names |= {"dates": dates_name(self._record)}
        files = {row: papers(self._home, name) for row, name in names.items()}
        files["certificates"] = certificates_of(self._home, self._record)
        return paper_rows.Known(files, _number(self._home, self._session))

    def _of_case(self, number: int) -> str:
        return name_of(self._record, "case-giver", number)

    # What is shown

    def retranslate(self) -> None:
        title = Content.assemble((_("Papers"), "bold"), (f" · {when(self._session)}", QUIET))
        self.query_one("#title", Static).update(title)
        self._rows.put(paper_rows.rows(self._session, self._known))
        self._say_hint()

    @on(Rows.OptionHighlighted)
    def _say_hint(self) -> None:
        said = paper_rows.hint(self._rows.chosen, self._session, self._known)
        self.query_one("#hint", Static).update(Content(said))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There are as many case givers as there are."""
        return action != "case" or int(str(parameters[0])) <= len(self._cases)

    # What is written

    @on(Rows.OptionSelected)
    async def _do_row(self) -> None:
        kind, _space, number = (self._rows.chosen or "").partition(" ")
        await self.run_action(f"case({number})" if number else kind)

    @work
    async def action_case(self, at: int) -> None:
        """What that case giver takes along: the sheets of their own case."""
        number = self._cases[at - 1]
        case = cases(self._session)[number - 1]
        make = partial(for_case_giver, self._session, case)
        await self._give(f"case {at}", on_paper(self._home, self._of_case(number), make))

    @work
    async def action_group(self) -> None:
        """What the group takes along."""
        name, following = name_of(self._record, "group"), await self._following()
        make = partial(for_group, self._session, following=following)
        await self._give("group", on_paper(self._home, name, make))

    async def _following(self) -> tuple[datetime, ...]:
        return await asyncio.to_thread(dates_in, self._home, dates_name(self._record))

    @work
    async def action_facilitator(self) -> None:
        """What is for whoever leads."""
        name = name_of(self._record, "facilitator")
        make = partial(for_facilitator, self._session)
        await self._give("facilitator", on_paper(self._home, name, make))

    @work
    async def action_certificates(self) -> None:
        """Ask what stands on them, and make one for each who took part."""
        offer = await certificates_asked(self, self._home, self._session, self._record)
        if offer is not None:
            await self._give("certificates", offer)

    @work
    async def action_dates(self) -> None:
        """Ask when the group meets again."""
        session = self._session
        last = session.begun or session.made
        dates = await dates_asked(self, four_weeks_on(last, self._clock()))
        if not dates:
            return
        minutes = USUAL_MINUTES
        until = session.due or session.ended
        if until is not None and until > last:
            minutes = as_long_as((until - last).total_seconds() / 60)
        name = dates_name(self._record)
        await self._give(
            "dates", in_calendar(self._home, name, dates, minutes=minutes, clock=self._clock)
        )

    @work
    async def action_questionnaire(self) -> None:
        """The longer evaluation on paper."""
        name = name_of(self._record, "everyone")
        await self._give("questionnaire", on_paper(self._home, name, questionnaire))

    async def _give(self, row: str, offer: Offer) -> None:
        """Have it written; then its row says where it is."""
        if await give(self, offer):
            self._rows.choose(row)
            self._look()

    def action_keys(self) -> None:
        """All keys."""
        self.app.push_screen(Keys(self.active_bindings))


def _number(home: Home, session: Session) -> int | None:
    """Which meeting of the group it is, as far as its records tell."""
    begun = session.begun
    if not session.group_id or begun is None:
        return None
    return 1 + sum(each.at < begun for each in held(heads(home), session.group_id))
