"""What may happen to a file: in an editor, on a disk, or by somebody who tries things."""

from typing import Any

from hypothesis import strategies as st

PIECES = (b'"', b"'", b"[", b"]", b"{", b"=", b",", b"\n", b"\\", b"#", b"\xff", b"\x00")

ODD: tuple[Any, ...] = (
    "",
    "peers",
    "\x1b[31m",
    "x" * 3000,
    0,
    -1,
    10**30,
    1e308,
    float("nan"),
    True,
    [],
    [[]],
    ["", ""],
    {},
    {"": {"": 1}},
    [{"title": "x"}],
)


@st.composite
def bytes_changed(draw: st.DrawFn, raw: bytes) -> bytes:
    """The bytes with a few pieces taken out, doubled, moved or put in."""
    for _change in range(draw(st.integers(1, 3))):
        size = draw(st.sampled_from([1, 1, 2, 8, 60]))
        at = draw(st.integers(0, max(0, len(raw) - size)))
        to = draw(st.integers(0, len(raw)))
        piece, rest = raw[at : at + size], raw[:at] + raw[at + size :]
        new = draw(st.sampled_from(PIECES) | st.binary(min_size=1, max_size=2))
        ways = (
            rest,
            raw[:to] + piece + raw[to:],
            rest[:to] + piece + rest[to:],
            raw[:at] + new + raw[at:],
        )
        raw = draw(st.sampled_from(ways))
    return raw


@st.composite
def lines_changed(draw: st.DrawFn, raw: bytes) -> bytes:
    """The lines with some taken out, doubled or swapped."""
    lines = raw.splitlines(keepends=True)
    for _change in range(draw(st.integers(1, 4))):
        at, to = draw(st.tuples(*[st.integers(0, len(lines) - 1)] * 2))
        match draw(st.sampled_from(["out", "twice", "swap"])):
            case "out":
                del lines[at]
            case "twice":
                lines.insert(to, lines[at])
            case _:
                lines[at], lines[to] = lines[to], lines[at]
    return b"".join(lines)


@st.composite
def values_changed(draw: st.DrawFn, data: dict[str, Any]) -> dict[str, Any]:
    """The document with a few values in it of another kind, or gone."""
    for _change in range(draw(st.integers(1, 3))):
        step = draw(st.sampled_from(list(data)))
        data = data | {step: _changed(draw, data[step])}
    return data


@st.composite
def texts_changed(draw: st.DrawFn, data: dict[str, Any]) -> dict[str, Any]:
    """The document with any text at all in one of its fields."""

    def texts(value: Any) -> Any:  # noqa: ANN401 - a document holds anything
        return draw(st.text(max_size=30)) if isinstance(value, str) else value

    step = draw(st.sampled_from(list(data)))
    return data | {step: _changed(draw, data[step], texts)}


def _changed(draw: st.DrawFn, value: Any, change: Any = None) -> Any:  # noqa: ANN401
    """A copy in which one value, found by going down at random, is another."""
    if isinstance(value, dict | list) and value and draw(st.integers(0, 9)):
        step = draw(st.sampled_from(list(value) if isinstance(value, dict) else range(len(value))))
        copy = value.copy()
        copy[step] = _changed(draw, value[step], change)
        return copy
    return draw(st.sampled_from(ODD)) if change is None else change(value)
