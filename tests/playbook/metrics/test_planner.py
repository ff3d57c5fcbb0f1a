"""The planners of metrics as objects: what is chosen is saved, refused, undone, and shown beside the data."""

from datetime import date
from pathlib import Path

import pytest

from playbook.metrics.model_plan import flawed_card, sound_plan
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.planner import decide, plan_review, plan_scorecard
from playbook.metrics.routine_planner import RoutinePlanner
from playbook.metrics.scorecard_planner import ScorecardPlanner
from playbook.planners import Planner
from playbook.plans import load, save
from playbook.stance_planner import StancePlanner

from .plans import FACTS, FLAGSHIP, OWN, measures

EVIL = "<img src=x onerror=alert(1)>"


def saved() -> MetricsPlan:
    return load(MetricsPlan, MetricsPlan)


def cards(opened: Planner[MetricsPlan]) -> ScorecardPlanner:
    assert isinstance(opened, ScorecardPlanner)
    return opened


def routines(opened: Planner[MetricsPlan]) -> RoutinePlanner:
    assert isinstance(opened, RoutinePlanner)
    return opened


def filled() -> ScorecardPlanner:
    """A planner in which the flagship's sound card is made control by control."""
    planner = cards(plan_scorecard(known=FACTS))
    for name in planner.dates:
        planner.dates[name].value = getattr(FLAGSHIP, name)
    for row in FLAGSHIP.rows:
        planner.put(row.measure)
        form = planner.forms["flagship", row.measure]
        for field, control in form.controls.items():
            value = getattr(row, field)
            if field in {"low", "high"}:
                control.value = f"{value:g}"
            elif field in {"owner", "deputy"}:
                control.value = {each.id: each.name for each in FACTS.company.people}[value]
            else:
                control.value = value
        for age, control in form.ages.items():
            control.value = age in row.ages
    return planner


def test_a_card_made_control_by_control_is_the_one_that_is_saved(work: Path) -> None:
    planner = filled()
    assert saved().card("flagship") == FLAGSHIP
    assert "没有发现问题" in planner._findings.value


def test_vanity_is_refused_with_the_reason_and_one_press_takes_the_other(work: Path, reader: str) -> None:
    planner = cards(plan_scorecard(known=FACTS))
    planner.measure.value = "followers"
    planner.add.click()
    notice, buttons = planner._refused.children
    assert {"zh": "它几乎只涨不跌", "en": "it hardly ever falls"}[reader] in notice.value
    assert saved().entries("") == 0
    buttons.children[0].click()
    assert measures(saved().card("flagship")) == ["kept_followers"]
    assert planner._refused.children == ()


def test_a_vanity_measure_that_stands_on_a_card_is_swapped_and_keeps_its_weight(work: Path) -> None:
    save(flawed_card(FACTS))
    planner = cards(plan_scorecard(known=FACTS))
    planner.forms["flagship", "reads"].instead["link_clicks"].click()
    row = saved().card("flagship").of("link_clicks")
    assert row is not None
    assert (row.weight, row.owner, row.lag) == (25, "xiaoman", 2)
    assert saved().card("flagship").of("reads") is None
    planner.undo()
    assert saved() == flawed_card(FACTS)


def test_every_row_shows_its_latest_weeks_beside_the_range_and_the_target(work: Path, reader: str) -> None:
    save(sound_plan(FACTS))
    planner = cards(plan_scorecard(known=FACTS))
    form = planner.forms["flagship", "comments"]
    assert form._picture.value == ""  # drawn where it is seen
    form.head.value = True
    shown = form._picture.value
    assert shown.count("<circle") == 8
    assert shown.count('class="target"') == 1
    assert {"zh": "周里，最后一周", "en": "weeks the last has"}[reader] in shown
    form.controls["high"].value = ""
    assert 'class="target"' not in form._picture.value
    planner.forms["flagship", "discussion"].head.value = True
    said = {"zh": "没有它的周数", "en": "no weeks of it"}[reader]
    assert said in planner.forms["flagship", "discussion"]._picture.value


def test_typing_is_one_step_of_undo_and_stances_stay(work: Path) -> None:
    planner = cards(plan_scorecard(known=FACTS))
    planner.put("comments")
    for length in range(1, 5):
        planner.forms["flagship", "comments"].controls["why"].value = "talk"[:length]
    stance = decide("sales-and-roi", FACTS)
    assert isinstance(stance, StancePlanner)
    planner.undo()
    assert saved().card("flagship").rows[0].why == ""
    planner.undo()
    assert saved().scorecards == []
    planner.redo()
    planner.redo()
    assert saved().card("flagship").rows[0].why == "talk"


def test_one_press_gives_every_measure_the_same_weeks_a_year_ago(work: Path) -> None:
    planner = cards(plan_scorecard(known=FACTS))
    planner.put("orders")
    planner.put("comments")
    assert planner.year_ago.disabled
    planner.dates["judged_from"].value, planner.dates["judged_to"].value = date(2026, 3, 2), date(2026, 3, 29)
    planner.year_ago.click()
    bases = {(row.base_from, row.base_to) for row in saved().card("flagship").rows}
    assert bases == {(date(2025, 3, 3), date(2025, 3, 30))}


