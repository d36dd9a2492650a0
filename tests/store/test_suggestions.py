"""The words that authors type, in Dutch and in other English, and what they are answered with."""

from collections.abc import Mapping
from typing import Literal, TypeGuard, get_args, get_origin

import pytest

from intervisie_tui.domain.method import Method
from intervisie_tui.domain.moment import ROLES
from intervisie_tui.store import shape, suggestions
from intervisie_tui.store.scan import Where

TABLES = [(where, shape.keys(kind)) for where, kind in shape.tables(Method)]


@pytest.mark.parametrize(("where", "known"), TABLES, ids=[str(where) for where, _ in TABLES])
def test_every_key_is_known_in_dutch_where_it_may_stand(
    where: Where, known: Mapping[str, object]
) -> None:
    for key in set(known) - {"id"}:
        dutch, *others = suggestions._KEYS[key].split()
        assert suggestions.same(dutch, known) == key, where
        assert suggestions.same(dutch.upper().replace("-", " "), known) == key
        for word in others:
            # One word may stand for two keys, and may be a key itself.
            right = suggestions.same(word, known)
            assert right == word or word in suggestions._KEYS[right or ""].split()


def test_every_word_for_a_key_leads_to_it_somewhere() -> None:
    for key, words in suggestions._KEYS.items():
        tables = [known for _where, known in TABLES if key in known]
        for word in words.split():
            assert key in {suggestions.same(word, known) for known in tables}, (key, word)


def test_every_value_is_known_in_dutch() -> None:
    choices: set[tuple[object, ...]] = {ROLES}
    for _where, known in TABLES:
        for hint in known.values():
            bare = shape.bare(hint)
            choices |= {get_args(each) for each in (bare, shape.items(bare)) if _is_choice(each)}
    for choice in choices:
        words = list(filter(_is_word, choice))
        for word in words:
            dutch, *others = suggestions._VALUES[word].split()
            assert suggestions.value(dutch, words) == word
            for other in others:
                right = suggestions.value(other, words) or ""
                assert right == other or other in suggestions._VALUES[right].split()
    assert set(suggestions._VALUES) <= set[object]().union(*choices)


def _is_choice(hint: object) -> bool:
    return get_origin(hint) is Literal


def _is_word(value: object) -> TypeGuard[str]:
    return isinstance(value, str)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5 minuten", "5"),
        ("ca. 7,5", "7.5"),
        ("4 tot 8", '"4-8"'),
        ("8–4", '"4-8"'),
        ("05", "5"),
        ("vijf", None),
        ("1, 2 of 3", None),
    ],
)
def test_a_number_is_found_in_what_was_typed(typed: str, meant: str | None) -> None:
    assert suggestions.number(typed) == meant
