"""Are the levels told apart, is each settled, and does the first word come while a thing still rises?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from playbook.crisis.plan import CrisisPlan
from playbook.crisis.raised import raised
from playbook.crisis.responding import Level
from playbook.crisis.words import SIGNS, level_said, minutes
from playbook.facts import Facts
from playbook.language import Text, join
from playbook.persons import blank
from playbook.rules import Finding, rule

APART, SILENT, SHEET = "levels-told-apart", "silence-reasoned", "front-line"
RISING, OUTER, NEXT = "first-word-while-rising", "respond-within-24h", "next-word-promised"
SOONER = Text("把时限放短。", "Give it less time.")


def graded(plan: CrisisPlan, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - all reviews of a plan are alike
    """Find what the levels lack; nothing before one is there."""
    if not plan.levels:
        return
    yield from _apart(plan)
    for level in plan.levels:
        yield from _silent(plan, level) if level.silent else _settled(plan, level)
    yield from _times(plan)


def answered(plan: CrisisPlan) -> list[Level]:
    """Return the levels that are answered, the lightest first."""
    return [each for each in plan.levels if not each.silent]


def _apart(plan: CrisisPlan) -> Iterator[Finding]:
    values = rule(f"crisis.{APART}").values
    if len(plan.levels) < values["least"]:
        said = Text("只分了 {count} 级。", "There are only {count} levels.")
        mend = Text(
            "至少分三级：不用答的、当天答的、马上要有人拍板的。",
            "Have at least three: left alone, answered, decided at once.",
        )
        yield raised(APART, said, mend, "levels", count=len(plan.levels))
    bare = [level_said(plan, each) for each in plan.levels if not each.signs and not each.from_count]
    if bare:
        said = Text("看什么算这一级，没有写：{which}。", "Nothing says how to recognise: {which}.")
        mend = Text("勾上记号，或者写一小时多少条起。", "Tick signs, or set the mentions an hour from which it begins.")
        yield raised(APART, said, mend, "levels", which=join(bare))
    placed = Counter(sign for each in plan.levels for sign in set(each.signs))
    twice = [said for sign, said in SIGNS.items() if placed[sign] > 1]
    if twice:
        said = Text("同一个记号分在两级：{signs}。", "The same sign stands at two levels: {signs}.")
        yield raised(APART, said, Text("只留一级。", "Leave it at one."), "levels", signs=join(twice))
    lost = [SIGNS[sign] for sign in values["grave"] if not placed[sign]]
    if lost:
        said = Text("这些事没有分到哪一级：{signs}。", "These belong to no level: {signs}.")
        mend = Text("一条就够要紧，不看数量：分到高的几级。", "One alone is serious, however few: place them high.")
        yield raised(APART, said, mend, "levels", signs=join(lost))
    counts = [each.from_count for each in plan.levels if each.from_count]
    if any(later <= earlier for earlier, later in pairwise(counts)):
        said = Text("级别高的，条数反而不多。", "A more serious level begins at no more mentions than a lighter one.")
        yield raised(
            APART, said, Text("从轻到重排，条数越来越多。", "List the lightest first, with rising counts."), "levels"
        )


def _silent(plan: CrisisPlan, level: Level) -> Iterator[Finding]:
    """Silence is an answer too, if it is reasoned, and nobody is left in danger or others left to speak for us."""
    if blank(level.why):
        said = Text("{level}只看不答，没有写为什么。", "{level} is watched and not answered, and nothing says why.")
        mend = Text(
            "写明：答了反而怎样，到什么地步就要答。",
            "Say what an answer would make worse, and when it is due after all.",
        )
        yield raised(SILENT, said, mend, "levels", level=level_said(plan, level))
    grave = [SIGNS[sign] for sign in level.signs if sign in rule(f"crisis.{APART}").values["grave"]]
    if grave:
        said = Text("{level}只看不答，里面却有：{signs}。", "{level} is not answered, yet it covers: {signs}.")
        mend = Text("这些事一条也要答。", "Answer these, even a single one.")
        yield raised(SILENT, said, mend, "levels", level=level_said(plan, level), signs=join(grave))


def _settled(plan: CrisisPlan, level: Level) -> Iterator[Finding]:
    lacks = [
        said
        for missing, said in (
            (blank(level.decides), Text("谁拍板", "who decides")),
            (blank(level.stands_in), Text("谁替", "who stands in")),
            (blank(level.speaks), Text("谁说话", "who speaks")),
            (blank(level.told), Text("告诉谁", "who is told")),
            (not level.first_word, Text("几分钟内说第一句", "how soon the first word comes")),
        )
        if missing
    ]
    if lacks:
        said = Text("{level}没有写：{lacks}。", "{level} does not say: {lacks}.")
        mend = Text("夜里一个人值班，照这张表就知道叫谁。", "Somebody alone at night must see from it whom to call.")
        yield raised(SHEET, said, mend, "levels", level=level_said(plan, level), lacks=join(lacks))
    wait = None if plan.holds("crisis-response-time", "one_word") else rule(f"crisis.{NEXT}").values["minutes"]
    if wait and not 0 < level.next_word <= wait:
        said = Text(
            "{level}没有定多久以后再说一句，或者隔得太久（至多 {most}）。",
            "{level} does not set when the next word comes, or it is too far off (at most {most}).",
        )
        mend = Text(
            "没有新消息，也照时说一声还在查。", "Even with no news, say at the set time that you are still at it."
        )
        yield raised(NEXT, said, mend, "levels", level=level_said(plan, level), most=minutes(wait))


def _times(plan: CrisisPlan) -> Iterator[Finding]:
    timed = [each for each in answered(plan) if each.first_word]
    outer, rising = rule(f"crisis.{OUTER}").values["minutes"], rule(f"crisis.{RISING}").values
    for each in timed:
        gravest = each is plan.levels[-1]
        most = rising["gravest"] if gravest else rising["others"]
        named = {"level": level_said(plan, each), "time": minutes(each.first_word)}
        if each.first_word > outer:
            said = Text(
                "{level}从发现到第一句话有 {time}，超过 24 小时。", "{level}: {time} from detection to the first word."
            )
            yield raised(OUTER, said, SOONER, "levels", **named)
        elif each.first_word > most:
            said = Text(
                "{level}从发现到第一句话有 {time}，这一级至多 {most}；再晚，多半已经过了高峰。",
                "{level}: {time} from detection to the first word; this level has {most} at most, and later "
                "the peak is mostly past.",
            )
            mend = Text("先把知道的说了，没查清的说几点再说。", "Say what is known, and when the rest will follow.")
            yield raised(RISING, said, mend, "levels", most=minutes(most), **named)
    slower = [(light, grave) for light, grave in pairwise(timed) if grave.first_word > light.first_word]
    for light, grave in slower:
        said = Text("{grave}比{light}还慢。", "{grave} is slower than {light}.")
        said = said.format(grave=level_said(plan, grave), light=level_said(plan, light))
        yield raised("graver-sooner", said, SOONER, "levels")
