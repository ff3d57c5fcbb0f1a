from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from playbook.facts import Facts, sample_facts
from playbook.matrix.kinds import KINDS
from playbook.matrix.plan import MatrixPlan, Place, Relay
from playbook.matrix.planner import MatrixPlanner, decide, plan_matrix
from playbook.planners import Asked, Desk
from playbook.plans import load, plan_file
from playbook.sample.card import sample_card
from playbook.stance_planner import StancePlanner
from playbook.stances import Stance

EVERY = ["flagship", "shop", "store", "service", "founder", "class", "ware", "jobs"]
SHOP, FOUNDER = ["shop", "flagship", "at_once"], ["founder", "flagship", "at_once"]


def planner() -> MatrixPlanner:
    opened = plan_matrix(sample_facts())
    assert isinstance(opened, MatrixPlanner)
    return opened


def posts_alone() -> Facts:
    return Facts(sample_card(), sample_facts().posts, None, invented=False)


def saved() -> MatrixPlan:
    return load(MatrixPlan, MatrixPlan)


def test_an_arrow_drawn_on_the_board_is_saved_and_opened_again(work: Path) -> None:
    planner().board.arrows = [SHOP]
    assert [relay.at for relay in saved().relays] == ["shop>flagship"]
    assert planner().board.arrows == [SHOP]


def test_a_relay_keeps_its_own_words_when_it_moves_to_later(work: Path) -> None:
    matrix = planner()
    matrix.board.arrows = [SHOP, FOUNDER]
    matrix.board.chosen = "shop"
    matrix.form.relays["shop>flagship"].value = "店里这款还有 20 份"
    matrix.board.arrows = [FOUNDER, ["shop", "flagship", "later"]]
    assert saved().relays[1] == Relay(by="shop", of="flagship", when="later", adds="店里这款还有 20 份")


def test_the_board_says_what_was_drawn_moved_and_taken_away(work: Path, reader: str) -> None:
    matrix = planner()
    said = []
    for arrows in ([SHOP], [["shop", "flagship", "later"]], []):
        matrix.board.arrows = arrows
        said.append(matrix.board.done)
    assert (
        said
        == {
            "zh": [
                "画上：@岚间茶铺 转 @岚间茶馆，一小时内",
                "改成：@岚间茶铺 转 @岚间茶馆，晚些再转",
                "去掉：@岚间茶铺 转 @岚间茶馆",
            ],
            "en": [
                "Drawn: @Lanjian Tea Shop relays @Lanjian Teahouse, within the hour",
                "Changed: @Lanjian Tea Shop relays @Lanjian Teahouse, later",
                "Removed: @Lanjian Tea Shop relays @Lanjian Teahouse",
            ],
        }[reader]
    )


def test_every_account_of_the_card_and_of_the_register_has_a_card(work: Path, reader: str) -> None:
    cards = planner().board.cards
    assert [card["id"] for card in cards] == EVERY
    assert cards[6]["name"] == {"zh": "岚间茶具", "en": "Lanjian Teaware"}[reader]


def test_an_account_that_only_the_plan_knows_is_shown_too(work: Path) -> None:
    plan = MatrixPlan(places=[Place(account="old")], relays=[Relay(by="older", of="old")])
    matrix = MatrixPlanner(Desk(plan, print), sample_facts())
    assert [card["id"] for card in matrix.board.cards] == [*EVERY, "old", "older"]
    matrix.board.chosen = "older"
    matrix.board.arrows = []
    assert (matrix.board.chosen, matrix.board.cards[-1]["id"]) == ("flagship", "old")


def test_a_fresh_plan_shows_what_the_register_knows_and_decides_nothing(work: Path, reader: str) -> None:
    matrix = planner()
    assert matrix.plan == MatrixPlan()
    assert matrix.form.fate.value is None
    assert (
        matrix.form.audience.placeholder
        == {"zh": "认得岚间这个牌子的茶客", "en": "tea drinkers who know the name"}[reader]
    )
    assert {"zh": "登记表：企业官方，林小满", "en": "On the register: corporate, Lin Xiaoman"}[
        reader
    ] in matrix.form._head.value
    assert not plan_file(MatrixPlan).exists()


def test_the_register_fills_only_accounts_that_have_no_place_yet(work: Path) -> None:
    matrix = planner()
    matrix.board.chosen = "jobs"
    matrix.form.fate.value = "close"
    matrix.take_over.click()
    assert matrix.plan.of("jobs") == Place(account="jobs", fate="close")
    assert matrix.plan.of("founder") == Place(
        account="founder", kind="leader", owner="shen", hours=10.2, verified="person"
    )
    assert matrix.plan.of("ware").owner == ""
    assert matrix.take_over.disabled
    matrix.undo()
    assert [place.account for place in matrix.plan.places] == ["jobs"]
    assert not matrix.take_over.disabled


