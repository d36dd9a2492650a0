"""Records of older formats: read as they were meant."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from intervisie_tui.domain.sheet import Sheet
from intervisie_tui.store import records
from intervisie_tui.store.records import Data, load

GOLDEN = Path(__file__).parent / "golden" / "record-4.toml"


def test_a_record_of_format_1_is_read_as_it_was_meant() -> None:
    older = load(GOLDEN.with_name("record-1.toml"))
    newer = load(GOLDEN.with_name("record-2.toml")).session
    method = newer.methods["five"]
    read_out = replace(method.steps[1].moments[0], examples=())
    explore = replace(method.steps[1], moments=(read_out, *method.steps[1].moments[1:]))
    steps = (method.steps[0], explore, *method.steps[2:])
    before = replace(method, kind="case", questions=(), steps=steps)
    assert older.session == replace(newer, online=False, methods={"five": before})
    assert older.desk == replace(load(GOLDEN).desk, large=None)


def test_a_record_of_format_2_has_a_method_with_one_way_through_it() -> None:
    older, newer = load(GOLDEN.with_name("record-2.toml")), load(GOLDEN.with_name("record-3.toml"))
    (method,) = newer.session.methods.values()
    steps = tuple(
        replace(step, moments=tuple(map(with_one_way, step.moments)), **one_way(step))
        for step in method.steps
    )
    charts = {name: with_one_way(chart) for name, chart in method.charts.items()}
    before = replace(method, roles=(), modules=(), steps=steps, charts=charts)
    plan = tuple(replace(stop, teams=()) for stop in newer.session.plan)
    assert older.session == replace(newer.session, methods={"five": before}, plan=plan)
    assert older.desk == newer.desk


def test_a_record_of_format_3_is_one_method_of_a_group_that_is_not_known() -> None:
    older, newer = load(GOLDEN.with_name("record-3.toml")), load(GOLDEN)
    session = newer.session
    before = replace(
        session,
        methods={key: method for key, method in session.methods.items() if key == "five"},
        blocks=session.blocks[:1],
        people=tuple(replace(person, member=None) for person in session.people),
        sheets=tuple(map(without_asking, session.sheets[:-1])),
        plan=tuple(replace(stop, chosen=()) for stop in session.plan[:-2]),
        meeting="",
        group_id="",
        starts=None,
        put_off=(),
        last_id=older.session.last_id,
    )
    assert older.session == before
    assert older.desk == newer.desk


def without_asking(sheet: Sheet) -> Sheet:
    return replace(sheet, entries=tuple(replace(entry, ask=False) for entry in sheet.entries))


WAYS = {
    *("each", "as_", "times", "opposite", "unless", "groups", "fill", "last", "choose"),
    *("detours", "again", "spare", "fresh", "hidden_until", "quota"),
}
"""What is said of a way, since format 3."""


def one_way(value: Any) -> dict[str, Any]:  # noqa: ANN401 - of a method
    return {field.name: field.default for field in fields(value) if field.name in WAYS}


def with_one_way(value: Any) -> Any:  # noqa: ANN401 - of a method
    return replace(value, **one_way(value))


def test_an_older_record_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def with_session(data: Data) -> Data:
        same = {key: value for key, value in data.items() if key != "meeting"}
        return same | {"format": 1, "session": data["meeting"]}

    monkeypatch.setattr(records, "MIGRATIONS", (with_session, *records.MIGRATIONS))
    text = GOLDEN.read_text("utf-8").replace("[session]", "[meeting]")
    path = tmp_path / "old.toml"
    path.write_text(text.replace("format = 4", "format = 0", 1), "utf-8")
    assert load(path).session == load(GOLDEN).session
