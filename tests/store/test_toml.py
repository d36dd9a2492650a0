import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import HealthCheck, assume, example, given, settings
from tomli._parser import parse_key_part, parse_value

from intervisie_tui.domain.text import UNSEEN
from intervisie_tui.store.problems import Refused
from intervisie_tui.store.scan import DEEPEST, Positions, Scan, Where
from intervisie_tui.store.toml import LARGEST, read
from tests.store.answers import refused
from tests.store.mutations import bytes_changed
from tests.store.toml_texts import texts

METHODS = Path(__file__).parents[1] / "methods"
EVERYTHING = (METHODS / "everything.toml").read_text("utf-8")


def parts(value: object, where: Where = ()) -> Iterator[tuple[Where, object]]:
    """Every value in a document, with the way to it."""
    yield where, value
    items: Iterable[tuple[Any, object]] = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    for step, inner in items:
        yield from parts(inner, (*where, step))


def stands(text: str, offset: int, where: Where, value: object) -> bool:
    """Whether the reader itself finds that value there, or the table's head."""
    with suppress(tomli.TOMLDecodeError):
        if parse_value(text, offset, float, 0)[1] == value:
            return True
    names = [step for step in where if isinstance(step, str)]
    if text[offset] == "[":
        return header(text, offset)[: len(names)] == names
    # A table that only a dotted key speaks of.
    return parse_key_part(text, offset)[1] == where[-1]


def header(text: str, offset: int) -> list[str]:
    line = text[offset:].partition("\n")[0]
    table: Any = tomli.loads(line)
    names: list[str] = []
    while table:
        table = table[0] if isinstance(table, list) else table
        if table:
            name, table = next(iter(table.items()))
            names.append(name)
    return names


@settings(max_examples=80, suppress_health_check=[HealthCheck.filter_too_much])
@given(texts())
@example(EVERYTHING)
@example('a.b = 1\n[[c.d]]\n[[c.d]]\n[c.d.e]\nf = [{g = """\n"""}, {g.h = 2, i = 3}]')
@example("a = 2026-03-14 09:30:00 # b\nb = [2026-03-14 09:30, 1]")
def test_everything_in_a_document_has_its_place(text: str) -> None:
    try:
        document = tomli.loads(text)
    except tomli.TOMLDecodeError:
        assume(False)
    scan = Scan(text)
    scan.run()
    for where, value in parts(document):
        assert where in scan.values
        if where:
            assert stands(text, scan.values[where], where, value)
        if where and isinstance(where[-1], str):
            assert parse_key_part(text, scan.keys[where])[1] == where[-1]
    assert set(scan.values) == {where for where, _value in parts(document)}


def test_lines_and_columns_count_from_one_and_in_characters() -> None:
    positions = Positions('é = "⏱" # x\n  b = [\n "日", "c"]\n'.replace("é", '"é"'))
    assert positions.key(("é",)) == (1, 1)
    assert positions.value(("é",)) == (1, 7)
    assert positions.key(("b",)) == (2, 3)
    assert positions.value(("b", 1)) == (3, 7)


def test_what_is_not_there_is_where_it_would_be() -> None:
    positions = Positions("[[steps]]\na = 1\n\n  [[steps]]\n  b = {c = 1}\n")
    assert positions.value(("steps", 1, "title")) == (4, 3)
    assert positions.value(("steps", 1, "b", "x", 3)) == (5, 7)
    assert positions.key(("steps", 1, "b", "x")) == (5, 3)
    assert positions.key(("nothing",)) == (1, 1)


