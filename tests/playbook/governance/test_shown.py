from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text as MarkedText

from playbook.facts import Facts, sample_facts
from playbook.governance import charts, tables
from playbook.governance import questions as asked
from playbook.sample.card import sample_card
from playbook.sample.variants import variant

FACTS = sample_facts()
BARE = replace(FACTS, approvals=None, keys=None, staff=None, invented=False)
OF_DATA = ("waits", "slots_missed", "why_missed", "second_reader", "deputies", "who_holds", "if_away")
TABLES = ("waits", "second_reader", "deputies", "keys", "should_not", "single_points", "people_hours")


@contextmanager
def use(language: str) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSE_LANGUAGE", language)
        yield


def words(figure: Figure) -> str:
    figure.draw_without_rendering()
    return " ".join(part.get_text() for part in figure.findobj(MarkedText) if isinstance(part, MarkedText))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", OF_DATA)
def test_each_chart_asks_a_question_and_says_whose_data_it_shows(name: str, language: str) -> None:
    with use(language):
        figure: Figure = getattr(charts, name)(FACTS)
        said = words(figure)
    assert ("？" if language == "zh" else "?") in figure.get_suptitle()
    assert ("虚构" if language == "zh" else "invented") in said


@pytest.mark.parametrize("name", OF_DATA)
def test_without_a_log_or_keys_a_chart_says_what_to_note(name: str) -> None:
    with use("en"):
        assert "There is no" in words(getattr(charts, name)(BARE))


def test_what_is_simulated_is_called_simulated_under_the_chart_and_every_hour_stands_on_it() -> None:
    with use("en"):
        said = words(charts.hours_paid("fixed", "followers", known=FACTS))
        shown = tables.hours("fixed", "followers")
    assert "Simulated, not measured" in said
    assert {str(each) for each in shown.to_numpy().ravel() if each} <= set(said.split())
    with use("zh"):
        assert "模拟，不是实测" in words(charts.hours_paid("fixed", known=FACTS))


@pytest.mark.parametrize("name", TABLES)
def test_without_a_log_keys_or_shifts_a_table_says_so(name: str) -> None:
    with use("en"):
        shown = getattr(tables, name)(known=BARE)
    assert shown.columns.tolist() == ["cannot tell"]


def test_a_table_names_people_accounts_and_what_became_of_a_draft() -> None:
    log = FACTS.approvals
    assert log is not None
    wrong = str(log.loc[(log["slip"] == "wrong_price") & (log["read_seconds"] == 30), "draft"].iloc[-1])
    with use("en"):
        shown = tables.approvals(wrong, known=FACTS)
        held = tables.should_not(FACTS)
    assert shown["outcome"].tolist() == ["out on time; found later: wrong price"]
    assert shown["seconds read"].tolist() == ["30"]
    assert "He Miao" in held["who"].tolist()
    assert "has left" in held["why"].tolist()


def test_the_tables_of_assumptions_say_whose_each_is_and_what_changing_them_does() -> None:
    with use("en"):
        shown = tables.assumed()
        places = tables.places()
    assert set(shown["from"]) == {"assumed by us", "the sample’s data (invented)", "source article 4"}
    changes = int(places["first"].sum())
    assert places["last two"].to_dict() == dict.fromkeys(places.index, 0) | dict.fromkeys(
        ("by posts", "by new followers"), changes
    )


def of_variant(seed: int) -> Facts:
    world = variant(seed)
    return replace(FACTS, company=sample_card(), approvals=world.approvals, keys=world.keys)


VARIANTS = [of_variant(seed) for seed in (1, 2, 3)]


def test_learners_are_asked_of_other_keys_and_other_logs() -> None:
    assert len({asked.single_point(each) for each in VARIANTS}) > 1
    assert len({asked.should_not(each) for each in VARIANTS}) > 1
    assert len({asked.waited(each, "ninety") for each in VARIANTS}) > 1
    assert len({asked.more_with(each, "evening") for each in VARIANTS}) == len(VARIANTS)


@pytest.mark.parametrize("facts", VARIANTS)
def test_what_is_asked_has_a_clear_answer_in_every_company(facts: Facts) -> None:
    assert asked.locked_without(facts, asked.single_point(facts)) == 5
    assert asked.days_after(facts) == 26
    assert asked.waited(facts, "ninety") > 4 * asked.waited(facts, "median")
    assert asked.slots_met(facts, "off") < asked.slots_met(facts, "day") - 10
    assert asked.more_with(facts, "weekend") > asked.more_with(facts, "evening") > 0
    assert asked.second_reader(facts) == "supported"
    # Nothing is planted in plain kinds: what chance makes of it stays within a few points.
    assert abs(asked.slips_fewer(facts, "plain")) <= 3


def test_what_people_reckon_who_forget_the_undecided_is_another_number() -> None:
    assert asked.waited(FACTS, "mean") != asked.waited(FACTS, "median")
    assert asked.waited(FACTS, "median", decimals=1) == 6.8


def test_the_questions_on_pay_read_what_the_charts_show() -> None:
    assert asked.hours_of(FACTS, "followers", "draw") > asked.hours_of(FACTS, "fixed", "draw")
    assert asked.most(FACTS, "orders", -1) == "posts"
    assert asked.most(FACTS, "kept") == "followers"
    assert asked.holds(FACTS) == "last_two"
    assert asked.brought(FACTS, "followers", "answered") < asked.brought(FACTS, "card", "answered")
