"""What the page of a group says: its rows, and a word about the row that is chosen."""

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from intervisie_tui.domain.group import Group, Member
from intervisie_tui.locale import N_, _
from intervisie_tui.store.methods import MethodFile
from intervisie_tui.tui.screens.menu import Entry
from intervisie_tui.tui.widgets.key_names import key_name
from intervisie_tui.tui.widgets.method_page import QUIET
from intervisie_tui.tui.widgets.reading import Paragraph, Prose

MEETINGS: Final = {
    "plan": Entry(
        "p",
        N_("Plan a meeting"),
        N_("Prepare a session for this group; who is in it is filled in"),
        N_("Plan a meeting"),
        N_("Who is in the group and what it usually does are filled in; change what you like."),
    ),
    "intentions": Entry(
        "i",
        N_("Intentions"),
        N_("What members want to be asked after at the next meeting"),
        N_("Intentions"),
        N_("What members want to be asked after next time, in their own words."),
    ),
    "history": Entry(
        "h",
        N_("History"),
        N_("Dates, methods, whose turn it could be and times; not a word of any case"),
        N_("History"),
        N_("When you met, with which methods, whose turn it could be, and how long it took."),
    ),
    "dates": Entry(
        "d",
        N_("Next date"),
        N_("The next meeting or a series of them, for everybody's calendar"),
        N_("Next date"),
        N_("The next meeting or a series of them, as a file for everybody's calendar."),
    ),
    "letter": Entry(
        "b",
        N_("Letter"),
        N_("To who brings a case: three questions to think over, and what makes a good case"),
        N_("Letter to who brings a case"),
        N_("Three questions to think over before the meeting, and what makes a good case."),
        shown=False,
    ),
    "questionnaire": Entry(
        "q",
        N_("Questionnaire"),
        N_("The longer evaluation, to fill in with a pen and without a name"),
        N_("Questionnaire"),
        N_("The longer evaluation on paper, as after the first or the third meeting."),
        shown=False,
    ),
}
"""What is about the meetings of the group."""

ABOUT: Final = {
    "rename": Entry(
        "n",
        N_("Another name"),
        N_("Of the group, or of the member whose row it is"),
        N_("Name"),
        N_("On the welcome sheet, and in your list of groups."),
    ),
    "usual": Entry(
        "m",
        N_("Usual method"),
        N_("The method that is filled in when a meeting is planned"),
        N_("Usual method"),
        N_("Filled in when you plan a meeting; you can still take another."),
    ),
    "language": Entry(
        "l",
        N_("Language"),
        N_("The next language; after the last one it is not said which"),
        N_("Language"),
        N_("Methods in this language come first when you plan a meeting."),
    ),
}
"""What is kept of the group itself."""

MEMBERS: Final = {
    "join": Entry(
        "j",
        N_("Somebody joins"),
        N_("Names or aliases, with commas between them"),
        N_("Somebody joins"),
        N_("A name or an alias; several with commas between them."),
    ),
    "leave": Entry(
        "g",
        N_("Left, or back"),
        N_("This member left the group, or is back; what they did stays theirs"),
        "",
        "",
    ),
}
"""What is about who is in the group; what has no words is no row."""

AWAY: Final = {
    "archive": Entry(
        "z",
        N_("Archive"),
        N_("Out of the list of groups, or back in it; nothing is lost"),
        N_("Archive"),
        N_("Out of the list of groups; nothing is lost."),
        shown=False,
    ),
    "delete": Entry(
        "delete",
        N_("Delete"),
        N_("The group with all records of its meetings, after a question"),
        N_("Delete, with all records"),
        N_("The group and all that was kept of its meetings go for good, after a question."),
    ),
}
"""What takes the group away."""

MENU: Final = MEETINGS | ABOUT | MEMBERS | AWAY

SPOKEN: Final = {"nl": N_("Dutch"), "en": N_("English")}

_KEY: Final = 4
"""Cells for the key before a row."""

_LABEL: Final = 16
"""Cells for what is said of the group before what it is."""

Row = tuple[str | None, Content | Prose]


def rows(group: Group, usual: MethodFile | None) -> Iterator[Row]:
    """The rows with the names of their actions; those of members are "member 3"."""
    yield from _doors(MEETINGS)
    yield None, Content()
    for action, said in _said(group, usual).items():
        label = _(ABOUT[action].words)
        yield action, _row(ABOUT[action].key, Content.assemble(f"{label:<{_LABEL}}", said))
    yield None, Content()
    yield None, Content.styled(_("Members"), "bold")
    for member in sorted(group.members, key=lambda each: each.left):
        yield f"member {member.id}", _row("", _member(group, member))
    yield from _doors(MEMBERS)
    yield None, Content()
    for action, words in _doors(AWAY):
        back = action == "archive" and group.archived
        yield action, _row(AWAY[action].key, Content(_("Back into the list"))) if back else words


def member_of(row: str | None, group: Group) -> Member | None:
    """The member that a row is about; `None`: it is about another thing."""
    kind, _space, number = (row or "").partition(" ")
    return group.member(int(number)) if kind == "member" else None


def hint(row: str | None, group: Group, usual: MethodFile | None) -> str:
    """A word about a row, before it is chosen."""
    if (member := member_of(row, group)) is not None:
        if member.left:
            return _("Left the group; what they did there stays theirs. g: is back.")
        return _("Enter: another name, also in the history of the group. g: left the group.")
    if row == "usual" and usual is not None and usual.head is not None and usual.head.summary:
        return usual.head.summary
    if row == "usual" and group.method:
        return _("This method is there no more; choose another.")
    if row == "archive" and group.archived:
        return _("Back into the list of groups.")
    return _(MENU[row].hint) if row in MENU else ""


def _doors(menu: dict[str, Entry]) -> Iterator[tuple[str, Prose]]:
    for action, entry in menu.items():
        if entry.words:
            yield action, _row(entry.key, Content(_(entry.words)))


def _said(group: Group, usual: MethodFile | None) -> dict[str, Content]:
    nothing = Content.styled(_("not chosen"), QUIET)
    method = nothing
    if usual is not None and usual.head is not None:
        method = Content(usual.head.title)
    elif group.method:
        method = Content.styled(f"! {group.method}", "$text-warning")
    spoken = Content(_(SPOKEN[group.language])) if group.language else nothing
    return {"rename": Content(group.name), "usual": method, "language": spoken}


def _member(group: Group, member: Member) -> Content:
    title = group.titled(member.id)
    return Content.styled(f"{title} · {_('left')}", QUIET) if member.left else Content(title)


def _row(key: str, words: Content) -> Prose:
    """A row with the key that does the same."""
    sign = f"{key_name(key) if key else '':<{_KEY - 1}}"
    return Prose([Paragraph(words, Content.styled(sign, QUIET))])
