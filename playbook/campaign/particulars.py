"""The fifteen particulars that a prize campaign must publish before it begins, and the announcement that has them.

They are those of the Interim Provisions on Regulating Promotions, in force since 2020-12-01; each is a rule of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playbook.campaign.brief import Brief, Prize
from playbook.campaign.words import ACTIONS, KINDS, RANKS, called, day_said, yuan
from playbook.company import Company
from playbook.language import Text, join, same
from playbook.rules import Finding

Value = Callable[[Brief, Company], Text | None]
ONE_RANK = Text("只设一个奖", "one prize only")
NO_STAFF = Text("；本公司员工和家属不参加", "; our staff and their families take no part")
MENTION = Text("@ {count} 位好友", "mention {count} friends")
DURING = Text("，{starts}到 {ends}", ", from {starts} to {ends}")
UNTIL = Text("到 {day}为止", "until {day}")
ON = Text("{day}公布", "told on {day}")
PIECES, PIECES_ALONE = Text("{rank} {number} 份", "{rank} × {number}"), Text("{number} 份", "{number}")
WORTH, WORTH_ALONE = Text("{rank}每份 {price}", "{rank} {price} each"), Text("每份 {price}", "{price} each")
ORGANISER = Text("{name}（@{account}），联系方式：{contact}", "{name} (@{account}), contact: {contact}")
LINE = Text("{label}：{value}", "{label}: {value}")
AD = Text("【广告】", "[Ad] ")
NEITHER = Text("{campaign}没有定{what}：规定要求活动开始前就公布。",
               "{campaign} does not settle {what}, which must be published before the campaign begins.")  # fmt: skip
UNPUBLISHED = Text("{campaign}定了{what}，要发布的文字里却没有写。",
                   "{campaign} settles {what}, but the text to publish does not say it.")  # fmt: skip
SETTLE = Text("在表里填上；公告会照着写。", "Fill it in on the form; the announcement then says it.")
SAY_IT = Text("在文字里补上：{line}", "Add it to the text: {line}")


@dataclass(frozen=True, slots=True)
class Particular:
    """One particular: its rule is `campaign.publish-<id>`; `value` is what the brief settles (None: nothing yet).

    `pattern` finds it in a text that somebody wrote; `label` stands before it in the announcement.
    """

    id: str
    name: Text
    label: Text
    value: Value
    pattern: re.Pattern[str]
    fields: tuple[str, ...]


def missing(brief: Brief, company: Company) -> list[Particular]:
    """Return the particulars that a prize campaign does not publish; none for one that gives nothing to win.

    A text of one's own must say each of them; where there is none, the announcement says whatever the brief settles.
    """
    if not brief.gives:
        return []
    return [each for each in PARTICULARS if not _published(each, brief, company)]


def unpublished(brief: Brief, company: Company) -> Iterator[Finding]:
    """Yield a finding for each particular that is missing, each of its own rule."""
    for each in missing(brief, company):
        value = each.value(brief, company)
        said = NEITHER if value is None else UNPUBLISHED
        mend = SETTLE if value is None else SAY_IT.format(line=LINE.format(label=each.label, value=value))
        yield Finding(
            f"campaign.publish-{each.id}", said.format(campaign=called(brief), what=each.name), mend, (brief.id,)
        )


def announcement(brief: Brief, company: Company) -> Text:
    """Return what is published before the campaign begins: its theme, then each particular that the brief settles.

    What the brief leaves open is left out. The words are the learner's: escape them before they go into a page.
    """
    name, theme = brief.name.strip(), brief.theme.strip()
    head = (AD if brief.paid or brief.ad_marked else Text("", "")) + same("\n".join(filter(None, (name, theme))))
    lines = [] if head == Text("", "") else [head]
    for each in PARTICULARS:
        value = each.value(brief, company)
        if value is not None:
            lines.append(LINE.format(label=each.label, value=value))
    return join(lines, "\n", "\n")


def to_publish(brief: Brief, company: Company) -> Text:
    """Return the text that goes out: the brief's own, else the announcement made from it."""
    return same(brief.text) if brief.text.strip() else announcement(brief, company)


def _published(each: Particular, brief: Brief, company: Company) -> bool:
    if not brief.text.strip():
        return each.value(brief, company) is not None
    return bool(each.pattern.search(brief.text)) or (each.id == "prize-name" and _names_prizes(brief))


def _names_prizes(brief: Brief) -> bool:
    return bool(brief.ranks) and all(prize.name.strip() and prize.name.strip() in brief.text for prize in brief.ranks)


# ---- what a brief settles


def _line(field: str) -> Value:
    def value(brief: Brief, _: Company) -> Text | None:
        written = str(getattr(brief, field)).strip()
        return same(written) if written else None

    return value


def _levels(brief: Brief, _: Company) -> Text | None:
    if len(brief.ranks) == 1:
        return ONE_RANK
    return join(list(RANKS[: len(brief.ranks)])) if brief.ranks else None


def _of_each(told: Callable[[Prize], bool], say: Callable[[Text, Prize], Text], alone: Text | None = None) -> Value:
    """Return what is said of every prize; None unless all of them have it. `alone` says it of a single one."""

    def value(brief: Brief, _: Company) -> Text | None:
        if not brief.ranks or not all(told(prize) for prize in brief.ranks):
            return None
        if alone and len(brief.ranks) == 1:
            prize = brief.ranks[0]
            return alone.format(price=yuan(prize.value), number=prize.number)
        return join([say(rank, prize) for rank, prize in zip(RANKS, brief.ranks, strict=False)], "，", ", ")

    return value


