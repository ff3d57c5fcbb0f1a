"""The brief handed over in lesson 7.2 as tables: what it says, what it must publish, what is wrong, what to expect."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

import pandas as pd

from playbook.campaign.brief import Brief
from playbook.campaign.forms import FORMS
from playbook.campaign.handed_over import handed_over, spring, versions
from playbook.campaign.outlook import Range
from playbook.campaign.outlook_of import outlook_of
from playbook.campaign.outlook_said import between
from playbook.campaign.particulars import MENTION, PARTICULARS
from playbook.campaign.plan import CampaignPlan
from playbook.campaign.review import review_brief
from playbook.campaign.words import ACTIONS, DATA, GOALS, MEASURES, READERS, TOOLS, day_said, yuan
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text, join, same
from playbook.rules import Finding, rule
from playbook.tables import NOTHING, number, table

FROM_TO = Text("{starts}到 {ends}", "{starts} to {ends}")
WON = Text("{goal}，{count:,} 个", "{goal}: {count:,}")
PRIZE = Text("{name}，每份 {price}，{count} 份", "{name}, {price} each, {count} of them")
CANNOT = Text("预计不了", "no estimate")
BRIEF = Text("方案里写的", "what the brief says")
# What the reading of drafts says of every post is told in 4.3; here stands what is asked of a campaign.
OF_CAMPAIGNS = "campaign."
PUBLISHED = "campaign.publish-"


def brief(known: Facts | None = None) -> pd.DataFrame:
    """What the brief handed over says, a row for each thing; a dash where it says nothing."""
    facts = known or present_facts()
    given = handed_over(facts)
    return table([(_said(say(given)),) for _, say in ROWS], [str(head) for head, _ in ROWS], [BRIEF], Text("", ""))


def particulars(known: Facts | None = None) -> pd.DataFrame:
    """The fifteen particulars to be published before a prize campaign begins, and what the brief has for each."""
    facts = known or present_facts()
    given = handed_over(facts)
    rows = [(_said(each.value(given, facts.company)),) for each in PARTICULARS]
    return table(rows, [str(each.name) for each in PARTICULARS], [BRIEF], Text("要公布的", "to be published"))


def faults(known: Facts | None = None) -> pd.DataFrame:
    """What is wrong with the brief besides those particulars: who says so, which rule, and what would mend it."""
    facts = known or present_facts()
    found = sorted(_found(facts), key=lambda each: (_by_law(each), rule(each.rule).source.id))
    heads = [Text("规则", "rule"), Text("怎么改", "what to do")]
    rows, names = [], []
    for source, of_source in groupby(found, key=lambda each: rule(each.rule).source.short):
        for at, each in enumerate(of_source):
            names.append(str(source) if at == 0 else "")
            rows.append((str(rule(each.rule).name), str(each.mend)))
    return table(rows, names, heads, Text("谁说的", "who says so"))


def expected(known: Facts | None = None) -> pd.DataFrame:
    """What each version of the brief may expect, eight times in ten, and what a follower kept would cost."""
    return _expected(known, versions)


def check_in(known: Facts | None = None) -> pd.DataFrame:
    """What the store's check-in of exercise 7.2 may expect with each of three prizes."""
    return _expected(known, spring)


def _expected(known: Facts | None, made: Callable[[Facts], list[tuple[Text, Brief]]]) -> pd.DataFrame:
    facts = known or present_facts()
    told_of = made(facts)
    heads = [
        Text("预算（元）", "budget (yuan)"), Text("参加人次", "entries"), Text("涨粉", "new followers"),
        Text("90 天后留下", "kept 90 days"), Text("留下一个（元）", "yuan for each kept"),
    ]  # fmt: skip
    rows = []
    for _, each in told_of:
        told = outlook_of(each, facts)
        ranges = (told.entries, told.new_followers, told.kept, told.per_kept)
        rows.append((number(each.budget), *(_range(found) for found in ranges)))
    return table(rows, [str(said) for said, _ in told_of], heads, Text("版本", "version"))


def _found(facts: Facts) -> list[Finding]:
    given = handed_over(facts)
    found = review_brief(CampaignPlan(briefs=[given]), given, facts)
    return [each for each in found if each.rule.startswith(OF_CAMPAIGNS) and not each.rule.startswith(PUBLISHED)]


def _by_law(finding: Finding) -> int:
    """Return where a finding stands: the law first, then the platform, the articles, and the course."""
    source = rule(finding.rule).source.id
    return next((at for at, kind in enumerate(("law", "platform", "article")) if source.startswith(kind)), 3)


def _range(found: Range | None) -> str:
    return str(between(found)).strip() if found else str(CANNOT)


def _said(told: Text | None) -> str:
    return (str(told) if told else "") or NOTHING


def _asked(given: Brief) -> Text:
    acts = [ACTIONS[each] for each in ACTIONS if each in given.actions]
    return join([*acts, *([MENTION.format(count=given.mentions)] if given.mentions else [])])


def _won(given: Brief) -> Text | None:
    return WON.format(goal=GOALS[given.goal], count=given.expected) if given.goal else None


def _prizes(given: Brief) -> Text:
    return join([PRIZE.format(name=same(each.name), price=yuan(each.value), count=each.number) for each in given.ranks])


def _run(given: Brief) -> Text | None:
    if not given.starts or not given.ends:
        return None
    return FROM_TO.format(starts=day_said(given.starts), ends=day_said(given.ends))


ROWS: tuple[tuple[Text, Callable[[Brief], Text | None]], ...] = (
    (Text("名称", "name"), lambda given: same(given.name)),
    (Text("形式", "form"), lambda given: FORMS[given.form].name if given.form else None),
    (Text("为了什么", "what for"), _won),
    (Text("给谁", "for whom"), lambda given: READERS[given.readers] if given.readers else None),
    (Text("由头", "occasion"), lambda given: same(given.occasion)),
    (Text("读者做什么", "what readers do"), _asked),
    (Text("从哪天到哪天", "when"), _run),
    (Text("奖品", "prizes"), _prizes),
    (Text("什么时候开奖", "when the draw is held"), lambda given: day_said(given.draw_on) if given.draw_on else None),
    (Text("怎么开奖", "how the draw is held"), lambda given: same(given.draw_how)),
    (Text("工具、备案", "tool or filing"), lambda given: TOOLS[given.tool] if given.tool else None),
    (Text("收中奖的人什么", "what winners must give"), lambda given: join([DATA[each] for each in given.collects])),
    (Text("预算", "budget"), lambda given: yuan(given.budget)),
    (Text("什么时候停", "what would stop it"), lambda given: same(given.stop)),
    (Text("量什么", "what is measured"), lambda given: join([MEASURES[each] for each in given.measures])),
)
