"""A whole playbook of the sample company, as a learner has it at the end: a sound plan of every system."""

from pathlib import Path

from playbook.campaign.model_brief import sound_plan as campaign
from playbook.content.model_mix import model_plan as content
from playbook.crisis.model_plan import sound_plan as crisis
from playbook.facts import sample_facts
from playbook.governance.model_plan import sound_plan as governance
from playbook.image.model_plan import sound_plan as image
from playbook.interaction.model_plan import decided_follows, decided_replies
from playbook.interaction.plan import InteractionPlan
from playbook.matrix.model_matrix import model_plan as matrix
from playbook.metrics.model_plan import sound_plan as metrics
from playbook.plans import Plan, save
from playbook.specialist.model_plan import sound_plan as specialist
from playbook.strategy.model_plan import sound_plan as strategy
from playbook.timing.model_week import decided_week
from playbook.timing.plan import TimingPlan

TIMING = ["gap-between-posts", "weekend-posting", "scheduling-tools"]
FOLLOWS = ["number-of-follows", "follow-back-groups"]


def timing() -> TimingPlan:
    """Return a week of two accounts."""
    one, other = (
        decided_week(sample_facts(), account, posts, TIMING) for account, posts in (("store", 14), ("flagship", 10))
    )
    return one.model_copy(update={"slots": [*other.slots, *one.slots]})


def interaction() -> InteractionPlan:
    """Return replies and a list of accounts to follow."""
    replies, follows = decided_replies(sample_facts(), []), decided_follows(sample_facts(), FOLLOWS)
    return replies.model_copy(
        update={"follows": follows.follows, "routine": follows.routine, "stances": follows.stances}
    )


def whole() -> list[Plan]:
    """Return a sound plan of each of the eleven systems, in the outline's order."""
    facts = sample_facts()
    return [
        specialist(), strategy(), image(), matrix(facts), content(facts, facts.main), timing(), interaction(),
        campaign({}), crisis(), metrics(facts), governance(),
    ]  # fmt: skip


def saved(work: Path, *plans: Plan) -> Path:
    """Save these plans (all eleven, if none is given) where a company's plans lie; return its folder."""
    for plan in plans or whole():
        save(plan, work / "plans" / f"{plan.system}.json")
    return work
