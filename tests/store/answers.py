"""What a file is answered with, in the shape of the tests: "line:column: message"."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomli

from intervisie_tui.domain.method import Method
from intervisie_tui.store.checks.roles import roles
from intervisie_tui.store.gate import build, sift
from intervisie_tui.store.methods import load
from intervisie_tui.store.problems import Refused
from intervisie_tui.store.toml import Document

PATH = Path("x.toml")

HEAD = 'format = 1\ntitle = "T"\nlanguage = "en"\n'
"""Three lines."""

STEP = '[[steps]]\ntitle = "S"\n'
"""Two lines."""


def refused(call: Callable[[], object]) -> list[str]:
    """What it is refused for."""
    with pytest.raises(Refused) as caught:
        call()
    return [f"{p.line}:{p.column}: {p.message}" for p in caught.value.problems]


def built(kind: type[Any], text: str) -> Any:  # noqa: ANN401 - whatever was asked for
    """What the gate makes of a text."""
    document = Document(PATH, text, tomli.loads(text))
    if kind is not Method:
        return build(kind, document.data, document)
    sifted = sift(Method, document.data, roles)
    if sifted.faults:
        raise document.refused(f.moved(sifted.written(f.where)) for f in sifted.faults)
    return sifted.value


def unknown(text: str, kind: type = Method) -> list[str]:
    """What the gate does not know in a text."""
    return refused(lambda: built(kind, text))


def loaded(folder: Path, text: str) -> list[str]:
    """What is wrong with a method file that holds that text; nothing where it is fine."""
    path = folder / "x.toml"
    path.write_text(text, "utf-8")
    try:
        load(path)
    except Refused:
        return refused(lambda: load(path))
    return []
