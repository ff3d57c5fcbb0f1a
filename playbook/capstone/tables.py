"""What plans say, where they contradict each other, and what that comes to on the day, as tables."""

from __future__ import annotations

from html import escape

import pandas as pd
from IPython.display import HTML

from playbook.capstone.analysis import hours_short, kept, weekend
from playbook.capstone.houses import House, facts_of, houses, people_of
from playbook.capstone.plan import RepairPlan
from playbook.capstone.planner import LESSON
from playbook.capstone.repairs import drawn
from playbook.capstone.review import clashes_of, own_findings, plans_of
from playbook.coherence import coherence
from playbook.company import Shift
from playbook.governance.plan import GovernancePlan
from playbook.handbook.held import PLANS, held
from playbook.handbook.lessons import title
from playbook.language import Text, join, same
from playbook.matrix.plan import MatrixPlan
from playbook.matrix.staffing import hours_said
from playbook.persons import same_person
from playbook.tables import number, table
from playbook.timing.analysis import typical_shown
from playbook.timing.plan import TimingPlan
from playbook.week import listed_days, moment

LAUNCH, MAIN, MONDAY, SHEN, WEEKS = (10, 15, 16), "flagship", 1, "shen", 52
PLAN, OPEN = Text("计划", "plan"), Text("它自己的清单还有几条", "issues left in its own list")
BETWEEN, WHAT = Text("哪两份", "between"), Text("写的是什么", "what they say")
MEND = Text("怎么改", "what to do")
HOUR, SLOT, TYPICAL = (
    Text("周一几点", "Monday at"),
    Text("有时段", "has a slot"),
    Text("通常的互动", "typical reactions"),
)
THERE = Text("谁在班", "on duty")
YES, NO = Text("有", "yes"), Text("没有", "no")
WEEKEND = (
    Text("周末有人值班的小时", "hours on duty at a weekend"),
    Text("其中看得了私信的", "of these, with somebody who may read messages"),
    Text("周六开班来的一条，到周一开班等几小时", "hours from Saturday’s first shift till Monday’s"),
    Text("{weekends} 个周末里，要转到私信里答的", "messages to be answered in private, in {weekends} weekends"),
)
COUNT, ACCOUNT, HOURS = Text("数", "figure"), Text("账号", "account"), Text("一周几小时", "hours a week")
ALL, HAS = Text("一共", "in all"), Text("分工计划里有", "in the governance plan")
SHORT, YEAR = Text("一周差", "short, a week"), Text("一年差", "short, a year")
WHERE, STANDS = Text("哪里", "where"), Text("现在写的", "what stands there")
WHO, WHEN = Text("谁", "who"), Text("什么时候在班", "on duty")
SHIFT = Text("{days} {start}—{end} 点", "{days}, {start}:00–{end}:00")
SHIFTS, SAYS = Text("谁什么时候在班", "Who is on duty when"), Text("计划里现在写的", "What the plans say now")
NONE_FOUND = Text("没有发现矛盾。", "No contradiction was found.")
TOO_FEW = Text(
    "存下来的计划不到两份，还没有什么可比。", "Fewer than two plans are saved: there is nothing to compare yet."
)


def own_lists() -> pd.DataFrame:
    """Return how many findings each plan's own review has, before anything was repaired."""
    return table(
        [(len(own_findings(LESSON, name)),) for name in PLANS], [str(title(name)) for name in PLANS], [OPEN], PLAN
    )


def clashes() -> pd.DataFrame:
    """Return the contradictions between the plans of the lesson, before anything was repaired."""
    found = clashes_of(LESSON)
    return table([(str(each.what),) for each in found], [str(each.between) for each in found], [WHAT], BETWEEN)


