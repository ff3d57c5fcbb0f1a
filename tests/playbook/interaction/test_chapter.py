from __future__ import annotations

import pytest

from playbook.facts import sample_facts
from playbook.handbook.blocks import Para
from playbook.interaction.chapter import chapter
from playbook.interaction.habits import Gathering, Habits, OpinionLeader, Reviews, Staff, Tool
from playbook.interaction.kinds import MESSAGES
from playbook.interaction.model_plan import decided_follows, decided_replies
from playbook.interaction.plan import Chosen, Handling, InteractionPlan, Routine
from playbook.language import LANGUAGES

from ..chapters import enum_words, grids, marked, said, stand_as_words  # noqa: TID252 - tests are no package

FACTS = sample_facts()
HABITS = Habits(
    asks=0.3, forms=["discussion", "poll"], prizes_ruled=True, campaigns="小满多答", welfare=2, organiser_checked=True,
    gatherings=[Gathering(name="茶友超话", says_who=True, a_week=3, noted=True)],
    reviews=Reviews(collect=True, ask=True, gift="after", gift_disclosed=True),
    leaders=[OpinionLeader(name="茶博士", kind="industry-expert", tie="gift", disclosed=True, traced=True)],
    staff=Staff(takes_part=True, says_so=True), growth=["entries", "follow-back-groups"], keeping=60, winning=40,
    tools=[Tool(name="定时工具", kind="publishing", purpose="排稿", serves="读者几点看", owner="shen", retired=True)],
    report=["reply-rate", "kept-30"],
)  # fmt: skip
PLAN = InteractionPlan(
    triage=decided_replies(FACTS, []).triage,
    routine=decided_follows(FACTS, []).routine.model_copy(update={"comment_is_copied": True}),
    follows=decided_follows(FACTS, []).follows,
    habits=HABITS,
)


@pytest.fixture(params=LANGUAGES, autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COURSE_LANGUAGE", request.param)
    return str(request.param)


def test_whatever_a_learner_wrote_stands_in_the_chapter() -> None:
    plan, marks = marked(PLAN)
    told = said(chapter(plan, FACTS))
    assert len(marks) > 40
    assert [each for each in marks if each not in told] == []


def test_no_id_and_no_word_of_the_plans_file_is_shown(reader: str) -> None:
    told = said(chapter(PLAN, FACTS))
    ids = {each.account for each in PLAN.follows} | {each.id for each in FACTS.company.people} | {"*"}
    words = enum_words(InteractionPlan)
    shown = words if reader == "zh" else {each for each in words if "_" in each or "-" in each} - {"follow-back-groups"}
    assert stand_as_words(told, shown | ids) == set()


def test_followed_accounts_are_called_by_name(reader: str) -> None:
    told = said(chapter(PLAN, FACTS))
    assert FACTS.candidates is not None
    chosen = FACTS.candidates[FACTS.candidates["id"].isin([each.account for each in PLAN.follows])]
    names = chosen["name" if reader == "zh" else "name_en"]
    assert [each for each in names if each not in told] == []


def test_an_account_that_no_list_knows_is_called_as_it_is_written() -> None:
    assert "@茶山客" in said(chapter(InteractionPlan(follows=[Chosen(account="茶山客", kind="老主顾")]), FACTS))


def test_whole_hours_are_told_as_hours_and_the_time_says_how_it_is_counted(reader: str) -> None:
    rules = [Handling(kind="praise", where="public", within=480, clock="on_duty"), Handling(kind="order", within=90)]
    [replies] = grids(chapter(InteractionPlan(triage=rules), FACTS).blocks)
    told = [str(cell) for row in replies.rows for cell in row]
    hours, minutes = ("8 小时", "90 分钟") if reader == "zh" else ("8 h", "90 min")
    assert any(each.startswith(hours) for each in told)
    assert any(each.startswith(minutes) for each in told)
    ways = ("只算有人值班的时间", "一直算") if reader == "zh" else ("only while somebody is on duty", "by the clock")
    assert all(any(way in each for each in told) for way in ways)


def test_where_all_times_are_counted_alike_this_is_said_once(reader: str) -> None:
    told = said(chapter(PLAN, FACTS))
    assert told.count("只算有人值班的时间" if reader == "zh" else "only while somebody is on duty") == 1


def test_kinds_without_a_rule_are_named() -> None:
    told = said(chapter(InteractionPlan(triage=[Handling(kind="troll", where="none")]), FACTS)).lower()
    assert all(str(each.name).lower() in told for each in MESSAGES.values())


def test_a_habit_that_should_not_be_is_told_too_since_the_team_has_to_drop_it() -> None:
    told = said(chapter(InteractionPlan(routine=Routine(follow_all_back=True)), FACTS))
    assert "谁关注我们就回关谁" in told or "Everybody who follows us is followed back" in told


def test_a_fresh_plan_says_in_one_line_what_is_not_decided() -> None:
    made = chapter(InteractionPlan(), FACTS)
    assert grids(made.blocks) == []
    [line] = [str(each.says) for each in made.blocks if isinstance(each, Para)]
    assert len(line.replace("；", ";").split(";")) == 13
