from dataclasses import MISSING, fields
from datetime import UTC, date, datetime
from pathlib import Path
from types import NoneType
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_tui.domain.decided import Closing
from intervisie_tui.domain.desk import Desk
from intervisie_tui.domain.method import Fit, Method
from intervisie_tui.domain.moment import Moment, Step
from intervisie_tui.domain.session import Session
from intervisie_tui.domain.span import Span
from intervisie_tui.domain.stop import Block, Round, Stop
from intervisie_tui.store import shape
from intervisie_tui.store.gate import build
from intervisie_tui.store.plain import plain, span
from intervisie_tui.store.toml import Document
from tests.strategies import desks, methods, sessions

NOWHERE = Document(Path("x.toml"), "", {})


def again(value: Any) -> Any:  # noqa: ANN401 - any of the domain
    """The value that comes back from its plain data."""
    return build(type(value), plain(value), NOWHERE)


@settings(max_examples=60)
@given(methods() | sessions() | desks())
def test_what_is_plain_can_be_built_again(value: object) -> None:
    assert again(value) == value


@given(
    st.builds(
        Moment,
        title=st.text(),
        minutes=st.builds(Span, *[st.floats(allow_nan=False, allow_infinity=False)] * 2),
        # A whole number of seconds is a float as well, up to where floats leave some out.
        seconds=st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53),
        lines_each=st.integers(),
        tips=st.lists(st.text()).map(tuple),
    )
)
def test_any_number_and_any_text_comes_back_exactly(moment: Moment) -> None:
    assert again(moment) == moment


FIRST, LAST = datetime(3, 1, 1), datetime(9998, 1, 1)  # noqa: DTZ001 - hypothesis adds the zone


@given(st.datetimes(FIRST, LAST, timezones=st.timezones()), st.dates())
def test_a_moment_in_time_comes_back_to_the_microsecond(at: datetime, until: date) -> None:
    closing = Closing(at=at.astimezone(UTC), keep="all", until=until)
    assert again(closing) == closing


def test_keys_are_those_of_the_file_and_defaults_are_left_out() -> None:
    step = Step(title="A", in_turn=True, seconds_each=60, speaks=("peers",), moments=())
    assert plain(step) == {
        "title": "A",
        "in-turn": True,
        "seconds-each": 60,
        "speaks": ["peers"],
    }


def test_false_is_said_where_nothing_said_would_mean_something_else() -> None:
    assert plain(Moment(title="A", in_turn=False)) == {"title": "A", "in-turn": False}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Span(4, 4), 4),
        (Span(7.5, 7.5), 7.5),
        (Span(4.0, 5.0), "4-5"),
        (Span(2.5, 4), "2.5-4"),
        (Span(1234567, 1234567.25), "1234567-1234567.25"),
    ],
)
def test_a_span_is_written_as_an_author_would(value: Span, written: object) -> None:
    assert plain(Moment(title="A", minutes=value))["minutes"] == written
    assert span(written) == value


@pytest.mark.parametrize("written", ["4–5", " 4 - 5 ", "4 –5", "4.0-5"])
def test_a_range_may_be_typed_with_spaces_and_any_dash(written: str) -> None:
    assert span(written) == Span(4, 5)


@pytest.mark.parametrize("written", ["", "-", "4-", "a", "4-5-6", "4 tot 5", "7,5", True, [4, 5]])
def test_what_is_no_span_is_none(written: object) -> None:
    assert span(written) is None


def test_numbers_look_like_an_author_wrote_them() -> None:
    minutes = plain(Moment(title="A", minutes=Span(4.0, 4.0)))["minutes"]
    assert str(minutes) == "4"


def test_what_holds_nothing_but_defaults_is_still_there() -> None:
    stop = Stop(id=1, block=0, moment="1", turns=Round())
    assert plain(stop)["turns"] == {}
    assert again(stop) == stop


def test_a_block_whose_roles_nobody_has_comes_back() -> None:
    block = Block(method="m", roles={"case-giver": (5,), "peers": ()}, break_=True)
    assert plain(block) == {
        "method": "m",
        "roles": {"case-giver": [5], "peers": []},
        "break": True,
    }
    assert again(block) == block


def test_names_of_charts_stay_as_they_are() -> None:
    assert plain(Method(format=1, title="A", language="en", fit=Fit(when="x_y"))) == {
        "format": 1,
        "title": "A",
        "language": "en",
        "fit": {"when": "x_y"},
    }


@pytest.mark.parametrize(
    "kind", [kind for root in (Session, Desk) for _where, kind in shape.tables(root)]
)
def test_nothing_said_means_one_thing_only(kind: Any) -> None:  # noqa: ANN401
    # TOML has no `None`: a key that is not there must mean that, or the default.
    for field, hint in zip(fields(kind), shape.keys(kind).values(), strict=True):
        if NoneType in get_args(hint):
            assert field.default in (None, MISSING)
            assert field.default_factory is MISSING
