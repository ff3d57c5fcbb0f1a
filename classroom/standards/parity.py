"""Two trees of pages, one course: the same cells, the same code, and prose that says the same."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from nbformat import NotebookNode

from classroom.standards.fault import Fault, Page, place_of, published_pages, written_pages
from classroom.standards.texts import table_pairs
from playbook.language import Language

Pages = dict[str, NotebookNode]
SHORTEST = 3  # characters of a figure that is compared: 114, 2.6
UNITS = {"万": 10_000, "亿": 100_000_000}


def chinese_hash(source: str) -> str:
    """Return the mark by which an English cell remembers the Chinese it was written from."""
    return hashlib.sha256(source.encode()).hexdigest()[:16]


def pages_come_in_both_languages() -> Iterator[Fault]:
    """Every page exists in Chinese and in English, under the same path."""
    chinese, english = _trees(written_pages())
    for name in sorted(set(chinese) ^ set(english)):
        there: Language = "zh" if name in chinese else "en"
        yield Fault(place_of(there, name), "", "has no page of the same path in the other language; write it")


def cells_are_the_same_in_both_languages() -> Iterator[Fault]:
    """The two pages have the same cells: ids, types, tags, code; and the same headings, links and `code` in prose."""
    chinese, english = _trees(written_pages())
    for name in sorted(set(chinese) & set(english)):
        one, two = chinese[name]["cells"], english[name]["cells"]
        if [cell["id"] for cell in one] != [cell["id"] for cell in two]:
            yield Fault(place_of("en", name), "", "has other cells than the Chinese page, or in another order")
            continue
        for left, right in zip(one, two, strict=True):
            if _fixed(left) != _fixed(right):
                yield Fault(place_of("en", name), left["id"], "differs from the Chinese cell in type, tags or code")
            elif _marks(left["source"]) != _marks(right["source"]):
                yield Fault(place_of("en", name), left["id"], "has other headings, links or `code` than the Chinese")


def english_follows_its_chinese() -> Iterator[Fault]:
    """An English cell remembers the Chinese it was written from; when that changes, the English is looked at again."""
    chinese, english = _trees(published_pages())
    for name in sorted(set(chinese) & set(english)):
        originals = {cell["id"]: cell["source"] for cell in chinese[name]["cells"]}
        for cell in english[name]["cells"]:
            wanted = chinese_hash(originals.get(cell["id"], ""))
            if cell["cell_type"] == "markdown" and cell["metadata"].get("classroom", {}).get("from") != wanted:
                what = (
                    f'the Chinese has changed; when the English says the same, set metadata.classroom.from = "{wanted}"'
                )
                yield Fault(place_of("en", name), cell["id"], what)


def figures_are_the_same_in_both_languages() -> Iterator[Fault]:
    """Both languages cite the same figures, of three characters or more (a small one may be a word in a sentence)."""
    chinese, english = _trees(published_pages())
    for name in sorted(set(chinese) & set(english)):
        originals = {cell["id"]: cell["source"] for cell in chinese[name]["cells"]}
        for cell in english[name]["cells"]:
            if cell["cell_type"] == "markdown" and (what := _differing(originals.get(cell["id"], ""), cell["source"])):
                yield Fault(place_of("en", name), cell["id"], what)
    for file, place, pair in table_pairs():
        if what := _differing(pair.zh, pair.en):
            yield Fault(file, place, what)


def _differing(zh: str, en: str) -> str:
    one, two = figures(zh), figures(en)
    if one == two:
        return ""
    return f"cites {sorted(two - one)} in English, {sorted(one - two)} in Chinese; look which one is right"


def figures(text: str) -> set[str]:
    """Return the figures of a text, alike in both languages: without `code`, link targets, times of day, commas."""
    prose = re.sub(r"`[^`]*`|\]\([^)]*\)|\d{1,2}:\d\d|(?<=\d),(?=\d{3})", "", text)
    numbers = re.sub(r"(\d[\d.]*) ?(万|亿)", lambda found: f"{float(found[1]) * UNITS[found[2]]:.0f}", prose)
    return {number for number in re.findall(r"\d+(?:\.\d+)?", numbers) if len(number) >= SHORTEST}


def _trees(pages: Iterator[Page]) -> tuple[Pages, Pages]:
    chinese: Pages = {}
    english: Pages = {}
    for language, name, page in pages:
        (chinese if language == "zh" else english)[name] = page
    return chinese, english


def _fixed(cell: NotebookNode) -> tuple[str, tuple[str, ...], str]:
    source = cell["source"] if cell["cell_type"] == "code" else ""
    return cell["cell_type"], tuple(cell["metadata"].get("tags", [])), source


def _marks(source: str) -> tuple[list[str], list[str], list[str]]:
    headings = re.findall(r"^(#+) ", source, re.MULTILINE)
    return headings, re.findall(r"\]\(([^)]*)\)", source), re.findall(r"`([^`]*)`", source)
