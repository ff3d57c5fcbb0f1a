"""Claims that want a proof: health, figures and experts; and the declaration that AI made it."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.content.draft import Draft
from playbook.content.reading.lists import any_of, places, words
from playbook.content.reading.say import finding
from playbook.content.reading.seen import Seen
from playbook.content.reading.selling import offers
from playbook.language import Text
from playbook.rules import Finding


def cures(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001 - readers are alike
    """Find what says or hints that something which is no medicine cures, and health advice that leads to a clinic."""
    found = any_of(words("proofs"), "cures", "clinic", seen=seen)
    if found:
        yield finding(
            "health-claims",
            Text(
                "说了或暗示了治病、减肥一类的功效：{words}。",
                "It says or hints at curing, slimming or the like: {words}.",
            ),
            Text(
                "不是药的，不说治病、减肥；健康科普不带出诊所、药品和链接（《互联网广告管理办法》）。"
                "改写味道、做法、感受；有批准文号的，请法务核过再发。",
                "What is no medicine cures and slims nobody, and health advice leads to no clinic, medicine or link "
                "(Internet Advertising Measures). Write of taste, making and feeling instead; if there is an official "
                "approval, have a lawyer check the wording.",
            ),
            places(found),
        )


def unproved_figures(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Find figures and experts without a source, in a post that offers, recommends or speaks of our own goods."""
    lists = words("proofs")
    found = lists["figures"].found(seen)
    if found and not lists["sourced"].found(seen) and (lists["persuades"].found(seen) or offers(seen)):
        yield finding(
            "true-figures",
            Text("数字或说法没有出处：{words}。", "A figure or a quotation has no source: {words}."),
            Text(
                "写明谁、哪一年、查了多少人，留好原件；写不出来就删掉这个数或这句话（《广告法》第十一条）。",
                (
                    "Say who found it, when and among how many, and keep the original; if you cannot, take "
                    "the figure or the sentence out (Advertising Law, art. 11)."
                ),
            ),
            places(found),
        )


def undeclared_ai(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Find what AI made, by the writer's tick or by the text's own words, without the platform's declaration."""
    found = words("proofs")["ai_made"].found(seen)
    if not draft.ai_declared and (draft.made_with_ai or found):
        where = Text("（{words}）", " ({words})") if found else Text("", "")
        yield finding(
            "ai-mark",
            Text(
                "内容用了 AI{where}，还没有选声明。", "AI made part of it{where}, and the declaration is not chosen."
            ).format(where=where),
            Text(
                "发布时点“选择内容声明”，选“内容由 AI 生成”；正文里自己写一句不能代替它。",
                "When posting, choose “内容由AI生成” under “选择内容声明”; a line in the text does not replace it.",
            ),
            places(found),
        )
