"""What belongs to others: people's data, and what somebody else wrote, drew or filmed."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.content.draft import Draft
from playbook.content.reading.lists import any_of, places, words
from playbook.content.reading.say import finding
from playbook.content.reading.seen import Seen
from playbook.language import Text
from playbook.rules import Finding

DATA = ("phone", "number", "home", "full_name", "shown_message", "private_facts")


def personal_data(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001 - readers are alike
    """Find somebody's personal data given away, and people asked to give theirs in the comments."""
    lists = words("proofs")
    given, asked = any_of(lists, *DATA, seen=seen), lists["ask_data"].found(seen)
    if given:
        yield finding(
            "personal-data",
            Text("像是公开了别人的个人信息：{words}。", "It seems to give away somebody’s personal data: {words}."),
            Text(
                (
                    "删掉，或改到认不出是谁（“一位客人”）。问一句：本人同意公开吗？孩子要监护人同意；"
                    "截图要遮住头像和名字。"
                ),
                (
                    "Take it out, or make the person unknowable (“a customer”). Ask: did they agree to this "
                    "being public? For a child the guardian must; in a screenshot hide face and name."
                ),
            ),
            places(given),
        )
    if asked:
        yield finding(
            "personal-data",
            Text(
                "请人在公开的评论里留个人信息：{words}。",
                "It asks people to post personal data in public comments: {words}.",
            ),
            Text(
                "改成私信、表单或订单页收集，只收用得着的，写明用途和保存多久。",
                (
                    "Collect it by message, form or order page; only what is needed, saying what for and how "
                    "long it is kept."
                ),
            ),
            places(asked),
        )


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
