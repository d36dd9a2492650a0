"""A template of one's own for certificates, and what is wrong with it."""

from pathlib import Path

import pytest

from intervisie_tui.store import certificates as kept
from intervisie_tui.store.certificates import (
    own_templates,
    write_certificates,
)
from intervisie_tui.store.export.certificate import (
    as_pdf,
)
from intervisie_tui.store.home import Home
from intervisie_tui.store.problems import Refused
from tests.store.certified import ONE, RECORD
from tests.store.paper_readers import text_of


@pytest.fixture
def mine(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_ours_can_be_had_to_start_from_and_what_was_changed_stays(mine: Home) -> None:
    typ, html = own_templates(mine)
    html.write_text("<p>{{name}}</p>")
    own_templates(mine)
    assert html.read_text() == "<p>{{name}}</p>"
    assert as_pdf(ONE, typ) == as_pdf(ONE)


def test_a_template_of_the_user_takes_the_place_of_ours(mine: Home) -> None:
    typ, html = own_templates(mine)
    typ.write_text("#let given = json(bytes(sys.inputs.data))\nOur #given.name\n")
    html.write_text("<p>Ours: {{ name }}</p>")
    [path] = write_certificates(mine, RECORD, [ONE], form="pdf")
    assert text_of(path.read_bytes()) == "Our An <b>"
    [path] = write_certificates(mine, RECORD, [ONE], form="html")
    assert path.read_text() == "<p>Ours: An &lt;b&gt;</p>"


def test_where_the_user_has_one_template_that_is_the_form(mine: Home) -> None:
    typ, _html = own_templates(mine)
    typ.unlink()
    [path] = write_certificates(mine, RECORD, [ONE])
    assert path.suffix == ".html"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("certificate.typ", "= A\n\n#let x = foo\n", ":3:10: typst cannot make a PDF of this"),
        ("certificate.typ", "= A\n#image(\n", ":2:7: "),
        ("certificate.typ", '\n#import "@preview/x:1.0.0"\n', ":2:9: a template fetches nothing"),
        (
            "certificate.html",
            "<p>\n  {{nmae}}",
            ":2:3: there is no field “nmae”; did you mean “name”?",
        ),
        ("certificate.html", "{{zzzzz}}", ":1:1: there is no field “zzzzz”; what can be here: "),
    ],
)
def test_what_is_wrong_with_it_is_said_and_ours_does_not_take_its_place(
    name: str, text: str, said: str, mine: Home
) -> None:
    own_templates(mine)
    path = mine.root / "templates" / name
    path.write_text(text)
    with pytest.raises(Refused) as refused:
        write_certificates(mine, RECORD, [ONE], form="pdf" if name.endswith("typ") else "html")
    assert f"{path}{said}" in str(refused.value)
    assert not kept.folder(mine).exists()


def test_a_template_that_is_no_text_is_said(mine: Home) -> None:
    for path, form in zip(own_templates(mine), ("pdf", "html"), strict=True):
        path.write_bytes(b"\xff\xfe\xff")
        with pytest.raises(Refused, match="this file cannot be read"):
            write_certificates(mine, RECORD, [ONE], form=form)  # type: ignore[arg-type]


def test_a_file_beside_the_template_is_named_where_the_fault_is_in_it(mine: Home) -> None:
    typ, _html = own_templates(mine)
    typ.write_text('#import "parts.typ": part\n#part\n')
    (typ.parent / "parts.typ").write_text("#let part = [\n  #unknown\n]\n")
    with pytest.raises(Refused) as refused:
        write_certificates(mine, RECORD, [ONE], form="pdf")
    assert f"{typ.parent / 'parts.typ'}:2:4: " in str(refused.value)
