"""Which language the reader reads, and texts that hold both."""

from __future__ import annotations

import locale
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def language() -> Language:
    """Return the reader's language.

    COURSE_LANGUAGE decides; else the nearest `zh` or `en` folder above the working directory
    (so that a page in `notebooks/en/` speaks English); else the locale; else Chinese.
    """
    wanted = os.environ.get("COURSE_LANGUAGE", "").lower()[:2]
    if wanted not in LANGUAGES:
        here = Path.cwd()
        wanted = next((folder.name for folder in (here, *here.parents) if folder.name in LANGUAGES), "")
    if wanted not in LANGUAGES:
        wanted = locale.setlocale(locale.LC_CTYPE)[:2].lower()  # getlocale() calls a bare C.UTF-8 English
    return "en" if wanted == "en" else "zh"


@contextmanager
def speaking(wanted: Language) -> Iterator[None]:
    """Let everything be said in one language for a while."""
    before = os.environ.get("COURSE_LANGUAGE")
    os.environ["COURSE_LANGUAGE"] = wanted
    try:
        yield
    finally:
        if before is None:
            del os.environ["COURSE_LANGUAGE"]
        else:
            os.environ["COURSE_LANGUAGE"] = before


@dataclass(frozen=True, slots=True)
class Text:
    """One thing said in both languages. `str()` gives the reader's, so f-strings and charts work."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.in_language(language())

    def in_language(self, wanted: Language) -> str:
        """Return the text in one language."""
        return self.zh if wanted == "zh" else self.en

    def format(self, **values: object) -> Text:
        """Fill the `{name}` places of both languages; a `Text` value is filled in its own language."""
        return Text(*(self.in_language(each).format(**_filled(values, each)) for each in LANGUAGES))

    def __add__(self, other: Text) -> Text:
        return Text(self.zh + other.zh, self.en + other.en)

    @staticmethod
    def of(pair: object) -> Text:
        """Read a `{zh = …, en = …}` table; raise ValueError naming the language that is missing."""
        if isinstance(pair, Text):
            return pair
        if not isinstance(pair, dict) or any(not isinstance(pair.get(each), str) for each in LANGUAGES):
            raise ValueError(f"wanted a text in both languages, {{zh = …, en = …}}; read {pair!r}")
        return Text(pair["zh"].strip(), pair["en"].strip())


def _filled(values: dict[str, object], wanted: Language) -> dict[str, object]:
    return {name: value.in_language(wanted) if isinstance(value, Text) else value for name, value in values.items()}


def same(word: str) -> Text:
    """Return a text that reads the same in both languages (a number, a name)."""
    return Text(word, word)


COLON = Text("：", ": ")


def join(texts: list[Text], zh: str = "、", en: str = ", ") -> Text:
    """Join texts with each language's own separator."""
    return Text(zh.join(text.zh for text in texts), en.join(text.en for text in texts))
