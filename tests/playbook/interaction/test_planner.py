from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from playbook.conflicts import conflicts
from playbook.facts import Facts, sample_facts
from playbook.interaction.analysis.candidates import minutes_each
from playbook.interaction.follows_planner import FollowsPlanner
from playbook.interaction.kinds import MESSAGES
from playbook.interaction.listing import read_now
from playbook.interaction.plan import Chosen, Handling, InteractionPlan
from playbook.interaction.planner import decide, plan_follows, plan_replies
from playbook.interaction.replies_planner import RepliesPlanner
from playbook.plans import load, save
from playbook.sample.card import sample_card
from playbook.stance_planner import StancePlanner

from .poor import CANDIDATES
from .sound import whole

FACTS = sample_facts()
ALONE = Facts(sample_card(), FACTS.posts, None, invented=False)


def replies(known: Facts = FACTS) -> RepliesPlanner:
    opened = plan_replies(known)
    assert isinstance(opened, RepliesPlanner)
    return opened


def follows(known: Facts = FACTS) -> FollowsPlanner:
    opened = plan_follows(known)
    assert isinstance(opened, FollowsPlanner)
    return opened


def saved() -> InteractionPlan:
    return load(InteractionPlan, InteractionPlan)


# ------------------------------------------------------------------ replies


def test_a_rule_is_saved_at_every_change_and_opened_again(work: Path) -> None:
    opened = replies()
    opened.kind.value = "complaint"
    opened.form.where.value, opened.form.within.value, opened.form.clock.value = "both", 90, "on_duty"
    opened.form.answered_by.value = "谁值班谁答"
    opened.form.tones["polite"].value = True
    opened.form.hand_to.value, opened.form.sheet.value = "店长", "抱歉，细节请私信我们。"
    wanted = Handling(
        kind="complaint", where="both", within=90, clock="on_duty", answered_by="*", tone=["polite"], hand_to="店长",
        sheet="抱歉，细节请私信我们。",
    )  # fmt: skip
    assert saved().triage == [wanted]
    again = replies()
    again.kind.value = "complaint"
    assert (again.form.answered_by.value, again.form.within.value) == ("谁值班谁答", 90)


def test_a_person_of_the_card_is_kept_by_id_and_a_desk_outside_by_name(work: Path) -> None:
    opened = replies()
    opened.form.answered_by.value = "沈牧"
    assert saved().of("question").answered_by == "shen"
    opened.form.answered_by.value = " 媒体联络 "
    assert saved().of("question").answered_by == "媒体联络"


def test_the_replay_says_that_it_only_assumes_an_answer_from_whoever_is_not_on_the_card(
    work: Path, reader: str
) -> None:
    opened = replies()
    opened.form.where.value, opened.form.within.value = "public", 60
    opened.form.answered_by.value = "沈牧"
    said = {"zh": "公司卡上没有：{}。", "en": "Not on the company card: {}."}[reader]
    assert said.split("{}", maxsplit=1)[0] not in opened._played.value
    opened.form.answered_by.value = "Tom <b>"
    assert said.format("“Tom &lt;b&gt;”") in opened._played.value
    assert "Tom <b>" not in opened._played.value


def test_each_kind_has_a_form_of_its_own_so_that_late_typing_stays_where_it_was_typed(work: Path) -> None:
    opened = replies()
    first = opened.form
    opened.kind.value = "order"
    first.sheet.value = "答提问的话"
    assert saved().of("question").sheet == "答提问的话"
    assert saved().of("order") == Handling(kind="order")


def test_the_replay_changes_with_every_move(work: Path) -> None:
    opened = replies()
    shown = [opened._played.value]
    opened.form.where.value, opened.form.answered_by.value = "public", "陶然"
    for within in (30, 600):
        opened.form.within.value = within
        shown.append(opened._played.value)
    assert len(set(shown)) == 3
    assert "<td>提问</td><td>150</td>" in shown[1]


