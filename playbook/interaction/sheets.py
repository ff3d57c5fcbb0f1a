"""The example answers, read as a careful colleague reads them: no idle promise, no one's data, nobody hurt."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from playbook.content.draft import Draft
from playbook.content.reading import review_text
from playbook.content.reading.say import masked, quoted
from playbook.facts import Facts
from playbook.interaction.answering import is_answered
from playbook.interaction.kinds import message_said
from playbook.interaction.plan import Handling, InteractionPlan
from playbook.language import Text
from playbook.rules import Finding

PROMISE, POLITE, DATA = (
    "interaction.no-idle-promise", "interaction.polite-sheet", "interaction.no-data-in-public",
)  # fmt: skip
# Of what is read in a post, what is wrong in an answer too; hooks, lengths and closing questions are for posts.
ALSO = ("content.absolute-words", "content.health-claims", "content.true-figures", "content.ad-mark")
OF_CONTENT = "content.personal-data"
# A clause that asks the reader to take something away asks for no data.
TAKE_AWAY = re.compile(
    r"[^，。；！？,.;!?\n]{0,30}(?:删|撤回|隐藏|\bdelete|\bremove)[^，。；！？,.;!?\n]{0,60}", re.IGNORECASE
)
# Nor does one that asks for something in a private message. Numbers it holds are found before (`promises.toml`).
IN_PRIVATE = re.compile(
    r"[^，。；！？,.;!?\n]{0,60}(?:私信|私聊|(?:\bprivate|\bdirect) messages?|\bmessage us)[^，。；！？,.;!?\n]{0,60}",
    re.IGNORECASE,
)
# A company's own lines: 400 and 800 numbers, and a fixed line that is not said to be, or to reach, the reader's.
OWN_LINES = re.compile(
    r"(?<!\d)[48]00[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)"
    r"|(?<!您的电话)(?<!你的电话)(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)(?![^，。；！？,.;!?\n]{0,20}(?:您|你|\byou\b))",
    re.IGNORECASE,
)
LEAST = 5  # digits of a number that is hidden in a finding: somebody's
SAID: dict[str, tuple[str, Text, Text]] = {
    "promise": (
        PROMISE,
        Text("{kind}的样稿许了做不到的愿：{words}。", "The answer to “{kind}” promises what nobody can keep: {words}."),
        Text("改成谁、什么时候、做什么。", "Say who does what by when."),
    ),
    "rude": (
        POLITE,
        Text("{kind}的样稿在顶撞读者：{words}。", "The answer to “{kind}” snaps at the reader: {words}."),
        Text("先道歉或者先谢，再说怎么办。", "Begin with an apology or thanks, then say what will be done."),
    ),
    "data": (
        DATA,
        Text(
            "{kind}的样稿公开说，里面有或者要了个人信息：{words}。",
            "The answer to “{kind}” is public and gives or asks for personal data: {words}.",
        ),
        Text(
            "公开处只说“请私信”，号码和地址到私信里再问，只问用得着的。",
            "In public say “please message us”; ask for numbers in private, and only for what is needed.",
        ),
    ),
}


def sheets(plan: InteractionPlan, facts: Facts) -> Iterator[Finding]:
    """Find what an example answer should not say; personal data only where the answer is public."""
    for each in plan.triage:
        if each.sheet.strip() and is_answered(each):
            yield from _read(each, facts)


def personal(text: str, facts: Facts) -> list[str]:
    """Return the personal data that a public text holds or asks for, as it stands there; own lines are none."""
    text = OWN_LINES.sub("", text)
    found = [each[0] for each in _lists()["data"].finditer(text)]
    if found:
        return found
    draft = Draft(id="sheet", account=facts.main, text=IN_PRIVATE.sub("", TAKE_AWAY.sub("", text)))
    return [at for finding in review_text(draft, facts, only=(OF_CONTENT,)) for at in finding.at]


def _read(rule_of: Handling, facts: Facts) -> Iterator[Finding]:
    kind = message_said(rule_of.kind)
    sheet = OWN_LINES.sub("", rule_of.sheet)
    for block in ("promise", "rude"):
        found = [each[0] for each in _lists()[block].finditer(sheet)]
        if found:
            yield _finding(block, kind, found, rule_of.kind)
    draft = Draft(id="sheet", account=facts.main, text=rule_of.sheet)
    for finding in review_text(draft, facts, only=ALSO):
        what = Text("{kind}的样稿：", "The answer to “{kind}”: ").format(kind=kind) + finding.what
        yield Finding(finding.rule, what, finding.mend, (rule_of.kind,))
    given = personal(rule_of.sheet, facts) if rule_of.where in ("public", "both") else []
    if given:
        yield _finding("data", kind, given, rule_of.kind)


def _finding(block: str, kind: Text, found: list[str], at: str) -> Finding:
    rule_id, what, mend = SAID[block]
    words = quoted([masked(each, LEAST) for each in found])
    return Finding(rule_id, what.format(kind=kind, words=words), mend, (at,))


@cache
def _lists() -> dict[str, re.Pattern[str]]:
    """Read the lists (`promises.toml`), each as one pattern; every gap in them is bounded."""
    table = tomllib.loads(resources.files("playbook.interaction").joinpath("promises.toml").read_text("utf-8"))
    return {name: re.compile("|".join(block["words"]), re.IGNORECASE) for name, block in table.items()}
