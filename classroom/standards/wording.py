"""How texts are set and which words they do without: Chinese typography, filler, what is not written yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from classroom.outline import outline
from classroom.standards.fault import Fault
from classroom.standards.texts import Said, everything_said
from playbook.language import LANGUAGES, Language

PLACEHOLDER: dict[Language, str] = {"zh": "【待写】", "en": "[to write]"}
UNFINISHED = ("notebooks/", "exercises/specs/", "docs/facilitator/")
STYLE = "docs/style"  # the style guide shows what not to write

AS_WRITTEN = re.compile(r"“\d[\d.]*(万\+?|分钟前|月\d+日)")  # the platform's own way to write counts and times, quoted
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
_LATIN = r"[A-Za-z0-9]"
_POINT = "，。：；？！、"
# One choice for the whole course. What is looked for, and what to do about it.
TYPOGRAPHY: dict[str, str] = {
    rf"{_HAN}{_LATIN}|[A-Za-z0-9%]{_HAN}": "put a space between Chinese and Latin letters or digits",
    rf"{_HAN} ?[,;:?!]|{_HAN}\.(?!\w)|[,;:?!]{_HAN}": "use full-width punctuation: ，。：；？！",
    rf"{_HAN} ?\(|\({_HAN}|{_HAN}\)|\) ?{_HAN}": "use full-width parentheses: （）",
    rf"[「」『』]|[\"']{_HAN}|{_HAN}[\"']": "use the quotation marks “ ”",
    rf"[\w%”）] [{_POINT}（）]|[{_POINT}（] \S": "leave out the space next to full-width punctuation",
    r"\d [%℃]": "leave out the space before % and ℃",
    r"(?<![\d.-])\d{1,4} ?[-~–] ?\d{1,4}(?![\d-])": "write a range with — or 到, as in 2011—2014 年",
    rf"[{_POINT}]{{2,}}": "keep one punctuation mark of the two",
    r"\.{3}|(?<![…\[{])…(?!…)|…{3,}": "write an ellipsis as ……",
}
# They tell a reader who finds it hard that it is easy, or say nothing at all. (“How easily”, “most easily” compare.)
FILLER: dict[Language, tuple[str, ...]] = {
    "zh": ("只需", "显然", "众所周知", "轻松", "不难发现", "不难看出", "很简单", "简单地", "简单来说", "毫无疑问"),
    "en": (
        *(
            "simply",
            "just",
            "obviously",
            r"(?<!\b(?:most|more|less) )(?<!\bhow )easily",
            "of course",
            "merely",
            "basically",
        ),
        *("needless to say", "as everyone knows", "as everybody knows", "as you know"),
    ),
}


def chinese_is_set_in_one_way() -> Iterator[Fault]:
    """Chinese has full-width ，。：；？！（）, “ ”, ……, a space beside Latin letters and digits, and — in ranges."""
    for text in everything_said("zh"):
        for what, found in badly_set(text):
            yield text.fault(f"{found!r}: {what}")


def badly_set(text: Said) -> Iterator[tuple[str, str]]:
    """Yield what to do and the characters in question, for every fault in the setting of a Chinese text."""
    words = re.sub(
        r"\{[^{}]*\}", "\ufffc", AS_WRITTEN.sub("“X", text.prose)
    )  # what will be filled in is neither Chinese nor Latin
    bare = words.replace("**", "")
    for looked_for, what in TYPOGRAPHY.items():
        # The space after a closing `**` makes bold text show, so spaces are looked at with the marks in place.
        found = re.search(looked_for, words if "space next" in what else bare)
        if found and re.search(_HAN, bare):
            yield what, bare[max(found.start() - 6, 0) : found.end() + 6]


def no_filler_is_left() -> Iterator[Fault]:
    """No text says 只需, 显然, simply, just or their like: they shame who finds it hard and tell the others nothing."""
    patterns: dict[Language, re.Pattern[str]] = {
        "zh": re.compile("|".join(FILLER["zh"])),
        "en": re.compile(rf"\b({'|'.join(FILLER['en'])})\b", re.IGNORECASE),
    }
    for text in everything_said():
        if not text.file.startswith(STYLE) and (found := patterns[text.language].search(text.prose)):
            yield text.fault(f"says {found.group()!r}; leave it out, or say what is meant")


def nothing_is_left_to_write() -> Iterator[Fault]:
    """What is published has no `【待写】` or `[to write]` left: pages, specs, facilitator pages, rules, outline."""
    for text in everything_said():
        is_meant = text.file.startswith(UNFINISHED) or text.file.endswith("rules.toml")
        if is_meant and (sign := PLACEHOLDER[text.language]) in text.words:
            yield text.fault(f"still has {sign}; write it, or make the lesson a draft in outline.toml")
    for system in outline().system:
        lessons = [lesson for lesson in system.lesson if not lesson.draft]
        texts = [system.title, system.about] if lessons else []
        for title in (*texts, *(text for lesson in lessons for text in (lesson.title, *lesson.objectives))):
            if any(PLACEHOLDER[language] in title.in_language(language) for language in LANGUAGES):
                yield Fault("outline.toml", system.id, f"still has {title.zh!r}, {title.en!r}; write it")
