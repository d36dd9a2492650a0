"""How a whole paper is laid out: one list, lines side by side, versions, or an axis."""

from collections.abc import Callable, Iterable
from typing import Final

from intervisie_tui.domain.method import INTENDED
from intervisie_tui.domain.paper import Line, Paper
from intervisie_tui.domain.text import one_line
from intervisie_tui.locale import _
from intervisie_tui.tui.widgets import chart_scale
from intervisie_tui.tui.widgets.chart_head import abreast, head, heading
from intervisie_tui.tui.widgets.chart_layout import (
    Block,
    Column,
    Frame,
    Layout,
    Piece,
    Row,
    column,
)
from intervisie_tui.tui.widgets.chart_lines import (
    action_block,
    frame_of,
    list_block,
    signs,
    version_block,
)

WIDEST: Final = 100
"""A list is not wider than this: longer rows are hard to read."""

ROOMY: Final = 110
"""From so many cells on a judged list hangs in columns, a label each."""

EACH: Final = 32
"""Cells for each of those columns, at least."""

Group = tuple[Row, tuple[Line, ...]]
"""A heading, empty where there is none, and the lines under it."""

Draw = Callable[[Line], Block]


def lay_out(paper: Paper, width: int, *, airy: bool = True, before: Layout | None = None) -> Layout:
    """The paper in *width* cells; lines that stand as they stood *before* are taken over.

    Where it is not *airy*, rows are few: none is empty, signs are explained only while
    they are given, and a scale lies on its side.
    """
    if paper.hidden:
        return _withheld(paper, min(width, WIDEST))
    legend = airy or paper.do == "judge"
    groups = _groups(paper, width)
    each = width // len(groups)
    if len(groups) > 1 and each >= (20 if width >= WIDEST else 24):
        frame = frame_of(paper, each)
        draw = _drawer(paper, frame, before)
        titles = abreast([heading(title, each) for title, _lines in groups], each)
        top = head(paper, frame, width, legend=bool(paper.columns) and legend)
        columns = [column(each, map(draw, lines)) for _title, lines in groups]
        return _layout(paper, frame, [*top, *_air(width, here=airy), *titles], columns)
    frame = frame_of(paper, min(width, WIDEST))
    draw = _drawer(paper, frame, before)
    if paper.kind == "scale" and paper.labels:
        lies = not airy and chart_scale.lies(paper, frame)
        blocks = _lying(paper, frame, draw) if lies else _scale(paper, frame, draw)
        legend = not lies and legend
    elif paper.kind == "statement":
        blocks = _versions(paper, frame, draw)
    else:
        blocks = _listed(groups, frame, draw)
    top = [*head(paper, frame, frame.width, legend=legend), *_air(width, here=airy)]
    return _layout(paper, frame, top, [column(frame.width, blocks)])


def _withheld(paper: Paper, width: int) -> Layout:
    """Its name, and that the rest comes later."""
    frame = frame_of(paper, width)
    later = Block(None, heading((Piece(_("What is on it comes later"), "quiet"),), width))
    top = head(paper, frame, width, legend=False)
    return _layout(paper, frame, top, [column(width, [later])])


def _layout(paper: Paper, frame: Frame, top: Iterable[Row], columns: Iterable[Column]) -> Layout:
    columns = tuple(columns)
    places = {
        block.line.entry.id: (across, down)
        for across, stack in enumerate(columns)
        for down, block in enumerate(stack.blocks)
        if block.line is not None
    }
    lines = {line.entry.id: line for line in paper.lines}
    # What stands on a scale has no block of its own: several are in one.
    on_scale = paper.kind == "scale" and bool(paper.labels)
    if on_scale:
        places = {
            piece.entry: (across, down)
            for across, stack in enumerate(columns)
            for down, block in enumerate(stack.blocks)
            for row in block.rows
            for piece in row
            if piece.entry is not None
        }
    return Layout(
        frame=frame,
        head=tuple(top),
        columns=columns,
        lines=lines,
        order=tuple(lines if on_scale else places),
        places=places,
    )


