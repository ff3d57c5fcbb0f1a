"""The approval log as tables: drafts one by one, waits by hour, weekday or kind, second readers, deputies."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.governance.analysis.keyring import called
from playbook.governance.analysis.slipped import RISKY, reading_hours, slips, stamped
from playbook.governance.analysis.variations import SAID
from playbook.governance.analysis.variations import deputies as replayed
from playbook.governance.analysis.waiting import By, waits_by
from playbook.governance.analysis.waiting import waits as waits_of
from playbook.governance.missing import log_of, no_log
from playbook.governance.words import KINDS
from playbook.interaction.tables.shown import cannot_tell, decimal, percent, signed
from playbook.language import Text
from playbook.tables import NOTHING, between, half_up, table
from playbook.week import DAYS

ALL = Text("全部", "all")
RISKS = {
    "plain": Text("平常的", "plain"),
    "risky": Text("价格、健康、有奖、热点合起来", "prices, health, prizes, hot topics together"),
}
SLIPS: dict[str, Text] = {
    "typo": Text("错字", "typing error"),
    "wrong_account": Text("发错账号", "wrong account"),
    "wrong_price": Text("价格错", "wrong price"),
    "wrong_date": Text("日期错", "wrong date"),
    "health_words": Text("保健用语", "health claim"),
    "missing_terms": Text("没有写奖品条件", "prize terms missing"),
    "missing_label": Text("没有标明广告", "no ad label"),
    "unchecked_fact": Text("没有核对的事", "unchecked fact"),
}
DRAFTS, OPEN = Text("稿子", "drafts"), Text("始终没批", "never decided")
MEDIAN, NINETY = Text("一半在几小时内", "half within, hours"), Text("九成在几小时内", "nine in ten within, hours")
MET = Text("档期赶上", "slots met")
BY: dict[By, Text] = {
    "hour": Text("几点写好", "written at"), "weekday": Text("周几写好", "written on"), "kind": Text("哪一类", "kind"),
}  # fmt: skip


def approvals(*drafts: str, known: Facts | None = None) -> pd.DataFrame:
    """Return some drafts of the log, by id: who wrote what when, when it was decided, and what became of it."""
    facts = known or present_facts()
    missing = no_log(facts)
    if missing:
        return cannot_tell(missing)
    log = log_of(facts)
    names = {each.id: each.name for each in facts.company.people}
    rows = [_row(row, names, facts) for row in log[log["draft"].isin(drafts)].to_dict("records")]
    heads = [
        Text("账号", "account"), Text("哪一类", "kind"), Text("谁写的", "author"), Text("写好", "written"),
        Text("排在", "slot"), Text("打开", "opened"), Text("批下", "approved"), Text("看了几秒", "seconds read"),
        Text("第二个人", "second reader"), Text("结果", "outcome"),
    ]  # fmt: skip
    kept = [str(each) for each in log.loc[log["draft"].isin(drafts), "draft"]]
    return table(rows, kept, heads, Text("稿子", "draft"))


def _row(row: Mapping[Hashable, Any], names: dict[str, str], facts: Facts) -> tuple[object, ...]:
    out, kinds = Text("错过了", "missed"), {str(kind): said for kind, said in KINDS.items()}
    if not pd.isna(row["published_at"]):
        out = Text("准时发出", "out on time")
        if not pd.isna(row["slip"]):
            out += Text("；后来发现：", "; found later: ") + SLIPS[str(row["slip"])]
    elif not pd.isna(row["withdrawn_at"]):
        out = Text("没人看过，撤下", "withdrawn unread")
    who = [NOTHING if pd.isna(row[name]) else str(called(str(row[name]), names)) for name in ("author", "second")]
    at = [_moment(row[name]) for name in ("written_at", "slot", "first_seen", "decided")]
    read = NOTHING if pd.isna(row["read_seconds"]) else str(row["read_seconds"])
    account = f"@{facts.company.account(str(row['account'])).name}"
    return (account, str(kinds[row["kind"]]), who[0], *at, read, who[1], str(out))


def _moment(at: object) -> str:
    if not isinstance(at, pd.Timestamp) or pd.isna(at):
        return NOTHING
    return f"{DAYS[at.day_of_week]} {at:%m-%d %H:%M}"


def waits(by: By = "weekday", known: Facts | None = None) -> pd.DataFrame:
    """Return how long drafts waited and how many slots were met, by when they were written or by kind, and in all."""
    facts = known or present_facts()
    missing = no_log(facts)
    if missing:
        return cannot_tell(missing)
    found = waits_by(log_of(facts), by)
    names = {"weekday": lambda key: str(DAYS[key - 1]), "kind": lambda key: str(KINDS[key]), "hour": _hour}[by]
    keys = [each for each in KINDS if each in found.index] if by == "kind" else list(found.index)
    rows = [tuple(found.loc[key]) for key in keys] + [tuple(vars(waits_of(log_of(facts))).values())]
    said = [
        (int(drafts), int(left), decimal(median), decimal(ninety), percent(met))
        for drafts, left, median, ninety, met in rows
    ]
    return table(said, [names(key) for key in keys] + [str(ALL)], [DRAFTS, OPEN, MEDIAN, NINETY, MET], BY[by])


def _hour(hour: int) -> str:
    return str(Text("{h} 点", "{h}:00").format(h=hour))


def second_reader(known: Facts | None = None) -> pd.DataFrame:
    """Return slips without and with a second reader by kind, how many points fewer, and what the reading took."""
    facts = known or present_facts()
    missing = no_log(facts)
    if missing:
        return cannot_tell(missing)
    found = slips(log_of(facts), "kind")
    rows, names = [], []
    for kind in [each for each in KINDS if each == "plain" or each in RISKY]:
        it = found[kind]
        ends = between(signed(it.low), signed(it.high)) if math.isfinite(it.low) else NOTHING
        sides = [f"{side.slips} / {side.posts}（{percent(side.share)}）" for side in (it.without, it.with_it)]
        rows.append((*sides, signed(it.less), ends))
        names.append(str(KINDS[kind]))
    heads = [
        Text("没有第二个人看", "no second reader"), Text("有", "a second reader"), Text("少几个百分点", "points fewer"),
        Text("95% 区间", "95% interval"),
    ]  # fmt: skip
    made = table(rows, names, heads, Text("哪一类", "kind"))
    return made.map(lambda cell: str(Text(cell, str(cell).replace("（", " (").replace("）", ")"))))


def reading(known: Facts | None = None) -> pd.DataFrame:
    """Return what second reading found in plain and in risky drafts, and how many minutes a week it took."""
    facts = known or present_facts()
    missing = no_log(facts)
    if missing:
        return cannot_tell(missing)
    found, hours = slips(log_of(facts)), reading_hours(log_of(facts))
    rows = [
        (
            f"{it.without.slips} / {it.without.posts}",
            f"{it.with_it.slips} / {it.with_it.posts}",
            half_up(60 * hours[of]),
        )
        for of, it in found.items()
    ]
    heads = [
        Text("没有第二个人看，出错 / 发出", "no second reader: slips / posts"),
        Text("有，出错 / 发出", "a second reader: slips / posts"),
        Text("第二个人一周看几分钟", "minutes a week of second reading"),
    ]
    return table(rows, [str(RISKS[of]) for of in found], heads, Text("哪一类", "kind"))


def stamps(known: Facts | None = None) -> pd.DataFrame:
    """Return slips in risky posts that were approved within a minute, and in those that were read."""
    facts = known or present_facts()
    missing = no_log(facts)
    if missing:
        return cannot_tell(missing)
    it = stamped(log_of(facts))
    ends = between(_tenths(it.low), _tenths(it.high)) if math.isfinite(it.low) else NOTHING
    rows = [
        (it.without.posts, it.without.slips, percent(it.without.share), _tenths(it.less), ends),
        (it.with_it.posts, it.with_it.slips, percent(it.with_it.share), NOTHING, NOTHING),
    ]
    heads = [
        Text("发出", "posts"), Text("错了", "slips"), Text("占", "share"), Text("多几个百分点", "points more"),
        Text("95% 区间", "95% interval"),
    ]  # fmt: skip
    names = [Text("一分钟内批下", "approved within a minute"), Text("看了一分钟以上", "read for longer")]
    return table(rows, [str(each) for each in names], heads, Text("批得快慢", "how fast"))


def _tenths(share: float) -> str:
    """Return a share in percent points with one decimal and its sign: an end close to 0 must not read as 0."""
    return f"{100 * share:+.1f}".replace("-", "−")


def deputies(known: Facts | None = None) -> pd.DataFrame:
    """Return slots met in the log replayed: as it is, and with others who approve in the evening and at weekends."""
    facts = known or present_facts()
    missing = no_log(facts)
    if missing:
        return cannot_tell(missing)
    found = replayed(log_of(facts))
    first = found["today"].met
    rows = [
        (f"{each.met:,} / {each.slots:,}", percent(each.share), f"{each.met - first:+,}") for each in found.values()
    ]
    heads = [MET, Text("占", "share"), Text("比现在多", "more than now")]
    return table(rows, [str(SAID[name]) for name in found], heads, Text("谁来批", "who approves"))
