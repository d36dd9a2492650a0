"""Cards for difficult moments: ours are whole, and the user's own never stop the program."""

from pathlib import Path
from typing import Final

import pytest
import tomli
import tomli_w
from hypothesis import HealthCheck, example, given, settings

from intervisie_tui.domain.card import Card, Deck
from intervisie_tui.domain.text import UNSEEN
from intervisie_tui.locale import LANGUAGES, Language
from intervisie_tui.store import cards as cards_module
from intervisie_tui.store.cards import cards, checked, load
from intervisie_tui.store.home import Home, builtin_methods
from intervisie_tui.store.methods import find
from intervisie_tui.store.problems import Refused
from intervisie_tui.store.toml import read
from tests.store.answers import refused
from tests.store.mutations import bytes_changed, lines_changed, texts_changed, values_changed

HEAD: Final = 'format = 1\nlanguage = "en"\n'
"""Two lines."""

CARD: Final = """[[cards]]
title = "Silence"
words = ["quiet", "nobody speaks"]
notice = ["You count."]
say = ["Take your time."]
do = ["Look around once."]
"""

TWO: Final = HEAD + CARD + '[[cards]]\ntitle = "Advice too early"\ndo = ["Ask for a question."]\n'


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home of somebody whose program came with two cards in English and one in Dutch."""
    put(tmp_path / "ours" / "cards" / "en.toml", TWO)
    put(tmp_path / "ours" / "cards" / "nl.toml", HEAD.replace("en", "nl") + CARD)
    monkeypatch.setattr(cards_module, "builtin_methods", lambda: tmp_path / "ours")
    return Home(tmp_path / "home")


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def own(user: Home, name: str, text: str) -> Path:
    return put(user.methods / "cards" / name, text)


def titles(user: Home, language: Language = "en") -> list[str]:
    return [card.title for card in cards(user, language)[0]]


# Ours

DECKS: Final = {
    language: builtin_methods() / "cards" / f"{language}.toml" for language in LANGUAGES
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_we_ship_is_right(language: Language) -> None:
    deck = checked(read(DECKS[language]))
    assert deck.language == language
    assert deck == load(DECKS[language])
    assert len(deck.cards) >= 13
    for card in deck.cards:
        assert card.words
        assert card.notice
        assert card.say
        assert card.do


def test_the_cards_are_the_same_in_both_languages_but_for_their_words() -> None:
    dutch, english = (load(DECKS[language]).cards for language in ("nl", "en"))
    assert [bones(card) for card in dutch] == [bones(card) for card in english]


def bones(card: Card) -> tuple[int, ...]:
    """How much is noticed, said and done; every language has its own words to look for it."""
    return len(card.notice), len(card.say), len(card.do)


def test_a_file_of_cards_is_no_method(home: Path) -> None:
    own(Home(home), "mine.toml", TWO)
    assert not any("cards" in file.path.parts for file in find(Home(home)).files)


# The user's own


def test_ours_come_first_and_then_the_users_own(user: Home) -> None:
    own(user, "b.toml", HEAD + '[[cards]]\ntitle = "B"\nsay = "One text is a list too."\n')
    own(user, "a.toml", HEAD + '[[cards]]\ntitle = "A"\ndo = ["x"]\n')
    own(user, ".hidden.toml", "= =")
    found, problems = cards(user, "en")
    assert [card.title for card in found] == ["Silence", "Advice too early", "A", "B"]
    assert found[-1].say == ("One text is a list too.",)
    assert problems == ()


def test_only_cards_in_the_language_asked_for_are_there(user: Home) -> None:
    own(user, "eigen.toml", HEAD.replace("en", "nl") + '[[cards]]\ntitle = "Eigen"\ndo = ["x"]\n')
    assert titles(user, "nl") == ["Silence", "Eigen"]
    assert titles(user, "en") == ["Silence", "Advice too early"]


def test_a_card_of_ones_own_takes_the_place_of_ours_with_that_title(user: Home) -> None:
    own(user, "mine.toml", HEAD + '[[cards]]\ntitle = "silence"\ndo = ["Wait."]\n')
    found, _problems = cards(user, "en")
    assert [card.title for card in found] == ["silence", "Advice too early"]
    assert found[0].do == ("Wait.",)


def test_a_bad_file_is_said_with_its_place_and_the_others_work(user: Home) -> None:
    path = own(user, "bad.toml", HEAD + '[[cards]]\ntitel = "x"\n')
    own(user, "broken.toml", "format = \n")
    own(user, "good.toml", HEAD + '[[cards]]\ntitle = "Mine"\ndo = ["x"]\n')
    found, problems = cards(user, "en")
    assert [card.title for card in found] == ["Silence", "Advice too early", "Mine"]
    assert f"{path}:4:1: “titel” is not known here; write “title”" in map(str, problems)
    assert any("broken.toml:1:" in str(problem) for problem in problems)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            "",
            [
                "1:1: “format” is missing here; add format = 1",
                '1:1: “language” is missing here; add language = "nl"',
            ],
        ),
        (HEAD.replace("1", "2") + CARD, ["1:10: “format” is one of these: “1”"]),
        (HEAD + CARD + 'zeg = "x"\n', ["9:1: “zeg” is not known here; write “say”"]),
        (HEAD + '[[cards]]\ntitle = " "\ndo = ["x"]\n', ["4:9: “title” is empty"]),
        (
            HEAD + '[[cards]]\ntitle = "x"\nwords = ["y"]\n',
            ["3:1: this card says nothing: give it “notice”, “say” or “do”"],
        ),
        (
            HEAD + '[[cards]]\ntitle = "x"\ndo = ["y", " "]\n',
            ["5:12: an empty text stands in “do”"],
        ),
        (HEAD + CARD + CARD, ["10:9: there are two cards “Silence”"]),
        (
            HEAD + '[[cards]]\ntitle = "x"\ndo = [1]\n',
            ['5:7: “do” is a list of texts: do = ["…", "…"]'],
        ),
        (
            HEAD + "cards = 3\n",
            ["3:9: what belongs here begins with [[cards]] on a line of its own"],
        ),
    ],
)
def test_what_is_wrong_is_said_in_an_authors_words(
    tmp_path: Path, text: str, problems: list[str]
) -> None:
    path = put(tmp_path / "x.toml", text)
    found = refused(lambda: load(path))
    assert found[: len(problems)] == problems


def test_a_text_over_several_lines_is_one(tmp_path: Path) -> None:
    path = put(
        tmp_path / "x.toml", HEAD + '[[cards]]\ntitle = "T"\nsay = """\n  One\n  sentence.\n"""\n'
    )
    assert load(path).cards[0].say == ("One sentence.",)


def test_what_a_terminal_obeys_is_on_no_card(tmp_path: Path) -> None:
    path = put(
        tmp_path / "x.toml", HEAD + '[[cards]]\ntitle = "\\u001b[31mRed"\nsay = ["\\u202e?"]\n'
    )
    assert load(path).cards == (Card(title="[31mRed", say=("?",)),)


@pytest.mark.parametrize("there", ["nothing", "a file", "a folder of that name"])
def test_whatever_stands_where_the_folder_should_be_ours_work(user: Home, there: str) -> None:
    folder = user.methods / "cards"
    if there == "a file":
        put(folder, "x")
    if there == "a folder of that name":
        (folder / "x.toml").mkdir(parents=True)
    assert titles(user) == ["Silence", "Advice too early"]


RAW: Final = TWO.encode()
DATA: Final = tomli.loads(TWO)


def survives(path: Path, raw: bytes) -> None:
    """The file is a deck, or it is refused with a place for everything that is wrong."""
    path.write_bytes(raw)
    try:
        deck = load(path)
    except Refused as caught:
        for problem in caught.problems:
            assert 1 <= problem.line <= raw.count(b"\n") + 1
            assert problem.column >= 1
            assert problem.message
            assert not UNSEEN.search(str(problem))
    else:
        assert isinstance(deck, Deck)
        assert all(card.title and len(card.texts) > 1 for card in deck.cards)
        assert not any("\n" in text for card in deck.cards for text in card.texts)


PATIENT: Final = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@PATIENT
@given(raw=bytes_changed(RAW) | lines_changed(RAW))
@example(raw=b"")
@example(raw=b"\x00\xff")
def test_no_change_to_a_file_stops_the_program(tmp_path: Path, raw: bytes) -> None:
    survives(tmp_path / "x.toml", raw)


@PATIENT
@given(data=values_changed(DATA) | texts_changed(DATA))
def test_no_value_of_another_kind_stops_the_program(
    tmp_path: Path, data: dict[str, object]
) -> None:
    survives(tmp_path / "x.toml", tomli_w.dumps(data).encode())
