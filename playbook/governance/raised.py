"""How a finding on governance is made, and who holds a role or a key."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.facts import Facts
from playbook.governance.people import RoleName
from playbook.governance.plan import GovernancePlan
from playbook.language import Text, join, same
from playbook.persons import blank, known_as, person
from playbook.rules import Finding
from playbook.week import listed


def raised(rule: str, said: Text, mend: Text, *at: str, **values: object) -> Finding:
    """Return a finding of `governance.<rule>` at these parts of the plan; `said` is filled in with `values`."""
    what = said.format(**values)
    return Finding(f"governance.{rule}", Text(what.zh, what.en[:1].upper() + what.en[1:]), mend, at)


def account_said(account: str, facts: Facts) -> Text:
    """Return how a finding calls an account."""
    return same(f"@{facts.company.account(account).name}")


def accounts_said(accounts: Iterable[str], facts: Facts) -> Text:
    """Return the names of accounts, the first few and how many more."""
    return listed((account_said(each, facts) for each in accounts), measure="个")


def people_said(people: Iterable[str], facts: Facts) -> Text:
    """Return the names of people, each once."""
    return join(list(dict.fromkeys(person(each, facts) for each in people)))


def team(plan: GovernancePlan, facts: Facts) -> set[str]:
    """Return those who work on the accounts and have not left, agencies among them."""
    return {known_as(each.who, facts) for each in plan.members if not blank(each.who) and not each.left}


def gone(plan: GovernancePlan, facts: Facts) -> set[str]:
    """Return those who have left."""
    return {known_as(each.who, facts) for each in plan.members if each.left}


def ours(plan: GovernancePlan, facts: Facts) -> set[str]:
    """Return everybody whom the card or the governance plan knows, as long as they have not left."""
    roles = {known_as(who, facts) for each in plan.roles for who in (each.who, each.deputy) if not blank(who)}
    return (team(plan, facts) | roles | {each.id for each in facts.company.people}) - gone(plan, facts)


def holders(plan: GovernancePlan, role: RoleName | None) -> list[str]:
    """Return who holds a role, as written; nobody if it stands empty."""
    return [each.who for each in plan.roles if role and each.role == role and not blank(each.who)]
