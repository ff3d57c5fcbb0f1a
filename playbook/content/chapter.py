"""The content's chapter of the handbook: the columns, each account's mix of them, and the drafts in their order."""

from __future__ import annotations

from playbook.content.draft import ORIGINS, STATUSES, Draft
from playbook.content.kinds import KINDS
from playbook.content.plan import WHOLE, Column, ContentPlan, Mix
from playbook.content.rubric import dimensions
from playbook.content.words import NO_COLUMN, TICKS
from playbook.facts import Facts
from playbook.handbook.blocks import Block, Chapter, Listing, Para, Section, Words
from playbook.handbook.laid import card_order, chapter_of
from playbook.handbook.said import account, amount, is_said, line, percent, run, table, who
from playbook.language import Text, join, same

TITLE = Text("内容", "Content")
COLUMNS = Text("栏目", "Columns")
MIXES = Text("每个账号的配比", "The mix of each account")
QUEUE = Text("草稿，照发出的先后", "Drafts, in the order they go out")
COLUMN, ANSWERS, TOPIC, KIND = (
    Text("栏目", "Column"), Text("回答读者的什么问题", "The readers’ question it answers"), Text("话题", "Topic"),
    Text("内容类型", "Kind"),
)  # fmt: skip
SHARE, A_WEEK, ALL = Text("占多少", "Share"), Text("一周几条", "Posts a week"), Text("合计", "In all")
WHY = Text("为什么这样分：{why}", "Why these shares: {why}")
NO_REASON = Text("为什么这样分，还没有写。", "Why these shares is not written yet.")
NUMBER, POST, STATUS, OWNER, BESIDE = (
    Text("序号", "No."), Text("正文", "Post"), Text("状态", "Status"), Text("负责人", "Owner"),
    Text("附注", "Beside it"),
)  # fmt: skip
UNNAMED = Text("还没有名字的栏目", "a column without a name yet")
GONE = Text("已经去掉的栏目", "a column that was removed")
ASK_FIRST = Text("每一条发出以前，问四句：", "Before a post goes out, ask four questions:")
SOURCE, EVENT, NOTES, SCORE = (
    Text("来源", "source"), Text("跟着哪件事", "event"), Text("备注", "notes"), Text("打分", "scores"),
)  # fmt: skip
NOT_WRITTEN = Text("还没有写", "not written yet")


def chapter(plan: ContentPlan, facts: Facts) -> Chapter:
    """Return what the company says: what a writer looks up before a draft, and what waits to go out."""
    return chapter_of(
        plan,
        TITLE,
        [(COLUMNS, _columns(plan.columns)), (MIXES, _mixes(plan, facts)), (QUEUE, _queue(plan, facts))],
    )


def _columns(columns: list[Column]) -> list[Block]:
    rows = [
        (each.name if each.name.strip() else UNNAMED, each.answers, f"#{each.topic}#" if each.topic.strip() else "",
         _kind(each.kind))
        for each in columns
    ]  # fmt: skip
    return table((COLUMN, ANSWERS, TOPIC, KIND), rows)


def _kind(kind: str) -> Words:
    return KINDS[kind].name if kind in KINDS else kind


def _mixes(plan: ContentPlan, facts: Facts) -> list[Block]:
    order = card_order((each.account for each in plan.mixes), facts)
    mixes = {each.account: each for each in plan.mixes}
    return [Section(account(each, facts), _mix(plan, mixes[each])) for each in order]


def _mix(plan: ContentPlan, mix: Mix) -> list[Block]:
    """Return a mix with the posts a week that each share comes to, in the order of the columns."""
    order = [each.id for each in plan.columns if each.id in mix.shares]
    shared = [each for each in (*order, *(each for each in mix.shares if each not in order)) if mix.shares[each]]
    rows = [(_column(plan, each), percent(mix.shares[each]), _posts(mix, mix.shares[each])) for each in shared]
    total = (ALL, percent(mix.total), _posts(mix, mix.total))
    why = Para(WHY.format(why=mix.why)) if mix.why.strip() else Para(NO_REASON, "quiet")
    return [*table((COLUMN, SHARE, A_WEEK), [*rows, total], numbers=(1, 2)), why]


def _posts(mix: Mix, share: int) -> str:
    return amount(round(mix.posts_a_week * share / WHOLE, 1))


def _column(plan: ContentPlan, column: str) -> Words:
    """Return a column by the name it has in the plan; empty if none is named."""
    if not column.strip():
        return ""
    found = next((each for each in plan.columns if each.id == column), None)
    return (found.name if found.name.strip() else UNNAMED) if found else GONE


def _queue(plan: ContentPlan, facts: Facts) -> list[Block]:
    if not plan.queue:
        return []
    order = card_order((each.account for each in plan.queue), facts)
    return [
        Para(ASK_FIRST),
        Listing([line(each.name, each.asks) for each in dimensions()], boxes=True),
        *(Section(account(each, facts), _drafts(plan, each, facts)) for each in order),
    ]


def _drafts(plan: ContentPlan, account_id: str, facts: Facts) -> list[Block]:
    rows = [
        (
            str(at),
            each.text if each.text.strip() else NOT_WRITTEN,
            _column(plan, each.column) or NO_COLUMN,
            STATUSES[each.status],
            who(each.owner, facts),
            _beside(each),
        )
        for at, each in enumerate(plan.of(account_id), start=1)
    ]
    return table((NUMBER, POST, COLUMN, STATUS, OWNER, BESIDE), rows, numbers=(0,))


def _beside(draft: Draft) -> Text:
    """Return what stands beside a draft: what was ticked, whose it is if not ours, its event, its marks and notes."""
    ticked = join([said for name, said in TICKS.items() if getattr(draft, name)])
    named = {each.key: each.name for each in dimensions()}
    marks = join([named.get(key, same(key)) + same(f" {mark}") for key, mark in draft.score.items()])
    noted = ((SOURCE, draft.source), (EVENT, draft.event), (SCORE, marks), (NOTES, draft.notes))
    origin = "" if draft.origin == "own" else ORIGINS[draft.origin]
    return run([ticked, origin, *(line(label, words) for label, words in noted if is_said(words))])
