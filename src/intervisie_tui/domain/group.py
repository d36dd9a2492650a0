"""A group that meets again: its members, and what it usually does.

A member is known by an id that is never given a second time. So what was done stays
theirs when they get another name or leave, and when somebody of the same name comes.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

from intervisie_tui.domain.person import LONGEST_NAME
from intervisie_tui.domain.text import one_line

_BETWEEN: Final = re.compile("[,;]")
"""What stands between two names in a list of them, so in none."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the group, by a name or an alias."""

    id: int
    """From 1, in the order in which they came; of one group alone."""

    name: str
    left: bool = False
    """Whether they are of the group no more; what they did there stays theirs."""


@dataclass(frozen=True)
class Group:
    """A group, as it is kept."""

    id: str
    """The name of its file, without the ending."""

    name: str
    members: tuple[Member, ...] = ()
    """All who ever were, in the order in which they came."""

    method: str | None = None
    """The id of the method it usually takes, that may be there no more; `None`: none."""

    language: Literal["nl", "en"] | None = None
    """What it speaks; `None`: not said, so the language of the program."""

    archived: bool = False
    """Whether it meets no more, or not for a long time."""

    last_id: int = 0
    """The last id that was given to a member."""

    @property
    def present(self) -> tuple[Member, ...]:
        """Those who did not leave."""
        return tuple(member for member in self.members if not member.left)

    def member(self, member_id: int) -> Member | None:
        """Who has that id; `None`: nobody."""
        return next((member for member in self.members if member.id == member_id), None)

    def titled(self, member_id: int) -> str:
        """The name to show for a member: with a number where an earlier one is called so too.

        It stays the same when somebody leaves. Empty: there is no such member.
        """
        return self._titles.get(member_id, "")

    def known_as(self, name: str) -> int | None:
        """The id of the member who is shown by that name, also who left; `None`: nobody is."""
        words = one_line(name).casefold()
        return next((id_ for id_, title in self._titles.items() if title.casefold() == words), None)

    @cached_property
    def _titles(self) -> Mapping[int, str]:
        taken = {member.name.casefold() for member in self.members}
        had: Counter[str] = Counter()
        titles: dict[int, str] = {}
        for member in self.members:
            name, title = member.name.casefold(), member.name
            had[name] += 1
            if had[name] > 1:
                while (title := _numbered(member.name, had[name])).casefold() in taken:
                    had[name] += 1
                taken.add(title.casefold())
            titles[member.id] = title
        return titles


def called(name: str) -> str:
    """A name of a member as it is kept: on one line, and nothing in it that divides names."""
    return _cut(one_line(_BETWEEN.sub(" ", name)), LONGEST_NAME)


def named(name: str) -> str:
    """A name of a group as it is kept."""
    return _cut(one_line(name), LONGEST_NAME)


def join(group: Group, name: str) -> Group:
    """Somebody comes to the group. Without a name nobody does."""
    if not (name := called(name)):
        return group
    number = group.last_id + 1
    return replace(group, members=(*group.members, Member(number, name)), last_id=number)


def rename_member(group: Group, member_id: int, name: str) -> Group:
    """A member is called something else from now on, also where they did something before."""
    member = group.member(member_id)
    if member is None or not (name := called(name)):
        return group
    return _with(group, replace(member, name=name))


def leave(group: Group, member_id: int) -> Group:
    """A member leaves the group, or comes back."""
    member = group.member(member_id)
    return group if member is None else _with(group, replace(member, left=not member.left))


def rename(group: Group, name: str) -> Group:
    """The group is called something else from now on."""
    name = named(name)
    return group if name in {"", group.name} else replace(group, name=name)


def archive(group: Group) -> Group:
    """The group is put away among those that meet no more, or brought back."""
    return replace(group, archived=not group.archived)


def use(group: Group, method_id: str | None) -> Group:
    """Another method is the usual one, by its id; `None`: none is."""
    method = method_id or None
    return group if method == group.method else replace(group, method=method)


def speak(group: Group, language: Literal["nl", "en"] | None) -> Group:
    """The group speaks another language; `None`: it is not said which."""
    return group if language == group.language else replace(group, language=language)


def _with(group: Group, member: Member) -> Group:
    members = tuple(member if each.id == member.id else each for each in group.members)
    return group if members == group.members else replace(group, members=members)


def _numbered(name: str, number: int) -> str:
    behind = f" ({number})"
    return _cut(name, LONGEST_NAME - len(behind)) + behind


def _cut(words: str, most: int) -> str:
    return words[:most].rstrip()