def _drawer(paper: Paper, frame: Frame, before: Layout | None) -> Draw:
    """What draws a line, or takes it over where it stood the same *before*."""
    if paper.kind == "statement":
        return lambda line: version_block(line, frame, latest=line is paper.lines[-1])
    anew = action_block if paper.kind in INTENDED else list_block
    same = before if before is not None and before.frame == frame else None

    def drawn(line: Line) -> Block:
        block = None if same is None else same.block(line.entry.id)
        return block if block is not None and block.line == line else anew(line, frame)

    return drawn


def _groups(paper: Paper, width: int) -> list[Group]:
    """The lines as they belong together."""
    if paper.columns:
        return _by(
            lambda line: line.entry.column,
            {
                name: (Piece(one_line(name), "label", None, "column", name),)
                for name in paper.columns
            },
            (Piece("·", "label"),),
            paper,
            empty=True,
        )
    judged = any(line.entry.label in paper.labels for line in paper.lines)
    if paper.kind == "list" and paper.do in ("show", "answer") and judged and width >= ROOMY:
        groups = _by(
            lambda line: line.entry.label,
            {
                label: (Piece(f"{sign} ", "sign"), Piece(one_line(label), "label"))
                for label, sign in signs(paper).items()
            },
            (Piece(_("Not yet placed"), "label"),),
            paper,
            empty=False,
        )
        if width // len(groups) >= EACH:
            return groups
    return [((), paper.lines)]


def _by(
    key: Callable[[Line], str | None],
    titles: dict[str, Row],
    other: Row,
    paper: Paper,
    *,
    empty: bool,
) -> list[Group]:
    """The lines under the title of their key; what has none of these comes last."""
    lines: dict[str | None, list[Line]] = {name: [] for name in (*titles, None)}
    for line in paper.lines:
        name = key(line)
        lines[name if name in titles else None].append(line)
    groups = [(title, tuple(lines[name])) for name, title in titles.items()]
    rest = (other, tuple(lines[None]))
    return [group for group in groups if empty or group[1]] + [rest] * bool(lines[None])


def _listed(groups: list[Group], frame: Frame, draw: Draw) -> Iterable[Block]:
    """The groups under one another, each under its heading."""
    for at, (title, lines) in enumerate(groups):
        if at:
            yield Block(None, _air(frame.width))
        if title:
            yield Block(None, heading(title, frame.width))
        yield from map(draw, lines)


def _versions(paper: Paper, frame: Frame, draw: Draw) -> Iterable[Block]:
    """The versions of a statement, the latest with air around it."""
    yield from map(draw, paper.lines[:-1])
    if len(paper.lines) > 1:
        yield Block(None, _air(frame.width))
    yield from map(draw, paper.lines[-1:])


def _scale(paper: Paper, frame: Frame, draw: Draw) -> Iterable[Block]:
    """The axis, and under it what is not on it yet; all lines, where it has only numbers."""
    yield chart_scale.axis(paper, frame)
    names = chart_scale.by_name(paper, frame)
    under = [line for line in paper.lines if not names or line.entry.label not in paper.labels]
    if under:
        yield Block(None, _air(frame.width))
        if names:
            yield _unplaced(frame)
        yield from map(draw, under)


def _lying(paper: Paper, frame: Frame, draw: Draw) -> Iterable[Block]:
    """The scale on its side, and under it what is not on it yet."""
    yield from chart_scale.rows(paper, frame)
    if under := [line for line in paper.lines if line.entry.label not in paper.labels]:
        yield _unplaced(frame)
        yield from map(draw, under)


def _unplaced(frame: Frame) -> Block:
    """The heading of what is not on the scale yet."""
    return Block(None, heading((Piece(_("Not yet placed"), "quiet"),), frame.width))


def _air(width: int, *, here: bool = True) -> tuple[Row, ...]:
    """An empty row, or none."""
    return ((Piece(" " * width),),) if here else ()