def own_clashes() -> pd.DataFrame | HTML:
    """Return the contradictions between the plans of the company that pages show, as they are saved now."""
    known = held()
    if len(known.written) <= 1:
        return _line(TOO_FEW)
    found = coherence(known)
    if not found:
        return _line(NONE_FOUND)
    rows = [(str(each.what), str(each.mend)) for each in found]
    return table(rows, [str(each.between) for each in found], [WHAT, MEND], BETWEEN)


def _line(said: Text) -> HTML:
    return HTML(f"<p>{escape(str(said))}</p>")


def weekend_messages() -> pd.DataFrame:
    """Return what it comes to that nobody who is on duty at weekends may read private messages."""
    found = weekend(facts_of(LESSON.house), plans_of(LESSON))
    values = (found.on_duty, found.reading, found.until_monday, found.messages)
    heads = [str(each.format(weekends=found.weekends)) for each in WEEKEND]
    return table([(each,) for each in values], heads, [COUNT], Text("周末", "weekend"))


def launch_hours() -> pd.DataFrame:
    """Return the hours at which the campaign might begin: slot or not, typical reactions, who is there."""
    known, timing = facts_of(LESSON.house), kept(plans_of(LESSON), TimingPlan)
    slots = {(slot.day, slot.hour) for slot in timing.of(MAIN)}
    rows = [
        (
            str(YES if (MONDAY, hour) in slots else NO),
            number(typical_shown(known.posts, account=MAIN, hour=hour)),
            str(join([same(each.name) for each in known.company.on_duty(MONDAY, hour)])),
        )
        for hour in LAUNCH
    ]
    return table(rows, [str(moment(MONDAY, hour)) for hour in LAUNCH], [SLOT, TYPICAL, THERE], HOUR)


def hours_of_one() -> pd.DataFrame:
    """Return the hours that one person's accounts take, and those the person has."""
    known, plans = facts_of(LESSON.house), plans_of(LESSON)
    owned = [each for each in kept(plans, MatrixPlan).kept if same_person(each.owner, SHEN, known)]
    has = next(each.hours for each in kept(plans, GovernancePlan).members if same_person(each.who, SHEN, known))
    short = hours_short(known, plans, SHEN, has)
    rows = [(hours_said(each.hours),) for each in owned]
    rows += [(hours_said(each),) for each in (short + has, has, short, short * WEEKS)]
    names = [known.company.account(each.account).name for each in owned]
    return table(rows, [*names, *(str(each) for each in (ALL, HAS, SHORT, YEAR))], [HOURS], ACCOUNT)


def lines(house: House, seed: int) -> pd.DataFrame:
    """Return what the plans of a draw say in the places that matter, with nothing repaired."""
    people, plan = people_of(house), RepairPlan(house=house, seed=seed)
    places = [place for repair in drawn(seed) for place in repair.places]
    places.sort(key=lambda place: list(PLANS).index(place.system))
    rows = [
        (str(place.label.format(**people)), str(place.options[plan.option(place)].label.format(**people)))
        for place in places
    ]
    return table(rows, [str(title(place.system)) for place in places], [WHERE, STANDS], PLAN)


def on_duty(house: House) -> pd.DataFrame:
    """Return who of a company is on duty when."""
    people = facts_of(house).company.people
    rows = [(str(join([_shift(each) for each in one.duty], "；", "; ")),) for one in people]
    return table(rows, [one.name for one in people], [WHEN], WHO)


def _shift(shift: Shift) -> Text:
    return SHIFT.format(days=listed_days(shift.days), start=shift.start, end=shift.end)


def brief(house: House, seed: int) -> HTML:
    """Return a company on a page: what it wants, who is there, what went wrong, and what its plans say now."""
    told = "".join(f'<p style="max-width: 44em">{escape(str(Text.of(each)))}</p>' for each in houses()[house]["brief"])
    parts = ((SHIFTS, on_duty(house)), (SAYS, lines(house, seed)))
    return HTML(told + "".join(f"<p><b>{escape(str(head))}</b></p>{shown.to_html()}" for head, shown in parts))
