"""What an author asks of the list of methods: a new one, a copy, one from a file, one to a file.

Each needs a worker to run in: it asks, and no screen waits for the disk.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from textual.screen import Screen

from intervisie_tui.locale import _, language, ngettext
from intervisie_tui.store import authoring
from intervisie_tui.store.absent import absent
from intervisie_tui.store.excerpt import source
from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import Examined, MethodFile, examine, glance
from intervisie_tui.store.problems import Refused, reason
from intervisie_tui.tui.screens.ask import Ask
from intervisie_tui.tui.widgets.method_page import row
from intervisie_tui.tui.widgets.trouble import trouble

TOLD: Final = 3
"""So many problems of a file are told in a question."""


# Made here


async def make_new(screen: Screen[Any], home: Home) -> Path | None:
    """Ask for a title, and make a small method; `None`: it was not wanted."""
    question = _("A small method to start from. What is it to be called?")
    template = authoring.template(language())
    return await _make(screen, home, template, question, (_("My method"), language()))


async def make_copy(
    screen: Screen[Any], home: Home, file: MethodFile, *, to_edit: bool = False
) -> Path | None:
    """Ask for a title, and copy a method; `None`: it was not wanted."""
    if file.head is None:
        return None
    question = _("What is the copy to be called?")
    if to_edit:
        ours = _("“{title}” came with the program. You change a copy of your own.")
        question = f"{ours.format(title=file.head.title)} {question}"
    named = file.head.title, file.head.language
    return await _make(screen, home, file.path, question, named)


async def _make(
    screen: Screen[Any], home: Home, source: Path, question: str, named: tuple[str, str]
) -> Path | None:
    """*named* is the title that is offered, if the list has it not, and the language."""
    title = await asyncio.to_thread(_distinct, home, *named)
    hint = _("Enter makes it, Esc does not.")
    said = await _asked(screen, question, title, hint, anew=True)
    if not said:
        return None
    return await _done(screen, partial(_copy, home, source, said))


def _distinct(home: Home, title: str, spoken: str) -> str:
    others = authoring.beside(authoring.free(title, home), spoken, home)
    return authoring.distinct(title, others)


def _copy(home: Home, source: Path, title: str) -> Path:
    path = authoring.free(title, home)
    authoring.copy(source, path, title)
    return path


# From a file, and to one


@dataclass(frozen=True, slots=True)
class Found:
    """A file from elsewhere, as it was checked."""

    file: MethodFile
    examined: Examined
    text: str
    """Empty: there is no such file, or it is no text."""

    name: str
    """What it can be called among the user's own methods."""

    @property
    def report(self) -> str:
        """What it is, and what is wrong or right."""
        problems = self.examined.problems
        head = self.file.head
        lines = [self.file.path.name if head is None else row(head).plain]
        if not problems:
            lines.append(_("Nothing is wrong with it."))
        elif self.examined.method is None:
            said = ngettext("{number} thing is wrong", "{number} things are wrong", len(problems))
            lines.append(said.format(number=len(problems)))
        lines += [f"! {trouble(problem)}" for problem in problems[:TOLD]]
        if (more := len(problems) - TOLD) > 0:
            said = ngettext("and {number} thing more", "and {number} things more", more)
            lines.append(said.format(number=more))
        if self.examined.method is None:
            lines.append(_("You can take it in, and mend it then."))
        return "\n".join(lines)


async def take_in(screen: Screen[Any], home: Home) -> Path | None:
    """Ask for a file, say what it is worth, and take it in; `None`: it was not wanted."""
    found = await _find(screen, home)
    if found is None or authoring.is_own(found.file.path, home):
        return None if found is None else found.file.path
    name = found.name
    question = f"{found.report}\n\n" + _("Under what name do you take it in?")
    while said := await _asked(screen, question, name, _("Enter takes it in, Esc does not.")):
        path = authoring.own(said, home)
        if not path.exists():
            return await _done(screen, partial(_take_in, found.file.path, path, home))
        name = (await asyncio.to_thread(authoring.free, said, home)).stem
        question = _("You have a method of that name already. This name is free:")
    return None


async def _find(screen: Screen[Any], home: Home) -> Found | None:
    """Ask for a file until there is one that can be read."""
    question = asked = _("Which file do you want to take in?")
    offer = ""
    while said := await _asked(screen, asked, offer, _("Type where it is, or drag it in here.")):
        found = await asyncio.to_thread(_found, said, home)
        if found.text:
            return found
        offer = said
        asked = f"{trouble(found.examined.problems[0])}\n\n{question}"
    return None


def _found(said: str, home: Home) -> Found:
    path = authoring.given(said)
    name = authoring.free(path.stem, home).stem
    missing = absent(path)
    examined = examine(path) if missing is None else Examined(None, (missing,))
    return Found(glance(path), examined, source(path), name)


def _take_in(file: Path, path: Path, home: Home) -> Path:
    authoring.take_in(file, path, home)
    return path


async def hand_on(screen: Screen[Any], file: MethodFile) -> None:
    """Ask where to, and write the file there."""
    question = _("Where to? A folder, or the name of a file.")
    here = await asyncio.to_thread(authoring.given, ".")
    hint = _("A name alone goes to {folder}. Enter writes it, Esc does not.")
    hint = hint.format(folder=authoring.from_home(here))
    offer = (await asyncio.to_thread(authoring.unused, here / f"{file.id}.toml")).name
    while said := await _asked(screen, question, offer, hint):
        path = await asyncio.to_thread(authoring.target, said, file.id)
        if not path.exists():
            if await _done(screen, partial(_hand_on, file.path, path)):
                written = _("Written: {file}").format(file=authoring.from_home(path))
                screen.notify(written, markup=False)
            return
        free = await asyncio.to_thread(authoring.unused, path)
        offer = free.name if path.parent == here else authoring.from_home(free)
        question = _("There is a file of that name, and it stays as it is. This name is free:")


def _hand_on(file: Path, path: Path) -> Path:
    authoring.hand_on(file, path)
    return path


# Both


async def _asked(
    screen: Screen[Any], question: str, offer: str, hint: str, *, anew: bool = False
) -> str | None:
    return await screen.app.push_screen_wait(Ask(question, offer, hint, anew=anew))


async def _done(screen: Screen[Any], act: Callable[[], Path]) -> Path | None:
    """Do it in a thread; where that fails, say why."""
    try:
        return await asyncio.to_thread(act)
    except (Refused, OSError) as error:
        why = trouble(error.problems[0]) if isinstance(error, Refused) else reason(error)
        said = _("This could not be done: {reason}").format(reason=why)
        screen.notify(said, severity="error", markup=False, timeout=20)
        return None
