"""The methods that a meeting uses: found by their names, and looked at beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from intervisie_tui.domain import choosing
from intervisie_tui.domain.convene import used
from intervisie_tui.domain.meeting import ANY
from intervisie_tui.domain.meeting_timeline import Told, meeting_timeline
from intervisie_tui.domain.method import Method
from intervisie_tui.domain.span import ONCE, Span
from intervisie_tui.domain.timeline import Reach
from intervisie_tui.locale import N_, _
from intervisie_tui.store import methods
from intervisie_tui.store.checks.meeting import fills_every_meeting
from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import Examined, MethodFile
from intervisie_tui.store.problems import Fault, Refused, in_order, shown
from intervisie_tui.store.scan import Where
from intervisie_tui.store.suggestions import nearest
from intervisie_tui.store.toml import read

KEYS: Final = ("use", "longer")
"""The keys of a block that name a method."""

SLACK: Final = 0.5
"""In minutes: less is no difference in a meeting."""

_LANGUAGES: Final = {"nl": N_("Dutch"), "en": N_("English")}


@dataclass(frozen=True)
class Stock:
    """The methods that a home has, each read once: for who looks at many meetings."""

    home: Home

    @cached_property
    def files(self) -> tuple[MethodFile, ...]:
        """All method files."""
        return methods.find(self.home).files

    def called(self, name: str) -> list[MethodFile]:
        """Those of that id."""
        return [file for file in self.files if file.id == name]

    def load(self, path: Path) -> Method:
        """The method in a file. Raises Refused."""
        if path not in self._loaded:
            self._loaded[path] = methods.load(path)
        return self._loaded[path]

    @cached_property
    def told(self) -> Told:
        """How long they take, as far as somebody asked."""
        return {}

    @cached_property
    def _loaded(self) -> dict[Path, Method]:
        return {}


def library(stock: Stock, meeting: Method, path: Path) -> Mapping[str, Method]:
    """The methods that *meeting* names, by id; what it leaves open ("?") is not among them.

    Of several editions that in the language of the meeting. Raises Refused where one cannot
    be used, at the line of the file at *path* that names it.
    """
    found: dict[str, Method] = {}
    wrong: dict[str, str] = {}
    for name in used(meeting):
        method = _method(stock, name, meeting.language)
        if isinstance(method, Method):
            found[name] = method
        else:
            wrong[name] = method
    if wrong:
        places = ((where, wrong[name]) for where, name in _named(meeting) if name in wrong)
        raise read(path).refused(Fault(where, message) for where, message in places)
    always = [
        block
        for block in meeting.blocks
        if block.use not in found or found[block.use].follow_up_chart is None
    ]
    if not fills_every_meeting(meeting, always):
        message = _("every meeting needs a block beside one that is only done where it is wanted")
        raise read(path).refused([Fault(("blocks",), message, at_key=True)])
    return found


def usual(stock: Stock, meeting: Method) -> str | None:
    """The id of the method to reckon with where the meeting says "?"; `None`: it does not."""
    return next(_usual(stock, meeting), None)


def _usual(stock: Stock, meeting: Method) -> Iterator[str]:
    """The methods for a case, in the language of the meeting; those for its people first."""
    if all(block.use != ANY for block in meeting.blocks):
        return
    heads = ((file.id, file.head) for file in stock.files)
    places = {
        name: (not _holds(head.people, meeting.people), choosing.usual(head))
        for name, head in heads
        if head and head.kind == "case" and head.language == meeting.language
    }
    yield from sorted(places, key=lambda name: places[name])


def with_usual(
    stock: Stock, meeting: Method, path: Path
) -> tuple[Mapping[str, Method], str | None]:
    """All that a meeting can be planned with: its library with the usual method, and its id.

    Raises Refused.
    """
    found = library(stock, meeting, path)
    for name in _usual(stock, meeting):
        method = found.get(name) or _method(stock, name, meeting.language)
        if isinstance(method, Method):
            return {**found, name: method}, name
    return found, None


def examine(stock: Stock, path: Path) -> Examined:
    """What a method file is worth; of a meeting also whether it fits the methods that it uses."""
    examined = methods.examine(path)
    meeting = examined.method
    if meeting is None or meeting.kind != "meeting":
        return examined
    try:
        found, name = with_usual(stock, meeting, path)
        misfits = list(_misfits(meeting, found, name, stock.told))
        more = [*map(read(path).problem, misfits)] if misfits else []
    except Refused as refused:
        return Examined(None, refused.problems)
    return Examined(meeting, in_order((*examined.problems, *more)))


def _named(meeting: Method) -> Iterator[tuple[Where, str]]:
    """Where each method is named."""
    for number, block in enumerate(meeting.blocks):
        for key in KEYS:
            name: str | None = getattr(block, key)
            if name and name != ANY:
                yield ("blocks", number, key), name


def _method(stock: Stock, name: str, language: str) -> Method | str:
    """The method of that id, or why there is none to use."""
    files = stock.called(name)
    if not files:
        return _absent(stock, name)
    # One that works first, and of those the one in the language of the meeting.
    files.sort(key=lambda f: (f.head is None, f.head is not None and f.head.language != language))
    file = files[0]
    if file.head is not None and file.head.kind == "meeting":
        return _("“{id}” is a meeting, and a meeting uses methods").format(id=shown(name))
    try:
        return stock.load(file.path)
    except Refused as refused:
        message = _("“{id}” cannot be used: {problem}")
        return message.format(id=shown(name), problem=refused.problems[0])


def _absent(stock: Stock, name: str) -> str:
    files = [f for f in stock.files if f.head is None or f.head.kind != "meeting"]
    ids = sorted({file.id for file in files})
    # Who knows a method by its title writes that.
    titles = {file.head.title.casefold(): file.id for file in files if file.head}
    right = titles.get(name.casefold()) or nearest(name.removesuffix(".toml"), ids)
    if right is None:
        message = _("there is no method “{id}”; there is: {known}")
        return message.format(id=shown(name), known=", ".join(ids))
    message = _("there is no method “{id}”; did you mean “{right}”?")
    return message.format(id=shown(name), right=right)


# What does not fit; warnings


def _misfits(
    meeting: Method, found: Mapping[str, Method], name: str | None, told: Told
) -> Iterator[Fault]:
    for where, used_here in _named(meeting):
        method = found[used_here]
        yield from (Fault(where, said, severity="warning") for said in _unfit(meeting, method))
        cases = meeting.blocks[int(where[1])].cases
        if cases != ONCE and method.rotates:
            message = _("with “{title}” everybody brings a case: once is enough")
            message = message.format(title=shown(method.title))
            yield Fault((*where[:-1], "cases"), message, severity="warning")
        if cases != ONCE and method.kind != "case":
            message = _("“{title}” treats no case, so there is nothing to count")
            message = message.format(title=shown(method.title))
            yield Fault((*where[:-1], "cases"), message, severity="warning")
    if (other := _other_time(meeting, found, name, told)) is not None:
        yield Fault(("minutes",), other, severity="warning")


def _unfit(meeting: Method, method: Method) -> Iterator[str]:
    """What the group does not have that a method needs."""
    if not _holds(method.people, meeting.people):
        message = _("“{title}” suits {suits} people, and the meeting is for {people}")
        yield message.format(title=shown(method.title), suits=method.people, people=meeting.people)
    if method.language != meeting.language:
        message = _("“{title}” is there only in {language}")
        yield message.format(title=shown(method.title), language=_(_LANGUAGES[method.language]))


def _other_time(
    meeting: Method, found: Mapping[str, Method], name: str | None, told: Told
) -> str | None:
    """That the blocks take longer than the meeting may, or shorter; `None`: they fit.

    Where a method is still to be chosen, only what no choice can bring together is told.
    """
    said = meeting.minutes
    if said is None:
        return None
    is_open = any(block.use == ANY for block in meeting.blocks)
    if is_open and name is None:
        return None
    for people in (int(meeting.people.high), int(meeting.people.low)):
        total = meeting_timeline(meeting, found, people, usual=name, told=told).total
        low, high = (total.least, total.most) if is_open else (total.usual, total.usual)
        too_short = not total.is_open and high / 60 < said.low - SLACK
        if low / 60 > said.high + SLACK or too_short:
            message = _(
                "with {people} people the blocks take {planned} minutes, and “minutes” says {said}"
            )
            return message.format(people=people, planned=_planned(total), said=said)
    return None


def _planned(total: Reach) -> str:
    return f"{round(total.usual / 60)}"


def _holds(suits: Span, people: Span) -> bool:
    """Whether a group of any of these sizes is one that it suits."""
    return suits.low <= people.low and people.high <= suits.high