def test_each_account_has_its_own_suggestions_and_its_own_card(work: Path, reader: str) -> None:
    planner = cards(plan_scorecard("flagship", "service", known=FACTS))
    planner.put("comments")
    planner.account.value = "service"
    assert {"zh": "一次答好的", "en": "settled by the first answer"}[reader] in planner._suggested.value
    planner.put("settled")
    assert [measures(each) for each in saved().scorecards] == [["comments"], ["settled"]]
    assert {"zh": "（1 项）", "en": "(measures: 1)"}[reader] in planner.account.options[0][0]


@pytest.mark.parametrize("written", ["abc", "nan", "inf", "1e999", ""])
def test_a_target_that_is_no_number_is_none(work: Path, written: str) -> None:
    planner = cards(plan_scorecard(known=FACTS))
    planner.put("comments")
    low = planner.forms["flagship", "comments"].controls["low"]
    low.value = "1,200"
    assert saved().card("flagship").rows[0].low == 1200
    low.value = written
    assert saved().card("flagship").rows[0].low is None


def test_a_company_with_posts_alone_plans_and_is_told_what_is_missing(work: Path, reader: str) -> None:
    planner = cards(plan_scorecard(known=OWN))
    planner.put("orders")
    planner.put("comments")
    pictures = {measure: planner.forms["flagship", measure]._picture.value for measure in ("orders", "comments")}
    assert {"zh": "没有它的周数", "en": "no weeks of it"}[reader] in pictures["orders"]
    assert "<circle" in pictures["comments"]


def test_the_routine_made_control_by_control_is_the_one_that_is_saved(work: Path) -> None:
    sound = sound_plan(FACTS, [])
    planner = routines(plan_review(FACTS))
    names = {each.id: each.name for each in FACTS.company.people}
    for peer in sound.comparison.peers:
        planner.peers.add.click()
        planner.peers.rows[-1]["name"].value, planner.peers.rows[-1]["why"].value = peer.name, peer.why
    planner.per.value = sound.comparison.per
    for name in ("same_period", "public", "inflated_noted", "money_apart"):
        planner.ticks[name].value = True
    [gap] = sound.comparison.gaps
    planner.gaps.add.click()
    for name in ("what", "action", "due"):
        planner.gaps.rows[0][name].value = getattr(gap, name)
    planner.gaps.rows[0]["owner"].value = names[gap.owner]
    report = sound.report
    planner.day.value, planner.alarm.value, planner.reader.value = report.day, report.alarm, report.reader
    planner.writer.value, planner.leads_with.value = names[report.writer], report.leads_with
    for review in sound.reviews:
        planner.reviews.add.click()
        row = planner.reviews.rows[-1]
        row["on"].value, row["found"].value, row["learned"].value = review.on, review.found, review.learned
        planner.which.value = len(planner.plan.reviews) - 1
        planner.changes.add.click()
        [change] = review.changes
        for name in ("what", "due", "outcome"):
            planner.changes.rows[0][name].value = getattr(change, name)
        planner.changes.rows[0]["owner"].value = names[change.owner]
    assert saved().model_dump(include={"comparison", "report", "reviews"}) == sound.model_dump(
        include={"comparison", "report", "reviews"}
    )
    assert "没有发现问题" in planner._findings.value


def test_a_review_just_added_is_the_one_whose_changes_are_written(work: Path) -> None:
    planner = routines(plan_review(FACTS))
    for on in (date(2025, 7, 7), date(2025, 8, 4)):
        planner.reviews.add.click()
        planner.reviews.rows[-1]["on"].value = on
        planner.changes.add.click()
    assert [len(each.changes) for each in saved().reviews] == [1, 1]
    planner.which.value = 0
    planner.reviews.rows[0]["found"].value = "等得太短"
    assert planner.which.value == 0  # who looks at an older one stays there


def test_undoing_the_routine_leaves_the_cards(work: Path) -> None:
    planner = routines(plan_review(FACTS))
    planner.day.value = 5
    other = cards(plan_scorecard(known=FACTS))
    other.put("comments")
    planner.undo()
    assert saved().report.day == 0
    assert saved().entries("flagship") == 1


def test_what_a_learner_types_stays_words(work: Path) -> None:
    planner = cards(plan_scorecard(known=FACTS))
    planner.put("comments")
    form = planner.forms["flagship", "comments"]
    for field in ("why", "definition", "owner", "deputy"):
        form.controls[field].value = EVIL
    review = routines(plan_review(FACTS))
    for rows, field in ((review.peers, "name"), (review.gaps, "what")):
        rows.add.click()
        rows.rows[0][field].value = EVIL
    for html in (planner._findings.value, review._findings.value):
        assert EVIL not in html
    assert "&lt;img" in review._findings.value


def test_the_planner_opens_where_it_was_left(work: Path) -> None:
    save(sound_plan(FACTS))
    assert cards(plan_scorecard(known=FACTS)).forms["flagship", "orders"].controls["weight"].value == 15
    review = routines(plan_review(FACTS))
    assert [row["name"].value for row in review.peers.rows] == ["p10", "p16"]
    assert review.changes.rows[0]["what"].value == sound_plan(FACTS).reviews[-1].changes[0].what
