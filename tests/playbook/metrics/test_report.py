"""The monthly report: what a month's data say of a card, in words that stay words."""

import math
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from playbook.metrics.model_plan import sound_plan
from playbook.metrics.picture import stands_said
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.planner import monthly_report
from playbook.metrics.report import monthly, months, weeks_of
from playbook.metrics.report_html import body, page
from playbook.metrics.report_view import ReportView
from playbook.metrics.routine import Peer, Report
from playbook.plans import save

from .plans import FACTS, OWN

PLAN = sound_plan(FACTS)
NOVEMBER = date(2025, 11, 1)
EVIL = "<img src=x onerror=alert(1)>"


def test_a_month_has_the_weeks_that_begin_in_it() -> None:
    assert [f"{week:%m-%d}" for week in weeks_of(date(2025, 6, 1))] == ["06-02", "06-09", "06-16", "06-23", "06-30"]
    assert months(FACTS)[0] == NOVEMBER
    assert months(FACTS)[-1] == date(2025, 1, 1)


def test_each_measure_stands_where_its_weeks_of_the_month_stood() -> None:
    told = monthly(PLAN, "flagship", NOVEMBER, FACTS)
    [orders] = told.money
    assert FACTS.weekly is not None
    own = FACTS.weekly[(FACTS.weekly["account"] == "flagship") & FACTS.weekly["week"].isin(told.weeks)]
    assert orders.mean == pytest.approx(own["orders"].astype(float).mean())
    assert [line.row.measure for line in told.relations] == [
        "discussion", "comments", "reposts", "participation", "kept_followers",
    ]  # fmt: skip
    assert told.relations[0].stands is None


def test_the_range_of_a_month_is_told_by_what_came_before_it() -> None:
    cut = FACTS.weekly
    assert cut is not None
    shorter = replace(FACTS, weekly=cut[cut["week"] <= "2025-11-24"])
    now, then = (monthly(PLAN, "flagship", NOVEMBER, known).money[0].stands for known in (FACTS, shorter))
    assert now is not None
    assert then is not None
    assert now.latest.equals(then.latest)


def test_a_missing_month_is_left_out_and_never_zero() -> None:
    told = monthly(MetricsPlan(), "store", date(2025, 6, 1), FACTS)
    assert [line.row.measure for line in told.money] == ["orders"]
    assert math.isnan(told.money[0].mean)
    html = body(told, MetricsPlan(), FACTS)
    assert "这个月没有人记，不当零" in html
    assert "以前的周数不够" not in html


def test_a_month_with_figures_but_no_weeks_before_it_says_only_that_no_range_is_known(reader: str) -> None:
    weekly = FACTS.weekly
    assert weekly is not None
    known = replace(FACTS, weekly=weekly[weekly["week"] >= "2025-11-03"])
    told = monthly(PLAN, "flagship", NOVEMBER, known)
    [orders] = told.money
    assert orders.stands is None
    assert orders.mean > 0
    html = body(replace(told, relations=[]), PLAN, known)
    assert {"zh": "以前的周数不够", "en": "too few weeks before it"}[reader] in html
    assert {"zh": "没有人记", "en": "Nobody wrote it down"}[reader] not in html


def test_a_range_that_anything_would_lie_in_is_called_too_wide(reader: str) -> None:
    told = monthly(MetricsPlan(), "flagship", date(2025, 6, 1), FACTS)
    visits, clicks = (
        next(line.stands for line in told.relations if line.row.measure == each)
        for each in ("profile_visits", "link_clicks")
    )
    assert visits is not None
    assert clicks is not None
    words = {"zh": "范围太宽，说明不了什么", "en": "so wide that this tells nothing"}[reader]
    assert words in str(stands_said(visits))
    assert words not in str(stands_said(clicks))


def test_the_rank_tells_ours_and_the_median_of_all_apart(reader: str) -> None:
    told = monthly(MetricsPlan(), "flagship", date(2025, 6, 1), FACTS)
    ours, median = (
        f"{each:,.4g}" for each in (round(told.peers["per_1000"]["us"]), round(told.peers["per_1000"].median(), 1))
    )
    html = body(told, MetricsPlan(), FACTS)
    said = {"zh": f"连我们共 {len(told.peers)} 家（我们 {ours}，中位 {median}）",
            "en": f"of {len(told.peers)}, ourselves included (we {ours}, median {median})"}  # fmt: skip
    assert ours != median
    assert said[reader] in html
    assert {"zh": "只列前 12 家", "en": "Only the first 12"}[reader] in html
    few = body(monthly(PLAN, "flagship", NOVEMBER, FACTS), PLAN, FACTS)
    assert {"zh": "只列前", "en": "Only the first"}[reader] not in few


def test_the_verdict_is_put_off_until_the_lag_is_over() -> None:
    card = PLAN.card("flagship").model_copy(update={"judged_from": date(2025, 10, 6), "judged_to": date(2025, 11, 2)})
    ready = {line.row.measure: line.ready for line in monthly(PLAN.with_card(card), "flagship", NOVEMBER, FACTS).money}
    assert ready == {"orders": date(2025, 12, 28)}
    september = monthly(PLAN.with_card(card), "flagship", date(2025, 9, 1), FACTS)
    assert [line.ready for line in september.money] == [None]


