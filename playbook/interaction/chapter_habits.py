"""What the chapter on interaction says of habits: a part for each group of them, empty where nothing is settled."""

from __future__ import annotations

from playbook.facts import Facts
from playbook.handbook.blocks import Block, Listing
from playbook.handbook.laid import Part
from playbook.handbook.said import capital, chosen, decisions, lines, percent, table, who, yes
from playbook.interaction.growing import LEADERS, MEANS, TIES, TOOLS
from playbook.interaction.habit_words import CAMPAIGNS, GIFT, GIFTS, HEADS, LABELS, REVIEWS, STAFF, TICKS
from playbook.interaction.habits import Gathering, Habits, OpinionLeader, Reviews, Staff, Tool
from playbook.interaction.talking import FORMS, MEASURES
from playbook.language import Text, same

TALK = {
    "asks": Text("结尾真在提问的微博", "posts that end in a real question"),
    "welfare": Text("一个月转几条公益", "public-welfare posts passed on a month"),
    "keeping": Text("留住读者占多少力气", "effort for keeping readers"),
    "winning": Text("增加读者占多少力气", "effort for winning readers"),
}
NAMES = {
    "gatherings": ("name", "a_week", "says_who", "noted"),
    "leaders": ("name", "kind", "tie", "disclosed", "traced"),
    "tools": ("name", "kind", "purpose", "serves", "owner", "follows_by_itself", "retired"),
}


def habits(plan: Habits, facts: Facts) -> list[Part]:
    """Return the groups of habits, each with its title, in the order in which the planner has them."""
    return [
        (HEADS["talk"], _talk(plan)),
        (HEADS["growth"], _ticked([MEANS[each] for each in plan.growth])),
        (HEADS["report"], _ticked([MEASURES[each] for each in plan.report])),
        (HEADS["forms"], _ticked([FORMS[each] for each in plan.forms])),
        (HEADS["gatherings"], _table("gatherings", [_gathering(each) for each in plan.gatherings], [1])),
        (HEADS["reviews"], _reviews(plan.reviews)),
        (HEADS["leaders"], _table("leaders", [_leader(each) for each in plan.leaders if each != OpinionLeader()])),
        (HEADS["staff"], _staff(plan.staff)),
        (HEADS["tools"], _table("tools", [_tool(each, facts) for each in plan.tools])),
    ]


def _talk(plan: Habits) -> list[Block]:
    return decisions([
        (TALK["asks"], percent(100 * plan.asks) if plan.asks else same("")),
        (CAMPAIGNS, plan.campaigns.strip()),
        (TICKS["prizes_ruled"], yes(plan.prizes_ruled)),
        (TALK["welfare"], str(plan.welfare or "")),
        (TICKS["organiser_checked"], yes(plan.organiser_checked)),
        (TALK["keeping"], percent(plan.keeping) if plan.keeping else same("")),
        (TALK["winning"], percent(plan.winning) if plan.winning else same("")),
    ])  # fmt: skip


def _ticked(told: list[Text]) -> list[Block]:
    return [Listing([capital(each) for each in told])] if told else []


def _table(name: str, rows: list[tuple[Text | str, ...]], numbers: list[int] | None = None) -> list[Block]:
    return table([LABELS[each] for each in NAMES[name]], rows, numbers=numbers or [])


def _gathering(each: Gathering) -> tuple[Text | str, ...]:
    return each.name.strip(), str(each.a_week or ""), yes(each.says_who), yes(each.noted)


def _reviews(plan: Reviews) -> list[Block]:
    """Return what is done with reviews, in order, and whether a gift goes with it; nothing while nothing is settled."""
    if plan == Reviews():
        return []
    done = [said for name, said in REVIEWS.items() if getattr(plan, name)]
    return [*_ticked(done), *lines([(GIFT, GIFTS[plan.gift])])]


def _leader(each: OpinionLeader) -> tuple[Text | str, ...]:
    return each.name.strip(), chosen(LEADERS, each.kind), TIES[each.tie], yes(each.disclosed), yes(each.traced)


def _staff(plan: Staff) -> list[Block]:
    return _ticked([said for name, said in STAFF.items() if getattr(plan, name)])


def _tool(each: Tool, facts: Facts) -> tuple[Text | str, ...]:
    acts, gone = yes(each.follows_by_itself), yes(each.retired)
    kind, owner = chosen(TOOLS, each.kind), who(each.owner, facts)
    return each.name.strip(), kind, each.purpose.strip(), each.serves.strip(), owner, acts, gone
