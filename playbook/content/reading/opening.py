"""How a post begins, and whether it can be understood without its link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.content.draft import Draft
from playbook.content.reading.elements import TAG, own_words
from playbook.content.reading.lists import Found, places, words
from playbook.content.reading.say import finding
from playbook.content.reading.seen import LINK_MARK, MENTION_MARK, Seen
from playbook.language import Text
from playbook.rules import Finding

BEGINS_WITHIN = 16  # characters before a formula: a title's bracket, an emoticon, the company's name
PROPER_WITHIN = 60  # characters in which a statement says that it is one
FIRST_LINE = 46  # about two lines on a phone
SHORT, TEASED, FULL = (
    11,
    22,
    36,
)  # characters beside title and link that say enough: plainly, teasing, under a teasing title
TELLS_ENOUGH = 75  # a post this long says something before it points elsewhere
BEGIN_WITH_IT = Text(
    "删掉这一句，从读者最想知道的那件事写起；套话后面如果有事实，把事实提到最前。",
    "Cut it and begin with what a reader wants to know; if a fact hides behind the formula, move it up.",
)
ONLY_WISHES = Text(
    "只有祝福的，写一件自己的事：今天谁在做什么，读者能看见什么。",
    "Where there are only good wishes, tell one thing of our own: who does what today, what can be seen.",
)
TITLE = re.compile(r"【[^【】\n]{0,80}】?")
LEAD = re.compile(r"^(?:#[^#\n]{0,64}#|[\W_])*")


def no_hook(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001 - readers are alike
    """Find an opening that is an empty formula."""
    lists = words("opening")
    lead = LEAD.match(seen.plain)
    start = lead.end() if lead else 0
    formula = [each for each in lists["formula"].found(seen) if each.start <= start + BEGINS_WITHIN // 2]
    salute = [each for each in lists["salute"].found(seen) if each.start <= start + 2]
    first_line = seen.plain[start : start + FIRST_LINE]
    if salute and not formula and lists["concrete"].pattern.search(first_line):
        salute = []
    if lists["proper"].pattern.search(seen.plain[: start + PROPER_WITHIN]):
        salute = []
    found = [*salute, *formula]
    if found and not draft.repost:
        yield finding(
            "title-text-image",
            Text(
                "开头是套话：{words}。第一行看完，读者还不知道有什么可看。",
                "It opens with a formula: {words}. After the first line a reader still does not know what is in it.",
            ),
            ONLY_WISHES if _only_wishes(seen, found) else BEGIN_WITH_IT,
            places(found[:2]),
        )


def _only_wishes(seen: Seen, found: list[Found]) -> bool:
    """Tell whether a post wishes or congratulates and then tells nothing: no day, no event, no goods."""
    lists = words("opening")
    wishes = any(lists["wishes"].pattern.search(each.words) for each in found)
    return wishes and not any(lists[name].pattern.search(seen.plain) for name in ("concrete", "news"))


def headline_and_link(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Find a post that cannot be understood once its link is taken away."""
    lists = words("opening")
    teasers = lists["teaser"].found(seen)
    if draft.repost or not (LINK_MARK in seen.plain or teasers) or not own_words(seen.text):
        return
    headline = _only_a_headline(seen, teasers)
    found = _withheld(seen) if headline is None else headline
    if found is not None:
        yield finding(
            "no-headline-plus-link",
            Text(
                "拿掉链接，就看不懂这条要说什么：{words}。", "Without the link nobody can tell what it says: {words}."
            ),
            Text(
                "把结论或最有用的一条写进正文，链接留给想细看的人。",
                "Put the answer, or the most useful part, into the post; leave the link to those who want more.",
            ),
            found or [seen.text.strip()[:40]],
        )


def _only_a_headline(seen: Seen, teasers: list[Found]) -> list[str] | None:
    """Return where a headline stands with too little beside it, None where there is enough."""
    title = TITLE.search(seen.plain)
    said = _body(seen, teasers)
    headline = title[0] if title else seen.plain
    teases = words("opening")["teaser_title"].pattern.search(headline)
    tells = words("opening")["concrete"].pattern.search(headline)
    least = SHORT if not teases else FULL if title else TEASED
    if len(said) >= least or (tells and not teases):
        return None
    where = seen.original(*title.span()) if title else ""
    return [each for each in (where, *places(teasers[:1])) if each]


def _withheld(seen: Seen) -> list[str] | None:
    """Return where the post says that what it promises lies behind the link; a long post has said enough."""
    lists = words("opening")
    said = len(_body(seen, []))
    found = lists["withheld"].found(seen) if said < TELLS_ENOUGH else []
    if not found and said < FULL and not lists["concrete"].pattern.search(seen.plain):
        found = lists["pointing"].found(seen)
    return list(places(found)) or None


def _body(seen: Seen, teasers: list[Found]) -> str:
    """Return what is said beside title, topics, link and the words that point to it, without signs."""
    kept = list(seen.plain)
    for each in teasers:
        kept[each.start : each.end] = " " * (each.end - each.start)
    text = TAG.sub("", TITLE.sub("", "".join(kept)))
    return re.sub(rf"[\W_{LINK_MARK}{MENTION_MARK}]", "", text)
