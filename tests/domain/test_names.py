"""Names of people as they are typed in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain.names import called_the_same, names_in
from intervisie_tui.domain.text import one_line


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ()),
        ("An", ("An",)),
        ("An, Bo;Cem\r\nDee\n\n ,, ", ("An", "Bo", "Cem", "Dee")),
        ("An  van  Dijk", ("An van Dijk",)),
        ("[red]An[/]", ("[red]An[/]",)),
        ("\x1b[2JAn", ("[2JAn",)),
    ],
)
def test_names_stand_on_lines_or_between_commas(typed: str, names: tuple[str, ...]) -> None:
    assert names_in(typed) == names


@given(st.text())
def test_every_name_is_clean_and_says_something(typed: str) -> None:
    assert all(name and name == one_line(name) for name in names_in(typed))


@pytest.mark.parametrize(
    ("names", "twice"),
    [
        ((), None),
        (("An", "Bo"), None),
        (("An", "Bo", "AN"), "AN"),
        (("x" * 60 + "a", "x" * 60 + "b"), "x" * 60 + "b"),
    ],
)
def test_two_people_are_not_called_the_same(names: tuple[str, ...], twice: str | None) -> None:
    assert called_the_same(names) == twice
