"""What the company decides on image: the plan, and the review that finds what is wrong with it."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from playbook.language import Text, join, same
from playbook.plans import Part, Plan, Reason, Words, read_plan
from playbook.rules import Finding


class Decision(Part):
    """One decision and its reason. Replace it by what this system decides."""

    what: Words
    why: Reason = ""


class ImagePlan(Plan):
    """The company's decisions, in the order they were made."""

    system: ClassVar[str] = "image"
    decisions: list[Decision] = Field(default_factory=list, max_length=200)

    def said(self) -> Text:
        """Return the decisions in words."""
        return join([same(decision.what) for decision in self.decisions], "；", "; ")

    def entries(self, account: str) -> int:  # noqa: ARG002 - these decisions are the whole company's
        """Return how many decisions are made."""
        return len(self.decisions)


def review(plan: ImagePlan) -> list[Finding]:
    """Find the decisions that have no reason; `at` is a decision's number, from 1."""
    return [
        Finding(
            "image.reason-given",
            Text("“{what}”没有写理由。", "“{what}” has no reason.").format(what=decision.what),
            Text("写一句：看见了什么，所以这样定。", "Write one sentence: what you saw, and so what you decided."),
            (str(number),),
        )
        for number, decision in enumerate(plan.decisions, start=1)
        if not decision.why.strip()
    ]


def review_example(example: dict[str, Any]) -> list[Finding]:
    """Review a plan written as data (the examples in `rules.toml`)."""
    return review(read_plan(ImagePlan, example))
