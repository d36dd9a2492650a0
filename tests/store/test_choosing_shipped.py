"""The table that a method is chosen by (S3.5), row by row, held by the files we ship."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final, get_args

import pytest

from intervisie_tui.domain.choosing import Advice, Asked, Known, Wishes, advise
from intervisie_tui.locale import LANGUAGES, Language
from intervisie_tui.store.home import builtin_methods
from intervisie_tui.store.methods import MethodHead, glance, load

FILES: Final = [
    path for language in LANGUAGES for path in sorted((builtin_methods() / language).glob("*.toml"))
]
CASES: Final = {
    *("vijf-stappen", "socratisch", "roddelen", "incidenten"),
    *("vier-fasen", "casusbespreking", "stappenplan"),
    *("tien-stappen", "troika", "consultancy"),
}


@dataclass(frozen=True)
class Row:
    """What the table says of a method."""

    method: str
    question: Asked
    group: Known | None
    """`None`: any group."""

    minutes: tuple[int, ...]

    def wishes(self) -> Iterator[Wishes]:
        """Everything that the row is the answer to."""
        groups = get_args(Known) if self.group is None else [self.group]
        for group, minutes, people in product(groups, self.minutes, range(4, 9)):
            full = Wishes(question=self.question, group=group, minutes=minutes, people=people)
            yield full
            yield replace(full, minutes=None)
            yield replace(full, people=None)
            yield replace(full, minutes=None, people=None)


TABLE: Final = (
    Row("socratisch", "fundamental", None, (90,)),
    Row("vijf-stappen", "concrete", None, (45, 60)),
    Row("roddelen", "own-share", "acquainted", (45,)),
    Row("incidenten", "incident", None, (30, 45)),
)

ROWS = pytest.mark.parametrize("row", TABLE, ids=lambda row: row.method)
SPOKEN = pytest.mark.parametrize("language", LANGUAGES)


@cache
def heads(language: Language) -> dict[str, MethodHead]:
    """What a list knows of each method in that language."""
    files = [glance(path) for path in FILES if path.parent.name == language]
    return {file.id: file.head for file in files if file.head is not None}


def advised(language: Language, wishes: Wishes) -> dict[str, Advice]:
    return advise(heads(language), wishes)


@SPOKEN
@ROWS
def test_each_row_of_the_table_is_answered_with_its_method(language: Language, row: Row) -> None:
    for wishes in row.wishes():
        advices = advised(language, wishes)
        assert next(iter(advices)) == row.method, wishes
        assert advices[row.method].fits, wishes
        assert advices[row.method].weight("question") == "made-for"


@SPOKEN
@ROWS
def test_each_method_takes_the_time_that_the_table_says(language: Language, row: Row) -> None:
    minutes = heads(language)[row.method].minutes
    assert minutes is not None
    assert minutes.low <= min(row.minutes)
    assert max(row.minutes) <= minutes.high


@SPOKEN
@ROWS
def test_each_method_says_when_it_is_of_use(language: Language, row: Row) -> None:
    assert heads(language)[row.method].fit.when


@SPOKEN
def test_five_steps_serve_a_new_group_and_many_questions(language: Language) -> None:
    assert next(iter(advised(language, Wishes(group="new")))) == "vijf-stappen"
    for question in get_args(Asked):
        assert advised(language, Wishes(group="new", question=question))["vijf-stappen"].fits


@SPOKEN
def test_gossip_is_never_for_a_new_group(language: Language) -> None:
    for question, minutes in product((None, *get_args(Asked)), (None, 45, 120)):
        wishes = Wishes(group="new", question=question, minutes=minutes)
        advice = advised(language, wishes)["roddelen"]
        assert not advice.fits
        assert advice.weight("group") == "against"


@SPOKEN
def test_gossip_is_the_first_for_a_group_that_knows_each_other(language: Language) -> None:
    assert next(iter(advised(language, Wishes(group="acquainted")))) == "roddelen"


@SPOKEN
@pytest.mark.parametrize("question", [None, *get_args(Asked)])
def test_three_quarters_of_an_hour_are_too_few_for_the_socratic_method(
    language: Language, question: Asked | None
) -> None:
    advices = advised(language, Wishes(minutes=45, question=question))
    assert not advices["socratisch"].fits
    assert advices["socratisch"].weight("minutes") == "against"
    assert advices["vijf-stappen"].fits


@SPOKEN
def test_every_method_for_a_case_is_in_the_advice_and_no_other(language: Language) -> None:
    assert set(advised(language, Wishes())) == CASES


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_list_knows_the_kind_of_each_method(path: Path) -> None:
    head = glance(path).head
    assert head is not None
    assert head.kind == load(path).kind
