"""The sheets of the watch: the words that are searched for, and the days on which more is looked for."""

from __future__ import annotations

from playbook.crisis.plan import CrisisPlan
from playbook.crisis.words import KEYWORD_KINDS
from playbook.handbook.held import Held
from playbook.handbook.sheets.cells import Column, Growing, Item, Place, Row, Sheet, items, numbered
from playbook.handbook.sheets.kinds import COUNT, SOME_WORDS, WORDS, Choice, Kind
from playbook.handbook.sheets.moments import DAY
from playbook.language import Text

WORD_FIELDS: dict[str, Kind] = {"word": SOME_WORDS, "kind": Choice(KEYWORD_KINDS), "why": WORDS}
DAY_FIELDS: dict[str, Kind] = {
    "what": SOME_WORDS, "first": DAY, "last": DAY, "before": COUNT, "after": COUNT, "searches": COUNT, "words": WORDS,
}  # fmt: skip
WORD_COLUMNS = (
    Column("word", Text("词", "Word"), 24),
    Column("kind", Text("哪一类", "Kind"), 20),
    Column("why", Text("为什么盯", "Why"), 50),
)
DAY_COLUMNS = (
    Column("what", Text("什么日子", "What"), 30),
    Column("first", Text("从", "From"), 12),
    Column("last", Text("到", "To"), 12),
    Column("before", Text("前几天", "Days before"), 10),
    Column("after", Text("后几天", "Days after"), 10),
    Column("searches", Text("一天搜几次", "Searches a day"), 12),
    Column("words", Text("加哪些词", "Words added"), 40),
)
WORDS_TITLE, DAYS_TITLE = Text("监测词", "Keywords"), Text("盯得更紧的日子", "Watch days")
WORDS_ABOUT = Text(
    "一行一个词，都可以改。添一行、不写编号，就是加一个词；删一行，就是不再盯这个词。",
    "A row for each word; all can be changed. A row added without an id is a new word; deleting a row drops the word.",
)
DAYS_ABOUT = Text(
    "一行一段日子，都可以改；添行、删行和“监测词”一样。",
    "A row for each stretch of days; all can be changed, and rows added or deleted as on the sheet of keywords.",
)


def watch_sheets(held: Held) -> list[Sheet]:
    """Return both sheets; none without a plan for crises."""
    plan = held.plan(CrisisPlan)
    if plan is None:
        return []
    words = items(plan, "watch.words", [each.word for each in plan.watch.words])
    days = items(plan, "watch.watch_days", [each.what for each in plan.watch.watch_days])
    return [
        Sheet("keywords", WORDS_TITLE, WORDS_ABOUT, WORD_COLUMNS, _rows("K", words, WORD_FIELDS),
              _growing("words", WORD_FIELDS, "word")),
        Sheet("watch_days", DAYS_TITLE, DAYS_ABOUT, DAY_COLUMNS, _rows("D", days, DAY_FIELDS),
              _growing("watch_days", DAY_FIELDS, "what")),
    ]  # fmt: skip


def _rows(letter: str, made: list[Item], fields: dict[str, Kind]) -> list[Row]:
    return numbered(letter, (({name: item.cell(name, kind) for name, kind in fields.items()}, item) for item in made))


def _growing(of: str, fields: dict[str, Kind], unique: str) -> Growing:
    return Growing(Place("crisis", ("watch", of)), {name: (kind, name) for name, kind in fields.items()}, (unique,))
