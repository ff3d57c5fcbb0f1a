"""What stands in each column of the calendar’s file: its heads, and a draft as cells, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from playbook import microblog
from playbook.company import Company
from playbook.content.calendar.weeks import Calendar
from playbook.content.draft import STATUSES, Draft
from playbook.content.plan import ContentPlan
from playbook.language import Text, join, same
from playbook.shown import inert

Cells = dict[str, Text]  # by the key of a column

HEADS: dict[str, Text] = {
    "id": Text("编号", "id"),
    "date": Text("日期", "date"),
    "time": Text("时间", "time"),
    "account": Text("账号", "account"),
    "column": Text("栏目", "column"),
    "status": Text("状态", "status"),
    "text": Text("正文", "text"),
    "form": Text("形式", "form"),
    "topic": Text("话题词", "topic words"),
    "mentions": Text("@谁", "mentions"),
    "length": Text("微博字数", "Weibo length"),
    "ad_mark": Text("广告标记", "ad mark"),
    "ai": Text("AI 声明", "AI declaration"),
    "owner": Text("负责人", "owner"),
    "notes": Text("备注", "notes"),
}
PLAIN = frozenset({"date", "time", "length"})  # columns of days, times and numbers; the others hold words
REPOST, VIDEO, IMAGE, LINK, WORDS = (
    Text("转发", "repost"),
    Text("视频", "video"),
    Text("图片", "image"),
    Text("链接", "link"),
    Text("文字", "text"),
)
AD_MARKS: dict[bool, Text] = {True: Text("已标", "marked"), False: Text("没标", "not marked")}
DECLARED = Text("已声明", "declared")
AI_MARKS: dict[tuple[bool, bool], Text] = {  # made with AI, declared to be
    (False, False): Text("没用 AI", "no AI used"),
    (True, False): Text("用了，还没声明", "used but not declared"),
    (True, True): Text("用了，已声明", "used and declared"),
    (False, True): DECLARED,
}
NONE = same("")
# What a spreadsheet would take for a number, a day or a time when it opens a CSV.
NUMBER = re.compile(r"[\d\s.,:/%¥$+\-年月日点时分秒]+|\d+(?:\.\d+)?[Ee][+-]?\d+")
MONTH = re.compile(r"(?:\d{1,2}[ -]?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]?\d*", re.IGNORECASE)


@dataclass(frozen=True)
class Names:
    """How accounts, columns and people are called, and back from what a cell says to their ids."""

    company: Company
    plan: ContentPlan

    @cached_property
    def accounts(self) -> dict[str, str]:
        """Return the names of the accounts by id: those of the card and those that only have drafts."""
        ids = [*(each.id for each in self.company.accounts), *(each.account for each in self.plan.queue)]
        return {each: self.company.account(each).name for each in ids}

    @cached_property
    def columns(self) -> dict[str, str]:
        """Return the names of the columns by id; a column without a name is called by its id."""
        return {each.id: each.name or each.id for each in self.plan.columns}

    @cached_property
    def people(self) -> dict[str, str]:
        """Return the names of the people on the card by id."""
        return {each.id: each.name for each in self.company.people}


def id_of(cell: str, names: dict[str, str]) -> str | None:
    """Return the id of what a cell names, by its name or its id; None if there is none."""
    called = cell.strip().removeprefix("@")
    return next((key for key, name in names.items() if called in {name.strip(), key}), None)


def cells_of(draft: Draft, at: datetime | None, names: Names) -> Cells:
    """Return a draft as the cells of its row; `at` is when its slot is, None if it has none."""
    return {
        "id": same(draft.id),
        **slot_cells(at, draft.account, names),
        "column": same(names.columns.get(draft.column, draft.column)),
        "status": STATUSES[draft.status],
        "text": same(draft.text),
        "form": _form(draft),
        "topic": same(" ".join(f"#{each}#" for each in microblog.topics(draft.text))),
        "mentions": same(" ".join(microblog.mentions(draft.text))),
        "length": same(str(microblog.length(draft.text))),
        "ad_mark": AD_MARKS[draft.ad_marked],
        "ai": AI_MARKS[draft.made_with_ai, draft.ai_declared],
        "owner": same(names.people.get(draft.owner, draft.owner)),
        "notes": same(draft.notes),
    }


def slot_cells(at: datetime | None, account: str, names: Names) -> Cells:
    """Return when a slot is and whose, as cells; the others of its row stay empty until somebody writes a draft."""
    day, time = (f"{at:%Y-%m-%d}", f"{at:%H:%M}") if at else ("", "")
    return {"date": same(day), "time": same(time), "account": same(names.accounts.get(account, account))}


def rows_of(plan: ContentPlan, calendar: Calendar, names: Names) -> list[Cells]:
    """Return every row of the file: the calendar in order of time, then the drafts that have no slot."""
    placed = [
        cells_of(each.draft, each.at, names) if each.draft else slot_cells(each.at, each.account, names)
        for each in calendar.entries
    ]
    others = [cells_of(draft, None, names) for draft in plan.queue if calendar.entry(draft.id) is None]
    return [{key: each.get(key, NONE) for key in HEADS} for each in (*placed, *others)]


def clean(cell: str) -> str:
    r"""Return a cell as any spreadsheet can hold it: line ends as `\n`, no control characters."""
    return ILLEGAL_CHARACTERS_RE.sub("", cell.replace("\r\n", "\n").replace("\r", "\n"))


def guarded(cell: str) -> str:
    """Return a cell of words for a CSV, with a `'` before what Excel would run or turn into a number or a day."""
    safe = inert(cell)
    return f"'{cell}" if safe == cell and (NUMBER.fullmatch(cell) or MONTH.fullmatch(cell)) else safe


def unguarded(cell: str) -> str:
    """Return a cell of words without the `'` that `guarded` put before it."""
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell


def lossy(cell: str) -> Iterable[str]:
    """Yield a cell as Excel leaves it in a file of GBK: a `?`, or two, for each character that GBK lacks."""
    for mark in ("?", "??"):
        yield "".join(each if _in_gbk(each) else mark[: 1 + (each > "\uffff")] for each in cell)


def _in_gbk(sign: str) -> bool:
    try:
        sign.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def _form(draft: Draft) -> Text:
    has = ((REPOST, draft.repost), (VIDEO, draft.has_video), (IMAGE, draft.has_image))
    forms = [name for name, there in (*has, (LINK, bool(microblog.links(draft.text)))) if there]
    return join(forms or [WORDS])
