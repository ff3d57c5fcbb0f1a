import random
import tomllib
from dataclasses import replace

import pytest

from playbook.campaign.plan import CampaignPlan
from playbook.company import Company
from playbook.content.plan import ContentPlan
from playbook.crisis.plan import CrisisPlan
from playbook.facts import sample_facts
from playbook.handbook.blocks import Chapter, Grid, Section
from playbook.handbook.document import document
from playbook.handbook.held import PLANS, Held
from playbook.language import LANGUAGES, Text, speaking
from playbook.matrix.plan import MatrixPlan, Place
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.routine import Report
from playbook.places import course_home
from playbook.plans import Plan, PlanError
from playbook.strategy.plan import StrategyPlan
from playbook.timing.plan import Slot, TimingPlan

from ..chapters import grids  # noqa: TID252 - tests are no package
from .whole import NEWEST, known, marked_handbook, pieces, whole

OPENS = {"zh": "（", "en": " ("}  # what tells two terms of one word apart stands in brackets
SLOTS = TimingPlan(slots=[Slot(account="flagship", day=2, hour=9, minute=30), Slot(account="shop", day=2, hour=9)])


def chapter(held: Held, name: str) -> Chapter:
    return next(each for each in document(held) if each.id == name)


def said(held: Held, name: str) -> str:
    return "\n".join(pieces([chapter(held, name)]))


@pytest.fixture(scope="module")
def handbook() -> list[Chapter]:
    return document(known())


def rows(grid: Grid) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in grid.rows]


def test_the_handbook_has_a_cover_a_chapter_a_system_and_the_pages_that_span_them(handbook: list[Chapter]) -> None:
    assert [each.id for each in handbook] == [
        "cover", "week", "first-hours", *PLANS, "between", "owners", "glossary", "checked",
    ]  # fmt: skip
    assert [each.id for each in handbook if each.alone] == ["first-hours"]


def test_a_company_without_plans_is_told_which_lesson_makes_each() -> None:
    for name in PLANS:
        told = said(known(SLOTS), name) if name != "timing" else said(known(CrisisPlan(same_words=True)), name)
        assert "这一章还没有写。" in told
    assert "第 5.2 课“" in said(known(CrisisPlan(same_words=True)), "timing")
    assert "第 8.1 课“" in said(known(SLOTS), "first-hours")


def test_a_plan_that_cannot_be_read_says_so_in_its_chapter_and_on_the_cover() -> None:
    damaged = replace(
        known(SLOTS), plans={**known(SLOTS).plans, "crisis": PlanError(Text("读不出来：第 3 行", "line 3"))}
    )
    for page in ("crisis", "cover"):
        assert "读不出来：第 3 行" in said(damaged, page)
    assert "2026-03-30" in said(damaged, "cover")
    assert "@岚间茶馆" in said(damaged, "timing")


def test_a_finding_still_open_stands_in_its_chapter_with_rule_source_and_what_mends_it() -> None:
    at_night = TimingPlan(slots=[Slot(account="flagship", day=2, hour=3)])
    held = known(at_night)
    found = held.findings["timing"][0]
    table = next(each for each in grids(chapter(held, "timing").blocks) if str(each.head[0]) == "什么问题")
    row = next(each for each in rows(table) if each[0] == str(found.what))
    assert row[1] == str(found.mend)
    assert str(found.source) in row[2]
    assert len(table.rows) == len(held.findings["timing"])


def test_a_plan_without_findings_says_so(handbook: list[Chapter]) -> None:
    assert "没有查出问题" in "\n".join(pieces(each for each in handbook if each.id == "crisis"))


def test_the_rules_by_which_each_plan_was_checked_stand_once_at_the_end() -> None:
    held = known(whole()["crisis"], SLOTS)
    [appendix] = [each for each in document(held) if "按哪些规则查过" in "\n".join(pieces([each]))]
    assert appendix == document(held)[-1]
    assert [str(each.title) for each in appendix.blocks if isinstance(each, Section)] == ["发布时间", "危机"]
    assert "来源文章 3" in "\n".join(pieces([appendix]))
    assert "没有一份计划" in said(Held(sample_facts(), dict.fromkeys((*PLANS, "company")), None), "checked")


