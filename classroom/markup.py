"""HTML files that open without a network, run nothing, and print on A4. Texts in them are escaped, always.

All markup is made by `tag`; whatever is not made by it is text, and text of strangers stays text.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape
from importlib import resources

from playbook.language import Text, language
from playbook.shown import visible

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
IMAGES = "; img-src data:"
JOINER = "\u200d"  # holds emoji of several signs together; it does nothing else
ALONE = {"meta", "br", "rect", "line"}  # they hold nothing
PAGE_TAGS = {"zh": "zh-CN", "en": "en"}


class Markup(str):
    """What may stand in a page as it is, because `tag` made it."""

    __slots__ = ()


Words = Text | str | int | Markup


def tag(element: str, /, *inside: Words, **given: str | float) -> Markup:
    """Return an element. Of an attribute's name a last `_` is dropped, any other becomes `-` (`class_`, `aria_label`).

    What stands inside is text in the reader's language unless it is an element itself.
    """
    attributes = "".join(
        f' {each.removesuffix("_").replace("_", "-")}="{escape(legible(str(value)))}"' for each, value in given.items()
    )
    if element in ALONE:
        return Markup(f"<{element}{attributes}/>")
    return Markup(f"<{element}{attributes}>{joined(*inside)}</{element}>")


def joined(*inside: Words) -> Markup:
    """Return pieces one after another; those that are no elements are escaped."""
    return Markup("".join(each if isinstance(each, Markup) else escape(legible(str(each))) for each in inside))


def legible(text: str) -> str:
    r"""Return a text on one line in which nothing hides or turns round what stands beside it: `\u202e`, `\x1b`."""
    return "".join(map(_shown, re.sub(r"\s+", " ", text)))


def document(title: Words, *body: Words, images: bool = False, made_from: str = "") -> str:
    """Return a whole page in the reader's language, with the look that all such pages share.

    With `images`, it may show pictures that stand in it; `made_from` is a word that only programs read.
    """
    style = resources.files(__package__).joinpath("markup.css").read_text("utf-8")
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY + IMAGES * images),
        *([tag("meta", name="made-from", content=made_from)] if made_from else []),
        tag("title", title),
        tag("style", Markup(style)),
    )
    return f"<!doctype html>\n{tag('html', head, tag('body', tag('main', *body)), lang=PAGE_TAGS[language()])}\n"


def table(caption: Words, heads: list[Words], rows: list[list[Words]], *, numbers: bool = True) -> Markup:
    """Return a table whose first column names the rows; with `numbers`, the others stand to the right."""
    kind = {"class_": "numbers"} if numbers else {}
    top = tag("tr", *(tag("th", head, scope="col") for head in heads))
    body = (tag("tr", tag("th", row[0], scope="row"), *(tag("td", each) for each in row[1:])) for row in rows)
    return tag("table", tag("caption", caption), tag("thead", top), tag("tbody", *body), **kind)


def _shown(sign: str) -> str:
    return sign if sign == JOINER or unicodedata.category(sign) == "Zs" else visible(sign)
