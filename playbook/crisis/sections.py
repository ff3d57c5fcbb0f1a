"""The forms of a crisis plan as data: their sections, and in each the places with their controls."""

from __future__ import annotations

from typing import Any

from playbook.crisis.form import ListOf, Section, Single
from playbook.crisis.responding import Level, Role, Step
from playbook.crisis.watching import Keyword, WatchDay
from playbook.crisis.words import (
    ACTS,
    ALARM_RULES,
    ASKS,
    CHANNELS,
    COUNTED,
    DUTIES,
    KEYWORD_KINDS,
    OUTLETS,
    SCENARIOS,
    SIGNS,
    STATEMENTS,
    TOLD,
    UNDECIDED,
)  # fmt: skip
from playbook.facts import Facts
from playbook.fields import Several, people
from playbook.language import Text
from playbook.week import DAYS

WHO_ASKS = Text("公司卡上的人，或者写一个名字", "somebody of the card, or a name")
OPEN_KINDS: dict[Any, Text] = {None: UNDECIDED}


def _who(path: str, label: Text, facts: Facts) -> Single:
    return Single(path, label, people(facts.company), WHO_ASKS)


def watch_sections(facts: Facts) -> tuple[Section, ...]:
    """Return the sections of the watch and the alarm."""
    return (
        Section("words", Text("盯哪些词", "Words"), (
            ListOf("watch.words", Keyword, {
                "word": (Text("词", "Word"), None),
                "kind": (Text("哪一类", "Kind"), OPEN_KINDS | KEYWORD_KINDS),
                "why": (Text("为什么", "Why"), None),
            }, Text("加一个词", "Add a word")),
            Single("watch.without", Text("有这些词的不要", "Left out with"), None,
                   Text("同名的别的东西，中间空一格", "what only shares the name; spaces between")),
        ), about=Text("一个词里空一格，就是几个词都要有，例如：城南 茶馆。",
                      "A word with a space means that all its parts must be there, such as 城南 茶馆.")),
        Section("who", Text("谁盯、几点盯", "Who watches, and when"), (
            _who("watch.owner", Text("谁盯", "Who watches"), facts),
            _who("watch.deputy", Text("谁替", "Deputy"), facts),
            Single("watch.start", Text("从几点", "From (hour)"), 24),
            Single("watch.end", Text("到几点", "To (hour)"), 24),
            Single("watch.searches", Text("一天搜几次", "Searches a day"), 200),
            Single("watch.reviewed_on", Text("词表哪天看过", "List reviewed on"), "date"),
            Single("watch.next_on", Text("哪天再看", "Next review"), "date"),
            Single("watch.days", Text("星期几", "Days"), Several(enumerate(DAYS, start=1))),
            Single("watch.channels", Text("途径", "Channels"), Several(CHANNELS)),
            Single("watch.logged", Text("每次记下几点、搜了什么、看见什么", "Each search is noted"), True),
            Single("watch.recorded", Text("来的每一条记下怎么处理的", "What comes in is noted, with its end"), True),
        )),
        Section("days", Text("哪几天盯得更紧", "Watch days"), (
            ListOf("watch.watch_days", WatchDay, {
                "what": (Text("什么日子", "What"), None),
                "first": (Text("从", "From"), "date"),
                "last": (Text("到", "To"), "date"),
                "before": (Text("前几天", "Days before"), 60),
                "after": (Text("后几天", "Days after"), 60),
                "searches": (Text("一天搜几次", "Searches a day"), 200),
                "words": (Text("加哪些词", "Words added"), None),
            }, Text("加一个日子", "Add watch days")),
        )),
        Section("alarm", Text("警报怎么响", "The alarm"), (
            Single("alarm.rule", Text("哪一种", "Which"), OPEN_KINDS | ALARM_RULES),
            Single("alarm.counted", Text("数什么", "Counting"), COUNTED),
            Single("alarm.window", Text("看多少分钟（至多 1440）", "Minutes looked at (1440 at most)"), 1440),
            Single("alarm.count", Text("到多少条（或 %）", "From (count or %)"), 100_000.0),
            Single("alarm.times", Text("到几倍（至多 100）", "Times (100 at most)"), 100.0),
            Single("alarm.score", Text("几个偏差（至多 100）", "Deviations above (100 at most)"), 100.0),
            Single("alarm.rest", Text("响后歇几小时（至多 168）", "Hours of rest after (168 at most)"), 168.0),
            _who("alarm.told", Text("夜里叫谁", "Told at night"), facts),
            _who("alarm.deputy", Text("叫不到叫谁", "Then"), facts),
            Single("alarm.by", Text("怎么叫", "How"), OPEN_KINDS | TOLD),
        ), at=("alarm",)),
    )  # fmt: skip


