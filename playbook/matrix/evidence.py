"""Where the articles disagree on the matrix: what our own data say, and which position they speak for.

`conflicts.toml` names a function for each topic; it takes the facts and an account. Both speak of the whole company.
"""

from __future__ import annotations

from collections.abc import Sequence

from playbook.conflicts import Evidence
from playbook.evidence import ratio, topic
from playbook.facts import Facts
from playbook.language import Text, join, same
from playbook.matrix.analysis import Line, accounts_of, alive, hours_now, name_of, reach, relay_lines, repeated
from playbook.matrix.staffing import duty_of

LIVE = Text("{n} 个账号里，{live} 个还活着", "of {n} accounts, {live} are alive")
SILENT = Text("（停了或冷清：{names}）", " (dead or quiet: {names})")
FOLLOWED = Text(
    "{people:,} 人至少关注其中一个，{share:.0%} 的人关注两个以上",
    "{people:,} people follow at least one, and {share:.0%} of them two or more",
)
NOT_FOLLOWED = Text("没有谁同时关注哪几个的数据", "who follows which of them is not known")
HOURS = Text(
    "现在一周花 {hours:.0f} 小时，值班 {duty} 小时", "they get {hours:.0f} hours a week now; {duty} are on duty"
)
NO_HOURS = Text("没有工时登记；值班 {duty} 小时", "there is no record of hours; {duty} a week are on duty")
STOP = Text("。", ".")
NO_RELAYS = Text(
    "看不出自家账号互相转发过，答不了。", "No account of ours relays another in these data, so they cannot say."
)
RELAYED = Text("{by}转 {of}：{ratio}", "{by} relaying {of}: {ratio}")
SOON = Text("1 小时内转的比没人转的，", "relayed within the hour against not at all, ")
MANY = Text("{n} 个账号一起", "{n} accounts together")
LATE = Text(
    "过了 1 小时才转的 {n} 对里，更多的 {more} 对", "for {more} of the {n} pairs relayed later the data show more"
)
FEW_NAMES = 2


@topic(counts=False)
def matrix_size(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - a matrix is the whole company's
    """How many accounts live, how far their readers overlap, and do the hours suffice?"""
    table = alive(facts)
    silent = [str(name) for name, verdict in table["verdict"].items() if verdict in ("dead", "quiet")]
    live = int((table["verdict"] == "alive").sum())
    said = LIVE.format(n=len(table), live=live)
    if silent:
        said += SILENT.format(names=join([name_of(facts, name) for name in silent]))
    told = join([said, _followed(facts), _hours(facts)], "；", "; ") + STOP
    # Accounts that nobody keeps alive speak against a fixed list of kinds; accounts that live speak for no number.
    return Evidence(told, ("by_need",) if silent else ())


@topic()
def who_relays_whom(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - likewise
    """Which relays brought more, and which did not?"""
    lines = relay_lines(facts)
    if not lines:
        return Evidence(NO_RELAYS)
    said = _soon(facts, lines) + _late(lines) + STOP
    tested = [line.result.outcome for line in lines if line.result.unable is None and not line.later]
    helps = tested.count("supported")
    if not tested:
        return Evidence(said)
    return Evidence(said, ("where_it_adds",) if helps < len(tested) else ("everyone", "mutual"))


def _followed(facts: Facts) -> Text:
    if facts.audiences is None:
        return NOT_FOLLOWED
    people = reach(facts.audiences, accounts_of(facts))
    share = repeated(facts.audiences, accounts_of(facts)) / people if people else 0.0
    return FOLLOWED.format(people=people, share=share)


def _hours(facts: Facts) -> Text:
    duty = sum(duty_of(facts.company).values())
    if facts.register is None:
        return NO_HOURS.format(duty=duty)
    return HOURS.format(hours=hours_now(facts), duty=duty)


def _soon(facts: Facts, lines: Sequence[Line]) -> Text:
    return SOON + join([_line(facts, line) for line in lines if not line.later], "；", "; ")


def _late(lines: Sequence[Line]) -> Text:
    """Say of how many habits of relaying late the posts got more; nothing where none was tested."""
    late = [line.result.outcome for line in lines if line.later and line.result.unable is None]
    return Text("；", "; ") + LATE.format(n=len(late), more=late.count("supported")) if late else Text("", "")


def _line(facts: Facts, line: Line) -> Text:
    """Say what a habit of relaying brought."""
    by = join([same("@") + name_of(facts, each) for each in line.by]) + Text(" ", "")
    if len(line.by) > FEW_NAMES:
        by = MANY.format(n=len(line.by))
    of = same("@") + name_of(facts, line.of)
    return RELAYED.format(by=by, of=of, ratio=ratio(line.result))
