"""What went wrong in a drill, held against the rules: what a review of the log finds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from playbook.crisis.drill.log import Log, states
from playbook.crisis.drill.scenarios import STEP
from playbook.crisis.drill.state import NEVER, State
from playbook.crisis.drill.world import World
from playbook.language import Text
from playbook.rules import Finding

SILENT_AFTER = 16  # steps of rising volume, four hours, in which a word must have been said
BIG = 10.0  # mentions a quarter of an hour from which a story is no trifle
EMPTY = 4  # steps of a live story with nobody at the desk


class Course(NamedTuple):
    """A drill as it went: the world, and how it stood before each step and at the end."""

    of: World
    states: list[State]

    @property
    def last(self) -> State:
        """Return how it stands."""
        return self.states[-1]


def course_of(log: Log) -> Course:
    """Play a log and keep every state. Raises LogError."""
    both = list(states(log))
    return Course(both[0][0], [state for _, state in both])


def failings(course: Course) -> Iterator[Finding]:
    """Yield what went wrong, once for each rule."""
    yield from _deleted(course)
    yield from _too_early(course)
    yield from _silent(course)
    yield from _night(course)
    yield from _cheerful(course)
    yield from _unheard(course)
    yield from _broken(course)


def _deleted(course: Course) -> Iterator[Finding]:
    if count := int(course.last.deleted[0]):
        yield Finding(
            "crisis.nothing-deleted",
            Text(
                "删了 {count} 次；看见的 {seen} 次。",
                "Deletions: {count}; noticed: {seen}.",
            ).format(count=count, seen=int(course.last.seen[0])),
            Text(
                "留着，回答它；只有个人信息和违法内容才删。",
                "Leave them and answer; only personal data and unlawful content go.",
            ),
        )


def _too_early(course: Course) -> Iterator[Finding]:
    if count := int(course.last.taken_back[0]):
        yield Finding(
            "crisis.nothing-unknown",
            Text("有 {count} 次话说错了，要收回。", "Words that were wrong and had to be taken back: {count}.").format(
                count=count
            ),
            Text(
                "还没查清，就先说一声：听见了、在查、几点再说；查清以后，照事情说。",
                "Before the facts, say: heard, looked into, next word by when. Then say what the facts say.",
            ),
        )


def _silent(course: Course) -> Iterator[Finding]:
    """Find a story that was loud and rising while nobody said a word."""
    loud = [state.step for state in course.states if state.rising[0] and state.quick[0] >= BIG]
    if not loud:
        return
    first = int(course.last.first_at[0])
    peak = max(course.states, key=lambda state: float(state.quick[0])).step
    if first == NEVER or (first > peak and first - loud[0] > SILENT_AFTER):
        said = Text(
            "声量从第 {minutes} 分钟起一直在涨，顶点以前一句话也没有。",
            "Volume rose from minute {minutes} on, and before its peak not a word was said.",
        )
        yield Finding(
            "crisis.first-word-while-rising",
            said.format(minutes=int(loud[0] * STEP * 60)),
            Text(
                "还在涨的时候就先说一声；24 小时是最外面的界线。",
                "Speak while it still rises; 24 hours is the outer limit.",
            ),
        )


def _night(course: Course) -> Iterator[Finding]:
    live = [state for state in course.states if not state.staffed[0] and (state.quick[0] >= 1 or state.inquiries[0])]
    if len(live) >= EMPTY:
        yield Finding(
            "crisis.reached-when-watched",
            Text(
                "有 {hours:g} 小时桌前没有人，话还在传。",
                "For {hours:g} hours nobody was at the desk, and the story went on.",
            ).format(hours=len(live) * STEP),
            Text(
                "人乏以前、下班以前交班，夜里也要有人。",
                "Hand over before people tire or leave; nights need somebody too.",
            ),
        )


def _cheerful(course: Course) -> Iterator[Finding]:
    if course.last.cheered[0] and course.last.total[0] >= course.of.effects.trifle:
        yield Finding(
            "crisis.scheduled-paused",
            Text("大家在生气，我们发了一条高兴的。", "While people were angry, something cheerful of ours went out."),
            Text("一开始就停掉定时微博。", "Pause scheduled posts at the very first."),
        )


def _unheard(course: Course) -> Iterator[Finding]:
    if count := int(course.last.unheard[0]):
        yield Finding(
            "crisis.front-line",
            Text("有 {count} 篇报道没有我们的说法。", "Reports without our side: {count}.").format(count=count),
            Text("上报，让能说话的人回记者。", "Escalate, so that somebody who may speak answers journalists."),
        )


def _broken(course: Course) -> Iterator[Finding]:
    if count := int(course.last.broken[0]):
        yield Finding(
            "crisis.next-word-promised",
            Text("说好的“下一句”有 {count} 次没有来。", "Promises of a next word that were not kept: {count}.").format(
                count=count
            ),
            Text("到点了，没有新消息也说一句。", "When the time comes, speak even if there is nothing new."),
        )
