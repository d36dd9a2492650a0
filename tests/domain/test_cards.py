"""Looking for a card while something happens in the room."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain.card import Card, matching

SILENCE: Final = Card(
    title="Stilte",
    words=("zwijgen", "niemand zegt iets"),
    notice=("Je telt de seconden.",),
    say=("Neem de tijd.",),
    do=("Kijk één keer de kring rond.",),
)
EMOTION: Final = Card(
    title="Heftige emotie",
    words=("huilen", "boos"),
    notice=("Het wordt stil, iemand slikt.",),
    do=("Laat een stilte vallen.",),
)
ADVICE: Final = Card(
    title="Te vroeg advies",
    words=("oplossing",),
    say=("Welke vraag zit daaronder? Don’t tell, ask.",),
)
ALL: Final = (ADVICE, EMOTION, SILENCE)


@pytest.mark.parametrize("words", ["", "  ", "\n"])
def test_without_words_every_card_is_there_in_order(words: str) -> None:
    assert matching(ALL, words) == ALL


@pytest.mark.parametrize(
    "words", ["stilte", "zwijg", "seconden", "neem", "kring", "kring seconden", "tijd stil zegt"]
)
def test_a_word_may_stand_anywhere_on_a_card(words: str) -> None:
    assert SILENCE in matching(ALL, words)


def test_every_word_has_to_be_there() -> None:
    assert matching(ALL, "stilte slikt") == (EMOTION,)
    assert matching(ALL, "stilte gebakje") == ()


@pytest.mark.parametrize("words", ["STILTE", "een keer", "één KEER", "e\u0301e\u0301n keer"])
def test_capitals_and_accents_make_no_difference(words: str) -> None:
    assert SILENCE in matching(ALL, words)


@pytest.mark.parametrize("words", ["don't", "don’t"])
def test_a_quote_is_a_quote_however_it_is_typed(words: str) -> None:
    assert matching(ALL, words) == (ADVICE,)


def test_a_card_with_the_word_in_its_title_comes_first() -> None:
    assert matching(ALL, "stilte") == (SILENCE, EMOTION)


def test_its_other_words_come_before_what_it_says() -> None:
    first = Card(title="A", notice=("Iemand gaat huilen.",))
    assert matching((first, EMOTION), "huilen") == (EMOTION, first)


def test_words_do_not_run_from_one_text_into_the_next() -> None:
    assert matching((Card(title="Stil", words=("te",)),), "stilte") == ()


@given(st.text(max_size=20))
def test_any_words_find_some_cards_or_none(words: str) -> None:
    assert set(matching(ALL, words)) <= set(ALL)


@given(st.sampled_from(ALL), st.data())
def test_a_piece_of_a_card_finds_it(card: Card, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(card.texts))
    start = data.draw(st.integers(0, len(text) - 1))
    assert card in matching(ALL, text[start:])
