"""Mistakes that authors of a method make, each with what the program answers in both languages."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from intervisie_tui.locale import Language, set_language
from intervisie_tui.store.methods import checked
from intervisie_tui.store.problems import Refused

HERE = Path(__file__).parent
METHOD = (HERE / "mistakes_method.toml").read_text("utf-8")
MEETING = (HERE / "mistakes_meeting.toml").read_text("utf-8")

SIGNS = str.maketrans({"⇥": "\t", "⍽": "\u00a0", "∅": "\u200b"})


@dataclass
class Mistake:
    """A block of the table."""

    name: str
    right: str = METHOD
    """The file in which nothing is wrong."""

    before: list[str] = field(default_factory=list)
    """The lines as they are right, with those around them."""

    after: list[str] = field(default_factory=list)
    wrong: set[int] = field(default_factory=set)
    """Which of the lines after it are wrong, from 0."""

    answers: dict[str, list[str]] = field(default_factory=lambda: {"en": [], "nl": []})

    def read(self, line: str) -> None:
        """Take in one line of the block."""
        sign, text = line[0], line[1:].translate(SIGNS)
        if line[:3] in ("en ", "nl "):
            self.answers[line[:2]].append(line[3:])
            return
        if sign == "+":
            self.wrong.add(len(self.after))
        if sign != "+":
            self.before.append(text)
        if sign != "-":
            self.after.append(text)

    @property
    def text(self) -> str:
        """The file with the mistake in it."""
        return ("\n" + self.right).replace(_block(self.before), _block(self.after))[1:]

    def lines(self) -> set[int]:
        """The lines of the file that are wrong, from 1."""
        pieces = ("\n" + self.right).split(_block(self.before))
        line, found = 0, set()
        for piece in pieces[:-1]:
            line += piece.count("\n") + 1
            found |= {line + number for number in self.wrong}
            line += len(self.after)
        return found


def _block(lines: list[str]) -> str:
    return "".join(f"\n{line}" for line in (*lines, ""))


def mistakes() -> Iterator[Mistake]:
    """The table; from the heading “Meetings” on they are made in a meeting."""
    found: Mistake | None = None
    right = METHOD
    for line in (HERE / "mistakes.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            if found:
                yield found
            found = None
            right = MEETING if line.startswith("## Meetings") else right
        elif found is None:
            found = Mistake(line, right)
        else:
            found.read(line)
    if found:
        yield found


TABLE = tuple(mistakes())


def answers(path: Path, raw: bytes) -> list[str]:
    """What an author is told about a file; nothing where it is fine."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)
    try:
        checked(path)
    except Refused as refused:
        return [f"{p.line}:{p.column}: {p.message}" for p in refused.problems]
    return []


@pytest.mark.parametrize("right", [METHOD, MEETING], ids=["a method", "a meeting"])
def test_the_file_is_right_before_anything_is_wrong_in_it(tmp_path: Path, right: str) -> None:
    assert answers(tmp_path / "x.toml", right.encode()) == []


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("mistake", TABLE, ids=lambda mistake: mistake.name)
def test_a_mistake_is_answered_in_plain_words(
    tmp_path: Path, mistake: Mistake, language: Language
) -> None:
    set_language(language)
    assert mistake.text != mistake.right
    assert answers(tmp_path / "x.toml", mistake.text.encode()) == mistake.answers[language]


@pytest.mark.parametrize("mistake", TABLE, ids=lambda mistake: mistake.name)
def test_only_a_line_on_which_the_author_must_change_something_is_named(mistake: Mistake) -> None:
    for said in mistake.answers.values():
        named = {int(answer.partition(":")[0]) for answer in said}
        # A line that is gone has no number.
        assert not mistake.wrong or named <= mistake.lines()


FORMAT = "“format” is missing here; add format = 1"
FORMAAT = "hier ontbreekt “format”; voeg toe: format = 1"
TITLE = '“title” is missing here; add title = "…"'
TITEL = 'hier ontbreekt “title”; voeg toe: title = "…"'
LANGUAGE = '“language” is missing here; add language = "nl"'
TAAL = 'hier ontbreekt “language”; voeg toe: language = "nl"'
STEPS = "a method has at least one step: [[steps]]"
STAPPEN = "een werkvorm heeft minstens één stap: [[steps]]"
NOTHING = (
    [f"1:1: {message}" for message in (FORMAT, TITLE, LANGUAGE, STEPS)],
    [f"1:1: {message}" for message in (FORMAAT, TITEL, TAAL, STAPPEN)],
)
BEWAARD = "dit bestand is bewaard in UTF-16, ook wel Unicode genoemd"
UNICODE = (
    ["1:1: this file is saved as UTF-16, also called Unicode; save it once more, in UTF-8"],
    [f"1:1: {BEWAARD}; bewaar het opnieuw, in UTF-8"],
)
LETTER = (
    ["74:8: a letter here is not saved as UTF-8; save the file once more, in UTF-8"],
    [
        (
            "74:8: hier staat een letter die niet in UTF-8 is bewaard; "
            "bewaar het bestand opnieuw, in UTF-8"
        )
    ],
)
FINE: tuple[list[str], list[str]] = ([], [])


def document(kind: str) -> tuple[list[str], list[str]]:
    """What is said of a document that is no text."""
    return (
        [f"1:1: this is no plain text but a document ({kind}); save it as plain text, in UTF-8"],
        [
            (
                f"1:1: dit is geen platte tekst maar een document ({kind}); "
                "bewaar het als platte tekst, in UTF-8"
            )
        ],
    )


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param(b"", NOTHING, id="an empty file"),
        pytest.param(b"# Mijn eerste methode\n", NOTHING, id="only a remark"),
        pytest.param(METHOD.encode("utf-8-sig"), FINE, id="a byte order mark"),
        pytest.param(METHOD.replace("\n", "\r\n").encode(), FINE, id="line ends of Windows"),
        pytest.param(METHOD.rstrip().encode(), FINE, id="no line end at the end"),
        pytest.param(METHOD.encode("utf-16"), UNICODE, id="what Notepad calls Unicode"),
        pytest.param(METHOD.encode("utf-16-be"), UNICODE, id="UTF-16 without a mark"),
        pytest.param(METHOD.encode("latin-1"), LETTER, id="a letter saved as Latin-1"),
        pytest.param(METHOD.encode("mac-roman"), LETTER, id="a letter of an old Mac"),
        pytest.param(b"PK\x03\x04\x14\0\x06\0word/document.xml", document("Word"), id="a document"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", document("Word"), id="an old document"),
        pytest.param(rb"{\rtf1\ansi}", document("RTF"), id="layout of TextEdit"),
        pytest.param(b"%PDF-1.7\n\xe2\xe3\xcf\xd3", document("PDF"), id="a page to print"),
        pytest.param(b"<!DOCTYPE html>\n<html>", document("HTML"), id="a web page"),
    ],
)
def test_what_is_no_text_of_a_method_is_known_for_what_it_is(
    tmp_path: Path, raw: bytes, said: tuple[list[str], list[str]], language: Language
) -> None:
    set_language(language)
    assert answers(tmp_path / "x.toml", raw) == said[language == "nl"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "3:12: “language” is “nl”, and the file is in the folder “en”"),
        ("nl", "3:12: “language” is “nl”, en het bestand staat in de map “en”"),
    ],
)
def test_a_file_in_the_folder_of_another_language_says_so(
    tmp_path: Path, language: Language, said: str
) -> None:
    set_language(language)
    assert answers(tmp_path / "en" / "x.toml", METHOD.encode()) == [said]
