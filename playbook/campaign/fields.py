"""The form of a brief as data: its sections, and in each the fields with their controls, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from playbook.campaign.brief import LEVELS
from playbook.campaign.forms import FORMS
from playbook.campaign.words import ACTIONS, DATA, GOALS, KINDS, MEASURES, RANKS, READERS, RUNS, TOOLS
from playbook.language import Text
from playbook.week import clock

Control = Literal["line", "text", "choice", "account", "person", "count", "amount", "date", "tick", "many"]
TYPED: frozenset[Control] = frozenset({"line", "text", "count", "amount"})  # letter after letter is one step of undo
CHANGES = 2  # changes after the start that the form has room for
NOTHING = Text("", "")


class Field(NamedTuple):
    """A field: where it lies in the brief (`prizes.0.name`), its control, its label, what it asks, its options."""

    path: str
    control: Control
    label: Text
    asks: Text = NOTHING
    options: Mapping[Any, Text] | None = None


class Section(NamedTuple):
    """Fields that are opened together."""

    id: str
    title: Text
    fields: tuple[Field, ...]


def _f(path: str, control: Control, zh: str, en: str, more: tuple[str, str] | Mapping[Any, Text] = ("", "")) -> Field:
    """Return a field; `more` is what it asks in both languages, or its options."""
    if isinstance(more, tuple):
        return Field(path, control, Text(zh, en), Text(*more))
    return Field(path, control, Text(zh, en), options=more)


_PRIZES = tuple(
    field
    for at, rank in zip(range(LEVELS), RANKS, strict=True)
    for field in (
        Field(f"prizes.{at}.name", "line", rank, Text("是什么", "what it is")),
        Field(f"prizes.{at}.value", "amount", rank + Text("每份（元）", ", yuan each")),
        Field(f"prizes.{at}.number", "count", rank + Text("份数", ", how many")),
    )
)
_CHANGES = tuple(
    field
    for at in range(CHANGES)
    for field in (
        Field(f"changes.{at}.on", "date", Text(f"第 {at + 1} 次：哪天", f"Change {at + 1}: day")),
        Field(f"changes.{at}.what", "line", Text("改了什么", "What changed")),
        Field(f"changes.{at}.why", "line", Text("凭什么能改", "Why it may change")),
    )
)
HOURS = {hour: clock(hour) for hour in range(24)}

SECTIONS: tuple[Section, ...] = (
    Section("what", Text("是什么活动", "Which campaign"), (
        _f("name", "line", "名称", "Name"),
        _f("account", "account", "哪个账号", "Account"),
        _f("line", "choice", "活动线", "Line", RUNS),
        _f("form", "choice", "形式", "Form", {key: each.name for key, each in FORMS.items()}),
        _f("theme", "line", "主题", "Theme", ("读者看了就知道是什么事", "what it is about, in a sentence")),
        _f("topic", "line", "话题", "Topic", ("不写 # 号", "without the #")),
    )),
    Section("why", Text("为什么办，给谁", "Why, and for whom"), (
        _f("goal", "choice", "目的", "Goal", GOALS),
        _f("expected", "count", "要多少", "How much"),
        _f("readers", "choice", "给谁", "For whom", READERS),
        _f("occasion", "line", "由头", "Occasion", ("节令、节日、热点", "a season, a holiday, a topic of the day")),
        _f("occasion_on", "date", "由头的日子", "Its date"),
    )),
    Section("do", Text("读者要做什么", "What readers do"), (
        _f("who_may", "line", "参与条件", "Who may enter", ("谁可以参加", "who may take part")),
        _f("actions", "many", "参与方式", "What they do", ACTIONS),
        _f("mentions", "count", "要 @ 几个好友", "Friends to mention"),
    )),
    Section("when", Text("从哪天到哪天", "When"), (
        _f("starts", "date", "开始", "First day"),
        _f("ends", "date", "截止", "Last day"),
        _f("launch_hour", "choice", "几点发出", "Goes out at", HOURS),
        _f("reveal_on", "date", "揭晓（竞猜）", "Answer told (riddles)"),
        _f("draw_on", "date", "开奖时间", "Draw held on"),
    )),
    Section("prizes", Text("奖品和开奖", "Prizes and the draw"), (
        *_PRIZES,
        _f("prize_kind", "choice", "奖品种类", "Kind of prize", KINDS),
        _f("tied", "tick", "和公司有关", "They have to do with the company"),
        _f("tied_by", "line", "有什么关系", "How they do"),
        _f("draw_how", "line", "开奖方式", "How it is drawn", ("用什么工具，怎么抽", "with which tool, and how")),
        _f("insiders_barred", "tick", "员工和家属不参加", "Staff and their families take no part"),
        _f("tool", "choice", "工具、备案", "Tool or filing", TOOLS),
        _f("filing_number", "line", "备案号", "Filing number"),
        _f("approved", "tick", "超过限额，平台已特别批准", "The platform approved exceeding its limits"),
    )),
    Section("claim", Text("领奖", "Claiming"), (
        _f("claim_by", "date", "兑奖时间，到", "Claimed by"),
        _f("claim_needs", "line", "兑奖条件", "What winners show"),
        _f("claim_how", "line", "兑奖方式", "How it is claimed"),
        _f("delivery", "line", "奖品交付方式", "Delivery"),
        _f("forfeit", "line", "弃奖条件", "Forfeited when"),
        _f("contact", "line", "主办方的联系方式", "Contact of the organiser"),
    )),
    Section("people", Text("钱和人", "Money and people"), (
        _f("budget", "amount", "预算（元，含奖品）", "Budget (yuan, with prizes)"),
        _f("hours", "amount", "工时（小时）", "Hours of work"),
        _f("owner", "person", "谁负责", "Owner"),
        _f("answers", "person", "谁回评论", "Who answers"),
        _f("replies", "count", "预计回多少条", "Replies expected"),
    )),
    Section("data", Text("读者的信息和作品", "Readers’ data and works"), (
        _f("collects", "many", "收什么", "What is collected", DATA),
        _f("data_for", "line", "做什么用", "What for"),
        _f("data_until", "date", "留到哪天", "Kept until"),
        _f("under_14", "line", "14 岁以下", "Under 14"),
        _f("data_seen_by", "line", "谁能看", "Who may see it"),
        _f("rights", "line", "作品归谁、怎么用", "Whose the entries are"),
    )),
    Section("offer", Text("折扣、预订、借的工具", "Discounts, pre-orders, tools"), (
        _f("exclusive", "tick", "只给微博粉丝，别处没有", "For followers alone, nowhere else"),
        _f("price_before", "amount", "原价（元）", "Price before (yuan)"),
        _f("price_charged", "line", "原价哪天卖过", "When it was charged"),
        _f("price_now", "amount", "现价（元）", "Price now (yuan)"),
        _f("quantity", "count", "多少份", "How many"),
        _f("deliver_on", "date", "预订的哪天交货", "Pre-orders delivered on"),
        _f("refund", "line", "怎么退", "Refund"),
        _f("link", "line", "活动页链接", "Link of its page"),
        _f("tool_tried", "tick", "工具今天试过，能用", "The tool was tried today and works"),
    )),
    Section("open", Text("公开身份", "Being open"), (
        _f("paid", "tick", "花钱请人推广", "Others are paid to promote it"),
        _f("ad_marked", "tick", "标了“广告”", "It is marked “广告” (ad)"),
        _f("leader", "line", "要推的人", "Who is promoted"),
        _f("leader_says_whose", "tick", "写明是公司的人", "It says that this is one of us"),
    )),
    Section("after", Text("风险和以后怎么量", "Risks and measures"), (
        _f("risks", "line", "会出什么事", "What may go wrong"),
        _f("stop", "line", "什么时候停", "What would stop it"),
        _f("measures", "many", "量什么", "What is measured", MEASURES),
        _f("measured_on", "date", "哪天量", "Measured on"),
    )),
    Section("changes", Text("开始以后改过什么", "Changes after the start"), _CHANGES),
    Section("text", Text("要发布的文字", "The text to publish"), (
        _f("text", "text", "文字", "Text", ("空着，就用照表写的公告", "left empty, the announcement goes out")),
    )),
)  # fmt: skip
FIELDS: dict[str, Field] = {field.path: field for section in SECTIONS for field in section.fields}
# Where a finding of a rule is mended; of `publish-` rules the particulars know it.
RULES_OF: dict[str, tuple[str, ...]] = {
    "what": ("three-lines", "forms-six", "prize-survey", "theme-with-holiday", "hot-topic-discussion"),
    "why": ("why-first", "occasion-fit"),
    "do": ("difficulty-by-goal", "simple-rules-low-threshold", "at-least-ten-mentions", "prize-repost"),
    "when": ("prize-guessing", "dates-in-order"),
    "prizes": ("prize-relevance", "physical-prizes", "prize-cap", "platform-limits", "official-tool", "no-insiders",
               "governance.filing-required", "governance.filing-way", "governance.filing-items",
               "self-run-four-methods"),
    "people": ("care-during-run", "owner-and-budget"),
    "data": ("data-needed", "data-purpose", "data-period", "data-under-14", "data-seen-by", "prize-collection"),
    "offer": ("fan-exclusive-discount", "reference-price", "first-launch", "network-pay-for-me"),
    "open": ("paid-marked", "grow-opinion-leader"),
    "after": ("stop-rule", "measured-by-kept"),
    "changes": ("terms-unchanged",),
}  # fmt: skip


def section_of(path: str) -> str:
    """Return the section that a field stands in; a list of prizes stands with its first."""
    return next(
        section.id
        for section in SECTIONS
        if any(field.path == path or field.path.startswith(f"{path}.") for field in section.fields)
    )
