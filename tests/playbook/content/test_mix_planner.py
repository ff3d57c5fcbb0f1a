"""The mix on sliders: the sum stays 100, locks hold, and nothing changes that the learner did not move."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.content.mix_planner import MixPlanner
from playbook.content.plan import Column, ContentPlan, Mix
from playbook.content.planner import decide, plan_mix
from playbook.content.sliders import posts_said, rebalance, spread
from playbook.facts import Facts, sample_facts
from playbook.planners import Asked, Desk
from playbook.plans import load, save

FACTS = sample_facts()
ARTICLE_8 = {"timely": 25, "knowledge": 45, "fun": 20, "campaign": 5}
HOSTILE = "<img src=x onerror=alert(1)>"

SHARES = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 100), min_size=1)
LOCKED = st.frozensets(st.sampled_from("abcdefgh"))


def old_plan(**shares: int) -> ContentPlan:
    shares = shares or ARTICLE_8
    return ContentPlan(
        columns=[Column(id=each, name=each, answers="问", topic=each, kind="knowledge") for each in shares],
        mixes=[Mix(account="flagship", shares=shares)],
    )


def planner(plan: ContentPlan | None = None) -> MixPlanner:
    if plan:
        save(plan)
    opened = plan_mix(known=FACTS)
    assert isinstance(opened, MixPlanner)
    return opened


def shares_of(mix: MixPlanner) -> dict[str, int]:
    return {name: slider.share.value for name, slider in mix.sliders.items()}


def saved_shares() -> dict[str, int]:
    mix = load(ContentPlan, ContentPlan).mix("flagship")
    assert mix is not None
    return mix.shares


@given(shares=SHARES, to=st.integers(0, 100), locked=LOCKED, data=st.data())
def test_a_moved_share_leaves_100_whenever_that_can_be(
    shares: dict[str, int], to: int, locked: frozenset[str], data: st.DataObject
) -> None:
    moved = data.draw(st.sampled_from(sorted(shares)))
    after = rebalance(shares, moved, to, locked)
    held = sum(share for name, share in shares.items() if name in locked and name != moved)
    assert sum(after.values()) == max(100, held)
    assert min(after.values()) >= 0
    assert list(after) == list(shares)
    assert all(after[name] == shares[name] for name in locked & shares.keys() - {moved})


@given(shares=SHARES, to=st.integers(0, 100), locked=LOCKED, data=st.data())
def test_the_others_keep_their_proportions_within_one_per_cent(
    shares: dict[str, int], to: int, locked: frozenset[str], data: st.DataObject
) -> None:
    moved = data.draw(st.sampled_from(sorted(shares)))
    after = rebalance(shares, moved, to, locked)
    free = [name for name in shares if name != moved and name not in locked]
    before, now = sum(shares[name] for name in free), sum(after[name] for name in free)
    for name in free:
        due = now * shares[name] / before if before else now / len(free)
        assert abs(after[name] - due) < 1


@given(shares=SHARES, locked=LOCKED)
def test_spreading_makes_100_and_leaves_locked_shares_alone(shares: dict[str, int], locked: frozenset[str]) -> None:
    after = spread(shares, locked)
    held = sum(share for name, share in shares.items() if name in locked)
    assert sum(after.values()) == (100 if held <= 100 and shares.keys() - locked else sum(shares.values()))
    assert all(after[name] == share for name, share in shares.items() if name in locked)


def test_the_share_that_is_moved_stops_where_locked_ones_leave_no_room() -> None:
    assert rebalance({"a": 20, "b": 30, "c": 50}, "a", 90, frozenset("c")) == {"a": 50, "b": 0, "c": 50}


def test_a_share_is_said_in_posts_and_one_under_a_week_in_days(reader: str) -> None:
    assert "6.3" in str(posts_said(45, 14))
    assert {"zh": "约 10 天一条", "en": "one in about 10 days"}[reader] in str(posts_said(5, 14))
    assert {"zh": "每周 1 条", "en": "one post a week"}[reader] == str(posts_said(10, 10))


def test_opening_shares_of_95_changes_nothing_and_says_what_is_missing(work: Path, reader: str) -> None:
    mix = planner(old_plan())
    assert saved_shares() == ARTICLE_8
    assert {"zh": "合计 95%，还差 5%", "en": "add up to 95%; 5% is missing"}[reader] in mix._sum.value
    assert mix.spread.layout.display is None


def test_one_press_scales_the_shares_to_100_and_undo_brings_the_old_ones_back(work: Path) -> None:
    mix = planner(old_plan())
    mix.spread.click()
    assert saved_shares() == {"timely": 26, "knowledge": 48, "fun": 21, "campaign": 5}
    assert mix.spread.layout.display == "none"
    mix.undo()
    assert shares_of(mix) == saved_shares() == ARTICLE_8
    mix.redo()
    assert sum(saved_shares().values()) == 100


def test_moving_one_slider_moves_the_others_and_saves_the_mix(work: Path) -> None:
    mix = planner(old_plan(a=40, b=40, c=20))
    mix.sliders["a"].share.value = 70
    assert shares_of(mix) == saved_shares() == {"a": 70, "b": 20, "c": 10}
    assert shares_of(planner()) == {"a": 70, "b": 20, "c": 10}


def test_a_slider_dragged_to_the_end_and_back_leaves_the_others_as_they_were(work: Path) -> None:
    mix = planner(old_plan(a=40, b=40, c=20))
    for to in (80, 100, 60, 40):
        mix.sliders["a"].share.value = to
    assert shares_of(mix) == {"a": 40, "b": 40, "c": 20}
    mix.sliders["a"].share.value = 100
    mix.undo()
    assert shares_of(mix) == {"a": 40, "b": 40, "c": 20}


def test_a_locked_share_stays_and_its_slider_cannot_be_moved(work: Path) -> None:
    mix = planner(old_plan(a=40, b=40, c=20))
    mix.sliders["c"].lock.value = True
    assert mix.sliders["c"].share.disabled
    mix.sliders["a"].share.value = 100
    assert shares_of(mix) == {"a": 80, "b": 0, "c": 20}


def test_a_new_column_has_no_share_until_it_is_moved_and_a_removed_one_leaves_its_share_open(work: Path) -> None:
    mix = planner(old_plan(a=60, b=40))
    mix.columns._kind.value = "fun"
    mix.columns.add.click()
    assert list(shares_of(mix).values()) == [60, 40, 0]
    [fresh] = [each for each in load(ContentPlan, ContentPlan).columns if each.id not in {"a", "b"}]
    assert (fresh.kind, fresh.name) == ("fun", "逗乐")
    mix.columns.rows["b"].remove.click()
    assert (saved_shares(), sum(shares_of(mix).values())) == ({"a": 60}, 60)
    assert "还差 40%" in mix._sum.value
    mix.undo()
    assert shares_of(mix)["b"] == 40


def test_what_is_typed_of_a_column_is_saved_and_taken_back_a_line_at_a_time(work: Path) -> None:
    mix = planner(old_plan(a=60, b=40))
    mix.sliders["a"].share.value = 10
    row = mix.columns.rows["a"]
    for letters in ("问", "问茶"):
        row.typed["name"].value = letters
    row.typed["answers"].value, row.kind.value = "多少度的水", "fun"
    column = load(ContentPlan, ContentPlan).columns[0]
    assert (column.name, column.answers, column.kind) == ("问茶", "多少度的水", "fun")
    assert "问茶" in mix.sliders["a"]._name.value
    for name, answers, share in (("问茶", "多少度的水", 10), ("问茶", "问", 10), ("a", "问", 10), ("a", "问", 60)):
        mix.undo()
        column = load(ContentPlan, ContentPlan).columns[0]
        assert (column.name, column.answers, column.kind, shares_of(mix)["a"]) == (name, answers, "knowledge", share)


def test_an_added_column_goes_only_once_what_was_typed_in_it_is_taken_back(work: Path) -> None:
    mix = planner(old_plan(a=60, b=40))
    mix.columns.add.click()
    mix.columns.rows["c1"].typed["name"].value = "今天开门"
    mix.undo()
    assert [each.name for each in load(ContentPlan, ContentPlan).columns] == ["a", "b", ""]
    mix.undo()
    assert list(mix.columns.rows) == ["a", "b"]
    mix.redo()
    mix.redo()
    assert [each.name for each in load(ContentPlan, ContentPlan).columns] == ["a", "b", "今天开门"]


def test_a_slider_moved_again_after_typing_is_a_step_of_its_own(work: Path) -> None:
    mix = planner(old_plan(a=60, b=40))
    mix.sliders["a"].share.value = 50
    mix.columns.rows["a"].typed["name"].value = "问茶"
    mix.sliders["a"].share.value = 30
    mix.undo()
    assert (shares_of(mix)["a"], mix.columns.rows["a"].typed["name"].value) == (50, "问茶")


def test_a_topic_word_is_kept_without_its_signs(work: Path) -> None:
    mix = planner(old_plan(a=60, b=40))
    field = mix.columns.rows["a"].typed["topic"]
    for typed in ("#", "#今天 开门", "今天 开门#"):
        field.value = typed
    assert load(ContentPlan, ContentPlan).columns[0].topic == field.value == "今天 开门"


def test_a_column_without_a_name_is_called_by_its_place(work: Path, reader: str) -> None:
    mix = planner(old_plan(a=60, b=40))
    mix.columns.add.click()
    said = {"zh": "第 3 个栏目（还没有名字）", "en": "column 3 (no name yet)"}[reader]
    assert said in mix.sliders["c1"]._name.value
    assert "c1" not in mix._findings.value
    assert {"zh": "第 3 个栏目还没有名字", "en": "without a name: column 3"}[reader] in mix._findings.value


def test_a_share_that_locked_ones_stop_says_so(work: Path, reader: str) -> None:
    mix = planner(old_plan(a=40, b=40, c=20))
    mix.sliders["c"].lock.value = True
    mix.sliders["a"].share.value = 100
    assert "80%" in mix._note.value
    mix.sliders["b"].lock.value = True
    mix.sliders["a"].share.value = 90
    assert {"zh": "别的都锁住了，动不了", "en": "All the others are locked"}[reader] in mix._note.value
    assert shares_of(mix) == saved_shares() == {"a": 80, "b": 0, "c": 20}


def test_each_account_has_a_mix_and_a_reason_of_its_own(work: Path) -> None:
    mix = planner(old_plan(a=60, b=40))
    mix.why.value = "先讲茶"
    mix.account.value = "shop"
    assert (shares_of(mix), mix.why.value) == ({"a": 0, "b": 0}, "")
    mix.spread.click()
    mix.posts.value = 7
    mix.account.value = "flagship"
    assert (shares_of(mix), mix.why.value, mix.posts.value) == ({"a": 60, "b": 40}, "先讲茶", 14)
    shop = load(ContentPlan, ContentPlan).mix("shop")
    assert shop is not None
    assert (shop.shares, shop.posts_a_week) == ({"a": 50, "b": 50}, 7)


def test_what_the_account_posts_today_stands_beside_and_only_where_it_is_known(work: Path, reader: str) -> None:
    mix = planner(old_plan())
    assert {"zh": "到现在发的", "en": "posted so far"}[reader] in mix._today.value
    assert "%" in mix._today.value
    own = Facts(FACTS.company, FACTS.posts, None, invented=False)
    assert MixPlanner(Desk(old_plan(), print), own)._today.value == ""


def test_findings_on_the_mix_change_with_it(work: Path) -> None:
    mix = planner(old_plan())
    assert "95" in mix._findings.value
    before = mix._findings.value
    mix.spread.click()
    assert mix._findings.value != before


def test_without_columns_it_says_where_to_begin_and_praises_nothing(work: Path, reader: str) -> None:
    mix = planner()
    assert {"zh": "还没有栏目", "en": "no columns yet"}[reader] in mix._findings.value
    assert mix._sum.value == ""
    assert {"zh": "没有发现问题", "en": "No issues"}[reader] not in mix._findings.value
    assert mix.columns.selected_index == 0


def test_an_account_without_a_mix_is_not_praised_and_one_column_too_few_is_told(reader: str) -> None:
    mix = MixPlanner(Desk(old_plan(a=60, b=40), print), FACTS, Asked(least=3))
    mix.account.value = "shop"
    assert {"zh": "✓ 没有", "en": "✓ No"}[reader] not in mix._findings.value
    assert {"zh": "@岚间茶铺 的配比还没有定", "en": "No mix is decided for @岚间茶铺"}[reader] in str(mix._clear())
    mix.account.value = "flagship"
    assert "1" in str(mix._clear())


def test_stances_are_taken_beneath_the_mix_where_a_page_asks_for_them(work: Path) -> None:
    opened = plan_mix(known=FACTS, stances=True)
    assert isinstance(opened, MixPlanner)
    assert opened._stances is not None
    opened._stances.choice.value = opened._stances.choice.options[0][1]
    assert len(load(ContentPlan, ContentPlan).stances) == 1
    decided = decide(opened._stances.topic.value, FACTS)
    assert decided.plan.stances == load(ContentPlan, ContentPlan).stances


def test_a_share_of_a_column_that_is_gone_is_still_seen(work: Path) -> None:
    plan = old_plan(a=60, b=40)
    mix = planner(plan.model_copy(update={"columns": plan.columns[:1]}))
    assert shares_of(mix) == {"a": 60, "b": 40}
    assert "b（栏目已去掉）" in mix.sliders["b"]._name.value


def test_what_a_learner_types_stays_text(work: Path) -> None:
    mix = planner(old_plan(a=60, b=40))
    mix.columns.rows["a"].typed["name"].value = HOSTILE
    shown = mix.sliders["a"]._name.value + mix._sum.value + mix._findings.value + mix._head.value
    assert HOSTILE not in shown
    assert "&lt;img" in shown


@pytest.mark.parametrize("account", ["shop", "class"])
def test_an_exercise_may_ask_for_the_mix_of_one_account(account: str) -> None:
    mix = MixPlanner(Desk(old_plan(), print), FACTS, Asked(accounts=(account,)))
    assert [value for _, value in mix.account.options] == [account]
