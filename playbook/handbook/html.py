"""The handbook as one HTML file: it opens without a network, runs nothing, and prints on A4.

Every word passes `_said` or `_heading`, which escape it and write out what cannot be seen; all markup is ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from importlib import resources

from playbook.handbook.blocks import Block, Chapter, Grid, Listing, Para, Section, Words
from playbook.handbook.columns import is_long, is_short, shares
from playbook.handbook.inert import lines, one_line
from playbook.language import Language, Text, speaking

TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en"}
NAMES: dict[Language, str] = {"zh": "中文", "en": "English"}
CONTENTS, TO_CONTENTS = Text("目录", "Contents"), Text("回到目录", "Back to the contents")
SKIP, LANGUAGES_SAID = Text("跳到正文", "Skip to the text"), Text("手册的语言", "Languages of the handbook")
PAIR, MANY = 2, 6  # columns: of a table whose heads say little, and from which one is set smaller on paper
DEEPEST = 6  # headings of HTML
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
PAGE = """<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#main">{skip}</a>
{languages}<main id="main">
{parts}</main>
</body>
</html>
"""


def page(handbook: Sequence[tuple[Language, Sequence[Chapter]]]) -> str:
    """Return the file: the handbook in each of these languages, one after the other, a cover first in each.

    The file is said to be in the first of them, and has its title.
    """
    spoken = [each for each, _ in handbook]
    with speaking(spoken[0]):
        title, skip = _heading(handbook[0][1][0].title), _heading(SKIP)
    return PAGE.format(
        tag=TAGS[spoken[0]],
        policy=POLICY,
        title=title,
        style=resources.files(__package__).joinpath("handbook.css").read_text("utf-8"),
        skip=skip,
        languages=_switch(spoken) if len(spoken) > 1 else "",
        parts="".join(_part(chapters, each) for each, chapters in handbook),
    )


def _part(chapters: Sequence[Chapter], spoken: Language) -> str:
    with speaking(spoken):
        cover, *others = chapters
        body = [
            f'<header class="cover"><h1>{_heading(cover.title)}</h1>\n{_blocks(cover.blocks, 2)}</header>\n',
            _contents(others, spoken),
            *(_chapter(each, spoken) for each in others),
        ]
    return f'<div class="part" lang="{TAGS[spoken]}" id="{spoken}">\n{"".join(body)}</div>\n'


def _switch(spoken: Sequence[Language]) -> str:
    """Return links to each language, each named in itself."""
    label = " / ".join(LANGUAGES_SAID.in_language(each) for each in spoken)
    links = (f'<a href="#{each}" lang="{TAGS[each]}" hreflang="{TAGS[each]}">{NAMES[each]}</a>' for each in spoken)
    return f'<nav class="languages" aria-label="{escape(label)}">{" · ".join(links)}</nav>\n'


def _contents(chapters: Iterable[Chapter], spoken: Language) -> str:
    items = "".join(f'<li><a href="#{_id(each, spoken)}">{_heading(each.title)}</a></li>\n' for each in chapters)
    name = f"{spoken}-contents"
    return f'<nav class="contents" aria-labelledby="{name}"><h2 id="{name}">{CONTENTS}</h2>\n<ol>\n{items}</ol></nav>\n'


def _chapter(chapter: Chapter, spoken: Language) -> str:
    kind = "chapter alone" if chapter.alone else "chapter"
    return (
        f'<section class="{kind}" id="{_id(chapter, spoken)}">\n<h2>{_heading(chapter.title)}</h2>\n'
        f"{_blocks(chapter.blocks, 3)}"
        f'<p class="back"><a href="#{spoken}-contents">{TO_CONTENTS}</a></p>\n</section>\n'
    )


def _id(chapter: Chapter, spoken: Language) -> str:
    return escape(f"{spoken}-{chapter.id}")


def _blocks(blocks: Iterable[Block], level: int) -> str:
    return "".join(_block(each, level) for each in blocks)


def _block(block: Block, level: int) -> str:
    match block:
        case Para():
            kind = "" if block.kind == "plain" else f' class="{block.kind}"'
            return f"<p{kind}>{_said(block.says)}</p>\n"
        case Listing():
            return _listing(block)
        case Grid():
            return _table(block)
        case Section():
            head = f"<h{min(level, DEEPEST)}>{_heading(block.title)}</h{min(level, DEEPEST)}>\n"
            return f"<section>\n{head}{_blocks(block.blocks, level + 1)}</section>\n"


def _listing(block: Listing) -> str:
    tag = "ol" if block.ordered else "ul"
    kind = ' class="boxes"' if block.boxes else ""
    items = "".join(f"<li>{_said(each)}</li>\n" for each in block.says)
    return f"<{tag}{kind}>\n{items}</{tag}>\n"


def _table(block: Grid) -> str:
    """Return a table; on a narrow screen each cell shows the head of its column (`data-head`)."""
    heads = [_heading(each) for each in block.head]
    caption = f"<caption>{_heading(block.title)}</caption>\n" if str(block.title) else ""
    top = "".join(f'<th scope="col"{_right(at, block)}>{each}</th>' for at, each in enumerate(heads))
    rows = "".join(_row(row, heads, block) for row in block.rows)
    told = {"pair": len(heads) == PAIR, "many": len(heads) >= MANY, "short": is_short(block)}
    kinds = [name for name, fits in told.items() if fits]
    kind = f' class="{" ".join(kinds)}"' if kinds else ""
    wide = "".join(f'<col style="width: {each:.1%}">' for each in shares(block))
    caption += f"<colgroup>{wide}</colgroup>\n"
    return f"<table{kind}>\n{caption}<thead>\n<tr>{top}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _row(row: Sequence[Words], heads: Sequence[str], block: Grid) -> str:
    first = f'<th scope="row">{_said(row[0])}</th>'
    cells = (
        f'<td data-head="{heads[at]}"{_right(at, block)}>{_said(each)}</td>' for at, each in enumerate(row[1:], start=1)
    )
    kind = ' class="long"' if is_long(row) else ""
    return f"<tr{kind}>{first}{''.join(cells)}</tr>\n"


def _right(column: int, block: Grid) -> str:
    return ' class="number"' if column in block.numbers else ""


def _said(words: Words) -> str:
    return "<br>".join(escape(each) for each in lines(words))


def _heading(words: Words) -> str:
    return escape(one_line(words))
