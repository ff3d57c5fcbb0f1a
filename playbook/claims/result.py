"""What the data say of a claim, in numbers and in a sentence."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from playbook.claims.claim import Claim
from playbook.language import Text

Outcome = Literal["supported", "refuted", "cannot_tell"]
OUTCOMES: dict[Outcome, Text] = {
    "supported": Text("支持", "supported"),
    "refuted": Text("不支持", "contradicted"),
    "cannot_tell": Text("说不准", "cannot tell"),
}
COUNTED = {
    "reactions": Text("互动", "reactions"),
    "reposts": Text("转发", "reposts"),
    "comments": Text("评论", "comments"),
    "likes": Text("赞", "likes"),
}
SENTENCES = {
    "supported": Text(
        "支持：“{said}”。{of}通常是其余微博的 {ratio:.2f} 倍（95% 区间 {low:.2f}–{high:.2f}；{posts}）。",
        "Supported: “{said}.” They typically get {ratio:.2f} times as many {of} as the others "
        "(95% interval {low:.2f} to {high:.2f}; {posts}).",
    ),
    "refuted": Text(
        "不支持：“{said}”。{of}通常只有其余微博的 {ratio:.2f} 倍（95% 区间 {low:.2f}–{high:.2f}；{posts}）。",
        "Contradicted: “{said}.” They typically get only {ratio:.2f} times as many {of} as the others "
        "(95% interval {low:.2f} to {high:.2f}; {posts}).",
    ),
    "cannot_tell": Text(
        "说不准：“{said}”。{of}是其余微博的 {ratio:.2f} 倍，但 95% 区间 {low:.2f}–{high:.2f} 碰到 1（{posts}）。",
        "Cannot tell: “{said}.” Here they get {ratio:.2f} times as many {of} as the others, "
        "but the 95% interval, {low:.2f} to {high:.2f}, touches 1 ({posts}).",
    ),
}
NOT_COMPARED = Text("说不准：“{said}”。{unable}（{posts}）。", "Cannot tell: “{said}.” {unable} ({posts}).")
POSTS = Text("这类 {inside:,} 条，其余 {outside:,} 条", "{inside:,} of these, {outside:,} others")
POOLED = Text("；{count} 个账号，各和自己比", "; {count} accounts, each against itself")
NEEDED = Text(
    "照这个比例，大约要 {needed:,} 条，才有八成把握看出 {effect:.0%} 的差别。",
    " In this mix, about {needed:,} posts would show a difference of {effect:.0%} four times in five.",
)


@dataclass(frozen=True, slots=True)
class Result:
    """Typical posts inside against typical posts outside, each account against itself.

    `ratio` 1.2 means 20% more inside: (median + 1) / (median + 1), pooled over `accounts`. `low` to `high` holds the
    true ratio 95 times in 100. All three are NaN where the posts cannot be compared, and `unable` then says why.
    `needed` posts in all, in the same mix, would tell an effect of size `effect` four times in five; None if it can be
    told already, or if one side has no posts at all.
    """

    claim: Claim
    accounts: tuple[str, ...]
    inside: int
    outside: int
    ratio: float
    low: float
    high: float
    needed: int | None
    effect: float
    traps: tuple[Text, ...]
    unable: Text | None

    @property
    def outcome(self) -> Outcome:
        """Say what the data say of the claim."""
        return judged(self.low, self.high)

    @property
    def sentence(self) -> Text:
        """Say it in one line, with the numbers behind it."""
        posts = POSTS.format(inside=self.inside, outside=self.outside)
        if len(self.accounts) > 1:
            posts += POOLED.format(count=len(self.accounts))
        said = SENTENCES[self.outcome] if self.unable is None else NOT_COMPARED
        line = said.format(
            said=self.claim.said, of=COUNTED[self.claim.of], posts=posts, unable=self.unable,
            ratio=self.ratio, low=self.low, high=self.high,
        )  # fmt: skip
        if self.needed is None:
            return line
        return line + NEEDED.format(needed=_rounded_up(self.needed), effect=self.effect)


def judged(low: float, high: float) -> Outcome:
    """Judge an interval as a reader of two decimals does: 1.00 touches 1."""
    if round(low, 2) > 1:
        return "supported"
    return "refuted" if round(high, 2) < 1 else "cannot_tell"


def _rounded_up(number: int) -> int:
    """Return a number with two digits that tell: 1234 becomes 1300."""
    step = int(10 ** max(0, len(str(number)) - 2))
    return math.ceil(number / step) * step