def test_names_and_words_are_clean(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b'a = "\\u001b[31mred\\u0000"\n"\\u001bb" = ["\\u202e\\tc\\r\\nd"]\n')
    document = read(path)
    assert document.data == {"a": "[31mred", "b": [" c\nd"]}
    assert document.positions.key(("b",)) == (2, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_from_another_system_reads_the_same(tmp_path: Path, end: str) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(f'\ufeffa = """{end}1{end}2"""{end}b = 3{end}'.encode())
    document = read(path)
    assert document.data == {"a": "1\n2", "b": 3}
    assert document.positions.key(("a",)) == (1, 1)
    assert document.positions.key(("b",)) == (4, 1)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('a = "x\nb = 1', '1:5: this text has no end: put " behind it'),
        ('b = 1\na = "x', '2:5: this text has no end: put " behind it'),
        (
            'b = ["""x"""]\na = """x\nc = "q"\n',
            '3:8: the text that begins in line 2 has no end: put """ here',
        ),
        ("a = [1, 'x\nb = 3\n]", "1:9: this text has no end: put ' behind it"),
        ("a = '''x\nb", "2:2: the text that begins in line 1 has no end: put ''' here"),
        ("x = [\n 1,\n 2\ny = 3", "3:3: a “]” is missing here: the list has no end"),
        ("x = [1 2]", "1:7: a comma is missing here"),
        ("x = [1,\n\n", "1:8: a “]” is missing here: the list has no end"),
        ("x = [\n", "1:6: a “]” is missing here: the list has no end"),
        ("x = [\n  'a',\n\ny = 'b'", "2:7: a “]” is missing here: the list has no end"),
        ("x = [\n  'a',\n[[steps]]\n", "2:7: a “]” is missing here: the list has no end"),
        ("x = [\n  'a',\n  b,\n]", '3:3: a text stands between quotation marks: "…"'),
        ("x = [\n  'a',\n  [b],\n]", '3:4: a text stands between quotation marks: "…"'),
        ("y = 1\nx = steps", '2:5: a text stands between quotation marks: x = "steps"'),
        ("x = {a = 1", "1:11: a comma is missing here, or the “}” at the end"),
        ("a =", "1:4: something is missing behind “=”: fill it in, or delete the line"),
        ("a = # 3", "1:5: something is missing behind “=”: fill it in, or delete the line"),
        ("a = [1,,2]", "1:8: something is missing before “,”: fill it in, or delete the comma"),
        ("speaks = peers", '1:10: a text stands between quotation marks: speaks = "peers"'),
        ("a = “x”", '1:5: this is a curly quotation mark; type a straight one: "'),
        ("a = True", "1:5: write it without a capital: a = true"),
        ("minutes = 4-5", '1:11: a range stands between quotation marks: minutes = "4-5"'),
        ("minutes = 7,5", "1:12: a number has a point and no comma: minutes = 7.5"),
        ("a = 'b', 'c'", "1:8: several values stand between “[” and “]”: a = ['b', 'c']"),
        (
            'a = "x"y"',
            "1:7: this quotation mark ends the text; use single ones inside a text: '…'",
        ),
        (
            "in turn = true",
            "1:1: “in turn” is not known here; write “in-turn”",
        ),
        (
            "[charts.De vraag]",
            (
                "1:2: a name with a space or a sign in it stands between quotation marks: "
                '[charts."De vraag"]'
            ),
        ),
        (
            "é = 1",
            '1:1: a name with a space or a sign in it stands between quotation marks: "é" = …',
        ),
        ("[[steps]\n", "1:8: there are as many brackets on both sides: [[steps]]"),
        ("[steps\n", "1:7: there are as many brackets on both sides: [[steps]]"),
        ("a. = 1\n", "1:1: what stands before “=” is one word"),
        ("* a\n", "1:1: delete “*” at the beginning of the line"),
        (
            "a = 1\n\n  a = [\n2]",
            "3:3: “a” stands here a second time, after line 1; delete one of the two",
        ),
        ("[a]\n[a]", "2:1: “[a]” stands here a second time, after line 1; delete one of the two"),
        (
            "a = 1\n[[a]]",
            "2:1: “[[a]]” stands here a second time, after line 1; delete one of the two",
        ),
        (
            "x = {a = 1, a = 2}",
            "1:13: “a” stands here a second time, after line 1; delete one of the two",
        ),
        ("a = 2026-02-30", "1:5: this date or time does not exist"),
        (
            r'a = "c:\docs"',
            "1:8: “\\” means something between double quotation marks; write it twice: “\\\\”",
        ),
        (
            r'a = "\ud800"',
            "1:6: “\\” means something between double quotation marks; write it twice: “\\\\”",
        ),
        ("a = 1\x00", "1:6: a character that cannot be seen stands here; delete it"),
        ("a = 1 # \x1b[0m", "1:9: a character that cannot be seen stands here; delete it"),
        ("a = 1\rb = 2", "1:6: a character that cannot be seen stands here; delete it"),
        (
            "\u00a0a = 1",
            "1:1: this space is of another kind, as word processors make it; type it anew",
        ),
        ("b = 1\na = " + "9" * 5000, "2:5: this number is too long"),
        (
            "b = 1\na = " + "[" * 50 + "]" * 50,
            "2:1: this lies too deep: too many brackets within brackets",
        ),
        (
            "b = 1\na = " + "[" * 900_000,
            "2:1: this lies too deep: too many brackets within brackets",
        ),
        ("a." * 1200 + "a = 1", "1:1: this lies too deep: too many brackets within brackets"),
    ],
)
def test_what_is_not_toml_is_said_in_words_for_an_author(
    tmp_path: Path, text: str, problem: str
) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(text.encode())
    assert refused(lambda: read(path)) == [problem]


