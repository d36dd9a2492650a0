"""`intervisie cards`: what helps in a difficult moment, to read or to print."""

from pathlib import Path

import pytest

from intervisie_tui.cli import main
from intervisie_tui.store import cards as cards_module
from intervisie_tui.store.home import Home

CARDS = """[[cards]]
title = "Silence"
words = ["quiet"]
notice = ["You count the seconds."]
say = ["Take your time."]
do = ["Look around the circle once, and let your breath out slowly before you say anything at all."]

[[cards]]
title = "Advice too early"
say = ["[b]Which[/b] question is under it?"]
"""

SILENCE = """Silence

  What you notice
  · You count the seconds.

  What you can say
  · Take your time.

  What you can do
  · Look around the circle once, and let your breath out slowly before you say
    anything at all.
"""

ADVICE = """Advice too early

  What you can say
  · [b]Which[/b] question is under it?
"""


def put(folder: Path, name: str, text: str) -> None:
    path = folder / "cards" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'format = 1\nlanguage = "{path.stem[-2:]}"\n{text}', "utf-8")


@pytest.fixture(autouse=True)
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program came with these cards."""
    put(tmp_path / "ours", "en.toml", CARDS)
    put(tmp_path / "ours", "nl.toml", '[[cards]]\ntitle = "Stilte"\ndo = ["Wacht."]\n')
    monkeypatch.setattr(cards_module, "builtin_methods", lambda: tmp_path / "ours")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ([], f"{SILENCE}\n\n{ADVICE}"),
        (["quiet"], SILENCE),
        (["question", "ADVICE"], ADVICE),
        (["take your"], SILENCE),
    ],
)
def test_the_cards_with_all_the_words_are_printed(
    words: list[str], answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cards", *words]) == 0
    assert capsys.readouterr().out == answer


def test_words_on_no_card_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cards", "silence", "cake"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "No card has all of these words." in said.err


def test_the_cards_are_those_of_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "nl", "cards"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Stilte\n")
    assert "Silence" not in said


def test_a_bad_file_of_ones_own_is_said_and_the_rest_is_printed(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(Home(home).methods, "bad-en.toml", '[[cards]]\ntitle = "x"\n')
    put(Home(home).methods, "mine-en.toml", '[[cards]]\ntitle = "Mine"\ndo = ["\\u001b[31mx"]\n')
    assert main(["cards"]) == 0
    said = capsys.readouterr()
    assert "bad-en.toml:3:1: this card says nothing" in said.err
    assert "Mine\n" in said.out
    assert "Silence\n" in said.out
    assert "\x1b" not in said.out


def test_a_file_of_cards_is_checked_as_one(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = home / "methods" / "cards" / "mine.toml"
    file.parent.mkdir(parents=True)
    file.write_text('format = 1\nlanguage = "en"\n[[cards]]\ntitle = "Silence"\ndo = ["Wait."]\n')
    assert main(["check", str(file)]) == 0
    assert "fine" in capsys.readouterr().out
    file.write_text('format = 1\nlanguage = "en"\n[[cards]]\ntitle = "Silence"\n')
    assert main(["check", str(file)]) == 1
    assert "mine.toml:3:1: this card says nothing" in capsys.readouterr().out
