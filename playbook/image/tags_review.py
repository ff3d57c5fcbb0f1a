"""Tags and names: whether they can be found, whether they last, and whether they claim what is not so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.facts import Facts
from playbook.image import words
from playbook.image.parts import Limits, Page, Positioning
from playbook.image.plan import ImagePlan
from playbook.image.raised import blank, called, holds, raised
from playbook.language import Text, join
from playbook.microblog import length
from playbook.refused import meant
from playbook.rules import Finding

SIGNS = re.compile(r"[^\w-]")
OFFICIAL = re.compile(r"官方|官博|总部|总店|唯一|授权|official|headquarters", re.IGNORECASE)
COPIES = re.compile(
    r"照搬|照抄|山寨|高仿|仿冒|一模一样|抄|\bcop(?:y|ies|ied)\b|\bclone|\bidentical\b|\bpose as\b", re.IGNORECASE
)
TAGS = "tags-stable-or-rotating"


def tags_review(plan: ImagePlan, page: Page, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with a page’s name and its tags."""
    name = called(page, facts)
    yield from _name(plan.limits, page, name)
    yield from _claims(page, name)
    yield from _found(plan.positioning, page, name)
    yield from _sources(page, name)
    yield from _slots(plan, page, name)


def _name(limits: Limits, page: Page, name: Text) -> Iterator[Finding]:
    nickname = page.nickname.strip()
    if not nickname:
        return
    at = f"{page.account}/nickname"
    long = length(nickname)
    if not limits.name_least <= long <= limits.name_most:
        said = Text(
            "{page} 的昵称算 {long} 个字（两个英文字母或数字算一个），不在 {least} 到 {most} 之间。",
            "The nickname of {page} comes to {long} characters (two Latin letters or digits count one), not "
            "{least} to {most}.",
        )
        yield raised(
            "nickname-form",
            said,
            words.SHORTEN,
            at,
            page=name,
            long=long,
            least=limits.name_least,
            most=limits.name_most,
        )
    odd = sorted(set(SIGNS.findall(nickname)))
    if odd:
        said = Text(
            "{page} 的昵称里有用不了的字符：{odd}", "The nickname of {page} has characters that cannot be used: {odd}"
        )
        shown = " ".join("␣" if each.isspace() else each for each in odd)
        yield raised("nickname-form", said, words.PLAIN_SIGNS, at, page=name, odd=shown)


def _claims(page: Page, name: Text) -> Iterator[Finding]:
    claim = meant(OFFICIAL, [page.nickname])
    if claim and page.verified == "none":
        said = Text(
            "{page} 的名字里写着“{claim}”，却没有认证。", "{page} says “{claim}” in its name and is not verified."
        )
        yield raised(
            "official-only-verified", said, words.VERIFY_OR_DROP, f"{page.account}/nickname", page=name, claim=claim
        )
    copied = meant(COPIES, [page.modelled_on, page.avatar, page.cover])
    if copied:
        said = Text(
            "{page} 的样子是照着别家来的（“{copied}”），容易让人认错。",
            "{page} copies somebody else’s look (“{copied}”), and may be taken for them.",
        )
        yield raised("no-borrowed-look", said, words.OWN_LOOK, f"{page.account}/modelled_on", page=name, copied=copied)


def _found(positioning: Positioning, page: Page, name: Text) -> Iterator[Finding]:
    """Article 3’s tags are words somebody searches: the company, the trade, a product."""
    if not page.tags:
        return
    text = "、".join(tag.word for tag in page.tags)
    wanted = {"brand": positioning.brand, "trade": positioning.trade, "products": positioning.products}
    lacks = [words.LABELS[each] for each, ours in wanted.items() if ours and not holds(text, ours)]
    if lacks:
        said = Text("{page} 的标签里没有：{lacks}。", "The tags of {page} have no word for {lacks}.")
        yield raised("tags-search", said, words.SEARCHED, f"{page.account}/tags", page=name, lacks=join(lacks))


def _sources(page: Page, name: Text) -> Iterator[Finding]:
    sources = {tag.source for tag in page.tags if tag.word.strip()}
    lacks = [said for each, said in words.SOURCES.items() if each and each not in sources]
    if page.tags and lacks:
        said = Text("{page} 的标签没有一个来自：{lacks}。", "No tag of {page} comes from {lacks}.")
        yield raised(
            "tags-four-sources", said, words.FOUR_SOURCES, f"{page.account}/tags", page=name, lacks=join(lacks)
        )


def _slots(plan: ImagePlan, page: Page, name: Text) -> Iterator[Finding]:
    """A slot says what it follows and until when; more than one takes the lasting image away, whoever wants it so."""
    at, slots = f"{page.account}/slots", page.slots
    bare = [each for each in slots if blank(each.topic) or blank(each.why)]
    if bare:
        said = Text(
            "{page} 随热点换的标签，没有写跟的是哪个热点、和我们有什么关系：{bare}。",
            "A tag of {page} that follows a hot topic does not say which, or what it has to do with us: {bare}.",
        )
        named = join([Text("“{word}”", "“{word}”").format(word=each.word) for each in bare], "")
        yield raised("tags-refresh-with-hot", said, words.WHICH_TOPIC, at, page=name, bare=named)
    if any(each.until is None for each in slots) and not plan.holds(TAGS, "rotating"):
        said = Text("{page} 有一个换着用的标签没有写用到哪天。", "A changing tag of {page} has no last day.")
        yield raised("one-slot-rotates", said, words.LAST_DAY, at, page=name)
    if len(slots) > 1 and not plan.holds(TAGS, "rotating"):
        said = Text(
            "{page} 有 {count} 个标签跟着热点换，固定的有 {fixed} 个。",
            "{count} tags of {page} change with hot topics, and {fixed} stay.",
        )
        yield raised("one-slot-rotates", said, words.ONE_SLOT, at, page=name, count=len(slots), fixed=len(page.tags))
    if slots and not page.tags:
        said = Text(
            "{page} 的标签全跟着热点换，没有一个是固定的：过几个月没人记得我们是谁。",
            "Every tag of {page} changes with hot topics and none stays: in a few months nobody knows who we are.",
        )
        yield raised("long-term-distinct-positioning", said, words.CORE_TAGS, at, page=name)
