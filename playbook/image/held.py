"""Does the plan keep to what was decided for years, and to the stances? A stance binds only whoever takes it."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.facts import Facts
from playbook.image import words
from playbook.image.parts import Positioning, Voice
from playbook.image.plan import ImagePlan
from playbook.image.raised import blank, called, raised
from playbook.image.tags_review import TAGS
from playbook.language import Text, join
from playbook.rules import Finding

PAGE = "page-as-website-or-person"
CARRIERS = ("looks", "content", "tone", "campaigns")
OR_STANCE = Text("改页面，或者改立场。", "Change the page, or the stance.")


def positioned(plan: ImagePlan) -> Iterator[Finding]:
    """Yield what the positioning lacks, once it or a page is begun."""
    positioning = plan.positioning
    if positioning == Positioning() and not plan.pages:
        return
    if blank(positioning.statement) or positioning.decided_on is None:
        said = Text("定位没有写，或者没有写哪天定的。", "The positioning is not written, or has no day.")
        yield raised("long-term-distinct-positioning", said, words.POSITION, "positioning")
    elif positioning.promoted_on and positioning.decided_on >= positioning.promoted_on:
        said = Text(
            "定位是 {decided} 定的，推广 {promoted} 就开始了。",
            "The positioning was decided on {decided}; promotion began on {promoted}.",
        )
        yield raised(
            "long-term-distinct-positioning", said, words.FIRST_POSITION, "positioning",
            decided=positioning.decided_on, promoted=positioning.promoted_on,
        )  # fmt: skip
    lacks = [words.LABELS[each] for each in CARRIERS if blank(getattr(positioning, each))]
    if lacks:
        said = Text("形象还没有落到：{lacks}。", "The image is not carried yet by: {lacks}.")
        yield raised("expression-elements-four", said, words.CARRY, "positioning", lacks=join(lacks))


def unlike_stances(plan: ImagePlan, facts: Facts) -> Iterator[Finding]:
    """Yield where pages and voice card are unlike the stances taken."""
    for page in plan.pages:
        name = called(page, facts)
        if plan.holds(TAGS, "stable") and page.slots:
            said = Text(
                "立场是标签固定，{page} 却有换着用的。", "You decided that tags stay; {page} has one that changes."
            )
            yield raised("long-term-distinct-positioning", said, OR_STANCE, f"{page.account}/slots", page=name)
        if plan.holds(TAGS, "rotating") and page.tags and not page.slots:
            said = Text(
                "立场是标签跟着热点换，{page} 却一个换的都没有。",
                "You decided that tags follow hot topics; {page} has none that changes.",
            )
            yield raised("tags-refresh-with-hot", said, OR_STANCE, f"{page.account}/slots", page=name)
    if (plan.holds(PAGE, "person") or plan.holds(PAGE, "both")) and plan.pages and plan.voice == Voice():
        said = Text(
            "立场要页面像一个人说话，口吻卡却还空着。",
            "You decided that the page speaks like a person; the voice card is empty.",
        )
        yield raised("brand-spokesperson", said, words.A_PERSON, "voice")
