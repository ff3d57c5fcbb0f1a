"""The monthly report as one page of HTML: for the notebook, and as a file that opens offline and prints well."""

from __future__ import annotations

import math
from html import escape

from playbook.facts import Facts
from playbook.language import Text, language, same
from playbook.metrics.picture import LEGEND, drawing, figure, stands_said, unit_said
from playbook.metrics.picture import STYLE as DRAWN
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.report import US, Line, Monthly
from playbook.metrics.words import OUTCOMES
from playbook.tables import half_up

STYLE = """<style>
.metrics-report { line-height: 1.5; max-width: 46em; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.metrics-report h2, .metrics-report h3 { margin: .8em 0 .2em; line-height: 1.3; }
.metrics-report p { margin: .15em 0; }
.metrics-line { display: flex; flex-wrap: wrap; gap: .2em 1.2em; padding: .5em 0; break-inside: avoid;
  border-top: 1px solid var(--jp-border-color2, #cbd2d9); }
.metrics-line > div { flex: 1 1 16em; min-width: 0; }
.metrics-report table { border-collapse: collapse; overflow-wrap: normal; }
.metrics-report th, .metrics-report td { text-align: right; padding: .1em 1em .1em 0; }
.metrics-report th:first-child, .metrics-report td:first-child { text-align: left; }
.metrics-report .ours { font-weight: 600; }
.metrics-quiet { color: var(--jp-ui-font-color2, #616e7c); font-size: .9em; }
@media print { .metrics-report { max-width: none; font-size: 10.5pt; } }
</style>"""
PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>body {{ font-family: system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 1.5em; color: #111; }}
@page {{ size: A4; margin: 16mm; }}</style></head>
<body>{body}</body></html>
"""
TITLE = Text("@{name} {year} 年 {month} 月月报", "@{name}: report for {year}-{month:02}")
WRITTEN = Text("{writer}写，给{reader}看。", "Written by {writer} for {reader}.")
WEEKS = Text(
    "{first} 到 {last} 起的 {count} 周（从周一算）。", "The {count} weeks that begin from {first} to {last} (Mondays)."
)
NO_CARD = Text(
    "这个账号还没有计分卡；下面是合它、数据里也有的几项，没有目标。",
    "This account has no scorecard yet; below is what fits it and the data hold, without targets.",
)
RELATIONS, MONEY = Text("关系和回应", "Relations and response"), Text("销售和回报", "Sales and returns")
PEERS, DONE, GAPS = Text("同行", "Peers"), Text("改了什么", "What was changed"), Text("差距和办法", "Gaps and actions")
NOTHING = Text("这份数据里没有这个账号能看的周数。", "These data hold no weeks to look at for this account.")
NOT_NOTED = Text(
    "这个月没有人记，不当零。", "Nobody wrote it down this month, which does not make it zero."
)  # fmt: skip
TOO_FEW = Text(
    "以前的周数不够，说不出该在什么范围。", "There are too few weeks before it to say in what range it should lie."
)
MEAN = Text("每周平均 {mean}", "An average week: {mean}")
MISSING = Text("，缺 {n} 周", " (weeks missing: {n})")
TARGET = Text("目标 {low} 到 {high}：{state}。", "Target {low} to {high}: {state}.")
STATES = {
    "in": Text("够到了", "reached"), "over": Text("超过了", "exceeded"), "short": Text("没有够到", "not reached"),
}  # fmt: skip
EARLY = Text("还不下结论：最早 {ready}。", "No verdict yet; the earliest is {ready}.")
ACT_FALLS, ACT_RISES = (
    Text("低于范围，照写好的办：{act}", "Below its range, so as agreed: {act}"),
    Text("高出范围，照写好的办：{act}", "Above its range, so as agreed: {act}"),
)
OPEN_FALLS, OPEN_RISES = (
    Text("低于范围。怎么办，还没有写。", "Below its range. What to do then has not been written down yet."),
    Text("高出范围。怎么办，还没有写。", "Above its range. What to do then has not been written down yet."),
)
OWNED = Text("{owner}管，{deputy}代", "Owner {owner}, stands in: {deputy}")
RANK = Text(
    "每千粉丝一周的互动，我们排第 {rank}，连我们共 {all} 家（我们 {ours}，中位 {median}）。"
    "同行的粉丝可能掺水，名次只看个大概。",
    "By reactions a week for every 1,000 followers we rank {rank} of {all}, ourselves included (we {ours}, median "
    "{median}). Peers’ followers may be inflated: take the rank roughly.",
)
FIRST_ONLY = Text("下面只列前 {most} 家。", "Only the first {most} are listed.")
PEER_HEADS = (
    Text("账号", "account"), Text("粉丝", "followers"), Text("每条互动", "reactions a post"),
    Text("每千粉一周互动", "a week per 1,000"),
)  # fmt: skip
OURS = Text("我们", "we")
NO_PEERS = Text("没有同行的周数，没有比。", "There are no weekly figures of peers: nothing was compared.")
CHANGE = Text(
    "{on} 定的：{what}（{owner}，到 {due}）：{outcome}", "Decided on {on}: {what} ({owner}, by {due}): {outcome}"
)
GAP = Text("{what}：{action}（{owner}，到 {due}）", "{what}: {action} ({owner}, by {due})")
NO_CHANGE = Text("还没有。下次复盘至少改一样。", "Nothing yet. The next review changes at least one thing.")
OPEN = Text("没有定", "open")
MOST_PEERS = 12


def title(told: Monthly, facts: Facts) -> Text:
    """Return the title of a report."""
    name = facts.company.account(told.account).name
    return TITLE.format(name=name, year=told.month.year, month=told.month.month)


def page(told: Monthly, plan: MetricsPlan, facts: Facts) -> str:
    """Return the report as a file: one page that opens offline; all that anybody typed is escaped."""
    return PAGE.format(
        language="en" if language() == "en" else "zh-CN", title=escape(str(title(told, facts))),
        body=body(told, plan, facts),
    )  # fmt: skip


def body(told: Monthly, plan: MetricsPlan, facts: Facts) -> str:
    """Return the report for a notebook; money comes last, unless the plan leads with it."""
    who = {person.id: person.name for person in facts.company.people}
    parts = [(RELATIONS, told.relations), (MONEY, told.money)]
    if plan.report.leads_with == "money":
        parts.reverse()
    sections = "".join(_section(head, lines, who) for head, lines in parts if lines)
    return (
        f'{DRAWN}{STYLE}<div class="metrics-report"><h2>{escape(str(title(told, facts)))}</h2>'
        f"{_head(told, plan, who)}{sections or _p(NOTHING)}{_p(LEGEND, quiet=True) if sections else ''}"
        f"{_peers(told)}{_done(told, who)}{_p(facts.caption, quiet=True)}</div>"
    )


def _head(told: Monthly, plan: MetricsPlan, who: dict[str, str]) -> str:
    report = plan.report
    weeks = WEEKS.format(
        first=f"{told.weeks[0]:%m-%d}", last=f"{told.weeks[-1]:%m-%d}", count=len(told.weeks)
    )  # fmt: skip
    lines = [weeks] if told.planned else [weeks, NO_CARD]
    if report.writer.strip() and report.reader.strip():
        writer, reader = who.get(report.writer, report.writer), report.reader.strip()
        lines.append(WRITTEN.format(writer=writer, reader=reader))
    return "".join(_p(each, quiet=True) for each in lines)


def _section(head: Text, lines: list[Line], who: dict[str, str]) -> str:
    return f"<h3>{escape(str(head))}</h3>" + "".join(_measure(line, who) for line in lines)


def _measure(line: Line, who: dict[str, str]) -> str:
    row = line.row
    name = f"<p><b>{escape(str(unit_said(row.measure)))}</b></p>"
    if not math.isfinite(line.mean):
        return f'<div class="metrics-line"><div>{name}{_p(NOT_NOTED, quiet=True)}</div></div>'
    missing = MISSING.format(n=line.missing) if line.missing else Text("", "")
    mean = MEAN.format(mean=figure(line.mean)) + missing
    if line.stands is None:
        return f'<div class="metrics-line"><div>{name}{_p(mean)}{_p(TOO_FEW, quiet=True)}</div></div>'
    told = [mean, *_target(line), *([EARLY.format(ready=line.ready.isoformat())] if line.ready else [])]
    owned = OWNED.format(owner=who.get(row.owner, row.owner), deputy=who.get(row.deputy, row.deputy))
    left = name + "".join(_p(each) for each in told) + _p(stands_said(line.stands)) + _act(line)
    left += _p(owned, quiet=True) if row.owner.strip() and row.deputy.strip() else ""
    return f'<div class="metrics-line"><div>{left}</div><div>{drawing(row, line.stands)}</div></div>'


def _target(line: Line) -> list[Text]:
    row = line.row
    if row.low is None or row.high is None or row.low >= row.high:
        return []
    if line.mean < row.low:
        state = "over" if row.known.down else "short"
    else:
        state = "in" if line.mean <= row.high else ("short" if row.known.down else "over")
    return [TARGET.format(low=figure(row.low), high=figure(row.high), state=STATES[state])]


def _act(line: Line) -> str:
    """Say what is done about weeks outside the range; within it there is nothing to do."""
    if line.way not in {"above", "below"}:
        return ""
    rises = line.way == "above"
    act = (line.row.if_rises if rises else line.row.if_falls).strip()
    if not act:
        return _p(OPEN_RISES if rises else OPEN_FALLS)
    return _p((ACT_RISES if rises else ACT_FALLS).format(act=same(act)))


def _peers(told: Monthly) -> str:
    table = told.peers
    head = f"<h3>{escape(str(PEERS))}</h3>"
    if table.empty:
        return head + _p(NO_PEERS)
    rank = list(table.index).index(US) + 1
    ours, median = (figure(float(each)) for each in (table["per_1000"].iloc[rank - 1], table["per_1000"].median()))
    said = RANK.format(rank=rank, all=len(table), ours=ours, median=median)
    shown = table.head(MOST_PEERS)
    cut = _p(FIRST_ONLY.format(most=MOST_PEERS), quiet=True) if len(table) > MOST_PEERS else ""
    heads = "".join(f"<th>{escape(str(each))}</th>" for each in PEER_HEADS)
    numbers = shown[["followers", "reactions_a_post", "per_1000"]].to_numpy(dtype=float).tolist()
    rows = "".join(_peer(str(peer), each) for peer, each in zip(shown.index, numbers, strict=True))
    return f"{head}{_p(said)}{cut}<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _peer(peer: str, numbers: list[float]) -> str:
    name = str(OURS) if peer == US else peer
    cells = "".join(f"<td>{half_up(each):,}</td>" for each in numbers)
    return f"<tr{' class=ours' if peer == US else ''}><td>{escape(name)}</td>{cells}</tr>"


def _done(told: Monthly, who: dict[str, str]) -> str:
    gaps = [
        GAP.format(what=gap.what.strip(), action=gap.action.strip() or OPEN,
                   owner=who.get(gap.owner, gap.owner) or OPEN, due=gap.due.isoformat() if gap.due else OPEN)
        for gap in told.gaps
    ]  # fmt: skip
    changes = [
        CHANGE.format(on=on.isoformat(), what=change.what.strip() or OPEN, outcome=OUTCOMES[change.outcome],
                      owner=who.get(change.owner, change.owner) or OPEN,
                      due=change.due.isoformat() if change.due else OPEN)
        for on, change in told.changes
    ]  # fmt: skip
    html = f"<h3>{escape(str(GAPS))}</h3>{_list(gaps)}" if gaps else ""
    return f"{html}<h3>{escape(str(DONE))}</h3>{_list(changes) if changes else _p(NO_CHANGE)}"


def _list(texts: list[Text]) -> str:
    return "<ul>" + "".join(f"<li>{escape(str(each))}</li>" for each in texts) + "</ul>"


def _p(said: Text, *, quiet: bool = False) -> str:
    return f"<p{' class=metrics-quiet' if quiet else ''}>{escape(str(said))}</p>"
