"""Words, numbers and moments in time by chance, of which other values are made."""

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from intervisie_tui.domain.text import clean, one_line

NASTY = (
    "",
    'She said "no"',
    '"""',
    "'''",
    "back\\slash\\",
    "[red]red[/red]",
    "[[sheets]]",
    "# not a comment",
    "a = 1",
    "{who} %s $x",
    "👩‍👩‍👧 ⏱️ 👍🏽",
    "שלום عليكم",
    "e\N{COMBINING ACUTE ACCENT}cole",
    "*bold* _it_ `code` ~~gone~~ <b>b</b> &amp;",
    "- item",
    "1. first",
    "[text](https://example.nl)",
    "https://example.nl www.example.nl an@example.nl example.nl",
    "| a | b |",
    "\N{NO-BREAK SPACE}hard spaces\N{NO-BREAK SPACE}",
)
"""Words that mean something to one reader or another of a record."""


# Strategies are made once: making one takes longer than drawing from it.


@cache
def of(kind: Any) -> SearchStrategy[Any]:  # noqa: ANN401 - a Literal is no type
    """One of the values of a `Literal`."""
    return st.sampled_from(get_args(kind))


@cache
def several(values: SearchStrategy[Any], most: int = 2) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=most).map(tuple)


# Words and numbers


@cache
def raw_texts() -> SearchStrategy[str]:
    """What anybody may type, paste or send, before it is cleaned."""
    return st.sampled_from(NASTY) | st.text(max_size=40)


@cache
def texts() -> SearchStrategy[str]:
    """Words on one line."""
    return raw_texts().map(one_line)


@cache
def words() -> SearchStrategy[str]:
    """Words on one line, at least one of them."""
    return texts().filter(bool)


@cache
def long_texts() -> SearchStrategy[str]:
    """Words on several lines."""
    return st.lists(raw_texts(), max_size=3).map(lambda lines: clean("\n".join(lines)))


@cache
def moments_in_time() -> SearchStrategy[datetime]:
    start = datetime(2000, 1, 1, tzinfo=UTC)
    return st.timedeltas(timedelta(0), timedelta(days=36500)).map(lambda passed: start + passed)


@cache
def seconds() -> SearchStrategy[float]:
    return st.integers(0, 7200) | st.floats(0, 7200, allow_subnormal=False)


@cache
def seats() -> SearchStrategy[int]:
    return st.integers(1, 8)
