"""What the capstone hands over: a company that nobody has met, its eleven plans, and what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playbook.capstone.company import unseen, unseen_plans
from playbook.capstone.planted import drawn
from playbook.capstone.repairs import ways
from playbook.facts import Facts
from playbook.language import Text
from playbook.plans import Plan

BRIEF = Text(
    "{name}是一家虚构的茶馆：{accounts} 个账号，{people} 个人值班，一年发了 {posts} 条微博。上一任走的时候留下十一份"
    "计划，写得都不马虎；放在一起，有 {count} 处合不到一起。明天早上，店里就要照这些计划排班、发微博。"
    "先找出是哪几处，再一处一处地改：改好一处，看看别处有没有跟着坏。",
    "{name} is an invented teahouse: {accounts} accounts, {people} people on duty, {posts} posts in a year. Whoever "
    "had the job before left eleven plans, none of them careless; put together, they clash in {count} places. Tomorrow "
    "morning the house begins to work by them. Find the places, and repair them one after the other: after each "
    "repair, see whether something else broke.",
)


@dataclass(frozen=True)
class Given:
    """A company, its plans with contradictions (`plans`) and without (`sound`), and the checks that find them."""

    facts: Facts
    plans: Mapping[str, Plan]
    sound: Mapping[str, Plan]
    checks: tuple[str, ...]

    @property
    def brief(self) -> Text:
        """Return what the learner is told."""
        company = self.facts.company
        return BRIEF.format(
            name=company.name, accounts=len(company.accounts), people=len(company.people),
            posts=len(self.facts.posts), count=len(self.checks),
        )  # fmt: skip


def given(seed: int) -> Given:
    """Return what is handed over for a seed, in the reader's language: contradictions that `ways` can repair."""
    facts = unseen(seed)
    plans, checks = drawn(facts, seed, unseen_plans, tuple(ways()))
    return Given(facts, plans, unseen_plans(facts), checks)
