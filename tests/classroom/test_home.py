import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from classroom.answers import parse_answers
from classroom.exercise import ChoiceField, TextField, exercise_ids
from classroom.glossary import GlossaryError
from classroom.home import contents, contents_html, glossary, hand_in_button, path, who
from classroom.learner import LearnerError, Part, choose_path, chosen_path, learner_id, set_learner
from classroom.progress import Standing, hand_in, next_lesson, standings
from classroom.session import Session, right_answer
from playbook.places import write_safely

EXERCISE = "05_timing/01_find_our_hours"
Course = Callable[..., Path]


def answer_all(exercise: str = EXERCISE) -> None:
    session = Session(exercise, "exercise")
    for name, question in session.questions.items():
        written = {field: "…说了三样" for field, asked in question.fields.items() if isinstance(asked, TextField)}
        for field, value in (right_answer(question, session.facts) | written).items():
            session.change(name, field, value)
        session.check(name)


def standing() -> Standing:
    return next(each for each in standings() if each.lesson.id == EXERCISE)


def test_progress_counts_answers_and_points(work: Path) -> None:
    before = standing()
    assert (before.answered, before.questions, before.points, before.most) == (0, 4, 0, 12)
    answer_all()
    after = standing()
    assert (after.answered, after.points, after.done) == (4, 12, True)


def test_points_that_a_person_has_still_to_give_are_told(work: Path) -> None:
    answer_all("05_timing/02_choose_our_hours")
    second = next(each for each in standings() if each.lesson.id == "05_timing/02_choose_our_hours")
    assert (second.points, second.to_mark, second.most) == (13, 2, 15)
    assert "13/15 分，另有 2 分等老师批" in contents_html()


def test_the_next_lesson_is_the_first_that_is_not_done(work: Path) -> None:
    following = next_lesson()
    assert following is not None
    assert following.id == exercise_ids()[0]
    answer_all(following.id)
    after = next_lesson()
    assert after is not None
    assert after.id == exercise_ids()[1]


def test_after_a_lesson_the_next_step_is_its_exercise(work: Path) -> None:
    first = exercise_ids()[0]
    lesson = Session(first, "lesson")
    for name, question in lesson.questions.items():
        for field, value in right_answer(question, lesson.facts).items():
            lesson.change(name, field, value)
        lesson.check(name)
    if lesson.file.attempts.keys() != lesson.questions.keys():  # a guess has no right answer
        for name in lesson.questions.keys() - lesson.file.attempts.keys():
            field, asked = next(iter(lesson.questions[name].fields.items()))
            assert isinstance(asked, ChoiceField)
            lesson.change(name, field, asked.options[0].id)
            lesson.check(name)
    assert f'<b>下一步</b>：<a href="exercises/{first}.ipynb">练习 0.1：' in contents_html()


def test_lessons_and_exercises_have_the_numbers_by_which_pages_name_them(work: Path, reader: str) -> None:
    lesson, exercise = {"zh": ("5.1 找出", "练习 5.1"), "en": ("5.1 Find", "Exercise 5.1")}[reader]
    shown = contents_html()
    assert f'href="{EXERCISE}.ipynb">{lesson}' in shown
    assert f'href="exercises/{EXERCISE}.ipynb">{exercise}</a>' in shown


def test_the_time_of_a_long_path_is_told_in_hours(work: Path, reader: str) -> None:
    hours = round(chosen_path().minutes / 60)
    assert {"zh": f"估计共 {hours} 小时", "en": f"estimated {hours} hours in all"}[reader] in contents_html()
    told = {"zh": f"（估计 {hours} 小时）", "en": f"(estimated {hours} hours)"}[reader]
    assert told in path().children[0].options[0][0]
    assert {"zh": "（估计 3 小时）", "en": "(estimated 3 hours)"}[reader] in path().children[0].options[2][0]


def test_a_page_run_again_shows_a_table_of_contents_of_its_own(work: Path) -> None:
    # A browser that has just come in knows no widget of an earlier run.
    assert contents().children[0] is not contents().children[0]


def test_the_contents_name_the_lesson_in_the_readers_language(work: Path, reader: str) -> None:
    assert {"zh": "找出读者几点回应", "en": "Find the hours when readers answer"}[reader] in contents_html()
    assert f'href="{EXERCISE}.ipynb"' in contents_html()


