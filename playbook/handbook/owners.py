"""Who owns what: one table over all systems, a row a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbook.facts import Facts
from playbook.handbook.blocks import Block, Chapter, Grid, Para
from playbook.handbook.duties import Task, duties
from playbook.handbook.held import Held
from playbook.handbook.lessons import title
from playbook.handbook.said import who
from playbook.language import Text, join, same
from playbook.persons import known_as

TITLE = Text("谁管什么", "Who owns what")
HEADS = (Text("谁", "Who"), Text("管什么", "Answers for"), Text("替谁做什么", "Stands in for"))
IN_SYSTEM = Text("{system}：{what}", "{system}: {what}")
SAID = Text(
    "各份计划交给每个人的事，都在这一张表里。公司卡上的人排在前面；哪一格空着，就是没有人交给他。",
    "What all plans give to each person. People of the company card come first; an empty cell means that no plan "
    "gives them anything.",
)
NOBODY = Text("还没有一份计划写了谁管什么。", "No plan says yet who answers for what.")


def owners(held: Held) -> Chapter:
    """Return the page; people whom plans name in two spellings of the card stand in one row."""
    tasks = [task for plan in held.written.values() for task in duties(plan, held.facts)]
    if not tasks:
        return Chapter("owners", TITLE, [Para(NOBODY, "warning")])
    blocks: list[Block] = [Para(SAID, "quiet"), Grid("", HEADS, list(_rows(tasks, held.facts)))]
    return Chapter("owners", TITLE, blocks)


def _rows(tasks: list[Task], facts: Facts) -> Iterator[tuple[Text, Text, Text]]:
    by_person: dict[str, list[Task]] = {each.id: [] for each in facts.company.people}
    for task in tasks:
        by_person.setdefault(known_as(task.who, facts), []).append(task)
    for person, own in by_person.items():
        named = who(person, facts) if person in {each.id for each in facts.company.people} else same(own[0].who)
        yield named, _said(each for each in own if not each.deputy), _said(each for each in own if each.deputy)


def _said(tasks: Iterable[Task]) -> Text:
    """Return a line a system: what of it is theirs, each once."""
    by_system: dict[str, dict[str, Text]] = {}
    for task in tasks:
        by_system.setdefault(task.system, {})[task.what.zh] = task.what
    lines = [
        IN_SYSTEM.format(system=title(system), what=join(list(told.values()), "、", ", "))
        for system, told in by_system.items()
    ]
    return join(lines, "\n", "\n")
