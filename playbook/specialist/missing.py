"""What these data lack to say something of the job."""

from __future__ import annotations

from playbook.facts import Facts
from playbook.language import Text

NO_DIARY = Text(
    "还没有人记过工作日记。自己记一周就行：几点开始、做什么、几分钟。点本页开头的“改看示例公司”先看方法。",
    "Nobody has kept a work diary yet. A week of your own will do: when it began, what it was, how many minutes. "
    "Press “Show the sample company” at the top of this page to see how.",
)
NO_ADVERTS = Text(
    "没有收集过招聘广告。点本页开头的“改看示例公司”先看方法。",
    "No job adverts were collected. Press “Show the sample company” at the top of this page to see how.",
)


def no_diary(facts: Facts) -> Text | None:
    """Return why the week cannot be shown; None if somebody kept a diary."""
    return NO_DIARY if facts.diary is None or facts.diary.empty else None


def no_adverts(facts: Facts) -> Text | None:
    """Return why adverts cannot be shown; None if there are some."""
    return NO_ADVERTS if facts.adverts is None or facts.adverts.empty else None