@pytest.mark.parametrize("name", ["0012", "李小明", "ＬＩ01", "a-b_c", "Sam Smith"])
def test_a_name_or_number_is_kept_once_given(work: Path, name: str) -> None:
    set_learner(name)
    assert learner_id() == {"ＬＩ01": "LI01"}.get(name, name)


@pytest.mark.parametrize("name", ["", " ", "../x", "a  b", "CON:", "=cmd", "<b>", "x" * 41, "a\nb", "\u202eabc"])
def test_a_name_that_cannot_name_a_file_is_refused_in_words(work: Path, name: str) -> None:
    with pytest.raises(LearnerError) as caught:
        set_learner(name)
    assert caught.value.args[0].zh
    assert learner_id() == "unnamed"


def test_handing_in_writes_one_zip_of_answer_files_with_the_name(work: Path) -> None:
    answer_all()
    set_learner("0012")
    written = hand_in()
    assert written == work / "0012.zip"
    with zipfile.ZipFile(written) as archive:
        [entry] = archive.namelist()
        answers = parse_answers(archive.read(entry))
    assert (answers.learner, answers.exercise) == ("0012", EXERCISE)
    assert len(answers.attempts) == 4


def test_the_same_answers_make_the_same_zip(work: Path) -> None:
    answer_all()
    set_learner("0012")
    assert hand_in().read_bytes() == hand_in().read_bytes()


def test_without_a_name_or_without_answers_nothing_is_handed_in(work: Path) -> None:
    with pytest.raises(LearnerError):
        hand_in()
    set_learner("0012")
    with pytest.raises(LearnerError):
        hand_in()
    assert [*work.glob("*.zip")] == []


def test_the_buttons_of_the_first_page_say_what_happened(work: Path) -> None:
    box, said, _, _ = who().children
    box.children[0].value = "0012"
    box.children[1].click()
    assert "0012" in said.value
    answer_all()
    button, told = hand_in_button().children
    button.click()
    assert "0012.zip" in told.value
    assert 'download="0012.zip"' in told.value


# ---------------------------------------------------------------- paths, drafts, terms


def route(name: str, more: str = "") -> str:
    pair = f'{{ zh = "{name}路", en = "{name} path" }}'
    return f'[[path]]\nid = "{name}"\ntitle = {pair}\nabout = {pair}\n{more}\n'


@pytest.fixture
def three(course: Course) -> Path:
    """A course of three lessons, a draft among them, with a full path and a short one."""
    lessons = {"01_one": "exercise_minutes = 20", "02_two": "exercise_minutes = 25", "03_three": ""}
    short = 'lessons = ["05_timing/01_one", "05_timing/02_two"]\nexercises = ["05_timing/01_one"]'
    return course(lessons | {"04_draft": "draft = true\nexercise_minutes = 9"}, route("full") + route("short", short))


def split(html: str) -> tuple[str, str]:
    """Return what the contents show at once, and what is folded beneath."""
    shown, _, folded = html.partition("<details>")
    return shown, folded


def test_the_contents_hold_the_path_with_its_minutes_and_fold_the_rest(three: Path, reader: str) -> None:
    shown, folded = split(contents_html())
    assert folded == ""
    assert {"zh": "估计共 135 分钟", "en": "estimated 135 minutes in all"}[reader] in shown
    choose_path("short")
    shown, folded = split(contents_html())
    assert {"zh": "short路，估计共 80 分钟", "en": "short path, estimated 80 minutes in all"}[reader] in shown
    assert 'href="05_timing/01_one.ipynb"' in shown
    assert 'href="exercises/05_timing/01_one.ipynb"' in shown
    assert 'href="05_timing/02_two.ipynb"' in shown
    assert 'href="exercises/05_timing/02_two.ipynb"' not in shown
    assert 'href="exercises/05_timing/02_two.ipynb"' in folded
    assert 'href="05_timing/02_two.ipynb"' not in folded
    assert 'href="05_timing/03_three.ipynb"' in folded
    assert {"zh": "其他课", "en": "More lessons"}[reader] in folded


def test_a_lesson_without_an_exercise_shows_none(three: Path) -> None:
    assert "exercises/05_timing/03_three" not in contents_html()


