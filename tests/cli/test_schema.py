"""`intervisie schema`: what an editor needs to know of method files."""

import json

import pytest

from bench.reference import SCHEMA
from intervisie_tui.cli import main


def test_schema_prints_the_file_that_is_shipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == SCHEMA.read_text("utf-8")


def test_schema_explains_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--lang", "nl"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Een werkvorm voor intervisie"
