"""What holds for the whole house, whatever stands in its rooms."""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "intervisie_tui"

KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}

LONGEST = 300


def ours() -> Iterator[Path]:
    """The files that git keeps, or would keep."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            yield ROOT / name


def run(*args: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(args, cwd=ROOT, capture_output=True, text=True, check=False)


def test_no_file_does_the_work_of_two() -> None:
    long = {
        str(path.relative_to(ROOT)): length
        for path in ours()
        if path.suffix in {".py", ".tcss"}
        and (length := len(path.read_text("utf-8").splitlines())) > LONGEST
    }
    assert long == {}


def test_the_walls_stand() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = run(linter, "--no-logo", "--no-cache")
    assert done.returncode == 0, done.stdout


def test_help_waits_for_nothing_heavy() -> None:
    done = run(
        sys.executable,
        "-c",
        "import sys\n"
        "from intervisie_tui.cli import main\n"
        "try:\n"
        "    main(['--help'])\n"
        "except SystemExit:\n"
        "    pass\n"
        "heavy = {'textual', 'rich', 'pydantic', 'tomli', 'platformdirs', 'asyncio'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)\n",
    )
    assert done.returncode == 0, done.stderr


def test_no_file_knows_the_machine_that_it_was_written_on() -> None:
    path_of_a_machine = re.compile(r"(?<![\w.~/-])/(?:home|Users|root|work)/\w")
    knowing = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in ours()
        if (found := path_of_a_machine.search(path.read_bytes().decode("utf-8", "replace")))
    ]
    assert knowing == []


@pytest.fixture(scope="module")
def dutch() -> Catalog:
    with (SOURCE / "locale/nl/LC_MESSAGES/intervisie.po").open("rb") as file:
        return read_po(file, locale="nl")


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def test_every_word_of_the_source_is_in_the_catalogue_and_no_other(
    dutch: Catalog,
) -> None:
    # A message with a plural is known by its singular.
    said = {
        found[2] if isinstance(found[2], str) else found[2][0]
        for found in extract_from_dir(SOURCE, keywords=KEYWORDS)
    }
    known = {
        message.id if isinstance(message.id, str) else message.id[0] for message in messages(dutch)
    }
    assert sorted(said - known) == []
    assert sorted(known - said) == []
    assert not dutch.obsolete


def test_every_word_is_translated_and_none_by_guess(dutch: Catalog) -> None:
    assert [
        message.id
        for message in messages(dutch)
        if message.fuzzy or not all(strings(message.string))
    ] == []
    # gettext skips a whole catalogue whose head is marked so.
    assert not dutch.fuzzy


def test_a_translation_fills_in_what_the_source_fills_in(dutch: Catalog) -> None:
    assert [
        message.id
        for message in messages(dutch)
        for string in strings(message.string)
        if fields(string) != fields(strings(message.id)[-1])
    ] == []


def strings(said: str | Iterable[str] | None) -> tuple[str, ...]:
    """What a message says: once, or for one and for more."""
    return (said or "",) if said is None or isinstance(said, str) else tuple(said)


def fields(text: str) -> set[str]:
    """What is filled in. A brace may also be just a brace."""
    return set(re.findall(r"\{(\w+)[}:!]", text))
