"""Does the matrix keep what the company decided? A rule binds only whoever takes the position that follows it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from playbook.facts import Facts
from playbook.language import Text, join
from playbook.matrix.kinds import KINDS
from playbook.matrix.names import accounts_said, relays_said
from playbook.matrix.plan import MatrixPlan, Relay
from playbook.matrix.relaying import TOPIC as RELAYS
from playbook.matrix.relaying import live, members
from playbook.rules import Finding, rule

SIZE = "matrix-size-and-roles"  # of conflicts.toml
LISTS = {
    "ten": "matrix.ten-account-types", "five": "matrix.five-core-types", "own_people": "matrix.own-people-as-base",
}  # fmt: skip
OR_REASON = Text(
    "开一个，或者写明为什么不要；都不要，就改立场。",
    "Open one, or write why you have none; if you want none of them, change the stance.",
)
ONE_ACCOUNT = Text("并成一个，或者改立场。", "Merge them into one, or change the stance.")
RELAY_OR_STANCE = Text("补上转发，或者改立场。", "Draw the relays, or change the stance.")


def unlike_stances(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    """Return where the accounts and relays are unlike the stances taken on them."""
    yield from _kinds(plan)
    yield from _one_account(plan, facts)
    yield from _mutual(plan, facts)
    yield from _everyone(plan, facts)


def _kinds(plan: MatrixPlan) -> Iterator[Finding]:
    """The kinds that the article lists, each kept or left out for a reason; an empty plan is not held to a list."""
    taken = plan.position(SIZE)
    if taken is None or taken.id not in LISTS or not plan.kept:
        return
    rule_id, kept = LISTS[taken.id], {place.kind for place in plan.kept}
    missing = [kind for kind in rule(rule_id).values["kinds"] if kind not in kept and not _reason(plan, kind)]
    if missing:
        said = Text(
            "立场是“{stance}”，这几类没有账号，也没有写为什么不要：{kinds}。",
            "You decided on “{stance}”; these kinds have no account, and no reason is given: {kinds}.",
        )
        kinds = join([KINDS[kind].name for kind in missing])
        yield Finding(rule_id, said.format(stance=taken.says, kinds=kinds), OR_REASON)


def _reason(plan: MatrixPlan, kind: str) -> str:
    return plan.unused.get(kind, "").strip()


def _one_account(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    kept = [place.account for place in plan.kept]
    if plan.holds(SIZE, "one_for_all") and len(kept) > 1:
        said = Text(
            "立场是一个账号管所有的事，却保留了 {count} 个：{where}。",
            "You decided on one account for everything, and {count} are kept: {where}.",
        )
        filled = said.format(count=len(kept), where=accounts_said(facts, kept))
        yield Finding("matrix.one-account", filled, ONE_ACCOUNT, tuple(kept))


def _mutual(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    """Each account both relays and is relayed, as article 3 has it."""
    accounts = members(plan)
    if not plan.holds(RELAYS, "mutual") or len(accounts) < 2:  # noqa: PLR2004 - one account has nobody to relay
        return
    relaying, relayed = {relay.by for relay in live(plan)}, {relay.of for relay in live(plan)}
    silent = [account for account in accounts if account not in relaying]
    alone = [account for account in accounts if account not in relayed]
    if not silent and not alone:
        return
    parts = [
        said.format(where=accounts_said(facts, left_out))
        for left_out, said in (
            (silent, Text("谁也不转的：{where}", "these relay nobody: {where}")),
            (alone, Text("没有人转的：{where}", "nobody relays these: {where}")),
        )
        if left_out
    ]
    said = Text("立场是互相转发。{parts}。", "You decided on mutual relays; {parts}.")
    at = tuple(account for account in accounts if account in {*silent, *alone})
    yield Finding("matrix.synergy-dimensions", said.format(parts=join(parts, "；", "; ")), RELAY_OR_STANCE, at)


def _everyone(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    if not plan.holds(RELAYS, "everyone"):
        return
    drawn = {(relay.by, relay.of) for relay in live(plan)}
    missing = [Relay(by=by, of=of) for by, of in permutations(members(plan), 2) if (by, of) not in drawn]
    if missing:
        said = Text(
            "立场是自己人都互相转发，还差 {count} 条：{where}。",
            "You decided that all your accounts relay each other; {count} relays are missing: {where}.",
        )
        filled = said.format(count=len(missing), where=relays_said(facts, missing))
        yield Finding("matrix.own-people-as-base", filled, RELAY_OR_STANCE, tuple(each.at for each in missing))
