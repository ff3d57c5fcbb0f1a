"""Do the relays bring anything: words of their own, readers of their own, an account that is still there?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from playbook.claims import ENOUGH, Result
from playbook.evidence import ratio
from playbook.facts import Facts
from playbook.language import Text
from playbook.matrix.analysis import relay_effect, relay_log
from playbook.matrix.names import account_said, accounts_said, relays_said
from playbook.matrix.plan import MatrixPlan, Relay
from playbook.once import once
from playbook.rules import Finding, rule

ADDS, ALL = "matrix.relay-adds", "matrix.not-everyone"
TOPIC = "who-relays-whom"  # of conflicts.toml
OWN_WORDS = Text(
    "写下转的时候替自己的读者添一句什么：怎么用、在哪里、为什么与他们有关。添不出来，就不转。",
    "Write what you add for your own readers: how to use it, where it is, why it matters to them. If there is nothing "
    "to add, do not relay.",
)
STOP_OR_TRY = Text(
    "停掉这条转发；一定要转，就换一种转法，转满 20 条再比一次。",
    "Stop this relay; if you must keep it, relay in another way and compare again after 20 posts.",
)
DROP_OR_KEEP = Text("去掉这些转发，或者留下这个账号。", "Take these relays out, or keep the account.")
TOGETHER = Text(
    "它们转的是同一批微博，功劳分不开。",
    " They relay the same posts, so the data cannot tell one from another.",
)
NO_MORE = Text("", "")
FEWER = Text(
    "留下读者不一样、又有自己的话可添的那几条；真要人人互转，就在“谁转发谁”上写明立场。",
    "Keep the relays between accounts whose readers differ and that have something to add; if everybody is to relay "
    "everybody, take that stance on “Who relays whom”.",
)


def members(plan: MatrixPlan) -> list[str]:
    """Return the accounts among which relays may run: those kept, and ends of relays that have no place yet."""
    ends = [end for relay in plan.relays for end in (relay.by, relay.of)]
    named = dict.fromkeys([*(place.account for place in plan.places), *ends])
    return [account for account in named if plan.of(account).fate == "keep"]


def live(plan: MatrixPlan) -> list[Relay]:
    """Return the relays between accounts that are kept."""
    kept = set(members(plan))
    return [relay for relay in plan.relays if {relay.by, relay.of} <= kept]


def relaying(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    """Find relays that only repeat or brought nothing, those of accounts on their way out, and too many of them."""
    running, kept = live(plan), set(members(plan))
    lost = [relay for relay in plan.relays if not {relay.by, relay.of} <= kept]
    if lost:
        said = Text(
            "转发的一头是要并掉或者停掉的账号：{where}。",
            "One end of these relays is an account to be merged or closed: {where}.",
        )
        yield Finding(ADDS, said.format(where=relays_said(facts, lost)), DROP_OR_KEEP, _at(lost))
    silent = [relay for relay in running if not relay.adds.strip()]
    if silent:
        said = Text(
            "只是重复，没有自己的话：{where}。", "Nothing but a repetition, without words of their own: {where}."
        )
        yield Finding(ADDS, said.format(where=relays_said(facts, silent)), OWN_WORDS, _at(silent))
    yield from _useless(facts, running)
    yield from _everybody(plan, running)


def effect(facts: Facts, relay: Relay) -> Result | None:
    """Return what a relay brought so far, at once or later as it is planned; None with too few relays to compare."""
    if _so_far(facts)[relay.by, relay.of] < ENOUGH:
        return None
    return relay_effect(facts, relay.by, relay.of, later=relay.when == "later")


def brought_nothing(result: Result) -> bool:
    """Tell whether no gain is shown although the posts are enough to show one: the interval leaves little room for it.

    The rule's `most_gain` is the upper end from which the data are too few to say so.
    """
    return result.unable is None and result.outcome != "supported" and result.high <= rule(ADDS).values["most_gain"]


@once(8)
def _so_far(facts: Facts) -> Counter[tuple[str, str]]:
    """Return how many relays the data have of each (by, of); most that a plan can draw were never made."""
    log = relay_log(facts)
    return Counter((str(by), str(of)) for by, of in zip(log["by"], log["of"], strict=True))


def _useless(facts: Facts, running: list[Relay]) -> Iterator[Finding]:
    """Relays of the same posts have the same result; they are told together, for the data cannot tell them apart."""
    found: dict[tuple[object, ...], tuple[Result, list[Relay]]] = {}
    for relay in running:
        result = effect(facts, relay)
        if result is not None and brought_nothing(result):
            same_posts = (relay.of, relay.when, result.inside, result.outside, result.ratio, result.high)
            found.setdefault(same_posts, (result, []))[1].append(relay)
    for result, relays in found.values():
        said = Text(
            "{by} 转 {of}：数据里看不出带来了什么。这样转过的 {inside} 条，互动是没有人转的 {outside} 条的 {ratio}。",
            "{by} relaying {of}: the data do not show that it brings anything. The {inside} posts relayed so got, "
            "against the {outside} that nobody relayed, {ratio}.",
        )
        filled = said.format(
            by=accounts_said(facts, (relay.by for relay in relays)), of=account_said(facts, relays[0].of),
            inside=result.inside, outside=result.outside, ratio=ratio(result),
        )  # fmt: skip
        yield Finding(ADDS, filled + (TOGETHER if len(relays) > 1 else NO_MORE), STOP_OR_TRY, _at(relays))


def _everybody(plan: MatrixPlan, running: list[Relay]) -> Iterator[Finding]:
    values, count = rule(ALL).values, len(members(plan))
    if count < values["least_accounts"] or plan.holds(TOPIC, "everyone"):
        return
    possible = count * (count - 1)
    if len(running) > values["most"] * possible:
        said = Text(
            "{count} 个账号之间最多有 {possible} 条转发，排了 {drawn} 条：关注几个账号的人，会一再看到同一条。",
            "Between {count} accounts there can be {possible} relays, and {drawn} are drawn: whoever follows several "
            "accounts will be shown the same post again and again.",
        )
        filled = said.format(count=count, possible=possible, drawn=len(running))
        yield Finding(ALL, filled, FEWER, _at(running))


def _at(relays: list[Relay]) -> tuple[str, ...]:
    return tuple(relay.at for relay in relays)