def response_sections(facts: Facts) -> tuple[Section, ...]:
    """Return the sections of how the company responds."""
    names = people(facts.company)
    who, deputy = (Text("谁", "Who"), names), (Text("谁替", "Deputy"), names)
    return (
        Section("levels", Text("分几级", "Levels"), (
            ListOf("levels", Level, {
                "name": (Text("叫什么", "Name"), None),
                "from_count": (Text("负面一小时几条起", "Negative an hour, from"), 1_000_000),
                "decides": (Text("谁拍板", "Decides"), names),
                "stands_in": (Text("谁替", "Stands in"), names),
                "speaks": (Text("谁说话", "Speaks"), names),
                "told": (Text("告诉谁", "Told"), None),
                "first_word": (Text("几分钟内说第一句", "First word, minutes"), 10_080),
                "next_word": (Text("隔几分钟再说", "Next word, minutes"), 10_080),
                "silent": (Text("只看不答", "Watched, not answered"), True),
                "why": (Text("为什么不答", "Why not"), "text"),
                "signs": (Text("有这些就算", "Signs"), Several(SIGNS)),
            }, Text("加一级", "Add a level")),
        ), about=Text("从轻到重写。分钟从发现算起，不从别人发出算起。",
                      "The lightest first. Minutes run from detection, not from when it was posted.")),
        Section("roles", Text("谁做什么", "Roles"), (
            ListOf("roles", Role, {
                "duty": (Text("什么角色", "Role"), OPEN_KINDS | DUTIES), "who": who, "deputy": deputy,
                "start": (Text("几点起找得到", "Reached from (hour)"), 24),
                "end": (Text("到几点", "To (hour)"), 24),
            }, Text("加一个角色", "Add a role")),
        )),
        Section("statements", Text("声明稿", "Statements"), (), at=("statements",)),
        Section("outlets", Text("发在哪里", "Where it appears"), (
            Single("outlets", Text("渠道", "Outlets"), Several(OUTLETS)),
            Single("same_words", Text("各处说同一套话", "The same words everywhere"), True),
        )),
        Section("first_hours", Text("头几小时", "The first hours"), (
            ListOf("first_hours", Step, {
                "act": (Text("做什么", "What"), OPEN_KINDS | ACTS), "who": who,
                "within": (Text("几分钟内", "Within minutes"), 10_080),
                "note": (Text("怎么做", "How"), None),
            }, Text("加一件事", "Add a step")),
        )),
        Section("norm", Text("预案归谁、谁批", "The norm"), (
            Single("norm.version", Text("版本", "Version"), None),
            _who("norm.owner", Text("谁管", "Kept by"), facts),
            Single("norm.procedure", Text("归公司哪套公关办法", "Company procedure"), None),
            Single("norm.contact", Text("那边找谁", "Contact there"), None),
            Single("norm.service_desk", Text("客服、门店找谁", "Service desk"), None),
            Single("norm.approved_by", Text("谁批的", "Approved by"), None),
            Single("norm.approved_on", Text("哪天批的", "Approved on"), "date"),
        )),
        Section("after", Text("事后和演练", "Afterwards, and drills"), (
            Single("after.within", Text("几天内复盘", "Reviewed within days"), 366),
            _who("after.who", Text("谁带着看", "Led by"), facts),
            Single("drill_on", Text("下次演练", "Next drill"), "date"),
            Single("after.asks", Text("复盘问什么", "The review asks"), Several(ASKS)),
            Single("after_drill", Text("演过才有发布的权限", "Rights to post only after a drill"), True),
        )),
    )  # fmt: skip


def statement_places(place: int) -> tuple[Single, ...]:
    """Return the fields of one draft."""
    at = f"statements.{place}"
    return (
        Single(f"{at}.kind", Text("哪一种", "Kind"), OPEN_KINDS | STATEMENTS),
        Single(f"{at}.scenario", Text("给什么事", "For"), SCENARIOS),
        Single(
            f"{at}.happened", Text("发生了什么", "What happened"), "text", Text("只写知道的", "what is known, no more")
        ),
        Single(f"{at}.attitude", Text("我们怎么看", "Our attitude"), "text"),
        Single(f"{at}.doing", Text("在做什么、怎么补", "What we do"), "text"),
        Single(f"{at}.next_on", Text("下次几点说", "Next word"), "text", Text("写上钟点", "with the hour")),
        Single(f"{at}.ask", Text("找谁问", "Whom to ask"), "text"),
    )
