"""How the blocks of a meeting are said: what is used, for how many cases, and what else."""

from collections.abc import Iterator, Mapping

from intervisie_tui.domain.meeting import ANY, MeetingBlock
from intervisie_tui.domain.span import MANY, ONCE, Span
from intervisie_tui.locale import _, ngettext
from intervisie_tui.store.export.phrases import length, span, when


def block_title(block: MeetingBlock, titles: Mapping[str, str]) -> str:
    """What a block is called; *titles* are those of methods, by id.

    Of a method without a title there its id.
    """
    if block.use is None:
        return block.title
    if block.use == ANY:
        return _("A method that is chosen when the meeting is planned")
    return titles.get(block.use, block.use)


def about_use(block: MeetingBlock, titles: Mapping[str, str]) -> Iterator[str]:
    """Which file a method that is used is in, and all that the meeting says of it."""
    name = block.use or ""
    if name.casefold() not in (ANY, block_title(block, titles).casefold()):
        yield name
    if block.cases != ONCE:
        yield cases(block.cases)
    if block.minutes is not None:
        takes = length(block.minutes.low, block.minutes.high)
        yield takes if block.cases == ONCE else _("{length} a case").format(length=takes)
    yield from about_block(block, titles)


def about_block(block: MeetingBlock, titles: Mapping[str, str]) -> Iterator[str]:
    """When it is done, what may take its place, and whether it may be shorter."""
    yield from filter(None, [when(block)])
    if block.longer is not None:
        # What is looked back on at more length (S3.4).
        said = _("or longer: {method}, at the first and third meeting")
        yield said.format(method=titles.get(block.longer, block.longer))
    if block.optional:
        yield _("may be left out")
    if block.protected:
        yield _("do not shorten")


def about_break() -> str:
    """What happens in a break beside what its author wrote."""
    return _("the group sees when to be back")


def cases(number: Span) -> str:
    """How many cases a block has."""
    if number.high == MANY:
        return _("all cases that are left")
    return ngettext("{number} case", "{number} cases", int(number.high)).format(number=span(number))