def test_the_form_decides_on_the_chosen_account_alone(work: Path) -> None:
    matrix = planner()
    matrix.board.chosen = "store"
    for field, value in {
        "kind": "region",
        "owner": "tao",
        "hours": 12.0,
        "hand_off": "service",
        "verified": "company",
    }.items():
        getattr(matrix.form, field).value = value
    matrix.form.says_whose.value = True
    matrix.form.only_here.value = "城南店的座位和时令"
    wanted = Place(
        account="store", kind="region", owner="tao", hours=12, hand_off="service", verified="company",
        says_whose=True, only_here="城南店的座位和时令",
    )  # fmt: skip
    assert saved().places == [wanted]
    matrix.board.chosen = "shop"
    assert (matrix.form.kind.value, matrix.form.only_here.value) == (None, "")
    assert saved().places == [wanted]


def test_what_becomes_of_an_account_stands_on_its_card_in_words(work: Path, reader: str) -> None:
    matrix = planner()
    badges = []
    for fate in ("keep", "merge", "close", None):
        matrix.form.fate.value = fate
        badges.append(matrix.board.cards[0]["badge"])
    assert (
        badges
        == {
            "zh": ["", "并入别的账号", "关停", "还没有定"],
            "en": ["", "merge into another", "close", "not decided yet"],
        }[reader]
    )
    assert matrix.plan.places == []


def test_findings_flag_their_cards_and_arrows_and_the_labels_say_so(work: Path, reader: str) -> None:
    matrix = planner()
    matrix.form.fate.value = "keep"
    assert "flagship" in matrix.board.flagged
    assert {"zh": "处问题", "en": "issues: "}[reader] in matrix.board.labels["flagship"]
    assert "shop" not in matrix.board.flagged
    matrix.board.chosen = "shop"
    matrix.form.fate.value = "keep"
    matrix.board.arrows = [SHOP]
    assert "shop>flagship" in matrix.board.flagged  # it only repeats
    matrix.form.relays["shop>flagship"].value = "店里这款还有 20 份，满 99 元包邮"
    assert "shop>flagship" not in matrix.board.flagged


def test_undo_and_redo_lead_back_and_forth_through_the_arrows(work: Path) -> None:
    matrix = planner()
    matrix.board.arrows = [SHOP]
    matrix.board.arrows = [SHOP, FOUNDER]
    matrix.undo()
    assert matrix.board.arrows == [SHOP]
    matrix.redo()
    assert matrix.board.arrows == [FOUNDER, SHOP]
    matrix.undo()
    matrix.undo()
    assert matrix.board.arrows == []


def test_undo_leaves_what_is_written_alone(work: Path) -> None:
    matrix = planner()
    matrix.board.arrows = [SHOP]
    matrix.form.purpose.value = "讲公司的事"
    matrix.form.fate.value = "merge"
    matrix.form.audience.value = "茶客"
    matrix.undo()
    assert matrix.plan.of("flagship") == Place(account="flagship", purpose="讲公司的事", audience="茶客")
    matrix.undo()
    assert matrix.board.arrows == []
    assert matrix.form.purpose.value == "讲公司的事"


def test_words_that_arrive_after_another_account_was_chosen_stay_with_their_own(work: Path) -> None:
    matrix = planner()
    first = matrix.form
    matrix.board.chosen = "shop"
    first.purpose.value = "讲公司的事"
    first.fate.value = "merge"
    assert saved().places == [Place(account="flagship", purpose="讲公司的事", fate="merge")]
    assert (matrix.form.purpose.value, matrix.form.fate.value) == ("", None)
    matrix.board.chosen = "flagship"
    assert matrix.form.purpose.value == "讲公司的事"


def test_undo_leaves_a_stance_alone(work: Path) -> None:
    matrix = planner()
    matrix.board.arrows = [SHOP]
    stance = {"who-relays-whom": Stance(position="where_it_adds")}
    matrix._desk.take(matrix.plan.model_copy(update={"stances": stance}))
    matrix.undo()
    assert (matrix.plan.relays, matrix.plan.stances) == ([], stance)


def test_the_figures_count_each_follower_once_and_hold_the_hours_against_the_duty(work: Path, reader: str) -> None:
    matrix = planner()
    assert "161" not in matrix._figures.value
    matrix.take_over.click()
    table = sample_facts().audiences
    assert table is not None
    on = table[EVERY].astype(int).sum(axis=1)
    for least in (1, 2):
        assert f"{int(table['people'][on >= least].sum()):,}" in matrix._figures.value
    assert {"zh": "每周要 94 小时，值班共 99 小时", "en": "94 hours a week are planned; 99 are on duty"}[reader] in (
        matrix._figures.value
    )


