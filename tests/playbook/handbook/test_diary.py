from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Calendar

from playbook.campaign.model_brief import sound_plan as campaign_plan
from playbook.company import Account
from playbook.content.plan import ContentPlan
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.watching import Watch, WatchDay
from playbook.facts import sample_facts
from playbook.governance.people import Member
from playbook.governance.plan import GovernancePlan
from playbook.governance.rewarding import Scheme
from playbook.handbook.diary import WEEKS, calendar, first_monday_of
from playbook.handbook.held import PLANS, SHANGHAI, Held
from playbook.image.parts import Paper, Step
from playbook.image.plan import ImagePlan
from playbook.interaction.plan import InteractionPlan, Routine
from playbook.language import speaking
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.routine import Change, Comparison, Gap, Report, Review
from playbook.metrics.scorecard import Scorecard
from playbook.plans import Plan
from playbook.specialist.plan import SpecialistPlan, Stretch
from playbook.strategy.lists import Goal
from playbook.strategy.parts import Backing
from playbook.strategy.plan import StrategyPlan
from playbook.timing.plan import Slot, TimingPlan

MONDAY = date(2026, 4, 6)
HOSTILE = (
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:假的",
    "a;b,c\\d:e\nATTENDEE:mailto:x@x.example",
    '"; TZID="x',
    "反\u202e转\x07",
    "茶🍵" * 100,
)


def of(*plans: Plan, newest: date | None = MONDAY) -> Held:
    """Return the sample company with these plans alone."""
    none: dict[str, Plan | None] = dict.fromkeys((*PLANS, "company"))
    return Held(sample_facts(), none | {each.system: each for each in plans}, newest)


def read(packed: bytes) -> Any:  # noqa: ANN401 - what stands in a calendar has as many types as properties
    """Return a calendar as a program reads it."""
    return Calendar.from_ical(packed)


def events(held: Held, monday: date = MONDAY) -> dict[str, Any]:
    """Return the events of a calendar by their UID, without the company."""
    walked = read(calendar(held, monday)).walk("VEVENT")
    found = {str(each["uid"]).partition("@")[0]: each for each in walked}
    assert len(found) == len(walked), "two events have the same UID"
    return found


def week(*slots: tuple[str, int, int, int]) -> TimingPlan:
    """Return a week of slots: account, day, hour, minute."""
    return TimingPlan(slots=[Slot(account=a, day=d, hour=h, minute=m) for a, d, h, m in slots])


def test_a_slot_comes_every_week_for_a_quarter_in_the_time_of_shanghai() -> None:
    event = events(of(week(("flagship", 3, 20, 30))))["timing/flagship/1"]
    begins = event["dtstart"].dt
    assert begins == datetime(2026, 4, 8, 20, 30, tzinfo=SHANGHAI)
    assert event["dtstart"].params["TZID"] == "Asia/Shanghai"
    rule = event["rrule"]
    assert rule["FREQ"] == ["WEEKLY"]
    last = begins + timedelta(weeks=WEEKS - 1)
    assert last <= rule["UNTIL"][0] < last + timedelta(weeks=1)
    assert str(event["summary"]) == "发微博：@岚间茶馆"
    assert "林小满" not in str(event["description"]), "at half past eight only Shen is on duty"
    assert "沈牧" in str(event["description"])


def test_fault_099_the_zone_is_told_so_that_a_program_abroad_shows_the_right_hour() -> None:
    [zone] = read(calendar(of(week(("flagship", 1, 9, 0))), MONDAY)).walk("VTIMEZONE")
    assert zone["tzid"] == "Asia/Shanghai"
    assert [each["tzoffsetto"].td for each in zone.walk("STANDARD")] == [timedelta(hours=8)]


def test_fault_099_a_week_of_five_hundred_slots_is_read_back_whole() -> None:
    times = [(day, hour, minute) for day in range(1, 8) for hour in range(8, 23) for minute in range(0, 60, 12)][:500]
    found = events(of(week(*[("flagship", *time) for time in times])))
    begins = [each["dtstart"].dt for each in found.values()]
    assert sorted((at.isoweekday(), at.hour, at.minute) for at in begins) == times


