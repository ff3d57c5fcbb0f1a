"""What is wrong with coordination and with what is rewarded; a part that is not begun is not judged."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.facts import Facts
from playbook.governance.plan import GovernancePlan
from playbook.governance.raised import raised, team
from playbook.governance.rewarding import Guard, Scheme
from playbook.governance.words import GUARDS
from playbook.language import Text, join, same
from playbook.metrics.measures import MEASURES
from playbook.metrics.plan import MetricsPlan
from playbook.persons import blank
from playbook.rules import Finding, rule
from playbook.week import listed

AT = "scheme"
FIRST: tuple[Guard, ...] = ("suspicious_followers", "comment_attitude", "reply_share")


def coordinated(plan: GovernancePlan) -> Iterator[Finding]:
    """Yield departments without a contact or a time, and hand-overs of which nobody sees that they arrive."""
    open_ones = [each for each in plan.departments if blank(each.name) or blank(each.contact) or not each.within]
    if open_ones:
        said = Text("这些部门没有联系人，或者没有写几小时内答：{which}。",
                    "These departments have no contact, or no time to answer: {which}.")  # fmt: skip
        mend = Text("写一个人、一个时限；先和他说好。", "Name a person and a time, and agree on it with them.")
        which = listed((same(f"“{each.name.strip() or '?'}”") for each in open_ones), measure="个")
        yield raised("departments-answer", said, mend, "departments", which=which)
    loose = [
        each for each in plan.handovers
        if blank(each.what) or blank(each.source) or blank(each.to) or not each.within or blank(each.proof)
    ]  # fmt: skip
    if loose:
        said = Text("这些交接没有写全（谁交谁、几分钟内、怎么知道收到了）：{which}。",
                    "These hand-overs are not whole (from, to, within, proof that it arrived): {which}.")  # fmt: skip
        mend = Text("补齐；没有“收到”，就不算交。", "Complete them; without an answer nothing is handed over.")
        which = listed((same(f"“{each.what.strip() or '?'}”") for each in loose), measure="样")
        yield raised("handover-arrives", said, mend, "handovers", which=which)


def paid(plan: GovernancePlan, facts: Facts, metrics: MetricsPlan | None = None) -> Iterator[Finding]:
    """Yield what is wrong with the scheme; `metrics` has the stance on sales and returns."""
    scheme = plan.scheme
    if scheme == Scheme():
        return
    yield from _measures(scheme)
    yield from _guarded(scheme)
    yield from _written(scheme)
    least = rule("governance.team-part").values["percent"]
    if scheme.rewards and len(team(plan, facts)) != 1 and scheme.team_part < least:
        said = Text(
            "按全队结果的只占 {part}%：替别人做的，没有人记。",
            "Only {part}% goes by the whole team’s result: what is done for others counts on nobody’s card.",
        )
        mend = Text("至少 {least}% 看全队；这个数是我们定的，可以改。",
                    "Let {least}% at least go by the team; the figure is ours, and may be changed.")  # fmt: skip
        mend = mend.format(least=least)
        yield raised("team-part", said, mend, AT, part=scheme.team_part)
    if scheme.commission and metrics and metrics.holds("sales-and-roi", "freed"):
        said = Text("立场是“{stance}”，这里却按成交提成 {percent}%。",
                    "You decided to “{stance}”, and pay a commission of {percent}% on orders.")  # fmt: skip
        taken = metrics.position("sales-and-roi")
        stance = taken.says if taken else same("")
        mend = Text("改提成，或者改立场。", "Change the commission or the stance.")
        yield raised("commission-and-stance", said, mend, AT, stance=stance, percent=scheme.commission)


def _measures(scheme: Scheme) -> Iterator[Finding]:
    bought = [each.measure for each in scheme.rewards if each.measure and MEASURES[each.measure].refused]
    if bought:
        said = Text(
            "按这些数发钱：{which}。它们买得到、刷得出。", "Pay follows {which}: they can be bought or made up."
        )
        others = join(
            [MEASURES[each].name for each in dict.fromkeys(one for name in bought for one in MEASURES[name].instead)]
        )
        mend = Text("换成：{others}。", "Reward these instead: {others}.").format(others=others)
        yield raised("pays-not-bought", said, mend, AT, which=join([MEASURES[each].name for each in bought]))
    wanted = [each for each in rule("governance.never-paid").values["measures"] if each not in scheme.never]
    both = [MEASURES[each.measure].name for each in scheme.rewards if each.measure in scheme.never and each.measure]
    if wanted or both:
        said = Text("“永远不为它发钱”的单子还缺：{which}。", "The list of what is never paid for lacks {which}.")
        clash = Text(
            "又在单子上、又在发钱：{which}。", "Never to be paid for by your own list, and yet paid for: {which}."
        )
        mend = Text("写上，告诉每个人。", "Enter them, and tell everybody.")
        which = join(both or [MEASURES[each].name for each in wanted])
        yield raised("never-paid", clash if both else said, mend, AT, which=which)


def _guarded(scheme: Scheme) -> Iterator[Finding]:
    missing = [GUARDS[each] for each in FIRST if each not in scheme.guards]
    if scheme.rewards and missing:
        said = Text("发钱以前不查：{which}。", "Before anything is paid, nobody checks {which}.")
        mend = Text("三样先查，再发。", "Check all three first, then pay.")
        yield raised("guards-first", said, mend, AT, which=join(missing))


def _written(scheme: Scheme) -> Iterator[Finding]:
    if blank(scheme.formula):
        said = Text(
            "没有写钱怎么算出来，或者不发钱。", "Nothing says how the bonus is worked out, or that there is none."
        )
        mend = Text(
            "写一句：几项合起来怎么算，封顶多少，什么时候发。",
            "Say how it adds up, where it ends, and when it is paid.",
        )
        yield raised("formula-written", said, mend, AT)
    total = sum(each.weight for each in scheme.rewards)
    open_ones = [each for each in scheme.rewards if each.measure is None or each.whose is None]
    if scheme.rewards and (total != 100 or open_ones):  # noqa: PLR2004 - percent
        said = Text("分量合起来是 {total}%，不是 100%；或者有一项没有写是谁的结果。",
                    "The weights make {total}%, not 100%; or one does not say whose result counts.")  # fmt: skip
        yield raised(
            "weights-whole", said, Text("改到 100%，每项写明看谁的。", "Make it 100%, and say whose."), AT, total=total
        )
    if scheme.review_on is None:
        said = Text("没有写哪天回头看这套办法。", "Nothing says when the scheme is looked at again.")
        mend = Text(
            "写一个日子：那天看数有没有刷、有没有人不接活。",
            "Set a day for asking: are figures made up, is there work nobody picks up?",
        )
        yield raised("scheme-reviewed", said, mend, AT)