def test_the_cover_counts_chapters_and_what_is_open(handbook: list[Chapter]) -> None:
    held = known()
    still_open = sum(map(len, held.findings.values()))
    table = grids(handbook[0].blocks)[0]
    numbers = [int(row[3]) for row in rows(table)]
    assert sum(numbers[:-1]) == still_open
    assert [row[2] for row in rows(table)[:-1]] == ["动过笔" if each else "写了" for each in numbers[:-1]]
    assert still_open > 0
    assert (
        f"一共 11 章，动过笔的 11 章，其中 {numbers[:-1].count(0)} 章没有查出问题；还有 {sum(numbers)} 个问题没有解决。"
        in pieces(handbook[:1])
    )
    assert "一共 11 章，动过笔的 1 章" in said(known(SLOTS), "cover")
    assert "一共 11 章，动过笔的 1 章，没有查出问题。" in said(known(whole()["crisis"]), "cover")


def test_the_cover_says_that_an_invented_company_is_invented_and_only_then() -> None:
    assert "虚构" in said(known(SLOTS), "cover")
    own = Company(name="Acme", accounts=sample_facts().company.accounts)
    held = Held(replace(sample_facts(), company=own), {**known(SLOTS).plans, "company": own}, NEWEST)
    assert "虚构" not in said(held, "cover")
    assert said(held, "cover").startswith("Acme 微博运营手册")


def test_the_week_shows_each_slot_at_its_hour_and_day_and_who_is_there() -> None:
    table = grids(chapter(known(SLOTS), "week").blocks)[0]
    by_head = {row[0]: row[1:] for row in rows(table)}
    assert [str(each) for each in table.head] == ["什么时候", "周一", "周二", "周三", "周四", "周五", "周六", "周日"]
    assert by_head["9 点"] == ["", "@岚间茶铺\n:30 @岚间茶馆", "", "", "", "", ""]
    assert by_head["值班（点）"][0] == "9—18 林小满\n13—22 沈牧"
    assert by_head["值班（点）"][6] == "10—19 陶然"
    assert set(by_head) == {"9 点", "值班（点）"}


def test_the_week_says_who_of_the_watch_is_there_each_day_and_when_nobody_is() -> None:
    card = sample_facts().company  # 林小满: Monday to Friday 9–18; 沈牧: Monday to Thursday 13–22; 陶然: weekends 10–19
    watch = {"owner": "陶然", "deputy": "xiaoman", "days": [1, 5, 6], "start": 10, "end": 20}

    def watched(company: Company, **changed: str) -> list[str]:
        plan = CrisisPlan.model_validate({"watch": watch | changed})
        held = replace(known(plan), facts=replace(sample_facts(), company=company))
        return next(row[1:] for row in rows(grids(chapter(held, "week").blocks)[0]) if row[0] == "看舆情（点）")

    weekday, weekend = "10—18 林小满（替）\n18—20 没有人在班", "10—19 陶然\n19—20 没有人在班"
    assert watched(card) == [weekday, "", "", "", weekday, weekend, ""]
    assert watched(card, owner="店长") == ["10—20 店长", "", "", "", *["10—20 店长"] * 2, ""]
    bare = Company(name="Acme", accounts=card.accounts)
    assert watched(bare, owner="店长")[0] == "10—20 店长"


def test_the_hours_that_the_specialist_promises_are_called_theirs(handbook: list[Chapter]) -> None:
    by_head = {row[0]: row[1:] for row in rows(grids(handbook[1].blocks)[0])}
    assert by_head["专员答应的钟点"] == [*["9—18 林小满"] * 5, "", ""]


def test_the_week_of_a_company_without_duty_hours_and_slots_says_what_to_do() -> None:
    empty = Company(name="Acme", accounts=sample_facts().company.accounts)
    held = Held(replace(sample_facts(), company=empty), known(CrisisPlan(same_words=True)).plans, None)
    assert "公司卡" in said(held, "week")
    assert grids(chapter(held, "week").blocks) == []


