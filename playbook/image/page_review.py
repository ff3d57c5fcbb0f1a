"""What a page lacks: its elements, its words for who, what and where, a way on, and somebody who has looked at it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from playbook.facts import Facts
from playbook.image import words
from playbook.image.parts import Page, Positioning
from playbook.image.plan import ImagePlan
from playbook.image.raised import blank, called, holds, raised, there
from playbook.language import Text, join
from playbook.refused import meant
from playbook.rules import Finding, rule

INVITES = re.compile(
    r"聊|问|说说|讲讲|留言|评论|私信|告诉我|告诉我们|[？?]|\b(?:ask|tell|talk|write|message)\b", re.IGNORECASE
)
SELLS = re.compile(
    r"下单|特价|特惠|优惠|折扣|[0-9一二三四五六七八九]折|抢购|秒杀|促销|满减|包邮|买一送一|清仓"
    r"|\b(?:buy now|order now|\d+% off|discounts?|bargains?|sale|free shipping)\b",
    re.IGNORECASE,
)
TEXTS = 3  # so many texts on a page make a wall possible
SEEN_BY_NONE = Text(
    "{page} 还没有请外人看过五秒（问全三句）；要 {least} 个人。",
    "No outsider has looked at {page} for five seconds yet (with all three answers); {least} are wanted.",
)
SEEN_BY_FEW = Text(
    "请外人看 {page} 五秒，问全三句的只有 {count} 个，要 {least} 个人。",
    "Outsiders who looked at {page} for five seconds and gave three answers: {count}; {least} are wanted.",
)
LACKS = Text("{page} 还缺：{lacks}。", "{page} still lacks: {lacks}.")


def page_review(plan: ImagePlan, page: Page, facts: Facts) -> Iterator[Finding]:
    """Yield what a page lacks, and what is too much of it."""
    name = called(page, facts)
    yield from _elements(page, name)
    yield from _setup(plan.positioning, page, name)
    yield from _bio(plan.positioning, page, name)
    yield from _cover(plan.positioning, page, name)
    yield from _carousel(page, name)
    yield from _modules(page, name)
    yield from _open(page, name)
    yield from _looks(page, name)


def _elements(page: Page, name: Text) -> Iterator[Finding]:
    """Six of article 3, then what article 5 adds to them: what is missing is named once."""
    six = {
        "avatar": page.avatar, "cover": page.cover, "bio": page.bio, "tags": page.tags, "linked": page.linked,
        "verified": page.verified != "none",
    }  # fmt: skip
    more = {"nickname": page.nickname, "domain": page.domain, "modules": page.modules}
    for rule_id, wanted in (("six-setup-elements", six), ("vi-elements-six", more)):
        lacks = [each for each, value in wanted.items() if not value or value == " "]
        if lacks:
            yield raised(rule_id, LACKS, _filled(lacks), f"{page.account}/{lacks[0]}", page=name, lacks=_named(lacks))


def _named(lacks: list[str]) -> Text:
    """Return how the form calls what is missing."""
    return join([words.LABELS[each] for each in lacks])


def _filled(lacks: list[str]) -> Text:
    """Return which sections of the form to open for what is missing, each once, and what to do there."""
    return join(list(dict.fromkeys(words.FILLED[each] for each in lacks)), "", " ")


def _setup(positioning: Positioning, page: Page, name: Text) -> Iterator[Finding]:
    raise_ = partial(raised, "setup-highlights-name-industry")
    if positioning.brand and not holds(f"{page.nickname} {page.domain}", positioning.brand):
        said = Text(
            "{page} 的昵称和域名里都没有“{brand}”。", "Neither nickname nor domain of {page} has “{brand}” in it."
        )
        yield raise_(said, words.IN_NAME, f"{page.account}/nickname", page=name, brand=positioning.brand)
    shown = " ".join([page.nickname, *(tag.word for tag in page.tags)])
    if positioning.trade and not holds(shown, positioning.trade):
        said = Text(
            "{page} 的昵称和标签里都看不出行业（{trade}）。",
            "Neither nickname nor tags of {page} tell the trade ({trade}).",
        )
        yield raise_(said, words.IN_TAGS, f"{page.account}/tags", page=name, trade=positioning.trade)


def _bio(positioning: Positioning, page: Page, name: Text) -> Iterator[Finding]:
    """Who, what, where: a bio that is written must tell a stranger all three in our own words for them."""
    what = positioning.trade + "、" + positioning.products
    asked = {"who": positioning.brand, "what": what.strip("、"), "where": positioning.places}
    if blank(page.bio):
        return
    untold = [each for each, ours in asked.items() if blank(ours)]
    lacks = [words.ASKED[each] for each, ours in asked.items() if ours and not holds(page.bio, ours)]
    if lacks:
        said = Text("{page} 的简介没有说：{lacks}。", "The bio of {page} does not say {lacks}.")
        yield raised("bio-who-what-where", said, words.TELL, f"{page.account}/bio", page=name, lacks=join(lacks))
    if untold:
        said = Text(
            "定位里没有写我们自己的词：{lacks}，{page} 的简介没法对照。",
            "The positioning has no words of ours for {lacks}, so the bio of {page} cannot be held against it.",
        )
        mend = Text("在定位里写上这几个词。", "Enter these words under Positioning.")
        yield raised(
            "bio-who-what-where",
            said,
            mend,
            "positioning",
            page=name,
            lacks=join([words.ASKED[each] for each in untold]),
        )


def _cover(positioning: Positioning, page: Page, name: Text) -> Iterator[Finding]:
    wanted = {"brand": positioning.brand, "promise": positioning.promise}
    lacks = [words.LABELS[each] for each, ours in wanted.items() if ours and not holds(page.cover, ours)]
    if page.cover.strip() and lacks:
        said = Text("{page} 的封面上没有：{lacks}。", "The cover of {page} does not show {lacks}.")
        yield raised(
            "background-related-to-brand", said, words.ON_COVER, f"{page.account}/cover", page=name, lacks=join(lacks)
        )


def _carousel(page: Page, name: Text) -> Iterator[Finding]:
    """A carousel that is begun; a page without one is judged by what stands in its place."""
    if not page.carousel:
        return
    values = rule("image.carousel-3-4").values
    count = len(page.carousel)
    if not values["min"] <= count <= values["max"]:
        said = Text(
            "{page} 的轮播图有 {count} 张，不是三四张。", "{page} has {count} carousel pictures, not three or four."
        )
        yield raised("carousel-3-4", said, words.THREE_OR_FOUR, f"{page.account}/carousel", page=name, count=count)
    themes = {each.theme for each in page.carousel}
    lacks = [said for theme, said in words.THEMES.items() if theme and theme not in themes]
    if lacks:
        said = Text("{page} 的轮播图没有讲：{lacks}。", "The carousel of {page} has nothing on {lacks}.")
        yield raised("carousel-3-4", said, words.EVERY_THEME, f"{page.account}/carousel", page=name, lacks=join(lacks))


def _modules(page: Page, name: Text) -> Iterator[Finding]:
    filled = there(each for each in page.modules if each.holds.strip())
    lacks = [said for each, said in words.MODULES.items() if each and each not in filled]
    if page.modules and lacks:
        yield raised("info-modules-five", LACKS, words.BLOCKS, f"{page.account}/modules", page=name, lacks=join(lacks))
    missing = {"site": page.site, "entry": page.entry}
    gone = [each for each, value in missing.items() if blank(value)]
    if gone:
        said = Text("{page} 上，来的人找不到：{lacks}。", "On {page} a visitor does not find: {lacks}.")
        yield raised("design-like-website", said, _filled(gone), f"{page.account}/entry", page=name, lacks=_named(gone))


def _open(page: Page, name: Text) -> Iterator[Finding]:
    """A page that sells in most of its texts is a wall; one that asks nobody anything is a brochure."""
    texts = [
        text for text in (page.bio, page.cover, page.pinned, *(each.says for each in page.carousel)) if text.strip()
    ]
    selling = [text for text in texts if meant(SELLS, [text])]
    if len(texts) >= TEXTS and len(selling) * 2 > len(texts):
        said = Text(
            "{page} 上的 {all} 段话里有 {count} 段在卖东西，像一面广告墙。",
            "{count} of {all} texts on {page} sell something: the page is a wall of advertising.",
        )
        yield raised(
            "relaxed-interactive-design",
            said,
            words.LESS_SELLING,
            page.account,
            page=name,
            count=len(selling),
            all=len(texts),
        )
    if page.bio.strip() and not INVITES.search(f"{page.bio}\n{page.pinned}"):
        said = Text(
            "{page} 的简介和置顶里，没有一句请人开口的话。",
            "Neither bio nor pinned post of {page} invites anybody to talk.",
        )
        yield raised("relaxed-interactive-design", said, words.INVITE, f"{page.account}/pinned", page=name)


def _looks(page: Page, name: Text) -> Iterator[Finding]:
    least = rule("image.first-impression").values["least"]
    whole = [each for each in page.looks if all(map(str.strip, (each.by, each.who, each.what, each.official)))]
    if len(whole) < least:
        said = SEEN_BY_FEW if whole else SEEN_BY_NONE
        at = f"{page.account}/looks"
        yield raised("first-impression", said, words.LOOK, at, page=name, count=len(whole), least=least)
    for asked, count in Counter(each for look in whole for each in look.wrong).items():
        if count >= 2:  # noqa: PLR2004 - one may have looked away, two have not
            said = Text(
                "看 {page} 的 {all} 个外人里，有 {count} 个没有答对：{asked}。",
                "Of {all} outsiders who looked at {page}, {count} got this wrong: {asked}.",
            )
            yield raised(
                "first-impression", said, words.LOOK_AGAIN, f"{page.account}/looks",
                page=name, all=len(whole), count=count, asked=words.QUESTIONS[asked],
            )  # fmt: skip
    if blank(page.checked_by) or page.checked_on is None:
        said = Text(
            "{page} 还没有人对着定位和口吻卡查过一遍（谁，哪天）。",
            "Nobody has held {page} against the positioning and the voice card yet (who, and on which day).",
        )
        yield raised("company-face", said, words.CHECK, f"{page.account}/checked", page=name)
