"""How long a post is, and what a list folds away behind 全文."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.content.draft import LONGEST, Draft
from playbook.content.reading.say import finding
from playbook.content.reading.seen import Seen
from playbook.language import Text, join
from playbook.microblog import HOOK, INVISIBLE, LINK, MENTION, hook, is_cut, length
from playbook.rules import Finding

ARTICLE = 500  # from here on nobody shortens a post to a list's length
BACK, LEAST, MOST = 24, 8, 18  # characters looked back for the start of a clause; shown of what is folded
HIDDEN = re.compile(f"[{INVISIBLE}]+|[^\\S\\n]+(?=\\s|$)|(?<=\\s)[^\\S\\n]+|\\n(?=\\n)")
CLAUSE_END = re.compile(r"[，。！？；,!?;\n]")
STOP = re.compile(r"[、：:）)\s]")
UNBROKEN = re.compile(r"[A-Za-z0-9.:%-]{1,20}")
CLOCK = r"[0-9][:：][0-9]{2}|[0-9一二三四五六七八九十]\s?点(?!赞)"
DATE = rf"(?:[0-9]\s?(?:月|日|号(?![线楼台]))|{CLOCK}|(?:周|星期)[一二三四五六日天末])"
ACT = (
    r"(?:报名|截止|截至|[开出预]售|开放|开门|开始|营业|停|举行|举办|开球|开赛|开课|开班|领取|活动时间|抢|集合|发车"
    r"|到店|见)"
)
# What a reader must know before deciding: its name, what tells it, and (where it is more) how it is told in passing.
NEEDED = (
    (Text("价格", "the price"), re.compile(r"[0-9]\s?(?:元|块)|[¥￥]\s?[0-9]"), None),
    (
        Text("日期", "the date"),
        re.compile(rf"{ACT}[^。！？\n]{{0,12}}{DATE}|{DATE}[^。！？\n]{{0,12}}{ACT}"),
        re.compile(DATE),
    ),
    (
        Text("电话", "the telephone number"),
        re.compile(r"(?<![0-9])(?:1[3-9][0-9]{9}|400[0-9-]{7,9}|0[0-9]{2,3}-?[0-9]{7,8})(?![0-9])"),
        None,
    ),
    (
        Text("条件", "the conditions"),
        re.compile(
            r"仅限|限[购领前]|(?:须|需)(?:提前|凭|持|满|自)|不含|不包括|不参加|除外|截止|截至|有效期|满[0-9]|名额|先到先得|解释权"
        ),
        None,
    ),
)
CUT_OFF = (
    Text(
        "导出的文字到{words}就断了：列表只截了开头，后面的没有导出来。",
        "The export ends at {words}: it holds only what a list showed, not the rest.",
    ),
    Text(
        "打开原微博，把全文抄过来再查：多长、后面写了什么，现在看不出来。",
        "Open the post itself and copy the whole text; from here nobody can see how long it is and what follows.",
    ),
)
TOO_LONG = (
    Text(
        f"{{count}} 字，超过平台的 {LONGEST} 字上限，发不出去。",
        f"{{count}} characters: above the platform’s {LONGEST:,}, so it cannot be sent.",
    ),
    Text("拆成几条，或改用头条文章。", "Split it into several posts, or make it an article."),
)
FOLDED = Text(
    f"{{count}} 字，列表里大约只显示前 {HOOK} 字，从{{words}}起被折叠",
    f"{{count}} characters. A list shows about the first {HOOK}; from {{words}} on it is folded away",
)
MENTIONS_FOLDED = (
    Text(
        f"{{count}} 字，列表里大约只显示前 {HOOK} 字；折叠的只有 @ 名，@ 太多：{{words}}。",
        f"{{count}} characters. A list shows about the first {HOOK}; only @names are folded, too many: {{words}}.",
    ),
    Text("只 @ 和这件事有关的一两个账号。这只是提醒。", "Mention the one or two it concerns. This is only a reminder."),
)
SIGNS_FOLDED = (
    Text(
        f"{{count}} 字，列表里大约只显示前 {HOOK} 字；折叠的只有标点或表情。",
        f"{{count}} characters. A list shows about the first {HOOK}; only signs are folded away.",
    ),
    Text("去掉几个字，就能整条显示。这只是提醒。", "A few words less, and all of it shows. This is only a reminder."),
)
SHORTEN = Text("能删的删掉，删不掉的移到评论或图里。", "Cut what can go, and move the rest to a comment or a picture.")
AS_ARTICLE = Text(
    "这么长，改发头条文章更好读，微博里留一段提要。",
    "At this length an article reads better; keep a summary as the post.",
)
FIRM = Text("把{needed}移到最前面，列表里要看得到。", "Move {needed} to the front, into what a list shows.")
REMINDER = Text(
    "这只是提醒：最要紧的话已经在前面，就不用改。", "This is only a reminder: if what matters is in front, leave it."
)


def too_long(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001 - readers are alike
    """Find a text longer than what lists show before 全文, and one that an export has cut there."""
    places = _kept(draft.text)
    text = "".join(draft.text[at] for at in places)
    count = length(text)
    if is_cut(text) and count > HOOK // 2:
        end = re.sub(r"(?:\.{3}|…)*\s*(?:全文|展开).?$", "", text)
        yield finding(
            "limit-140", *CUT_OFF, [end[_clause(end, len(end.rstrip("，。！？；,!?; ")) - 1) :].strip()[-MOST:]]
        )
    elif count > LONGEST:
        yield finding("limit-140", TOO_LONG[0].format(count=_number(count)), TOO_LONG[1])
    elif count > HOOK:
        yield _folded(draft.text, places, text, count)


def _folded(whole: str, places: list[int], text: str, count: int) -> Finding:
    """Return the finding on a text that a list folds: where, and whether what a reader needs is behind the fold."""
    fold = len(hook(text))
    fold = next((each.start() for each in MENTION.finditer(text) if each.start() < fold < each.end()), fold)
    behind = text[fold:]
    if not any(each.isalnum() for each in MENTION.sub("", behind)):
        what, mend = MENTIONS_FOLDED if MENTION.search(behind) else SIGNS_FOLDED
        at = [each[0] for each in MENTION.finditer(behind)]
        return finding("limit-140", what.format(count=_number(count), words="{words}"), mend, at)
    needed = [name for name, kind, told in NEEDED if kind.search(behind) and not (told or kind).search(text[:fold])]
    only = join([join(needed[:-1]), needed[-1]], "、", " and ") if len(needed) > 1 else join(needed)
    start, end = _pointer(text, fold)
    what = FOLDED.format(count=_number(count), words="{words}") + (
        Text(f"；{only.zh}只写在后面。", f", and with it the only mention of {only.en}.") if needed else Text("。", ".")
    )
    shorter = AS_ARTICLE if count > ARTICLE else SHORTEN
    mend = join([FIRM.format(needed=only), shorter] if needed else [shorter, REMINDER], "", " ")
    return finding("limit-140", what, mend, [whole[places[start] : places[end - 1] + 1]])


def _kept(text: str) -> list[int]:
    """Return the places of the characters that count: ends stripped, runs of spaces and of line ends made one."""
    gone = {at for found in HIDDEN.finditer(text) for at in range(*found.span())}
    kept = [at for at in range(len(text)) if at not in gone]
    first = next((number for number, at in enumerate(kept) if not text[at].isspace()), len(kept))
    last = next((number for number in range(len(kept), 0, -1) if not text[kept[number - 1]].isspace()), first)
    return kept[first:last]


def _pointer(text: str, fold: int) -> tuple[int, int]:
    """Return where the words stand that show the fold: from the start of a clause, no address or number cut in two."""
    start = _clause(text, fold)
    links = [each.span() for each in LINK.finditer(text)]
    start = next((first for first, last in links if first < start < last), start)
    ended = CLAUSE_END.search(text, start + LEAST)
    end = min(ended.start() if ended else len(text), start + MOST)
    end = start + max(1, len(text[start:end].rstrip("、 (（：:—-《“")))
    run = UNBROKEN.match(text, end) if UNBROKEN.match(text[end - 1]) else None
    across = next((span for span in links if span[0] < end < span[1]), None)
    if across:
        return start, across[0] if across[0] > start else across[1]
    return start, run.end() if run else end


def _clause(text: str, at: int) -> int:
    """Return where the clause around a place begins, without the signs before its first word.

    A clause that begins far in front gives way to the next one if that is near, else to a smaller stop.
    """
    near = max(0, at - BACK)
    begun = [each.end() for each in CLAUSE_END.finditer(text, near, at)]
    following = CLAUSE_END.search(text, at, at + MOST)
    smaller = [each.end() for each in STOP.finditer(text, near, at)]
    if begun or not near:
        start = max(begun, default=0)
    elif following and any(each.isalnum() for each in text[following.end() :]):
        start = following.end()
    else:
        start = max(smaller, default=at)
    return next((place for place in range(start, len(text)) if text[place].isalnum() or text[place] in "#@"), start)


def _number(count: int) -> Text:
    return Text(str(count), f"{count:,}")
