"""What editors know of method files, tried on the editor's own reader."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest
import tomli_w
from hypothesis import given, settings

from bench.reference import SCHEMA
from intervisie_tui.domain.method import Method
from intervisie_tui.locale import LANGUAGES, Language, set_language
from intervisie_tui.store import shape
from intervisie_tui.store.home import builtin_methods
from intervisie_tui.store.plain import plain
from intervisie_tui.store.reference import entry
from intervisie_tui.store.schema import as_json, schema
from tests.strategies import methods

TAPLO: Final = Path(sys.executable).with_name("taplo")
HERE: Final = Path(__file__).parents[1] / "methods"
HEAD: Final = 'format = 1\ntitle = "A"\nlanguage = "en"\n'
STEP: Final = f'{HEAD}[[steps]]\ntitle = "B"\n'
BLOCK: Final = f'{HEAD}[[blocks]]\nuse = "b"\n'

needs_taplo = pytest.mark.skipif(not TAPLO.exists(), reason="there is no taplo for this machine")


def read(*paths: Path) -> subprocess.CompletedProcess[str]:
    """What the reader says of files; it looks nowhere else."""
    schema = ("--no-auto-config", "--schema", SCHEMA.as_uri())
    return subprocess.run(
        [TAPLO, "lint", *schema, *paths], capture_output=True, text=True, check=False
    )


def test_the_schema_is_fresh() -> None:
    assert SCHEMA.read_text("utf-8") == as_json(), "make reference"


@needs_taplo
def test_every_method_that_is_shipped_keeps_to_the_schema() -> None:
    done = read(*builtin_methods().glob("??/*.toml"), *HERE.glob("*.toml"))
    assert done.returncode == 0, done.stderr


@needs_taplo
@pytest.mark.parametrize(
    "text",
    [
        STEP + 'speaks = "peers"',
        STEP + 'speaks = ["peers", "facilitator"]',
        STEP + "minutes = 4",
        STEP + "minutes = 7.5",
        STEP + 'minutes = "4-5"',
        STEP + 'minutes = " 4 – 5 "',
        STEP + 'remember = "One at a time."',
        STEP + 'times = "1+"',
        STEP + 'speaks = "somebody of our own"',
        STEP + "groups = { size = 3 }",
        STEP + '[charts."De vraag"]\nkind = "statement"',
        BLOCK + 'cases = "rest"',
        BLOCK + 'cases = "1-2"',
    ],
)
def test_short_forms_are_allowed(text: str, tmp_path: Path) -> None:
    path = tmp_path / "short.toml"
    path.write_text(text, "utf-8")
    assert read(path).returncode == 0, read(path).stderr


@needs_taplo
@pytest.mark.parametrize(
    "text",
    [
        HEAD.replace("title", "titel"),
        HEAD.replace("1", "2"),
        HEAD.replace("en", "fr"),
        HEAD + "people = true",
        HEAD + 'people = "four"',
        HEAD + 'minutes = "7,5"',
        HEAD + "rules = [1]",
        HEAD + "[[steps]]",
        STEP + 'phase = "end"',
        STEP + 'in-turn = "yes"',
        STEP + "lines-each = 1.5",
        STEP + '[[steps.moments]]\nname = "C"',
        STEP + '[charts.Q]\ncolour = "red"',
        STEP + "steps = []",
        STEP + 'minutes = "rest"',
        BLOCK + 'minutes = "rest"',
        BLOCK + 'cases = "all"',
    ],
)
def test_what_is_no_method_is_seen_while_typing(text: str, tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(text, "utf-8")
    assert read(path).returncode != 0


def test_every_key_is_explained_with_an_example_and_every_table_is_closed() -> None:
    def look(part: Any) -> int:  # noqa: ANN401 - a part of a schema
        if not isinstance(part, dict):
            return 0
        found = 0
        for key in part.get("properties", {}).values():
            assert "```toml" in key["description"]
            assert len(key["examples"]) == 1
            found += 1 + look(key)
        if "properties" in part:
            assert part["additionalProperties"] is False
        else:
            found += look(part.get("additionalProperties"))
        return found + look(part.get("items"))

    assert look(schema()) > 100


def test_the_schema_is_the_same_in_dutch_but_for_its_words() -> None:
    def bones(part: Any) -> Any:  # noqa: ANN401 - as above
        if isinstance(part, list):
            return [bones(each) for each in part]
        if not isinstance(part, dict):
            return part
        words = {"description", "examples", "title", "x-taplo"}
        return {
            key: bones(value)
            for key, value in part.items()
            if key not in words or (isinstance(value, dict) and "description" in value)
        }

    english = json.loads(as_json())
    set_language("nl")
    assert bones(schema()) == bones(english)
    assert schema()["title"] != english["title"]


def everything(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - a class
    """A table with every example that is shown of its keys."""
    return {
        key: inside(hint, entry(kind, key).value(key)) for key, hint in shape.keys(kind).items()
    }


def inside(hint: Any, value: Any) -> Any:  # noqa: ANN401 - a type and a value of any kind
    """The value, and in a table every example."""
    hint = shape.bare(hint)
    inner = shape.items(hint)
    if shape.is_table(hint):
        return everything(hint)
    if not shape.is_table(inner):
        return value
    return [everything(inner)] if isinstance(value, list) else {"A": everything(inner)}


@needs_taplo
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_keeps_to_the_schema(language: Language, tmp_path: Path) -> None:
    set_language(language)
    path = tmp_path / "everything.toml"
    path.write_text(tomli_w.dumps(everything(Method)), "utf-8")
    done = read(path)
    assert done.returncode == 0, done.stderr


@needs_taplo
@given(method=methods())
@settings(max_examples=25)
def test_whatever_a_method_says_is_in_the_schema(
    method: Method, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.toml"
    path.write_text(tomli_w.dumps(plain(method)), "utf-8")
    done = read(path)
    assert done.returncode == 0, done.stderr
