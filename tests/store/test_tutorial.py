"""The first ten minutes in the guides: what an author types there can be led."""

from pathlib import Path

import pytest

from intervisie_tui.domain.method import Method
from intervisie_tui.locale import LANGUAGES, Language
from intervisie_tui.store.methods import examine
from intervisie_tui.store.reference.page import GUIDES
from tests.store.guides import tutorial


def typed(folder: Path, pieces: list[str]) -> Method:
    """The method so far, with nothing to say of it."""
    path = folder / "so-far.toml"
    path.write_text("\n".join(pieces), "utf-8")
    examined = examine(path)
    assert examined.problems == ()
    assert examined.method is not None
    return examined.method


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stage_that_is_checked_is_right(language: Language, tmp_path: Path) -> None:
    pieces = tutorial(language)
    assert len(typed(tmp_path, pieces[:2]).steps) == 1
    whole = typed(tmp_path, pieces)
    assert whole.language == language
    assert sum(moment.length(5) or 0 for moment in whole.moments.values()) == 15 * 60


def test_both_guides_make_the_same_method(tmp_path: Path) -> None:
    english, dutch = (typed(tmp_path, tutorial(language)) for language in ("en", "nl"))
    assert [step.minutes for step in english.steps] == [step.minutes for step in dutch.steps]
    assert [step.rights() for step in english.steps] == [step.rights() for step in dutch.steps]


def test_both_guides_have_the_same_parts() -> None:
    docs = Path(__file__).parents[2] / "docs"
    levels = [
        [
            line.split()[0]
            for line in (docs / name).read_text("utf-8").splitlines()
            if line[:1] == "#"
        ]
        for name in GUIDES.values()
    ]
    assert levels[0] == levels[1]
