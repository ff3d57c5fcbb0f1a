"""Lists of words that a lesson holds against each other: what each calls itself, its words, and what it leaves out."""

from __future__ import annotations

from typing import NamedTuple

from playbook.crisis.analysis.variants import variants
from playbook.language import Text


class WordList(NamedTuple):
    """Words to search for, and words with which a hit is left out."""

    says: Text
    words: tuple[str, ...]
    without: tuple[str, ...] = ()


NAME = ("岚间",)
NAMESAKES = ("山岚间", "晨岚间", "民宿", "沈岚间", "《岚间》", "岚间路")
NAMES = (
    *NAME, "兰间", "蓝间", "岚涧", "岚见", "岚问", "岚简", "岚件", "兰涧", "lanjian", "老岚", "岚子家", "春山罐",
    "一盏装", "秋茶投票", "城南夜读", "桂花时节晒图", "城南 茶馆", "茶 潮",
)  # fmt: skip
LISTS: dict[str, WordList] = {
    "name": WordList(Text("只搜品牌名", "the brand name alone"), NAME),
    "spelling": WordList(Text("品牌名和错字", "the name and its misspellings"), (*NAME, *variants(NAME[0])), NAMESAKES),
    "names": WordList(
        Text("错字、外号、产品、活动都搜，去掉同名的", "misspellings, nicknames, products, events; namesakes left out"),
        NAMES,
        NAMESAKES,
    ),
    "category": WordList(Text("再加一个“茶”字", "all that, and the word for tea"), (*NAMES, "茶"), NAMESAKES),
}