def test_fault_099_a_slot_that_moves_keeps_its_uid_and_a_later_calendar_wins_over_an_earlier_one() -> None:
    before = events(of(week(("flagship", 3, 20, 30), ("shop", 1, 9, 0))))
    after = events(of(week(("flagship", 4, 8, 0), ("shop", 1, 9, 0)), newest=MONDAY + timedelta(days=1)))
    assert set(before) == set(after)
    moved = (before["timing/flagship/1"], after["timing/flagship/1"])
    assert moved[0]["dtstart"].dt != moved[1]["dtstart"].dt
    assert moved[0]["sequence"] < moved[1]["sequence"]
    assert moved[0]["dtstamp"].dt < moved[1]["dtstamp"].dt


def test_the_same_plans_give_the_same_bytes_and_the_uids_do_not_depend_on_the_language() -> None:
    held = of(week(("flagship", 3, 20, 30)), campaign_plan({}))
    assert calendar(held, MONDAY) == calendar(held, MONDAY)
    with speaking("en"):
        english = events(held)
    assert set(english) == set(events(held))
    assert str(english["timing/flagship/1"]["summary"]).startswith("Post: @")


def test_two_companies_in_one_calendar_do_not_overwrite_each_other() -> None:
    held = of(week(("flagship", 3, 20, 30)))
    card = held.facts.company.model_copy(update={"accounts": [Account(id="我们 店", name="我们店")]})
    own = replace(held, facts=replace(held.facts, company=card, invented=False))
    assert b"UID:timing/flagship/1@sample.weibo-operations" in calendar(held, MONDAY)
    assert b"@sample." not in calendar(own, MONDAY)


def test_whole_days_end_on_the_day_after_and_make_nobody_busy() -> None:
    days = WatchDay(what="春节", first=date(2026, 2, 16), last=date(2026, 2, 22), before=2, after=1, words="年礼")
    event = events(of(CrisisPlan(watch=Watch(watch_days=[days]), drill_on=date(2026, 5, 8))))["crisis/watch-days/1"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 2, 14), date(2026, 2, 24))
    assert event["transp"] == "TRANSPARENT"
    assert "年礼" in str(event["description"])


def test_every_day_that_a_campaign_names_is_there_and_its_launch_has_an_hour() -> None:
    found = events(of(campaign_plan({})))
    places = {uid.removeprefix("campaign/b1/") for uid in found}
    assert places == {"run", "launch", "occasion_on", "draw_on", "claim_by", "data_until", "measured_on"}
    run, launch = found["campaign/b1/run"], found["campaign/b1/launch"]
    assert (run["dtstart"].dt, run["dtend"].dt) == (date(2026, 12, 14), date(2026, 12, 26))
    assert launch["dtstart"].dt == datetime(2026, 12, 14, 15, tzinfo=SHANGHAI)


def test_routines_reviews_and_reports_come_when_the_plans_say() -> None:
    review = Stretch(review_on=date(2026, 4, 30), reviewer="shen")
    found = events(
        of(
            SpecialistPlan(who="xiaoman", days=[Stretch(), review, Stretch()]),
            CrisisPlan(watch=Watch(owner="xiaoman", days=[7, 2], start=9, end=18), drill_on=date(2026, 5, 8)),
            InteractionPlan(routine=Routine(follows_a_day=2, tidy_every=14)),
            MetricsPlan(report=Report(day=5, writer="xiaoman")),
        )
    )
    told = {uid: (str(event["summary"]), event["dtstart"].dt) for uid, event in found.items()}
    assert told == {
        "specialist/review/2": ("第 2 段的复盘：沈牧", date(2026, 4, 30)),
        "crisis/watch": ("看舆情：林小满", datetime(2026, 4, 7, 9, tzinfo=SHANGHAI)),
        "crisis/drill": ("危机演练", date(2026, 5, 8)),
        "interaction/week": ("这一周的互动", MONDAY),
        "interaction/tidy": ("清理关注列表", MONDAY),
        "metrics/report": ("写月报：林小满", date(2026, 5, 5)),
    }
    assert found["crisis/watch"]["rrule"]["BYDAY"] == ["TU", "SU"]
    assert found["metrics/report"]["rrule"]["BYMONTHDAY"] == [5]
    assert found["interaction/tidy"]["rrule"]["INTERVAL"] == [14]