def test_only_what_lies_deeper_than_we_can_go_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("a = " + "[" * DEEPEST + "]" * DEEPEST, "utf-8")
    assert read(path).positions.value(("a", *[0] * (DEEPEST - 1))) == (1, 4 + DEEPEST)
    path.write_text("a = " + "[" * DEEPEST + "1" + "]" * DEEPEST, "utf-8")
    assert refused(lambda: read(path))


def test_a_file_that_is_too_large_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b"#" * LARGEST)
    assert read(path).data == {}
    with path.open("wb") as file:
        file.truncate(20_000_000_000)
    assert refused(lambda: read(path)) == ["1:1: this file is too large: more than 1024 kB"]


def test_a_folder_and_a_file_that_is_not_there_are_refused(tmp_path: Path) -> None:
    assert refused(lambda: read(tmp_path)) == ["1:1: this is a folder, not a file"]
    assert refused(lambda: read(tmp_path / "x.toml")) == ["1:1: there is no such file"]
    assert refused(lambda: read(Path("\0.toml")))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    os.mkfifo(path)
    assert refused(lambda: read(path)) == ["1:1: this is not a file that can be read"]


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.toml"
    path.write_text("a = 1", "utf-8")

    def forbidden(*_args: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    assert refused(lambda: read(path)) == [
        "1:1: this file cannot be read: there is no permission for it"
    ]


def test_the_first_byte_that_is_not_utf_8_has_a_place(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(
        "a = 1\n# é \xff".encode("utf-8", "surrogateescape").replace(b"\xc3\xbf", b"\xff")
    )
    assert refused(lambda: read(path)) == [
        "2:5: a letter here is not saved as UTF-8; save the file once more, in UTF-8"
    ]
    path.write_text("a = 1", "utf-16")
    assert refused(lambda: read(path)) == [
        "1:1: this file is saved as UTF-16, also called Unicode; save it once more, in UTF-8"
    ]


def test_the_name_of_a_file_is_shown_without_what_a_terminal_obeys(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        read(tmp_path / "\x1b[31m\n\udcff.toml")
    assert not UNSEEN.search(str(caught.value))
    assert "\n" not in str(caught.value)


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=bytes_changed(EVERYTHING.encode()))
def test_no_change_to_a_file_can_stop_the_reader(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(raw)
    try:
        document = read(path)
    except Refused as error:
        for problem in error.problems:
            assert 1 <= problem.line <= raw.count(b"\n") + 1
            assert problem.column >= 1
            assert problem.message
            assert not UNSEEN.search(str(problem))
    else:
        scan = Scan(document.text)
        scan.run()
        assert {where for where, _value in parts(document.data)} == set(scan.values)
