"""Whatever is in a method file, the program goes on and says where it is wrong."""

from pathlib import Path

import tomli
import tomli_w
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from intervisie_tui.domain.text import UNSEEN
from intervisie_tui.locale import LANGUAGES, Language, set_language
from intervisie_tui.store.home import builtin_methods
from intervisie_tui.store.methods import checked, glance, load
from intervisie_tui.store.problems import Problem, Refused
from tests.store.mutations import (
    Slip,
    bytes_changed,
    lines_changed,
    one_key_changed,
    texts_changed,
    values_changed,
)

SAMPLES = Path(__file__).parents[1] / "methods"
RAW = (SAMPLES / "everything.toml").read_bytes()
RAWS = st.sampled_from([RAW, (SAMPLES / "meeting.toml").read_bytes()])
DATA = RAWS.map(lambda raw: tomli.loads(raw.decode()))


def survives(path: Path, raw: bytes) -> None:
    """The file is a method, or it is refused with a place for everything that is wrong."""
    path.write_bytes(raw)
    try:
        method = load(path)
    except Refused as caught:
        for problem in caught.problems:
            assert 1 <= problem.line <= raw.count(b"\n") + 1
            assert problem.column >= 1
            assert problem.message
            assert not UNSEEN.search(str(problem))
    else:
        assert glance(path).head is not None
        if method.kind == "meeting":
            assert method.blocks
        else:
            assert method.done(first_meeting=False)
            assert method.moments


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=RAWS.flatmap(lambda raw: bytes_changed(raw) | lines_changed(raw)))
@example(raw=RAW.replace(b'"en"', b'" en"'))
def test_no_change_to_a_file_stops_the_program(tmp_path: Path, raw: bytes) -> None:
    survives(tmp_path / "x.toml", raw)


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=DATA.flatmap(values_changed))
def test_no_value_of_another_kind_stops_the_program(
    tmp_path: Path, data: dict[str, object]
) -> None:
    survives(tmp_path / "x.toml", tomli_w.dumps(data).encode())


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=DATA.flatmap(texts_changed), language=st.sampled_from(LANGUAGES))
def test_any_text_in_any_field_is_taken_or_refused(
    tmp_path: Path, data: dict[str, object], language: Language
) -> None:
    set_language(language)
    survives(tmp_path / "x.toml", tomli_w.dumps(data).encode())


SHIPPED = [path.read_text("utf-8") for path in sorted(builtin_methods().glob("[en][nl]/*.toml"))]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(slip=st.sampled_from(SHIPPED).flatmap(one_key_changed))
def test_where_one_key_is_wrong_a_line_that_holds_it_is_named(tmp_path: Path, slip: Slip) -> None:
    path = tmp_path / "x.toml"
    path.write_text(slip.text, "utf-8")
    problems: tuple[Problem, ...] = ()
    try:
        checked(path)
    except Refused as refused:
        problems = refused.problems
    assert not problems or any(
        # What came in its place may be there twice, and what it was may be missing.
        problem.line in slip.lines or any(name in problem.message for name in slip.names)
        for problem in problems
    ), problems