def test_what_is_due_is_there_by_name_and_what_is_done_is_not() -> None:
    on = date(2026, 5, 6)
    found = events(
        of(
            StrategyPlan(backing=Backing(review_on=on, sponsor="老岚"), goals=[Goal(by=on, owner="shen"), Goal()]),
            ImagePlan(
                papers=[Paper(name="letter", valid_until=on, holder="tao")],
                opening=[Step(name="opened", on=on), Step(name="verified", on=on, done=True)],
            ),
            MetricsPlan(
                scorecards=[Scorecard(account="shop", verdict_on=on)],
                comparison=Comparison(gaps=[Gap(what="互动少一半", due=on, owner="xiaoman")]),
                reviews=[Review(changes=[Change(what="多问", due=on), Change(what="少发", due=on, outcome="better")])],
            ),
            GovernancePlan(members=[Member(who="何苗", until=on)], scheme=Scheme(review_on=on)),
        )
    )
    assert {event["dtstart"].dt for event in found.values()} == {on}
    assert {uid: str(event["summary"]) for uid, event in found.items()} == {
        "strategy/review": "管理层看一次策略：老岚",
        "strategy/goal/1": "目标到期：目的未定：沈牧",
        "image/paper/1": "到期：盖了公章的申请函：陶然",
        "image/step/1": "开号前后：开号",
        "metrics/verdict/shop": "@岚间茶铺 的计分卡下结论",
        "metrics/gap/1": "补差距：互动少一半：林小满",
        "metrics/change/1": "复盘后改：多问",
        "governance/last-day/1": "何苗最后一天：收回权限",
        "governance/scheme": "奖励方案复看",
    }


def test_a_hostile_text_stays_within_its_event_and_says_the_same_when_read() -> None:
    for text in HOSTILE:
        brief = {"name": text, "id": "b;1\\,x"}
        held = of(campaign_plan(brief), CrisisPlan(watch=Watch(watch_days=[WatchDay(what=text, first=MONDAY)])))
        packed = calendar(held, MONDAY)
        walked = read(packed).walk("VEVENT")
        assert len(walked) == 8
        assert not [each for each in walked if "attendee" in each]
        assert all(len(line) <= 75 for line in packed.split(b"\r\n"))
        assert packed.count(b"\n") == packed.count(b"\r\n")
        assert not [sign for sign in ("\u202e", "\x07") if sign.encode() in packed]
        first = text.replace("\r\n", "\n").split("\n")[0].replace("\u202e", "\\u202e").replace("\x07", "\\x07")
        assert any(first in str(each["summary"]) for each in walked)


def test_without_a_plan_the_calendar_is_empty_and_still_one() -> None:
    made = read(calendar(of(newest=None)))
    assert made.walk("VEVENT") == []
    assert str(made["x-wr-calname"]) == "岚间茶馆：微博运营"


def test_any_day_names_its_week_and_without_one_it_begins_on_the_monday_after_the_last_save() -> None:
    held = of(week(("flagship", 1, 9, 0)), ContentPlan(), newest=date(2026, 3, 31))
    wednesday = MONDAY + timedelta(days=2)
    assert calendar(held, wednesday) == calendar(held, MONDAY) == calendar(held)
    assert first_monday_of(held) == MONDAY


def test_the_stamp_of_every_event_is_the_day_of_the_newest_plan() -> None:
    [event] = events(of(week(("flagship", 1, 9, 0)))).values()
    assert event["dtstamp"].dt == datetime.combine(MONDAY, time(), UTC)