def test_choosing_another_path_redraws_the_contents_at_once_and_is_kept(three: Path, work: Path) -> None:
    set_learner("0012")
    [table, _] = contents().children
    [choice, about] = path().children
    assert choice.value == "full"
    choice.value = "short"
    assert "<details>" in table.value
    assert "short路" in about.value
    assert (learner_id(), chosen_path().id) == ("0012", "short")
    assert path().children[0].value == "short"
    set_learner("0013")
    assert (learner_id(), chosen_path().id) == ("0013", "short")


def test_a_path_that_is_gone_gives_way_to_the_first(three: Path) -> None:
    choose_path("short")
    choose_path("gone")
    assert chosen_path().id == "full"


def test_what_somebody_wrote_in_the_learners_file_stays(work: Path) -> None:
    file = work / "learner.toml"
    write_safely(file, '# 组长\nlearner = "0012"\ncolour = "red"\n')
    choose_path("full")
    assert file.read_text("utf-8") == '# 组长\nlearner = "0012"\ncolour = "red"\npath = "full"\n'


def test_a_learners_file_that_cannot_be_read_is_put_aside(work: Path) -> None:
    write_safely(work / "learner.toml", b'learner = "\xff')
    assert learner_id() == "unnamed"
    set_learner("0012")
    assert learner_id() == "0012"
    assert (work / "learner.damaged-1.toml").read_bytes() == b'learner = "\xff'


def answer(lesson: str, part: Part, question: str) -> None:
    session = Session(f"05_timing/{lesson}", part)
    session.change(question, "answer", "yes")
    session.check(question)


def test_next_follows_the_path_and_a_lesson_without_an_exercise_is_done_when_read(three: Path) -> None:
    def upcoming() -> str | None:
        following = next_lesson()
        return following.id.removeprefix("05_timing/") if following else None

    answer("01_one", "lesson", "guess")
    assert upcoming() == "01_one"
    answer("01_one", "exercise", "task")
    assert upcoming() == "02_two"
    answer("02_two", "lesson", "guess")
    assert upcoming() == "02_two"
    choose_path("short")
    assert upcoming() is None
    assert "这条路线走完了" in contents_html()
    choose_path("full")
    answer("02_two", "exercise", "task")
    assert upcoming() == "03_three"
    answer("03_three", "lesson", "guess")
    assert upcoming() is None


def test_a_draft_is_in_no_contents_no_progress_and_no_hand_in(three: Path) -> None:
    answer("01_one", "exercise", "task")
    answer("04_draft", "exercise", "task")
    assert [each.lesson.id for each in standings()] == ["05_timing/01_one", "05_timing/02_two", "05_timing/03_three"]
    assert "04_draft" not in contents_html()
    set_learner("0012")
    with zipfile.ZipFile(hand_in()) as archive:
        assert archive.namelist() == ["05_timing__01_one.json"]


TERM = """
[term.{id}]
zh = "{zh}"
en = "{en}"
says = {{ zh = "{zh}的意思", en = "what {en} means" }}
lesson = "{lesson}"
"""


def test_the_glossary_shows_the_terms_of_published_lessons_in_their_order(three: Path, reader: str) -> None:
    terms = [
        TERM.format(id="late", zh="后面的词", en="late term", lesson="05_timing/03_three"),
        TERM.format(id="hidden", zh="草稿的词", en="draft term", lesson="05_timing/04_draft"),
        TERM.format(id="early", zh="前面的<b>词", en="early <b>term", lesson="05_timing/01_one") + 'not_zh = ["字"]\n',
    ]
    write_safely(three / "docs" / "glossary.toml", "".join(terms) + '[word.post]\nzh = "微博"\nen = "post"\n')
    shown = glossary().value
    first, second = {"zh": ("前面的&lt;b&gt;词", "后面的词"), "en": ("early &lt;b&gt;term", "late term")}[reader]
    assert 0 < shown.index(first) < shown.index(second)
    assert "draft term" not in shown
    assert "草稿的词" not in shown
    assert {"zh": "<summary>点开看 2 个词</summary>", "en": "<summary>Show 2 terms</summary>"}[reader] in shown


def test_without_a_glossary_nothing_is_shown(three: Path) -> None:
    assert glossary().value == ""


def test_a_glossary_with_a_term_in_one_language_is_refused_with_its_place(three: Path) -> None:
    write_safely(three / "docs" / "glossary.toml", '[term.median]\nzh = "中位数"\nlesson = "05_timing/01_one"\n')
    with pytest.raises(GlossaryError, match=r"glossary\.toml, at median\.en"):
        glossary()