def test_what_a_relay_adds_is_a_range_on_its_arrow_and_in_the_form(work: Path) -> None:
    matrix = planner()
    matrix.take_over.click()
    matrix.board.chosen = "shop"
    matrix.board.arrows = [SHOP]
    low, _, high = matrix._adds["shop>flagship"]
    assert low < high
    assert matrix.board.notes == {"shop>flagship": f"多 {low:,}—{high:,} 人"}
    assert f"{low:,}—{high:,}" in matrix.board.labels["shop>flagship"]
    assert any(f"{low:,}—{high:,}" in getattr(row, "value", "") for row in matrix.form._rows.children)


def test_a_company_that_has_only_posts_plans_all_the_same_and_is_told_what_cannot_be_told(work: Path) -> None:
    matrix = MatrixPlanner(Desk(MatrixPlan(), print), posts_alone())
    assert [card["id"] for card in matrix.board.cards] == EVERY[:6]
    matrix.form.fate.value = "keep"
    matrix.board.arrows = [SHOP]
    assert "都说不准" in matrix._figures.value
    assert (matrix.board.notes, matrix._register) == ({}, {})
    assert "登记表" not in matrix.form._head.value
    assert matrix.take_over not in matrix.children[0].children[0].children


def test_a_company_with_nobody_on_its_card_is_told_so(work: Path) -> None:
    alone = replace(posts_alone(), company=sample_card().model_copy(update={"people": []}))
    matrix = MatrixPlanner(Desk(MatrixPlan(), print), alone)
    matrix.form.hours.value = 5
    assert "公司卡上还没有人值班" in matrix._figures.value


def test_an_owner_who_left_the_card_still_shows_in_the_form(work: Path) -> None:
    plan = MatrixPlan(places=[Place(account="flagship", owner="gone")])
    assert MatrixPlanner(Desk(plan, print), sample_facts()).form.owner.value == "gone"


def test_an_empty_matrix_is_not_praised_and_too_small_a_one_not_finished(work: Path) -> None:
    known = sample_facts()
    assert "没有发现问题" not in planner()._findings.value
    closed = MatrixPlan(places=[Place(account="jobs", fate="close")])
    assert "还有 2 个账号要定" in MatrixPlanner(Desk(closed, print), known, Asked(least=3))._findings.value
    assert "没有发现问题" in MatrixPlanner(Desk(closed, print), known, Asked(least=1))._findings.value


def test_an_exercise_may_begin_at_an_account_of_its_own(work: Path) -> None:
    assert MatrixPlanner(Desk(MatrixPlan(), print), sample_facts(), Asked(("store",))).board.chosen == "store"


def test_asking_the_platform_is_a_decision_that_undo_takes_back(work: Path) -> None:
    matrix = planner()
    matrix.asked.value = True
    assert saved().platform_asked
    matrix.undo()
    assert (matrix.asked.value, saved().platform_asked) == (False, False)


def test_a_line_is_cut_where_the_plan_would_refuse_it(work: Path) -> None:
    matrix = planner()
    matrix.form.purpose.value = "长" * 300
    assert len(saved().of("flagship").purpose) == 200


def test_what_a_learner_types_stays_text(work: Path) -> None:
    nasty = "<img src=x onerror=alert(1)>"
    card = sample_card()
    accounts = [card.accounts[0].model_copy(update={"name": nasty}), *card.accounts[1:]]
    people = [card.people[0].model_copy(update={"name": nasty}), *card.people[1:]]
    known = replace(sample_facts(), company=card.model_copy(update={"accounts": accounts, "people": people}))
    plan = MatrixPlan(places=[Place(account="flagship", owner="xiaoman")], relays=[Relay(by="flagship", of="shop")])
    matrix = MatrixPlanner(Desk(plan, print), known)
    rows = [getattr(row, "value", "") for row in matrix.form._rows.children]
    shown = [matrix._figures.value, matrix._findings.value, matrix.form._head.value, *rows]
    assert all("<img" not in each for each in shown)


def test_every_kind_of_account_can_be_chosen(work: Path) -> None:
    assert {value for _, value in planner().form.kind.options} == {None, *KINDS}


def test_a_damaged_plan_opens_fresh_with_a_word_about_the_old_one(work: Path) -> None:
    planner().board.arrows = [SHOP]
    plan_file(MatrixPlan).write_text("{", encoding="utf-8")
    matrix = planner()
    assert matrix.board.arrows == []
    assert "matrix.damaged-1.json" in matrix.children[0].value


@pytest.mark.parametrize("topic", ["matrix-size-and-roles", "who-relays-whom"])
def test_a_stance_taken_alone_is_shown_beneath_the_board(work: Path, topic: str) -> None:
    asked = decide(topic, sample_facts())
    assert isinstance(asked, StancePlanner)
    asked.choice.value = asked.choice.options[0][1]
    matrix = plan_matrix(sample_facts(), stances=True)
    assert isinstance(matrix, MatrixPlanner)
    assert matrix._stances is not None
    matrix._stances.topic.value = topic
    assert matrix._stances.choice.value == asked.choice.value
