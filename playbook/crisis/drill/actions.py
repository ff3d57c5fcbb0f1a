"""What can be done in a quarter of an hour, and when it cannot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, get_args

import numpy as np

from playbook.crisis.drill.state import APOLOGISED, CORRECTED, NEVER, OPEN, State
from playbook.crisis.drill.world import World
from playbook.language import Text
from playbook.sample.truths import Flags

Act = Literal[
    "wait", "ask", "hold", "private", "public", "correct", "apologise", "escalate", "hand_over", "pause", "close",
    "delete", "cheer",
]  # fmt: skip
ACTS: tuple[Act, ...] = get_args(Act)
NUMBER: dict[Act, int] = {name: place for place, name in enumerate(ACTS)}
SPOKEN: tuple[Act, ...] = ("hold", "public", "correct", "apologise", "close", "cheer")  # words for everybody
DIED_DOWN = 0.35  # a story may be closed once volume is below this share of its peak
Bar = tuple[Callable[[World, State], Flags], Text]


class Saying(NamedTuple):
    """An action in words: its name, and what it does."""

    name: Text
    does: Text


SAID: dict[Act, Saying] = {
    "wait": Saying(Text("等一刻钟", "Wait"), Text("看，不说话。", "Watch, and say nothing.")),
    "ask": Saying(
        Text("去查清楚", "Find out"),
        Text(
            "问仓库、门店、当事人；问得早，知道得早。",
            "Ask warehouse, store, those concerned: asked early, known early.",
        ),
    ),
    "hold": Saying(
        Text("先说一声", "Holding statement"),
        Text(
            "听见了、在查、什么时候再说。说了要做到。",
            "Heard it, looking into it, when the next word comes. It must then come.",
        ),
    ),
    "private": Saying(
        Text("私下答复", "Answer in private"),
        Text("一个一个答等着的人。", "Answer those who wait, one by one."),
    ),
    "public": Saying(
        Text("公开回答", "Answer in public"),
        Text(
            "对大家说事情的经过。没查清就说，可能要收回。",
            "Tell everybody what happened. Before the facts it may have to be taken back.",
        ),
    ),
    "correct": Saying(
        Text("拿凭据更正", "Correct, with proof"),
        Text("说哪里不对，凭据在哪里。", "Say what is wrong, and show the proof."),
    ),
    "apologise": Saying(
        Text("道歉并补救", "Apologise, with remedy"),
        Text("认错，说怎么补。", "Own the fault, and say how it is made good."),
    ),
    "escalate": Saying(
        Text("上报", "Escalate"),
        Text(
            "请老板和公关来：记者和平台由他们答，只要我们已经说过话。",
            "Bring in the owner and PR: they answer journalists and the platform, once we have said something.",
        ),
    ),
    "hand_over": Saying(
        Text("交班", "Hand over"),
        Text("把桌子交给下一个人，夜里也有人。", "Give the desk to the next person, so that nights are covered."),
    ),
    "pause": Saying(
        Text("停掉定时微博", "Pause scheduled posts"),
        Text("定好的高兴话先不发。", "Cheerful posts already scheduled stay in."),
    ),
    "close": Saying(
        Text("收尾", "Close"),
        Text("说清结果、谢谢大家、以后怎么做。", "Say how it ended, what changes, and thanks."),
    ),
    "delete": Saying(
        Text("删帖", "Delete posts"),
        Text("删掉骂我们的评论，或者我们自己的那条。", "Remove the comments against us, or our own post."),
    ),
    "cheer": Saying(
        Text("发一条高兴的", "Post something cheerful"),
        Text("换个话题。", "Change the subject."),
    ),
}  # fmt: skip


def _unstaffed(_: World, state: State) -> Flags:
    return ~state.staffed


def _closed(_: World, state: State) -> Flags:
    return np.asarray(state.closed_at != NEVER)


def _cannot_close(_: World, state: State) -> Flags:
    return np.asarray(~state.known | ((state.stance == OPEN) & ~state.explained))


NO_ONE: Bar = (_unstaffed, Text("桌前没有人", "nobody is at the desk"))
OVER: Bar = (_closed, Text("已经收尾了", "it is closed"))
BARS: dict[Act, tuple[Bar, ...]] = {
    "wait": (),
    "ask": (
        NO_ONE,
        (lambda _, state: state.known, Text("已经查清了", "the facts are known")),
        (lambda _, state: state.asked_at != NEVER, Text("已经在查了", "it is being looked into")),
    ),
    "hold": (
        NO_ONE,
        OVER,
        (lambda _, state: state.known, Text("已经查清了，把结果说出来", "the facts are known: say them")),
    ),
    "private": (NO_ONE, (lambda _, state: state.waiting < 1, Text("没有人在等", "nobody is waiting"))),
    "public": (NO_ONE, OVER),
    "correct": (
        NO_ONE,
        OVER,
        (lambda _, state: ~state.known, Text("还没有凭据", "there is no proof yet")),
        (lambda _, state: state.stance == CORRECTED, Text("已经更正过了", "it has been corrected")),
    ),
    "apologise": (
        NO_ONE,
        OVER,
        (lambda _, state: (state.stance == APOLOGISED) & ~state.early, Text("已经道过歉了", "we have apologised")),
        (
            lambda _, state: (state.stance == APOLOGISED) & ~state.known,
            Text("道过歉了，等查清再说怎么补", "we have apologised; the remedy needs the facts"),
        ),
    ),
    "escalate": (NO_ONE, (lambda _, state: state.escalated_at != NEVER, Text("已经上报了", "they know already"))),
    "hand_over": (
        NO_ONE,
        (
            lambda of, _: np.full(of.runs, len(of.duty) < 2),  # noqa: PLR2004 - somebody else must be there
            Text("公司卡片上没有别的人", "nobody else is on the company’s card"),
        ),
    ),
    "pause": (NO_ONE, (lambda _, state: state.paused, Text("已经停了", "they are paused"))),
    "close": (
        NO_ONE,
        OVER,
        (_cannot_close, Text("结果还没有说出来", "how it ended has not been told")),
        (
            lambda _, state: state.quick > DIED_DOWN * state.peak,
            Text("声量还没有下来", "too many people are still talking"),
        ),
    ),
    "delete": (NO_ONE,),
    "cheer": (NO_ONE,),
}


def allowed(of: World, state: State) -> Flags:
    """Return which actions can be taken now: runs x ACTS."""
    return np.stack([~barred(of, state, act) for act in ACTS], axis=1)


def why_not(of: World, state: State, act: Act) -> Text | None:
    """Return why an action cannot be taken in the first run; None where it can."""
    return next((said for bars, said in BARS[act] if bars(of, state)[0]), None)


def barred(of: World, state: State, act: Act) -> Flags:
    """Return in which runs an action cannot be taken now."""
    found = np.zeros(of.runs, bool)
    for each, _ in BARS[act]:
        found = found | each(of, state)
    return found
