"""What is said of each key, in editors, in the guides and in the program."""

from typing import Any, Literal, get_args, get_origin

import pytest

from intervisie_tui.domain.method import Method
from intervisie_tui.locale import LANGUAGES, Language, _, set_language
from intervisie_tui.store import shape
from intervisie_tui.store.gate import sift
from intervisie_tui.store.reference import TABLES, entry
from intervisie_tui.store.reference.page import GUIDES, SECTIONS, guide, reference, renewed
from tests.store.guides import DOCS

KINDS: list[Any] = list(dict.fromkeys(kind for _where, kind in shape.tables(Method)))
KEYS = [(kind, key) for kind in KINDS for key in shape.keys(kind)]


def name(value: Any) -> str:  # noqa: ANN401 - a class or a key
    return getattr(value, "__name__", str(value))


def own(kind: Any) -> set[str]:  # noqa: ANN401 - a class
    """The keys that are not those of the class that it is made of."""
    return set(shape.keys(kind)) - {
        key for each in KINDS if each in kind.__mro__[1:] for key in shape.keys(each)
    }


def test_every_table_has_its_entries_and_its_section() -> None:
    assert set(TABLES) == set(SECTIONS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=name)
def test_every_key_has_an_entry_and_no_entry_is_left_over(kind: Any) -> None:  # noqa: ANN401
    assert set(TABLES[kind]) == own(kind)


@pytest.mark.parametrize(("kind", "key"), KEYS, ids=name)
def test_every_word_that_may_be_chosen_is_explained(kind: Any, key: str) -> None:  # noqa: ANN401
    hint = shape.bare(shape.keys(kind)[key])
    hint = shape.bare(shape.items(hint) or hint)
    words = get_args(hint) if get_origin(hint) is Literal else ()
    if all(isinstance(word, str) for word in words) and words:
        assert list(entry(kind, key).words) == list(words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "key"), KEYS, ids=name)
def test_every_example_is_right(kind: Any, key: str, language: Language) -> None:  # noqa: ANN401
    set_language(language)
    needed = {each: entry(kind, each).value(each) for each in shape.required(kind)}
    data = needed | {key: entry(kind, key).value(key)}
    assert [fault.message for fault in sift(kind, data).faults] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_is_said_in_sentences(language: Language) -> None:
    set_language(language)
    for table in TABLES.values():
        for said in table.values():
            assert _(said.says).endswith((".", ":"))
            assert not any(_(means).endswith(".") for means in said.words.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_in_a_guide_is_fresh(language: Language) -> None:
    set_language(language)
    text = (DOCS / GUIDES[language]).read_text("utf-8")
    assert renewed(text) == text, "make reference"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_in_the_program_is_the_one_in_the_documentation(language: Language) -> None:
    set_language(language)
    shown = guide(language)
    assert reference().rstrip() in shown
    assert "](" not in shown
    assert "<!--" not in shown
