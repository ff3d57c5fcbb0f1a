import os
from pathlib import Path

import pytest

from playbook.language import LANGUAGES, Text, join, language, speaking


def test_the_variable_decides_before_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en").mkdir()
    monkeypatch.chdir(tmp_path / "en")
    monkeypatch.setenv("COURSE_LANGUAGE", "zh")
    assert language() == "zh"


def test_a_page_speaks_the_language_of_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en" / "05_timing").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "en" / "05_timing")
    monkeypatch.delenv("COURSE_LANGUAGE", raising=False)
    assert language() == "en"


def test_chinese_is_the_language_of_last_resort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COURSE_LANGUAGE", raising=False)
    monkeypatch.setattr("playbook.language.locale.setlocale", lambda _: "C.UTF-8")
    assert language() == "zh"


def test_a_text_is_filled_in_each_language_with_its_own_words() -> None:
    said = Text("发了{what}", "posted {what}").format(what=Text("三条", "three"))
    assert (said.zh, said.en) == ("发了三条", "posted three")


def test_texts_are_joined_with_each_languages_own_mark() -> None:
    assert join([Text("一", "one"), Text("二", "two")]) == Text("一、二", "one, two")


def test_a_text_in_one_language_alone_is_refused() -> None:
    with pytest.raises(ValueError, match="both languages"):
        Text.of({"zh": "只有中文"})


@pytest.mark.parametrize("before", [*LANGUAGES, None])
def test_a_language_is_spoken_for_a_while_and_the_readers_own_comes_back(
    before: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if before is None:
        monkeypatch.delenv("COURSE_LANGUAGE", raising=False)
    else:
        monkeypatch.setenv("COURSE_LANGUAGE", before)
    for each in LANGUAGES:
        with speaking(each):
            assert language() == each
        assert os.environ.get("COURSE_LANGUAGE") == before
    with pytest.raises(RuntimeError), speaking("en"):
        raise RuntimeError
    assert os.environ.get("COURSE_LANGUAGE") == before
