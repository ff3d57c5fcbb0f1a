from __future__ import annotations

import pytest

from playbook.content.chapter import chapter
from playbook.content.draft import Draft
from playbook.content.plan import Column, ContentPlan, Mix
from playbook.facts import sample_facts
from playbook.handbook.model_queue import content_plan
from playbook.language import LANGUAGES

from ..chapters import enum_words, grids, marked, said, shape, stand_as_words  # noqa: TID252 - tests are no package

FACTS = sample_facts()
PEOPLE = {each.id for each in FACTS.company.people}
ACCOUNTS = {each.id for each in FACTS.company.accounts}


@pytest.fixture(params=LANGUAGES, autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COURSE_LANGUAGE", request.param)
    return str(request.param)


def told(plan: ContentPlan) -> str:
    return said(chapter(plan, FACTS))


def test_whatever_a_learner_wrote_stands_in_the_chapter() -> None:
    plan, marks = marked(content_plan(FACTS), skipped=("column",))
    shown = told(plan)
    assert len(marks) > 200
    assert [each for each in marks if each not in shown] == []


def test_both_languages_hold_the_same_words_of_the_learner(monkeypatch: pytest.MonkeyPatch) -> None:
    plan, _ = marked(content_plan(FACTS), skipped=("column",))
    shapes = []
    for each in LANGUAGES:
        monkeypatch.setenv("COURSE_LANGUAGE", each)
        shapes.append(shape(chapter(plan, FACTS)))
    assert shapes[0] == shapes[1]


def test_no_id_and_no_word_of_the_plans_file_is_shown(reader: str) -> None:
    plan, _ = marked(content_plan(FACTS), skipped=("account", "column", "owner", "kind"))
    ids = {each.id for each in plan.columns}
    words = enum_words(ContentPlan) | ACCOUNTS | ids if reader == "zh" else {"staff-life"}
    assert stand_as_words(told(plan), words | PEOPLE) == set()


def test_mixes_stand_side_by_side_with_the_posts_that_a_share_comes_to() -> None:
    plan = ContentPlan(
        columns=[Column(id="a", name="问答"), Column(id="b", name="新茶"), Column(id="c", name="没有份")],
        mixes=[
            Mix(account="store", shares={"a": 100}),
            Mix(account="class"),
            Mix(account="shop", shares={"b": 25, "a": 70, "c": 0}),
        ],
    )
    mix = grids(chapter(plan, FACTS).blocks)[-1]
    names = [f"@{FACTS.company.account(each).name}" for each in ("shop", "store", "class")]
    assert [str(each) for each in mix.head[1:]] == names
    assert [str(row[0]) for row in mix.rows][:2] == ["问答", "新茶"]
    shares = [[each.split("%")[0] for each in map(str, row[1:])] for row in mix.rows]
    assert shares == [["70", "100", ""], ["25", "", ""], ["95", "100", "0"]]
    assert ["9.8" in str(mix.rows[0][1]), "14" in str(mix.rows[0][2]), "13.3" in str(mix.rows[2][1])] == [True] * 3


def test_a_share_of_less_than_one_post_a_week_is_not_shown_as_one() -> None:
    plan = ContentPlan(
        columns=[Column(id="a", name="专享"), Column(id="b", name="问答")],
        mixes=[Mix(account="shop", shares={"a": 7, "b": 93}, posts_a_week=14)],
    )
    shown = told(plan)
    assert "0.98" in shown
    assert "13 条" in shown or "13 a week" in shown


def test_more_mixes_than_a_page_holds_make_another_table() -> None:
    plan = ContentPlan(mixes=[Mix(account=f"甲{at}", shares={"a": 100}) for at in range(5)])
    assert [len(each.head) for each in grids(chapter(plan, FACTS).blocks)] == [5, 2]


def test_accounts_that_share_a_reason_are_named_together_and_those_without_one_are_named() -> None:
    whys = {"甲": "答问题", "乙": "答问题", "丙": " ", "丁": "卖茶"}
    plan = ContentPlan(mixes=[Mix(account=each, shares={"a": 100}, why=why) for each, why in whys.items()])
    [_, reasons] = grids(chapter(plan, FACTS).blocks)
    rows = [[str(each).replace("; ", "、") for each in row] for row in reasons.rows]
    assert rows == [["@甲、@乙", "答问题"], ["@丁", "卖茶"]]
    assert {"还没有写为什么这样分：@丙。", "No reason is written yet for the shares of @丙."} & set(
        told(plan).split("\n")
    )


def test_a_column_that_was_removed_or_has_no_name_is_called_so_and_never_by_its_id() -> None:
    plan = ContentPlan(
        columns=[Column(id="k1", name=" ")],
        mixes=[Mix(account="shop", shares={"k1": 50, "k2": 50})],
        queue=[Draft(id="d1", account="shop", column="k2", text="早")],
    )
    shown = told(plan)
    assert stand_as_words(shown, {"k1", "k2"}) == set()
    assert any(each in shown for each in ("已经去掉的栏目", "a column that was removed"))


def test_drafts_keep_their_order_within_each_account_and_are_named_as_findings_name_them() -> None:
    queue = [Draft(id=f"d{at}", account=("shop", "flagship")[at % 2], text=f"第 {at} 条") for at in range(4)]
    first, second = (
        [[str(row[0]), str(row[1])] for row in each.rows]
        for each in grids(chapter(ContentPlan(queue=queue), FACTS).blocks)
    )
    assert [first, second] == [[["d1", "第 1 条"], ["d3", "第 3 条"]], [["d0", "第 0 条"], ["d2", "第 2 条"]]]


def test_what_stands_beside_a_draft_is_told_in_words() -> None:
    draft = Draft(
        id="d", account="shop", text="茶", has_image=True, ad_marked=True, origin="licensed", score={"fun": 2}
    )
    shown = told(ContentPlan(queue=[draft]))
    for zh, en in (
        ("配图", "has a picture"),
        ("标了“广告”", "marked as an ad"),
        ("趣味性 2", "Fun 2"),
        ("获许可", "permission"),
    ):
        assert zh in shown or en in shown


def test_a_fresh_plan_has_no_table() -> None:
    assert grids(chapter(ContentPlan(), FACTS).blocks) == []
