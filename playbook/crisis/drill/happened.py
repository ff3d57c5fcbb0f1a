"""What has happened between two moments of a drill, in words: for the room, and for the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from playbook.crisis.drill.state import NOBODY, State
from playbook.crisis.drill.world import World
from playbook.language import Text, same

Event = Literal[
    "known", "noticed", "inquiry", "unheard", "broken", "taken_back", "seen", "scheduled", "slip", "left", "came",
]  # fmt: skip
GRAVE: frozenset[Event] = frozenset({"known", "noticed", "inquiry", "unheard", "broken", "taken_back", "seen", "left"})
COUNTED: dict[Event, Text] = {
    "inquiry": Text("一位记者来问：你们怎么说？", "A journalist asks for our side."),
    "unheard": Text(
        "记者没有等到我们，稿子发了，没有我们的说法。",
        "The journalist waited in vain; a report is out without our side.",
    ),
    "broken": Text(
        "说好的“下一句”没有来，有人截了图。", "The next word we promised did not come; people have kept the picture."
    ),
    "taken_back": Text("说错了，要收回。", "We were wrong and have to take it back."),
    "seen": Text("删帖让人看见了，截图在传。", "The deletion was noticed; pictures of it go round."),
    "slip": Text("人乏了，说岔了一句。", "Tired as we are, a word went wrong."),
}  # fmt: skip
NOTICED = Text("平台来了一封通知：有人投诉，请说明。", "The platform writes: there are complaints, please explain.")
SCHEDULED = Text("定时微博发出去了：“{post}”", "A scheduled post has gone out: “{post}”")
LEFT = Text("{who}下班了，桌前没有人。", "{who} has left; nobody is at the desk.")
CAME = Text("{who}坐到了桌前。", "{who} is at the desk.")
_ATTRIBUTES: dict[Event, Callable[[State], int]] = {
    "inquiry": lambda state: int(state.inquiries[0]),
    "unheard": lambda state: int(state.unheard[0]),
    "broken": lambda state: int(state.broken[0]),
    "taken_back": lambda state: int(state.taken_back[0]),
    "seen": lambda state: int(state.seen[0]),
    "slip": lambda state: int(state.slips[0]),
}


class Happened(NamedTuple):
    """An event and what is said of it."""

    event: Event
    said: Text


def happened(of: World, before: State, after: State, people: list[str]) -> Iterator[Happened]:
    """Yield what has happened in the first run between two states; `people` are named in the order of the roster."""
    if after.known[0] and not before.known[0]:
        yield Happened("known", of.scenario.ours_found if of.ours[0] else of.scenario.other_found)
    if of.scenario.notice and before.step == of.scenario.notice:
        yield Happened("noticed", NOTICED)
    if of.scenario.scheduled and before.step == of.scenario.scheduled and not after.paused[0]:
        yield Happened("scheduled", SCHEDULED.format(post=of.scenario.scheduled_post))
    for event, count in _ATTRIBUTES.items():
        if count(after) > count(before):
            yield Happened(event, COUNTED[event])
    yield from _desk(before, after, people)


def name_of(people: list[str], place: int) -> Text:
    """Return who is at a place of the roster; a number where no name is known."""
    if place < len(people):
        return same(people[place])
    return Text(f"第 {place + 1} 位同事", f"colleague {place + 1}")


def _desk(before: State, after: State, people: list[str]) -> Iterator[Happened]:
    was, now = int(before.holder[0]), int(after.holder[0])
    if now == was:
        return
    if now == NOBODY:
        yield Happened("left", LEFT.format(who=name_of(people, was)))
    else:
        yield Happened("came", CAME.format(who=name_of(people, now)))
