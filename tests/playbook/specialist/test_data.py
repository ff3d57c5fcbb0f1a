"""What the diaries and adverts say, as charts, tables, evidence and answers."""

from dataclasses import replace

import pytest

from playbook.facts import Facts, sample_facts
from playbook.language import LANGUAGES, Language
from playbook.sample import World
from playbook.sample.truths import truths
from playbook.sample.variants import vary
from playbook.specialist import charts, evidence, questions, tables
from playbook.specialist.analysis import asked, by_duty, hours, outside, pieces, torn_day
from playbook.specialist.tasks import TASKS

FACTS = sample_facts()
NOTHING = replace(FACTS, diary=None, intended=None, adverts=None)


def world(seed: int) -> Facts:
    made = World(seed, vary(seed))
    return replace(FACTS, diary=made.diary, intended=made.intended, adverts=made.adverts)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_planted_week_is_found_whatever_the_seed(seed: int) -> None:
    facts, planted = world(seed), vary(seed)["diary"]["week"]
    for who, week in planted.items():
        told = hours(facts, who)
        for task, taken in week["taken"].items():
            assert told.loc[task, "taken"] == pytest.approx(taken + week["outside"].get(task, 0))
        assert torn_day(facts, who) == week["torn"]
        assert outside(facts, who) == pytest.approx(sum(week["outside"].values()))


def test_most_of_the_week_goes_to_what_the_list_has_none_of() -> None:
    told = by_duty(FACTS, "xiaoman")
    assert told[0] == pytest.approx(27.5)
    assert told.sum() == pytest.approx(45)
    assert told[0] > told.loc[1:].sum()


def test_the_torn_day_is_all_short_pieces_and_no_other_day_is_broken_off() -> None:
    assert pieces(FACTS, "xiaoman", 3).short == pieces(FACTS, "xiaoman", 3).blocks
    assert all(pieces(FACTS, "xiaoman", day).broken == 0 for day in (1, 2, 4, 5))


@pytest.mark.parametrize("name", ["writing", "answering", "degree", "unfit"])
def test_the_planted_share_of_adverts_lies_within_the_interval_nearly_always(name: str) -> None:
    truth = truths()["adverts"]
    planted = truth["asks"].get(name) or truth[name]
    held = 0
    for seed in range(20):
        share = asked(World(seed).adverts, name)
        held += share.low <= planted <= share.high
    assert held >= 17


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_and_tables_say_in_words_what_is_missing(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", language)
    for draw in (charts.week, charts.meant_and_taken, charts.adverts):
        draw(known=NOTHING).canvas.draw()
    for show in (tables.duties, tables.spent, tables.torn, tables.torn_counts, tables.unfit):
        assert len(show(known=NOTHING)) == 1
    for judge in (evidence.specialist_entry_bar, evidence.specialist_ethics):
        assert judge(NOTHING, "flagship").said.in_language(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_is_drawn_without_a_missing_glyph(
    language: str, monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder
) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", language)
    for draw in (charts.week, charts.meant_and_taken, charts.adverts):
        draw().canvas.draw()
    assert [str(each.message) for each in recwarn if "missing from" in str(each.message)] == []


def test_the_strip_shows_every_block_and_frames_duty() -> None:
    [axes] = charts.week().axes
    assert FACTS.diary is not None
    own = FACTS.diary[FACTS.diary["who"] == "xiaoman"]
    assert len(axes.patches) == len(own) + 5


def test_the_rhyme_has_fourteen_demands_three_of_them_never() -> None:
    verdicts = [each["verdict"] for each in tables.demands()]
    assert len(verdicts) == 14
    assert verdicts.count("never") == 3
    assert questions.verdict(FACTS, 9) == "never"


def test_answers_differ_between_variants_and_the_tempting_ones_are_others() -> None:
    answers = {questions.share(world(seed)) for seed in range(1, 17)}
    assert len(answers) >= 4
    for seed in range(1, 9):
        facts = world(seed)
        right = questions.share(facts)
        assert right not in {questions.share(facts, base="meant"), questions.share(facts, base="own_meant")}
        assert questions.unlisted(facts) + questions.listed(facts) == pytest.approx(hours(facts, "shen")["taken"].sum())


def test_every_task_of_the_diary_is_one_of_the_jobs() -> None:
    assert FACTS.diary is not None
    assert set(FACTS.diary["task"]) <= set(TASKS)
