"""How chapters say what all plans hold alike: stances, accounts and people by name, days, numbers, what is still open.

All texts are for people, in both languages; a learner's own words are the same in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from playbook.conflicts import Conflict, conflicts
from playbook.facts import Facts
from playbook.handbook.blocks import Block, Grid, Listing, Para, Section, Words
from playbook.language import COLON, Text, join, same
from playbook.matrix.names import account_said
from playbook.persons import person
from playbook.stances import Stance, StancePlan
from playbook.week import DAYS

STILL_OPEN = Text("还没有定：{which}。", "Not decided yet: {which}.")
WHAT, PLANNED = Text("项目", "What"), Text("内容", "Our plan")
WHY = Text("为什么这样定：各家说法不一的地方", "Why: where the sources disagree")
POSITION = Text("立场：{position}", "Our stance: {position}")
SEEN = Text("当时看到：{seen}", "What was seen: {seen}")
REASON = Text("理由：{why}", "Our reason: {why}")
NO_REASON = Text("理由还没有写。", "No reason is written yet.")
GONE = Text("课程里已经没有的一个问题", "A question that the course no longer asks")
GONE_POSITION = Text("课程里已经没有的一种说法", "one that the course no longer has")
UNSETTLED = Text("还没有立场的问题：", "Questions without a stance yet:")
YES = Text("是", "yes")


def stances(plan: StancePlan) -> Section:
    """Return why it was decided so: each question the sources dispute, the position taken, what was seen, the reason.

    Questions of the plan's system without a position are listed at the end.
    """
    known = [topic for topic in conflicts() if topic in plan.stances]
    gone = [topic for topic in plan.stances if topic not in conflicts()]
    blocks: list[Block] = [_stance(plan, topic) for topic in (*known, *gone)]
    unsettled = [each.question for each in conflicts().values() if _is_open(plan, each)]
    if unsettled:
        blocks += [Para(UNSETTLED, "quiet"), Listing(unsettled)]
    return Section(WHY, blocks)


def _is_open(plan: StancePlan, conflict: Conflict) -> bool:
    """Tell whether a company has still to decide it: what the law or arithmetic decides, no planner asks."""
    return conflict.system == plan.system and conflict.decided == "stance" and conflict.id not in plan.stances


def _stance(plan: StancePlan, topic: str) -> Section:
    stance, taken = plan.stances[topic], plan.position(topic)
    question = conflicts()[topic].question if topic in conflicts() else GONE
    position = Para(POSITION.format(position=taken.named if taken else GONE_POSITION))
    return Section(question, [position, *_grounds(stance)])


def _grounds(stance: Stance) -> list[Block]:
    seen: list[Block] = [Para(SEEN.format(seen=stance.seen.text))] if stance.seen else []
    why = stance.why.strip()
    return [*seen, Para(REASON.format(why=why)) if why else Para(NO_REASON, "quiet")]


# ---- names, days, numbers


def account(account_id: str, facts: Facts) -> Text:
    """Return an account as people call it, by the card or the register: `@岚间茶馆`; empty if none is named."""
    return account_said(facts, account_id) if account_id.strip() else same("")


def accounts(ids: Iterable[str], facts: Facts) -> Text:
    """Return accounts as people call them; empty if there are none."""
    return join([account(each, facts) for each in ids if each.strip()], "、", "; ")  # a name can hold a comma


def who(person_id: str, facts: Facts) -> Text:
    """Return somebody as people call them (an id of the card, or a name); empty if nobody is named."""
    return person(person_id, facts) if person_id.strip() else same("")


def people(ids: Iterable[str], facts: Facts) -> Text:
    """Return people as they are called; empty if there are none."""
    return join([who(each, facts) for each in ids if each.strip()])


def day(on: date | None) -> Text:
    """Return a day with its weekday: `2026-03-30（周一）`, `2026-03-30 (Mon)`; empty if there is none."""
    return Text("{on}（{day}）", "{on} ({day})").format(on=on, day=DAYS[on.weekday()]) if on else same("")


def amount(number: float) -> str:
    """Return a number with as many decimals as it has, two at most: `71`, `1,200`, `0.25`, `−22`."""
    whole, _, decimals = f"{number:,.2f}".replace("-", "−").partition(".")
    return f"{whole}.{decimals.rstrip('0')}".rstrip(".")


def percent(number: float) -> str:
    """Return a share in per cent: `30%`."""
    return f"{amount(number)}%"


def chosen(options: Mapping[Any, Text], key: object) -> Text:
    """Return what a choice is called; empty if none is made."""
    return options[key] if key is not None else same("")


def several(options: Mapping[Any, Text], keys: Iterable[object]) -> Text:
    """Return what choices are called; empty if none is made."""
    return join([options[each] for each in keys])


def yes(ticked: bool) -> Text:
    """Return that something is ticked; empty if it is not."""
    return YES if ticked else same("")


# ---- what is decided, and what is not


def sections(parts: Iterable[tuple[Text, Sequence[Block]]]) -> list[Block]:
    """Return a section for each part (its title, its blocks); those without blocks are named in one line at the end."""
    told = list(parts)
    made: list[Block] = [Section(title, blocks) for title, blocks in told if blocks]
    return [*made, *still_open([title for title, blocks in told if not blocks])]


def still_open(parts: Sequence[Text]) -> list[Block]:
    """Return a line that names what is not decided yet; nothing if all is."""
    return [Para(STILL_OPEN.format(which=join(list(parts), "；", "; ")), "quiet")] if parts else []


def decisions(parts: Iterable[tuple[Text, Words]], title: Words = "") -> list[Block]:
    """Return what is decided as a table (what, our plan), and in one line what is not: its words are empty.

    Nothing at all is returned if nothing is decided. `title` is empty if the heading above says what the table shows.
    """
    told = list(parts)
    rows = [(capital(what), words) for what, words in told if is_said(words)]
    if not rows:
        return []
    return [Grid(title, (WHAT, PLANNED), rows), *still_open([what for what, words in told if not is_said(words)])]


def table(
    head: Sequence[Text], rows: Sequence[Sequence[Words]], title: Words = "", numbers: Sequence[int] = ()
) -> list[Block]:
    """Return a table without the columns in which nothing stands; nothing at all if nothing stands in any.

    `numbers` are columns set right; `title` is empty if the heading above says what the table shows.
    """
    kept = [at for at in range(len(head)) if any(is_said(row[at]) for row in rows)]
    told = [[row[at] for at in kept] for row in rows if any(map(is_said, row))]
    told = [[capital(first), *others] for first, *others in told]
    right = [kept.index(at) for at in numbers if at in kept]
    return [Grid(title, [capital(head[at]) for at in kept], told, right)] if told else []


def is_said(words: Words) -> bool:
    """Tell whether anything is said."""
    return bool(str(words).strip())


def capital(label: Words) -> Words:
    """Return words of ours that begin with a capital in English, as heads and first cells do; a learner's stay."""
    if isinstance(label, str) or label.zh == label.en:
        return label
    return Text(label.zh, label.en[:1].upper() + label.en[1:])


def lines(parts: Iterable[tuple[Text, Words]]) -> list[Block]:
    """Return what is said as a list, each with its label (`对谁：…`); what is empty is left out."""
    told = [line(label, words) for label, words in parts if is_said(words)]
    return [Listing(told)] if told else []


def run(words: Iterable[Words]) -> Text:
    """Return what is said in one cell, one after the other; what is empty is left out."""
    return join([_both(each) for each in words if is_said(each)], "；", "; ")


def line(label: Text, words: Words) -> Text:
    """Return a label with what is said of it."""
    return _both(capital(label)) + COLON + _both(words)


def _both(words: Words) -> Text:
    return words if isinstance(words, Text) else same(words)