def test_the_list_says_what_is_settled_and_what_has_an_issue(work: Path, reader: str) -> None:
    opened = replies()
    opened.kind.value = "troll"
    opened.form.where.value = "none"
    lines = dict(zip(MESSAGES, (text for text, _ in opened.kind.options), strict=True))
    assert lines["troll"] == {"zh": "挑衅：不答", "en": "troll: left alone"}[reader]
    assert lines["question"] == {"zh": "! 提问：还没有定", "en": "! question: nothing decided yet"}[reader]


def test_undo_takes_back_one_step_and_what_is_typed_letter_after_letter_is_one(work: Path) -> None:
    opened = replies()
    opened.form.where.value = "public"
    for typed in ("一", "一句", "一句样稿"):
        opened.form.sheet.value = typed
    opened.form.within.value = 60
    steps = [("public", 0, "一句样稿"), ("public", 0, ""), (None, 0, "")]
    for wanted in steps:
        opened.undo_button.click()
        rule = saved().of("question")
        assert (rule.where, rule.within, rule.sheet) == wanted
    for wanted in [*reversed(steps[:-1]), ("public", 60, "一句样稿")]:
        opened.redo_button.click()
        rule = saved().of("question")
        assert (rule.where, rule.within, rule.sheet) == wanted


def test_undo_of_the_replies_leaves_the_follow_list_alone(work: Path) -> None:
    opened = replies()
    opened.form.where.value = "public"
    list_view = follows()
    list_view.routine.follows_a_day.value = 2
    opened.undo_button.click()
    assert (saved().triage, saved().routine.follows_a_day) == ([], 2)


def test_a_whole_sound_plan_has_no_issue_and_an_empty_one_is_not_called_sound(work: Path, reader: str) -> None:
    assert {"zh": "还没有给任何一类定规则", "en": "No kind has a rule yet"}[reader] in replies()._findings.value
    save(whole())
    assert {"zh": "没有发现问题", "en": "No issues found"}[reader] in replies()._findings.value


def test_without_an_inbox_the_rules_can_be_set_and_nothing_is_replayed(work: Path) -> None:
    opened = replies(ALONE)
    opened.form.where.value, opened.form.within.value = "public", 60
    assert "没有收件箱的数据" in opened._played.value
    assert saved().of("question").within == 60


def test_what_is_written_is_shown_as_text_alone(work: Path) -> None:
    opened = replies()
    opened.form.where.value, opened.form.within.value = "public", 10
    opened.form.answered_by.value = "<img src=x>"
    opened.form.sheet.value = "<script>保证</script>"
    assert "<img" not in opened._findings.value + opened._played.value
    assert "<script" not in opened._findings.value


# ------------------------------------------------------------------ follows


def test_a_candidate_is_followed_for_a_reason_and_left_again(work: Path) -> None:
    opened = follows()
    opened.kind.value = "peer-fan"
    row = opened.rows["a15"]
    row.followed.value = True
    row.why.value = "在别家下面常评论"
    assert saved().follows == [Chosen(account="a15", kind="peer-fan", why="在别家下面常评论")]
    assert follows().facts is FACTS
    row.followed.value = False
    assert saved().follows == []


def test_what_is_ticked_late_keeps_its_own_kind(work: Path) -> None:
    opened = follows()
    opened.kind.value = "peer-fan"
    row = opened.rows["a15"]
    opened.kind.value = "news"
    row.followed.value = True
    assert saved().follows == [Chosen(account="a15", kind="peer-fan")]


def test_the_figures_say_what_reading_takes_now_and_before_the_list_is_tidied(work: Path, reader: str) -> None:
    opened = follows()
    opened.kind.value = "news"
    opened.rows["a66"].followed.value = True
    opened.routine.reading.value, opened.routine.tidy_every.value = 60, 14
    opened.routine.follows_a_day.value = 5
    assert {"zh": "选了 1 个，一周要读 23 分钟", "en": "1 chosen; minutes of reading a week: 23"}[
        reader
    ] in opened._sums.value
    assert {"zh": "能读的有 60 分钟", "en": "there are 60"}[reader] in opened._sums.value
    assert {"zh": "关注适度", "en": "A list that can be read"}[reader] in opened._findings.value


