"""The page about the methods and their sources says what is really there."""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from intervisie_tui.domain import convene
from intervisie_tui.domain.choosing import KINDS
from intervisie_tui.domain.method import Method
from intervisie_tui.locale import LANGUAGES, Language
from intervisie_tui.store.cards import load as load_cards
from intervisie_tui.store.home import builtin_methods
from intervisie_tui.store.methods import load

PAGE: Final = (Path(__file__).parents[2] / "docs" / "methods.md").read_text("utf-8")

COUNTS: Final = {"S0": 8, "S1": 5, "S2": 4, "S3": 13, "S4": 5}
"""How many facts each source has."""

FACTS: Final = [
    fact
    for source, count in COUNTS.items()
    for number in range(1, count + 1)
    for fact in (f"{source}.{number}", *(["S3.3b"] if (source, number) == ("S3", 3) else []))
]

PLACES: Final = {
    "advise": "screens.advice",
    "methods": "screens.methods",
    "prepare: form": "screens.prepare_form",
    "prepare: check-list": "screens.checklist",
    "flap": "widgets.flap",
    "flap: rules": "widgets.poster",
    "flap: questions": "widgets.poster",
    "flap: lent": "widgets.pen",
    "flap: break": "widgets.break_sheet",
    "regie": "screens.regie",
    "plan": "screens.plan",
    "agenda": "screens.agenda",
    "re-plan": "screens.replan",
    "close": "screens.close",
    "papers": "screens.papers",
    "records": "screens.records",
    "group": "screens.group",
    "group: history": "screens.past",
    "group: papers": "screens.group_papers",
}
"""The places in the program that the page may name, and the part of `tui` that shows each."""

NOWHERE: Final = "—"
REASONS: Final = ("on purpose: ", "for the organiser, not for a session: ")


class Row(NamedTuple):
    """A line of the table of facts."""

    fact: str
    says: str
    where: str
    step: str

    @property
    def steps(self) -> list[str]:
        """The titles or places that are named."""
        return self.step.split(" · ")


def table(*head: str) -> Iterator[list[str]]:
    """The cells of the table with that head, a row at a time."""
    lines = iter(PAGE.splitlines())
    for line in lines:
        if cells(line) == [*head]:
            break
    next(lines)
    for line in lines:
        if not line.startswith("|"):
            return
        found = cells(line)
        assert len(found) == len(head), line
        yield found


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


ROWS: Final = [Row(*row) for row in table("Fact", "What it says", "Where", "Step")]
METHOD_ROWS: Final = [row for row in ROWS if row.where not in (NOWHERE, "`cards`", "`program`")]


@cache
def methods(language: Language) -> dict[str, Method]:
    """The methods that come with the program, by the name of their file."""
    return {path.stem: load(path) for path in builtin_methods().glob(f"{language}/*.toml")}


def titles(method: Method) -> set[str]:
    """What its steps and moments are called; of a meeting its blocks, and what they use."""
    steps = (*method.steps, *(block for block in method.blocks if block.use is None))
    used = {methods("en")[name].title for name in convene.used(method)}
    return used | {each.title for step in steps for each in (step, *step.moments)}


# The facts


def test_every_fact_has_a_row_and_the_rows_are_in_order() -> None:
    assert list(dict.fromkeys(row.fact for row in ROWS)) == FACTS


def test_every_row_says_something_of_its_own() -> None:
    assert [row for row in ROWS if not row.says] == []
    assert len(set(ROWS)) == len(ROWS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_method_that_a_row_names_is_there(language: Language) -> None:
    known = {f"`{name}`" for name in methods(language)}
    assert {row.where for row in METHOD_ROWS} - known == set()


def test_every_step_that_a_row_names_is_there() -> None:
    known = {f"`{name}`": titles(method) for name, method in methods("en").items()}
    assert [
        f"{row.fact} {row.where}: {step}"
        for row in METHOD_ROWS
        for step in row.steps
        if step not in known.get(row.where, set())
    ] == []


def test_every_method_we_ship_is_named() -> None:
    elsewhere = next(part for part in PAGE.split("\n\n") if part.startswith("Three methods come"))
    named = {row.where.strip("`") for row in METHOD_ROWS} | {*elsewhere.split("`")[1::2]}
    assert {*methods("en")} - named == set()


def test_every_card_that_a_row_names_is_there() -> None:
    deck = load_cards(builtin_methods() / "cards" / "en.toml")
    named = chain.from_iterable(row.steps for row in ROWS if row.where == "`cards`")
    assert set(named) - {card.title for card in deck.cards} == set()


def test_every_place_in_the_program_that_a_row_names_is_told_and_there() -> None:
    named = set(chain.from_iterable(row.steps for row in ROWS if row.where == "`program`"))
    told = {line[4:].split("**")[0] for line in PAGE.splitlines() if line.startswith("- **")}
    assert named == set(PLACES)
    assert told - set(COUNTS) == named
    assert [
        part for part in PLACES.values() if find_spec(f"intervisie_tui.tui.{part}") is None
    ] == []


def test_a_fact_that_is_not_here_has_a_reason() -> None:
    absent = [row for row in ROWS if row.where == NOWHERE]
    assert absent
    assert [row for row in absent if not row.step.startswith(REASONS)] == []
    assert [row for row in absent if row.step in REASONS] == []


# The methods


def test_the_list_of_methods_is_the_one_that_is_shipped() -> None:
    listed = list(table("Method", "Kind", "English", "Nederlands", "Minutes"))
    dutch, english = methods("nl"), methods("en")
    assert sorted(listed) == sorted(
        [f"`{name}`", method.kind, method.title, dutch[name].title, str(method.minutes)]
        for name, method in english.items()
    )
    assert [dutch[name].minutes for name in english] == [m.minutes for m in english.values()]
    kinds = [row[1] for row in listed]
    assert list(dict.fromkeys(kinds)) == [*KINDS]
    assert kinds == sorted(kinds, key=KINDS.index)
