"""What belongs to others: people's data, and what somebody else wrote, drew or filmed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from playbook.content.draft import Draft
from playbook.content.reading.lists import Found, any_of, places, words
from playbook.content.reading.say import finding, masked
from playbook.content.reading.seen import Seen
from playbook.language import Text
from playbook.rules import Finding

DATA = ("phone", "number", "home", "shown_message", "private_facts")
LEAST, PHONE = 5, 11  # digits of a number that may be a person's; of a mobile telephone
BEFORE = 40  # characters before a name or a number that tell whose it is
TITLED = re.compile(r"先生|女士|小姐")
GIVEN = (
    Text("像是公开了别人的个人信息：{words}。", "It seems to give away somebody’s personal data: {words}."),
    Text(
        "删掉，或改到认不出是谁（“一位客人”）。问一句：本人同意公开吗？孩子要监护人同意；截图要遮住头像和名字。",
        (
            "Take it out, or make the person unknowable (“a customer”). Ask: did they agree to this "
            "being public? For a child the guardian must; in a screenshot hide face and name."
        ),
    ),
)
CHILD = (
    Text("写了孩子的全名，旁边有年龄组或年级：{words}。", "A child’s full name beside an age group or class: {words}."),
    Text(
        "问一句：监护人同意公开吗？不满十四周岁的，没有同意就只写姓，或者写“一位小队员”。",
        "Ask: did the guardian agree? Under fourteen, without consent, give the surname alone or “a young player”.",
    ),
)
AT_WORK = (
    Text("公布了一个人的联系方式：{words}。", "It publishes how to reach a person: {words}."),
    Text(
        "问一句：是工作电话吗？本人同意吗？都是，可以留；不是，换成总机或客服号码。",
        "Ask: is it a number for work, and did they agree? If both, leave it; if not, give the office’s number.",
    ),
)
ASKED = (
    Text(
        "请人在公开的评论里留个人信息：{words}。", "It asks people to post personal data in public comments: {words}."
    ),
    Text(
        "改成私信、表单或订单页收集，只收用得着的，写明用途和保存多久。",
        ("Collect it by message, form or order page; only what is needed, saying what for and how long it is kept."),
    ),
)


def personal_data(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001 - readers are alike
    """Find somebody's personal data given away, and people asked to give theirs in the comments."""
    lists = words("proofs")
    given = sorted([*any_of(lists, *DATA, seen=seen), *_named(seen)], key=lambda each: each.start)
    at_work = {each for each in given if _reaches(each) and _follows(seen, each, "work")}
    for found, (what, mend) in (
        ([each for each in given if each not in at_work], GIVEN),
        (_children(seen), CHILD),
        ([each for each in given if each in at_work], AT_WORK),
        (lists["ask_data"].found(seen), ASKED),
    ):
        at = places(found)
        if at:
            yield finding("personal-data", what, mend, at, shown=[masked(each, LEAST) for each in at])


def _named(seen: Seen) -> list[Found]:
    """Return full names with a title, without those whose office the post tells anywhere."""
    found = words("proofs")["full_name"].found(seen)
    known = {each.words for each in words("proofs")["full_name"].all(seen) if _follows(seen, each, "office")}
    return [each for each in found if each.words not in known]


def _children(seen: Seen) -> list[Found]:
    """Return full names of children that stand not far behind an age group or a class, or just before it."""
    ages = [each.start for each in words("proofs")["age_group"].found(seen)]
    found = words("proofs")["child"].found(seen) if ages else []
    return [_name_alone(seen, each) for each in found if _between(ages, each.start - 3 * BEFORE, each.end + BEFORE)]


def _between(places: list[int], first: int, last: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] <= last


def _name_alone(seen: Seen, each: Found) -> Found:
    """Return a child's name without the word that leads to it."""
    whole = words("proofs")["child"].pattern.match(seen.plain, each.start)
    start, end = whole.span(1) if whole else (each.start, each.end)
    return Found(start, end, seen.original(start, end))


def _follows(seen: Seen, each: Found, block: str) -> bool:
    """Tell whether words of a block stand just before a place."""
    return bool(words("proofs")[block].pattern.search(seen.plain[max(0, each.start - BEFORE) : each.start]))


def _reaches(each: Found) -> bool:
    """Tell whether what was found is a mobile telephone number or a name with a title."""
    return bool(TITLED.search(each.words)) or sum(sign.isdigit() for sign in each.words) == PHONE


def unnamed_source(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Find somebody else's text, picture, video or joke without its maker's name or permission."""
    found = words("proofs")["borrowed"].found(seen)
    unknown = draft.origin == "unknown" and (draft.has_image or draft.has_video)
    uncredited = draft.origin == "licensed" and not draft.source and not words("proofs")["credit"].found(seen)
    if (found or unknown) and not draft.source:
        yield finding(
            "named-source",
            Text(
                "用了别人的东西，没有说是谁的{where}。",
                "It uses what somebody else made and does not say whose{where}.",
            ).format(
                where=Text("：{words}", ": {words}")
                if found
                else Text("（配的图或视频来历不明）", " (the picture or video is of unknown origin)")
            ),
            Text(
                "找到作者，问过再用，正文里写名字；找不到就换成自己拍的。“侵删”不是许可。",
                (
                    "Find who made it, ask, and print the name; if you cannot, use your own. “侵删” (we "
                    "delete on complaint) is no permission."
                ),
            ),
            places(found),
        )
    elif uncredited:
        yield finding(
            "named-source",
            Text(
                "标了“已获许可并署名”，却没有写是谁的。",
                "It is ticked as used with permission and a name, and no name is given.",
            ),
            Text(
                "在正文里 @ 作者或写上名字，并在“来源”一栏记下许可。",
                "Mention or name the author in the text, and note the permission under “source”.",
            ),
        )