def _who_may(brief: Brief, _: Company) -> Text | None:
    if not brief.who_may.strip():
        return None
    return same(brief.who_may.strip()) + (NO_STAFF if brief.insiders_barred else Text("", ""))


def _how(brief: Brief, _: Company) -> Text | None:
    acts = [ACTIONS[each] for each in ACTIONS if each in brief.actions]
    acts += [MENTION.format(count=brief.mentions)] if brief.mentions else []
    if not acts or not brief.starts or not brief.ends:
        return None
    return join(acts) + DURING.format(starts=day_said(brief.starts), ends=day_said(brief.ends))


def _draw_on(brief: Brief, _: Company) -> Text | None:
    return ON.format(day=day_said(brief.draw_on)) if brief.draw_on else None


def _claim_by(brief: Brief, _: Company) -> Text | None:
    return UNTIL.format(day=day_said(brief.claim_by)) if brief.claim_by else None


def _kind(brief: Brief, _: Company) -> Text | None:
    return KINDS[brief.prize_kind] if brief.prize_kind else None


def _organiser(brief: Brief, company: Company) -> Text | None:
    if not brief.contact.strip() or not brief.account:
        return None
    account = company.account(brief.account).name
    return ORGANISER.format(name=company.name, account=account, contact=brief.contact.strip())


def _each(  # noqa: PLR0913, PLR0917 - a row of the table below
    name: str, zh: str, en: str, label: str, value: Value, pattern: str, *fields: str
) -> Particular:
    english = en[0].upper() + en[1:]
    return Particular(name, Text(zh, en), Text(label, english), value, re.compile(pattern), fields)


_DAY = r"(?:\d{4} ?[-年/.]|\d{1,2} ?[月日号点天个])"
PARTICULARS: tuple[Particular, ...] = (
    _each("levels", "奖项", "prize levels", "奖项", _levels, r"奖项|[一二三特头]等奖|幸运奖|参与奖", "prizes"),
    _each("prize-name", "奖品品名", "prize", "奖品", _of_each(lambda prize: bool(prize.name.strip()),
          lambda _, prize: same(prize.name.strip())), r"奖品 ?[：:]|品名 ?[：:]", "prizes"),
    _each("prize-type", "奖品种类", "kind of prize", "奖品种类", _kind,
          r"奖品种类|实物|优惠券|代金券|礼券|现金|体验券", "prize_kind"),
    _each("amount", "奖金金额或奖品价格", "amount or price", "奖品价格", _of_each(lambda prize: prize.value > 0,
          lambda rank, prize: WORTH.format(rank=rank, price=yuan(prize.value)), WORTH_ALONE),
          r"(?:价值|价格|市价|售价|奖金)[^。\n]{0,12}\d|\d ?元", "prizes"),
    _each("number", "奖品数量或中奖概率", "number or odds", "奖品数量", _of_each(lambda prize: prize.number > 0,
          lambda rank, prize: PIECES.format(rank=rank, number=prize.number), PIECES_ALONE),
          r"(?:\d|[一二两三四五六七八九十百]) ?[名份个位套盒张罐只](?!好友)|中奖(?:概率|率)|奖品数量", "prizes"),
    _each("who-may", "参与条件", "who may take part", "参与条件", _who_may,
          r"(?:参与|参加)条件|(?:限|面向|凡|年满|所有)[^，。\n]{0,15}(?:粉丝|用户|读者|顾客|会员|岁|人)", "who_may"),
    _each("how", "参与方式", "how to take part", "参与方式", _how,
          r"(?:参与|参加)方式|转发|评论|留言|投稿|晒", "actions", "starts", "ends"),
    _each("draw-time", "开奖时间", "when the draw is held", "开奖时间", _draw_on,
          rf"开奖时间|(?:开奖|抽奖|揭晓|公布)[^。\n]{{0,12}}{_DAY}|{_DAY}[^。，\n]{{0,12}}(?:开奖|抽出|揭晓|公布)",
          "draw_on"),
    _each("draw-how", "开奖方式", "how the draw is held", "开奖方式", _line("draw_how"),
          r"(?:开奖|抽奖)方式|抽奖(?:平台|工具)|随机抽|评委|评选", "draw_how"),
    _each("claim-time", "兑奖时间", "when prizes are claimed", "兑奖时间", _claim_by,
          rf"(?:兑奖|领奖)时间|(?:兑奖|领奖|领取)[^。\n]{{0,12}}{_DAY}|{_DAY}[^。\n]{{0,6}}[内前][^。\n]{{0,12}}"
          r"(?:兑|领|私信|回复|联系)", "claim_by"),
    _each("claim-needs", "兑奖条件", "what a winner must show", "兑奖条件", _line("claim_needs"),
          r"(?:兑奖|领奖)条件|凭[^。\n]{1,15}[领兑]|(?:本人|中奖账号)[^。\n]{0,10}[领兑]", "claim_needs"),
    _each("claim-how", "兑奖方式", "how prizes are claimed", "兑奖方式", _line("claim_how"),
          r"(?:兑奖|领奖|领取)方式|私信|到店[领兑]", "claim_how"),
    _each("delivery", "奖品交付方式", "delivery", "奖品交付", _line("delivery"),
          r"交付|寄出|邮寄|寄到|快递|包邮|自取|发放", "delivery"),
    _each("forfeit", "弃奖条件", "when a prize is forfeited", "弃奖条件", _line("forfeit"),
          r"弃奖|视为放弃|视作放弃|逾期|过期不", "forfeit"),
    _each("organiser", "主办方及其联系方式", "organiser and contact", "主办方", _organiser,
          r"主办[^\n]{0,60}(?:联系|电话|私信|邮箱|客服|\d{7})", "contact", "account"),
)  # fmt: skip
