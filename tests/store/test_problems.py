"""What went wrong, in words that its reader understands."""

import errno
import os

import pytest

from intervisie_tui.store.problems import REASONS, reason


@pytest.mark.parametrize("name", REASONS)
def test_why_a_system_refuses_is_said_in_our_own_words(name: str) -> None:
    number = getattr(errno, name)
    assert reason(OSError(number, os.strerror(number))) == REASONS[name]


@pytest.mark.parametrize("number", [errno.EXDEV, 99999])
def test_what_is_seldom_said_has_a_number_to_look_up(number: int) -> None:
    assert reason(OSError(number, "Strange")) == f"the system refuses it, error {number}"


def test_what_we_refuse_ourselves_is_said_as_it_is() -> None:
    assert reason(OSError("this session is open in another window")) == (
        "this session is open in another window"
    )


def test_of_another_error_only_the_kind_is_told() -> None:
    assert reason(ValueError("somebody's words")) == "ValueError"
