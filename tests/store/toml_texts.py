"""TOML by chance: the same things written in all the ways there are."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from intervisie_tui.domain.text import clean

NAMES = ("a", "b-1", "Vragen", "2", "De vraag", 'a "b"', "", "é", "a.b", "#", "x]y")

SCALARS = (
    "1",
    "-2.5",
    "1e3",
    "0x1F",
    "1_000",
    "inf",
    "true",
    "2026-03-14",
    "2026-03-14 09:30:00",
    "2026-03-14T09:30:00Z",
    "09:30:00",
    '""',
    '"a # b"',
    r'"\"\\"',
    "'a\\'",
    "''",
    '"""\na\n\n["b"] """',
    '"""a""" # " \'',
    '"""""a"""""',
    "'''\na''\nb = 1'''",
    "''''a'''''",
    '"""a \\\n   b\\""""',
    '"é ⏱ 日本"',
)

GAPS = ("", " ", "  # c ]\n", "\n", "\n\n\t", '# "x" = \'\n')


def texts() -> SearchStrategy[str]:
    """Texts of which most are TOML; two keys of one name may still spoil it."""
    statements = st.builds("{}{}\n".format, _statement(), st.sampled_from(["", " # c", "\t"]))
    headers = st.builds(
        "{}{}{}\n".format, st.sampled_from(["", "  "]), _header(), st.sampled_from(["", "# ]"])
    )
    blank = st.sampled_from(["\n", "# a = 1\n", "  \n"])
    lines = st.lists(st.one_of(statements, statements, headers, blank), max_size=12)
    return lines.map("".join)


def _name() -> SearchStrategy[str]:
    return st.sampled_from(NAMES).map(clean).flatmap(_written)


def _written(name: str) -> SearchStrategy[str]:
    ways = ['"' + name.replace('"', '\\"') + '"', f"'{name}'"]
    if name.replace("-", "").isascii() and name.replace("-", "").isalnum():
        ways = [name, name, *ways]
    return st.sampled_from(ways)


@st.composite
def _key(draw: DrawFn) -> str:
    dot = draw(st.sampled_from([".", " . "]))
    return dot.join(draw(st.lists(_name(), min_size=1, max_size=3)))


@st.composite
def _header(draw: DrawFn) -> str:
    space = draw(st.sampled_from(["", " "]))
    opening, closing = draw(st.sampled_from([("[", "]"), ("[[", "]]"), ("[[", "]]")]))
    return f"{opening}{space}{draw(_key())}{space}{closing}"


@st.composite
def _statement(draw: DrawFn) -> str:
    equals = draw(st.sampled_from(["=", " = ", "\t="]))
    return f"{draw(_key())}{equals}{draw(_values())}"


def _values() -> SearchStrategy[str]:
    return st.recursive(
        st.sampled_from(SCALARS), lambda inner: _arrays(inner) | _tables(inner), max_leaves=6
    )


@st.composite
def _arrays(draw: DrawFn, inner: SearchStrategy[str]) -> str:
    gap = draw(st.sampled_from(GAPS))
    items = draw(st.lists(inner, max_size=3))
    last = draw(st.sampled_from(["", ","])) if items else ""
    return f"[{gap}{f'{gap},{gap}'.join(items)}{gap}{last}{gap}]"


@st.composite
def _tables(draw: DrawFn, inner: SearchStrategy[str]) -> str:
    gap = draw(st.sampled_from(["", " ", "\n", " # }\n"]))
    values = draw(st.lists(inner, max_size=2))
    pairs = [f"{draw(_key())} = {value}" for value in values]
    return f"{{{gap}{f'{gap},{gap}'.join(pairs)}{gap}}}"