def test_who_owns_what_has_one_row_a_person_whichever_way_plans_name_them() -> None:
    matrix = MatrixPlan(places=[Place(account="flagship", owner="xiaoman"), Place(account="shop", owner="店长老周")])
    metrics = MetricsPlan(report=Report(day=3, writer="林小满"))
    table = grids(chapter(known(matrix, metrics), "owners").blocks)[0]
    assert rows(table) == [
        ["林小满", "账号矩阵：@岚间茶馆\n指标：月报", ""],
        ["沈牧", "", ""],
        ["陶然", "", ""],
        ["店长老周", "账号矩阵：@岚间茶铺", ""],
    ]
    assert "没有一份计划" in said(known(ContentPlan()), "owners")


def test_deputies_stand_in_a_column_of_their_own(handbook: list[Chapter]) -> None:
    table = grids(next(each for each in handbook if each.id == "owners").blocks)[0]
    stands_in = {row[0]: row[2] for row in rows(table)}
    assert "危机：" in stands_in["陶然"]


def test_the_glossary_has_every_term_of_the_course_in_english_by_the_alphabet() -> None:
    terms = tomllib.loads((course_home() / "docs" / "glossary.toml").read_text("utf-8"))["term"].values()
    for language in LANGUAGES:
        with speaking(language):
            table = grids(chapter(known(SLOTS), "glossary").blocks)[0]
            told = [row[0] for row in rows(table)]
        assert sorted(each.partition(OPENS[language])[0] for each in told) == sorted(each[language] for each in terms)
        assert len(set(told)) == len(told)  # 复盘（危机） is not 复盘（指标）
        if language == "en":
            assert told == sorted(told, key=str.casefold)


def test_where_two_plans_contradict_each_other_the_handbook_names_both_and_what_mends_it() -> None:
    told = said(known(SLOTS, ContentPlan.model_validate(whole()["content"].model_dump())), "between")
    assert "内容 × 发布时间" in told or "发布时间 × 内容" in told
    assert "怎么改" in told


def test_all_a_learner_wrote_stands_in_the_handbook_in_both_languages() -> None:
    chapters, marks = marked_handbook()
    assert sum(map(len, marks.values())) > 500
    for language in LANGUAGES:
        with speaking(language):
            told = {each.id: "\n".join(pieces([each])) for each in chapters}
        assert [mark for system, each in marks.items() for mark in each if mark not in told[system]] == []


def test_an_english_handbook_has_the_same_chapters_and_no_chinese_word_of_ours(handbook: list[Chapter]) -> None:
    with speaking("en"):
        english = document(known())
        heads = [str(head) for each in english for grid in grids(each.blocks) for head in grid.head]
        titles = [str(each.title) for each in english]
    assert [each.id for each in english] == [each.id for each in handbook]
    assert not [each for each in (*heads, *titles[1:2], *titles[3:]) if any("一" <= sign <= "鿿" for sign in each)]


@pytest.mark.parametrize("seed", range(6))
def test_plans_in_which_half_is_decided_give_a_whole_handbook(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    kept = {name: plan for name, plan in whole().items() if chance.random() < 0.7}
    chapters = document(known(*(_without_half(plan, chance) for plan in kept.values())))
    assert [each.id for each in chapters if each.id in PLANS] == list(PLANS)
    assert pieces(chapters)


@pytest.mark.parametrize("account", ["", " ", "a/b"])
def test_an_account_that_no_card_could_hold_stops_no_handbook(account: str) -> None:
    aims, draws = whole()["strategy"], whole()["campaign"]
    assert isinstance(aims, StrategyPlan)
    assert isinstance(draws, CampaignPlan)
    goals = [each.model_copy(update={"account": account}) for each in aims.goals]
    briefs = [each.model_copy(update={"account": account}) for each in draws.briefs]
    held = known(aims.model_copy(update={"goals": goals}), draws.model_copy(update={"briefs": briefs}))
    assert {"strategy", "campaign"} <= {each.id for each in document(held)}


def _without_half(plan: Plan, chance: random.Random) -> Plan:
    fields = [name for name in type(plan).model_fields if name != "format"]
    dropped = {
        name: type(plan).model_fields[name].get_default(call_default_factory=True)
        for name in chance.sample(fields, len(fields) // 2)
    }
    return plan.model_copy(update=dropped)
