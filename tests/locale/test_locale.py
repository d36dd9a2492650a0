import locale

import pytest

from intervisie_tui.locale import (
    N_,
    _,
    language,
    ngettext,
    set_language,
    system_language,
)

QUOTES = "the name of a theme, in quotes"


def test_before_a_choice_words_are_english() -> None:
    assert language() == "en"
    assert _(QUOTES) == QUOTES


def test_a_change_of_language_shows_at_the_next_look() -> None:
    label = N_(QUOTES)
    set_language("nl")
    assert language() == "nl"
    assert _(label) == "de naam van een thema, tussen aanhalingstekens"
    set_language("en")
    assert _(label) == QUOTES


@pytest.mark.parametrize("chosen", ["nl", "en"])
def test_nothing_is_nothing_in_any_language(chosen: str) -> None:
    set_language("nl" if chosen == "nl" else "en")
    assert _("") == ""


@pytest.mark.parametrize("chosen", ["nl", "en"])
def test_words_without_a_translation_stay_as_they_are(chosen: str) -> None:
    set_language("nl" if chosen == "nl" else "en")
    unknown = "qwerty {x}"
    assert _(unknown) == unknown
    assert [ngettext("{n} kwrt", "{n} kwrts", n) for n in (0, 1, 2)] == [
        "{n} kwrts",
        "{n} kwrt",
        "{n} kwrts",
    ]


@pytest.mark.parametrize(
    ("environ", "spoken"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl"}, "nl"),
        ({"LANG": "nl_BE@euro"}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_BE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LC_MESSAGES": "nl_NL", "LANG": "en_US"}, "nl"),
        ({"LC_ALL": "C", "LC_MESSAGES": "nl_NL", "LANG": "nl_NL"}, "en"),
        ({"LC_ALL": "", "LANG": "nl_NL"}, "nl"),
        ({"INTERVISIE_LANG": "nl", "LC_ALL": "en_US.UTF-8"}, "nl"),
        ({"INTERVISIE_LANG": "en", "LANG": "nl_NL"}, "en"),
        ({"INTERVISIE_LANG": "xx", "LANG": "nl_NL"}, "en"),
    ],
)
def test_the_first_that_says_anything_decides(environ: dict[str, str], spoken: str) -> None:
    assert system_language(environ) == spoken


def test_a_setting_comes_after_the_variable_of_ours_and_before_the_system() -> None:
    assert system_language({"LANG": "en_US"}, "nl") == "nl"
    assert system_language({"INTERVISIE_LANG": "en"}, "nl") == "en"


@pytest.mark.parametrize(
    ("said", "spoken"),
    [
        (("nl_NL", "UTF-8"), "nl"),
        (("Dutch_Netherlands", "1252"), "nl"),
        (("en_US", "UTF-8"), "en"),
        ((None, None), "en"),
    ],
)
def test_a_system_without_variables_is_asked(
    said: tuple[str | None, str | None],
    spoken: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: said)
    assert system_language({}) == spoken


def test_a_system_that_does_not_know_its_own_language_gets_english(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> None:
        raise ValueError

    monkeypatch.setattr(locale, "getlocale", fail)
    assert system_language({}) == "en"