def test_money_comes_last_unless_the_plan_leads_with_it(reader: str) -> None:
    heads = {"zh": ("关系和回应", "销售和回报"), "en": ("Relations and response", "Sales and returns")}[reader]
    for leads, order in (("relations", heads), ("money", heads[::-1])):
        plan = PLAN.model_copy(update={"report": Report.model_validate({"leads_with": leads})})
        html = body(monthly(plan, "flagship", NOVEMBER, FACTS), plan, FACTS)
        assert html.index(order[0]) < html.index(order[1])


def test_we_stand_among_the_peers_chosen_by_the_same_weeks() -> None:
    assert list(monthly(PLAN, "flagship", NOVEMBER, FACTS).peers.index) == ["us", "p10", "p16"]
    every = monthly(MetricsPlan(), "flagship", NOVEMBER, FACTS).peers
    assert "p23" not in every.index  # it has a trend of its own
    assert len(every) > 10
    assert every["per_1000"].is_monotonic_decreasing


def test_weeks_below_their_range_call_for_what_was_agreed(reader: str) -> None:
    weekly = FACTS.weekly
    assert weekly is not None
    fell = weekly["account"].eq("flagship") & weekly["week"].isin(weeks_of(NOVEMBER))
    known = replace(FACTS, weekly=weekly.assign(orders=weekly["orders"].mask(fell, 3)))
    told = monthly(PLAN, "flagship", NOVEMBER, known)
    assert told.money[0].way == "below"
    html = body(told, PLAN, known)
    assert {"zh": "低于范围，照写好的办", "en": "Below its range, so as agreed"}[reader] in html
    assert {"zh": "没有够到", "en": "not reached"}[reader] in html
    unplanned = body(monthly(MetricsPlan(), "flagship", NOVEMBER, known), MetricsPlan(), known)
    said = {
        "zh": "低于范围。怎么办，还没有写。",
        "en": "Below its range. What to do then has not been written down yet.",
    }
    assert said[reader] in unplanned


def test_a_company_with_posts_alone_has_a_report_of_what_posts_tell(reader: str) -> None:
    told = monthly(MetricsPlan(), "flagship", NOVEMBER, OWN)
    assert {line.row.measure for line in told.relations} == {"reposts", "comments", "typical_reactions"}
    html = body(told, MetricsPlan(), OWN)
    assert {"zh": "没有同行的周数", "en": "no weekly figures of peers"}[reader] in html
    assert {"zh": "还没有计分卡", "en": "no scorecard yet"}[reader] in html


def test_what_anybody_typed_stays_words_in_the_report_and_in_its_file() -> None:
    card = PLAN.card("flagship")
    rows = [
        row.model_copy(update={"owner": EVIL, "deputy": EVIL, "if_falls": EVIL, "if_rises": EVIL}) for row in card.rows
    ]
    reviews = [
        each.model_copy(
            update={"changes": [change.model_copy(update={"what": EVIL, "owner": EVIL}) for change in each.changes]}
        )
        for each in PLAN.reviews
    ]
    comparison = PLAN.comparison.model_copy(
        update={"gaps": [gap.model_copy(update={"what": EVIL, "action": EVIL}) for gap in PLAN.comparison.gaps],
                "peers": [Peer(name=EVIL, why=EVIL)]}
    )  # fmt: skip
    accounts = [each.model_copy(update={"name": f"{EVIL} {{0}}"}) for each in FACTS.company.accounts]
    known = replace(FACTS, company=FACTS.company.model_copy(update={"accounts": accounts, "name": EVIL}))
    plan = PLAN.with_card(card.model_copy(update={"rows": rows})).model_copy(
        update={"reviews": reviews, "comparison": comparison, "report": PLAN.report.model_copy(update={"reader": EVIL})}
    )
    html = page(monthly(plan, "flagship", NOVEMBER, known), plan, known)
    assert "<img" not in html
    assert html.count("&lt;img") >= 6


def test_the_file_opens_by_itself_and_can_be_downloaded(work: Path, reader: str) -> None:
    save(PLAN)
    view = monthly_report("flagship", "2025-10", FACTS)
    assert isinstance(view, ReportView)
    view.save.click()
    html = view.path.read_text("utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert {"zh": 'lang="zh-CN"', "en": 'lang="en"'}[reader] in html
    assert "src=" not in html
    assert "http" not in html
    assert 'download="report.flagship.2025-10.html"' in view.said.value
    view.account.value = "shop"
    assert view.said.value == ""
    assert {"zh": "2025 年 10 月月报", "en": "report for 2025-10"}[reader] in view._page.value


def test_data_of_less_than_a_month_and_a_card_without_their_account_are_told_and_break_nothing(work: Path) -> None:
    few = OWN.posts[OWN.posts["posted_on"] < "2025-01-20"]
    accounts = [each.model_copy(update={"id": f"x{each.id}"}) for each in OWN.company.accounts]
    known = replace(OWN, posts=few, company=OWN.company.model_copy(update={"accounts": accounts}))
    view = monthly_report(known=known)
    assert isinstance(view, ReportView)
    assert "不满一个月" in view._page.value
    assert view.save.disabled
