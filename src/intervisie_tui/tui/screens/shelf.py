"""The method files there are, as far as they were looked through."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from intervisie_tui.domain.card import folded
from intervisie_tui.domain.choosing import usual
from intervisie_tui.domain.method import Method
from intervisie_tui.locale import Language
from intervisie_tui.store.home import Home
from intervisie_tui.store.methods import MethodFile, find, load
from intervisie_tui.store.problems import Problem, Refused


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is left out of a list of methods."""

    words: str = ""
    """Every one of them must be somewhere in what the list knows of a method."""

    kind: str = ""
    """A kind of method, or "own" for the user's; empty: all of them."""

    language: str = ""
    """Empty: any."""

    def takes(self, file: MethodFile, *, own: bool) -> bool:
        """Whether a method stays; of a broken one no more is known than its name."""
        head = file.head
        if self.kind == "own" and not own:
            return False
        if self.kind not in {"", "own", head and head.kind}:
            return False
        if self.language not in {"", head and head.language}:
            return False
        said = [head.title, head.summary, head.source, head.fit.when] if head else []
        there = folded("\n".join([file.id, *said]))
        return all(word in there for word in folded(self.words).split())


@dataclass(frozen=True, slots=True)
class Shelf:
    """What can be chosen from, and what is wrong with the rest."""

    files: tuple[MethodFile, ...] = ()
    notices: tuple[str, ...] = ()
    """What the user should know about the files, a sentence each."""

    methods: Mapping[Path, Method] = field(default_factory=dict)
    """Those that were looked through and are right."""

    problems: Mapping[Path, tuple[Problem, ...]] = field(default_factory=dict)
    """Everything that is wrong with a file, once it was looked through."""

    def method(self, file: MethodFile) -> Method:
        """What is in a file; read now if nobody did before. Raises Refused."""
        if wrong := self.wrong(file):
            raise Refused(wrong)
        return self.methods.get(file.path) or load(file.path)

    def wrong(self, file: MethodFile) -> tuple[Problem, ...]:
        """What is known to be wrong with a file."""
        known = self.problems.get(file.path, ())
        return known or ((file.problem,) if file.problem else ())

    def titles(self, language: str) -> Mapping[str, str]:
        """The title of each method by its id; of several editions that in *language*."""
        heads = [(file.id, file.head) for file in self.files if file.head is not None]
        heads.sort(key=lambda each: each[1].language == language)
        return {name: head.title for name, head in heads}

    def sorted(self, language: Language) -> tuple[MethodFile, ...]:
        """All files, those for a case first: those in that language first, the broken ones last."""

        def place(file: MethodFile) -> tuple[object, ...]:
            if self.wrong(file) or file.head is None:
                return (True,)
            return False, file.head.language != language, *usual(file.head)

        return tuple(sorted(self.files, key=place))

    def usable(self, language: Language) -> tuple[MethodFile, ...]:
        """The files that a session can be prepared with, as far as is known."""
        return tuple(file for file in self.sorted(language) if not self.wrong(file))


def shelf_of(home: Home) -> Shelf:
    """What there is, by the heads of the files alone."""
    found = find(home)
    return Shelf(found.files, found.notices)


def looked_through(shelf: Shelf) -> Shelf:
    """The same, with every file read to its end; this takes a moment."""
    methods, problems = {}, {}
    for file in shelf.files:
        try:
            methods[file.path] = load(file.path)
        except Refused as refused:
            problems[file.path] = refused.problems
    return replace(shelf, methods=methods, problems=problems)
