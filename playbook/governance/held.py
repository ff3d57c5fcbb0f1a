"""Does the plan keep what the company decided? A rule binds only whoever takes the position that follows it."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.facts import Facts
from playbook.governance.plan import GovernancePlan
from playbook.governance.raised import raised, team
from playbook.language import Text
from playbook.persons import blank, known_as
from playbook.rules import Finding, rule
from playbook.stances import unlike_data

TOPIC = "staffing-and-time"
OR_STANCE = Text("改人手，或者改立场。", "Change the team, or change the stance.")


def unlike_stances(plan: GovernancePlan, facts: Facts) -> Iterator[Finding]:
    """Yield where the team is unlike the stance taken on staff, and formulas that the data speak against."""
    people, accounts = len(team(plan, facts)), len(facts.company.accounts)
    taken = plan.position(TOPIC)
    if taken and people:
        values = rule("governance.staff-per-account").values
        if taken.id == "one_to_three" and not values["people_min"] <= people / accounts <= values["people_max"]:
            said = Text("立场是“{stance}”，现在 {people} 个人、{accounts} 个账号。",
                        "You decided on “{stance}”; there are {people} people for {accounts} accounts.")  # fmt: skip
            stance = {"stance": taken.says, "people": people, "accounts": accounts}
            yield raised("staff-per-account", said, OR_STANCE, "members", **stance)
        holding = {known_as(each.who, facts) for each in plan.roles if not blank(each.who)}
        if taken.id == "team" and len(holding) < 2:  # noqa: PLR2004 - one is no team
            said = Text("立场是“{stance}”，角色都在一个人身上，或者没有人。",
                        "You decided on “{stance}”; one person holds all roles, or nobody does.")  # fmt: skip
            yield raised("needs-a-team", said, OR_STANCE, "roles", stance=taken.says)
    yield from unlike_data(plan, facts.main, facts, "governance.hours-counted", ("members",))
