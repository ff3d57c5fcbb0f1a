"""What lesson 8.2 shows before and after a drill as tables: four drafts, ways of acting, and a drill as it went."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from playbook.crisis.drafts import drafts, held, names
from playbook.crisis.drill.policies import POLICIES
from playbook.crisis.drill.report import report
from playbook.crisis.drill.scenarios import scenarios
from playbook.crisis.drill.trial import SEEDS, Factors, whole
from playbook.crisis.drill_words import OURS, THEIRS
from playbook.crisis.questions_drill import played_log
from playbook.crisis.words import draft_said
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text
from playbook.rules import rule
from playbook.tables import NOTHING, half_up, table

DRAFT, WORDS, RULE, WRONG = (
    Text("稿", "draft"), Text("正文", "text"), Text("规则", "rule"), Text("哪里不对", "what is wrong"),
)  # fmt: skip
WAY = Text("做法", "way of acting")
FEW = ("sensible", "script", "nothing", "deleting")
OTHERWISE: dict[Text, Factors] = {  # what was assumed, and by how much it is changed
    Text("照原来的假设", "as assumed"): (),
    Text("删了被发现的机会减半", "a deletion is noticed half as often"): (("deletion_seen", 0.5),),
    Text("删帖的害处样样减半", "all harm of deleting is halved"): (
        ("deletion_seen", 0.5), ("deletion_feeds", 0.5), ("deletion_costs", 0.5),
    ),
    Text("说话的用处样样减半", "all that words do is halved"): (
        ("hold_calms", 0.5), ("answer_calms", 0.5), ("final_calms", 0.5), ("mended", 0.5),
    ),
    Text("说一次话，多引来一倍的人", "a public word draws twice as many"): (("attention", 2.0),),
    Text("生气的提及，害处减半", "angry mentions do half the harm"): (("negative_costs", 0.5),),
}  # fmt: skip
CHANGED = Text("假设", "assumption")
MINUTE, WHO, WHAT = Text("第几分钟", "minute"), Text("谁", "who"), Text("发生了什么", "what happened")


def four_drafts() -> pd.DataFrame:
    """Four first words for the damp tins, as four people might write them."""
    called = names()
    rows = [(each.text,) for each in drafts().values()]
    return table(rows, [str(called[name]) for name in drafts()], [WORDS], DRAFT)


def drafts_held(known: Facts | None = None) -> pd.DataFrame:
    """What the rules find in each of them; a dash in the one that can go out."""
    facts, rows, at = known or present_facts(), [], []
    for name, found in held(facts).items():
        which = str(draft_said(drafts()[name]))
        wrong = [str(each.what).removeprefix(which).strip() for each in found]
        rows += [
            (str(rule(each.rule).name), said[:1].upper() + said[1:]) for each, said in zip(found, wrong, strict=True)
        ]
        rows += [] if found else [(NOTHING, NOTHING)]
        at += [str(names()[name]), *[""] * (len(found) - 1)]
    return table(rows, at, [RULE, WRONG], DRAFT)


def _alone(what: str, which: str) -> str:
    """Return what a finding says of a draft without its name, as a sentence."""
    said = what.removeprefix(which).strip()
    return said[:1].upper() + said[1:]


def ways(policies: Sequence[str] = tuple(POLICIES), crises: Sequence[str] = ()) -> pd.DataFrame:
    """What each way of acting is worth in each crisis of the drill, of 100, on average over SEEDS runs."""
    played = tuple(crises) or tuple(scenarios())
    rows = [tuple(_worth(name, policy) for name in played) for policy in policies]
    return table(
        rows, [str(POLICIES[each].name) for each in policies], [scenarios()[each].name for each in played], WAY
    )


def assumptions(name: str = "tins", policies: Sequence[str] = FEW) -> pd.DataFrame:
    """What ways of acting are worth in a crisis when something is not as the drill assumes."""
    rows = [tuple(_worth(name, each, factors) for each in policies) for factors in OTHERWISE.values()]
    return table(rows, [str(said) for said in OTHERWISE], [POLICIES[each].name for each in policies], CHANGED)


def timeline(known: Facts | None = None, scenario: str = "staff", policy: str = "script") -> pd.DataFrame:
    """A drill as a way of acting played it: what happened when, and what we did, a row each."""
    facts = known or present_facts()
    people = [each.name for each in facts.company.people]
    told = report(played_log(facts, scenario, policy), None, people)
    rows = [(str(OURS if each.ours else THEIRS), str(each.what)) for each in told.rows]
    return table(rows, [str(each.minute) for each in told.rows], [WHO, WHAT], MINUTE)


def _worth(name: str, policy: str, factors: Factors = ()) -> int:
    return half_up(float(whole(name, policy, tuple(range(SEEDS)), factors).mean()))