def test_an_account_that_nobody_listed_can_be_followed_by_its_name(work: Path) -> None:
    opened = follows(ALONE)
    opened.kind.value = "expert"
    for name in ("@ 老茶客/老张", "@ 老茶客/老张", "  "):
        opened.add.value = name
    assert saved().follows == [Chosen(account="老茶客老张", kind="expert")]
    assert "老茶客老张" in opened.rows
    assert opened.add.value == ""


def test_a_candidate_added_by_name_is_ticked_where_it_stands_and_one_of_our_own_is_refused(work: Path) -> None:
    opened = follows()
    opened.kind.value = "expert"
    known = CANDIDATES[CANDIDATES["kind"] == "peer-fan"].iloc[0]
    for name in (known["name"], f"@{known['name_en']}", FACTS.company.accounts[0].name):
        opened.add.value = name
    assert saved().follows == [Chosen(account=known["id"], kind="peer-fan")]
    assert opened.kind.value == "peer-fan"
    assert opened.rows[known["id"]].followed.value
    assert FACTS.company.accounts[0].name in opened._note.value


def test_an_account_nobody_listed_takes_as_long_as_the_listed_do_on_average_and_that_is_said(work: Path) -> None:
    opened = follows()
    opened.add.value = "老茶客老张"
    each = minutes_each(FACTS)
    assert read_now(saved(), FACTS) == pytest.approx(each)
    assert f"{each:.1f}" in opened._sums.value


def test_undo_takes_back_the_routine_the_reason_and_the_list_step_by_step(work: Path) -> None:
    opened = follows()
    opened.kind.value = "peer-fan"
    opened.rows["a15"].followed.value = True
    opened.rows["a15"].why.value = "常评论"
    opened.routine.same_day_comment.value = True
    opened.undo_button.click()
    assert saved().follows[0].why == "常评论"
    assert not saved().routine.same_day_comment
    opened.undo_button.click()
    assert saved().follows == [Chosen(account="a15", kind="peer-fan")]
    opened.undo_button.click()
    assert saved().follows == []


def test_the_acts_of_a_week_are_saved_and_shown_again(work: Path) -> None:
    follows().routine.acts["search"].value = 7
    assert saved().routine.acts_a_week == {"search": 7}
    assert follows().routine.acts["search"].value == 7


# ------------------------------------------------------------------ stances


@pytest.mark.parametrize("open_one", [plan_replies, plan_follows])
def test_stances_can_be_taken_beneath_a_planner_and_bind_it(open_one: Callable[..., object], work: Path) -> None:
    opened = open_one(FACTS, stances=("number-of-follows",))
    assert isinstance(opened, RepliesPlanner | FollowsPlanner)
    assert opened._stances
    opened._stances.choice.value = "five_a_day"
    assert saved().position("number-of-follows")
    follows().routine.follows_a_day.value = 2
    assert "来源文章 8" in follows()._findings.value


@pytest.mark.parametrize("topic", [each.id for each in conflicts().values() if each.system == "interaction"])
def test_a_stance_on_each_topic_is_kept_with_what_the_data_said(work: Path, topic: str) -> None:
    opened = decide(topic, FACTS)
    assert isinstance(opened, StancePlanner)
    opened.choice.value = list(conflicts()[topic].positions)[-1]
    seen = saved().stances[topic].seen
    assert seen
    assert seen.zh
    assert seen.en


def test_what_the_data_say_is_said_of_all_accounts_and_of_one_where_there_is_one(work: Path) -> None:
    opened = decide("showing-only-praise", FACTS)
    assert isinstance(opened, StancePlanner)
    accounts = FACTS.company.accounts
    assert f"{FACTS.company.name}的 {len(accounts)} 个账号：" in opened._data.value
    one = replace(FACTS, company=FACTS.company.model_copy(update={"accounts": accounts[:1]}))
    alone = decide("showing-only-praise", one)
    assert isinstance(alone, StancePlanner)
    assert f"@{accounts[0].name}：" in alone._data.value
